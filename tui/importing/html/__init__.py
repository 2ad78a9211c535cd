"""Saved web pages: reads the article from a page's metadata, markup and text."""
