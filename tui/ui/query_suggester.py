"""Completion for the search bar: asked in a thread, so that no key waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from textual.suggester import Suggester

from tui.errors import MaliTuiError


class QuerySuggester(Suggester):
    """Suggests how a query may go on."""

    def __init__(self, completed: Callable[[str], str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._completed = completed

    async def get_suggestion(self, value: str) -> str | None:
        """Return the completed query, or None."""
        if not value.strip():
            return None
        try:
            return await asyncio.to_thread(self._completed, value) or None
        except MaliTuiError:  # the query itself reports it
            return None
