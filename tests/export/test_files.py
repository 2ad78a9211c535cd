from __future__ import annotations

import pytest

from tui.export.files import ExportRefused, FileExists, check_free, ending_of, first_name, named_file, write_whole

FORMS = {".md": ("Markdown", str), ".csv": ("table", str)}


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A folder with a dossier in it, which is where the program was started."""
    (tmp_path / "dossier" / "inner").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


REFUSED = [
    ("empty", "  ", "Name a file"),
    ("ending", "notes.exe", "End the name"),
    ("no-ending", "notes", "End the name"),
    ("no-folder", "nowhere/notes.md", "no folder"),
    ("in-the-dossier", "dossier/notes.md", "never written"),
    ("deep-in-the-dossier", "dossier/inner/../inner/notes.md", "never written"),
    ("a-folder", "taken.md", "is a folder"),
    ("nul", "no\0tes.md", "Name a file"),
    ("home-of-nobody", "~nobody-of-that-name/notes.md", "no name of a file"),
    ("too-long", f"{'n' * 5000}/notes.md", "no name of a file"),
]


@pytest.mark.parametrize(("name", "sentence"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_a_name_that_will_not_do_is_refused_with_a_reason(place, name, sentence):
    (place / "taken.md").mkdir()
    with pytest.raises(ExportRefused, match=sentence):
        named_file(name, FORMS, place / "dossier")


ENDINGS = [
    ("one", "a.md", ".md"),
    ("in capitals", "a.MD", ".md"),
    ("the longest", "a.csl.json", ".csl.json"),
    ("the shorter one of two", "a.b.json", ".json"),
    ("none", "a.txt", ""),
    ("no name before it", ".md", ""),
]


@pytest.mark.parametrize(("name", "ending"), [case[1:] for case in ENDINGS], ids=[case[0] for case in ENDINGS])
def test_the_ending_of_a_name_says_the_form(name, ending):
    forms = dict.fromkeys((".md", ".json", ".csl.json"), ("", str))
    assert ending_of(name, forms) == ending


def test_a_name_that_is_taken_is_told_before_anything_is_made(place):
    check_free(place / "notes.md", over=False)
    (place / "notes.md").write_text("mine", encoding="utf-8")
    check_free(place / "notes.md", over=True)
    with pytest.raises(FileExists, match=r"notes\.md is there already"):
        check_free(place / "notes.md", over=False)


def test_a_link_into_the_dossier_is_no_way_around(place):
    (place / "door").symlink_to(place / "dossier")
    with pytest.raises(ExportRefused, match="never written"):
        named_file("door/notes.md", FORMS, place / "dossier")


def test_the_home_can_be_named(place, own_surroundings):
    assert named_file("~/notes.MD", FORMS, place / "dossier") == own_surroundings.resolve() / "notes.MD"


def test_a_file_is_written_over_only_where_that_was_agreed_to(place):
    write_whole(place / "notes.md", "first", over=False)
    with pytest.raises(FileExists, match="there already"):
        write_whole(place / "notes.md", "second", over=False)
    assert (place / "notes.md").read_text(encoding="utf-8") == "first"
    write_whole(place / "notes.md", "third\r\n", over=True)
    assert (place / "notes.md").read_bytes() == b"third\r\n"
    assert sorted(path.name for path in place.iterdir()) == ["dossier", "notes.md"]


def test_no_file_is_left_where_writing_fails(place):
    def broken() -> None:
        write_whole(place / "missing" / "notes.md", "text", over=False)

    with pytest.raises(ExportRefused, match="cannot be written"):
        broken()
    assert [path.name for path in place.iterdir()] == ["dossier"]


def test_a_file_system_without_links_keeps_what_is_there(place, monkeypatch):
    def refuse(*_: object, **_options: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.link", refuse)
    write_whole(place / "notes.md", "first", over=False)
    with pytest.raises(FileExists):
        write_whole(place / "notes.md", "second", over=False)
    assert (place / "notes.md").read_text(encoding="utf-8") == "first"


def test_the_suggested_name_is_free_and_outside_of_the_dossier(place, own_surroundings, monkeypatch):
    (place / "story.md").write_text("", encoding="utf-8")
    assert first_name(place / "dossier", "story", ".md") == str(place / "story-2.md")
    monkeypatch.chdir(place / "dossier" / "inner")
    assert first_name(place / "dossier", "story", ".md") == str(own_surroundings / "story.md")


def test_where_the_present_folder_is_gone_the_home_is_suggested(place, own_surroundings, monkeypatch):
    (place / "brief").mkdir()
    monkeypatch.chdir(place / "brief")
    (place / "brief").rmdir()
    assert first_name(place / "dossier", "story", ".md") == str(own_surroundings / "story.md")
