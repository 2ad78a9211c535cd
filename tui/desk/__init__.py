"""The desk: what a reader adds to a dossier, as an append-only journal and the anchors that tie notes to texts."""
