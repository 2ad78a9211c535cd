"""A fault of a query: what is wrong with it, where, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a query; a value, never raised."""

    message: str
    """One sentence that says what to write instead."""
    column: int
    """Where it begins in the query as it was typed: characters from 0."""
    length: int = 1
    """How many characters it covers; at least 1, also at the end of the query."""
