"""Finds the dates of an article, and chooses the publication date among them."""
