"""Files made of other files, what the account says of those, and files that are damaged in a few places."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence

from hypothesis import strategies as st

from tui.errors import FileProblem
from tui.importing.parsed import RawFile
from tui.importing.read_file import FileReading, read_content
from tui.importing.registry import reader_of

ENTITIES = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
"""Makes `&b;` three times `&a;`: the smallest of the bombs of XML."""

OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
"""Makes `&a;` a file of the machine that reads."""


def zipped(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Write a zip archive."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return target.getvalue()


def read_as(name: str, content: bytes) -> FileReading:
    """Read a file with the reader that its name asks for."""
    reader = reader_of(name)
    assert reader is not None
    return read_content(RawFile(name, content), reader)


def members(reading: FileReading) -> list[str]:
    """Return the account of the files in an archive: path within it, outcome and reason."""
    archive = f"{reading.account.path}/"
    return [
        f"{member.path.removeprefix(archive)}: {member.outcome}{member.reason and ', '}{member.reason}"
        for member in reading.account.members
    ]


def damaged(whole: bytes, values: Sequence[int] = range(256), most: int = 8) -> st.SearchStrategy[bytes]:
    """Return the strategy of files in which up to `most` bytes are others, taken from `values`."""

    def changed(changes: Iterable[tuple[int, int]]) -> bytes:
        content = bytearray(whole)
        for place, value in changes:
            content[place] = value
        return bytes(content)

    change = st.tuples(st.integers(0, len(whole) - 1), st.sampled_from(values))
    return st.lists(change, min_size=1, max_size=most).map(changed)


def cut_short(wholes: st.SearchStrategy[bytes]) -> st.SearchStrategy[bytes]:
    """Return the strategy of those files, and of others of which the end is missing."""
    return wholes | st.tuples(wholes, st.integers(0)).map(lambda pair: pair[0][: pair[1] % len(pair[0])])


def reads_or_says_why(read: Callable[[RawFile], Iterable[object]], name: str, content: bytes) -> None:
    """Read a file to its end, or to a problem that is told in words; any other error is a fault of the reader."""
    try:
        list(read(RawFile(name, content)))
    except FileProblem as problem:
        assert str(problem)  # noqa: PT017 - any other error fails the test
