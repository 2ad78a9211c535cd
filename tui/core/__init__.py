"""The explorer, and what keeps catalogue and index in step with the folder."""
