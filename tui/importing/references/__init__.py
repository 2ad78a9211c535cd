"""Lists of references: RIS, EndNote, BibTeX and Zotero's RDF; each entry is an article, often without its text."""
