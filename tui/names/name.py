"""What a name is that was found in a text."""

from __future__ import annotations

from typing import NamedTuple


class Name(NamedTuple):
    """A name of a person, a place or a body in a text."""

    start: int
    """Its first character."""
    end: int
    """The character past its last one."""
    text: str
    """As it stands there, white space made even."""
    whole: str
    """What it stands for in this text: of a surname the full name, of an expansion its abbreviation, else `text`."""
    certain: bool = True
    """False for a word that only opens sentences or headings, and may be any word: other texts can tell."""
    person: bool = False
    """Whether a title stands before it, or it has the form of a person's name."""
