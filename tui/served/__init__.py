"""Archives that are served by OpenSearch: pushed there, searched and read there; nothing here loads without --engine."""
