"""Pairs of figures in real documents: their places, and how two of them stand to each other by a reader's judgement.

The documents are not part of the project: a figure is named by its document, what happened, and its number.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from figure_pairs import COMPATIBLE, CONTRADICTS, GROWS, KIND, SAME

from tui.base.days import Span, read_iso
from tui.dates import find_dates
from tui.dossier.language import guess_language
from tui.figures import find_figures
from tui.figures.answers import Report
from tui.figures.figure import Figure
from tui.figures.questions import questions

SHARED = Path(__file__).parents[2].parent / "shared"
REUTERS = SHARED / "data" / "reuters21578"
SOURCES = SHARED / "sources"

Place = tuple[str, str, float]
"""A document, a state and a number; behind the state may stand a kind of thing: `killed soldier`."""

REUTERS_PAIRS: list[tuple[str, Place, Place]] = [
    (SAME, ("878", "displaced", 3000), ("990", "displaced", 3000)),
    (SAME, ("3332", "killed", 300), ("3388", "killed", 300)),
    (SAME, ("3332", "displaced", 15000), ("3388", "displaced", 15000)),
    (SAME, ("3940", "killed", 300), ("4037", "killed", 300)),
    (SAME, ("4037", "missing", 4000), ("4126", "missing", 4000)),
    (COMPATIBLE, ("3940", "missing", 4000), ("4037", "missing", 4000)),
    (GROWS, ("2957", "killed", 6), ("3940", "killed", 300)),
    (GROWS, ("4037", "killed", 300), ("5137", "killed", 1000)),
    (SAME, ("5145", "killed", 300), ("5268", "killed", 300)),
    (COMPATIBLE, ("6899", "killed", 1000), ("7022", "killed", 1000)),
    (SAME, ("7022", "killed", 1000), ("7461", "killed", 1000)),
    (SAME, ("7461", "killed", 1000), ("8452", "killed", 1000)),
    (GROWS, ("5268", "killed", 300), ("7022", "killed", 1000)),
    (SAME, ("9713", "killed", 1000), ("9780", "killed", 1000)),
    (SAME, ("9713", "wounded", 14), ("9780", "wounded", 14)),
    (COMPATIBLE, ("8452", "killed", 1000), ("17190", "killed", 1000)),
    (GROWS, ("2944", "killed", 26), ("2959", "killed", 192)),
    (COMPATIBLE, ("2955", "killed", 200), ("2959", "killed", 192)),
    (SAME, ("2955", "killed", 200), ("2959", "killed", 200)),
    (KIND, ("2944", "missing", 240), ("2959", "missing", 160)),
    (SAME, ("3464", "killed", 100), ("3525", "killed", 100)),
    (SAME, ("3854", "killed", 220), ("4030", "killed", 220)),
    (KIND, ("3450", "killed", 3000), ("3854", "killed", 220)),
    (KIND, ("3450", "killed", 3000), ("3464", "killed", 100)),
    (SAME, ("7550", "killed soldier", 18), ("7594", "killed soldier", 18)),
    (SAME, ("7550", "killed fighter", 18), ("7594", "killed fighter", 18)),
    (KIND, ("7550", "killed soldier", 18), ("7594", "killed fighter", 18)),
    (KIND, ("7550", "killed fighter", 18), ("7594", "killed soldier", 19)),
    (GROWS, ("6336", "killed", 1), ("8181", "killed", 4)),
    (COMPATIBLE, ("6336", "wounded", 40), ("8181", "wounded", 40)),
    (SAME, ("6343", "killed", 1), ("6397", "killed", 1)),
    (SAME, ("6343", "wounded", 3), ("6397", "wounded", 3)),
    (SAME, ("6343", "wounded child", 2), ("6397", "wounded child", 2)),
    (SAME, ("8089", "killed", 1), ("8160", "killed", 1)),
    (SAME, ("8089", "killed", 2), ("8160", "killed", 2)),
    (SAME, ("8160", "killed", 1), ("10750", "killed", 1)),
    (SAME, ("8160", "killed", 1), ("13633", "killed", 1)),
    (SAME, ("8160", "killed", 2), ("13633", "killed", 2)),
    (KIND, ("8160", "killed", 1), ("13633", "killed", 2)),
    (KIND, ("4040", "wounded", 800), ("5224", "wounded", 20)),
    (KIND, ("4040", "killed", 2), ("5224", "killed", 2)),
    (SAME, ("5190", "killed", 15), ("7658", "killed", 15)),
    (COMPATIBLE, ("5190", "killed", 15), ("15033", "killed", 15)),
    (SAME, ("7658", "killed", 15), ("17509", "killed", 15)),
    (GROWS, ("8660", "killed", 51), ("9179", "killed", 150)),
    (SAME, ("9179", "killed", 150), ("9221", "killed", 150)),
    (SAME, ("9179", "killed", 45), ("9221", "killed", 45)),
    (SAME, ("9179", "killed", 23), ("9221", "killed", 23)),
    (KIND, ("9179", "killed", 45), ("9221", "killed", 23)),
    (COMPATIBLE, ("4110", "killed", 100), ("9327", "killed", 110)),
    (KIND, ("7794", "killed", 384), ("9209", "killed", 1269)),
    (KIND, ("12633", "killed", 1), ("12641", "killed", 44)),
    (SAME, ("12633", "killed", 1), ("12683", "killed", 1)),
    (SAME, ("12683", "missing", 17), ("12692", "missing", 17)),
    (SAME, ("12683", "killed", 1), ("12692", "killed", 1)),
    (SAME, ("12857", "killed", 1), ("12861", "killed", 1)),
    (SAME, ("12861", "killed", 1), ("12926", "killed", 1)),
    (SAME, ("12992", "killed", 1), ("13003", "killed", 1)),
    (SAME, ("15166", "killed", 1), ("15932", "killed", 1)),
    (SAME, ("15932", "killed", 1), ("15988", "killed", 1)),
    (SAME, ("13249", "killed", 520), ("15073", "killed", 520)),
    (SAME, ("15073", "killed", 520), ("16089", "killed", 520)),
    (SAME, ("19043", "killed", 520), ("19060", "killed", 520)),
    (KIND, ("16084", "killed", 30), ("16212", "killed", 6)),
    (GROWS, ("16084", "killed", 30), ("16212", "killed", 34)),
    (KIND, ("16212", "killed", 6), ("21576", "killed", 6)),
    (SAME, ("17750", "killed", 37), ("18271", "killed", 37)),
    (SAME, ("18271", "killed", 37), ("18328", "killed", 37)),
    (SAME, ("13527", "killed", 1000), ("13666", "killed", 1000)),
    (SAME, ("13666", "killed", 1000), ("13692", "killed", 1000)),
    (SAME, ("13692", "killed fighter", 7), ("13725", "killed fighter", 7)),
    (SAME, ("13527", "wounded", 2600), ("15142", "killed", 2600)),
    (SAME, ("16634", "killed", 7), ("16828", "killed", 7)),
]
SOURCE_PAIRS: list[tuple[str, Place, Place]] = [
    (GROWS, ("09", "killed", 30), ("29", "killed", 245)),
    (GROWS, ("09", "killed", 30), ("73", "killed", 310)),
    (GROWS, ("22", "killed", 191), ("29", "killed", 245)),
    (GROWS, ("29", "killed", 245), ("37", "killed", 288)),
    (GROWS, ("37", "killed", 288), ("73", "killed", 310)),
    (GROWS, ("22", "killed", 191), ("73", "killed", 310)),
    (KIND, ("29", "killed", 245), ("68", "killed", 180)),
    (KIND, ("73", "killed", 310), ("72", "killed", 180)),
    (KIND, ("37", "killed", 288), ("76", "killed", 180)),
    (KIND, ("73", "killed", 310), ("78", "killed", 180)),
    (COMPATIBLE, ("68", "killed", 180), ("72", "killed", 180)),
    (COMPATIBLE, ("68", "killed", 180), ("78", "killed", 180)),
    (SAME, ("72", "killed", 180), ("76", "killed", 180)),
    (SAME, ("76", "killed", 180), ("78", "killed", 180)),
    (SAME, ("12", "killed peacekeeper", 2), ("13", "killed peacekeeper", 2)),
    (GROWS, ("13", "killed", 2), ("15", "killed", 6)),
    (GROWS, ("12", "killed peacekeeper", 2), ("15", "killed", 6)),
    (GROWS, ("15", "killed", 6), ("27", "killed", 7)),
    (GROWS, ("13", "killed", 2), ("27", "killed", 7)),
    (SAME, ("14", "killed", 6), ("15", "killed", 6)),
    (SAME, ("17", "killed", 8), ("18", "killed", 8)),
    (GROWS, ("18", "killed", 8), ("19", "killed", 10)),
    (GROWS, ("19", "killed", 10), ("27", "killed", 11)),
    (GROWS, ("18", "killed", 8), ("27", "killed", 11)),
    (SAME, ("19", "wounded", 25), ("27", "wounded", 25)),
    (KIND, ("18", "killed", 200), ("19", "killed", 10)),
    (KIND, ("05", "deployed", 11200), ("29", "deployed", 13000)),
    (KIND, ("29", "deployed", 13000), ("68", "deployed", 15000)),
    (KIND, ("29", "deployed", 2000), ("68", "deployed", 15000)),
    (SAME, ("68", "deployed", 15000), ("72", "deployed", 15000)),
    (SAME, ("72", "deployed", 15000), ("76", "deployed", 15000)),
    (SAME, ("76", "deployed", 15000), ("77", "deployed", 15000)),
    (SAME, ("77", "deployed", 15000), ("78", "deployed", 15000)),
    (COMPATIBLE, ("68", "deployed", 15000), ("69", "deployed", 15000)),
    (KIND, ("22", "deployed", 5000), ("29", "deployed", 5000)),
    (KIND, ("68", "deployed", 15000), ("71", "deployed", 20000)),
    (SAME, ("71", "withdrawn", 12000), ("73", "withdrawn", 12000)),
    (SAME, ("32", "detained", 49), ("33", "detained", 49)),
    (KIND, ("39", "detained", 46), ("40", "detained", 49)),
    (GROWS, ("54", "withdrawn", 675), ("64", "withdrawn", 5802)),
    (KIND, ("64", "withdrawn", 5802), ("71", "withdrawn", 1000)),
]
_MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]


@cache
def reuters() -> dict[str, tuple[str, str, Span | None]]:
    """Return title, text and day of each article by its number."""
    found: dict[str, tuple[str, str, Span | None]] = {}
    for path in REUTERS.glob("*.sgm"):
        text = path.read_text(encoding="latin-1")
        for number, body in re.findall(r'<REUTERS[^>]*NEWID="(\d+)">(.*?)</REUTERS>', text, re.DOTALL):
            day = re.search(r"<DATE>\s*(\d+)-([A-Z]{3})-(\d{4})", body)
            title = re.search(r"<TITLE>(.*?)</TITLE>", body, re.DOTALL)
            told = re.search(r"<BODY>(.*?)</BODY>", body, re.DOTALL)
            if day and told:
                on = date(int(day[3]), _MONTHS.index(day[2]) + 1, int(day[1]))
                found[number] = (html.unescape(title[1]) if title else "", html.unescape(told[1]), Span(on, on))
    return found


@cache
def sources() -> dict[str, tuple[str, str, Span | None]]:
    """Return title, text and days of each document by the number in its name; only a month may be known."""
    found: dict[str, tuple[str, str, Span | None]] = {}
    for path in SOURCES.glob("[0-9]*.txt"):
        number, *written = path.name.split("-")[:4]
        published = read_iso("-".join(part for part in written if part != "XX"))
        _head, _, text = path.read_text(encoding="utf-8").partition("\n\n")
        found[number] = ("", text, published[0] if published else None)
    return found


def report(number: int, held: tuple[str, str, Span | None]) -> Report:
    title, text, published = held
    language = guess_language(text) or "en"
    timexes = find_dates(text, language=language, published=published)
    figures = find_figures(text, language=language, timexes=timexes, title=title)
    return Report(number, f"id{number}", f"Outlet {number}", published, figures, text)


def is_at(figure: Figure, place: Place) -> bool:
    state, _, thing = place[1].partition(" ")
    return (
        figure.state.value == state and place[2] in (figure.value, figure.low) and (not thing or thing in figure.things)
    )


def judged(
    documents: Callable[[], dict[str, tuple[str, str, Span | None]]], pairs: list[tuple[str, Place, Place]]
) -> list[tuple[str, str, Place, Place]]:
    """Return the verdict of each pair beside that which was marked; what is not compared is of another kind."""
    found = []
    for marked, one, other in pairs:
        held = documents()
        asked = questions([report(1, held[one[0]]), report(2, held[other[0]])])
        verdicts = [
            pair.comparison.verdict.value
            for question in asked
            for pair in question.pairs
            if (is_at(question.answers[pair.one].figure, one) and is_at(question.answers[pair.other].figure, other))
            or (is_at(question.answers[pair.one].figure, other) and is_at(question.answers[pair.other].figure, one))
        ]
        best = marked if marked in verdicts else verdicts[0] if verdicts else KIND
        if CONTRADICTS in verdicts:
            best = CONTRADICTS
        found.append((best, marked, one, other))
    return found


LEAST = 0.85
"""The part of the pairs that is judged as marked; the others are of reports that name neither day nor enough else."""


@pytest.mark.parametrize(
    ("folder", "documents", "pairs"),
    [(REUTERS, reuters, REUTERS_PAIRS), (SOURCES, sources, SOURCE_PAIRS)],
    ids=["Reuters", "documents"],
)
def test_pairs_of_real_figures_are_judged_as_a_reader_does(folder, documents, pairs):
    if not folder.is_dir():
        pytest.skip("the documents are not at hand")
    found = judged(documents, pairs)
    wrong = [each for each in found if each[0] != each[1]]
    assert CONTRADICTS not in {best for best, marked, *_ in found if marked != CONTRADICTS}, wrong
    assert 1 - len(wrong) / len(found) >= LEAST, wrong
