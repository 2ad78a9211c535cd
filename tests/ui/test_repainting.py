"""What a key sends to the terminal: what it changed, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual._compositor import Compositor
from textual.css import stylesheet
from textual.css.stylesheet import Stylesheet
from textual.css.types import CSSLocation
from textual.dom import DOMNode
from textual.geometry import Region

from tui.ui.panes.reader_pane import ReaderPane
from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.base.cursor import Cursor
from tui.ui.widgets.text_line import TextLine


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[set[Region] | None]:
    """Every repaint from now on: the regions that it draws, or None for the whole screen."""
    repaints: list[set[Region] | None] = []
    partly, wholly = Compositor.render_partial_update, Compositor.render_full_update

    def part(self: Compositor):
        repaints.append(set(self._dirty_regions))
        return partly(self)

    def whole(self: Compositor, simplify: bool = False):
        repaints.append(None)
        return wholly(self, simplify)

    monkeypatch.setattr(Compositor, "render_partial_update", part)
    monkeypatch.setattr(Compositor, "render_full_update", whole)
    return repaints


async def test_no_key_of_a_query_repaints_the_whole_screen(visit, dossier: Path, painted):
    async with visit(dossier) as visiting:
        await visiting.press("slash", "f", "e")
        painted.clear()
        await visiting.press("r", "r", "y")
        assert "5 of 6 articles" in visiting.rows[0]
        assert painted
        assert None not in painted
        whole = visiting.app.size.region
        assert not any(region and region.contains_region(whole) for regions in painted for region in regions or ())


async def test_a_title_changes_without_its_pane(visit, dossier: Path, painted):
    async with visit(dossier) as visiting:
        pane = visiting.app.screen.query_one(ReaderPane)
        painted.clear()
        pane.set_title("Another [title]")
        await visiting.rest()
        assert "Another [title]" in visiting.text
        assert [regions for regions in painted if regions] == [{Region(*pane.region.offset, pane.region.width, 1)}]
        painted.clear()
        pane.set_title("Another [title]")
        await visiting.rest()
        assert not any(painted)


async def test_a_total_keeps_its_room_until_half_would_do(visit, dossier: Path):
    async with visit(dossier) as visiting:
        line = visiting.app.screen.query_one("#count", TextLine)
        widths = []
        for cells in (1, 30, 29, 20, 48, 25, 20, 50):
            line.words = (("x" * cells, "plain"),)
            await visiting.rest()
            widths.append(line.get_content_width(visiting.app.size, visiting.app.size))
            assert f"{'x' * cells}" in visiting.rows[0]
        assert widths == [12, 36, 36, 36, 48, 48, 48, 60]
        line.words = (("x", "plain"),)
        await visiting.rest()
        assert line.get_content_width(visiting.app.size, visiting.app.size) == 12


async def test_rows_fit_a_new_width_before_anybody_tells_of_it(visit, dossier: Path, monkeypatch: pytest.MonkeyPatch):
    async with visit(dossier) as visiting:
        articles = visiting.app.screen.query_one(ArticleList)
        monkeypatch.setattr(ArticleList, "on_resize", lambda self: None)
        before = articles.shape.width
        await visiting.press("greater_than_sign")
        assert articles.shape.width == articles.scrollable_content_region.width > before


@pytest.mark.parametrize("key", ["left", "T", "A"], ids=["articles", "chronology", "account"])
async def test_another_theme_colours_every_list(visit, dossier: Path, key: str):
    async with visit(dossier) as visiting:
        await visiting.press(key)
        listed = next(node for node in visiting.app.screen.walk_children() if isinstance(node, Cursor))
        seen = []
        for theme in ("mali-light", "mali-dark", "mali-light"):
            visiting.app.theme = theme
            await visiting.rest()
            strip = visiting.app.screen._compositor.render_strips(visiting.app.size)[listed.region.y + 1]
            seen.append([(segment.text, segment.style.color, segment.style.bgcolor) for segment in strip])
        assert seen[0] == seen[2]
        assert [text for text, *_ in seen[0]] == [text for text, *_ in seen[1]]
        assert all(light != dark for light, dark in zip(seen[0], seen[1], strict=True))


async def test_a_start_parses_each_style_sheet_once_and_styles_each_widget_once(visit, dossier: Path, monkeypatch):
    parsed: list[CSSLocation] = []
    styled: list[DOMNode] = []
    parse, apply = stylesheet.parse, Stylesheet.apply

    def parsing(scope: str, css: str, read_from: CSSLocation, *rest: object, **named: object):
        parsed.append(read_from)
        return parse(scope, css, read_from, *rest, **named)

    def applying(self: Stylesheet, node: DOMNode, **named: object):
        styled.append(node)
        return apply(self, node, **named)

    with monkeypatch.context() as watched:
        watched.setattr(stylesheet, "parse", parsing)
        watched.setattr(Stylesheet, "apply", applying)
        async with visit(dossier) as visiting:
            names = ("#reader", "#timeline", "#hints", "#search", "#tally")
            quiet = [visiting.app.screen.query_one(name) for name in names]
    assert len([place for place in parsed if place[0].endswith("app.tcss")]) == 1
    assert {node.id: sum(each is node for each in styled) for node in quiet} == {node.id: 1 for node in quiet}


async def test_the_first_frame_has_the_colours_that_a_later_change_of_themes_gives(visit, dossier: Path):
    async with visit(dossier) as visiting:
        screen = visiting.app.screen
        nodes = [screen, *screen.walk_children()]
        first = [node.styles.base.get_rules() for node in nodes]
        visiting.app.refresh_css(animate=False)
        await visiting.rest()
        assert [node.styles.base.get_rules() for node in nodes] == first
