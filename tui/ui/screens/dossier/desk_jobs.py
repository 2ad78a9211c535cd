"""What keys do on the desk, as jobs: on one article, on those that were selected, on the journal itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from tui.core.archive import Archive
from tui.locale import _, ngettext
from tui.timeline.granularity import iso_label
from tui.ui.drawing.desk_words import events_words, split_tags
from tui.ui.screens.dossier.open_desk import Done, Job

if TYPE_CHECKING:
    from tui.core.desk import DossierDesk
    from tui.desk.event import ArticleRef, Draft, Event
    from tui.desk.state import DeskState, Field, SavedQuery


def star_job(numbers: Sequence[int], *, on: bool | None = None) -> Job:
    """Return the job that stars articles or takes their stars off; without `on`, what the first of them is not."""

    def drafts(refs: Sequence[ArticleRef], state: DeskState) -> list[Draft]:
        from tui.desk.drafts import star

        wanted = on if on is not None else refs[0].id not in state.starred
        return [star(ref, on=wanted) for ref in refs if (ref.id in state.starred) is not wanted]

    return _on_articles(numbers, drafts, _("Nothing to do: it is so already."))


def status_job(numbers: Sequence[int], status: str = "") -> Job:
    """Return the job that says how far the reader has come with articles; without a status, one step further."""

    def job(desk: DossierDesk) -> Done:
        from tui.desk.drafts import set_status
        from tui.desk.state import Status

        refs = [desk.ref(number) for number in numbers]
        wanted = Status(status) if status else desk.following_status(refs[0].id)
        made = [set_status(ref, wanted) for ref in refs if desk.status(ref.id) is not wanted]
        return added(desk, desk.desk.add(*made)) if made else Done(_("Nothing to do: it is so already."))

    return job


def read_job(ident: str) -> Job:
    """Return the job that keeps that an article was read to its end; nothing is said of it."""

    def job(desk: DossierDesk) -> Done:
        desk.read.add(ident)
        return Done(unasked=True)

    return job


def tag_job(numbers: Sequence[int], typed: str, *, on: bool) -> Job:
    """Return the job that puts tags on articles, or takes them off."""

    def drafts(refs: Sequence[ArticleRef], state: DeskState) -> list[Draft]:
        from tui.desk.drafts import tag

        names = split_tags(typed)
        return [
            tag(ref, name, on=on) for ref in refs for name in names if (name in state.tags.get(ref.id, ())) is not on
        ]

    none = _("This article has that tag already.") if on else _("This article has no such tag of yours.")
    more = _("All of them have that tag already.") if on else _("None of them has such a tag of yours.")
    return _on_articles(numbers, drafts, none if len(numbers) == 1 else more)


def mend_job(number: int, changed: Mapping[Field, str]) -> Job:
    """Return the job that corrects fields of an article."""

    def job(desk: DossierDesk) -> Done:
        from tui.desk.drafts import correct

        ref = desk.ref(number)
        done = added(desk, desk.desk.add(*(correct(ref, field, value) for field, value in changed.items())))
        return Done(done.said, mended=desk.correct())

    return job


def look_job(explorer: Archive, saved: SavedQuery) -> Job:
    """Return the job that says what a saved query finds, and how much of it is new; what it found is kept."""

    def job(desk: DossierDesk) -> Done:
        from tui.core.saved_queries import counted_query
        from tui.desk.drafts import look

        counted = counted_query(explorer, saved)
        if counted.fault:
            return Done()
        if saved.seen is None or frozenset(counted.found) != saved.seen:
            desk.desk.add(look(saved.id, counted.found))
        if not counted.new:
            return Done()
        words = ngettext(
            "{name}: {count} article is new since {day}.", "{name}: {count} articles are new since {day}.", counted.new
        )
        return Done(words.format(name=saved.name, count=counted.new, day=iso_label(saved.seen_at)))

    return job


def forget_job(saved: SavedQuery) -> Job:
    """Return the job that takes a saved query off."""

    def job(desk: DossierDesk) -> Done:
        from tui.desk.drafts import forget

        desk.desk.add(forget(saved.id))
        return Done(_("The saved query {name} is taken off; u brings it back.").format(name=saved.name))

    return job


def undo(desk: DossierDesk) -> Done:
    """Take back what was done last."""
    undone = desk.desk.undo()
    return _turned(desk, undone, _("Undone: {what}; ctrl+r does it again."), _("There is nothing of yours to undo."))


def redo(desk: DossierDesk) -> Done:
    """Do again what was taken back last."""
    return _turned(desk, desk.desk.redo(), _("Done again: {what}."), _("There is nothing to do again."))


def added(desk: DossierDesk, events: tuple[Event, ...]) -> Done:
    """Say what was added; the first event of a desk makes it worth finding again."""
    if not desk.desk.trouble and len(desk.desk.events()) == len(events):
        desk.remember()
    words = events_words(events)
    return Done(words[:1].upper() + words[1:] + ".")


def _on_articles(
    numbers: Sequence[int], drafts: Callable[[Sequence[ArticleRef], DeskState], list[Draft]], none: str
) -> Job:
    """Return the job that adds what `drafts` makes of articles, as one action; says `none` where that is nothing."""

    def job(desk: DossierDesk) -> Done:
        made = drafts([desk.ref(number) for number in numbers], desk.desk.state())
        return added(desk, desk.desk.add(*made)) if made else Done(none)

    return job


def _turned(desk: DossierDesk, events: tuple[Event, ...], words: str, none: str) -> Done:
    if not events:
        return Done(none)
    mends = any(event.op in ("correct", "uncorrect") for event in events)
    return Done(words.format(what=events_words(events)), mended=mends and desk.correct())
