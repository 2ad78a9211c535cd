"""The lines of a query are as many as are counted by hand in the texts, whatever is asked."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import pytest
from msgspec.structs import replace

from tui.core import concordance as module
from tui.core.concordance import Concordance, concordance
from tui.core.explorer import Explorer
from tui.core.keyness import keyness
from tui.core.outlets import outlets_by_time
from tui.core.view import Query, Reading, View
from tui.errors import Cancelled, EngineError
from tui.search.analysis import words

VOCABULARY = "orma harbor harbours tolen kelva minto pragu silen vardo Élan l’orma tolens 11,600".split()  # noqa: SIM905
QUERIES = 1_000


@pytest.fixture(scope="module")
def texts() -> list[str]:
    chance = random.Random(16)
    paragraphs = [[" ".join(chance.choices(VOCABULARY, k=25)) + "." for _ in range(3)] for _ in range(4)]
    return ["\n\n".join(each) for each in paragraphs]


@pytest.fixture(scope="module")
def explorer(texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Explorer]:
    folder = tmp_path_factory.mktemp("words") / "dossier"
    folder.mkdir()
    for place, text in enumerate(texts):
        front = f"title: Number {place}\ndate: 2021-03-{place % 28 + 1:02}\nsource: Post {place % 2}\n"
        (folder / f"{place:02}.md").write_text(f"---\n{front}---\n\n{text}\n", encoding="utf-8")
    opened = Explorer.open(folder, tmp_path_factory.mktemp("cache"))
    opened.refresh()
    yield opened
    opened.close()


def asked(explorer: Explorer, text: str) -> Concordance:
    return concordance(explorer, explorer.explore(Query(text), suggest=False))


def phrases(text: list[str], one: str, other: str) -> int:
    """Count two words that follow each other; those that overlap are one mark."""
    count, last = 0, -2
    for place in range(len(text) - 1):
        if (text[place], text[place + 1]) == (one, other):
            count += place > last + 1 or one != other
            last = place
    return count


def test_a_thousand_questions_have_as_many_lines_as_are_counted_by_hand(explorer: Explorer, texts: list[str]):
    chance = random.Random(60)
    read = [words(text) for text in texts]
    vocabulary = sorted({word for text in read for word in text})
    wrong = []
    for _ in range(QUERIES):
        one, other = chance.sample(vocabulary, 2)
        kind = chance.choice(("word", "beginning", "phrase", "either"))
        if kind == "word":
            query, count = f"={one}", sum(text.count(one) for text in read)
        elif kind == "beginning":
            begun = one[:3]
            query, count = f"{begun}*", sum(word.startswith(begun) for text in read for word in text)
        elif kind == "phrase":
            query, count = f'="{one} {other}"', sum(phrases(text, one, other) for text in read)
        else:
            query, count = f"={one} OR ={other}", sum(text.count(one) + text.count(other) for text in read)
        found = asked(explorer, query)
        if len(found.lines) != count:
            wrong.append((query, len(found.lines), count))
    assert wrong == []


def test_the_words_are_those_of_the_articles_that_were_found(explorer: Explorer, texts: list[str]):
    found = asked(explorer, '="orma tolen"')
    having = [
        words(text) for text in texts if any(phrases(words(part), "orma", "tolen") for part in text.split("\n\n"))
    ]
    assert found.words.total == sum(map(len, having))
    assert all(count == sum(text.count(word) for text in having) for word, count in found.words.words.items())


def test_nobody_waits_for_what_is_not_wanted_any_more(explorer: Explorer):
    view = explorer.explore(Query("orma"), suggest=False)
    with pytest.raises(Cancelled):
        concordance(explorer, view, stop=lambda: True)
    with pytest.raises(Cancelled):
        keyness(explorer, view, stop=lambda: True)


def test_key_words_tell_how_far_they_are(explorer: Explorer, texts: list[str]):
    told: list[tuple[int, int]] = []
    view = explorer.explore(Query('source:"Post 1"'), suggest=False)
    found = keyness(explorer, view, report=lambda done, total: told.append((done, total)))
    assert told[-1] == (len(texts), len(texts))
    assert found.articles + found.others + found.copies <= len(texts)
    assert (found.articles, found.words) == (2, sum(len(words(text)) for text in texts[1::2]))


class Afar:
    """An archive on a server, of whose hits the first two are known, and two more when they are asked for."""

    at_hand = False
    count = 4

    def __init__(self, explorer: Explorer) -> None:
        self._explorer = explorer
        self.fetched: list[int] = []
        self.groups = explorer.groups

    def explore(self, query: Query, stop: object = None, suggest: bool = False) -> View:
        view = self._explorer.explore(query, suggest=False)
        return replace(view, hits=view.hits[:2])

    def deeper(self, view: View, stop: object) -> View:
        return replace(view, hits=self._explorer.explore(view.query, suggest=False).hits)

    def readings(self, view: View, numbers: Sequence[int]) -> Iterator[Reading]:
        self.fetched += numbers
        return self._explorer.readings(view, numbers)

    def labels(self, columns: Sequence[str]) -> Iterator[object]:
        return iter(())


def test_of_a_server_the_texts_are_fetched_together_as_far_as_they_are_read(explorer: Explorer, monkeypatch):
    afar = Afar(explorer)
    view = afar.explore(Query("orma"))
    assert concordance(afar, view).lines == asked(explorer, "orma").lines
    assert afar.fetched == list(explorer.explore(Query("orma"), suggest=False).hits)
    monkeypatch.setattr(module, "AFAR", 3)
    assert len({line.document.id for line in concordance(afar, view).lines}) == 3


def test_what_a_server_cannot_tell_is_said_in_a_sentence(explorer: Explorer, monkeypatch):
    afar = Afar(explorer)
    assert (
        keyness(afar, afar.explore(Query('source:"Post 1"'))).words
        == keyness(explorer, explorer.explore(Query('source:"Post 1"'), suggest=False)).words
    )
    monkeypatch.setattr(module, "AFAR", 3)
    with pytest.raises(EngineError, match="open the folder"):
        keyness(afar, afar.explore(Query("orma")))
    with pytest.raises(EngineError, match="on this machine"):
        outlets_by_time(afar, afar.explore(Query("orma")))
