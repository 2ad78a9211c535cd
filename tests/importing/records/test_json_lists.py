"""The articles of a JSON text are found wherever it puts them, and what is none is told."""

from __future__ import annotations

import json

import pytest

from tui.errors import FileProblem
from tui.importing.columns import NAME_THEM
from tui.importing.parsed import Draft
from tui.importing.records.json_lists import articles_in, drafts_of, no_articles
from tui.importing.records.json_pieces import top_values

FERRY = {"title": "Ferry", "text": "It sailed.", "date": "2023-08-20"}
BRIDGE = {"title": "Bridge", "text": "It stands.", "date": "2023-08-21"}
TAG = {"label": "boats", "count": 3}

PLACES = [
    ("a list", [FERRY, BRIDGE], ["Ferry", "Bridge"]),
    ("a list by its name", {"tags": [TAG] * 9, "articles": [FERRY]}, ["Ferry"]),
    ("the longest list where no name helps", {"few": [TAG], "many": [FERRY, BRIDGE]}, ["Ferry", "Bridge"]),
    ("a list within maps", {"response": {"page": {"results": [FERRY]}}}, ["Ferry"]),
    ("one article", FERRY, ["Ferry"]),
    ("one article with a list besides", {**FERRY, "tags": [TAG]}, ["Ferry"]),
    ("a map of articles by their keys", {"a1": FERRY, "a2": BRIDGE}, ["Ferry", "Bridge"]),
    ("fields within a wrapper", [{"_id": "7", "_source": FERRY}], ["Ferry"]),
    ("no maps in the list", ["Ferry", 3], []),
    ("a list too deep", {"a": {"b": {"c": {"d": {"e": {"results": [FERRY]}}}}}}, None),
    ("settings", {"colour": "red", "width": 80}, None),
    ("a number", 7, None),
]


def found(value: object) -> list[Draft] | None:
    content = json.dumps(value).encode()
    (top,) = top_values(content)
    pieces = articles_in(content, top)
    return None if pieces is None else list(drafts_of(content, pieces, "record"))


@pytest.mark.parametrize(("value", "titles"), [row[1:] for row in PLACES], ids=[row[0] for row in PLACES])
def test_places(value: object, titles: list[str] | None) -> None:
    drafts = found(value)
    assert (None if drafts is None else [draft.title for draft in drafts if draft.title]) == titles


def test_a_key_of_a_map_names_its_article() -> None:
    assert [draft.key for draft in found({"a1": FERRY, "a2": BRIDGE}) or []][:2] == ["a1", "a2"]


def test_what_is_no_article_is_counted_at_the_end() -> None:
    *articles, last = found([FERRY, "odd", 3, BRIDGE]) or []
    assert [one.title for one in articles] == ["Ferry", "Bridge"]
    assert last.notes == ("2 records not read: damaged, not an object, or larger than 40 MB",)


def test_what_stands_before_a_damage_is_read() -> None:
    content = json.dumps([FERRY, BRIDGE]).encode()[:-20]
    top = next(top_values(content))
    pieces = articles_in(content, top)
    assert pieces is not None
    drafts = drafts_of(content, pieces, "record")
    assert next(drafts).title == "Ferry"
    with pytest.raises(FileProblem, match="truncated; what precedes it was read"):
        list(drafts)


def test_fields_of_other_things_are_named() -> None:
    assert no_articles(["colour", "width"]).notes == (
        "not a list of articles: its fields are 'colour', 'width'",
        NAME_THEM,
    )
    assert no_articles([]).notes == ("not a list of articles: no objects with fields",)
