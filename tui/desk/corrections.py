"""The overlay of corrections: an article as its reader says that it is."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from tui.desk.state import Correction, Field
from tui.dossier.article import Article, Provenance, PublishedDate
from tui.locale import N_


def corrected(article: Article, corrections: Iterable[Correction], writer: str) -> Article:
    """Return an article with what its reader says in place of what its file says.

    A date and a title say by whom and when they were set; the file's own date is then one of the others that are
    offered, and no doubt is left. `writer` is the one whom `you` means.
    """
    for made in corrections:
        if made.field is Field.DATE:
            article = _dated(article, made, writer)
        elif made.field is Field.TITLE:
            article = replace(article, title=made.value, title_made=False, title_said=set_words(made, writer))
        elif made.field is Field.SOURCE:
            article = replace(article, source=made.value)
        elif made.field is Field.AUTHOR:
            article = replace(article, author=made.value)
        elif made.field is Field.LANGUAGE:
            article = replace(article, language=made.value)
    return article


def set_words(made: Correction, writer: str) -> str:
    """Say who made a correction, and on which day, as it is stored: `set by you on 2026-11-30`."""
    whose = "you" if made.by == writer else made.by
    return N_("set by {whose} on {day}").format(whose=whose, day=made.at[:10])


def _dated(article: Article, made: Correction, writer: str) -> Article:
    try:
        told = PublishedDate.from_iso(made.value, Provenance.READER) if made.value else None
    except ValueError:  # a line that another program wrote
        return article
    was = (article.published,) if article.published is not None else ()
    return replace(
        article,
        published=replace(told, said=set_words(made, writer)) if told is not None else None,
        candidates=(*was, *article.candidates),
        doubt="",
        day_order="",
    )
