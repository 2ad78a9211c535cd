"""Headlines and section names: what looks like one, and a title made from the text when there is none."""

from __future__ import annotations

import re

from tui.base.folding import fold

MADE_LENGTH = 70
"""A made title is cut at the last word that ends within as many characters, the ellipsis not counted."""

ELLIPSIS = "…"

_LONGEST = 160
_MOST_WORDS = 25
_NO_END = ".;:,…-–—"
_CLOSING = "\"'”’»)]"
_LETTER = re.compile(r"[^\W\d_]")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[^\W_a-zà-ÿ])")
_SHORTENED = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Maj|Sen|Rep|Gov|St|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|No|"
    r"vs|Inc|Ltd|Corp|Co|Jr|Sr|M|MM|Mme|Mgr|Pr|Me|art|av|env|p|cf|etc|janv|févr|avr|juil|déc)\.|\b(?:[A-Za-z]\.){2,})$"
)


def is_headline(line: str) -> bool:
    """Say whether a line could be a headline: short, with a letter, and without the end of a sentence."""
    line = line.strip()
    if not line or len(line) > _LONGEST or len(line.split()) > _MOST_WORDS or not _LETTER.search(line):
        return False
    return not line.rstrip(_CLOSING).endswith(tuple(_NO_END))


def first_sentence(text: str) -> str:
    """Return the first sentence of a paragraph, its end mark included; the whole of it where none ends within."""
    for end in _SENTENCE_END.finditer(text):
        sentence = text[: end.end()].rstrip()
        if not _SHORTENED.search(sentence):
            return sentence
    return text


def made_title(text: str) -> str:
    """Make a title of the first sentence of `text`, cut at a word and ended with an ellipsis where it is too long."""
    sentence = " ".join(first_sentence(text[:2000].strip()).split())
    if len(sentence) <= MADE_LENGTH + 1 and sentence.endswith("."):
        return sentence if _SHORTENED.search(sentence) else sentence[:-1].rstrip()
    return shortened(sentence, MADE_LENGTH)


def shortened(line: str, length: int) -> str:
    """Return `line`, cut at a word to `length` characters and an ellipsis where it is longer."""
    if len(line) <= length:
        return line
    cut = line[: length + 1]
    at_word = cut.rpartition(" ")[0].rstrip(" ,;:–—-(\"“«'")
    return (at_word if len(at_word) > length // 2 else cut[:length]) + ELLIPSIS


_SECTION_LIST = (
    "news world africa afrique monde mali sahel west africa politics politique security securite opinion analysis"
    " international national societe society economy economie business region regional actualite actualites actu home"
    " accueil top stories breaking conflict conflicts diplomacy diplomatie defence defense middle east europe americas"
    " asia analyse features feature interview reportage editorial tribune explainer live video exclusive"
)
_SECTIONS = frozenset(_SECTION_LIST.split())
_CRUMB = r"[^<>»›/|]{2,25}"
_CRUMBS = re.compile(rf"(?P<first>{_CRUMB})(?:\s*[>»›|]\s*{_CRUMB}|\s+/\s+{_CRUMB}){{1,5}}")


def is_section(line: str) -> bool:
    """Say whether a line could be the name of a page's section: `WORLD`, `Africa`, `Home > News > Mali`."""
    words = re.findall(r"[^\W\d_]+", fold(line))
    if not words or len(line) > 60:
        return False
    if len(words) <= 3 and (line.isupper() or all(word in _SECTIONS for word in words)):
        return True
    crumbs = _CRUMBS.fullmatch(line) if len(words) <= 8 else None
    return crumbs is not None and all(word in _SECTIONS for word in fold(crumbs["first"]).split())
