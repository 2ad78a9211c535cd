import csv
import io
import json
from dataclasses import replace

import pytest

from tui.base.days import read_iso
from tui.chronology.chronology import Chronology, DatedArticle, Dating, Event, chronology
from tui.dates import find_dates
from tui.export.chronology import (
    COLUMNS,
    as_csv,
    as_icalendar,
    as_json_lines,
    as_markdown,
    as_timelinejs,
    precision_name,
    rows,
)


def told(*articles: tuple[str, str, str]) -> Chronology:
    accounts = []
    for number, (source, published, text) in enumerate(articles):
        day = read_iso(published)[0] if published else None
        accounts.append(
            DatedArticle(number, f"id{number}", source, day, text, find_dates(text, language="en", published=day))
        )
    return chronology(accounts)


@pytest.fixture
def disputed() -> Chronology:
    return told(
        ("Herald", "2021-05-05", "The withdrawal of the troops ended on Friday."),
        ("Times", "", "The withdrawal of the troops was finished on 2 May 2021. A *bridge*, <old>, fell in 2019."),
    )


def test_markdown_puts_disputed_dates_together_with_their_sources(disputed):
    assert as_markdown(disputed).splitlines() == [
        "## 2019",
        "",
        r"- A \*bridge\*, \<old\>, fell in 2019. (Times, undated)",
        "",
        "## 30 Apr 2021 or 2 May 2021 (disputed)",
        "",
        "- 30 Apr 2021:",
        "  - The withdrawal of the troops ended on Friday. (Herald, 5 May 2021, date inferred)",
        "- 2 May 2021:",
        "  - The withdrawal of the troops was finished on 2 May 2021. (Times, undated)",
    ]


def test_markdown_gives_a_statement_its_own_date_where_it_is_less_exact():
    vague = ("Post", "", "The withdrawal of the troops was finished in May 2021.")
    lines = as_markdown(
        told(("Times", "", "The withdrawal of the troops was finished on 2 May 2021."), vague)
    ).splitlines()
    assert lines[0] == "## 2 May 2021"
    assert lines[-1] == "- The withdrawal of the troops was finished in May 2021. (Post, undated, here: May 2021)"


FORMS = [("markdown", as_markdown), ("timelinejs", as_timelinejs), ("icalendar", as_icalendar)]


@pytest.mark.parametrize("write", [form[1] for form in FORMS], ids=[form[0] for form in FORMS])
def test_every_text_says_what_is_retold_from_whom_and_what_was_inferred(write, disputed):
    (fell, ended, finished) = (each for entry in disputed.entries for each in entry.told)
    told_again = replace(ended, retold=True)
    nameless = replace(finished, retold=True, source="")
    datings = tuple(Dating(each.timex.span, each.timex, (each,)) for each in (fell, told_again, nameless))
    text = write(Chronology(tuple(Event((dating,)) for dating in datings), ())).replace("\r\n ", "").replace("\\,", ",")
    assert "(Times, undated)" in text
    assert "(retold from Herald, 5 May 2021, date inferred)" in text
    assert "(retold, source unknown, undated)" in text or "(retold, article id1, undated)" in text


@pytest.mark.parametrize("retold", [False, True])
def test_rows_say_whether_a_statement_is_retold(retold):
    text = "It fell on 2 May 2021."
    account = DatedArticle(0, "id", "Times", None, text, find_dates(text, language="en", published=None), retold=retold)
    found = chronology([account])
    assert next(rows(found))["retold"] is retold
    (cells,) = csv.DictReader(io.StringIO(as_csv(found)))
    assert cells["retold"] == str(retold)


PUBLISHED = [
    ("a day", "2023-07-08", "2023-07-08"),
    ("a month", "2023-07", "2023-07"),
    ("a year", "2023", "2023"),
    ("unknown", "", None),
]


@pytest.mark.parametrize(("published", "expected"), [row[1:] for row in PUBLISHED], ids=[row[0] for row in PUBLISHED])
def test_a_row_writes_the_publication_as_iso(published, expected):
    found = told(("", published, "It fell on 2 May 2021."))
    (row,) = map(json.loads, as_json_lines(found).splitlines())
    assert (row["published"], row["source"]) == (expected, None)
    (cells,) = csv.DictReader(io.StringIO(as_csv(found)))
    assert (cells["published"], cells["source"]) == (expected or "", "")


def test_a_row_writes_a_publication_within_two_weeks_as_an_interval():
    text, span = "It fell on 2 May 2021.", read_iso("2023-07-01")[0].joined(read_iso("2023-07-15")[0])
    account = DatedArticle(0, "id", "", span, text, find_dates(text, language="en", published=span))
    assert next(rows(chronology([account])))["published"] == "2023-07-01/2023-07-15"


def test_rows_json_lines_and_csv_hold_the_same(disputed):
    expected = list(rows(disputed))
    assert [json.loads(line) for line in as_json_lines(disputed).splitlines()] == expected
    table = list(csv.DictReader(io.StringIO(as_csv(disputed))))
    assert [row["sentence"] for row in table] == [row["sentence"] for row in expected]
    assert tuple(expected[0]) == COLUMNS
    assert [row["event"] for row in expected] == [1, 2, 2]
    assert [row["inferred"] for row in expected] == [False, True, False]


def test_a_cell_never_runs_as_a_formula():
    assert "'=SUM(A1)" in as_csv(told(("=SUM(A1)", "", "It fell in 2019.")))


def test_timelinejs_escapes_and_gives_long_spans_an_end(disputed):
    events = json.loads(as_timelinejs(disputed))["events"]
    assert [event["display_date"] for event in events] == ["2019", "30 Apr 2021 (disputed)", "2 May 2021 (disputed)"]
    assert events[0]["end_date"] == {"year": 2019, "month": 12, "day": 31}
    assert "&lt;old&gt;" in events[0]["text"]["text"]
    assert "end_date" not in events[1]


def test_icalendar_folds_long_lines_and_ends_on_the_day_after():
    text = as_icalendar(told(("Été", "", "É" * 90 + " fell, at last; on 4 May 2021.")))
    lines = text.split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert all(len(line.encode()) <= 75 for line in lines)
    assert "DTSTART;VALUE=DATE:20210504" in lines
    assert "DTEND;VALUE=DATE:20210505" in lines
    assert r"fell\, at last\; on" in text.replace("\r\n ", "")


PRECISIONS = [
    ("It fell on 4 May 2021.", "day"),
    ("It fell in May 2021.", "month"),
    ("It fell in 2021.", "year"),
    ("It fell in spring 2021.", "season"),
    ("It fell in Q3 2021.", "quarter"),
    ("It fell in the first half of 2021.", "half-year"),
    ("It fell at the end of 2021.", "year"),
]


@pytest.mark.parametrize(("text", "expected"), PRECISIONS)
def test_a_precision_has_a_name(text, expected):
    (mark,) = find_dates(text, language="en", published=None)
    assert precision_name(mark) == expected
