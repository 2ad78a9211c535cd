"""A saved page becomes one article, dated by its own word, or one sentence that says why not."""

from __future__ import annotations

import json
import random
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.base.printable import printable
from tui.dossier.account import Outcome
from tui.dossier.article import Article
from tui.errors import FileProblem
from tui.importing.formats import page
from tui.importing.parsed import RawFile
from tui.importing.read_file import FileReading, read_content

AT = "https://www.riverpost.example/2024/02/09/ferry-sails"
BODY = "".join(
    f"<p>{line}</p>"
    for line in (
        "The ferry at Tassara sails again, the port's office said on Friday, after three weeks of low water.",
        "It had lain in the harbour since the middle of January, with forty lorries waiting on either bank.",
        "“We opened at six,” said the harbour master, who expects the queue to be gone by Sunday evening.",
    )
)
HEAD = """<meta charset="utf-8"><title>Ferry sails again | River Post</title>
<meta property="og:title" content="Ferry sails again | River Post"><meta property="og:site_name" content="River Post">
<meta property="article:published_time" content="2024-02-09T23:30:00-05:00"><meta name="keywords" content="ferry, Tassara">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
 "headline": "Ferry sails again", "datePublished": "2024-02-10T04:30:00Z", "dateModified": "2024-02-12",
 "author": {"@type": "Person", "name": "Ada Rell"}, "publisher": {"@type": "Organization", "name": "River Post"}}</script>
<style>p { background: url(data:image/png;base64,AAAA) }</style>"""  # noqa: E501 - a page's own lines
MENU = (
    "<nav><ul>"
    + "".join(f"<li><a href='/{part}'>{part}</a></li>" for part in ("Home", "Rivers", "Ports"))
    + "</ul></nav>"
)
NEWS = f"""<!DOCTYPE html><html lang="en-GB"><!--
 Page saved with SingleFile
 url: {AT}?utm_source=feed
 saved date: Sun Mar 10 2024 18:12:09 GMT+0100 (Central European Standard Time)
--><head>{HEAD}<link rel="canonical" href="{AT}"></head><body>{MENU}<article><h1>Ferry sails again</h1>
<p class="byline">By Ada Rell</p><p>Updated 12 February 2024</p>{BODY}</article>
<aside><h3>Most read</h3><ul><li>3 March 2019 <a href="/x">The lock is closed for good</a></li></ul></aside>
<footer>© 2024 River Post. All rights reserved.</footer></body></html>"""


def read(html: str | bytes, name: str = "ferry.html") -> FileReading:
    content = html.encode() if isinstance(html, str) else html
    return read_content(RawFile(name, content), page.read)


def only(html: str | bytes) -> Article:
    (article,) = read(html).articles
    return article


def test_a_news_page_tells_all_that_it_holds() -> None:
    article = only(NEWS)
    assert article.title == "Ferry sails again"
    assert (article.source, article.author, article.language) == ("River Post", "Ada Rell", "en")
    assert (article.address, article.captured) == (AT, date(2024, 3, 10))
    assert article.tags == ("ferry", "Tassara")
    assert article.text.startswith("The ferry at Tassara sails again")
    assert len(article.text.split("\n\n")) == 3


def test_its_date_is_the_publishers_day_and_every_other_is_kept() -> None:
    article = only(NEWS)
    assert article.published is not None
    assert (article.published.iso, article.published.provenance) == ("2024-02-09", "structured data")
    others = {(date.iso, date.provenance.value) for date in article.candidates}
    assert others == {("2024-02-09", "page metadata"), ("2024-02-12", "date of change"), ("2024-02-09", "address")}
    assert article.doubt == ""


def test_nothing_of_the_menu_and_the_footer_is_text() -> None:
    article = only(NEWS)
    for stray in ("Rivers", "Most read", "lock is closed", "All rights reserved"):
        assert stray not in article.text


def test_dates_that_disagree_make_it_doubtful() -> None:
    article = only(
        NEWS.replace("2024-02-10T04:30:00Z", "2024-03-01").replace("2024-02-09T23:30:00-05:00", "2024-02-09")
    )
    assert article.doubt == "the structured data says 2024-03-01, the page metadata 2024-02-09"


def test_the_day_of_the_copy_is_no_date_of_publication() -> None:
    article = only(
        f"<!--\n Page saved with SingleFile\n url: http://r.example/x\n saved date: Sun Mar 10 2024 18:12:09\n-->{BODY}"
    )
    assert article.published is None
    assert article.captured == date(2024, 3, 10)


def test_a_copyright_is_no_date() -> None:
    assert only(f"<html><body><h1>Ferry</h1>{BODY}<footer>Copyright 2019-2024 River Post</footer>").published is None


def test_a_row_of_facts_is_no_byline_and_stays_in_the_text() -> None:
    table = "<table class='infobox'><tr><th>Founded</th><td>February 28, 1998</td></tr></table>"
    article = only(f"<html><body><article><h1>Ferry</h1>{table}{BODY}</article></body></html>")
    assert article.published is None
    assert "Founded February 28, 1998" in article.text


def test_a_foot_that_names_the_last_change_dates_a_page_that_nothing_else_dates() -> None:
    foot = "<div id='footer'><ul><li>This page was last modified on 28 October 2016, at 06:56.</li></ul></div>"
    article = only(f"<html><body><h1>Ferry</h1>{BODY}{foot}</body></html>")
    assert article.published is not None
    assert (article.published.iso, article.published.provenance) == ("2016-10-28", "date of change")
    assert article.doubt == "it is the day of a change"


def test_an_ambiguous_date_counts_for_its_year_and_both_days_are_kept() -> None:
    article = only(f'<html><head><meta name="date" content="03/08/2023"></head><body>{BODY}</body></html>')
    assert article.published is not None
    assert (article.published.iso, article.day_order) == ("2023", "open 2023-08-03")
    assert sorted(one.iso for one in article.candidates) == ["2023-03-08", "2023-08-03"]
    assert article.doubt == "03/08/2023 may be 3 August or 8 March: nothing else decides"


def test_an_ambiguous_date_is_settled_by_the_address() -> None:
    head = '<meta name="publish_date" content="03/08/2023 07:01:00"><link rel="canonical" href="{}">'
    article = only(f"<html><head>{head.format('https://river.example/2023/08/ferry')}</head><body>{BODY}</body></html>")
    assert article.published is not None
    assert (article.published.iso, article.published.provenance, article.doubt) == ("2023-08-03", "page metadata", "")


def test_a_line_of_figures_below_the_byline_is_kept_with_its_doubt() -> None:
    head = "<h1>Ferry</h1><p>By Ada Rell</p><p>08/09/2023</p>"
    article = only(f"<html><body><article>{head}{BODY}</article></body></html>")
    assert article.published is not None
    assert (article.published.iso, article.published.provenance) == ("2023", "byline")
    assert "may be 8 September or 9 August" in article.doubt


def test_the_archive_says_where_it_was_captured() -> None:
    file = RawFile("a.warc.gz/1", f"<html><body>{BODY}".encode(), ".html", AT, date(2024, 3, 10))
    (article,) = read_content(file, page.read).articles
    assert (article.address, article.captured) == (AT, date(2024, 3, 10))
    assert article.published is not None
    assert article.published.provenance == "address"


def test_a_text_that_is_only_told_to_machines_is_read() -> None:
    told = "The ferry sails again. " * 20
    article = json.dumps({"@type": "NewsArticle", "headline": "Ferry", "articleBody": told})
    script = f'<script type="application/ld+json">{article}</script>'
    assert only(f"<html><head>{script}</head><body><p>Please subscribe.</p></body></html>").text == told.strip()


ODD = [
    ("nothing but a comment", "<!-- x -->", Outcome.SKIPPED, "it contains no text"),
    ("an empty page", "<html><body></body></html>", Outcome.SKIPPED, "it contains no text"),
    (
        "a front page",
        "".join(f"<li><a href='/{n}'>Ferry number {n} has sailed again today</a></li>" for n in range(30)),
        Outcome.SKIPPED,
        "an overview of other articles, or a menu",
    ),
    ("bytes", bytes(range(256)) * 40, Outcome.FAILED, "not text: it contains binary data"),
    ("an error", "<title>404 Not Found - River Post</title><h1>404 Not Found</h1><p>It has moved or never was.</p>",
     Outcome.SKIPPED, "an error page, not an article"),
    ("a gate", "<title>Just a moment...</title><p>We check your browser before you go on.</p>",
     Outcome.SKIPPED, "a page shown before the article, which itself was not saved"),
    ("a shell for scripts", "<title>Ferry</title><div id=root></div><script>draw()</script>",
     Outcome.SKIPPED, "no text but its title"),
    ("a shell with a date for machines",
     '<title>Ferry</title><script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry",'
     ' "datePublished": "2023-08-20"}</script><div id=root></div>',
     Outcome.READ, "a title and no text"),
    ("an article on an error", f"<title>404 ferries</title>{BODY * 3}", Outcome.READ, ""),
    ("a text for subscribers",
     '<script type="application/ld+json">{"@type": "Article", "headline": "Ferry", "isAccessibleForFree": "False"}'
     f"</script>{BODY}",
     Outcome.READ, "its text is short, and the page says that it is for subscribers"),
    ("a million tags", "<p>x" * 1_000_000, Outcome.FAILED,
     "a page of more than 150,000 elements: too large to look for an article"),
    ("a nest of headings", "<h1>" * 100_000, Outcome.FAILED, "a page whose tags are nested too deeply"),
    ("latin-1 without a word", NEWS.replace("Tassara", "Tassará").encode("cp1252"), Outcome.READ,
     "not UTF-8 throughout: the other bytes were read as Windows-1252"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "outcome", "reason"), [case[1:] for case in ODD], ids=[case[0] for case in ODD])
def test_each_ends_in_a_line(content: str | bytes, outcome: Outcome, reason: str) -> None:
    account = read(content).account
    assert (account.outcome, account.reason) == (outcome, reason)


HOSTILE = [
    ("100,000 nested elements", "<div>" * 100_000 + BODY),
    ("forbidden references", BODY + "<p>&#27;[31m &#0; &#x1b; &#xd800; &#x110000; red</p>"),
    ("an entity bomb", "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]><p>&b;&b;</p>" + BODY),
    ("a picture of 20 MB", BODY + '<img src="data:image/png;base64,' + "A" * 20_000_000 + '">'),
    ("an attribute of 20 MB", '<p title="' + "x" * 20_000_000 + '">' + BODY),
    ("100,000 attributes", "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">" + BODY),
    ("scripts without end", "<script>" + "x='<p>';" * 500_000 + "</script>" + BODY),
    ("styles that never close", BODY + "<style>" * 200_000),
    ("a nest of brackets for machines", '<script type="application/ld+json">' + "[" * 200_000 + "</script>" + BODY),
    ("addresses that are none", "<base href='http://[x'><link rel=canonical href='http://[y'>" + BODY),
    ("lone surrogates", BODY.encode() + b"<p>\xed\xa0\x80</p>"),
    ("nul bytes within", BODY.encode().replace(b"harbour", b"har\x00bour") + b" " * 2000),
    ("utf-16 cut in the middle", f"<html><body>{BODY}".encode("utf-16")[:-1]),
]


@pytest.mark.parametrize("content", [case[1] for case in HOSTILE], ids=[case[0] for case in HOSTILE])
def test_hostile_pages_keep_their_text(content: str | bytes) -> None:
    article = only(content)
    assert "forty lorries" in article.text
    assert printable(article.text) == article.text


SPLICES = [
    b"<div>",
    b"</p>",
    b"<script>",
    b"\x00",
    b"\xff\xfe",
    b"<!--",
    b'"',
    b"&#x1b;",
    b"<table><tr>",
    b"]]>",
    b"{",
    b"\xc3",
]


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32))
def test_damaged_pages_never_raise_anything_else(seed: int) -> None:
    chance = random.Random(seed)
    content = bytearray(NEWS.encode())
    for _ in range(chance.randint(1, 30)):
        place = chance.randrange(len(content))
        match chance.randrange(4):
            case 0:
                content[place] = chance.randrange(256)
            case 1:
                del content[place : place + chance.randint(1, 200)]
            case 2:
                content[place:place] = chance.choice(SPLICES) * chance.choice((1, 1, 1, 500))
            case _:
                content[place:place] = content[chance.randrange(len(content)) :][:300]
    with suppress(FileProblem):
        list(page.read(RawFile("a.html", bytes(content))))


def arranged(head: str, top: str, lang: str = "fr") -> Article:
    """A page as a content system arranges it; `top` stands above the text."""
    side = "".join(f"<li><a href='/{n}'>Une autre</a> <span class='date'>{n} mai 2019</span></li>" for n in (1, 2))
    html = (
        f"<html lang='{lang}'><head><meta charset='utf-8'>{head}</head><body>{MENU}<div id='main'>{top}{BODY}</div>"
        f"<div class='sidebar'><h3>Derniers articles</h3><ul>{side}</ul></div></body></html>"
    )
    (article,) = read_content(
        RawFile("a.html", html.encode(), address="https://www.lefleuve.example/?p=7"), page.read
    ).articles
    return article


TITLE = "<title>Le bac reprend - Le Fleuve</title>"
SYSTEMS = [
    (
        "one time for both days",
        '<h1 class="entry-title">Le bac reprend</h1><span class="posted-on"><time class="entry-date published updated"'
        ' datetime="2020-02-03T10:05:00+00:00">3 février 2020</time></span>'
        ' <span class="byline">par <a href="/a">Ada Rell</a></span>',
        ("2020-02-03", "page metadata", "Ada Rell"),
        [("2020-02-03", "byline")],
    ),
    (
        "a time for each day",
        '<h1>Le bac reprend</h1><div><time class="entry-date published" datetime="2020-02-03">3 février 2020</time>'
        '<time class="updated" datetime="2020-02-09">9 février 2020</time></div>',
        ("2020-02-03", "page metadata", ""),
        [("2020-02-03", "byline"), ("2020-02-09", "date of change")],
    ),
    (
        "day and writer in a line",
        '<h1>Le bac reprend</h1><p class="info-publi">lundi 3 février 2020, par'
        ' <span class="vcard author">Ada Rell</span></p>',
        ("2020-02-03", "byline", "Ada Rell"),
        [],
    ),
    (
        "figures in French",
        "<h1>Le bac reprend</h1><span class='date'>03/02/2020</span>",
        ("2020-02-03", "byline", ""),
        [],
    ),
    (
        "published and changed in a line",
        "<h1>Le bac reprend</h1><div>Publié le 03/02/2020 à 10h05 | Mis à jour le 09/02/2020 à 08h00</div>",
        ("2020-02-03", "byline", ""),
        [("2020-02-09", "date of change")],
    ),
    (
        "the day of reading at the top",
        "<div>Dimanche 22 novembre 2026</div><h1>Le bac reprend</h1><div>3 février 2020</div>",
        ("2020-02-03", "byline", ""),
        [("2026-11-22", "page header")],
    ),
    (
        "properties on the line",
        '<h1>Le bac reprend</h1><div><span property="dc:date dc:created" content="2020-02-03T10:05:00+00:00">Soumis par'
        " <b>Ada Rell</b> le lun 03/02/2020 - 10:05</span></div>",
        ("2020-02-03", "page metadata", "Ada Rell"),
        [("2020-02-03", "byline")],
    ),
    (
        "the site's name as the first heading",
        "<h1 class='logo'>Le Fleuve</h1><h2>Le bac reprend</h2><small>Rédigé par Ada Rell le 3 février 2020</small>",
        ("2020-02-03", "byline", "Ada Rell"),
        [],
    ),
]


@pytest.mark.parametrize(("top", "said", "others"), [case[1:] for case in SYSTEMS], ids=[case[0] for case in SYSTEMS])
def test_pages_of_many_systems(top: str, said: tuple[str, str, str], others: list[tuple[str, str]]) -> None:
    article = arranged(TITLE, top)
    assert (article.title, article.source) == ("Le bac reprend", "Le Fleuve")
    assert article.published is not None
    assert (article.published.iso, article.published.provenance.value, article.author) == said
    assert [(date.iso, date.provenance.value) for date in article.candidates] == others
    assert article.text.startswith("The ferry at Tassara")


def piece(number: int) -> str:
    """Write an article of a page that holds several."""
    day = f"<time datetime='2023-03-0{number}'>{number} March 2023</time>"
    return f"<article><h2>Piece {number}</h2>{day}{BODY}{BODY}</article>"


def test_a_page_of_nothing_but_articles_gives_each_of_them() -> None:
    html = f"<html lang='en'><body>{piece(1)}{piece(2)}</body></html>"
    reading = read_content(RawFile("a.html", html.encode()), page.read)
    assert [one.title for one in reading.articles] == ["Piece 1", "Piece 2"]


def test_a_page_that_seems_to_hold_several_says_so() -> None:
    html = f"<html lang='en'><body><h1>All</h1>{piece(1)}{piece(2)}</body></html>"
    reading = read_content(RawFile("a.html", html.encode()), page.read)
    assert len(reading.articles) == 1
    assert "this file seems to hold several articles" in reading.account.reason
