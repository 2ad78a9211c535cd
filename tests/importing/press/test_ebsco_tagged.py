"""EBSCO's tagged form: entries that begin with their titles, of which no word is lost."""

from __future__ import annotations

from tui.importing.press.detector import press_articles
from tui.importing.press.ebsco_tagged import read
from tui.importing.press.line import lines_of_text

FIRST = (
    "TI- A crane\nAU- Quill, Ada\nSO- Harbour Times (Portham); 03/14/2023, p4\nYR- 2023\nSU- CRANES\n"
    "AB- It is about a crane of the harbour.\nIt stands still.\nLA- English\nAN- 2W61\n"
)
SECOND = "TI- A ferry\nSO- Coast Courier; 05/22/2023, p7\nAB- It is about a ferry.\n"


def test_each_entry_is_an_article() -> None:
    first, second = press_articles(lines_of_text(f"{FIRST}\n{SECOND}"))
    assert (first.title, first.source, first.author, first.page) == (
        "A crane",
        "Harbour Times (Portham)",
        "Quill, Ada",
        "4",
    )
    assert (first.dates[0].iso, first.language, first.archive_number) == ("2023-03-14", "en", "2W61")
    assert " ".join(first.paragraphs) == "It is about a crane of the harbour. It stands still."
    assert (second.title, second.source, second.dates[0].iso) == ("A ferry", "Coast Courier", "2023-05-22")


def test_no_word_is_lost() -> None:
    record = read(lines_of_text(FIRST))
    kept = [record.title, *(line.text for line in record.body), *record.left_out]
    assert sorted(" ".join(kept).split()) == sorted(FIRST.split())


def test_a_list_of_tags_without_a_source_is_none() -> None:
    assert press_articles(lines_of_text("TI- A crane\nAB- It is about a crane.\n\nTI- A ferry\nAB- It.\n")) == []
