"""Reads a page: asks each part what it knows and builds the draft, or says why the page is not an article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from tui.base.folding import essence, fold
from tui.dossier.article import Provenance, PublishedDate
from tui.importing.clippings.lines import is_sentence
from tui.importing.clippings.outlet import is_outlet, outlet_of
from tui.importing.dating.address_and_name import date_of_address
from tui.importing.html.body import CleanedText, body_of, cleaned
from tui.importing.html.byline import PageByline, page_byline, shown_byline
from tui.importing.html.consent import WALL, without_consent
from tui.importing.html.date_doubt import page_doubt
from tui.importing.html.left_beside import PARTIAL, is_partial, lines_beside
from tui.importing.html.marked_region import asides_as_articles, has_region, holds_half, region_missed
from tui.importing.html.metadata import PageMetadata, distinct, read_meta_tags
from tui.importing.html.metadata_dates import (
    AmbiguousDate,
    ResolvedDate,
    has_publication_date,
    metadata_dates,
    resolved,
    unread,
)
from tui.importing.html.origin import article_address, origin_of
from tui.importing.html.parse import lean, parse
from tui.importing.html.regions import fact_lines, is_mostly_links, is_overview, without_related_links
from tui.importing.html.shown_dates import (
    ambiguous_dates_shown,
    guessed_date,
    last_change,
    leading,
    searched_date,
    shown_dates,
)
from tui.importing.html.structured import read_json_ld, read_microdata
from tui.importing.html.title import PageTitle, page_title, window_title
from tui.importing.markup.fragment import paragraphs_of
from tui.importing.metadata import read_language
from tui.importing.parsed import Draft, noting_missing_text
from tui.importing.parser_errors import translated_errors
from tui.locale import N_

if TYPE_CHECKING:
    from lxml.html import HtmlElement


_SHORT = 150
"""The most words of an error page."""

_ERROR = re.compile(
    r"(?:(?:error|erreur|http)\W{0,3})?(?:40[01345]|410|429|451|50[0234])\b.{0,80}"
    r"|(?:oops\W+)?(?:the |this |that |cette )?pages? (?:(?:was |could )?not (?:be )?found|not available|introuvable"
    r"|doesn.?t exist|n.?existe pas|non trouvee).{0,40}|not found|file not found|nothing found.{0,30}"
    r"|access (?:to this page has been )?denied.{0,40}|acces refuse.{0,40}|forbidden|service unavailable|bad gateway"
    r"|internal server error|gateway time-?out|(?:this )?site can.?t be reached.{0,60}|server not found"
)
_GATE = re.compile(
    r"just a moment\W*|attention required.{0,30}|un instant\W*|(?:are you|you are not) a robot.{0,30}|robot check"
    r"|security check.{0,30}|verif(?:y|ying) (?:that )?you are (?:a )?human.{0,30}|human verification"
    r"|checking your browser.{0,60}|before you continue.{0,60}|avant d.acceder.{0,60}"
    r"|(?:please )?enable javascript.{0,60}"
    r"|(?:we value )?your privacy(?: choices)?|(?:please )?(?:log|sign) in(?: to .{1,40})?|se connecter|connexion"
)
_REASONS = (
    (_ERROR, N_("an error page, not an article")),
    (_GATE, N_("a page shown before the article, which itself was not saved")),
)
_SITE = re.compile(r"\s+[-–—|·:]\s+.*$")


def why_no_article(title: str, paragraphs: list[str], dated: bool, links: bool) -> str:
    """Return why a page is not an article, in a few words, or "".

    `dated` says whether it states a publication date, `links` whether its text is mostly links.
    """
    if dated:
        return ""
    if links:
        return N_("an overview of other articles, or a menu")
    said = fold(_SITE.sub("", title)).strip()
    if sum(len(paragraph.split()) for paragraph in paragraphs) <= _SHORT:
        for form, reason in _REASONS:
            if form.fullmatch(said):
                return reason
    return N_("no text but its title") if title and not paragraphs else ""


_WHOLE = 200
"""The fewest words of a complete text."""

_DAY_FIRST = frozenset(("fr", "ar", "es", "pt", "it", "de", "nl", "pl", "ru", "tr", "cs", "da", "no", "fi", "ro", "el"))
"""Languages that never write the month before the day."""

_OVERVIEW = N_("the page looks like an overview of other articles")
_SLOGAN = re.compile(r"\s+[-–—|:·]\s+")


@dataclass(frozen=True, slots=True)
class PageReading:
    """The result of reading a page."""

    draft: Draft
    title: PageTitle = field(default_factory=PageTitle)
    byline: PageByline = field(default_factory=PageByline)
    published: str = ""
    """The publication date in the metadata, verbatim with its time and zone."""


def read_page(html: str, address: str = "") -> PageReading:
    """Read a page; `address` is where it was saved from, if known."""
    with translated_errors(N_("web page")):
        tree, note = parse(lean(html))
        if tree is None:
            return PageReading(Draft(address=address))
        return _read(html, tree, address, note)


def _read(html: str, tree: HtmlElement, taken_from: str, note: str) -> PageReading:
    _held = list(tree.iter())  # as long as an element is held, each walk finds it without making it again
    origin = origin_of(html, tree)
    consent = without_consent(tree)
    asides_as_articles(tree)
    saved = origin.address or taken_from
    metadata = _metadata(tree, saved)
    address = article_address(tree, saved, tuple(source.address for source in metadata))
    sites = distinct(
        _site(source.site, address or saved) for source in (metadata.meta_tags, metadata.json_ld, metadata.microdata)
    )
    byline = page_byline(tree, metadata, sites)
    title = page_title(tree, tuple(source.title for source in metadata), (*sites, byline.author), address or saved)
    language = read_language(tree.get("lang") or next((source.language for source in metadata if source.language), ""))
    paragraphs = _body(tree, metadata.json_ld.text)
    text = cleaned(paragraphs, title.own, (*sites, title.site), language in _DAY_FIRST, fact_lines(tree))
    dated = any(source.published for source in metadata)
    reason = why_no_article(title.own, text.paragraphs, dated, is_mostly_links(tree, paragraphs))
    reason = WALL if consent and not text.paragraphs and not dated else reason
    if reason:
        return PageReading(Draft(notes=tuple(filter(None, (note, reason))), address=address, captured=origin.captured))
    beside = lines_beside(tree, [title.shown or title.own, *text.paragraphs, *text.left_out])
    first = next((line for line in text.paragraphs if is_sentence(line)), "")
    shown = shown_dates(tree, title.own, first, language in _DAY_FIRST)
    ambiguous = _ambiguous_dates(metadata, ambiguous_dates_shown(tree, title.own, first))
    resolution = _dates(tree, metadata, [*shown, *leading(text.paragraphs), *text.dates], ambiguous, address)
    partial = PARTIAL if is_partial(text.paragraphs, beside) else ""
    draft = Draft(
        paragraphs=tuple(text.paragraphs),
        title=title.shown or title.own,
        dates=resolution.dates,
        source=_source((*sites, title.site), byline, address or saved) or text.source,
        author=shown_byline(byline, sites) or text.author,
        language=language,
        tags=tuple(tag for tag in _first_tags(metadata) if essence(tag) != essence(title.own)),
        left_out=(*text.left_out, *consent, *beside),
        notes=tuple(filter(None, (*_notes(note, metadata, resolution.dates, text), partial))),
        address=address,
        captured=origin.captured,
        searched=True,
        day_order=resolution.order,
        doubt=resolution.doubt or (_OVERVIEW if is_overview(tree) else ""),
    )
    return PageReading(
        noting_missing_text(draft),
        title,
        byline,
        next((source.published[0] for source in metadata if source.published), ""),
    )


def _body(tree: HtmlElement, stated: str) -> list[str]:
    """Return the paragraphs of the article, or those in its metadata if the body shows less than half of them.

    A region that the page marks as its article outweighs a block of more words. So an extraction that holds half of it
    needs no comparison with others: one of twice as many words would lie outside of the region.
    """
    kept = without_related_links(tree)
    shown = body_of(kept, compared=not has_region(kept))
    missed = region_missed(kept, shown)
    shown = (body_of(missed) if missed is not None else []) or shown
    if sum(map(len, shown)) * 2 >= len(stated) and holds_half(shown, stated):
        return shown
    return list(paragraphs_of(stated))


class MetadataSources(NamedTuple):
    """The metadata of a page by source, most trusted first."""

    json_ld: PageMetadata
    meta_tags: PageMetadata
    microdata: PageMetadata


def _metadata(tree: HtmlElement, saved: str) -> MetadataSources:
    meta = read_meta_tags(tree)
    address = article_address(tree, saved, (meta.address,)) or saved
    return MetadataSources(
        read_json_ld(tree, address, f"{meta.title} {window_title(tree)}"), meta, read_microdata(tree)
    )


_SEEN = frozenset((Provenance.BYLINE, Provenance.ADDRESS))
"""Days that a page shows to its readers, in the publisher's own calendar."""

_SEARCHED = N_("the page does not say when it appeared; this day was found by searching its text")


def _dates(
    tree: HtmlElement,
    metadata: MetadataSources,
    shown: list[PublishedDate],
    ambiguous: Iterator[AmbiguousDate],
    address: str,
) -> ResolvedDate:
    """Return every date that the page offers; ambiguous ones and htmldate's guess only if there is no other."""
    named = date_of_address(address)
    seen = [date for date in (*shown, named) if date is not None and date.provenance in _SEEN]
    found = [
        *metadata_dates(metadata.json_ld, Provenance.STRUCTURED, metadata, seen),
        *metadata_dates(metadata.meta_tags, Provenance.PAGE_METADATA, metadata, seen),
        *metadata_dates(metadata.microdata, Provenance.STRUCTURED, metadata, seen),
        *shown,
    ]
    known = [*found, named] if named is not None else found
    resolution = ResolvedDate() if has_publication_date(found) else resolved(ambiguous, known)
    found = [*resolution.dates, *found]
    if not found and named is None:
        guess = guessed_date(tree) or last_change(tree)
        found = [guess] if guess is not None else []
    if not found and named is None:
        guess = searched_date(tree)
        found, resolution = ([guess], ResolvedDate(doubt=_SEARCHED)) if guess is not None else ([], resolution)
    if not resolution.doubt:
        written = [one for source in metadata for one in source.published]
        offered = found if named is None else [*found, named]
        resolution = replace(resolution, doubt=page_doubt(offered, written))
    return replace(resolution, dates=tuple(dict.fromkeys(found)))


def _ambiguous_dates(metadata: MetadataSources, shown: Iterator[AmbiguousDate]) -> Iterator[AmbiguousDate]:
    """Yield the ambiguous dates, most trusted first."""
    for source, where in (
        (metadata.json_ld, Provenance.STRUCTURED),
        (metadata.meta_tags, Provenance.PAGE_METADATA),
        (metadata.microdata, Provenance.STRUCTURED),
    ):
        yield from (AmbiguousDate(written, where) for written in unread(source))
    yield from shown


def _first_tags(metadata: MetadataSources) -> tuple[str, ...]:
    return next((source.tags for source in metadata if source.tags), ())


def _site(name: str, address: str) -> str:
    """Return an outlet's name without its slogan; of an address the host."""
    if "://" in name:
        return outlet_of(name)
    first = _SLOGAN.split(name)[0].strip()
    squashed = essence(first).replace(" ", "")
    hosts = essence(outlet_of(address)).replace(" ", "")
    return first if first != name and len(squashed) > 2 and squashed in hosts else name


def _source(sites: tuple[str, ...], byline: PageByline, address: str) -> str:
    """Return the outlet: as the page states it, else from a byline without a person, else the host."""
    named = next(filter(None, sites), "")
    if named:
        return named
    if byline.given and not byline.author and is_outlet(byline.given):
        return byline.given
    return outlet_of(address)


def _notes(note: str, metadata: MetadataSources, dates: tuple[PublishedDate, ...], text: CleanedText) -> Iterator[str]:
    yield note
    if metadata.json_ld.closed and sum(len(line.split()) for line in text.paragraphs) < _WHOLE:
        yield N_("its text is short, and the page says that it is for subscribers")
    written = next((one for source in metadata for one in unread(source)), "")
    if written and not dates:
        yield N_("the date {written!r} was not understood").format(written=written[:40])
