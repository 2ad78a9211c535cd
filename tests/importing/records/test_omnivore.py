"""An export of Omnivore: its lists and its pages are joined, and every file of it is told of."""

from __future__ import annotations

import json

from tui.errors import FileProblem
from tui.importing.parsed import Draft
from tui.importing.records.omnivore import export_files, omnivore

BRIDGE = {
    "slug": "the-bridge",
    "title": "The bridge",
    "url": "https://example.org/a",
    "description": "About a bridge.",
    "labels": ["boats"],
    "savedAt": "2024-01-05T10:00:00.000Z",
    "publishedAt": "2023-06-30T22:00:00.000Z",
}
FERRY = {"slug": "the-ferry", "title": "The ferry", "url": "https://example.org/f", "savedAt": "2024-01-06T10:00:00Z"}
FILES = {
    "metadata_0_to_20.json": json.dumps([BRIDGE]).encode(),
    "metadata_20_to_40.json": json.dumps([FERRY]).encode(),
    "content/the-bridge.html": b"<div><p>It opened.</p><p>It fell.</p></div>",
    "content/the-heron.html": b"<p>x</p>",
    "highlights/the-bridge.md": b"> It fell.",
    "notes.txt": b"mine",
}


def read(files: dict[str, bytes]) -> list[Draft]:
    def open_member(name: str) -> bytes:
        if not files[name]:
            raise FileProblem("damaged")
        return files[name]

    return list(omnivore(files, open_member))


def test_articles_get_their_texts() -> None:
    bridge, ferry, last = read(FILES)
    assert (bridge.title, bridge.paragraphs, bridge.tags) == ("The bridge", ("It opened.", "It fell."), ("boats",))
    assert ([date.iso for date in bridge.dates], str(bridge.captured)) == (["2023-06-30"], "2024-01-05")
    assert bridge.left_out[0] == "About a bridge."
    assert (ferry.title, ferry.paragraphs, ferry.dates) == ("The ferry", (), ())
    assert last.notes == (
        "1 article without the full text",
        "1 file in no list not read",
        "1 file of highlights not read",
    )


def test_other_files_are_no_part_of_it() -> None:
    assert export_files(FILES) == FILES.keys() - {"notes.txt"}
    assert export_files(["content/a.html", "metadata.json"]) == frozenset()
    assert export_files(["x/metadata_0_to_9.json", "x/content/a.html", "content/b.html"]) == {
        "x/metadata_0_to_9.json",
        "x/content/a.html",
    }


def test_damage_is_told() -> None:
    damaged = {**FILES, "metadata_0_to_20.json": b'[{"slug": "x"', "content/the-bridge.html": b""}
    assert read(damaged)[-1].notes[0] == "metadata_0_to_20.json: damaged, not all of it was read"
    assert read({**FILES, "content/the-bridge.html": b""})[0].notes == ("content/the-bridge.html: damaged",)
    assert read({**FILES, "metadata_0_to_20.json": b""})[-1].notes[0] == "metadata_0_to_20.json: damaged"
