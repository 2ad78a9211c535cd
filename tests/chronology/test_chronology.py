from dataclasses import replace

import pytest

from tui.base.days import read_iso
from tui.chronology.chronology import Account, Chronology, chronology
from tui.dates import find_dates


def account(
    number: int, source: str, published: str, text: str, *, retells: bool = False, language: str = "en"
) -> Account:
    day = read_iso(published)[0] if published else None
    marks = find_dates(text, language=language, published=day)
    return Account(number, f"article{number}", source, day, text, marks, retells)


def drawn(found: Chronology) -> list[str]:
    """Draw each dating as `date: sources`; a disputed entry's later datings begin with `or`."""
    return [
        f"{'or ' if place else ''}{dating.timex.value}: {', '.join(told.source for told in dating.told)}"
        for entry in found.entries
        for place, dating in enumerate(entry.datings)
    ]


STORIES = [
    (
        "in the order of the event, not of printing",
        [
            ("Herald", "2021-05-05", "The bridge opened on 4 May 2021. Work on it began in March 2019."),
            ("Times", "2020-01-01", "The minister died in December 2019."),
        ],
        ["2019-03: Herald", "2019-12: Times", "2021-05-04: Herald"],
    ),
    (
        "one event, one date",
        [
            ("Herald", "2021-05-05", "The last troops left the base on Tuesday."),
            ("Times", "2021-05-06", "All troops had left the base by 4 May 2021."),
        ],
        ["2021-05-04: Herald, Times"],
    ),
    (
        "a coarser date agrees with a finer one",
        [
            ("Herald", "2021-05-05", "A coup overthrew the president in August 2020."),
            ("Times", "2022-05-06", "The president fell in a coup in 2020."),
        ],
        ["2020-08: Herald, Times"],
    ),
    (
        "a disputed date gives each source's own",
        [
            ("Herald", "2021-05-05", "The withdrawal of the troops ended on 30 April 2021."),
            ("Times", "2021-05-06", "The withdrawal of the troops was finished on 3 May 2021."),
        ],
        ["2021-04-30: Herald", "or 2021-05-03: Times"],
    ),
    (
        "a source that tells both days knows two events",
        [
            ("Herald", "2021-05-05", "The withdrawal of the troops ended on 30 April 2021."),
            (
                "Times",
                "2021-05-06",
                "The withdrawal of the troops was finished on 3 May 2021. That of the tanks ended on 30 April 2021.",
            ),
        ],
        ["2021-04-30: Herald, Times", "2021-05-03: Times"],
    ),
    (
        "a beginning is no end",
        [
            ("Herald", "2021-05-05", "The withdrawal of the troops began on 30 April 2021."),
            ("Times", "2021-05-06", "The withdrawal of the troops ended on 3 May 2021."),
        ],
        ["2021-04-30: Herald", "2021-05-03: Times"],
    ),
    (
        "one plan with two deadlines is disputed where few others fall in those days",
        [
            ("Herald", "2021-05-05", "The regiment, 900 strong, hopes to complete its withdrawal by 30 June 2021."),
            ("Times", "2021-05-06", "The slow pullout is foreseen to be finished by 1 July 2021."),
        ],
        ["2021-06-30: Herald", "or 2021-07-01: Times"],
    ),
    (
        "deadlines of two plans are two",
        [
            ("Herald", "2021-05-05", "The senate wants to complete its inquiry into the harbour by 30 June 2021."),
            ("Times", "2021-05-06", "The new bridge near Gao should be finished by 1 July 2021."),
        ],
        ["2021-06-30: Herald", "2021-07-01: Times"],
    ),
    (
        "days on which it happened are no deadlines",
        [
            ("Herald", "2021-05-05", "The regiment, 900 strong, completed its withdrawal on 30 June 2020."),
            ("Times", "2021-05-06", "The slow pullout of engineers, drivers and cooks was finished on 1 July 2020."),
        ],
        ["2020-06-30: Herald", "2020-07-01: Times"],
    ),
    (
        "a request is not the decision that grants it",
        [
            ("Herald", "2021-05-05", "On 28 May 2020 the senate voted for the withdrawal of the troops."),
            ("Times", "2021-05-06", "In May 2020 the mayors demanded the withdrawal of the troops."),
        ],
        ["2020-05: Times", "2020-05-28: Herald"],
    ),
    (
        "different events of one day stay apart",
        [
            ("Herald", "2021-05-05", "A bomb killed nine traders in Ansongo on 4 May 2021."),
            ("Times", "2021-05-06", "Parliament adopted the budget on 4 May 2021."),
        ],
        ["2021-05-04: Herald", "2021-05-04: Times"],
    ),
    (
        "two dates of a sentence are two events",
        [("Herald", "2021-05-05", "The council decided on 4 May 2021 that the mission will end on 1 July 2021.")],
        ["2021-05-04: Herald", "2021-07-01: Herald"],
    ),
    (
        "a year stands before its months, its end after them",
        [
            (
                "Herald",
                "2021-05-05",
                "The port was sold at the end of 2019. A bridge fell in June 2019. Two banks failed in 2019.",
            )
        ],
        ["2019: Herald", "2019-06: Herald", "2019: Herald"],
    ),
    (
        "a dateline, a quoted word and a mere bound are no events",
        [
            (
                "Herald",
                "2021-05-05",
                "Gao, Mali, 4 May 2021 – He wrote “yesterday” in it. Aid may go on beyond this year.",
            )
        ],
        [],
    ),
    (
        "durations, frequencies and decades are no events",
        [("Herald", "2021-05-05", "For ten years they met every month, now as in the 1990s.")],
        [],
    ),
]


@pytest.mark.parametrize(("articles", "expected"), [pytest.param(*row[1:], id=row[0]) for row in STORIES])
def test_articles_make_this_chronology(articles, expected):
    found = chronology(account(number, *article) for number, article in enumerate(articles))
    assert drawn(found) == expected
    assert [entry.disputed for entry in found.entries] == [len(entry.datings) > 1 for entry in found.entries]


def test_french_and_english_tell_one_event():
    english = account(0, "Herald", "2021-05-05", "The base at Gao was handed over on 4 May 2021.")
    french = account(1, "Le Jour", "2021-05-06", "La base de Gao a été rétrocédée mardi.", language="fr")
    assert drawn(chronology([english, french])) == ["2021-05-04: Herald, Le Jour"]


def test_french_deadlines_are_disputed_too():
    one = account(
        0, "Le Jour", "2021-05-05", "Le retrait du régiment doit être achevé d'ici au 30 juin.", language="fr"
    )
    other = account(1, "Le Soir", "2021-05-06", "Le départ des troupes sera terminé d'ici le 2 juillet.", language="fr")
    assert drawn(chronology([one, other])) == ["2021-06-30: Le Jour", "or 2021-07-02: Le Soir"]


def test_an_article_that_retells_others_is_no_witness():
    text = "The bridge opened on 4 May 2021."
    assert drawn(chronology([account(0, "Herald", "", text, retells=True)])) == []


def test_copies_of_one_text_are_one_witness():
    one = account(0, "Wire", "2021-05-05", "The bridge opened on 4 May 2021.")
    copy = replace(account(1, "Herald", "2021-05-06", "The bridge opened on 4 May 2021."), copied_from="Wire")
    other = account(2, "Times", "2021-05-06", "The bridge opened on 4 May 2021.")
    (entry,) = chronology([one, copy, other]).entries
    assert [told.source for told in entry.told] == ["Wire", "Herald", "Times"]
    assert {told.witness for told in entry.told} == {"Wire", "Times"}


def test_copies_of_one_text_dispute_nothing_with_one_another():
    one = account(0, "Wire", "2021-05-05", "The bridge opened on 4 May 2021.")
    other = account(1, "Herald", "2021-05-06", "The bridge opened on 5 May 2021.")
    assert [entry.disputed for entry in chronology([one, other]).entries] == [True]
    copied = replace(other, copied_from="Wire")
    assert [entry.disputed for entry in chronology([one, copied]).entries] == [False, False]


def test_a_date_that_stayed_open_is_kept_apart():
    found = chronology([account(0, "", "", "The bridge opened on a Friday. It fell in 2019.")])
    assert [told.timex.value for told in found.unplaced] == ["XXXX-WXX-5"]
    assert drawn(found) == ["2019: "]


def test_every_statement_leads_back_to_its_sentence():
    text = "It began in 2018. The bridge opened on 4 May 2021, and fell in June."
    found = chronology([account(0, "Herald", "2021-08-01", text)])
    for entry in found.entries:
        for told in entry.told:
            assert text[told.start : told.end] == told.sentence
            assert told.start <= told.timex.start < told.end


def test_no_dated_statement_is_lost():
    texts = [f"Post {n} was hit on {n % 28 + 1} May 2021 and the army left it in June 2021." for n in range(60)]
    found = chronology(account(number, f"S{number}", "2021-07-01", text) for number, text in enumerate(texts))
    assert sum(len(entry.told) for entry in found.entries) == 120
