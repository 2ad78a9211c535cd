"""What is typed in other ways than the query language: whole questions, and operators of which a part is typed."""

from __future__ import annotations

import re

from tui.base.small_words import SMALL_WORDS
from tui.locale import _
from tui.search.analysis import words
from tui.search.language.lexer import OPERATORS
from tui.search.language.tree import ANYWHERE, And, Node, Phrase, Word, all_of

_BEGINNINGS = """
    what who whom whose when where why how which que quoi qui quand ou pourquoi comment combien quel quelle quels
    quelles qu est ماذا ما من متى اين لماذا كيف كم هل اي
"""
_OPENING = frozenset(_BEGINNINGS.split())
"""The words with which a question begins, folded."""

_OTHERS = """
    does did do is are was were has have had will would can could should happen happens happened happening occur
    occurred take place took many much s t il elle ils ce passe passee passees passes arrive ont ete etait sont a y
    حدث جرى في عن الى على
"""
_ASKING = frozenset(_OTHERS.split())
"""Further words of questions, folded, beside the small words: "what happened", "que s'est-il passé"."""

_HALF = re.compile(r"(?<=\S)\s+(?P<typed>[A-Z]+/?)\Z")


def without_question(tree: Node, typed: str) -> tuple[Node, tuple[str, ...]]:
    """Return a tree without the words that only make a question of it, and these words as they were typed.

    A question begins with a word that asks, or ends with a question mark and holds a word that says nothing. Quoted
    words and those after `=` stay, and so does every word where no other one would be left.
    """
    parts = tree.parts if isinstance(tree, And) else ()
    if not parts or not _is_question(parts, typed):
        return tree, ()
    asking = [part for part in parts if _asks(part, typed)]
    kept = [part for part in parts if part not in asking]
    if not any(isinstance(part, (Word, Phrase)) for part in kept):
        return tree, ()
    return all_of(kept), tuple(part.text for part in asking if isinstance(part, (Word, Phrase)))


def _is_question(parts: tuple[Node, ...], typed: str) -> bool:
    first = typed.split(maxsplit=1)[0]
    begun = words(first)[:1]
    asks = bool(begun) and begun[0] in _OPENING and not (first.isupper() and first.isascii() and len(first) > 1)
    return asks or (typed.rstrip().endswith("?") and any(_asks(part, typed) for part in parts))


def _asks(part: Node, typed: str) -> bool:
    """Say whether a part is one of the words that make a question."""
    if not isinstance(part, (Word, Phrase)) or part.field != ANYWHERE or part.exact or f'"{part.text}"' in typed:
        return False
    return all(word in SMALL_WORDS or word in _OPENING or word in _ASKING for word in words(part.text))


def said_of_question(left_out: tuple[str, ...]) -> str:
    """Say which words of a question are not looked for."""
    return _("without {words}, which only ask: quotation marks keep them").format(words=", ".join(left_out))


def half_typed(text: str) -> str:
    """Return the end of a query that may become an operator: `O` of `OR`, `NEAR/` of `NEAR/5`; empty where none may.

    An operator that is there as a whole is none of these, since the parser reads it.
    """
    found = _HALF.search(text)
    typed = found["typed"] if found else ""
    if typed.endswith("/"):
        return typed if typed in {"NEAR/", "ADJ/"} else ""
    return typed if typed not in OPERATORS and any(each.startswith(typed) for each in OPERATORS if typed) else ""
