"""ProQuest and EBSCO: what a citation says where a field is missing, and labels in other languages."""

from __future__ import annotations

from tui.importing.press.line import lines_of_text
from tui.importing.press.proquest import read


def test_the_citation_gives_outlet_day_and_page_where_no_field_does() -> None:
    record = read(
        lines_of_text("Crane\n\nPublication info: Harbour Times ; Portham [Portham]04 Mar 2013: A3.\n\nFull text: It.")
    )
    assert record.day is not None
    assert (record.outlet, record.day.dates[0].iso, record.page) == ("Harbour Times", "2013-03-04", "A3")


def test_the_day_of_the_last_update_dates_nothing() -> None:
    record = read(
        lines_of_text("Crane\n\nPublication title: Harbour Times\n\nLast updated: 2017-11-07\n\nFull text: It.")
    )
    assert record.day is None


def test_spanish_labels() -> None:
    record = read(
        lines_of_text(
            "La grúa\n\nAutor: Ana Muñoz\n\nTexto completo: La grúa.\n\nTítulo de publicación: El Muelle; Portham\n\n"
            "Fecha de publicación: 4 de marzo de 2013\n\nID del documento de ProQuest: 77\n\n"
            "Idioma de la publicación: Español"
        )
    )
    assert record.day is not None
    assert (record.outlet, record.day.dates[0].iso, record.number, record.language) == (
        "El Muelle",
        "2013-03-04",
        "77",
        "es",
    )


def test_a_source_of_ebsco_in_figures_is_doubtful() -> None:
    record = read(
        lines_of_text(
            "Record: 1\n\nTitle: Crane\n\nSource: Harbour Times (Portham), 03/04/2023, p3\n\nDatabase: X\n\nIt."
        )
    )
    assert record.day is not None
    assert "may be" in record.day.doubt
    assert (record.outlet, record.page, [line.text for line in record.body]) == (
        "Harbour Times (Portham)",
        "3",
        ["It."],
    )
