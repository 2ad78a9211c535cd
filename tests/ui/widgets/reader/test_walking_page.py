from __future__ import annotations

from tui.ui.widgets.reader import Reader


def found(somebody) -> list[tuple[int, int, str]]:
    return [(message.place, message.places, message.sought) for message in somebody.heard(Reader.FindChanged)]


async def test_somebody_finds_a_phrase_over_a_line_end(sitting, reading):
    async with sitting(reading(), (40, 12)) as somebody:
        await somebody.press("slash")
        assert somebody.heard(Reader.FindAsked)
        somebody.reader.find("ministry about the harbour")
        await somebody.rest()
        assert found(somebody)[-1] == (1, 1, "ministry about the harbour")
        assert somebody.styled("reverse") == ["ministry about the", "harbour"]


async def test_somebody_finds_without_accents_and_with_other_quotes(sitting, reading):
    text = "La décision d’Orma fut prise. On parla de la decision d'Orma."
    async with sitting(reading(text=text)) as somebody:
        somebody.reader.find("decision d'orma")
        await somebody.rest()
        assert found(somebody)[-1][:2] == (1, 2)
        assert somebody.styled("reverse") == ["décision d’Orma"]


async def test_somebody_walks_what_was_found_round_the_ends(sitting, reading):
    async with sitting(reading("lamps"), (40, 12), place=0) as somebody:
        somebody.reader.find("harbour")
        await somebody.rest()
        await somebody.press("n", "n", "n", "N", "N")
        assert [place for place, _, _ in found(somebody)] == [1, 2, 3, 1, 3, 2]
        assert not somebody.heard(Reader.MarksEnded)


async def test_each_letter_that_is_typed_begins_where_finding_began(sitting, reading):
    async with sitting(reading(), (40, 12)) as somebody:
        for words in ("t", "th", "the", "the m", "the mi"):
            somebody.reader.find(words)
            await somebody.rest()
        assert found(somebody)[-1] == (1, 2, "the mi")
        somebody.reader.find("the")
        await somebody.rest()
        assert found(somebody)[-1][0] == 1


async def test_what_is_not_there_leaves_the_text_where_it_is(sitting, reading):
    async with sitting(reading(), (40, 12)) as somebody:
        await somebody.press("j")
        rows = somebody.rows
        somebody.reader.find("volcano")
        await somebody.rest()
        await somebody.press("n")
        assert found(somebody)[-1] == (0, 0, "volcano")
        assert somebody.rows == rows


async def test_leaving_find_gives_the_marks_back(sitting, reading):
    async with sitting(reading("ferry"), (40, 12)) as somebody:
        somebody.reader.find("harbour")
        await somebody.rest()
        await somebody.press("escape")
        assert somebody.heard(Reader.FindLeft)
        assert found(somebody)[-1] == (0, 0, "")
        assert somebody.heard(Reader.PlaceChanged)[-1].mark == 1
        assert "harbour" not in somebody.styled("underline")
        await somebody.press("n")
        assert somebody.heard(Reader.PlaceChanged)[-1].mark == 2


async def test_finding_goes_on_in_the_next_article(sitting, reading):
    async with sitting(reading(), (40, 12)) as somebody:
        somebody.reader.find("harbour")
        await somebody.rest()
        await somebody.show(reading(number=2, text="No port here.\n\nOne harbour there."))
        assert found(somebody)[-1] == (1, 1, "harbour")
        assert somebody.styled("reverse") == ["harbour"]


async def test_the_end_of_a_long_text_is_found_too(sitting, reading):
    text = "Water everywhere. " * 30_000 + "Here lies the wreck."
    async with sitting(reading(text=text), (40, 12)) as somebody:
        somebody.reader.find("the wreck")
        await somebody.rest()
        assert found(somebody)[-1][:2] == (1, 1)
        assert " ".join(somebody.styled("reverse")) == "the wreck"


async def test_marks_are_ticked_on_the_scrollbar(sitting, reading):
    text = "\n\n".join("A boat." if number in (0, 30) else "Nothing." for number in range(60))
    async with sitting(reading("boat", text), (40, 12)) as somebody:
        bar = [strip.text for strip in somebody.reader.vertical_scrollbar.render_lines(bar_region(somebody))]
        assert bar.count("━") == 1
        assert bar.count("─") == 1
        assert bar.index("━") < 3
        assert bar.index("─") in (5, 6)


async def test_what_is_found_is_ticked_instead_of_the_marks(sitting, reading):
    text = "\n\n".join("A boat." if number == 50 else "Nothing." for number in range(60))
    async with sitting(reading("Nothing", text), (40, 12)) as somebody:
        somebody.reader.find("boat")
        await somebody.rest()
        bar = [strip.text for strip in somebody.reader.vertical_scrollbar.render_lines(bar_region(somebody))]
        assert (bar.count("━"), bar.count("─")) == (1, 0)


def bar_region(somebody):
    return somebody.reader.vertical_scrollbar.size.region
