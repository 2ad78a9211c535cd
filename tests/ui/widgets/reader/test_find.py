from __future__ import annotations

from itertools import groupby

from tui.ui.widgets.reader import FindAsked, FindChanged, FindLeft, PositionChanged, StopsEnded
from tui.ui.widgets.reader.find import Find
from tui.ui.widgets.reader.stops import Sight, StopList


def search(text: str, words: str, origin: int = 0) -> Find:
    """Return a search that is done."""
    find = Find(StopList("find", wraps=True), text, words, origin)
    while not find.done:
        find.go_on(0)
    return find


SIGHT = Sight(0, 0, lambda offset: True)


def test_the_find_shown_is_the_first_from_the_origin():
    assert search("boat boat boat", "boat", origin=3).stops.span == (5, 9)


def test_where_there_is_none_after_the_origin_the_first_of_all_is_shown():
    assert search("boat, lake", "boat", origin=5).stops.span == (0, 4)


def test_walking_goes_round():
    stops = search("boat boat boat", "boat").stops
    walked = []
    for steps in (1, 1, 1, -1):
        assert stops.walk(steps, SIGHT)
        walked.append(stops.current)
    assert walked == [1, 2, 0, 2]


def test_nothing_sought_is_done_at_once():
    find = search("boat", " ")
    assert not find.stops.walk(1, SIGHT)
    assert (list(find.stops.spans), find.stops.span) == ([], None)


def test_a_long_text_is_searched_step_by_step():
    find = Find(StopList("find", wraps=True), "boat " * 100_000, "boat")
    find.go_on(0)
    assert not find.done
    assert find.stops.span == (0, 4)
    while not find.done:
        find.go_on(0)
    assert len(find.stops.spans) == 100_000


def test_a_new_search_begins_with_no_find():
    stops = search("boat boat", "boat").stops
    Find(stops, "lake", "lake")
    assert (stops.position, list(stops.spans)) == ((0, 0), [])


def found(somebody) -> list[tuple[int, int, str]]:
    """Return what the reader said of its finds, without what it said twice because the search took a second slice."""
    said = [(message.find, message.finds, message.sought) for message in somebody.heard(FindChanged)]
    return [what for what, _ in groupby(said)]


async def test_somebody_finds_a_phrase_over_a_line_end(sitting, reading):
    async with sitting(reading(), (40, 12)) as somebody:
        await somebody.press("slash")
        assert somebody.heard(FindAsked)
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
        assert not somebody.heard(StopsEnded)


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
        assert somebody.heard(FindLeft)
        assert found(somebody)[-1] == (0, 0, "")
        assert somebody.heard(PositionChanged)[-1].mark == 1
        assert "harbour" not in somebody.styled("underline")
        await somebody.press("n")
        assert somebody.heard(PositionChanged)[-1].mark == 2


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
