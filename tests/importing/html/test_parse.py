"""The encoding of a page is found in its bytes first, in its own words second, and guessed last."""

from __future__ import annotations

import pytest

from tui.errors import FileProblem
from tui.importing.html.parse import declared_in, lean, parse, text_of
from tui.importing.limits import PAGE_DEPTH, PAGE_ELEMENTS

FRENCH = "<p>Le bac « Étoile » est réparé, à l’été prochain.</p>"
LONG_RUSSIAN = "<p>" + "Паром снова ходит через реку каждое утро, сказал начальник порта. " * 8 + "</p>"
PLAIN = [
    ("utf-8 with a mark", b"\xef\xbb\xbf" + FRENCH.encode(), FRENCH),
    ("utf-8 that says nothing", FRENCH.encode(), FRENCH),
    ("utf-8 that says latin-1", b"<meta charset=iso-8859-1>" + FRENCH.encode(), "<meta charset=iso-8859-1>" + FRENCH),
    ("utf-16 with a mark", FRENCH.encode("utf-16"), FRENCH),
    ("utf-16 without a mark", FRENCH.encode("utf-16-le"), FRENCH),
    (
        "windows-1252 called latin-1",
        b'<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">' + FRENCH.encode("cp1252"),
        '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">' + FRENCH,
    ),
    (
        "cyrillic as declared",
        b"<meta charset='windows-1251'>" + LONG_RUSSIAN.encode("cp1251"),
        "<meta charset='windows-1251'>" + LONG_RUSSIAN,
    ),
    (
        "an xml declaration",
        b'<?xml version="1.0" encoding="iso-8859-15"?>' + "<p>5 €</p>".encode("iso-8859-15"),
        '<?xml version="1.0" encoding="iso-8859-15"?><p>5 €</p>',
    ),
    (
        "japanese in escapes",
        b"<meta charset=iso-2022-jp>" + "<p>渡し船</p>".encode("iso-2022-jp"),
        "<meta charset=iso-2022-jp><p>渡し船</p>",
    ),
]


@pytest.mark.parametrize(("content", "text"), [case[1:] for case in PLAIN], ids=[case[0] for case in PLAIN])
def test_what_fits_is_read_without_a_word(content: bytes, text: str) -> None:
    assert text_of(content) == (text, "")


ODD = [
    ("windows-1252 that says nothing", FRENCH.encode("cp1252"), FRENCH, "Windows-1252"),
    ("utf-8 with a few other bytes", (FRENCH * 9).encode() + b"\x93x\x94", FRENCH * 9 + "“x”", "Windows-1252"),
    ("cyrillic that says nothing", LONG_RUSSIAN.encode("cp1251"), LONG_RUSSIAN, "it was read as"),
    ("an encoding that is none", b"<meta charset=rot13>" + b"caf\xe9", "<meta charset=rot13>café", "Windows-1252"),
    ("stray nul bytes", b"\0" + b"word " * 200, "word " * 200, "NUL bytes in it"),
]


@pytest.mark.parametrize(("content", "text", "note"), [case[1:] for case in ODD], ids=[case[0] for case in ODD])
def test_what_was_no_plain_matter_is_said(content: bytes, text: str, note: str) -> None:
    read, said = text_of(content)
    assert read == text
    assert note in said


def test_the_carrier_is_asked_where_the_page_says_nothing() -> None:
    assert text_of("<p>Łódź</p>".encode("iso-8859-2"), "ISO-8859-2")[0] == "<p>Łódź</p>"


def test_bytes_are_no_page() -> None:
    with pytest.raises(FileProblem, match="not text"):
        text_of(bytes(range(256)) * 20)


def test_a_declaration_below_the_top_is_not_looked_for() -> None:
    assert declared_in(b"<p>" + b"x" * 5000 + b"<meta charset=latin1>") == ""


PAGE = "<html><body>{}</body></html>"
LEAN = [
    ("a picture written out", '<img src="data:image/png;base64,' + "iVBOR" * 400 + '">', '<img src="data:,">'),
    ("a short one stays", '<img src="data:,x">', '<img src="data:,x">'),
    ("a style", "<style>p{}</style><p>x", " <p>x"),
    ("a style that never ends", "<style>p{} <p>x", "<style>p{} <p>x"),
    ("a drawing", "a<svg><text>b</text></svg>c", "a c"),
    (
        "a tag that a script writes",
        "<script>w('<style>')</script><p>x</p><style>p{}</style>",
        "<script>w('<style>')</script><p>x</p> ",
    ),
    ("a tag in a comment", "<!-- <svg> --><p>x</p><svg></svg>", "<!-- <svg> --><p>x</p> "),
    ("an overlong value", '<p title="' + "x" * 6000 + '">y', '<p title="">y'),
    ("a tag with attributes without end", "<p " + "a=1 " * 6000 + ">y", "<p>y"),
    ("a forbidden character", "a\x00b\x1b[31mc", "ab[31mc"),
    ("a reference to one", "a&#27;b&#x1B;c&#0;&#xd800;&#x110000;d&#233;", "abcd&#233;"),
]


@pytest.mark.parametrize(("page", "expected"), [case[1:] for case in LEAN], ids=[case[0] for case in LEAN])
def test_lean(page: str, expected: str) -> None:
    assert lean(page) == expected


@pytest.mark.parametrize("tag", ["div", "font", "ul", "table", "section", "b"])
def test_a_nest_of_100_000_keeps_its_text(tag: str) -> None:
    page = PAGE.format(f"<{tag}>" * 100_000 + "<p>The lock is open.</p>" + f"</{tag}>" * 100_000 + "<p>After it.</p>")
    tree, note = parse(page)
    assert tree is not None
    assert [text.strip() for text in tree.itertext() if text.strip()] == ["The lock is open.", "After it."]
    assert "nested too deeply" in note


def test_a_nest_within_the_limit_is_left_alone() -> None:
    tree, note = parse(PAGE.format("<div>" * (PAGE_DEPTH - 20) + "x"))
    assert tree is not None
    assert note == ""
    assert sum(1 for _ in tree.iter("div")) == PAGE_DEPTH - 20


def test_a_nest_of_headings_is_refused() -> None:
    with pytest.raises(FileProblem, match="nested too deeply"):
        parse(PAGE.format("<h1>" * 100_000))


def test_too_many_elements_are_refused() -> None:
    with pytest.raises(FileProblem, match="elements"):
        parse(PAGE.format("<br>" * (PAGE_ELEMENTS + 1)))


@pytest.mark.parametrize("page", ["", " ", "<!-- nothing -->"])
def test_nothing_has_no_tree(page: str) -> None:
    assert parse(page)[0] is None
