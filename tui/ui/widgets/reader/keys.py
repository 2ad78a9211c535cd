"""The keys of the reader."""

from __future__ import annotations

from textual.binding import Binding, BindingType

KEYS: list[BindingType] = [
    Binding("down,j", "line(1)", "a line down", id="reader.line-down", show=False),
    Binding("up,k", "line(-1)", "a line up", id="reader.line-up", show=False),
    Binding("space,pagedown", "page(1)", "read on: a page, then the next article", id="reader.read-on", show=False),
    Binding("b", "caret('word', -1)", "selection: a word back", id="reader.word-back", show=False),
    Binding("b,pageup", "page(-1)", "a page back", id="reader.page-up", show=False),
    Binding("g,home", "edge(-1)", "to the top", id="reader.top", show=False),
    Binding("G,end", "edge(1)", "to the end", id="reader.end", show=False),
    Binding("n", "walk('mark', 1)", "next mark", id="reader.next-mark"),
    Binding("N", "walk('mark', -1)", "previous mark", id="reader.previous-mark", show=False),
    Binding("e", "walk('date', 1)", "next date", id="reader.next-date"),
    Binding("E", "walk('date', -1)", "previous date named in the text", id="reader.previous-date", show=False),
    Binding("m", "walk('note', 1)", "next note", id="reader.next-note", show=False),
    Binding("M", "walk('note', -1)", "previous note", id="reader.previous-note", show=False),
    Binding("slash", "find", "find in the article", id="reader.find"),
    Binding("v", "caret('grow')", "select: word, sentence, paragraph", id="reader.select", show=False),
    Binding("h,left", "caret('character', -1)", "selection: a character back", id="reader.left", show=False),
    Binding("l,right", "caret('character', 1)", "selection: a character on", id="reader.right", show=False),
    Binding("w", "caret('word', 1)", "selection: a word on", id="reader.word", show=False),
    Binding("o", "caret('turn')", "selection: move its other end", id="reader.turn", show=False),
    Binding("y", "copy('quotation')", "copy selection or paragraph, with citation", id="reader.copy", show=False),
    Binding("Y", "copy('text')", "copy the words alone", id="reader.copy-text", show=False),
    Binding("c", "copy('citation')", "copy the citation alone", id="reader.cite", show=False),
    Binding("enter", "open", "the date on the timeline; selection: copy it", id="reader.open", show=False),
    Binding("x", "left_out", "show or hide the lines left out", id="reader.left-out", show=False),
    Binding("less_than_sign", "measure(-1)", "shorter lines", id="reader.narrower", show=False),
    Binding("greater_than_sign", "measure(1)", "longer lines", id="reader.wider", show=False),
    Binding("escape", "leave", "drop the selection, leave find, leave the date", id="reader.leave", show=False),
]
