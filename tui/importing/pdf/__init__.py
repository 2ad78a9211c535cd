"""PDF layout: positioned pieces of text to lines, and lines to paragraphs."""
