from __future__ import annotations

from html.parser import HTMLParser

from comparison_sides import paired
from hypothesis import given
from hypothesis import strategies as st

from tui.comparison.page import as_html_page
from tui.comparison.records import records
from tui.comparison.wording import difference_groups, only_words, share_words, sum_words


class Text(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.words = ""
        self.tags: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        self.words += data


def test_nothing_of_a_text_becomes_a_tag():
    page = as_html_page(paired("The <script>alert(1)</script> ferry & co sank.", "The ferry sank <b>late</b>."))
    assert "<script" not in page
    assert "<b>" not in page
    assert "&lt;script&gt;" in page


def test_two_texts_without_a_differing_fact_say_so():
    page = as_html_page(paired("The ferry sank.", "The ferry sank."))
    assert "No fact differs: figures, dates, names, quotations and attributions." in page
    assert "<mark>" not in page


def test_the_words_that_differ_are_marked_and_a_missing_sentence_is_said():
    page = as_html_page(paired("The old ferry sank off Orma. Gulls cried.", "The new ferry sank off Orma."))
    assert "<mark>old</mark>" in page
    assert "<mark>new</mark>" in page
    assert "not here" in page


@given(st.text(max_size=80), st.text(max_size=80))
def test_every_sentence_is_on_the_page_whatever_it_holds(one: str, other: str):
    pair = paired(one, other)
    assert Text(as_html_page(pair)).tags.count("tr") == 1 + len(pair.comparison.rows)
    assert [record["what"] for record in records(pair)].count("sentences") == len(pair.comparison.rows)


def test_what_each_left_out_and_what_differs_in_lines():
    pair = paired("King Olaf sent 12 boats to Orma.", "King Olaf sent 14 boats to Orma. Linden sent 3 ships.")
    assert [(group.heading, group.lines) for group in difference_groups(pair)] == [
        ("Told differently · 1 fact", ["figure: 12 boats → 14 boats"]),
        ("Left out by AFP · 1 fact", ["figure: 3 ships"]),
    ]
    assert sum_words(pair) == "1 of 1 sentence with a counterpart · 1 fact differs · 1 fact on one side only"
    assert only_words(pair, 0) == "only here: no fact"
    assert only_words(pair, 1) == "only here: 1 figure"


@given(st.text(max_size=80), st.text(max_size=80))
def test_the_counts_above_are_those_of_the_facts_below(one: str, other: str):
    pair = paired(one, other)
    groups = list(difference_groups(pair))
    held = [difference for group in groups for kin in group.kinds for _words, difference in kin.facts]
    assert sorted(map(id, held)) == sorted(map(id, pair.comparison.differences))
    for group in groups:
        count = sum(len(kin.facts) for kin in group.kinds)
        assert group.heading.endswith(f" · {count} fact" if count == 1 else f" · {count} facts")


def test_two_different_stories_say_so_first_and_nobody_left_anything_out():
    pair = paired("King Olaf sent 12 boats to Orma. It rained.", "Snow fell in Varn. The 7 foxes slept there.")
    assert [group.heading for group in difference_groups(pair)] == [
        "Only in AFP · 3 facts",
        "Only in Lake Post · 2 facts",
    ]
    assert sum_words(pair).startswith("These two tell different stories: 0 of 2 sentences with a counterpart")
    page = as_html_page(pair)
    assert "Left out" not in page
    assert page.index("different stories") < page.index("Only in AFP")


def test_a_share_is_never_all_where_a_word_is_missing():
    many = "boat " * 300
    pair = paired(f"{many}.", f"{many}gull.")
    assert share_words(pair, 0) == "100 % of its words there too"
    assert share_words(pair, 1) == "99 % of its words there too"
