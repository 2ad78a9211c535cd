"""A quotation with all that the dossier has of it: its wording, whose it is, and of which day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui.locale import N_
from tui.proof.archive import Archive, SourceText
from tui.proof.attributions import Credit, is_of, names_outlet
from tui.proof.claims import NO_OUTLET
from tui.proof.evidence import Sentence, overlaps
from tui.proof.quotations import Quotation, quotations
from tui.proof.speakers import Speaker, speaker_in
from tui.proof.values import Evidence, Finding, Statement, Verdict
from tui.proof.wording import SHORTEST, Passage, Wording, find_wording
from tui.search.analysis import words

_ASKED = 8
_ARTICLES = 12
_PRESENT = 0.65
"""The part of a quotation's words that an article must have anywhere."""
_PHRASE = 4
"""Words of a phrase that is looked for."""
_MOST_EVIDENCE = 6
_AROUND = 400
"""Characters around a passage in which the article may say whose words it repeats."""
_RANK = {Verdict.VERBATIM: 0, Verdict.CUT: 1, Verdict.ALTERED: 2}
RETOLD = N_("it stands in a retelling of {source}, which is no evidence for a wording: see the original")
SUMMED_UP = N_("it stands where reports are summed up, which is no evidence for a wording: see the original")
_FEW = 6
"""Words of a quotation that is altered only where the sentence around it tells of the same."""
_TOUCHING = 0.2
"""The score from which on a sentence tells of the same, where it has the very words of a short quotation."""


@dataclass(frozen=True, slots=True)
class _Found:
    source: SourceText
    passage: Passage

    @property
    def rank(self) -> tuple[int, float]:
        return _RANK[self.passage.verdict], -self.passage.similarity

    @property
    def span(self) -> tuple[int, int]:
        words = self.source.tokens
        return words[self.passage.first].start, words[self.passage.last - 1].end

    @property
    def sentence(self) -> int:
        """The place of the sentence in which the passage begins."""
        return self.source.sentence_at(self.span[0])

    @property
    def is_quoted(self) -> bool:
        """Whether the article itself quotes the passage."""
        start, end = self.span
        return any(first <= start and end <= last for first, last in self.source.quoted)

    def evidence(self) -> Evidence:
        passage = self.passage
        made = self.source.evidence(*self.span, passage.verdict, passage.similarity)
        return replace(made, changes=passage.changes)


def quoted(
    statement: Statement,
    quotation: Quotation,
    over: Sequence[Sentence],
    given: tuple[Sequence[Credit], Speaker | None],
    archive: Archive,
) -> Finding:
    """Return what the dossier holds of a quotation that stands `over` some sentences and is `given` to somebody."""
    credits, speaker = given
    wording = Wording.of(quotation.segments)
    found = _found(wording, over, credits, archive)
    firsthand = [each for each in found if not each.source.is_secondhand]
    shown = [*firsthand, *(each for each in found if each not in firsthand)]
    best = shown[0] if shown else None
    shown = [
        each for each in shown if best is None or best.rank[0] or not each.rank[0]
    ]  # the same words make others moot
    evidence = tuple(each.evidence() for each in shown[:_MOST_EVIDENCE])
    if not firsthand:
        return _secondhand(statement, shown, speaker, evidence)
    best = firsthand[0]
    verdict, reason = best.passage.verdict, best.passage.reason
    equal = [each for each in firsthand if each.passage.verdict is verdict]
    theirs = [each for each in equal if any(_fits(each, credit) for credit in credits if credit.outlet)]
    if len(wording.words) < SHORTEST:  # anybody may use two or three words, but not as those of somebody else
        verdict, reason = _said_by_another(equal, speaker) or (verdict, reason)
        return Finding(statement, verdict, evidence, reason)
    if any(credit.outlet for credit in credits) and not theirs:
        outlets = ", ".join(dict.fromkeys(each.source.outlet or NO_OUTLET for each in equal))
        reason = N_("in the dossier it stands in {sources}").format(sources=outlets)
        verdict = Verdict.ANOTHERS if verdict in (Verdict.VERBATIM, Verdict.CUT) else verdict
    elif verdict in (Verdict.VERBATIM, Verdict.CUT):
        verdict, reason = _of_whom(verdict, reason, theirs or equal, credits, speaker)
    return Finding(statement, verdict, evidence, reason, best.passage.changes)


def _secondhand(
    statement: Statement, found: Sequence[_Found], speaker: Speaker | None, evidence: tuple[Evidence, ...]
) -> Finding:
    """Return the finding of a quotation that only retellings have: they may show who said it, not in what words."""
    if not found:
        return Finding(statement, Verdict.NOT_FOUND)
    another = _said_by_another(found, speaker)
    if another is not None:
        return Finding(statement, another[0], evidence, another[1])
    outlet = found[0].source.outlet or NO_OUTLET
    reason = SUMMED_UP if found[0].source.sums_up else RETOLD.format(source=outlet)
    return Finding(statement, Verdict.NOT_FOUND, evidence, reason)


def _said_by_another(found: Sequence[_Found], speaker: Speaker | None) -> tuple[Verdict, str] | None:
    """Say who says the words, where every article gives them to somebody else than the manuscript does."""
    if speaker is None or not speaker.text[:1].isupper() or any(speaker.surname in each.source.words for each in found):
        return None
    others = [other for each in found if (other := _other_speaker(each, speaker)) is not None]
    others = [other for other in others if other.text[:1].isupper()]  # no bodies, which often only pass it on
    if others:
        return Verdict.ANOTHERS, N_("there it is said by {speaker}").format(speaker=others[0].text)
    return Verdict.NOT_FOUND, N_("no article with these words names {speaker}").format(speaker=speaker.text)


def _found(wording: Wording, over: Sequence[Sentence], credits: Sequence[Credit], archive: Archive) -> list[_Found]:
    """Return the articles that have a quotation, the same wording first.

    One of a few words is looked for only where the article tells of what the sentence around it does.
    """
    if len(wording.words) < SHORTEST:
        return _few_words(wording, over, archive)
    rare = sorted(dict.fromkeys(wording.words), key=lambda word: archive.rarity(word) or archive.count + 1)[:_ASKED]
    numbers = dict.fromkeys(archive.candidates(rare, _ARTICLES))
    outlets = frozenset(credit.outlet for credit in credits if credit.outlet)
    if outlets:
        numbers |= dict.fromkeys(archive.candidates(rare, 4, outlets))
    sources = [source for number in numbers if (source := archive.source(number)) is not None]
    sources += [source for sentence in over for source in sentence.sources if source.number not in numbers]
    found = _placed(wording, sources)
    if not found and len(wording.words) > _PHRASE:
        # Words of every text find nothing by themselves; one part of an altered quotation is as it was.
        tried = {source.number for source in sources}
        numbers = dict.fromkeys(archive.with_phrases(_phrases(wording.words), _ARTICLES))
        more = (archive.source(number) for number in numbers if number not in tried)
        found = _placed(wording, [source for source in more if source is not None])
    if len(wording.words) < _FEW:  # so few words are altered ones only where the same is told
        near = {(hit.source.number, hit.sentence) for sentence in over for hit in sentence.hits}
        found = [each for each in found if not each.rank[0] or (each.source.number, each.sentence) in near]
    return sorted(found, key=lambda each: (*each.rank, each.source.number))


def _few_words(wording: Wording, over: Sequence[Sentence], archive: Archive) -> list[_Found]:
    """Return the articles that have two or three words in a sentence that tells of the same, or as a quotation."""
    numbers = archive.with_phrases([wording.words], _ARTICLES) if len(wording.words) > 1 else ()
    sources = {number: source for number in numbers if (source := archive.source(number)) is not None}
    near = {hit.source.number: hit.source for sentence in over for hit in sentence.hits}
    telling = {(hit.source.number, hit.sentence) for sentence in over for hit in sentence.hits}
    telling |= {
        (hit.source.number, hit.sentence) for sentence in over for hit in sentence.touching(sources.values(), _TOUCHING)
    }
    found = []
    for source in {**near, **sources}.values():
        passage = find_wording(wording, source)
        each = _Found(source, passage) if passage is not None else None
        if each is not None and ((source.number, each.sentence) in telling or each.is_quoted):
            found.append(each)
    return sorted(found, key=lambda each: (not each.is_quoted, each.source.sums_up))


def _phrases(words: Sequence[str]) -> list[Sequence[str]]:
    """Return a phrase at the beginning, in the middle and at the end of some words."""
    middle = (len(words) - _PHRASE) // 2
    return [words[:_PHRASE], words[middle : middle + _PHRASE], words[-_PHRASE:]]


def _placed(wording: Wording, sources: Sequence[SourceText]) -> list[_Found]:
    wanted = list(dict.fromkeys(wording.words))
    found = {
        source.number: _Found(source, passage)
        for source in sources
        if _may_have(wanted, source.folded) and (passage := find_wording(wording, source)) is not None
    }
    return list(found.values())


def _may_have(words: Sequence[str], folded: str) -> bool:
    """Say whether a text has so many of the words that a passage of it may be like them; costs no splitting."""
    return sum(word in folded or not word.isalpha() for word in words) >= _PRESENT * len(words)


def _fits(found: _Found, credit: Credit) -> bool:
    """Say whether the words are an outlet's: its article has them, or another one that names it beside them."""
    article = found.source.article
    if is_of(article.source, credit.outlet):
        return True
    start, end = found.span
    return names_outlet(f"{article.author} {article.text[max(0, start - _AROUND) : end + _AROUND]}", credit.outlet)


def _of_whom(
    verdict: Verdict, reason: str, found: Sequence[_Found], credits: Sequence[Credit], speaker: Speaker | None
) -> tuple[Verdict, str]:
    """Hold the day and the speaker that the manuscript names against the articles that have the words."""
    days = [credit.day for credit in credits if credit.day is not None and credit.day.span is not None]
    dated = [each for each in found if each.source.published is not None]
    if days and dated and not any(overlaps(day.span, each.source.published) for day in days for each in dated):
        published = dated[0].source.article.published
        return Verdict.ANOTHER_DAY, N_("there it is of {day}").format(day=published.iso if published else N_("no day"))
    if speaker is not None:
        others = [other for each in found if (other := _other_speaker(each, speaker)) is not None]
        if len(others) == len(found):
            return Verdict.ANOTHERS, N_("there it is said by {speaker}").format(speaker=others[0].text)
        if not any(credit.outlet for credit in credits):
            return _said_by_another(found, speaker) or (verdict, reason)
    return verdict, reason


def _other_speaker(found: _Found, speaker: Speaker) -> Speaker | None:
    """Return who else says the words in an article; None where it may be the same person, or nobody is named."""
    text, (start, end) = found.source.article.text, found.span
    first = found.source.sentences[found.source.sentence_at(start)]
    last = found.source.sentences[found.source.sentence_at(end - 1)]
    begin = first[0]
    hidden = [(begin + each.start, begin + each.end) for each in quotations(text[begin : last[1]])]
    hidden.append((start, end))
    other = speaker_in(text, last[0], last[1], found.source.article.language or "en", hidden)
    if other is None or other.surname == speaker.surname:
        return None
    return None if speaker.surname in words(f"{other.text} {text[first[0] : last[1]]}") else other
