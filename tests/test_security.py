"""The limits that SECURITY.md tells are those that hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.importing import limits

LIMITS = {
    "bytes of a file": limits.FILE_BYTES,
    "bytes in an archive, unpacked": limits.ARCHIVE_BYTES,
    "files in an archive": limits.ARCHIVE_FILES,
    "archives within archives": limits.ARCHIVE_DEPTH,
    "times that an archive may be larger unpacked": limits.ARCHIVE_RATIO,
    "articles of a file": limits.ARTICLES,
    "characters of a text": limits.TEXT_CHARACTERS,
    "elements of a saved page": limits.PAGE_ELEMENTS,
    "seconds in which a reading process must show that it lives": limits.STALL_SECONDS,
    "seconds for one file": limits.FILE_SECONDS,
    "reading processes": limits.WORKERS,
    "bytes of memory of a reading process": limits.WORKER_BYTES,
}


def told() -> dict[str, str]:
    """Return the table of limits."""
    page = (Path(__file__).parents[1] / "SECURITY.md").read_text(encoding="utf-8")
    rows = [line.strip("|").split("|") for line in page.splitlines() if line.startswith("| ")]
    return {what.strip(): limit.strip() for what, limit in rows[2:]}


def test_the_table_tells_of_these_limits():
    assert set(told()) == set(LIMITS)


@pytest.mark.parametrize("what", LIMITS)
def test_each_limit_is_the_one_that_holds(what):
    assert told()[what] == f"{int(LIMITS[what]):,}"
