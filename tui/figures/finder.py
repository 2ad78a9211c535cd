"""The figures of a text: numbers with their bound, their noun, what happened, who says so and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from msgspec import structs

from tui.base.sentences import sentences
from tui.dates import Timex, TimexType
from tui.figures import context
from tui.figures.bounds import Bounded, bound_of
from tui.figures.context import FORCE, Extent, Stated
from tui.figures.elided import changed, elided
from tui.figures.exclusions import Place, codes_in, is_excluded
from tui.figures.figure import Bound, Figure, Scope, State
from tui.figures.languages import Words, words_of
from tui.figures.names import names_in, names_in_text
from tui.figures.nouns import PEOPLE, Counted, counted, is_plural
from tui.figures.numerals import Numeral, numeral_at, range_from
from tui.figures.parts import without_wholes
from tui.figures.setting import Days, topic_of
from tui.figures.speakers import speaker_of
from tui.figures.subjects import owners_of, subject_of, things_of
from tui.figures.tokens import NUMBER, WORD, Token, tokens_of

_BEFORE = 3
"""Sentences before a figure whose names belong to its setting."""
_LONG_SENTENCE = 5000
"""Characters; what has no end for longer is no sentence, and is looked at no further."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """A number that is a figure, before its sentence is asked about it."""

    numeral: Numeral
    bounded: Bounded
    counted: Counted
    partitive: bool

    @property
    def extent(self) -> Extent:
        last = max(self.bounded.last, self.counted.last if self._has_noun else 0, self.numeral.last)
        measured = bool(self.counted.unit)
        return Extent(self.bounded.first, self.numeral.first, self.numeral.last, last, self.counted.things, measured)

    @property
    def _has_noun(self) -> bool:
        return bool(self.counted.noun or self.counted.unit)


@dataclass(frozen=True, slots=True)
class _Whole:
    """A text, and what is asked of all of it."""

    text: str
    words: Words
    armed: context.Armed


@dataclass(frozen=True, slots=True)
class _Sentence:
    tokens: list[Token]
    text: str
    """The whole text."""
    timexes: Sequence[Timex]
    words: Words


def find_figures(text: str, *, language: str, timexes: Sequence[Timex] = (), title: str = "") -> tuple[Figure, ...]:
    """Return the figures of a text in their order.

    `timexes` are the text's dates, ascending, as `find_dates` gives them: numbers within them are no figures. Of a
    language other than English, French and Arabic only the numbers are read, not what happened.
    """
    words = words_of(language)
    trigger = _trigger(words.code)
    if not trigger.search(text):
        return ()
    topic = topic_of(text, words) | names_in(tokens_of(title), words, 0)
    found: list[Figure] = []
    spans = list(sentences(text, [(timex.start, timex.end) for timex in timexes]))
    named = cache(lambda each: names_in_text(text, *spans[each], words))
    place, before_it = 0, None
    days = Days(text, timexes)
    whole = _Whole(text, words, cache(lambda: context.is_of_arms(tokens_of(text), words)))
    for number, (start, end) in enumerate(spans):
        while place < len(timexes) and timexes[place].end <= start:
            place += 1
        if end - start > _LONG_SENTENCE or not trigger.search(text, start, end):
            before_it = None
            continue
        own = [timex for timex in timexes[place : place + 100] if timex.start < end]
        figures = list(_in_sentence(whole, (start, end), own, before_it))
        before_it = next((figure for figure in reversed(figures) if figure.things & PEOPLE), None)
        if figures:
            before = frozenset().union(*map(named, range(max(0, number - _BEFORE), number)))
            about = days.before(start)
            found += (
                structs.replace(figure, setting=topic | before, about=about if figure.when is None else None)
                for figure in figures
            )
    return tuple(found)


@cache
def _trigger(code: str) -> re.Pattern[str]:
    words = words_of(code)
    numbers = {*words.small, *words.collectives, *words.vague, *words.half, *words.multipliers} - words.articles
    first = re.escape("".join(sorted({word[0] for word in numbers})))  # most words begin with another letter
    return re.compile(rf"\d|\b(?=[{first}])(?:{'|'.join(sorted(numbers, key=len, reverse=True))})\b", re.IGNORECASE)


def _in_sentence(
    whole: _Whole, span: tuple[int, int], timexes: Sequence[Timex], before: Figure | None
) -> Iterator[Figure]:
    """Yield the figures of a sentence; `before` is the last one of people in the sentence before."""
    (start, end), text, words = span, whole.text, whole.words
    tokens = tokens_of(text[start:end], start)
    dated = [
        (each.start, each.end)
        for each in timexes
        if start < each.end and each.start < end and each.kind is not TimexType.SET
    ]
    dates = frozenset(
        place
        for place, token in enumerate(tokens if dated else ())
        if any(first <= token.start < last for first, last in dated)
    )
    drafts = [
        _named_before(tokens, draft, before, words) for draft in _drafts(tokens, text[start:end], start, dates, words)
    ]
    if not drafts:
        return
    extents = [draft.extent for draft in drafts]
    known = context.states_in(tokens, words)
    each = [context.state_of(tokens, extents, at, known, words, armed=whole.armed) for at in range(len(drafts))]
    each = [_apposed_strength(tokens, draft, state, words) for draft, state in zip(drafts, each, strict=True)]
    stated = without_wholes(tokens, extents, _spread(tokens, extents, each, words), words)
    sentence = _Sentence(tokens, text, timexes, words)
    speaker = speaker_of(tokens, text[start:end], start, words)
    names = names_in((token for place, token in enumerate(tokens) if place not in dates), words, start)
    for draft, extent, state in zip(drafts, extents, stated, strict=True):
        figure = _figure(sentence, draft, extent, state)
        yield structs.replace(figure, speaker=speaker, names=names, sentence_start=start, sentence_end=end)


def _drafts(tokens: list[Token], sentence: str, offset: int, dates: frozenset[int], words: Words) -> Iterator[_Draft]:
    codes = codes_in(sentence, offset)
    place = 0
    before: Counted | None = None
    while place < len(tokens):
        numeral = numeral_at(tokens, place, words)
        if numeral is None:
            place += 1
            continue
        opened = place > 0 and _is_between(tokens, place, words)
        numeral = range_from(tokens, numeral, opened, words) or numeral
        bounded = bound_of(tokens, numeral, words)
        if opened and numeral.ranged:
            bounded = replace(bounded, first=min(bounded.first, place - 1))
        what = counted(tokens, numeral, bounded.last, words, dates)
        numeral = _whole_people(tokens, numeral, what)
        if not is_excluded(Place(tokens, numeral, what, words, dates, codes)):
            partitive = numeral.high == 1 and numeral.last < len(tokens) and tokens[numeral.last].low in words.of
            if partitive:
                bounded = Bounded(Bound.EXACT, numeral.first, numeral.last)
            if not what.noun and not what.unit:
                what = (
                    _picked(tokens, numeral, words, dates)
                    or _apposed(tokens, bounded, words)
                    or elided(tokens, bounded, before, words)
                    or changed(tokens, bounded, words)
                    or what
                )
            before = what if what.noun else before
            yield _Draft(numeral, bounded, what, partitive)
        place = numeral.last


def _is_between(tokens: list[Token], place: int, words: Words) -> bool:
    before = [token.low for token in tokens[max(0, place - 2) : place]]
    return any(low in words.between for low in before)


def _whole_people(tokens: list[Token], numeral: Numeral, what: Counted) -> Numeral:
    """Take `11.200 soldiers` for thousands: nobody counts parts of people."""
    written = tokens[numeral.first].raw
    if (
        what.things & PEOPLE
        and not numeral.scaled
        and not numeral.low.is_integer()
        and re.fullmatch(r"\d{1,3}\.\d{3}", written)
    ):
        return replace(numeral, low=numeral.low * 1000, high=numeral.high * 1000)
    return numeral


def _picked(tokens: list[Token], numeral: Numeral, words: Words, dates: frozenset[int]) -> Counted | None:
    """Return the set that `one of the camps` and `245 of its staff` pick from."""
    place = numeral.last
    if place >= len(tokens) or tokens[place].low not in words.of:
        return None
    place += 1
    while place < len(tokens) and tokens[place].low in words.determiners | words.superlatives:
        place += 1
    while place < len(tokens) and (tokens[place].kind == NUMBER or tokens[place].low in words.small):
        place += 1  # the whole may have a number as well
    owned = [token.low for token in tokens[place + 1 : place + 3]]
    if owned in (["'", "s"], ["’", "s"]):
        place += 3
        while place < len(tokens) and tokens[place].low in words.superlatives:
            place += 1
    found = counted(tokens, replace(numeral, low=2, high=2), place, words, dates) if place < len(tokens) else None
    return found if found is not None and found.noun else None


def _apposed(tokens: list[Token], bounded: Bounded, words: Words) -> Counted | None:
    """Return the people that a bare number behind a comma counts: `the peacekeepers of the mission, over 14,000`."""
    place = _apposed_to(tokens, bounded, words)
    if place < 0:
        return None
    token = tokens[place]
    return Counted(bounded.last, "", token.raw, frozenset({words.things[token.low]}))


def _apposed_to(tokens: list[Token], bounded: Bounded, words: Words) -> int:
    """Return the token of the people of whom the number behind a comma is told; -1 where there are none."""
    if bounded.first == 0 or tokens[bounded.first - 1].low != ",":
        return -1
    for place in range(bounded.first - 2, max(-1, bounded.first - 9), -1):
        if words.things.get(tokens[place].low) in PEOPLE and is_plural(tokens[place], words):
            return place
        if tokens[place].kind != WORD:
            return -1
    return -1


def _apposed_strength(tokens: list[Token], draft: _Draft, stated: Stated, words: Words) -> Stated:
    """Take what stands behind all of a force for its strength: `the peacekeepers of the mission, over 14,000`."""
    bare = draft.counted.last == draft.bounded.last
    place = _apposed_to(tokens, draft.bounded, words) if bare and stated.state is State.NONE else 0
    if place <= 0 or not draft.counted.things <= FORCE - {"person"}:
        return stated
    return Stated(State.DEPLOYED) if tokens[place - 1].low in words.determiners else stated


def _named_before(tokens: list[Token], draft: _Draft, before: Figure | None, words: Words) -> _Draft:
    """Give a bare number the people of the sentence before, where a pronoun speaks of them: `they numbered 400`."""
    first = draft.bounded.first
    lead = tokens[max(0, first - _PRONOUN_LEFT) : first]
    if before is None or draft.counted.noun or draft.counted.unit or draft.counted.things:
        return draft
    told = any(context.has_phrase(lead[at:], words.strength) for at in range(max(0, len(lead) - 2), len(lead)))
    if not told or not any(token.low in words.pronouns for token in lead):
        return draft
    return replace(draft, counted=Counted(draft.bounded.last, "", before.noun, before.things))


_PRONOUN_LEFT = 5
"""Tokens before a bare number among which a pronoun is looked for."""


def _spread(tokens: list[Token], extents: list[Extent], stated: list[Stated], words: Words) -> list[Stated]:
    """Give figures that are joined by `and` one state, where only one of them has it."""
    shared = list(stated)
    for at in range(len(extents) - 2, -1, -1):
        if shared[at].state is State.NONE and _joined(tokens, extents[at], extents[at + 1], words):
            shared[at] = shared[at + 1]
    for at in range(1, len(extents)):
        strength = shared[at - 1].state is State.DEPLOYED and shared[at - 1].first < 0 and shared[at].first > 0
        if (shared[at].state is State.NONE or strength) and _joined(tokens, extents[at - 1], extents[at], words):
            shared[at] = shared[at - 1]
    return shared


def _joined(tokens: list[Token], one: Extent, other: Extent, words: Words) -> bool:
    if not (one.things & PEOPLE and other.things & PEOPLE) or not 0 < other.first - one.last <= 8:
        return False
    between = tokens[one.last : other.first]
    last = between[-1].low
    return (last in words.conjunctions or last == ",") and all(
        token.low in words.of | words.determiners | words.conjunctions or token.low == "," or _is_nominal(token, words)
        for token in between
    )


def _is_nominal(token: Token, words: Words) -> bool:
    return token.kind == WORD and (token.low in words.things or token.capital)


def _figure(sentence: _Sentence, draft: _Draft, extent: Extent, stated: Stated) -> Figure:
    tokens, text, words = sentence.tokens, sentence.text, sentence.words
    numeral, bounded, what = draft.numeral, draft.bounded, draft.counted
    start, end = tokens[extent.first].start, tokens[extent.last - 1].end
    low, high = bounded.interval(numeral.low, numeral.high)
    when, since = context.when_of(tokens, extent, sentence.timexes, words)
    state = stated.state
    scope = context.scope_of(tokens, extent, when, since, words)
    subject, further = subject_of(tokens, text, extent, words)
    things = things_of(tokens, what, further, words)
    uncounted = not (things or what.noun or what.unit or numeral.vague)
    if uncounted and state in context.VICTIMS and scope is Scope.TOTAL:
        things = frozenset({"person"})
    single = numeral.low == numeral.high
    return Figure(
        start=start,
        end=end,
        text=text[start:end],
        value=numeral.low if single else None,
        low=low,
        high=high,
        bound=bounded.bound if single or bounded.bound is not Bound.EXACT else Bound.RANGE,
        unit=what.unit,
        noun=what.noun,
        things=things,
        subject=subject,
        state=state,
        negated=context.is_negated(tokens, extent, stated, words),
        planned=context.is_planned(tokens, extent, stated, words),
        change=context.change_of(tokens, extent, words),
        causes=context.causes_of(tokens, extent, scope, words) if state in context.VICTIMS else frozenset(),
        scope=scope,
        when=when,
        since=since,
        owners=owners_of(tokens, extent, further, state, words),
        partitive=draft.partitive,
    )
