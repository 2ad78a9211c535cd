"""Office documents, books, and the properties of documents."""
