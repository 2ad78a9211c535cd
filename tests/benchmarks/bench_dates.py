"""Score the dates against marked texts, as TempEval-3 does, and measure the speed.

    python tests/benchmarks/bench_dates.py FOLDER_OF_TIMEML [...] [--language CODE] [--errors] [--half open|held]
    python tests/benchmarks/bench_dates.py --recognizers English.json French.json
    python tests/benchmarks/bench_dates.py --speed TEXT [...]

Strict counts equal spans, relaxed counts overlaps, value counts relaxed matches with the right value; only the text
counts, not the document's own date. No data comes with this file.

A hash of each file's name puts it into one of two halves. Rules may be written by looking at the errors in the open
half; the other one is held back, and only its scores are looked at.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tui.base.days import Span, read_iso
from tui.dates import Timex, find_dates, span_of

KINDS = ("DATE", "TIME", "DURATION", "SET")


@dataclass(frozen=True)
class Gold:
    start: int
    end: int
    kind: str
    value: str


@dataclass
class Tally:
    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed_gold: int = 0
    relaxed_found: int = 0
    values: int = 0

    def row(self, name: str) -> str:
        strict = f1(self.strict, self.strict, self.gold, self.found)
        relaxed = f1(self.relaxed_gold, self.relaxed_found, self.gold, self.found)
        value = relaxed * self.values / self.relaxed_gold if self.relaxed_gold else 0.0
        precision = self.relaxed_found / self.found if self.found else 0.0
        recall = self.relaxed_gold / self.gold if self.gold else 0.0
        return (
            f"{name:22} {self.gold:5} {self.found:6} {strict:8.1%} {relaxed:8.1%} {value:8.1%}"
            f"   {precision:6.1%} {recall:6.1%}"
        )


def f1(right_gold: int, right_found: int, gold: int, found: int) -> float:
    precision = right_found / found if found else 0.0
    recall = right_gold / gold if gold else 0.0
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def read_timeml(path: Path) -> tuple[str, Span | None, list[Gold]]:
    root = ET.parse(path).getroot()
    text_node = root.find("TEXT")
    assert text_node is not None
    created = next(
        (node.get("value", "") for node in root.iter("TIMEX3") if node.get("functionInDocument") == "CREATION_TIME"), ""
    )
    pieces: list[str] = []
    gold: list[Gold] = []

    def walk(node: ET.Element) -> None:
        start = sum(map(len, pieces))
        pieces.append(node.text or "")
        for child in node:
            walk(child)
            pieces.append(child.tail or "")
        if node.tag == "TIMEX3":
            gold.append(Gold(start, sum(map(len, pieces)), node.get("type", ""), node.get("value", "")))

    walk(text_node)
    published = read_iso(created[:10])[0] if created else None
    return "".join(pieces), published, sorted(gold, key=lambda mark: mark.start)


@dataclass
class Score:
    tallies: dict[str, Tally] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    def add(self, name: str, text: str, gold: list[Gold], found: tuple[Timex, ...]) -> None:
        self._add("all", gold, found)
        for kind in KINDS:
            self._add(kind, [mark for mark in gold if mark.kind == kind], [mark for mark in found if mark.kind == kind])
        self.errors += [f"{name}: {line}" for line in differences(text, gold, found)]

    def _add(self, kind: str, gold: list[Gold], found: Iterable[Timex]) -> None:
        marks = list(found)
        tally = self.tallies.setdefault(kind, Tally())
        tally.gold += len(gold)
        tally.found += len(marks)
        spans = {(mark.start, mark.end) for mark in marks}
        tally.strict += sum((mark.start, mark.end) in spans for mark in gold)
        tally.relaxed_found += sum(any(overlap(mark, other) for other in gold) for mark in marks)
        for mark in gold:
            matching = [other for other in marks if overlap(other, mark)]
            tally.relaxed_gold += bool(matching)
            tally.values += bool(matching) and matching[0].value == mark.value


def overlap(one: Gold | Timex, other: Gold | Timex) -> bool:
    return one.start < other.end and other.start < one.end


def in_context(text: str, mark: Gold | Timex) -> str:
    before, behind = text[max(mark.start - 50, 0) : mark.start], text[mark.end : mark.end + 30]
    return " ".join(f"{before}[{text[mark.start : mark.end]}]{behind}".split())


def differences(text: str, gold: list[Gold], found: tuple[Timex, ...]) -> Iterator[str]:
    for mark in gold:
        matching = [other for other in found if overlap(other, mark)]
        around = in_context(text, mark)
        if not matching:
            yield f"MISSED  {around} | {mark.kind} {mark.value}"
        elif matching[0].value != mark.value:
            yield f"VALUE   {around} | {mark.kind} {mark.value} but {matching[0].value} for {matching[0].text!r}"
        elif (matching[0].start, matching[0].end) != (mark.start, mark.end):
            yield f"SPAN    {around} | but {matching[0].text!r}"
    for other in found:
        if not any(overlap(other, mark) for mark in gold):
            yield f"EXTRA   {in_context(text, other)} | {other.kind} {other.value}"


def half_of(name: str) -> str:
    """Return the half that a document belongs to."""
    return "held" if hashlib.sha256(name.encode()).digest()[0] % 2 else "open"


def score_folder(folder: Path, language: str, *, errors: bool, half: str = "") -> None:
    score = Score()
    paths = [path for path in sorted(folder.glob("*.tml")) if half in ("", half_of(path.stem))]
    for path in paths:
        text, published, gold = read_timeml(path)
        score.add(path.stem, text, gold, find_dates(text, language=language, published=published))
    if errors:
        print("\n".join(score.errors))
    print(f"\n{folder}: {len(paths)} texts, {language}{f', {half} half' if half else ''}")
    print(f"{'':22} {'gold':>5} {'found':>6} {'strict':>8} {'relaxed':>8} {'value':>8}   {'prec.':>6} {'recall':>6}")
    for kind, tally in score.tallies.items():
        if tally.gold or tally.found:
            print(tally.row(kind))


def score_recognizers(path: Path, *, errors: bool, half: str = "") -> None:
    """Print the share of cases that agree, by kind: the same span but for its preposition, and the same value."""
    language = "fr" if "french" in path.name.lower() else "en"
    cases, spans, values = Counter[str](), Counter[str](), Counter[str]()
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        text = case["Input"]
        if half not in ("", half_of(text)):
            continue
        reference = case.get("Context", {}).get("ReferenceDateTime", "")[:10]
        found = find_dates(text, language=language, published=read_iso(reference)[0] if reference else None)
        for result in case["Results"]:
            kind = str(result.get("TypeName") or "other").removeprefix("datetimeV2.")
            cases[kind] += 1
            wanted = result["Text"].lower()
            if not any(mark.text.lower() in wanted or wanted in mark.text.lower() for mark in found):
                if errors:
                    print(f"{language} {kind} MISSED {text} | {wanted}")
                continue
            spans[kind] += 1
            given = {str(value.get("timex")) for value in (result.get("Resolution") or {}).get("values", [])}
            given |= {str(value.get("value")) for value in (result.get("Resolution") or {}).get("values", [])}
            agrees = any(agree(mark.value, value) for mark in found for value in given)
            values[kind] += agrees
            if errors and not agrees:
                print(f"{language} {kind} VALUE {text} | {wanted} {sorted(given)} but {[mark.value for mark in found]}")
    name = f"{path.name}, {half} half" if half else path.name
    print(f"\n{name}: {sum(cases.values())} expressions\n{'':16} {'cases':>6} {'found':>7} {'value':>7}")
    for kind, count in cases.most_common():
        print(f"{kind:16} {count:6} {spans[kind] / count:7.1%} {values[kind] / count:7.1%}")
    print(
        f"{'all':16} {sum(cases.values()):6} {spans.total() / cases.total():7.1%} {values.total() / cases.total():7.1%}"
    )


def agree(value: str, other: str) -> bool:
    """Say whether two values agree where one may leave open what the other fills in (`XXXX-10-12`, `T13`)."""
    if other.startswith("T") and "T" in value:
        return whole_time(value.partition("T")[2]) == whole_time(other[1:])
    if other.startswith("XXXX-WXX-") and (span := span_of(value)) is not None and len(span) == 1:
        day, _, clock = other.removeprefix("XXXX-WXX-").partition("T")
        return str(span.first.isoweekday()) == day and whole_time(value.partition("T")[2]) == whole_time(clock)
    if "T" in value and "T" in other and not value.startswith("P"):
        (day, _, clock), (other_day, _, other_clock) = value.partition("T"), other.partition("T")
        return agree(day, other_day) and whole_time(clock) == whole_time(other_clock)
    if other.startswith("(") and "," in other:
        first, last, *_ = other.strip("()").split(",")
        return value in (first, last) or other.endswith(f",{value})") or first.startswith(value)
    if len(value) != len(other):
        return value == other.removesuffix(":00") or value.removesuffix(":00") == other
    return all(one in (two, "X") or two == "X" for one, two in zip(value, other, strict=True))


def whole_time(clock: str) -> str:
    return clock.removesuffix(":00").removesuffix(":00")


def measure(paths: list[Path], language: str) -> None:
    text = "\n\n".join(path.read_text(encoding="utf-8", errors="replace") for path in paths)
    find_dates("Friday", language=language, published=None)
    begun = time.perf_counter()
    found = find_dates(text, language=language, published=read_iso("2023-06-30")[0])
    seconds = time.perf_counter() - begun
    megabytes = len(text.encode()) / 1e6
    print(f"{megabytes:.2f} MB, {len(found)} dates, {seconds:.2f} s: {megabytes / seconds:.2f} MB/s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--language", default="")
    parser.add_argument("--errors", action="store_true", help="print every difference")
    parser.add_argument("--half", choices=("open", "held"), default="", help="score one half of the documents only")
    parser.add_argument("--recognizers", action="store_true", help="the paths are files of the recognizers' JSON form")
    parser.add_argument("--speed", action="store_true", help="the paths are plain texts")
    options = parser.parse_args()
    if options.speed:
        measure(options.paths, options.language or "en")
        return
    for path in options.paths:
        if options.recognizers:
            score_recognizers(path, errors=options.errors, half=options.half)
        else:
            score_folder(
                path,
                options.language or ("fr" if "fr" in path.name.split("-") else "en"),
                errors=options.errors,
                half=options.half,
            )


if __name__ == "__main__":
    sys.exit(main())
