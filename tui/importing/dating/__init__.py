"""When an article appeared: dates as they are written, and the choice among them."""
