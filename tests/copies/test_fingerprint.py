"""The fingerprint of a text holds for every process, and for whatever a text is made of."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.copies.fingerprint import FEWEST_WORDS, KEYS, fingerprint
from tui.importing.limits import COMPARED_CHARACTERS

TEXT = " ".join(f"word{number}" for number in range(40))


@given(st.text(st.characters(), max_size=400))
def test_any_text_has_an_imprint_or_no_word(text: str):
    found = fingerprint("title", text)
    assert (found is None) == (not any(character.isalnum() for character in text.casefold()))
    if found is not None:
        assert all(0 <= key < 1 << 63 for key in found.sketch().keys)


def test_numbers_are_the_same_in_every_process():
    program = f"from tui.copies.fingerprint import fingerprint; print(*fingerprint('', {TEXT!r}).sketch().keys)"
    root = str(Path(__file__).parents[2])
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": root},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()[-1]
        for seed in ("1", "2")
    }
    assert printed == {str(fingerprint("", TEXT).sketch().keys[-1])}


def test_numbers_that_caches_hold_stay_what_they_are():
    assert fingerprint("", TEXT).sketch().keys[0] == 6583874653124840861
    assert fingerprint("", TEXT).sketch().least[0] == 564029889858437525


@pytest.mark.parametrize(
    ("count", "keys"),
    [(FEWEST_WORDS - 1, 1), (FEWEST_WORDS, 1 + KEYS), (400, 1 + KEYS)],
    ids=["short", "enough", "long"],
)
def test_a_text_is_found_under_few_keys(count: int, keys: int):
    assert len(fingerprint("", " ".join(str(number) for number in range(count))).sketch().keys) == keys


def test_a_huge_text_is_compared_as_a_whole():
    huge = "grain " * (COMPARED_CHARACTERS // 6 + 1)
    found = fingerprint("", huge)
    assert not found.rows
    assert found.whole == fingerprint("other title", huge).whole != fingerprint("", huge + ".").whole


def test_a_word_without_end_is_taken_in_pieces():
    assert fingerprint("", "a" * COMPARED_CHARACTERS).words > FEWEST_WORDS


def test_figures_are_read_without_what_parts_them():
    assert fingerprint("", "They paid 1,250 crowns, 3.5 each, at 9:40.").figures == ("1250", "35", "9", "40")


def test_the_figures_of_a_title_are_kept_apart():
    found = fingerprint("Part 7", "It rained for 3 days.")
    assert (found.figures, found.title_figures) == (("3",), ("7",))
