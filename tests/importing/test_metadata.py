"""Fields about an article are understood by any of their names."""

from __future__ import annotations

import pytest

from tui.dossier.article import Provenance, PublishedDate
from tui.importing.metadata import complete, read_language, understand
from tui.importing.parsed import Draft

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


def test_a_date_that_could_mean_two_days_is_known_to_its_year() -> None:
    metadata = understand({"date": "03/08/2023"}, FRONT)
    assert [date.iso for date in metadata.dates] == ["2023", "2023-08-03", "2023-03-08"]
    assert metadata.doubt == "03/08/2023 may be 3 August or 8 March: nothing else decides"
    assert complete(Draft(), metadata).doubt == metadata.doubt


SETTLED = [
    ("by the address", {"date": "03/08/2023", "url": "https://example.org/2023/08/03/bridge"}),
    ("by another field", {"published": "2023-08-03", "date": "03/08/2023"}),
    ("by the day of a change", {"date": "03/08/2023", "updated": "2023-08-04"}),
]


@pytest.mark.parametrize("fields", [case[1] for case in SETTLED], ids=[case[0] for case in SETTLED])
def test_a_date_in_figures_is_settled(fields: dict[str, str]) -> None:
    metadata = understand(dict(fields), FRONT)
    assert (metadata.dates[0].iso, metadata.doubt) == ("2023-08-03", "")


def test_a_date_in_figures_is_settled_by_the_name_of_its_file() -> None:
    named = PublishedDate.from_iso("2023-03-08", Provenance.FILE_NAME)
    assert understand({"date": "03/08/2023"}, FRONT, witnesses=[named, None]).dates[0].iso == "2023-03-08"


def test_a_date_that_is_none_is_told() -> None:
    metadata = understand({"date": "soon"}, FRONT)
    assert (metadata.dates, metadata.unread) == ((), ("soon",))
    assert complete(Draft(), metadata).notes == ("the date 'soon' was not understood",)


NAMES = ["publishedAt", "date-publish", "Date de parution", "pub_date", "webPublicationDate", "issued"]


@pytest.mark.parametrize("name", NAMES)
def test_a_date_has_many_names(name: str) -> None:
    assert dates(**{name: "2023-06-30T10:00:00Z"}) == ["2023-06-30 day"]


def test_maps_say_what_they_mean() -> None:
    metadata = understand({"headline": {"main": "A", "kicker": "B"}, "source": {"id": "x", "name": "AFP"}}, FRONT)
    assert (metadata.title, metadata.source) == ("A", "AFP")


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
