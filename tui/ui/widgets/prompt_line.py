"""A line above the keys in which one answer is typed: a tag, a name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.suggester import Suggester, SuggestFromList

from tui.ui.widgets.base.plain_input import TransientInput


class PromptLine(TransientInput):
    """An input line that asks one thing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "accept", "take it", id="prompt.answer"),
        Binding("tab", "cursor_right", "take what is suggested", id="prompt.complete"),
        Binding("escape", "close", "leave", id="prompt.close"),
    ]

    def __init__(
        self,
        question: str,
        ended: Callable[[str], None],
        suggested: Sequence[str] | Suggester = (),
        value: str = "",
        bare: str = "",
    ) -> None:
        """Ask a question, which is shown while nothing is typed; what is `suggested` completes what is typed.

        `ended` is called with what was typed, or with nothing where the line is left. A `bare` answer is what an empty
        line stands for.
        """
        super().__init__(value, question, id="prompt")
        self._ended = ended
        self._bare = bare
        if isinstance(suggested, Suggester):
            self.suggester = suggested
        elif suggested:
            self.suggester = SuggestFromList(suggested, case_sensitive=False)

    def action_accept(self) -> None:
        """End with what was typed."""
        self._ended(self.value.strip() or self._bare)

    def action_close(self) -> None:
        """End with nothing."""
        self._ended("")
