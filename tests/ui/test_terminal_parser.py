"""A paste that never ends takes no key for ever: ctrl+q is heard in it, and silence ends it."""

from __future__ import annotations

import pytest
from textual.events import Key, Paste

from tui.ui import terminal_parser
from tui.ui.terminal_parser import TerminalParser


def heard(parser: TerminalParser, *pieces: str) -> list[str]:
    """Return what pieces of input are heard as: keys by their names, pastes in quotation marks."""
    events = [event for piece in pieces for event in parser.feed(piece)]
    return [f"“{event.text}”" if isinstance(event, Paste) else event.key for event in events if _is_input(event)]


def _is_input(event: object) -> bool:
    return isinstance(event, Key | Paste)


PASTES = [
    ("whole", ["\x1b[200~Kidal\x1b[201~", "q"], ["“Kidal”", "q"]),
    ("in pieces", ["\x1b[20", "0~Ki", "dal\x1b[2", "01~", "q"], ["“Kidal”", "q"]),
    ("with a key that quits among other letters", ["\x1b[200~a\x11b\x1b[201~q"], ["“a\x11b”", "q"]),
    ("cut off, then ctrl+q", ["\x1b[200~Kidal", "\x11"], ["“Kidal”", "ctrl+q"]),
    ("cut off, then ctrl+c", ["\x1b[200~Kidal", "\x03", "q"], ["“Kidal”", "ctrl+c", "q"]),
    (
        "begun again behind one that was cut off",
        ["\x1b[200~a", "\x11", "\x1b[200~b\x1b[201~"],
        ["“a”", "ctrl+q", "“b”"],
    ),
    ("cut off, then ctrl+q of another protocol", ["\x1b[200~Kidal", "\x1b[113;5u"], ["“Kidal”", "ctrl+q"]),
    ("its end comes late", ["\x1b[200~a", "\x11", "\x1b[201~", "q"], ["“a”", "ctrl+q", "q"]),
    ("none", ["\x11", "q"], ["ctrl+q", "q"]),
]


@pytest.mark.parametrize(("pieces", "expected"), [case[1:] for case in PASTES], ids=[case[0] for case in PASTES])
def test_pastes_are_heard_so(pieces: list[str], expected: list[str]) -> None:
    assert heard(TerminalParser(), *pieces) == expected


def test_silence_ends_a_paste_and_not_before(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr(terminal_parser, "monotonic", lambda: now)
    parser = TerminalParser()
    assert heard(parser, "\x1b[200~Kidal", "q") == []
    now += 4
    assert list(parser.tick()) == []
    assert heard(parser, "q") == []
    now += 6
    [pasted] = parser.tick()
    assert isinstance(pasted, Paste)
    assert pasted.text == "Kidalqq"
    assert heard(parser, "q") == ["q"]
    now += 60
    assert list(parser.tick()) == []
