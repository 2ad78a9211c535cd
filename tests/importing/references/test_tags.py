"""RIS and EndNote: entries come out with their day, and never with that of a look-up."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tui.importing.parsed import Draft
from tui.importing.references.tags import endnote_drafts, ris_drafts

RIS = """TY  - NEWS
T1  - Pilots ask for a light
AU  - Quill, Ada
AU  - Marsh, Ben
JF  - Harbour Times
Y1  - 2023/03/04/
Y2  - 2024/01/01
AB  - The pilots asked.
They asked again.

On Monday too.
SP  - A3
LA  - English
UR  - https://news.example/a
AN  - 12345
ER  -

TY  - NEWS
TI  - Tug crews vote
DA  - 2023 May 12
"""


def shown(draft: Draft) -> tuple[str, list[str]]:
    return draft.title, [day.iso for day in draft.dates]


def test_entries_with_all_their_fields() -> None:
    first, second = ris_drafts(RIS)
    assert shown(first) == ("Pilots ask for a light", ["2023-03-04"])
    assert first.paragraphs == ("The pilots asked. They asked again.", "On Monday too.")
    assert (first.source, first.author, first.page) == ("Harbour Times", "Quill, Ada, Marsh, Ben", "A3")
    assert (first.language, first.address, first.archive_number) == ("en", "https://news.example/a", "12345")
    assert "Y2: 2024/01/01" in first.left_out
    assert (shown(second), second.paragraphs) == (("Tug crews vote", ["2023-05-12"]), ())


def test_the_most_precise_day_counts() -> None:
    (draft,) = ris_drafts("TY  - NEWS\nTI  - A\nPY  - 2023\nDA  - 2023/03/04\nER  - \n")
    assert shown(draft) == ("A", ["2023-03-04"])
    (draft,) = ris_drafts("TY  - NEWS\nTI  - A\nPY  - 2023//\nER  - \n")
    assert shown(draft) == ("A", ["2023"])


def test_endnote() -> None:
    (draft,) = endnote_drafts(
        "%0 Newspaper Article\n%T A crane\n%A Quill, Ada\n%J Post\n%D 2023\n%8 March 4, 2023\n%X It.\n"
    )
    assert shown(draft) == ("A crane", ["2023-03-04"])
    assert (draft.source, draft.author, draft.paragraphs) == ("Post", "Quill, Ada", ("It.",))


@given(st.lists(st.dates(date(1900, 1, 1), date(2099, 12, 31)), min_size=1, max_size=5))
def test_each_entry_has_its_own_day(days: list[date]) -> None:
    text = "".join(
        f"TY  - NEWS\nTI  - No. {number}\nDA  - {day:%Y/%m/%d}\nER  - \n\n" for number, day in enumerate(days)
    )
    assert [shown(draft) for draft in ris_drafts(text)] == [
        (f"No. {number}", [str(day)]) for number, day in enumerate(days)
    ]


@given(st.text(max_size=200))
def test_any_text_is_read_to_its_end(text: str) -> None:
    list(ris_drafts(text))
    list(endnote_drafts(text))
