"""Each piece of text between tags belongs to the innermost field that stands open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.importing.tagged.fields import FieldRole, day_order, from_attributes, gather

RECORDS = [
    ("fields by their names", "<hl>Ferry sinks</hl><text>It sank.</text>",
     {FieldRole.TITLE: ["Ferry sinks"], FieldRole.TEXT: ["It sank."]}),
    ("fields that say their names", '<field name="headline">Ferry</field><field name="body">It sank.</field>',
     {FieldRole.TITLE: ["Ferry"], FieldRole.TEXT: ["It sank."]}),
    ("paragraphs within a text", "<text><p>It sank.</p><p>It rained.</p></text>",
     {FieldRole.TEXT: ["It sank.", "It rained."]}),
    ("marks of HTML within it", "<text>It <b>sank</b> in <i>May</i>.</text>", {FieldRole.TEXT: ["It sank in May."]}),
    ("words in angle brackets", "<text>Shares of <FERRY.L> fell.</text>",
     {FieldRole.TEXT: ["Shares of <FERRY.L> fell."]}),
    ("a summary besides", "<summary>In short.</summary><text>It sank.</text>",
     {FieldRole.TEXT: ["In short.", "It sank."]}),
    ("tags one by one", "<places><d>ouro</d><d>kanta</d></places>", {FieldRole.TAGS: ["ouro", "kanta"]}),
    ("a field that is never closed", "<headline>Ferry<text>It sank.</text>",
     {FieldRole.TITLE: ["Ferry"], FieldRole.TEXT: ["It sank."]}),
    ("a day in an attribute", '<date.issue norm="20230820"/>', {FieldRole.DATE: ["20230820"]}),
    ("what has no known name", "<colour>red</colour>", {FieldRole.OTHER: ["red"]}),
]  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), [row[1:] for row in RECORDS], ids=[row[0] for row in RECORDS])
def test_records(source: str, expected: dict[FieldRole, list[str]]) -> None:
    fields = gather(source, "doc", {})
    assert {role: fields.lines(role) for role in expected} == expected


def test_what_has_no_known_name_is_kept_by_its_own() -> None:
    fields = gather("<colour>red</colour><story>It sank.</story>", "doc", {})
    assert [(name, fields.raw(FieldRole.OTHER, name)) for name in ("colour", "story")] == [
        ("colour", "red"),
        ("story", "It sank."),
    ]


def test_a_headline_goes_before_the_title_of_a_page() -> None:
    assert gather("<title>River Post</title><headline>Ferry sinks</headline>", "doc", {}).first(FieldRole.TITLE) == [
        "Ferry sinks"
    ]


def test_a_record_without_content_has_its_attributes() -> None:
    fields = from_attributes({"title": "Ferry", "text": "It sank.", "colour": "red"})
    assert (fields.lines(FieldRole.TITLE), fields.lines(FieldRole.TEXT)) == (["Ferry"], ["It sank."])


def test_the_dates_of_all_records_tell_their_order() -> None:
    text = "<doc><date>03/08/2023</date></doc><doc><pubdate>25/08/2023</pubdate></doc>"
    read = day_order(text).read("03/08/2023")
    assert read is not None
    assert (read.span.first.isoformat(), read.order) == ("2023-08-03", "day first")


@given(st.text(alphabet="<>/ab =\"'p!-\n", max_size=60), st.sampled_from(["text", "headline", "colour"]))
def test_damage_never_makes_it_fall_and_costs_no_letter(inside: str, name: str) -> None:
    gather(inside, "doc", {})
    plain = "".join(letter for letter in inside if letter in "ab ")
    fields = gather(f"<{name}>{plain}</{name}>", "doc", {})
    assert " ".join(line for role in FieldRole for line in fields.lines(role)).split() == plain.split()
