"""JSON files: lists of articles wherever they stand, single articles, exports, and what is none of these."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.dossier.account import FileAccount
from tui.dossier.article import Article
from tui.errors import FileProblem
from tui.importing.columns import NAME_THEM
from tui.importing.formats import json_file
from tui.importing.formats.json_file import read
from tui.importing.parsed import RawFile
from tui.importing.read_file import read_content


def taken(content: bytes | object) -> tuple[tuple[Article, ...], FileAccount]:
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    reading = read_content(RawFile("a.json", raw), read)
    return reading.articles, reading.account


def told(content: bytes | object) -> list[str]:
    """Write each article as its title, its date and its text."""
    return [
        f"{one.title} | {one.published.iso if one.published else '-'} | {one.text}".replace("\n\n", " / ")
        for one in taken(content)[0]
    ]


BRIDGE = {"title": "The bridge", "date": "2023-06-30", "text": "It opened.\nNobody fell in."}
FERRY = {"title": "The ferry", "date": "2023-07-01", "text": "It sank."}
BOTH = ["The bridge | 2023-06-30 | It opened. / Nobody fell in.", "The ferry | 2023-07-01 | It sank."]

SHAPES = [
    ("a list", [BRIDGE, FERRY]),
    ("a map with a list", {"status": "ok", "total": 2, "articles": [BRIDGE, FERRY]}),
    ("a list of another name", {"took": 3, "bridges": [BRIDGE, FERRY]}),
    ("lists besides", {"facets": [{"name": "x"}] * 9, "results": [BRIDGE, FERRY]}),
    ("a list further down", {"response": {"meta": {"n": 2}, "docs": [BRIDGE, FERRY]}}),
    ("a map of articles", {"17": BRIDGE, "18": FERRY}),
    ("a graph", {"@context": "x", "@graph": [BRIDGE, FERRY]}),
    ("wrapped one by one", {"hits": {"hits": [{"_id": "1", "_source": BRIDGE}, {"_id": "2", "_source": FERRY}]}}),
    ("one after another", (json.dumps(BRIDGE, indent=1) + "\n" + json.dumps(FERRY)).encode()),
    ("after a byte order mark", b"\xef\xbb\xbf" + json.dumps([BRIDGE, FERRY]).encode()),
    ("in utf-16", json.dumps([BRIDGE, FERRY]).encode("utf-16")),
    ("in utf-16 without a mark", json.dumps([BRIDGE, FERRY]).encode("utf-16-le")),
]


@pytest.mark.parametrize("content", [case[1] for case in SHAPES], ids=[case[0] for case in SHAPES])
def test_a_list_is_found(content: object) -> None:
    assert told(content) == BOTH


FIELDS = [
    ("structured data", {"@type": "NewsArticle", "headline": "The bridge", "articleBody": "It opened.",
     "datePublished": "2023-06-30T23:10:00+02:00", "author": {"name": "Ada Rell"}, "publisher": {"name": "Gazette"}},
     "The bridge 2023-06-30 Gazette Ada Rell: It opened."),
    ("a newspaper's interface", {"webTitle": "The bridge", "webPublicationDate": "2023-06-30T10:00:00Z",
     "webUrl": "https://example.org/a", "fields": {"bodyText": "It opened.", "byline": "By Ada Rell"}},
     "The bridge 2023-06-30 example.org Ada Rell: It opened."),
    ("a blog's interface", {"title": {"rendered": "The &amp; bridge"},
     "content": {"rendered": "<p>It <b>opened</b>.</p>"},
     "date": "2023-06-30T10:00:00", "link": "https://example.org/a"},
     "The & bridge 2023-06-30 example.org : It opened."),
    ("in french", {"Titre": "Le pont", "Date de parution": "30 juin 2023", "Texte": "Il est ouvert.",
     "Auteur": "Ada Rell",
     "Journal": "Gazette"}, "Le pont 2023-06-30 Gazette Ada Rell: Il est ouvert."),
    ("a collection's fields", {"maintext": "It opened.", "title": "The bridge", "date_publish": "2023-06-30 08:00:00",
     "date_download": "2024-01-02 03:00:00", "source_domain": "example.org", "authors": ["Ada Rell", "Tom Basri"]},
     "The bridge 2023-06-30 example.org Ada Rell, Tom Basri: It opened."),
    ("milliseconds", {"title": "The bridge", "published_at": 1688083200000, "body": "It opened."},
     "The bridge 2023-06-30  : It opened."),
    ("paragraphs as a list", {"title": "The bridge", "date": "2023-06", "body": ["It opened.", "It fell."]},
     "The bridge 2023-06  : It opened. / It fell."),
    ("parts of a date", {"title": "The bridge", "year": 2023, "month": 6, "content": "It opened."},
     "The bridge 2023-06  : It opened."),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "expected"), [case[1:] for case in FIELDS], ids=[case[0] for case in FIELDS])
@pytest.mark.parametrize("alone", [True, False], ids=["alone", "in a list"])
def test_fields_are_known_by_many_names(fields: dict[str, object], expected: str, alone: bool) -> None:
    (one,), _ = taken(fields if alone else [fields])
    assert one.published is not None
    text = one.text.replace("\n\n", " / ")
    assert f"{one.title} {one.published.iso} {one.source} {one.author}: {text}" == expected


def test_the_order_of_day_and_month_is_that_of_the_whole_list() -> None:
    records = [{"title": "A", "text": "x", "date": written} for written in ("03/08/2023", "25/03/2023", "3/3/2023")]
    assert [line.split(" | ")[1] for line in told(records)] == ["2023-08-03", "2023-03-25", "2023-03-03"]
    articles, account = taken([*records[:1], {**records[2], "date": "04/09/2023"}])
    assert [one.published.iso for one in articles if one.published] == ["2023", "2023"]
    assert [one.iso for one in articles[0].candidates] == ["2023-08-03", "2023-03-08"]
    assert articles[0].doubt == "03/08/2023 may be 3 August or 8 March: no other date of the column decides"
    assert account.reason == "2 records with a doubtful date"


def test_an_id_stays_when_records_are_put_before() -> None:
    (one, other) = ({**BRIDGE, "id": "b"}, {**FERRY, "url": "https://example.org/f"})
    before = {article.title: article.id for article in taken([one, other])[0]}
    after = {article.title: article.id for article in taken([{"title": "New", "text": "y"}, one, other])[0]}
    assert before.items() <= after.items()


EXPORTS = [
    ("wallabag", {"is_archived": 0, "is_starred": 0, "title": "The bridge", "url": "https://example.org/a",
     "content": "<p>It opened.</p>", "created_at": "2024-01-05T10:00:00+0100", "updated_at": "2024-02-05T10:00:00+0100",
     "published_at": "2023-06-30T10:00:00+0200", "published_by": ["Ada Rell"], "tags": ["boats"], "language": "en",
     "domain_name": "example.org", "annotations": []}, "2023-06-30", "2024-01-05", "It opened."),
    ("wallabag, undated", {"is_archived": 0, "title": "The bridge", "url": "https://example.org/a",
     "content": "<p>It opened.</p>", "created_at": "2024-01-05T10:00:00+0100"}, None, "2024-01-05", "It opened."),
    ("wallabag, from its interface", {"id": 8, "title": "The bridge", "url": "https://example.org/a", "tags": [],
     "content": "<p>It opened.</p>", "created_at": "2024-01-05T10:00:00+0100", "published_at": None,
     "domain_name": "example.org"}, None, "2024-01-05", "It opened."),
    ("omnivore", {"id": "1", "slug": "the-bridge", "title": "The bridge", "description": "It opened.",
     "state": "Archived",
     "author": "Ada Rell", "url": "https://example.org/a", "readingProgress": 0, "labels": ["boats"],
     "savedAt": "2024-01-05T10:00:00.000Z", "updatedAt": "2024-01-06T10:00:00.000Z",
     "publishedAt": "2023-06-30T00:00:00Z"},
     "2023-06-30", "2024-01-05", "It opened."),
    ("a citation", {"id": "rell", "type": "article-newspaper", "title": "The bridge", "container-title": "Gazette",
     "issued": {"date-parts": [["2023", 6]]}, "accessed": {"date-parts": [[2024, 1, 5]]}, "abstract": "It opened.",
     "author": [{"family": "Rell", "given": "Ada"}], "URL": "https://example.org/a"}, "2023-06", "2024-01-05",
     "It opened."),
    ("a citation's words", {"id": "rell", "type": "article-newspaper", "title": "The bridge",
     "issued": {"raw": "30 June 2023"},
     "accessed": {"date-parts": [[2024, 1, 5]]}, "abstract": "It opened."}, "2023-06-30", "2024-01-05", "It opened."),
    ("a citation's fields beside the text", {"type": "story", "title": "The bridge", "issued": "2023-06-30",
     "accessed": "2024-01-05", "body": "It opened."}, "2023-06-30", "2024-01-05", "It opened."),
    ("highlights beside the text", {"title": "The bridge", "url": "https://example.org/a", "text": "It opened.",
     "publishedDate": "2023-06-30", "highlights": [{"text": "opened"}]}, "2023-06-30", None, "It opened."),
    ("no highlights beside it", {"title": "The bridge", "description": "It opened.", "published": "2023-06-30",
     "highlights": []}, "2023-06-30", None, "It opened."),
    ("highlights", {"title": "The bridge", "author": "Ada Rell", "source_url": "https://example.org/a", "highlights":
     [{"text": "It opened.", "highlighted_at": "2024-01-05T10:00:00Z"}]}, None, None, "It opened."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "published", "captured", "text"), [case[1:] for case in EXPORTS], ids=[case[0] for case in EXPORTS]
)
def test_the_day_of_saving_is_no_day_of_publication(
    fields: dict[str, object], published: str | None, captured: str | None, text: str
) -> None:
    (one,), _ = taken([fields])
    assert (one.title, one.text) == ("The bridge", text)
    assert (one.published.iso if one.published else None) == published
    assert one.captured == (date.fromisoformat(captured) if captured else None)
    assert [candidate.iso for candidate in one.candidates] == []


def test_records_without_a_text_keep_what_they_have_and_are_counted() -> None:
    articles, account = taken([{**BRIDGE, "text": ""}, {"title": "B", "abstract": "Short."}, {"date": "2023"}, BRIDGE])
    assert [(one.title, one.text) for one in articles[:2]] == [("The bridge", ""), ("B", "Short.")]
    assert account.reason == "2 records without the full text; 1 record without a title, a text and an address"


def test_a_summary_beside_the_text_is_left_out_and_kept() -> None:
    (one,), _ = taken([{**BRIDGE, "summary": "About a bridge."}])
    assert (one.text, one.left_out) == ("It opened.\n\nNobody fell in.", ("About a bridge.",))
    (one,), _ = taken([{**BRIDGE, "summary": "It opened. Nobody…"}])
    assert one.left_out == ()


ODD = [
    ("an empty list", [], "skipped: not a list of articles: no objects with fields"),
    ("numbers", [1, 2], "skipped: not a list of articles: no objects with fields; 2 records not read"),
    ("settings", {"name": "x", "version": "1"}, "skipped: not a list of articles: its fields are 'name', 'version'"),
    ("a list of other things", [{"x": 1, "y": 2}], "skipped: not a list of articles: its fields are 'x', 'y'"),
    ("a word", b'"bridge"', "skipped: not a list of articles"),
    ("a text", b"The bridge is open.", "failed: invalid JSON from byte 0 on"),
    ("truncated", json.dumps([BRIDGE, FERRY]).encode()[:-9], "read: the JSON is truncated; what precedes it was read"),
    ("cut off in a map", json.dumps({"n": 1, "articles": [BRIDGE, FERRY]}).encode()[:-9],
     "read: the JSON is truncated"),
    ("a damaged record", json.dumps([BRIDGE, FERRY]).encode().replace(b"It sank", b'It "sank"'),
     "read: 1 record not read"),
    ("a trailing comma", json.dumps([BRIDGE]).encode()[:-1] + b",]", "read: "),
    ("a nest of lists", b"[" * 100_000, "failed: the JSON is truncated; not a list of articles"),
    ("a nest within a record", b'[{"title": "A", "x": ' + b"[" * 9000 + b"]" * 9000 + b"}]", "skipped: not a list"),
    ("a number without end", b'[{"title": "A", "text": "x", "n": ' + b"9" * 100_000 + b"}]", "read: "),
    ("stray nul bytes", json.dumps([BRIDGE]).encode().replace(b"Nobody", b"No\0body"), "read: NUL bytes"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), [case[1:] for case in ODD], ids=[case[0] for case in ODD])
def test_each_ends_in_a_line(content: object, expected: str) -> None:
    articles, account = taken(content)
    assert f"{account.outcome}: {account.reason}".startswith(expected)
    assert account.articles == len(articles)


def test_a_record_beyond_the_limit_is_told() -> None:
    articles, account = taken([BRIDGE, {**FERRY, "text": "long " * 2_100_000}, FERRY])
    assert [one.title for one in articles] == ["The bridge", "The ferry"]
    assert account.reason == "1 record not read: a text of more than 10 million characters"


def test_a_feed_is_left_to_the_reader_of_feeds(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []
    walked = lambda feed: iter(seen.append({**feed, "items": list(feed["items"])}) or ())  # noqa: E731
    monkeypatch.setattr(json_file, "read_json_feed", walked)
    document = {"version": "https://jsonfeed.org/version/1.1", "title": "Gazette", "items": [{"id": "1"}]}
    assert list(read(RawFile("a.json", json.dumps(document).encode()))) == []
    assert seen == [document]
    with pytest.raises(FileProblem, match="truncated"):
        list(read(RawFile("a.json", json.dumps(document).encode()[:-3])))


DEEP = "[" * 3000 + "]" * 3000
TITLES = ("The weir", "The lock")
ODD_ENTRIES = [
    ("a number without an end", '{"id": ' + "9" * 5000 + ', "title": "Odd"}', ["The weir", "Odd", "The lock"], ()),
    ("nested too deep", '{"id": "2", "tags": ' + DEEP + "}", ["The weir", "The lock"], ("1 damaged and left out",)),
    ("no JSON within", '{"id": nobody}', ["The weir", "The lock"], ("1 damaged and left out",)),
]


@pytest.mark.parametrize(
    ("entry", "titles", "notes"), [row[1:] for row in ODD_ENTRIES], ids=[r[0] for r in ODD_ENTRIES]
)
def test_an_odd_entry_of_a_feed_costs_no_other(entry: str, titles: list[str], notes: tuple[str, ...]) -> None:
    first, last = (json.dumps({"title": title, "content_text": "It was mended. " * 200}) for title in TITLES)
    feed = '{"version": "https://jsonfeed.org/version/1.1", "title": "Gazette", "items": [%s, %s, %s]}'
    drafts = list(read(RawFile("a.json", (feed % (first, entry, last)).encode())))
    assert [draft.title for draft in drafts if draft.title] == titles
    assert all(draft.source == "Gazette" for draft in drafts if draft.title)
    damaged = tuple(note for draft in drafts for note in draft.notes if "damaged" in note)
    assert damaged == notes


@given(st.binary(max_size=12), st.integers(0, 400), st.integers(0, 20))
def test_damaged_bytes_end_in_a_problem_or_in_drafts(patch: bytes, place: int, gone: int) -> None:
    whole = json.dumps({"articles": [BRIDGE, {**FERRY, "tags": ["a", {"name": "b"}], "n": [1.5, None, True]}]}).encode()
    try:
        list(read(RawFile("a.json", whole[:place] + patch + whole[place + gone :])))
    except FileProblem as problem:
        assert str(problem)  # noqa: PT017


BRIDGE_LINE = {"title": "The bridge", "date": "03/08/2023", "text": "It opened."}
FERRY_LINE = {"title": "The ferry", "date": "25/07/2023", "text": "It sank."}
ONE, OTHER = json.dumps(BRIDGE_LINE), json.dumps(FERRY_LINE)

FILES = [
    ("two lines", f"{ONE}\n{OTHER}\n", ["2023-08-03", "2023-07-25"],
     "dates in figures were read day first, as '25/07/2023' shows"),
    ("no line end at the last, empty lines between", f"\n{ONE}\r\n\r\n{OTHER}", ["2023-08-03", "2023-07-25"],
     "dates in figures were read day first, as '25/07/2023' shows"),
    ("a damaged line", f'{ONE}\n{ONE[:-5]}\n"x"\n{OTHER}', ["2023-08-03", "2023-07-25"],
     "dates in figures were read day first, as '25/07/2023' shows; "
     "2 lines not read: damaged, not an object, or larger than 40 MB"),
    ("one line", ONE, ["2023"], "1 line with a doubtful date"),
    ("a list", f"[{ONE},\n{OTHER}]", ["2023-08-03", "2023-07-25"],
     "dates in figures were read day first, as '25/07/2023' shows"),
    ("maps over several lines", json.dumps(BRIDGE_LINE, indent=2) + "\n" + json.dumps(FERRY_LINE, indent=2),
     ["2023-08-03", "2023-07-25"], "dates in figures were read day first, as '25/07/2023' shows"),
    ("other things", '{"x": 1}\n{"x": 2}', [], f"not a list of articles: its fields are 'x'; {NAME_THEM}"),
    ("no JSON", "The bridge\nis open.", [],
     "not a list of articles: no objects with fields; 2 lines not read: damaged, not an object, or larger than 40 MB"),
    ("white space", " \n \n", [], "it contains no text"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "dates", "reason"), [case[1:] for case in FILES], ids=[case[0] for case in FILES])
def test_a_file_ends_in_a_line_of_the_account(text: str, dates: list[str], reason: str) -> None:
    reading = read_content(RawFile("a.jsonl", text.encode()), read)
    assert [one.published.iso for one in reading.articles if one.published] == dates
    assert reading.account.reason == reason


@given(st.binary(max_size=12), st.integers(0, 200), st.integers(0, 20))
def test_damaged_lines_end_in_a_problem_or_in_drafts(patch: bytes, place: int, gone: int) -> None:
    whole = f"{ONE}\n{OTHER}\n{ONE}".encode()
    try:
        list(read(RawFile("a.jsonl", whole[:place] + patch + whole[place + gone :])))
    except FileProblem as problem:
        assert str(problem)  # noqa: PT017
