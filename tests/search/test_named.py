"""`name:` in queries, completed and counted, on a folder of articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.core.explorer import Explorer
from tui.core.view import Query

TEXTS = {
    "a": "We saw Ada Holm in Nairobi. The Ferry Owners Guild (FOG) met.",
    "b": "They say Holm sang. A harbour is wet.",
    "c": "They saw Uwe Brandt at the Harbour. Then FOG met.",
    "d": "The harbour is wet, and the harbour is cold.",
    **dict.fromkeys("fgh", "It is wet in the harbour."),
}


@pytest.fixture
def explorer(tmp_path: Path) -> Iterator[Explorer]:
    folder = tmp_path / "named"
    folder.mkdir()
    for name, text in TEXTS.items():
        head = f"---\ntitle: piece {name}\ndate: 2021-03-05\nlanguage: en\n---\n\n"
        (folder / f"{name}.md").write_text(f"{head}{text}\n", encoding="utf-8")
    opened = Explorer.open(folder, tmp_path / "cache")
    opened.refresh()
    yield opened
    opened.close()


def found(explorer: Explorer, text: str) -> str:
    hits = explorer.explore(Query(text)).hits
    return "".join(sorted(explorer.article(number).path[0] for number in hits))


ASKED = [
    ("a surname", "name:holm", "ab"),
    ("a full name", 'name:"Ada Holm"', "ab"),
    ("exactly", 'name:="Holm"', "ab"),
    ("exactly a part", 'name:="Ada"', ""),
    ("an abbreviation", "name:fog", "ac"),
    ("what it stands for", 'name:"ferry owners guild"', "ac"),
    ("several", "name:brandt,nairobi", "ac"),
    ("a beginning", "name:nair*", "a"),
    ("nearly", "name:brandtt~", "c"),
    ("not", "-name:fog", "bdfgh"),
    ("with words", "name:fog brandt", "c"),
    ("in French", "nom:holm", "ab"),
    ("no name but a word", "name:sang", ""),
    ("a common word of the dossier", "name:harbour", ""),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in ASKED], ids=[case[0] for case in ASKED])
def test_articles_with_a_name(explorer: Explorer, text: str, expected: str):
    assert found(explorer, text) == expected


def test_the_facet_counts_names_and_its_clauses_find_what_it_counts(explorer: Explorer):
    facets = {facet.field: facet for facet in explorer.facets(explorer.explore(Query()))}
    assert [*facets].index("name") == [*facets].index("date") - 1
    counted = {choice.value: choice.count for choice in facets["name"].choices}
    assert counted == {"Ada Holm": 2, "FOG": 2, "Nairobi": 1, "Uwe Brandt": 1}
    for choice in facets["name"].choices:
        assert len(found(explorer, choice.clause)) == choice.count


def test_names_are_offered_and_completed(explorer: Explorer):
    assert explorer.explore(Query("name:", unfinished=True)).offered[0] in {"Ada Holm", "FOG"}
    assert explorer.completed("name:Uwe") == 'name:Uwe Brandt"'


def test_the_name_is_marked_in_the_text(explorer: Explorer):
    view = explorer.explore(Query("name:brandt"))
    reading = explorer.read(view.hits[0], view=view)
    assert [reading.article.text[start:end] for start, end in reading.marks] == ["Brandt"]


def test_the_line_below_the_query_tells_of_languages_in_which_only_some_names_are_known(explorer: Explorer):
    assert "only some names" not in explorer.explore(Query("name:fog")).understood
    head = "---\ntitle: d\ndate: 2021-03-05\nlanguage: de\n---\n\n"
    (explorer.folder / "i.md").write_text(f"{head}Der Nebel kam nach Nairobi.\n", encoding="utf-8")
    explorer.refresh()
    assert "of 1 article that is neither English nor French only some" in explorer.explore(Query("name:fog")).understood
    assert "only some names" not in explorer.explore(Query("fog")).understood
    assert found(explorer, "name:nairobi") == "ai"


def test_new_articles_bring_new_names(explorer: Explorer):
    assert found(explorer, "name:quellan") == ""
    (explorer.folder / "e.md").write_text(
        "---\ntitle: e\ndate: 2021-03-05\n---\n\nThey saw Quellan go.\n", encoding="utf-8"
    )
    explorer.refresh()
    assert found(explorer, "name:quellan") == "e"
