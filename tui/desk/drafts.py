"""What a reader can do on a desk, as events that are yet to be written."""

from __future__ import annotations

from collections.abc import Iterable

from tui.base.days import read_iso
from tui.desk.event import Anchor, ArticleRef, Draft, Operation, Target
from tui.desk.state import Field, Status
from tui.errors import DeskError
from tui.locale import _

MOST_SEEN = 20_000
"""Articles whose ids are kept when a saved query is looked at; of more than these none are."""


def star(article: ArticleRef, *, on: bool = True) -> Draft:
    """Star an article, or take its star off."""
    return Draft(Operation.STAR if on else Operation.UNSTAR, Target(article=article))


def pin(article: ArticleRef, *, on: bool = True) -> Draft:
    """Pin an article, to hold others against it, or unpin it."""
    return Draft(Operation.PIN if on else Operation.UNPIN, Target(article=article))


def tag(article: ArticleRef, name: str, *, on: bool = True) -> Draft:
    """Put a tag on an article, or take it off; raises `DeskError` for an empty one."""
    return _tagged(Target(article=article), name, on=on)


def tag_note(note: str, name: str, *, on: bool = True) -> Draft:
    """Put a tag on a note, or take it off; raises `DeskError` for an empty one."""
    return _tagged(Target(note=note), name, on=on)


def set_status(article: ArticleRef, status: Status) -> Draft:
    """Say how far the reader has come with an article."""
    return Draft(Operation.STATUS, Target(article=article), (("status", status.value),))


def note(anchor: Anchor, text: str) -> Draft:
    """Write a note; its id is that of the event."""
    return Draft(Operation.NOTE, Target(anchor=anchor), (("text", text),))


def edit(ident: str, text: str) -> Draft:
    """Write another text for a note."""
    return Draft(Operation.EDIT, Target(note=ident), (("text", text),))


def delete(ident: str) -> Draft:
    """Delete a note."""
    return Draft(Operation.DELETE, Target(note=ident))


def reattach(ident: str, anchor: Anchor) -> Draft:
    """Tie a note to another place."""
    return Draft(Operation.REATTACH, Target(note=ident, anchor=anchor))


def save(name: str, query: str, *, span: str = "", clock: str = "published", order: str = "", ident: str = "") -> Draft:
    """Save a query under a name, or with `ident` change one that is saved; raises `DeskError` for an empty name."""
    name = " ".join(name.split())
    if not name:
        raise DeskError(_("Give the query a name to save it under."))
    about = (("name", name), ("query", query), ("span", span), ("clock", clock), ("order", order))
    return Draft(Operation.SAVE, Target(saved=ident), tuple((key, value) for key, value in about if value))


def forget(ident: str) -> Draft:
    """Take a saved query off."""
    return Draft(Operation.FORGET, Target(saved=ident))


def look(ident: str, found: Iterable[str]) -> Draft:
    """Keep the ids of the articles that a saved query found, so that new ones can be told."""
    ids = list(found)
    body = (("found", " ".join(ids)),) if len(ids) <= MOST_SEEN else ()
    return Draft(Operation.LOOK, Target(saved=ident), body)


def correct(article: ArticleRef, field: Field, value: str) -> Draft:
    """Correct a field of an article; raises `DeskError` where the value cannot be one of it."""
    return Draft(Operation.CORRECT, Target(article=article), (("field", field.value), ("value", checked(field, value))))


def uncorrect(article: ArticleRef, field: Field) -> Draft:
    """Take the correction of a field back."""
    return Draft(Operation.UNCORRECT, Target(article=article), (("field", field.value),))


def checked(field: Field, value: str) -> str:
    """Return a value as it is written down; raises `DeskError` where it cannot be one of the field.

    An author, an outlet, a language and a date may be empty: then there is none.
    """
    value = " ".join(value.split())
    if field is Field.TITLE and not value:
        raise DeskError(_("Give the article a title that is not empty."))
    if field is Field.LANGUAGE:
        value = value.lower()
        if value and not (len(value) in (2, 3) and value.isascii() and value.isalpha()):
            raise DeskError(_("{value!r} is no code of a language; write it as in en, fr or ar.").format(value=value))
    if field is Field.DATE and value:
        try:
            read_iso(value)
        except ValueError:
            raise DeskError(
                _("{value!r} is no date; write it as 2023, 2023-06 or 2023-06-30.").format(value=value)
            ) from None
    return value


def _tagged(target: Target, name: str, *, on: bool) -> Draft:
    name = " ".join(name.split())
    if not name:
        raise DeskError(_("Give a tag that is not empty."))
    return Draft(Operation.TAG if on else Operation.UNTAG, target, (("tag", name),))
