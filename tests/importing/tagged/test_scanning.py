"""The scan from tag to tag: what is a tag, what is text, and that it always comes to its end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.errors import FileProblem
from tui.importing.tagged.scanning import TokenKind, attributes, resolved, scan, tagged_text

SCANS = [
    ("tags and text", "<A>b</A>", ["open a", "text b", "close a"]),
    ("a tag that closes itself", "<a/>", ["open a /"]),
    ("a sign of greater in an attribute", '<a b=">">d', ['open a b=">"', "text d"]),
    ("an apostrophe in an attribute", "<a title=it's>d", ["open a title=it's", "text d"]),
    ("entities", "a &lt;b&gt; &eacute; &#233;", ["text a <b> é é"]),
    ("plain characters", "<![CDATA[<a>&lt;]]>b", ["text <a>&lt;", "text b"]),
    ("comments and declarations", "<!DOCTYPE a><!-- <b> --><?c?>d", ["text d"]),
    ("a comment without an end", "a<!-- b", ["text a", "text <!--", "text  b"]),
    ("lone signs", "a < b > c <3", ["text a < b > c <3"]),
    ("prefixes", "<dc:date>1</dc:date>", ["open dc:date", "text 1", "close dc:date"]),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in SCANS], ids=[case[0] for case in SCANS])
def test_scan(text: str, expected: list[str]) -> None:
    found = [" ".join(filter(None, (token.kind.value, token.name, token.text))) for token in scan(text)]
    assert [" ".join(one.split()) for one in found] == [" ".join(one.split()) for one in expected]


@given(st.text(alphabet="<>/!-[]CDATA?&;='\" ab\n", max_size=200))
def test_tokens_follow_one_another_to_the_end(text: str) -> None:
    behind = 0
    for token in scan(text):
        assert behind <= token.start < token.end <= len(text)
        assert token.kind is TokenKind.TEXT or text[token.start] == "<"
        behind = token.end


def test_attributes() -> None:
    assert attributes('A="1 &amp; 2" b=\'3\' c=d e = "f"') == {"a": "1 & 2", "b": "3", "c": "d", "e": "f"}


def test_named_entities_become_characters_but_for_those_of_xml() -> None:
    assert resolved("&nbsp;&eacute;&amp;&lt;&nix;&") == "\xa0é&amp;&lt;&nix;&"


TEXTS = [
    ("UTF-8", "<a>é</a>".encode(), "<a>é</a>", ""),
    ("a declared encoding", '<?xml version="1.0" encoding="koi8-r"?><a>Мост</a>'.encode("koi8-r"), "Мост", ""),
    ("a wrong declaration", "<?xml encoding='iso-8859-5'?><a>é</a>".encode(), "é", ""),
    ("no declaration", "<a>é</a>".encode("cp1252"), "é", "not UTF-8 throughout"),
    ("a declared encoding of no texts", b"<?xml encoding='zlib'?><a>\xe9</a>", "é", "not UTF-8 throughout"),
]


@pytest.mark.parametrize(("content", "part", "note"), [case[1:] for case in TEXTS], ids=[case[0] for case in TEXTS])
def test_tagged_text(content: bytes, part: str, note: str) -> None:
    text, told = tagged_text(content)
    assert part in text
    assert told.startswith(note)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-32"])
def test_entities_of_a_files_own_are_refused_in_any_encoding(encoding: str) -> None:
    with pytest.raises(FileProblem, match="XML entities"):
        tagged_text('<!DOCTYPE a [<!ENTITY b "cccccccccccccccccc">]><a>&b;</a>'.encode(encoding))
