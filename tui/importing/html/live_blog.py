"""Pages of several pieces: a live blog is one article with the time of each post, other pages hold several articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from tui.base.folding import essence
from tui.importing.html.parse import lean, parse
from tui.importing.parsed import Draft
from tui.importing.parser_errors import translated_errors
from tui.importing.press.days import day_in
from tui.locale import N_

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LIVE = ("LiveBlogPosting", "liveBlogUpdate")
_FEWEST = 2
_POST = 40
"""Characters of a paragraph that makes a post."""

_ARTICLE_WORDS = 60
"""Words of a piece from which on it may be an article of its own, and no teaser of one."""

_SHARE = 0.7
"""The part of a page's paragraphs that its pieces hold together where they are all there is on it."""

_BLOCKS = frozenset(
    "address article blockquote dd details div dl dt figcaption h1 h2 h3 h4 h5 h6 header li main ol p pre section table"  # noqa: SIM905
    " td th time tr ul".split()
)
_ASIDE = frozenset(
    ("nav", "aside", "footer", "form", "button", "figure", "head", "script", "style", "noscript", "template")
)
_HEADINGS = ("h1", "h2", "h3", "h4")


def with_posts(draft: Draft, html: str) -> Draft:
    """Return the article of a live blog with the heading and the time of each post; any other as it is."""
    if not _is_live(html):
        return draft
    with translated_errors(N_("web page")):
        tree, _ = parse(lean(html))
        posts = _posts(tree) if tree is not None else []
        if len(posts) < _FEWEST:
            return draft
        paragraphs, left_out = _read(_around(posts), draft.title)
    if sum(map(len, paragraphs)) < sum(map(len, draft.paragraphs)):
        return draft
    return replace(draft, paragraphs=tuple(paragraphs), left_out=tuple(dict.fromkeys((*draft.left_out, *left_out))))


def _is_live(html: str) -> bool:
    return any(mark in html for mark in _LIVE)


def pieces_of_page(html: str, timed: bool = True) -> tuple[list[str], bool]:
    """Return the HTML of the articles that a page holds, where it seems to hold several, and whether that is sure.

    They are sure where each has a heading and a day of its own and nothing but them stands on the page. The day must
    stand in a `time` element, or, where pages of this kind are not `timed`, alone in an element of the piece.
    """
    if html.count("<article") < _FEWEST or (timed and html.count("<time") < _FEWEST) or _is_live(html):
        return [], False
    with translated_errors(N_("web page")):
        tree, _ = parse(lean(html))
        if tree is None:
            return [], False
        pieces = [
            one for one in tree.iter("article") if not any(outer.tag == "article" for outer in one.iterancestors())
        ]
        pieces = [one for one in pieces if _is_article(one, timed)]
        if len(pieces) < _FEWEST:
            return [], False
        inside = sum(map(_words, pieces))
        headed = any(not any(outer in pieces for outer in h1.iterancestors()) for h1 in tree.iter("h1"))
        sure = not headed and inside >= _SHARE * _words(tree)
        language = escape(tree.get("lang") or "")
        return [_page_of(one, language) for one in pieces], sure


def _page_of(piece: HtmlElement, language: str) -> str:
    """Return a piece as a page of its own, with its heading as the title."""
    from lxml.html import tostring

    heading = next(one for one in piece.iter(*_HEADINGS) if one.text_content().strip())
    heading.tag = "h1"
    title = escape(" ".join(heading.text_content().split()))
    body = tostring(piece, encoding="unicode", with_tail=False)
    return f'<html lang="{language}"><head><title>{title}</title></head><body>{body}</body></html>'


def _is_article(element: HtmlElement, timed: bool) -> bool:
    heading = any(one.text_content().strip() for one in element.iter(*_HEADINGS))
    if not heading or _words(element) < (_ARTICLE_WORDS if timed else 1):
        return False
    return next(element.iter("time"), None) is not None or (not timed and any(map(_is_day, element.iter())))


def _is_day(element: HtmlElement) -> bool:
    day = day_in(element.text) if element.text and len(element.text) < _POST else None
    return day is not None and day.bare


def _words(element: HtmlElement) -> int:
    return sum(len(paragraph.text_content().split()) for paragraph in element.iter("p"))


def _posts(tree: HtmlElement) -> list[HtmlElement]:
    """Return the posts: the largest elements around one time alone that hold a paragraph."""
    times = list(tree.iter("time"))
    counts: dict[HtmlElement, int] = {}
    for time in times:
        for outer in time.iterancestors():
            counts[outer] = counts.get(outer, 0) + 1
    posts: dict[HtmlElement, None] = {}
    for time in times:
        inner = time
        for outer in time.iterancestors():
            if counts[outer] > 1 or outer.tag in ("body", "html", "main"):
                break
            inner = outer
        if any(len(paragraph.text_content().strip()) >= _POST for paragraph in inner.iter("p")):
            posts[inner] = None
    return list(posts)


def _around(posts: list[HtmlElement]) -> HtmlElement:
    """Return the smallest element around all posts."""
    around = list(posts[0].iterancestors())
    for post in posts[1:]:
        outer = set(post.iterancestors())
        around = [element for element in around if element in outer]
    return around[0]


def _read(root: HtmlElement, title: str) -> tuple[list[str], list[str]]:
    """Return the paragraphs below an element, headings and times among them, and what is left out."""
    kept: list[str] = []
    left_out: list[str] = []
    for text, aside in _pieces(root):
        if aside or essence(text) == essence(title):
            left_out += [text] if aside else []
        else:
            kept.append(text)
    return kept, left_out


def _pieces(root: HtmlElement) -> Iterator[tuple[str, bool]]:
    """Yield the texts below an element, a block each, and whether each stands aside."""
    parts: list[str] = []
    aside = 0

    def done() -> Iterator[tuple[str, bool]]:
        text = " ".join("".join(parts).split())
        parts.clear()
        if text:
            yield text, aside > 0

    for event, element in _events(root):
        if element.tag in _BLOCKS or element.tag in _ASIDE:
            yield from done()
        if element.tag in _ASIDE:
            aside += 1 if event == "start" else -1
        silent = element.tag in ("script", "style", "head", "template")
        if event == "start" and not silent:
            parts.append(element.text or (element.get("datetime") or "" if element.tag == "time" else ""))
        elif event == "end" and element is not root:
            parts.append(element.tail or "")
    yield from done()


def _events(root: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    from lxml.etree import iterwalk

    yield from iterwalk(root, events=("start", "end"))
