"""Heads of notes as clipping programs write them."""

from __future__ import annotations

from datetime import date

import pytest

from tui.importing.markup.clipper_head import clipped_on, split_head
from tui.importing.metadata import KNOWN

HEADS = [
    (
        "Logseq",
        "title:: A ferry\ndate-published:: [[Mar 4th, 2023]]\n\n- The crew.\n",
        {"title": "A ferry", "date-published": "[[Mar 4th, 2023]]"},
        "\n- The crew.\n",
    ),
    (
        "Notion",
        "# A ferry\n\nPublished: March 4, 2023\nURL: https://x.example/f\nCreated: February 2, 2024\nTags: ports\n\n"
        "The crew.\n",
        {
            "Published": "March 4, 2023",
            "URL": "https://x.example/f",
            "Created": "February 2, 2024",
            "Tags": "ports",
        },
        "# A ferry\n\n\nThe crew.\n",
    ),
    ("front matter", "---\ntitle: A ferry\n---\nThe crew.\n", {"title": "A ferry"}, "The crew.\n"),
    ("a title and a text", "# A ferry\n\nThe crew: they struck.\n", {}, "# A ferry\n\nThe crew: they struck.\n"),
]


@pytest.mark.parametrize(("name", "text", "fields", "body"), HEADS)
def test_heads(name: str, text: str, fields: dict[str, str], body: str) -> None:
    front = split_head(text, KNOWN)
    assert (front.fields, front.body) == (fields, body), name


def test_the_day_of_clipping_is_known_by_its_field() -> None:
    assert clipped_on({"Published": "March 4, 2023", "Created": "February 2, 2024 10:00 AM"}) == date(2024, 2, 2)
    assert clipped_on({"published": "2023-03-04"}) is None
    assert clipped_on({"created": "soon"}) is None


def test_properties_in_the_first_block_of_an_outline() -> None:
    head = split_head("- title:: Ferry halted\n  published:: 2023-03-04\n  author:: Ada Quill\n- The ferry.\n", KNOWN)
    assert head.fields == {"title": "Ferry halted", "published": "2023-03-04", "author": "Ada Quill"}
    assert head.body == "- The ferry.\n"


def test_properties_with_names_of_several_words() -> None:
    fields = "Author: Ada Quill\nDate Published: 2023/03/04\nCreated time: June 1, 2024 10:15 AM"
    text = f"# Ferry halted\n\n{fields}\n\nThe ferry.\n"
    head = split_head(text, KNOWN)
    assert head.fields["Date Published"] == "2023/03/04"
    assert "Created" not in head.body
