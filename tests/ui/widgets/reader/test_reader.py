from __future__ import annotations

import pytest

from tui.ui.widgets.reader import Copied, PageEnded, PositionChanged, Reader, StopsEnded

LONG = "Boats lie in the harbour. " * 30 + "The ministry knows.\n\n" + "They wait for water.\n\n" * 30
SIZES = [(80, 24), (40, 12), (140, 40)]


async def test_somebody_has_not_chosen_an_article_yet(sitting):
    async with sitting() as somebody:
        assert somebody.rows[0] == "Nothing to read."
        await somebody.press("j", "space", "n", "slash", "x", "v", "y")
        assert [message for message in somebody.app.said if not isinstance(message, StopsEnded)] == [
            *somebody.heard(PageEnded)
        ]


async def test_somebody_opens_an_article_and_sees_who_says_so_and_when(sitting, reading):
    async with sitting(reading(author="Mira Tolen", tags=("lake",)), (80, 24)) as somebody:
        assert somebody.rows[:7] == [
            "The last ferry leaves",
            "Lake Post · 22 May 2031 (from the date line)",
            "by Mira Tolen · 76 words · 1 min · English",
            "tags: lake",
            "",
            "The last ferry left the harbour of Orma on Sunday night. Nobody waved.",
            "",
        ]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_an_article_is_read_whole_at_every_size(sitting, reading, size):
    shown = reading("harbour")
    async with sitting(shown, size, place=0) as somebody:
        seen = [*somebody.rows]
        while somebody.reader.viewport.move_by(1):
            await somebody.rest()
            seen.append(somebody.rows[-1])
        assert " ".join(" ".join(seen).split()).endswith(" ".join(shown.article.text.split()))


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_no_line_is_longer_than_the_measure_or_touches_the_edge(sitting, reading, size):
    async with sitting(reading(), size) as somebody:
        for row in somebody.rows:
            assert len(row) <= min(72, size[0] - 3)
        assert all(somebody.reader.render_line(row).text.startswith(" ") for row in range(size[1]))


async def test_somebody_opens_an_article_at_its_first_mark(sitting, reading):
    async with sitting(reading("ministry", LONG), (40, 12)) as somebody:
        assert "ministry" in somebody.rows[4]
        assert somebody.styled("reverse") == ["ministry"]
        assert somebody.heard(PositionChanged)[-1].mark == 1


async def test_a_first_mark_that_is_in_sight_leaves_the_header_there(sitting, reading):
    async with sitting(reading("ferry"), (80, 24)) as somebody:
        assert somebody.rows[0] == "The last ferry leaves"
        assert somebody.styled("reverse") == ["ferry"]
        assert "ferry" in somebody.styled("underline")


async def test_an_article_left_in_the_middle_is_found_there_again(sitting, reading):
    one, other = reading(number=1), reading(number=2, text="Short.")
    async with sitting(one, (40, 12)) as somebody:
        await somebody.press("space", "j")
        place, rows = somebody.reader.line, somebody.rows
        await somebody.show(other)
        assert somebody.reader.line == 0
        await somebody.show(one, place)
        assert somebody.rows == rows


async def test_the_text_at_the_top_stays_when_the_window_changes(sitting, reading):
    text = "\n\n".join(f"Paragraph {number} " + "tells of the lake and its boats. " * 6 for number in range(60))
    async with sitting(reading(text=text), (80, 24), place=text.index("Paragraph 30")) as somebody:
        for size in (SIZES[1], SIZES[2], SIZES[0], (61, 17), (80, 24)):
            await somebody.pilot.resize_terminal(*size)
            await somebody.rest()
            assert somebody.rows[0].startswith("Paragraph 30 tells")


async def test_an_article_shown_before_the_pane_has_a_size_opens_at_its_mark_later(sitting, reading):
    async with sitting(None, (40, 12)) as somebody:
        somebody.reader.display = False
        await somebody.rest()
        await somebody.show(reading("ministry"))
        somebody.reader.display = True
        await somebody.rest()
        assert "ministry" in somebody.text


async def test_somebody_reads_on_to_the_end_and_beyond(sitting, reading):
    async with sitting(reading(), (40, 12)) as somebody:
        pages = 0
        while not somebody.heard(PageEnded):
            await somebody.press("space")
            pages += 1
        assert somebody.heard(PageEnded)[0].direction == 1
        assert pages > 1
        assert somebody.heard(PositionChanged)[-1].percent == 100
        await somebody.press(*["b"] * pages)
        assert somebody.rows[0] == "The last ferry leaves"
        assert somebody.heard(PageEnded)[-1].direction == -1


async def test_a_page_keeps_two_lines_of_the_one_before(sitting, reading):
    async with sitting(reading(text=LONG), (40, 12)) as somebody:
        before = somebody.rows
        await somebody.press("space")
        assert somebody.rows[:2] == before[-2:]


async def test_somebody_goes_to_the_end_and_to_the_top(sitting, reading):
    async with sitting(reading(), (40, 12)) as somebody:
        await somebody.press("G")
        assert somebody.rows[-1] == "the lake does."
        await somebody.press("g")
        assert somebody.rows[0] == "The last ferry leaves"
        await somebody.press("j", "j", "k")
        assert somebody.rows[0] == "Lake Post · 22 May 2031 (from the"


async def test_every_line_can_be_the_first_one_in_sight(sitting, reading):
    async with sitting(reading(), (40, 12)) as somebody:
        await somebody.press("G")
        bottom = somebody.reader.scroll_offset.y
        for row in range(bottom, 0, -1):
            assert somebody.reader.scroll_offset.y == row
            await somebody.press("k")
        assert somebody.reader.scroll_offset.y == 0


async def test_somebody_walks_the_marks_and_on(sitting, reading):
    async with sitting(reading("harbour|ferry"), (40, 12)) as somebody:
        walked = []
        while not somebody.heard(StopsEnded):
            walked.append((somebody.heard(PositionChanged)[-1].mark, *somebody.styled("reverse")))
            await somebody.press("n")
        assert walked == [
            (1, "ferry"),
            (2, "harbour"),
            (3, "harbour"),
            (4, "harbour"),
            (5, "ferry"),
        ]
        assert somebody.heard(StopsEnded)[0].direction == 1
        await somebody.press("N")
        assert somebody.heard(PositionChanged)[-1].mark == 4
        await somebody.press(*"NNNN")
        assert somebody.heard(StopsEnded)[-1].direction == -1


async def test_after_scrolling_away_the_next_mark_is_the_next_in_sight(sitting, reading):
    text = "\n\n".join(f"lamp{number} stands here." for number in range(60))
    async with sitting(reading(r"lamp\d+", text), (40, 12)) as somebody:
        await somebody.press("space", "space", "space")
        first = next(row for row in somebody.rows if row).split()[0]
        await somebody.press("n")
        assert somebody.styled("reverse") == [first]


async def test_the_screen_can_come_in_from_behind(sitting, reading):
    async with sitting(reading("harbour|ferry"), (40, 12)) as somebody:
        somebody.reader.show(reading("harbour|ferry", number=2), last_mark=True)
        await somebody.rest()
        assert somebody.heard(PositionChanged)[-1].mark == 5
        assert somebody.styled("reverse") == ["ferry"]


async def test_the_place_is_told_only_when_it_changes(sitting, reading):
    async with sitting(reading("ferry", text="A ferry."), (80, 24)) as somebody:
        told = len(somebody.heard(PositionChanged))
        await somebody.press("j", "k", "g", "G")
        assert len(somebody.heard(PositionChanged)) == told


async def test_somebody_makes_the_lines_shorter_and_longer(sitting, reading):
    async with sitting(reading(), (140, 40)) as somebody:
        await somebody.press(*["less_than_sign"] * 3)
        assert somebody.reader.viewport.document.measure == 60
        await somebody.press(*["less_than_sign"] * 9)
        assert somebody.reader.viewport.document.measure == 40
        assert max(map(len, somebody.rows)) <= 40
        await somebody.press(*["greater_than_sign"] * 30)
        assert somebody.reader.viewport.document.measure == 120


async def test_the_lines_are_never_longer_than_the_pane(sitting, reading):
    async with sitting(reading(), (60, 20)) as somebody:
        await somebody.press("greater_than_sign")
        assert somebody.reader.viewport.document.measure == 56
        await somebody.press("less_than_sign")
        assert somebody.reader.viewport.document.measure == 52


async def test_somebody_looks_at_what_was_left_out(sitting, reading):
    async with sitting(reading(left_out=("Share this.", "[Read also] boats")), (80, 24)) as somebody:
        assert "2 lines of the file left out · x shows them" in somebody.rows
        await somebody.press("x")
        at = somebody.rows.index("2 lines of the file left out · x hides them")
        assert somebody.rows[at + 1 : at + 3] == ["┊ Share this.", "┊ [Read also] boats"]
        await somebody.press("x")
        assert "┊ Share this." not in somebody.rows


async def test_what_was_left_out_is_brought_in_sight(sitting, reading):
    async with sitting(reading(left_out=("Share this.",)), (40, 12)) as somebody:
        await somebody.press("x")
        assert "┊ Share this." in somebody.rows


async def test_another_article_hides_its_lines_again(sitting, reading):
    async with sitting(reading(left_out=("Share this.",)), (80, 24)) as somebody:
        await somebody.press("x")
        await somebody.show(reading(number=2, left_out=("Share that.",)))
        assert "┊ Share that." not in somebody.rows


async def test_marks_are_seen_in_the_title_too(sitting, reading):
    async with sitting(reading("leaves"), (80, 24)) as somebody:
        assert somebody.styled("underline") == ["leaves"]


async def test_keys_that_only_move_a_selection_are_left_to_others_without_one(sitting, reading):
    async with sitting(reading(), (80, 24)) as somebody:
        keys = ["h", "right", "w", "o", "enter", "escape", "J", "q"]
        await somebody.press(*keys)
        assert somebody.app.taken == keys
        await somebody.press("v", *keys)
        assert somebody.app.taken[len(keys) :] == ["escape", "J", "q"]


def test_every_key_can_be_changed_and_says_what_it_does():
    names = [binding.id for binding in Reader.BINDINGS]
    assert all(name and name.startswith("reader.") for name in names)
    assert len(set(names)) == len(names)
    assert all(binding.description for binding in Reader.BINDINGS)


def test_no_key_is_one_that_the_program_never_binds():
    keys = {key for binding in Reader.BINDINGS for key in binding.key.split(",")}
    assert not keys & {"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+z", "ctrl+s", "tab", "ctrl+p", "ctrl+q", "ctrl+c"}


async def test_a_passage_that_is_led_to_is_selected_and_in_sight(sitting, reading):
    shown = reading("decision")
    text = shown.article.text
    start = text.index("harbour and its debts")
    async with sitting(shown, (40, 12)) as somebody:
        somebody.reader.select((start, start + len("harbour")))
        await somebody.rest()
        assert somebody.reader.selection.text == "harbour"
        assert somebody.reader.stops["mark"].current is None
        sight = somebody.reader.viewport.sight
        assert sight.first <= start < sight.last
        await somebody.press("c")
        assert somebody.heard(Copied)[-1].part == "citation"
