"""How an account looks: one entry as rows of cells, what is known of it in full, and the lines above the list.

Every entry of a list takes the same number of rows, each exactly as wide as was asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from itertools import islice, pairwise

from rich.cells import cell_len, get_character_cell_size

from tui.base.plurals import counted
from tui.base.printable import printable_line
from tui.dossier.account import FileAccount, Outcome, Sums, members_ending
from tui.dossier.article import UNDATED, PublishedDate
from tui.dossier.serialization import Head
from tui.locale import _, stored
from tui.ui.drawing.account_entries import AccountLine, AccountSection
from tui.ui.drawing.article_header import date_words, day_words, short_address
from tui.ui.drawing.line_breaks import SOFT_ENDS, line_starts
from tui.ui.drawing.list_rows import DOUBT
from tui.ui.drawing.status import Words
from tui.ui.drawing.styled_runs import cut, filled


class Role(StrEnum):
    """What a run of a row is; the widget gives each a style."""

    EDGE = "edge"
    READ = "read"
    SKIPPED = "skipped"
    FAILED = "failed"
    DATE = "date"
    NAME = "name"
    DETAIL = "detail"


Line = tuple[tuple[str, Role], ...]

_ROOMY = 76
"""From this width on an entry is one row; below it two."""
_LEAD = 12
"""Cells of the column of outcomes and dates: `2023-08-20?` and a space."""
_NAME_PART = 30
"""The part of a row in per cent in which names never give way to the details."""
_MOST = 90
"""Percentage of entries that count as most: a rare long reason does not narrow the names of the others."""
_MEASURED = 1_000
"""Entries that are measured for the width of the columns: a few milliseconds."""
_CLOSED, _OPENED = "▸ ", "▾ "


def entry_height(width: int) -> int:
    """Return how many rows each entry takes at a width."""
    return 1 if width >= _ROOMY else 2


def name_cells(entries: Iterable[AccountLine], width: int) -> int:
    """Return how wide the column of names is where each entry is one row of `width` cells: as wide as a name.

    Where names and most details do not both fit, names shrink to their part. Only the first entries are measured.
    """
    pieces = [_pieces(entry) for entry in islice(entries, _MEASURED)]
    names, details = (sorted(cell_len(each[side][0]) for each in pieces) or [0] for side in (1, 2))
    room = width - _LEAD - 4
    return max(1, min(names[-1], max(room * _NAME_PART // 100, room - details[len(details) * _MOST // 100])))


def draw_entry(entry: AccountLine, width: int, names: int, chosen: bool = False) -> tuple[Line, ...]:
    """Draw an entry as `entry_height(width)` rows of `width` cells; `chosen` puts a bar at its left edge.

    Where that is one row, the column of names is `names` cells wide.
    """
    lead, name, detail = _pieces(entry)
    edge = ("▌ " if chosen else "  ", Role.EDGE)
    if entry_height(width) == 1:
        column = filled([_fitting(name, names, entry.file is not None)], names, Role.NAME)
        return (
            filled([edge, *filled([lead], _LEAD, lead[1]), *column, ("  ", Role.DETAIL), detail], width, Role.DETAIL),
        )
    room = max(1, width - 2 - cell_len(lead[0]) - 3)
    first = [edge, lead, (" · ", Role.DETAIL), _fitting(name, room, entry.file is not None)]
    inset = ("  " * (entry.depth + 1), Role.DETAIL)
    return filled(first, width, Role.NAME), filled([("  ", Role.DETAIL), inset, detail], width, Role.DETAIL)


def detail_pages(entry: AccountLine | None, width: int, rows: int) -> list[list[str]]:
    """Say everything that is known of an entry: on one page where it fits; else shortened, then in full on more.

    A page has at most `rows` lines of at most `width` cells; there is at least one.
    """
    first = detail_lines(entry, width, rows)
    whole = _whole_lines(entry, width) if entry is not None else []
    if len(whole) <= rows:
        return [first]
    return [first, *(whole[start : start + rows] for start in range(0, len(whole), rows))]


def detail_lines(entry: AccountLine | None, width: int, rows: int) -> list[str]:
    """Say everything that is known of an entry in at most `rows` lines of at most `width` cells.

    What is too long ends in an ellipsis.
    """
    if entry is None:
        return []
    lines = _whole_lines(entry, width)
    if len(lines) <= rows:
        return lines
    about, dates = _details(entry)
    places = {date.iso: [other.provenance for other in dates if other.iso == date.iso] for date in dates}
    short = " · ".join(f"{iso} {', '.join(_(each) for each in dict.fromkeys(where))}" for iso, where in places.items())
    lines = [_one_row(line, width) for line in about[: rows - bool(short)]] + _folded(short, width)
    return lines if len(lines) <= rows else [*lines[: rows - 1], _one_row(" ".join(lines[rows - 1 :]), width)]


def _whole_lines(entry: AccountLine, width: int) -> list[str]:
    """Say everything that is known of an entry in as many lines as it takes."""
    about, dates = _details(entry)
    named = [f"{date_words(date)} {date.origin}" for date in dates]
    if entry.head is not None and entry.head.published is not None and len(dates) > 1:
        named[0] += " " + _("(taken)")
    return [folded for line in (*about, *named) for folded in _folded(line, width)]


def sums_words(sums: Sums, busy: bool = False, advice: str = "") -> Words:
    """Say what became of all files: `Account · 9 files: 5 read, 3 skipped, 1 failed · 5 articles`.

    What was skipped or failed in archives comes last, where a narrow line may be cut: the kinds below count it too.
    """
    outcomes = _("{read:,} read, {skipped:,} skipped, {failed:,} failed").format(
        read=sums.read, skipped=sums.skipped, failed=sums.failed
    )
    within = ((sums.skipped_within, _("{count:,} skipped")), (sums.failed_within, _("{count:,} failed")))
    in_archives = ", ".join(told.format(count=count) for count, told in within if count)
    words = [
        (_("Account"), "strong"),
        (f" · {counted(sums.files, 'file')}: {outcomes}", "plain"),
        (f" · {counted(sums.articles, 'article')}", "muted"),
    ]
    if in_archives:
        words.append((" · " + _("in archives: {counts}").format(counts=in_archives), "plain"))
    if busy:
        words.append((" · " + _("still reading"), "accent"))
    return (*words, (f" · {advice}", "accent")) if advice else tuple(words)


def kind_words(counts: Mapping[AccountSection, int], listed: AccountSection, width: int) -> Words:
    """Name every kind with its number, the listed one in brackets; without room for all, that one comes first."""
    named = {kind: f"{_(kind.value)} {counts.get(kind, 0):,}" for kind in AccountSection}
    kinds = list(AccountSection)
    if sum(map(len, named.values())) + 3 * len(kinds) - 1 > width:
        place = kinds.index(listed)
        kinds = kinds[place:] + kinds[:place]
    words: list[tuple[str, str]] = []
    for kind in kinds:
        words.append((f"[{named[kind]}]", "accent") if kind is listed else (f" {named[kind]} ", "muted"))
        words.append((" ", "muted"))
    return tuple(words[:-1])


def _pieces(entry: AccountLine) -> tuple[tuple[str, Role], tuple[str, Role], tuple[str, Role]]:
    """Return how an entry ended, or its date, its name, and what else is known of it."""
    if entry.head is not None:
        return _article_pieces(entry.head)
    assert entry.file is not None
    return _file_pieces(entry, entry.file)


def _file_pieces(entry: AccountLine, file: FileAccount) -> tuple[tuple[str, Role], tuple[str, Role], tuple[str, Role]]:
    sign = "" if not file.members else _OPENED if entry.opened else _CLOSED
    name = file.path.removeprefix(f"{entry.within}/") if entry.within else file.path
    held = counted(file.articles, "article") if file.articles else ""
    detail = " · ".join(filter(None, (held, stored(file.reason))))
    if entry.only is not None:
        detail = _only_words(file, entry.only)
        return (
            (_("archive"), Role.DETAIL),
            ("  " * entry.depth + sign + printable_line(name), Role.NAME),
            (detail, Role.DETAIL),
        )
    return (
        (_(file.outcome.value), Role(file.outcome.value)),
        ("  " * entry.depth + sign + printable_line(name), Role.NAME),
        (printable_line(detail), Role.DETAIL),
    )


def _only_words(file: FileAccount, outcome: Outcome) -> str:
    """Say which of its files an archive is listed for: `3 skipped in it`."""
    told = {
        Outcome.READ: _("{count:,} read in it"),
        Outcome.SKIPPED: _("{count:,} skipped in it"),
        Outcome.FAILED: _("{count:,} failed in it"),
    }
    return told[outcome].format(count=members_ending(file, outcome))


def _article_pieces(head: Head) -> tuple[tuple[str, Role], tuple[str, Role], tuple[str, Role]]:
    date = f"{head.published.iso}{DOUBT * bool(head.doubt)}" if head.published else _("undated")
    others = "; ".join(
        _("{date} in the {place}").format(date=other.iso, place=_(other.provenance)) for other in head.candidates
    )
    detail = stored(head.doubt) or (_("only {dates}").format(dates=others) if others else _(UNDATED))
    return (date, Role.DATE), (printable_line(head.title), Role.NAME), (printable_line(detail), Role.DETAIL)


def _details(entry: AccountLine) -> tuple[list[str], list[PublishedDate]]:
    """Return lines about an entry, the most important first after its name, and the dates that its file offers."""
    if entry.head is not None:
        return _article_lines(entry.head), [*filter(None, [entry.head.published]), *entry.head.candidates]
    assert entry.file is not None
    return _file_lines(entry.file, entry.only), []


def _file_lines(file: FileAccount, only: Outcome | None) -> list[str]:
    facts = [counted(file.articles, "article")] if file.articles else []
    if file.left_out:
        facts.append(_("{lines} left out").format(lines=counted(file.left_out, "line")))
    if only is not None:
        facts.append(_("listed for {files}").format(files=_only_words(file, only)))
    lines = [printable_line(file.path), " · ".join([_(file.outcome.value), *facts])]
    return [*lines, printable_line(stored(file.reason))] if file.reason else lines


def _article_lines(head: Head) -> list[str]:
    """Give title and file, the doubt, and what was copied from where and when."""
    where = " · ".join(filter(None, (printable_line(head.source), printable_line(head.path))))
    lines = [f"{printable_line(head.title)} · {where}"]
    if head.doubt:
        lines.append(_("doubtful: {reason}").format(reason=printable_line(stored(head.doubt))))
    if head.published is None:
        lines.append(_("undated: {reason}").format(reason=_(UNDATED)))
    copied = _("copy taken on {day}").format(day=day_words(head.captured)) if head.captured else ""
    address = short_address(head.address)
    return [*lines, " · ".join(filter(None, (address, copied)))] if address or copied else lines


def _fitting(piece: tuple[str, Role], room: int, is_path: bool) -> tuple[str, Role]:
    """Cut a name to a width: a path at its beginning, since its end is what differs."""
    text, role = piece
    if cell_len(text) <= room or not is_path:
        return (cut([piece], room) or [("", role)])[0]
    inset = len(text) - len(text.lstrip(" ▸▾"))
    left = room - inset - 1
    if left < 1:
        return (cut([piece], room) or [("", role)])[0]
    end = len(text)
    while end > inset and left >= (size := get_character_cell_size(text[end - 1])):
        end, left = end - 1, left - size
    return f"{text[:inset]}…{text[end:]}", role


def _one_row(text: str, width: int) -> str:
    return "".join(piece for piece, _ in cut([(text, Role.DETAIL)], width))


def _folded(text: str, width: int) -> list[str]:
    starts = [*line_starts(text, 0, len(text), max(1, width)), len(text)]
    return [text[start:end].rstrip(SOFT_ENDS) for start, end in pairwise(starts)]
