"""A quotation held against the wording of an article: the same, altered, cut, or not there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein, Opcode
from rapidfuzz.fuzz import partial_ratio_alignment

from tui.locale import N_
from tui.proof.archive import SourceText
from tui.proof.values import Change, Verdict
from tui.search.analysis import WordToken, tokens

_SEED = 3
"""Words at the beginning and the end of a quotation by which a cut in its middle is found."""
_LONGEST_CUT = 60
"""Words that an unmarked omission may have; what is farther apart are two passages."""
SHORTEST = 4
"""Words of the shortest quotation that can be altered: of fewer ones only the very words are looked for."""
_SIMILAR = 0.7
"""The part of a quotation's words that an altered one has in common with its source."""
_NOWHERE = "\0"
_MARKS = re.compile(r"[\"“”«»‘’]")


@dataclass(frozen=True, slots=True)
class Wording:
    """A quotation as its words."""

    segments: tuple[tuple[WordToken, ...], ...]
    """The words of each part that is quoted without a break."""
    texts: tuple[str, ...]

    @classmethod
    def of(cls, segments: Sequence[str]) -> Wording:
        """Take the parts of a quotation."""
        kept = [(tuple(tokens(segment)), segment) for segment in segments]
        return cls(tuple(words for words, _ in kept if words), tuple(text for words, text in kept if words))

    @property
    def words(self) -> list[str]:
        """All its words, folded."""
        return [token.word for segment in self.segments for token in segment]


@dataclass(frozen=True, slots=True)
class Passage:
    """Where an article has a quotation, and how exactly; `first` and `last` count words, the end exclusive."""

    verdict: Verdict
    first: int
    last: int
    similarity: float
    changes: tuple[Change, ...] = ()
    reason: str = ""


def find_wording(wording: Wording, source: SourceText) -> Passage | None:
    """Return the best place of a quotation in an article, or None where nothing there is like it."""
    if not wording.segments:
        return None
    exact = _in_order(wording, source)
    if exact is not None:
        return Passage(Verdict.VERBATIM, *exact, 1.0)
    cut = _cut(wording, source) if len(wording.segments) == 1 else None
    if cut is not None:
        return cut
    parts = [_similar(segment, text, source) for segment, text in zip(wording.segments, wording.texts, strict=True)]
    found = [part for part in parts if part is not None]
    if len(found) < len(parts) or not found:
        return None
    changes = tuple(change for part in found for change in part.changes)
    verdict = Verdict.ALTERED if changes else Verdict.VERBATIM
    first, last = min(part.first for part in found), max(part.last for part in found)
    return Passage(verdict, first, last, min(part.similarity for part in found), changes)


def _in_order(wording: Wording, source: SourceText) -> tuple[int, int] | None:
    """Return the words from the first part of a quotation to its last, where all stand there in their order."""
    beginnings = source.occurrences([token.word for token in wording.segments[0]])
    for first in beginnings:
        last = first + len(wording.segments[0])
        for segment in wording.segments[1:]:
            place = next((at for at in source.occurrences([t.word for t in segment], 32) if at >= last), None)
            if place is None:
                break
            last = place + len(segment)
        else:
            return first, last
    return None


def _cut(wording: Wording, source: SourceText) -> Passage | None:
    """Return the place of a quotation that has all its words there, and leaves out others in its middle."""
    words = wording.words
    if len(words) < 2 * _SEED:
        return None
    for first in source.occurrences(words[:_SEED]):
        ahead = _common(words, source.words[first : first + len(words)])
        for end in source.occurrences(words[-_SEED:], 32):
            last = end + _SEED
            if not first + len(words) < last <= first + len(words) + _LONGEST_CUT:
                continue
            behind = _common(words[::-1], source.words[max(first, last - len(words)) : last][::-1])
            if ahead + behind < len(words):
                continue
            behind = min(behind, len(words) - ahead)
            left = (first + ahead, last - behind)
            interruption = _interruption(source, *left)
            if interruption:
                reason = N_("there it is interrupted: {words}").format(words=interruption)
                return Passage(Verdict.VERBATIM, first, last, 1.0, reason=reason)
            return Passage(Verdict.CUT, first, last, 1.0, (Change(_raw(source, *left), ""),))
    return None


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Count the words with which two lists begin alike."""
    return next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _interruption(source: SourceText, first: int, last: int) -> str:
    """Return the words between the marks of two quotations: `he said` in `"We go", he said, "today"`; else empty."""
    text, words = source.article.text, source.tokens
    before = text[words[first - 1].end : words[first].start]
    behind = text[words[last - 1].end : words[last].start] if last < len(words) else ""
    if _MARKS.search(before) and _MARKS.search(behind) and last - first <= 20:
        return _raw(source, first, last)
    return ""


def _similar(segment: Sequence[WordToken], text: str, source: SourceText) -> Passage | None:
    """Return the place that is most like a part of a quotation, word by word."""
    words = [token.word for token in segment]
    if len(words) < SHORTEST:
        exact = source.occurrences(words)
        return Passage(Verdict.VERBATIM, exact[0], exact[0] + len(words), 1.0) if exact else None
    codes = {word: chr(0x100 + place) for place, word in enumerate(dict.fromkeys(words))}
    coded = "".join(codes[word] for word in words)
    whole = "".join([codes.get(word, _NOWHERE) for word in source.words])
    found = partial_ratio_alignment(coded, whole, score_cutoff=100 * (_SIMILAR - 0.15))
    if found is None or found.dest_start >= found.dest_end:
        return None
    first, last = _fitted(coded, whole, found.dest_start, found.dest_end)
    return _compared(segment, text, coded, source, (first, last))


def _fitted(coded: str, whole: str, first: int, last: int) -> tuple[int, int]:
    """Widen a window where words before or behind it belong to it, and narrow it to what it has in common."""
    low, high = max(0, first - 8), min(len(whole), last + 8)
    window = whole[low:high]
    steps = [step for step in Levenshtein.opcodes(coded, window) if step.tag == "equal"]
    if not steps:
        return first, last
    # A word in common that stands far from the others is there by chance.
    while len(steps) > 1 and steps[0].src_end - steps[0].src_start < 2 and _gap(steps[0], steps[1]) > 3:
        del steps[0]
    while len(steps) > 1 and steps[-1].src_end - steps[-1].src_start < 2 and _gap(steps[-2], steps[-1]) > 3:
        del steps[-1]
    before, behind = steps[0].src_start, len(coded) - steps[-1].src_end
    start, end = low + steps[0].dest_start, low + steps[-1].dest_end
    return max(0, start - before), min(len(whole), end + behind)


def _gap(one: Opcode, other: Opcode) -> int:
    """Return how many more words lie between two parts in the article than in the quotation."""
    return (other.dest_start - one.dest_end) - (other.src_start - one.src_end)


def _compared(
    segment: Sequence[WordToken], text: str, coded: str, source: SourceText, window: tuple[int, int]
) -> Passage | None:
    first, last = window
    words = [token.word for token in segment]
    there = source.words[first:last]
    steps = Levenshtein.opcodes(words, there)
    same = sum(step.src_end - step.src_start for step in steps if step.tag == "equal")
    similarity = same / max(len(words), len(there))
    if similarity < (_SIMILAR if len(coded) >= 6 else 0.74):
        return None
    changes = tuple(_changes(steps, segment, text, source, first))
    return Passage(Verdict.ALTERED if changes else Verdict.VERBATIM, first, last, similarity, changes)


def _changes(
    steps: Iterable[Opcode], segment: Sequence[WordToken], text: str, source: SourceText, first: int
) -> Iterator[Change]:
    """Yield the words that differ, those that meet as one change."""
    held: list[int] | None = None
    for step in steps:
        if step.tag == "equal":
            if held is not None:
                yield from _change(held, segment, text, source, first)
            held = None
        elif held is None:
            held = [step.src_start, step.src_end, step.dest_start, step.dest_end]
        else:
            held[1], held[3] = step.src_end, step.dest_end
    if held is not None:
        yield from _change(held, segment, text, source, first)


def _change(
    held: list[int], segment: Sequence[WordToken], text: str, source: SourceText, first: int
) -> Iterator[Change]:
    here, there = segment[held[0] : held[1]], source.words[first + held[2] : first + held[3]]
    if "".join(token.word for token in here) == "".join(there):
        return  # only written apart or together
    written = text[here[0].start : here[-1].end] if here else ""
    yield Change(_raw(source, first + held[2], first + held[3]), " ".join(written.split()))


def _raw(source: SourceText, first: int, last: int) -> str:
    if first >= last:
        return ""
    return " ".join(source.article.text[source.tokens[first].start : source.tokens[last - 1].end].split())
