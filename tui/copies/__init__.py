"""Copies: texts that are nearly equal, found by their words in a row and never by their titles; pure."""

from __future__ import annotations

RULES_VERSION = "1"
"""Raised whenever the same texts would give other copies: every text is then compared again."""
