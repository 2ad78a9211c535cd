"""What parsers of other hands raise becomes a sentence; what the program itself raises stays what it is."""

from __future__ import annotations

import struct

import pytest

from tui.errors import FileProblem
from tui.importing.parser_errors import translated_errors


class OwnFault(Exception):
    """What a parser calls a fault of its own."""


PARSER_ERRORS = [
    ("a wrong key", KeyError("x")),
    ("bytes of no encoding", UnicodeDecodeError("utf-8", b"\xff", 0, 1, "no")),
    ("a loop of references", RecursionError()),
    ("a field cut short", struct.error("short")),
    ("its own error", OwnFault("odd")),
]


@pytest.mark.parametrize("fault", [case[1] for case in PARSER_ERRORS], ids=[case[0] for case in PARSER_ERRORS])
def test_a_fault_names_the_format_and_its_kind(fault: Exception) -> None:
    with pytest.raises(FileProblem) as told, translated_errors("PDF", OwnFault):
        raise fault
    assert str(told.value) == f"damaged PDF: it could not be read to the end ({type(fault).__name__})"


def test_a_problem_that_is_told_already_keeps_its_words() -> None:
    with pytest.raises(FileProblem, match=r"^needs a password$"), translated_errors("PDF", Exception):
        raise FileProblem("needs a password")


def test_too_little_memory_is_told_as_such() -> None:
    with pytest.raises(FileProblem, match="more memory to read than the"), translated_errors("PDF"):
        raise MemoryError


def test_what_is_no_fault_of_a_file_passes() -> None:
    for passing in (KeyboardInterrupt, OwnFault):
        with pytest.raises(passing), translated_errors("PDF"):
            raise passing
