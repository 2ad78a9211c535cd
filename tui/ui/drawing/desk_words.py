"""What is shown of the desk: signs in rows, a line in the reader's head, and what a key did or undid.

Every sign is a shape or a word; none is a colour alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from tui.base.plurals import counted
from tui.base.printable import printable_line
from tui.locale import N_, _
from tui.timeline.granularity import iso_label

if TYPE_CHECKING:  # the desk is loaded after the first frame
    from tui.desk.event import Event
    from tui.desk.placed_note import PlacedNote
    from tui.desk.state import DeskState

STAR = "★"
NOTE = "✎"
NEW = "•"
READ = "✓"

_DONE = {
    "star": N_("star"),
    "unstar": N_("star taken off"),
    "pin": N_("pin"),
    "unpin": N_("pin taken off"),
    "tag": N_("tag {tag}"),
    "untag": N_("tag {tag} taken off"),
    "status": N_("status {status}"),
    "note": N_("note"),
    "edit": N_("another text of a note"),
    "delete": N_("a note deleted"),
    "reattach": N_("another place of a note"),
    "save": N_("saved query {name}"),
    "forget": N_("saved query taken off"),
    "correct": N_("{field} set to {value}"),
    "uncorrect": N_("{field} as in the file"),
}
"""What each operation does, in words; the names in braces are those of its body."""


def row_signs(state: DeskState, new: Collection[str] = (), read: Collection[str] = ()) -> dict[str, str]:
    """Return the signs of each article that has any, by its id: `• ★ ✎2 to check`; the `new` ones have the first.

    Those that were `read` to their end have a `✓` in the place of a status that nobody gave them.
    """
    noted = Counter(note.anchor.article.id for note in state.notes.values())
    signs = {}
    for ident in {*state.starred, *noted, *state.statuses, *new, *read}:
        status = state.statuses.get(ident)
        words = [NEW] if ident in new else []
        words += [STAR] if ident in state.starred else []
        words += [f"{NOTE}{noted[ident]}"] if noted[ident] else []
        words += [READ] if ident in read and status is None else []
        words += [_(status.value)] if status is not None and status.value != "unread" else []
        if words:
            signs[ident] = " ".join(words)
    return signs


def head_line(state: DeskState, ident: str, writer: str = "") -> str:
    """Say what the desk holds on one article, for the reader's head; empty where that is nothing."""
    words = [STAR + " " + _("starred")] if ident in state.starred else []
    notes = sum(note.anchor.article.id == ident for note in state.notes.values())
    words += [f"{NOTE} {counted(notes, 'note')}"] if notes else []
    status = state.statuses.get(ident)
    words += [_(status.value)] if status is not None and status.value != "unread" else []
    tags = state.tags.get(ident, ())
    words += [_("your tags: {tags}").format(tags=", ".join(tags))] if tags else []
    for made in state.corrections.get(ident, {}).values():
        whose = _("you") if made.by == writer else made.by
        words.append(
            _("{field} set by {whose} on {day}").format(field=_(made.field.value), whose=whose, day=iso_label(made.at))
        )
    return " · ".join(words)


def head_lines(state: DeskState, writer: str = "") -> Mapping[str, str]:
    """Return the line of the reader's head of each article that the desk holds something on, by its id."""
    noted = {note.anchor.article.id for note in state.notes.values()}
    held = {*state.starred, *noted, *state.statuses, *state.tags, *state.corrections}
    lines = {ident: head_line(state, ident, writer) for ident in held}
    return {ident: line for ident, line in lines.items() if line}


def events_words(events: Sequence[Event], titles: Mapping[str, str] | None = None) -> str:
    """Say in one line what events of one action did, and to which article: `tag camps on “The ferry is gone”`.

    `titles` name articles by the ids that the events have; without one, an article has the title in the event.
    """
    told = dict.fromkeys(_event_words(event) for event in events)
    named = dict.fromkeys(filter(None, (_title(event, titles or {}) for event in events)))
    done, more = ", ".join(told), len(named) - 1
    if not named:
        return done
    whole = _("{done} on “{title}” and {more:,} more") if more else _("{done} on “{title}”")
    return whole.format(done=done, title=next(iter(named)), more=more)


def tags_known(state: DeskState) -> list[str]:
    """Return the reader's tags, those of most articles first."""
    counts = Counter(tag for tags in state.tags.values() for tag in tags)
    return sorted(counts, key=lambda tag: (-counts[tag], tag.casefold()))


def split_tags(typed: str) -> list[str]:
    """Return the tags in a line, parted by commas, each once."""
    return list(dict.fromkeys(filter(None, (" ".join(tag.split()) for tag in typed.split(",")))))


def passage_words(quote: str, most: int = 40) -> str:
    """Name a passage by its beginning: `“The last ferry left …”`; the empty one is the whole article."""
    line = printable_line(quote)
    if not line:
        return _("the article")
    return f"“{line}”" if len(line) <= most else f"“{line[:most].rsplit(' ', 1)[0]} …”"


def note_line(notes: Sequence[PlacedNote], writer: str = "") -> str:
    """Say in one line what the notes under the cursor say, whose they are, and how sure their place is."""
    told = []
    for placed in notes:
        note = placed.note
        whose = _("you") if note.by == writer else note.by
        text = printable_line(note.text) or _("(the quote alone)")
        told.append(f"{NOTE} {text} · {placed.placement.words} · {whose} {iso_label(note.at)}")
    return "   ".join(told)


def unplaced_line(notes: Iterable[PlacedNote]) -> str:
    """Say how many notes of an article have no passage in it: those on the whole of it, and those that lost theirs."""
    notes = list(notes)
    orphaned = sum(placed.placement.state.value == "orphaned" for placed in notes)
    changed = sum(placed.placement.state.value == "changed" for placed in notes)
    whole = [placed for placed in notes if not placed.note.anchor.quote]
    told = []
    if orphaned:
        told.append(f"{NOTE}? " + _("{notes} orphaned: D shows them").format(notes=counted(orphaned, "note")))
    if changed:
        told.append(f"{NOTE}! " + _("{notes} on words that changed").format(notes=counted(changed, "note")))
    told += [f"{NOTE} {printable_line(placed.note.text)}" for placed in whole if placed.note.text]
    return " · ".join(told)


def listed(names: Iterable[str]) -> str:
    """Join names: `camps, budget`."""
    return ", ".join(names)


def _event_words(event: Event) -> str:
    words, nothing = _(_DONE.get(event.op, event.op)), _("nothing")
    for name, value in event.body.items():
        said = _(value) if name in ("status", "field") else value
        words = words.replace(f"{{{name}}}", said or nothing)
    return words.replace("{value}", nothing)


def _title(event: Event, titles: Mapping[str, str]) -> str:
    anchor = event.target.anchor
    ref = event.target.article or (anchor.article if anchor is not None else None)
    return titles.get(ref.id, ref.title) if ref is not None else ""
