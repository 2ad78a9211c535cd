"""A page's tree is lean, never deep, and costs what its words cost."""

from __future__ import annotations

import pytest

from tui.errors import FileProblem
from tui.importing.html.tree import lean, parse
from tui.importing.limits import PAGE_DEPTH, PAGE_ELEMENTS

PAGE = "<html><body>{}</body></html>"
LEAN = [
    ("a picture written out", '<img src="data:image/png;base64,' + "iVBOR" * 400 + '">', '<img src="data:,">'),
    ("a short one stays", '<img src="data:,x">', '<img src="data:,x">'),
    ("a style", "<style>p{}</style><p>x", " <p>x"),
    ("a style that never ends", "<style>p{} <p>x", "<style>p{} <p>x"),
    ("a drawing", "a<svg><text>b</text></svg>c", "a c"),
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
    with pytest.raises(FileProblem, match="marks"):
        parse(PAGE.format("<br>" * (PAGE_ELEMENTS + 1)))


@pytest.mark.parametrize("page", ["", " ", "<!-- nothing -->"])
def test_nothing_has_no_tree(page: str) -> None:
    assert parse(page)[0] is None
