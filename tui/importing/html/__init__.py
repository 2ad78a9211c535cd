"""What a saved web page says of its article, read from one tree: its own claims, its marks, its words."""
