"""The foundation: days, sentences, progress, printable text, files. Nothing that belongs to one package only."""
