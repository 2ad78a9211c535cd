"""Markdown files: front matter, titles, and clippings that were kept as Markdown."""

from __future__ import annotations

from tui.dossier.draft import Draft, RawFile
from tui.dossier.formats.markdown import read


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
