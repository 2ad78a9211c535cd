"""What a manuscript gives to an outlet without quoting it, and whether that outlet has it in the dossier."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui.locale import N_
from tui.proof.attributions import Credit, is_of, names_outlet
from tui.proof.evidence import Hit, Sentence, overlaps
from tui.proof.speakers import Speaker, speaker_in
from tui.proof.values import Evidence, Finding, Statement, Verdict
from tui.proof.wording import SHORTEST
from tui.search.analysis import words

NO_OUTLET = N_("an article without an outlet")
_OWN = 0.5
"""The score from which on an outlet has what is given to it."""
_NEARLY_ALL = 0.8
"""The score from which on another outlet is the one that has it, although the named one has something like it."""
_WHOLE = 0.95
"""The score from which on an outlet has the very sentence, whatever its figures are."""
_CLEARER = 0.2
"""How much more alike the sentence of another outlet must be."""
_INHERITED = (Verdict.ANOTHERS, Verdict.ANOTHER_DAY, Verdict.VERBATIM)
_MOST_EVIDENCE = 4


def credited(
    statement: Statement,
    credit: Credit,
    sentence: Sentence,
    inside: tuple[Sequence[Finding], Sequence[Finding]],
    wide: Callable[[], Sequence[Hit]],
) -> Finding:
    """Return whether an outlet has what a sentence gives to it.

    `inside` are the findings of its quotations, and those of its figures and dates; `wide` looks for what bears on it
    among the articles that have the very figures.
    """
    quotations, stated = inside
    long = [finding for finding in quotations if len(finding.statement.text.split()) >= SHORTEST]
    for verdict in _INHERITED:
        same = next((finding for finding in long if finding.verdict is verdict), None)
        if same is not None:
            return Finding(statement, verdict, same.evidence, same.reason)
    hits = [hit for hit in sentence.hits if not hit.source.sums_up]
    own = [hit for hit in hits if _is_of(hit, credit)]
    if not own or own[0].score < _OWN:
        own = sentence.hits_in(sentence.sources_of(frozenset((credit.outlet,)))) or own
    if stated and (not own or own[0].score < _WHOLE):
        # Many articles may tell of like things: the outlet's own one may be among those with the very figures.
        own = sorted([*own, *(hit for hit in wide() if _is_of(hit, credit))], key=lambda hit: -hit.score)
    best = max((hit.score for hit in own), default=0.0)
    others = [hit for hit in hits if not _is_of(hit, credit)]
    clearer = bool(others) and others[0].is_alike and others[0].score - best > _CLEARER
    other = _others_number(credit, stated, own)
    if other is not None and best < _WHOLE:
        reason = N_("in the dossier, {source} has {words}").format(source=other.source or NO_OUTLET, words=other.text)
        return Finding(statement, Verdict.ANOTHERS, (other,), reason)
    if best >= _OWN and not (clearer and others[0].score >= _NEARLY_ALL):
        return _of_day(statement, credit, [hit for hit in own if hit.score >= _OWN])
    if clearer:
        outlets = ", ".join(dict.fromkeys(hit.source.outlet or NO_OUTLET for hit in others[:3]))
        evidence = _evidence(others, Verdict.ANOTHERS)
        reason = N_("in the dossier it stands in {sources}").format(sources=outlets)
        return Finding(statement, Verdict.ANOTHERS, evidence, reason)
    nearest = _evidence([*own, *hits], Verdict.NOT_FOUND) or tuple(each for found in stated for each in found.evidence)
    if nearest and not own:
        outlets = ", ".join(dict.fromkeys(each.source or NO_OUTLET for each in nearest))
        reason = N_("what comes nearest stands in {sources}").format(sources=outlets)
        return Finding(statement, Verdict.NOT_FOUND, nearest[:_MOST_EVIDENCE], reason)
    return Finding(statement, Verdict.NOT_FOUND, nearest[:_MOST_EVIDENCE])


def _others_number(credit: Credit, stated: Sequence[Finding], own: Sequence[Hit]) -> Evidence | None:
    """Return where a figure or date stands that only other outlets have, and that the named one has otherwise."""
    for finding in stated:
        if finding.verdict is not Verdict.VERBATIM:
            continue
        same = [each for each in finding.evidence if each.verdict is Verdict.VERBATIM]
        theirs = any(is_of(each.source, credit.outlet) or names_outlet(each.sentence, credit.outlet) for each in same)
        if not same or same[0].score < _NEARLY_ALL or theirs:
            continue
        numerals = [word for word in words(same[0].text) if word[0].isdigit()]
        if numerals and not any(set(numerals) <= set(words(_sentence(hit))) for hit in own):
            return same[0]
    return None


def _sentence(hit: Hit) -> str:
    start, end = hit.span
    return hit.source.article.text[start:end]


def spoken(statement: Statement, speaker: Speaker, sentence: Sentence) -> Finding:
    """Return whether the dossier has what a sentence says that somebody said, and from the same person."""
    hits = [hit for hit in sentence.hits if hit.score >= _OWN]
    own = [hit for hit in hits if speaker.surname in _around(hit)]
    if own:
        return Finding(statement, Verdict.COMPATIBLE, _evidence(own, Verdict.COMPATIBLE))
    for hit in hits:
        source = hit.source
        other = speaker_in(source.article.text, *hit.span, source.article.language or "en")
        # Somebody whom the article names anywhere may well have said it there too.
        if not hit.is_alike or other is None or other.surname == speaker.surname:
            continue
        if speaker.surname not in source.words:
            reason = N_("there it is said by {speaker}").format(speaker=other.text)
            return Finding(statement, Verdict.ANOTHERS, _evidence([hit], Verdict.ANOTHERS), reason)
    return Finding(statement, Verdict.NOT_FOUND, _evidence(hits, Verdict.NOT_FOUND))


def _around(hit: Hit) -> list[str]:
    """Return the folded words of a sentence and of the ones before and behind it."""
    spans = hit.source.sentences
    first, last = max(0, hit.sentence - 1), min(len(spans) - 1, hit.sentence + 1)
    return words(hit.source.article.text[spans[first][0] : spans[last][1]])


def _of_day(statement: Statement, credit: Credit, own: Sequence[Hit]) -> Finding:
    """Return the finding of a claim that the outlet has; of another day where the manuscript names another one."""
    day = credit.day.span if credit.day is not None else None
    dated = [hit for hit in own if hit.source.published is not None]
    if day is not None and dated and not any(overlaps(day, hit.source.published) for hit in dated):
        published = dated[0].source.article.published
        reason = N_("there it is of {day}").format(day=published.iso if published else N_("no day"))
        return Finding(statement, Verdict.ANOTHER_DAY, _evidence(own, Verdict.ANOTHER_DAY), reason)
    return Finding(statement, Verdict.COMPATIBLE, _evidence(own, Verdict.COMPATIBLE))


def _is_of(hit: Hit, credit: Credit) -> bool:
    """Say whether a sentence is an outlet's: in its own article, or given to it by another one."""
    if is_of(hit.source.outlet, credit.outlet):
        return True
    start, end = hit.span
    return names_outlet(hit.source.article.text[max(0, start - 200) : end + 200], credit.outlet)


def _evidence(hits: Sequence[Hit], verdict: Verdict) -> tuple[Evidence, ...]:
    return tuple(hit.source.evidence(*hit.span, verdict, hit.score) for hit in hits[:_MOST_EVIDENCE])
