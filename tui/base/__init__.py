"""What everything else stands on: days, progress, printable text, sorting. Closed to what belongs to one room."""
