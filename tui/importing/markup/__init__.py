"""Text between marks: HTML fragments, Markdown and front matter."""
