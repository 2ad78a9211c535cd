"""Tables and lists of articles, and the exports of programs that keep them."""
