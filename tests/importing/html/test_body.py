"""The body of a page, and pages that have none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import document_fromstring, tostring

from tui.importing.html.body import body_of, cleaned
from tui.importing.html.regions import is_aside, is_mostly_links

SENTENCE = "The ferry at Tassara sails again, the port's office said, and the queue reaches the old market on day {}."
TEXT = "".join(f"<p>{SENTENCE.format(day)}</p>" for day in range(6))


def page(inner: str) -> str:
    menu = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/r'>Rivers</a></li></ul></nav>"
    return f"<html><body>{menu}<article><h1>Ferry sails</h1>{inner}</article><footer>All rights</footer></body></html>"


def test_the_article_and_nothing_around_it() -> None:
    tree = document_fromstring(page(TEXT))
    before = tostring(tree)
    assert [line for line in body_of(tree) if line != "Ferry sails"] == [SENTENCE.format(day) for day in range(6)]
    assert tostring(tree) == before


BLOCKS = [
    ("a list", "<ul><li>one boat on the water</li><li>two boats on the water</li></ul>",
     ["one boat on the water", "two boats on the water"]),
    ("a quotation", "<blockquote><p>It sails, he said.</p><p>And so it does.</p></blockquote>",
     ["It sails, he said.", "And so it does."]),
    ("a line that is wrapped", "<p>It sails\n   <b>on</b>\n Monday.</p>", ["It sails on Monday."]),
    ("a heading", "<h2>What comes next</h2>" + f"<p>{SENTENCE.format(7)}</p>", ["What comes next", SENTENCE.format(7)]),
]  # fmt: skip


@pytest.mark.parametrize(("inner", "lines"), [case[1:] for case in BLOCKS], ids=[case[0] for case in BLOCKS])
def test_blocks_become_paragraphs(inner: str, lines: list[str]) -> None:
    found = body_of(document_fromstring(page(TEXT + inner + TEXT.replace("day", "night"))))
    assert [line for line in found if line in lines] == lines


def test_a_page_of_links_is_no_article() -> None:
    titles = [f"Ferry number {day} sails again" for day in range(9)]
    tree = document_fromstring("".join(f"<p><a href='/{title}'>{title}</a></p>" for title in titles))
    assert is_mostly_links(tree, titles)
    assert not is_mostly_links(document_fromstring(page(TEXT)), [SENTENCE.format(day) for day in range(6)])


def test_an_overview_of_articles_is_no_article() -> None:
    titles = [f"Ferry number {day} sails again" for day in range(9)]
    items = "".join(f"<h2><a href='/x'>{title}</a></h2><p>{SENTENCE}</p><p>More of it.</p>" for title in titles)
    lines = [line for title in titles for line in (title, SENTENCE, "More of it.")]
    assert is_mostly_links(document_fromstring(items), lines)
    assert not is_mostly_links(document_fromstring(items), lines * 2 + [SENTENCE] * 60)


ASIDE = [
    ("<aside><p>x</p></aside>", True),
    ("<div class='related-articles'><p>x</p></div>", True),
    ("<div id='comments'><p>x</p></div>", True),
    ("<div class='article-body'><p>x</p></div>", False),
    ("<div class='commentary'><p>x</p></div>", False),
    ("<div class='sidebar'><article><p>x</p></article></div>", False),
]


@pytest.mark.parametrize(("html", "aside"), ASIDE)
def test_aside(html: str, aside: bool) -> None:
    tree = document_fromstring(f"<html><body>{html}</body></html>")
    assert is_aside(next(tree.iter("p"))) is aside


ONE = "The ferry at Tassara sails again, the port's office said on Monday."
TWO = "Three weeks of low water had kept it in the harbour."
CASES = [
    ("nothing to take off", [ONE, TWO], [ONE, TWO]),
    ("the title again", ["Ferry sails", ONE, TWO], [ONE, TWO]),
    ("byline and day", ["By Ada Rell", "3 February 2020", ONE, TWO], [ONE, TWO]),
    ("a link to another article", [ONE, "Read also: The lock is closed", TWO], [ONE, TWO]),
    ("what stands below", [ONE, TWO, "Share this article", "© 2020 River Post"], [ONE, TWO]),
    ("a door to the comments", ["14 comments", ONE, TWO], [ONE, TWO]),
    ("a dateline", [f"TASSARA, February 3, 2020 (AFP) - {ONE}", TWO], [ONE, TWO]),
    ("a heading within", [ONE, "Facebook", TWO], [ONE, "Facebook", TWO]),
    ("nothing but strays", ["Share this article"], ["Share this article"]),
    ("nothing", [], []),
]


@pytest.mark.parametrize(("lines", "kept"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_tidied(lines: list[str], kept: list[str]) -> None:
    assert cleaned(lines, "Ferry sails").paragraphs == kept


def test_what_the_lines_say_is_kept() -> None:
    found = cleaned(["By Ada Rell", "Updated 4 February 2020", f"TASSARA, February 3, 2020 (AFP) - {ONE}"], "")
    assert found.author == "Ada Rell"
    assert found.source == "AFP"
    dates = [(date.iso, date.provenance.value) for date in found.dates]
    assert dates == [("2020-02-04", "date of change"), ("2020-02-03", "dateline")]


@given(st.lists(st.sampled_from([ONE, TWO, "Ferry sails", "By Ada Rell", "Share this article", "3 May 2020", "x"])))
def test_no_line_is_lost(lines: list[str]) -> None:
    found = cleaned(lines, "Ferry sails")
    assert sorted(found.paragraphs + found.left_out) == sorted(lines)
