"""`mali-tui cite`: one citation for each article that is named, in the order in which they are named."""

from __future__ import annotations

import json

import pytest

from tui.citations import STYLES
from tui.cli import main


def test_citations_come_in_the_order_asked(capsys, dated: str):
    assert main(["cite", "b.md", "a.md", "--style", "apa", "-d", dated]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Article b.md. (2021, March 20). Gazette.",
        "Article a.md. (2021, March 4). Herald.",
    ]


@pytest.mark.parametrize("style", STYLES)
def test_a_record_names_id_style_and_citation(capsys, dated: str, style: str):
    assert main(["cite", "a.md", "--style", style, "--json", "-d", dated]) == 0
    record = json.loads(capsys.readouterr().out)
    assert set(record) == {"id", "style", "citation"}
    assert record["style"] == style
    assert "Article a.md" in record["citation"]


def test_an_unknown_id_is_one_sentence(capsys, dated: str):
    assert main(["cite", "zzzz", "-d", dated]) != 0
    heard = capsys.readouterr()
    assert heard.out == ""
    assert len(heard.err.splitlines()) == 1
