"""What the lines around the panes say: how much was found, how the query was understood, how far reading is."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import fill
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

from tui.base.days import Clock
from tui.base.plurals import counted
from tui.base.printable import printable_line
from tui.base.progress import Step
from tui.core.view import View
from tui.dossier.account import Sums
from tui.dossier.article import NO_SOURCE, Article
from tui.locale import _, ngettext
from tui.timeline.granularity import span_label
from tui.ui.drawing.desk_words import note_line
from tui.ui.drawing.list_rows import DOUBT
from tui.ui.drawing.styled_runs import cells, styled

if TYPE_CHECKING:  # the rules that read dates are loaded after the first frame
    from tui.dates.values import Timex
    from tui.desk.placed_note import PlacedNote

Words = tuple[tuple[str, str], ...]
"""Pairs of a text and its style: plain, muted, strong, key, fault or accent."""

_FOLDED = 56
"""Characters of a line of what is wrong with a query, in a list: no list has fewer cells."""

_BAR_CELLS, _BAR_LEAST = 16, 4
"""The longest progress bar and the shortest."""


def count_words(view: View, brief: bool = False, order: bool = True) -> Words:
    """Say how much was found, and by which clock: `4 of 9 articles · published Jun – Dec 2023 · by date`.

    Where some are copies of one text, it is counted both ways: `40 of 200 articles, 33 distinct`. In `brief` words the
    clock of publication goes without saying, and so does the order where it is not wanted.
    """
    if view.fault is not None:
        return ((_("not searched"), "muted"),)
    words = _number_words(view)
    if view.distinct != view.total:
        words += styled(_(", {count} distinct"), "plain", count=(f"{view.distinct:,}", "strong"))
    style = "muted" if view.query.clock is Clock.PUBLISHED else "accent"
    if not brief or view.query.span is not None or style == "accent":
        words += [(" · ", "muted"), (_(view.query.clock.value), style)]
    if view.query.span is not None:
        words += [(" ", "muted"), (span_label(view.query.span), "accent")]
    if order and view.total > 1 and view.order:
        words += [(" · ", "muted"), (_("by {order}").format(order=_(view.order)), "muted")]
        if not view.query.text.strip():  # a query needs the room
            words += [(" · ", "muted"), *styled(_("{key} sorts"), "muted", key=("o", "key"))]
    return tuple(words)


def _number_words(view: View) -> list[tuple[str, str]]:
    number = f"{view.of:,}"
    if view.total != view.of:
        number = _("{count:,} of {whole:,}").format(count=view.total, whole=view.of)
    return styled(ngettext("{count} article", "{count} articles", view.of), "plain", count=(number, "strong"))


def understood_words(view: View, notice: Words = (), width: int | None = None) -> Words:
    """Say how the query was understood, or what is wrong with it and in which column, counted from 1.

    Where there is nothing to say of it, a `notice` is shown. In fewer than `width` cells what the glossary offers
    comes first, with its key: it finds more, and the words of the query stand above.
    """
    if view.fault is not None:
        where = _("column {column}: {problem}")
        return ((where.format(column=view.fault.column + 1, problem=view.fault.message), "fault"),)
    if view.offered:
        return tuple(styled(_("one of {values}"), "muted", values=(printable_line(" · ".join(view.offered)), "plain")))
    if view.query.related:
        told = _("related to “{title}” by words that few articles have")
        return tuple(styled(told, "muted", title=(printable_line(view.query.related), "plain")))
    if view.understood:
        words = styled(_("understood as {query}"), "muted", query=(view.understood, "plain"))
        if view.otherwise and width is not None and cells(words) > width:
            said = view.understood.replace(f" · {view.otherwise}", "", 1)
            words = styled(_("understood as {query}"), "muted", query=(said, "plain"))
            adds = styled(_("{key} adds them"), "muted", key=("I", "key"))
            return ((view.otherwise, "plain"), (" · ", "muted"), *adds, (" · ", "muted"), *words)
        return tuple(words)
    return notice


def progress_words(step: Step, words: str, width: int) -> Words:
    """Say how far the work is, with a bar: `reading 120 of 487 files  ████░░░░░░░░░░░░`.

    The bar is as long as `width` cells leave room for; where that is too short to show anything, there is none.
    """
    bar = min(_BAR_CELLS, width - len(words) - 2)
    if bar < _BAR_LEAST:
        return ((words, "plain"),)
    full = bar * step.done // step.of if step.of else 0
    return (
        (f"{words}  ", "plain"),
        ("█" * full, "accent"),
        ("░" * (bar - full), "muted"),
    )


def dossier_words(name: str, sums: Sums | None = None, disputed: int = 0, width: int | None = None) -> Words:
    """Name the dossier; say what in it needs a look, and which key shows it.

    On how many dates its reports disagree comes first: that is what nobody expects to find. Where all of it is longer
    than `width` cells and there is more to say than the name, the name is left out.
    """
    words = _dossier_words(name, sums, disputed)
    return words if width is None or cells(words) <= width else _dossier_words("", sums, disputed) or words


def _dossier_words(name: str, sums: Sums | None, disputed: int) -> Words:
    parts = [_("dossier {name}").format(name=name)] if name else []
    if sums is not None and sums.failed + sums.failed_within:
        parts.append(_("{files} could not be read").format(files=counted(sums.failed + sums.failed_within, "file")))
    if sums is not None and sums.doubtful:
        parts.append(counted(sums.doubtful, "doubtful date"))
    shown = " · ".join(parts)
    about = [(shown, "muted")] if shown else []
    if len(parts) > bool(name):
        about = styled(_("{troubles}: {key} shows them"), "muted", troubles=(shown, "muted"), key=("A", "key"))
    if not disputed:
        return tuple(about)
    told = ngettext(
        "{key} shows {count} date on which reports disagree",
        "{key} shows {count} dates on which reports disagree",
        disputed,
    )
    shows = styled(told, "muted", key=("T", "key"), count=(f"{disputed:,}", "muted"))
    return (*shows, (" · ", "muted"), *about) if about else tuple(shows)


def date_words(date: Timex, width: int) -> Words:
    """Explain the date under the reader's cursor, in one line of `width` cells."""
    from tui.ui.drawing.date_labels import explained

    return ((explained(date, max(10, width - 4)), "accent"),)


def stop_words(date: Timex | None, notes: Sequence[PlacedNote], width: int, writer: str) -> Words:
    """Explain the date under the reader's cursor, or say what the notes there say; nothing where there is neither.

    Notes of `writer` are yours.
    """
    if date is not None:
        return date_words(date, width)
    return ((note_line(notes, writer), "accent"),) if notes else ()


def again_words(changed: bool, sums: Sums, has_files: bool = True) -> str:
    """Say what reading the folder again has brought: `Read again: 12 files, 30 articles.`; or looking at the index."""
    if not has_files:
        said = _("The index has changed: {articles}.") if changed else _("Nothing has changed in the index.")
        return said.format(articles=counted(sums.articles, "article"))
    if not changed:
        return _("Nothing has changed in the folder.")
    return _("Read again: {files}, {articles}.").format(
        files=counted(sums.files, "file"), articles=counted(sums.articles, "article")
    )


def reader_title(article: Article | None, *where: str) -> str:
    """Say where in an article the reader is, whose words it is in and from when: `74 % · retold · AFP · 20 Aug 2023`.

    `retold` comes before the source: in a narrow pane the end of a title is cut.
    """
    if article is None:
        return _("Reader")
    published = article.published
    date = f"{span_label(published.span)}{DOUBT * bool(article.doubt)}" if published else _("undated")
    words = [*[_("retold")] * article.retold, article.source or _(NO_SOURCE), date]
    return printable_line(" · ".join([*where, *words]))


def brief_title(article: Article | None, width: int, *where: str) -> str:
    """Name an article in `width` cells, and say where in it the reader is: `Camps are handed over … · 74 %`."""
    if article is None:
        return _("Reader")
    place = " · ".join(where)
    title, room = printable_line(article.title), width - len(place) - 3
    short = title if cell_len(title) <= room else set_cell_size(title, max(0, room - 1)).rstrip() + "…"
    return f"{short} · {place}" if place else short


def empty_words(view: View | None, busy: bool, sums: Sums | None = None) -> str:
    """Say why a list is empty and what to try, in lines that fit a narrow list; `sums` are those of a read folder."""
    if view is None:
        return _("One moment …")
    if view.fault is not None:
        return _("Not searched.\nThe line above says\nwhat to correct.")
    if view.of == 0:
        none = _("No article in this folder.\nA says why of each file.")
        if sums is not None and not sums.files:
            none = _("This folder has no file.\nPut articles into it:\nF5 reads it again.")
        return _("Reading the articles …") if busy else none
    if view.unsearched:
        return _("Nothing found yet.\n{unsearched:,} of {of:,} articles\nare not searched yet.").format(
            unsearched=view.unsearched, of=view.of
        )
    return _nothing_words(view)


def _nothing_words(view: View) -> str:
    if view.suggestions:
        return _("Nothing found.\n↓ then enter searches for:")
    if view.query.span is not None:
        return _("Nothing found.\nesc shows all time.")
    return _("Nothing found.\nq goes back.\nA star finds beginnings:\ncamp* finds camps.")


def fault_words(text: str) -> str:
    """Say what is wrong with a query over which a screen was opened, and what to do; nothing for one that is well."""
    from tui.search.language import parse  # the first frame needs no query language

    fault = parse(text).fault if text.strip() else None
    if fault is None:
        return ""
    where = fill(_("column {column}: {problem}").format(column=fault.column + 1, problem=fault.message), _FOLDED)
    return _("The query is not searched, so nothing is listed:") + f"\n{where}\n" + _("s corrects it, q goes back.")


def end_words(kind: str, direction: int, stops: int) -> str:
    """Say that there is no further stop of a kind (`mark`, `date`) in a direction."""
    if kind == "note":
        return _("No further note that way.") if stops else _("No passage of this article has a note; a writes one.")
    if kind == "date":
        return _("No further date that way.") if stops else _("This article names no date.")
    if kind == "find":
        return _("That was the last find.") if direction > 0 else _("That was the first find.")
    if not stops:
        return _("There is no mark that way.")
    return _("That was the last mark.") if direction > 0 else _("That was the first mark.")
