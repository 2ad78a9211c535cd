from __future__ import annotations

from pathlib import Path

import pytest

from tui.base import locations
from tui.base.locations import bundled_dossier, cache_folder, cache_root, data_root, remove_older_caches


def test_the_bundled_dossier_is_there():
    assert any(bundled_dossier().glob("*.md"))


def test_two_folders_of_one_name_have_caches_of_their_own(tmp_path: Path):
    one, other = tmp_path / "a" / "clips", tmp_path / "b" / "clips"
    for folder in (one, other):
        folder.mkdir(parents=True)
    assert cache_folder(one) != cache_folder(other)
    assert cache_folder(one).name.startswith("clips-")


def test_a_link_to_a_folder_shares_its_cache(tmp_path: Path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert cache_folder(tmp_path / "link") == cache_folder(tmp_path / "real")


def test_a_name_of_odd_characters_makes_a_plain_folder_name(tmp_path: Path):
    folder = tmp_path / "a b/…".replace("/", "_")
    folder.mkdir()
    assert all(c.isalnum() or c == "-" for c in cache_folder(folder).name)


def test_the_environment_names_another_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("MALI_TUI_CACHE", str(tmp_path / "elsewhere"))
    assert cache_root() == tmp_path / "elsewhere"


def test_what_the_reader_made_is_kept_apart_from_the_cache(monkeypatch: pytest.MonkeyPatch, own_surroundings: Path):
    assert data_root() == own_surroundings / "data"
    monkeypatch.delenv("MALI_TUI_DATA")
    assert data_root().is_relative_to(own_surroundings)
    assert data_root() != cache_root()


def test_without_it_the_cache_is_the_users_own(monkeypatch: pytest.MonkeyPatch, own_surroundings: Path):
    monkeypatch.delenv("MALI_TUI_CACHE")
    assert cache_root().is_relative_to(own_surroundings)


def test_only_caches_of_older_layouts_are_tidied_away(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    folder = tmp_path / "clips"
    folder.mkdir()
    monkeypatch.setattr(locations, "_LAYOUT", "3")
    now = cache_folder(folder)
    name = now.name.removesuffix("-3")
    names = [f"{name}-1", f"{name}-2", f"{name}-3", f"{name}-4", f"{name}-old", name, "other-00000000-1"]
    for each in names:
        (now.parent / each).mkdir(parents=True)
        (now.parent / each / "catalogue.db").write_bytes(b"x")
    remove_older_caches(folder)
    assert {path.name for path in now.parent.iterdir()} == set(names[2:])


def test_where_there_is_no_cache_nothing_is_tidied(tmp_path: Path):
    remove_older_caches(tmp_path)
