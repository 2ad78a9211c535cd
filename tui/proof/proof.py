"""The proof itself: every statement of a manuscript with what the dossier holds of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from typing import TypeVar

from tui.base.progress import never
from tui.base.sentences import sentences
from tui.dates import Timex, find_dates
from tui.errors import Cancelled
from tui.figures import Figure, find_figures
from tui.locale import N_
from tui.proof import numbers
from tui.proof.archive import Archive
from tui.proof.attributions import Credit, Note, Outlet, OutletNames, calls, credit_of_note, credits_in, notes
from tui.proof.citations import cited
from tui.proof.claims import credited, spoken
from tui.proof.evidence import Hit, Sentence, merged
from tui.proof.names import look_up, titled_names
from tui.proof.nearest import NEAR_DATES, NEAR_FIGURES, Near, with_nearest
from tui.proof.quotations import Quotation, quotations
from tui.proof.quoting import quoted
from tui.proof.repeats import without_repeats
from tui.proof.speakers import Speaker, speaker_in
from tui.proof.values import ClaimKind, Finding, Manuscript, Proof, Statement, Verdict
from tui.proof.wording import SHORTEST
from tui.search.analysis import WordToken, tokens, words

_MOST_CHARACTERS = 400_000
"""A manuscript is looked through up to here."""
_UNSUPPORTED = (Verdict.NOT_FOUND, Verdict.CONTRADICTED, Verdict.ANOTHER_DAY)
"""Verdicts that are given only after a look at the articles that have the very figure or date."""

_PARTS = re.compile(r"[;:]\s|\s[–—]\s")
"""Where a sentence falls into parts that may tell of several things."""
_CLAUSES = re.compile(
    r"[;:]\s|\s[–—]\s|, (?:and|but|while|whereas|where|who|which|et|mais|alors que|tandis que|où|dont|qui) "
)
"""The same, and where one clause follows another."""
_LENGTH = re.compile(r"\b(?:year|month|week|day|hour|an|année|mois|semaine|jour|heure)s?$", re.I)
_SINCE_THEN = re.compile(r"\s+(?:later|earlier|before|plus tard|plus tôt|auparavant|avant|après)\b")
"""What makes a length of time of the manuscript a place in its story."""

T = TypeVar("T", Figure, Timex)


def prove(
    manuscript: Manuscript,
    archive: Archive,
    stop: Callable[[], bool] = never,
    report: Callable[[int, int], object] | None = None,
) -> Proof:
    """Hold a manuscript against an archive; raises `Cancelled` soon after `stop` answers yes.

    `report` is told how many sentences of how many are done, quotations counting as such.
    """
    return Proof(manuscript, tuple(_Prover(manuscript, archive, stop).findings(report or (lambda *_: None))))


class _Prover:
    def __init__(self, manuscript: Manuscript, archive: Archive, stop: Callable[[], bool]) -> None:
        self._text = manuscript.text[:_MOST_CHARACTERS]
        self._language = manuscript.language or "en"
        self._archive = archive
        self._stop = stop
        archive.foresee(words(self._text))
        self._names = OutletNames(archive.outlets)
        self._wide: dict[tuple[int, int], Sequence[Hit]] = {}
        self._clauses: dict[tuple[int, int, re.Pattern[str]], list[Sentence]] = {}
        self._notes = notes(self._text)
        self._dates = find_dates(self._text, language=self._language, published=None)
        self._quotations = [each for each in quotations(self._text) if not self._in_note(each.start)]

    def findings(self, report: Callable[[int, int], object]) -> list[Finding]:
        """Return the findings, in the order of the manuscript."""
        found: list[Finding] = []
        total = len(self._quotations) + len(self._sentences)
        for done, quotation in enumerate(self._quotations):
            self._check()
            report(done, total)
            found.append(self._quotation(quotation))
        by_place = {finding.statement.start: finding for finding in found}
        for done, sentence in enumerate(self._sentences, len(self._quotations)):
            self._check()
            report(done, total)
            stated = [*self._figures(sentence), *self._stated_dates(sentence)]
            found += stated
            found += self._titled(sentence)
            quoted_here = [by_place[each.start] for each in self._within(sentence)]
            found += self._attributions(sentence, quoted_here, stated)
        for note in self._notes:
            self._check()
            citation = cited(self._text, note, self._names, self._dates, self._archive)
            found += [citation] if citation is not None else []
        found = [replace(finding, evidence=without_repeats(finding.evidence)) for finding in found]
        return sorted(found, key=lambda finding: (finding.statement.start, finding.statement.end))

    def _check(self) -> None:
        if self._stop():
            raise Cancelled

    def _in_note(self, place: int) -> bool:
        return any(note.paragraph <= place < note.end for note in self._notes)

    @cached_property
    def _sentences(self) -> list[Sentence]:
        words, place = list(tokens(self._text)), 0
        found = []
        spans = sentences(self._text, [(date.start, date.end) for date in self._dates])
        for start, end in spans:
            while place < len(words) and words[place].start < start:
                place += 1
            first = place
            while place < len(words) and words[place].start < end:
                place += 1
            if not self._in_note(start):
                found.append(self._sentence((start, end), words[first:place]))
        return found

    def _sentence(self, span: tuple[int, int], words: Sequence[WordToken]) -> Sentence:
        start, end = span
        inside = credits_in(self._text, start, end, self._names, self._dates)
        return Sentence(
            span,
            words=words,
            language=self._language,
            dates=[date for date in self._dates if start <= date.start and date.end <= end],
            credits=[credit for credit in inside if not self._quoted_at(credit.start)],
            archive=self._archive,
        )

    def _parts(self, sentence: Sentence, place: int, separators: re.Pattern[str]) -> list[Sentence]:
        """Return a sentence and, where it has more than one, the clause of a place without what it quotes at length."""
        if (sentence.start, place, separators) not in self._clauses:
            cuts = [found.end() for found in separators.finditer(self._text, sentence.start, sentence.end)]
            edges = [sentence.start, *(cut for cut in cuts if not self._quoted_at(cut - 1)), sentence.end]
            span = next(
                (first, last) for first, last in pairwise(edges) if first <= place < last or last == sentence.end
            )
            words = [word for word in sentence.words if span[0] <= word.start < span[1]]
            words = [word for word in words if not self._quoted_at(word.start, SHORTEST)]
            clause = self._sentence(span, words) if len(words) < len(sentence.words) else None
            self._clauses[sentence.start, place, separators] = [sentence, clause] if clause else [sentence]
        return self._clauses[sentence.start, place, separators]

    @cached_property
    def _all_figures(self) -> tuple[Figure, ...]:
        return find_figures(self._text, language=self._language, timexes=self._dates)

    def _statement(self, start: int, end: int, kind: ClaimKind, sentence: Sentence | None = None) -> Statement:
        inside = sentence or self._sentence_at(start)
        span = (inside.start, inside.end) if inside else (start, end)
        return Statement(start, end, self._text[start:end], kind, *span)

    def _sentence_at(self, place: int) -> Sentence | None:
        return next((each for each in self._sentences if each.start <= place < each.end), None)

    def _over(self, start: int, end: int) -> list[Sentence]:
        return [each for each in self._sentences if each.start < end and start < each.end]

    def _quoted_at(self, place: int, least: int = 1) -> bool:
        """Say whether a place is quoted, by a quotation of so many words."""
        within = (each for each in self._quotations if each.start <= place < each.end)
        return any(len(each.text.split()) >= least for each in within)

    def _quotation(self, quotation: Quotation) -> Finding:
        over = self._over(quotation.start, quotation.end)
        credit = [each for sentence in over for each in self._credits(sentence)]
        speaker = next((each for sentence in over if (each := self._speaker(sentence)) is not None), None)
        statement = self._statement(quotation.start, quotation.end, ClaimKind.QUOTATION)
        return quoted(statement, quotation, over, (credit, speaker), self._archive)

    def _credits(self, sentence: Sentence) -> list[Credit]:
        """Return to whom a sentence is given: in it, or in the notes that it calls."""
        called = calls(self._text, sentence.start, min(len(self._text), sentence.end + 6))
        noted = (self._credit_of(note) for note in self._notes if note.mark and note.mark in called)
        return [*sentence.credits, *(credit for credit in noted if credit is not None)]

    def _credit_of(self, note: Note) -> Credit | None:
        return credit_of_note(self._text, note, self._names, self._dates)

    def _speaker(self, sentence: Sentence) -> Speaker | None:
        hidden = [(each.start, each.end) for each in self._quotations]
        found = speaker_in(self._text, sentence.start, sentence.end, self._language, hidden)
        # An outlet is whom the words are given to, not who spoke them.
        return None if found is None or next(self._names.find(found.text), None) else found

    def _figures(self, sentence: Sentence) -> Iterator[Finding]:
        own = [figure for figure in self._all_figures if sentence.start <= figure.start < sentence.end]
        outlets = list(self._names.find(self._text, sentence.start, sentence.end))
        for figure in own:
            if self._quoted_at(figure.start) or _is_small_talk(figure, self._text) or _is_in(figure, outlets):
                continue
            others = [each for each in own if each is not figure]
            result = self._held(figure, others, sentence, NEAR_FIGURES)
            yield self._finding(self._statement(figure.start, figure.end, ClaimKind.FIGURE, sentence), result)

    def _stated_dates(self, sentence: Sentence) -> Iterator[Finding]:
        bracketed = [credit.day for credit in self._credits(sentence) if credit.day is not None]
        own = [date for date in sentence.dates if numbers.is_stated(date) and date not in bracketed]
        for date in own:
            if self._quoted_at(date.start):
                continue
            others: list[Timex] = [each for each in sentence.dates if each is not date]
            result = self._held(date, others, sentence, NEAR_DATES)
            yield self._finding(self._statement(date.start, date.end, ClaimKind.DATE, sentence), result)

    def _held(self, one: T, others: Sequence[T], sentence: Sentence, near: Near[T]) -> numbers.Judged:
        """Hold a figure or a date against the dossier, more widely where that does not bear it out."""
        parts = [part for part in self._parts(sentence, one.start, _PARTS) if part is sentence or part.is_telling]
        result = numbers.judged(one, others, merged(*(part.hits for part in parts)), near.compared)
        if result.verdict in _UNSUPPORTED:
            result = numbers.judged(one, others, merged(*map(self._wider, parts)), near.compared)
        if isinstance(one, Timex):
            result = numbers.with_publication(result, one, sentence.hits)
        return with_nearest(result, (one, others), self._parts(sentence, one.start, _CLAUSES), self._archive, near)

    def _wider(self, sentence: Sentence) -> Sequence[Hit]:
        """Return what bears on a sentence, with the articles that have its very figures and dates."""
        place = sentence.start, sentence.end
        if place not in self._wide:
            own = [each for each in self._all_figures if sentence.start <= each.start < sentence.end]
            written = " ".join([*(each.text for each in own), *(each.text for each in sentence.dates)])
            self._wide[place] = sentence.hits_with(words(written))
        return self._wide[place]

    @staticmethod
    def _finding(statement: Statement, result: numbers.Judged) -> Finding:
        return Finding(statement, result.verdict, result.evidence, result.reason, result.changes)

    def _titled(self, sentence: Sentence) -> Iterator[Finding]:
        for titled in titled_names(self._text, sentence.start, sentence.end):
            statement = self._statement(titled.start, titled.end, ClaimKind.NAME, sentence)
            named = look_up(titled, sentence.sources, self._archive)
            if named is None:
                yield Finding(statement, Verdict.NOT_FOUND)
                continue
            first, last = named.source.tokens[named.first], named.source.tokens[named.last - 1]
            evidence = replace(named.source.evidence(first.start, last.end, named.verdict, 1.0), changes=named.changes)
            reason = N_("the name stands there without this title") if named.verdict is Verdict.COMPATIBLE else ""
            yield Finding(statement, named.verdict, (evidence,), reason, named.changes)

    def _within(self, sentence: Sentence) -> list[Quotation]:
        return [each for each in self._quotations if sentence.start <= each.start < sentence.end]

    def _attributions(
        self, sentence: Sentence, inside: Sequence[Finding], stated: Sequence[Finding]
    ) -> Iterator[Finding]:
        """Yield to whom a sentence is given, given the findings of its quotations, and of its figures and dates."""
        for credit in self._credits(sentence):
            if sentence.start <= credit.start < sentence.end:
                statement = self._statement(credit.start, credit.end, ClaimKind.ATTRIBUTION, sentence)
                yield credited(statement, credit, sentence, (inside, stated), lambda: self._wider(sentence))
        speaker = None if inside or self._credits(sentence) else self._speaker(sentence)
        place = self._text.find(speaker.text, sentence.start, sentence.end) if speaker is not None else -1
        if speaker is not None and place >= 0:
            statement = self._statement(place, place + len(speaker.text), ClaimKind.ATTRIBUTION, sentence)
            yield spoken(statement, speaker, sentence)


def _is_small_talk(figure: Figure, text: str) -> bool:
    """Say whether a figure is none to hold against others: `one of them`, `two`, `two weeks later`."""
    bare = not figure.noun and not figure.unit and (figure.value or 99) < 3
    later = _LENGTH.search(figure.text) and _SINCE_THEN.match(text, figure.end)
    return figure.partitive or bare or bool(later)


def _is_in(figure: Figure, outlets: Sequence[Outlet]) -> bool:
    """Say whether a figure belongs to the name of an outlet, as in France 24."""
    return any(outlet.start < figure.end and figure.start < outlet.end for outlet in outlets)
