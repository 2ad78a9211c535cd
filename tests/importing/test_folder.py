"""The walk offers plain files inside the folder and names everything else with its reason."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from tui.dossier.account import Outcome
from tui.errors import DossierError
from tui.importing import folder as folder_module
from tui.importing.folder import check_folder, page_beside, walk


def seen(folder: Path) -> dict[str, str]:
    return {entry.path: entry.reason for entry in walk(folder)}


def test_files_come_sorted_folder_by_folder(tmp_path: Path) -> None:
    for name in ("b.md", "a/z.md", "a/b/c.md", "a.md", "c/a.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    assert list(seen(tmp_path)) == ["a/b/c.md", "a/z.md", "a.md", "b.md", "c/a.md"]


def test_a_file_comes_with_its_size_and_time(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("four")
    os.utime(tmp_path / "a.md", ns=(5, 123456789))
    (entry,) = walk(tmp_path)
    assert (entry.size, entry.mtime_ns, entry.outcome) == (4, 123456789, None)


def test_what_is_hidden_is_one_line(tmp_path: Path) -> None:
    (tmp_path / ".git/objects").mkdir(parents=True)
    (tmp_path / ".git/objects/a.md").write_text("x")
    (tmp_path / ".note.md").write_text("x")
    assert seen(tmp_path) == {".git/": "a hidden folder", ".note.md": "a hidden file"}
    assert {entry.outcome for entry in walk(tmp_path)} == {Outcome.SKIPPED}


def test_a_readme_is_no_article_in_whatever_folder_it_stands(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    for name in ("README.md", "below/Readme.txt", "readme-please.md", "below/readme.html"):
        (tmp_path / name).write_text("x")
    skipped = {entry.path: entry.reason for entry in walk(tmp_path) if entry.outcome is Outcome.SKIPPED}
    assert skipped == dict.fromkeys(["README.md", "below/Readme.txt"], "a README, not an article")
    assert len(seen(tmp_path)) == 4


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs links and pipes")
def test_links_and_pipes_are_named_and_never_opened(tmp_path: Path) -> None:
    dossier = tmp_path / "dossier"
    dossier.mkdir()
    (tmp_path / "outside.md").write_text("secret")
    (dossier / "loop").symlink_to(dossier)
    (dossier / "out.md").symlink_to(tmp_path / "outside.md")
    (dossier / "nowhere.md").symlink_to("nothing")
    os.mkfifo(dossier / "pipe.md")
    link = "a link; links are not followed"
    assert seen(dossier) == {"loop": link, "nowhere.md": link, "out.md": link, "pipe.md": "a named pipe"}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere only the system's keeper may make one without a socket")
def test_a_socket_is_named(tmp_path: Path) -> None:
    os.mknod(tmp_path / "s.md", stat.S_IFSOCK | 0o600)
    assert seen(tmp_path) == {"s.md": "a socket"}


@pytest.mark.skipif(os.name == "nt", reason="names are bytes elsewhere")
def test_a_name_that_is_no_utf_8_survives(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/caf\xe9.md"
    with open(raw, "w") as file:
        file.write("x")
    (entry,) = walk(tmp_path)
    assert os.fsencode(entry.path) == b"caf\xe9.md"


def test_a_folder_that_cannot_be_read_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "open").mkdir()
    (tmp_path / "open/a.md").write_text("x")
    scan = os.scandir

    def refusing(path: object) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return scan(str(path))

    monkeypatch.setattr(folder_module.os, "scandir", refusing)
    assert seen(tmp_path) == {"closed/": "the folder cannot be read: permission denied", "open/a.md": ""}


def test_folders_are_not_entered_without_end(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 70)
    deep.mkdir(parents=True)
    (deep / "a.md").write_text("x")
    (line,) = walk(tmp_path)
    assert line.outcome is Outcome.FAILED
    assert line.reason == "more than 64 folders deep"


def test_a_folder_that_is_none_is_said(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="name another folder"):
        list(walk(tmp_path / "missing"))


def test_a_folder_that_cannot_even_be_looked_at_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DossierError, match="cannot be accessed: file name too long"):
        check_folder(tmp_path / ("river" * 100))

    def refusing(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "exists", refusing)
    with pytest.raises(DossierError, match="cannot be accessed: permission denied; name another folder"):
        check_folder(tmp_path)


FOLDERS = [
    ("an english browser", "Ferry_files", {"Ferry.html"}, "Ferry.html"),
    ("a french one", "Le bac_fichiers", {"Le bac.htm"}, "Le bac.htm"),
    ("a german one", "Fähre-Dateien", {"Fähre.html"}, "Fähre.html"),
    ("a spanish one", "Barco_archivos", {"Barco.html"}, "Barco.html"),
    ("no page beside it", "Ferry_files", {"Tides.html"}, ""),
    ("a folder of one's own", "case files", {"case.html"}, ""),
    ("a name that is nothing but the ending", "_files", {".html"}, ""),
]


@pytest.mark.parametrize(("folder", "names", "page"), [case[1:] for case in FOLDERS], ids=[case[0] for case in FOLDERS])
def test_a_folder_belongs_to_the_page_beside_it(folder: str, names: set[str], page: str) -> None:
    assert page_beside(folder, names) == page


def test_frames_in_the_folder_of_a_page_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "Ferry.html").write_text("<p>The ferry sails again.")
    inner = tmp_path / "Ferry_files" / "frames"
    inner.mkdir(parents=True)
    (inner / "advert.html").write_text("<p>Buy a boat.")
    (inner.parent / "notes.txt").write_text("window.x = 1")
    (tmp_path / "Tides_files").mkdir()
    (tmp_path / "Tides_files" / "kept.html").write_text("<p>A page of its own.")
    found = {entry.path: (entry.outcome, entry.reason) for entry in walk(tmp_path)}
    part = (Outcome.SKIPPED, "a part of the saved page Ferry.html")
    assert found == {
        "Ferry.html": (None, ""),
        "Ferry_files/frames/advert.html": part,
        "Ferry_files/notes.txt": part,
        "Tides_files/kept.html": (None, ""),
    }


def test_a_file_is_no_dossier_and_the_command_that_lists_it_is_named(tmp_path: Path):
    file = tmp_path / "a b" / "one.md"
    file.parent.mkdir()
    file.write_text("One.", encoding="utf-8")
    with pytest.raises(DossierError) as refused:
        check_folder(file)
    assert str(refused.value).endswith(f"mali-tui '{file.parent}' --query 'path:\"one.md\"'")
