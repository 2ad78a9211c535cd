"""The region that a page marks as its article outweighs a block of more words."""

from __future__ import annotations

from lxml.html import document_fromstring

from tui.importing.html.body import body_of
from tui.importing.html.marked_region import asides_as_articles, has_region, holds_half, region_missed
from tui.importing.html.read_page import read_page

STORY = [f"The lock at Tassara opened on day {day}, and eleven barges went through before noon." for day in range(4)]
MARKED = "".join(f"<p>{line}</p>" for line in STORY)
LONGER = "".join(
    f"<p>Members of the boat club pay {fee} crowns a year for a berth, water and light.</p>" for fee in range(30)
)


def page(inner: str) -> str:
    return f"<html><head><title>Lock opens</title></head><body>{inner}</body></html>"


def test_an_article_that_the_body_does_not_hold_is_missed() -> None:
    tree = document_fromstring(page(f"<div>{LONGER}</div><article>{MARKED}</article>"))
    found = region_missed(tree, ["Members of the boat club pay."])
    assert found is not None
    assert STORY[0] in found.text_content()
    assert "boat club" not in found.text_content()
    assert region_missed(tree, STORY) is None


def test_several_articles_mark_nothing() -> None:
    tree = document_fromstring(page(f"<article>{MARKED}</article><article>{LONGER}</article>"))
    assert region_missed(tree, ["Something else."]) is None


def test_an_aside_with_the_main_heading_is_the_article() -> None:
    draft = read_page(
        page(f"<main><aside><h1>Lock opens</h1><time datetime='2020-02-03'>then</time>{MARKED}</aside></main>")
    ).draft
    assert STORY[3] in draft.paragraphs
    assert [date.iso for date in draft.dates] == ["2020-02-03"]


def test_an_aside_without_one_stays() -> None:
    tree = document_fromstring(page(f"<h1>Lock opens</h1><aside>{MARKED}</aside>"))
    asides_as_articles(tree)
    assert tree.find(".//aside") is not None


def test_the_body_in_the_metadata_outweighs_another_block() -> None:
    assert holds_half(STORY, " ".join(STORY))
    assert not holds_half(["Members pay thirty crowns for water."], " ".join(STORY))
    assert holds_half([], "")


def test_a_page_has_a_region_if_it_marks_one_of_enough_words() -> None:
    assert has_region(document_fromstring(page(f"<article>{MARKED}</article>")))
    assert not has_region(document_fromstring(page("<article><p>Read on.</p></article>")))
    assert not has_region(document_fromstring(page(f"<article>{MARKED}</article><article>{LONGER}</article>")))
    assert not has_region(document_fromstring(page(f"<div>{MARKED}</div>")))


def test_a_region_is_read_without_a_comparison_as_with_one() -> None:
    tree = document_fromstring(page(f"<nav><a href=/a>News</a></nav><article><h1>Lock opens</h1>{MARKED}</article>"))
    assert set(STORY) <= set(body_of(tree, compared=False))
    assert body_of(tree, compared=False) == body_of(tree)
