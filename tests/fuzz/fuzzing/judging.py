"""What must be true of every reading, whatever the file."""

from __future__ import annotations

import random
import warnings
from collections.abc import Iterator
from pathlib import Path

from fuzzing.mutation import mutated
from fuzzing.seeds import SEEDS

from tui.base.printable import printable, printable_line
from tui.dossier.account import FileAccount, Outcome
from tui.dossier.article import Article
from tui.importing.limits import ADDRESS_CHARACTERS, NAME_CHARACTERS, TAGS, TITLE_CHARACTERS
from tui.importing.parsed import RawFile
from tui.importing.read_file import read_content
from tui.importing.registry import reader_of

MOST_CHARACTERS = 20_000_000
"""Of text that may come out of a mutated file, which has less than half a million bytes."""

MOST_SAID = 5_000
"""Characters of a reason in the account."""


def case(suffix: str, seed: int, number: int) -> bytes:
    """Return the mutated file of a number; the same one each time."""
    rng = random.Random(f"{seed} {suffix} {number}")
    others = [content for contents in SEEDS.values() for content in contents]
    return mutated(rng, rng.choice(SEEDS[suffix]), others)


def judged(suffix: str, content: bytes) -> Outcome:
    """Read a file and return what became of it; raises `AssertionError` for a reading that must not be."""
    path = f"folder/mutated{suffix}"
    reader = reader_of(path)
    assert reader is not None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        reading = read_content(RawFile(path, content), reader)
    for account in _all(reading.account):
        _judge_account(account, path)
    assert reading.account.articles == len(reading.articles)
    assert len({article.id for article in reading.articles}) == len(reading.articles), "two articles have one id"
    assert sum(len(article.text) for article in reading.articles) <= MOST_CHARACTERS, "more text than can be"
    for article in reading.articles:
        _judge_article(article, path)
    return reading.account.outcome


def keep(folder: Path, suffix: str, seed: int, number: int) -> Path:
    """Write the mutated file of a number to a folder and return where it is."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{seed}-{number}{suffix}"
    path.write_bytes(case(suffix, seed, number))
    return path


def _all(account: FileAccount) -> Iterator[FileAccount]:
    yield account
    for member in account.members:
        yield from _all(member)


def _judge_account(account: FileAccount, path: str) -> None:
    assert account.path.startswith(path), "an account of something else"
    assert account.outcome in Outcome
    assert account.outcome is Outcome.READ or account.reason, "no reason"
    assert account.reason == printable_line(account.reason), "a reason that is not printable"
    assert len(account.reason) <= MOST_SAID, "a reason without end"


def _judge_article(article: Article, path: str) -> None:
    assert article.path.startswith(path)
    assert article.text == printable(article.text), "a text that is not printable"
    for line in (article.title, article.source, article.author, article.language, article.address, article.doubt):
        assert line == printable_line(line), "a field that is not printable"
    assert all(line == printable_line(line) for line in (*article.tags, *article.left_out))
    assert article.title, "no title"
    assert len(article.title) <= TITLE_CHARACTERS + 1
    assert max(len(article.source), len(article.author), *map(len, article.tags), 0) <= NAME_CHARACTERS + 1
    assert len(article.tags) <= TAGS
    assert len(article.address) <= ADDRESS_CHARACTERS + 1
    for witness in (article.published, *article.candidates):
        assert witness is None or witness.span.first <= witness.span.last
