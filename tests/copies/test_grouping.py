"""Every text of a group is a copy of its head; nothing that is compared grows with the number of texts."""

from __future__ import annotations

import random
from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.copies.fingerprint import Fingerprint, fingerprint
from tui.copies.grouping import MOST_AT_KEY, Grouping, Placement
from tui.copies.similarity import copied

WORDS = [f"{first}{last}" for first in "bcdfghjklm" for last in ("an", "est", "ivo", "olm", "urk", "eth")]


def text(seed: int, count: int = 60) -> list[str]:
    return random.Random(seed).choices(WORDS, k=count)


class Counting:
    """Groups texts that are all at hand, and counts how many fingerprints are asked for."""

    def __init__(self, texts: Iterable[list[str]]) -> None:
        self.fingerprints: dict[int, Fingerprint] = {
            number: fingerprint(f"title {number}", " ".join(words)) for number, words in enumerate(texts, 1)
        }
        self.asked = 0
        grouping = Grouping([], lambda wanted: [], self._fingerprint)
        self.placed: list[Placement] = list(
            grouping.place_all([(number, each, each.sketch()) for number, each in self.fingerprints.items()])
        )

    def _fingerprint(self, number: int) -> Fingerprint:
        self.asked += 1
        return self.fingerprints[number]

    @property
    def heads(self) -> dict[int, int | None]:
        return {placed.number: placed.head for placed in self.placed}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 12)), min_size=1, max_size=25))
def test_every_text_is_a_copy_of_its_head(variants: list[tuple[int, int]]):
    found = Counting(text(seed)[:-cut] if cut else text(seed) for seed, cut in variants)
    for number, head in found.heads.items():
        if head is None:
            earlier = [other for other, its in found.heads.items() if its is None and other < number]
            assert not any(copied(found.fingerprints[number], found.fingerprints[other]) for other in earlier)
        else:
            assert found.heads[head] is None
            assert head < number
            assert copied(found.fingerprints[number], found.fingerprints[head])


def test_no_chain_leads_from_one_text_to_another():
    story = text(1, 400)
    found = Counting(story[start : start + 200] for start in range(0, 200, 10))
    heads = {number for number, head in found.heads.items() if head is None}
    assert len(heads) > 5
    assert found.heads[2] == found.heads[3] == 1


def test_a_text_joins_the_head_that_it_is_most_alike():
    story = text(2, 200)
    found = Counting([story[:175], story[25:], story[10:]])
    assert found.heads == {1: None, 2: None, 3: 2}


def test_equal_texts_are_compared_with_one():
    found = Counting([text(3)] * 500)
    assert set(found.heads.values()) == {None, 1}
    assert found.asked == 499


def test_thousands_of_texts_with_one_end_are_compared_with_few():
    end = text(4, 150)
    found = Counting(text(seed, 50) + end for seed in range(5, 605))
    assert set(found.heads.values()) == {None}
    assert found.asked <= 16 * 600
    at: dict[int, int] = {}
    for placed in found.placed:
        for key in placed.keys:
            at[key] = at.get(key, 0) + 1
    assert max(at.values()) <= MOST_AT_KEY


def test_heads_that_were_found_before_are_heads_still():
    story = text(6)
    first = fingerprint("", " ".join(story))
    grouping = Grouping(
        [(key, 7) for key in first.sketch().keys],
        lambda wanted: [(7, first.sketch())] if 7 in wanted else [],
        {7: first}.get,
    )
    again = fingerprint("", " ".join([*story, "more"]))
    assert [placed.head for placed in grouping.place_all([(9, again, again.sketch())])] == [7]


def test_a_head_that_has_gone_meanwhile_has_no_copies():
    first = fingerprint("", " ".join(text(6)))
    keys = [(key, 7) for key in first.sketch().keys]
    for sketches in ([(7, first.sketch())], []):
        grouping = Grouping(keys, lambda wanted, known=sketches: known, lambda number: None)
        (placed,) = grouping.place_all([(9, first, first.sketch())])
        assert placed.head is None
        assert placed.sketch == first.sketch()
