"""Small archives for the tests of the search, and a naive evaluator to hold the engine against."""

from __future__ import annotations

from datetime import date

import pytest

from tui.base.days import Precision, Span
from tui.dossier.article import Article, Provenance, PublishedDate
from tui.search.index import Index


def article(number, title="", text="", **more):
    iso = more.pop("date", None)
    published = PublishedDate.from_iso(iso, Provenance.FRONT_MATTER) if iso else None
    more.setdefault("path", f"folder/{number:03}.md")
    return Article(id=f"{number:010}", title=title, text=text, published=published, **more)


@pytest.fixture
def index():
    opened = Index.open(None)
    yield opened
    opened.close()


@pytest.fixture
def make_article():
    return article


__all__ = ["Precision", "Span", "article", "date", "index", "make_article"]
