"""What is shown of a figure, a date or words that the dossier does not have as the manuscript has them."""

from __future__ import annotations

import pytest
from proof_archive import Articles, article

from tui.proof import ClaimKind, Finding, Manuscript, Verdict, prove

HARBOUR = article(
    "Herald",
    "2021-03-08",
    "The pilots of Brennmouth asked for help. Dredgers took 15,021 tonnes of rubble out of the basin on 4 March 2021. "
    "The convoy from Dorim needed two days. Near the bridge it was stopped, and seven drivers were hurt.\n\n"
    '"The pier is part of the trouble," Harbour Master Ada Quill said.',
)
FRENCH = article("L’Écho", "2021-04-02", "Selon la mairie, 1.096 soldats auraient regagné leurs pays.", language="fr")
TWICE = article(
    "Wire", "2021-05-01", "The ferry company of Corvastrand owes the town 4,400 euros for the lighthouse, it said."
)
AGAIN = article(
    "Gazette", "2021-05-02", "The ferry company of Corvastrand owes the town 4,400 euros for the lighthouse, he said."
)
ARCHIVE = Articles(HARBOUR, FRENCH, TWICE, AGAIN)


def found(text: str, kind: ClaimKind, language: str = "en") -> Finding:
    return next(each for each in prove(Manuscript(text, language), ARCHIVE).findings if each.statement.kind is kind)


def test_a_figure_that_is_not_found_shows_the_nearest_of_its_question():
    finding = found("Some 9,000 tonnes of rubble had been counted.", ClaimKind.FIGURE)
    assert finding.verdict is Verdict.NOT_FOUND
    assert finding.reason == "nearest in the dossier: 15,021 tonnes"
    assert finding.evidence[0].sentence.startswith("Dredgers took")


def test_a_mistyped_figure_is_found_in_an_article_of_another_language():
    finding = found("By then 1,069 soldiers had gone home.", ClaimKind.FIGURE)
    assert (finding.verdict, finding.evidence[0].text) == (Verdict.NOT_FOUND, "1.096 soldats")


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("The rubble alone weighed 15,021 tonnes.", ClaimKind.FIGURE, "15,021 tonnes"),
        ("The convoy from Dorim was two days on its way, and seven drivers were hurt.", ClaimKind.FIGURE, "two days"),
        ("The work on the rubble began on 4 March 2021.", ClaimKind.DATE, "4 March 2021"),
    ],
)
def test_the_very_figure_or_day_in_another_sentence_is_compatible(text: str, kind: ClaimKind, words: str):
    finding = found(text, kind)
    assert finding.verdict in (Verdict.COMPATIBLE, Verdict.VERBATIM)
    assert finding.evidence[0].text == words


def test_the_nearest_of_a_day_is_the_nearest_day():
    finding = found("The rubble was taken away on 9 March, it said.", ClaimKind.DATE)
    assert (finding.verdict, finding.evidence[0].text) == (Verdict.NOT_FOUND, "4 March 2021")


def test_a_number_before_its_noun_counts_though_it_is_seen_as_no_figure():
    archive = Articles(
        article("L’Écho", "2021-03-08", "On pleure forcément nos 59 camarades tombés ici.", language="fr"), HARBOUR
    )
    (finding, *_) = prove(Manuscript("Il pensait à 59 camarades tombés.", "fr"), archive).findings
    assert (finding.verdict, finding.evidence[0].text) == (Verdict.COMPATIBLE, "59 camarades")


def test_an_outlet_that_has_the_very_figure_has_what_is_given_to_it():
    text = "According to the Herald, the town was left with 15,021 tonnes of rubble, a debt and no ferry."
    finding = found(text, ClaimKind.ATTRIBUTION)
    assert finding.verdict in (Verdict.COMPATIBLE, Verdict.NOT_FOUND)
    assert finding.evidence


def test_the_same_number_of_something_else_does_not_bear_a_figure_out():
    archive = Articles(article("Herald", "2021-03-08", "In the camp of Dorim 200 soldiers were killed on Monday."))
    (finding, *_) = prove(Manuscript("About that camp: 200 soldiers were deployed."), archive).findings
    assert finding.verdict is Verdict.NOT_FOUND
    assert finding.evidence[0].text == "200 soldiers"


def test_a_slip_of_one_digit_speaks_against_a_short_sentence():
    finding = found("Dredgers took 15,012 tonnes of rubble.", ClaimKind.FIGURE)
    assert (finding.verdict, finding.evidence[0].text) == (Verdict.CONTRADICTED, "15,021 tonnes")


def test_words_that_nobody_of_that_name_says_are_shown_where_they_stand():
    for words in ("part of the trouble", "the trouble"):
        finding = found(f"Zora Fennick said that the pier was “{words}”.", ClaimKind.QUOTATION)
        assert finding.verdict in (Verdict.ANOTHERS, Verdict.NOT_FOUND)
        assert "Quill" in finding.reason or "names Zora Fennick" in finding.reason
        assert finding.evidence[0].source == "Herald"
    right = found("Ada Quill said that the pier was “part of the trouble”.", ClaimKind.QUOTATION)
    assert right.verdict is Verdict.VERBATIM


def test_a_retelling_shows_who_says_the_words_though_not_that_they_are_so():
    retold = article("Post", "2021-03-09", '"We go without delay," Harbour Master Ada Quill said.', retold=True)
    archive = Articles(retold)

    def quotation(text: str) -> Finding:
        findings = prove(Manuscript(text), archive).findings
        return next(each for each in findings if each.statement.kind is ClaimKind.QUOTATION)

    own = quotation("Ada Quill said that they would go “without delay”.")
    assert own.verdict is Verdict.NOT_FOUND
    assert own.reason.startswith("it stands in a retelling of Post")
    other = quotation("Zora Fennick said that they would go “without delay”.")
    assert (other.verdict, other.reason) == (Verdict.ANOTHERS, "there it is said by Harbour Master Ada Quill")


def test_what_two_outlets_print_in_the_same_words_is_shown_once():
    finding = found("The ferry company of Corvastrand owes the town 4,400 euros for the lighthouse.", ClaimKind.FIGURE)
    assert [each.source for each in finding.evidence] == ["Wire"]
    assert [each.source for each in finding.evidence[0].also] == ["Gazette"]


def test_a_figure_is_held_against_its_clause():
    text = (
        "A ferry company owed money to Corvastrand; the convoy from Dorim to the bridge of Brennmouth needed nine days."
    )
    finding = found(text, ClaimKind.FIGURE)
    assert "two days" in [each.text for each in finding.evidence]


def test_the_number_in_the_name_of_an_outlet_is_no_figure():
    archive = Articles(article("France 24", "2021-03-09", "The pier of Brennmouth was closed after the storm."))
    findings = prove(Manuscript("According to France 24, the pier of Brennmouth was closed after the storm."), archive)
    assert [each.statement.kind for each in findings.findings] == [ClaimKind.ATTRIBUTION]


def test_a_source_that_names_an_outlet_and_who_carries_it_is_both():
    archive = Articles(
        article("AFP (wire), on Harbour News, English", "2021-03-09", "The pier was closed after the great storm.")
    )
    for outlet, verdict in (
        ("AFP", Verdict.VERBATIM),
        ("Harbour News", Verdict.VERBATIM),
        ("Reuters", Verdict.ANOTHERS),
    ):
        text = f"“The pier was closed after the great storm,” {outlet} reported."
        (quotation,) = (f for f in prove(Manuscript(text), archive).findings if f.statement.kind is ClaimKind.QUOTATION)
        assert quotation.verdict is verdict
