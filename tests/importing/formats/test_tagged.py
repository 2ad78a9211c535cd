"""Tagged files: what each archive's habits become, and what damage does to them."""

from __future__ import annotations

import random
import re
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.dossier.account import Outcome
from tui.importing.formats.tagged import read
from tui.importing.parsed import Draft, RawFile
from tui.importing.read_file import FileReading, read_content

COLLECTION = Path(__file__).parents[4] / "shared" / "data" / "reuters21578"

WIRE = b"""<!DOCTYPE lewis SYSTEM "lewis.dtd">
<REUTERS TOPICS="YES" OLDID="7" NEWID="41">
<DATE> 3-MAY-1989 10:12:13.14&#5;&#5;RM</DATE>
<TOPICS><D>ship</D><D>grain</D></TOPICS><PLACES><D>norway</D></PLACES><PEOPLE></PEOPLE>
<UNKNOWN>&#22;&#1;f0704 u f BC-HERRING-FLEET 05-03 0105</UNKNOWN>
<TEXT>&#2;
<TITLE>HERRING FLEET &lt;HRNG> SAILS</TITLE>
<AUTHOR>    By Ada Rell, Reuters</AUTHOR>
<DATELINE>    BERGEN, May 2 - </DATELINE><BODY>The herring fleet sailed at
dawn, and <a> & b were seen from the old fortress as the
last of them left.
    Prices rose to 3.10 crowns
a kilo.
 REUTER
&#3;</BODY></TEXT>
</REUTERS>
<REUTERS NEWID="42">
<DATE>4-MAY-1989 09:00:00.00</DATE>
<TEXT TYPE="BRIEF">&#2;
******<TITLE>HERRING UP AGAIN
</TITLE>&#3;
</TEXT>
</REUTERS>
<REUTERS NEWID="43">
<DATE>4-MAY-1989 10:00:00.00</DATE>
<TEXT TYPE="UNPROC">&#2;
FISH MARKET TABLE - MAY 4
    Kilos landed on the quays of the town on the day before
 Cod........................644 vs.....1,337
 Herring....................680 vs.......425
 Reuter
&#3;
</TEXT>
</REUTERS>
<REUTERS NEWID="44"><DATE>4-MAY-1989 11:00:00.00</DATE><TEXT TYPE="UNPROC">&#2;
&#3;</TEXT></REUTERS>
"""


def drafts(content: bytes | str) -> list[Draft]:
    raw = content if isinstance(content, bytes) else content.encode()
    return [draft for draft in read(RawFile("a.sgm", raw)) if draft.title or draft.paragraphs]


def reading(content: bytes) -> FileReading:
    return read_content(RawFile("a.sgm", content), read)


def test_a_story_of_a_wire_has_its_fields() -> None:
    story = drafts(WIRE)[0]
    assert (story.title, story.source, story.author, story.key) == (
        "HERRING FLEET <HRNG> SAILS",
        "Reuters",
        "Ada Rell",
        "41",
    )
    assert story.tags == ("ship", "grain", "norway")
    assert [date.iso for date in story.dates] == ["1989-05-03"]
    assert story.paragraphs == (
        "BERGEN, May 2 - The herring fleet sailed at dawn, and & b were seen from the old fortress as the last of them"
        " left.",
        "Prices rose to 3.10 crowns a kilo.",
    )
    assert story.left_out[0] == "REUTER"


def test_a_brief_keeps_its_title_and_a_table_its_rows() -> None:
    _, brief, table, *_ = drafts(WIRE)
    assert (brief.title, brief.paragraphs) == ("HERRING UP AGAIN", ())
    assert (table.title, len(table.paragraphs)) == ("FISH MARKET TABLE - MAY 4", 3)


def test_the_account_tells_what_gave_no_article() -> None:
    read_file = reading(WIRE)
    assert (read_file.account.outcome, read_file.account.articles) == (Outcome.READ, 4)
    assert read_file.account.reason == "1 with a title and no text; 1 with only a date, neither title nor text"
    assert [article.doubt for article in read_file.articles] == ["", "", "", ""]
    assert read_file.articles[-1].title.startswith("Without title or text: ")


RECORDS = [
    (
        "paragraphs between tags",
        "<DOC><DOCNO> A-1 </DOCNO><HEADLINE>\nA\nbridge\n</HEADLINE><DATE_TIME>2001-03-04 10:11:12</DATE_TIME>"
        "<TEXT>\n<P>\nIt is\nopen.\n</P>\n<P>\nAt last.\n</P></TEXT></DOC>",
        Draft(paragraphs=("It is open.", "At last."), title="A bridge", key="A-1"),
        ["2001-03-04 record"],
    ),
    (
        "the day in the number alone",
        '<DOC id="ABC_ENG_20040509.0007" type="story"><HEADLINE>A bridge</HEADLINE><TEXT>It is open.</TEXT></DOC>',
        Draft(("It is open.",), "A bridge", key="ABC_ENG_20040509.0007"),
        ["2004-05-09 record"],
    ),
    (
        "six figures that can mean one day only",
        "<DOC><DOCNO>B-2</DOCNO><DATE>910611</DATE><HL>A bridge</HL><LP>It is open.</LP><TEXT>At last.</TEXT></DOC>",
        Draft(("It is open.", "At last."), "A bridge", key="B-2"),
        ["1991-06-11 record"],
    ),
    (
        "six figures that can mean several",
        "<DOC><DATE>030405</DATE><TEXT>It is open.</TEXT></DOC>",
        Draft(("It is open.",)),
        [],
    ),
    (
        "a day with its weekday and edition",
        "<DOC><DATE><P>January 3, 1999, Sunday, Home Edition</P></DATE><BYLINE><P>By ADA RELL</P></BYLINE>"
        "<HEADLINE><P>A bridge;</P><P>and a song</P></HEADLINE><TEXT><P>It is open.</P></TEXT></DOC>",
        Draft(("It is open.",), "A bridge; and a song", author="ADA RELL"),
        ["1999-01-03 record"],
    ),
    (
        "a dateline with its year is a witness",
        "<DOC><DATE>1999-01-03</DATE><DATELINE>BAMAKO, January 2, 1999</DATELINE><TEXT>It is open.</TEXT></DOC>",
        Draft(("BAMAKO, January 2, 1999 – It is open.",)),
        ["1999-01-03 record", "1999-01-02 dateline"],
    ),
    (
        "a date that could mean two days is known to its year",
        "<DOC><DATE>03/08/1999</DATE><TEXT>It is open.</TEXT></DOC>",
        Draft(("It is open.",)),
        ["1999 record", "1999-08-03 record", "1999-03-08 record"],
    ),
    (
        "tags that are never closed",
        "<DOC><DOCNO>C-3\n<TITLE>A bridge\n<TEXT>It is open.\n<DOC><DOCNO>C-4\n<TEXT>At last.",
        Draft(("It is open.",), "A bridge", key="C-3"),
        [],
    ),
    (
        "a text in a field of an unknown name",
        f"<DOC><TITLE>A bridge</TITLE><STORYTEXT>{'It is open. ' * 8}</STORYTEXT><FILE>x9</FILE></DOC>",
        Draft((" ".join(["It is open."] * 8),), "A bridge"),
        [],
    ),
    (
        "words in angle brackets and lone signs",
        "<DOC><TEXT>The firm <BAC> has a < b and <i>won</i>.</TEXT></DOC>",
        Draft(("The firm <BAC> has a < b and won.",)),
        [],
    ),
]


@pytest.mark.parametrize(("source", "expected", "dates"), [c[1:] for c in RECORDS], ids=[c[0] for c in RECORDS])
def test_records(source: str, expected: Draft, dates: list[str]) -> None:
    one = drafts(source)[0]
    assert (one.title, one.paragraphs) == (expected.title, expected.paragraphs)
    assert (one.key, one.author) == (expected.key, expected.author)
    assert [f"{date.iso} {date.provenance}" for date in one.dates] == dates


def test_other_records_show_the_order_of_day_and_month() -> None:
    first, other = drafts(
        "".join(f"<DOC><DATE>{day}/1999</DATE><TEXT>Open.</TEXT></DOC>" for day in ("03/08", "23/08"))
    )
    assert [date.iso for date in (*first.dates, *other.dates)] == ["1999-08-03", "1999-08-23"]
    assert (first.doubt, first.notes) == ("", ("dates in figures were read day first, as '23/08/1999' shows",))


HOSTILE = [
    ("no record at all", b"<html><p>It is open.</p></html>", "failed: no articles in tags"),
    ("records without anything", b"<DOC></DOC><DOC><TITLE> </TITLE></DOC>", "skipped: 2 with neither"),
    ("XML entities", b'<!DOCTYPE x [<!ENTITY a "b">]><DOC><TEXT>&a;&a;</TEXT></DOC>', "failed: it declares XML ent"),
    ("tags within tags", b"<DOC>" + b"<TEXT><X>" * 50_000 + b"It is open." + b"</X>" * 50_000, "read: "),
    ("tags that close nothing", b"<DOC><TEXT>" + b"<X>" * 300 + b"</Y>" * 200_000 + b"It is open.", "read: "),
    ("comments without an end", b"<DOC><TEXT>It is open." + b"<!-- " * 100_000, "read: "),
    ("quotation marks without an end", b"<DOC><TEXT>It is open." + b'<a b="' * 100_000, "read: "),
    ("a tag of a megabyte", b"<DOC><TEXT>It is open.<a " + b"b " * 500_000 + b">", "read: "),
    ("opening tags alone", b"It is open." + b"<DOC>" * 20_000, "skipped: 20,000 with neither"),
    ("a line of spaces", b"<DOC><TEXT>It is open.\n" + b" \n" * 200_000, "read: "),
    ("binary data", b"<DOC>" + bytes(range(256)), "failed: not text"),
]


@pytest.mark.parametrize(("content", "outcome"), [case[1:] for case in HOSTILE], ids=[case[0] for case in HOSTILE])
def test_hostile(content: bytes, outcome: str) -> None:
    account = reading(content).account
    assert f"{account.outcome}: {account.reason}".startswith(outcome)


@given(st.integers(min_value=0))
def test_damage_ends_in_the_account(seed: int) -> None:
    chance = random.Random(seed)
    damaged = bytearray(WIRE)
    for _ in range(chance.randint(1, 8)):
        start, end = sorted(chance.randrange(len(damaged) + 1) for _ in "ab")
        damaged[start : min(end, start + 40)] = chance.choice(
            (b"", b"<", b">", b'"', b"\x00\xff", b"</TEXT>", WIRE[:90])
        )
    assert reading(bytes(damaged)).account.outcome in list(Outcome)


def test_every_story_of_the_collection_is_read_and_dated_as_it_says() -> None:
    path = COLLECTION / "reut2-012.sgm"
    if not path.exists():
        pytest.skip("the collection is not here")
    content = path.read_bytes()
    stories = re.findall(r'NEWID="(\d+)">\s*<DATE>\s*(\S+)', content.decode("latin-1"))
    said = {key: datetime.strptime(day, "%d-%b-%Y").date().isoformat() for key, day in stories}
    found = {draft.key: draft.dates[0].iso for draft in drafts(content)}
    assert len(said) == 1000
    assert found == said
    assert reading(content).account.articles == 1000
