"""Printed pages: from pieces of text at their places on a sheet to the paragraphs that a reader sees."""
