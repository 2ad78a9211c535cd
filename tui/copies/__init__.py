"""Copies: texts that are nearly equal, found by their words in a row and never by their titles; pure."""
