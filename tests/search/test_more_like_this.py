from __future__ import annotations

from pathlib import Path

from tui.core.explorer import Explorer
from tui.core.view import Query


def written(folder: Path, texts: dict[str, str]) -> Explorer:
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(f"---\ntitle: {name}\n---\n\n{text}\n", encoding="utf-8")
    explorer = Explorer.open(folder)
    explorer.refresh()
    return explorer


def test_articles_are_related_by_words_that_few_others_hold(tmp_path: Path):
    others = {f"other{number}": f"The council met in town, and spoke of matter{number}." for number in range(20)}
    explorer = written(
        tmp_path,
        {
            **others,
            "one": "The council spoke of the dredger and the lighthouse.",
            "two": "A dredger came to the lighthouse in town.",
        },
    )
    query = explorer.related(explorer.find("one.md"))
    assert query == "dredger OR lighthouse"
    found = explorer.explore(Query(query))
    assert {row.title for row in found.rows} == {"one", "two"}
    for row in found.rows:
        assert {
            explorer.read(row.number, query).article.text[a:b] for a, b in explorer.read(row.number, query).marks
        } == {
            "dredger",
            "lighthouse",
        }
    explorer.close()


def test_an_article_like_no_other_has_no_related_ones(tmp_path: Path):
    explorer = written(tmp_path, {"one": "Zeppelin", "two": "Dredger 12 12", "three": "The the 12"})
    assert [explorer.related(explorer.find(f"{name}.md")) for name in ("one", "two", "three")] == ["", "", ""]
    explorer.close()
