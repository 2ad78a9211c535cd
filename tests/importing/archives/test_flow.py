"""Bytes come out of a flow as they would out of a file, however they are cut up."""

from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st

from tui.importing.archives.flow import ByteStream

PIECES = st.lists(st.binary(max_size=12) | st.text("ab\n", max_size=12).map(str.encode), max_size=8)
STEPS = st.lists(st.tuples(st.sampled_from(["read", "line", "skip"]), st.integers(-1, 20)), max_size=20)


@given(PIECES, STEPS)
def test_a_flow_reads_as_a_file_does(pieces: list[bytes], steps: list[tuple[str, int]]) -> None:
    stream, file = ByteStream(iter(pieces)), io.BytesIO(b"".join(pieces))
    for step, count in steps:
        if step == "read":
            assert stream.read(count) == file.read(max(count, 0))
        elif step == "line":
            assert stream.line(count) == file.readline(max(count, 0))
        else:
            assert stream.skip(count) == len(file.read(max(count, 0)))
