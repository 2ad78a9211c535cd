"""Word documents: headings, notes and tables come out as a text, and no file does more than fail with a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packed_files import ENTITIES, OUTSIDE, damaged, reads_or_says_why, zipped

from tui.dossier.account import Outcome
from tui.errors import FileProblem
from tui.importing.documents import package
from tui.importing.documents.package import Package
from tui.importing.formats import docx
from tui.importing.formats.docx import read
from tui.importing.parsed import Draft, RawFile
from tui.importing.read_file import read_content

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = (
    f'<w:styles {W}><w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style></w:styles>'
)
CORE = (
    '<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>{title}</dc:title>'
    "<dc:creator>{author}</dc:creator><dcterms:created>2023-03-20T08:00:00Z</dcterms:created>"
    "<dcterms:modified>2023-03-21T08:00:00Z</dcterms:modified><cp:keywords>river, ferry</cp:keywords>"
    "</cp:coreProperties>"
)


def p(text: str, style: str = "") -> str:
    """Write a paragraph."""
    set_in = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{set_in}<w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


BODY = (
    p("The ferry stands still", "T")
    + p("By Ada Rell")
    + p("14 March 2023")
    + p("The ferry at Ouro was tied up on Monday, after its only engine gave out in midstream.")
    + p("What is done", "H1")
    + p("Nobody was hurt, said the harbour master, who had asked for a new engine.")
)


def word(body: str, core: str = "", parts: dict[str, str | bytes] | None = None) -> bytes:
    """Write a document."""
    whole: dict[str, str | bytes] = {
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": STYLES,
    }
    if core:
        whole["docProps/core.xml"] = core
    return zipped(whole | (parts or {}))


def article(raw: bytes, path: str = "a.docx") -> Draft:
    (one,) = read(RawFile(path, raw))
    return one


def test_a_document_with_its_properties() -> None:
    one = article(word(BODY, CORE.format(title="", author="Jonas Weir")))
    assert (one.title, one.author, one.tags) == ("The ferry stands still", "Ada Rell", ("river", "ferry"))
    assert [(date.iso, date.provenance.value) for date in one.dates] == [
        ("2023-03-14", "byline"),
        ("2023-03-20", "document properties"),
        ("2023-03-21", "date of change"),
    ]
    assert one.paragraphs[1] == "What is done"


TITLES = [
    ("a real one", "Ouro in March", "Ouro in March"),
    ("the heading's own words and an outlet", "The ferry stands still - River Post", "The ferry stands still"),
    ("a file's name", "ferry_final2.docx", "The ferry stands still"),
    ("a program's", "Microsoft Word - Document1", "The ferry stands still"),
    ("a template's", "Untitled 1", "The ferry stands still"),
]


@pytest.mark.parametrize(("written", "title"), [row[1:] for row in TITLES], ids=[row[0] for row in TITLES])
def test_title(written: str, title: str) -> None:
    assert article(word(BODY, CORE.format(title=written, author=""))).title == title


AUTHORS = [("Jonas Weir", "Jonas Weir"), ("Windows User", ""), ("admin", ""), ("jweir", ""), ("Ministry of Rivers", "")]


@pytest.mark.parametrize(("written", "author"), AUTHORS)
def test_only_a_person_is_an_author(written: str, author: str) -> None:
    body = p("The ferry at Ouro was tied up on Monday.")
    assert article(word(body, CORE.format(title="", author=written))).author == author


def test_what_was_deleted_or_remarked_is_no_text() -> None:
    comments = f'<w:comments {W}><w:comment w:id="1" w:author="X">{p("Is that so?")}</w:comment></w:comments>'
    body = (
        "<w:p><w:r><w:t>It </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del>"
        '<w:ins><w:r><w:t>surely </w:t></w:r></w:ins><w:r><w:t>rained.</w:t><w:commentReference w:id="1"/></w:r></w:p>'
    )
    assert article(word(body, parts={"word/comments.xml": comments})).paragraphs == ("It surely rained.",)


def test_tables_lists_and_notes_can_be_read() -> None:
    notes = f'<w:footnotes {W}><w:footnote w:id="2">{p("It was built in 1961.")}</w:footnote></w:footnotes>'
    cell = "<w:tc>{}</w:tc>"
    row = "<w:tr>" + cell.format(p("Ouro")) + cell.format(p("two ferries")) + "</w:tr>"
    note = '<w:p><w:r><w:t>The ferry is old.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    one = article(word(f"<w:tbl>{row}</w:tbl>" + note, parts={"word/footnotes.xml": notes}))
    assert one.paragraphs[-2:] == ("The ferry is old.[1]", "[1] It was built in 1961.")
    assert "Ouro two ferries" in (one.title, *one.paragraphs)


def test_pictures_and_other_parts_are_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "PACKAGE_BYTES", 10_000)
    parts: dict[str, str | bytes] = {"word/media/image1.png": b"\0" * 10**6, "word/settings.xml": "<a/>" * 10**6}
    assert article(word(BODY, parts=parts)).title == "The ferry stands still"


DEEP = "<w:tbl><w:tr><w:tc>" * 3000 + "</w:tc></w:tr></w:tbl>" * 3000


def test_damaged_properties_cost_no_text() -> None:
    one = article(word(BODY, f"{ENTITIES}<a>&b;</a>"))
    assert (one.title, one.notes) == ("The ferry stands still", ("its properties are damaged and were not read",))


HOSTILE = [
    ("no zip", b"nothing of the kind"),
    ("a cut file", word(BODY)[:500]),
    ("a locked file", bytes.fromhex("d0cf11e0a1b11ae1") + b"x" * 99),
    ("entities", word("", parts={"word/document.xml": f"{ENTITIES}<w:document {W}>&b;</w:document>"})),
    ("a file from outside", word("", parts={"word/document.xml": f"{OUTSIDE}<w:document {W}>&a;</w:document>"})),
    ("tables within one another", word(DEEP)),
    ("too many tags", word("<w:p/>" * 700_000)),
    ("no document", word("", parts={"word/document.xml": ""})),
    ("a part in another place", word("", parts={"_rels/.rels": "<Relationships/>", "word/document.xml": "<a/>"})),
]


@pytest.mark.parametrize("raw", [row[1] for row in HOSTILE], ids=[row[0] for row in HOSTILE])
def test_a_hostile_file_ends_as_a_sentence(raw: bytes) -> None:
    account = read_content(RawFile("a.docx", raw), read).account
    assert account.outcome in (Outcome.FAILED, Outcome.SKIPPED)
    assert account.reason


BREAKS = [
    ("empty paragraphs", "<w:p/>" * 40),
    ("paragraphs with marks of their own", '<w:p w:rsid="1"><w:pPr/></w:p>' * 40),
    ("line breaks", "<w:p><w:r>" + "<w:br/>" * 40 + "</w:r></w:p>"),
    ("tabs", "<w:p><w:r>" + "<w:tab />" * 40 + "</w:r></w:p>"),
]


@pytest.mark.parametrize("body", [row[1] for row in BREAKS], ids=[row[0] for row in BREAKS])
def test_a_document_of_breaks_is_not_read(body: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx, "DOCX_BREAKS", 30)
    with pytest.raises(FileProblem, match="more than 30 paragraphs"):
        article(word(BODY + body))


def test_stops_of_tabs_are_no_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx, "DOCX_BREAKS", 30)
    stop = '<w:tab w:val="left" w:pos="9"/>'
    stops = f"<w:p><w:pPr><w:tabs>{stop * 40}</w:tabs></w:pPr></w:p>"
    assert article(word(BODY + stops)).title == "The ferry stands still"


STANDARD = STYLES.replace('"T"', '"Title"').replace('"H1"', '"Heading1"')
RUNS = st.sampled_from(
    [
        "<w:t>river</w:t>",
        "<w:t xml:space='preserve'> the ferry </w:t>",
        "<w:br/>",
        "<w:tab/>",
        "<w:noBreakHyphen/>",
    ]
)
PARAGRAPHS = st.builds(
    lambda style, runs: (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(f"<w:r>{run}</w:r>" for run in runs)}</w:p>'
    ),
    st.sampled_from(["", "Title", "Heading1", "Normal"]),
    st.lists(RUNS, max_size=6),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PARAGRAPHS, min_size=1, max_size=8).map("".join))
def test_many_paragraphs_are_read_as_few_are(body: str) -> None:
    package = Package(word(body, parts={"word/styles.xml": STANDARD}), "DOCX")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(docx, "_VERY_MANY", 0)
        directly = docx._simple(package, docx._plain_blocks(package))
    assert directly == docx._blocks(package)


@pytest.mark.parametrize("body", ["<w:tbl/>", '<w:r><w:footnoteReference w:id="1"/></w:r>'], ids=["a table", "a note"])
def test_what_is_not_simple_is_not_read_directly(body: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx, "_VERY_MANY", 0)
    package = Package(word(BODY + body, parts={"word/styles.xml": STANDARD}), "DOCX")
    assert docx._simple(package, docx._plain_blocks(package)) == []
    styled = Package(word(BODY), "DOCX")
    assert docx._simple(styled, docx._plain_blocks(styled)) == []


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "PART_BYTES", 2**20)
    with pytest.raises(FileProblem, match="larger than 1 MB"):
        article(word(p("a " * 2**20)))


@settings(max_examples=60, deadline=None)
@given(damaged(word(BODY, CORE.format(title="A", author="B"))))
def test_damaged_bytes_never_raise_anything_else(raw: bytes) -> None:
    reads_or_says_why(read, "a.docx", raw)


PART = f"<w:document {W}><w:body>{BODY}</w:body></w:document>".encode()


@settings(max_examples=60, deadline=None)
@given(damaged(PART, b"<>/wpbtr\"' 1a\0\xff", 4))
def test_damaged_parts_never_raise_anything_else(part: bytes) -> None:
    reads_or_says_why(read, "a.docx", word("", parts={"word/document.xml": part}))


NEXIS = "".join(
    p(f"The crane {number}", "H1")
    + "".join(
        map(
            p,
            (
                *("Harbour Times", f"March {number}, 2023 Saturday", "Copyright 2023 Press", "Length: 9 words"),
                *("Byline: Ada Quill", "Body", "It stands still.", "Load-Date: July 4, 2025", "End of Document"),
            ),
        )
    )
    for number in (1, 2)
)


def test_a_download_of_a_press_database_gives_its_articles() -> None:
    first, second = read(RawFile("nexis.docx", word(NEXIS, CORE.format(title="Files", author="Ada Rell"))))
    assert (first.title, second.title) == ("The crane 1", "The crane 2")
    assert [day.iso for draft in (first, second) for day in draft.dates] == ["2023-03-01", "2023-03-02"]
    assert first.paragraphs == ("It stands still.",)


def test_a_download_may_have_more_marks_than_a_tree_could_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "XML_TAGS", 20)
    assert len(list(read(RawFile("nexis.docx", word(NEXIS))))) == 2
    with pytest.raises(FileProblem, match="more than 20 tags"):
        list(read(RawFile("a.docx", word(BODY))))
