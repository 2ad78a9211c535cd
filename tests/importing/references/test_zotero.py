"""Zotero's RDF: items with their outlets and people; no attachment and no note is one."""

from __future__ import annotations

import pytest

from tui.errors import FileProblem
from tui.importing.references.zotero import zotero_drafts

FILE = b"""<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:dcterms="http://purl.org/dc/terms/" xmlns:bib="http://purl.org/net/biblio#"
 xmlns:foaf="http://xmlns.com/foaf/0.1/">
<bib:Article rdf:about="#item_1"><z:itemType>newspaperArticle</z:itemType>
<dcterms:isPartOf><bib:Newspaper><dc:title>Harbour Times</dc:title></bib:Newspaper></dcterms:isPartOf>
<bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Quill</foaf:surname><foaf:givenName>Ada</foaf:givenName>
</foaf:Person></rdf:li></rdf:Seq></bib:authors><dc:title>A light</dc:title><dc:date>2023-03-04</dc:date>
<dcterms:abstract>The pilots asked.</dcterms:abstract><bib:pages>A3</bib:pages><z:language>en</z:language>
<dc:identifier><dcterms:URI><rdf:value>https://news.example/a</rdf:value></dcterms:URI></dc:identifier></bib:Article>
<z:Attachment rdf:about="#item_2"><z:itemType>attachment</z:itemType><dc:title>Snapshot</dc:title></z:Attachment>
<bib:Memo rdf:about="#item_3"><rdf:value>mine</rdf:value></bib:Memo>
<bib:Article rdf:about="https://post.example/b"><z:itemType>webpage</z:itemType>
<dc:title>A vote</dc:title></bib:Article>
</rdf:RDF>"""


def test_items_come_out_with_their_fields() -> None:
    first, second = zotero_drafts(FILE)
    assert (first.title, first.source, first.author, first.page) == ("A light", "Harbour Times", "Ada Quill", "A3")
    assert ([day.iso for day in first.dates], first.paragraphs) == (["2023-03-04"], ("The pilots asked.",))
    assert first.address == "https://news.example/a"
    assert (second.title, second.source, second.dates) == ("A vote", "post.example", ())


def test_broken_xml_says_so() -> None:
    with pytest.raises(FileProblem):
        list(zotero_drafts(FILE[:300]))
