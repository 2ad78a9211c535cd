"""Europresse: the text of its printed form, and the names of outlets."""

from __future__ import annotations

import pytest

from tui.importing.press.europresse import EUROPRESSE, outlet_of, read
from tui.importing.press.line import Line

NAMES = [
    ("bare", "Le Phare", ("Le Phare", "")),
    ("with the issue", "Le Phare de la Côte, no. 1841", ("Le Phare de la Côte", "no. 1841")),
    ("a site", "Le Littoral (site web)", ("Le Littoral", "site web")),
    (
        "a site with its address",
        "Le Littoral (site web) - lelittoral.example",
        ("Le Littoral (site web) - lelittoral.example", ""),
    ),
]
BOX = [
    "Samedi 4 mars 2023",
    "Nom de la source",
    "Le Phare de la Côte",
    "Type de source",
    "Presse • Journaux",
    "Le Phare de la Côte • no. 1841 • p. 3 • 615 mots",
    "Un feu neuf",
    "Ada Quill",
    "Le feu est faible.",
    "© 2023 Le Phare. Tous droits réservés.",
    "Certificat émis le 20 juillet 2024",
    "news·20230304·PH·0001",
]


@pytest.mark.parametrize(("name", "written", "expected"), NAMES)
def test_outlets(name: str, written: str, expected: tuple[str, str]) -> None:
    assert outlet_of(written) == expected, name


def test_the_box_above_an_article_is_read() -> None:
    record = read([Line(text) for text in BOX])
    assert record.day is not None
    assert (record.title, record.outlet, record.day.dates[0].iso, record.author, record.page, record.length) == (
        *("Un feu neuf", "Le Phare de la Côte", "2023-03-04", "Ada Quill", "3", 615),
    )
    assert [line.text for line in record.body] == ["Le feu est faible."]
    assert record.number == "news·20230304·PH·0001"


def test_an_article_without_a_box_is_known_by_its_first_lines() -> None:
    record = read(
        [Line("Le Phare, no. 1, samedi 4 mars 2023, p. 3"), Line("Un feu"), Line("Le feu."), Line("news·20230304·PH·1")]
    )
    assert record.day is not None
    assert (record.title, record.outlet, record.day.dates[0].iso) == ("Un feu", "Le Phare", "2023-03-04")


def test_numbers_part_articles() -> None:
    assert EUROPRESSE.seams([Line(text) for text in BOX * 2]) == [0, len(BOX), 2 * len(BOX)]
