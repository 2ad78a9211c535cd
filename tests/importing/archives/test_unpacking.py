"""Room is used up once, by whoever takes the last of it."""

from __future__ import annotations

import bz2
import contextlib
import gzip
import io
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.errors import FileProblem
from tui.importing.archives import unpacking
from tui.importing.archives.unpacking import (
    UNPACKING_ERRORS,
    Budget,
    BudgetExceeded,
    ByteStream,
    GzipStreams,
    PackedStream,
    Packing,
    joined,
)
from tui.importing.limits import ARCHIVE_RATIO_BYTES


@given(st.integers(0, 100), st.lists(st.integers(0, 40), max_size=8))
def test_no_more_is_given_than_there_is(size: int, counts: list[int]) -> None:
    budget, taken = Budget(size), 0
    for count in counts:
        taken += count
        if taken > size:
            with pytest.raises(BudgetExceeded, match="the rest was not read"):
                budget.take(count)
        else:
            budget.take(count)


PACKERS = {
    Packing.STORED: bytes,
    Packing.RAW: lambda content: zlib.compress(content, wbits=-15),
    Packing.ZLIB: zlib.compress,
    Packing.GZIP: gzip.compress,
    Packing.BZIP2: bz2.compress,
}
CONTENT = st.tuples(st.binary(max_size=300), st.integers(1, 20_000)).map(lambda drawn: drawn[0] * drawn[1])


@given(st.sampled_from(list(Packing)), CONTENT, st.binary(max_size=9))
def test_what_was_packed_comes_out_and_what_follows_is_left(packing: Packing, content: bytes, after: bytes) -> None:
    packed = PACKERS[packing](content)
    after = b"" if packing is Packing.STORED else after
    stream = PackedStream(memoryview(packed + after), Budget(), packing)
    assert joined(stream) == content
    assert stream.whole
    assert stream.used == len(packed)


@given(st.sampled_from([Packing.RAW, Packing.ZLIB, Packing.GZIP, Packing.BZIP2]), CONTENT, st.data())
def test_what_was_cut_short_says_so(packing: Packing, content: bytes, data: st.DataObject) -> None:
    packed = PACKERS[packing](content)
    stream = PackedStream(memoryview(packed[: data.draw(st.integers(0, len(packed) - 1))]), Budget(), packing)
    assert content.startswith(joined(stream))
    assert not stream.whole


@pytest.mark.parametrize("packing", [Packing.RAW, Packing.ZLIB, Packing.GZIP, Packing.BZIP2])
def test_a_bomb_is_given_up_early(packing: Packing) -> None:
    stream = PackedStream(memoryview(PACKERS[packing](bytes(80 * 2**20))), Budget(), packing)
    pieces: list[bytes] = []
    with pytest.raises(FileProblem, match="a bomb"):
        pieces.extend(stream)
    assert max(map(len, pieces)) <= 2**20
    assert sum(map(len, pieces)) <= ARCHIVE_RATIO_BYTES + 2**20


def test_what_is_packed_as_texts_can_be_is_no_bomb() -> None:
    line = b"".join(b"%d herons came back to weir %d; " % (number, number * 7919 % 1000) for number in range(100_000))
    content = line * (1 + ARCHIVE_RATIO_BYTES // len(line))
    assert joined(PackedStream(memoryview(gzip.compress(content)), Budget(), Packing.GZIP)) == content


def test_all_streams_take_from_one_room() -> None:
    budget = Budget(150)
    assert joined(PackedStream(memoryview(bytes(100)), budget, Packing.STORED)) == bytes(100)
    with pytest.raises(BudgetExceeded):
        joined(PackedStream(memoryview(bytes(100)), budget, Packing.STORED))


def test_a_file_is_no_larger_in_an_archive_than_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "FILE_BYTES", 3)
    assert joined([b"a", b"bc"]) == b"abc"
    with pytest.raises(FileProblem, match="larger than"):
        joined([b"ab", b"cd"])


@given(st.binary(min_size=1, max_size=300))
def test_rubbish_raises_what_is_announced_and_nothing_else(content: bytes) -> None:
    for packing in Packing:
        with contextlib.suppress(*UNPACKING_ERRORS):
            joined(PackedStream(memoryview(content), Budget(), packing))
        joined(GzipStreams(content, Budget()))


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
