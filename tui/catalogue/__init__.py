"""The catalogue of a dossier: its files, its articles and what is kept beside them."""
