"""A day on which a page's dates agree is believed; a lone one, and neighbours, are doubtful."""

from __future__ import annotations

import pytest

from tui.dossier.article import Provenance, PublishedDate
from tui.importing.html.date_doubt import GUESSED, LONE, page_doubt

STRUCTURED, META, BYLINE = Provenance.STRUCTURED, Provenance.PAGE_METADATA, Provenance.BYLINE
UTC = ": its time is in UTC, and the page does not name its time zone"
DOUBTS = [
    ("two agree", [("2023-11-08", STRUCTURED), ("2023-11-08", BYLINE)], [], ""),
    ("only the metadata", [("2023-11-08", META)], [], LONE),
    ("the metadata and a change long after", [("2018-02-28", META), ("2020-01-05", Provenance.CHANGE)], [], LONE),
    ("the metadata and a change of the day", [("2018-02-28", META), ("2018-02-28", Provenance.CHANGE)], [], ""),
    ("the metadata and the month of the address", [("2023-11-08", META), ("2023-11", Provenance.ADDRESS)], [], ""),
    ("only a line", [("2023-11-08", BYLINE)], [], ""),
    ("found in the text", [("2023-11-08", Provenance.TEXT)], [], GUESSED),
    (
        "neighbours",
        [("2023-11-08", STRUCTURED), ("2023-11-09", BYLINE)],
        [],
        "8 or 9 November 2023: the structured data and the byline differ",
    ),
    (
        "neighbours in two years",
        [("2024-01-01", STRUCTURED), ("2023-12-31", META)],
        [],
        "31 December 2023 or 1 January 2024: the structured data and the page metadata differ",
    ),
    (
        "changed before it appeared",
        [("2023-11-08", STRUCTURED), ("2023-11-07", Provenance.CHANGE)],
        [],
        "the structured data says 2023-11-08, after a change of 2023-11-07",
    ),
    (
        "after midnight in UTC",
        [("2023-11-08", STRUCTURED), ("2023-11-08", META)],
        ["2023-11-08T02:10:00Z", "2023-11-08T02:10:00+00:00"],
        f"7 or 8 November 2023{UTC}",
    ),
    (
        "before midnight in UTC",
        [("2023-10-31", STRUCTURED)],
        ["2023-10-31T23:10:00Z"],
        f"31 October or 1 November 2023{UTC}",
    ),
    (
        "after midnight in UTC, and the same time without a zone",
        [("2023-11-08", STRUCTURED), ("2023-11-08", META)],
        ["2023-11-08T00:23:33.312Z", "2023-11-08|00h23"],
        f"7 or 8 November 2023{UTC}",
    ),
    (
        "another time without a zone",
        [("2023-11-08", STRUCTURED), ("2023-11-08", META)],
        ["2023-11-08T00:23:33.312Z", "2023-11-08 01:23:33"],
        "",
    ),
    ("in a zone", [("2023-11-08", STRUCTURED)], ["2023-11-08T02:10:00Z", "2023-11-08T04:10:00+02:00"], ""),
    ("at noon", [("2023-11-08", STRUCTURED)], ["2023-11-08T12:10:00Z"], ""),
    ("midnight itself", [("2023-11-08", STRUCTURED)], ["2023-11-08T00:00:00Z"], ""),
    ("shown to readers", [("2023-11-08", STRUCTURED), ("2023-11-08", BYLINE)], ["2023-11-08T02:10:00Z"], ""),
    ("nothing", [], [], ""),
]


@pytest.mark.parametrize(("dates", "written", "doubt"), [one[1:] for one in DOUBTS], ids=[one[0] for one in DOUBTS])
def test_doubt(dates: list[tuple[str, Provenance]], written: list[str], doubt: str) -> None:
    assert page_doubt([PublishedDate.from_iso(*one) for one in dates], written) == doubt
