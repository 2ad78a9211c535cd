"""Score aligned sentences and the fact difference on texts into which changes are planted; measure the speed.

    python tests/benchmarks/bench_comparison.py TEXT [...] [--half seen|unseen|all] [--head N]
    python tests/benchmarks/bench_comparison.py --speed TEXT [...]

A TEXT is a plain text in English or French, or a `.sgm` file of Reuters-21578; `--head` lines at the top of a plain
text are no part of it. Into a copy of each article are planted: another number, day, name, word of a quotation; an
attribution, or a sentence with a fact, that is cut. Besides, sentences are moved, joined, and worded otherwise in ways
that change no fact. What is planted is found by patterns of this file alone. A planted change is found where a
difference overlaps it; a difference is right where it overlaps one. Aligned sentences are scored as pairs. The seen
half is that of the articles whose hash is even; the changes depend on the article alone. No data comes with this file.
"""

from __future__ import annotations

import argparse
import hashlib
import html
import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tui.base.days import Span
from tui.base.sentences import sentences as spans_of
from tui.comparison import Comparison, Side, align, compare
from tui.comparison.sentence import sentences_of
from tui.dates import find_dates
from tui.dossier.language import guess_language
from tui.figures import find_figures

DAY = Span(date(2023, 6, 30), date(2023, 6, 30))
MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|janvier|février|mars|avril"
    "|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
)
NUMBER = re.compile(r"(?<![\w.,:/-])(?!(?:19|20)\d\d\b)\d[\d,]*\d(?![\w:/-]|[.,]\d)")
DATED = re.compile(rf"\b(\d{{1,2}})(?= (?:{MONTHS})\b)|(?<=\b(?:June|July) )(\d{{1,2}})\b|\b((?:19|20)\d\d)\b")
NAME = re.compile(r"(?<=[a-zé,] )[A-Z][a-zéè]{3,}(?: [A-Z][a-zéè]{3,})*(?= [a-z])")
QUOTED = re.compile(r"[“«\"]\s?([^“”«»\"\n]{30,300}?)\s?[”»\"]")
SAID = re.compile(
    r", (?:according to (?:the )?[A-Z][^,.\n]{3,50}(?=[.,])"
    r"|(?:the |[A-Z])[\w ]{2,40} (?:said|added|told reporters)(?: on [A-Z]\w+day)?(?=\.)"
    r"|(?:selon|d['’]après) [^,.\n]{3,50}(?=[.,])|a (?:déclaré|indiqué|affirmé) [^,.\n]{3,50}(?=\.))"
)
NAMES = ("Ostrava", "Kelmond", "Varga Tolle", "Brindel", "Sorokan", "Tavish Moor", "Quillan", "Ferrand Duvel")
SWAPS = (
    (" but ", " yet "), (" also ", " too "), (" about the ", " on the "), (" near ", " close to "),
    (" many ", " lots of "), (" however", " though"), (" begin ", " start "), (" aid ", " help "),
    (" large ", " big "), (" mais ", " pourtant "),
    (" aussi ", " également "), (" ainsi ", " de la sorte "), (" because ", " as "), (" while ", " whereas "),
)  # fmt: skip


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the sentences that have a word."""
    return [(start, end) for start, end in spans_of(text) if re.search(r"\w", text[start:end])]


@dataclass
class Edit:
    kind: str
    place: int
    """The sentence of the original."""
    before: tuple[int, int]
    """In the sentence."""
    words: str
    """What stands there instead."""


def articles(path: Path, head: int) -> Iterator[str]:
    raw = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix == ".sgm":
        for body in re.findall(r"<BODY>(.*?)</BODY>", raw, re.S):
            lines = html.unescape(body).replace("\x03", "").replace("Reuter\n", "")
            yield "\n\n".join(" ".join(part.split()) for part in re.split(r"\n {4}", lines) if part.strip())
        return
    rest = "\n".join(raw.split("\n")[head:])
    yield "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", rest) if part.strip())


def edits_of(text: str, dice: random.Random) -> tuple[list[str], list[Edit]]:
    """Choose what is planted: at most one edit a sentence, in a third of those that allow one."""
    whole = [text[start:end] for start, end in sentences(text)]
    found = []
    for place, sentence in enumerate(whole):
        offers = list(offers_in(sentence, text, place, dice))
        if offers and dice.random() < 0.34:
            kind = dice.choice(sorted({offer.kind for offer in offers}))
            found.append(dice.choice([offer for offer in offers if offer.kind == kind]))
    return whole, found


def offers_in(sentence: str, text: str, place: int, dice: random.Random) -> Iterator[Edit]:
    quoted = [found.span(1) for found in QUOTED.finditer(sentence)]

    def free(span: tuple[int, int]) -> bool:
        return not any(start < span[1] and span[0] < end for start, end in quoted)

    dated = [found.span() for found in DATED.finditer(sentence)]
    for found in NUMBER.finditer(sentence):
        if free(found.span()) and not any(a <= found.start() < b for a, b in dated):
            other = f"{int(found[0].replace(',', '')) * 3 + 17:,}"
            if other not in text:
                yield Edit("number", place, found.span(), other if "," in found[0] else other.replace(",", ""))
    for found in DATED.finditer(sentence):
        if free(found.span()):
            old = int(found[0])
            new = str(old + 3 if old > 31 else old % 28 + 1 if old % 28 + 1 != old else 3)
            if not re.search(rf"\b{new}\b", text):
                yield Edit("date", place, found.span(), new)
    for found in NAME.finditer(sentence):
        if free(found.span()) and not re.search(MONTHS + "|day$", found[0]):
            yield Edit("name", place, found.span(), dice.choice(NAMES))
    for start, end in quoted:
        long = list(re.finditer(r"\b[a-zé]{5,}\b", sentence[start:end]))
        if long:
            word = dice.choice(long)
            yield Edit("quotation", place, (start + word.start(), start + word.end()), "obviously")
    for found in SAID.finditer(sentence):
        if free(found.span()):
            yield Edit("attribution", place, found.span(), "")
    if NUMBER.search(sentence) or NAME.search(sentence):
        once = [
            found for pattern in (NUMBER, NAME) for found in pattern.finditer(sentence) if text.count(found[0]) == 1
        ]
        if once:
            yield Edit("cut", place, (0, len(sentence)), "")


def benign(sentence: str, dice: random.Random) -> str:
    for old, new in SWAPS:
        if dice.random() < 0.7:
            sentence = sentence.replace(old, new)
    return sentence


@dataclass
class Case:
    text: str
    copy: str
    links: set[tuple[int, int]]
    edits: list[tuple[str, tuple[int, int], tuple[int, int]]]
    """Kind, where it stands in the text, and where in the copy."""


def case_of(text: str) -> Case | None:
    dice = random.Random(hashlib.sha256(text.encode()).hexdigest())
    whole, edits = edits_of(text, dice)
    if len(whole) < 6 or not edits:
        return None
    spans = list(sentences(text))
    by_place = {edit.place: edit for edit in edits}
    order = list(range(len(whole)))
    alone = [
        place
        for place in order
        if text[: spans[place][0]][-2:] in ("", "\n\n")
        and '"' not in whole[place]
        and text[spans[place][1] : spans[place][1] + 2] == "\n\n"
    ]
    if len(whole) > 9 and len(alone) > 3:
        moved, behind = dice.sample(alone, 2)
        order.remove(moved)
        order.insert(order.index(behind) + 1, moved)
    parts: list[tuple[int, str, tuple[int, int] | None]] = []
    for place in order:
        edit, sentence = by_place.get(place), whole[place]
        if edit is not None and edit.kind == "cut":
            continue
        where = None
        if edit is not None:
            before, behind = sentence[: edit.before[0]], sentence[edit.before[1] :]
            before = before if QUOTED.search(sentence) else benign(before, dice)
            where = len(before), len(before) + len(edit.words)
            sentence = before + edit.words + behind
        elif not QUOTED.search(sentence):
            sentence = benign(sentence, dice)
        parts.append((place, sentence, where))
    copy, links, held = "", set(), []
    number = -1
    for at, (place, sentence, where) in enumerate(parts):
        joined = (
            copy.endswith(".")
            and '"' not in sentence + parts[at - 1][1]
            and at % 7 == 3
            and parts[at - 1][0] == place - 1
        )
        if joined:
            copy = copy[:-1] + "; "
        elif copy:
            copy += " " if text[spans[place][0] - 2 : spans[place][0]] != "\n\n" else "\n\n"
        start = len(copy)
        copy += sentence
        number = len(list(sentences(copy))) - 1
        links.add((place, number))
        edit = by_place.get(place)
        if edit is not None and where is not None:
            a = spans[place][0]
            held.append((edit.kind, (a + edit.before[0], a + edit.before[1]), (start + where[0], start + where[1])))
    held += [("cut", spans[edit.place], (-1, -1)) for edit in edits if edit.kind == "cut"]
    return Case(text, copy, links, held)


def side(text: str, language: str) -> Side:
    dates = find_dates(text, language=language, published=DAY)
    return Side(text, language, find_figures(text, language=language, timexes=dates), dates)


def overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def score(cases: list[Case], errors: bool) -> None:
    hit, miss, right, wrong = Counter(), Counter(), 0, 0
    true, told, known = 0, 0, 0
    for case in cases:
        language = guess_language(case.text) or "en"
        found = compare(side(case.text, language), side(case.copy, language))
        pairs = {(one, other) for row in found.rows for one in row.ones for other in row.others}
        true, told, known = true + len(pairs & case.links), told + len(pairs), known + len(case.links)
        if errors:
            for one, other in pairs ^ case.links:
                print(
                    "PAIR",
                    (one, other) in pairs,
                    repr(text_of(found, case, one, 0)),
                    repr(text_of(found, case, other, 1)),
                )
        for kind, here, there in case.edits:
            ok = any(touches(difference, here, there) for difference in found.differences)
            (hit if ok else miss)[kind] += 1
            if errors and not ok:
                print(
                    "MISS",
                    kind,
                    repr(case.text[max(0, here[0] - 60) : here[1] + 60]),
                    repr(case.copy[there[0] : there[1]]),
                )
        for difference in found.differences:
            ok = any(touches(difference, here, there) for _kind, here, there in case.edits)
            right, wrong = right + ok, wrong + (not ok)
            if errors and not ok:
                fact = difference.one or difference.other
                source = case.text if difference.one else case.copy
                assert fact is not None
                print(
                    "FALSE",
                    difference.kind,
                    difference.one and difference.one.text,
                    "|",
                    difference.other and difference.other.text,
                    "|",
                    repr(source[max(0, fact.start - 50) : fact.end + 50]),
                )
    print(
        f"{len(cases)} articles; planted {hit.total() + miss.total()}, found {hit.total()}:"
        f" recall {hit.total() / max(1, hit.total() + miss.total()):.3f}"
    )
    for kind in sorted(hit | miss):
        print(f"  {kind:12} {hit[kind]:4} of {hit[kind] + miss[kind]}")
    print(f"differences {right + wrong}, right {right}: precision {right / max(1, right + wrong):.3f}")
    precision, recall = true / max(1, told), true / max(1, known)
    print(
        f"aligned pairs {known}: precision {precision:.4f}, recall {recall:.4f}, F1"
        f" {2 * precision * recall / max(1e-9, precision + recall):.4f}"
    )


def touches(difference: object, here: tuple[int, int], there: tuple[int, int]) -> bool:
    one, other = difference.one, difference.other  # type: ignore[attr-defined]
    return (one is not None and overlap((one.start, one.end), here)) or (
        other is not None and there[0] >= 0 and overlap((other.start, other.end), there)
    )


def text_of(found: Comparison, case: Case, place: int, which: int) -> str:
    held, text = ((found.ones, case.text), (found.others, case.copy))[which]
    return text[held[place].start : held[place].end][:150] if place < len(held) else "?"


def speed(texts: list[str]) -> None:
    whole: list[str] = []
    for text in texts:
        whole += text.split("\n\n")
        if sum(len(part.split()) for part in whole) > 5000:
            break
    text = "\n\n".join(whole)
    case = case_of(text)
    assert case is not None
    one, other = side(text, "en"), side(case.copy, "en")
    print(f"two texts of {len(text.split()):,} words, processor time, the best of 9:")
    aligned = lambda: align(sentences_of(text, "en"), sentences_of(case.copy, "en"))  # noqa: E731
    for what, does in (("aligned", aligned), ("compared, dates and figures known", lambda: compare(one, other))):
        taken = []
        for _round in range(9):
            begun = time.process_time()
            does()
            taken.append(time.process_time() - begun)
        print(f"  {what}: {min(taken) * 1000:.0f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--half", choices=("seen", "unseen", "all"), default="all")
    parser.add_argument("--head", type=int, default=0)
    parser.add_argument("--most", type=int, default=100, help="articles")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--speed", action="store_true")
    asked = parser.parse_args()
    texts = [text for path in asked.texts for text in articles(path, asked.head)]
    if asked.speed:
        speed(texts)
        return
    parity = {"seen": (0,), "unseen": (1,), "all": (0, 1)}[asked.half]
    texts = [text for text in texts if hashlib.sha256(text.encode()).digest()[0] % 2 in parity]
    cases = [case for text in texts if len(text) < 20_000 and (case := case_of(text)) is not None]
    score(cases[: asked.most], asked.errors)


if __name__ == "__main__":
    main()
