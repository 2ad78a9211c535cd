"""To whom a manuscript gives what it states: outlets, speakers and days in its sentences, notes and brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tui.base.folding import fold
from tui.dates import Timex

_ALIASES = {
    "afp": ("agence france-presse", "agence france presse", "france-presse"),
    "ap": ("associated press", "the associated press"),
    "reuters": ("thomson reuters", "reuters news agency"),
    "rfi": ("radio france internationale",),
    "bbc": ("bbc news", "bbc world service"),
    "dpa": ("deutsche presse-agentur",),
    "dw": ("deutsche welle",),
    "voa": ("voice of america",),
    "upi": ("united press international",),
    "aa": ("anadolu agency", "anadolu"),
    "cnn": (),
    "efe": ("agencia efe",),
    "xinhua": ("xinhua news agency",),
    "tass": ("tass news agency", "itar-tass"),
    "le monde": ("lemonde.fr",),
    "le figaro": ("lefigaro.fr",),
    "the guardian": ("guardian",),
    "the new york times": ("new york times",),
    "the washington post": ("washington post",),
    "al jazeera": ("al-jazeera", "aljazeera"),
    "france 24": ("france24",),
    "jeune afrique": ("jeune-afrique",),
    "financial times": ("the financial times",),
    "bloomberg": ("bloomberg news",),
}
"""Outlets with the other names that they go by, folded."""

_SAYS = (
    r"said|says|say|reported|reports|report|wrote|writes|write|told|tells|quoted|quotes|noted|notes|added|according to|"
    r"cited|citing|published|revealed|as reported by|"
    r"selon|d'apres|rapporte|rapportait|a rapporte|ecrit|ecrivait|a ecrit|indique|a indique|cite|cité|cites?|"
    r"affirme|a affirme|a declare|declare|a confie|confie|precise|a precise|note|releve|revele|a revele|annonce|"
    r"a annonce|dit|a dit|explique|a explique"
)
_NEAR_SAYS = re.compile(rf"(?<!\w)(?:{_SAYS})(?!\w)")
_BEFORE = "according to|told|to|by|in|from|selon|d'apres|a|au|aux|par|dans|de|du"
_ADDRESS = re.compile(rf"(?<!\w)(?:{_BEFORE})\s+(?:the |la |le |les |l')?$")
_NOTE = re.compile(r"^\s*(?:\[\^?(\w{1,8})\]:?|\^(\w{1,8})\b|(\d{1,3})\.)\s+", re.M)
_CALL = re.compile(r"\[\^?(\w{1,8})\]")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SUPERSCRIPT = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_DESCRIPTION = re.compile(r"\s*[(,–—]|\s+(?:via|and agencies|et agences)\b")
"""Where the name of an outlet ends, in what says more of a source than that."""
_CARRIER = re.compile(r"(?:[,)] (?:on|sur)|\bvia) ([A-Z0-9][^,(/;]*)")
"""Who carries the report of another outlet."""
_BRACKET = re.compile(r"\(([^()]{2,200})\)")
_REFERENCES = re.compile(r"^(?:references|sources|notes|bibliography|bibliographie|references et notes)\W*$")


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet that a manuscript names."""

    start: int
    end: int
    name: str
    """Its folded name, the same for all names that it goes by."""


@dataclass(frozen=True, slots=True)
class Credit:
    """To whom, and to which day, something is given."""

    start: int
    end: int
    outlet: str
    """Folded; empty where only a day is named."""
    day: Timex | None = None
    note: bool = False
    """Whether it stands in a note or between brackets rather than in the sentence."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note or an entry of a bibliography."""

    start: int
    end: int
    mark: str
    """By which the text calls it; empty where it does not."""
    paragraph: int
    """Where its paragraph begins, with the mark."""


class OutletNames:
    """Finds the outlets of a dossier, and those that are known everywhere, in a text."""

    def __init__(self, outlets: Iterable[str]) -> None:
        self._known: dict[str, str] = {}
        for name, others in _ALIASES.items():
            self._known |= dict.fromkeys((name, *others), name)
        for name in (name for outlet in outlets for name in names_of(outlet)):
            folded = canonical(name)
            if len(folded) > 1:
                self._known.setdefault(fold(name).strip(), folded)
                self._known.setdefault(folded, folded)
        names = sorted(self._known, key=len, reverse=True)
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Outlet]:
        """Yield the outlets that a part of a text names; names of few letters only in capitals."""
        folded = fold(text[start:end])
        if len(folded) != len(text[start:end]):
            return
        for found in self._pattern.finditer(folded):
            raw = text[start + found.start() : start + found.end()]
            if (not raw[0].isupper() and "." not in raw) or (len(raw) <= 4 and not raw.isupper()):
                continue
            yield Outlet(start + found.start(), start + found.end(), self._known[found[0]])


def canonical(outlet: str) -> str:
    """Return the folded name of an outlet, the same for all names that it goes by."""
    folded = fold(outlet).strip()
    for name, others in _ALIASES.items():
        if folded == name or folded in others:
            return name
    return folded.removeprefix("the ")


def names_of(source: str) -> list[str]:
    """Return the outlets that a source names, without what describes them, itself first.

    `AFP (wire), on SpaceWar.com, English` names AFP and SpaceWar.com.
    """
    first = _DESCRIPTION.split(source, maxsplit=1)[0]
    carriers = (found[1] for found in _CARRIER.finditer(source))
    named = (source, first, *first.split("/"), *carriers)
    return [name for name in dict.fromkeys(each.strip() for each in named) if name]


def is_of(source: str, outlet: str) -> bool:
    """Say whether a source is an outlet, by its folded name, or one of those that it names."""
    return any(canonical(name) == outlet for name in names_of(source))


def names_outlet(text: str, outlet: str) -> bool:
    """Say whether a text names an outlet, by its folded name or another one that it goes by."""
    folded = fold(text)
    return any(
        re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded)
        for name in (outlet, *_ALIASES.get(outlet, ()))
        if name in folded
    )


def notes(text: str) -> list[Note]:
    """Return the notes and the entries of a bibliography at the end of a manuscript, or between its paragraphs."""
    found: list[Note] = []
    start, listed = 0, False
    for paragraph in text.split("\n\n"):
        end = start + len(paragraph)
        mark = _NOTE.match(paragraph)
        if _REFERENCES.match(fold(paragraph)):
            listed = True
        elif mark is not None and (mark[3] is None or listed):
            found.append(Note(start + mark.end(), end, mark[1] or mark[2] or mark[3], start))
        elif listed:
            found.append(Note(start, end, "", start))
        start = end + 2
    return found


def calls(text: str, start: int, end: int) -> list[str]:
    """Return the marks of the notes that a part of a text calls."""
    part = text[start:end]
    written = [found[1] for found in _CALL.finditer(part)]
    return written + [found[0].translate(_SUPERSCRIPTS) for found in _SUPERSCRIPT.finditer(part)]


def credits_in(text: str, start: int, end: int, names: OutletNames, days: Sequence[Timex]) -> list[Credit]:
    """Return to whom a sentence gives what it states.

    An outlet counts where a word of speech stands near it, where it stands behind "to" or "by", or between brackets;
    a mere mention does not.
    """
    found: list[Credit] = []
    brackets = [(match.start(), match.end()) for match in _BRACKET.finditer(text, start, end)]
    folded = fold(text[start:end])
    for outlet in names.find(text, start, end):
        bracket = next((span for span in brackets if span[0] < outlet.start and outlet.end <= span[1]), None)
        if bracket is not None:
            found.append(Credit(outlet.start, outlet.end, outlet.name, _day_in(days, *bracket), note=True))
            continue
        before, behind = folded[: outlet.start - start], folded[outlet.end - start :]
        near = before[-30:] + " " + behind[:30] if len(folded) == end - start else ""
        if _NEAR_SAYS.search(near) or _ADDRESS.search(before):
            found.append(Credit(outlet.start, outlet.end, outlet.name))
    return found


def credit_of_note(text: str, note: Note, names: OutletNames, days: Sequence[Timex]) -> Credit | None:
    """Return to whom a note gives what calls it; None where it names no outlet."""
    outlet = next(names.find(text, note.start, note.end), None)
    day = _day_in(days, note.start, note.end)
    return Credit(outlet.start, outlet.end, outlet.name, day, note=True) if outlet is not None else None


def _day_in(days: Sequence[Timex], start: int, end: int) -> Timex | None:
    within = [day for day in days if start <= day.start and day.end <= end and day.span is not None]
    return min(within, key=lambda day: len(day.span) if day.span else 0, default=None)
