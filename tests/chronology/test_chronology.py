from dataclasses import replace

import pytest

from tui.base.days import read_iso
from tui.chronology.chronology import Chronology, DatedArticle, chronology
from tui.dates import find_dates


def account(
    number: int, source: str, published: str, text: str, *, retells: bool = False, language: str = "en"
) -> DatedArticle:
    day = read_iso(published)[0] if published else None
    marks = find_dates(text, language=language, published=day)
    return DatedArticle(number, f"article{number}", source, day, text, marks, retells)


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


def test_a_name_that_all_tell_of_joins_no_vague_statement_of_another_language():
    talk = [
        account(number, f"Outlet {number}", f"2021-{number:02}-20", f"The council of Orma met on {number} March 2019.")
        for number in range(1, 12)
    ]
    day = account(20, "Herald", "2021-12-20", "The last 53 ferrymen left Orma on 15 December 2021.")
    vague = account(21, "Le Jour", "2022-11-06", "Le régiment a quitté Orma en 2021.", language="fr")
    vague = replace(vague, language="fr")
    assert drawn(chronology([*talk, day, vague]))[-2:] == ["2021: Le Jour", "2021-12-15: Herald"]


def test_french_deadlines_are_disputed_too():
    one = account(
        0, "Le Jour", "2021-05-05", "Le retrait du régiment doit être achevé d'ici au 30 juin.", language="fr"
    )
    other = account(1, "Le Soir", "2021-05-06", "Le départ des troupes sera terminé d'ici le 2 juillet.", language="fr")
    assert drawn(chronology([one, other])) == ["2021-06-30: Le Jour", "or 2021-07-02: Le Soir"]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (
            "en",
            "The troops are to have left Orma no later than 30 June.",
            "The troops are to have left Orma no later than 2 July.",
        ),
        (
            "fr",
            "Le retrait du régiment doit être achevé au plus tard le 30 juin.",
            "Le départ des troupes sera terminé au plus tard le 2 juillet.",
        ),
        ("ar", "ستغادر القوات مدينة غاو في موعد أقصاه 30 حزيران.", "ستغادر القوات مدينة غاو في موعد أقصاه 2 تموز."),
    ],
)
def test_what_is_to_be_at_the_latest_is_a_deadline(language, one, other):
    first = account(0, "Herald", "2021-05-05", one, language=language)
    second = account(1, "Times", "2021-05-06", other, language=language)
    assert drawn(chronology([first, second])) == ["2021-06-30: Herald", "or 2021-07-02: Times"]


@pytest.mark.parametrize("degree", ["later", "sooner", "earlier"])
def test_a_term_with_than_is_no_comparison(degree):
    text = f"The troops are to leave Orma no {degree} than 30 June. More troops left Orma than on 2 May."
    assert drawn(chronology([account(0, "Herald", "2021-05-05", text)])) == ["2021-06-30: Herald"]


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


DISPUTES = [
    (
        "one statement of one issuer, on neighbouring days, though a report gives both",
        [
            (
                "Herald",
                "2021-05-07",
                "The statement of the harbour council was released on Wednesday. The harbour council made its "
                "statement known on Thursday.",
                "en",
            ),
            (
                "Times",
                "2021-05-08",
                "In a statement on Wednesday the harbour council said that the pier is lost.",
                "en",
            ),
        ],
        [("2021-05-05", ["Herald", "Times"]), ("2021-05-06", ["Herald"])],
    ),
    (
        "names and a kind of event, across languages",
        [
            ("Herald", "2021-05-17", "Its base at Ansongo was closed on 4 May.", "en"),
            ("Le Jour", "2021-05-18", "La fermeture de la base d’Ansongo remonte au 3 mai.", "fr"),
        ],
        [("2021-05-03", ["Le Jour"]), ("2021-05-04", ["Herald"])],
    ),
    (
        "what a council asks for is its decision, and the languages have other rare words",
        [
            ("Le Jour", "2021-05", "Le 29 mai, le Conseil d’Orma demande à la mission Lira de quitter le port.", "fr"),
            (
                "Herald",
                "2021-05-30",
                "The mission leaves the port of Orma, the harbour council decided on Sunday.",
                "en",
            ),
            ("La Voix", "2021-06-20", "Le Conseil d’Orma l’a décidé le 30 mai : la mission Lira quitte le port.", "fr"),
        ],
        [("2021-05-29", ["Le Jour"]), ("2021-05-30", ["Herald", "La Voix"])],
    ),
    (
        "one decision, a month apart in reports of one day",
        [
            ("Herald", "2021-05-30", "The council of Ansongo granted Gao a second pier on 12 April 2021.", "en"),
            ("Times", "2021-05-30", "The council of Ansongo granted Gao a second pier on 12 May 2021.", "en"),
        ],
        [("2021-04-12", ["Herald"]), ("2021-05-12", ["Times"])],
    ),
    (
        "two reports of one outlet",
        [
            ("Herald", "2021-05-17", "The weir at Ansongo burst on 4 May.", "en"),
            ("Herald", "2021-05-20", "The weir at Ansongo burst on 5 May.", "en"),
            ("Times", "2021-05-20", "The mayor of Gao was elected on 5 May.", "en"),
        ],
        [("2021-05-04", ["Herald"]), ("2021-05-05", ["Herald"])],
    ),
]


@pytest.mark.parametrize(("articles", "expected"), [pytest.param(*row[1:], id=row[0]) for row in DISPUTES])
def test_these_dates_are_disputed(articles, expected):
    accounts = [
        replace(account(number, source, day, text, language=code), language=code)
        for number, (source, day, text, code) in enumerate(articles)
    ]
    disputed = [entry for entry in chronology(accounts).entries if entry.disputed]
    assert [
        [(dating.timex.value, [told.source for told in dating.told]) for dating in entry.datings] for entry in disputed
    ] == [expected]


def test_reports_of_the_day_itself_dispute_nothing():
    texts = [
        ("2021-05-04", "The ferry at Ansongo sank on Tuesday."),
        ("2021-05-05", "The ferry at Ansongo sank today."),
    ]
    found = chronology(account(number, f"S{number}", *each) for number, each in enumerate(texts))
    assert [entry.disputed for entry in found.entries] == [False, False]


SERIES = [
    (
        "what is told of the same names a week later, as long after it",
        (
            "2021-05-05",
            "The council of Ansongo met the ferrymen of Gao on Tuesday and refused a second pier.",
        ),
        (
            "2021-05-12",
            "The council of Ansongo met the ferrymen of Gao on Tuesday to hear how many boats sank.",
        ),
    ),
    (
        "a report that comes every day, with other figures",
        ("2021-05-20", "Deposits at the Bank of Orma rose on 4 May 2021 to 3,254 million from 2,424 million."),
        ("2021-05-21", "Deposits at the Bank of Orma rose on 5 May 2021 to 3,576 million from 3,254 million."),
    ),
    (
        "one speaker on two days",
        ("2021-05-08", "Ada Holm of the harbour council said on Wednesday that nothing was found in the pier."),
        ("2021-05-08", "Four ferries must be sold, Ada Holm of the harbour council said on Thursday in an interview."),
    ),
    (
        "months, which are too long",
        ("2021-07-05", "The fair of Orma opened in May."),
        ("2021-07-06", "The fair of Orma opened in June."),
    ),
    (
        "plans in words that many plans are told in",
        ("2021-03-02", "The payment date is 25 March while the issue will be listed in Orma."),
        ("2021-03-05", "The payment date is 30 March while listing will be in Orma."),
    ),
    (
        "what was planned and what came",
        ("2021-05-20", "The pilots of Gao meet the harbour council of Orma on 27 May over the second pier."),
        ("2021-05-29", "The pilots of Gao met the harbour council of Orma on 28 May over the second pier."),
    ),
    (
        "weeks that follow one another",
        ("2021-05-05", "The harbour council of Orma said that last week it sold the ferry Lira for scrap."),
        ("2021-05-12", "The harbour council of Orma said that last week it sold the ferry Lira for scrap."),
    ),
    (
        "what was decided every month, reported a month apart",
        ("2021-04-30", "The council of Ansongo granted the ferrymen of Gao a second pier on 12 April 2021."),
        ("2021-05-30", "The council of Ansongo granted the ferrymen of Gao a second pier on 12 May 2021."),
    ),
]


@pytest.mark.parametrize(("one", "other"), [pytest.param(*row[1:], id=row[0]) for row in SERIES])
def test_news_that_comes_in_series_is_not_disputed(one, other):
    found = chronology([account(0, "Herald", *one), account(1, "Times", *other)])
    assert [entry.disputed for entry in found.entries if entry.disputed] == []


def test_the_ends_of_two_things_are_two_events():
    one = account(0, "Herald", "2021-05-05", "The withdrawal of the troops from Gao ends on 31 December 2021.")
    other = account(1, "Times", "2021-05-06", "The liquidation of all its assets in Gao ends on 31 December 2021.")
    assert drawn(chronology([one, other])) == ["2021-12-31: Herald", "2021-12-31: Times"]


def test_a_range_is_one_statement_with_both_ends():
    (entry,) = chronology([account(0, "Herald", "2021-05-15", "The fair ran from 3 May to 7 May 2021.")]).entries
    (told,) = entry.told
    assert (told.timex.value, told.until.value) == ("2021-05-03", "2021-05-07")
    assert (entry.span.first.day, entry.span.last.day) == (3, 7)


NO_EVENTS = [
    ("a year of comparison", "Exports were higher than in 2019."),
    ("a figure of comparison", "The firm earned 3 million compared with 2 million in 2019."),
    ("a signed message", "We shall go on with what we do. — The mayor (@mayor) May 4, 2021"),
    ("a bare date", "Tuesday, 4 May 2021"),
    ("a line without a verb", "Herald, page one, 4 May 2021"),
    ("a year in a name", "The 2015 treaty holds, and so does the law of 1992."),
    ("the present age", "Few live of fishing today."),
    ("the present age, of which a thing is", "The shells that they gathered in today's world were sold."),
    ("a table", "Brent..........4 May 2021.....18.89 Bonny.......19.58 was sold."),
    ("what a price is off from", "Cod was off 30 cents from the previous Friday."),
    ("an evening that the text does not name", "The next evening she returned to the hut."),
    ("a letter's day", "Letter dated 8 June 2020 from the mayor of Orma to the harbour council."),
    ("a feast that is spoken of", "They abolished Christmas and the fair."),
    ("what is supposed", "If the weir broke tomorrow, nobody would know."),
    ("a feast in a name", "She sold Christmas toys to them."),
    ("a source in brackets", "The weir broke in a storm (Orma Herald 3 May 2021 page 2)."),
    ("an hour of no day", "The people of the hills got up around 6 am to see the sun."),
    ("a day that the text does not name", "Nothing would be known of that day."),
    ("what is counted from then on", "In all, 288 sailors have died there since 2013."),
    ("the last day of a period", "Profits rose in the quarter ended 31 March 2021."),
]


@pytest.mark.parametrize(("text"), [pytest.param(row[1], id=row[0]) for row in NO_EVENTS])
def test_this_date_is_no_event(text):
    assert chronology([account(0, "Herald", "2021-05-15", text)]).entries == ()


def test_what_has_stood_since_a_day_is_an_event():
    (entry,) = chronology([account(0, "Herald", "2021-05-15", "The mission has been at Orma since 2013.")]).entries
    assert entry.told[0].timex.value == "2013"


def test_a_request_to_a_council_is_not_its_decision():
    one = account(0, "Herald", "2021-06", "On 29 May the mayor asked the council of Orma to close the pier.")
    other = account(1, "Times", "2021-06", "On 30 May the council of Orma decided to close the pier.")
    assert [entry.disputed for entry in chronology([one, other]).entries] == [False, False]


def test_an_article_tells_a_day_once():
    text = "The ferry to Orma sank in the bay on 4 May 2021.\n\nThe ferry to Orma sank on 4 May 2021, in the deep bay."
    (entry,) = chronology([account(0, "Herald", "2021-05-15", text)]).entries
    assert len(entry.told) == 1
