"""The bundled dossier: each file is well formed, and each statement of ours can be traced to the reports it names."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

ARTICLES = Path(__file__).resolve().parent.parent / "articles"
OURS = "mali-tui"
UNDATED = "undated report"
FIELDS = {"title", "date", "source", "author", "language", "tags", "url", "retold", "rests_on"}
LANGUAGES = {"en", "fr", "ar", "de"}
MONTHS = {
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
}
"""For the languages in which our own pieces name the day of a report."""
TRANSLATED = {
    "vendredi": "friday",
    "samedi": "saturday",
    "lundi": "monday",
    "conseil": "council",
    "sécurité": "security",
    "états": "states",
    "tombouctou": "timbuktu",
    "mali": "malian",
    "français": "french",
    "deutschen": "german",
    "côte": "coast",
    "ivoire": "ivory",
    "président": "president",
    "ong": "ngo",
    "touareg": "tuareg",
    "vingt": "20",
}
"""What a word of a French or German report is called in an English statement."""

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
_THOUSANDS = re.compile(r"(?<=\d)[.,\u00a0\u202f ](?=\d{3}\b)")
_SPELLED = ((r"(?<=\d) (?:mille|ألف)\b", "000"), (r"(?<=\d)er\b", ""), (r"\bو(?=\d)", ""))
"""What other languages write about a number: 15 mille, 1er, and 1600 in Arabic."""
_ELIDED = re.compile(r"\b(?:[dlnmstj]|qu)[’'](?=\w)", re.I)
_QUOTED = re.compile(r"“([^”]*)”|«([^»]*)»")
_SET_APART = re.compile(r"^\*[^*]+\*$|^- \*\*[^*]+\*\*")
"""A line in italics, or the lead of a list item in bold: all the markup that an article may have."""


@dataclass(frozen=True)
class Piece:
    """One file of the dossier, taken apart."""

    name: str
    raw: str
    front: dict[str, str | list[str]]
    lines: tuple[str, ...]

    @property
    def source(self) -> str:
        return str(self.front.get("source", ""))

    @property
    def date(self) -> str:
        return str(self.front.get("date", ""))

    @property
    def language(self) -> str:
        return str(self.front["language"])

    @property
    def retold(self) -> bool:
        return self.front.get("retold") == "true"

    @property
    def statements(self) -> tuple[str, ...]:
        """The list items."""
        return tuple(line for line in self.lines if line.startswith("- "))

    def label(self, language: str) -> str:
        """Return how a statement in that language names this report: by its outlet and its day."""
        if not self.source:
            return UNDATED
        year, month, day = (*self.date.split("-"), "", "")[:3]
        written = [MONTHS[language][int(month) - 1], year]
        if day:
            written.insert(0, "1er" if language == "fr" and day == "01" else str(int(day)))
        return f"{self.source.removesuffix(' and agencies')}, {' '.join(written)}"

    @property
    def vocabulary(self) -> set[str]:
        """Every word and number of the file, and those that an English statement may have in their place.

        They are the parts of the date of publication, and the year before it where the text calls it last year or
        names a month that comes after its own.
        """
        known = set(words(self.raw))
        known |= {TRANSLATED[word] for word in known & set(TRANSLATED)}
        months = MONTHS["fr" if self.language == "fr" else "en"]
        told = [place for place, month in enumerate(months, 1) if month.lower() in known]
        known |= {MONTHS["en"][place - 1].lower() for place in told}
        if self.date:
            known |= set(words(f"{self.label('en')} {self.label('fr')}"))
            year, month = map(int, self.date.split("-")[:2])
            if "last year" in self.raw.lower() or any(place > month for place in told):
                known.add(str(year - 1))
        return known


def words(text: str) -> list[str]:
    """Split into lower-case words; possessive endings and elided articles are dropped, 11,600 counts as one number."""
    joined = _ELIDED.sub("", _THOUSANDS.sub("", text))
    for pattern, plain in _SPELLED:
        joined = re.sub(pattern, plain, joined)
    return [re.sub(r"[’']s$", "", word).lower() for word in _WORD.findall(joined)]


def read(path: Path) -> Piece:
    raw = path.read_text(encoding="utf-8")
    opening, front, body = raw.split("---\n", 2)
    assert opening == "", f"{path.name} does not begin with front matter"
    fields = yaml.load(front, Loader=yaml.BaseLoader)
    return Piece(path.name, raw, fields, tuple(line for line in body.splitlines() if line))


PIECES = [read(path) for path in sorted(ARTICLES.glob("*.md")) if path.name != "README.md"]
RETOLD = [piece for piece in PIECES if piece.retold]
REFERENCE = [piece for piece in PIECES if not piece.retold]


def each(pieces: list[Piece]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("piece", pieces, ids=[piece.name for piece in pieces])


def test_the_dossier_holds_nothing_but_articles_and_its_readme():
    assert {path.suffix for path in ARTICLES.iterdir()} == {".md"}


def test_the_readme_lists_each_report_with_its_outlet_and_its_day():
    rows = re.findall(r"^\| (\S+) \| (.+) \| (\w\w) \| `(.+)` \|$", (ARTICLES / "README.md").read_text("utf-8"), re.M)
    told = {(one.date or "undated", one.source or "not known", one.language, one.name) for one in RETOLD}
    assert len(rows) == len(RETOLD)
    assert set(rows) == told


def test_the_page_of_the_project_counts_them():
    page = (ARTICLES.parent / "README.md").read_text(encoding="utf-8")
    articles, reports, *languages = re.search(
        r"It holds (\d+) articles\. (\d+) retell .*?"
        r"English \((\d+)\), French \((\d+)\), Arabic \((\d+)\) and German \((\d+)\)",
        page,
        re.S,
    ).groups()
    assert (int(articles), int(reports)) == (len(PIECES), len(RETOLD))
    assert [int(count) for count in languages] == [
        sum(piece.language == language for piece in RETOLD) for language in ("en", "fr", "ar", "de")
    ]


def test_titles_differ():
    titles = [piece.front["title"] for piece in PIECES]
    assert len(set(titles)) == len(titles)


@each(PIECES)
def test_front_matter_has_what_every_article_needs(piece: Piece):
    assert set(piece.front) <= FIELDS
    assert str(piece.front["title"]).strip()
    assert piece.language in LANGUAGES
    tags = piece.front["tags"]
    assert isinstance(tags, list)
    assert tags
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", tag) for tag in tags)
    assert len(set(tags)) == len(tags)


@each(PIECES)
def test_text_is_printable_and_composed(piece: Piece):
    strange = {char for char in piece.raw if char != "\n" and unicodedata.category(char)[0] == "C"}
    assert not strange
    assert unicodedata.is_normalized("NFC", piece.raw)
    assert piece.raw.endswith("\n")


@each(PIECES)
def test_text_is_whole_sentences_with_next_to_no_markup(piece: Piece):
    assert piece.lines
    for line in piece.lines:
        assert line.strip() == line
        assert not re.search(r"[*_`<>\[\]\\]|https?:", _SET_APART.sub("", line))
        assert line.startswith("## ") or line.rstrip("*)").endswith((".", "…")), line


@each(PIECES)
def test_quotations_are_shorter_than_ten_words(piece: Piece):
    for quotation in _QUOTED.findall(piece.raw):
        assert len(words("".join(quotation))) < 10


@each([piece for piece in PIECES if "date" in piece.front])
def test_dated_files_are_named_by_their_day_or_month(piece: Piece):
    assert re.fullmatch(r"20[12]\d-(0[1-9]|1[0-2])(-\d\d)?", piece.date)
    assert re.match(rf"{piece.date}-(?!\d\d-)", piece.name)


@each(RETOLD)
def test_a_retelling_names_its_outlet_and_day_or_neither(piece: Piece):
    assert bool(piece.date) == bool(piece.source)
    assert piece.name.startswith("undated-") == (not piece.date)


def test_each_report_is_retold_once():
    for told in ([piece.label("en") for piece in RETOLD], [one.front["url"] for one in RETOLD if "url" in one.front]):
        assert len(set(told)) == len(told)


@each(REFERENCE)
def test_our_own_pieces_say_that_they_are_ours_and_claim_no_day(piece: Piece):
    assert piece.source == OURS
    assert {"reference", "background"} <= set(piece.front["tags"])
    assert not {"date", "author", "retold"} & set(piece.front)


def named(statement: str, language: str = "en") -> dict[str, Piece]:
    """Return the reports that a statement names, by the words with which it does."""
    labels = {piece.label(language): piece for piece in RETOLD}
    return {
        label: labels[label] for label in labels if re.search(rf"(?<=[(; ]){re.escape(label)}(?=\s?[;)])", statement)
    }


def untraced(statement: str, language: str = "en") -> set[str]:
    """Find the numbers and the names of a statement that none of the reports which it names has.

    A word counts as a name where it has a capital letter and does not open a sentence. Names are written in other
    letters in an Arabic report; only numbers are looked for there.
    """
    reports = named(statement, language)
    known = set().union(*(piece.vocabulary for piece in reports.values()))
    for label in reports:
        statement = statement.replace(label, "")
    body = re.sub(r"^- |(?<=[.:] )", " ^", statement)
    inner = re.sub(r"\^\s*[^\W\d_]\S*", "", f"^{body}")
    claims = {word for word in _WORD.findall(_ELIDED.sub("", _THOUSANDS.sub("", inner))) if not word.islower()}
    if any(piece.language == "ar" for piece in reports.values()):
        claims = {claim for claim in claims if claim.isdecimal()}
    return {claim for claim in claims if words(claim)[0] not in known}


@each(REFERENCE)
def test_each_statement_names_the_reports_it_rests_on(piece: Piece):
    assert piece.statements
    assert [statement for statement in piece.statements if not named(statement, piece.language)] == []


@each(REFERENCE)
def test_each_pair_of_brackets_names_nothing_but_reports(piece: Piece):
    for bracket in re.findall(r"\(([^()]+)\)", "\n".join(piece.statements)):
        labels = re.split(r"\s?; ", bracket)
        assert all(named(f"({label})", piece.language) for label in labels), bracket


@each(REFERENCE)
def test_each_number_and_name_stands_in_a_report_that_its_statement_names(piece: Piece):
    found = {statement: untraced(statement, piece.language) for statement in piece.statements}
    assert {statement: strays for statement, strays in found.items() if strays} == {}


@each(REFERENCE)
def test_what_explains_the_lists_has_no_number_of_its_own(piece: Piece):
    listed = {word for statement in piece.statements for word in words(statement)}
    prose = [line for line in piece.lines if not line.startswith(("- ", "## "))]
    assert {word for line in prose for word in words(line) if word.isdecimal()} <= listed


UNTRACED = [
    ("the number is its own", "- 303 peacekeepers lost their lives (undated report).", set()),
    (
        "the number is another report's",
        "- In all 303 peacekeepers lost their lives (TRT World, 7 November 2024).",
        {"303"},
    ),
    ("a number opens the statement", "- 303 members were killed (TRT World, 7 November 2024).", {"303"}),
    ("a thousand with its comma", "- The force had 11,600 members (AFP, 20 August 2023).", set()),
    ("the wrong thousands", "- The force had 12,600 members (AFP, 20 August 2023).", {"12600"}),
    ("the name is another report's", "- The visitor was Lacroix (Al Mayadeen English, 7 November 2024).", {"Lacroix"}),
    (
        "either of two reports will do",
        "- Camps in Bamako, Ber (AFP, 20 August 2023; TRT World, 7 November 2024).",
        set(),
    ),
    ("the day of publication counts", "- By 20 August 2023 the camps were empty (AFP, 20 August 2023).", set()),
    ("the year that a report calls last year", "- It ended on 31 December 2023 (TRT World, 7 November 2024).", set()),
    ("another day does not", "- By 21 August 2023 the camps were empty (AFP, 20 August 2023).", {"21"}),
    ("a French report", "- On Saturday Diop asked the Council (TV5 Monde, 17 June 2023).", set()),
    (
        "a name that the French report lacks",
        "- On Monday Wane asked the Council (TV5 Monde, 17 June 2023).",
        {"Monday", "Wane"},
    ),
    ("a number in an Arabic report", "- There are 12,001 soldiers in Kidal (Syria Friends, 30 June 2023).", {"12001"}),
    (
        "the day of a report is no claim",
        "- 17 June it was (TRT World, 7 November 2024; Seneweb, 7 January 2023).",
        {"17", "June"},
    ),
]


@pytest.mark.parametrize(("name", "statement", "expected"), UNTRACED, ids=[case[0] for case in UNTRACED])
def test_the_check_itself_finds_strays(name: str, statement: str, expected: set[str]):
    assert untraced(statement) == expected


def test_a_report_that_does_not_exist_is_not_named():
    assert not named("- It was so (AFP, 21 August 2023).")
    assert not named("- It was so (MINUSMA, 31 août 2023).")
    assert named("- C’était ainsi (MINUSMA, 31 août 2023).", "fr")
