"""Count the words of files that are in no article, in nothing that was left out, and in no account.

    python tests/benchmarks/bench_conservation.py FOLDER [--share 0.01] [--words 20]

Every folder below FOLDER that holds files is one row of the table. What a reader sees of a file is counted without any
of the program's readers (`tests/shared/visible_words.py`); PDF by `pdftotext`, if that is installed. A file breaks the
law if more than `--share` of its words, and more than two, are unaccounted for and it is not said to be partial.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "shared"))

from visible_words import lost_words, seen

from tui.importing.folder import walk
from tui.importing.read_file import FileReading
from tui.importing.sandbox.pool import readings

FEW = 2
"""Words that may always be missing: a page number, a sign."""


@dataclass
class Row:
    """What became of the files of one folder."""

    files: int = 0
    not_counted: int = 0
    words: int = 0
    lost: int = 0
    worst: float = 0.0
    over: int = 0
    partial: int = 0
    silent: int = 0


def of_pdf(path: Path) -> str | None:
    """Return the text of a PDF by another program, or None without it."""
    if shutil.which("pdftotext") is None:
        return None
    run = subprocess.run(["pdftotext", "-enc", "UTF-8", path, "-"], capture_output=True, check=False)
    text = run.stdout.decode("utf-8", "replace")
    return text.replace("-\n", "") if text else None


def is_told(reading: FileReading) -> bool:
    """Say whether the account says that not all was read."""
    return "partial" in reading.account.reason or not reading.articles


def main() -> None:
    """Print a row for each folder, and each file that breaks the law with some words that are missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--share", type=float, default=0.01)
    parser.add_argument("--words", type=int, default=20)
    asked = parser.parse_args()
    rows: dict[str, Row] = {}
    for reading in readings(asked.folder, list(walk(asked.folder)), lambda: False):
        path = asked.folder / reading.entry.path
        row = rows.setdefault(path.parent.name, Row())
        row.files += 1
        visible = of_pdf(path) if path.suffix == ".pdf" else seen(path.name, path.read_bytes())
        if visible is None:
            row.not_counted += 1
            continue
        count, missing = lost_words(visible, reading)
        row.words += count
        row.lost += missing.total()
        if missing.total() <= FEW:
            continue
        row.worst = max(row.worst, missing.total() / count)
        if missing.total() > asked.share * count:
            row.over += 1
            told = is_told(reading)
            row.partial += told
            row.silent += not told
            print(
                f"{reading.entry.path}: {missing.total():,} of {count:,}",
                "told" if told else "SILENT",
                sample(missing, asked.words),
            )
    print(f"{'folder':28} {'files':>5} {'words':>9} {'lost':>6} {'share':>7} {'worst':>7} over told silent uncounted")
    for name, row in [*sorted(rows.items()), ("all", total(rows))]:
        print(
            f"{name:28} {row.files:5} {row.words:9,} {row.lost:6,} {row.lost / max(1, row.words):7.3%} {row.worst:7.2%}"
            f" {row.over:4} {row.partial:4} {row.silent:6} {row.not_counted:9}"
        )


def sample(missing: Counter[str], most: int) -> str:
    return " ".join(word if times == 1 else f"{word}*{times}" for word, times in missing.most_common(most))


def total(rows: dict[str, Row]) -> Row:
    whole = Row()
    for row in rows.values():
        for name, value in vars(row).items():
            setattr(whole, name, max(whole.worst, value) if name == "worst" else getattr(whole, name) + value)
    return whole


if __name__ == "__main__":
    main()
