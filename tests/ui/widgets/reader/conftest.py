"""A reader alone in an application, somebody in front of it, and an article for it."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.pilot import Pilot

from tui.core.view import Reading
from tui.dossier.article import Article, Provenance, PublishedDate
from tui.ui.widgets.reader import Copied, Reader

PARAGRAPHS = (
    "The last ferry left the harbour of Orma on Sunday night. Nobody waved.",
    "“We keep the lamps,” said the harbour master, “and nothing else.” He has served since 1998, he said.",
    "Fishermen on the eastern shore call the decision a well-planned insult; two of them, both from Tess, have "
    "written to the ministry about the harbour and its debts.",
    "The ministry answered in one line. A ferry will come back, it wrote, when the lake does.",
)


class Alone(App[None]):
    """An application that holds one reader and keeps what it says, and which keys it lets pass."""

    BINDINGS = tuple(Binding(key, f"take('{key}')") for key in ("h", "right", "w", "o", "enter", "escape", "J", "q"))

    def __init__(self) -> None:
        super().__init__()
        self.said: list[Message] = []
        self.taken: list[str] = []
        self.dates: list[object] = []
        """The date under the cursor, each time that it changed."""

    def action_take(self, key: str) -> None:
        self.taken.append(key)

    def compose(self) -> ComposeResult:
        reader = Reader(id="reader")
        reader.head, reader.waits = True, False
        yield reader

    def on_reader_position_changed(self, message: Message) -> None:
        self.said.append(message)

    on_reader_stops_ended = on_reader_position_changed
    on_reader_page_ended = on_reader_position_changed
    on_reader_find_asked = on_reader_position_changed
    on_reader_find_changed = on_reader_position_changed
    on_reader_find_left = on_reader_position_changed
    on_reader_copied = on_reader_position_changed

    def on_reader_stop_chosen(self, message: Message) -> None:
        self.said.append(message)
        self.dates.append(self.query_one(Reader).date)

    on_reader_stop_opened = on_reader_position_changed


class Sitting:
    """Somebody with a reader before them."""

    def __init__(self, app: Alone, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot
        self.reader = app.query_one(Reader)

    async def rest(self) -> None:
        """Wait until everything is wrapped and painted."""
        for _ in range(3):
            await self.app.workers.wait_for_complete()
            await self.pilot.pause(0)

    async def press(self, *keys: str) -> None:
        for key in keys:
            self.app.simulate_key(key)
            await self.rest()

    async def show(self, reading: Reading, place: int | None = None) -> None:
        self.reader.show(reading, place)
        await self.rest()

    @property
    def rows(self) -> list[str]:
        """The rows of the reader as they are painted, without the space around them."""
        return [self.reader.render_line(row).text.strip() for row in range(self.reader.size.height)]

    @property
    def text(self) -> str:
        return "\n".join(self.rows)

    def heard(self, kind: type[Message]) -> list[Message]:
        """Everything of a kind that the reader said so far."""
        return [message for message in self.app.said if type(message) is kind]

    @property
    def copied(self) -> str | None:
        """What was copied last."""
        return next((message.text for message in reversed(self.heard(Copied))), None)

    def styled(self, what: str) -> list[str]:
        """The painted pieces that are, for instance, `reverse`; neighbours are joined."""
        pieces: list[str] = []
        before = False
        for row in range(self.reader.size.height):
            for segment in self.reader.render_line(row):
                now = bool(segment.style is not None and getattr(segment.style, what))
                if now:
                    pieces[-1:] = [pieces[-1] + segment.text] if before else [*pieces[-1:], segment.text]
                before = now
        return pieces


def _article(text: str = "", **known: object) -> Article:
    known = {
        "id": "abcdefghij",
        "path": "a.md",
        "title": "The last ferry leaves",
        "source": "Lake Post",
        "published": PublishedDate.from_iso("2031-05-22", Provenance.DATE_LINE),
        "language": "en",
        **known,
    }
    text = text or "\n\n".join(PARAGRAPHS)
    return Article(text=text, words=len(text.split()), **known)


@pytest.fixture
def article():
    """Make an article; its text is four paragraphs unless another one is given."""
    return _article


@pytest.fixture
def reading():
    """Make a reading: an article whose words that match a pattern are marked."""

    def made(pattern: str = "", text: str = "", number: int = 1, **known: object) -> Reading:
        article = _article(text, **known)
        spans = [
            tuple(place.span() for place in re.finditer(pattern, part)) if pattern else ()
            for part in (article.text, article.title)
        ]
        return Reading(number, article, *spans)

    return made


@pytest.fixture
def sitting():
    """Open a reader of a given size, with a reading or empty."""

    @asynccontextmanager
    async def opened(
        reading: Reading | None = None, size: tuple[int, int] = (80, 24), place: int | None = None
    ) -> AsyncIterator[Sitting]:
        app = Alone()
        async with app.run_test(size=size) as pilot:
            somebody = Sitting(app, pilot)
            somebody.reader.focus()
            await somebody.rest()
            if reading is not None:
                await somebody.show(reading, place)
            yield somebody

    return opened
