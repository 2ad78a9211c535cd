"""The encoding of a page is found in its bytes first, in its own words second, and guessed last."""

from __future__ import annotations

import pytest

from tui.errors import FileProblem
from tui.importing.html.charset import declared_in, text_of

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
    with pytest.raises(FileProblem, match="not a text"):
        text_of(bytes(range(256)) * 20)


def test_a_declaration_below_the_top_is_not_looked_for() -> None:
    assert declared_in(b"<p>" + b"x" * 5000 + b"<meta charset=latin1>") == ""
