"""Score the names of people, places and bodies against marked sentences, and measure the speed.

    python tests/benchmarks/bench_names.py MARKED.json [--half seen|unseen|all] [--language en] [--errors]
    python tests/benchmarks/bench_names.py --speed TEXT [...]

MARKED.json has `docs`, a list of whole texts, and `gold`, a list of {"doc": place in `docs`, "sent": [start, end],
"spans": [[start, end, optional], …], "lang", "seen"}. A name is found where both of its ends are equal; what lies over
an optional span counts neither way. Names that are uncertain by the text alone are not counted. No data comes with this
file.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import Any

from tui.names import Name, find_names


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("given", nargs="+", type=Path)
    parser.add_argument("--half", choices=("seen", "unseen", "all"), default="seen")
    parser.add_argument("--language", default="en")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--speed", action="store_true")
    asked = parser.parse_args()
    if asked.speed:
        measure([path.read_text(encoding="utf-8", errors="replace") for path in asked.given], asked.language)
        return
    marked = json.loads(asked.given[0].read_text(encoding="utf-8"))
    gold = [each for each in marked["gold"] if each["lang"] == asked.language]
    if asked.half != "all":
        gold = [each for each in gold if each["seen"] == (asked.half == "seen")]
    score(marked["docs"], gold, asked.language, asked.errors)


def score(docs: list[str], gold: list[dict[str, Any]], language: str, errors: bool) -> None:
    """Print precision, recall and F1 over sentences."""
    found: dict[int, tuple[Name, ...]] = {}
    right = wrong = missed = 0
    for each in gold:
        text, (start, end) = docs[each["doc"]], each["sent"]
        names = found.setdefault(each["doc"], find_names(text, language))
        optional = [span for span in each["spans"] if span[2]]
        wanted = {(span[0], span[1]) for span in each["spans"] if not span[2]}
        here = {
            (name.start, name.end)
            for name in names
            if name.certain and start <= name.start and name.end <= end
            if not any(name.start < span[1] and span[0] < name.end for span in optional)
        }
        right, wrong, missed = right + len(here & wanted), wrong + len(here - wanted), missed + len(wanted - here)
        for sign, spans in (("+", here - wanted), ("-", wanted - here)) if errors else ():
            for low, high in sorted(spans):
                print(
                    sign,
                    each["doc"],
                    repr(text[max(0, low - 30) : low]),
                    repr(text[low:high]),
                    repr(text[high : high + 20]),
                )
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"{len(gold)} sentences, {right + missed} names: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")


def measure(texts: list[str], language: str) -> None:
    """Print words a second of processor time."""
    find_names(texts[0], language)
    begin = time.process_time()
    for text in texts:
        find_names(text, language)
    words = sum(len(text.split()) for text in texts)
    print(f"{words:,} words, {words / (time.process_time() - begin):,.0f} a second")


if __name__ == "__main__":
    main()
