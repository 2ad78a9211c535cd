"""Downloads as HTML: by the classes of Europresse, by their lines otherwise; no other page is one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from press_exports import FRENCH, Story, american, british, lost_words, several

from tui.importing.markup.fragment import blocks_of
from tui.importing.parsed import Draft
from tui.importing.press.pages import articles_of


def europresse(found: Sequence[Story]) -> str:
    return "<html><head><title>Europresse</title></head><body>" + "".join(
        f'<article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">{story.outlet}, no. 7'
        f'</span></div><span class="DocHeader">{story.outlet}, no. 7 Ports, samedi {british(story.day, FRENCH)} 615'
        f' mots, p. {story.page}</span><div class="titreArticle"><p class="titreArticleVisu">{story.title}</p></div>'
        f'<p class="sm-margin-bottomNews">{story.author}</p></header><section><div class="docOcurrContainer">'
        + "".join(f"<p>{one}</p>" for one in story.paragraphs)
        + f"</div></section><aside>Note(s) : 1</aside><footer><small>© {story.day.year} Presse</small><p>"
        f"news·20230304·PH·{number}</p><span>Date d'émission : 2025-07-04</span></footer></article>"
        for number, story in enumerate(found)
    )


def europresse_old(found: Sequence[Story]) -> str:
    return (
        "<html><body><table><tbody>"
        + "".join(
            f'<tr><td><span class="DocPublicationName">{story.outlet}</span><br><span class="DocHeader">Ports</span>'
            f'<span class="DocHeader">, mardi </span><span class="DocHeader">{british(story.day, FRENCH)}</span><span'
            f' class="DocHeader">, p. {story.page}</span><br><span class="TitreArticleVisu">{story.title}</span><br>'
            f"{story.author}<br><br>{'<br><br>'.join(story.paragraphs)}<br>© 2025 Presse<table><tr><td>"
            f"news·20230304·PH·{number}</td></tr></table></td></tr>"
            for number, story in enumerate(found)
        )
        + "</tbody></table></body></html>"
    )


def _row(code: str, value: str) -> str:
    return f'<tr><td class="index"><b>{code}</b>&nbsp;</td><td>{value}</td></tr>'


def factiva_table(found: Sequence[Story]) -> str:
    return "<html><head><title>Factiva</title></head><body>" + "".join(
        '<div class="article enArticle"><table>'
        + _row("HD", f"<b class='enHeadline'>{story.title}</b>")
        + _row("BY", f"By {story.author}")
        + _row("PD", british(story.day))
        + _row("SN", story.outlet)
        + _row("PG", str(story.page))
        + _row("LA", "English")
        + _row("LP", "".join(f"<p>{one}</p>" for one in story.paragraphs))
        + _row("AN", f"<br/>Document HRTMS0020{story.day:%y%m%d}ej340{number:04}")
        + "</table></div>"
        for number, story in enumerate(found)
    )


def factiva_divs(found: Sequence[Story]) -> str:
    return "<html><head><title>Factiva</title></head><body>" + "".join(
        f"<div class='article enArticle'><p><div id='hd'><b class='enHeadline'>{story.title}</b></div>"
        f"<div class='author'>{story.author}</div><div>99 words</div><div>{british(story.day)}</div>"
        f"<div>{story.outlet}</div><div>HRTMS</div>"
        f"<div>{story.page}</div><div>English</div><div>(c) {story.day.year} Press</div></p>"
        + "".join(f'<p class="articleParagraph">{one}</p>' for one in story.paragraphs)
        + f"<p>Press Group</p><p>Document HRTMS0020{story.day:%y%m%d}ej340{number:04}</p></div>"
        for number, story in enumerate(found)
    )


def nexis(found: Sequence[Story]) -> str:
    return "<HTML><BODY>" + "".join(
        f"<DIV><P>{number} of {len(found)} DOCUMENTS</P></DIV><DIV><P>{story.outlet}</P></DIV><DIV><P><SPAN>"
        f"{american(story.day)}</SPAN><SPAN>&nbsp;<BR>Final Edition</SPAN></P></DIV><DIV><P>{story.title}</P></DIV>"
        f"<DIV><P><SPAN>BYLINE: </SPAN><SPAN>{story.author}</SPAN></P></DIV><DIV><P>SECTION: Pg. {story.page}</P></DIV>"
        "<DIV><P>LENGTH: 44 words</P></DIV>"
        + "".join(f"<P>{one}</P>" for one in story.paragraphs)
        + f"<DIV><P>LOAD-DATE: July 4, 2025</P></DIV><DIV><P>Copyright {story.day.year} Press</P></DIV>"
        for number, story in enumerate(found, 1)
    )


def apa(found: Sequence[Story]) -> str:
    return "<html><head><title>DeFacto-Campus - Ausdruck</title></head><body>" + "".join(
        f'<div><pre>"{story.outlet}" Nr. 065 vom {story.day:%d.%m.%Y}      Seite: {story.page}\nRessort: SEITE 1</pre>'
        f"<h3>{story.title}</h3>" + "".join(f"<p>{one}</p>" for one in story.paragraphs) + "</div>"
        for story in found
    )


def proquest(found: Sequence[Story]) -> str:
    return "<html><body>" + "".join(
        f"<div><p>{story.title}</p><p><strong>Author: </strong>{story.author}</p><p><strong>Full text: </strong>"
        + "".join(f"<p>{one}</p>" for one in story.paragraphs)
        + f"<p><strong>Publication title: </strong>{story.outlet}</p><p><strong>Pages: </strong>A{story.page}</p>"
        f"<p><strong>Publication date: </strong>{story.day:%b} {story.day.day}, {story.day.year}</p>"
        f"<p><strong>ProQuest document ID: </strong>{number}</p><p><strong>Last updated: </strong>2025-07-04</p>"
        "<p><strong>Database: </strong>Newsstream</p></div>"
        for number, story in enumerate(found)
    )


PAGES = {
    "Europresse": europresse,
    "Europresse, older": europresse_old,
    "Factiva with codes": factiva_table,
    "Factiva without codes": factiva_divs,
    "Nexis": nexis,
    "APA": apa,
    "ProQuest": proquest,
}


def shown(draft: Draft) -> tuple[str, str, str, tuple[str, ...]]:
    return draft.title, draft.source, draft.dates[0].iso if draft.dates else "", draft.paragraphs


@pytest.mark.parametrize("name", PAGES)
@settings(max_examples=20, deadline=None)
@given(found=several)
def test_each_article_of_a_page_comes_out_whole(name: str, found: list[Story]) -> None:
    html = PAGES[name](found)
    drafts = articles_of(html)
    assert [shown(draft) for draft in drafts] == [
        (story.title, story.outlet, str(story.day), story.paragraphs) for story in found
    ]
    assert not lost_words(" ".join(block.text for block in blocks_of(html.partition("<body>")[2])), drafts)


def test_what_europresse_says_of_an_article_is_kept() -> None:
    html = (
        '<article><span class="DocPublicationName">Le Littoral (site web)</span>'
        '<span class="DocHeader">Le Littoral (site web) Actualités, vendredi 12 mai 2023 1 615 mots, p. LITT-12</span>'
        '<p class="titreArticleVisu">Le vote</p>'
        '<div class="docAuthors">Luc Brumel</div><div class="docOcurrContainer">Un vote.</div>'
        "<footer>news·20230512·LT·0001</footer></article>"
    )
    (draft,) = articles_of(html)
    assert (draft.source, draft.edition, draft.section, draft.page) == (
        "Le Littoral",
        "site web",
        "Actualités",
        "LITT-12",
    )
    assert (draft.author, draft.length, draft.archive_number) == ("Luc Brumel", 1615, "news·20230512·LT·0001")


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("Friday, May 12, 2023 - 10:15 UTC +0200 1,300 words", 1300),
        ("vendredi 12 mai 2023 - 10:15 UTC +02:00 300 mots", 300),
    ],
)
def test_the_number_of_words_begins_behind_the_time(header: str, words: int) -> None:
    (draft,) = articles_of(
        f'<article><span class="DocPublicationName">Quay</span><span class="DocHeader">{header}</span>'
        '<p class="titreArticleVisu">A vote</p><div class="docOcurrContainer">It was.</div></article>'
    )
    assert (draft.length, draft.dates[0].iso) == (words, "2023-05-12")


@pytest.mark.parametrize(
    "html",
    [
        "<html><body><p>Factiva was sold, ProQuest says.</p></body></html>",
        "<html><body><p>By Ada Quill</p><p>November 8, 2023 | 1:49 PM</p><p>newsbank</p></body></html>",
        "<html><body><span class='DocPublicationName'></span></body></html>",
        "",
    ],
)
def test_other_pages_are_no_download(html: str) -> None:
    assert articles_of(html) == []
