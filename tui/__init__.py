"""A terminal explorer for a dossier: a folder of dated news articles, kept and read offline."""

__version__ = "0.2.0"
