"""Records that are labelled throughout, and the table of labels."""

from __future__ import annotations

from tui.importing.press.form import closing, label_pattern, labels_of, opening, read_label
from tui.importing.press.labelled import LabelledReader
from tui.importing.press.line import Line, lines_of_text
from tui.importing.press.record import Label

LABELS = labels_of(
    {
        Label.OUTLET: "publication title | título",
        Label.DATE: "date",
        Label.LEAD: "abstract",
        Label.TEXT: "full text",
    }
)
READ = LabelledReader(LABELS)


def test_labels_are_known_in_any_case_and_accent() -> None:
    pattern = label_pattern(LABELS)
    assert read_label(Line("TÍTULO : El Muelle"), pattern, LABELS) == (Label.OUTLET, "El Muelle")
    assert read_label(Line("Titulos: x"), pattern, LABELS) is None


def test_a_record_is_read_field_by_field() -> None:
    record = READ(
        lines_of_text(
            "The crane\n\nAbstract: It stands.\n\nFull text: It stands still.\n\nDate: nobody knows.\n\nOn Monday.\n\n"
            "Publication title: Harbour Times\nof Portham"
        )
    )
    assert (record.title, record.outlet) == ("The crane", "Harbour Times of Portham")
    assert [line.text for line in record.body] == ["It stands still.", "Date: nobody knows.", "On Monday."]
    assert record.left_out == [
        *("Abstract:", "Full text:", "Publication title: Harbour Times", "of Portham", "It stands."),
    ]


def test_an_abstract_alone_is_the_text() -> None:
    record = READ(lines_of_text("The crane\n\nAbstract: It stands."))
    assert [line.text for line in record.lead] == ["It stands."]


def test_seams_open_before_a_line_or_close_behind_it() -> None:
    import re

    lines = [Line("cover"), Line("-"), Line("a"), Line("-"), Line("b")]
    assert opening(re.compile("-"))(lines) == [1, 3]
    assert opening(re.compile("-"), back=1)(lines) == [0, 2]
    assert closing(re.compile("-"))(lines) == [0, 2, 4]
    assert closing(re.compile("="))(lines) == []
