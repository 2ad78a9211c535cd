"""From dated statements to events: which statements tell of one event, and where they disagree; pure."""
