"""Markdown files: front matter, titles, and clippings that were kept as Markdown."""

from __future__ import annotations

import pytest

from tui.importing.formats.markdown import read
from tui.importing.parsed import Draft, RawFile
from tui.importing.read_file import read_content
from tui.importing.registry import reader_of


def draft(text: str) -> Draft:
    (one,) = read(RawFile("a.md", text.encode()))
    return one


def test_front_matter_says_what_the_article_is() -> None:
    one = draft(
        "---\ntitle: The bridge\ndate: 2023-06\nsource: AFP\nlang: fr\ntags: [a]\nretold: true\n---\n\nIt is *open*.\n"
    )
    assert (one.title, one.source, one.language, one.tags, one.retold) == ("The bridge", "AFP", "fr", ("a",), True)
    assert [date.iso for date in one.dates] == ["2023-06"]
    assert one.paragraphs == ("It is open.",)


def test_a_heading_that_repeats_the_title_is_left_out() -> None:
    one = draft("---\ntitle: The bridge\n---\n\n# The **Bridge**\n\nIt is open.\n")
    assert (one.paragraphs, one.left_out) == (("It is open.",), ("The Bridge",))


def test_a_heading_that_says_something_else_stays() -> None:
    assert draft("---\ntitle: The bridge\n---\n\n# At last\n\nIt is open.\n").paragraphs == ("At last", "It is open.")


def test_without_front_matter_the_first_heading_is_the_title() -> None:
    one = draft("# The bridge is open.\n\n## At last\n\nIt rained.\n")
    assert (one.title, one.paragraphs) == ("The bridge is open.", ("At last", "It rained."))


def test_a_clipping_kept_as_markdown_is_parted_like_any_other() -> None:
    one = draft(
        "# The bridge\n\n**By Ada Rell**\n\n7 November 2024\n\nIt was opened with a song at noon.\n\n"
        "*READ ALSO: [A heron](https://x.org)*\n\nNobody fell in.\n\n![A bridge](b.png)\n"
    )
    assert (one.title, one.author, [date.iso for date in one.dates]) == ("The bridge", "Ada Rell", ["2024-11-07"])
    assert one.paragraphs == ("It was opened with a song at noon.", "Nobody fell in.")
    assert one.left_out == ("By Ada Rell", "7 November 2024", "READ ALSO: A heron", "![A bridge](b.png)")


def test_what_was_no_plain_matter_is_noted() -> None:
    (one,) = read(RawFile("a.md", "---\ntitle: a: b\ndate: 03/08/20233\n---\nd\u00e9j\u00e0".encode("cp1252")))
    assert [note.split(":")[0][:20] for note in one.notes] == [
        "not UTF-8 throughout",
        "its front matter was",
        "the date '03/08/2023",
    ]


HEADS = [
    ("published", "Published: 2 August 2019", ["2019-08-02 byline"], True),
    ("a byline", "By Ada Rell, 2 August 2019", ["2019-08-02 byline"], True),
    ("a day alone", "2 August 2019", ["2019-08-02 byline"], True),
    ("a name and a day", "Harbour Gazette · 2 August 2019", ["2019-08-02 byline"], True),
    ("a dateline", "TASSARA, Aug. 2, 2019 (Reuters) - Forty ships came.", ["2019-08-02 dateline"], True),
    ("one that agrees", "TASSARA, Aug. 19, 2019 (Reuters) - Forty ships came.", ["2019-08-19 dateline"], False),
    ("a later change", "Updated: 9 September 2019", ["2019-09-09 date of change"], False),
    ("a memoir", "4 October 1974", [], False),
    ("a fact", "Founded\n\n4 October 2019", [], False),
    ("figures of two meanings", "02/08/2019", [], False),
    ("a sentence", "It rained on 2 August 2019, as it does.", [], False),
]


@pytest.mark.parametrize(("head", "offered", "doubtful"), [row[1:] for row in HEADS], ids=[row[0] for row in HEADS])
@pytest.mark.parametrize("suffix", ["md", "txt"])
def test_the_days_in_the_head_of_a_text_with_front_matter(
    head: str, offered: list[str], doubtful: bool, suffix: str
) -> None:
    text = f"{head}\n\nThe keepers of the light counted them all in one night, and were glad."
    content = f"---\ntitle: Forty ships\ndate: 2019-08-20\n---\n\n{text}\n"
    reader = reader_of(f"ships.{suffix}")
    assert reader is not None
    (article,) = read_content(RawFile(f"ships.{suffix}", content.encode()), reader).articles
    assert article.published is not None
    assert article.published.iso == "2019-08-20"
    assert [f"{date.iso} {date.provenance}" for date in article.candidates] == offered
    assert bool(article.doubt) is doubtful
    assert article.text == text
    assert article.left_out == ()


def test_a_text_with_a_title_alone_is_dated_by_its_head() -> None:
    content = b"---\ntitle: Forty ships\n---\n\nPublished 2 August 2019\n\nThe keepers counted them all.\n"
    (article,) = read_content(RawFile("ships.md", content), read).articles
    assert article.published is not None
    assert (article.published.iso, article.published.provenance) == ("2019-08-02", "byline")
    assert article.text.startswith("Published")
