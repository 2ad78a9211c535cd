from __future__ import annotations

import os
import sys

import pytest

from tui.ui.terminal_background import background_in, named_background, terminal_background, typed_in


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (b"\x1b]11;rgb:1515/1818/1c1c\x1b\\\x1b[?62;22c", "dark"),
        (b"\x1b]11;rgb:fafa/f8f8/f3f3\x07\x1b[?1;2c", "light"),
        (b"\x1b]11;rgba:ff/ff/ff/ff\x1b\\", "light"),
        (b"\x1b[?62;22c", ""),
        (b"", ""),
        (b"\x1b]11;rgb:zz/00/00\x1b\\", ""),
    ],
)
def test_an_answer_says_how_dark_it_is(answer: bytes, said: str):
    assert background_in(answer) == said


@pytest.mark.parametrize(("colours", "said"), [("15;0", "dark"), ("0;15", "light"), ("0;default;7", "light"), ("", "")])
def test_some_terminals_name_their_colours(colours: str, said: str):
    assert named_background(colours) == said
    assert terminal_background({"COLORFGBG": colours, "TERM": "dumb"}) == (said, "")


def test_what_is_typed_meanwhile_is_not_lost():
    assert typed_in(b"T\x1b]11;rgb:00/00/00\x07n\x1b[?6c") == "Tn"
    assert typed_in(b"\x1b[A\x1b[?6c") == ""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_a_terminal_that_answers_is_followed(monkeypatch: pytest.MonkeyPatch):
    import pty
    import threading

    ours, theirs = pty.openpty()
    asked: list[bytes] = []

    def answer() -> None:
        asked.append(os.read(ours, 100))
        os.write(ours, b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?62c")

    thread = threading.Thread(target=answer)
    thread.start()
    with open(theirs, "rb", buffering=0, closefd=False) as source, open(theirs, "wb", 0, closefd=False) as target:
        monkeypatch.setattr(sys, "stdin", source)
        monkeypatch.setattr(sys, "stdout", target)
        assert terminal_background({"TERM": "xterm-256color"}) == ("light", "")
        assert terminal_background({"TERM": "xterm-256color", "SSH_TTY": "/dev/pts/1"}) == ("", "")
    thread.join()
    assert asked == [b"\x1b]11;?\x1b\\\x1b[c"]
    os.close(ours)
    os.close(theirs)
