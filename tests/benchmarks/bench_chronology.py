"""Measure how soon the chronology of a large dossier shows its first events, and what reading all of it takes.

    python tests/benchmarks/bench_chronology.py FOLDER [QUERY] [--cache FOLDER]

The dossier is read first if its cache is not ready. Seconds are those of the processor, so that a busy machine changes
them little; memory is the most that the process held.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from pathlib import Path

from tui.base.progress import never
from tui.chronology.telling import Sign
from tui.core.explorer import Explorer
from tui.core.view import Query

SCREEN = 15
"""Events on the first screen."""


def main() -> None:
    """Print the seconds until the first screen, until its words are read, and until all events are known."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("query", nargs="?", default="")
    parser.add_argument("--cache", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        explorer = Explorer.open(asked.folder, asked.cache or Path(scratch))
        explorer.refresh()
        explorer.explore(Query(asked.query))
        measure(explorer, Query(asked.query))
        explorer.close()


def measure(explorer: Explorer, query: Query) -> None:
    """Print what one chronology takes."""
    begun, shown, events, listed = time.process_time(), False, 0, []
    statements = explorer.statements(query)
    print(f"{statements.count():,} statements counted after {time.process_time() - begun:.3f} s")
    for batch in statements.events(never):
        events += len(batch)
        listed += [each.event for each in batch if each.signs & Sign.TELLING and not each.signs & Sign.FAR][:SCREEN]
        if len(listed) >= SCREEN and not shown:
            print(f"first screen after {time.process_time() - begun:.3f} s", end=", ")
            statements.entries(listed[:SCREEN])
            print(f"with its words after {time.process_time() - begun:.3f} s")
            shown = True
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{events:,} events after {time.process_time() - begun:.1f} s; {most} MB")


if __name__ == "__main__":
    main()
