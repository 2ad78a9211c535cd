"""Archives: lists and unpacks the files in them, within limits."""
