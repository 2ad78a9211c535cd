"""Panes: what of the main screen belongs together, with its title and the line or list that opens in it."""
