from __future__ import annotations

import pytest

from tui.figures.names import spelled


@pytest.mark.parametrize(
    ("names", "texts", "expected"),
    [
        ({"ivory", "coast"}, ["The soldiers from Ivory Coast left. Ivory Coast thanked them."], ("Ivory Coast",)),
        ({"puy", "orme"}, ["Le Puy d’Orme remercie."], ("Puy d’Orme",)),
        ({"ivory", "coast"}, ["Ivory Coast left.", "The Coast Guard stayed."], ("Coast", "Ivory")),
        ({"chad", "un"}, ["The UN thanked Chad, and Chad the UN."], ("Chad", "UN")),
        ({"orma"}, [], ("orma",)),
    ],
)
def test_words_of_one_name_are_one(names: set[str], texts: list[str], expected: tuple[str, ...]):
    assert spelled(frozenset(names), texts, 3) == expected
