"""What others own or can write is not opened; what is the user's own is closed to others."""

from __future__ import annotations

import os

import pytest

from tui.base.locations import make_private, refuse_foreign
from tui.core.explorer import Explorer
from tui.errors import CacheError, MaliTuiError

pytestmark = pytest.mark.skipif(os.name != "posix", reason="rights as POSIX has them")


@pytest.fixture
def place(tmp_path):
    folder = tmp_path / "root" / "cache"
    folder.mkdir(parents=True, mode=0o700)
    return folder


def test_an_own_folder_and_a_missing_one_are_no_harm(place):
    refuse_foreign(place)
    refuse_foreign(place / "missing" / "one")


@pytest.mark.parametrize("mode", [0o770, 0o702, 0o777])
def test_a_folder_that_others_can_write_is_refused_in_a_sentence(place, mode):
    place.chmod(mode)
    with pytest.raises(CacheError, match=r"others can write there.*MALI_TUI_CACHE"):
        refuse_foreign(place)


def test_a_folder_that_others_can_swap_is_refused(place):
    place.parent.chmod(0o777)
    with pytest.raises(CacheError):
        refuse_foreign(place)
    place.parent.chmod(0o1777)
    refuse_foreign(place)


def test_a_link_in_its_place_is_refused(place, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    link = place.parent / "link"
    link.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(CacheError):
        refuse_foreign(link)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives folders away")
def test_a_folder_of_another_user_is_refused(place):
    os.chown(place, 12345, 12345)
    with pytest.raises(CacheError, match="belongs to another user"):
        refuse_foreign(place)


def test_a_dossier_with_a_planted_cache_is_read_in_memory_and_said_to_be(place, tmp_path):
    dossier = tmp_path / "dossier"
    dossier.mkdir()
    (dossier / "a.md").write_text("A ferry.", encoding="utf-8")
    place.chmod(0o777)
    explorer = Explorer.open(dossier, place)
    explorer.refresh()
    assert "nothing in it is opened" in explorer.notice
    assert (explorer.count, list(place.iterdir())) == (1, [])
    explorer.close()


def test_what_an_older_version_left_open_is_closed(tmp_path, monkeypatch):
    monkeypatch.setenv("MALI_TUI_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("MALI_TUI_STATE", str(tmp_path / "state"))
    for name in ("data/queries.txt", "data/desks/a-1/desk.jsonl", "data/holiday.jpg", "state/fault-1.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
        path.chmod(0o644)
        path.parent.chmod(0o755)
    make_private()
    modes = {name: (tmp_path / name).stat().st_mode & 0o777 for name in ("data/queries.txt", "state/fault-1.txt")}
    assert modes == {"data/queries.txt": 0o600, "state/fault-1.txt": 0o600}
    assert (tmp_path / "data/desks/a-1/desk.jsonl").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "data/desks/a-1").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "data/holiday.jpg").stat().st_mode & 0o777 == 0o644


def test_an_unknown_user_is_said(monkeypatch, tmp_path):
    from tui.base.locations import expanded

    with pytest.raises(MaliTuiError, match="There is no user ~nobody-of-that-name"):
        expanded((tmp_path / "x").relative_to(tmp_path.anchor).__class__("~nobody-of-that-name/x"))
