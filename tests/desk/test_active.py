from __future__ import annotations

import pytest

from tui.desk.active import holding, to_redo, to_undo
from tui.desk.event import Event


def events(*written: str) -> list[Event]:
    """Make events of `id by op [undoes] [batch]`, in their order; `-` is nothing."""
    made = []
    for number, line in enumerate(written, 1):
        ident, by, op, undoes, batch = [*line.split(), "-", "-"][:5]
        nothing = {"-": ""}
        made.append(
            Event(1, ident, by, "", number, op, undoes=nothing.get(undoes, undoes), batch=nothing.get(batch, batch))
        )
    return made


CASES = [
    ("nothing", [], "", "", ""),
    ("one", ["a ada star"], "a", "a", ""),
    ("undone", ["a ada star", "u ada undo a"], "", "", "u"),
    ("done again", ["a ada star", "u ada undo a", "r ada redo u"], "a", "a", ""),
    ("undone twice", ["a ada star", "u ada undo a", "r ada redo u", "v ada undo a"], "", "", "v"),
    ("two levels", ["a ada star", "b ada star", "u ada undo b", "v ada undo a"], "", "", "v"),
    (
        "two levels, one again",
        ["a ada star", "b ada star", "u ada undo b", "v ada undo a", "r ada redo v"],
        "a",
        "a",
        "u",
    ),
    ("something else since", ["a ada star", "u ada undo a", "b ada star"], "b", "b", ""),
    ("a look is no act", ["a ada star", "u ada undo a", "l ada look"], "l", "", "u"),
    ("of somebody else", ["a bob star"], "a", "", ""),
    ("somebody else in between", ["a ada star", "b bob star", "u ada undo a", "c bob star"], "bc", "", "u"),
    ("two undid it, one does it again", ["a ada star", "u ada undo a", "v bob undo a", "r bob redo v"], "", "", "u"),
    ("an undo before its event", ["u ada undo a", "a ada star"], "a", "a", ""),
    ("a circle", ["u ada undo v", "v ada undo u"], "", "", "v"),
    ("an action of two", ["x ada star", "a ada tag - 1", "b ada tag - 1"], "xab", "ba", ""),
    ("an action of two undone", ["a ada tag - 1", "b ada tag - 1", "u ada undo b 2", "v ada undo a 2"], "", "", "vu"),
]


@pytest.mark.parametrize(
    ("written", "hold", "undo", "redo"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_what_holds_and_what_comes_next(written: list[str], hold: str, undo: str, redo: str) -> None:
    made = events(*written)
    assert "".join(event.id for event in holding(made)) == hold
    assert "".join(event.id for event in to_undo(made, "ada")) == undo
    assert "".join(event.id for event in to_redo(made, "ada")) == redo
