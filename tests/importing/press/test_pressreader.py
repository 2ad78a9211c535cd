"""Pages of PressReader: the outlet is the newspaper's, never the reading room's, and the day that of the issue."""

from __future__ import annotations

import pytest
from packed_files import read_as

TEXT = (
    "The crane of the harbour stands still since Friday, and its master does not know why it stopped in the night.",
    "Nobody had paid for the fuel of the winter, said the council, and the ferry was halted for a week as well.",
)
BODY = "".join(f"<p>{line}</p>" for line in TEXT)
MENU = "<nav><ul><li><a href=/a>Newspapers</a></li><li><a href=/c>Sign in</a></li></ul></nav>"
FOOT = "<footer>© 2024 PressReader Inc. All rights reserved.</footer>"
WINDOW = "<title>PressReader - Harbour Times: 2023-03-04 - The crane stands still</title>"
ADDRESS = "<link rel=canonical href='https://www.pressreader.com/uk/harbour-times/20230304/281522230309218'>"
PAGES = {
    "a list below the heading": (
        f"<title>PressReader</title><meta property=og:site_name content=PressReader>{ADDRESS}",
        "<article><header><h1>The crane stands still</h1><ul><li><a href=/x>Harbour Times</a></li>"
        f"<li><time>4 Mar 2023</time></li><li>NEWS</li><li>By Ada Quill</li></ul></header>{BODY}</article>",
    ),
    "a line below the heading": (
        f"<title>PressReader.com - Digital Newspaper Subscriptions</title>{ADDRESS}",
        "<h1>The crane stands still</h1><div class=art-meta>Harbour Times · 4 Mar 2023 · 12 · By Ada Quill</div>"
        f"<div class=art-body>{BODY}</div>",
    ),
    "a line above it": (
        WINDOW,
        "<section><a>Harbour Times</a> <span>4 Mar 2023</span> <span>NEWS</span></section>"
        f"<h1>The crane stands still</h1><div class=byline>By Ada Quill</div>{BODY}",
    ),
}


@pytest.mark.parametrize(("head", "body"), PAGES.values(), ids=list(PAGES))
def test_an_article_s_page(head: str, body: str) -> None:
    page = f"<html><head>{head}</head><body>{MENU}{body}{FOOT}</body></html>"
    (article,) = read_as("a.html", page.encode()).articles
    assert (article.title, article.source) == ("The crane stands still", "Harbour Times")
    assert article.published is not None
    assert article.published.iso == "2023-03-04"
    assert article.text.split("\n\n") == list(TEXT)
    assert "Sign in" in " ".join(article.left_out)


ARTICLES = (("The crane stands still", "4 Mar 2023", TEXT[0]), ("The ferry waits", "5 Mar 2023", TEXT[1]))
SEVERAL = {
    "an element for each": "".join(
        f"<article><h1>{title}</h1><p>Harbour Times</p><p>{day}</p><p>By Ada Quill</p><p>{text}</p></article>"
        for title, day, text in ARTICLES
    ),
    "a line below each heading": "".join(
        f"<h1>{title}</h1><div>Harbour Times · {day} · 12 · By Ada Quill</div><p>{text}</p>"
        for title, day, text in ARTICLES
    ),
}


@pytest.mark.parametrize("body", SEVERAL.values(), ids=list(SEVERAL))
@pytest.mark.parametrize("head", [WINDOW, f"<title>PressReader</title>{ADDRESS}"], ids=["title", "address"])
def test_a_page_of_several_articles(head: str, body: str) -> None:
    articles = read_as("a.html", f"<html><head>{head}</head><body>{body}</body></html>".encode()).articles
    told = [(one.title, one.source, one.published and one.published.iso, one.author, one.text) for one in articles]
    assert told == [
        (title, "Harbour Times", day, "Ada Quill", text)
        for (title, _, text), day in zip(ARTICLES, ("2023-03-04", "2023-03-05"), strict=True)
    ]


def test_an_article_of_another_newspaper_does_not_get_the_outlet_of_the_page() -> None:
    body = SEVERAL["an element for each"].replace("<p>Harbour Times</p><p>5 Mar", "<p>Coast Courier</p><p>5 Mar")
    (_, second) = read_as("a.html", f"<html><head>{WINDOW}</head><body>{body}</body></html>".encode()).articles
    assert second.source != "Harbour Times"
