"""The names of a dossier as the query language asks for them, and as a facet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.names.people import key_of
from tui.search.facets import MOST, Choice, Facet, clause
from tui.search.language.tree import And, Leaf, Near, Node, Or, Phrase, Word, any_of, leaves
from tui.search.marks import find_marks

if TYPE_CHECKING:
    from tui.names.table import NameTable

FIELD = "name"
"""The field of names."""
_MOST_FORMS = 60
"""Forms that are marked; a word that more names have is marked by itself."""


def asks_names(tree: Node) -> bool:
    """Say whether a tree asks for names, also under a NOT."""
    return any(leaf.field == FIELD for negated in (False, True) for leaf in leaves(tree, negated))


def naming(table: NameTable, term: Leaf | Near) -> frozenset[int]:
    """Return the articles with a name that a term asks for, in any form in which the dossier writes it."""
    plain = isinstance(term, Word) or (isinstance(term, Phrase) and not term.slop)
    if plain:
        assert isinstance(term, (Word, Phrase))
        found = table.exactly(term.text) if term.exact else table.holding(key_of(term.text))
        if found or term.exact:
            return found
    return table.in_forms(form for form in table.forms() if find_marks(term, form, "", FIELD))


def with_forms(tree: Node, table: NameTable) -> Node:
    """Return a tree whose names stand in all of their forms, to mark these in texts: `Diop` for `Abdoulaye Diop`."""
    match tree:
        case And():
            return replace(tree, parts=tuple(with_forms(part, table) for part in tree.parts))
        case Or():
            return any_of([with_forms(part, table) for part in tree.parts])
        case Word(field=name) | Phrase(field=name, slop=0) if name == FIELD:
            forms = table.forms_of(key_of(tree.text), tree.exact)
            return any_of([Phrase(form, FIELD) for form in forms]) if 0 < len(forms) <= _MOST_FORMS else tree
    return tree


def facet_of_names(table: NameTable, numbers: Iterable[int]) -> Facet:
    """Return the names in some articles, the most frequent first."""
    counted = table.counted(numbers)
    shown = [
        Choice(each.value, each.articles, clause(FIELD, each.value, table.is_part(each.value)))
        for each in counted[:MOST]
    ]
    return Facet(FIELD, tuple(shown), len(counted) - len(shown))
