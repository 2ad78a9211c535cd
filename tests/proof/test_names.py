from __future__ import annotations

import pytest

from tui.proof.names import titled_names

CASES = [
    ("a title of two words", "Foreign Minister Ada Holm left.", [("Foreign Minister", "Ada Holm")]),
    ("a title written small", "They met former president Holm there.", [("former president", "Holm")]),
    ("a people within", "Le ministre ivoirien des Ports, Piet Arend, est là.", []),
    (
        "a ministry",
        "Le ministre ivoirien de la Défense Piet Arend part.",
        [("ministre ivoirien de la Défense", "Piet Arend")],
    ),
    ("a possessive is no part", "It was President Holm’s ferry.", [("President", "Holm")]),
    ("a comma between", "The mayor, Ada Holm, left.", [("mayor", "Ada Holm")]),
    ("a form of address", "They met Mr Holm and Mme Arend.", []),
    ("a body that begins so", "They met at the General Assembly.", []),
    ("where a title holds", "They met the Mayor of Orma.", []),
    ("a name without one", "They met Ada Holm.", []),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_names_with_a_title(text: str, expected: list[tuple[str, str]]):
    padded = f"Fog. {text} Fog."
    found = list(titled_names(padded, 5, 5 + len(text)))
    assert [(each.title, each.name) for each in found] == expected
    assert all(padded[each.start : each.end].startswith(each.title) for each in found)
