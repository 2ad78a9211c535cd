"""Damage one file of the cache after another, and ask: `python tests/endurance/damage.py --seed 1 --count 1000`.

Every answer must be the one of a sound cache, at once or, where the command says in a sentence that it could not
answer, at the next call. A damage that ends in anything else is named by its number; `--only NUMBER` makes it again.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1] / "shared")]

from enduring import QUESTIONS, Answer, ask

from tui.base.locations import bundled_dossier

ASKED = 3
"""Questions after each damage, in an order of its own."""

SIZES = (1, 8, 64, 512, 4096)


def damage(path: Path, chance: random.Random) -> str:
    """Damage a file in one way and say which."""
    content = bytearray(path.read_bytes())
    kind = chance.choice(("zeros", "bit", "byte", "noise", "cut", "empty", "gone", "longer", "moved"))
    at, size = chance.randrange(len(content)), chance.choice(SIZES)
    size = min(size, len(content) - at)
    if kind == "zeros":
        content[at : at + size] = bytes(size)
    elif kind == "bit":
        content[at] ^= 1 << chance.randrange(8)
    elif kind == "byte":
        content[at] = chance.randrange(256)
    elif kind == "noise":
        content[at : at + size] = chance.randbytes(size)
    elif kind == "cut":
        del content[at:]
    elif kind == "empty":
        content.clear()
    elif kind == "longer":
        content += chance.randbytes(size)
    elif kind == "moved":
        source = chance.randrange(len(content) - size + 1)
        content[at : at + size] = content[source : source + size]
    if kind == "gone":
        path.unlink()
    else:
        path.write_bytes(content)
    return f"{kind} at {at}, {size} bytes"


def judged(truth: dict[tuple[str, ...], Answer], dossier: Path, chance: random.Random) -> str:
    """Ask some questions; return what is wrong with an answer, or nothing."""
    for words in chance.sample(QUESTIONS, ASKED):
        found = ask(words, dossier)
        if found[0] == "traceback":
            return f"traceback: {' '.join(words)}\n{found[2]}"
        again = ask(words, dossier) if found[0] == 2 else found
        if again[:2] != truth[words][:2]:
            return f"{'fails' if again[0] == 2 else 'wrong'}: {' '.join(words)}: {again[2]}"
    return ""


def run(asked: argparse.Namespace, folder: Path) -> Counter[str]:
    """Make the damages and return how many ended how."""
    os.environ["MALI_TUI_CACHE"] = str(folder / "cache")
    os.environ["MALI_TUI_DATA"], os.environ["MALI_TUI_STATE"] = str(folder / "data"), str(folder / "state")
    dossier = folder / "dossier"
    shutil.copytree(bundled_dossier(), dossier)
    ask(("list", "--json"), dossier)
    truth = {words: ask(words, dossier) for words in QUESTIONS}
    shutil.copytree(folder / "cache", folder / "sound")
    files = [file for file in sorted((folder / "sound").rglob("*")) if file.is_file() and file.stat().st_size]
    counted: Counter[str] = Counter()
    for number in [asked.only] if asked.only is not None else range(asked.count):
        chance = random.Random(f"{asked.seed} {number}")
        shutil.rmtree(folder / "cache")
        shutil.copytree(folder / "sound", folder / "cache")
        path = folder / "cache" / chance.choice(files).relative_to(folder / "sound")
        how = damage(path, chance)
        problem = judged(truth, dossier, chance)
        counted[problem.partition(":")[0] or "as a sound cache"] += 1
        if problem:
            print(f"{number}: {path.name}, {how}: {problem}", flush=True)
    return counted


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--only", type=int)
    with tempfile.TemporaryDirectory() as place:
        ended = run(parser.parse_args(), Path(place))
    print(json.dumps(ended))
    sys.exit(set(ended) != {"as a sound cache"})
