from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import OptionList

from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.reader import Reader


async def test_a_facet_is_taken_into_the_query_and_out_of_it_again(visit, dossier: Path):
    async with visit(dossier) as visiting:
        await visiting.press("f")
        assert "Sources" in visiting.text
        assert "Coast Post  3" in visiting.text
        await visiting.press("enter")
        assert 'source:"Coast Post"' in visiting.rows[0]
        assert "3 of 6 articles" in visiting.rows[0]
        await visiting.press("f")
        assert "✓ Coast Post" in visiting.text
        await visiting.press("enter")
        assert "6 articles" in visiting.rows[0]


async def test_the_list_of_facets_is_left_without_a_change(visit, dossier: Path):
    async with visit(dossier, query="ferry") as visiting:
        await visiting.press("f", "j", "escape")
        assert "Sources" not in visiting.text
        assert "5 of 6 articles" in visiting.rows[0]


async def test_nothing_found_leaves_nothing_to_choose_by(visit, dossier: Path):
    async with visit(dossier, query="volcano") as visiting:
        await visiting.press("f")
        assert "nothing to choose by" in visiting.text


async def test_older_queries_are_recalled_by_what_is_typed(visit, dossier: Path):
    async with visit(dossier) as visiting:
        for query in ("ferry", "new bridge", "harbour"):
            await visiting.press("slash")
            await visiting.write(query)
            await visiting.press("enter", "escape")
        await visiting.press("slash")
        await visiting.write("e")
        bar = visiting.app.screen.query_one("#search")
        await visiting.press("up")
        assert bar.value == "new bridge"
        await visiting.press("up", "up")
        assert bar.value == "ferry"
        await visiting.press("down", "down")
        assert bar.value == "e"
        assert bar.has_focus
        await visiting.press("down")
        assert not bar.has_focus


async def test_queries_are_recalled_by_the_next_program(visit, dossier: Path):
    async with visit(dossier) as visiting:
        await visiting.press("slash")
        await visiting.write("ferry")
        await visiting.press("enter")
    async with visit(dossier) as visiting:
        await visiting.press("slash", "up")
        assert visiting.app.screen.query_one("#search").value == "ferry"


async def test_what_is_suggested_is_taken_with_tab(visit, dossier: Path):
    async with visit(dossier) as visiting:
        await visiting.press("slash")
        await visiting.write('source:"inl')
        assert 'source:"inland Times"' in visiting.rows[0]
        await visiting.press("tab")
        bar = visiting.app.screen.query_one("#search")
        assert bar.value == 'source:"inland Times"'
        assert bar.has_focus
        await visiting.press("tab")
        assert not bar.has_focus


async def test_a_name_of_several_words_is_taken_in_quotation_marks(visit, dossier: Path):
    async with visit(dossier) as visiting:
        await visiting.press("slash")
        await visiting.write("source:inl")
        assert 'source:inland Times"' in visiting.rows[0]
        await visiting.press("tab")
        bar = visiting.app.screen.query_one("#search")
        assert bar.value == 'source:"inland Times"'
        assert bar.cursor_at_end


async def test_related_articles_are_found_by_words_that_can_be_seen(visit, tmp_path: Path):
    texts = ("The dredger came to the quay.", "A dredger left the quay.", *(f"Town number {n}." for n in range(9)))
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.md").write_text(f"---\ntitle: Piece {number}\n---\n\n{text}\n", encoding="utf-8")
    async with visit(tmp_path) as visiting:
        await visiting.press("r")
        assert "dredger OR quay" in visiting.rows[0]
        assert "1 of 11 articles" in visiting.rows[0]
        await visiting.press("q", "G", "r")
        assert "shares no rare word" in visiting.text


async def test_beginnings_are_found_after_related_articles_too(visit, dossier: Path):
    async with visit(dossier) as visiting:
        await visiting.press("r", "slash")
        await visiting.write("harbou")
        assert "3 of 6 articles" in visiting.rows[0]
        assert "no article has the last word as typed" in visiting.rows[1]


TWO_LANGUAGES = {
    "one": "Le retrait a commencé et les soldats partent avec le convoi.",
    "two": "The withdrawal began and the soldiers of the convoy left for the coast.",
    "three": "Les retraits se suivent, et le convoi des soldats est dans le nord.",
    "four": "The rain fell on the roof and on nothing else of the town.",
}


def two_languages(folder: Path) -> Path:
    for name, text in TWO_LANGUAGES.items():
        language = "en" if text.startswith("The") else "fr"
        (folder / f"{name}.md").write_text(f"---\ntitle: {name}\nlang: {language}\n---\n\n{text}\n", encoding="utf-8")
    return folder


async def test_capital_i_takes_what_the_glossary_has_and_takes_it_back(visit, tmp_path: Path):
    async with visit(two_languages(tmp_path), query="retrait") as visiting:
        assert "in other words: withdrawal 1" in visiting.rows[1]
        await visiting.press("I")
        assert "(retrait OR withdrawal)" in visiting.rows[0]
        assert "3 of 4 articles" in visiting.rows[0]
        await visiting.press("I")
        assert "2 of 4 articles" in visiting.rows[0]
        assert "OR" not in visiting.rows[0]
        await visiting.press("f6")
        assert "in other words" not in visiting.rows[1]
        await visiting.press("f6")
        assert "in other words" in visiting.rows[1]


async def test_capital_i_says_where_the_glossary_has_nothing(visit, tmp_path: Path):
    async with visit(two_languages(tmp_path), query="roof") as visiting:
        await visiting.press("I")
        assert "The glossary has nothing more" in visiting.text


async def test_p_narrows_to_what_is_written_and_widens_again(visit, tmp_path: Path):
    async with visit(two_languages(tmp_path), query="retrait") as visiting:
        assert "also: retraits 1" in visiting.rows[1]
        await visiting.press("p")
        assert "=retrait" in visiting.rows[0]
        assert "1 of 4 articles" in visiting.rows[0]
        assert "also:" not in visiting.rows[1]
        await visiting.press("q")
        assert "2 of 4 articles" in visiting.rows[0]
        await visiting.press("p", "p")
        assert "2 of 4 articles" in visiting.rows[0]
        assert visiting.app.screen.navigator.state[0].last is None  # what is taken back is no step


async def test_capital_w_widens_by_words_that_can_be_seen(visit, tmp_path: Path):
    async with visit(two_languages(tmp_path), query="retraits") as visiting:
        await visiting.press("W")
        bar = visiting.app.screen.query_one("#search")
        assert "retraits widen:" in bar.value
        assert "convoi" in bar.value
        assert "widened by" in visiting.rows[1]
        await visiting.press("W")
        assert bar.value == "retraits"


async def test_half_an_operator_flashes_no_other_hits_and_is_a_word_once_entered(visit, tmp_path: Path):
    async with visit(two_languages(tmp_path)) as visiting:
        await visiting.press("slash")
        await visiting.write("retrait O")
        assert "2 of 4 articles" in visiting.rows[0]
        assert "O is not looked for yet" in visiting.rows[1]
        await visiting.press("enter")
        assert "0 of 4 articles" in visiting.rows[0]


@pytest.mark.parametrize("size", [(80, 24), (130, 36)])
async def test_related_articles_are_listed_under_the_title_they_are_related_to_and_q_goes_back_to_it(
    visit, lost_ferry: Path, size
):
    async with visit(lost_ferry, size) as reader:
        articles = reader.app.screen.query_one(ArticleList)
        await reader.press("enter")
        number, title = articles.number, reader.app.screen.query_one(Reader).reading.article.title
        await reader.press("r")
        assert "related to “" in " ".join(reader.rows[1:3])
        assert title[:20] in " ".join(reader.rows[1:3])
        assert articles.has_focus
        assert "understood as" not in reader.text
        await reader.press("q")
        assert reader.app.screen.query_one(Reader).has_focus
        assert articles.number == number
        assert "related to" not in reader.text
        await reader.press("r", "slash", "x")
        assert "related to" not in reader.text  # a query that somebody types is their own


async def test_related_articles_are_a_list_without_the_article_itself(visit, tmp_path: Path):
    async with visit(two_languages(tmp_path), query="retrait") as visiting:
        await visiting.press("r")
        assert "-id:" in visiting.app.screen.query_one("#search").value
        assert "1 of 4 articles" in visiting.rows[0]
        await visiting.press("q")
        assert "2 of 4 articles" in visiting.rows[0]


async def test_several_values_of_a_facet_are_taken_and_others_left_out(visit, lost_ferry: Path):
    async with visit(lost_ferry) as reader:
        await reader.press("f", "space", "space", "enter")
        assert reader.app.screen.asked.text == '(source:"Lake Post" OR source:"Inland Times")'
        assert "3 articles" in reader.rows[0] or "3 of 3 articles" in reader.rows[0]
        await reader.press("q", "f", "minus", "enter")
        assert reader.app.screen.asked.text == '-source:"Lake Post"'
        assert "1 of 3 articles" in reader.rows[0]
        await reader.press("f")
        assert "− Inland" not in reader.text


async def test_a_name_of_the_facet_is_taken_into_the_query(visit, tmp_path: Path):
    for name, text in (("a", "We saw Ada Holm in Nairobi."), ("b", "They say Holm sang."), ("c", "It rained.")):
        head = f"---\ntitle: piece {name}\ndate: 2021-03-05\nlanguage: en\n---\n\n"
        (tmp_path / f"{name}.md").write_text(f"{head}{text}\n", encoding="utf-8")
    async with visit(tmp_path) as reader:
        await reader.press("f")
        assert "Names" in reader.text
        assert "Ada Holm  2" in reader.text
        while "Ada" not in str(reader.app.screen.query_one(OptionList).highlighted_option.prompt):
            await reader.press("j")
        await reader.press("enter")
        assert 'name:"Ada Holm"' in reader.rows[0]
        assert "2 of 3 articles" in reader.rows[0] + reader.rows[1]


async def test_a_field_offers_its_values_as_soon_as_its_colon_is_typed(visit, lost_ferry: Path):
    async with visit(lost_ferry) as reader:
        await reader.press("slash")
        await reader.write("source:")
        assert "one of Lake Post · Inland Times" in reader.rows[1]
        await reader.press("ctrl+u")
        await reader.write("foo:")
        assert "one of title: · " in reader.rows[1]


async def test_escape_in_the_list_keeps_the_query_and_says_once_how_it_is_dropped(visit, dossier: Path):
    told = "/ and typing replaces the query"
    async with visit(dossier, (80, 24), query="ferry") as visiting:
        await visiting.press("escape")
        assert visiting.rows[0].strip() == "/ ferry"
        assert visiting.rows[-1].strip() == told
        visiting.app.clear_notifications()
        await visiting.press("escape")
        assert told not in visiting.text
    async with visit(dossier, (80, 24)) as visiting:
        await visiting.press("escape")
        assert told not in visiting.text
        await visiting.press("slash")
        await visiting.write("ferry")
        await visiting.press("enter", "escape")
        assert f"{told} · q goes back" in visiting.text
        await visiting.press("slash", "b")
        assert visiting.rows[0].strip() == "/ b"


@pytest.mark.parametrize("size", [(80, 24), (60, 24), (120, 36)])
async def test_what_the_glossary_offers_is_never_cut_once_the_bar_is_left(visit, tmp_path: Path, size):
    async with visit(two_languages(tmp_path), size) as visiting:
        await visiting.press("slash")
        await visiting.write("retrait commencé soldats partent convoi lang:fr -roof -rain -nothing")
        typing = visiting.rows
        await visiting.press("enter")
        told = " ".join(" ".join(visiting.rows[1:3]).split())
        assert "in other words:" in told
        assert "withdrawal 1" in told
        assert "1 of 4 articles" in " ".join(visiting.rows[:2])
        await visiting.press("slash")
        assert visiting.rows[2:6] == typing[2:6]
