"""HTML within other texts: its tags go, its words stay, and no scan is slow."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.importing.markup.inline import is_break, is_tag, strip_markup

STRIPPED = [
    ("paragraphs", "<p>One</p><p>Two</p>", ["One", "Two"], []),
    ("flowing tags", "A <b>b</b>old<i> x</i>", ["A bold x"], []),
    ("breaks", "One<br>Two<BR/>Three", ["One", "Two", "Three"], []),
    ("entities", "&lt;b&gt; &amp; &eacute;", ["<b> & é"], []),
    ("words in angle brackets", "Acme <ACM> rose", ["Acme <ACM> rose"], []),
    ("a comment", "One<!-- two -->Three", ["OneThree"], ["<!-- two -->"]),
    ("a comment without an end", "One <!-- two", ["One <!-- two"], []),
    ("a script", "One<script>two</script>", ["One"], ["<script>two</script>"]),
    ("a frame without an end", "<iframe src=x> One", ["One"], []),
]


@pytest.mark.parametrize(
    ("source", "kept", "left_out"), [case[1:] for case in STRIPPED], ids=[case[0] for case in STRIPPED]
)
def test_strip(source: str, kept: list[str], left_out: list[str]) -> None:
    assert strip_markup(source) == (kept, left_out)


def test_tags_are_what_html_knows() -> None:
    assert is_tag("<b>")
    assert is_tag("</div>")
    assert is_tag("<!-- x -->")
    assert not is_tag("<ACM>")
    assert is_break("<br/>")
    assert not is_break("<b>")


@given(
    st.lists(st.sampled_from(["<", ">", "<!--", "-->", "<script", "</script", "a", " ", "<b>", "&", "\0", "İ"])).map(
        "".join
    )
)
def test_no_source_makes_it_fall(source: str) -> None:
    paragraphs, _ = strip_markup(source)
    assert all(paragraph == " ".join(paragraph.split()) for paragraph in paragraphs)
