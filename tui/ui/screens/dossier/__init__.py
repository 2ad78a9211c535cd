"""The main screen of a dossier, and the parts that it holds."""

from tui.ui.screens.dossier.screen import DossierScreen

__all__ = ["DossierScreen"]
