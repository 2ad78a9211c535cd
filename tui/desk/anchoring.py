"""Anchors: what ties a note to a place in a text, and where that place is once the text has changed.

A note is anchored where its words stand as they stood; changed where a word of its quote, or a figure, a name or a
negation of its sentence, is another one; orphaned where its passage is not to be found. A place is never taken because
the quote happens to stand there too: it is the sentence, and what stands around it, that is looked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Protocol

from rapidfuzz.distance import Levenshtein, Opcode

from tui.desk.alignment import (
    Candidate,
    blanked,
    encoded,
    exact_candidates,
    most_similar,
    projected,
    similar_candidates,
)
from tui.desk.event import Anchor, ArticleRef
from tui.desk.words import Words, run_together
from tui.locale import N_, _

CONTEXT = 64
"""Characters before and behind a sentence that are kept at least, where the text has as many."""


_CHANCE = 0.45
"""The similarity of passages that have nothing in common but the commonest words."""


class AnchorState(StrEnum):
    """How sure the place of a note is."""

    ANCHORED = N_("anchored")
    CHANGED = N_("changed")
    ORPHANED = N_("orphaned")


@dataclass(frozen=True, slots=True)
class Correction:
    """Words that were replaced; either may be empty."""

    old: str
    new: str

    @property
    def words(self) -> str:
        """Say it: `303 → 186`."""
        nothing = _("(nothing)")
        return f"{self.old or nothing} → {self.new or nothing}"


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a note stands in a text; offsets are in characters, the end exclusive."""

    state: AnchorState
    start: int = 0
    end: int = 0
    """The same as `start` for a note on a whole article, and for one that is orphaned."""
    changes: tuple[Correction, ...] = ()
    """What of the quote changed, and which figures, names and negations of its sentence."""

    @property
    def words(self) -> str:
        """Say the state, and what changed: `changed: 303 → 186`."""
        told = ", ".join(change.words for change in self.changes)
        state = _(self.state.value)
        return f"{state}: {told}" if told else state


_ORPHANED = Placement(AnchorState.ORPHANED)


class HasText(Protocol):
    """What a note can be tied to."""

    @property
    def text(self) -> str:
        """The clean text."""


def text_sha(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, in hexadecimal digits."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class AnchoredText:
    """A text in which many notes can be placed: its words are found once, and only where they are needed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._sha = ""
        self._words: Words | None = None

    @property
    def sha(self) -> str:
        """The SHA-256 of the text."""
        self._sha = self._sha or text_sha(self.text)
        return self._sha

    @property
    def words(self) -> Words:
        """The words of the text."""
        if self._words is None:
            self._words = Words(self.text)
        return self._words

    def anchor(self, article: ArticleRef, start: int, end: int) -> Anchor:
        """Return the anchor of a passage; raises `ValueError` for a passage that the text does not have.

        An empty passage is the whole article.
        """
        import msgspec

        text = self.text
        if not 0 <= start <= end <= len(text):
            raise ValueError(f"the text has no passage from {start} to {end}")
        article = msgspec.structs.replace(article, sha=self.sha)
        if start == end:
            return Anchor(article)
        first, last = _sentence(text, start, end)
        before, after = _context_start(text, first), _context_end(text, last)
        own = self.words.between(first, last)
        passage, coded = encoded((), self.words.folded[slice(*own)], (), self.words.folded)
        return Anchor(
            article=article,
            start=start,
            end=end,
            quote=text[start:end],
            before=text[before:start],
            after=text[end:after],
            sentence=text[first:last],
            rival=round(most_similar(passage.words, blanked(coded, *own)), 2),
        )

    def place(self, anchor: Anchor) -> Placement:
        """Return where an anchor stands in this text, and how sure that is."""
        if not anchor.quote:
            return Placement(AnchorState.ANCHORED)
        text, start, end = self.text, anchor.start, anchor.end
        if anchor.article.sha == self.sha and text[start:end] == anchor.quote:
            return Placement(AnchorState.ANCHORED, start, end)
        known = anchor.before + anchor.quote + anchor.after
        at = text.find(known)
        if at >= 0 and len(known) > len(anchor.quote) and text.find(known, at + 1) < 0:
            return Placement(AnchorState.ANCHORED, at + len(anchor.before), at + len(anchor.before) + len(anchor.quote))
        return _found(anchor, self.words)


def anchored(anchor: Anchor, article: HasText) -> Placement:
    """Return where an anchor stands in the text of an article as it is now, and how sure that is."""
    return AnchoredText(article.text).place(anchor)


def _found(anchor: Anchor, text: Words) -> Placement:
    """Look for the sentence of an anchor, and for its quote within that."""
    known = Words(anchor.before + anchor.quote + anchor.after)
    first, last = known.between(*_sentence_within(anchor))
    quote = known.between(len(anchor.before), len(anchor.before) + len(anchor.quote))
    if quote[0] >= quote[1]:
        return _ORPHANED
    first, last = min(first, quote[0]), max(last, quote[1])
    folded = known.folded
    passage, coded = encoded(folded[:first], folded[first:last], folded[last:], text.folded)
    possible = [each for each in exact_candidates(passage, coded) if _holds(each, anchor.rival)]
    if not possible:
        possible = [each for each in similar_candidates(passage, coded, text.parted) if _holds(each, anchor.rival)]
    if not possible:
        return _ORPHANED
    near = anchor.start / max(1, anchor.end + len(anchor.after))
    best = max(
        possible,
        key=lambda each: (round(each.similarity + each.surroundings, 2), -abs(each.first / len(text) - near)),
    )
    return _Compared(known, text, (first, last), best, (passage.words, coded)).placement(quote, anchor)


def _holds(found: Candidate, rival: float) -> bool:
    """Say whether a candidate is the passage that is looked for rather than one that is like it.

    Among what stood in the text besides the passage, nothing was more similar to it than `rival`: what is not clearly
    more similar than that may have been there before, and counts only between the same neighbours.
    """
    sides = [side for side in (found.lead, found.tail) if side is not None]
    weaker, stronger = min(sides, default=0.0), max(sides, default=0.0)
    if found.similarity == 1.0:
        return rival < 1.0 or (stronger >= 0.6 and not found.beside)
    if found.beside:
        return False
    if found.similarity > max(rival, _CHANCE) + 0.1 and found.similarity >= (0.55 if stronger >= 0.6 else 0.7):
        return True
    if found.similarity < (0.4 if found.between else 0.7):
        return False
    return weaker >= (0.8 if len(sides) == 2 else 0.9) and (len(sides) == 2 or found.similarity > rival)


class _Compared:
    """A passage as it was and as it is, word by word."""

    def __init__(
        self, known: Words, text: Words, own: tuple[int, int], found: Candidate, coded: tuple[str, str]
    ) -> None:
        self._known = known
        self._text = text
        self._first, self._end = own
        passage, whole = coded
        places = projected(passage, whole[found.first : found.last])
        self._places = [None if place is None else place + found.first for place in places]
        """For each word of the passage the word of the text that stands for it."""
        self._found = found

    def placement(self, quote: tuple[int, int], anchor: Anchor) -> Placement:
        """Return where the quote is; orphaned where nothing of it is left."""
        now = [place for place in self._now(*quote) if place is not None]
        kept = sum(self._same(old) for old in range(*quote))
        if not now or not (kept or self._found.between or self._found.similarity >= 0.7):
            return _ORPHANED
        first, last = now[0], now[-1] + 1
        before, behind = self._edges(quote, first, last)
        changes = tuple(self._changes(quote, (first - before, last + behind)))
        first, last = first - before, last + behind
        start, end = self._characters(quote, first, last, anchor)
        return Placement(AnchorState.CHANGED if changes else AnchorState.ANCHORED, start, end, changes)

    def _now(self, first: int, last: int) -> list[int | None]:
        return self._places[first - self._first : last - self._first]

    def _same(self, old: int) -> bool:
        new = self._places[old - self._first]
        return new is not None and self._known.folded[old] == self._text.folded[new]

    def _edges(self, quote: tuple[int, int], first: int, last: int) -> tuple[int, int]:
        """Return how many words were put in at the edges of the quote in the place of words of it."""
        before = behind = 0
        if not self._same(quote[0]):
            left = next((new for new in reversed(self._now(self._first, quote[0])) if new is not None), None)
            before = 0 if left is None else first - left - 1
        if not self._same(quote[1] - 1):
            right = next((new for new in self._now(quote[1], self._end) if new is not None), None)
            behind = 0 if right is None else right - last
        return before, behind

    def _changes(self, quote: tuple[int, int], now: tuple[int, int]) -> Iterator[Correction]:
        """Yield what changed in the quote, then the figures, names and negations that did in its sentence."""
        old, new = self._known.folded[slice(*quote)], self._text.folded[slice(*now)]
        if old != new and run_together(old) != run_together(new):
            yield from self._replaced(quote, now, weighty=False)
        yield from self._replaced((self._first, quote[0]), (self._found.first, now[0]), weighty=True)
        yield from self._replaced((quote[1], self._end), (now[1], self._found.last), weighty=True)

    def _replaced(self, old: tuple[int, int], new: tuple[int, int], *, weighty: bool) -> Iterator[Correction]:
        """Yield what was replaced; where it must be `weighty`, only figures, names and negations."""
        if old[0] > old[1] or new[0] > new[1]:
            return
        known, text = self._known, self._text
        for step in _joined(Levenshtein.opcodes(known.folded[slice(*old)], text.folded[slice(*new)])):
            source = (old[0] + step[0], old[0] + step[1])
            target = (new[0] + step[2], new[0] + step[3])
            if run_together(known.folded[slice(*source)]) == run_together(text.folded[slice(*target)]):
                continue
            heavy = any(map(known.weighty, range(*source))) or any(map(text.negates, range(*target)))
            if heavy or not weighty:
                yield Correction(known.raw(*source), text.raw(*target))

    def _characters(self, quote: tuple[int, int], first: int, last: int, anchor: Anchor) -> tuple[int, int]:
        """Return the offsets of the quote: from within a word to within a word, or with marks, as it was."""
        text, spans, known = self._text.text, self._text.spans, self._known.spans
        start, end = spans[first][0], spans[last - 1][1]
        into = len(anchor.before) - known[quote[0]][0]
        short = known[quote[1] - 1][1] - (len(anchor.before) + len(anchor.quote))
        if into > 0 and self._same(quote[0]) and into < spans[first][1] - start:
            start += into
        elif into < 0:
            start -= _marks(text[max(0, start - 16) : start][::-1], anchor.quote[:-into])
        if short > 0 and self._same(quote[1] - 1) and short < end - spans[last - 1][0]:
            end -= short
        elif short < 0:
            end += _marks(text[end : end + 16], anchor.quote[short:])
        return start, max(start, end)


def _marks(text: str, quoted: str) -> int:
    """Return how far a text goes on with as many marks as the quote has at this end, spaces before them included."""
    length, left = 0, sum(not character.isspace() for character in quoted)
    for place, character in enumerate(text[:16]):
        if character.isalnum() or not left:
            break
        if not character.isspace():
            length, left = place + 1, left - 1
    return length


def _joined(steps: Iterable[Opcode]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the changed parts of an alignment, those that meet as one."""
    held: tuple[int, int, int, int] | None = None
    for step in steps:
        if step.tag == "equal":
            continue
        if held is not None and held[1] == step.src_start and held[3] == step.dest_start:
            held = (held[0], step.src_end, held[2], step.dest_end)
            continue
        if held is not None:
            yield held
        held = (step.src_start, step.src_end, step.dest_start, step.dest_end)
    if held is not None:
        yield held


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of the whole sentences that a passage is of."""
    from tui.base.sentences import sentences

    first, last = start, end
    for begin, finish in sentences(text):
        if finish > start and begin < end:
            first, last = min(first, begin), max(last, finish)
    return first, last


def _sentence_within(anchor: Anchor) -> tuple[int, int]:
    """Return the span of the sentence in what is kept of the text; that of the quote where it is not in it."""
    whole = anchor.before + anchor.quote + anchor.after
    start, end = len(anchor.before), len(anchor.before) + len(anchor.quote)
    at = whole.find(anchor.sentence) if anchor.sentence else -1
    while 0 <= at <= start:
        if at + len(anchor.sentence) >= end:
            return at, at + len(anchor.sentence)
        at = whole.find(anchor.sentence, at + 1)
    return start, end


def _context_start(text: str, first: int) -> int:
    """Return where the context before a sentence begins: at a word."""
    start = max(0, first - CONTEXT)
    while start and not text[start - 1].isspace() and first - start < 2 * CONTEXT:
        start -= 1
    return start


def _context_end(text: str, last: int) -> int:
    end = min(len(text), last + CONTEXT)
    while end < len(text) and not text[end].isspace() and end - last < 2 * CONTEXT:
        end += 1
    return end
