"""Files: the folder of an index, whose open files are closed again where reading them fails half-way.

Import this module only through `tui.search.index`: it imports whoosh.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from whoosh.filedb.filestore import FileStorage


class Files(FileStorage):  # type: ignore[misc]
    """Whoosh's storage in a folder, which knows the files that it has opened."""

    def __init__(self, folder: str) -> None:
        super().__init__(folder)
        self._watched: list[Any] = []

    def open_file(self, name: str, **options: object) -> Any:  # noqa: ANN401
        """Open a file for reading."""
        stream = super().open_file(name, **options)
        self._watched.append(stream)
        return stream


@contextmanager
def closed_on_failure(storage: Any) -> Iterator[None]:  # noqa: ANN401
    """Close every file that is opened in the block if the block fails; in memory there is nothing to close."""
    if not isinstance(storage, Files):
        yield
        return
    storage._watched.clear()
    try:
        yield
    except BaseException:
        for stream in storage._watched:
            if not stream.is_closed:
                stream.close()
        raise
    finally:
        storage._watched.clear()
