"""The paragraphs of a Word document in one pass: headings, breaks, what is deleted, and what is no XML."""

from __future__ import annotations

import pytest

from tui.errors import FileProblem
from tui.importing.documents import word_lines
from tui.importing.documents.word_lines import word_blocks
from tui.importing.markup.fragment import Block

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def blocks(body: str) -> list[Block]:
    return word_blocks(f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>".encode())


CASES = [
    ("runs of one paragraph", "<w:p><w:r><w:t>The </w:t></w:r><w:r><w:t>crane</w:t></w:r></w:p>", [Block("The crane")]),
    (
        "a heading",
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>A</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>B</w:t></w:r></w:p>",
        [Block("A", 2), Block("B")],
    ),
    ("breaks", "<w:p><w:r><w:t>A</w:t><w:br/><w:t>B</w:t><w:tab/><w:t>C</w:t></w:r></w:p>", [Block("A\u2028B C")]),
    (
        "stops on the ruler",
        '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="10"/></w:tabs></w:pPr><w:r><w:t>A</w:t></w:r></w:p>',
        [Block("A")],
    ),
    (
        "what was deleted",
        "<w:p><w:del><w:r><w:delText>no</w:delText></w:r></w:del><w:r><w:t>A</w:t></w:r></w:p>",
        [Block("A")],
    ),
    ("fields", "<w:p><w:r><w:instrText>HYPERLINK</w:instrText></w:r><w:r><w:t>A</w:t></w:r></w:p>", [Block("A")]),
    (
        "what older programs show",
        "<w:p><w:r><w:t>A</w:t><mc:Fallback><w:t>A</w:t></mc:Fallback></w:r></w:p>",
        [Block("A")],
    ),
    ("empty paragraphs", "<w:p/><w:p><w:r><w:t> </w:t></w:r></w:p>", []),
]


@pytest.mark.parametrize(("name", "body", "expected"), CASES)
def test_paragraphs(name: str, body: str, expected: list[Block]) -> None:
    assert blocks(body) == expected, name


@pytest.mark.parametrize("part", [b"<w:document", b"", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'])
def test_what_is_no_xml_or_declares_entities_is_refused(part: bytes) -> None:
    with pytest.raises(FileProblem):
        word_blocks(part)


def test_there_is_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_lines, "_MOST", 3)
    with pytest.raises(FileProblem, match="more than 3"):
        blocks("<w:p/>" * 4)
