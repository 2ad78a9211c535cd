"""Copies: nearly equal texts, found by their word triples and never by their titles; pure."""

from __future__ import annotations

RULES_VERSION = "2"
"""Increment whenever the same texts would give other copies; every text is then compared again."""
