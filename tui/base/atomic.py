"""Atomic writing: a file is replaced as a whole, so that nobody ever reads half of it, not even after a crash."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def written_aside(path: Path, content: bytes) -> Iterator[Path]:
    """Write `content` to a temporary file beside `path`, sync it to the disk, and remove it after the block.

    The block renames it to `path`, or links it there. Raises `OSError` if it cannot be written.
    """
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with aside.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        yield aside
    finally:
        aside.unlink(missing_ok=True)


def replace_file(path: Path, content: bytes) -> None:
    """Write `content` to `path`, over the file that is there; raises `OSError` if it cannot be written."""
    with written_aside(path, content) as aside:
        os.replace(aside, path)
