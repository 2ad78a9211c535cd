"""Tables and lists of articles, and the exports of read-later and citation programs."""
