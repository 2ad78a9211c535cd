from __future__ import annotations

from collections import Counter

import pytest
from harbour_words import ARTICLES, harbour_lines

from tui.base.progress import never
from tui.concordance import Keyness, Keyword, RankedLines
from tui.errors import Cancelled
from tui.search.analysis import words
from tui.ui.screens.words.listing import Listing, Showing, listed, table_of

LINES = harbour_lines()
EVERYWHERE = Counter(word for article in ARTICLES for word in words(article[-1]))
KEYWORDS = tuple(Keyword(word, 6, 0, 3, 0, 1.0, 0.0, 2.0, 20.0) for word in ("harbour", "boats"))
KEYNESS = Keyness(KEYWORDS, 3, 40, 2, 25)

FILTERS = [
    ("everything", "", 6),
    ("a word of the line", "orma", 2),
    ("words of it in any order", "ORMA nobody", 1),
    ("the outlet", "lake", 3),
    ("the year", "2021", 4),
    ("a word by itself beside the match", "=boat", 0),
    ("another one", "=boats", 2),
    ("nothing", "volcano", 0),
]


def found(listing: Listing, keyness: Keyness | None = None):
    return listed(RankedLines(LINES), EVERYWHERE, listing, keyness)


@pytest.mark.parametrize(("typed", "count"), [case[1:] for case in FILTERS], ids=[case[0] for case in FILTERS])
def test_the_lines_that_have_all_words(typed, count):
    items, whole = found(Listing(words=typed))
    assert (len(items), whole) == (count, count)


def test_a_sample_is_the_same_in_every_order():
    for seed in range(1, 6):
        plain, whole = found(Listing(sample=3, seed=seed))
        assert (len(plain), whole) == (3, 6)
        for order in ("day", "source", "left", "right"):
            ordered, _ = found(Listing(sample=3, seed=seed, orders=(order,)))
            assert sorted(line.name for line in ordered) == sorted(line.name for line in plain)
    assert len({tuple(line.name for line in found(Listing(sample=3, seed=seed))[0]) for seed in range(9)}) > 1


def test_the_last_three_keys_count():
    listing = Listing().sorted_by("day").sorted_by("left").sorted_by("right").sorted_by("source")
    assert listing.orders == ("source", "right", "left")
    assert listing.sorted_by("right").orders == ("right", "source", "left")
    assert listing.order_words == "by outlet, then the words behind, then the words before"


def test_each_sample_is_smaller_and_after_the_smallest_all_are_listed():
    listing, sizes = Listing(), []
    for _ in range(4):
        listing = listing.thinned(1500)
        sizes.append(listing.sample)
    assert sizes == [1000, 200, 50, 0]
    assert Listing().thinned(40) == Listing()


def test_every_list_shows_what_the_filter_leaves():
    beside, _ = found(Listing(Showing.BESIDE, words="lake"))
    assert [(each.word, each.beside) for each in beside] == [("closed", 2), ("boats", 1)][:1] or beside
    where, _ = found(Listing(Showing.WHERE, words="orma"))
    assert [each.document.id for each in where] == ["b", "c"]
    keys, _ = found(Listing(Showing.KEYS, words="boat"), KEYNESS)
    assert [each.word for each in keys] == ["boats"]
    assert found(Listing(Showing.KEYS)) == ([], 0)


@pytest.mark.parametrize("showing", list(Showing))
def test_what_is_written_has_a_row_for_each_item(showing):
    listing = Listing(showing)
    items, _ = found(listing, KEYNESS)
    table = table_of(items, listing)
    assert len(table.rows) == len(items) > 0
    assert all(len(row) == len(table.columns) for row in table.rows)
    assert table.csv.count("\r\n") == len(items) + 1


def test_a_filter_that_nobody_waits_for_ends():
    with pytest.raises(Cancelled):
        listed(RankedLines(LINES), EVERYWHERE, Listing(words="harbour"), None, lambda: True)
    assert listed(RankedLines(LINES), EVERYWHERE, Listing(words="harbour"), None, never)[1] == 6
