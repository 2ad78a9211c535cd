from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.importing.markup.fragment import Block, blocks_of, paragraphs_of

CASES = [
    ("paragraphs", "<p>One.</p>\n<p>Two\nlines.</p>", ["One.", "Two lines."]),
    ("inline marks join", "<p>The <b>camp</b> at <a href='x'>Ber</a>, too.</p>", ["The camp at Ber, too."]),
    ("text without marks around it", "Before <p>inside</p> after", ["Before", "inside", "after"]),
    ("one break is a space", "one<br>two", ["one two"]),
    ("two breaks part paragraphs", "one<br/> <br/>two", ["one", "two"]),
    ("scripts are silent", "<p>a</p><script>if (a < b) alert('<p>no</p>')</script><p>b</p>", ["a", "b"]),
    ("a silent mark within another", "<noscript><iframe>x</iframe>y</noscript>z", ["z"]),
    ("a silent mark that never ends", "<p>a</p><style>p { }", ["a"]),
    ("entities", "<p>Caf&eacute; &amp; th&#233; &lt;b&gt;</p>", ["Café & thé <b>"]),
    ("a table's row is one paragraph", "<table><tr><th>a</th><td>b</td></tr><tr><td>c</td></tr></table>", ["a b", "c"]),
    ("cells with a paragraph each", "<table><tr><td><p>a</p></td><td><p>b</p></td></tr></table>c", ["a b", "c"]),
    ("a row of columns", "<table><tr><td><p>a</p><p>b</p></td><td><p>c</p></td></tr></table>", ["a", "b", "c"]),
    ("rows that are never closed", "<table><tr><td>a<td>b<tr><td>c</table>d", ["a b", "c", "d"]),
    ("lists", "<ul><li>one<li>two</ul>", ["one", "two"]),
    ("comments go", "a<!-- b -->c", ["ac"]),
    ("nothing", "", []),
]  # fmt: skip


@pytest.mark.parametrize(("html", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_blocks(html: str, expected: list[str]) -> None:
    assert [block.text for block in blocks_of(html)] == expected


def test_headings_have_their_level() -> None:
    assert blocks_of("<h2>Head</h2><p>Text</p>") == [Block("Head", 2), Block("Text")]


def test_plain_text_keeps_its_lone_signs() -> None:
    assert paragraphs_of("a < b and\nc > d\n\nnext") == ("a < b and c > d", "next")


@given(st.text(alphabet="<>/=!-&;ab p\n'\"", max_size=200))
def test_no_input_is_refused(html: str) -> None:
    assert all(block.text.strip() == block.text != "" for block in blocks_of(html))
