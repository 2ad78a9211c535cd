"""Notes of Zotero and highlights of Readwise, as they write them."""

from __future__ import annotations

import csv
import io
import json
from contextlib import suppress
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.desk.annotations import read_annotations
from tui.desk.foreign_notes import is_readwise, is_zotero, readwise_annotations, zotero_annotations
from tui.errors import DeskError

NOTE = """\
<div class="zotero-note znv1" data-schema-version="9"><h1>Annotations<br/>(3/8/2031, 10:00:00)</h1>
<p><span class="highlight" data-annotation="%7B%22a%22%3A1%7D">“The last ferry left the harbour.”</span>
<span class="citation">(<span class="citation-item">Lake Post, 2031, p. 3</span>)</span> Who says so?</p>
<p><span class="highlight">“Nobody waved.”</span> <span class="citation">(Lake Post, 2031)</span></p>
<p>"Nobody" is a strong word.</p>
<p>Ask the harbour master.</p></div>"""


def rdf(note: str = NOTE, *, subject: str = "") -> str:
    return f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:bib="http://purl.org/net/biblio#" xmlns:dc="http://purl.org/dc/elements/1.1/">
 <bib:Article rdf:about="#item_1"><z:itemType>newspaperArticle</z:itemType>
  <dcterms:isReferencedBy rdf:resource="#item_2"/><dc:title>The ferry is gone</dc:title>
  <dc:identifier><dcterms:URI><rdf:value>https://lake.example/ferry</rdf:value></dcterms:URI></dc:identifier>
 </bib:Article>
 <bib:Memo rdf:about="#item_2"><rdf:value>{escape(note)}</rdf:value>{subject}</bib:Memo>
</rdf:RDF>"""


def test_highlights_of_zotero_come_with_what_is_said_of_them() -> None:
    content = rdf(subject="<dc:subject>ships</dc:subject>")
    assert is_zotero(content)
    first, second, whole = zotero_annotations(content)
    assert (first.quote, first.text, first.tags) == ("The last ferry left the harbour.", "Who says so?", ("ships",))
    assert (second.quote, second.text) == ("Nobody waved.", "")
    assert (whole.quote, whole.text) == ("", '"Nobody" is a strong word.\n\nAsk the harbour master.')
    assert {each.title for each in (first, second, whole)} == {"The ferry is gone"}
    assert {each.source for each in (first, second, whole)} == {"https://lake.example/ferry"}
    assert len({each.id for each in (first, second, whole)}) == 3
    assert [each.id for each in zotero_annotations(content)] == [first.id, second.id, whole.id]


@pytest.mark.parametrize(
    "content",
    [
        "<rdf:RDF",
        f"<x>{'http://www.zotero.org/namespaces/export#'}",
        '<!DOCTYPE x [<!ENTITY a "b">]><rdf:RDF xmlns:z="http://www.zotero.org/namespaces/export#">&a;</rdf:RDF>',
    ],
)
def test_what_is_no_xml_of_zotero_is_told(content: str) -> None:
    with pytest.raises(DeskError):
        list(zotero_annotations(content))


def test_a_note_in_csl_json_is_one_on_the_whole_article() -> None:
    items = [
        {
            "id": "a",
            "type": "article-newspaper",
            "title": "A ferry",
            "URL": "https://lake.example/f",
            "note": "Ask why.",
        },
        {"id": "b", "type": "article-newspaper", "title": "A boat"},
    ]
    (one,) = read_annotations(json.dumps(items))
    assert (one.title, one.source, one.text, one.quote) == ("A ferry", "https://lake.example/f", "Ask why.", "")


def readwise(*rows: tuple[str, str, str, str]) -> str:
    written = io.StringIO(newline="")
    heads = ("Highlight", "Book Title", "Book Author", "Amazon Book ID", "Note", "Color", "Tags", "Location Type")
    table = csv.writer(written)
    table.writerow((*heads, "Location", "Highlighted at", "Document tags"))
    for highlight, title, note, tags in rows:
        table.writerow((highlight, title, "Lake Post", "", note, "yellow", tags, "order", "1", "2031-03-08 10:00", ""))
    return written.getvalue()


def test_highlights_of_readwise_come_with_notes_and_tags() -> None:
    content = "\ufeff" + readwise(
        ("Nobody waved.", "The ferry is gone", "Really,\nnobody?", "ships, doubt"),
        ("", "", "lost", ""),
        ("x", "A", "", ""),
    )
    assert is_readwise(content)
    first, second = readwise_annotations(content)
    assert (first.quote, first.title, first.text, first.tags) == (
        *("Nobody waved.", "The ferry is gone", "Really,\nnobody?"),
        ("ships", "doubt"),
    )
    assert (second.quote, second.title) == ("x", "A")


def test_files_of_others_are_not_taken_for_theirs() -> None:
    assert not is_zotero('{"items": []}')
    assert not is_zotero("<html></html>")
    assert not is_readwise("title,date\na,b\n")


@given(st.text())
def test_any_note_and_any_row_are_read_or_told(text: str) -> None:
    for read, content in ((zotero_annotations, rdf(text)), (readwise_annotations, readwise((text, text, text, text)))):
        with suppress(DeskError):
            assert all(each.title.strip() for each in read(content))
