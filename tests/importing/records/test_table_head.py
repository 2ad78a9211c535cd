"""The head of a table: what parts its cells, which row names them, and whether they hold articles."""

from __future__ import annotations

import pytest

from tui.importing.records.table_head import head_of

HEADS = [
    ("commas", b"title,date,text\nHeron,2023-07-04,Back.\n", b",", ("title", "date", "text"), 0, True),
    ("semicolons with commas in cells", b"titre;date;texte\nA, B;1;C, D\n", b";", ("titre", "date", "texte"), 0, True),
    ("tabs", b"Title\tText\nHeron\tBack.\n", b"\t", ("Title", "Text"), 0, True),
    ("said by a spreadsheet", b"sep=|\ntitle|text\nHeron, a|Back.\n", b"|", ("title", "text"), 0, True),
    (
        "a row above",
        b"Exported by hand,,\ntitle,source,date\nHeron,Gazette,2023\n",
        b",",
        ("title", "source", "date"),
        1,
        True,
    ),
    ("one column", b"text\nThe heron came back.\n", b",", ("text",), 0, True),
    ("numbers of another kind", b"river,height\nSora,3\n", b",", ("river", "height"), 0, False),
    ("nothing", b"", b",", (), 0, False),
]


@pytest.mark.parametrize(
    ("content", "delimiter", "names", "above", "articles"),
    [case[1:] for case in HEADS],
    ids=[case[0] for case in HEADS],
)
def test_the_head_is_found(
    content: bytes, delimiter: bytes, names: tuple[str, ...], above: int, articles: bool
) -> None:
    head = head_of(content)
    assert (head.table.delimiter, head.names, head.above, head.holds_articles) == (delimiter, names, above, articles)


def test_rows_begin_below_the_names_and_what_is_too_much_goes_to_the_text() -> None:
    content = b"text,title\nHeron,Back,again\n"
    head = head_of(content)
    assert content[head.rows_at :] == b"Heron,Back,again\n"
    assert list(head.table.rows(head.rows_at)) == [[b"Heron,Back", b"again"]]


def test_an_export_is_known_by_its_names() -> None:
    assert head_of(b"Highlight,Book Title,Color\nBack.,Heron,red\n").holds_articles
