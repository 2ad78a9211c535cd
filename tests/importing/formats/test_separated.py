"""Tables of articles: the names of their columns, their delimiters, their encodings, and their damage."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.dossier.account import FileAccount
from tui.dossier.article import Article
from tui.errors import FileProblem
from tui.importing.columns import NAME_THEM
from tui.importing.formats.separated import read
from tui.importing.parsed import RawFile
from tui.importing.read_file import read_content
from tui.importing.records.exports import LIST_OF_LINKS


def taken(content: bytes | str, name: str = "a.csv") -> tuple[tuple[Article, ...], FileAccount]:
    raw = content if isinstance(content, bytes) else content.encode()
    reading = read_content(RawFile(name, raw), read)
    return reading.articles, reading.account


def told(content: bytes | str, name: str = "a.csv") -> list[str]:
    """Write each article as its title, its date and its text."""
    return [
        f"{one.title} | {one.published.iso if one.published else '-'} | {one.text}".replace("\n\n", " / ")
        for one in taken(content, name)[0]
    ]


TABLE = 'title,date,text\nThe bridge,2023-06-30,"It opened,\nat last."\nDéjà,2023-07-01,It sank.\n'
READ = ["The bridge | 2023-06-30 | It opened, / at last.", "Déjà | 2023-07-01 | It sank."]
SEMICOLONS = TABLE.replace(",", ";").replace("opened;", "opened,")

TABLES = [
    ("commas", TABLE.encode()),
    ("semicolons", SEMICOLONS.encode()),
    ("tabs", SEMICOLONS.replace(";", "\t").encode()),
    ("strokes", SEMICOLONS.replace(";", "|").encode()),
    ("line ends of Windows", TABLE.replace("\n", "\r\n").encode()),
    ("line ends of old", TABLE.replace("\n", "\r").encode()),
    ("no line end at the last", TABLE.rstrip().encode()),
    ("a byte order mark", b"\xef\xbb\xbf" + TABLE.encode()),
    ("utf-16", TABLE.encode("utf-16")),
    ("utf-16 without a mark", TABLE.encode("utf-16-be")),
    ("windows-1252", TABLE.encode("cp1252")),
    ("a line for spreadsheets", b"sep=;\r\n" + SEMICOLONS.encode()),
    (
        "empty columns and lines",
        TABLE.replace("title", ",title").replace("The", ",The").replace("Dé", "\n,Dé").encode(),
    ),
    ("spaces before quotes", TABLE.replace(',"', ', "').encode()),
]


@pytest.mark.parametrize("content", [case[1] for case in TABLES], ids=[case[0] for case in TABLES])
def test_a_table_is_read(content: bytes) -> None:
    assert told(content) == READ


def test_what_was_odd_stands_in_the_account() -> None:
    content = 'List of clippings\n\ntitle,date,text\nA,2023-01-02,"It "rained" here"\nB,soon,x\nC,2023-01-04\n,,\n'
    articles, account = taken(content.encode().replace(b"x", b"x\0"))
    assert [one.title for one in articles] == ["A", "B", "C"]
    assert account.reason.split("; ") == [
        "NUL bytes in it were ignored",
        "1 row above the column names skipped",
        "1 row with damaged quotes, read as well as possible",
        "1 row with more or fewer cells than columns",
        "1 row without the full text",
        "the date 'soon' of “B” was not understood",
    ]


COLUMNS = [
    ("french", "Titre;Date de publication;Journal;Auteur;Texte\nLe pont;3 août 2023;Gazette;Ada Rell;Il est ouvert.",
     "Le pont 2023-08-03 Gazette Ada Rell: Il est ouvert."),
    ("a dataset",
     "id,news_title,published_at,source_name,author,full_text,crawled_at\n1,The bridge,2023-08-03 10:00:00+02:00,"
     "Gazette,by Ada Rell,It opened.,2024-01-01", "The bridge 2023-08-03 Gazette Ada Rell: It opened."),
    ("codes of a press database",
     "AN,HD,PD,SN,BY,LP,TD\nX1,The bridge,3 August 2023,Gazette,Ada Rell,It opened.,It fell.",
     "The bridge 2023-08-03 Gazette Ada Rell: It opened. / It fell."),
    ("marks of HTML", "title,date,content\nThe <i>bridge</i>,2023-08-03,<p>It &amp; opened.</p><p>It fell.</p>",
     "The bridge 2023-08-03  : It & opened. / It fell."),
    ("a spreadsheet's days", "title,date,text\nThe bridge,45141,It opened.\nB,45142,x",
     "The bridge 2023-08-03  : It opened."),
    ("seconds", "title,date,text\nThe bridge,1691020800,It opened.", "The bridge 2023-08-03  : It opened."),
    ("a subtitle", "title,date,subtitle,text\nThe bridge,2023-08-03,It opened.,It fell.",
     "The bridge 2023-08-03  : It opened. / It fell."),
    ("a name twice", "title,date,title,text\nThe bridge,2023-08-03,B,It opened.",
     "The bridge 2023-08-03  : It opened."),
    ("year and month", "title,year,month,text\nThe bridge,2023,8,It opened.", "The bridge 2023-08  : It opened."),
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), [case[1:] for case in COLUMNS], ids=[case[0] for case in COLUMNS])
def test_columns_are_known_by_many_names(content: str, expected: str) -> None:
    one = taken(content)[0][0]
    assert one.published is not None
    text = one.text.replace("\n\n", " / ")
    assert f"{one.title} {one.published.iso} {one.source} {one.author}: {text}" == expected


EXPORTS = [
    ("instapaper",
     "URL,Title,Selection,Folder,Timestamp\nhttps://example.org/a,The bridge,It opened.,Unread,1704448800"),
    ("reader", 'Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n'
     'The bridge,https://example.org/a,01h,"boats",2024-01-05 10:00:00+00:00,0,archive,True'),
    ("wallabag", "Title;URL;Content;Tags;MIME Type;Language;Creation date\n"
     "The bridge;https://example.org/a;<p>It opened.</p>;boats;text/html;en;05/01/2024 10:00:00"),
    ("zotero", '"Key","Item Type","Publication Year","Author","Title","Publication Title","Url","Abstract Note","Date",'
     '"Date Added","Date Modified"\nK,newspaperArticle,2023,"Rell, Ada",The bridge,Gazette,'
     'https://example.org/a,It opened.,'
     '2023-06-30,2024-01-05 10:00:00,2024-02-05 10:00:00'),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content"), EXPORTS, ids=[case[0] for case in EXPORTS])
def test_the_day_of_saving_is_no_day_of_publication(name: str, content: str) -> None:
    (one,), _ = taken(content)
    assert (one.title, one.address) == ("The bridge", "https://example.org/a")
    assert (one.published.iso if one.published else None) == ("2023-06-30" if name == "zotero" else None)
    assert one.candidates == ()
    assert one.captured == (None if name == "wallabag" else date(2024, 1, 5))
    assert "unread" not in one.tags


def test_one_name_of_a_title_is_enough_in_the_first_row() -> None:
    assert told("Ref,Heading,Wert,Zone\n7,The bridge,2,x\n") == ["The bridge | - | "]


def test_highlights_are_gathered_by_article() -> None:
    content = (
        "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at\n"
        "It opened.,The bridge,Ada Rell,,,,,order,1,2024-01-05\nIt sank.,The ferry,,,,,,order,1,2024-01-05\n"
        '"It fell, too.",The bridge,Ada Rell,,,,,order,2,2024-01-05\n'
    )
    assert told(content) == ["The bridge | - | It opened. / It fell, too.", "The ferry | - | It sank."]
    assert taken(content)[1].reason == "2 rows without the full text"


def test_the_order_of_day_and_month_is_that_of_the_whole_column() -> None:
    rows = "".join(f"A,{written},x\n" for written in ("03/08/2023", "03/09/2023", "25/03/2023"))
    assert [line.split(" | ")[1] for line in told(f"title,date,text\n{rows}")] == [
        "2023-08-03",
        "2023-09-03",
        "2023-03-25",
    ]
    articles, account = taken("title,date,text\nA,03/08/2023,x\nB,04/04/2023,y\n")
    assert articles[0].doubt == "03/08/2023 may be 3 August or 8 March: no other date of the column decides"
    assert (articles[1].doubt, account.reason) == ("", "1 row with a doubtful date")


def test_an_address_decides_for_its_column() -> None:
    content = "title,date,text,url\nA,03/08/2023,x,\nB,04/09/2023,y,https://example.org/2023/09/04/b\n"
    assert [line.split(" | ")[1] for line in told(content)] == ["2023-08-03", "2023-09-04"]


ODD = [
    ("no names", "The bridge,2023-06-30,It opened.\nThe ferry,2023-07-01,It sank.\n",
     "failed: no row names the columns: a first row such as title, date, source, text is needed"),
    ("other things", "country,people\nMali,22\n",
     "skipped: not a list of articles: its columns are 'country', 'people', none of them a title or a text"
     f"; {NAME_THEM}"),
    ("names alone", "title,date,text\n", "skipped: it contains no text"),
    ("white space", "\n \n", "skipped: it contains no text"),
    ("binary data", b"\x00\x01\x02" * 40, "failed: not text: it contains binary data"),
    ("one open quote", '"', "skipped: it contains no text"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), [case[1:] for case in ODD], ids=[case[0] for case in ODD])
def test_each_ends_in_a_line(content: bytes | str, expected: str) -> None:
    articles, account = taken(content)
    assert f"{account.outcome}: {account.reason}" == expected
    assert articles == ()


def test_a_field_beyond_the_limit_is_told_and_the_next_row_is_read() -> None:
    content = 'id,title,text\n1,A,x\n2,B,"' + "long,\n" * 8_000_000 + '"\n3,C,z\n'
    articles, account = taken(content)
    assert [one.title for one in articles] == ["A", "C"]
    assert account.reason == "1 row longer than 40 MB, not read"


CELL = st.text(
    st.sampled_from("ab ,;\"'\n.é3/") | st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=15
)


@given(st.lists(st.tuples(CELL, CELL, CELL), max_size=6), st.sampled_from(",;\t|"))
def test_no_row_with_a_text_is_lost(rows: list[tuple[str, str, str]], delimiter: str) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerows([("title", "published", "text"), *((f"A{title}", day, f"B{text}") for title, day, text in rows)])
    assert len(taken(out.getvalue())[0]) == len(rows)


@given(st.binary(max_size=12), st.integers(0, 120), st.integers(0, 20))
def test_damaged_bytes_end_in_a_problem_or_in_drafts(patch: bytes, place: int, gone: int) -> None:
    whole = TABLE.encode() + b'a,"b""c",d\n'
    try:
        list(read(RawFile("a.csv", whole[:place] + patch + whole[place + gone :])))
    except FileProblem as problem:
        assert str(problem)  # noqa: PT017


def test_the_list_of_pocket_is_told_as_one_of_links() -> None:
    content = "title,url,time_added,tags,status\nThe bridge,https://example.org/a,1704448800,boats|roads,unread\n"
    articles, account = taken(content)
    assert articles == ()
    assert account.reason == LIST_OF_LINKS
    with_text = content.replace(",status", ",text").replace(",unread", ",It opened at noon.")
    assert [one.title for one in taken(with_text)[0]] == ["The bridge"]
