"""Where nothing is found, other queries ask for less."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.core.explorer import Explorer
from tui.core.view import Query
from tui.search.engine import Engine
from tui.search.language import parse
from tui.search.suggestions import alternatives

CORPUS = [
    ("one word leaves nothing to drop", "camp", []),
    ("everything", "", []),
    (
        "two words",
        "camp ber",
        [('without "camp"', "ber"), ('without "ber"', "camp"), ("any of the words", "camp OR ber")],
    ),
    (
        "a date",
        "camp date:2023-06",
        [
            ('without "camp"', "date:2023-06-01..2023-06-30"),
            ("dates a quarter of a year wider", "camp date:2023-03-01..2023-09-30"),
            ("without the dates", "camp"),
        ],
    ),
    (
        "a mentioned date",
        "camp event:2012-06-30..",
        [
            ('without "camp"', "event:2012-06-30.."),
            ("dates a quarter of a year wider", "camp event:2012-03-30.."),
            ("without the mentioned dates", "camp"),
        ],
    ),
    (
        "a source is no word",
        "camp source:afp",
        [('without "camp"', "source:afp"), ('without source "afp"', "camp")],
    ),
    ("an OR is one part", "a OR b", []),
    ("a phrase", '"exit plan"', [('"exit plan" with other words among them', '"exit plan"~10')]),
    ("a phrase of one word", '"exit"', []),
    ("a loose phrase", '"exit plan"~2', []),
    (
        "near",
        "exit NEAR/2 plan camp",
        [
            ("the same words, however far apart", "exit plan camp"),
            ("without exit NEAR/2 plan", "camp"),
            ('without "camp"', "exit NEAR/2 plan"),
            ("any of the words", "exit NEAR/2 plan OR camp"),
        ],
    ),
]


@pytest.mark.parametrize(("query", "expected"), [case[1:] for case in CORPUS], ids=[case[0] for case in CORPUS])
def test_the_alternatives_of_a_query(query, expected):
    assert alternatives(parse(query).tree) == expected


def test_of_a_long_query_any_of_the_words_is_offered_too():
    many = [f"word{number}" for number in range(40)]
    found = alternatives(parse(" ".join(many)).tree)
    assert found[-1] == ("any of the words", " OR ".join(many))
    assert found[0] == ('without "word0"', " ".join(many[1:]))
    assert len(found) == 17


def test_no_word_is_respelled_as_one_that_says_nothing(index, make_article):
    index.add([(1, make_article(1, "t", "the one lamp")), (2, make_article(2, "t", "on the lamps"))])
    assert Engine(index).respelled(parse("onu").tree) == [("one for onu", "one")]
    assert Engine(index).respelled(parse("thx").tree) == []


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


def test_names_and_repeated_words_relate_articles_and_dates_do_not(tmp_path: Path):
    filler = {f"other{number}": f"The council met in town on matter{number}." for number in range(20)}
    one = (
        "Early on Friday, in August, the Porthaven tug left with Ada Lorimer and Bela Quist. The dredger followed, and"
        " the dredger came back. It was much later, with Porthaven asleep, that Lorimer told of a curious whistle."
    )
    two = "By Friday in August, Porthaven, Lorimer, Quist had much of a dredger; curious, whistle, later, asleep, told."
    explorer = written(tmp_path, {**filler, "one": one, "two": two})
    shared = explorer.related(explorer.find("one.md")).split(" OR ")
    assert set(shared) == {"porthaven", "lorimer", "quist", "dredger"}
    assert shared[-1] in {"dredger", "quist"}
    explorer.close()
