"""Bylines are told from sentences that begin with "By", people from outlets."""

from __future__ import annotations

import pytest

from tui.importing.clippings.byline import is_credits, read_byline

BYLINES = [
    ("a person", "By Ada Rell", ("Ada Rell", "", [])),
    ("an outlet by its word", "By Desert Herald English", ("", "Desert Herald English", [])),
    ("an agency", "By AFP", ("", "AFP", [])),
    ("a person for an agency", "By Ada Rell and Tom Basri, Reuters", ("Ada Rell and Tom Basri", "Reuters", [])),
    ("several people", "By Ada Rell, Tom Basri", ("Ada Rell, Tom Basri", "", [])),
    ("a place", "By Ada Rell in Tassara", ("Ada Rell", "", [])),
    ("a role", "By Ada Rell, our correspondent in Tassara", ("Ada Rell", "", [])),
    ("nobody", "By Our Correspondent", ("", "", [])),
    ("a date behind", "By Ada Rell November 7, 2024", ("Ada Rell", "", ["2024-11-07"])),
    ("a date behind a stroke", "Par Awa Kébé | 3 août 2023", ("Awa Kébé", "", ["2023-08-03"])),
    ("french with an agency", "Par Awa Kébé (avec AFP)", ("Awa Kébé", "AFP", [])),
    ("the newsroom", "Par La Rédaction", ("", "La Rédaction", [])),
    ("a particle", "By Aïcha ould Bah", ("Aïcha ould Bah", "", [])),
    ("a family called like a word before days", "By Minh Le", ("Minh Le", "", [])),
    ("such a word before a day", "Par Awa Kébé le 3 août 2023", ("Awa Kébé", "", ["2023-08-03"])),
    ("a label", "Author: Ada Rell", ("Ada Rell", "", [])),
    ("published by", "Published by Ada Rell on 7 November 2024", ("Ada Rell", "", ["2024-11-07"])),
    ("a day", "By Friday", None),
    ("a sentence", "By Friday the camps were empty.", None),
    ("lower case", "By the end of June", None),
    ("a question", "By Whom?", None),
    ("no byline", "Ada Rell", None),
]


@pytest.mark.parametrize(("line", "expected"), [case[1:] for case in BYLINES], ids=[case[0] for case in BYLINES])
def test_byline(line: str, expected: object) -> None:
    read = read_byline(line)
    said = read and (read.author, read.source, [str(date.span and date.span.first) for date in read.dates])
    assert said == expected


def test_credits_below_a_text() -> None:
    assert is_credits("(Reporting by Ada Rell; Editing by Tom Basri)")
    assert is_credits("Additional reporting by Tom Basri in Tassara")
    assert not is_credits("Reporting from the front is dangerous, he said.")
