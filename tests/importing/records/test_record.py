"""What records of one file have in common: their texts, their ids, and what the account says of them."""

from __future__ import annotations

import pytest

from tui.importing.markup.front_matter import Value
from tui.importing.parsed import Draft
from tui.importing.records.record import Records, shown_names, text_paragraphs


def read(*records: dict[str, Value]) -> tuple[list[Draft], tuple[str, ...]]:
    book = Records()
    for fields in records:
        book.see(fields)
    drafts = [book.draft(fields) for fields in records]
    return [draft for draft in drafts if draft], book.last().notes


PARAGRAPHS = [
    ("lines", "It opened.\nIt fell.", ["It opened.", "It fell."]),
    ("empty lines", "It opened.\r\n\r\nIt fell.", ["It opened.", "It fell."]),
    ("marks", "<p>It <b>opened</b>.</p>It fell.", ["It opened.", "It fell."]),
    ("a lone sign", "3 < 4 & 5 > 2", ["3 < 4 & 5 > 2"]),
    ("entities", "Fish &amp; boats", ["Fish & boats"]),
    ("breaks that were written out", r"It opened.\n\nIt fell.", ["It opened.", "It fell."]),
    ("a path with a stroke", r"In C:\news it fell.", [r"In C:\news it fell."]),
    ("nothing", " \n", []),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in PARAGRAPHS], ids=[case[0] for case in PARAGRAPHS])
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert text_paragraphs(text) == expected


def test_the_best_text_is_the_text() -> None:
    ((one,), _) = read({"summary": "Short.", "html": "<p>x</p>", "body": "", "text": "Whole."})
    assert (one.paragraphs, one.left_out) == (("Whole.",), ("Short.", "html: x"))


def test_a_record_is_named_by_its_number_or_its_address() -> None:
    (drafts, _) = read({"title": "A", "id": "7", "url": "https://x.org/a"}, {"title": "B", "url": "https://x.org/b"})
    assert [draft.key for draft in drafts] == ["7", "https://x.org/b"]


def test_an_address_alone_is_a_title() -> None:
    ((one,), notes) = read({"url": "https://example.org/a"})
    assert (one.title, notes) == ("https://example.org/a", ("1 record without the full text",))


def test_days_of_making_are_weak_and_days_of_saving_are_none() -> None:
    ((made, dated, saved), _) = read(
        {"title": "A", "created_at": "2024-01-05"},
        {"title": "B", "created_at": "2024-01-05", "date": "2023-06-30"},
        {"title": "C", "date_added": "2024-01-05"},
    )
    assert [f"{date.provenance} {date.iso}" for date in made.dates] == ["document properties 2024-01-05"]
    assert [date.iso for date in dated.dates] == ["2023-06-30"]
    assert (saved.dates, str(saved.captured)) == ((), "2024-01-05")


def test_each_column_has_its_own_order() -> None:
    ((one, _), _) = read(
        {"title": "A", "date": "03/08/2023", "updated": "09/12/2023"},
        {"title": "B", "date": "25/08/2023", "updated": "08/30/2023"},
    )
    assert [date.iso for date in one.dates] == ["2023-08-03", "2023-09-12"]


def test_what_was_odd_is_said_once() -> None:
    (_, notes) = read(
        {"title": "A", "text": "x", "date": "soon"},
        {"title": "A", "text": "x", "date": "later"},
        {"title": "A", "text": "x", "date": "1691020800"},
        {"title": "A", "text": "x", "date": "1691120800"},
    )
    assert notes == (
        "numeric dates were read as seconds since 1970, UTC",
        "the date 'soon' of “A” was not understood, and 1 more",
    )


def test_a_record_whose_date_was_not_understood_says_so_itself() -> None:
    ((lost, changed), _) = read(
        {"title": "A", "text": "x", "date": "the day after the flood"},
        {"title": "B", "text": "x", "date": "2023-01-02", "updated": "soon"},
    )
    assert (lost.dates, lost.doubt) == ((), "its own date 'the day after the flood' was not understood")
    assert changed.doubt == ""


def test_where_there_is_a_place_for_the_day_the_record_was_made_when_the_page_was_saved() -> None:
    ((saved, dated), _) = read(
        {"title": "A", "created_at": "2024-01-05", "published_at": ""},
        {"title": "B", "created_at": "2024-01-05", "published_at": "2023-06-30"},
    )
    assert (saved.dates, str(saved.captured)) == ((), "2024-01-05")
    assert ([date.iso for date in dated.dates], dated.captured) == (["2023-06-30"], None)


def test_a_text_that_was_cut_by_who_gave_it_is_told() -> None:
    (_, notes) = read({"title": "A", "content": "It opened and… [+4120 chars]"})
    assert notes == ("1 record with only the beginning of the text",)


SHOWN = [
    ("few", ["river", "height"], "'river', 'height'"),
    ("as many as are shown", list("abcdefghijkl"), ", ".join(map(repr, "abcdefghijkl"))),
    ("more", list("abcdefghijklm"), ", ".join(map(repr, "abcdefghijkl")) + ", …"),
    ("a long one", ["r" * 90], repr("r" * 60)),
]


@pytest.mark.parametrize(("names", "expected"), [case[1:] for case in SHOWN], ids=[case[0] for case in SHOWN])
def test_names_are_shown_up_to_a_number_and_a_length(names: list[str], expected: str) -> None:
    assert shown_names(names) == expected


def test_equal_records_are_read_once_and_counted_each() -> None:
    row = {"title": "Fire", "date": "03/04/2021", "text": "", "summary": "It burned."}
    other = {**row, "title": "Flood"}
    drafts, notes = read(row, dict(row), dict(row), other, dict(row))
    apart = [read(row, row, row, other, row)[0][place] for place in range(5)]
    assert drafts == apart
    assert drafts[0] is drafts[1] is drafts[2]
    assert [draft.title for draft in drafts] == ["Fire", "Fire", "Fire", "Flood", "Fire"]
    assert "5 records without the full text" in notes
    assert "5 records with a doubtful date" in notes
