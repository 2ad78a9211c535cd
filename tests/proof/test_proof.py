"""A proof: what the dossier holds of each statement of a manuscript, in English and French."""

from __future__ import annotations

import pytest
from proof_archive import Articles, article

from tui.proof import ClaimKind, Finding, Manuscript, Verdict, prove

HERALD = article(
    "Herald",
    "2021-03-08",
    "The harbour of Brennmouth was closed on 4 March 2021 after a storm had sunk 303 fishing boats.\n\n"
    '"The council will pay for every boat that was lost in the storm," Mayor Ada Quill said in Brennmouth.\n\n'
    "Engineers counted 15,021 tonnes of rubble in the harbour basin, the council reported.",
    "Storm closes the harbour",
)
GAZETTE = article(
    "Gazette",
    "2021-03-20",
    "Divers brought up the bell of the old lighthouse of Corvastrand, where a barge had hit the pier in January.\n\n"
    '"Nobody will ever rebuild that pier as long as the ferry company owes the town money," Ben Marsh said.',
    "The bell of Corvastrand",
)
ECHO = article(
    "L’Écho",
    "2022-06-02",
    "La mairie de Valmont a fermé le pont suspendu le 1er juin 2022 après la chute de 40 câbles dans la rivière.\n\n"
    "« Nous rouvrirons le pont quand chaque câble aura été remplacé par les ingénieurs », "
    "a déclaré le maire Luc Ormeau.",
    "Le pont fermé",
    language="fr",
)
RETOLD = article(
    "Courier",
    "2021-05-01",
    'The shipyard of Dorimhaven let go of half its welders. "We had no other choice left after the winter," it said.',
    retold=True,
)
ARCHIVE = Articles(HERALD, GAZETTE, ECHO, RETOLD)


def proved(text: str, kind: ClaimKind, language: str = "en") -> list[Finding]:
    return [each for each in prove(Manuscript(text, language), ARCHIVE).findings if each.statement.kind is kind]


CASES = [
    (
        "a quotation as it is",
        "“The council will pay for every boat that was lost in the storm,” the Herald reported.",
        ClaimKind.QUOTATION,
        Verdict.VERBATIM,
    ),
    (
        "a quotation with another word",
        "“The council will pay for every house that was lost in the storm,” the Herald reported.",
        ClaimKind.QUOTATION,
        Verdict.ALTERED,
    ),
    (
        "a quotation that is cut",
        "“The council will pay for that was lost in the storm,” the Herald reported.",
        ClaimKind.QUOTATION,
        Verdict.CUT,
    ),
    (
        "a quotation of another outlet",
        "“The council will pay for every boat that was lost in the storm,” the Gazette reported.",
        ClaimKind.QUOTATION,
        Verdict.ANOTHERS,
    ),
    (
        "a quotation of another speaker",
        "“The council will pay for every boat that was lost in the storm,” said Mayor Ben Marsh.",
        ClaimKind.QUOTATION,
        Verdict.ANOTHERS,
    ),
    (
        "a quotation of the speaker",
        "“The council will pay for every boat that was lost in the storm,” said Mayor Ada Quill.",
        ClaimKind.QUOTATION,
        Verdict.VERBATIM,
    ),
    (
        "a quotation of another day",
        "“The council will pay for every boat that was lost in the storm” (Herald, 9 April 2021).",
        ClaimKind.QUOTATION,
        Verdict.ANOTHER_DAY,
    ),
    (
        "a quotation of the day",
        "“The council will pay for every boat that was lost in the storm” (Herald, 8 March 2021).",
        ClaimKind.QUOTATION,
        Verdict.VERBATIM,
    ),
    (
        "a quotation that nobody has",
        "“We have never been asked about any railway by anybody,” the Herald reported.",
        ClaimKind.QUOTATION,
        Verdict.NOT_FOUND,
    ),
    (
        "a retold wording",
        "“We had no other choice left after the winter,” the Courier reported.",
        ClaimKind.QUOTATION,
        Verdict.NOT_FOUND,
    ),
    (
        "a figure as it is",
        "The storm sank 303 fishing boats in the harbour of Brennmouth.",
        ClaimKind.FIGURE,
        Verdict.VERBATIM,
    ),
    (
        "a figure with two digits swapped",
        "The storm sank 330 fishing boats in the harbour of Brennmouth.",
        ClaimKind.FIGURE,
        Verdict.CONTRADICTED,
    ),
    (
        "some for a little more",
        "The storm sank some 300 fishing boats in the harbour of Brennmouth.",
        ClaimKind.FIGURE,
        Verdict.COMPATIBLE,
    ),
    (
        "about for a rounded one",
        "Engineers counted about 15,000 tonnes of rubble in the harbour basin.",
        ClaimKind.FIGURE,
        Verdict.COMPATIBLE,
    ),
    (
        "a rounded one",
        "Engineers counted 15,000 tonnes of rubble in the harbour basin.",
        ClaimKind.FIGURE,
        Verdict.COMPATIBLE,
    ),
    (
        "a figure that nobody has",
        "The railway of Estelmont carried 700 goats to the market.",
        ClaimKind.FIGURE,
        Verdict.NOT_FOUND,
    ),
    (
        "a date as it is",
        "The harbour of Brennmouth was closed on 4 March 2021 after the storm.",
        ClaimKind.DATE,
        Verdict.VERBATIM,
    ),
    (
        "another day",
        "The harbour of Brennmouth was closed on 14 March 2021 after the storm.",
        ClaimKind.DATE,
        Verdict.ANOTHER_DAY,
    ),
    (
        "the month alone",
        "The harbour of Brennmouth was closed in March 2021 after the storm.",
        ClaimKind.DATE,
        Verdict.COMPATIBLE,
    ),
    ("a name as it is", "Mayor Ada Quill was there.", ClaimKind.NAME, Verdict.VERBATIM),
    ("a name misspelt", "Mayor Ada Quilll was there.", ClaimKind.NAME, Verdict.ALTERED),
    ("a name without that title", "President Ada Quill was there.", ClaimKind.NAME, Verdict.COMPATIBLE),
    ("a name that nobody has", "President Zora Fennick was there.", ClaimKind.NAME, Verdict.NOT_FOUND),
    (
        "indirect speech of the outlet",
        "According to the Gazette, divers brought up the bell of the old lighthouse of Corvastrand.",
        ClaimKind.ATTRIBUTION,
        Verdict.COMPATIBLE,
    ),
    (
        "indirect speech of the speaker",
        "Mayor Ada Quill said that the council would pay for every boat lost in the storm.",
        ClaimKind.ATTRIBUTION,
        Verdict.COMPATIBLE,
    ),
    (
        "indirect speech of another speaker",
        "Mayor Zora Fennick said that the council will pay for every boat lost in the storm.",
        ClaimKind.ATTRIBUTION,
        Verdict.ANOTHERS,
    ),
    (
        "indirect speech of another",
        "According to the Herald, divers brought up the bell of the old lighthouse of Corvastrand.",
        ClaimKind.ATTRIBUTION,
        Verdict.ANOTHERS,
    ),
]


@pytest.mark.parametrize(("text", "kind", "verdict"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_verdict_on_a_statement(text: str, kind: ClaimKind, verdict: Verdict):
    assert [each.verdict for each in proved(text, kind)] == [verdict]


FRENCH = [
    (
        "une citation",
        "« Nous rouvrirons le pont quand chaque câble aura été remplacé par les ingénieurs », selon L’Écho.",
        ClaimKind.QUOTATION,
        Verdict.VERBATIM,
    ),
    (
        "une citation changée",
        "« Nous fermerons le pont quand chaque câble aura été remplacé par les ingénieurs », selon L’Écho.",
        ClaimKind.QUOTATION,
        Verdict.ALTERED,
    ),
    (
        "une citation d'un autre",
        "« Nous rouvrirons le pont quand chaque câble aura été remplacé par les ingénieurs », selon l’AFP.",
        ClaimKind.QUOTATION,
        Verdict.ANOTHERS,
    ),
    (
        "un chiffre",
        "À Valmont, la chute de 40 câbles dans la rivière a fermé le pont suspendu.",
        ClaimKind.FIGURE,
        Verdict.VERBATIM,
    ),
    (
        "un autre chiffre",
        "À Valmont, la chute de 45 câbles dans la rivière a fermé le pont suspendu.",
        ClaimKind.FIGURE,
        Verdict.CONTRADICTED,
    ),
    (
        "un autre jour",
        "La mairie de Valmont a fermé le pont suspendu le 3 juin 2022 après la chute des câbles.",
        ClaimKind.DATE,
        Verdict.ANOTHER_DAY,
    ),
    ("un nom", "Le maire Luc Ormeau était là.", ClaimKind.NAME, Verdict.VERBATIM),
]


@pytest.mark.parametrize(("text", "kind", "verdict"), [case[1:] for case in FRENCH], ids=[case[0] for case in FRENCH])
def test_the_verdict_on_a_french_statement(text: str, kind: ClaimKind, verdict: Verdict):
    assert [each.verdict for each in proved(text, kind, "fr")] == [verdict]


def test_evidence_names_sentence_outlet_and_day():
    (finding,) = proved("The storm sank 330 fishing boats in the harbour of Brennmouth.", ClaimKind.FIGURE)
    best = finding.evidence[0]
    assert (best.source, best.date, best.id) == ("Herald", "2021-03-08", HERALD.id)
    assert HERALD.text[best.start : best.end] == best.text == "303 fishing boats"
    assert best.sentence in HERALD.text
    assert [change.words for change in finding.changes] == ["303 fishing boats → 330 fishing boats"]


def test_a_retold_wording_says_why_it_is_no_evidence():
    (finding,) = proved("“We had no other choice left after the winter,” the Courier reported.", ClaimKind.QUOTATION)
    assert "no evidence for a wording" in finding.reason
    assert finding.evidence[0].retold


def test_a_note_gives_a_quotation_to_its_outlet_and_is_matched_to_an_article():
    text = (
        "“The council will pay for every boat that was lost in the storm.”[^1]\n\n"
        "[^1]: {outlet}, “Storm closes the harbour”, {day}."
    )
    right = prove(Manuscript(text.format(outlet="Herald", day="8 March 2021")), ARCHIVE)
    assert [each.verdict for each in right.findings] == [Verdict.VERBATIM, Verdict.VERBATIM]
    other = prove(Manuscript(text.format(outlet="Gazette", day="8 March 2021")), ARCHIVE)
    assert [each.verdict for each in other.findings] == [Verdict.ANOTHERS, Verdict.ANOTHERS]
    day = prove(Manuscript(text.format(outlet="Herald", day="9 April 2021")), ARCHIVE)
    assert [each.verdict for each in day.findings] == [Verdict.ANOTHER_DAY, Verdict.ANOTHER_DAY]


def test_an_outlet_that_repeats_another_may_be_given_to_either():
    archive = Articles(
        article(
            "Post",
            "2021-03-09",
            "“Every boat that the storm took will be paid,” the council told the Herald.",
        ),
        article("Herald", "2021-01-01", "Nothing of that."),
    )
    for outlet in ("Post", "Herald"):
        text = f"“Every boat that the storm took will be paid,” the {outlet} reported."
        (finding,) = (f for f in prove(Manuscript(text), archive).findings if f.statement.kind is ClaimKind.QUOTATION)
        assert finding.verdict is Verdict.VERBATIM


def test_findings_come_in_the_order_of_the_text_and_stand_where_they_say():
    text = "\n\n".join(case[1] for case in CASES)
    findings = prove(Manuscript(text), ARCHIVE).findings
    assert [each.statement.start for each in findings] == sorted(each.statement.start for each in findings)
    assert all(text[each.statement.start : each.statement.end] == each.statement.text for each in findings)


@pytest.mark.parametrize("text", ["", "“", "” “ ” ", "“" * 500, "[^1]: \n\n[^1]", "1" * 5000, "“a” " * 300])
def test_no_text_is_too_odd(text: str):
    assert prove(Manuscript(text), ARCHIVE).manuscript.text == text
