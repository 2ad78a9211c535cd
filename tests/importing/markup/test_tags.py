"""HTML in one pass: tags, text, and nothing that takes long."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.importing.markup.tags import TagKind, is_break, is_tag, pieces_of, strip_markup

S, E, T = TagKind.START, TagKind.END, TagKind.TEXT

PIECES = [
    ("text", "a &amp; b", [(T, "a & b")]),
    ("an element", "<P class=x>a</p>", [(S, "p"), (T, "a"), (E, "p")]),
    (
        "closed in itself",
        "<br/>a<script src='x' />b",
        [(S, "br"), (E, "br"), (T, "a"), (S, "script"), (E, "script"), (T, "b")],
    ),
    ("a mark between quotes", '<img alt="a > b">c', [(S, "img"), (T, "c")]),
    ("a quote that is left open", '<a x=">b', [(S, "a"), (T, "b")]),
    ("a comment", "a<!-- <p> -->b", [(T, "a"), (T, "b")]),
    ("a comment without an end", "a<!-- b", [(T, "a"), (T, " b")]),
    ("plain characters", "<![CDATA[a < b]]>c", [(T, "a < b"), (T, "c")]),
    ("a lone mark", "3 < 4", [(T, "3 "), (T, "<"), (T, " 4")]),
    ("a declaration", "<!doctype html><?xml ?>a", [(T, "a")]),
    ("a tag without an end", "a <b c", [(T, "a "), (T, "<b c")]),
    ("nothing", "", []),
]


@pytest.mark.parametrize(("html", "pieces"), [row[1:] for row in PIECES], ids=[row[0] for row in PIECES])
def test_pieces(html: str, pieces: list[tuple[TagKind, str]]) -> None:
    assert list(pieces_of(html)) == pieces


OPEN = ["<a ", '<a x="', "<!--", "<![CDATA[", "</", "<?x", "<a x='>", "<!x", '<a x=">']


@pytest.mark.parametrize("mark", OPEN)
def test_marks_that_are_never_closed_are_passed_over_in_one_go(mark: str) -> None:
    assert len(list(pieces_of(mark * 200_000))) <= 400_000


@given(st.text(alphabet="<>/!-ab \"'=[]&;", max_size=60))
def test_any_text_comes_to_an_end(html: str) -> None:
    assert sum(len(text) for _, text in pieces_of(html)) <= 2 * len(html)


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
