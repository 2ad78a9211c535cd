"""What is a figure in a sentence, and what it says: named cases in English, French and Arabic, and properties."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.base.days import read_iso
from tui.dates import find_dates
from tui.figures import Bound, Figure, Scope, State, find_figures

PUBLISHED = read_iso("2022-03-04")[0]


def found(text: str, language: str = "en") -> tuple[Figure, ...]:
    timexes = find_dates(text, language=language, published=PUBLISHED)
    return find_figures(text, language=language, timexes=timexes)


NUMBERS = [
    ("digits", "en", "The port employs 4,350 dockers.", [(4350, 4350, 4350, "exact", "dockers")]),
    ("pence", "en", "Shares rose to 164p.", [(164, 164, 164, "exact", "penny")]),
    ("a range with hyphens", "en", "It has a 0-to-60-mph time.", [(None, 0, 60, "range", "mile-per-hour")]),
    ("a range that opens", "en", "Between 1600 and 1900 soldiers left.", [(None, 1600, 1900, "range", "soldiers")]),
    ("words", "en", "Twenty-three boats sank.", [(23, 23, 23, "exact", "boats")]),
    ("words with hundreds", "en", "They sold two hundred and five goats.", [(205, 205, 205, "exact", "goats")]),
    ("a scale", "en", "It cost 2.5 million euros.", [(2500000, 2500000, 2500000, "exact", "euro")]),
    ("a short scale", "en", "It cost $3.2bn.", [(3200000000, 3200000000, 3200000000, "exact", "dollar")]),
    ("thousands in letters", "en", "A thousand tents arrived.", [(1000, 1000, 1000, "exact", "tents")]),
    ("at least", "en", "At least 40 goats fell ill.", [(40, 40, None, "at-least", "goats")]),
    ("no fewer than", "en", "No fewer than 40 goats fell ill.", [(40, 40, None, "at-least", "goats")]),
    ("or more", "en", "The prize goes to 12 or more farms.", [(12, 12, None, "at-least", "farms")]),
    ("a plus", "en", "They planted 500+ trees.", [(500, 500, None, "at-least", "trees")]),
    ("more than", "en", "The shop has more than 90 clocks.", [(90, 90, None, "more-than", "clocks")]),
    ("over", "en", "The shop has over 90 clocks.", [(90, 90, None, "more-than", "clocks")]),
    ("up to", "en", "The hall seats up to 600 guests.", [(600, None, 600, "at-most", "guests")]),
    ("less than", "en", "Fewer than 70 letters came.", [(70, None, 70, "less-than", "letters")]),
    ("about", "en", "Around 200 letters came.", [(200, 180, 220, "about", "letters")]),
    ("or so", "en", "Ten or so letters came.", [(10, 9, 11, "about", "letters")]),
    ("a range", "en", "Between 20 and 30 letters came.", [(None, 20, 30, "range", "letters")]),
    ("a range with a hyphen", "en", "He wrote 6-8 letters.", [(None, 6, 8, "range", "letters")]),
    ("a range in words", "en", "He wrote three to five letters.", [(None, 3, 5, "range", "letters")]),
    ("one scale for both", "en", "It sold 2 to 3 million lamps.", [(None, 2000000, 3000000, "range", "lamps")]),
    ("dozens", "en", "Dozens of lamps broke.", [(None, 12, 120, "range", "lamps")]),
    ("tens of thousands", "en", "Tens of thousands of bees died.", [(None, 10000, 100000, "range", "bees")]),
    ("a dozen", "en", "A dozen lamps broke.", [(12, 12, 12, "exact", "lamps")]),
    ("per cent", "en", "Prices are 7.5 per cent higher.", [(7.5, 7.5, 7.5, "exact", "percent")]),
    ("two nouns", "en", "They sent 60 cooks and drivers.", [(60, 60, 60, "exact", "cooks")]),
    ("soldiers and police", "en", "They sent 60 soldiers and police officers.",
     [(60, 60, 60, "exact", "soldiers and police officers")]),
    ("two figures", "en", "Six cooks and two drivers came.",
     [(6, 6, 6, "exact", "cooks"), (2, 2, 2, "exact", "drivers")]),
    ("a compound", "en", "It is a 30-kilometre road.", [(30, 30, 30, "exact", "kilometre")]),
    ("a noun not repeated", "en", "It sold 435 lamps by post and 187 by hand.",
     [(435, 435, 435, "exact", "lamps"), (187, 187, 187, "exact", "lamps")]),
    ("a noun not repeated behind a verb", "en", "They captured 12 lorries and destroyed 7.",
     [(12, 12, 12, "exact", "lorries"), (7, 7, 7, "exact", "lorries")]),
    ("a noun not repeated in French", "fr", "Il a vendu 40 lampes en mai et 12 en juin.",
     [(40, 40, 40, "exact", "lampes"), (12, 12, 12, "exact", "lampes")]),
    ("people are not taken along", "en", "It killed 11 soldiers and wounded 30.",
     [(11, 11, 11, "exact", "soldiers"), (30, 30, 30, "exact", "")]),
    ("money is not taken along", "en", "It cost 12 dollars and took 7.",
     [(12, 12, 12, "exact", "dollar"), (7, 7, 7, "exact", "")]),
    ("what rose", "en", "Attacks rose from 120 to 180.",
     [(120, 120, 120, "exact", "Attacks"), (180, 180, 180, "exact", "Attacks")]),
    ("what fell", "en", "The number of camps has fallen to nine.", [(9, 9, 9, "exact", "camps")]),
    ("an index that rose counts nothing", "en", "Shares rose to 180.", [(180, 180, 180, "exact", "")]),
    ("a verb of speech that is a noun", "en", "It cites 30 studies and 12 reports.",
     [(30, 30, 30, "exact", "studies"), (12, 12, 12, "exact", "reports")]),
    ("thousands with a space", "fr", "Le port emploie 4 350 dockers.", [(4350, 4350, 4350, "exact", "dockers")]),
    ("a comma in French", "fr", "Il a plu 12,5 heures.", [(12.5, 12.5, 12.5, "exact", "hour")]),
    ("a point in French", "fr", "Il a vendu 3.200 lampes.", [(3200, 3200, 3200, "exact", "lampes")]),
    ("soixante-dix-sept", "fr", "Soixante-dix-sept lampes ont cassé.", [(77, 77, 77, "exact", "lampes")]),
    ("quatre-vingt-douze", "fr", "Quatre-vingt-douze lampes ont cassé.", [(92, 92, 92, "exact", "lampes")]),
    ("deux cent cinquante", "fr", "Deux cent cinquante lampes ont cassé.", [(250, 250, 250, "exact", "lampes")]),
    ("une quinzaine", "fr", "Une quinzaine de lampes ont cassé.", [(15, 13.5, 16.5, "about", "lampes")]),
    ("pas moins de", "fr", "Pas moins de 40 chèvres sont malades.", [(40, 40, None, "at-least", "chèvres")]),
    ("plus de", "fr", "Plus de 90 horloges y sont.", [(90, 90, None, "more-than", "horloges")]),
    ("jusqu’à", "fr", "La salle reçoit jusqu’à 600 invités.", [(600, None, 600, "at-most", "invités")]),
    ("environ", "fr", "Environ 200 lettres sont venues.", [(200, 180, 220, "about", "lettres")]),
    ("entre", "fr", "Entre 20 et 30 lettres sont venues.", [(None, 20, 30, "range", "lettres")]),
    ("de millions", "fr", "Il a coûté 2,5 millions d’euros.", [(2500000, 2500000, 2500000, "exact", "euro")]),
    ("des centaines", "fr", "Des centaines de lettres sont venues.", [(None, 100, 1000, "range", "lettres")]),
    ("Arabic-Indic digits", "ar", "وصل ٤٥ صحفيا إلى المدينة.", [(45, 45, 45, "exact", "صحفيا")]),
    ("more than in Arabic", "ar", "أكثر من 300 جندي في المعسكر.", [(300, 300, None, "more-than", "جندي")]),
    ("thousands in Arabic", "ar", "نحو 15 ألف جندي في البلاد.", [(15000, 13500, 16500, "about", "جندي")]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "figures"), [case[1:] for case in NUMBERS], ids=[case[0] for case in NUMBERS]
)
def test_the_number_its_bound_and_what_it_counts(language: str, text: str, figures: list[tuple[object, ...]]):
    given_ = [(one.value, one.low, one.high, one.bound.value, one.unit or one.noun) for one in found(text, language)]
    assert given_ == figures


NONE = [
    ("a year", "en", "The bridge was opened in 1987."),
    ("two years", "en", "The 2019-2020 season was dull."),
    ("a model year", "en", "He drives a 2012 Brenko hatchback."),
    ("a date", "en", "He came on 14 May 2021 and left on the 16th."),
    ("a clock time", "en", "He came at 11:30 and left at 6 p.m."),
    ("an age", "en", "The 34-year-old baker, 34, sang."),
    ("an age in apposition", "en", "Lena Forss, 52, bakes bread."),
    ("a score", "en", "Halden won 3-1 at home."),
    ("a resolution", "en", "The council adopted resolution 1844."),
    ("an article of a law", "en", "Article 12 forbids it."),
    ("a room", "en", "The meeting is in room 204."),
    ("an ordinal", "en", "It is the 3rd time."),
    ("a product", "en", "The Brenko 750 is on sale."),
    ("a road", "en", "A lorry overturned on Route 66."),
    ("letters at digits", "en", "The F-16 and the A320 flew past."),
    ("a phone number", "en", "Call +41 22 555 01 99."),
    ("an address on the web", "en", "See https://example.org/2019/12/44-boats for more."),
    ("a document symbol", "en", "The text is S/2013/629."),
    ("no one", "en", "No one came, and one another they blamed."),
    ("an item of a list", "en", "1. The boats"),
    ("a footnote", "en", "The boats sank [3]."),
    ("years that open a sentence", "en", "Between 1600 and 1900 winters were cold."),
    ("years that open a sentence in French", "fr", "Entre 1600 et 1900, les hivers étaient froids."),
    ("lines of a screen", "en", "The set shows 1080p, not 720p."),
    ("two-thirds", "en", "Two-thirds of it is water."),
    ("the bottom three", "en", "The club is in the bottom three."),
    ("a year in French", "fr", "Le pont date de 1987."),
    ("an article in French", "fr", "Un bateau a coulé, une barque aussi."),
    ("a resolution in French", "fr", "Le conseil a adopté la résolution 1844."),
    ("an age in French", "fr", "La boulangère, âgée de 34 ans, chante."),
    ("a clock time in French", "fr", "Il est arrivé à 16 h 43."),
    ("a day of a month named before", "fr", "Il est parti le 13 du même mois."),
    ("a resolution in Arabic", "ar", "اعتمد المجلس القرار 2690."),
]


@pytest.mark.parametrize(("language", "text"), [case[1:] for case in NONE], ids=[case[0] for case in NONE])
def test_no_figure(language: str, text: str):
    assert [one.text for one in found(text, language)] == []


STATES = [
    (
        "wounded in two of something",
        "en",
        "One sailor was killed and 35 injured in two storms.",
        [State.KILLED, State.WOUNDED, State.NONE],
    ),
    ("closed", "en", "The mission will close nine camps.", [State.CLOSED]),
    ("the close of the market", "en", "The market traded 85 million lamps at the close.", [State.NONE]),
    ("close to", "en", "He sold close to 40 lamps.", [State.NONE]),
    ("killed behind", "en", "Nine sailors of the fleet were killed.", [State.KILLED]),
    ("killed before", "en", "A storm killed nine sailors.", [State.KILLED]),
    ("lost their lives", "en", "Nine sailors have lost their lives.", [State.KILLED]),
    ("lost", "en", "The fleet lost nine sailors.", [State.KILLED]),
    ("a toll", "en", "The death toll rose to 45.", [State.KILLED]),
    ("killed and wounded", "en", "The blast killed two and wounded six more.", [State.KILLED, State.WOUNDED]),
    ("dead and injured", "en", "It left 10 dead and 25 injured.", [State.KILLED, State.WOUNDED]),
    ("died, and others were hurt", "en", "Seven sailors died, and about 30 were hurt.", [State.KILLED, State.WOUNDED]),
    ("two nouns, one verb", "en", "Two sailors and four soldiers were killed.", [State.KILLED, State.KILLED]),
    ("an attacker is not killed", "en", "Some 50 gunmen killed 12 civilians.", [State.NONE, State.KILLED]),
    ("days are not arrested", "en", "Four days after the arrest of 12 sailors he fled.", [State.NONE, State.DETAINED]),
    ("made up of", "en", "The force is made up of 900 soldiers.", [State.DEPLOYED]),
    ("withdrawn", "en", "The last 30 soldiers were pulled out.", [State.WITHDRAWN]),
    ("displaced", "en", "Some 800 people fled.", [State.DISPLACED]),
    ("pledged", "en", "Norra pledged $4 million.", [State.PLEDGED]),
    ("abducted", "en", "Gunmen kidnapped five teachers.", [State.KIDNAPPED]),
    ("nothing happened", "en", "The town has six bakeries.", [State.NONE]),
    ("tués", "fr", "Neuf marins ont été tués.", [State.KILLED]),
    ("morts et blessés", "fr", "L’explosion a fait 10 morts et 25 blessés.", [State.KILLED, State.WOUNDED]),
    ("a perdu", "fr", "La flotte a perdu neuf marins.", [State.KILLED]),
    ("condamnés à mort", "fr", "Trois marins ont été condamnés à mort.", [State.DETAINED]),
    ("déplacés", "fr", "Quelque 800 personnes ont fui.", [State.DISPLACED]),
    ("compte", "fr", "La force compte 900 soldats.", [State.DEPLOYED]),
    ("camps fermés", "fr", "Quatre camps ont été fermés.", [State.CLOSED]),
    ("killed in Arabic", "ar", "قتل 12 جنديا في الهجوم.", [State.KILLED]),
]


@pytest.mark.parametrize(
    ("language", "text", "states"), [case[1:] for case in STATES], ids=[case[0] for case in STATES]
)
def test_what_happened_to_them(language: str, text: str, states: list[State]):
    assert [one.state for one in found(text, language)] == states


OTHERS = [
    ("what was said before `that`", "Besides the child fatalities, it recorded that 850 children were recruited."),
    ("a funeral", "Thousands attend the funeral of a slain official in Torvik."),
    ("a death of one person beside", "He told 112 reporters that they would look into his death."),
    ("a German title", "About 900 women saw the film Die Harnreise."),
    ("police who do something", "The clashes broke out after four police officers forced a man to the ground."),
    ("policemen with somebody", "About 15 policemen with a group of clerks sealed the flats."),
    ("officers who had done something", "Hundreds of officers had made contact with them."),
    ("members of a club", "The club has 6,000 members in Torvik."),
]


@pytest.mark.parametrize("text", [case[1] for case in OTHERS], ids=[case[0] for case in OTHERS])
def test_what_happened_to_others_did_not_happen_to_them(text: str):
    assert [figure.state for figure in find_figures(text, language="en")] == [State.NONE]


def test_a_toll_and_a_wounded_crowd_behind_their_number_are_theirs():
    found = find_figures("12 people died, and 30 soldiers were wounded in the blast.", language="en")
    assert [figure.state for figure in found] == [State.KILLED, State.WOUNDED]
    (found,) = find_figures("At least 9 people met their death in Torvik.", language="en")
    assert found.state is State.NONE


SPEAKERS = [
    ("according to", "en", "According to the harbour office, 40 boats sank.", "the harbour office"),
    ("said behind", "en", "Forty boats sank, the harbour police said.", "the harbour police"),
    ("said before the name", "en", "Forty boats sank, said Lena Forss.", "Lena Forss"),
    ("says that", "en", "The ministry says that 40 boats sank.", "The ministry"),
    ("nobody", "en", "Forty boats sank.", ""),
    ("a pronoun", "en", "He said that 40 boats sank.", ""),
    ("apposed", "en", "The mayor of Varn, Lena Forss, said that 40 boats sank.", "Lena Forss"),
    ("in a statement", "en", "In a statement Varn said that 40 boats sank.", "Varn"),
    ("apposed behind", "en", "Lena Forss, the town’s mayor, told us in Varn that 40 boats sank.", "Lena Forss"),
    ("who told somebody", "en", "Lena Forss told Otto Holm that 40 boats sank.", "Lena Forss"),
    ("who was told", "en", "She told Otto Holm that 40 boats sank.", ""),
    ("what is told behind that", "en", "He said that the Linden fleet lost 40 boats.", ""),
    ("a helper before the verb", "en", "The Linden police too said that 40 boats sank.", "The Linden police"),
    ("that in Arabic", "ar", "قال محافظ فارن أحمد سالم إن 40 قاربا غرقت.", "محافظ فارن أحمد سالم"),
    ("and he added", "ar", "وأضاف المحافظ في بيان أن 40 قاربا غرقت.", "المحافظ"),
    ("behind what is said", "ar", "غرق 40 قاربا، قال المحافظ أحمد سالم.", "المحافظ أحمد سالم"),
    ("what is announced is no speaker", "ar", "أعلنت البلدية غرق 40 قاربا.", ""),
    ("se déclare", "fr", "Il se déclare solidaire de la Ligue, qui a perdu 40 bateaux.", ""),
    ("a noun that is no verb", "en", "The report of 40 boats is long.", ""),
    ("selon", "fr", "Selon la capitainerie, 40 bateaux ont coulé.", "la capitainerie"),
    ("a annoncé", "fr", "Le ministère a annoncé que 40 bateaux avaient coulé.", "Le ministère"),
]


@pytest.mark.parametrize(
    ("language", "text", "speaker"), [case[1:] for case in SPEAKERS], ids=[case[0] for case in SPEAKERS]
)
def test_who_says_so(language: str, text: str, speaker: str):
    assert {one.speaker for one in found(text, language)} == {speaker}


def test_what_is_planned_or_denied_is_not_reported():
    (planned,) = found("The fleet will have 90 sailors.")
    (denied,) = found("The fleet denied that 90 sailors were killed.")
    (reported,) = found("The fleet has 90 sailors.")
    assert (planned.planned, denied.negated) == (True, True)
    assert (reported.planned, reported.negated) == (False, False)


def test_an_event_has_its_day_and_a_total_its_beginning():
    (event,) = found("On 2 March 2022 nine sailors were killed.")
    (total,) = found("Since 2015, 90 sailors have been killed.")
    assert (event.scope, event.when, event.since) == (Scope.EVENT, read_iso("2022-03-02")[0], False)
    assert (total.scope, total.when, total.since) == (Scope.TOTAL, read_iso("2015")[0], True)


def test_names_of_the_sentences_before_are_the_setting():
    *_, figure = found("Lira came to Harn in May. It was late. In the end it grew to 900 soldiers.")
    assert {"lira", "harn"} <= figure.setting or {"harn"} <= figure.setting
    assert figure.owners == frozenset()


FORCES = [
    ("a mill is no force", "en", "The mill, which employs 525 people, will expand. It has a board of six members.", []),
    ("a work force is no force", "en", "The firm has 2,800 workers, and its work force numbers 900 people abroad.", []),
    ("people in a house near a force", "en", "The soldiers came. There were 30 people in the house.", []),
    ("what is very strong is no force", "en", "We have had two very strong reports.", []),
    ("members of a force that the text names elsewhere", "en", "The soldiers keep watch. The mission has 900 members.",
     [("900 members", ["member"], False)]),
    ("all of them behind a comma", "en", "The troops of the Lira mission, over 900 from six lands, keep watch.",
     [("over 900", ["soldier"], False)]),
    ("those behind a comma without an article", "en", "Troops of the Lira mission, 90 from Harn, keep watch.", []),
    ("a pronoun for the people before", "en",
     "By May 300 members of the force had left. They had numbered about 800 in all.",
     [("about 800", ["member"], False)]),
    ("a force that is to come", "en", "Harn, in the north, is to have a peace force of 900 members.",
     [("900 members", ["member"], True)]),
    ("strength before a plan", "en", "It has 900 soldiers and 60 police officers, and is to be withdrawn by June.",
     [("900 soldiers", ["soldier"], False), ("60 police officers", ["police"], False)]),
    ("mobilised", "fr", "Pas moins de 900 hommes sont restés mobilisés.",
     [("Pas moins de 900 hommes", ["person"], False)]),
    ("joined by a letter", "ar", "ويبلغ قوام مينوسما نحو 12 ألف جندي و1600 شرطي. وقال الوزير كلمة.",
     [("نحو 12 ألف جندي", ["soldier"], False), ("1600 شرطي", ["police"], False)]),
    ("a language that is not read", "de", "In Gao sind die 142 Soldaten, die 1 000 Kilometer fuhren.", []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "wanted"), [case[1:] for case in FORCES], ids=[case[0] for case in FORCES]
)
def test_how_large_a_force_is(language: str, text: str, wanted: list[tuple[str, list[str], bool]]):
    assert [
        (one.text, sorted(one.things), one.planned) for one in found(text, language) if one.state is State.DEPLOYED
    ] == wanted


OWNERS = [
    ("where it is, is no owner", "en", "The Lira mission, in Harn, has 900 soldiers.", {"lira"}),
    ("what follows a force", "en", "Harn will get a Lira force of 900 soldiers.", {"lira"}),
    ("a force of nobody's", "en", "Harn will get a peace force of 900 soldiers.", set()),
    ("who has to withdraw", "en", "The Lira mission had 900 soldiers to withdraw.", {"lira"}),
    ("in Arabic", "ar", "ويبلغ قوام مينوسما في مالي 900 جندي.", {"minusma"}),
]


@pytest.mark.parametrize(
    ("language", "text", "owners"), [case[1:] for case in OWNERS], ids=[case[0] for case in OWNERS]
)
def test_whose_force_it_is(language: str, text: str, owners: set[str]):
    assert found(text, language)[-1].owners == owners


def test_one_attack_is_not_the_cause_of_a_toll_over_years():
    (toll,) = found("With those lost in the ambush, the force has had 30 deaths since July last year.")
    (attack,) = found("The ambush killed nine sailors.")
    (attacks,) = found("In all, 30 sailors have been killed in attacks.")
    assert (toll.causes, attack.causes, attacks.causes) == (frozenset(), {"attack"}, {"attack"})


def test_what_opens_with_its_last_day_counts_everything_up_to_it():
    (figure,) = found("By Friday more than 500 members had left the country.")
    assert (figure.scope, figure.state) == (Scope.TOTAL, State.WITHDRAWN)


def test_a_day_of_the_sentences_before_is_what_a_figure_is_about():
    text = "On 2 March 2022 a boat sank at Harn. Nine sailors were killed.\n\nSix sailors were hurt."
    nine, six = found(text)
    assert (nine.when, nine.about, six.about) == (None, read_iso("2022-03-02")[0], None)


PIECES = st.sampled_from(
    [
        *("at least", "more than", "12", "3,400", "six", "dozens of", "soldiers", "were killed", ",", ".", "and", "of"),
        *("-", "$", "%", "2019", "in", "to", "between", "une quinzaine de", "tués", "\n\n", "٤٥", "one", "the", "a"),
        *("half", "million", "«", "»", "(", ")", "said", "selon", "Lira"),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=80), st.sampled_from(["en", "fr", "ar", ""]))
def test_places_and_intervals_hold_for_any_text(text: str, language: str):
    figures = find_figures(text, language=language)
    for one in figures:
        assert text[one.start : one.end] == one.text != ""
        assert one.sentence_start <= one.start < one.end <= one.sentence_end
        ends = [number for number in (one.low, one.value, one.high) if number is not None]
        assert ends == sorted(ends)
        assert ends
        assert one.value is not None or one.bound is not Bound.EXACT
    assert [one.start for one in figures] == sorted(one.start for one in figures)


def test_a_text_of_nothing_but_numbers_is_read_in_the_end():
    assert len(found("1 2 3 4 5 6 7 8 9 " * 200)) < 4000
