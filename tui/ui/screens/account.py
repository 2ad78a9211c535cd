"""The account: what became of each file, and which articles have a date to look at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from tui.base.printable import printable_line
from tui.base.progress import Stop
from tui.core.advice import advice
from tui.core.archive import Archive
from tui.locale import N_, _
from tui.search.facets import clause
from tui.ui.clipboard import Part, copy, copy_part
from tui.ui.drawing.account_entries import AccountLine, AccountListing, AccountSection, counts, entries, opened_first
from tui.ui.drawing.account_rows import detail_pages, kind_words, sums_words
from tui.ui.query_runner import Turn
from tui.ui.screens.filtered_list import Filtered, FilteredListScreen, Select, shared_bindings
from tui.ui.trail import Goal, Pane
from tui.ui.widgets.account_list import AccountList
from tui.ui.widgets.text_line import TextLine

_FEW = 5
"""So many articles are asked for by their ids, each exactly; more of one file, by its path."""

_AGAIN = 2.0
"""Seconds until an account is fetched again while files are being read."""


@dataclass(frozen=True, slots=True)
class AccountState:
    """How an account was left: what comes back when it is opened again."""

    kind: AccountSection = AccountSection.ALL
    opened: frozenset[str] = frozenset()
    """The paths of the archives whose members are listed."""
    chosen: str = ""
    """The name of the chosen entry."""
    words: str = ""
    """What it was filtered by."""


class AccountReady(Message):
    """The account was fetched."""

    def __init__(self, account: AccountListing) -> None:
        super().__init__()
        self.account = account


class QueryReady(Message):
    """The query that finds the articles of an entry was made; empty where there are none."""

    def __init__(self, query: str) -> None:
        super().__init__()
        self.query = query


class AccountScreen(FilteredListScreen):
    """Every file with its outcome, every undated and every doubtful article."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "kind(1)", "next kind", id="account.kind"),
        Binding("F", "kind(-1)", "previous kind", id="account.kind-before", show=False),
        Binding("space", "more", "the rest of what is known of it", id="account.more", show=False),
        Binding("y,c", "copy", "copy the citation; of a file, what became of it", id="account.copy", show=False),
        Binding("Y", "copy(True)", "copy the title or the path alone", id="account.copy-text", show=False),
        *shared_bindings("account", "A"),
    ]
    FILTER_HINT = N_("words of the path, the title or the reason")
    DEFAULT_CSS = """
    AccountScreen {
        & > #detail { border-title-align: right; border-title-color: $text-muted; height: 7; }
        &.-low > #detail { height: 4; }
        &.-wide > #beside { display: none; }
    }
    """
    AUTO_FOCUS = "AccountList"

    def __init__(
        self, explorer: Archive, state: AccountState | None = None, busy: Callable[[], bool] = lambda: False
    ) -> None:
        """Show the account as it was left; while files are being read, as `busy` says, it is fetched now and then."""
        super().__init__(explorer)
        self._state = state or AccountState()
        self._busy = busy
        self._account: AccountListing | None = None
        self._counts: dict[AccountSection, int] = {}
        self._kind = self._state.kind
        self._opened = set(self._state.opened)
        self._page = 0

    def list_widget(self) -> Widget:
        """Return the list of entries."""
        return AccountList(id="listing")

    def detail_widget(self) -> Widget:
        """Return the lines about the chosen entry."""
        return Static(id="detail")

    def on_mount(self) -> None:
        """Fetch the account."""
        self.query_one("#head", TextLine).words = ((_("Account"), "strong"), (" · " + _("one moment …"), "muted"))
        self.fetch()

    def fetch(self) -> None:
        """Ask for the account."""
        self.runner.ask("account", partial(_fetch, self.explorer))

    @on(AccountReady)
    def show_account(self, event: AccountReady) -> None:
        """List what was listed when it was left, else every file."""
        first = self._account is None
        self._account = event.account
        self._counts = counts(event.account)
        if first and self._state.words:
            self.filter_by(self._state.words)
        else:
            self.refilter()
        if self._busy():
            self.set_timer(_AGAIN, self.fetch)

    def selection(self) -> Select | None:
        """Return what selects the entries of the kind."""
        if self._account is None:
            return None
        return partial(_selected, self._account, self._kind, frozenset(self._opened))

    def show_items(self, event: Filtered) -> None:
        """List entries; at first with the cursor where it was left."""
        listing = self.query_one(AccountList)
        listing.empty_words = self._empty_words()
        listing.list_entries(tuple(event.items), self._state.chosen)
        self._state = AccountState()
        self._show_sums()

    def state(self) -> AccountState:
        """Return how the account is left."""
        entry = self.query_one(AccountList).entry
        if entry is None and self._account is None:
            return self._state
        return AccountState(self._kind, frozenset(self._opened), entry.name if entry is not None else "", self.words)

    @on(AccountList.Moved)
    def show_first_page(self) -> None:
        """Say what is known of the chosen entry."""
        self._page = 0
        self._show_detail()

    @on(AccountList.Unfolded)
    def unfold(self, event: AccountList.Unfolded) -> None:
        """List the files in an archive, or hide them."""
        (self._opened.add if event.opened else self._opened.discard)(event.path)
        self.refilter()

    @on(AccountList.ReadAsked)
    def read(self, event: AccountList.ReadAsked) -> None:
        """Ask for the query that finds the articles of the entry."""
        entry = event.entry
        if entry.file is not None and not entry.file.articles:
            self.notify(_("No article was read from this file; the lines below the list say why."), timeout=3)
        else:
            self.runner.ask("query", partial(_find, self.explorer, entry))

    @on(QueryReady)
    def list_articles(self, event: QueryReady) -> None:
        """Go to the articles."""
        if event.query:
            self.leave(Goal(Pane.LIST, text=event.query))
        else:
            self.notify(_("Its articles are no longer in the dossier."), timeout=3)

    def on_resize(self) -> None:
        """Say as much as there is room for."""
        self._show_sums()
        self.call_after_refresh(self._show_detail)

    def action_kind(self, steps: int) -> None:
        """List the next kind that has entries: all files, failed, skipped, undated, doubtful."""
        if self._account is None:
            return
        kinds = [kind for kind in AccountSection if kind in (AccountSection.ALL, self._kind) or self._counts.get(kind)]
        self._kind = kinds[(kinds.index(self._kind) + steps) % len(kinds)]
        self._opened |= opened_first(self._account, self._kind)
        self.refilter()

    def action_more(self) -> None:
        """Show the next page below the list; after the last page, the first."""
        self._page += 1
        self._show_detail()

    def action_copy(self, name_alone: bool = False) -> None:
        """Copy the citation of the chosen article, or the path of the chosen file with what became of it."""
        entry = self.query_one(AccountList).entry
        if entry is None:
            return
        if entry.head is not None and not name_alone:
            told = copy_part(self.app, Part.CITATION, "", entry.head)
        elif entry.head is not None:
            told = copy(self.app, printable_line(entry.head.title), entry.head)
        else:
            assert entry.file is not None
            known = (entry.file.path,) if name_alone else (entry.file.path, entry.file.outcome, entry.file.reason)
            told = copy(self.app, printable_line(" · ".join(part for part in known if part)))
        self.notify(told, timeout=4, markup=False)

    def _empty_words(self) -> str:
        if self.words:
            return _("No line has these words.\nesc lists all of them again.")
        if self._kind is AccountSection.ALL and not self.explorer.has_files:
            return _("An index has no files.\nf lists its first undated articles, and those whose date is in doubt.")
        return {
            AccountSection.ALL: _("There is no file in this folder."),
            AccountSection.FAILED: _("Nothing failed."),
            AccountSection.SKIPPED: _("Nothing skipped."),
            AccountSection.UNDATED: _("Nothing undated."),
            AccountSection.DOUBTFUL: _("Nothing doubtful."),
        }[self._kind]

    def _show_sums(self) -> None:
        """Write the lines above the list."""
        if self._account is not None:
            self.query_one("#head", TextLine).words = sums_words(
                self._account.sums, self._busy(), advice(self.explorer)
            )
            self.query_one("#subhead", TextLine).words = kind_words(self._counts, self._kind, self.size.width - 2)

    def _show_detail(self) -> None:
        """Write the lines below the list."""
        box = self.query_one("#detail", Static)
        pages = detail_pages(self.query_one(AccountList).entry, max(10, self.size.width - 2), box.size.height or 3)
        self._page %= len(pages)
        box.border_title = "" if len(pages) == 1 else _("space: all of it")
        if self._page:
            box.border_title = _("{page} of {count} · space").format(page=self._page, count=len(pages) - 1)
        box.update(Content("\n".join(pages[self._page])))


def _fetch(explorer: Archive, turn: Turn) -> None:
    account = AccountListing(
        tuple(explorer.accounts()), tuple(explorer.undated()), tuple(explorer.doubtful()), explorer.sums()
    )
    turn.post(AccountReady(account))


def _selected(
    account: AccountListing,
    kind: AccountSection,
    opened: frozenset[str],
    words: str,
    stop: Stop,  # noqa: ARG001  # the form of every question
) -> tuple[AccountLine, ...]:
    return entries(account, kind, opened, words)


def _find(explorer: Archive, entry: AccountLine, turn: Turn) -> None:
    ids = [entry.name] if entry.head is not None else explorer.ids_of(entry.name, _FEW + 1)
    query = f"id:{','.join(ids)}" if len(ids) <= _FEW else clause("path", entry.name)
    turn.post(QueryReady(query if ids else ""))
