"""What the keys of a screen do, derived from its bindings, so that help and hints cannot disagree with them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

from tui.locale import N_, stored
from tui.ui.drawing.key_table import Section, shown_keys
from tui.ui.trail import Pane
from tui.ui.widgets.reader import Reader

_LANGUAGE = Section(
    N_("What can be typed"),
    (
        ("camp handover", N_("both words, in any form")),
        ("a OR b · -a · ( )", N_("either, without, groups")),
        ("“exit plan”", N_("a phrase")),
        ("figures:11000..12000", N_("numbers, however they are written")),
        ("with* · withdr?w", N_("beginnings, wildcards")),
        ("title: source: tag:", N_("fields; also author: text: lang:")),
        ("date:2023-06..2023-12", N_("published then, both ends included")),
        ("event:2023-06", N_("articles that name a day of that time")),
        ("is:undated", N_("articles without a date")),
        ("is:doubtful", N_("articles of doubtful date")),
        ("is:read", N_("what you read, or marked so; also is:unread is:starred is:noted is:new")),
        ("sort:date sort:-date", N_("the order")),
    ),
)

_NAMES = {
    "ArticleList": N_("Articles"),
    "Reader": N_("Reader"),
    "Timeline": N_("Timeline"),
    "SearchBar": N_("Search"),
    "FindBar": N_("Find in the article"),
    "SuggestionList": N_("Suggestions"),
    "ChronologyList": N_("Chronology"),
    "AccountList": N_("Account"),
    "FigureList": N_("Figures"),
    "ContextList": N_("Words"),
    "OutletList": N_("Outlets"),
    "ComparisonView": N_("Side by side"),
    "DeskList": N_("Notes"),
    "ProofDraft": N_("Manuscript"),
    "ProofEvidence": N_("Evidence"),
    "FilterBar": N_("Narrow the list"),
    "PromptLine": N_("One line"),
    "NoteEditor": N_("Note"),
}


_GROUPS = {
    N_("Search"): ("search", "undated", "sort", "facets", "related", "fold", "save", "saved", "prove"),
    N_("Read"): ("head", "next", "previous", "on", "back"),
    N_("Note"): ("note", "star", "tag", "untag", "status", "mend", "undo", "redo"),
    N_("Take away"): ("export", "copy", "cite"),
    N_("Screen"): ("alone", "narrower", "wider", "keys", "read-again"),
}
"""The groups of a screen's actions, by the beginnings of their names; all others go somewhere."""


def group_of(node: DOMNode, binding: Binding) -> str:
    """Name the group of an action: that of a pane by its name, that of a screen by what it does."""
    if not isinstance(node, Screen):
        return _NAMES.get(type(node).__name__, N_("Here"))
    name = (binding.id or "").partition(".")[2]
    whole, first = name, name.partition("-")[0]
    found = (group for group, names in _GROUPS.items() if whole in names or first in names)
    return next(found, N_("Go"))


def own_bindings(node: DOMNode) -> list[Binding]:
    """Return the bindings of the class of `node` itself, without those it inherits."""
    return [entry for entry in type(node).BINDINGS if isinstance(entry, Binding)]


def described(entry: Binding) -> str:
    """Say what a key does."""
    return stored(entry.description)


def sections_for(screen: Screen[Any]) -> list[Section]:
    """Return the keys of the focused pane, those of the screen and those of the program."""
    focused = screen.focused
    sections = []
    taken: set[str] = set()
    if focused is not None:
        note = (focused.HELP or "") if type(focused).__name__ in _NAMES else ""
        sections.append(_section(_NAMES.get(type(focused).__name__, N_("This pane")), focused, taken, note))
        taken = {key for entry in own_bindings(focused) for key in entry.key.split(",")}
    if type(focused).__name__ == "SearchBar":
        sections.append(_LANGUAGE)
    else:
        sections.append(_section(N_("Everywhere"), screen, taken))
    ever = (
        ("tab", N_("next pane")),
        ("ctrl+p", N_("every action, by name")),
        (";", N_("the citation style, with samples")),
        ("ctrl+c", N_("copy")),
        ("ctrl+q", N_("quit")),
    )
    return [*sections, Section(N_("Always"), ever)]


def _section(title: str, node: DOMNode, taken: set[str], note: str = "") -> Section:
    """Describe the bindings of a node, without the keys that another node handles first, and with a note below them."""
    rows = []
    for entry in own_bindings(node):
        keys = ",".join(key for key in entry.key.split(",") if key not in taken)
        if keys:
            rows.append((shown_keys(keys), entry.description))
    return Section(title, tuple(rows), note)


_FOOTERS = {
    "ArticleList": (
        ("/", N_("search")),
        ("o", N_("sort")),
        ("T", N_("chronology")),
        ("=", N_("figures")),
        ("t", N_("timeline")),
        ("y", N_("copy")),
        ("enter", N_("read")),
        ("f", N_("in common")),
        ("q", N_("back")),
    ),
    "Reader": (
        ("n", N_("next mark")),
        ("s", N_("search")),
        ("/", N_("find here")),
        ("y", N_("copy")),
        ("e", N_("next date")),
        ("q", N_("back")),
        ("a", N_("note")),
        ("T", N_("chronology")),
        ("t", N_("timeline")),
    ),
    "Timeline": (
        ("enter", N_("choose and list")),
        ("z", N_("zoom in")),
        ("Z", N_("out")),
        ("c", N_("other dates")),
        ("F", N_("fit")),
        ("esc", N_("leave")),
        ("m", N_("next milestone")),
        ("n", N_("next hits")),
    ),
}
"""The keys of the main screen's panes by use: what does not fit is left out from the end."""

_BARE = (("F5", N_("read the folder again")), ("A", N_("account")), ("q", N_("quit")))
"""The keys that act in a dossier without an article."""

_SELECTION = (
    ("y", N_("copy")),
    ("Y", N_("the words alone")),
    ("v", N_("more")),
    ("←→", N_("extend")),
    ("w", N_("a word")),
    ("o", N_("other end")),
    ("a", N_("note")),
    ("esc", N_("drop")),
)


_BACK = {
    Pane.CHRONOLOGY: N_("back to the chronology"),
    Pane.ACCOUNT: N_("back to the account"),
    Pane.FIGURES: N_("back to the figures"),
    Pane.WORDS: N_("back to the words in context"),
    Pane.OUTLETS: N_("back to outlets by time"),
    Pane.COMPARISON: N_("back to the two side by side"),
    Pane.DESK: N_("back to the desk"),
    Pane.PROOF: N_("back to the manuscript"),
}
"""Where `q` leads from the main screen, where that is another screen."""


def hint_words(
    screen: Screen[Any], behind: Pane | None = None, *, bare: bool = False, empty: bool = False, idle: str = ""
) -> tuple[tuple[str, str], ...]:
    """Return the short line of keys for the focused pane; a screen that lies `behind` it comes first.

    A `bare` dossier has no article for most keys to act on, an `empty` list no item. The `idle_keys` of the focused
    pane and those of `idle` have nothing to go to, and are left out.
    """
    focused = screen.focused
    if isinstance(focused, Reader) and focused.selection.by_keys:
        return _pairs(_SELECTION)
    typing = type(focused).__name__ in ("SearchBar", "FindBar", "FilterBar", "PromptLine", "NoteEditor")
    first = () if typing else (("?", N_("keys")),)
    footer = _BARE if bare and not typing else _FOOTERS.get(type(focused).__name__)
    nowhere = getattr(focused, "idle_keys", frozenset()) | frozenset(idle)
    back = _BACK.get(behind) if behind is not None and not typing else None
    if footer is not None and back is not None:
        footer = (("q", back), *(pair for pair in footer if pair[0] != "q"))
    keys = footer if footer is not None else _shown([n for n in (focused, screen) if n is not None][: 2 - typing])
    if empty and not typing:
        keys = _shown([screen], among=("filter", "back", "search"))
    acting = [pair for pair in keys if pair[0] not in nowhere]
    return _pairs((*first, *acting, ("ctrl+p", N_("all actions"))))


def _shown(nodes: Sequence[DOMNode], among: Sequence[str] = ()) -> list[tuple[str, str]]:
    """Return the keys that bindings show, each by the first node that handles it; or those `among` the ends of ids."""
    keys: list[tuple[str, str]] = []
    taken = {"question_mark"}
    for node in nodes:
        for entry in own_bindings(node):
            first = entry.key.split(",")[0]
            named = (entry.id or "").rpartition(".")[2] in among if among else entry.show
            if named and first not in taken:
                keys.append((shown_keys(first), entry.description))
        taken |= {key for entry in own_bindings(node) for key in entry.key.split(",")}
    return keys


def _pairs(keys: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return keys and what they do as words of a line."""
    return tuple(pair for key, does in keys for pair in ((key, "key"), (f" {stored(does)}   ", "muted")))
