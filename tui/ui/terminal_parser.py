"""What the terminal sends, read as Textual reads it, with an end for a paste whose end never comes.

A terminal brackets what is pasted between two marks. Where a line breaks off in between, or a program sends the first
mark alone, Textual takes every key as a part of the paste for ever, also the one that quits.
"""

from __future__ import annotations

from collections.abc import Iterable
from time import monotonic

from textual._xterm_parser import XTermParser
from textual.message import Message

_BEGIN, _END = "\x1b[200~", "\x1b[201~"
_QUITS = ("\x11", "\x03", "\x1b[113;5u", "\x1b[99;5u")
"""Ctrl+q and ctrl+c, also as Kitty's protocol writes them: alone in what comes at once they are keys, never pasted."""
_SILENCE = 5.0
"""Seconds without anything new after which a paste is at its end; a slow line stops for less."""


class TerminalParser(XTermParser):
    """Textual's parser; a paste ends with its mark, with ctrl+q or ctrl+c, or when nothing comes any more."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._tail = ""
        """The last characters, in which a mark may have begun."""
        self._pasting = False
        self._heard = 0.0

    def feed(self, data: str) -> Iterable[Message]:
        """Yield the events of characters; raises `ParseError` behind the end."""
        if self._pasting and data in _QUITS:
            yield from self._end_paste()
        seen = self._tail + data
        begin, end = seen.rfind(_BEGIN), seen.rfind(_END)
        if begin != end:  # at least one of them is there
            self._pasting = begin > end
        self._tail = seen[1 - len(_END) :]
        self._heard = monotonic()
        yield from super().feed(data)

    def tick(self) -> Iterable[Message]:
        """Yield what time alone completes; to be called several times a second."""
        yield from super().tick()
        if self._pasting and monotonic() - self._heard > _SILENCE:
            yield from self._end_paste()

    def _end_paste(self) -> Iterable[Message]:
        self._pasting, self._tail = False, ""
        yield from super().feed(_END)
