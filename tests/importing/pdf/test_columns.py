"""The order in which the parts of a page are read."""

from __future__ import annotations

from itertools import zip_longest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.importing.pdf.columns import Piece, regions_of

LINE = "and the ferry lay at her berth until nightfall"


def piece(name: str, x: float, y: float, size: float = 9.0, width: float = 160.0) -> Piece:
    return Piece(f"{name} {LINE}"[: int(width / size * 2.2)], x, x + width, y, size, 0, 20.0)


def column(name: str, x: float, top: float, count: int, width: float = 160.0) -> list[Piece]:
    """Set lines of changing lengths below one another."""
    return [piece(f"{name}{place}", x, top - 11.0 * place, width=width - place % 4 * 7) for place in range(count)]


def by_rows(*columns: list[Piece]) -> list[Piece]:
    return [piece for row in zip_longest(*columns) for piece in row if piece is not None]


def read(pieces: list[Piece]) -> str:
    """Return the names of the parts as they are read, each once."""
    names = [piece.text.split()[0].rstrip("0123456789") for region in regions_of(pieces) for piece in region]
    return " ".join(dict.fromkeys(names))


TITLE = piece("title", 40, 780, 20.0, 520.0)
FULL = column("full", 40, 740, 4, 520.0)
PAGES = [
    ("one column", column("a", 40, 700, 20, 500.0), "a"),
    ("two, row by row", by_rows(column("a", 40, 700, 12), column("b", 210, 700, 12)), "a b"),
    ("two, the last one first", [*column("b", 210, 700, 12), *column("a", 40, 700, 12)], "a b"),
    ("few lines", by_rows(column("a", 40, 700, 3), column("b", 210, 700, 3)), "a b"),
    ("lines of other heights", by_rows(column("a", 40, 700, 12), column("b", 210, 704, 12)), "a b"),
    ("three below a title", [TITLE, *by_rows(*(column(n, 40 + 175 * p, 700, 9) for p, n in enumerate("abc")))],
     "title a b c"),
    ("a short last one", by_rows(column("a", 40, 700, 30), column("b", 210, 700, 8)), "a b"),
    ("a text above and below", [*FULL, *by_rows(column("a", 40, 680, 9), column("b", 210, 680, 9)),
     *column("end", 40, 560, 4, 520.0)], "full a b end"),
    ("a heading over the last two", by_rows(column("a", 40, 780, 40), [piece("title", 215, 770, 20.0, 340.0)],
     column("b", 215, 740, 30), column("c", 390, 740, 30)), "a title b c"),
    ("a short heading between two texts", [*by_rows(column("a", 40, 700, 9), column("b", 210, 700, 9)),
     piece("title", 40, 570, 16.0, 150.0), *by_rows(column("c", 40, 545, 9), column("d", 210, 545, 9))],
     "a b title c d"),
    ("a head and a foot", [piece("head", 40, 810, 8.0, 60), piece("day", 330, 810, 8.0, 60),
     *by_rows(column("a", 40, 700, 9), column("b", 210, 700, 9)), piece("foot", 40, 40, 8.0, 90)],
     "head day a b foot"),
]  # fmt: skip


@pytest.mark.parametrize(("pieces", "order"), [row[1:] for row in PAGES], ids=[row[0] for row in PAGES])
def test_columns_are_read_one_after_another(pieces: list[Piece], order: str) -> None:
    assert read(pieces) == order


def cells(*columns: tuple[str, float, float]) -> list[Piece]:
    return [piece(name, x, 600 - 11 * row, width=width) for row in range(9) for name, x, width in columns]


TEXTS = [
    ("a table", cells(("ouro", 40, 40), ("twelve", 200, 20), ("six", 300, 20))),
    ("numbers before paragraphs", cells(("1", 40, 6), ("text", 60, 400))),
    ("terms beside paragraphs", [*column("text", 150, 700, 20, 300.0),
     *(piece("term", 40, 700 - 44 * place, width=80) for place in range(5))]),
    ("spaces that happen to be below one another", [*column("a", 40, 700, 9, 460.0),
     *cells(("b", 40, 200), ("c", 246, 250))[:8], *column("d", 40, 540, 9, 460.0)]),
]  # fmt: skip


@pytest.mark.parametrize("pieces", [row[1] for row in TEXTS], ids=[row[0] for row in TEXTS])
def test_what_only_looks_like_columns_is_one_region(pieces: list[Piece]) -> None:
    assert len(regions_of(pieces)) == 1


PLACES = st.tuples(st.floats(0, 600), st.floats(0, 800), st.floats(1, 40), st.floats(0, 600))


@given(st.lists(PLACES, max_size=40))
def test_every_piece_is_read_once(places: list[tuple[float, float, float, float]]) -> None:
    pieces = [Piece(str(number), x, x + width, y, size, 0, 1.0) for number, (x, y, size, width) in enumerate(places)]
    found = [piece.text for region in regions_of(pieces) for piece in region]
    assert sorted(found) == sorted(piece.text for piece in pieces)
