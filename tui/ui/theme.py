"""The program's own colours: a calm dark theme, a light one and one of high contrast.

Colour is never the only sign of anything, so that a terminal without colours shows the same things. Whatever is read
has at least 4.5:1 on its own background, 7:1 in the theme of high contrast (WCAG 2.2, 1.4.3 and 1.4.6); a test
computes it.

What is sent most, in the dark theme, has colours that the 256 of xterm have too: half as many bytes over a slow line
(`tui/ui/screen_diff.py`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.theme import Theme

HUES = 6
"""Colours of outlets in a theme. They differ for people who see no red or no green too; a test computes that."""


def _variables(
    *,
    foreground: str,
    quiet: str,
    chosen: str,
    rule: str,
    selection: tuple[str, str],
    scrollbar: tuple[str, str],
    outlets: Sequence[str],
) -> dict[str, str]:
    """Return the variables of a theme.

    `quiet` is what is read second, `chosen` the background of the chosen row, `rule` lines and tracks, which nobody
    reads; `selection` and `scrollbar` are colours and their backgrounds.
    """
    text, behind = selection
    return {
        "quiet": quiet,
        "chosen": chosen,
        "rule": rule,
        "text-muted": quiet,
        "text-disabled": quiet,
        "block-cursor-foreground": foreground,
        "block-cursor-background": chosen,
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-foreground": foreground,
        "block-cursor-blurred-background": chosen,
        "input-selection-background": behind,
        "input-selection-foreground": text,
        "screen-selection-background": behind,
        "screen-selection-foreground": text,
        "scrollbar": scrollbar[0],
        "scrollbar-background": scrollbar[1],
        **{f"outlet-{place}": colour for place, colour in enumerate(outlets, 1)},
    }


DARK = Theme(
    name="mali-dark",
    primary="#87afd7",
    secondary="#87afaf",
    accent="#e0a458",
    warning="#ffd75f",
    error="#f08d7d",
    success="#8fbf7f",
    foreground="#d7d7d7",
    background="#15181c",
    surface="#15181c",
    panel="#232830",
    dark=True,
    variables=_variables(
        foreground="#d7d7d7",
        quiet="#a8a8a8",
        chosen="#2a3440",
        rule="#4a5059",
        selection=("#ffffff", "#31506e"),
        scrollbar=("#39414c", "#15181c"),
        outlets=("#9ee8b8", "#b99bf5", "#79aab2", "#d9ec84", "#a5ecf5", "#8db05c"),
    ),
)

LIGHT = Theme(
    name="mali-light",
    primary="#285480",
    secondary="#35615a",
    accent="#854c0c",
    warning="#7d4700",
    error="#9c2c1a",
    success="#35602a",
    foreground="#24262a",
    background="#faf8f3",
    surface="#faf8f3",
    panel="#e9e5da",
    dark=False,
    variables=_variables(
        foreground="#24262a",
        quiet="#5a5c5f",
        chosen="#dde5ea",
        rule="#c3bfb3",
        selection=("#000000", "#bcd3e6"),
        scrollbar=("#c9c3b4", "#faf8f3"),
        outlets=("#2d3f1d", "#5f0f3c", "#1f2b6a", "#23666f", "#4a4fc4", "#6b6012"),
    ),
)

CONTRAST = Theme(
    name="mali-contrast",
    primary="#00d7ff",
    secondary="#ffffff",
    accent="#ffff00",
    warning="#ffff00",
    error="#ffb0b0",
    success="#80ff80",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#262626",
    dark=True,
    variables=_variables(
        foreground="#ffffff",
        quiet="#e0e0e0",
        chosen="#00303b",
        rule="#808080",
        selection=("#000000", "#ffffff"),
        scrollbar=("#6a6a6a", "#000000"),
        outlets=("#7ffaea", "#f1ef32", "#aaf896", "#65d3f4", "#7ddaa3", "#d4c950"),
    ),
)

THEMES = (DARK, LIGHT, CONTRAST)

NO_COLOUR = "ansi-dark"
"""Textual's theme for terminals that are asked for no colour; its other themes would still send greys."""

PLAIN = dict.fromkeys(("quiet", "chosen", "rule", *(f"outlet-{place}" for place in range(1, HUES + 1))), "ansi_default")
"""What stands for the variables of our themes in every other one."""


def first_theme(environment: Mapping[str, str], wanted: str = "") -> str:
    """Return the name of the theme to begin with.

    `NO_COLOR` with any value wins (no-color.org); else the theme that was asked for, else the dark one.
    """
    if environment.get("NO_COLOR"):
        return NO_COLOUR
    names = {theme.name for theme in THEMES}
    return next((name for name in (wanted, f"mali-{wanted}") if name in names), DARK.name)
