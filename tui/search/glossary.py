"""The glossary: words and names that mean the same, in any language, and what a query may ask for beside its own words.

Each line of a glossary joins what means the same by `=`: `retrait = withdrawal = انسحاب`. Lines that begin with `#` are
remarks. What the program brings, it reads from its folder `glossaries`; the reader's own file comes before that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tui.base.small_words import SMALL_WORDS
from tui.locale import _
from tui.names.places import FILE as PLACES
from tui.search.analysis import LANGUAGES, stem, words
from tui.search.language.fields import STEMMED, field_of
from tui.search.language.lexer import QueryToken, TokenKind, tokens
from tui.search.language.tree import Phrase, Word

_BROUGHT = Path(__file__).resolve().parent / "glossaries"
_LONGEST = 200
"""Characters of a name."""
_MOST_WORDS = 8
"""Words of a name that is recognised in a query without quotation marks."""
_SPELLED = re.compile(r'[^"()\n]+')

Key = tuple[str, ...]


class Found(NamedTuple):
    """A name in a query for which the glossary has others."""

    column: int
    """Its first character in the query."""
    end: int
    """The character past its last one."""
    others: tuple[str, ...]
    """What means the same, as the glossary writes it, in its order."""


@dataclass(frozen=True)
class Glossary:
    """Groups of names that mean the same."""

    groups: tuple[tuple[str, ...], ...] = ()
    faults: tuple[str, ...] = ()
    """One sentence on each line that cannot be used, with its number."""
    names: tuple[tuple[str, ...], ...] = ()
    """Groups of proper names, which have no other forms."""
    _known: dict[Key, list[tuple[str, ...]]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Remember in which groups each name stands, as it is written and by its stems."""
        known: dict[Key, list[tuple[str, ...]]] = {}
        for group in self.groups:
            for key in dict.fromkeys(key for name in group for key in _keys(name)):
                known.setdefault(key, []).append(group)
        for group in self.names:
            for key in dict.fromkeys(tuple(words(name)) for name in group):
                known.setdefault(key, []).append(group)
        object.__setattr__(self, "_known", known)

    def others(self, written: str) -> tuple[str, ...]:
        """Return what means the same as a name, in any of its forms, without the name itself."""
        own = set(_keys(written))
        groups = dict.fromkeys(group for key in _keys(written) for group in self._known.get(key, ()))
        names = dict.fromkeys(name for group in groups for name in group)
        return tuple(name for name in names if own.isdisjoint(_keys(name)))


class _Lines(NamedTuple):
    """The lines of a file."""

    groups: tuple[tuple[str, ...], ...]
    faults: tuple[str, ...]


def _lines_of(text: str, name: str) -> _Lines:
    """Read the lines of a file; those that cannot be used are faults that give `name` and the line's number."""
    groups, faults = [], []
    for number, line in enumerate(text.lstrip("\ufeff").split("\n"), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        names = [" ".join(piece.split()) for piece in line.split("=")]
        fault = _fault(names)
        if fault:
            faults.append(_("{file}, line {number}: {fault}").format(file=name, number=number, fault=fault))
        else:
            groups.append(tuple(dict.fromkeys(names)))
    return _Lines(tuple(groups), tuple(faults))


def _fault(names: Sequence[str]) -> str:
    """Say why a line cannot be used; empty if it can."""
    if len(names) < 2:
        return _("it has no =, as in retrait = withdrawal")
    if not all(words(name) for name in names):
        return _("there is nothing on one side of a =")
    if not all(_SPELLED.fullmatch(name) for name in names):
        return _("a name has no quotation marks or brackets")
    if max(map(len, names)) > _LONGEST:
        return _("a name has at most {count} characters").format(count=_LONGEST)
    return "" if len(set(map(str.casefold, names))) > 1 else _("both sides of the = are the same")


@cache
def brought_glossary() -> Glossary:
    """Return the glossary that comes with the program: words of its dossier, countries and cities."""
    mission, names = (
        _lines_of(file.read_text(encoding="utf-8"), file.name) for file in (_BROUGHT / "mission.txt", PLACES)
    )
    return Glossary(mission.groups, mission.faults + names.faults, names.groups)


def read_glossary(path: Path | None) -> Glossary:
    """Return the reader's own glossary and the one that comes with the program; without a file, the latter alone."""
    if path is None or not path.is_file():
        return brought_glossary()
    try:
        own = _lines_of(path.read_text(encoding="utf-8"), path.name)
    except (OSError, UnicodeDecodeError):
        own = _Lines((), (_("{file} cannot be read: save it as UTF-8 text").format(file=path),))
    brought = brought_glossary()
    return Glossary(own.groups + brought.groups, own.faults + brought.faults, brought.names)


class WatchedGlossary:
    """The glossary as its file is now."""

    def __init__(self, path: Path | None) -> None:
        """Take the reader's own file, which need not exist; without one, there is what the program brings."""
        self._path = path
        self._seen: float | None = -1.0
        self._read = Glossary()

    def now(self) -> Glossary:
        """Return the glossary, read again where its file has changed."""
        try:
            seen = self._path.stat().st_mtime if self._path is not None else None
        except OSError:
            seen = None
        if seen != self._seen:
            self._seen, self._read = seen, read_glossary(self._path)
        return self._read


def _keys(name: str) -> Iterator[Key]:
    """Yield a name as it is compared: its folded words, and their stems in each language."""
    row = tuple(words(name))
    yield row
    for language in LANGUAGES:
        yield (language, *(stem(word, language) for word in row))


def found_in(text: str, glossary: Glossary) -> list[Found]:
    """Return the names in a query for which a glossary has others, the longest at each place, in their order.

    Only what is looked for in titles and texts counts, and nothing behind a minus sign or an `=`.
    """
    found: list[Found] = []
    row = tokens(text)
    plain = _plain(row)
    at = 0
    while at < len(row):
        for last in range(min(at + _MOST_WORDS, len(row)), at, -1):
            run = row[at:last]
            if not all(place in plain for place in range(at, last)):
                continue
            if len(run) > 1 and any(token.kind is not TokenKind.WORD for token in run):
                continue
            others = glossary.others(" ".join(token.text for token in run))
            if others and not (len(run) == 1 and run[0].text.casefold() in SMALL_WORDS):
                found.append(Found(run[0].column, run[-1].end, others))
                at = last - 1
                break
        at += 1
    return found


def _plain(row: Sequence[QueryToken]) -> set[int]:
    """Return the places of the words and phrases that are looked for in titles and texts as they stand."""
    places: set[int] = set()
    groups, name, bound = [True], "", False
    for place, token in enumerate(row):
        if token.kind is TokenKind.FIELD:
            known = field_of(token.text)
            name = known.name if known is not None else token.text
        elif token.kind is TokenKind.OPEN:
            groups.append(groups[-1] and not bound and name in STEMMED)
            name, bound = "", False
        elif token.kind is TokenKind.CLOSE:
            groups = groups[:-1] or [True]
        elif token.kind in {TokenKind.MINUS, TokenKind.NOT, TokenKind.EXACT, TokenKind.NEAR, TokenKind.ADJ}:
            bound = True
            if token.kind in {TokenKind.NEAR, TokenKind.ADJ}:
                places.discard(place - 1)
        else:
            is_word = token.kind in {TokenKind.WORD, TokenKind.PHRASE} and not set("*?~") & set(token.text)
            if is_word and groups[-1] and not bound and not name:
                places.add(place)
            name, bound = "", False
    return places


def with_others(text: str, found: Iterable[Found]) -> str:
    """Return a query that also asks for the other names: `retrait` becomes `(retrait OR withdrawal OR انسحاب)`."""
    for each in sorted(found, key=lambda one: -one.column):
        written = text[each.column : each.end]
        own = f'"{written}"' if " " in written and not written.startswith('"') else written
        group = " OR ".join([own, *map(_quoted, each.others)])
        text = f"{text[: each.column]}({group}){text[each.end :]}"
    return text


def term_of(name: str) -> Word | Phrase:
    """Return what asks for a name of the glossary."""
    return Word(name) if len(words(name)) == 1 and name.isalnum() else Phrase(name)


def _quoted(name: str) -> str:
    from tui.search.language.lexer import OPERATORS

    return name if isinstance(term_of(name), Word) and name not in OPERATORS else f'"{name}"'
