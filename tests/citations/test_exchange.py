from __future__ import annotations

import json
from datetime import date

from tui.citations import Name, Reference
from tui.citations.exchange import as_biblatex, as_bibtex, as_csl, as_ris, citation_key
from tui.dossier.article import Provenance, PublishedDate

FULL = Reference(
    id="abcdefghij",
    title="Costs rise 5 % at Smith_&_Sons {again}",
    container="L’Écho du Port",
    authors=(Name("de La Tour", "Jean-Pierre"), Name("Agence Exemple")),
    published=PublishedDate.from_iso("2023-03-04", Provenance.RECORD),
    section="Économie",
    page="A1",
    edition="Late",
    language="fr",
    address="https://example.org/a_b",
    accessed=date(2024, 1, 2),
    archive_number="XX-12",
    retold=True,
    notes=("date doubtful",),
)
MONTH = Reference("klmnopqrst", "By month", "Coast", (), PublishedDate.from_iso("2023-06", Provenance.RECORD))
BARE = Reference("uvwxyzabcd", "A title alone")


def test_bibtex() -> None:
    assert as_bibtex([FULL]) == (
        "@article{lechoduport-2023-abcdefghij,\n"
        "  author = {de La Tour, Jean-Pierre and {Agence Exemple}},\n"
        "  title = {{Costs rise 5 \\% at Smith\\_\\&\\_Sons \\{again\\}}},\n"
        "  pages = {A1},\n"
        "  journal = {L’Écho du Port},\n"
        "  year = {2023},\n"
        '  month = mar # "~4",\n'
        "  url = {https://example.org/a_b},\n"
        "  language = {french},\n"
        "  note = {Late edition. Section Économie. Archive number XX-12. "
        "Retold: the words are not the newspaper's own. Date doubtful.},\n"
        "}\n"
    )


def test_biblatex_knows_newspapers_and_iso_dates() -> None:
    lines = as_biblatex([FULL, MONTH]).splitlines()
    assert "  entrysubtype = {newspaper}," in lines
    assert "  date = {2023-03-04}," in lines
    assert "  date = {2023-06}," in lines
    assert "  urldate = {2024-01-02}," in lines


def test_what_is_not_known_is_no_field() -> None:
    assert as_bibtex([BARE]) == "@article{article-nd-uvwxyzabcd,\n  title = {{A title alone}},\n}\n"
    assert as_ris([BARE]) == "TY  - NEWS\r\nID  - uvwxyzabcd\r\nTI  - A title alone\r\nER  - \r\n\r\n"
    assert json.loads(as_csl([BARE])) == [{"id": "uvwxyzabcd", "type": "article-newspaper", "title": "A title alone"}]


def test_ris() -> None:
    assert as_ris([FULL]).split("\r\n") == [
        "TY  - NEWS",
        "ID  - abcdefghij",
        "AU  - de La Tour, Jean-Pierre",
        "AU  - Agence Exemple",
        "TI  - Costs rise 5 % at Smith_&_Sons {again}",
        "T2  - L’Écho du Port",
        "PY  - 2023",
        "DA  - 2023/03/04",
        "SE  - Économie",
        "SP  - A1",
        "ET  - Late",
        "LA  - fr",
        "AN  - XX-12",
        "UR  - https://example.org/a_b",
        "Y2  - 2024/01/02",
        "N1  - Retold: the words are not the newspaper's own.",
        "N1  - Date doubtful.",
        "ER  - ",
        "",
        "",
    ]


def test_csl() -> None:
    (item,) = json.loads(as_csl([FULL]))
    assert item["author"] == [{"family": "de La Tour", "given": "Jean-Pierre"}, {"literal": "Agence Exemple"}]
    assert item["issued"] == {"date-parts": [[2023, 3, 4]]}
    assert item["accessed"] == {"date-parts": [[2024, 1, 2]]}
    assert json.loads(as_csl([MONTH]))[0]["issued"] == {"date-parts": [[2023, 6]]}


def test_keys_are_ascii_and_tell_articles_apart() -> None:
    assert citation_key(FULL) == "lechoduport-2023-abcdefghij"
    assert citation_key(BARE) == "article-nd-uvwxyzabcd"
