"""Text that was copied from pages: what is the article, and what stood around it."""
