"""One module for each file format: bytes become drafts of articles."""
