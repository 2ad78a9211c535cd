"""Each style on the forms that newspaper articles come in, and against an independent program where it is installed."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.citations import STYLES, Name, Reference, as_html, as_markdown, as_text, cite
from tui.dossier.article import Provenance, PublishedDate


def day(iso: str) -> PublishedDate:
    return PublishedDate.from_iso(iso, Provenance.RECORD)


QUILL, MARSH, TARN, ORR = Name("Quill", "Ada"), Name("Marsh", "Ben"), Name("Tarn", "Cleo"), Name("Orr", "Dan")
FERRY = Reference(
    "a", "The ferry is late", "The Harbour Times", (QUILL,), day("2023-03-04"), address="https://example.org/a"
)
BRIDGE = Reference("b", "Who pays for the bridge?", "Coast Courier", (QUILL, MARSH), day("2023-05-12"), page="A1-3")
FISH = Reference("c", "“No fish left,” says minister", "Coast Courier", (QUILL, MARSH, TARN, ORR), day("2023-06"))
STORM = Reference("d", "A storm at sea", "Coast Courier", (), day("2023"), section="Weather", edition="Late")
UNDATED = Reference("e", "A note", "Coast Courier", (), None, address="https://example.org/e")
BARE = Reference("f", "A title alone")
SEEN = Reference(
    "g", "Par un organisme", "Le Phare", (Name("Agence Exemple"),), day("2023-08-01"),
    language="fr", address="https://example.org/g", accessed=date(2024, 1, 2),
)  # fmt: skip
RETOLD = Reference("h", "Camp closed", "AFP", (), day("2023-08-20"), retold=True, notes=("date doubtful",))

CITATIONS = [
    ("plain", FERRY, "The Harbour Times, “The ferry is late”, 4 March 2023, https://example.org/a"),
    ("plain", FISH, "Coast Courier, “‘No fish left,’ says minister”, June 2023"),
    ("plain", UNDATED, "Coast Courier, “A note”, undated, https://example.org/e"),
    ("plain", BARE, "no outlet named, “A title alone”, undated"),
    ("plain", RETOLD, "retold from AFP, “Camp closed”, 20 August 2023, date doubtful"),
    ("chicago", FERRY, "Ada Quill, “The ferry is late,” *The Harbour Times*, March 4, 2023, https://example.org/a."),
    ("chicago", BRIDGE, "Ada Quill and Ben Marsh, “Who pays for the bridge?” *Coast Courier*, May 12, 2023."),
    ("chicago", FISH, "Ada Quill et al., “‘No fish left,’ says minister,” *Coast Courier*, June 2023."),
    ("chicago", STORM, "“A storm at sea,” *Coast Courier*, 2023, Late edition, sec. Weather."),
    ("chicago", UNDATED, "“A note,” *Coast Courier*, n.d., https://example.org/e."),
    ("chicago-author", FERRY, "Quill, Ada. 2023. “The ferry is late.” *The Harbour Times*, March 4, 2023. "
     "https://example.org/a."),
    ("chicago-author", FISH, "Quill, Ada, Ben Marsh, Cleo Tarn, and Dan Orr. 2023. “‘No fish left,’ says minister.” "
     "*Coast Courier*, June 2023."),
    ("chicago-author", UNDATED, "*Coast Courier*. n.d. “A note.” https://example.org/e."),
    ("chicago-author", BARE, "“A title alone.” n.d."),
    ("apa", FERRY, "Quill, A. (2023, March 4). The ferry is late. *The Harbour Times*. https://example.org/a"),
    ("apa", BRIDGE, "Quill, A., & Marsh, B. (2023, May 12). Who pays for the bridge? *Coast Courier*, A1–3."),
    ("apa", FISH, "Quill, A., Marsh, B., Tarn, C., & Orr, D. (2023, June). “No fish left,” says minister. "
     "*Coast Courier*."),
    ("apa", STORM, "A storm at sea. (2023). *Coast Courier*."),
    ("apa", UNDATED, "A note. (n.d.). *Coast Courier*. https://example.org/e"),
    ("mla", FERRY, "Quill, Ada. “The ferry is late.” *The Harbour Times*, 4 Mar. 2023, example.org/a."),
    ("mla", BRIDGE, "Quill, Ada, and Ben Marsh. “Who pays for the bridge?” *Coast Courier*, 12 May 2023, pp. A1–3."),
    ("mla", FISH, "Quill, Ada, et al. “‘No fish left,’ says minister.” *Coast Courier*, June 2023."),
    ("mla", STORM, "“A storm at sea.” *Coast Courier*, Late ed., 2023."),
    ("iso690", FERRY, "QUILL, Ada. The ferry is late. *The Harbour Times* [online]. 4 March 2023. "
     "Available from: https://example.org/a"),
    ("iso690", BRIDGE, "QUILL, Ada and MARSH, Ben. Who pays for the bridge? *Coast Courier*. 12 May 2023, p. A1–3."),
    ("iso690", UNDATED, "A note. *Coast Courier* [online]. [no date]. Available from: https://example.org/e"),
    ("iso690-fr", SEEN, "AGENCE EXEMPLE. Par un organisme. *Le Phare* [en ligne]. "
     "1er août 2023 [consulté le 2 janvier 2024]. Disponible à l’adresse\u202f: https://example.org/g"),
    ("iso690-fr", FISH, "QUILL, Ada, MARSH, Ben, TARN, Cleo et ORR, Dan. “No fish left,” says minister. "
     "*Coast Courier*. juin 2023."),
    ("mla", RETOLD, "“Camp closed.” *AFP*, 20 Aug. 2023. [Retold; not its words.]"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("style", "reference", "citation"), CITATIONS, ids=[f"{style} {reference.id}" for style, reference, _ in CITATIONS]
)
def test_a_citation_reads(style: str, reference: Reference, citation: str) -> None:
    shown = "".join(f"*{run.text}*" if run.italic else run.text for run in cite(reference, style))
    assert shown == citation


def test_markup_of_a_title_stays_text() -> None:
    runs = cite(Reference("a", "[b]*<i>", "A & B"), "plain")
    assert as_markdown(runs) == "A & B, “\\[b\\]\\*\\<i\\>”, undated"
    assert as_html(cite(Reference("a", "<i>", "A & B"), "mla")) == "“&lt;i&gt;.” <i>A &amp; B</i>."


TEXTS = st.text(st.characters(categories=("L", "N", "P", "Zs")), max_size=20)


@given(st.sampled_from(sorted(STYLES)), TEXTS, TEXTS, st.lists(st.builds(Name, TEXTS, TEXTS), max_size=25))
def test_no_style_fails_and_none_hides_that_words_are_retold(style, title, container, names) -> None:
    reference = Reference("a", title, container, tuple(names), None, retold=True)
    written = as_text(cite(reference, style))
    assert re.sub("[“”‘’]", "", title) in re.sub("[“”‘’]", "", written)
    assert re.search("retold|Récit", written, re.IGNORECASE)
