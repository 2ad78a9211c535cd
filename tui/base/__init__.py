"""What everything else stands on: days, sentences, progress, printable text, sorting. Nothing of one package only."""
