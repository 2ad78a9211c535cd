"""Reads files in separate processes: nothing a file does to its parser reaches the program."""
