"""What the keys of a screen do, derived from its bindings, so that help and hints cannot disagree with them."""

from __future__ import annotations

from typing import Any

from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

from tui.ui.drawing.key_table import Section, shown_keys

_LANGUAGE = Section(
    "What can be typed",
    (
        ("camp handover", "both words, in any form"),
        ("a OR b · -a · ( )", "either, without, groups"),
        ("“exit plan”", "a phrase"),
        ("with* · withdr?w", "beginnings, wildcards"),
        ("title: source: tag:", "fields; also author: text: lang:"),
        ("date:2023-06..2023-12", "published then, both ends included"),
        ("event:2023-06", "articles that name a day of that time"),
        ("is:undated", "articles without a date"),
        ("is:doubtful", "articles of doubtful date"),
        ("sort:date sort:-date", "the order"),
    ),
)

_NAMES = {
    "ArticleList": "Articles",
    "Reader": "Reader",
    "Timeline": "Timeline",
    "SearchBar": "Search",
    "FindBar": "Find in the article",
    "SuggestionList": "Suggestions",
    "ChronologyList": "Chronology",
    "AccountList": "Account",
    "FigureList": "Figures",
    "DeskList": "Notes",
    "ProofDraft": "Manuscript",
    "ProofEvidence": "Evidence",
    "FilterBar": "Narrow the list",
    "PromptLine": "One line",
    "NoteEditor": "Note",
}


def own_bindings(node: DOMNode) -> list[Binding]:
    """Return the bindings of the class of `node` itself, without those it inherits."""
    return [entry for entry in type(node).BINDINGS if isinstance(entry, Binding)]


def sections_for(screen: Screen[Any]) -> list[Section]:
    """Return the keys of the focused pane, those of the screen and those of the program."""
    focused = screen.focused
    sections = []
    taken: set[str] = set()
    if focused is not None:
        note = (focused.HELP or "") if type(focused).__name__ in _NAMES else ""
        sections.append(_section(_NAMES.get(type(focused).__name__, "This pane"), focused, taken, note))
        taken = {key for entry in own_bindings(focused) for key in entry.key.split(",")}
    if type(focused).__name__ == "SearchBar":
        sections.append(_LANGUAGE)
    else:
        sections.append(_section("Everywhere", screen, taken))
    ever = (("tab", "next pane"), ("ctrl+p", "every action, by name"), ("ctrl+c", "copy"), ("ctrl+q", "quit"))
    return [*sections, Section("Always", ever)]


def _section(title: str, node: DOMNode, taken: set[str], note: str = "") -> Section:
    """Describe the bindings of a node, without the keys that another node handles first, and with a note below them."""
    rows = []
    for entry in own_bindings(node):
        keys = ",".join(key for key in entry.key.split(",") if key not in taken)
        if keys:
            rows.append((shown_keys(keys), entry.description))
    return Section(title, tuple(rows), note)


def hint_words(screen: Screen[Any]) -> tuple[tuple[str, str], ...]:
    """Return the short line of keys for the focused pane."""
    nodes: list[DOMNode] = [screen] if screen.focused is None else [screen.focused, screen]
    typing = type(screen.focused).__name__ in ("SearchBar", "FindBar", "FilterBar", "PromptLine", "NoteEditor")
    words: list[tuple[str, str]] = [] if typing else [("?", "key"), (" keys   ", "muted")]
    taken: set[str] = set() if typing else {"question_mark"}
    for node in nodes[:1] if typing else nodes:
        for entry in own_bindings(node):
            first = entry.key.split(",")[0]
            if entry.show and first not in taken:
                words += [(shown_keys(first), "key"), (f" {entry.description}   ", "muted")]
        taken |= {key for entry in own_bindings(node) for key in entry.key.split(",")}
    words += [("ctrl+p", "key"), (" all actions", "muted")]
    return tuple(words)
