"""The names of a dossier as the query language asks for them, and as a facet."""

from __future__ import annotations

from collections.abc import Iterable

from tui.names.people import key_of
from tui.names.table import NameTable
from tui.search.facets import MOST, Choice, Facet, clause
from tui.search.language.tree import Leaf, Near, Node, Phrase, Word, leaves
from tui.search.marks import find_marks

FIELD = "name"
"""The field of names."""


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


def facet_of_names(table: NameTable, numbers: Iterable[int]) -> Facet:
    """Return the names in some articles, the most frequent first."""
    counted = table.counted(numbers)
    shown = [
        Choice(each.value, each.articles, clause(FIELD, each.value, table.is_part(each.value)))
        for each in counted[:MOST]
    ]
    return Facet(FIELD, tuple(shown), len(counted) - len(shown))
