"""The account: what became of each file, and which articles to look at for their date.

Whatever takes time runs in a thread: fetching the account, and narrowing it while words are typed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from tui.core.explorer import Explorer
from tui.errors import MaliTuiError
from tui.search.facets import clause
from tui.ui.drawing.account_entries import Account, Entry, Kind, counts, entries, opened_first
from tui.ui.drawing.account_rows import detail_pages, kind_words, sums_words
from tui.ui.messages import Failed
from tui.ui.screens.key_sections import hint_words
from tui.ui.widgets.account_list import AccountList
from tui.ui.widgets.filter_bar import FilterBar
from tui.ui.widgets.text_line import TextLine

_FEW = 5
"""So many articles are asked for by their ids, each exactly; more of one file by its path."""

_AGAIN = 2.0
"""Seconds until an account is fetched again while files are being read."""


@dataclass(frozen=True, slots=True)
class Left:
    """How an account was left: what comes back when it is opened again."""

    kind: Kind = Kind.ALL
    opened: frozenset[str] = frozenset()
    """The paths of the archives whose members are listed."""
    at: str = ""
    """The name of the chosen entry."""
    query: str = ""
    """What is to be asked of the dossier; empty where nothing is."""


class AccountReady(Message):
    """The account was fetched."""

    def __init__(self, account: Account) -> None:
        super().__init__()
        self.account = account


class Narrowed(Message):
    """The entries that have the words that were typed."""

    def __init__(self, listed: tuple[Entry, ...], words: str, chosen: str) -> None:
        super().__init__()
        self.listed = listed
        self.words = words
        self.chosen = chosen


class QueryReady(Message):
    """The query was made that finds the articles of an entry; empty where it has none."""

    def __init__(self, query: str) -> None:
        super().__init__()
        self.query = query


class AccountScreen(Screen[Left | None]):
    """Every file with its outcome, every undated and every doubtful article; answers with how it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "kind(1)", "next kind", id="account.kind"),
        Binding("F", "kind(-1)", "previous kind", id="account.kind-before", show=False),
        Binding("slash", "filter", "narrow", id="account.filter"),
        Binding("space", "more", "all that is known of it, a page further", id="account.more", show=False),
        Binding("escape", "back", "all of them again, then back", id="account.escape", show=False),
        Binding("q,A", "leave", "back", id="account.back"),
        Binding("question_mark,f1", "keys", "keys", id="account.keys"),
        Binding("colon", "app.command_palette", "every action", id="account.palette", show=False),
    ]
    DEFAULT_CSS = """
    AccountScreen {
        & > #account-sums { padding: 0 1; }
        & > #account-kinds { padding: 0 1; border-bottom: solid $foreground 20%; height: 2; }
        & > #account-details {
            padding: 0 1; border-top: solid $foreground 20%; border-title-align: right; border-title-color: $text-muted;
            height: 7;
        }
        & > #account-hints { padding: 0 1; }
        &.-low > #account-kinds { height: 1; border-bottom: none; }
        &.-low > #account-details { height: 4; }
    }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-regular")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-usual")]
    AUTO_FOCUS = "AccountList"

    def __init__(self, explorer: Explorer, left: Left | None = None, busy: Callable[[], bool] = lambda: False) -> None:
        """Show the account as it was `left`; while files are being read, as `busy` says, it is fetched now and then."""
        super().__init__()
        self._explorer = explorer
        self._left = left or Left()
        self._busy = busy
        self._account: Account | None = None
        self._counts: dict[Kind, int] = {}
        self._kind = self._left.kind
        self._opened = set(self._left.opened)
        self._words = ""
        self._page = 0

    def compose(self) -> ComposeResult:
        """Lay out the sums, the kinds, the list, what is known of the chosen entry, and the keys."""
        yield TextLine(id="account-sums")
        yield TextLine(id="account-kinds")
        yield AccountList(id="account-list")
        yield Static(id="account-details")
        hints = TextLine(id="account-hints")
        hints.whole = True
        yield hints

    def on_mount(self) -> None:
        """Fetch the account."""
        self.query_one("#account-sums", TextLine).words = (("Account", "strong"), (" · one moment …", "muted"))
        self._ask("account", self._fetch)

    @on(AccountReady)
    def show_account(self, event: AccountReady) -> None:
        """List what was listed when it was left, else every file."""
        first = self._account is None
        self._account = event.account
        self._counts = counts(event.account)
        self._list(self._left.at if first else "")
        if self._busy():
            self.set_timer(_AGAIN, partial(self._ask, "account", self._fetch))

    @on(Narrowed)
    def show_narrowed(self, event: Narrowed) -> None:
        """List what has the words."""
        self._words = event.words
        listed = self.query_one(AccountList)
        listed.empty_words = self._empty_words()
        listed.list_entries(event.listed, event.chosen)
        self._say()

    @on(Input.Changed, "#account-filter")
    def narrow(self, event: Input.Changed) -> None:
        """Narrow by what is typed, at every key."""
        self._words = event.value
        self._list()

    @on(FilterBar.Settled)
    def settle(self) -> None:
        """Go on in the list."""
        self.query_one(AccountList).focus()

    @on(FilterBar.Closed)
    def give_up(self) -> None:
        """List everything of the kind again."""
        self.query(FilterBar).remove()
        self.query_one(AccountList).focus()
        self._words = ""
        self._list()

    @on(AccountList.Moved)
    def tell(self) -> None:
        """Say everything that is known of the chosen entry."""
        self._page = 0
        self._detail()

    @on(AccountList.Unfolded)
    def unfold(self, event: AccountList.Unfolded) -> None:
        """List what lies within an archive, or no longer."""
        (self._opened.add if event.opened else self._opened.discard)(event.path)
        self._list()

    @on(AccountList.ReadAsked)
    def read(self, event: AccountList.ReadAsked) -> None:
        """Ask for the query that finds the articles of the entry."""
        entry = event.entry
        if entry.file is not None and not entry.file.articles:
            self.notify("No article of this file was read; the lines below the list say why.", timeout=3)
        else:
            self._ask("query", partial(self._find, entry))

    @on(QueryReady)
    def follow(self, event: QueryReady) -> None:
        """Go back and ask it."""
        if event.query:
            self._dismiss(event.query)
        else:
            self.notify("Its articles are no longer in the dossier.", timeout=3)

    @on(Failed)
    def tell_failure(self, event: Failed) -> None:
        """Say what went wrong and what to do."""
        self.notify(event.sentence, severity="error", timeout=10, markup=False)

    def on_resize(self) -> None:
        """Say as much as there is room for."""
        self._say()
        self.call_after_refresh(self._detail)

    def on_descendant_focus(self) -> None:
        """Show the keys of what has the focus."""
        self.query_one("#account-hints", TextLine).words = hint_words(self)

    def action_kind(self, steps: int) -> None:
        """List the next kind that there is any of: all files, failed, skipped, undated, doubtful."""
        if self._account is None:
            return
        kinds = [kind for kind in Kind if kind in (Kind.ALL, self._kind) or self._counts.get(kind)]
        self._kind = kinds[(kinds.index(self._kind) + steps) % len(kinds)]
        self._opened |= opened_first(self._account, self._kind)
        self._list()

    def action_filter(self) -> None:
        """Type words to narrow by."""
        bars = self.query(FilterBar)
        if not bars:
            bar = FilterBar("words of the path, the title or the reason", id="account-filter")
            self.mount(bar, after="#account-list")
            bar.focus()
        else:
            bars.first().focus()

    def action_back(self) -> None:
        """List everything again; where everything is listed, go back."""
        if self.query(FilterBar):
            self.give_up()
        else:
            self.action_leave()

    def action_more(self) -> None:
        """Read on below the list where not everything fits there; behind the last page comes the first."""
        self._page += 1
        self._detail()

    def action_leave(self) -> None:
        """Go back."""
        self._dismiss("")

    def action_keys(self) -> None:
        """Show the keys."""
        from tui.ui.screens.key_help import KeyHelp
        from tui.ui.screens.key_sections import sections_for

        self.app.push_screen(KeyHelp(sections_for(self)))

    def _dismiss(self, query: str) -> None:
        entry = self.query_one(AccountList).entry
        self.dismiss(Left(self._kind, frozenset(self._opened), entry.name if entry is not None else "", query))

    def _list(self, chosen: str = "") -> None:
        if self._account is not None:
            self._ask("list", partial(self._narrow, self._account, self._kind, frozenset(self._opened), chosen))

    def _empty_words(self) -> str:
        if self._words:
            return "No line has these words.\nesc lists all of them again."
        return "There is no file in this folder." if self._kind is Kind.ALL else f"Nothing {self._kind}."

    def _say(self) -> None:
        """Write the lines above the list."""
        if self._account is not None:
            self.query_one("#account-sums", TextLine).words = sums_words(self._account.sums, self._busy())
            self.query_one("#account-kinds", TextLine).words = kind_words(self._counts, self._kind, self.size.width - 2)

    def _detail(self) -> None:
        """Write the lines below the list."""
        box = self.query_one("#account-details", Static)
        pages = detail_pages(self.query_one(AccountList).entry, max(10, self.size.width - 2), box.size.height or 3)
        self._page %= len(pages)
        box.border_title = "" if len(pages) == 1 else "space: all of it"
        if self._page:
            box.border_title = f"{self._page} of {len(pages) - 1} · space"
        box.update(Content("\n".join(pages[self._page])))

    def _ask(self, group: str, work: Callable[[], None]) -> None:
        self.run_worker(partial(self._guarded, work), thread=True, exclusive=True, group=group)

    def _guarded(self, work: Callable[[], None]) -> None:
        try:
            work()
        except MaliTuiError as problem:
            self.post_message(Failed(str(problem)))

    def _fetch(self) -> None:
        worker, explorer = get_current_worker(), self._explorer
        account = Account(
            tuple(explorer.accounts()), tuple(explorer.undated()), tuple(explorer.doubtful()), explorer.sums()
        )
        if not worker.is_cancelled:
            self.post_message(AccountReady(account))

    def _narrow(self, account: Account, kind: Kind, opened: frozenset[str], chosen: str) -> None:
        worker, words = get_current_worker(), self._words
        listed = entries(account, kind, opened, words)
        if not worker.is_cancelled:
            self.post_message(Narrowed(listed, words, chosen))

    def _find(self, entry: Entry) -> None:
        worker = get_current_worker()
        ids = [entry.name] if entry.head is not None else self._explorer.ids_of(entry.name, _FEW + 1)
        query = f"id:{','.join(ids)}" if len(ids) <= _FEW else clause("path", entry.name)
        if not worker.is_cancelled:
            self.post_message(QueryReady(query if ids else ""))
