from __future__ import annotations

import pytest

from tui.names.expansions import expansions

CASES = [
    ("letters in order", "The Ferry Owners Guild (FOG) met.", [("Ferry Owners Guild", "FOG")]),
    ("small words left out", "The Union of the Ports of Kenya (UPK) met.", [("Union of the Ports of Kenya", "UPK")]),
    ("several letters of a word", "Le Réseau des bacs (REBAC) ferme.", [("Réseau des bacs", "REBAC")]),
    ("in another order", "The Northern Ferry Safety Mission (MNFS) met.", [("Northern Ferry Safety Mission", "MNFS")]),
    ("no abbreviation of these words", "They sailed to Oslo (SNO).", []),
    ("a name in brackets", "They sailed to Oslo (Norway).", []),
    ("words of another sentence", "Ferries left. Owners Guild (FOG) met.", []),
    ("not at the head of a line", "(FOG) The ferry.", []),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_an_abbreviation_stands_for(text: str, expected: list[tuple[str, str]]):
    found = list(expansions(text))
    assert [(text[each.start : each.end], each.short) for each in found] == expected
    assert all(text[each.at :].startswith(each.short) for each in found)
