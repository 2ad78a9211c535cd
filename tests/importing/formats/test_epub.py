"""EPUB files: a chapter is an article, a cover is none, and no book does more than fail with a sentence."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from packed_files import ENTITIES, OUTSIDE, damaged, reads_or_says_why, zipped

from tui.dossier.account import Outcome
from tui.errors import FileProblem
from tui.importing.documents import package
from tui.importing.formats.epub import read
from tui.importing.parsed import Draft, RawFile
from tui.importing.read_file import read_content

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
FERRY = (
    "<h2>The ferry stands still</h2><p>By Ada Rell</p><p>14 March 2023</p><p>The ferry at Ouro was tied up on Monday,"
    " after its only engine gave out in midstream and the crew had to row it back to the bank with planks.</p>"
)
WELL = (
    "<h2>A second well for Tassara</h2><p>The council of Tassara voted on Sunday for a second well behind the school,"
    " which the women of the quarter had asked for in four letters since the summer.</p>"
)


def book(
    chapters: dict[str, str], metadata: str = "", guide: str = "", extra: dict[str, str] | None = None, ncx: str = ""
) -> bytes:
    """Write a book of these chapters."""
    items = "".join(
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(chapters)
    )
    if ncx:
        items += '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    spine = "".join(f'<itemref idref="i{n}"/>' for n in range(len(chapters)))
    opf = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<metadata>{metadata}</metadata><manifest>{items}</manifest><spine>{spine}</spine><guide>{guide}</guide></package>"
    )
    parts: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OPS/book.opf": opf,
    }
    parts |= {
        f"OPS/{name}": f"<html><head><title>page</title></head><body>{text}</body></html>"
        for name, text in chapters.items()
    }
    if ncx:
        parts["OPS/toc.ncx"] = ncx
    return zipped(parts | (extra or {}))


def articles(raw: bytes) -> list[Draft]:
    return list(read(RawFile("a.epub", raw)))


METADATA = (
    "<dc:title>Valley reader</dc:title><dc:creator>Jonas Weir</dc:creator><dc:publisher>River Post</dc:publisher>"
    "<dc:language>en-GB</dc:language><dc:date>2023-05-02T00:00:00+00:00</dc:date>"
)


def test_each_chapter_is_an_article_with_what_the_book_says_of_all() -> None:
    first, second = articles(book({"a.xhtml": FERRY, "b.xhtml": WELL}, METADATA))
    assert (first.title, first.author, first.source, first.language) == (
        "The ferry stands still",
        "Ada Rell",
        "River Post",
        "en",
    )
    assert [(date.iso, date.provenance.value) for date in first.dates] == [
        ("2023-03-14", "byline"),
        ("2023-05-02", "document properties"),
    ]
    assert (second.title, second.author, len(second.paragraphs)) == ("A second well for Tassara", "Jonas Weir", 1)
    assert first.key != second.key


def test_covers_titles_and_contents_are_counted() -> None:
    links = "".join(f'<p><a href="{n}.xhtml">The heading of the chapter number {n}</a></p>' for n in range(9))
    raw = book(
        {
            "cover.xhtml": '<img src="c.png" alt="A very long description of the picture on the cover of this book"/>',
            "title.xhtml": "<h1>Valley reader</h1><p>Jonas Weir</p><p>River Post, Ouro</p>",
            "contents.xhtml": f"<h1>Contents</h1>{links}",
            "rights.xhtml": "<p>All that stands in this book may be copied by all who name it, and sold by nobody.</p>"
            * 3,
            "a.xhtml": FERRY,
        },
        METADATA,
        '<reference type="copyright-page" href="rights.xhtml"/>',
    )
    (one,) = articles(raw)
    assert one.title == "The ferry stands still"
    assert one.notes == ("4 of its 5 chapters hold no article: covers, titles, contents",)
    left_out = " ".join(one.left_out)
    assert "Valley reader · Jonas Weir · River Post, Ouro" in left_out
    assert "All that stands in this book may be copied" in left_out
    assert "The heading of the chapter number 8" in left_out


def test_a_newspaper_of_a_program_names_its_source_and_its_addresses() -> None:
    metadata = (
        "<dc:title>The River Post [Tue, 14 Mar 2023]</dc:title><dc:creator>calibre</dc:creator>"
        "<dc:publisher>calibre</dc:publisher><dc:date>0101-01-01T00:00:00+00:00</dc:date>"
    )
    steps = "<p>| <a>Next</a> | <a>Section menu</a> | <a>Main menu</a> | <a>Previous</a> |</p>"
    foot = "<p>This article was downloaded by calibre from https://river.example/2023/03/13/well</p>"
    (one,) = articles(book({"a.xhtml": steps + WELL + foot}, metadata))
    assert (one.source, one.author, one.address) == ("The River Post", "", "https://river.example/2023/03/13/well")
    assert [date.iso for date in one.dates] == ["2023-03-14"]
    assert len(one.paragraphs) == 1


NCX = (
    '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>A well</text></navLabel>'
    '<content src="a.xhtml#top"/></navPoint></navMap></ncx>'
)


def test_a_chapter_in_several_parts_is_one_article_named_by_the_contents() -> None:
    text = WELL.partition("</h2>")[2]
    (one,) = articles(
        book({"a.xhtml": text, "a_split_1.xhtml": "<p>It will be dug in June, they said.</p>"}, METADATA, ncx=NCX)
    )
    assert (one.title, len(one.paragraphs)) == ("A well", 2)


def test_the_title_page_of_a_chapter_belongs_to_it() -> None:
    page = "<h1>A well</h1><dl><dt>Published</dt><dd>12 March 2023</dd><dt>Reading time</dt><dd>2 min</dd></dl>"
    raw = book({"a_cover.xhtml": page, "a.xhtml": WELL.partition("</h2>")[2], "b.xhtml": FERRY}, METADATA, ncx=NCX)
    first, second = articles(raw)
    assert (first.title, first.dates[0].iso, first.dates[0].provenance.value) == ("A well", "2023-03-12", "byline")
    assert (second.title, second.notes) == ("The ferry stands still", ())


def test_a_book_whose_text_is_locked_says_so() -> None:
    encryption = '<encryption><CipherReference URI="OPS/a.xhtml"/></encryption>'
    with pytest.raises(FileProblem, match="DRM"):
        articles(book({"a.xhtml": FERRY}, extra={"META-INF/encryption.xml": encryption}))


def test_a_chapter_that_is_missing_is_counted() -> None:
    raw = book({"../../etc/passwd": FERRY, "a.xhtml": WELL})
    (one,) = articles(raw)
    assert one.notes == ("1 of its 2 chapters could not be read: damaged EPUB: a part of it is missing",)


def test_a_chapter_that_comes_again_is_read_once() -> None:
    places = "".join(f'<item id="x{n}" href="a.xhtml#p{n}" media-type="application/xhtml+xml"/>' for n in range(40))
    again = "".join(f'<itemref idref="x{n}"/>' for n in range(40)) + '<itemref idref="i0"/>'
    opf = (
        '<package><manifest><item id="i0" href="a.xhtml"/><item id="i1" href="b.xhtml"/>'
        f'{places}</manifest><spine><itemref idref="i0"/><itemref idref="i1"/>{again}</spine></package>'
    )
    raw = zipped({"book.opf": opf, "a.xhtml": FERRY, "b.xhtml": WELL})
    first, second = articles(raw)
    assert (first.title, second.title) == ("The ferry stands still", "A second well for Tassara")
    assert second.notes == ("41 repeated chapters left out",)


def test_chapters_beyond_the_limit_of_all_parts_say_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "PACKAGE_BYTES", 2**20)
    chapters = {"a.xhtml": FERRY} | {f"{n}.xhtml": "a " * 2**18 for n in range(4)} | {"z.xhtml": WELL}
    *_, last = articles(book(chapters))
    assert last.notes == ("4 of its 6 chapters could not be read: its parts come to more than 1 MB when unpacked",)


LAUGHS = f"{ENTITIES}<package>&b;</package>"

HOSTILE = [
    ("no zip", b"nothing of the kind"),
    ("a cut file", book({"a.xhtml": FERRY})[:300]),
    ("an empty zip", zipped({})),
    ("entities", zipped({"a.opf": LAUGHS})),
    ("entities in UTF-16", zipped({"a.opf": LAUGHS.encode("utf-16")})),
    ("a file from outside", zipped({"a.opf": f"{OUTSIDE}<package>&a;</package>"})),
    ("broken XML", zipped({"a.opf": "<package><spine>"})),
    ("an old office document", bytes.fromhex("d0cf11e0a1b11ae1") + b"x" * 99),
    ("nested elements", zipped({"a.opf": "<a>" * 200_000 + "</a>" * 200_000})),
    ("too many tags", zipped({"a.opf": "<a/>" * 700_000})),
]


@pytest.mark.parametrize("raw", [row[1] for row in HOSTILE], ids=[row[0] for row in HOSTILE])
def test_a_hostile_file_ends_as_a_sentence(raw: bytes) -> None:
    account = read_content(RawFile("a.epub", raw), read).account
    assert account.outcome in (Outcome.FAILED, Outcome.SKIPPED)
    assert account.reason


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "PART_BYTES", 2**20)
    account = read_content(RawFile("a.epub", book({"a.xhtml": "a " * 2**20, "b.xhtml": WELL})), read).account
    assert (account.articles, account.reason) == (
        1,
        "1 of its 2 chapters could not be read: larger than 1 MB when unpacked",
    )


@settings(max_examples=60, deadline=None)
@given(damaged(book({"a.xhtml": FERRY, "b.xhtml": WELL}, METADATA, ncx=NCX)))
def test_damaged_bytes_never_raise_anything_else(raw: bytes) -> None:
    reads_or_says_why(read, "a.epub", raw)


LINKS = (
    '<nav><h1>In this issue</h1><ol><li><a href="a.xhtml">The ferry stands still</a></li>'
    '<li><a href="b.xhtml">A second well for Tassara</a></li></ol></nav>'
)


def with_nav(raw: bytes, name: str) -> bytes:
    """Let the book call one of its parts the contents."""
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        parts: dict[str, str | bytes] = {one: archive.read(one).decode() for one in archive.namelist()}
    opf = str(parts["OPS/book.opf"])
    parts["OPS/book.opf"] = opf.replace(f'href="{name}"', f'href="{name}" properties="nav"')
    return zipped(parts)


PAGE_OF_LINKS = book({"n.xhtml": LINKS, "a.xhtml": FERRY, "b.xhtml": WELL})
CONTENTS = [
    ("called so, at the beginning", with_nav(book({"n.xhtml": LINKS, "a.xhtml": FERRY, "b.xhtml": WELL}), "n.xhtml")),
    ("called so, in the middle", with_nav(book({"a.xhtml": FERRY, "n.xhtml": LINKS, "b.xhtml": WELL}), "n.xhtml")),
    ("a page of links", PAGE_OF_LINKS),
]


@pytest.mark.parametrize("raw", [case[1] for case in CONTENTS], ids=[case[0] for case in CONTENTS])
def test_contents_in_the_order_of_reading_are_in_no_chapter(raw: bytes) -> None:
    first, second = articles(raw)
    assert (first.title, second.title) == ("The ferry stands still", "A second well for Tassara")
    assert "Tassara" not in " ".join((*first.paragraphs, *first.left_out))
    assert "In this issue" not in " ".join((*first.paragraphs, *second.paragraphs))
    assert any("1 of its 3 chapters hold no article" in note for note in second.notes)
    if raw is PAGE_OF_LINKS:  # only taken for contents, so that what it says is kept
        assert second.left_out[-1] == "In this issue · The ferry stands still · A second well for Tassara"
