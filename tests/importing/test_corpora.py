"""Tables, corpora and exports of the field, in the forms in which their programs write them."""

# ruff: noqa: E501 - files as programs write them
from __future__ import annotations

import json
from pathlib import Path

import pytest
from packed_files import read_as

from tui.dossier.account import Outcome
from tui.errors import MaliTuiError
from tui.importing.columns import columns_of, columns_rule, keep_columns, parse_columns
from tui.importing.folder import walk
from tui.importing.parsed import RawFile
from tui.importing.read_file import FileReading, read_content, read_entry
from tui.importing.registry import reader_of

TEXT = "The herons came back to the weir on Monday, and nobody in the town knew why they were late."


def shown(reading: FileReading) -> list[tuple[str, str, str, str]]:
    return [
        (one.title, one.published.iso if one.published else "", one.source, one.text.split("\n")[0])
        for one in reading.articles
    ]


ENEX = (
    '<?xml version="1.0"?><!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd">'
    '<en-export export-date="20240202T101500Z"><note><title>Herons return</title><content><![CDATA[<?xml version="1.0"?>'
    f"<en-note><div>{TEXT}</div><div>They left again.</div></en-note>]]></content><created>20240202T090000Z</created>"
    "<tag>birds</tag><note-attributes><author>Ada Quill</author><source-url>https://gazette.example/2023/03/04/herons"
    "</source-url></note-attributes><resource><data encoding='base64'>iVBORw0KGgo=</data></resource></note></en-export>"
)
JOPLIN = (
    f"Herons return\n\n{TEXT}\n\nid: {'0' * 31}a\nparent_id: {'0' * 31}b\ncreated_time: 2024-02-02T09:00:00.000Z\n"
    "updated_time: 2024-02-02T09:00:00.000Z\nauthor: Ada Quill\nsource_url: https://gazette.example/2023/03/04/herons\n"
    "is_todo: 0\nsource: joplin-desktop\ntype_: 1"
)
DOC = f'<doc id="1" url="https://gazette.example/a" date="2023-03-04" title="Herons return" source="Lock Gazette">\n{TEXT}\n</doc>\n'
TREC = f"<DOC>\n<DOCNO> LG-1 </DOCNO>\n<DATE>2023-03-04</DATE>\n<HEADLINE>Herons return</HEADLINE>\n<SOURCE>Lock Gazette</SOURCE>\n<TEXT>\n{TEXT}\n</TEXT>\n</DOC>\n"
ROW = ("Herons return", "2023-03-04", "Lock Gazette", TEXT)
FORMS = [
    ("Omeka S", "a.csv", f"o:id,dcterms:title,dcterms:date,dcterms:publisher,bibo:content\n7,Herons return,2023-03-04,Lock Gazette,{TEXT!r}\n".replace("'", '"'), ROW),
    ("Omeka S, JSON", "a.json", json.dumps([{"dcterms:title": "Herons return", "dcterms:date": "2023-03-04", "dcterms:source": "Lock Gazette", "bibo:content": TEXT}]), ROW),
    ("ACLED", "a.csv", f'event_id_cnty,event_date,year,event_type,notes,source,timestamp\nMLI1,04 March 2023,2023,Riots,"{TEXT}",Lock Gazette,1700000000\n', ("", "2023-03-04", "Lock Gazette", TEXT)),
    ("Media Cloud", "a.csv", "id,indexed_date,language,media_name,media_url,publish_date,title,url\n1,2024-02-02,en,Lock Gazette,x.example,2023-03-04,Herons return,https://x.example/a\n", ("Herons return", "2023-03-04", "Lock Gazette", "")),
    ("NewsAPI", "a.json", json.dumps({"status": "ok", "articles": [{"source": {"id": None, "name": "Lock Gazette"}, "title": "Herons return", "publishedAt": "2023-03-04T10:00:00Z", "content": TEXT}]}), ROW),
    ("ProQuest", "a.xls", f"Title\tStoreId\tentryDate\tpubdate\tpubtitle\tFullText\nHerons return\t7\t2024-02-02\tMar 4, 2023\tLock Gazette\t{TEXT}\n", ROW),
    ("a table that is a page", "a.xls", f"<html><table><tr><th>Title</th><th>Date</th><th>Source</th><th>Text</th></tr><tr><td>Herons return</td><td>2023-03-04</td><td>Lock Gazette</td><td>{TEXT}</td></tr></table></html>", ROW),
    ("attributes", "a.xml", f"<corpus>{DOC}</corpus>", ROW),
    ("attributes, as text", "a.txt", DOC, ROW),
    ("TREC without a suffix", "LG910101", TREC, ROW),
    ("Evernote", "a.enex", ENEX, ("Herons return", "2023-03-04", "gazette.example", TEXT)),
    ("Joplin", "a.md", JOPLIN, ("Herons return", "2023-03-04", "gazette.example", TEXT)),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "row"), [case[1:] for case in FORMS], ids=[case[0] for case in FORMS])
def test_forms_of_the_field(name: str, content: str, row: tuple[str, str, str, str]) -> None:
    ((title, day, source, text),) = shown(read_as(name, content.encode()))
    assert (title if row[0] else "", day, source, text) == row


def test_the_day_of_clipping_is_that_of_the_copy() -> None:
    for name, content in (("a.enex", ENEX), ("a.md", JOPLIN)):
        (one,) = read_as(name, content.encode()).articles
        assert one.captured
        assert (one.captured.isoformat(), one.author) == ("2024-02-02", "Ada Quill")


@pytest.mark.parametrize("name", ["FBIS3.0z", "latimes.dat", "ant"])
def test_tagged_articles_are_known_by_their_beginning(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(f"\n{TREC}")
    (entry,) = walk(tmp_path)
    assert shown(read_entry(tmp_path, entry)) == [ROW]


def test_other_files_of_an_unknown_suffix_stay_unread(tmp_path: Path) -> None:
    (tmp_path / "a.dat").write_text("<p>DOC</p>")
    (entry,) = walk(tmp_path)
    assert read_entry(tmp_path, entry).account.reason == "not a supported format: .dat"


@pytest.mark.parametrize(
    "content",
    [
        "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>\n<DL><DT><A HREF='https://x.example'>X</A></DL>",
        "<html><head><title>Pocket Export</title></head><body><ul><li><a href='https://x.example'>X</a></ul></body>",
    ],
)
def test_a_list_of_links_is_told_as_one(content: str) -> None:
    account = read_as("a.html", content.encode()).account
    assert account.outcome is Outcome.SKIPPED
    assert account.reason.startswith("a list of links")


def test_a_workbook_under_the_old_suffix_says_what_to_do() -> None:
    account = read_as("a.xls", b"\xd0\xcf\x11\xe0" + bytes(600)).account
    assert account.reason == "a spreadsheet: save it as .csv, with a row for each article"


UNKNOWN = f'nr,observed,remark,paper\n1,2023-03-04,"{TEXT}",Lock Gazette\n'
COLUMNS = {"text": "remark", "date": "observed", "source": "paper"}


def test_of_unknown_columns_the_account_says_which_there_are() -> None:
    reason = read_as("a.csv", UNKNOWN.encode()).account.reason
    assert "'nr', 'observed', 'remark', 'paper'" in reason
    assert "--columns text=remark,date=observed,source=paper" in reason


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.csv", UNKNOWN), ("a.json", json.dumps([{"observed": "2023-03-04", "remark": TEXT, "paper": "Lock Gazette"}]))],
)
def test_columns_that_the_reader_names_are_taken(tmp_path: Path, name: str, content: str) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / name).write_text(content)
    assert keep_columns(folder, COLUMNS).name == "mali-tui.toml"
    (entry,) = walk(folder)
    ((_, day, source, text),) = shown(read_entry(folder, entry))
    assert (day, source, text) == ("2023-03-04", "Lock Gazette", TEXT)


def test_a_column_that_has_the_name_of_another_steps_back() -> None:
    content = 'title,text,remark\nHerons,a code,"The herons came back."\n'
    reader = reader_of("a.csv")
    assert reader is not None
    reading = read_content(RawFile("a.csv", content.encode(), columns={"remark": "text"}), reader)
    (one,) = reading.articles
    assert (one.text, one.left_out) == ("The herons came back.", ("text-not-taken: a code",))


def test_the_rules_of_a_folder_change_with_its_columns(tmp_path: Path) -> None:
    assert columns_rule(columns_of(tmp_path)) == ""
    keep_columns(tmp_path, COLUMNS)
    first = columns_rule(columns_of(tmp_path))
    keep_columns(tmp_path, {"text": 'odd "name" = ü'})
    assert first
    assert columns_rule(columns_of(tmp_path)) not in ("", first)


@pytest.mark.parametrize("written", ["", "text", "text=", "words=remark", ","])
def test_columns_that_are_not_understood_are_refused(written: str) -> None:
    with pytest.raises(MaliTuiError, match="--columns takes"):
        parse_columns(written)


def test_items_of_omeka_as_its_api_gives_them() -> None:
    item = {
        "@id": "https://x.example/api/items/1",
        "o:id": 1,
        "o:title": "A crane",
        "o:created": {"@value": "2024-06-01T10:00:00+00:00", "@type": "xsd:dateTime"},
        "dcterms:title": [{"type": "literal", "@value": "A crane"}],
        "dcterms:date": [{"type": "numeric:timestamp", "@value": "2023-03-04"}],
        "dcterms:publisher": [
            {"type": "resource:item", "@id": "https://x.example/api/items/9", "display_title": "Quay"}
        ],
        "bibo:content": [{"@value": TEXT}],
    }
    (article,) = read_as("items.json", json.dumps([item]).encode()).articles
    assert article.published is not None
    assert (article.title, article.published.iso, article.source, article.text) == (
        "A crane",
        "2023-03-04",
        "Quay",
        TEXT,
    )


def test_the_number_of_an_article_decides_between_two_days() -> None:
    records = "".join(
        f"<DOC>\n<DOCNO> APW1998{month}{day}.0001 </DOCNO>\n<DATE_TIME> {month}/{day}/1998 10:15:00 </DATE_TIME>\n"
        f"<BODY><HEADLINE> A crane </HEADLINE><TEXT>\n{TEXT}\n</TEXT></BODY>\n</DOC>\n"
        for month, day in (("03", "04"), ("05", "12"))
    )
    articles = read_as("a.sgml", records.encode()).articles
    assert [one.published and one.published.iso for one in articles] == ["1998-03-04", "1998-05-12"]
    assert [one.doubt for one in articles] == ["", ""]


def test_a_record_of_paragraphs_alone_has_a_text() -> None:
    (article,) = read_as(
        "a.sgml", f'<doc date="2023-03-04" title="A crane">\n<p>\n{TEXT}\n</p>\n</doc>'.encode()
    ).articles
    assert article.text == TEXT


@pytest.mark.parametrize(
    ("head", "row"),
    [
        (
            "Date\tHeadline\tURL\tOpening Text\tHit Sentence\tSource",
            "04-Mar-2023 10:15AM\tA crane\t\t{text}\tcrane\tQuay",
        ),
        (
            "Article Title\tJournal Title\tPublication Date\tAccession Number\tAbstract",
            "A crane\tQuay\t20230304\t2W\t{text}",
        ),
    ],
    ids=["Meltwater", "EBSCO"],
)
def test_tables_of_monitoring_services_and_databases(head: str, row: str) -> None:
    (article,) = read_as("a.csv", f"{head}\n{row.format(text=TEXT)}\n".encode("utf-16")).articles
    assert article.published is not None
    assert (article.title, article.source, article.published.iso, article.text) == (
        "A crane",
        "Quay",
        "2023-03-04",
        TEXT,
    )
