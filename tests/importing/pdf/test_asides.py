"""What stands between two halves of a sentence."""

from __future__ import annotations

import pytest

from tui.importing.pdf.asides import set_aside
from tui.importing.pdf.lines import PrintedLine


def page(*rows: str) -> list[PrintedLine]:
    """Set lines; one that begins with a mark has letters of another size."""
    sizes = {"-": 7.0, "+": 16.0}
    return [PrintedLine(row.lstrip("-+"), 70, 700.0 - 12 * at, sizes.get(row[0], 10.0)) for at, row in enumerate(rows)]


PAGES = [
    ("a caption", ["The ferry was", "-Photo: Ada Rell", "tied up."], "The ferry was/tied up./Photo: Ada Rell*"),
    ("a pull quote", ["It was", "+We had", "+to wait", "tied up.", "So."], "It was/tied up./So./We had*/to wait*"),
    ("two", ["a", "-b", "c", "-d", "e."], "a/c/e./b*/d*"),
    ("a heading", ["It sank.", "+Nobody hurt", "The day"], "It sank./Nobody hurt/The day"),
    ("a heading in the midst of a sentence", ["It sank", "+Nobody hurt", "The day"], "It sank/Nobody hurt/The day"),
    ("a note at the end", ["It sank", "-1 See there."], "It sank/1 See there."),
    ("a line at the beginning", ["-March", "it sank"], "March/it sank"),
    ("nothing", [], ""),
]


@pytest.mark.parametrize(("rows", "expected"), [row[1:] for row in PAGES], ids=[row[0] for row in PAGES])
def test_what_interrupts_a_sentence_is_read_behind_the_page(rows: list[str], expected: str) -> None:
    done = set_aside(page(*rows), 10.0)
    assert "/".join(line.text + "*" * line.aside for line in done) == expected
