from __future__ import annotations

import unicodedata

import pytest

from tui.ui.widgets.reader import StopsEnded

HOSTILE = {
    "escape sequences": "A \x1b[31mred\x1b[0m boat \x1b]52;c;aGk=\x07 sank.",
    "control characters": "".join(map(chr, range(32))) + "\x7f" + "".join(map(chr, range(0x80, 0xA0))),
    "markup": "[bold]boat[/] [/2031] [@click=app.quit]x[/] [AFP]",
    "bidi controls": "boat \u202etaob\u202c \u2066x\u2069 \u200f.",
    "lone surrogates": "boat \ud800 \udfff sank",
    "odd line ends": "one\u2028two\u2029three\x0bfour\x0cfive\x85six\rseven\r\neight",
    "a word of 10,000 letters": "boat " + "a" * 10_000 + " sank",
    "a wide word of 10,000 letters": "船" * 10_000,
    "10,000 accents on one letter": "e" + "\u0301" * 10_000,
    "joined emoji": "👨\u200d👩\u200d👧\ufe0f" * 500,
    "nothing but spaces": " " * 10_000,
    "nothing but newlines": "\n" * 10_000,
    "tabs": "one\ttwo\t\tthree",
    "tags and annotations": "a\U000e0041b\ufff9c\ufffb",
}
FORBIDDEN = {"Cc", "Cs", "Zl", "Zp"}
"""Unicode categories of which nothing may reach the terminal."""


def check(strips, width):
    for strip in strips:
        assert strip.cell_length == width
        for letter in strip.text:
            assert unicodedata.category(letter) not in FORBIDDEN, repr(letter)
            assert letter not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
async def test_only_printable_text_is_painted_wherever_it_stands(sitting, reading, text):
    everywhere = reading(
        "boat|one|e", text, title=text, source=text, author=text, tags=(text,), left_out=(text,), retold=True
    )
    async with sitting(everywhere, (80, 24)) as somebody:
        for size in ((80, 24), (40, 12), (5, 3)):
            await somebody.pilot.resize_terminal(*size)
            for keys in ("x", "g", "vv", "G"):
                await somebody.press(*keys)
                rows = [somebody.reader.render_line(row) for row in range(somebody.reader.size.height)]
                check(rows, somebody.reader.size.width)


async def test_a_text_of_five_megabytes_opens_before_it_is_wrapped(sitting, reading):
    text = ("The ferry crossed the lake and came back empty. " * 12 + "\n\n") * 9000
    async with sitting(None, (80, 24)) as somebody:
        somebody.reader.show(reading(text=text))
        assert not somebody.reader.viewport.document.complete
        assert somebody.rows[4].startswith("The ferry crossed")
        await somebody.rest()
        assert somebody.reader.viewport.document.complete


@pytest.mark.parametrize(
    "text",
    [
        "The ferry crossed the lake. " * 40_000,
        ("The ferry crossed the lake. " * 3 + "\n\n") * 10_000,
        "The ferry 船 crossed the lake. " * 8_000 + "\n\nshort\n\n" * 20_000,
    ],
    ids=["one paragraph", "paragraphs", "of every width"],
)
async def test_the_text_in_sight_stays_while_the_rest_is_wrapped(sitting, reading, text):
    async with sitting(None, (80, 24)) as somebody:
        place = len(text) * 2 // 3
        somebody.reader.show(reading(text=text), place)
        before = somebody.rows
        somebody.reader.viewport.move_by(-3)
        somebody.reader.viewport.move_by(3)
        assert somebody.rows == before
        assert not somebody.reader.viewport.document.complete
        await somebody.rest()
        assert somebody.reader.viewport.document.complete
        assert somebody.rows == before


async def test_a_jump_in_an_unwrapped_text_shows_what_stands_there(sitting, reading):
    text = "".join(f"Line {number}.\n" for number in range(100_000))
    async with sitting(None, (80, 24)) as somebody:
        somebody.reader.show(reading(text=text))
        somebody.reader.action_edge(1)
        assert somebody.rows[-1] == "Line 99999."
        somebody.reader.scroll_to(y=50_000)
        before = somebody.rows
        await somebody.rest()
        assert somebody.rows == before


async def test_a_click_on_the_scrollbar_moves_at_once(sitting, reading):
    async with sitting(reading(text="A boat.\n\n" * 100), (80, 24)) as somebody:
        await somebody.press("G")
        bottom = somebody.reader.scroll_offset.y
        somebody.reader.vertical_scrollbar.action_scroll_up()
        await somebody.rest()
        assert somebody.reader.scroll_offset.y == bottom - 24
        assert not somebody.app.animator.is_being_animated(somebody.reader, "scroll_y")


async def test_the_text_stands_in_the_middle_but_never_far_from_the_left(sitting, reading):
    async with sitting(reading(), (80, 24)) as somebody:
        margins = []
        for width in (30, 75, 84, 140):
            await somebody.pilot.resize_terminal(width, 24)
            await somebody.rest()
            first = somebody.reader.render_line(0).text
            margins.append(len(first) - len(first.lstrip()))
        assert margins == [1, 1, 5, 8]


async def test_an_article_in_a_reader_that_was_cleared_is_gone(sitting, reading):
    async with sitting(reading(), (80, 24)) as somebody:
        somebody.reader.show(None)
        await somebody.rest()
        assert somebody.reader.reading is None
        assert somebody.rows[0] == "Nothing to read."
        assert not somebody.heard(StopsEnded)
