"""Rows of delimited text: well-formed ones as they are, damaged ones without the loss of those behind them."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.importing.records.delimited import DELIMITERS, Damage, Delimited

HEADER = b"id,url,title,text\n"


def rows_of(body: bytes, width: int = 4, delimiter: bytes = b",") -> tuple[list[list[str]], Damage]:
    table = Delimited(body, delimiter, width, text_column=width - 1)
    return [[cell.decode() for cell in row] for row in table.rows(0)], table.damage


def written(*rows: str) -> bytes:
    return "\n".join(rows).encode()


GOOD = ["1,http://a,One,Short", "2,http://b,Two,Long", "3,http://c,Three,Wide"]
DAMAGED = [
    ("an open quote before text", [*GOOD, '4,http://d,Four,"It rained', "5,http://e,Five,Dry"],
     [["4", "http://d", "Four", "It rained"], ["5", "http://e", "Five", "Dry"]]),
    ("an open quote, and quoted rows behind it", [*GOOD, '4,http://d,Four,"It rained', '5,http://e,Five,"Dry, warm"'],
     [["4", "http://d", "Four", "It rained"], ["5", "http://e", "Five", "Dry, warm"]]),
    ("an open quote and delimiters in the text", [*GOOD, '4,http://d,Four,"It rained, a lot, here', "5,http://e,V,Dry"],
     [["4", "http://d", "Four", "It rained, a lot, here"], ["5", "http://e", "V", "Dry"]]),
    ("quotes within quotes", [*GOOD, '4,http://d,Four,"He said "no" twice"', "5,http://e,Five,Dry"],
     [["4", "http://d", "Four", 'He said "no" twice'], ["5", "http://e", "Five", "Dry"]]),
    ("quotes with a backslash", [*GOOD, r'4,http://d,Four,"He said \"no\", twice"', "5,http://e,Five,Dry"],
     [["4", "http://d", "Four", 'He said "no", twice'], ["5", "http://e", "Five", "Dry"]]),
    ("a quote that swallows a row whole", [*GOOD, '4,http://d,"Four,It', '5,http://e,Five,It rained"', "6,http://f,a,b"],
     [["4", "http://d", "Four", "It"], ["5", "http://e", "Five", 'It rained"'], ["6", "http://f", "a", "b"]]),
    ("a text that was cut off", [*GOOD, '4,http://d,Four,"It rained,', "", "and, then, it, stopped"],
     [["4", "http://d", "Four", "It rained,\n\nand, then, it, stopped"]]),
    ("paragraphs in a damaged row", [*GOOD, '4,http://d,Four,"He said "no"', "", "and, left, at, once.\"", "5,http://e,V,Dry"],
     [["4", "http://d", "Four", 'He said "no"\n\nand, left, at, once.'], ["5", "http://e", "V", "Dry"]]),
    ("delimiters that were not quoted", [*GOOD, "4,http://d,Four,It rained, and rained, here"],
     [["4", "http://d", "Four", "It rained, and rained, here"]]),
    ("cells that are missing", [*GOOD, "4,http://d"], [["4", "http://d", "", ""]]),
    ("empty lines", [*GOOD, "", "4,http://d,Four,Dry", ""], [["4", "http://d", "Four", "Dry"]]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), [case[1:] for case in DAMAGED], ids=[case[0] for case in DAMAGED])
def test_damage(lines: list[str], expected: list[list[str]]) -> None:
    assert rows_of(written(*lines))[0][3:] == expected


def test_what_was_odd_is_counted() -> None:
    lines = written(*GOOD, '4,http://d,Four,"He "said" no"', "5,http://e", "6,http://f,Six,Dry")
    assert rows_of(lines)[1] == Damage(quotes=1, ragged=1)


def test_each_row_may_be_damaged() -> None:
    body = written(*(rf'{number},http://a,"T","He said \"{number}\", and left"' for number in range(50)))
    rows, damage = rows_of(body)
    assert [row[3] for row in rows] == [f'He said "{number}", and left' for number in range(50)]
    assert damage.quotes == 50


def test_an_open_quote_in_each_row_loses_none() -> None:
    rows, _ = rows_of(written(*(f'{number},"x{number}' for number in range(2000))), width=2)
    assert [row[1] for row in rows] == [f"x{number}" for number in range(2000)]


def test_a_row_beyond_the_limit_is_refused_and_the_next_is_read() -> None:
    rows, damage = rows_of(written(*GOOD, '4,http://d,Four,"' + "long " * 10_000_000 + '"', "5,http://e,Five,Dry"))
    assert [row[0] for row in rows] == ["1", "2", "3", "5"]
    assert damage == Damage(too_long=1)


CELL = st.text(st.sampled_from('ab ,;|\t"\n\r.') | st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)


@given(
    st.lists(st.lists(CELL, min_size=3, max_size=3).filter(any), max_size=8),
    st.sampled_from(DELIMITERS),
)
def test_what_the_standard_library_writes_is_read_back(rows: list[list[str]], delimiter: bytes) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter.decode(), quoting=csv.QUOTE_ALL).writerows(rows)
    assert rows_of(out.getvalue().encode(), 3, delimiter) == (rows, Damage())


@given(
    st.binary(max_size=300) | st.text(st.sampled_from('a1,"\n\r\\ '), max_size=200).map(str.encode), st.integers(1, 5)
)
def test_no_letter_of_any_bytes_is_lost(body: bytes, width: int) -> None:
    rows = list(Delimited(body, b",", width).rows(0))
    assert all(len(row) == width for row in rows)
    assert letters(b"".join(cell for row in rows for cell in row)) == letters(body)


def letters(text: bytes) -> int:
    return sum(bytes((byte,)).isalnum() for byte in text)
