"""Every row of the tables of fields, states and orders works from the parser to the index, by each of its names."""

from __future__ import annotations

from array import array

import pytest

from tui.base.days import Span
from tui.dossier.article import Article, Provenance, PublishedDate
from tui.search.annotations import Annotations
from tui.search.engine import Engine
from tui.search.facets import COLUMNS, Labels, clause
from tui.search.language import parse, understood, unparse
from tui.search.language.fields import (
    FACETS,
    FIELDS,
    INDEXED,
    ORDERS,
    STATES,
    Field,
    FieldKind,
    completions,
    field_of,
    nearest,
)
from tui.search.language.tree import State, Word
from tui.search.language.understanding import widened_by

EXTENT = Span.of_month(2023, 1).joined(Span.of_month(2023, 12))
VALUES = {FieldKind.DATE: "2023-06", FieldKind.STATE: "retold", FieldKind.ORDER: "date", FieldKind.NUMBER: "11600"}
ROWS = list(FIELDS.values())


def made(number: int, **about) -> Article:
    published = PublishedDate.from_iso("2023-06-30", Provenance.FRONT_MATTER)
    plain = {"id": f"{number:010}", "path": f"{number}.md", "title": "t", "text": "t", "published": published}
    return Article(**(plain | about))


def test_the_index_on_disk_holds_these_fields_in_this_order():
    on_disk = ["title", "text", "source", "author", "tag", "lang", "path", "id"]
    assert [field.name for field in INDEXED] == on_disk, "raise VERSION in search/index.py and list the fields here"


def names(row) -> tuple[str, ...]:
    return row.name, *row.aliases


@pytest.mark.parametrize("table", [FIELDS, STATES, ORDERS], ids=["fields", "states", "orders"])
def test_no_name_stands_for_two_rows(table):
    every = [name.casefold() for row in table.values() for name in names(row)]
    assert len(every) == len(set(every))


@pytest.mark.parametrize("field", ROWS, ids=FIELDS)
def test_every_name_of_a_field_asks_the_same(field: Field):
    typed = VALUES.get(field.kind, "lamp")
    queries = [parse(f"{name}:{typed}", EXTENT) for name in names(field)]
    assert all(field_of(name) is field and nearest(name)[0] == name for name in names(field))
    assert all(query.fault is None for query in queries)
    assert len({(query.tree, query.order) for query in queries}) == 1
    assert set(names(field)) <= set(completions())


@pytest.mark.parametrize("field", ROWS, ids=FIELDS)
def test_a_query_for_a_field_is_printed_and_explained(field: Field):
    query = parse(f"{field.name}:{VALUES.get(field.kind, 'lamp')}", EXTENT)
    again = parse(unparse(query.tree, query.order), EXTENT)
    assert (again.tree, again.order) == (query.tree, query.order)
    assert understood(query.tree, query.order) or widened_by(query.widening)


@pytest.mark.parametrize("field", INDEXED, ids=[field.name for field in INDEXED])
def test_a_value_of_an_indexed_field_is_found_by_every_name(field: Field, index):
    with_value, without = value_of(field, "lampel"), value_of(field, "buoyel")
    index.add([(1, made(1, **with_value)), (2, made(2, **without))])
    for name in names(field):
        assert list(Engine(index).evaluate(parse(f"{name}:lampel").tree).numbers) == [1]
    assert list(Engine(index).evaluate(Word("lampe", field.name)).numbers) == ([1] if field.prefix else [])


@pytest.mark.parametrize("field", [row for row in FACETS if row.column], ids=lambda row: row.name)
def test_the_values_of_a_facet_are_counted_and_its_clause_finds_them(field: Field, index):
    article = made(1, **value_of(field, "lampel"))
    assert field.values is not None
    held = [field.values(article) if column == field.column else ("",) for column in COLUMNS]
    (facet,) = Labels([(1, held, 0, 0)]).facets(array("q", [1]))
    assert (facet.field, [choice.value for choice in facet.choices]) == (field.name, ["lampel"])
    index.add([(1, article)])
    assert list(Engine(index).evaluate(parse(clause(field.name, "lampel")).tree).numbers) == [1]


@pytest.mark.parametrize(
    "state", [state for state in STATES.values() if not state.annotated], ids=lambda state: state.name
)
def test_every_state_is_found_and_printed(state, index):
    about = {"undated": {"published": None}, "doubtful": {"doubt": "two dates"}, "retold": {"retold": True}}
    assert state.name in about, "say here what puts an article into the new state"
    index.add([(1, made(1, **about[state.name])), (2, made(2, retold=False))])
    for name in names(state):
        tree = parse(f"is:{name}").tree
        assert tree == State(state.name)
        assert list(Engine(index).evaluate(tree).numbers) == [1]
    assert understood(tree) == state.said


@pytest.mark.parametrize("state", [state for state in STATES.values() if state.annotated], ids=lambda row: row.name)
def test_every_state_that_a_reader_sets_is_asked_of_the_annotations(state, index):
    index.add([(1, made(1)), (2, made(2))])
    engine = Engine(index, annotation_lookup=lambda: Annotations(states={state.name: lambda: {2}}))
    for name in names(state):
        tree = parse(f"is:{name}").tree
        assert tree == State(state.name)
        assert list(engine.evaluate(tree).numbers) == [2]
    assert understood(tree) == state.said


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
def test_every_order_is_taken_both_ways(order):
    for name in names(order):
        assert parse(f"sort:{name}").order == order.name
        assert parse(f"sort:-{name}").order == f"-{order.name}"
    assert understood(parse("").tree, order.name) == order.forwards
    assert understood(parse("").tree, f"-{order.name}") == order.backwards


def value_of(field: Field, value: str) -> dict[str, object]:
    """Return the attribute of an article from which a field takes its value, with one value."""
    assert field.values is not None
    for attribute in Article.__struct_fields__:
        for written in (value, (value,)):
            article = made(1, **{attribute: written})
            if field.values(article) == (value,):
                return {attribute: written}
    raise AssertionError(f"no attribute of an article gives a value of {field.name}")


@pytest.mark.parametrize(
    ("written", "meant"),
    [("sorce", ["source", "sort", "since"]), ("langage", ["language", "langue", "lang"]), ("zzz", [])],
)
def test_a_name_that_is_none_is_answered_with_the_three_nearest(written, meant):
    assert nearest(written) == meant
