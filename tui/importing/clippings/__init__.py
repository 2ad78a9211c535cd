"""Text copied from pages: separates the article from what was around it."""
