"""How the files of a dossier become articles."""
