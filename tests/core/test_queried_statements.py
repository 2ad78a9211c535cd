"""The statements of a query become events, whether they fit into memory or are merged month by month."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import tui.core.queried_statements
from tui.base.days import Span
from tui.base.progress import never
from tui.chronology.telling import Sign
from tui.core.explorer import Explorer
from tui.core.view import Query
from tui.errors import Cancelled

ARTICLES = {
    "a.md": ("2021-03-04", "Herald", "The harbour was closed on Monday and will be opened by the end of June."),
    "b.md": ("2021-03-20", "Gazette", "Workers closed the harbour on 1 March 2021. It lasted three weeks."),
    "c.md": ("", "Herald", "In 1987 the old bridge fell. Nobody was there. The pier fell on a Friday."),
    "d.md": ("2021-04", "Herald", "Nothing happened here."),
    "e.md": ("2021-04-09", "Courier", "The mayor of Orma was elected on 2 April. The council met on 7 April."),
}


@pytest.fixture(params=["in memory", "month by month"])
def explorer(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    if request.param == "month by month":
        monkeypatch.setattr(tui.core.queried_statements, "FEW", 0)
    folder = tmp_path / "dossier"
    folder.mkdir()
    for name, (day, source, text) in ARTICLES.items():
        front = f"title: {name}\nsource: {source}\nlanguage: en\n" + (f"date: {day}\n" if day else "")
        (folder / name).write_text(f"---\n{front}---\n\n{text}\n", encoding="utf-8")
    opened = Explorer.open(folder, tmp_path / "cache")
    opened.refresh()
    yield opened
    opened.close()


DAYS = [date(1987, 1, 1), date(2021, 3, 1), date(2021, 4, 2), date(2021, 4, 7), date(2021, 6, 21)]


def test_a_chronology_comes_in_the_order_of_what_happened(explorer: Explorer):
    found = explorer.chronology()
    assert [entry.span.first for entry in found.entries] == DAYS
    assert {told.source for told in found.entries[1].told} == {"Herald", "Gazette"}
    assert [told.timex.text for told in found.unplaced] == ["Friday"]


def test_spans_keep_what_touches_all_of_them(explorer: Explorer):
    from tui.base.days import Clock

    spring = Span(date(2021, 3, 1), date(2021, 5, 31))
    found = explorer.chronology(Query("event:2021-04", spring, Clock.MENTIONED))
    assert [entry.span.first for entry in found.entries] == DAYS[2:4]


def test_a_chronology_that_nobody_waits_for_is_given_up(explorer: Explorer):
    view = explorer.explore(Query())
    with pytest.raises(Cancelled):
        explorer.chronology(Query(), lambda: True, view)


def test_only_the_hits_are_told_and_counted(explorer: Explorer):
    found = explorer.statements(Query("mayor"))
    events = [event for batch in found.events(never) for event in batch]
    assert found.count() == len(events) == 2
    telling = [bool(each.signs & Sign.TELLING) for each in events]
    assert telling == [True, False]  # only the first uses a word of the query


def test_events_are_found_again_by_their_places(explorer: Explorer):
    from tui.chronology.listed_events import ListedEvents

    found, listed = explorer.statements(Query()), ListedEvents()
    events = [event for batch in found.events(never) for event in batch]
    for each in events:
        each.add_to(listed)
    again = found.found_again([listed.places(number) for number in range(len(listed))])
    assert found.entries(again) == found.entries([each.event for each in events])


def test_an_article_that_goes_meanwhile_takes_only_its_own_statements(explorer: Explorer):
    found = explorer.statements(Query())
    events = [each.event for batch in found.events(never) for each in batch]
    (explorer.folder / "b.md").unlink()
    explorer.refresh()
    assert len(found.entries(events)) == len(events)
    assert {told.source for told in found.entries(events)[1].told} == {"Herald"}


def test_the_bundled_reports_quarrel_about_these_days(bundled: Path, tmp_path: Path):
    explorer = Explorer.open(bundled, tmp_path / "own")
    explorer.refresh()
    entries = explorer.chronology().entries
    disputed = {tuple(dating.timex.value for dating in entry.datings) for entry in entries if entry.disputed}
    assert {
        ("2023-06-29", "2023-06-30"),  # a vote, in French, and in French and English
        ("2023-08-03", "2023-08-04"),  # a base closed, in English and French
        ("2023-09-15", "2023-09-16"),  # a charter signed
        ("2023", "2024"),  # the end of one year or of the next, for one withdrawal
        ("2023-12-31", "2024-01-01"),  # a deadline, in English and French
        ("2024-11-06", "2024-11-07"),  # one statement of one council, twice in one report
    } == disputed
    ends = [entry for entry in entries if any("liquidation" in told.sentence for told in entry.told)]
    assert not any("pullout" in told.sentence or "retrait" in told.sentence for entry in ends for told in entry.told)
    explorer.close()
