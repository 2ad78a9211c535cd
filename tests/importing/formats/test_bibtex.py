"""Files of BibTeX: each entry an article, and an empty file says that it is one."""

from __future__ import annotations

from packed_files import read_as

from tui.dossier.account import Outcome


def test_each_entry_becomes_an_article() -> None:
    reading = read_as(
        "refs.bib",
        "@article{a, title={Le môle}, journal={Le Littoral}, date={2023-03-04}, abstract={Un feu.}}".encode(),
    )
    (article,) = reading.articles
    assert (article.title, article.source, article.text) == ("Le môle", "Le Littoral", "Un feu.")
    assert article.published is not None
    assert article.published.iso == "2023-03-04"


def test_a_file_without_entries_is_passed_over() -> None:
    reading = read_as("refs.bib", b"% nothing\n")
    assert (reading.account.outcome, reading.account.reason) == (Outcome.SKIPPED, "no references in it")
