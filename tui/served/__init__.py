"""Archives that are served by OpenSearch: pushed, searched and read there; nothing of it loads without --engine."""
