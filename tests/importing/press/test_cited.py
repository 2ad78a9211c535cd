"""PressReader and GoPress: one line with outlet and day, below the title or above it."""

from __future__ import annotations

import pytest

from tui.importing.press.detector import press_articles
from tui.importing.press.line import lines_of_text

TEXT = "The crane of the harbour stands still since Monday, and its master does not know why."


def found(text: str) -> list[tuple[str, ...]]:
    return [
        (one.title, one.source, one.dates[0].iso, one.author, one.page, *one.paragraphs)
        for one in press_articles(lines_of_text(text))
    ]


FIRST = ("A crane", "Harbour Times", "2023-03-04", "Ada Quill", "12", TEXT)
SECOND = ("A ferry", "Coast Courier", "2023-05-12", "Ben Marsh", "3", TEXT)


@pytest.mark.parametrize("sign", ["·", "|", "–", "•"])
def test_the_line_below_the_title(sign: str) -> None:
    rights = "Copyright and protected by applicable law"
    text = (
        f"A crane\n\nHarbour Times {sign} 4 Mar 2023 {sign} 12 {sign} Ada Quill\n\n{TEXT}\n\n{rights}\n\n"
        f"A ferry\n\nCoast Courier {sign} Friday, 12 May 2023 {sign} Page 3\n\nBy Ben Marsh\n\n{TEXT}\n\n{rights}\n"
    )
    assert found(text) == [FIRST, SECOND]


def test_the_line_above_the_title_with_its_page() -> None:
    text = (
        f"Harbour Times - 04 maart 2023\nPagina 12\n\nA crane\n\nAda Quill\n\n{TEXT}\n\nCopyright © 2023 gopress\n\n"
        f"* Coast Courier - 12 mei 2023\nPagina 3\n\nA ferry\n\nBen Marsh\n\n{TEXT}\n\nCopyright © 2023 gopress\n"
    )
    assert found(text) == [FIRST, SECOND]


@pytest.mark.parametrize(
    "text",
    [
        f"A crane\n\nHarbour Times · 4 March 2023\n\n{TEXT}\n",
        f"A crane\n\nIt fell - 4 March 2023 was its day - and they ran.\n\nA ferry\n\nIt sank.\n\n{TEXT}",
        "4 March 2023 - 5 March 2023\n\n6 March 2023 - 7 March 2023\n",
    ],
    ids=["one alone", "prose", "days"],
)
def test_what_is_no_list_of_articles(text: str) -> None:
    assert found(text) == []


def test_one_article_is_told_by_what_its_service_writes_below_it() -> None:
    gopress = (
        f"Harbour Times - 04 maart 2023\nPagina 12\n\nA crane\n\nAda Quill\n\n{TEXT}\n\nCopyright © 2023 gopress\n"
    )
    pressreader = (
        f"A crane\n\nHarbour Times - 2023-03-04 - 12 - By Ada Quill\n\n{TEXT}\n\nPressReader. All rights reserved.\n"
    )
    assert found(gopress) == found(pressreader) == [FIRST]


def test_the_table_below_an_article_that_was_printed() -> None:
    table = "Article Name: A crane\nPublication: Harbour Times\nAuthor: By Ada Quill\nStart Page: 12\nEnd Page: 12\n"
    assert found(f"A crane\n\nHarbour Times\n4 Mar 2023\nBy Ada Quill\n\n{TEXT}\n\n{table}") == [FIRST]
    assert found(f"A crane\n\nHarbour Times · 4 Mar 2023 · NEWS\n\n{TEXT}\n\n{table}") == [FIRST]


def test_pages_with_a_letter_and_sections_in_capitals() -> None:
    (draft, _) = press_articles(
        lines_of_text(
            f"A crane\n\nHarbour Times · 4 Mar 2023 · A12 · NEWS\n\n{TEXT}\n\nB\n\nC · 5 Mar 2023\n\n{TEXT}\n"
        )
    )
    assert (draft.page, draft.section, draft.author) == ("A12", "NEWS", "")


@pytest.mark.parametrize("page", ["Page 12", "Pagina 12"])
@pytest.mark.parametrize("titled", [True, False], ids=["title first", "outlet first"])
def test_one_article_of_gopress_without_its_name(titled: bool, page: str) -> None:
    cited = f"Harbour Times* - 04 Mar. 2023\n{page}"
    head = f"A crane\n{cited}" if titled else f"{cited}\nA crane"
    assert found(f"{head}\nAda Quill\n{TEXT}\n") == [FIRST]


def test_articles_of_gopress_with_titles_first() -> None:
    text = (
        f"A crane\nHarbour Times - 04 Mar. 2023\nPage 12\nAda Quill\n{TEXT}\n\n"
        f"A ferry\nCoast Courier - 12 mei 2023\nPage 3\nBen Marsh\n{TEXT}\n"
    )
    assert found(text) == [FIRST, SECOND]


def test_a_cover_is_no_title() -> None:
    text = (
        f"Selection of the day\nHarbour Times - 04 Mar. 2023\nPage 12\nA crane\nAda Quill\n{TEXT}\nCopyright © 2023\n"
        f"Coast Courier - 12 mei 2023\nPage 3\nA ferry\nBen Marsh\n{TEXT}\nCopyright © 2023\n"
    )
    assert found(text) == [FIRST, SECOND]
