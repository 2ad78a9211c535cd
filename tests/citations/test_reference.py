from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from tui.citations import Name, Reference
from tui.citations.reference import names_in
from tui.dossier.article import Article, Provenance, PublishedDate
from tui.dossier.serialization import HEAD_COLUMNS, article_row, head_of

QUILL, MARSH, TARN = Name("Quill", "Ada"), Name("Marsh", "Ben"), Name("Tarn", "Cleo")

BYLINES = [
    ("nobody", "", ()),
    ("one name", "Ada Quill", (QUILL,)),
    ("by a name", "By Ada Quill", (QUILL,)),
    ("par un nom", "Par Ada Quill", (QUILL,)),
    ("two with and", "Ada Quill and Ben Marsh", (QUILL, MARSH)),
    ("two with et", "Ada Quill et Ben Marsh", (QUILL, MARSH)),
    ("two with an ampersand", "Ada Quill & Ben Marsh", (QUILL, MARSH)),
    ("three", "Ada Quill, Ben Marsh and Cleo Tarn", (QUILL, MARSH, TARN)),
    ("three with a last comma", "Ada Quill, Ben Marsh, and Cleo Tarn", (QUILL, MARSH, TARN)),
    ("inverted", "Quill, Ada", (QUILL,)),
    ("two inverted", "Quill, Ada; Marsh, Ben", (QUILL, MARSH)),
    ("inverted with a particle", "van der Berg, Jan", (Name("van der Berg", "Jan"),)),
    ("particles", "Jan van der Berg", (Name("van der Berg", "Jan"),)),
    ("a particle that is a first name", "Al Gore", (Name("Gore", "Al"),)),
    ("one word", "Molière", (Name("Molière"),)),
    ("an agency", "Agence France-Presse", (Name("Agence France-Presse"),)),
    ("staff", "Harbour Times staff", (Name("Harbour Times staff"),)),
    ("a team with and", "TRT World and agencies", (Name("TRT World and agencies"),)),
    ("the newspaper itself", "The Harbour Times", ()),
    ("a long line", "Edited from a note that somebody left", (Name("Edited from a note that somebody left"),)),
]


@pytest.mark.parametrize(("byline", "names"), [case[1:] for case in BYLINES], ids=[case[0] for case in BYLINES])
def test_a_byline_names(byline: str, names: tuple[Name, ...]) -> None:
    assert names_in(byline, "The Harbour Times") == names


def test_a_name_in_its_orders() -> None:
    name = Name("de La Tour", "Jean-Pierre Marie")
    assert (name.straight, name.inverted) == ("Jean-Pierre Marie de La Tour", "de La Tour, Jean-Pierre Marie")
    assert name.initialled == "de La Tour, J.-P. M."
    assert (Name("Reuters").straight, Name("Reuters").inverted, Name("Reuters").initialled) == ("Reuters",) * 3


def test_a_reference_takes_what_the_article_has_and_nothing_unprintable() -> None:
    article = Article(
        id="abcdefghij",
        path="a.md",
        title="The\x1b]52;c;x\x07 ferry",
        text="",
        published=PublishedDate.from_iso("2023-03", Provenance.TEXT),
        doubt="another date stands in the text",
        captured=date(2024, 1, 2),
        address="https://example.org/a",
        source="The Harbour Times",
        author="By Ada Quill",
        language="en",
        retold=True,
    )
    reference = Reference.of(article)
    assert reference.title == "The]52;c;x ferry"
    assert reference.authors == (QUILL,)
    assert reference.date_parts == (2023, 3)
    assert reference.day is None
    assert reference.accessed == date(2024, 1, 2)
    assert (reference.retold, reference.notes) == (True, ("date doubtful",))


SET_DAY = replace(PublishedDate.from_iso("2023-03-04", Provenance.READER), said="set by you on 2024-05-06")
SET_MONTH = replace(PublishedDate.from_iso("2023-03", Provenance.READER), said="set by ada on 2024-05-06")
READ_DAY = PublishedDate.from_iso("2023-03-04", Provenance.TEXT)
SET = [
    ("nothing", READ_DAY, "", ()),
    ("the day", SET_DAY, "", ("day set by you",)),
    ("a month by somebody else", SET_MONTH, "", ("month set by ada",)),
    ("the title", READ_DAY, "set by you on 2024-05-06", ("title set by you",)),
    ("both", SET_DAY, "set by ada on 2024-05-06", ("day set by you", "title set by ada")),
]


@pytest.mark.parametrize(("published", "said", "notes"), [case[1:] for case in SET], ids=[case[0] for case in SET])
def test_a_reference_says_what_a_reader_set(published: PublishedDate, said: str, notes: tuple[str, ...]) -> None:
    article = Article("abcdefghij", "a.md", "The ferry", "", published, title_said=said)
    assert Reference.of(article).notes == notes


IN_PRINT = {"section": "World", "page": "A12", "edition": "Late", "archive_number": "HRTMS0020230304ej340001"}


@pytest.mark.parametrize("field", IN_PRINT)
def test_a_reference_takes_where_the_article_was_printed_from_the_article_and_from_its_head(field: str) -> None:
    article = Article(id="abcdefghij", path="a.md", title="The ferry", text="", **{field: f"{IN_PRINT[field]}\x1b"})
    head = head_of(1, article_row(article)[: len(HEAD_COLUMNS.split(","))])
    for reference in (Reference.of(article), Reference.of(head)):
        assert {name: getattr(reference, name) for name in IN_PRINT} == {
            name: IN_PRINT[name] if name == field else "" for name in IN_PRINT
        }
