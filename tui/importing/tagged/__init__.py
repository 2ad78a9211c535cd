"""Articles that stand between tags: their fields by name, and the texts of wires."""
