"""The fields of the query language: their names in English and French, and which of them can be asked for yet."""

from __future__ import annotations

from collections.abc import Iterable

NAMES: dict[str, tuple[str, ...]] = {
    "title": ("title", "titre"),
    "text": ("text", "texte"),
    "source": ("source",),
    "author": ("author", "auteur", "auteure"),
    "tag": ("tag", "tags", "étiquette", "mot"),
    "lang": ("lang", "language", "langue"),
    "note": ("note", "notes"),
    "path": ("path", "chemin", "file", "fichier"),
    "id": ("id",),
    "is": ("is", "est"),
    "date": ("date", "published", "publié"),
    "before": ("before", "avant"),
    "after": ("after", "après", "since", "depuis"),
    "event": ("event", "événement"),
    "sort": ("sort", "tri"),
}
"""Each field with the names that it answers to, the one that is printed back first."""

WORDS = ("title", "text", "source", "author", "tag", "lang", "path", "id")
"""The fields that hold words."""

RUNNING = ("", "title", "text")
"""The fields of running text; without a name it is that of titles and texts alike."""

LISTS = ("source", "author", "tag", "lang", "id")
"""The fields whose values may be given as a list: `source:afp,reuters`."""

DATES = ("date", "before", "after", "event")
"""The fields that hold dates: of publication, and the last one those that a text names."""

STATES: dict[str, tuple[str, ...]] = {
    "undated": ("undated", "sans-date"),
    "doubtful": ("doubtful", "douteux", "douteuse"),
    "retold": ("retold",),
}
"""What `is:` can ask."""

ORDERS: dict[str, tuple[str, ...]] = {
    "date": ("date",),
    "relevance": ("relevance", "pertinence"),
    "source": ("source",),
    "length": ("length", "longueur"),
}
"""What `sort:` can ask; each can have a minus sign before it."""

NOT_YET = ("note",)
"""Fields that are part of the language and that this version cannot answer."""

STATES_NOT_YET = ("starred", "read", "reviewed")
"""States that are part of the language and that this version cannot answer."""


def _plain(name: str) -> str:
    """Fold the accents of a field's name, so that `apres:` is as good as `après:`."""
    return name.casefold().translate(str.maketrans("éèêàç", "eeeac"))


_FIELD_OF = {_plain(name): field for field, names in NAMES.items() for name in names}


def field_of(name: str) -> str | None:
    """Return the field that answers to a name, capitals and accents ignored, or None."""
    return _FIELD_OF.get(_plain(name))


def member_of(table: dict[str, tuple[str, ...]], name: str) -> str | None:
    """Return the entry of `STATES` or `ORDERS` that answers to a name, or None."""
    return next((entry for entry, names in table.items() if _plain(name) in names), None)


def nearest(name: str, known: Iterable[str] | None = None) -> list[str]:
    """Return up to three known names that look most like `name`, best first; all field names by default."""
    import difflib

    names = {_plain(each): each for each in (known or [name for names in NAMES.values() for name in names])}
    return [names[each] for each in difflib.get_close_matches(_plain(name), names, n=3, cutoff=0.5)]
