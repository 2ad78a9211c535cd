"""The words of a language that dates are made of, each with the roles that it can play and its value in each.

A lexicon gives every token one character, its class, so that a whole text becomes a short string that patterns are
matched against. Two words share a class exactly where they can play the same roles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

UNKNOWN = "_"
"""The class of every token that no pattern asks for."""

_SHAPES = {
    "ISO": re.compile(r"\d{4}([/.-])\d\d?\1\d\d?", re.ASCII),
    "CLOCK": re.compile(r"\d\d?:\d\d(?::\d\d)?", re.ASCII),
    "SLASHED": re.compile(r"\d\d?([/.-])\d\d?\1(?:\d{4}|\d\d)", re.ASCII),
}
_NUMBER = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
_ORDINAL = re.compile(r"(\d+)[^\W\d_]+")
_DECADE = re.compile(r"(\d?\d?\d0)s", re.ASCII)
_CLASSES = [chr(code) for code in range(0x30, 0x500) if chr(code).isalnum()]
"""Characters that mean nothing special in a pattern."""

Value = int | float | str | tuple[int | str, ...]


class Lexicon:
    """A vocabulary: role names and values by lower-case word.

    `entries` maps a role (`MONTH`) to its words and their values; `literals` are words that patterns name themselves.
    A role of numbers (`NUM`, `DAY`, `YEAR`, `HOUR`, `MINUTE`, `YY`, `ORD`, `CLOCK`, `ISO`, `SLASHED`, `DECADE`) holds
    digits as well as the words given for it. `decimal_comma` says how a fraction is written.
    """

    def __init__(
        self, entries: Mapping[str, Mapping[str, Value]], literals: Iterable[str], *, decimal_comma: bool = False
    ) -> None:
        self._comma = decimal_comma
        self._roles: dict[str, dict[str, Value]] = {}
        for role, words in entries.items():
            for word, value in words.items():
                self._roles.setdefault(word, {})[role] = value
        for word in literals:
            self._roles.setdefault(word, {})[word] = word
        self._chars: dict[frozenset[str], str] = {}
        self.classes: dict[str, str] = {word: self._class_of(frozenset(roles)) for word, roles in self._roles.items()}
        for sample in [
            "0",
            "1",
            "05",
            "00",
            "13",
            "25",
            "32",
            "60",
            "100",
            "9999",
            "1950",
            "1.5",
            "1,5",
            "10.30",
            "17,30",
            "1st",
            "40th",
            "1990s",
            "90s",
        ]:
            self._class_of(frozenset(self.roles(sample)))
        for sample in ("2000-01-01", "1/2/2000", "10:30"):
            self._class_of(frozenset(self.roles(sample)))

    def _class_of(self, roles: frozenset[str]) -> str:
        return self._chars.setdefault(roles, _CLASSES[len(self._chars)]) if roles else UNKNOWN

    def roles(self, word: str) -> Mapping[str, Value]:
        """Return the roles that a lower-case token can play, with its value in each; none for an unknown one."""
        known = self._roles.get(word)
        if known is not None:
            return known
        return _number_roles(word, self._comma) if "0" <= word[:1] <= "9" else {}

    def class_of(self, word: str) -> str:
        """Return the class of a lower-case token."""
        known = self.classes.get(word)
        if known is not None:
            return known
        return self._class_of(frozenset(self.roles(word)))

    def members(self, role: str) -> str:
        """Return every class whose tokens can play a role; raises `KeyError` for one that nothing plays."""
        found = "".join(char for roles, char in self._chars.items() if role in roles)
        if not found:
            raise KeyError(f"no word plays {role}")
        return found


class TokenClasses(dict[str, str]):
    """The classes of tokens, looked up at the speed of a dictionary; of unknown ones only short numbers are kept."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__(lexicon.classes)
        self._lexicon = lexicon

    def __missing__(self, word: str) -> str:
        if not "0" <= word[:1] <= "9":
            return UNKNOWN
        known = self._lexicon.class_of(word)
        if len(word) <= 4:
            self[word] = known
        return known


@lru_cache(maxsize=8192)
def _number_roles(word: str, decimal_comma: bool) -> Mapping[str, Value]:
    """Say what a token that begins with a digit can be."""
    for role, shape in _SHAPES.items():
        if shape.fullmatch(word):
            return {role: tuple(int(part) for part in re.split("[/.:-]", word))}
    if found := _DECADE.fullmatch(word):
        return {"DECADE": int(found[1])}
    if found := _ORDINAL.fullmatch(word):
        return _ordinal_roles(int(found[1][:4]))
    plain = word.replace(".", "").replace(",", ".") if decimal_comma else word.replace(",", "")
    return _cardinal_roles(word, plain) if _NUMBER.fullmatch(plain) and len(plain) <= 9 else {}


def _cardinal_roles(word: str, plain: str) -> dict[str, Value]:
    if "." in plain:
        return _fraction_roles(plain)
    return _integer_roles(int(plain), written_plain=plain == word, digits=len(word))


def _fraction_roles(plain: str) -> dict[str, Value]:
    roles: dict[str, Value] = {"NUM": float(plain)}
    whole, fraction = plain.split(".")
    if len(fraction) == 2 and int(whole) < 24 and int(fraction) < 60:
        roles["DOTTED"] = (int(whole), int(fraction))
    return roles


def _ordinal_roles(number: int) -> dict[str, Value]:
    return {"ORD": number, "ORDDAY": number, "NTH": number} if 1 <= number <= 31 else {"ORD": number}


def _integer_roles(number: int, *, written_plain: bool, digits: int) -> dict[str, Value]:
    roles: dict[str, Value] = {"NUM": number}
    if not written_plain:
        return roles
    if digits <= 2:
        roles |= {role: number for role, last in (("HOUR", 24), ("MINUTE", 59), ("MONTHNO", 12)) if number <= last}
        if 1 <= number <= 31:
            roles["DAY"] = number
    if digits == 2:
        roles["YY"] = number
    if digits == 4:
        roles["FOUR"] = number
        if 1000 <= number <= 2199:
            roles["YEAR"] = number
    if digits == 3:
        roles["THREE"] = number
    return roles
