"""RTF files: encodings, groups and tables come out as a text, and no file does more than fail with a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.base.printable import printable_line
from tui.dossier.account import Outcome
from tui.errors import FileProblem
from tui.importing.documents import rich_text
from tui.importing.formats.rtf import read
from tui.importing.parsed import Draft, RawFile
from tui.importing.read_file import read_content


def article(body: str, head: str = "\\ansi\\ansicpg1252") -> Draft:
    (one,) = read(RawFile("a.rtf", ("{\\rtf1" + head + " " + body + "}").encode("latin-1")))
    return one


TEXTS = [
    ("paragraphs", r"The ferry is tied up.\par Nobody was hurt.\par", ["The ferry is tied up.", "Nobody was hurt."]),
    ("a line break is a space", r"The ferry\line is tied up.", ["The ferry is tied up."]),
    ("bytes of the file's code page", r"D\'e9j\'e0 vu.", ["Déjà vu."]),
    ("bare bytes", "D\xe9j\xe0 vu.", ["Déjà vu."]),
    ("Unicode, and what stands in for it", r"\uc1 D\u233\'e9j\u224a vu \u8211-", ["Déjà vu –"]),
    ("Unicode without a stand-in", r"\uc0 caf\u233 s", ["cafés"]),
    ("a negative number", r"\u-4051 ?x", ["\uf02dx"]),
    ("a character in two halves", r"\u-10179?\u-8704?", ["\U0001f600"]),
    (
        "quotes, dashes and braces",
        r"\ldblquote Go\rdblquote \emdash \{he\} said\~so\\",
        ["\u201cGo\u201d\u2014{he} said so\\"],
    ),
    ("pictures", r"a {\pict\pngblip 89504e47} b", ["a b"]),
    ("bytes that are announced", "a {\\pict\\bin5 }}{{\\} b", ["a b"]),
    ("what a reader need not know", r"a {\*\no_progress of {this}} b", ["a b"]),
    ("fields show their result", r'{\field{\*\fldinst HYPERLINK "x"}{\fldrslt the river}} rose', ["the river rose"]),
    ("what was deleted, or hidden", r"It {\deleted never }did {\v not }rain\v  twice\v0 .", ["It did rain."]),
    ("headers", r"{\header The Post}{\footerr 3}Text.", ["Text."]),
    ("a row is one paragraph", r"\trowd a\cell b\cell\row\trowd c\cell d\cell\row End.", ["a b", "c d", "End."]),
    ("a cell of several", r"\trowd a\par b\cell c\cell\row End.", ["a", "b", "c", "End."]),
    ("both writings of one text", r"{\upr{cafe}{\*\ud{caf\u233?}}}", ["café"]),
    ("text behind the end", "a}b", ["a"]),
    ("a box", r"{\shp{\*\shpinst\shpleft1{\sp{\sn x}{\sv 1}}{\shptxt In a box.}}}", ["In a box."]),
]


@pytest.mark.parametrize(("body", "paragraphs"), [row[1:] for row in TEXTS], ids=[row[0] for row in TEXTS])
def test_text(body: str, paragraphs: list[str]) -> None:
    one = article(body)
    assert [*filter(None, [one.title]), *one.paragraphs] == paragraphs


PAGES = [
    ("Cyrillic by the file", r"\'d0\'e5\'ea\'e0 \'ed\'e0.", r"\ansi\ansicpg1251", "Река на."),
    (
        "Cyrillic by the font",
        r"{\fonttbl{\f0 A;}{\f1\fcharset204 B;}}\f1\'d0\'e5\'ea\'e0 \'ed\'e0.",
        r"\ansi",
        "Река на.",
    ),
    ("Japanese in two bytes", r"{\fonttbl{\f1\fcharset128 B;}}\f1\'93\'fa\'96\'7b.", r"\ansi", "日本."),
    ("an old Macintosh", r"caf\'8e.", r"\mac", "café."),
    ("a page that nobody knows", r"caf\'e9.", r"\ansi\ansicpg99999", "café."),
    ("UTF-8", "caf\xc3\xa9.", r"\ansi\ansicpg65001", "café."),
]


@pytest.mark.parametrize(("body", "head", "text"), [row[1:] for row in PAGES], ids=[row[0] for row in PAGES])
def test_code_pages(body: str, head: str, text: str) -> None:
    assert article(body, head).paragraphs == (text,)


def test_properties_and_notes() -> None:
    one = article(
        r"{\info{\title The ferry at Ouro}{\author Jonas Weir}{\operator Office}{\keywords river; ferry}"
        r"{\creatim\yr2023\mo3\dy4\hr9}{\revtim\yr2023\mo4\dy1}}"
        r"The ferry is tied up.{\footnote It was built in 1961.} Nobody was hurt.\par"
    )
    assert (one.title, one.author, one.tags) == ("The ferry at Ouro", "Jonas Weir", ("river", "ferry"))
    assert [(date.iso, date.provenance.value) for date in one.dates] == [
        ("2023-03-04", "document properties"),
        ("2023-04-01", "date of change"),
    ]
    assert one.paragraphs == ("The ferry is tied up.[1] Nobody was hurt.", "[1] It was built in 1961.")


@pytest.mark.parametrize("style", [r"{\s4 heading 1;}", r"{\s4\outlinelevel0 Kopf;}", r"{\s4 Title;}"])
def test_a_heading_is_known_by_its_style(style: str) -> None:
    sheet = rf"{{\stylesheet{{\s0 Normal;}}{style}}}"
    one = article(sheet + r"\pard Ouro, in March\par\pard\s4 The ferry. It stands\par\pard It is tied up.")
    assert one.title == "The ferry. It stands"


HOSTILE = [
    ("no RTF", b"<html>"),
    ("nothing but a head", b"{\\rtf1"),
    ("nested groups", b"{\\rtf1" + b"{" * 100_000),
    ("bytes without an end", b"{\\rtf1 {\\pict\\bin2000000000 abc"),
    ("fields without an end", b"{\\rtf1 " + b"{\\field{\\*\\fldinst{HYPERLINK " * 20_000),
    ("fonts without an end", b"{\\rtf1 {\\fonttbl" + b"\\f1\\fcharset1" * 50_000),
    ("numbers of no sense", b"{\\rtf1 \\uc-9999999999\\u9999999999 \\f-1\\outlinelevel-5\\ansicpg-1}"),
    ("notes without an end", b"{\\rtf1 " + b"{\\footnote " * 900),
    ("closings alone", b"{\\rtf1 a" + b"}" * 100_000),
]


@pytest.mark.parametrize("raw", [row[1] for row in HOSTILE], ids=[row[0] for row in HOSTILE])
def test_a_hostile_file_ends_as_a_line(raw: bytes) -> None:
    assert read_content(RawFile("a.rtf", raw), read).account.outcome in Outcome


def test_groups_beyond_the_limit_are_told() -> None:
    with pytest.raises(FileProblem, match="nested groups"):
        list(read(RawFile("a.rtf", b"{\\rtf1" + b"{" * 2000)))


def test_more_words_or_letters_than_a_text_has_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rich_text, "RTF_WORDS", 5_000_000)
    monkeypatch.setattr(rich_text, "TEXT_CHARACTERS", 2_000_000)
    with pytest.raises(FileProblem, match="2 million characters"):
        article("a" * 3_000_000)
    monkeypatch.setattr(rich_text, "RTF_WORDS", 1000)
    with pytest.raises(FileProblem, match="control words"):
        article(r"\b" * 2000)


WORDS = [
    b"\\",
    b"{",
    b"}",
    b"\\u233",
    b"\\'e9",
    b"\\par ",
    b"\\cell ",
    b"\\row ",
    b"\\trowd ",
    b"{\\footnote ",
    b"\\bin2 ",
    b"a",
]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(WORDS), st.binary(max_size=4)), max_size=40))
def test_any_bytes_are_read_or_told(parts: list[bytes]) -> None:
    try:
        list(read(RawFile("a.rtf", b"{\\rtf1 " + b"".join(parts))))
    except FileProblem as problem:
        assert str(problem)  # noqa: PT017 - any other error fails the test


def test_a_download_of_a_press_database_gives_its_articles() -> None:
    record = (
        r"HD The crane %d\par BY By Ada Quill\par PD %d March 2023\par SN Harbour Times\par LP It stands.\par"
        r" AN Document HRTMS0020230304ej34000%d\par "
    )
    body = "".join(record % (number, number, number) for number in (1, 2))
    drafts = list(read(RawFile("factiva.rtf", ("{\\rtf1\\ansi " + body + "}").encode())))
    assert [(draft.title, draft.dates[0].iso, draft.paragraphs) for draft in drafts] == [
        ("The crane 1", "2023-03-01", ("It stands.",)),
        ("The crane 2", "2023-03-02", ("It stands.",)),
    ]


def test_lines_within_a_paragraph_are_those_of_a_download_and_spaces_elsewhere() -> None:
    head = (
        r'"Hafenbote" vom 0%d.09.2008 Seite: 40\uc0\u8232 Ressort: KOM\u8232 \u8232 KRAN %d\u8232 \u8232 Er steht.'
        r"\par\page "
    )
    body = "".join(head % (number, number) for number in (1, 2))
    drafts = list(read(RawFile("wiso.rtf", ("{\\rtf1\\ansi " + body + "}").encode())))
    assert [(draft.title, draft.section, draft.paragraphs) for draft in drafts] == [
        *(("KRAN 1", "KOM", ("Er steht.",)), ("KRAN 2", "KOM", ("Er steht.",))),
    ]
    assert printable_line(article(r"The ferry\uc0\u8232 is tied up.").paragraphs[0]) == "The ferry is tied up."
