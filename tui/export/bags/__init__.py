"""Dossiers as BagIt bags (RFC 8493): written, verified, signed and opened.

The writer is our own. The library of the Library of Congress turns a folder into a bag in its place, which would change
the dossier, and writes the day and its own version into it, so that no two bags of one dossier are the same.
"""
