"""A refresh reads what changed and nothing else, and what it did stays done."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tui.catalogue.catalogue import Catalogue
from tui.core import read_folder as folder_module
from tui.core.read_folder import read_folder


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    folder = tmp_path / "dossier"
    folder.mkdir()
    for name in ("a.md", "b.md", "c.txt"):
        (folder / name).write_text(f"# On {name}\n\nIt rained on {name}.\n")
    return folder


@pytest.fixture
def catalogue(tmp_path: Path) -> object:
    opened = Catalogue.open(tmp_path / "cache")
    yield opened
    opened.close()


def titles(catalogue: Catalogue) -> list[str]:
    return sorted(head.title for head in catalogue.heads(catalogue.columns().numbers))


def state(catalogue: Catalogue) -> tuple[object, ...]:
    return (
        list(catalogue.columns().numbers),
        catalogue.accounts(),
        catalogue.revision,
        catalogue.waiting(),
        [catalogue.article(number) for number in catalogue.columns().numbers],
    )


def written(cache: Path) -> dict[str, bytes]:
    """What the cache holds, but for the marks that readers leave in SQLite's shared memory."""
    return {path.name: path.read_bytes() for path in cache.iterdir() if not path.name.endswith("-shm")}


def test_everything_is_read_once(dossier: Path, catalogue: Catalogue) -> None:
    heard: list[tuple[int, int]] = []
    done = read_folder(dossier, catalogue, lambda at, of: heard.append((at, of)))
    assert (done.files, done.read, done.changed, bool(done)) == (3, 3, True, True)
    assert heard == [(0, 3), (1, 3), (2, 3), (3, 3)]

    before = state(catalogue)
    heard.clear()
    assert not read_folder(dossier, catalogue, lambda at, of: heard.append((at, of)))
    assert heard == []
    assert state(catalogue) == before


def test_an_unchanged_folder_writes_nothing(dossier: Path, catalogue: Catalogue, tmp_path: Path) -> None:
    read_folder(dossier, catalogue)
    before = written(tmp_path / "cache")
    read_folder(dossier, catalogue)
    assert written(tmp_path / "cache") == before


def test_only_what_changed_is_read(dossier: Path, catalogue: Catalogue) -> None:
    read_folder(dossier, catalogue)
    numbers = {head.path: head.number for head in catalogue.heads(catalogue.columns().numbers)}
    (dossier / "b.md").write_text("# Snow\n\nIt snowed.\n")
    (dossier / "d.md").write_text("# Hail\n\nIt hailed.\n")
    (dossier / "c.txt").unlink()

    done = read_folder(dossier, catalogue)

    assert (done.files, done.read, done.dropped, done.changed) == (3, 2, 1, True)
    assert titles(catalogue) == ["Hail", "On a.md", "Snow"]
    assert catalogue.find("a.md") == numbers["a.md"]
    assert catalogue.find("b.md") > max(numbers.values())
    assert catalogue.gone(9) == sorted([numbers["b.md"], numbers["c.txt"]])
    assert [account.path for account in catalogue.accounts()] == ["a.md", "b.md", "d.md"]


def test_a_file_that_was_only_touched_keeps_its_number(dossier: Path, catalogue: Catalogue) -> None:
    read_folder(dossier, catalogue)
    before = state(catalogue)
    os.utime(dossier / "a.md", ns=(1, 1))
    done = read_folder(dossier, catalogue)
    assert (done.read, done.changed) == (1, False)
    assert state(catalogue) == before


def test_other_rules_read_everything_again(
    dossier: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_folder(dossier, catalogue)
    before = state(catalogue)
    monkeypatch.setattr(folder_module, "rules", lambda: "other")
    assert read_folder(dossier, catalogue).read == 3
    assert state(catalogue) == before


def test_what_was_done_before_it_is_stopped_stays(
    dossier: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_module, "BATCH_FILES", 1)
    answers = iter([False] * 3 + [False, False, True])
    done = read_folder(dossier, catalogue, stop=lambda: next(answers))
    assert (done.read, done.stopped) == (2, True)
    assert titles(catalogue) == ["On a.md", "On b.md"]

    assert read_folder(dossier, catalogue).read == 1
    assert len(titles(catalogue)) == 3


def test_stopped_on_its_walk_it_has_dropped_nothing(dossier: Path, catalogue: Catalogue) -> None:
    read_folder(dossier, catalogue)
    assert read_folder(dossier, catalogue, stop=lambda: True).stopped
    assert catalogue.count() == 3


def test_a_fault_in_the_middle_keeps_the_batches_before_it(
    dossier: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_module, "BATCH_CHARACTERS", 1)

    def killed(done: int, total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_folder(dossier, catalogue, killed)
    assert titles(catalogue) == ["On a.md", "On b.md"]
    assert read_folder(dossier, catalogue).read == 1


def test_another_program_at_the_same_work_is_left_to_it(dossier: Path, catalogue: Catalogue, tmp_path: Path) -> None:
    other = Catalogue.open(tmp_path / "cache")
    with other.exclusive():
        done = read_folder(dossier, catalogue)
    assert (done.busy, done.read, catalogue.count()) == (True, 0, 0)
    other.close()
    assert read_folder(dossier, catalogue).read == 3


def test_a_file_that_could_not_be_read_is_tried_again(
    dossier: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: object, entry: object) -> object:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr("tui.importing.read_file._content", refused)
        read_folder(dossier, catalogue)
        before = state(catalogue)
        read_folder(dossier, catalogue)
        assert state(catalogue) == before
        assert catalogue.sums().failed == 3
    read_folder(dossier, catalogue)
    assert catalogue.sums().read == 3


def test_the_files_themselves_are_never_written(dossier: Path, catalogue: Catalogue) -> None:
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in dossier.iterdir()}
    read_folder(dossier, catalogue)
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in dossier.iterdir()} == before


FOLDERS = st.dictionaries(
    st.sampled_from(["a.md", "b.txt", "sub/c.md", "sub/d.jpeg", "e", ".f.md"]),
    st.sampled_from([b"", b"It rained.", b"---\ndate: 2023-06\n---\nIt snowed.", b"\x00\x01", b"# Hail\n"]),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(FOLDERS, min_size=1, max_size=4))
def test_after_any_changes_the_catalogue_is_as_if_made_anew(
    tmp_path_factory: pytest.TempPathFactory, folders: list[dict[str, bytes]]
) -> None:
    folder = tmp_path_factory.mktemp("dossier")
    kept = Catalogue.open(None)
    for step, files in enumerate(folders):
        for path in [path for path in folder.rglob("*") if path.is_file()]:
            path.unlink()
        for name, content in files.items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_bytes(content)
            os.utime(folder / name, ns=(step, step))
        read_folder(folder, kept)
        assert not read_folder(folder, kept)
    fresh = Catalogue.open(None)
    read_folder(folder, fresh)
    articles = [one for _, one in kept.pending(99)]
    # An article that moved keeps its id, which a catalogue that is made anew cannot know.
    by_path = {one.path: replace(one, id="") for one in articles}
    assert by_path == {one.path: replace(one, id="") for _, one in fresh.pending(99)}
    assert len({one.id for one in articles}) == len(articles)
    assert kept.accounts() == fresh.accounts()
    sums = kept.sums()
    assert sums.read + sums.skipped + sums.failed == sums.files == len(folders[-1])
    assert sums.articles == kept.count()
    kept.close()
    fresh.close()


def test_the_parts_of_a_page_are_read_once_the_page_has_gone(dossier: Path, catalogue: Catalogue) -> None:
    (dossier / "ferry.html").write_text("<title>Ferry</title><h1>Ferry</h1><p>The ferry sailed again on Monday.</p>")
    (dossier / "ferry_files").mkdir()
    (dossier / "ferry_files" / "notes.md").write_text("# Notes\n\nIt left at noon.\n")

    def outcomes() -> dict[str, str]:
        read_folder(dossier, catalogue)
        return {account.path: account.outcome.value for account in catalogue.accounts() if "ferry" in account.path}

    assert outcomes()["ferry_files/notes.md"] == "skipped"
    (dossier / "ferry.html").rename(dossier / "gone.html")
    assert outcomes() == {"ferry_files/notes.md": "read"}
    (dossier / "gone.html").rename(dossier / "ferry.html")
    assert outcomes()["ferry_files/notes.md"] == "skipped"
    assert "Notes" not in titles(catalogue)
