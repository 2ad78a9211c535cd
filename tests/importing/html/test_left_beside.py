"""What choosing a page's region passes over is kept among what was left out."""

from __future__ import annotations

from lxml.html import document_fromstring

from tui.importing.html.left_beside import PARTIAL, is_partial, sentences_beside
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
    assert sentences_beside(tree, [" ".join(STORY), ASIDE]) == []
    assert sentences_beside(tree, STORY) == [ASIDE]
    assert not is_partial(STORY, [ASIDE])
