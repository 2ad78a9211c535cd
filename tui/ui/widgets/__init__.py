"""Widgets: behaviour only; they know neither one another nor the explorer."""
