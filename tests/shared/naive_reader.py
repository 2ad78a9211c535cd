"""Random archives and queries, and what a reader with all the time in the world would find in them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from tui.base.days import Span
from tui.dossier.article import Article, Provenance, PublishedDate
from tui.search.analysis import words
from tui.search.language.tree import (
    And,
    Everything,
    Fuzzy,
    Mentioned,
    Near,
    Not,
    Or,
    Phrase,
    Prefix,
    Published,
    State,
    Wildcard,
    Word,
    all_of,
    any_of,
    none_of,
)
from tui.search.slots import slots_of

VOCABULARY = [
    *("camp", "camps", "camping", "troop", "troops", "retire", "retiré", "retirée", "the", "l'ONU", "onu", "Mali's"),
    *("11,600", "11600", "exit", "plan", "plans", "counter-plan", "été", "ETE", "x"),
    *("11.600", "counterplan", "eleven thousand six hundred x", "onze mille six cents x", "11.6 thousand x", "3 600 x"),
]
NUMBERS = {
    "en": {("eleven", "thousand", "six", "hundred"): "11600", ("11.6", "thousand"): "11600"},
    "fr": {("onze", "mille", "six", "cents"): "11600"},
}
"""What the numbers of the vocabulary are in digits, by the language that reads them."""


class Assumed(str):
    """The language of most articles, for one that tells none: words are stemmed in it, numbers are read in any."""


SINGLE = [word for word in VOCABULARY if " " not in word]

TEXTS = st.lists(st.sampled_from(VOCABULARY), max_size=14).map(" ".join)
DATES = st.sampled_from([None, "2022", "2023-06", "2023-06-30", "2023-07-01", "2024-02-29"])


@st.composite
def articles(draw):
    iso = draw(DATES)
    return Article(
        id="abcdefghij",
        path="a/b.md",
        title=draw(TEXTS),
        text=draw(TEXTS) + draw(st.sampled_from(["", "\n\n" + "plan exit camp"])),
        published=PublishedDate.from_iso(iso, Provenance.TEXT) if iso else None,
        source=draw(st.sampled_from(["", "AFP", "Al Mayadeen", "Mayadeen"])),
        tags=tuple(draw(st.lists(st.sampled_from(["exit plan", "camp", "plan"]), max_size=2))),
        language=draw(st.sampled_from(["en", "fr", "", "ar"])),
        retold=draw(st.booleans()),
        doubt=draw(st.sampled_from(["", "the text says 2023"])),
    )


FIELDS = st.sampled_from(["", "", "", "title", "text", "source", "tag"])
TERMS = st.one_of(
    st.builds(Word, st.sampled_from([*SINGLE, "afp", "mayadeen", "trop", "6", "600", "3600"]), FIELDS, st.booleans()),
    st.builds(Phrase, TEXTS.filter(bool), FIELDS, st.booleans()),
    st.builds(Phrase, TEXTS.filter(bool), FIELDS, st.just(False), st.integers(1, 4)),
    st.builds(Prefix, st.sampled_from(["c", "camp", "pl", "l'o", "11,6", "zz"]), FIELDS),
    st.builds(Wildcard, st.sampled_from(["c*p", "?lan", "*s", "retir??", "counter-p*n"]), FIELDS),
    st.builds(Fuzzy, st.sampled_from(["cmap", "trops", "plam"]), st.integers(1, 2), FIELDS),
)


@st.composite
def nears(draw):
    field = draw(st.sampled_from(["", "title", "text"]))
    words = st.builds(Word, st.sampled_from(SINGLE), st.just(field))
    phrases = st.builds(Phrase, TEXTS.filter(bool), st.just(field))
    part = st.one_of(words, phrases, st.lists(words, min_size=2, max_size=2, unique=True).map(any_of))
    return Near(tuple(draw(st.lists(part, min_size=2, max_size=3))), draw(st.integers(1, 4)), draw(st.booleans()))


LEAVES = st.one_of(
    TERMS,
    nears(),
    st.just(Everything()),
    st.sampled_from([State("undated"), State("doubtful"), State("retold")]),
    st.builds(Published, st.sampled_from([None, date(2023, 6, 15)]), st.sampled_from([None, date(2023, 6, 30)])),
    st.builds(Mentioned, st.sampled_from([None, date(2012, 6, 15)]), st.sampled_from([None, date(2012, 6, 30)])),
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(all_of),
        st.lists(inner, min_size=1, max_size=3).map(any_of),
        inner.map(none_of),
    ),
    max_leaves=6,
)


NAMED = {"camp": Span.of_year(2012), "plan": Span.of_day(date(2012, 6, 20)), "x": Span.of_day(date(2020, 1, 1))}
"""The days that some words of a text name."""


def named(article):
    return [span for word, span in NAMED.items() if word in article.text.split()]


def mention_lookup(dossier):
    """Answer which articles name a day of a span, as an engine asks it."""
    return lambda span: frozenset(
        number for number, each in enumerate(dossier, 1) if any(days.overlaps(span) for days in named(each))
    )


def values(article, field):
    return {"tag": article.tags}.get(field) or (() if field == "tag" else (getattr(article, field),))


def readings(text, language, field):
    """Return for each position of a text every word that stands there."""
    found = [{word} for word in words(text)]
    at = 0
    for piece in re.sub(r"(?<![\d.,])(?<!\d )(\d{1,3}) (?=\d{3}\b)", r"\1_", text).split():
        here = words(piece.replace("_", " "))
        if "-" in piece:
            found[at + len(here) - 1].add("".join(here))
        if "_" in piece:
            found[at].update(piece.split("_"))
        if re.fullmatch(r"\d{1,3}\.\d{3}", piece):
            found[at].add(piece)
        at += len(here)
    row = words(text)
    untold = not language or isinstance(language, Assumed)
    for one in NUMBERS if field in ("title", "text") else ():
        for written, digits in NUMBERS[one].items() if untold or one == language else ():
            for at in range(len(row)):
                if tuple(row[at : at + len(written)]) == written:
                    found[at + len(written) - 1].add(digits)
                elif row[at] == "six" and (at == 0 or row[at - 1] != {"en": "thousand", "fr": "mille"}[one]):
                    found[at].add("6")
    return found


def asked(node):
    """Return every row of slots that answers a term: as it is written, and with numbers and compounds in one word."""
    rows = [slots_of(node)]
    if isinstance(node, (Word, Phrase)) and not node.exact and not getattr(node, "slop", 0):
        for table in ({}, *(NUMBERS.values() if node.field in ("", "title", "text") else ())):
            text = re.sub(r"(?<=\w)-(?=\w)", "", node.text)
            for written, digits in table.items():
                text = re.sub(rf"\b{' '.join(written)}\b", digits, text)
            rows.append(slots_of(replace(node, text=text)))
    return list(dict.fromkeys(rows))


def occurrences(node, text, language, field="text"):
    """Every way in which a term stands in a text: sets of positions, found by trying all of them."""
    found = readings(text, language, field)
    if isinstance(node, Or):
        return [each for part in node.parts for each in occurrences(part, text, language, field)]
    slots = slots_of(node)
    if isinstance(node, Phrase) and node.slop:
        width = len(slots) + node.slop
        windows = (range(at, min(at + width, len(found))) for at in range(len(found)))
        return [set(window) for window in windows if holds_all(found, window, slots, language)]
    return [
        set(range(at, at + len(row)))
        for row in asked(node)
        for at in (range(len(found) - len(row) + 1) if row else ())
        if all(accepts(slot, found[at + place], language) for place, slot in enumerate(row))
    ]


def accepts(slot, here, language):
    return any(slot.accepts(word, language) for word in here)


def holds_all(found, window, slots, language):
    accepted = [{at for at in window if accepts(slot, found[at], language)} for slot in slots]
    return all(accepted) and len(set().union(*accepted)) >= len(slots)


def chains(node, text, language, field):
    def follows(one, other):
        forward = min(other) - max(one)
        backward = min(one) - max(other)
        return 0 < forward <= node.distance or (not node.ordered and 0 < backward <= node.distance)

    rows = [occurrences(part, text, language, field) for part in node.parts]
    reached = rows[0]
    for row in rows[1:]:
        reached = [other for other in row if any(follows(one, other) for one in reached)]
    return bool(reached)


def answers(tree, article):
    """Say whether an article answers a tree, by reading it."""
    match tree:
        case And():
            return all(answers(part, article) for part in tree.parts)
        case Or():
            return any(answers(part, article) for part in tree.parts)
        case Not():
            return not answers(tree.part, article)
        case Everything():
            return True
        case State():
            states = {
                "retold": article.retold,
                "doubtful": article.doubt != "",
                "undated": article.published is None,
            }
            return states[tree.name]
        case Published():
            wished = Span(tree.first or date.min, tree.last or date.max)
            return article.published is not None and article.published.span.overlaps(wished)
        case Mentioned():
            wished = Span(tree.first or date.min, tree.last or date.max)
            return any(days.overlaps(wished) for days in named(article))
    field = tree.parts[0] if isinstance(tree, Near) else tree
    while isinstance(field, Or):
        field = field.parts[0]
    find = chains if isinstance(tree, Near) else occurrences
    fields = [field.field] if field.field else ["title", "text"]
    return any(find(tree, value, article.language, name) for name in fields for value in values(article, name))
