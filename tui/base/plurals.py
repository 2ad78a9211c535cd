"""Numbers with the nouns they count."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tui.locale import ngettext

NOUNS: Mapping[str, Callable[[int], str]] = {
    "annotation": lambda number: ngettext("{count:,} annotation", "{count:,} annotations", number),
    "attribution": lambda number: ngettext("{count:,} attribution", "{count:,} attributions", number),
    "article": lambda number: ngettext("{count:,} article", "{count:,} articles", number),
    "character": lambda number: ngettext("{count:,} character", "{count:,} characters", number),
    "copy": lambda number: ngettext("{count:,} copy", "{count:,} copies", number),
    "correction": lambda number: ngettext("{count:,} correction", "{count:,} corrections", number),
    "date": lambda number: ngettext("{count:,} date", "{count:,} dates", number),
    "doubtful date": lambda number: ngettext("{count:,} doubtful date", "{count:,} doubtful dates", number),
    "event": lambda number: ngettext("{count:,} event", "{count:,} events", number),
    "fact": lambda number: ngettext("{count:,} fact", "{count:,} facts", number),
    "figure": lambda number: ngettext("{count:,} figure", "{count:,} figures", number),
    "file": lambda number: ngettext("{count:,} file", "{count:,} files", number),
    "hit": lambda number: ngettext("{count:,} hit", "{count:,} hits", number),
    "line": lambda number: ngettext("{count:,} line", "{count:,} lines", number),
    "mark": lambda number: ngettext("{count:,} mark", "{count:,} marks", number),
    "match": lambda number: ngettext("{count:,} match", "{count:,} matches", number),
    "name": lambda number: ngettext("{count:,} name", "{count:,} names", number),
    "outlet": lambda number: ngettext("{count:,} outlet", "{count:,} outlets", number),
    "pair": lambda number: ngettext("{count:,} pair", "{count:,} pairs", number),
    "paragraph": lambda number: ngettext("{count:,} paragraph", "{count:,} paragraphs", number),
    "note": lambda number: ngettext("{count:,} note", "{count:,} notes", number),
    "place": lambda number: ngettext("{count:,} place", "{count:,} places", number),
    "question": lambda number: ngettext("{count:,} question", "{count:,} questions", number),
    "quotation": lambda number: ngettext("{count:,} quotation", "{count:,} quotations", number),
    "record": lambda number: ngettext("{count:,} record", "{count:,} records", number),
    "row": lambda number: ngettext("{count:,} row", "{count:,} rows", number),
    "sentence": lambda number: ngettext("{count:,} sentence", "{count:,} sentences", number),
    "source": lambda number: ngettext("{count:,} source", "{count:,} sources", number),
    "star": lambda number: ngettext("{count:,} star", "{count:,} stars", number),
    "statement": lambda number: ngettext("{count:,} statement", "{count:,} statements", number),
    "tag": lambda number: ngettext("{count:,} tag", "{count:,} tags", number),
    "time": lambda number: ngettext("{count:,} time", "{count:,} times", number),
    "word": lambda number: ngettext("{count:,} word", "{count:,} words", number),
    "other article": lambda number: ngettext("{count:,} other article", "{count:,} other articles", number),
    "other figure": lambda number: ngettext("{count:,} other figure", "{count:,} other figures", number),
    "more statement": lambda number: ngettext("{count:,} more statement", "{count:,} more statements", number),
}
"""Every noun that is counted on the screen, with the forms that go with a number."""


def counted(number: int, noun: str) -> str:
    """Return `1 article`, `9 articles`, `12,345 articles`; the noun is one of `NOUNS`, in English and the singular."""
    form = NOUNS.get(noun)
    return form(number).format(count=number) if form is not None else in_english(number, noun)


def in_english(number: int, noun: str) -> str:
    """Count in English whatever the language is, as texts that are stored do; the plural must end in s."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
