"""An archive of a few articles in memory, as a proof asks for one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.base.days import Span
from tui.dates import Timex, find_dates
from tui.dossier.article import Article, Provenance, PublishedDate
from tui.proof.archive import SourceText
from tui.proof.attributions import canonical
from tui.search.analysis import stem, words


def article(source: str, day: str, text: str, title: str = "", language: str = "en", **more: object) -> Article:
    """Make an article; its id is made of the outlet and the day."""
    published = PublishedDate.from_iso(day, Provenance.FRONT_MATTER) if day else None
    ident = f"{source}-{day}".lower().replace(" ", "-")
    return Article(
        ident, f"{ident}.md", title or f"Of {source}", text, published, source=source, language=language, **more
    )  # type: ignore[arg-type]


class Articles:
    """The archive: whatever has one of the words is a candidate, what has most of them first."""

    def __init__(self, *articles: Article) -> None:
        self._sources = {
            number: SourceText(
                number, each, lambda each=each: find_dates(each.text, language=each.language, published=_span(each))
            )
            for number, each in enumerate(articles, 1)
        }
        self.count = len(articles)
        self.outlets = [*dict.fromkeys(each.source for each in articles)]

    def foresee(self, asked: Iterable[str]) -> None:
        """Nothing is looked up before it is asked for."""

    def rarity(self, word: str) -> int:
        """Count the articles that have a word in this very form."""
        return sum(word in source.words for source in self._sources.values())

    def candidates(self, asked: Sequence[str], limit: int, outlets: frozenset[str] = frozenset()) -> list[int]:
        """Return the articles that have most of the words."""
        wanted = {stem(word, "en") for word in asked} | set(asked)
        counts = {}
        for number, source in self._sources.items():
            own = set(source.words) | {stem(word, "en") for word in source.words} | set(words(source.article.title))
            if own & wanted and (not outlets or canonical(source.outlet) in outlets):
                counts[number] = len(own & wanted)
        return sorted(counts, key=lambda number: (-counts[number], number))[:limit]

    def with_phrases(self, phrases: Sequence[Sequence[str]], limit: int) -> list[int]:
        """Return the articles that have one of the phrases."""
        held = [n for n, source in self._sources.items() if any(source.occurrences(phrase) for phrase in phrases)]
        return held[:limit]

    def source(self, number: int) -> SourceText | None:
        """Return an article."""
        return self._sources.get(number)


def _dates(each: Article) -> Sequence[Timex]:
    return find_dates(each.text, language=each.language, published=_span(each))


def _span(each: Article) -> Span | None:
    return each.published.span if each.published else None
