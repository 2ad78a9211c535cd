"""Archives: what lies in them, taken out within limits."""
