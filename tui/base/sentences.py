"""Where the sentences of a text begin and end.

A full stop after a title, an initial or an abbreviation ends nothing; a blank line always ends a sentence. Spans count
characters, exclude their end, and have no white space at either side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence


def _words(written: str) -> frozenset[str]:
    return frozenset(written.split())


_PARAGRAPH = re.compile(r"\n\s*\n\s*")
_END = re.compile(r"(?<![.!?…؟])[.!?…؟]++[\"'”’»)\]]*+(?:\s?[»”])?(?=\s)\s*+")
"""Possessive, so that a text of nothing but full stops is read in linear time."""
_LAST_WORD = re.compile(r"[^\s(«“\"'’]+$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+(?:-?[^\W\d_]\.)*", re.UNICODE)
_ABBREVIATIONS = _words(
    "mr. mrs. ms. dr. prof. gen. col. lt. maj. capt. sgt. adm. gov. sen. rep. rev. hon. st. sr. jr. pres. "
    "no. nos. vs. inc. ltd. co. corp. etc. e.g. i.e. cf. al. fig. vol. ed. p. pp. approx. dept. est. jan. "
    "feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. mon. tue. tues. wed. thu. thur. thurs. fri. "
    "sat. m. mm. mme. mlle. janv. févr. avr. juil. déc. av. n. art. env. ex. tél. boul. ste. mgr. me."
)
_MAY_END = _words("etc. inc. ltd. co. corp. jr. sr. al. m.")
"""Abbreviations that can also end a sentence."""
_OPENERS = _words(
    "the a an in on at by it he she they we i but and this that these those his her its their our there "
    "after before since when while for from to as if according mr no some many more most last le la les l "
    "un une en il elle ils elles mais et ce cette ces ses son sa leur après avant depuis selon dans pour"
)
"""Words that, after initials, begin a new sentence rather than continue a name."""


def sentences(text: str, unbroken: Sequence[tuple[int, int]] = ()) -> Iterator[tuple[int, int]]:
    """Yield the span of each sentence in order; none ends inside a span of `unbroken`, which are sorted."""
    held = iter(unbroken)
    span = next(held, None)
    for start, end in _paragraphs(text):
        begin = start
        for found in _END.finditer(text, start, end):
            while span is not None and span[1] <= found.start():
                span = next(held, None)
            inside = span is not None and span[0] < found.start() + 1 <= span[1] and found.end() < span[1]
            if inside or not _is_end(text, begin, found):
                continue
            yield from _trimmed(text, begin, found.end())
            begin = found.end()
        yield from _trimmed(text, begin, end)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _PARAGRAPH.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    stripped = text[start:end].strip()
    if stripped:
        begin = text.index(stripped[0], start)
        yield begin, begin + len(stripped)


def _is_end(text: str, begin: int, found: re.Match[str]) -> bool:
    """Say whether a mark ends the sentence that begins at `begin`, judging by the words on both sides."""
    rest = text[found.end() : found.end() + 30]
    follows = rest.lstrip("\"'“”‘«([—–- ")
    if not follows:
        return True
    if follows[0].islower():  # a script without capitals says nothing by that
        return False
    if text[found.start()] != "." or found.group().startswith(".."):
        return True
    word = _LAST_WORD.search(text, max(begin, found.start() - 30), found.start() + 1)
    return word is None or _word_may_end(word.group().lower(), follows)


def _word_may_end(word: str, follows: str) -> bool:
    opener = re.split(r"[\W_]", follows, maxsplit=1)[0].lower() in _OPENERS
    if _INITIALS.fullmatch(word) or word in _MAY_END:
        return opener
    return word not in _ABBREVIATIONS


def ends_sentence(text: str) -> bool:
    """Say whether a piece of text ends with the mark of a sentence's end, quotation marks and brackets aside."""
    return text.rstrip("\"'”’»)] \u00a0")[-1:] in tuple(".!?…؟")
