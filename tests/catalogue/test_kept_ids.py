"""Ids over moves, saves and other formats: an article keeps its own, and no two have one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.catalogue.catalogue import Catalogue
from tui.core.read_folder import read_folder

BRIDGE = "The bridge of Brennmouth was closed on Monday, because two of its cables had given way in the storm. " * 3
FERRY = "The ferry of Corvastrand sails again since Friday, and the town has bought new lanterns for its mast. " * 3


def markdown(title: str, text: str, day: str = "2021-03-08", source: str = "Herald") -> str:
    return f"---\ntitle: {title}\ndate: {day}\nsource: {source}\n---\n\n{text}\n"


class Folder:
    """A folder with its catalogue, read anew after each change."""

    def __init__(self, place: Path) -> None:
        self.place = place / "dossier"
        self.place.mkdir()
        self.catalogue = Catalogue.open(None)

    def write(self, name: str, content: str) -> None:
        path = self.place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")

    def ids(self) -> dict[str, str]:
        """Read what changed, and return the id of each article by its path and title."""
        read_folder(self.place, self.catalogue)
        heads = self.catalogue.heads(self.catalogue.columns().numbers)
        ids = [head.id for head in heads]
        assert len(set(ids)) == len(ids), "two articles have one id"
        return {f"{head.path}: {head.title}": head.id for head in heads}


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path)


def test_a_file_that_moves_keeps_its_id(folder):
    folder.write("bridge.md", markdown("The bridge", BRIDGE))
    (before,) = folder.ids().values()
    (folder.place / "2021").mkdir()
    (folder.place / "bridge.md").rename(folder.place / "2021" / "the-bridge.md")
    assert folder.ids() == {"2021/the-bridge.md: The bridge": before}
    (folder.place / "2021" / "the-bridge.md").rename(folder.place / "bridge.md")
    assert folder.ids() == {"bridge.md: The bridge": before}


def test_a_moved_file_that_is_saved_again_keeps_its_id(folder):
    folder.write("bridge.md", markdown("The bridge", BRIDGE))
    (before,) = folder.ids().values()
    (folder.place / "bridge.md").rename(folder.place / "moved.md")
    assert set(folder.ids().values()) == {before}
    folder.write("moved.md", markdown("The bridge", BRIDGE + " It opens in May."))
    assert set(folder.ids().values()) == {before}
    folder.write("moved.md", markdown("Another headline altogether", FERRY, "2022-01-01"))
    assert set(folder.ids().values()) == {before}, "the same file holds one article still"


def test_another_format_keeps_the_id(folder):
    folder.write("bridge.md", markdown("The bridge of Brennmouth", BRIDGE))
    (before,) = folder.ids().values()
    (folder.place / "bridge.md").unlink()
    page = (
        "<html><head><title>The bridge of Brennmouth</title><meta property='og:site_name' content='Herald'>"
        "<meta property='article:published_time' content='2021-03-08T10:00:00Z'></head>"
        f"<body><article><h1>The bridge of Brennmouth</h1><p>{BRIDGE}</p><p>More of it, on the page alone, which is"
        " the better file.</p></article></body></html>"
    )
    folder.write("bridge.html", page)
    assert set(folder.ids().values()) == {before}


def test_two_files_with_one_text_keep_two_ids(folder):
    folder.write("a/story.md", markdown("The bridge", BRIDGE))
    folder.write("b/copy.md", markdown("The bridge", BRIDGE))
    before = {key.partition(":")[0].rpartition("/")[2]: ident for key, ident in folder.ids().items()}
    (folder.place / "a").rename(folder.place / "c")
    (folder.place / "b").rename(folder.place / "d")
    after = {key.partition(":")[0].rpartition("/")[2]: ident for key, ident in folder.ids().items()}
    assert after == before


def test_a_copy_is_another_article(folder):
    folder.write("story.md", markdown("The bridge", BRIDGE))
    (before,) = folder.ids().values()
    folder.write("later/story.md", markdown("The bridge", BRIDGE))
    assert folder.ids()["story.md: The bridge"] == before
    assert len(folder.ids()) == 2


def test_a_new_file_in_the_old_place_gets_an_id_of_its_own(folder):
    folder.write("story.md", markdown("The bridge", BRIDGE))
    (before,) = folder.ids().values()
    (folder.place / "story.md").rename(folder.place / "moved.md")
    assert set(folder.ids().values()) == {before}
    folder.write("story.md", markdown("The ferry", FERRY))
    ids = folder.ids()
    assert ids["moved.md: The bridge"] == before
    again = ids["story.md: The ferry"]
    folder.write("story.md", markdown("The ferry", FERRY + " So it was said."))
    assert folder.ids() == {"moved.md: The bridge": before, "story.md: The ferry": again}


def test_an_article_before_another_one_in_its_file_takes_no_id(folder):
    rows = [f'{{"title": "The bridge", "date": "2021-03-08", "text": "{BRIDGE}"}}']
    folder.write("all.jsonl", "\n".join(rows) + "\n")
    (before,) = folder.ids().values()
    rows.insert(0, f'{{"title": "The ferry", "date": "2021-03-09", "text": "{FERRY}"}}')
    folder.write("all.jsonl", "\n".join(rows) + "\n")
    assert folder.ids()["all.jsonl: The bridge"] == before


def test_a_short_text_alone_shows_nothing(folder):
    folder.write("one.md", markdown("The bridge", "To be told."))
    (before,) = folder.ids().values()
    (folder.place / "one.md").unlink()
    folder.write("two.md", markdown("The ferry", "To be told.", "2022-05-05"))
    assert before not in folder.ids().values()


@settings(max_examples=30, deadline=None)
@given(moves=st.lists(st.tuples(st.integers(0, 3), st.sampled_from("abcd"), st.sampled_from("xyz")), max_size=8))
def test_whatever_moves_no_two_articles_have_one_id_and_each_keeps_its_own(tmp_path_factory, moves):
    folder = Folder(tmp_path_factory.mktemp("moves"))
    titles = ["The bridge", "The ferry", "The pier", "The harbour"]
    for place, title in enumerate(titles):
        folder.write(f"{place}.md", markdown(title, f"{title} is told of here. {BRIDGE}"))
    paths = [f"{place}.md" for place in range(4)]
    before = {key.partition(": ")[2]: ident for key, ident in folder.ids().items()}
    for which, directory, name in moves:
        target = folder.place / directory / f"{name}.md"
        if not target.exists():
            target.parent.mkdir(exist_ok=True)
            (folder.place / paths[which]).rename(target)
            paths[which] = f"{directory}/{name}.md"
            assert {key.partition(": ")[2]: ident for key, ident in folder.ids().items()} == before


def test_what_moved_keeps_its_id_though_the_reading_was_stopped_on_the_way(folder):
    names = [f"{number}.md" for number in range(6)]
    for name in names:
        folder.write(name, markdown(f"The bridge number {name[0]}", f"{name[0]} {BRIDGE}"))
    before = {key.partition(": ")[2]: ident for key, ident in folder.ids().items()}
    (folder.place / "later").mkdir()
    for name in names:
        (folder.place / name).rename(folder.place / "later" / name)
    calls = iter(range(1000))
    stopped = read_folder(folder.place, folder.catalogue, stop=lambda: next(calls) > 8)
    assert stopped.stopped
    ids = [head.id for head in folder.catalogue.heads(folder.catalogue.columns().numbers)]
    assert sorted(ids) == sorted(before.values()), "none is lost and none is there twice"
    assert {key.partition(": ")[2]: ident for key, ident in folder.ids().items()} == before
