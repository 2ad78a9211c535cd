"""Tagged articles, as in SGML and XML archives of news agencies."""
