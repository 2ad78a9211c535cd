"""Granularity, tallies, windows and bars; pure."""
