"""The fields of a record that are in no part of its article: none is lost, a time beside its day among them."""

from __future__ import annotations

import pytest

from tui.dossier.article import Provenance, PublishedDate
from tui.importing.fields_left_out import fields_left_out
from tui.importing.parsed import Draft

DRAFT = Draft(
    title="A crane", paragraphs=("It stands.",), dates=(PublishedDate.from_iso("2023-03-04", Provenance.FRONT_MATTER),)
)


@pytest.mark.parametrize(
    "written", ["2023-03-04", "4 March 2023", "2023-03-04 00:00:00", "2023-03-04T00:00", "A crane"]
)
def test_what_the_article_says_is_not_said_again(written: str) -> None:
    assert list(fields_left_out({"date": written}, DRAFT)) == []


@pytest.mark.parametrize("written", ["2023-03-04 10:05:36", "2023-03-04T10:05", "2023-03-05", "5 March 2023"])
def test_a_time_and_another_day_are_kept(written: str) -> None:
    assert list(fields_left_out({"modified": written}, DRAFT)) == [f"modified: {written}"]
