from __future__ import annotations

import pytest
from msgspec.structs import replace

from tui.desk.corrections import corrected
from tui.desk.state import Correction, Field
from tui.dossier.article import Article, Provenance, PublishedDate

WAS = PublishedDate.from_iso("2021-03-04", Provenance.TEXT)
ARTICLE = Article(
    "heron", "heron.md", "Untitled", "It came back.", WAS, (PublishedDate.from_iso("2021", Provenance.FILE_NAME),),
    doubt="the text says otherwise", source="Coast Post", author="A. Reader", language="en", title_made=True,
    day_order="open 2021-03-04",
)  # fmt: skip
SAID = "set by you on 2024-05-06"
SET = PublishedDate.from_iso("2021-04", Provenance.READER)
PLAIN = [
    (Field.TITLE, "The heron", replace(ARTICLE, title="The heron", title_made=False, title_said=SAID)),
    (Field.SOURCE, "AFP", replace(ARTICLE, source="AFP")),
    (Field.AUTHOR, "", replace(ARTICLE, author="")),
    (Field.LANGUAGE, "fr", replace(ARTICLE, language="fr")),
]


@pytest.mark.parametrize(("field", "value", "meant"), PLAIN)
def test_a_field_says_what_the_reader_says(field: Field, value: str, meant: Article) -> None:
    made = Correction(field, value, "ada", "2024-05-06T12:00:00Z")
    assert corrected(ARTICLE, [made], "ada") == meant


@pytest.mark.parametrize(("writer", "said"), [("ada", "set by you on 2024-05-06"), ("bob", "set by ada on 2024-05-06")])
def test_a_date_says_who_set_it_and_keeps_what_the_file_says(writer: str, said: str) -> None:
    found = corrected(ARTICLE, [Correction(Field.DATE, "2021-04", "ada", "2024-05-06T12:00:00Z")], writer)
    assert found.published == replace(SET, said=said)
    assert found.published.origin == said
    assert found.candidates == (WAS, *ARTICLE.candidates)
    assert (found.doubt, found.day_order) == ("", "")


def test_an_article_can_be_set_to_have_no_date() -> None:
    found = corrected(ARTICLE, [Correction(Field.DATE, "", "ada", "")], "ada")
    assert (found.published, found.candidates[0]) == (None, WAS)


def test_a_date_that_is_none_changes_nothing() -> None:
    assert corrected(ARTICLE, [Correction(Field.DATE, "June", "ada", "")], "ada") == ARTICLE
