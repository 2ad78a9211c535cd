"""Markup to plain text: HTML fragments, Markdown and front matter."""
