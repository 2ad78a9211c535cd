"""The verbs of a clause and their time, by the words and endings that the vocabularies of the languages name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from tui.dates.languages import language
from tui.dates.vocabulary import Vocabulary

_WORD = re.compile(r"[^\W\d_]+")
_OPENING = "\"'“”«»‘’([—–- "
_SHORTEST = 4


class Tense(Enum):
    """The time that a verb tells of."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


class Verb(NamedTuple):
    """A verb in a text."""

    start: int
    end: int
    word: str
    """In lower case."""
    tense: Tense


def verbs_in(clause: str, code: str, begins: bool = False) -> Iterator[Verb]:
    """Yield the verbs of a clause that its language's vocabulary knows, offsets into the clause.

    A word with a capital is a name, except where the clause `begins` a sentence. `code` is the language, of two
    letters; English stands in for one that is not known.
    """
    for found in _WORD.finditer(clause):
        written = found.group()
        if written[0].isupper() and not (begins and not clause[: found.start()].strip(_OPENING)):
            continue
        tense = _tense(written.lower(), code)
        if tense is not None:
            yield Verb(found.start(), found.end(), written.lower(), tense)


def told_verbs(clause: str, code: str, begins: bool = False) -> list[Verb]:
    """Return the verbs of a clause, auxiliaries read with what follows them.

    `a réuni` is past; a participle behind `is` or `are` tells how things stand, not what has happened.
    """
    words = language(code).vocabulary
    endings = words.participle_ending + words.past_ending
    found: list[Verb] = []
    for verb in verbs_in(clause, code, begins):
        before = found[-1] if found else None
        follows = [word.strip(".,;:").lower() for word in clause[verb.end :].split()[:2]]
        if verb.word in words.perfect and any(len(word) > _SHORTEST and word.endswith(endings) for word in follows):
            found.append(verb._replace(tense=Tense.PAST))
        elif verb.tense is Tense.PAST and before is not None and _stands(before, words):
            near = len(clause[before.end : verb.start].split()) < 3
            found.append(verb._replace(tense=Tense.PRESENT) if near else verb)
        else:
            found.append(verb)
    return found


def _stands(verb: Verb, words: Vocabulary) -> bool:
    return verb.tense is Tense.PRESENT and verb.word not in words.perfect


@lru_cache(1 << 14)
def _tense(word: str, code: str) -> Tense | None:
    words = language(code).vocabulary
    if _is_past(word, words):
        return Tense.PAST
    if _is_future(word, words):
        return Tense.FUTURE
    if word in words.present or word in words.perfect or word in words.auxiliaries:
        return Tense.PRESENT
    return None


def _is_past(word: str, words: Vocabulary) -> bool:
    if word in words.past or word in words.participles:
        return True
    unlike = word in words.unlike_past or word.endswith(words.unlike_past_ending)
    return len(word) > _SHORTEST and word.endswith(words.past_ending) and not unlike


def _is_future(word: str, words: Vocabulary) -> bool:
    if word in words.future:
        return True
    begins = bool(words.future_beginning) and word.startswith(words.future_beginning)
    ends = bool(words.future_ending) and word.endswith(words.future_ending)
    return len(word) > _SHORTEST and (begins or ends) and word not in words.unlike_future
