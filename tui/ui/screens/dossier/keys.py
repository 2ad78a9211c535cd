"""The keys of the main screen, whichever pane has the focus."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui.ui.screens.dossier.desk_keys import DESK_BINDINGS
from tui.ui.screens.dossier.take_away import KEYS as TAKING

KEYS: list[BindingType] = [
    Binding("slash,s", "go('search')", "search", id="dossier.search"),
    Binding("t", "timeline", "timeline", id="dossier.timeline"),
    Binding("T", "open('chronology')", "chronology", id="dossier.chronology"),
    Binding("equals_sign", "open('figures')", "figures, by source", id="dossier.figures", show=False),
    Binding("w", "open('words')", "words in context", id="dossier.words", show=False),
    Binding("B", "open('outlets')", "outlets by time, and who is silent", id="dossier.outlets", show=False),
    Binding(
        "C", "open('comparison')", "pin the article, then the other one beside it", id="dossier.compare", show=False
    ),
    Binding("n", "read('mark', 1)", "next mark", id="dossier.next-mark", show=False),
    Binding("N", "read('mark', -1)", "previous mark", id="dossier.previous-mark", show=False),
    Binding("J", "read('article', 1)", "next article", id="dossier.next-article", show=False),
    Binding("K", "read('article', -1)", "previous article", id="dossier.previous-article", show=False),
    Binding("space,pagedown", "read('page', 1)", "read on, into the next article", id="dossier.on", show=False),
    Binding("b,pageup", "read('page', -1)", "read back, into the article before", id="dossier.back", show=False),
    Binding("i", "head", "all about the article, or one line", id="dossier.head", show=False),
    Binding("left,h", "go('list')", "to the list", id="dossier.list", show=False),
    Binding("right,l", "go('reader')", "to the reader", id="dossier.reader", show=False),
    Binding("d", "undated", "undated articles", id="dossier.undated", show=False),
    Binding("A", "open('account')", "account: each file, doubtful dates", id="dossier.account", show=False),
    Binding("o", "sort", "sort by date, relevance, outlet or length", id="dossier.sort", show=False),
    Binding("f", "facets", "what the hits have in common", id="dossier.facets", show=False),
    Binding("r", "related", "related articles, by the rare words they share", id="dossier.related", show=False),
    Binding("X", "fold", "copies in one row, or each by itself", id="dossier.fold", show=False),
    Binding("p", "reword('forms')", "words as written only, or in all forms", id="dossier.forms", show=False),
    Binding(
        "I", "reword('glossary')", "take variants of the glossary, or take them back", id="dossier.glossary", show=False
    ),
    Binding("f6", "reword('glossary-off')", "glossary off, or on", id="dossier.glossary-off", show=False),
    Binding("W", "reword('widen')", "widen by words of the best hits, or narrow", id="dossier.widen", show=False),
    *TAKING,
    *DESK_BINDINGS,
    Binding("f5", "read_again", "read the folder again", id="dossier.read-again", show=False),
    Binding("z", "alone", "this pane alone", id="dossier.alone", show=False),
    Binding("less_than_sign", "share(-5)", "narrower list", id="dossier.narrower", show=False),
    Binding("greater_than_sign", "share(5)", "wider list", id="dossier.wider", show=False),
    Binding("escape", "escape", "to the list; there, drop the span", id="dossier.drop", show=False),
    Binding("q,backspace", "back", "one place back; at the top, quit", id="dossier.leave", show=False),
    Binding("question_mark,f1", "keys", "keys", id="dossier.keys"),
    Binding("colon", "app.command_palette", "every action", id="dossier.palette", show=False),
]
