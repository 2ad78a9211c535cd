"""EBSCO: labels in a line with their values or above them, and the text below without one."""

from __future__ import annotations

import pytest

from tui.importing.markup.fragment import Block
from tui.importing.parsed import Draft
from tui.importing.press.detector import press_articles
from tui.importing.press.ebsco import read
from tui.importing.press.line import lines_of_blocks, lines_of_text

TEXT = "The crane of the harbour stands still since Monday."
NOTICE = "Copyright of Harbour Times is the property of Harbour Press and its content may not be copied."


def written(number: int, title: str, source: str, parting: str = ": ") -> str:
    fields = [
        *(("Title", title), ("Authors", "Quill, Ada"), ("Source", source), ("Document Type", "Article")),
        *(("Subject Terms", "*CRANES\n*HARBOURS"), ("Abstract", "It is about a crane.")),
        *(("Full Text Word Count", "1,834"), ("Accession Number", f"2W6{number}"), ("Database", "Newspaper Source")),
    ]
    head = "\n".join(f"{label}{parting}{value}" for label, value in fields)
    return f"Record: {number}\n{head}\n\nSection: News\n\n{title}\n\n{TEXT}\n\n~~~~~~~~\n\nBy Ada Quill\n\n{NOTICE}\n\n"


def shown(draft: Draft) -> tuple[object, ...]:
    day = draft.dates[0].iso if draft.dates else ""
    return (
        draft.title,
        draft.source,
        day,
        draft.page,
        draft.section,
        draft.length,
        draft.archive_number,
        draft.paragraphs,
    )


@pytest.mark.parametrize("parting", [": ", ":\n    ", ":\t"], ids=["in a line", "above", "tab"])
def test_records_give_their_fields_and_the_text_alone(parting: str) -> None:
    whole = written(1, "A crane", "Harbour Times (Portham). 3/14/2023, p3. 1p.", parting) + written(
        2, "A ferry", "Coast Courier, The, May 22, 2023, pA1", parting
    )
    assert [shown(draft) for draft in press_articles(lines_of_text(whole))] == [
        ("A crane", "Harbour Times (Portham)", "2023-03-14", "3", "News", 1834, "2W61", (TEXT,)),
        ("A ferry", "The Coast Courier", "2023-05-22", "A1", "News", 1834, "2W62", (TEXT,)),
    ]


def test_records_of_a_page_are_parted_at_their_titles() -> None:
    blocks = [
        Block(text)
        for title, day in (("A crane", "3/14/2023"), ("A ferry", "5/22/2023"))
        for text in (
            "Title:",
            title,
            "Source:",
            f"Harbour Times. {day}, p3.",
            "Accession Number:",
            "2W",
            "Database:",
            "X",
            TEXT,
        )
    ]
    found = press_articles(lines_of_blocks([Block("EBSCOhost"), *blocks]))
    assert [(draft.title, draft.dates[0].iso, draft.paragraphs) for draft in found] == [
        ("A crane", "2023-03-14", (TEXT,)),
        ("A ferry", "2023-05-22", (TEXT,)),
    ]


def test_a_day_in_figures_that_may_be_two_is_doubtful() -> None:
    record = read(
        lines_of_text("Record: 1\n\nTitle: Crane\n\nSource: Harbour Times, 03/04/2023, p3\n\nDatabase: X\n\nIt.")
    )
    assert record.day is not None
    assert "may be" in record.day.doubt
    assert (record.outlet, record.page, [line.text for line in record.body]) == ("Harbour Times", "3", ["It."])


def test_an_abstract_stands_for_a_text_that_is_not_there() -> None:
    record = read(lines_of_text("Title: Crane\n\nAbstract: It is about a crane.\n\nAccession Number: 1\n\nDatabase: X"))
    assert [line.text for line in record.lead] == ["It is about a crane."]


def test_a_page_with_the_title_above_the_list_of_labels() -> None:
    fields = (
        *(("Authors:", "Quill, Ada"), ("Source:", "Harbour Times (Portham). 3/14/2023, p4."), ("ISSN:", "0000")),
        *(("Full Text Word Count:", "9"), ("Accession Number:", "2W61"), ("Database:", "Newspaper Source")),
    )
    blocks = [Block("EBSCOhost"), Block("A crane"), *(Block(part) for field in fields for part in field)]
    (draft,) = press_articles(lines_of_blocks([*blocks, Block(TEXT), Block(NOTICE)]))
    assert (draft.title, draft.source, draft.page) == ("A crane", "Harbour Times (Portham)", "4")
    assert (draft.dates[0].iso, draft.paragraphs) == ("2023-03-14", (TEXT,))
