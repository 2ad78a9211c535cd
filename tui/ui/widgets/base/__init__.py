"""Base classes that the widgets build on."""
