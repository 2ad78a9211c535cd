"""Mediargus: lists with texts, without them, and with one that is missing."""

from __future__ import annotations

from datetime import date

from press_exports import Story, mediargus

from tui.importing.press.detector import press_articles
from tui.importing.press.line import lines_of_text

STORIES = [
    Story("De kraan staat", "Havenbode", date(2011, 11, 30), "Berta Kaan", ("De kraan staat stil.",), 23),
    Story("Het veer vaart", "Kustpost", date(2011, 11, 30), "Luc Brumel", ("Het veer vaart niet.",), 23),
    Story("De lamp is uit", "Havenbode", date(2011, 11, 29), "Ada Quill", ("De lamp is uit.",), 4),
]


def test_a_list_alone_gives_what_it_says_of_each_article() -> None:
    drafts = press_articles(lines_of_text(mediargus(STORIES).split("\n" * 8)[0]))
    assert [(draft.title, draft.source, draft.page, draft.length) for draft in drafts] == [
        ("De kraan staat", "Havenbode", "23", 99),
        ("Het veer vaart", "Kustpost", "23", 99),
        ("De lamp is uit", "Havenbode", "4", 99),
    ]
    assert {note for draft in drafts for note in draft.notes} == {"its list alone: the text is not in the file"}


def test_a_missing_text_takes_no_other_ones_outlet() -> None:
    whole = mediargus(STORIES)
    first = "30-11-2011, p.23\nBerta Kaan\nDe kraan staat\n\nDe kraan staat stil.\n\n © Pers"
    assert first in whole
    drafts = press_articles(lines_of_text(whole.replace(first, "")))
    texts = {draft.title: (draft.source, draft.paragraphs) for draft in drafts if not draft.notes}
    assert texts == {
        "Het veer vaart": ("Kustpost", ("Het veer vaart niet.",)),
        "De lamp is uit": ("Havenbode", ("De lamp is uit.",)),
    }
    assert [draft.title for draft in drafts if draft.notes] == ["De kraan staat"]


def test_a_section_above_the_title_is_kept() -> None:
    whole = mediargus(STORIES).replace("\nBerta Kaan\nDe kraan staat\n", "\n\nBinnenland\n\nDe kraan staat\n")
    assert press_articles(lines_of_text(whole))[0].section == "Binnenland"
