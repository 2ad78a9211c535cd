"""The chronology: what the articles of a query say happened, in the order in which it happened."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget

from tui.base.plurals import counted
from tui.base.printable import printable_line
from tui.base.progress import Stop
from tui.chronology.chronology import Chronology, DatedStatement
from tui.chronology.telling import Sign
from tui.core.archive import Archive
from tui.core.citable import citable_heads
from tui.core.view import Query
from tui.errors import MaliTuiError
from tui.export import chronology as formats
from tui.locale import N_, _, ngettext
from tui.search.passage import Mark
from tui.timeline.granularity import span_label
from tui.ui.clipboard import Part, copy_part
from tui.ui.drawing.date_labels import date_label, explained
from tui.ui.drawing.event_items import EventItems
from tui.ui.drawing.find_in_text import pattern_of
from tui.ui.drawing.status import fault_words
from tui.ui.drawing.styled_runs import cells, styled
from tui.ui.query_runner import Turn
from tui.ui.screens.chronology_cache import ChronologyCache, KnownChronology
from tui.ui.screens.chronology_choice import WORTH_READING, Choice, LeftOut, Level
from tui.ui.screens.filtered_list import Filtered, FilteredListScreen, Select, shared_bindings
from tui.ui.trail import Goal, Pane
from tui.ui.widgets.chronology_list import ChronologyList
from tui.ui.widgets.text_line import TextLine

_BETWEEN = [(" · ", "muted")]


@dataclass(frozen=True, slots=True)
class ChronologyState:
    """How a chronology was left: what comes back when it is opened again."""

    query: Query
    words: str = ""
    """What it was filtered by."""
    chosen: DatedStatement | None = None
    """The chosen statement."""
    choice: Choice = WORTH_READING
    """What was listed of it."""


class ChronologyGrown(Message):
    """More events were read."""

    def __init__(self, known: KnownChronology) -> None:
        super().__init__()
        self.known = known


class ChronologyScreen(FilteredListScreen):
    """The dated statements of a query's articles."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "timeline", "timeline", id="chronology.timeline"),
        Binding("x", "export", "write file", id="chronology.export"),
        Binding("y", "copy('quotation')", "copy the sentence with its citation", id="chronology.copy", show=False),
        Binding("Y", "copy('text')", "copy the sentence alone", id="chronology.copy-text", show=False),
        Binding("c", "copy('citation')", "copy the citation alone", id="chronology.cite", show=False),
        Binding("s", "search", "search the dossier", id="chronology.search", show=False),
        Binding("a", "level('ALL')", "all events", id="chronology.all"),
        Binding("f", "level('SEVERAL')", "what several sources tell", id="chronology.several", show=False),
        Binding("d", "level('DISPUTED')", "what is disputed", id="chronology.disputed", show=False),
        Binding("o", "source", "only what the chosen source tells", id="chronology.source", show=False),
        Binding("z", "unfold", "what is vague, far off or without a day", id="chronology.unfold", show=False),
        *shared_bindings("chronology", "T"),
    ]
    FILTER_HINT = N_("words of the sentence, a source, a year")
    DEFAULT_CSS = """
    ChronologyScreen {
        &.-low.-of-all > #subhead { display: none; }
        &.-low > #detail { height: 1; border-top: none; }
    }
    """
    AUTO_FOCUS = "ChronologyList"

    def __init__(
        self,
        explorer: Archive,
        query: Query,
        state: ChronologyState | None = None,
        cache: ChronologyCache | None = None,
    ) -> None:
        """Show the chronology of `query`, as it was left where it is of the same articles."""
        super().__init__(explorer)
        self._query = query
        self._cache = cache or ChronologyCache()
        self._known: KnownChronology | None = None
        self._state = state
        self._fresh = state is None
        """Whether it is to begin where the reports disagree, as soon as all of it is read."""
        self._choice = WORTH_READING if state is None else state.choice
        self._left_out = LeftOut(0, 0, 0)
        self.set_class(not query.text.strip() and query.span is None, "-of-all")

    def list_widget(self) -> Widget:
        """Return the list of statements."""
        return ChronologyList(id="listing")

    def on_mount(self) -> None:
        """Show what was read before, and read on."""
        self.query_one(ChronologyList).empty_words = _("Reading what the texts say happened …")
        if self._state is not None and self._state.words:
            self.words = self._state.words
            self.filter_by(self._state.words)
        known = self._cache.get(self._query)
        if known is not None and known.done:
            self._known = known
            self.show_filtered(Filtered(self._choice.select(known), "", None)) if not self.words else self.refilter()
        else:
            self._show_head()
            self.runner.ask("chronology", partial(_read, self.explorer, self._query, self._cache))

    @on(ChronologyGrown)
    def show_chronology(self, event: ChronologyGrown) -> None:
        """List what there is so far."""
        self._known = event.known
        self.refilter()

    def selection(self) -> Select | None:
        """Return what selects among all events so far."""
        return None if self._known is None else partial(_selected, self._known, self._choice)

    def show_items(self, event: Filtered) -> None:
        """List statements, the words marked in them; at first with the cursor where it was left."""
        assert isinstance(event.items, EventItems)
        listing = self.query_one(ChronologyList)
        if self._known is not None:
            self._left_out = self._choice.left_out(self._known)
        listing.empty_words = self._empty_words()
        listing.list_items(event.items, _patterns(event.words))
        state = self._state
        if state is not None and (state.chosen is None or listing.choose(state.chosen) or self.is_whole()):
            self._state = None
        if self._fresh and self.is_whole():
            self._fresh = False
            if not listing.cursor and not event.words:
                listing.show_first_disputed()
        self._show_head()

    def is_whole(self) -> bool:
        """Say whether all events were read."""
        return self._known is not None and self._known.done

    def state(self) -> ChronologyState:
        """Return how the chronology is left."""
        if self._state is not None:  # it was not listed yet
            return self._state
        item = self.query_one(ChronologyList).item
        return ChronologyState(self._query, self.words, None if item is None else item.statement, self._choice)

    @on(ChronologyList.Moved)
    def explain(self, event: ChronologyList.Moved) -> None:
        """Say how the chosen date came about."""
        words = "" if event.item is None else explained(event.item.statement.timex, max(10, self.size.width - 2))
        self.query_one("#detail", TextLine).words = ((words, "plain"),)
        self.show_beside()

    def passage(self) -> tuple[int, Mark] | None:
        """Return the article of the chosen statement and its sentence."""
        item = self.query_one(ChronologyList).item
        return (item.statement.number, (item.statement.start, item.statement.end)) if item is not None else None

    @on(ChronologyList.ReadAsked)
    def read(self, event: ChronologyList.ReadAsked) -> None:
        """Read the chosen statement in its article."""
        self.leave(Goal(Pane.READER, article=event.statement.number, date=event.statement.timex.start))

    def on_resize(self) -> None:
        """Say as much as there is room for."""
        self._show_head()

    def action_timeline(self) -> None:
        """Go to the day of the chosen statement on the timeline; one without a day leads nowhere."""
        item = self.query_one(ChronologyList).item
        if item is None:
            return
        if item.statement.timex.span is None:
            self.notify(_("This date could not be resolved: it has no place on the timeline."), timeout=3)
        else:
            self.leave(Goal(Pane.TIMELINE, day=item.statement.timex.span.first))

    def action_search(self) -> None:
        """Search the dossier."""
        self.leave(Goal(Pane.SEARCH))

    def action_copy(self, part: str) -> None:
        """Copy the chosen sentence with its citation, or one of them alone, and say whose words it has."""
        item = self.query_one(ChronologyList).item
        head = None if item is None else next(citable_heads(self.explorer, [item.statement.number]), None)
        if item is not None and head is not None:
            timex = item.statement.timex
            note = _("day of the event inferred: {date}").format(date=date_label(timex)) if timex.inferred else ""
            told = copy_part(self.app, Part(part), item.statement.sentence, head, note)
            self.notify(told, timeout=4, markup=False)

    def action_level(self, name: str) -> None:
        """List other events; those worth reading where these are listed already."""
        level = Level[name]
        self._choose(replace(self._choice, level=Level.WORTH if self._choice.level is level else level))

    def action_source(self) -> None:
        """List what the chosen statement's source tells, or every source again."""
        item = self.query_one(ChronologyList).item
        if self._choice.source:
            self._choose(replace(self._choice, source=""))
        elif item is not None and item.statement.source:
            self._choose(replace(self._choice, source=item.statement.source))
        elif item is not None:
            self.notify(_("This article names no source."), timeout=3)

    def action_unfold(self) -> None:
        """List what is vague, far off or open at the end, or fold it away."""
        self._choose(replace(self._choice, unfolded=not self._choice.unfolded))

    def _choose(self, choice: Choice) -> None:
        self._choice = choice
        self.refilter()

    def action_export(self) -> None:
        """Ask for a file name and write what is listed, without statements whose date is open, and say so."""
        listed = self.query_one(ChronologyList).items
        if self._known is None or not isinstance(listed, EventItems) or not len(listed):
            self.notify(_("Nothing to write: no statement is listed."), timeout=3)
            return
        omitted = listed.with_sign(Sign.OPEN)
        events = len(listed.events) - omitted
        if not events:
            self.notify(_("Nothing to write: every date that is listed is open."), timeout=4)
            return
        from tui.ui.screens.export import ExportScreen

        statements = listed.statements - omitted
        what = f"{counted(events, 'event')}, {counted(statements, 'statement')},"
        told = (
            _("Wrote {what} to {path}, without {statements} whose date is open.")
            if omitted
            else _("Wrote {what} to {path}.")
        )
        forms = _forms(lambda: Chronology(tuple(listed.entries()), ()))

        def written(path: Path | None) -> None:
            if path is not None:
                without = counted(omitted, "statement")
                words = told.format(what=what, path=printable_line(str(path)), statements=without)
                self.notify(words, timeout=6, markup=False)

        self.app.push_screen(ExportScreen(what, forms, self.explorer.folder, "chronology"), written)

    def _empty_words(self) -> str:
        known = self._known
        if known is None or not known.done:
            return _("Reading what the texts say happened …")
        if self.words:
            return _("No statement has these words.\nesc lists all of them again.")
        if faulty := fault_words(self._query.text):
            return faulty
        if len(known.listed):
            return _("Nothing of this kind is told.\na lists every event, z what is vague, far off or without a day.")
        return _("No sentence of these articles says when something happened.\nq goes back; search for more there.")

    def _show_head(self) -> None:
        """Write the lines above the list."""
        items = self.query_one(ChronologyList).items
        head: list[tuple[str, str]] = [(_("Chronology"), "strong")]
        known = self._known
        if known is None:
            head.append((" · " + _("reading what the texts say happened …"), "muted"))
        elif fault_words(self._query.text):
            head.append((" · " + _("not searched"), "muted"))
        elif isinstance(items, EventItems):
            head += self._counts(known, items)
        self.query_one("#head", TextLine).words = tuple(head)
        keys, scope = self._keys() if known is not None else [], [(self._scope(), "muted")]
        known_scope = self.has_class("-of-all") and not (known is not None and known.unread)
        subhead = self.query_one("#subhead", TextLine)
        if keys and known_scope and cells([*keys, *_BETWEEN, *scope]) > self.size.width - 2:
            scope = []
        subhead.words = (*keys, *(_BETWEEN if keys and scope else []), *scope)

    def _counts(self, known: KnownChronology, items: EventItems) -> list[tuple[str, str]]:
        """Say how many events are listed, of how many, and whether more are being read."""
        opened = items.with_sign(Sign.OPEN)
        whole, part = known.events, len(items.events) - opened
        events = counted(whole, "event")
        if part != whole:
            events = _("{count:,} of {whole}").format(count=part, whole=events)
        head = [(f" · {events}", "plain")]
        disputed = items.with_sign(Sign.DISPUTED)
        if disputed:
            head.append((" · " + _("{count:,} disputed").format(count=disputed), "accent"))
        head.append((f" · {counted(items.statements, 'statement')}", "muted"))
        if opened:
            head.append((", " + _("{count:,} without a day").format(count=opened), "muted"))
        if not known.done:
            head.append((" · " + _("reading {count:,} statements …").format(count=known.statements), "muted"))
        return head

    def _keys(self) -> list[tuple[str, str]]:
        """Say what is listed, and which key lists the rest: how much that is, unless what is listed was narrowed."""
        choice, left = self._choice, self._left_out
        narrowed = bool(choice.source or self.words or choice.level in (Level.SEVERAL, Level.DISPUTED))
        words: list[tuple[str, str]] = [(_(choice.level.words), "plain")]
        if choice.source:
            words.append((" · " + _("by {source}").format(source=printable_line(choice.source)), "plain"))
        if narrowed and choice.level is not Level.ALL:
            words += [*_BETWEEN, ("a", "key"), (" " + _("every event"), "muted")]
        elif left.more and not narrowed:
            more = styled(_("{key} {count} more"), "muted", key=("a", "key"), count=(f"{left.more:,}", "muted"))
            words += [*_BETWEEN, *more]
        far = [_("{count:,} vague or far off").format(count=left.far)] if left.far else []
        opened = [_("{count:,} without a day").format(count=left.opened)] if left.opened else []
        if choice.unfolded or far or opened:
            told = _("folds what is vague or far off") if choice.unfolded else ", ".join((*far, *opened))
            words += [*_BETWEEN, ("z", "key"), (f" {told}", "muted")]
        return words

    def _scope(self) -> str:
        """Say which articles it is of."""
        query = self._query
        words = (
            _("found by {text}").format(text=printable_line(query.text)) if query.text.strip() else _("of all articles")
        )
        parts = [words if query.span is None else f"{words} · {_(query.clock.value)} {span_label(query.span)}"]
        if self._known is not None and self._known.unread:
            parts.append(_unread_words(self._known.unread))
        return " · ".join(parts)


def _unread_words(unread: int) -> str:
    message = ngettext(
        "{count:,} article is not searched for dates yet", "{count:,} articles are not searched for dates yet", unread
    )
    return message.format(count=unread)


def _patterns(words: str) -> list[re.Pattern[str]]:
    return [pattern for word in words.split() if (pattern := pattern_of(word)) is not None]


_FIRST = 50
"""Events of which the first are shown; after that whenever there are twice as many."""


def _read(explorer: Archive, query: Query, cache: ChronologyCache, turn: Turn) -> None:
    """Read the chronology of a query, from where it was left."""
    known = cache.get(query)
    if known is None:
        known = KnownChronology(query, explorer.statements(query, turn.stop), explorer)
        cache.keep(known)
    shown = _FIRST
    try:
        for _batch in known.read_on(turn.stop):
            if len(known.listed) >= shown or known.done:
                turn.post(ChronologyGrown(known))
                shown = 2 * max(shown, len(known.listed))
    except MaliTuiError:
        cache.clear()  # what was read is not the whole: the next time begins anew
        raise


def _selected(known: KnownChronology, choice: Choice, words: str, stop: Stop) -> EventItems:
    return choice.select(known, _patterns(words), stop)


def _forms(listed: Callable[[], Chronology]) -> dict[str, tuple[str, Callable[[], str]]]:
    """Return the forms in which a chronology is written, by the ending of a file's name."""
    return {
        ".md": ("Markdown", lambda: formats.as_markdown(listed())),
        ".csv": (N_("table"), lambda: formats.as_csv(listed())),
        ".jsonl": ("JSON Lines", lambda: formats.as_json_lines(listed())),
        ".json": ("TimelineJS", lambda: formats.as_timelinejs(listed())),
        ".ics": (N_("calendar"), lambda: formats.as_icalendar(listed())),
    }
