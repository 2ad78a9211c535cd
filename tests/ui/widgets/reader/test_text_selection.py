from __future__ import annotations

from tui.ui.widgets.reader import FindLeft, Reader


async def test_somebody_copies_the_word_the_sentence_the_paragraph(sitting, reading):
    async with sitting(reading("decision"), (40, 12)) as somebody:
        await somebody.press("v", "y")
        assert somebody.copied == "decision"
        await somebody.press("v", "v", "y")
        sentence = somebody.copied
        assert sentence.startswith("Fishermen on the eastern shore")
        assert sentence.endswith("harbour and its debts.")
        assert "\n" not in sentence
        await somebody.press("n", "y")
        assert somebody.copied == sentence


async def test_a_selection_that_grows_is_seen_from_its_beginning_on(sitting, reading):
    told = (
        "The pier {0} was shut, and all that the town and its harbour ever heard of it for many weeks was a long "
        "notice of word{0}."
    )
    text = "\n\n".join(f"{told.format(number)} Nobody asked." for number in range(12))
    async with sitting(reading("word7", text), (24, 7)) as somebody:
        viewport = somebody.reader.viewport
        await somebody.press("v")
        assert viewport.shows(somebody.reader.selection.spots[0])
        for _ in range(2):  # the sentence, then the paragraph
            await somebody.press("v")
            assert viewport.shows(somebody.reader.selection.spots[0])
            assert somebody.app.screen.get_selected_text().startswith("The pier 7")


async def test_somebody_copies_a_paragraph_without_selecting(sitting, reading):
    async with sitting(reading(), (40, 12)) as somebody:
        await somebody.press("y")
        assert somebody.copied == "The last ferry left the harbour of Orma on Sunday night. Nobody waved."


async def test_somebody_extends_a_selection_and_drops_it(sitting, reading):
    async with sitting(reading("ferry"), (40, 12)) as somebody:
        await somebody.press("v", "w", "l", "right", "h")
        assert somebody.app.screen.get_selected_text() == "ferry left "
        await somebody.press("o", "b", "enter")
        assert somebody.copied == "last ferry left "
        assert somebody.app.screen.get_selected_text() is None
        await somebody.press("v", "escape")
        assert somebody.reader.selection.spots is None
        assert not somebody.heard(FindLeft)


async def test_somebody_selects_by_lines_beyond_what_is_in_sight(sitting, reading):
    async with sitting(reading(), (40, 12)) as somebody:
        await somebody.press("v", *["down"] * 9)
        assert somebody.reader.scroll_offset.y > 0
        await somebody.press("y")
        assert somebody.copied.startswith(
            "The last ferry left the harbour of Orma on Sunday night. Nobody waved.\n\n“We"
        )
        assert somebody.copied.count("\n") == 4


async def test_a_copy_of_everything_is_the_text_itself(sitting, reading):
    shown = reading()
    async with sitting(shown, (40, 12)) as somebody:
        await somebody.press("v", "G", "y")
        assert somebody.copied == shown.article.text


async def test_keys_pressed_in_one_breath_lose_nothing(sitting, reading):
    async with sitting(reading("decision"), (40, 12)) as somebody:
        await somebody.pilot.press("v", "w", "y")
        await somebody.rest()
        assert somebody.copied == "decision a"


async def test_somebody_drags_the_mouse_over_line_ends(sitting, reading):
    async with sitting(reading(), (40, 24)) as somebody:
        first = next(y for y, row in enumerate(somebody.rows) if row.startswith("The last ferry left"))
        await somebody.pilot.mouse_down(Reader, offset=(5, first))
        await somebody.pilot.hover(Reader, offset=(3, first + 1))
        await somebody.pilot.hover(Reader, offset=(4, first + 1))
        await somebody.pilot.mouse_up(Reader, offset=(4, first + 1))
        await somebody.rest()
        selected = somebody.app.screen.get_selected_text()
        assert selected.startswith("last ferry left the harbour of")
        assert "\n" not in selected
        await somebody.press("y")
        assert somebody.copied == selected


async def test_a_drag_over_a_blank_line_selects_no_further_than_the_mouse(sitting, reading):
    async with sitting(reading(), (80, 24)) as somebody:
        first = next(y for y, row in enumerate(somebody.rows) if row.startswith("The last ferry left"))
        await somebody.pilot.mouse_down(Reader, offset=(7, first))
        await somebody.pilot.hover(Reader, offset=(30, first + 1))
        await somebody.rest()
        assert somebody.app.screen.get_selected_text() == somebody.rows[first][4:]
        await somebody.pilot.hover(Reader, offset=(0, first + 2))
        await somebody.rest()
        assert somebody.app.screen.get_selected_text() == somebody.rows[first][4:]
        await somebody.pilot.mouse_up(Reader, offset=(0, first + 2))


async def test_a_selection_over_the_header_has_no_margins(sitting, reading):
    async with sitting(reading(), (80, 24)) as somebody:
        await somebody.pilot.mouse_down(Reader, offset=(0, 0))
        await somebody.pilot.hover(Reader, offset=(40, 3))
        await somebody.pilot.hover(Reader, offset=(40, 4))
        await somebody.pilot.mouse_up(Reader, offset=(40, 4))
        await somebody.rest()
        assert somebody.app.screen.get_selected_text().split("\n")[0] == "The last ferry leaves"


async def test_a_double_click_selects_a_word_and_a_triple_one_the_paragraph(sitting, reading):
    async with sitting(reading(), (80, 24)) as somebody:
        first = next(y for y, row in enumerate(somebody.rows) if row.startswith("The last ferry left"))
        await somebody.pilot.click(Reader, offset=(13, first), times=2)
        await somebody.rest()
        assert somebody.app.screen.get_selected_text() == "ferry"
        await somebody.pilot.click(Reader, offset=(13, first), times=3)
        await somebody.rest()
        assert somebody.app.screen.get_selected_text().endswith("Nobody waved.")


async def test_keys_go_on_with_what_the_mouse_selected(sitting, reading):
    async with sitting(reading(), (80, 24)) as somebody:
        first = next(y for y, row in enumerate(somebody.rows) if row.startswith("The last ferry left"))
        await somebody.pilot.click(Reader, offset=(13, first), times=2)
        await somebody.press("v", "w", "y")
        assert somebody.copied == "ferry left"


async def test_another_article_drops_the_selection(sitting, reading):
    async with sitting(reading(), (80, 24)) as somebody:
        await somebody.press("v")
        await somebody.show(reading(number=2))
        assert somebody.app.screen.get_selected_text() is None
        assert not somebody.reader.selection.by_keys


async def test_a_selection_stays_when_the_window_changes(sitting, reading):
    async with sitting(reading("decision"), (80, 24)) as somebody:
        await somebody.press("v", "w")
        await somebody.pilot.resize_terminal(40, 12)
        await somebody.rest()
        assert somebody.app.screen.get_selected_text() == "decision a"
        await somebody.press("y")
        assert somebody.copied == "decision a"


async def test_where_a_blank_line_is_the_first_in_sight_keys_act_on_what_follows_it(sitting, reading):
    async with sitting(reading(), (40, 12)) as somebody:
        while not somebody.rows[0].startswith("Orma on Sunday"):
            await somebody.press("down")
        await somebody.press("down")
        assert not somebody.rows[0].strip()
        await somebody.press("v", "y")
        assert somebody.copied == "We"
        await somebody.press("y")
        assert somebody.copied.startswith("“We keep the lamps,”")
