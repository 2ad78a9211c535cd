"""The facts of a text that are held against those of another one: figures, dates, names, quotations, speakers."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tui.base.small_words import SMALL_WORDS
from tui.comparison.sentence import Sentence
from tui.dates import Timex, TimexType
from tui.figures import Figure
from tui.figures.languages import words_of
from tui.figures.languages.names import ALIASES
from tui.figures.names import names_in
from tui.figures.speakers import speaker_of
from tui.figures.tokens import tokens_of
from tui.importing.clippings.dateline import read_dateline
from tui.locale import N_
from tui.proof.quotations import quotations
from tui.search.analysis import folded, words


class FactKind(StrEnum):
    """What a fact is."""

    FIGURE = N_("figure")
    DATE = N_("date")
    NAME = N_("name")
    QUOTATION = N_("quotation")
    ATTRIBUTION = N_("attribution")


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of a text."""

    kind: FactKind
    start: int
    """The first character, counted from 0."""
    end: int
    """The character past the last one."""
    text: str
    words: tuple[str, ...]
    """Its folded words in order; of an attribution and a name those that tell whose it is."""
    figure: Figure | None = None
    """What a figure counts; None also for a bare number, such as that of a resolution."""
    timex: Timex | None = None


_NUMBER = re.compile(
    r"(?<!\w)(?<![^\W\d_]-)\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?(?!\d|(?:st|nd|rd|th|er|re|e|ère|ème)\b)"
)
_CAPITALISED = r"[^\W\d_a-zà-öø-ÿ][\w’'.]*(?:-[\w’']+)*"
_PARTICLE = r"(?:al|el|ag|ould|bin|ben|de|du|des|d['’]|of|of the|de la|van|von|der)"
_RUN = re.compile(
    rf"(?:(?<=\W)|^)(?:(?<![^\W_])(?:al|el)-)?{_CAPITALISED}(?:[ \u00a0-](?:{_PARTICLE}[ \u00a0-]?)?{_CAPITALISED})*"
)
_CLAUSE = re.compile(
    r"(?:, |\s)((?:the|an?) (?:[^\W\d_]+ ){1,3}?)(?:said|says|added)\b"
    r"|\b(?:déclaré|indiqué|affirmé|ajouté|expliqué) ((?:un|une|le|la|les|des) [^\W\d_]+(?: [^\W\d_]+)?)",
    re.IGNORECASE,
)
"""A clause that names who speaks by a common noun: `, the trader said`."""
_OFFICE = re.compile(
    r"\b(?:ministre|ministère|secrétaire d['’]État|minister|ministry|secretary|department) "
    r"(?:des |de la |de l['’]|du |aux |à la |à l['’]|for |of (?:the )?)\Z",
    re.IGNORECASE,
)
_OFFICE_LENGTH = 40
"""Characters of what stands before the field of an office, at most."""
_FULL_STOP = re.compile(r"[^\W\d_]{2}\.$")
_POSSESSIVE = re.compile(r"['’]s?$")
_DAY_NAME = re.compile(r"\d{4}-\d\d-\d\d|\d{4}(?:-|$)|P\d|\d{4}-W")


def quotations_of(text: str) -> list[Fact]:
    """Return the quotations of a text, ascending."""
    found = (
        Fact(FactKind.QUOTATION, each.start, each.end, text[each.start : each.end], tuple(words(each.text)))
        for each in quotations(text)
    )
    return [fact for fact in found if fact.words]


def figures_of(text: str, figures: Sequence[Figure], timexes: Sequence[Timex]) -> Iterator[Fact]:
    """Yield the figures and the bare numbers; those of dates are none, nor are numbers between the two."""
    for figure in figures:
        yield Fact(FactKind.FIGURE, figure.start, figure.end, figure.text, tuple(words(figure.text)), figure)
    taken = [*((each.start, each.end) for each in figures), *((each.start, each.end) for each in timexes)]
    covered = {place for start, end in taken for place in range(start, end)}
    for found in _NUMBER.finditer(text):
        if not covered.intersection(range(*found.span())):
            yield Fact(FactKind.FIGURE, *found.span(), found[0], (folded(found[0]),))


def dates_of(timexes: Sequence[Timex], figures: Sequence[Figure]) -> Iterator[Fact]:
    """Yield the dates that name days or a length of time: no `now`, no `every year`, no length that is a figure."""
    lengths = {figure.start for figure in figures} | {figure.end for figure in figures}
    for timex in timexes:
        if timex.kind is TimexType.DURATION and not lengths.isdisjoint((timex.start, timex.end)):
            continue
        if timex.kind is not TimexType.SET and _DAY_NAME.match(timex.value) and "X" not in timex.value:
            yield Fact(FactKind.DATE, timex.start, timex.end, timex.text, tuple(words(timex.text)), timex=timex)


def names_of(
    text: str, language: str, found: Sequence[Sentence], timexes: Sequence[Timex], across: bool = False
) -> Iterator[Fact]:
    """Yield runs of capitalised words that name someone or something.

    A word that opens a sentence is a name where it stands with a capital inside another one as well, where the next
    word has one too, or where a verb of speech follows. For a comparison `across` languages what a minister is of
    names nobody: it is translated.
    """
    table = words_of(language)
    dates = {place for timex in timexes for place in range(timex.start, timex.end)}
    inside = frozenset().union(*(sentence.names for sentence in found))
    seen = {token.word for sentence in found for token in sentence.tokens if text[token.start].islower()}
    opened = _dateline(text)
    for sentence in found:
        opening = sentence.tokens[0].start
        known = {token.word for token in sentence.tokens[1:] if text[token.start].isupper()}
        for run in _RUN.finditer(text, sentence.start, sentence.end):
            if (
                run.start() < opened
                or not dates.isdisjoint(range(*run.span()))
                or (across and _OFFICE.search(text[max(0, run.start() - _OFFICE_LENGTH) : run.start()]))
            ):
                continue
            tokens = tokens_of(run[0], run.start())
            names = names_in(tokens, table)
            names = frozenset(spelled(name) for name in names if name not in SMALL_WORDS)
            if run.start() <= opening and tokens[0].low not in SMALL_WORDS:
                first = tokens[0].low
                follows = tokens_of(text[run.end() : run.end() + 20])[:1]
                certain = first in inside or first in known or (follows and follows[0].low in table.says)
                certain = certain or (len(first) > 2 and tokens[0].raw.isupper())
                if not certain and (len(names) < 2 or first in seen):
                    names -= {spelled(ALIASES.get(first, first))}
            if names:
                start = next((token.start for token in tokens if token.low not in SMALL_WORDS), run.start())
                end = run.end() - bool(_FULL_STOP.search(run[0]))
                owned = _POSSESSIVE.search(text, start, end)
                end = owned.start() if owned else end
                lows = (spelled(ALIASES.get(low, low)) for low in (token.low.replace(".", "") for token in tokens))
                ordered = dict.fromkeys(low for low in lows if low in names)
                yield Fact(FactKind.NAME, start, end, text[start:end], tuple(ordered) or tuple(sorted(names)))


def _dateline(text: str) -> int:
    """Return the length of the place, day and agency before the first sentence; 0 without one."""
    found = read_dateline(text[: text.find("\n") if "\n" in text else len(text)])
    return found.length if found is not None else 0


def spelled(word: str) -> str:
    """Return a folded word as British English spells it: `stabilisation` for `stabilization`."""
    return word.replace("iz", "is")


def attributions(
    text: str, language: str, found: Sequence[Sentence], quoted: Iterable[tuple[int, int]]
) -> tuple[list[bool], list[Fact]]:
    """Return for each sentence whether it has a word of speech, and who speaks in those that name somebody.

    What is `quoted`, ascending, is passed over.
    """
    table = words_of(language)
    openers = table.says | {phrase[0] for phrase in table.according}
    spoken, facts, held = [False] * len(found), list[Fact](), deque(quoted)
    for place, sentence in enumerate(found):
        while held and held[0][1] <= sentence.start:
            held.popleft()
        if openers.isdisjoint(token.word for token in sentence.tokens):
            continue
        bare = _without(text, sentence, held)
        tokens = tokens_of(bare)
        lows = [token.low for token in tokens]
        spoken[place] = not table.says.isdisjoint(lows) or any(
            tuple(lows[at : at + len(phrase)]) == phrase
            for phrase in table.according
            for at, low in enumerate(lows)
            if low == phrase[0]
        )
        speaker = speaker_of(tokens, bare, 0, table) if spoken[place] else ""
        clause = _CLAUSE.search(bare) if spoken[place] and not speaker else None
        speaker = speaker or (clause[1] or clause[2] if clause is not None else "")
        kept = tuple(
            ALIASES.get(word, word) for word in words(speaker) if word not in SMALL_WORDS and word not in table.stops
        )
        if kept and speaker in bare:
            speaker = speaker.strip()
            start = sentence.start + bare.index(speaker)
            facts.append(Fact(FactKind.ATTRIBUTION, start, start + len(speaker), speaker, kept))
    return spoken, facts


def _without(text: str, sentence: Sentence, quoted: Iterable[tuple[int, int]]) -> str:
    """Return a sentence with spaces in place of what is quoted."""
    bare = text[sentence.start : sentence.end]
    for start, end in quoted:
        low, high = max(0, start - sentence.start), min(len(bare), end - sentence.start)
        if low >= len(bare):
            break
        if low < high:
            bare = bare[:low] + " " * (high - low) + bare[high:]
    return bare
