"""The proof itself: every statement of a manuscript with what the dossier holds of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from tui.base.progress import never
from tui.base.sentences import sentences
from tui.dates import Timex, find_dates
from tui.errors import Cancelled
from tui.figures import Figure, find_figures
from tui.locale import N_
from tui.proof import numbers
from tui.proof.archive import Archive
from tui.proof.attributions import Credit, Note, OutletNames, calls, credit_of_note, credits_in, notes
from tui.proof.citations import cited
from tui.proof.claims import credited, spoken
from tui.proof.evidence import Hit, Sentence
from tui.proof.names import look_up, titled_names
from tui.proof.quotations import Quotation, quotations
from tui.proof.quoting import quoted
from tui.proof.speakers import Speaker, speaker_in
from tui.proof.values import Finding, Kind, Manuscript, Proof, Statement, Verdict
from tui.search.analysis import WordToken, tokens, words

_MOST_CHARACTERS = 400_000
"""A manuscript is looked through up to here."""
_UNSUPPORTED = (Verdict.NOT_FOUND, Verdict.CONTRADICTED, Verdict.ANOTHER_DAY)
"""Verdicts that are given only after a look at the articles that have the very figure or date."""


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
        self._names = OutletNames(archive.outlets)
        self._wide: dict[int, Sequence[Hit]] = {}
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
            credits=[credit for credit in inside if credit.note or not self._quoted_at(credit.start)],
            archive=self._archive,
        )

    @cached_property
    def _all_figures(self) -> tuple[Figure, ...]:
        return find_figures(self._text, language=self._language, timexes=self._dates)

    def _statement(self, start: int, end: int, kind: Kind, sentence: Sentence | None = None) -> Statement:
        inside = sentence or self._sentence_at(start)
        span = (inside.start, inside.end) if inside else (start, end)
        return Statement(start, end, self._text[start:end], kind, *span)

    def _sentence_at(self, place: int) -> Sentence | None:
        return next((each for each in self._sentences if each.start <= place < each.end), None)

    def _over(self, start: int, end: int) -> list[Sentence]:
        return [each for each in self._sentences if each.start < end and start < each.end]

    def _quoted_at(self, place: int) -> bool:
        return any(each.start <= place < each.end for each in self._quotations)

    def _quotation(self, quotation: Quotation) -> Finding:
        over = self._over(quotation.start, quotation.end)
        credit = [each for sentence in over for each in self._credits(sentence)]
        speaker = next((each for sentence in over if (each := self._speaker(sentence)) is not None), None)
        statement = self._statement(quotation.start, quotation.end, Kind.QUOTATION)
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
        for figure in own:
            if self._quoted_at(figure.start) or _is_small_talk(figure):
                continue
            others = [each for each in own if each is not figure]
            result = numbers.judged(figure, others, sentence.hits, numbers.FIGURES)
            if result.verdict in _UNSUPPORTED:
                result = numbers.judged(figure, others, self._wider(sentence), numbers.FIGURES)
            yield self._finding(self._statement(figure.start, figure.end, Kind.FIGURE, sentence), result)

    def _stated_dates(self, sentence: Sentence) -> Iterator[Finding]:
        bracketed = [credit.day for credit in self._credits(sentence) if credit.day is not None]
        own = [date for date in sentence.dates if numbers.is_stated(date) and date not in bracketed]
        for date in own:
            if self._quoted_at(date.start):
                continue
            others: list[Timex] = [each for each in sentence.dates if each is not date]
            result = numbers.judged(date, others, sentence.hits, numbers.DATES)
            if result.verdict in _UNSUPPORTED:
                result = numbers.judged(date, others, self._wider(sentence), numbers.DATES)
            result = numbers.with_publication(result, date, sentence.hits)
            yield self._finding(self._statement(date.start, date.end, Kind.DATE, sentence), result)

    def _wider(self, sentence: Sentence) -> Sequence[Hit]:
        """Return what bears on a sentence, with the articles that have its very figures and dates."""
        if sentence.start not in self._wide:
            own = [each for each in self._all_figures if sentence.start <= each.start < sentence.end]
            written = " ".join([*(each.text for each in own), *(each.text for each in sentence.dates)])
            self._wide[sentence.start] = sentence.hits_with(words(written))
        return self._wide[sentence.start]

    @staticmethod
    def _finding(statement: Statement, result: numbers.Judged) -> Finding:
        return Finding(statement, result.verdict, result.evidence, result.reason, result.changes)

    def _titled(self, sentence: Sentence) -> Iterator[Finding]:
        for titled in titled_names(self._text, sentence.start, sentence.end):
            statement = self._statement(titled.start, titled.end, Kind.NAME, sentence)
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
                statement = self._statement(credit.start, credit.end, Kind.ATTRIBUTION, sentence)
                yield credited(statement, credit, sentence, (inside, stated), lambda: self._wider(sentence))
        speaker = None if inside or self._credits(sentence) else self._speaker(sentence)
        place = self._text.find(speaker.text, sentence.start, sentence.end) if speaker is not None else -1
        if speaker is not None and place >= 0:
            statement = self._statement(place, place + len(speaker.text), Kind.ATTRIBUTION, sentence)
            yield spoken(statement, speaker, sentence)


def _is_small_talk(figure: Figure) -> bool:
    """Say whether a figure is a number word below three that counts nothing known: `one of them`, `two`."""
    return figure.partitive or (not figure.noun and not figure.unit and (figure.value or 99) < 3)
