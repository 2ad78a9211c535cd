"""Exports of programs: the day on which a page was saved is never taken for its publication."""

from __future__ import annotations

import pytest

from tui.importing.records.exports import as_record, gathered_highlights

EXPORTS = [
    ("Pocket", {"title": "Heron", "url": "u", "time_added": "1688", "status": "unread"}, {"saved": "1688"}, ["status"]),
    (
        "Instapaper",
        {"URL": "u", "Selection": "", "Folder": "Unread", "Timestamp": "1688"},
        {"saved": "1688", "tags": ""},
        ["Folder", "Timestamp"],
    ),
    (
        "Instapaper, a folder of one's own",
        {"URL": "u", "Selection": "", "Folder": "Weirs", "Timestamp": "1"},
        {"tags": "Weirs"},
        [],
    ),
    (
        "Zotero",
        {"Item Type": "a", "Date Added": "2023", "Publication Title": "Gazette", "Publisher": "Press", "Date": "2022"},
        {"saved": "2023", "Date": "2022", "Publication Title": "Gazette"},
        ["Publisher"],
    ),
    (
        "Factiva",
        {"HD": "Heron", "PD": "4 July 2023", "SN": "Gazette", "TD": "Back."},
        {"title": "Heron", "text": "Back."},
        ["HD"],
    ),
    ("any table", {"title": "Heron", "date": "2023"}, {"title": "Heron", "date": "2023"}, ["saved"]),
]


@pytest.mark.parametrize(
    ("fields", "has", "has_not"), [case[1:] for case in EXPORTS], ids=[case[0] for case in EXPORTS]
)
def test_fields_get_the_names_of_any_record(fields: dict, has: dict, has_not: list[str]) -> None:
    record = as_record(fields)
    assert {name: record[name] for name in has} == has
    assert record.keys().isdisjoint(has_not)


CITED = [
    ("a day", {"date-parts": [["2023", "8", "3"]]}, "2023-08-03"),
    ("a month", {"date-parts": [["2023", "8"]]}, "2023-08"),
    ("in words", {"raw": "August 2023"}, "August 2023"),
    ("damaged", {"date-parts": [["soon"]]}, ""),
    ("a string", "2023", "2023"),
]


@pytest.mark.parametrize(("issued", "expected"), [case[1:] for case in CITED], ids=[case[0] for case in CITED])
def test_a_citation_is_dated_as_far_as_it_says(issued: object, expected: str) -> None:
    people = [{"given": "Ada", "family": "Rell"}, {"literal": "River Press"}]
    record = as_record({"type": "article", "title": "Heron", "issued": issued, "author": people})
    assert (record["date"], record["author"]) == (expected, ["Ada Rell", "River Press"])


def test_highlights_are_gathered_by_their_article() -> None:
    rows = [
        {"Highlight": "One.", "Book Title": "Heron", "Book Author": "Ada"},
        {"Highlight": "Lone.", "Book Title": "Ferry", "Book Author": "Bo"},
        {"Highlight": "Two.", "Book Title": "Heron", "Book Author": "Ada"},
    ]
    assert [(one["title"], one["abstract"]) for one in gathered_highlights(rows)] == [
        ("Heron", "One.\n\nTwo."),
        ("Ferry", "Lone."),
    ]
    kept = as_record({"highlights": [{"text": "One."}, "odd", {"text": "Two."}], "title": "Heron", "unique_url": "u"})
    assert (kept["abstract"], kept["url"]) == ("One.\n\nTwo.", "u")
