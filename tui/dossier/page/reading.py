"""The reading of a page: each part asked for what it knows, and the draft that they make together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.dossier.article import Provenance, PublishedDate
from tui.dossier.clipping import clip
from tui.dossier.draft import Draft
from tui.dossier.foreign import foreign
from tui.dossier.metadata import read_language
from tui.dossier.outlet import is_outlet, outlet_of
from tui.dossier.page.body import body_of
from tui.dossier.page.byline import PageByline, page_byline
from tui.dossier.page.claims import Claims
from tui.dossier.page.meta import meta_claims
from tui.dossier.page.origin import article_address, origin_of
from tui.dossier.page.structured import structured_claims
from tui.dossier.page.times import claimed_dates, guessed_date, shown_dates, unread
from tui.dossier.page.title import PageTitle, page_title, window_title
from tui.dossier.page.tree import lean, parse
from tui.dossier.wrapping import Line

if TYPE_CHECKING:
    from lxml.html import HtmlElement


@dataclass(frozen=True, slots=True)
class PageReading:
    """What was read of a page."""

    draft: Draft
    title: PageTitle = PageTitle()
    byline: PageByline = PageByline()
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
    meta = meta_claims(tree)
    saved = origin.address or taken_from
    address = article_address(tree, saved, (meta.address,))
    structured = structured_claims(tree, address or saved, f"{meta.title} {window_title(tree)}")
    claims = (structured, meta)
    sites = tuple(filter(None, (meta.site, structured.site)))
    title = page_title(tree, (structured.title, meta.title), sites, address or saved)
    byline = page_byline(tree, claims, sites)
    clipped = clip([Line(text, apart=True) for text in body_of(tree)], title.own)
    dates = _dates(tree, claims, title, clipped)
    draft = replace(
        clipped,
        title=title.own or clipped.title,
        dates=dates,
        source=_source(sites, byline, address or saved) or clipped.source,
        author=byline.author or clipped.author,
        language=read_language(tree.get("lang") or structured.language or meta.language),
        tags=structured.tags or meta.tags or clipped.tags,
        address=address,
        captured=origin.captured,
        notes=tuple(filter(None, _notes(note, claims, dates))),
    )
    return PageReading(draft, title, byline, next(iter((*structured.published, *meta.published)), ""))


def _dates(
    tree: HtmlElement, claims: tuple[Claims, Claims], title: PageTitle, clipped: Draft
) -> tuple[PublishedDate, ...]:
    """Return every date that the page offers; what htmldate makes of it only where it offers none by itself."""
    structured, meta = claims
    found = [
        *claimed_dates(structured, Provenance.STRUCTURED),
        *claimed_dates(meta, Provenance.PAGE_METADATA),
        *shown_dates(tree, title.own, clipped.paragraphs[0] if clipped.paragraphs else ""),
        *clipped.dates,
    ]
    if not found:
        guess = guessed_date(tree, "\n".join(str(text) for text in tree.itertext()))
        found = [guess] if guess is not None else []
    return tuple(dict.fromkeys(found))


def _source(sites: tuple[str, ...], byline: PageByline, address: str) -> str:
    """Return the outlet: by the page's own word, by a byline that names no person, by the host."""
    if sites:
        return sites[0]
    if byline.given and not byline.author and is_outlet(byline.given):
        return byline.given
    return outlet_of(address)


def _notes(note: str, claims: tuple[Claims, Claims], dates: tuple[PublishedDate, ...]) -> Iterator[str]:
    yield note
    written = unread(claims)
    if written and not dates:
        yield f"the date {written[:40]!r} was not understood, or could mean two days"
