"""The reading of a page: each part asked for what it knows, and the draft that they make together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from tui.base.folding import essence
from tui.dossier.article import Provenance, PublishedDate
from tui.importing.clippings.outlet import is_outlet, outlet_of
from tui.importing.clippings.sheet import is_sentence
from tui.importing.dating.address import date_of_address
from tui.importing.html.ambiguous_dates import Riddle, Solved, says_when, solved
from tui.importing.html.body import body_of
from tui.importing.html.byline import PageByline, page_byline
from tui.importing.html.dates import (
    claimed_dates,
    guessed_date,
    last_change,
    leading,
    riddles_shown,
    shown_dates,
    unread,
)
from tui.importing.html.infobox import fact_lines
from tui.importing.html.is_article import no_article
from tui.importing.html.meta import meta_claims
from tui.importing.html.metadata import Claims, distinct
from tui.importing.html.origin import article_address, origin_of
from tui.importing.html.region import links_alone
from tui.importing.html.related_links import is_overview, without_strangers
from tui.importing.html.structured import described, marked_up
from tui.importing.html.tidy import Tidied, tidied
from tui.importing.html.title import PageTitle, page_title, window_title
from tui.importing.html.tree import lean, parse
from tui.importing.markup.fragment import paragraphs_of
from tui.importing.metadata import read_language
from tui.importing.parsed import Draft, with_a_word
from tui.importing.parser_errors import foreign

if TYPE_CHECKING:
    from lxml.html import HtmlElement


_WHOLE = 200
"""A text of as many words is taken for a whole one."""

_DAY_FIRST = frozenset(("fr", "ar", "es", "pt", "it", "de", "nl", "pl", "ru", "tr", "cs", "da", "no", "fi", "ro", "el"))
"""Languages in which no figures stand with the month before the day."""

_OVERVIEW = "the page looks like an overview of other articles"
_SLOGAN = re.compile(r"\s+[-–—|:·]\s+")


@dataclass(frozen=True, slots=True)
class PageReading:
    """What was read of a page."""

    draft: Draft
    title: PageTitle = field(default_factory=PageTitle)
    byline: PageByline = field(default_factory=PageByline)
    published: str = ""
    """The date of publication as the page's claims write it, with its time and zone."""


def read_page(html: str, address: str = "") -> PageReading:
    """Read a page; `address` is where it was taken from, where that is known."""
    with foreign("web page"):
        tree, note = parse(lean(html))
        if tree is None:
            return PageReading(Draft(address=address))
        return _read(html, tree, address, note)


def _read(html: str, tree: HtmlElement, taken_from: str, note: str) -> PageReading:
    origin = origin_of(html, tree)
    saved = origin.address or taken_from
    claims = _claims(tree, saved)
    address = article_address(tree, saved, tuple(claim.address for claim in claims))
    sites = distinct(_site(claim.site, address or saved) for claim in (claims.meta, claims.described, claims.marked_up))
    byline = page_byline(tree, claims, sites)
    title = page_title(tree, tuple(claim.title for claim in claims), (*sites, byline.author), address or saved)
    language = read_language(tree.get("lang") or next((claim.language for claim in claims if claim.language), ""))
    paragraphs = _body(tree, claims.described.text)
    text = tidied(paragraphs, title.own, (*sites, title.site), language in _DAY_FIRST, fact_lines(tree))
    dated = any(claim.published for claim in claims)
    refusal = no_article(title.own, text.paragraphs, dated, links_alone(tree, paragraphs))
    if refusal:
        return PageReading(Draft(notes=tuple(filter(None, (note, refusal))), address=address, captured=origin.captured))
    first = next((line for line in text.paragraphs if is_sentence(line)), "")
    shown = shown_dates(tree, title.own, first, language in _DAY_FIRST)
    riddles = _riddles(claims, riddles_shown(tree, title.own, first))
    solution = _dates(tree, claims, [*shown, *leading(text.paragraphs), *text.dates], riddles, address)
    draft = Draft(
        paragraphs=tuple(text.paragraphs),
        title=title.given or title.own,
        dates=solution.dates,
        source=_source((*sites, title.site), byline, address or saved) or text.source,
        author=byline.given or text.author,
        language=language,
        tags=tuple(tag for tag in _first_tags(claims) if essence(tag) != essence(title.own)),
        left_out=tuple(text.left_out),
        notes=tuple(filter(None, _notes(note, claims, solution.dates, text))),
        address=address,
        captured=origin.captured,
        day_order=solution.order,
        doubt=solution.doubt or (_OVERVIEW if is_overview(tree) else ""),
    )
    return PageReading(
        with_a_word(draft), title, byline, next((claim.published[0] for claim in claims if claim.published), "")
    )


def _body(tree: HtmlElement, told: str) -> list[str]:
    """Return the paragraphs of the article; of what the page tells machines where it shows less than half of that."""
    shown = body_of(without_strangers(tree))
    if sum(map(len, shown)) * 2 >= len(told):
        return shown
    return list(paragraphs_of(told))


class Voices(NamedTuple):
    """What a page claims, the most trusted voice first."""

    described: Claims
    meta: Claims
    marked_up: Claims


def _claims(tree: HtmlElement, saved: str) -> Voices:
    meta = meta_claims(tree)
    address = article_address(tree, saved, (meta.address,)) or saved
    return Voices(described(tree, address, f"{meta.title} {window_title(tree)}"), meta, marked_up(tree))


def _dates(
    tree: HtmlElement, claims: Voices, shown: list[PublishedDate], riddles: Iterator[Riddle], address: str
) -> Solved:
    """Return every date that the page offers; its riddles, and what htmldate makes of it, only where it needs them."""
    found = [
        *claimed_dates(claims.described, Provenance.STRUCTURED, claims.meta),
        *claimed_dates(claims.meta, Provenance.PAGE_METADATA),
        *claimed_dates(claims.marked_up, Provenance.STRUCTURED),
        *shown,
    ]
    named = date_of_address(address)
    known = [*found, named] if named is not None else found
    solution = Solved() if says_when(found) else solved(riddles, known)
    found = [*solution.dates, *found]
    if not found and named is None:
        guess = guessed_date(tree) or last_change(tree)
        found = [guess] if guess is not None else []
    return replace(solution, dates=tuple(dict.fromkeys(found)))


def _riddles(claims: Voices, shown: Iterator[Riddle]) -> Iterator[Riddle]:
    """Yield the dates that were not understood, the most trusted first."""
    for claim, where in (
        (claims.described, Provenance.STRUCTURED),
        (claims.meta, Provenance.PAGE_METADATA),
        (claims.marked_up, Provenance.STRUCTURED),
    ):
        yield from (Riddle(written, where) for written in unread(claim))
    yield from shown


def _first_tags(claims: Voices) -> tuple[str, ...]:
    return next((claim.tags for claim in claims if claim.tags), ())


def _site(name: str, address: str) -> str:
    """Return an outlet's name without the slogan behind it; of an address its host."""
    if "://" in name:
        return outlet_of(name)
    first = _SLOGAN.split(name)[0].strip()
    squashed = essence(first).replace(" ", "")
    hosts = essence(outlet_of(address)).replace(" ", "")
    return first if first != name and len(squashed) > 2 and squashed in hosts else name


def _source(sites: tuple[str, ...], byline: PageByline, address: str) -> str:
    """Return the outlet: by the page's own word, by a byline that names no person, by the host."""
    named = next(filter(None, sites), "")
    if named:
        return named
    if byline.given and not byline.author and is_outlet(byline.given):
        return byline.given
    return outlet_of(address)


def _notes(note: str, claims: Voices, dates: tuple[PublishedDate, ...], text: Tidied) -> Iterator[str]:
    yield note
    if claims.described.closed and sum(len(line.split()) for line in text.paragraphs) < _WHOLE:
        yield "its text is short, and the page says that it is for subscribers"
    written = next((one for claim in claims for one in unread(claim)), "")
    if written and not dates:
        yield f"the date {written[:40]!r} was not understood"
