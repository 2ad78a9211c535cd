"""Single files packed with gzip."""

from __future__ import annotations

import gzip
import io

import pytest
from packed_files import read_as

from tui.dossier.account import FileAccount
from tui.importing.archives import unpacking

TEXT = b"The herons came back to the weir on Monday."


def named(name: str) -> bytes:
    target = io.BytesIO()
    with gzip.GzipFile(name, "wb", fileobj=target) as file:
        file.write(TEXT)
    return target.getvalue()


NAMES = [
    ("its own name", "news/heron.md.gz", gzip.compress(TEXT), "news/heron.md.gz/heron.md"),
    ("no suffix below", "heron.gz", gzip.compress(TEXT), "heron.gz/heron"),
    ("the name that it had says more", "backup.gz", named("heron.txt"), "backup.gz/heron.txt"),
    ("the name that it had is of no use", "backup.gz", named("heron"), "backup.gz/backup"),
    ("the name that it had leads away", "backup.gz", named("../../heron.txt"), "backup.gz/heron.txt"),
    ("two streams", "a.txt.gz", gzip.compress(TEXT[:9]) + gzip.compress(TEXT[9:]), "a.txt.gz/a.txt"),
    ("something behind the stream", "a.txt.gz", gzip.compress(TEXT) + b"\0\0\0rubbish", "a.txt.gz/a.txt"),
]


@pytest.mark.parametrize(("name", "content", "path"), [case[1:] for case in NAMES], ids=[case[0] for case in NAMES])
def test_the_file_in_it(name: str, content: bytes, path: str) -> None:
    (article,) = read_as(name, content).articles
    assert (article.path, article.text) == (path, TEXT.decode())


def only(account: FileAccount) -> str:
    return f"{account.outcome}: {account.reason}"


ODD = [
    ("no gzip", "a.gz", TEXT, "failed: not a gzip file, whatever its name says"),
    ("a picture", "a.svg.gz", gzip.compress(TEXT), "skipped: 1 file in it: 1 skipped"),
    ("a bomb", "a.txt.gz", gzip.compress(bytes(64 * 2**20)), f"failed: {unpacking.BOMB}"),
    ("nothing in it", "a.txt.gz", gzip.compress(b""), "skipped: 1 file in it: 1 skipped"),
    ("damage", "a.txt.gz", gzip.compress(TEXT)[:-8] + b"\1" * 8, "damaged: what precedes the damage was read"),
    ("an end that is missing", "a.txt.gz", gzip.compress(TEXT * 9)[:-9], "cut short: its end is missing"),
]


@pytest.mark.parametrize(("name", "content", "told"), [case[1:] for case in ODD], ids=[case[0] for case in ODD])
def test_odd_files(name: str, content: bytes, told: str) -> None:
    assert told in only(read_as(name, content).account)


def test_what_came_before_the_end_that_is_missing_stays() -> None:
    reading = read_as("a.txt.gz", gzip.compress(TEXT * 9)[:-9])
    assert reading.articles[0].text.startswith(TEXT.decode())
