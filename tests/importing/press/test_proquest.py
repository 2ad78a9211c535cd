"""ProQuest: what a citation says where a field is missing, and labels in other languages."""

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


def test_the_years_behind_the_outlet_are_no_part_of_its_name() -> None:
    record = read(
        lines_of_text(
            "Crane\n\nPublication title: Harbour Times (1821-2003); Portham (UK)\n\nPublication date: Mar 4, 1913\n\n"
            "Full text: It."
        )
    )
    assert record.outlet == "Harbour Times"


def test_the_number_in_french() -> None:
    record = read(lines_of_text("La grue\n\nTexte intégral : Elle.\n\nIdentifiant du document ProQuest: 281"))
    assert record.number == "281"
