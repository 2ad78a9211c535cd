"""Live blogs stay one article with the time of each post; pages of several articles are told, or parted."""

from __future__ import annotations

from tui.importing.html.live_blog import pieces_of_page, with_posts
from tui.importing.parsed import Draft

POSTS = "".join(
    f"<article><h2>Post {number}</h2><time datetime='2023-03-0{number}T01:10:00Z'>{number} March, 1:10</time>"
    f"<p>The crane of the harbour moved for the {number}. time, and nobody saw it.</p></article>"
    for number in (1, 2, 3)
)
LIVE = (
    '<html><head><script type="application/ld+json">{"@type":"LiveBlogPosting"}</script></head><body><main>'
    f"<h1>Live</h1><p>Ada Quill on the quay</p>{POSTS}<footer>About us</footer></main></body></html>"
)


def test_each_post_keeps_its_heading_and_its_time() -> None:
    draft = with_posts(Draft(title="Live", paragraphs=("The crane of the harbour moved.",)), LIVE)
    assert draft.paragraphs[:4] == (
        *("Ada Quill on the quay", "Post 1", "1 March, 1:10"),
        "The crane of the harbour moved for the 1. time, and nobody saw it.",
    )
    assert [text for text in draft.paragraphs if text.endswith("1:10")] == [
        f"{number} March, 1:10" for number in (1, 2, 3)
    ]
    assert draft.left_out == ("About us",)


def test_a_page_that_is_no_live_blog_stays_as_it_was_read() -> None:
    draft = Draft(title="Live", paragraphs=("The crane.",))
    assert with_posts(draft, LIVE.replace("LiveBlogPosting", "NewsArticle")) == draft


def test_a_text_that_was_read_is_not_lost_for_a_shorter_one() -> None:
    draft = Draft(title="Live", paragraphs=("The crane. " * 200,))
    assert with_posts(draft, LIVE) == draft


ARTICLE = (
    "<article><h2>Piece {0}</h2><time>{0} March 2023</time><p>" + "The crane stands still. " * 20 + "</p></article>"
)
PIECES = "".join(ARTICLE.format(number) for number in (1, 2))


def test_pieces_with_heading_and_day_are_sure_where_nothing_else_is_on_the_page() -> None:
    pieces, sure = pieces_of_page(f"<html><body>{PIECES}</body></html>")
    assert (len(pieces), sure) == (2, True)
    assert "Piece 1" in pieces[0]


def test_pieces_below_a_heading_of_the_page_are_only_suspected() -> None:
    pieces, sure = pieces_of_page(f"<html><body><h1>The day</h1>{PIECES}</body></html>")
    assert (len(pieces), sure) == (2, False)


def test_teasers_are_no_pieces() -> None:
    teaser = "<article><h2>Read on</h2><time>1 March 2023</time><p>The crane.</p></article>"
    assert pieces_of_page(f"<html><body>{ARTICLE.format(1)}{teaser * 5}</body></html>") == ([], False)
    assert pieces_of_page("<html><body><p>One.</p></body></html>") == ([], False)
