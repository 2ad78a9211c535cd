"""Nearly right files of every format: each ends as an account, and nothing in it is harmful.

`MALI_TUI_FUZZ_SEED` names another run than the usual one, `MALI_TUI_FUZZ_COUNT` the number of files of each suffix. The
run by hand is `python tests/fuzz/run.py --count 20000`.
"""

from __future__ import annotations

import os

import pytest
from fuzzing.judging import case, judged
from fuzzing.seeds import SEEDS

from tui.dossier.account import Outcome
from tui.importing.registry import FORMATS

SEED = int(os.environ.get("MALI_TUI_FUZZ_SEED", "1"))
COUNT = int(os.environ.get("MALI_TUI_FUZZ_COUNT", "12"))


def test_every_format_has_something_to_begin_with() -> None:
    assert not [suffix for suffix in FORMATS if not SEEDS.get(suffix)]


@pytest.mark.parametrize("suffix", sorted(FORMATS), ids=lambda suffix: suffix or "none")
def test_what_the_mutations_begin_with_is_read(suffix: str) -> None:
    assert Outcome.READ in [judged(suffix, content) for content in SEEDS[suffix]]


@pytest.mark.parametrize("suffix", sorted(FORMATS), ids=lambda suffix: suffix or "none")
def test_whatever_is_nearly_right_ends_as_an_account(suffix: str) -> None:
    print(f"seed {SEED}")  # noqa: T201  # shown where it fails
    for number in range(COUNT):
        content = case(suffix, SEED, number)
        try:
            judged(suffix, content)
        except Exception as error:
            again = f"python tests/fuzz/run.py --seed {SEED} --format '{suffix}' --only {number}"
            raise AssertionError(f"{again}\n{type(error).__name__}: {error}") from error


def test_the_same_number_makes_the_same_file() -> None:
    assert case(".zip", 7, 3) == case(".zip", 7, 3) != case(".zip", 8, 3)
