"""Notes and entries of a bibliography, matched to the articles that they cite."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.fuzz import ratio

from tui.base.folding import essence
from tui.dates import Timex
from tui.locale import N_
from tui.proof.archive import Archive, SourceText
from tui.proof.attributions import Note, OutletNames, credit_of_note, is_of
from tui.proof.evidence import overlaps
from tui.proof.quotations import quotations
from tui.proof.values import ClaimKind, Finding, Statement, Verdict
from tui.search.analysis import words

_SAME_TITLE = 85.0
"""Per cent of similarity from which on two headlines are one."""


NO_OUTLET = N_("no outlet")


def cited(text: str, note: Note, names: OutletNames, dates: Sequence[Timex], archive: Archive) -> Finding | None:
    """Return which article a note cites by its headline, and what of that differs; None without a headline."""
    written = text[note.start : note.end]
    titles = [quotation.text.strip(" .,") for quotation in quotations(written)]
    credit = credit_of_note(text, note, names, dates)
    if not titles or credit is None:
        return None
    statement = Statement(note.start, note.end, written, ClaimKind.ATTRIBUTION, note.start, note.end)
    sources = _by_title(titles, archive)
    if not sources:
        return Finding(statement, Verdict.NOT_FOUND, reason=N_("the dossier has no article of this headline"))
    own = [source for source in sources if is_of(source.outlet, credit.outlet)]
    if not own:
        return _finding(
            statement,
            Verdict.ANOTHERS,
            sources,
            N_("the headline is of {source}").format(source=sources[0].outlet or NO_OUTLET),
        )
    dated = [source for source in own if source.published is not None]
    if credit.day is not None and dated:
        same = [source for source in dated if overlaps(credit.day.span, source.published)]
        if not same:
            published = dated[0].article.published
            return _finding(
                statement,
                Verdict.ANOTHER_DAY,
                dated,
                N_("it is of {day}").format(day=published.iso if published else ""),
            )
        own = same
    return _finding(statement, Verdict.VERBATIM, own, "")


def _by_title(titles: Sequence[str], archive: Archive) -> list[SourceText]:
    found: dict[int, SourceText] = {}
    for title in titles:
        wanted = essence(title)
        for number in archive.candidates(words(title)[:12], 20):
            source = archive.source(number)
            if source is not None and ratio(wanted, essence(source.article.title)) >= _SAME_TITLE:
                found.setdefault(number, source)
    return list(found.values())


def _finding(statement: Statement, verdict: Verdict, sources: Sequence[SourceText], reason: str) -> Finding:
    evidence = tuple(source.evidence(*source.sentences[0], verdict, 1.0) for source in sources if source.sentences)
    return Finding(statement, verdict, evidence[:4], reason)
