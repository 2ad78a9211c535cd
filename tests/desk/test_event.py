from __future__ import annotations

import pytest
from desk_events import anchor, article
from hypothesis import given
from hypothesis import strategies as st

from tui.desk.event import LAST, Event, Lines, Operation, Target, decode, encode, merged

EVENT = Event(1, "e1", "ada", "2024-05-06T12:00:00Z", 3, "note", Target(anchor=anchor()), {"text": "Überall"}, "", "b1")

LINE = b'{"v":1,"id":"e1","by":"ada","at":"","seq":1,"op":"star","target":{}}'

APART = [
    ("nothing", b"", 0, 0, 0),
    ("blank lines", b"\n\n  \n", 0, 0, 0),
    ("a line", LINE, 1, 0, 0),
    ("a line as Windows ends it", LINE + b"\r\n" + LINE.replace(b"e1", b"e2") + b"\r\n", 2, 0, 0),
    ("a byte order mark", b"\xef\xbb\xbf" + LINE + b"\n", 1, 0, 0),
    ("a line cut off between two", LINE + b"\n" + LINE[:40] + b"\n" + LINE.replace(b"e1", b"e2"), 2, 0, 1),
    ("marks of a merge", b"<<<<<<< ours\n" + LINE + b"\n=======\n>>>>>>> theirs\n", 1, 0, 3),
    ("a newer version", LINE.replace(b'"v":1', b'"v":2'), 0, 1, 0),
    ("a newer version in another form", b'{"v":7,"id":"e1","what":[1]}', 0, 1, 0),
    ("an operation that is not known", LINE.replace(b"star", b"colour"), 0, 1, 0),
    ("a field that is not known", LINE.replace(b'"target"', b'"mood":"good","target"'), 1, 0, 0),
    ("a sequence of no number", LINE.replace(b'"seq":1', b'"seq":"1"'), 0, 0, 1),
    ("a sequence of zero", LINE.replace(b'"seq":1', b'"seq":0'), 0, 0, 1),
    ("a sequence above all", LINE.replace(b'"seq":1', b'"seq":9007199254740993'), 0, 0, 1),
    ("a value of another kind", LINE.replace(b'"target":{}', b'"target":{},"body":{"text":5}'), 0, 0, 1),
    ("bytes that are no text", b"\xff\xfe\x00", 0, 0, 1),
    ("brackets without an end", b"[" * 100_000, 0, 0, 1),
]


@pytest.mark.parametrize(
    ("content", "events", "newer", "damaged"), [case[1:] for case in APART], ids=[c[0] for c in APART]
)
def test_lines_are_told_apart(content: bytes, events: int, newer: int, damaged: int) -> None:
    lines = decode(content)
    assert (len(lines.events), len(lines.newer), len(lines.damaged)) == (events, newer, damaged)


def test_an_event_is_one_line_that_can_be_read_back() -> None:
    line = encode(EVENT)
    assert "\n" not in line
    assert decode(line.encode()) == Lines((EVENT,))


@given(st.dictionaries(st.text(), st.text()), st.integers(1, LAST), st.sampled_from(Operation), st.text())
def test_whatever_is_written_is_read_back(body: dict[str, str], seq: int, op: Operation, quote: str) -> None:
    body = {
        key.encode("utf-8", "replace").decode(): one.encode("utf-8", "replace").decode() for key, one in body.items()
    }
    quote = quote.encode("utf-8", "replace").decode()
    event = Event(1, "x", "ada", "", seq, op.value, Target(article=article(), anchor=anchor(quote=quote)), body)
    assert decode(f"{encode(event)}\n".encode()).events == (event,)


@given(st.binary())
def test_no_bytes_raise(content: bytes) -> None:
    decode(content)


def test_a_union_has_each_line_once_in_one_order() -> None:
    first, second, third = (Event(1, f"{by}{n}", by, "", n, "star") for n, by in ((1, "ada"), (2, "bob"), (2, "ada")))
    assert merged([second, first], [third, first]) == merged([third], [first, second, second])
    assert [event.by for event in merged([second, third, first])] == ["ada", "ada", "bob"]


def test_two_lines_of_one_id_end_alike_in_every_order() -> None:
    one, other = (Event(1, "e1", "ada", "", 1, op) for op in ("star", "unstar"))
    assert merged([one], [other]) == merged([other], [one])
