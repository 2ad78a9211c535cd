"""Clippings as they come: each file in tests/data/clippings has beside it what should be read out of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.dossier.account import Outcome
from tui.importing.clippings.clipping import clip, leave_out_repeats
from tui.importing.clippings.lines import Line, Sheet
from tui.importing.formats.plain import read
from tui.importing.parsed import RawFile
from tui.importing.read_file import read_content

CLIPPINGS = Path(__file__).parents[2] / "data" / "clippings"


def letters(text: str) -> list[str]:
    return sorted("".join(text.split()))


@pytest.mark.parametrize("path", sorted(CLIPPINGS.glob("*.txt")), ids=lambda path: path.stem)
def test_clipping(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))

    reading = read_content(RawFile(path.name, path.read_bytes()), read)

    (article,) = reading.articles
    assert reading.account.outcome is Outcome.READ
    assert article.text.split("\n\n") == expected["text"]
    assert article.title == expected["title"]
    assert article.title_made is expected.get("title_made", False)
    assert (article.published.iso if article.published else "") == expected["published"]
    if article.published:
        assert article.published.provenance == expected["provenance"]
    assert [f"{date.iso} {date.provenance.value}" for date in article.candidates] == expected.get("candidates", [])
    assert (article.source, article.author) == (expected["source"], expected["author"])
    assert article.language == expected.get("language", "en")
    assert list(article.tags) == expected.get("tags", [])
    assert reading.account.reason == expected.get("reason", "")
    assert len(article.left_out) == expected["left_out"], article.left_out


@pytest.mark.parametrize("path", sorted(CLIPPINGS.glob("*.txt")), ids=lambda path: path.stem)
def test_every_word_is_in_the_title_the_text_or_among_what_was_left_out(path: Path) -> None:
    if "fields" in path.stem:
        pytest.skip("its fields are read, not shown")
    (draft,) = read(RawFile(path.name, path.read_bytes()))
    whole = "".join((draft.title, *draft.paragraphs, *draft.left_out))
    assert letters(whole) == letters(path.read_text(encoding="utf-8"))


HABITS = """\
Ferry sinks off Ouro | River Post
date 2019-05-07 Ferry sinks
(Harbour Gazette) 7 May 2019 — Forty ships passed
Ada Rell | 7 May 2019
Bamako, le 3 mai 2023
By Ada Rell
7 March 2019
WORLD
3 min read
AFP
Recommended
READ ALSO: A heron in the square
A heron has been seen in the square on three mornings of this week.
It left at noon.
Source: Gazette
The heron and the fountain
Photo: Ada Rell
No comments:
date 2019-03-08 Early in March.
Share this
Who feeds the heron in the square?
https://example.org/heron
Tassara, 9 May 2019 (AFP) – It rained.
""".splitlines()
LINES = st.lists(st.sampled_from(HABITS), max_size=12)


@given(LINES, st.booleans())
def test_no_word_is_ever_lost(lines: list[str], apart: bool) -> None:
    draft = clip([Line(line, apart) for line in lines])
    assert letters("".join((draft.title, *draft.paragraphs, *draft.left_out))) == letters("".join(lines))
    assert draft.paragraphs or len(lines) <= 1


def test_no_lines_are_no_article() -> None:
    assert clip([]).paragraphs == ()


FIRST = "The keepers of the light counted forty ships in a single night of May, more than ever."
SECOND = "Nobody had asked them to, and nobody has paid them for it since."
LEAD = "Keepers of the light counted forty ships in a single night, more than ever"
QUOTE = "nobody has paid them for it since then, they say"
REFRAIN = "So sang the keepers."

SHEETS = [
    ("a title above its picture", "Forty ships", ["Forty ships", FIRST, SECOND], [FIRST, SECOND]),
    ("a standfirst that the text takes up", "", [LEAD, FIRST, SECOND], [FIRST, SECOND]),
    ("one with another figure", "", [LEAD.replace("forty", "41"), FIRST, SECOND],
     [LEAD.replace("forty", "41"), FIRST, SECOND]),
    ("a paragraph that comes again", "", [FIRST, SECOND, REFRAIN, SECOND], [FIRST, SECOND, REFRAIN]),
    ("a quote set apart", "", [FIRST, QUOTE, f"{SECOND} And {QUOTE}, nor will."],
     [FIRST, f"{SECOND} And {QUOTE}, nor will."]),
    ("a refrain", "", [FIRST, REFRAIN, SECOND, REFRAIN], [FIRST, REFRAIN, SECOND, REFRAIN]),
    ("nothing twice", "Forty ships", [FIRST, SECOND], [FIRST, SECOND]),
]  # fmt: skip


@pytest.mark.parametrize(("title", "lines", "kept"), [row[1:] for row in SHEETS], ids=[row[0] for row in SHEETS])
def test_repeats(title: str, lines: list[str], kept: list[str]) -> None:
    sheet = Sheet([Line(line) for line in lines], title=title)
    leave_out_repeats(sheet, top=1)
    assert [sheet.lines[place].text for place in sheet.kept()] == kept
    assert len(kept) + len(sheet.left_out()) == len(lines)


def test_in_a_very_long_text_whole_lines_alone_are_compared() -> None:
    lines = [
        f"Ship {number} passed the light at some hour of that long night, and was counted." for number in range(500)
    ]
    sheet = Sheet([Line(line) for line in (*lines, lines[7])])
    leave_out_repeats(sheet, top=1)
    assert sheet.left_out() == [lines[7]]
