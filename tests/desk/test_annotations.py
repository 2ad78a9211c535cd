from __future__ import annotations

import json
from contextlib import suppress

import pytest
from desk_events import anchor, article, open_desk
from hypothesis import given
from hypothesis import strategies as st

from tui.desk.annotations import as_annotations, read_annotations
from tui.desk.drafts import note, tag_note
from tui.desk.event import Anchor
from tui.desk.state import Note
from tui.errors import DeskError


def notes() -> list[Note]:
    desk = open_desk(None)
    desk.add(note(anchor(), "A note\nin two lines"))
    desk.add(tag_note("ada000001", "birds"))
    desk.add(note(Anchor(article()), "On all of it"))
    desk.add(note(anchor("egret"), ""))
    return list(desk.state().notes.values())


def test_an_export_has_what_the_model_asks_for() -> None:
    page = json.loads(as_annotations(notes()))
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    first, whole, highlight = page["items"]
    assert {"id", "type", "motivation", "created", "creator", "body", "target"} <= set(first)
    quote, position = first["target"]["selector"]
    assert quote == {"type": "TextQuoteSelector", "exact": "came back", "prefix": "The heron ", "suffix": " in May."}
    assert position == {"type": "TextPositionSelector", "start": 10, "end": 19}
    assert [body["purpose"] for body in first["body"]] == ["commenting", "tagging"]
    assert "selector" not in whole["target"]
    assert (highlight["motivation"], highlight["body"]) == ("highlighting", [])


def test_what_was_exported_is_read_back() -> None:
    made = notes()
    read = read_annotations(as_annotations(made))
    assert [(each.id, each.text, each.tags) for each in read] == [(each.id, each.text, each.tags) for each in made]
    assert [(each.article, each.quote, each.start, each.end) for each in read] == [
        (each.anchor.article.id, each.anchor.quote, each.anchor.start, each.anchor.end) for each in made
    ]


SELECTOR = {"type": "TextQuoteSelector", "exact": "came back", "prefix": "heron ", "suffix": " in"}
OTHERS = [
    (
        "a target that is an address",
        {"id": "x", "target": "http://a.example/", "bodyValue": "Hm"},
        "http://a.example/",
        "",
        "Hm",
    ),
    (
        "several targets",
        {"id": "x", "target": [{"source": "http://a.example/", "selector": SELECTOR}]},
        "http://a.example/",
        "came back",
        "",
    ),
    (
        "a source with an id",
        {"id": "x", "target": {"source": {"id": "http://a.example/"}}, "body": "Hm"},
        "http://a.example/",
        "",
        "Hm",
    ),
    (
        "a row of Hypothesis",
        {
            "id": "x",
            "uri": "http://a.example/",
            "text": "Hm",
            "tags": ["t"],
            "document": {"title": ["A"]},
            "target": [{"selector": [{"type": "RangeSelector"}, SELECTOR]}],
        },
        "http://a.example/",
        "came back",
        "Hm",
    ),
]


@pytest.mark.parametrize(("item", "source", "quote", "text"), [case[1:] for case in OTHERS], ids=[c[0] for c in OTHERS])
def test_annotations_of_other_programs_are_read(item: dict[str, object], source: str, quote: str, text: str) -> None:
    one = json.dumps(item)
    forms = (
        one,
        f"[{one}]",
        f'{{"rows": [{one}]}}',
        f'{{"type": "AnnotationCollection", "first": {{"items": [{one}]}}}}',
        f"{one}\n{one}",
    )
    for form in forms:
        read = read_annotations(form)
        assert {(each.source, each.quote, each.text) for each in read} == {(source, quote, text)}
    assert len({each.id for form in forms for each in read_annotations(form)}) == 1


def test_what_is_no_annotation_is_passed_over_or_refused() -> None:
    assert read_annotations('{"items": [{"type": "Picture"}, 3, null]}') == []
    for content in ("", "Dear diary", "[" * 100_000):
        with pytest.raises(DeskError, match="no annotations"):
            read_annotations(content)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["target", "source", "selector", "body", "items", "tags", "id", "type", "start"]), inner
        )
    ),
    max_leaves=15,
)


@given(JSON)
def test_no_json_raises(content: object) -> None:
    with suppress(DeskError):  # nothing but null
        read_annotations(json.dumps(content))
