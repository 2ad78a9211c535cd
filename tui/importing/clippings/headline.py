"""Headlines and section names: what looks like one, and a title made from the text when there is none."""

from __future__ import annotations

import re

from tui.base.folding import fold

MADE_LENGTH = 70
"""The longest made title in characters, without the ellipsis; it is cut at a word."""

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
    """Say whether a line may be a headline: short, with a letter, and not ending like a sentence."""
    line = line.strip()
    if not line or len(line) > _LONGEST or len(line.split()) > _MOST_WORDS or not _LETTER.search(line):
        return False
    return not line.rstrip(_CLOSING).endswith(tuple(_NO_END))


def first_sentence(text: str) -> str:
    """Return the first sentence of a paragraph with its end mark, or the whole paragraph."""
    for end in _SENTENCE_END.finditer(text):
        sentence = text[: end.end()].rstrip()
        if not _SHORTENED.search(sentence):
            return sentence
    return text


def made_title(text: str) -> str:
    """Make a title from the first sentence of `text`, cut at a word with an ellipsis if it is too long."""
    return shortened(first_words(text), MADE_LENGTH)


def first_words(text: str) -> str:
    """Return the first sentence of `text` whole, without its full stop."""
    sentence = " ".join(first_sentence(text[:2000].strip()).split())
    return sentence if not sentence.endswith(".") or _SHORTENED.search(sentence) else sentence[:-1].rstrip()


def shortened(line: str, length: int) -> str:
    """Cut `line` at a word to at most `length` characters and an ellipsis."""
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
    """Say whether a line may be a section's name or a breadcrumb: `WORLD`, `Africa`, `Home > News > Mali`."""
    words = re.findall(r"[^\W\d_]+", fold(line))
    if not words or len(line) > 60:
        return False
    if len(words) <= 3 and (line.isupper() or all(word in _SECTIONS for word in words)):
        return True
    crumbs = _CRUMBS.fullmatch(line) if len(words) <= 8 else None
    return crumbs is not None and all(word in _SECTIONS for word in fold(crumbs["first"]).split())
