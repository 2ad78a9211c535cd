"""OpenDocument texts: headings, notes and tables come out as a text; no file does more than fail with a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from packed_files import ENTITIES, damaged, reads_or_says_why, zipped

from tui.dossier.account import Outcome
from tui.importing.formats.odt import read
from tui.importing.parsed import Draft, RawFile
from tui.importing.read_file import read_content

NAMES = 'xmlns:text="t" xmlns:table="b" xmlns:draw="d" xmlns:office="o" xmlns:style="s" xmlns:dc="c" xmlns:meta="m"'
SVG = 'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
META = (
    f"<office:document-meta {NAMES}><dc:title>{{title}}</dc:title>"
    "<meta:initial-creator>Jonas Weir</meta:initial-creator>"
    "<dc:creator>Somebody Else</dc:creator><meta:creation-date>2023-03-20T08:00:00</meta:creation-date>"
    "<dc:date>2023-03-21T08:00:00</dc:date><meta:keyword>river</meta:keyword><meta:keyword>ferry</meta:keyword>"
    "</office:document-meta>"
)
BODY = (
    '<text:p text:style-name="P9">The ferry stands still</text:p><text:p>By Ada Rell</text:p>'
    "<text:p>14 March 2023</text:p>"
    "<text:p>The ferry at Ouro was tied up on Monday, after its only engine gave out in midstream.</text:p>"
    '<text:h text:outline-level="1">What is done</text:h><text:p>Nobody was hurt, said the harbour master.</text:p>'
)
STYLES = (
    "<office:automatic-styles><style:style style:name='P9' style:parent-style-name='Title'/></office:automatic-styles>"
)


def content(body: str) -> str:
    text = f"{STYLES}<office:body><office:text>{body}</office:text></office:body>"
    return f"<office:document-content {NAMES} {SVG}>{text}</office:document-content>"


def odt(body: str, meta: str = "", parts: dict[str, str | bytes] | None = None) -> bytes:
    """Write a document."""
    whole: dict[str, str | bytes] = {"content.xml": content(body)}
    if meta:
        whole["meta.xml"] = meta
    return zipped(whole | (parts or {}))


def article(raw: bytes, path: str = "a.odt") -> Draft:
    (one,) = read(RawFile(path, raw))
    return one


def test_a_document_with_its_properties() -> None:
    one = article(odt(BODY, META.format(title="ferry.odt")))
    assert (one.title, one.author, one.tags) == ("The ferry stands still", "Ada Rell", ("river", "ferry"))
    assert [(date.iso, date.provenance.value) for date in one.dates] == [
        ("2023-03-14", "byline"),
        ("2023-03-20", "document properties"),
        ("2023-03-21", "date of change"),
    ]
    assert one.paragraphs[1] == "What is done"


def test_the_title_and_the_author_of_the_properties() -> None:
    body = "<text:p>The ferry at Ouro was tied up on Monday, after its engine gave out.</text:p>"
    one = article(odt(body, META.format(title="Ouro in March")))
    assert (one.title, one.author) == ("Ouro in March", "Jonas Weir")


TEXTS = [
    (
        "spans and spaces",
        "<text:p>The <text:span>old</text:span><text:s text:c='3'/>ferry<text:tab/>sank.</text:p>",
        ["The old ferry sank."],
    ),
    (
        "deleted changes",
        "<text:tracked-changes><text:p>never</text:p></text:tracked-changes><text:p>It rained.</text:p>",
        ["It rained."],
    ),
    (
        "remarks",
        "<text:p>It<office:annotation><text:p>So?</text:p></office:annotation> rained.</text:p>",
        ["It rained."],
    ),
    ("a list", "<text:list><text:list-item><text:p>One ferry.</text:p></text:list-item></text:list>", ["One ferry."]),
    (
        "a row is one paragraph",
        "<table:table><table:table-row><table:table-cell><text:p>Ouro</text:p></table:table-cell>"
        "<table:table-cell><text:p>two ferries.</text:p></table:table-cell></table:table-row></table:table>",
        ["Ouro two ferries."],
    ),
    (
        "notes stand below",
        "<text:p>It is old<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>Built in 1961.</text:p></text:note-body></text:note> and leaks.</text:p><text:p>It sank.</text:p>",
        ["It is old[1] and leaks.", "It sank.", "[1] Built in 1961."],
    ),
    (
        "a box, and the words that describe a picture",
        "<text:p>It sank.<draw:frame><svg:title>A ferry</svg:title><draw:text-box><text:p>See the map.</text:p>"
        "</draw:text-box></draw:frame></text:p>",
        ["It sank.", "See the map."],
    ),
    (
        "contents",
        "<text:table-of-content><text:p>Ferry 3</text:p></text:table-of-content><text:p>It sank.</text:p>",
        ["It sank."],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "paragraphs"), [row[1:] for row in TEXTS], ids=[row[0] for row in TEXTS])
def test_text(body: str, paragraphs: list[str]) -> None:
    assert list(article(odt(body)).paragraphs) == paragraphs


def test_damaged_properties_cost_no_text() -> None:
    one = article(odt(BODY, f"{ENTITIES}<a>&b;</a>"))
    assert (one.title, one.notes) == ("The ferry stands still", ("its properties are damaged and were not read",))


HOSTILE = [
    ("no zip", b"nothing of the kind"),
    ("a cut file", odt(BODY)[:300]),
    ("no content", odt("", parts={"content.xml": ""})),
    ("entities", odt("", parts={"content.xml": f"{ENTITIES}<a>&b;</a>"})),
    ("a password", odt(BODY, parts={"META-INF/manifest.xml": "<m:manifest><m:encryption-data/></m:manifest>"})),
    ("nested elements", odt("<text:section>" * 5000 + "</text:section>" * 5000)),
    ("spans within one another", odt("<text:p>" + "<text:span>" * 5000 + "</text:span>" * 5000 + "</text:p>")),
    ("too many tags", odt("<text:p/>" * 700_000)),
]


@pytest.mark.parametrize("raw", [row[1] for row in HOSTILE], ids=[row[0] for row in HOSTILE])
def test_a_hostile_file_ends_as_a_sentence(raw: bytes) -> None:
    account = read_content(RawFile("a.odt", raw), read).account
    assert account.outcome is Outcome.FAILED
    assert account.reason


@settings(max_examples=60, deadline=None)
@given(damaged(content(BODY).encode(), b"<>/ptxth:\"' 1a\0\xff", 4))
def test_damaged_parts_never_raise_anything_else(part: bytes) -> None:
    reads_or_says_why(read, "a.odt", odt("", parts={"content.xml": part}))
