"""Query language, index, ranking and marks; the only place that imports whoosh."""
