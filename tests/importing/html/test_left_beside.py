"""What choosing a page's region passes over is kept among what was left out."""

from __future__ import annotations

from lxml.html import document_fromstring

from tui.importing.html.left_beside import PARTIAL, is_partial, lines_beside
from tui.importing.html.read_page import read_page

STORY = [f"The lock at Tassara opened on day {day}, and eleven barges went through before noon." for day in range(4)]
ASIDE = "The boat club meets every Thursday in the old customs house, and guests are welcome."
MARKED = "".join(f"<p>{line}</p>" for line in STORY)


def page(beside: str) -> str:
    return (
        "<html><head><title>Lock opens</title></head><body>"
        f"<article><h1>Lock opens</h1>{MARKED}</article><aside>{beside}</aside></body></html>"
    )


def test_a_sentence_beside_the_article_is_left_out_and_not_lost() -> None:
    draft = read_page(page(f"<p>{ASIDE}</p>")).draft
    assert ASIDE in draft.left_out
    assert ASIDE not in draft.paragraphs
    assert PARTIAL not in draft.notes


def test_the_words_of_a_banner_are_left_out_and_not_lost() -> None:
    banner = '<div id="didomi-host"><p>We and our partners keep information on your device.</p></div>'
    assert "We and our partners keep information on your device." in read_page(page(banner)).draft.left_out


def test_an_article_of_which_less_was_read_than_left_out_is_partial() -> None:
    many = "".join(
        f"<p>In {year} the boat club met in the old customs house, as it does.</p>" for year in range(1950, 1980)
    )
    assert PARTIAL in read_page(page(many)).draft.notes


def test_what_is_accounted_for_is_not_told_again() -> None:
    tree = document_fromstring(page(f"<p>{ASIDE}</p><ul><li>Home</li></ul>"))
    assert lines_beside(tree, ["Lock opens", " ".join(STORY), ASIDE]) == ["Home"]
    assert lines_beside(tree, ["Lock opens", *STORY]) == [ASIDE, "Home"]
    assert not is_partial(STORY, [ASIDE])


def test_the_lines_of_a_menu_are_kept_as_one() -> None:
    tree = document_fromstring(page("<ul><li>Home<li>Tides<li>About us</ul>"))
    assert lines_beside(tree, ["Lock opens", *STORY]) == ["Home · Tides · About us"]


def test_of_a_line_of_which_a_part_is_accounted_for_the_rest_is_kept() -> None:
    tree = document_fromstring(page(f"<p>{STORY[0]} Nobody at the weir had known of it before. {STORY[1]}</p>"))
    assert lines_beside(tree, ["Lock opens", *STORY]) == ["Nobody at the weir had known of it before."]


def test_what_no_reader_sees_is_no_line() -> None:
    tree = document_fromstring(page("<script>var x = 1</script><style>p {}</style><!-- no --><button>Buy</button>"))
    assert lines_beside(tree, ["Lock opens", *STORY]) == []
