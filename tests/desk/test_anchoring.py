from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from news_texts import CHANGES, quotes, story

from tui.desk.anchoring import CONTEXT, AnchoredText, AnchorState, Placement, anchored
from tui.desk.event import Anchor, ArticleRef
from tui.dossier.article import Article

REF = ArticleRef("heron", path="heron.md", title="The heron")
TEXT = (
    "The last convoy left the camp at Ber before dawn. Residents watched it go in silence.\n\n"
    "In all, 303 soldiers handed over their quarters to the army, Colonel Diop said on Monday. He had come from Gao the"
    " night before, and he would not say where the soldiers were going.\n\n"
    "Nobody in the town had been told of the hour. A teacher, Aminata Keita, said that her pupils had asked whether the"
    " school would stay open. “We do not know,” she told them. The ministry has not answered our questions."
)
SENTENCE = "In all, 303 soldiers handed over their quarters to the army, Colonel Diop said on Monday."


def anchor(quote: str, text: str = TEXT) -> Anchor:
    start = text.index(quote)
    return AnchoredText(text).anchor(REF, start, start + len(quote))


def placed(quote: str, changed: str) -> tuple[str, str, str]:
    """Return the state of a quote in a changed text, what stands there, and what is said of it."""
    found = AnchoredText(changed).place(anchor(quote))
    return found.state.value, changed[found.start : found.end], ", ".join(change.words for change in found.changes)


def swap(*pairs: tuple[str, str]) -> str:
    text = TEXT
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


MOVED = swap((f"{SENTENCE} ", "")) + f" {SENTENCE}"
CUT = swap((f"{SENTENCE} ", ""))

SLEPT = (
    swap((" and he would not say where the soldiers were going", " and slept")) + " Some of the soldiers were tired."
)

CASES = [
    ("nothing", "303 soldiers", TEXT, "anchored", "303 soldiers", ""),
    ("something before it", "303 soldiers", f"Dawn.\n\n{TEXT}", "anchored", "303 soldiers", ""),
    ("quotation marks", "“We do not know,”", swap(("“", '"'), ("”", '"')), "anchored", '"We do not know,"', ""),
    (
        "spaces and lines",
        "handed over their",
        swap(("handed over", "handed\u00a0\nover")),
        "anchored",
        "handed\u00a0\nover their",
        "",
    ),
    (
        "a word broken at a line",
        "their quarters",
        swap(("quarters", "quar-\nters")),
        "anchored",
        "their quar-\nters",
        "",
    ),
    (
        "other words around it",
        "303 soldiers",
        swap(("watched", "saw"), ("handed over", "gave up")),
        "anchored",
        "303 soldiers",
        "",
    ),
    ("another figure", "303 soldiers", swap(("303", "186")), "changed", "186 soldiers", "303 → 186"),
    ("a figure in other digits", "303 soldiers", swap(("303", "3,030")), "changed", "3,030 soldiers", "303 → 3,030"),
    ("a figure that is all of the quote", "303", swap(("303", "186")), "changed", "186", "303 → 186"),
    ("another name", "Colonel Diop said", swap(("Diop", "Sow")), "changed", "Colonel Sow said", "Diop → Sow"),
    (
        "a name taken out",
        "Colonel Diop said",
        swap(("Colonel Diop", "Colonel")),
        "changed",
        "Colonel said",
        "Diop → (nothing)",
    ),
    (
        "a name put in",
        "Colonel Diop said",
        swap(("Colonel Diop", "Colonel Issa Diop")),
        "changed",
        "Colonel Issa Diop said",
        "(nothing) → Issa",
    ),
    (
        "a figure beside it",
        "handed over their quarters",
        swap(("303", "186")),
        "changed",
        "handed over their quarters",
        "303 → 186",
    ),
    (
        "a negation beside it",
        "said on Monday",
        swap(("handed over", "did not hand over")),
        "changed",
        "said on Monday",
        "handed → did not hand",
    ),
    ("a figure in another sentence", "left the camp", swap(("303", "186")), "anchored", "left the camp", ""),
    ("the sentence stands elsewhere", "303 soldiers", MOVED, "anchored", "303 soldiers", ""),
    (
        "it stands elsewhere with another figure",
        "303 soldiers",
        MOVED.replace("303", "186"),
        "changed",
        "186 soldiers",
        "303 → 186",
    ),
    ("the sentence is gone", "303 soldiers", CUT, "orphaned", "", ""),
    ("it is gone, its words are not", "the soldiers were", SLEPT, "orphaned", "", ""),
    (
        "it is gone, one like it is not",
        "handed over their quarters",
        CUT + " In Gao, 96 soldiers had handed over their quarters in May.",
        "orphaned",
        "",
        "",
    ),
    ("everything is gone", "303 soldiers", "A text of something else.", "orphaned", "", ""),
    ("no text", "303 soldiers", "", "orphaned", "", ""),
    ("the sentence stands twice", "303 soldiers", f"{SENTENCE}\n\n{TEXT}", "anchored", "303 soldiers", ""),
    (
        "two sentences",
        "in silence.\n\nIn all, 303",
        swap(("303", "304")),
        "changed",
        "in silence.\n\nIn all, 304",
        "303 → 304",
    ),
    ("a part of a word", "oldie", swap(("“", '"'), ("watched", "saw")), "anchored", "oldie", ""),
    ("another case", "Residents watched", swap(("Residents", "RESIDENTS")), "anchored", "RESIDENTS watched", ""),
]


@pytest.mark.parametrize(
    ("quote", "changed", "state", "now", "says"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_where_a_quote_is_after_a_change(quote: str, changed: str, state: str, now: str, says: str) -> None:
    assert placed(quote, changed) == (state, now, says)


def test_of_two_places_the_one_between_its_neighbours_is_taken() -> None:
    text = f"{SENTENCE}\n\n{TEXT}"
    assert AnchoredText(text).place(anchor("303 soldiers")).start == text.rindex("303 soldiers")


def test_an_anchor_keeps_the_sentence_and_what_stands_around_it() -> None:
    made = anchor("303 soldiers")
    assert made.sentence == SENTENCE
    assert TEXT[made.start : made.end] == made.quote == "303 soldiers"
    assert TEXT.startswith(made.before[-200:] + made.quote + made.after, made.start - len(made.before[-200:]))
    assert len(made.before) >= CONTEXT
    assert len(made.after) >= CONTEXT
    assert made.article.sha


def test_a_note_on_a_whole_article_stays_with_it() -> None:
    whole = AnchoredText(TEXT).anchor(REF, 0, 0)
    article = Article(id="heron", path="heron.md", title="The heron", text="Something else.")
    assert anchored(whole, article) == Placement(AnchorState.ANCHORED)


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 1), (0, len(TEXT) + 1)])
def test_a_passage_that_is_not_there_has_no_anchor(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no passage"):
        AnchoredText(TEXT).anchor(REF, start, end)


@pytest.mark.parametrize("kind", CHANGES)
def test_no_note_goes_astray_and_no_figure_changes_in_silence(kind: str) -> None:
    """A few hundred notes of a corpus in which many sentences are alike; the benchmark places thousands."""
    chance = random.Random(kind)
    outcomes: dict[str, int] = {}
    for _ in range(40):
        made = story(chance)
        for own, quote in quotes(chance, made).values():
            change = CHANGES[kind](chance, made.text, own, quote)
            if change is None:
                continue
            found = AnchoredText(change.text).place(AnchoredText(made.text).anchor(REF, *quote))
            place = (found.start, found.end) if found.state != "orphaned" else None
            right = place == change.span and found.state == change.state
            assert right or place is None, (change, found)
            outcomes["right" if right else "orphaned"] = outcomes.get("right" if right else "orphaned", 0) + 1
    assert outcomes.get("orphaned", 0) <= outcomes["right"] / 50


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.text(max_size=300), st.data())
def test_whatever_the_texts_a_place_lies_in_them(before: str, after: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(start, len(before)))
    made = AnchoredText(before).anchor(REF, start, end)
    assert AnchoredText(before).place(made).state is AnchorState.ANCHORED
    found = AnchoredText(after).place(made)
    assert 0 <= found.start <= found.end <= len(after)
    if found.state is AnchorState.ORPHANED:
        assert (found.start, found.end) == (0, 0)
