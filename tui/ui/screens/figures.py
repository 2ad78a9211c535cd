"""The figures: the numbers that the articles of a query give, by question, the most disputed first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from time import monotonic
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from tui.base.plurals import counted
from tui.base.printable import printable_line
from tui.base.progress import Stop
from tui.core.archive import Archive
from tui.core.citable import citable_heads
from tui.core.view import Query
from tui.export import figures as formats
from tui.figures.answers import Report
from tui.figures.comparison import Verdict
from tui.figures.questions import Question, questions
from tui.locale import N_, _, ngettext
from tui.search.passage import Mark
from tui.timeline.granularity import span_label
from tui.ui.clipboard import Part, copy_part
from tui.ui.drawing.figure_items import Item, filtered, items_of, narrowed
from tui.ui.drawing.figure_rows import detail_lines
from tui.ui.drawing.status import fault_words
from tui.ui.messages import Failed
from tui.ui.query_runner import Turn
from tui.ui.screens.filtered_list import Filtered, FilteredListScreen, Select, shared_bindings
from tui.ui.trail import Goal, Pane
from tui.ui.widgets.figure_list import FigureList
from tui.ui.widgets.text_line import TextLine

_PULSE = 0.2
"""Seconds between two words on how far the reading is."""


@dataclass(frozen=True, slots=True)
class FiguresState:
    """How the figures were left: what comes back when they are opened again."""

    query: Query
    words: str = ""
    """What they were filtered by."""
    chosen: object = None
    """The name of the chosen figure."""
    whole: bool = False
    """Whether they were those of all articles, not of the query's alone."""


class FiguresReady(Message):
    """The figures were compared."""

    def __init__(self, asked: tuple[Question, ...], items: tuple[Item, ...], faults: int) -> None:
        super().__init__()
        self.asked = asked
        self.items = items
        self.faults = faults
        """How many articles have no figures because of an error of the program."""


class ArticlesRead(Message):
    """The figures of so many articles were found."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


class FiguresScreen(FilteredListScreen):
    """The figures of a query's articles."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "widen", "those of all articles, or of the search", id="figures.widen", show=False),
        Binding("x", "export", "write file", id="figures.export"),
        Binding("y", "copy('quotation')", "copy the sentence with its citation", id="figures.copy", show=False),
        Binding("Y", "copy('text')", "copy the sentence alone", id="figures.copy-text", show=False),
        Binding("c", "copy('citation')", "copy the citation alone", id="figures.cite", show=False),
        Binding("s", "search", "search the dossier", id="figures.search", show=False),
        *shared_bindings("figures", "equals_sign"),
    ]
    FILTER_HINT = N_("words of the sentence, the outlet, the year, the verdict")
    DEFAULT_CSS = """
    FiguresScreen {
        & > #detail { height: 6; }
        &.-low > #detail { height: 3; }
    }
    """
    AUTO_FOCUS = "FigureList"

    def __init__(self, explorer: Archive, query: Query, total: int, state: FiguresState | None = None) -> None:
        """Show the figures of the `total` articles of `query`, as they were left in `state`."""
        super().__init__(explorer)
        self._query = query
        self._total = total
        self._state = state
        self._ready: FiguresReady | None = None
        self._failed = False
        self._whole = state is not None and state.whole

    def list_widget(self) -> Widget:
        """Return the list of figures."""
        return FigureList(id="listing")

    def detail_widget(self) -> Widget:
        """Return the lines about the chosen figure."""
        return Static(id="detail")

    def on_mount(self) -> None:
        """Find the figures and compare them."""
        self._find()

    def _find(self) -> None:
        self.query_one("#subhead", TextLine).words = ((self._scope(), "muted"),)
        self.show_read(ArticlesRead(0))
        self.runner.ask("figures", partial(_compare, self.explorer, self._asked))

    @property
    def _asked(self) -> Query:
        """The query whose articles' figures are shown."""
        return Query() if self._whole else self._query

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Say whether an action can do anything here."""
        if action == "widen":
            return self._is_part
        return super().check_action(action, parameters)

    @property
    def _is_part(self) -> bool:
        """Whether the query asks for less than all articles."""
        return bool(self._query.text.strip()) or self._query.span is not None

    def action_widen(self) -> None:
        """Show the figures of all articles, or those of the query again, with the cursor where it is."""
        self._state = replace(self.state(), whole=not self._whole)
        self._whole, self._ready, self._failed = not self._whole, None, False
        self._find()

    @on(ArticlesRead)
    def show_read(self, event: ArticlesRead) -> None:
        """Say how far the reading is."""
        words = _("read {number:,} of {articles} …").format(
            number=event.number, articles=counted(self._total, "article")
        )
        if self._whole:
            words = _("read {articles} …").format(articles=counted(event.number, "article"))
        self.query_one("#head", TextLine).words = ((_("Figures"), "strong"), (f" · {words}", "muted"))

    @on(FiguresReady)
    def show_figures(self, event: FiguresReady) -> None:
        """List everything, or what was listed when it was left."""
        self._ready = event
        if self.words:
            self.refilter()
        elif self._state is not None and self._state.words:
            self.filter_by(self._state.words)
        else:
            self.show_filtered(Filtered(event.items, "", None))

    def selection(self) -> Select | None:
        """Return what selects among all figures."""
        return None if self._ready is None else partial(_selected, self._ready.items)

    def show_items(self, event: Filtered) -> None:
        """List figures; at first with the cursor where it was left."""
        listing = self.query_one(FigureList)
        listing.empty_words = self._empty_words()
        state, self._state = self._state, None
        listing.list_items(tuple(event.items), state.chosen if state is not None else None)
        self._show_head()
        self.query_one("#subhead", TextLine).words = ((self._subhead(), "muted"),)

    def state(self) -> FiguresState:
        """Return how the figures are left."""
        if self._state is not None:  # they were not listed yet
            return self._state
        item = self.query_one(FigureList).item
        return FiguresState(self._query, self.words, None if item is None else item.name, self._whole)

    @on(FigureList.Moved)
    def show_detail(self) -> None:
        """Say what the chosen figure's sentence is, and how it stands to the others."""
        box, item = self.query_one("#detail", Static), self.query_one(FigureList).item
        lines = detail_lines(item, max(10, self.size.width - 2), box.size.height or 2)
        box.update(Content("\n".join(lines)))
        self.show_beside()

    def passage(self) -> tuple[int, Mark] | None:
        """Return the article of the chosen figure and its sentence."""
        item = self.query_one(FigureList).item
        answer = item.answer if item is not None else None
        return (answer.report.number, (answer.figure.sentence_start, answer.figure.sentence_end)) if answer else None

    @on(FigureList.ReadAsked)
    def read(self, event: FigureList.ReadAsked) -> None:
        """Read the chosen figure in its article."""
        answer = event.item.answer
        if answer is not None:
            sentence = (answer.figure.sentence_start, answer.figure.sentence_end)
            text = "" if self._whole else None
            self.leave(Goal(Pane.READER, text=text, article=answer.report.number, passage=sentence))

    def on_resize(self) -> None:
        """Say as much as there is room for."""
        self.call_after_refresh(self.show_detail)

    @on(Failed)
    def note_failure(self) -> None:
        """Say in the list that nothing will come; what went wrong is said besides."""
        self._failed = self._ready is None
        listing = self.query_one(FigureList)
        listing.empty_words = self._empty_words()
        listing.refresh()

    def action_search(self) -> None:
        """Search the dossier."""
        self.leave(Goal(Pane.SEARCH))

    def action_copy(self, part: str) -> None:
        """Copy the sentence of the chosen figure with its citation, or one of them alone."""
        item = self.query_one(FigureList).item
        answer = item.answer if item is not None else None
        head = next(citable_heads(self.explorer, [answer.report.number]), None) if answer is not None else None
        if answer is not None and head is not None:
            self.notify(copy_part(self.app, Part(part), answer.sentence, head), timeout=4, markup=False)

    def action_export(self) -> None:
        """Ask for a file name and write the figures that are listed, and say so."""
        listed = narrowed(self.query_one(FigureList).items)
        if not listed:
            self.notify(_("Nothing to write: no figure is listed."), timeout=3)
            return
        from tui.ui.screens.export import ExportScreen

        figures = sum(len(question.answers) for question in listed)
        what = _("{figures} of {questions}").format(
            figures=counted(figures, "figure"), questions=counted(len(listed), "question")
        )
        forms = {
            ".csv": (N_("table"), partial(formats.as_csv, listed)),
            ".json": ("JSON", partial(formats.as_json, listed)),
            ".md": ("Markdown", partial(formats.as_markdown, listed)),
        }

        def written(path: Path | None) -> None:
            if path is not None:
                words = _("Wrote {what} to {path}.").format(what=what, path=printable_line(str(path)))
                self.notify(words, timeout=6, markup=False)

        self.app.push_screen(ExportScreen(what, forms, self.explorer.folder, "figures"), written)

    def _empty_words(self) -> str:
        if self._failed:
            return _("The figures could not be found.\nq goes back.")
        if self.words:
            return _("No figure has these words.\nesc lists all of them again.")
        if faulty := fault_words(self._asked.text):
            return faulty
        none = _(
            "No two sources of these articles give figures of one question.\n"
            "Compared is how many were killed, wounded, displaced, deployed and the like, and no prices."
        )
        if self._is_part and not self._whole:
            return none + "\n" + _("a shows those of all articles; q goes back.")
        return none + "\n" + _("q goes back.")

    def _show_head(self) -> None:
        """Write the line above the list."""
        ready = self._ready
        if ready is None:
            return
        verdicts = [question.verdict for question in ready.asked]
        if fault_words(self._asked.text):
            self.query_one("#head", TextLine).words = ((_("Figures"), "strong"), (" · " + _("not searched"), "muted"))
            return
        head: list[tuple[str, str]] = [(_("Figures"), "strong"), (f" · {counted(len(verdicts), 'question')}", "plain")]
        contradicting, different = verdicts.count(Verdict.CONTRADICTS), verdicts.count(Verdict.DIFFERENT)
        told = [ngettext("{count:,} contradicts", "{count:,} contradict", contradicting).format(count=contradicting)]
        if not contradicting:
            partly = ready.faults or any(question.uncompared for question in ready.asked)
            told = [_("no contradiction found") if partly else _("nothing contradicts")] if verdicts else []
        if different:
            told.append(
                ngettext("{count:,} differs in kind", "{count:,} differ in kind", different).format(count=different)
            )
        head.extend((f" · {words}", "plain") for words in told)
        listed = sum(item.place is not None for item in self.query_one(FigureList).items)
        whole = sum(item.place is not None for item in ready.items)
        figures = counted(whole, "figure")
        if listed != whole:
            figures = _("{count:,} of {whole}").format(count=listed, whole=figures)
        head.append((f" · {figures}", "muted"))
        if ready.faults:
            missing = _("those of {articles} are missing: an error of this program")
            head.append((f" · {missing.format(articles=counted(ready.faults, 'article'))}", "muted"))
        self.query_one("#head", TextLine).words = tuple(head)

    def _subhead(self) -> str:
        """Say which articles the figures are of and how that is changed, or what "different in kind" comes to."""
        if self._is_part:
            other = _("a: of all articles") if not self._whole else _("a: of {text}").format(text=self._narrow())
            return f"{self._scope()} · {other}"
        if self._ready is None or all(question.verdict is not Verdict.DIFFERENT for question in self._ready.asked):
            return self._scope()
        return _("{scope} · different in kind: no contradiction, see below why").format(scope=self._scope())

    def _narrow(self) -> str:
        """Return the query, or the days where it has no words."""
        query = self._query
        return printable_line(query.text.strip()) or (span_label(query.span) if query.span else "")

    def _scope(self) -> str:
        """Say which articles they are of."""
        query = self._asked
        words = (
            _("of the articles found by {text}").format(text=printable_line(query.text))
            if query.text.strip()
            else _("of all articles")
        )
        return words if query.span is None else f"{words} · {_(query.clock.value)} {span_label(query.span)}"


def _compare(explorer: Archive, query: Query, turn: Turn) -> None:
    reports: list[Report] = []
    told = monotonic()
    for report in explorer.reports(query, turn.stop, answering=True):
        reports.append(report)
        if monotonic() - told > _PULSE:
            told = monotonic()
            turn.post(ArticlesRead(len(reports)))
    asked = questions(reports)
    turn.post(FiguresReady(asked, items_of(asked), sum(bool(report.fault) for report in reports)))


def _selected(items: tuple[Item, ...], words: str, stop: Stop) -> tuple[Item, ...]:
    return filtered(items, words, stop)
