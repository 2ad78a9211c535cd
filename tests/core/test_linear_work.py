"""Twice as much of the same is twice the work: calls and steps of the database are counted, never seconds."""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from types import FrameType

import pytest

from tui.base.progress import never, no_progress
from tui.catalogue.store import Store
from tui.core.explorer import Explorer
from tui.importing.extract import Extractor
from tui.importing.parsed import RawFile
from tui.importing.registry import reader_of

_STEPS = 100
"""Instructions of SQLite's machine between two calls of what counts them."""

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org"


def zipped(count: int) -> bytes:
    """Return an archive of small texts."""
    text = "Report {0}\n\nThe camp at Bay {0} was closed on 3 May 2001. Nobody went there.\n"
    return packed({f"{each}.txt": text.format(each) for each in range(count)})


def table(count: int) -> bytes:
    """Return a table of equal rows."""
    row = "The camp closes,2001-05-03,The camp at the bay was closed on 3 May 2001 and nobody went there.\n"
    return ("title,date,text\n" + row * count).encode()


def document(count: int) -> bytes:
    """Return a Word document of paragraphs of one letter."""
    body = "<w:p><w:r><w:t>a</w:t></w:r></w:p>" * count
    relation = f'Id="r1" Type="{_OFFICE}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"'
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
            f'<Override PartName="/word/document.xml" ContentType="{_WORD}"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
            f"<Relationship {relation}/></Relationships>",
            "word/document.xml": f'<w:document xmlns:w="{_OFFICE}/wordprocessingml/2006/main">'
            f"<w:body>{body}</w:body></w:document>",
        }
    )


def packed(members: dict[str, str]) -> bytes:
    """Return a zip archive."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return content.getvalue()


MADE: dict[str, tuple[str, Callable[[int], bytes]]] = {
    "a zip of small texts": ("x.zip", zipped),
    "a table of equal rows": ("x.csv", table),
    "a document of short paragraphs": ("x.docx", document),
}


def calls(work: Callable[[], object]) -> int:
    """Return how many functions a piece of work calls, those in C included."""
    counted = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return counted


@pytest.mark.parametrize("what", MADE)
def test_reading_twice_as_much_is_twice_the_work(what):
    name, made = MADE[what]

    def reading(count: int) -> Callable[[], object]:
        file = RawFile(name, made(count))
        return lambda: Extractor().take(file, reader_of(name))

    reading(10)()  # what is loaded and compiled once
    once, twice = calls(reading(200)), calls(reading(400))
    assert once < twice < 2.1 * once


@pytest.mark.parametrize("what", [what for what in MADE if "paragraphs" not in what])
def test_keeping_twice_as_many_articles_is_twice_the_work(what, tmp_path: Path, monkeypatch):
    name, made = MADE[what]
    steps = 0
    connected = Store._connected

    def counting(store: Store) -> object:
        connection = connected(store)

        def count() -> int:
            nonlocal steps
            steps += 1
            return 0

        connection.set_progress_handler(count, _STEPS)
        return connection

    monkeypatch.setattr(Store, "_connected", counting)

    def work(count: int) -> int:
        nonlocal steps
        folder = tmp_path / f"{count}"
        folder.mkdir()
        (folder / name).write_bytes(made(count))
        explorer = Explorer.open(folder, tmp_path / f"cache{count}")
        steps = 0
        called = calls(lambda: (explorer.refresh(no_progress, never), explorer.groups()))
        assert explorer.count == count
        explorer.close()
        return called + steps * _STEPS

    work(10)
    once, twice = work(300), work(600)
    assert once < twice < 2.2 * once
