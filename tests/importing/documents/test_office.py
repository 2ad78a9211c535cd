"""Office documents: their properties fill in what the text does not say, and never more."""

from __future__ import annotations

from tui.importing.documents.office import Properties, document
from tui.importing.markup.fragment import Block

BACK = Block("The heron came back to the weir on Monday, and nobody knew why.")


def test_a_heading_above_the_text_is_the_title() -> None:
    draft = document([Block("News", 2), Block("A heron at the weir", 1), BACK], Properties(), "a.docx")
    assert draft.title == "A heron at the weir"
    assert BACK.text in draft.paragraphs


def test_the_title_of_the_properties_is_believed_where_it_is_one() -> None:
    said = document([BACK], Properties(title="A heron at the old weir"), "a.docx")
    program = document([BACK], Properties(title="Microsoft Word - heron.doc"), "a.docx")
    assert (said.title, program.title) == ("A heron at the old weir", "")


def test_a_document_with_a_title_alone_is_told() -> None:
    draft = document([], Properties(title="A ferry without its engine"), "a.odt")
    assert (draft.title, draft.paragraphs, draft.notes) == ("A ferry without its engine", (), ("a title and no text",))


def test_what_the_properties_say_besides() -> None:
    told = Properties(
        author="Ada Rell", made="2023-03-14T09:15:00Z", changed="D:20230320", keywords="birds; weirs,", title=""
    )
    draft = document([BACK], told, "a.odt", ("a note",))
    assert (draft.author, draft.tags, draft.notes[0]) == ("Ada Rell", ("birds", "weirs"), "a note")
    assert [f"{one.iso} {one.provenance}" for one in draft.dates] == [
        "2023-03-14 document properties",
        "2023-03-20 date of change",
    ]
