"""Office documents, books and printed pages."""
