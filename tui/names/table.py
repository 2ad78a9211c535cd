"""The names of a whole dossier: which are one, how often each is named, and where.

An article keeps its names as lines, one a name: a flag, the whole name, then the other forms in which it stands there.
Most articles share their lines, so that each distinct one is judged once.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import NamedTuple

from tui.base.folding import fold
from tui.names.name import Name
from tui.names.people import Key, key_of
from tui.names.places import in_other_languages, places

_BREAK, _TAB = "\n", "\t"
_PERSON, _CERTAIN = 2, 1
_LEAST_SHARE = 0.8
"""The share of the articles with one surname that name one full name, so that the surname stands for it elsewhere."""


def packed(names: Iterable[Name]) -> str:
    """Return the names of an article as lines that `NameTable` reads; empty where there are none."""
    flags: dict[str, int] = {}
    forms: dict[str, dict[str, None]] = {}
    for name in names:
        flags[name.whole] = flags.get(name.whole, 0) | name.certain * _CERTAIN | name.person * _PERSON
        forms.setdefault(name.whole, {})[name.text] = None
    return _BREAK.join(
        _TAB.join((str(flags[whole]) + whole, *sorted(form for form in found if form != whole)))
        for whole, found in forms.items()
    )


CommonWords = Callable[[Collection[str]], AbstractSet[str]]


def _none(_words: Collection[str]) -> AbstractSet[str]:
    return frozenset()


class _Line(NamedTuple):
    """A distinct line."""

    whole: str
    certain: bool
    person: bool
    forms: tuple[str, ...]


class NamedCount(NamedTuple):
    """A name and how often it is named."""

    value: str
    """As it is written most often."""
    articles: int
    """How many articles name it."""


class NameTable:
    """The names of all articles; never changes."""

    def __init__(self, rows: Iterable[tuple[int, str]], common: CommonWords = _none) -> None:
        """Take number and packed names of every article, by number.

        `common` returns those of some folded words that the dossier writes mostly without a capital.
        """
        self._numbers = array("q")
        self._begins = array("l", [0])
        self._held = array("l")
        known: dict[str, int] = {}
        for number, written in rows:
            self._numbers.append(number)
            for line in written.split(_BREAK) if written else ():
                self._held.append(known.setdefault(line, len(known)))
            self._begins.append(len(self._held))
        lines = [_read(line) for line in known]
        counts = Counter(self._held)
        self._group, self._spelled = _grouped(lines, counts, common)
        """The group of each line, -1 for one that is no name; and of each group how it is written, most often first."""
        self._keys: list[set[Key]] = [set() for _ in self._spelled]
        for each, group in zip(lines, self._group, strict=True):
            if group >= 0:
                self._keys[group].update(map(key_of, (each.whole, *each.forms)))
        self._by_word: dict[str, set[int]] = defaultdict(set)
        for group, keys in enumerate(self._keys):
            for word in {word for key in keys for word in key}:
                self._by_word[word].add(group)

    def counted(self, numbers: Iterable[int]) -> list[NamedCount]:
        """Return the names in some articles with the number of these, the most frequent first."""
        wanted = set(numbers)
        counts: Counter[int] = Counter()
        for place, number in enumerate(self._numbers):
            if number in wanted:
                counts.update(self._groups_at(place))
        ordered = sorted(counts.items(), key=lambda each: (-each[1], self._spelled[each[0]]))
        return [NamedCount(self._spelled[group], count) for group, count in ordered]

    def is_part(self, value: str) -> bool:
        """Say whether other names of the dossier have the words of this one in them."""
        own, key = self._of_key(key_of(value)), key_of(value)
        return any(
            group not in own and any(_within(key, other) for other in self._keys[group]) for group in self._having(key)
        )

    @cached_property
    def values(self) -> list[str]:
        """All names, the most frequent first."""
        return [each.value for each in self.counted(self._numbers)]

    def forms(self) -> Iterable[str]:
        """Return every form of every name, folded."""
        return dict.fromkeys(" ".join(key) for keys in self._keys for key in keys)

    def holding(self, words: Sequence[str]) -> frozenset[int]:
        """Return the articles with a name of which some form has these folded words one after another."""
        key = tuple(words)
        return self._articles(
            {group for group in self._having(key) if any(_within(key, each) for each in self._keys[group])}
        )

    def exactly(self, value: str) -> frozenset[int]:
        """Return the articles with a name of which some form is this one."""
        return self._articles(self._of_key(key_of(value)))

    def in_forms(self, forms: Iterable[str]) -> frozenset[int]:
        """Return the articles with a name of which some form is one of these, folded."""
        return self._articles({group for form in forms for group in self._of_key(tuple(form.split()))})

    def _having(self, key: Key) -> set[int]:
        """Return the groups of which the forms have all words of a key."""
        sets = [self._by_word.get(word, set()) for word in key]
        return set.intersection(*sets) if sets else set()

    def _of_key(self, key: Key) -> set[int]:
        return {group for group in self._having(key) if key in self._keys[group]}

    def _articles(self, groups: set[int]) -> frozenset[int]:
        if not groups:
            return frozenset()
        lines = {line for line, group in enumerate(self._group) if group in groups}
        held, begins = self._held, self._begins
        return frozenset(
            number
            for place, number in enumerate(self._numbers)
            if not lines.isdisjoint(held[begins[place] : begins[place + 1]])
        )

    def _groups_at(self, place: int) -> set[int]:
        """Return the groups of an article."""
        found = {self._group[line] for line in self._held[self._begins[place] : self._begins[place + 1]]}
        found.discard(-1)
        return found


def _within(key: Key, other: Key) -> bool:
    """Say whether some words stand one after another among others."""
    return any(other[place : place + len(key)] == key for place in range(len(other) - len(key) + 1))


def _read(line: str) -> _Line:
    first, *forms = line.split(_TAB)
    flag = int(first[:1])
    return _Line(first[1:], bool(flag & _CERTAIN), bool(flag & _PERSON), tuple(forms))


def _grouped(lines: Sequence[_Line], counts: Counter[int], common: CommonWords) -> tuple[list[int], list[str]]:
    """Return the group of each line, and how each group is written most often."""
    certain = {key_of(line.whole) for line in lines if line.certain}
    alone = {key_of(line.whole)[0] for line in lines if _is_doubted(line)} - places()
    dropped = {(word,) for word in common(alone)}
    surnames, expanded = _surnames(lines, counts), _expanded(lines)
    translated = {key_of(name): key_of(one) for name, one in in_other_languages().items()}
    groups: dict[Key, int] = {}
    spelled: list[Counter[str]] = []
    found = []
    for place, line in enumerate(lines):
        own = key_of(line.whole)
        key = surnames[own] if own in surnames and not line.whole.isupper() else expanded.get(own, own)
        key = translated.get(key, key)
        if own not in certain or (own in dropped and key == own and _is_doubted(line)):
            found.append(-1)
            continue
        group = groups.setdefault(key, len(groups))
        if group == len(spelled):
            spelled.append(Counter())
        spelled[group][line.whole] += counts[place] if own not in surnames or key == own else 0
        found.append(group)
    return found, list(map(_usual, spelled))


def _is_doubted(line: _Line) -> bool:
    """Say whether a name may be a common word: it is one word, and nothing but its capital tells that it is a name."""
    return len(key_of(line.whole)) == 1 and not (line.forms or line.person or line.whole.isupper())


def _usual(spelled: Counter[str]) -> str:
    """Return how a name is written most often; a place is not written in capitals if it ever is otherwise."""
    small = [text for text, count in spelled.items() if count and not text.isupper() and fold(text) in places()]
    return max(small or spelled, key=lambda text: (spelled[text], text))


def _surnames(lines: Sequence[_Line], counts: Counter[int]) -> dict[Key, Key]:
    """Return for each surname that stands alone the full name that it stands for in this dossier, if it is one."""
    full: dict[Key, Counter[Key]] = defaultdict(Counter)
    for place, line in enumerate(lines):
        key = key_of(line.whole)
        if line.person and line.certain and len(key) > 1:
            full[key[-1:]][key] += counts[place]
    found: dict[Key, Key] = {}
    for surname, names in full.items():
        (name, count), *_ = names.most_common(1)
        if surname[0] not in places() and count >= _LEAST_SHARE * names.total():
            found[surname] = name
    return found


def _expanded(lines: Iterable[_Line]) -> dict[Key, Key]:
    """Return for each name that some article abbreviates its abbreviation."""
    found: dict[Key, Key] = {}
    for line in lines:
        own = key_of(line.whole)
        if len(own) == 1 and not line.person:
            found.update({key_of(form): own for form in line.forms if len(key_of(form)) > 1})
    return found
