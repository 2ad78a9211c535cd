"""Every pattern of every language, written out with its own words, gives values of TIMEX3 and nothing raises."""

import os
import random
from collections.abc import Iterator
from datetime import date
from importlib import import_module

import pytest

from tui.base.days import Span
from tui.chronology.chronology import DatedArticle, chronology
from tui.dates import explain, find_dates, languages
from tui.dates.grammar import Rule, alternatives, atoms
from tui.dates.languages import LANGUAGES, language
from tui.dates.values import is_value

MOST = int(os.environ.get("DATE_PATTERNS", "25"))
"""How many ways of writing one pattern are drawn at random; a hunt for errors may set more."""
SAMPLES = {
    "NUM": ["3", "12", "0", "1.5", "999999999"],
    "DAY": ["1", "3", "31"],
    "HOUR": ["0", "9", "17", "24"],
    "MINUTE": ["00", "30", "59"],
    "YY": ["07", "30", "99"],
    "THREE": ["146", "999"],
    "FOUR": ["1730", "9959", "0000"],
    "YEAR": ["1000", "1989", "2023", "2199"],
    "ORD": ["1st", "3rd", "4th", "21st", "1er", "19e"],
    "ORDDAY": ["1st", "31st", "1er"],
    "NTH": ["1st", "31st"],
    "CLOCK": ["10:30", "24:00", "99:99:99"],
    "DOTTED": ["10.30", "23,59"],
    "ISO": ["2023-12-31", "2023-02-30", "0000-00-00"],
    "SLASHED": ["31/12/2023", "12/31/23", "00.00.0000"],
    "DECADE": ["1990s", "90s"],
}
"""What a role of numbers may look like beside the words that a language has for it."""
PUBLISHED = (None, Span.of_day(date(2023, 8, 20)), Span.of_month(2024, 2), Span.of_day(date.min), Span.of_day(date.max))


class Writer:
    """Writes out one of the texts that a pattern stands for, with words drawn at random."""

    def __init__(self, code: str, seed: int) -> None:
        self._patterns = import_module(f"{languages.__name__}.{LANGUAGES[code]}_rules")
        self._roles = language(code).vocabulary.roles
        self._random = random.Random(seed)

    def rules(self) -> list[Rule]:
        return [part for rule in self._patterns.RULES for part in alternatives(rule)]

    def written(self, pattern: str) -> str:
        words = self._choice(list(atoms(pattern))[::-1])
        return " ".join(words).replace(" ' ", "'").replace(" - ", "-")

    def _choice(self, rest: list[str]) -> list[str]:
        options = [self._sequence(rest)]
        while rest and rest[-1] == "|":
            rest.pop()
            options.append(self._sequence(rest))
        return self._random.choice(options)

    def _sequence(self, rest: list[str]) -> list[str]:
        words: list[str] = []
        while rest and rest[-1] not in "|)>":
            item = self._item(rest)
            if rest and rest[-1] == "?":
                rest.pop()
                item = item if self._random.random() < 0.6 else []
            words += item
        return words

    def _item(self, rest: list[str]) -> list[str]:
        atom = rest.pop()
        if atom in "(<":
            inner = self._choice(rest)
            rest.pop()
            return inner
        if atom.startswith("@"):
            return self._choice(list(atoms(self._patterns.MACROS[atom[1:]]))[::-1])
        if not atom[0].isupper():
            return [atom]
        word = self._random.choice([*self._roles.get(atom, {}), *SAMPLES.get(atom, [])])
        return [self._random.choice([word, word.capitalize()])]


def texts(code: str, seed: int, rule: Rule) -> Iterator[str]:
    writer = Writer(code, seed)
    yield from dict.fromkeys(writer.written(rule.pattern) for _ in range(MOST))


RULES = [(code, place, rule) for code in LANGUAGES for place, rule in enumerate(Writer(code, 0).rules())]


@pytest.mark.parametrize(("code", "place", "rule"), RULES, ids=lambda value: getattr(value, "pattern", str(value))[:60])
def test_whatever_a_pattern_stands_for_is_read(code, place, rule):
    written = list(texts(code, place, rule))
    assert written
    for published in PUBLISHED:
        text = "It was 2012.\n\n" + "\n\n".join(f"Gao: {words}, fell." for words in written)
        marks = find_dates(text, language=code, published=published)
        for mark in marks:
            assert is_value(mark.value), (mark.text, mark.value)
            assert explain(mark)
    chronology([DatedArticle(1, "a", "Gazette", published, text, marks, language=code)])


@pytest.mark.parametrize(("code", "place", "rule"), RULES, ids=lambda value: getattr(value, "pattern", str(value))[:60])
def test_a_pattern_matches_something_that_it_stands_for(code, place, rule):
    published = Span.of_day(date(2023, 8, 20))
    tries = (f"{before}{words}." for words in texts(code, place, rule) for before in ("", "In ", "Vers "))
    assert any(find_dates(text, language=code, published=published) for text in tries), rule.pattern
