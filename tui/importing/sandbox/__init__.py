"""Reading in processes apart: nothing that a file does to its reader reaches the program."""
