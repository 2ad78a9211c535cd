"""Downloads as press databases write them, of stories with invented words, for tests of their reading."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from hypothesis import strategies as st

from tui.importing.parsed import Draft

MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
GERMAN = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()  # noqa: SIM905
FRENCH = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()  # noqa: SIM905
DUTCH = "januari februari maart april mei juni juli augustus september oktober november december".split()  # noqa: SIM905
SPANISH = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()  # noqa: SIM905

_NOUNS = "crane ferry dredger quay pilot mole harbour net barge lamp tide channel".split()  # noqa: SIM905
_VERBS = "moves waits turns rests leaves sinks rises".split()  # noqa: SIM905
_OUTLETS = ("Harbour Times", "Coast Courier", "The Quay Post", "Portham Gazette")
_PEOPLE = ("Ada Quill", "Ben Marsh", "Cleo Tarn", "Luc Brumel")


@dataclass(frozen=True)
class Story:
    """One article, before a database prints it."""

    title: str
    outlet: str
    day: date
    author: str
    paragraphs: tuple[str, ...]
    page: int = 3


def american(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year} {day:%A}"


def british(day: date, months: Sequence[str] = MONTHS) -> str:
    return f"{day.day} {months[day.month - 1]} {day.year}"


def _sentence(words: list[str]) -> str:
    return f"The {' '.join(words)} and nobody at the pier knows why it does."


_words = st.lists(st.sampled_from([*_NOUNS, *_VERBS]), min_size=3, max_size=25)
_titles = st.tuples(st.sampled_from(_NOUNS), st.sampled_from(_VERBS), st.sampled_from(_NOUNS)).map(
    lambda words: f"The {words[0]} that {words[1]} beside a {words[2]}"
)
stories = st.builds(
    Story,
    title=_titles,
    outlet=st.sampled_from(_OUTLETS),
    day=st.dates(date(1990, 1, 1), date(2024, 12, 31)),
    author=st.sampled_from(_PEOPLE),
    paragraphs=st.lists(_words.map(_sentence), min_size=1, max_size=4).map(tuple),
    page=st.integers(1, 60),
)
several = st.lists(stories, min_size=2, max_size=6)


def _wrapped(text: str) -> str:
    return textwrap.fill(text, 78)


def nexis_text(found: Sequence[Story]) -> str:
    """Write the text form of Nexis, `1 of 3 DOCUMENTS`, broken at a column."""
    parts = ["Download Request: Selected Items\nTime Of Request: Tuesday, October 15, 2019  23:59:59\n\n\n"]
    for number, story in enumerate(found, 1):
        body = "\n\n".join(map(_wrapped, story.paragraphs))
        parts.append(
            f"{f'{number} of {len(found)} DOCUMENTS':^78}\n\n\n{story.outlet:^78}\n\n{american(story.day):^78}\n\n"
            f"{_wrapped(story.title)}\n\nBYLINE: {story.author}\n\nSECTION: NEWS; Pg. {story.page}\n\n"
            f"LENGTH: 99 words\n\n\n{body}\n\nLOAD-DATE: July 4, 2025\n\nLANGUAGE: ENGLISH\n\n"
            "PUBLICATION-TYPE: Newspaper\n\n\n"
            f"{f'Copyright {story.day.year} {story.outlet}':^78}\n{'All Rights Reserved':^78}\n\n\n"
        )
    return "".join(parts)


def nexis_german(found: Sequence[Story]) -> str:
    """Write the same in German: `Dokument 1 von 3`."""
    return "".join(
        f"Dokument {number} von {len(found)}\n\n{story.outlet}\n\n{story.day.day}. {GERMAN[story.day.month - 1]}"
        f" {story.day.year}\n\n{story.title}\n\nAUTOR: {story.author}\n\nRUBRIK: POLITIK; S. {story.page}\n\n"
        f"LÄNGE: 99 Wörter\n\n{chr(10).join(f'{one}{chr(10)}' for one in story.paragraphs)}\n"
        f"UPDATE: 4. Juli 2025\n\nSPRACHE: GERMAN; DEUTSCH\n\nPUBLICATION-TYPE: Zeitung\n\n"
        f"Copyright {story.day.year} {story.outlet}\n\n\n"
        for number, story in enumerate(found, 1)
    )


def nexis_uni(found: Sequence[Story]) -> str:
    """Write the newer form of Nexis, a paragraph a line, each article with `End of Document` at its end."""
    lines = ["User Name: = reader", "Date and Time: = Friday, July 4, 2025 4:00:00 PM CET", f"Documents ({len(found)})"]
    for number, story in enumerate(found, 1):
        lines += [f"{number}. {story.title}", "Client/Matter: -None-", "Search Terms: crane"]
    for story in found:
        lines += [
            *(story.title, story.outlet, american(story.day), f"Copyright {story.day.year} {story.outlet}"),
            *(f"Section: NEWS; Pg. {story.page}", "Length: 99 words", f"Byline: {story.author}", "Body"),
            *(*story.paragraphs, "Load-Date: July 4, 2025", "End of Document"),
        ]
    return "\n\n".join(lines)


PORTUGUESE = "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro".split()  # noqa: SIM905


def nexis_portuguese(found: Sequence[Story]) -> str:
    """Write the newer form of Nexis in Portuguese, one line after another as a document saved as text has them."""
    lines: list[str] = []
    for story in found:
        lines += [
            *(
                story.title,
                story.outlet,
                f"Sábado {story.day.day} de {PORTUGUESE[story.day.month - 1]} de {story.day.year}",
            ),
            *(
                f"Copyright {story.day.year} {story.outlet}",
                f"Seção: GERAL; Pg. {story.page}",
                "Comprimento: 99 palavras",
            ),
            *(f"Autor: {story.author}", "Corpo", *story.paragraphs, "Classificação", "Idioma: PORTUGUESE"),
            *("Data de carregamento: 4 de julho de 2025", "Fim do documento"),
        ]
    return "\n\n".join(lines)


def proquest_italian(found: Sequence[Story]) -> str:
    """Write ProQuest's text form in Italian, where the title stands again below the text."""
    rule = "_" * 60
    parts = [f"{rule}\n\n"]
    for number, story in enumerate(found, 1):
        body = "\n\n".join(story.paragraphs)
        parts.append(
            f"{story.title}\n\nTesto completo: {body}\n\nTitolo: {story.title}\n\nAutore: {story.author}\n\n"
            f"Titolo pubblicazione: {story.outlet}\n\nPrima pagina: A{story.page}\n\n"
            f"Data di pubblicazione: {story.day}\n\nID documento ProQuest: {1000 + number}\n\n"
            f"Ultimo aggiornamento: 2025-07-04\n\nDatabase: Newsstream\n\n{rule}\n\n"
        )
    return "".join(parts)


def gopress(found: Sequence[Story]) -> str:
    """Write the form of GoPress."""
    return "".join(
        f"{story.outlet} - {british(story.day, DUTCH)}\nPagina {story.page}\n\n{story.title}\n\n{story.author}\n\n"
        + "\n\n".join(story.paragraphs)
        + "\n\nCopyright © gopress. Alle rechten voorbehouden\n\n\n"
        for story in found
    )


def factiva_codes(found: Sequence[Story]) -> str:
    """Write Factiva's form with codes."""
    lines: list[str] = []
    for number, story in enumerate(found):
        first, *others = story.paragraphs
        lines += [
            *(f"HD {story.title}", f"BY By {story.author}", "WC 99 words", f"PD {british(story.day)}", "ET 03:12 GMT"),
            *(f"SN {story.outlet}", "SC HRTMS", f"PG {story.page}", "LA English", f"CY (c) {story.day.year} Press"),
            *(f"LP {first}", *(f"TD {others[0]}" if place == 0 else one for place, one in enumerate(others))),
            *("CO harb : Harbour Company", "RE uk : United Kingdom | eurz : Europe", "PUB Press"),
            f"AN Document HRTMS0020{story.day:%y%m%d}ej340{number:04}",
        ]
    return "\n\n".join([*lines, "© 2025 Factiva, Inc. All rights reserved."])


def factiva_plain(months: Sequence[str], words: str, language: str) -> Callable[[Sequence[Story]], str]:
    """Return what writes Factiva's form without codes, in a language of its interface."""

    def write(found: Sequence[Story]) -> str:
        lines: list[str] = []
        for number, story in enumerate(found):
            lines += [
                *(story.title, f"By {story.author}", f"1,099 {words}", british(story.day, months), "03:12"),
                *(story.outlet, "HRTMS", str(story.page), language, f"Copyright {story.day.year} Press. All rights."),
                *(*story.paragraphs, f"Document HRTMS0020{story.day:%y%m%d}ej340{number:04}"),
            ]
        return "\n\n".join(lines)

    return write


def proquest(found: Sequence[Story]) -> str:
    """Write ProQuest's text form."""
    rule = "_" * 60
    parts = [f"{rule}\n\nReport Information from ProQuest\n\nJuly 4 2025 10:00\n\n"]
    for number, story in enumerate(found, 1):
        body = "\n\n".join(story.paragraphs)
        parts.append(
            f"{rule}\n\nDocument {number} of {len(found)}\n\n{story.title}\n\nAuthor: {story.author}\n\n"
            f"ProQuest document link\n\nAbstract: It is about a crane.\n\nFull text: {body}\n\nSubject: Cranes\n\n"
            f"Publication title: {story.outlet}; Portham\n\nPages: A{story.page}\n\n"
            f"Publication date: {story.day:%b} {story.day.day}, {story.day.year}\n\nSection: News\n\n"
            f"Language of publication: English\n\nProQuest document ID: {1000 + number}\n\nLast updated: 2025-07-04\n\n"
            "Database: Newsstream\n\n"
        )
    return "".join(parts)


def apa(found: Sequence[Story]) -> str:
    """Write the form of APA-DeFacto."""
    return f"\n{'_' * 67}\n".join(
        f'"{story.outlet}" vom {story.day:%d.%m.%Y}                    Seite: {story.page}\nRessort: Politik\n\n'
        f"{story.title}\n\n{chr(10).join(f'{one}{chr(10)}' for one in story.paragraphs)}"
        for story in found
    )


def mediargus(found: Sequence[Story]) -> str:
    """Write the form of Mediargus: a list, and the texts below it in the same order."""
    listed = "\n\n\n".join(
        f"{number}. {story.title}\n\n{story.outlet}, {british(story.day, DUTCH)}, p. {story.page}, 99w.\n\n"
        f"{story.paragraphs[0][:40]} ..."
        for number, story in enumerate(found, 1)
    )
    texts = ("\n" * 8).join(
        f"{story.day:%d-%m-%Y}, p.{story.page}\n{story.author}\n{story.title}\n\n"
        + "\n\n".join(story.paragraphs)
        + "\n\n © Pers"
        for story in found
    )
    return listed + "\n" * 8 + texts


def retriever(found: Sequence[Story]) -> str:
    """Write the text form of Retriever."""
    listed = "\n\n".join(f"> {story.title}, {story.outlet}, {story.day}" for story in found)
    return f"Bibliotek\nDatum 2025-07-04\n\nNyheter:\n\n{listed}\n\n\n" + "".join(
        f"{story.title}\n{story.outlet}, {story.day} 09:31\nSida {story.page}\nPublicerat i print.\n\n"
        + "\n\n".join(story.paragraphs)
        + f"\n\n© {story.outlet} Alla artiklar\n\nSe webartikeln på http://ret.example/1\n{'=' * 78}\n\n"
        for story in found
    )


def newsbank(found: Sequence[Story]) -> str:
    """Write the form of NewsBank."""
    return "".join(
        f"{story.title}\n\n{MONTHS[story.day.month - 1]} {story.day.day}, {story.day.year}"
        f" | {story.outlet} (Portham)\n\nAuthor/Byline: {story.author} | Section: News | Page: {story.page}\n\n"
        + "\n\n".join(story.paragraphs)
        + f"\n\nRecord Number: {number}ABC\n\nCopyright (c) {story.day.year} {story.outlet}\n\n\n"
        for number, story in enumerate(found, 1)
    )


def ebsco(found: Sequence[Story]) -> str:
    """Write the text form of EBSCO."""
    return "".join(
        f"Record: {number}\n\nTitle: {story.title}\n\nAuthors: {story.author}\n\n"
        f"Source: {story.outlet}, {story.day:%b} {story.day.day}, {story.day.year}, p{story.page}\n\n"
        f"Accession Number: 2W6{number}\n\nDatabase: Newspaper Source\n\n" + "\n\n".join(story.paragraphs) + "\n\n"
        for number, story in enumerate(found, 1)
    )


TEXTS: dict[str, Callable[[Sequence[Story]], str]] = {
    "Nexis": nexis_text,
    "Nexis in German": nexis_german,
    "Nexis Uni": nexis_uni,
    "Nexis Uni in Portuguese": nexis_portuguese,
    "ProQuest in Italian": proquest_italian,
    "GoPress": gopress,
    "Factiva with codes": factiva_codes,
    "Factiva in English": factiva_plain(MONTHS, "words", "English"),
    "Factiva in German": factiva_plain(GERMAN, "Wörter", "Deutsch"),
    "Factiva in French": factiva_plain(FRENCH, "mots", "Français"),
    "Factiva in Spanish": factiva_plain(SPANISH, "palabras", "Español"),
    "Factiva in Dutch": factiva_plain(DUTCH, "woorden", "Nederlands"),
    "ProQuest": proquest,
    "EBSCO": ebsco,
    "APA": apa,
    "Mediargus": mediargus,
    "Retriever": retriever,
    "NewsBank": newsbank,
}
"""What writes each form as a text."""

_WORD = re.compile(r"\w+")


def words_of(texts: Iterable[str]) -> Counter[str]:
    """Count the words of texts."""
    return Counter(word for text in texts for word in _WORD.findall(text))


def kept_words(drafts: Iterable[Draft]) -> Counter[str]:
    """Count the words that drafts keep: in title, text and what was left out."""
    return words_of(
        text for draft in drafts for text in (draft.title, draft.source, *draft.paragraphs, *draft.left_out)
    )


def lost_words(whole: str, drafts: Iterable[Draft]) -> Counter[str]:
    """Return the words of a file that its drafts do not keep, or not as often."""
    return words_of([whole]) - kept_words(drafts)
