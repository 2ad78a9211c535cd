"""No byte of the index is believed that is not as it was written, and nothing that it names is run."""

from __future__ import annotations

import os
import pickle
import random
from pathlib import Path

import pytest

from tui.errors import EngineError
from tui.search.engine import Engine
from tui.search.index import Index
from tui.search.language.tree import Word
from tui.search.storage import CheckedFile

SIZES = (1, 60, 5_000)


@pytest.fixture
def folder(tmp_path, make_article) -> Path:
    index = Index.open(tmp_path)
    index.add([(number, make_article(number, f"Camp {number}", f"word{number} " * 40)) for number in range(40)])
    index.close()
    [found] = tmp_path.glob("index-*")
    return found


def answers(index: Index) -> list[list[int]]:
    return [sorted(Engine(index).evaluate(Word(word, "")).numbers) for word in ("camp", "word7", "7", "absent")]


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_file_is_an_error_and_never_another_answer(tmp_path, folder, seed):
    chance = random.Random(seed)
    sound = Index.open(tmp_path)
    expected = answers(sound)
    sound.close()
    path = chance.choice(sorted(file for file in folder.iterdir() if file.stat().st_size))
    content = bytearray(path.read_bytes())
    at, size = chance.randrange(len(content)), chance.choice(SIZES)
    content[at : at + size] = bytes(each ^ 0x55 for each in content[at : at + size])
    path.write_bytes(content)
    try:
        again = Index.open(tmp_path)
    except EngineError:
        return
    try:
        assert answers(again) == expected  # the damage is in what nobody asked for
        with pytest.raises(EngineError):
            again.check()
    except EngineError:
        pass
    finally:
        again.close()


def test_an_array_is_read_as_carefully_as_anything_else(tmp_path, folder):
    index = Index.open(tmp_path)
    [path] = folder.glob("*.pst")
    content = path.read_bytes()
    path.write_bytes(bytes(each ^ 0x55 for each in content[:800]) + content[800:])
    with CheckedFile(path, path.name) as stream, pytest.raises(EngineError):
        stream.read_array("I", 100)
    index.close()


def test_damage_that_comes_while_the_index_is_open_is_found_when_it_is_read(tmp_path, folder):
    index = Index.open(tmp_path)
    [path] = folder.glob("*.pst")
    os.truncate(path, 40)
    with pytest.raises(EngineError):
        answers(index)
    index.close()


def test_a_file_under_the_name_of_another_is_damaged(tmp_path, folder, make_article):
    index = Index.open(tmp_path)
    index.add([(50, make_article(50, "Other", "words"))])
    index.close()
    first, second = sorted(folder.glob("*.cols"))
    second.write_bytes(first.read_bytes())
    with pytest.raises(EngineError):
        Index.open(tmp_path)


class Planted:
    """What a stranger would like this program to run."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __reduce__(self):
        return Path.touch, (self._path,)


@pytest.mark.parametrize("place", ["segments", "schema", "extras", "legacy"])
def test_what_is_planted_in_the_index_is_not_run(tmp_path, folder, place):
    from whoosh import index as whoosh_index

    from tui.search.codec import schema
    from tui.search.storage import Files

    storage, ran = Files(str(folder)), tmp_path / "ran"
    if place == "extras":
        [path] = folder.glob("*.trm")
        stream = storage.create_file(path.name)
        stream.write(b"HSH3\x00" + bytes(8) + pickle.dumps(Planted(ran)))
        stream.write_int(len(pickle.dumps(Planted(ran))))
    else:
        stream = storage.create_file("_MAIN_9.toc")
        for size in (whoosh_index._INT_SIZE, whoosh_index._LONG_SIZE, whoosh_index._FLOAT_SIZE):
            stream.write_varint(size)
        stream.write_int(-12345)
        stream.write_int(-110 if place == "legacy" else whoosh_index._CURRENT_TOC_VERSION)
        stream.write(b"\2\7\4")
        stream.write_string(pickle.dumps(Planted(ran) if place in ("schema", "legacy") else schema()))
        stream.write_int(9)
        stream.write_int(0)
        stream.write_pickle([Planted(ran)] if place != "schema" else [])
    stream.close()
    try:
        opened = Index.open(tmp_path)
        opened.close()
    except EngineError:
        pass
    assert not ran.exists()


def test_the_files_are_private(folder):
    assert all(file.stat().st_mode & 0o077 == 0 for file in folder.iterdir() if file.stat().st_size)
