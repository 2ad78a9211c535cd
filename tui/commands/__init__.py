"""The headless commands, for scripts and terminals."""

from tui.commands.command import run

__all__ = ["run"]
