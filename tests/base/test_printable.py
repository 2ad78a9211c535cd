"""Hostile characters never come through, and nothing else is lost."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.base.printable import printable, printable_json, printable_line

CLEANED = [
    ("plain", "Gao is quiet.", "Gao is quiet."),
    ("escape sequence loses its first byte", "a\x1b[31mred\x1b[0m", "a[31mred[0m"),
    ("operating system command", "\x1b]52;c;aGk=\x07", "]52;c;aGk="),
    ("eight-bit control", "a\x9b2Jb", "a2Jb"),
    ("backspace and bell", "se\x08cret\x07", "secret"),
    ("nul and delete", "a\x00b\x7f", "ab"),
    ("line ends of every kind", "a\r\nb\rc\x85d\u2028e\u2029f\x0bg\x0ch", "a\nb\nc\nd\ne\nf\ng\nh"),
    ("tab", "a\tb", "a    b"),
    ("bidi override", "abc\u202egnp.exe", "abcgnp.exe"),
    ("bidi isolate and mark", "\u2066a\u2069\u200e\u200f\u061cb", "ab"),
    ("zero width space and soft hyphen", "pea\u200bce\u00adkeeper", "peacekeeper"),
    ("byte order mark", "\ufeffTitle", "Title"),
    ("lone surrogates", "caf\udce9 \ud83d", "caf "),
    ("characters of a tag", "flag\U000e0067\U000e007f", "flag"),
    ("private use and no character", "\ue000icon\U0010fffd\ufffe\uffff", "icon"),
    ("joiners stay", "می\u200cخواهم", "می\u200cخواهم"),
    ("decomposed accents are composed", "Ke\u0301ita", "Kéita"),
    ("emoji stay", "👩\u200d🚒 ✓", "👩\u200d🚒 ✓"),
    ("no-break space stays", "15\u00a0000", "15\u00a0000"),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CLEANED], ids=[case[0] for case in CLEANED])
def test_cleans(text: str, expected: str) -> None:
    assert printable(text) == expected


@given(st.text(alphabet=st.characters(), max_size=200))
def test_nothing_unprintable_comes_through_and_cleaning_twice_is_cleaning_once(text: str) -> None:
    cleaned = printable(text)
    assert printable(cleaned) == cleaned
    assert not [c for c in cleaned if c != "\n" and unicodedata.category(c) in ("Cc", "Cs", "Co", "Zl", "Zp")]
    assert unicodedata.is_normalized("NFC", cleaned)


@given(st.text(alphabet=st.characters(), max_size=200))
def test_a_line_is_one_line_without_white_space_at_its_ends(text: str) -> None:
    line = printable_line(text)
    assert "\n" not in line
    assert line == line.strip()
    assert "  " not in line


ESCAPED = [
    ("plain", "Ségou ✓ 👩", '"Ségou ✓ 👩"'),
    ("eight-bit control", "a\x9b2J", '"a\\u009b2J"'),
    ("delete", "a\x7fb", '"a\\u007fb"'),
    ("bidi override", "abc\u202egnp.exe", '"abc\\u202egnp.exe"'),
    ("characters of a tag", "\U000e0067", '"\\udb40\\udc67"'),
    ("odd line ends", "a\x85b\u2028c\u2029d", '"a\\u0085b\\u2028c\\u2029d"'),
    ("a byte that is no text", "caf\udce9", '"caf\\udce9"'),
    ("within a record", {"\u200b": ["\ufeff"]}, '{"\\u200b": ["\\ufeff"]}'),
]


@pytest.mark.parametrize(("value", "expected"), [case[1:] for case in ESCAPED], ids=[case[0] for case in ESCAPED])
def test_json_escapes_what_must_not_reach_a_terminal(value: object, expected: str) -> None:
    assert printable_json(value) == expected


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=200))
def test_json_gives_the_very_text_back_and_holds_nothing_unprintable(text: str) -> None:
    written = printable_json([text])
    assert json.loads(written) == [text]
    assert unicodedata.normalize("NFC", written) == printable(written)
