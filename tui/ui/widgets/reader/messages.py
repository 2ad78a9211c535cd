"""What the reader says to its pane and its screen; each is also a name of `Reader`."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message


@dataclass
class PositionChanged(Message, namespace="reader"):
    """Another stop is the current one, or more of the text came in sight."""

    mark: int
    """The current mark, from 1; 0 where there is none."""
    marks: int
    percent: int
    """How much of the article lies above the lower edge, from 0 to 100."""
    date: int = 0
    """Which of the dates that the text names is under the cursor, from 1; 0 where none is."""
    dates: int = 0


class StopChosen(Message, namespace="reader"):
    """Another stop is under the cursor, or none; `Reader.date` says which date it is."""


class StopOpened(Message, namespace="reader"):
    """The stop under the cursor is to be followed."""

    def __init__(self, kind: str, value: object) -> None:
        super().__init__()
        self.kind = kind
        self.value = value
        """The `Timex` of a date."""


class StopsEnded(Message, namespace="reader"):
    """There is no further stop of a kind on this page."""

    def __init__(self, kind: str, direction: int, stops: int) -> None:
        super().__init__()
        self.kind = kind
        self.direction = direction
        """1 for the end, -1 for the beginning."""
        self.stops = stops
        """How many stops of the kind there are."""


class PageEnded(Message, namespace="reader"):
    """There is no further page in this article."""

    def __init__(self, direction: int) -> None:
        super().__init__()
        self.direction = direction
        """1 for the end of the article, -1 for its beginning."""


class ReadThrough(Message, namespace="reader"):
    """Somebody read an article to its end."""

    def __init__(self, ident: str) -> None:
        super().__init__()
        self.ident = ident
        """The article's id."""


class FindAsked(Message, namespace="reader"):
    """Somebody wants to type words to find."""


class FindChanged(Message, namespace="reader"):
    """Something else was found, or another find is shown."""

    def __init__(self, find: int, finds: int, sought: str) -> None:
        super().__init__()
        self.find = find
        """The find that is shown, from 1; 0 where nothing was found."""
        self.finds = finds
        self.sought = sought
        """The words; empty when nothing is sought any more."""


class FindLeft(Message, namespace="reader"):
    """A key of the page ended the search in the article."""


class Selecting(Message, namespace="reader"):
    """A selection by keys began, changed or ended."""

    def __init__(self, words: int) -> None:
        super().__init__()
        self.words = words
        """How many words are selected; 0 where the selection ended."""


class Copied(Message, namespace="reader"):
    """A passage is to be put on the clipboard."""

    def __init__(self, text: str, part: str) -> None:
        super().__init__()
        self.text = text
        """Whole paragraphs or a part of them, without soft line ends."""
        self.part = part
        """What of it: `quotation`, `text` or `citation`."""
