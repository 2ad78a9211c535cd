"""Fields about an article are understood by any of their names."""

from __future__ import annotations

import pytest

from tui.dossier.article import Provenance
from tui.dossier.draft import Draft
from tui.dossier.metadata import complete, read_language, understand

FRONT = Provenance.FRONT_MATTER


def dates(**fields: str) -> list[str]:
    return [f"{date.iso} {date.precision.value}" for date in understand(dict(fields), FRONT).dates]


def test_names_are_known_in_many_forms() -> None:
    metadata = understand(
        {
            "Title": "A",
            "Date-Published": "2023-06-30",
            "site_name": "The Gazette",
            "Auteurs": ["Ada Rell", {"name": "Tom Basri"}],
            "lang": "en-GB",
            "Keywords": "bridges, ferries;",
            "categories": ["ferries", "#roads"],
            "Retold": "true",
        },
        FRONT,
    )
    assert (metadata.title, metadata.source, metadata.author) == ("A", "The Gazette", "Ada Rell, Tom Basri")
    assert (metadata.language, metadata.tags, metadata.retold) == ("en", ("bridges", "ferries", "roads"), True)
    assert [date.iso for date in metadata.dates] == ["2023-06-30"]


def test_precision_widens_a_day() -> None:
    assert dates(date="2023-06-30", date_precision="month") == ["2023-06 month"]
    assert dates(date="2023-06-30", date_precision="year") == ["2023 year"]
    assert dates(date="2023-06", date_precision="day") == ["2023-06 month"]


def test_a_day_of_change_is_the_last_candidate() -> None:
    assert dates(lastmod="2024-01-02", date="2023-06-30") == ["2023-06-30 day", "2024-01-02 day"]


def test_a_date_that_could_mean_two_days_is_told_and_not_used() -> None:
    metadata = understand({"date": "03/08/2023"}, FRONT)
    assert metadata.dates == ()
    assert "03/08/2023" in metadata.notes[0]


SOURCES = [
    ("a name before an address", {"source": "https://www.example.org/a", "publisher": "The Gazette"}, "The Gazette"),
    ("the host of an address", {"source": "https://www.example.org/a?b"}, "example.org"),
    ("the article's own address", {"url": "http://news.example.org/x"}, "news.example.org"),
    ("an address within a site", {"url": "opinion/150-lives"}, ""),
    ("a link", {"source": "[The Gazette](https://example.org)"}, "The Gazette"),
    ("a link of a notebook", {"source": "[[Papers/Gazette|The Gazette]]"}, "The Gazette"),
    ("an address that is none", {"source": "http://[broken"}, ""),
]


@pytest.mark.parametrize(("fields", "source"), [case[1:] for case in SOURCES], ids=[case[0] for case in SOURCES])
def test_source(fields: dict[str, str], source: str) -> None:
    assert understand(dict(fields), FRONT).source == source


def test_languages() -> None:
    assert [read_language(name) for name in ("fr", "en_GB", "Français", "fra", "Klingon", "")] == [
        "fr",
        "en",
        "fr",
        "fr",
        "",
        "",
    ]


def test_what_is_nested_too_deep_is_passed_over() -> None:
    assert understand({"tags": [["a"], {"x": "y"}, "b"], "title": {"de": "A"}}, FRONT).tags == ("b",)


def test_fields_are_believed_before_what_the_text_says() -> None:
    draft = Draft(("x",), "made", source="AFP", author="Ada Rell", language="fr", notes=("seen",))
    whole = complete(draft, understand({"title": "A", "source": "B"}, FRONT), ("read", ""))
    assert (whole.title, whole.source, whole.author, whole.language) == ("A", "B", "Ada Rell", "fr")
    assert whole.notes == ("read", "seen")
