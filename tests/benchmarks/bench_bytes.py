"""Count what a slow line has to carry: the bytes of a first start, and of each letter of a query, in a real terminal.

    python tests/benchmarks/bench_bytes.py [FOLDER] [--words "camp withdrawal"]

A first start ends when nothing more comes for two seconds; a letter, after half a second without a byte. Bytes do not
depend on how fast the machine is, but what comes of several letters together does: it should be idle.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from bench_start import PROGRAM, environment
from terminal import Terminal

SIZES = ((80, 24), (120, 36), (160, 45))


def sent(terminal: Terminal, keys: bytes, quiet: float) -> int:
    """Send keys; return how many bytes come until all is quiet."""
    before = len(terminal.chunks)
    terminal.press(keys, quiet)
    return sum(len(piece) for _, piece in terminal.chunks[before:])


def main() -> None:
    """Print the figures for each size."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("folder", nargs="?", type=Path)
    options.add_argument("--words", default="camp withdrawal")
    chosen = options.parse_args()
    command = [str(PROGRAM), *([str(chosen.folder)] if chosen.folder else [])]
    for columns, rows in SIZES:
        with tempfile.TemporaryDirectory() as cache:
            home = environment(Path(cache))
            terminal = Terminal(command, home, columns, rows)
            try:
                terminal.wait_for("search for anything")
                sent(terminal, b"", 2.0)
                start = sum(len(piece) for _, piece in terminal.chunks)
                sent(terminal, b"/", 1.0)
                letters = [sent(terminal, letter.encode(), 0.5) for letter in chosen.words]
            finally:
                terminal.close()
        print(
            f"{columns}x{rows}: first start {start:,} bytes; a letter of “{chosen.words}”: "
            f"worst {max(letters):,}, mean {sum(letters) // len(letters):,} bytes"
        )


if __name__ == "__main__":
    main()
