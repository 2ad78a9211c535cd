"""Dates that texts name: found, resolved and given a value; pure."""
