"""Indexes laid out as Datashare and OpenAleph lay theirs out, and one of somebody's own, read and never written."""

from __future__ import annotations

from contextlib import closing

import pytest

from tui.base.days import Clock
from tui.core.view import Query
from tui.errors import EngineError
from tui.served.archive import ServedArchive
from tui.served.foreign import ForeignLayout, profile_of
from tui.served.server import Writer

DATASHARE = {
    "mappings": {
        "properties": {
            "type": {"type": "keyword"},
            "join": {"type": "join", "relations": {"Document": "NamedEntity"}},
            "content": {"type": "text"},
            "title": {"type": "text"},
            "path": {"type": "keyword"},
            "language": {"type": "keyword"},
            "tags": {"type": "keyword"},
            "extractionDate": {"type": "date"},
            "metadata": {"properties": {"tika_metadata_dcterms_created": {"type": "date"}}},
        }
    }
}
LEAKS = [
    {
        "type": "Document",
        "title": "The ferry\x1b[31m",
        "content": "The ferry left the harbour.\n\nIt \x1b]52;c;x\x07never came back.",
        "path": "/vault/ferry.pdf",
        "language": "ENGLISH",
        "tags": ["ships"],
        "metadata": {"tika_metadata_dcterms_created": "2021-05-03T10:00:00Z"},
    },
    {
        "type": "Document",
        "title": "Le port",
        "content": "Le port est fermé.",
        "path": "/vault/port.txt",
        "language": "FRENCH",
    },
    {"type": "NamedEntity", "content": "ferry"},
]

ALEPH = {
    "mappings": {
        "_source": {"excludes": ["content"]},
        "properties": {
            "schemata": {"type": "keyword"},
            "caption": {"type": "text"},
            "content": {"type": "text"},
            "dates": {"type": "keyword"},
            "languages": {"type": "keyword"},
            "dataset": {"type": "keyword"},
        },
    }
}
ENTITIES = [
    {"schemata": ["Document", "Thing"], "caption": "Contract", "content": "the ferry contract", "dates": ["2021-05"]},
    {"schemata": ["Document", "Thing"], "caption": "Letter", "content": "a ferry letter", "dates": ["2020"]},
    {
        "schemata": ["Document", "Thing"],
        "caption": "Memo",
        "content": "a memo",
        "dates": ["2021-05-03"],
        "dataset": "leak",
    },
    {"schemata": ["Person"], "caption": "A ferry man"},
]

OWN = """
said = "our own index"
only = {}
title = ["head.line"]
text = ["body"]
days = ["when"]
"""


@pytest.fixture
def opened(engine, index):
    """Give a function that makes an index of documents and opens it by a schema."""
    with closing(Writer(engine, timeout=30)) as writer:
        archives = []

        def make(mapping, documents, schema):
            known = {
                key: value for key, value in mapping["mappings"]["properties"].items() if value.get("type") != "join"
            }
            inner = {**mapping["mappings"], "properties": known}
            writer.write("PUT", f"/{index}", {"mappings": inner})
            for number, document in enumerate(documents):
                writer.write("PUT", f"/{index}/_doc/{number}", document)
            writer.write("POST", f"/{index}/_refresh")
            archives.append(ServedArchive.open(engine, index, schema))
            return archives[-1]

        yield make
        for archive in archives:
            archive.close()
        writer.write("DELETE", f"/{index}")


def titles(archive, text):
    return sorted(row.title for row in archive.explore(Query(text), suggest=False).rows)


def test_datashare(opened):
    archive = opened(DATASHARE, LEAKS, "datashare")
    view = archive.explore(Query("ferry"))
    assert (view.total, view.of) == (1, 2)
    assert "an index of Datashare" in view.understood
    assert [day for day, _ in view.found.days] == [737913]
    read = archive.read(view.hits[0], view=view)
    assert read.article.title == "The ferry[31m"
    assert read.article.text == "The ferry left the harbour.\n\nIt ]52;c;xnever came back."
    assert read.article.language == "en"
    assert read.marks == ((4, 9),)
    assert titles(archive, "is:undated") == ["Le port"]
    assert titles(archive, "date:2021") == ["The ferry[31m"]
    assert titles(archive, "ferry OR port*") == ["Le port", "The ferry[31m"]
    assert titles(archive, "-ferry") == ["Le port"]
    assert titles(archive, '"the harbour"') == ["The ferry[31m"]
    assert titles(archive, "/h.rbour/") == ["The ferry[31m"]
    assert archive.explore(Query("ferry", clock=Clock.MENTIONED)).found.total == 0
    assert {facet.field for facet in archive.facets(archive.explore(Query()))} == {"lang", "tag"}


def test_openaleph(opened):
    archive = opened(ALEPH, ENTITIES, "openaleph")
    whole = archive.explore(Query())
    assert (whole.total, len(whole.found.days), [count for *_, count in whole.found.coarse]) == (3, 1, [1, 1])
    assert titles(archive, "ferry") == ["Contract", "Letter"]
    assert titles(archive, "date:2021-05") == ["Contract", "Memo"]
    assert titles(archive, "date:2020-03-01") == ["Letter"]
    view = archive.explore(Query("contract"))
    assert archive.read(view.hits[0], view=view).article.text == "(This index does not keep the text.)"


def test_an_index_of_ones_own(opened, tmp_path):
    file = tmp_path / "own.toml"
    file.write_text(OWN, encoding="utf-8")
    mapping = {"mappings": {"properties": {"when": {"type": "date"}}}}
    documents = [
        {"head": {"line": "One"}, "body": "ferry", "when": "2020-01-02"},
        {"head": {"line": "Two"}, "body": "x"},
    ]
    assert titles(opened(mapping, documents, str(file)), "ferry") == ["One"]


def test_a_schema_that_is_none_is_told(tmp_path):
    with pytest.raises(EngineError, match="name datashare, openaleph, or a file"):
        profile_of("nothing")
    broken = tmp_path / "broken.toml"
    for written in ("title = [", "title = ['a']"):
        broken.write_text(written, encoding="utf-8")
        with pytest.raises(EngineError, match="cannot be used"):
            profile_of(str(broken))


@pytest.mark.parametrize(
    "hit",
    [
        {"_id": "1"},
        {"_id": "1", "_source": {"title": None, "content": {"a": 1}, "path": [], "tags": 7}},
        {"_id": "\x1b", "_source": {"title": ["\x07"], "metadata": "none", "language": 3}},
    ],
)
def test_a_document_of_any_form_is_an_article(hit):
    article = ForeignLayout(profile_of("datashare")).article(hit)
    assert article.title
    assert article.text
    assert (article.id + article.title).isprintable()


def test_a_text_that_its_owners_change_is_noticed(opened, engine, index):
    served = opened(DATASHARE, LEAKS, "datashare")
    served.explore(Query(""))
    edition = served.edition
    with closing(Writer(engine, timeout=30)) as owner:
        owner.write("PUT", f"/{index}/_doc/0", {**LEAKS[0], "content": "The boat left."})
        owner.write("POST", f"/{index}/_refresh")
    assert served.explore(Query("boat")).total == 1
    assert served.edition != edition
