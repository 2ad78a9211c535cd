"""The detector of seams: as many articles as a download holds, each with its day, outlet and words, and none lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from press_exports import TEXTS, Story, lost_words, nexis_text, several, stories

from tui.importing.parsed import Draft
from tui.importing.press.detector import FORMS, SEVERAL, press_articles, suspected, with_suspicion
from tui.importing.press.line import lines_of_text

FORM_NAMES = sorted(TEXTS)


def read(text: str) -> list[Draft]:
    return press_articles(lines_of_text(text))


def shown(draft: Draft) -> tuple[str, str, str]:
    return draft.title, draft.source.removesuffix(" (Portham)"), draft.dates[0].iso if draft.dates else ""


@pytest.mark.parametrize("name", FORM_NAMES)
@settings(max_examples=25, deadline=None)
@given(found=several)
def test_a_download_gives_each_of_its_articles_with_its_day_and_outlet(name: str, found: list[Story]) -> None:
    drafts = read(TEXTS[name](found))
    assert [shown(draft) for draft in drafts] == [(story.title, story.outlet, str(story.day)) for story in found]
    assert [len(draft.dates) for draft in drafts] == [1] * len(found)


@pytest.mark.parametrize("name", FORM_NAMES)
@settings(max_examples=25, deadline=None)
@given(found=several)
def test_the_text_of_each_article_is_its_own_and_whole(name: str, found: list[Story]) -> None:
    drafts = read(TEXTS[name](found))
    assert [draft.paragraphs for draft in drafts] == [story.paragraphs for story in found]


@pytest.mark.parametrize("name", FORM_NAMES)
@settings(max_examples=25, deadline=None)
@given(found=several)
def test_no_word_of_a_download_is_lost(name: str, found: list[Story]) -> None:
    whole = TEXTS[name](found)
    assert not lost_words(whole, read(whole))


@settings(max_examples=25, deadline=None)
@given(story=stories)
def test_a_download_of_one_article_is_read_by_its_form_too(story: Story) -> None:
    for name in ("Nexis", "Nexis Uni", "Factiva with codes", "Factiva in English", "ProQuest", "APA"):
        (draft,) = read(TEXTS[name]([story]))
        assert shown(draft) == (story.title, story.outlet, str(story.day)), name


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a letter", "Dear Ada,\n\nthe crane stands still since 4 March 2023.\n\nYours, Ben\n"),
        ("a text that names a document", "Page 1 of 3 documents is missing.\n\nWe look for it.\n"),
        ("a list of days", "4 March 2023\n\nThe crane stopped.\n\n5 March 2023\n\nIt moved.\n"),
        (
            "a quotation of a paper",
            'The council cited "Der Hafen" vom 4.3.2023 in its answer.\n\nNobody had read it.\n',
        ),
        ("a report that says where it ends", "A crane\n\nAda Quill\n\n4 March 2023\n\nIt stands.\n\nEnd of document\n"),
        ("labels of a letter", "Title: The crane\nDate: 4 March 2023\n\nIt stands still.\n"),
        ("nothing", ""),
    ],
)
def test_other_texts_are_no_download(name: str, text: str) -> None:
    assert read(text) == [], name


def test_a_file_of_which_nothing_has_a_day_is_no_download() -> None:
    assert read("1 of 2 DOCUMENTS\n\nA\n\n2 of 2 DOCUMENTS\n\nB\n") == []


def test_a_document_that_could_not_be_shown_costs_no_other_one() -> None:
    whole = nexis_text([_story("One"), _story("Two")])
    broken = whole.replace("2 of 2 DOCUMENTS", "2 of 3 DOCUMENTS\n\n\n3 of 3 DOCUMENTS")
    drafts = read(broken)
    assert [draft.title for draft in drafts] == ["One", "Two"]
    assert not lost_words(broken, drafts)


def test_the_cover_stands_among_what_was_left_out_of_the_first_article() -> None:
    first, second = read(nexis_text([_story("One"), _story("Two")]))
    assert "Time Of Request: Tuesday, October 15, 2019 23:59:59" in first.left_out
    assert "Time Of Request: Tuesday, October 15, 2019 23:59:59" not in second.left_out


def test_no_name_of_a_file_dates_the_articles_of_a_download() -> None:
    assert not any(draft.dated_by_name for draft in read(nexis_text([_story("One"), _story("Two")])))


DIGEST = "\n\n".join(
    f"The {name} of the harbour\n\n{day} March 2023\n\n{'Nobody at the pier knows why it stands still. ' * 5}"
    for day, name in enumerate(("crane", "ferry", "dredger"), 4)
)


def test_headings_with_days_that_repeat_raise_a_suspicion() -> None:
    assert suspected(lines_of_text(DIGEST)) == SEVERAL
    draft = with_suspicion(Draft(title="A digest"), lines_of_text(DIGEST))
    assert draft.notes == (SEVERAL,)
    assert draft.doubt == SEVERAL


def test_one_heading_with_a_day_raises_none() -> None:
    one = lines_of_text(DIGEST[: len(DIGEST) // 3])
    assert suspected(one) == ""
    assert with_suspicion(Draft(title="A"), one) == Draft(title="A")


def test_every_form_says_where_it_is_described() -> None:
    assert all(form.described and form.name for form in FORMS)


def _story(title: str) -> Story:
    from datetime import date

    return Story(title, "Harbour Times", date(2023, 3, 4), "Ada Quill", ("The crane stands still since Monday.",))
