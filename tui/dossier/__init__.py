"""What an article is and how files become articles."""
