"""The program's own colours: a calm dark theme, a light one and one of high contrast.

Colour is never the only sign of anything, so that a terminal without colours shows the same things.
"""

from __future__ import annotations

from collections.abc import Container, Mapping

from textual.theme import Theme

DARK = Theme(
    name="mali-dark",
    primary="#7aa2c8",
    secondary="#8fb0a9",
    accent="#e0a458",
    warning="#f0c05a",
    error="#e07a6a",
    success="#8fbf7f",
    foreground="#d8d5cc",
    background="#15181c",
    surface="#15181c",
    panel="#232830",
    dark=True,
    variables={
        "block-cursor-text-style": "none",
        "input-selection-background": "#7aa2c8 35%",
        "scrollbar": "#39414c",
        "scrollbar-background": "#15181c",
    },
)

LIGHT = Theme(
    name="mali-light",
    primary="#2f5f8a",
    secondary="#3f6b62",
    accent="#9a5a12",
    warning="#8a5200",
    error="#a8321f",
    success="#3d6b2c",
    foreground="#24262a",
    background="#faf8f3",
    surface="#faf8f3",
    panel="#e9e5da",
    dark=False,
    variables={
        "block-cursor-text-style": "none",
        "input-selection-background": "#2f5f8a 25%",
        "scrollbar": "#c9c3b4",
        "scrollbar-background": "#faf8f3",
    },
)

CONTRAST = Theme(
    name="mali-contrast",
    primary="#00d7ff",
    secondary="#ffffff",
    accent="#ffff00",
    warning="#ffff00",
    error="#ff8080",
    success="#80ff80",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#303030",
    dark=True,
    variables={
        "block-cursor-text-style": "bold",
        "text-muted": "#e0e0e0",
        "scrollbar": "#ffffff",
        "scrollbar-background": "#000000",
    },
)

THEMES = (DARK, LIGHT, CONTRAST)

NO_COLOUR = "ansi-dark"
"""Textual's theme for terminals that are asked for no colour; its other themes would still send greys."""


def first_theme(environment: Mapping[str, str], wanted: str = "", known: Container[str] = ()) -> str:
    """Return the name of the theme to begin with.

    `NO_COLOR` with any value wins (no-color.org); else the theme that was asked for, of our own or of those that are
    `known` besides; else the dark one.
    """
    if environment.get("NO_COLOR"):
        return NO_COLOUR
    names = {theme.name for theme in THEMES}
    if wanted in known:
        return wanted
    return next((name for name in (wanted, f"mali-{wanted}") if name in names), DARK.name)
