"""From dated statements to events: which statements tell of one event, and where they disagree; pure."""

RULES_VERSION = "4"
"""Raise this when the same dates would give other statements, so that every text is read again."""
