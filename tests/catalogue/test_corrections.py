from __future__ import annotations

import pytest
from msgspec.structs import replace

from tui.catalogue.catalogue import Catalogue
from tui.dossier.account import FileAccount, Outcome
from tui.dossier.article import Article, Provenance, PublishedDate
from tui.importing.folder import FileEntry
from tui.importing.read_file import FileReading

ARTICLE = Article("heron", "odd \udc80/heron.md", "The heron", "It came back.", source="Post", tags=("birds",), words=3)
SET = PublishedDate.from_iso("2021-04", Provenance.READER)
SAID = replace(SET, said="set by you on 2024-05-06")


def read(catalogue: Catalogue, *articles: Article, size: int = 1) -> None:
    account = FileAccount("odd \udc80/heron.md", Outcome.READ, "", len(articles), 0)
    catalogue.record([FileReading(FileEntry("odd \udc80/heron.md", size, size), account, articles)], "1")


def shown(catalogue: Catalogue) -> Article:
    return catalogue.article(catalogue.find("heron"))


@pytest.fixture
def catalogue() -> Catalogue:
    made = Catalogue.open(None)
    read(made, ARTICLE)
    return made


def mend(article: Article) -> Article:
    return replace(article, source="AFP", published=SAID)


def test_a_correction_is_shown_and_taken_back(catalogue: Catalogue) -> None:
    revision, number = catalogue.revision, catalogue.find("heron")
    assert catalogue.correct({"heron": mend})
    assert shown(catalogue) == replace(ARTICLE, source="AFP", published=SAID)
    assert catalogue.revision > revision
    assert catalogue.find("heron") != number
    assert number in catalogue.gone(9)
    assert [found for found, _ in catalogue.pending(9)] == [catalogue.find("heron")]
    assert catalogue.correct({})
    assert shown(catalogue) == ARTICLE


def test_what_is_corrected_already_is_left_alone(catalogue: Catalogue) -> None:
    catalogue.correct({"heron": mend})
    number, revision = catalogue.find("heron"), catalogue.revision
    assert not catalogue.correct({"heron": mend})
    assert (catalogue.find("heron"), catalogue.revision) == (number, revision)
    assert catalogue.correct({"heron": lambda article: replace(article, source="AP")})
    assert shown(catalogue) == replace(ARTICLE, source="AP")


def test_an_article_that_is_read_again_is_corrected_again(catalogue: Catalogue) -> None:
    catalogue.correct({"heron": mend})
    new = replace(ARTICLE, title="The heron is back", source="Coast")
    read(catalogue, new, size=2)
    assert shown(catalogue) == new
    assert catalogue.correct({"heron": mend})
    assert shown(catalogue) == replace(new, source="AFP", published=SAID)
    assert catalogue.correct({})
    assert shown(catalogue) == new


def test_a_file_that_now_says_the_same_needs_no_correction(catalogue: Catalogue) -> None:
    catalogue.correct({"heron": lambda article: replace(article, source="AFP")})
    read(catalogue, replace(ARTICLE, source="AFP"), size=2)
    assert not catalogue.correct({"heron": lambda article: replace(article, source="AFP")})
    assert not catalogue.correct({})
    assert shown(catalogue).source == "AFP"


def test_articles_that_are_gone_are_passed_over(catalogue: Catalogue) -> None:
    catalogue.correct({"heron": mend, "egret": mend})
    read(catalogue, size=2)
    assert not catalogue.correct({"heron": mend})
    read(catalogue, ARTICLE, size=3)
    assert shown(catalogue) == ARTICLE


def test_without_corrections_nothing_is_written(catalogue: Catalogue) -> None:
    revision = catalogue.revision
    assert not catalogue.correct({})
    assert catalogue.revision == revision
