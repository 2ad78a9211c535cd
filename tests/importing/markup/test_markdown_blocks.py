"""Markdown as a reader reads it: the marks go, the words stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.importing.markup import markdown_blocks
from tui.importing.markup.markdown_blocks import read_markdown

BLOCKS = [
    (
        "hard-wrapped lines are one paragraph",
        "The bridge\nis open.\n\nThe ferry\nis not.",
        ["The bridge is open.", "The ferry is not."],
    ),
    ("headings lose their marks", "# One\n\n## Two ##\n\nThree\n=====", ["One", "Two", "Three"]),
    (
        "emphasis",
        "A **bold** and *slant* and __both__ and ~~gone~~ word.",
        ["A bold and slant and both and gone word."],
    ),
    ("emphasis that CommonMark does not see", "19.04.21**: Gao**. It rained__.", ["19.04.21: Gao. It rained."]),
    (
        "links are their texts",
        'See [the *plan*](https://x.org/a "t") at <https://x.org>.',
        ["See the plan at https://x.org."],
    ),
    ("a link with a space in its address", "See [the plan](https://x.org/a b).", ["See the plan."]),
    ("links by reference", "See [the plan][1].\n\n[1]: https://x.org", ["See the plan."]),
    ("lists", "- one\n- two\n\n  more\n\n3. three\n4. four", ["• one", "• two", "more", "3. three", "4. four"]),
    ("lists in lists", "- one\n  - inner\n- two", ["• one", "• inner", "• two"]),
    ("quotes", "> He said so.\n> Twice.\n\nNo.", ["He said so. Twice.", "No."]),
    ("code is text", "```\na = 1\n\nb < 2\n```\n\nUse `*x*`.", ["a = 1", "b < 2", "Use *x*."]),
    ("indented text is text", "    The bridge is\n    open.", ["The bridge is open."]),
    ("hard breaks", "One  \nTwo\\\nThree<br>Four", ["One", "Two", "Three", "Four"]),
    ("tables", "| a | b |\n|---|---|\n| 1 | **2** |", ["a | b", "1 | 2"]),
    ("rules", "One\n\n---\n\n* * *\n\n____________\n\nTwo", ["One", "Two"]),
    ("tags", "<p>A &amp; <b>b</b><br/>c</p>\n\n<div class='x'>d</div>", ["A & b", "c", "d"]),
    ("tags within a line", "Water is H<sub>2</sub>O &eacute;.", ["Water is H2O é."]),
    ("words in angle brackets", "Acme <ACM> and First <I> rose.", ["Acme <ACM> and First <I> rose."]),
    ("escapes", r"2 \* 3 \_ \# 4", ["2 * 3 _ # 4"]),
    ("entities", "&lt;b&gt; &copy; &#233;", ["<b> © é"]),
    ("a comment that is never closed", "<!-- The bridge is open.", ["<!-- The bridge is open."]),
    ("a script that is never closed", "<script>\n\nThe bridge is open.", ["The bridge is open."]),
]


@pytest.mark.parametrize(("source", "expected"), [case[1:] for case in BLOCKS], ids=[case[0] for case in BLOCKS])
def test_blocks(source: str, expected: list[str]) -> None:
    assert [block.text for block in read_markdown(source).blocks] == expected


CUT = [
    ("an image", "![A bridge](b.png) It is open.", ["![A bridge](b.png)"], ["It is open."]),
    ("an image alone", "![](b.png)", ["![](b.png)"], []),
    ("a comment", "<!-- draft -->\n\nIt is open.", ["<!-- draft -->"], ["It is open."]),
    ("a frame", '<iframe src="x"></iframe>\n\nIt is open.', ['<iframe src="x"></iframe>'], ["It is open."]),
    ("a script", "<script>alert(1)</script>\nIt is open.", ["<script>alert(1)</script>"], ["It is open."]),
    (
        "a shortcode",
        '{{< figure src="b.png" >}}\n\nIt is {% now %}open.',
        ['{{< figure src="b.png" >}}', "{% now %}"],
        ["It is open."],
    ),
    ("a definition", "It is open.\n\n[1]: https://x.org", ["[1]: https://x.org"], ["It is open."]),
]


@pytest.mark.parametrize(("source", "left_out", "kept"), [case[1:] for case in CUT], ids=[case[0] for case in CUT])
def test_what_is_cut_is_told(source: str, left_out: list[str], kept: list[str]) -> None:
    read = read_markdown(source)
    assert read.left_out == left_out
    assert [block.text for block in read.blocks] == kept


def test_headings_know_their_level() -> None:
    assert [block.level for block in read_markdown("# A\n\nb\n\n### C").blocks] == [1, 0, 3]


def test_a_text_too_dense_for_marks_is_read_as_it_stands() -> None:
    dense = "[" * 120_000
    read = read_markdown(f"*a*\n\n{dense}")
    assert [block.text for block in read.blocks] == ["*a*", dense]
    assert "too long to be read as Markdown" in read.note
    assert read_markdown("*a*").note == ""


@given(st.lists(st.sampled_from("ab .,\n-#*_[]()<>!`|~:\"'\\&{}%+=1"), max_size=200).map("".join))
def test_any_text_becomes_lines_that_are_not_empty(source: str) -> None:
    read = read_markdown(source)
    assert all(block.text and block.text == " ".join(block.text.split()) for block in read.blocks)


@given(
    st.lists(st.sampled_from(["Bridge", "ferry,", "It rained.", "\n\n", "\n", "# ", "- ", "**", "> ", "1. "])).map(
        " ".join
    )
)
def test_no_word_is_lost(source: str) -> None:
    words = [word for word in source.split() if word[0].isalpha()]
    shown = " ".join(block.text for block in read_markdown(source).blocks).replace("• ", "").split()
    assert [word for word in shown if word[0].isalpha()] == words


def test_a_text_of_very_many_lines_is_read_without_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown_blocks, "MARKDOWN_LINES", 10)
    assert [block.text for block in read_markdown("*a*\n\n" * 6).blocks] == ["*a*"] * 6
