"""The bundled dossier: each file is well formed, and each statement of ours can be traced to the reports it names."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
import yaml

ARTICLES = Path(__file__).resolve().parent.parent / "articles"
OURS = "mali-tui"
UNDATED = "undated report"
FIELDS = {"title", "date", "date_precision", "source", "author", "language", "tags", "retold"}

OUTLETS = {
    "African Media Agency": "African Media Agency",
    "AFP": "AFP",
    "Al Mayadeen English": "Al Mayadeen English",
    "TRT World": "TRT World and agencies",
    UNDATED: "",
}
"""How a statement names a report, and the source that the report's front matter gives."""

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
_QUOTED = re.compile(r"“([^”]*)”")


@dataclass(frozen=True)
class Piece:
    """One file of the dossier, taken apart."""

    name: str
    raw: str
    front: dict[str, str | list[str]]
    paragraphs: tuple[str, ...]

    @property
    def source(self) -> str:
        return str(self.front.get("source", ""))

    @property
    def retold(self) -> bool:
        return self.front.get("retold") == "true"

    @property
    def statements(self) -> tuple[str, ...]:
        """The paragraphs and list items without the headings."""
        return tuple(paragraph for paragraph in self.paragraphs if not paragraph.startswith("#"))

    @property
    def vocabulary(self) -> set[str]:
        """Every word and number of the file, with the publication date's parts and the year that it calls last year."""
        known = set(words(self.raw))
        if "date" in self.front:
            day = date.fromisoformat(str(self.front["date"]))
            known |= {str(day.day), f"{day:%B}".lower(), str(day.year)}
            if "last year" in self.raw.lower():
                known.add(str(day.year - 1))
        return known


def words(text: str) -> list[str]:
    """Split into lower-case words; a possessive ending is dropped, and 11,600 counts as one number."""
    joined = re.sub(r"(?<=\d),(?=\d{3}\b)", "", text)
    return [re.sub(r"[’']s$", "", word).lower() for word in _WORD.findall(joined)]


def read(path: Path) -> Piece:
    raw = path.read_text(encoding="utf-8")
    opening, front, body = raw.split("---\n", 2)
    assert opening == "", f"{path.name} does not begin with front matter"
    fields = yaml.load(front, Loader=yaml.BaseLoader)
    return Piece(path.name, raw, fields, tuple(body.strip("\n").split("\n\n")))


PIECES = [read(path) for path in sorted(ARTICLES.glob("*.md"))]
RETOLD = [piece for piece in PIECES if piece.retold]
REFERENCE = [piece for piece in PIECES if not piece.retold]


def each(pieces: list[Piece]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("piece", pieces, ids=[piece.name for piece in pieces])


def test_the_dossier_has_five_retellings_and_three_to_six_pieces_of_our_own():
    assert len(RETOLD) == 5
    assert 3 <= len(REFERENCE) <= 6


def test_the_dossier_holds_nothing_but_articles():
    assert {path.suffix for path in ARTICLES.iterdir()} == {".md"}


def test_titles_differ():
    titles = [piece.front["title"] for piece in PIECES]
    assert len(set(titles)) == len(titles)


@each(PIECES)
def test_front_matter_has_what_every_article_needs(piece: Piece):
    assert set(piece.front) <= FIELDS
    assert str(piece.front["title"]).strip()
    assert piece.front["language"] == "en"
    tags = piece.front["tags"]
    assert isinstance(tags, list)
    assert tags
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", tag) for tag in tags)
    assert len(set(tags)) == len(tags)


@each(PIECES)
def test_text_is_printable_and_composed(piece: Piece):
    strange = {char for char in piece.raw if char != "\n" and unicodedata.category(char)[0] == "C"}
    assert not strange
    assert unicodedata.is_normalized("NFC", piece.raw)
    assert piece.raw.endswith("\n")


@each(PIECES)
def test_text_is_paragraphs_of_one_line_without_markup(piece: Piece):
    assert piece.statements
    for paragraph in piece.paragraphs:
        assert paragraph.strip() == paragraph
        assert "\n" not in paragraph
        assert not re.search(r"[*_`<>\[\]\\]|https?:", paragraph)
        assert paragraph.startswith("## ") or paragraph.endswith("."), paragraph


@each(PIECES)
def test_quotations_are_shorter_than_ten_words(piece: Piece):
    for quotation in _QUOTED.findall(piece.raw):
        assert len(words(quotation)) < 10


@each([piece for piece in PIECES if "date" in piece.front])
def test_dated_files_are_named_by_their_day(piece: Piece):
    written = str(piece.front["date"])
    assert date(2023, 6, 1) <= date.fromisoformat(written) <= date(2024, 11, 30)
    assert "date_precision" not in piece.front
    assert piece.name.startswith(f"{written}-")


@each(RETOLD)
def test_a_retelling_names_its_outlet_and_day_or_neither(piece: Piece):
    assert piece.source in OUTLETS.values()
    assert ("date" in piece.front) == bool(piece.source)
    assert piece.name.startswith("undated-") == ("date" not in piece.front)


def test_each_report_is_retold_once():
    assert sorted(piece.source for piece in RETOLD) == sorted(OUTLETS.values())


@each(REFERENCE)
def test_our_own_pieces_say_that_they_are_ours_and_claim_no_day(piece: Piece):
    assert piece.source == OURS
    assert not {"date", "author", "retold"} & set(piece.front)


def reports_named(statement: str) -> list[Piece]:
    named = {source for label, source in OUTLETS.items() if label in statement}
    return [piece for piece in RETOLD if piece.source in named]


def untraced(statement: str) -> set[str]:
    """Find the numbers and the names of a statement that none of the reports which it names has.

    A word counts as a name where it has a capital letter and does not open a sentence.
    """
    labels = {word for label in OUTLETS for word in words(label)}
    known = labels.union(*(piece.vocabulary for piece in reports_named(statement)))
    body = re.sub(r"^- |(?<=[.:] )", " ^", statement)
    inner = re.sub(r"\^\s*[^\W\d_]\S*", "", f"^{body}")
    claims = {word for word in _WORD.findall(re.sub(r"(?<=\d),(?=\d{3}\b)", "", inner)) if not word.islower()}
    return {claim for claim in claims if words(claim)[0] not in known}


@each(REFERENCE)
def test_each_statement_names_the_reports_it_rests_on(piece: Piece):
    assert [statement for statement in piece.statements if not reports_named(statement)] == []


@each(REFERENCE)
def test_each_number_and_name_stands_in_a_report_that_its_statement_names(piece: Piece):
    found = {statement: untraced(statement) for statement in piece.statements}
    assert {statement: strays for statement, strays in found.items() if strays} == {}


UNTRACED = [
    ("the number is its own", "- 303 peacekeepers lost their lives (undated report).", set()),
    ("the number is another report's", "- In all 303 peacekeepers lost their lives (TRT World).", {"303"}),
    ("a number opens the statement", "- 303 members were killed (TRT World).", {"303"}),
    ("a thousand with its comma", "- The force had 11,600 members (AFP).", set()),
    ("the wrong thousands", "- The force had 12,600 members (AFP).", {"12600"}),
    ("the name is another report's", "- The visitor was Lacroix (Al Mayadeen English).", {"Lacroix"}),
    ("either of two reports will do", "- The camp in Bamako and that at Ber (AFP, TRT World).", set()),
    ("the day of publication counts", "- By 20 August 2023 the camps were empty (AFP).", set()),
    ("the year that a report calls last year", "- It ended on 31 December 2023 (TRT World).", set()),
    ("another day does not", "- By 21 August 2023 the camps were empty (AFP).", {"21"}),
]


@pytest.mark.parametrize(("name", "statement", "expected"), UNTRACED, ids=[case[0] for case in UNTRACED])
def test_the_check_itself_finds_strays(name: str, statement: str, expected: set[str]):
    assert untraced(statement) == expected
