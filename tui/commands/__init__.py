"""The headless verbs: what scripts and terminals without the application ask of a dossier."""

from tui.commands.command import run

__all__ = ["run"]
