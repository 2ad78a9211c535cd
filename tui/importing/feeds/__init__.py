"""Feeds saved as files."""
