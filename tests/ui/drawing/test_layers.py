"""What layers of the timeline are called, and by which sign and colour they are known."""

from __future__ import annotations

import pytest

from tui.core.divided import Part
from tui.timeline.layers import LAYER_ROLES, Division
from tui.timeline.tally import Tally
from tui.ui.drawing.layers import layer_styles, layers_of
from tui.ui.drawing.outlets import outlet_role

SIGNS = [
    ("own-letters", ("AFP", "Lake Post", "Wikinews"), "ALW"),
    ("one-letter-for-several", ("AFP", "AP", "Africanews", "A"), "APf1"),
    ("nobody-and-the-rest", ("", "Lake Post"), "?L"),
    ("wide-letters", ("新华社", "人民日报"), "•1"),
    ("arabic", ("الوسط", "الجزيرة"), "ال"),
]


@pytest.mark.parametrize(("names", "signs"), [c[1:] for c in SIGNS], ids=[c[0] for c in SIGNS])
def test_no_two_outlets_have_one_sign(names, signs):
    parts = [*(Part(name, Tally()) for name in names), Part("", Tally(), is_rest=True)]
    layers = layers_of(Division.OUTLETS, parts)
    assert "".join(layer.sign for layer in layers) == f"{signs}+"
    assert layers[-1].name == "others"


def test_an_outlet_has_its_own_colour_and_the_rest_that_of_nobody():
    layers = layers_of(Division.OUTLETS, [Part("AFP", Tally()), Part("", Tally()), Part("", Tally(), is_rest=True)])
    assert [layer.name for layer in layers] == ["AFP", "no outlet", "others"]
    assert list(layer_styles(Division.OUTLETS, layers).values()) == [outlet_role("AFP"), "outlet-0", "outlet-0"]


def test_queries_are_called_by_letters_and_have_colours_of_their_own():
    layers = layers_of(Division.QUERIES, [Part("ferry", Tally()), Part("", Tally())])
    assert [(layer.sign, layer.name) for layer in layers] == [("a", "ferry"), ("b", "(everything)")]
    assert layer_styles(Division.QUERIES, layers) == dict(zip(LAYER_ROLES, ("outlet-1", "outlet-2"), strict=False))
