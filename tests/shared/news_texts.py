"""Made-up news texts whose sentences are much alike, and the changes that texts go through between two imports."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass


def _words(written: str) -> list[str]:
    return written.split()


FIRST = _words(
    "Amina Boubacar Clara Daouda Elif Fanta Gustave Hawa Idrissa Jonas Kadi Lassine Moussa Nadia Oumar Petra"
)
LAST = _words("Adler Barka Cissouma Dembel Ekström Fofan Guindop Haidor Issabry Jalloud Keitan Lamizor Maigor Ndoyer")
PLACES = _words("Arbil Bourem Castra Dirok Essuk Farako Garbou Hondor Inagar Jenna Koulik Lerou Menakor Nioro Ouani")
BODIES = _words("council ministry mission committee union army parliament embassy tribunal assembly commission agency")
THINGS = _words("camps convoys vehicles helicopters soldiers officers wells schools bridges tents radios contracts")
ACTS = _words("withdrawal inquiry election ceasefire budget talks mandate reform transfer agreement deployment audit")
WHEN = "on Monday|last week|in early June|by the end of the year|after the rains|before dawn|in the spring|overnight"
MOODS = "slowly|without notice|under guard|as planned|despite the heat|after long talks|with some delay|in good order"
TEMPLATES = (
    "The {body} said {when} that {number} {thing} had left {place} {mood}",
    "{name} told reporters in {place} that the {act} would cost {number} million francs",
    "According to {name}, the {body} counted {number} {thing} near {place}",
    "{number} {thing} were still at {place} {when}, the {body} reported",
    "The {act} began {when} and involved {number} people from {place} and {other}",
    "“We will not wait for the {act},” {name} said {when}",
    "Residents of {place} saw the {thing} pass {mood} and nobody stopped them",
    "The {body} and the {body2} disagree about the {act} and about who pays for the {thing}",
    "{name}, who heads the {body}, visited {place} {when} and spoke with {number} families",
    "It was the third time that the {act} was put off, and {place} had hoped for better",
    "In {place}, {number} {thing} stand empty; in {other} there are none",
    "A spokesman for the {body} declined to comment on the {act}",
    "Officials in {place} confirmed {when} that the {thing} belong to the {body}",
    "He said so himself",
    "The {act} is over, {name} wrote in a letter to the {body} dated {day} May {year}",
    "Some {number}% of the {thing} that came through {other} were never paid for",
)
SPARE = _words(
    "quiet narrow distant patient wooden familiar gradual careful silver hollow gentle early modest ordinary bitter"
    " river market harvest corner shelter window garden valley meadow orchard cellar lantern ribbon kettle basket"
    " mending sorting lending folding resting sailing weaving drying"
)

NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-zé]{3,}(?![\w-])")
"""A word with a capital letter that is not the first of its sentence."""

SENTENCE_END = re.compile(r"(?<=[.”])\s+(?=\S)")


@dataclass(frozen=True)
class Story:
    """A text with the spans of its sentences."""

    text: str
    sentences: list[tuple[int, int]]


def story(chance: random.Random, count: int = 0) -> Story:
    """Make up a text of 12 to 30 sentences in paragraphs; no two of them are alike, many are similar."""
    text, spans, written = "", [], set()
    count = count or chance.randint(12, 30)
    while len(spans) < count:
        line = sentence(chance)
        if line in written:
            continue
        written.add(line)
        if text:
            text += "\n\n" if chance.random() < 0.25 else " "
        spans.append((len(text), len(text) + len(line)))
        text += line
    return Story(text, spans)


def sentence(chance: random.Random) -> str:
    place, other = chance.sample(PLACES, 2)
    body, body2 = chance.sample(BODIES, 2)
    filled = chance.choice(TEMPLATES).format(
        body=body,
        body2=body2,
        place=place,
        other=other,
        number=number(chance),
        thing=chance.choice(THINGS),
        act=chance.choice(ACTS),
        when=chance.choice(WHEN.split("|")),
        mood=chance.choice(MOODS.split("|")),
        name=f"{chance.choice(FIRST)} {chance.choice(LAST)}",
        day=chance.randint(1, 28),
        year=chance.randint(2011, 2024),
    )
    return filled[0].upper() + filled[1:] + "."


def number(chance: random.Random) -> str:
    return chance.choice((str(chance.randint(2, 999)), f"{chance.randint(1, 99)},{chance.randint(0, 999):03}"))


@dataclass(frozen=True)
class Changed:
    """A text after a change, and what is to be found in it."""

    text: str
    span: tuple[int, int] | None
    """Where the quote stands now; None where it does not."""
    state: str


Changing = Callable[[random.Random, str, tuple[int, int], tuple[int, int]], Changed | None]
"""Takes a text, the span of the sentences that the quote is of, and the span of the quote; None where it cannot be."""


def _marked(text: str, quote: tuple[int, int]) -> str:
    return text[: quote[0]] + "\x02" + text[quote[0] : quote[1]] + "\x03" + text[quote[1] :]


def _unmarked(text: str, state: str = "anchored") -> Changed:
    start = text.index("\x02")
    text = text.replace("\x02", "")
    end = text.index("\x03")
    return Changed(text.replace("\x03", ""), (start, end), state)


def typography(chance: random.Random, text: str, own: tuple[int, int], quote: tuple[int, int]) -> Changed:
    marked = _marked(text, quote)
    for old, new in (("“", '"'), ("”", '"'), (";", " ;"), ("%", "\u202f%"), ("-", "\u2011")):
        marked = marked.replace(old, new)
    marked = re.sub(r"(\d) (?=[a-z])", "\\1\u00a0", marked)
    return _unmarked(marked)


def other_words(chance: random.Random, text: str, own: tuple[int, int], quote: tuple[int, int]) -> Changed:
    """Replace a tenth of the words in small letters that are not of the quote; no figure in words and no negation."""

    def swapped(part: str) -> str:
        return re.sub(
            r"\b(?!million|third|without|none|never)[a-z]{4,}\b",
            lambda w: chance.choice(SPARE) if chance.random() < 0.1 else w.group(),
            part,
        )

    before, behind = swapped(text[: quote[0]]), swapped(text[quote[1] :])
    return _unmarked(f"{before}\x02{text[slice(*quote)]}\x03{behind}")


def moved(chance: random.Random, text: str, own: tuple[int, int], quote: tuple[int, int]) -> Changed | None:
    marked = _marked(text, quote)
    own = (own[0], own[1] + 2)
    cut = marked[own[0] : own[1]]
    rest = marked[: own[0]].rstrip() + " " + marked[own[1] :].lstrip()
    gaps = [found.end() for found in SENTENCE_END.finditer(rest) if abs(found.end() - own[0]) > 200]
    if not gaps:
        return None
    at = chance.choice(gaps)
    return _unmarked(f"{rest[:at]}{cut} {rest[at:]}")


def deleted(chance: random.Random, text: str, own: tuple[int, int], quote: tuple[int, int]) -> Changed:
    return Changed((text[: own[0]].rstrip() + " " + text[own[1] :].lstrip()).strip(), None, "orphaned")


def doubled(chance: random.Random, text: str, own: tuple[int, int], quote: tuple[int, int]) -> Changed | None:
    marked = _marked(text, quote)
    gaps = [found.end() for found in SENTENCE_END.finditer(marked)]
    gaps = [gap for gap in gaps if abs(gap - own[0]) > 200 and not own[0] < gap < own[1]]
    if not gaps:
        return None
    at = chance.choice(gaps)
    return _unmarked(f"{marked[:at]}{text[slice(*own)]} {marked[at:]}")


def number_changed(chance: random.Random, text: str, own: tuple[int, int], quote: tuple[int, int]) -> Changed | None:
    found = list(re.finditer(r"\d+(?:,\d+)?", text[slice(*quote)]))
    if not found:
        return None
    one, new = chance.choice(found), number(chance)
    if new == one.group():
        return None
    at = quote[0] + one.start()
    text = text[:at] + new + text[at + len(one.group()) :]
    return Changed(text, (quote[0], quote[1] + len(new) - len(one.group())), "changed")


def name_changed(chance: random.Random, text: str, own: tuple[int, int], quote: tuple[int, int]) -> Changed | None:
    names = NAME.findall(" " + text[slice(*quote)])
    if not names:
        return None
    name = chance.choice(names)
    new = chance.choice([other for other in (*PLACES, *LAST) if other != name])
    cut = re.sub(rf"(?<![\w-]){name}(?![\w-])", new, text[slice(*quote)], count=1)
    return Changed(text[: quote[0]] + cut + text[quote[1] :], (quote[0], quote[0] + len(cut)), "changed")


def reimported(chance: random.Random, text: str, own: tuple[int, int], quote: tuple[int, int]) -> Changed:
    """Print the text in lines of a page with hyphens, with other marks, and with what a page has around it."""
    marked = _marked(text, quote).replace("“", '"').replace("”", '"').replace("fi", "ﬁ").replace("ff", "ﬀ")
    if chance.random() < 0.5:
        marked = marked.replace("\n\n", " ")
    pieces, width = [], 0
    for word in re.split(r"( )", marked):
        if width + len(word) > 60 and word.isalpha() and len(word) > 7:
            pieces.append(f"{word[:4]}- {word[4:]}")
            width = 0
        else:
            pieces.append(word)
            width = 0 if width > 60 else width + len(word)
    head = "The Daily Gazetteer of the Coast. Read later. Share this page with a friend."
    foot = "Read more: what to know about the talks. Sign up for our letter. All rights reserved."
    return _unmarked(f"{head}\n\n{''.join(pieces)}\n\n{foot}")


CHANGES: dict[str, Changing] = {
    "typography": typography,
    "other words": other_words,
    "moved": moved,
    "deleted": deleted,
    "doubled": doubled,
    "number changed": number_changed,
    "name changed": name_changed,
    "re-imported": reimported,
}


def quotes(chance: random.Random, text: Story) -> dict[str, tuple[tuple[int, int], tuple[int, int]]]:
    """Choose a quote of each size; give the span of its sentences and its own."""
    at = chance.randrange(len(text.sentences))
    own = text.sentences[at]
    words = [
        (own[0] + found.start(), own[0] + found.end())
        for found in re.finditer(r"[\w,%’-]*\w%?", text.text[slice(*own)])
    ]
    found = {"sentence": (own, own)}
    for size, length in (("three words", 3), ("clause", 7)):
        if len(words) >= length + 1:
            first = chance.randrange(len(words) - length + 1)
            found[size] = (own, (words[first][0], words[first + length - 1][1]))
    last = min(at + 2, len(text.sentences) - 1)
    run = (own[0], text.sentences[last][1])
    if last > at and "\n\n" not in text.text[slice(*run)]:
        found["paragraph"] = (run, run)
    return found
