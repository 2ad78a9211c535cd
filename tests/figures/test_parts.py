"""Of how many something is told, where a sentence picks a part of a whole."""

from __future__ import annotations

import pytest

from tui.figures import State, find_figures

CASES = [
    ("en", "Half of the 400 houses of Kelm were destroyed.", []),
    ("en", "Two thirds of its 300 members were killed.", []),
    ("en", "Twelve of the 400 houses of Kelm were destroyed.", [("Twelve of the 400 houses", State.DESTROYED)]),
    ("en", "Of the 400 houses of Kelm, 200 were destroyed.", [("200", State.DESTROYED)]),
    ("en", "Nearly all 600 detainees were freed.", [("600 detainees", State.FREED)]),
    ("en", "Some of the 900 soldiers in Kelm have left.", []),
    ("fr", "La moitié des 400 maisons de Kelm ont été détruites.", []),
    ("fr", "Un tiers de ses 300 membres ont été tués.", []),
    ("fr", "Douze des 400 maisons de Kelm ont été détruites.", [("Douze des 400 maisons", State.DESTROYED)]),
    ("fr", "Tous les 900 soldats ont quitté Kelm.", [("900 soldats", State.WITHDRAWN)]),
]


@pytest.mark.parametrize(("language", "text", "told"), CASES, ids=[case[1] for case in CASES])
def test_what_happened_to_a_part_did_not_happen_to_the_whole(language, text, told):
    figures = find_figures(text, language=language)
    assert [(figure.text, figure.state) for figure in figures if figure.state is not State.NONE] == told
