"""A mail as an article: its header, its text, what is attached to it."""
