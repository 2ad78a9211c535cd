from __future__ import annotations

import pytest
from msgspec.structs import replace

from tui.desk.anchoring import text_sha
from tui.desk.articles import recognised, ref_of
from tui.dossier.article import Article, Provenance, PublishedDate

MARCH = PublishedDate.from_iso("2021-03-04", Provenance.FRONT_MATTER)
HERON = Article("heron", "a/heron.md", "The heron came back", "The heron came back in May.", MARCH, source="Coast Post")
EGRET = Article("egret", "a/egret.md", "An egret", "An egret was seen.", MARCH, source="Coast Post")
PAGED = replace(HERON, address="https://coast.example/heron")

CASES = [
    ("as it was", HERON, [HERON, EGRET], "heron"),
    ("mended in its place", HERON, [replace(HERON, text="The heron is back."), EGRET], "heron"),
    ("another title, the same text", HERON, [replace(HERON, title="Birds"), EGRET], "heron"),
    (
        "another title and text, alike",
        HERON,
        [replace(HERON, title="The heron is back", text="It is."), EGRET],
        "heron",
    ),
    ("moved", HERON, [replace(HERON, id="new", path="b/heron.md"), EGRET], "new"),
    ("moved, and another one in its place", HERON, [replace(EGRET, id="heron"), replace(HERON, id="new")], "new"),
    (
        "saved in another format",
        HERON,
        [replace(HERON, id="new", path="a/heron.html", text="The heron is back."), EGRET],
        "new",
    ),
    ("moved, with another title", HERON, [replace(HERON, id="new", title="Birds"), EGRET], "new"),
    (
        "another title and text at its address",
        PAGED,
        [replace(PAGED, id="new", title="Birds", text="Birds."), EGRET],
        "new",
    ),
    (
        "two of its title, one of its day",
        HERON,
        [
            replace(HERON, id="new", text="x"),
            replace(HERON, id="old", text="y", published=None, source="Other"),
        ],
        "new",
    ),
    (
        "two of its title and day, one of its text",
        HERON,
        [replace(HERON, id="x", text="x"), replace(HERON, id="new")],
        "new",
    ),
    (
        "two copies, one of its name",
        HERON,
        [
            replace(HERON, id="x", path="b/x.md"),
            replace(HERON, id="new", path="b/heron.md"),
        ],
        "new",
    ),
    (
        "in another format, with the outlet behind its title and another text",
        HERON,
        [replace(HERON, id="new", title="“The heron came back” | Coast Post", text="The heron — back."), EGRET],
        "new",
    ),
    (
        "another title of that day and outlet, with another figure",
        replace(HERON, title="Heron 2 came back in the year of the flood"),
        [replace(HERON, id="new", title="Heron 3 came back in the year of the flood", text="x")],
        None,
    ),
    (
        "two titles like it",
        HERON,
        [replace(HERON, id=name, title=f"The heron came back | {name}", text=name) for name in ("one", "two")],
        None,
    ),
    (
        "a title like it, of another outlet",
        HERON,
        [replace(HERON, id="new", title="The heron came back!", text="x", source="Inland Times", published=None)],
        None,
    ),
    ("another one in its place", HERON, [replace(EGRET, id="heron")], None),
    ("gone", HERON, [EGRET], None),
    ("two like it", HERON, [replace(HERON, id="x", text="x"), replace(HERON, id="y", text="y")], None),
]


@pytest.mark.parametrize(("was", "present", "found"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_an_article_is_found_again(was: Article, present: list[Article], found: str | None) -> None:
    ref = ref_of(was, text_sha(was.text))
    texts = {article.id: article.text for article in present}
    result = recognised({ref.id: ref}, present, lambda ident: text_sha(texts[ident]))
    assert result.ids.get(ref.id, None if ref.id in result.missing else ref.id) == found


def test_texts_are_not_read_where_titles_tell() -> None:
    def never(ident: str) -> str:
        raise AssertionError(ident)

    refs = {each.id: ref_of(each, text_sha(each.text)) for each in (HERON, EGRET)}
    assert recognised(refs, [HERON, EGRET], never).ids == {}
    assert recognised(refs, [replace(HERON, id="new"), EGRET], never).ids == {"heron": "new"}


def test_a_path_that_is_no_text_can_be_written_down() -> None:
    assert ref_of(replace(HERON, path="odd \udc80.md")).path == "odd ?.md"
