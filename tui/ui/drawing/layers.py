"""The layers of the timeline as a screen names them: outlets by their own letters, queries from a to d."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.cells import cell_len

from tui.base.printable import printable_line
from tui.core.divided import Part
from tui.locale import _
from tui.timeline.layers import LAYER_ROLES, Division, Layer
from tui.ui.drawing.outlets import outlet_letter, outlet_mark, outlet_role

OTHERS = "+"
"""The sign of all outlets that have no layer of their own."""

_QUERIES = "abcd"
_SPARE = "123456789"


def layers_of(division: Division, parts: Iterable[Part]) -> tuple[Layer, ...]:
    """Give each part a name and a sign that no other one has."""
    if division is Division.QUERIES:
        lanes = zip(parts, _QUERIES, strict=False)
        return tuple(Layer(printable_line(part.name) or _("(everything)"), sign, part.tally) for part, sign in lanes)
    taken = {OTHERS}
    return tuple(_outlet_layer(part, taken) for part in parts)


def layer_styles(division: Division, layers: Iterable[Layer]) -> dict[str, str]:
    """Return the role of an outlet's colour by the role of each layer: the outlet's own, or one after the other."""
    of_outlets = division is Division.OUTLETS
    return {
        role: (outlet_role(layer.source) if of_outlets else f"outlet-{place}")
        for place, (role, layer) in enumerate(zip(LAYER_ROLES, layers, strict=False), 1)
    }


def _outlet_layer(part: Part, taken: set[str]) -> Layer:
    if part.is_rest:
        return Layer(_("others"), OTHERS, part.tally)
    sign = next(sign for sign in _signs(part.name) if sign.casefold() not in taken)
    taken.add(sign.casefold())
    return Layer(printable_line(part.name) or _("no outlet"), sign, part.tally, part.name)


def _signs(source: str) -> Iterator[str]:
    """Yield what may stand for an outlet: the letter that does elsewhere, its other letters, a digit."""
    yield outlet_letter(source)
    yield from (sign for sign in outlet_mark(source) + source if sign.isalnum() and cell_len(sign) == 1)
    yield from _SPARE
