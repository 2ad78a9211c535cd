"""Which name a shorter one stands for: a surname for the last full name, an expansion for its abbreviation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from tui.base.folding import fold
from tui.names.name import Name

Key = tuple[str, ...]


@lru_cache(1 << 16)
def key_of(text: str) -> Key:
    """Return the folded words of a name; full stops and hyphens make no difference: `U.N.`, `Kim Jong-un`."""
    return tuple(fold(text).replace("-", " ").replace(".", "").split())


def resolved(names: Sequence[Name]) -> tuple[Name, ...]:
    """Return names, ascending, each with the whole name that it stands for.

    A surname stands for the last full name before it that ends with it, else for the first one after it; a first name
    alone for a full name that was there before.
    """
    after: dict[Key, str] = {}
    for name in reversed(names):
        after.update(dict.fromkeys(_endings(name), name.whole))
    before: dict[Key, str] = {}
    first: dict[Key, str] = {}
    found = []
    for name in names:
        key = key_of(name.text)
        if name.whole == name.text and not name.text.isupper() and (name.person or len(key) == 1):
            whole = before.get(key) or after.get(key) or (first.get(key) if not name.person else None)
            if whole is not None and whole != name.text:
                found.append(name._replace(whole=whole, certain=True, person=True))
                continue
        found.append(name)
        for ending in _endings(name):
            before[ending] = name.whole
        if name.person and len(key) > 1:
            first[key[:1]] = name.whole
    return tuple(found)


def _endings(name: Name) -> Iterable[Key]:
    """Yield what a person may be called: the end of the name, without the first words."""
    if not name.person or not name.certain:
        return
    words = name.text.split()
    for place in range(1, len(words)):
        yield key_of(" ".join(words[place:]))
