"""What is read can be read: the contrast of every letter on every screen, worked out from the colours that are sent."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from rich.segment import Segment
from textual.color import Color
from textual.screen import ModalScreen

from tui.base.locations import bundled_dossier
from tui.ui.app import MaliTui
from tui.ui.theme import HUES, THEMES

LEAST = {"mali-dark": 4.5, "mali-light": 4.5, "mali-contrast": 7.0}
"""WCAG 2.2, success criteria 1.4.3 and 1.4.6."""

STORY = (
    *("slash", "c", "a", "m", "p", "enter", "f"),
    *("escape", "enter", "e", "v", "escape", "escape", "i", "h"),
    *("t", "m", "v", "V", "V", "z", "escape", "escape", "asterisk", "a", "x", "escape", "D", "slash", "escape", "q"),
    *("enter", "n", "a", "x", "escape", "e", "E", "slash", *"camp", "enter", "n", "escape", "escape", "escape"),
    *("T", "n", "question_mark", "escape", "q", "equals_sign", "n", "q", "A", "x", "escape", "f", "q"),
    *("w", "t", "v", "v", "v", "q", "B", "h", "q"),
    *("f2", "escape", "colon", "escape", "s", "z", "z", "z", "q", "escape", "escape", "s", "f", "o", "colon", "a"),
)
"""Keys that bring every screen and every state of a pane into sight."""


def luminance(colour: Color) -> float:
    """Return the relative luminance (WCAG 2.2)."""
    linear = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in colour.normalized)
    return sum(weight * v for weight, v in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: Color, other: Color) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def poorly_read(app: MaliTui) -> Iterator[tuple[float, str]]:
    """Yield what is in sight with less contrast than it must have; of what lies below a sheet, nothing."""
    least = LEAST[app.theme]
    sheet = next(iter(app.screen.children)).region if isinstance(app.screen, ModalScreen) else app.size.region
    for y, strip in enumerate(app.screen._compositor.render_strips(app.size)):
        if not sheet.y <= y < sheet.bottom:
            continue
        for segment in strip.crop(sheet.x, sheet.right):
            found = _contrast_of(segment)
            if found is not None and found < least:
                yield round(found, 2), segment.text.strip()


def _contrast_of(segment: Segment) -> float | None:
    style = segment.style
    if not any(character.isalnum() for character in segment.text):
        return None
    assert style is not None, segment
    assert style.color is not None, segment
    assert style.bgcolor is not None, segment
    assert not style.dim, segment
    front, back = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
    return contrast(front, back)


@pytest.mark.parametrize("theme", LEAST)
async def test_everything_that_is_read_has_contrast_enough(theme: str, monkeypatch: pytest.MonkeyPatch, visit):
    monkeypatch.delenv("NO_COLOR", raising=False)
    async with visit(bundled_dossier(), (120, 36)) as visiting:
        visiting.app.theme = theme
        poor: set[tuple[str, float, str]] = set()
        for key in STORY:
            await visiting.press(key)
            where = f"{type(visiting.app.screen).__name__} after {key}"
            poor |= {(where, *found) for found in poorly_read(visiting.app)}
        assert not poor


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_colour_of_a_theme_is_read_on_every_background(theme):
    fronts = [theme.foreground, theme.primary, theme.secondary, theme.accent, theme.warning, theme.error, theme.success]
    fronts += [theme.variables[name] for name in ("quiet", *(f"outlet-{hue}" for hue in range(1, HUES + 1)))]
    backs = [theme.background, theme.panel, theme.variables["chosen"]]
    poor = {
        (f, b): c for f in fronts for b in backs if (c := contrast(Color.parse(f), Color.parse(b))) < LEAST[theme.name]
    }
    assert not poor


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_signs_on_the_scrollbar_are_seen_on_and_beside_its_thumb(theme):
    thumb, track = (Color.parse(theme.variables[name]) for name in ("scrollbar", "scrollbar-background"))
    for sign in (theme.warning, theme.secondary):
        assert contrast(Color.parse(sign), thumb) >= 3.0  # WCAG 2.2, success criterion 1.4.11
        assert contrast(Color.parse(sign), track) >= 3.0


_SEEN = {
    "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
}
"""What people see of red, green and blue light, where a kind of cones is missing: Machado et al. (2009), severity 1."""


def lab(colour: Color, seen: str) -> tuple[float, float, float]:
    """Return what is seen of a colour, in CIE L*a*b* under D65."""
    light = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in colour.normalized]
    r, g, b = (min(1.0, max(0.0, sum(w * v for w, v in zip(row, light, strict=True)))) for row in _SEEN[seen])
    xyz = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883,
    )
    x, y, z = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("seen", _SEEN)
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_outlets_differ_for_everybody(theme, seen: str):
    colours = [Color.parse(theme.variables[f"outlet-{hue}"]) for hue in range(1, HUES + 1)]
    for one, other in combinations(colours, 2):
        distance = sum((a - b) ** 2 for a, b in zip(lab(one, seen), lab(other, seen), strict=True)) ** 0.5
        assert distance > 15, (one, other)  # a just noticeable difference is about 2.3
