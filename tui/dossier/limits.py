"""The limits of what is read: what goes beyond one of them ends as a line of the account, never as a hang."""

from __future__ import annotations

FILE_BYTES = 256 * 2**20
"""A larger file is not read, neither in a folder nor in an archive."""

ARCHIVE_BYTES = 1024 * 2**20
"""What an archive may come to, unpacked, with all that lies in the archives within it."""

ARCHIVE_FILES = 100_000
"""Files of an archive, with those in the archives within it; further ones are not read."""

ARCHIVE_DEPTH = 3
"""Archives within one another; deeper ones are not opened."""

ARTICLES = 200_000
"""Articles of one file; further ones are not read."""

TEXT_CHARACTERS = 10_000_000
"""An article with a longer text is not read: no article is one."""

STALL_SECONDS = 60.0
"""A file from which no article came for so long is given up; it is read in a process of its own, which is ended."""

FILE_SECONDS = 1800.0
"""A file that takes longer is given up, however many articles come from it."""

OWN_BYTES = 4 * 2**20
"""A larger file is read in a process apart, whatever its format."""

WORKERS = 4
"""Processes that read at once at most; never more than there are cores."""

WORKER_BYTES = 1536 * 2**20
"""Memory that a process that reads files may take, where the system can hold it to that."""

FOLDER_DEPTH = 64
"""Folders within folders; deeper ones are not entered."""

COMPARED_CHARACTERS = 500_000
"""A longer text is a copy only of one that is the same character for character."""

FRONT_MATTER_CHARACTERS = 64 * 1024
"""The front matter of a file ends within as many characters, or it is none."""

FRONT_MATTER_DEPTH = 8
"""Lists and maps within one another; YAML's own parser falls at some thousands."""

MARKDOWN_BLOCK_CHARACTERS = 100_000
"""A Markdown file with a longer run of text without an empty line is read as plain text: no marks are looked for."""

RULE_CHARACTERS = 400
"""A longer line is always taken for a part of the article: no rule for stray lines looks at it."""

TITLE_CHARACTERS = 300
"""A longer title is cut at a word, with an ellipsis."""

ADDRESS_CHARACTERS = 2000
"""A longer web address is cut, with an ellipsis."""

NAME_CHARACTERS = 160
"""A longer source, author or tag is cut at a word, with an ellipsis."""

TAGS = 64
"""Tags of an article; further ones are left out."""

BATCH_FILES = 300
"""Files whose articles are written to the catalogue at once."""

BATCH_CHARACTERS = 8_000_000
"""Characters of text that are held before they are written to the catalogue, but for the articles of one file."""

BATCH_SECONDS = 2.0
"""What was read is written to the catalogue after so long at the latest."""

PENDING_CHARACTERS = 32_000_000
"""Characters of text that are held to be indexed at once, but for those of the last article."""

WIDE = 5_000
"""From so many articles on numpy pays for its loading."""

MANY = 3_000
"""So many changed files, or articles to index, are worth two more processes."""

HEAVY = 60
"""So many small files of our own formats take about as long to read as one of another format."""
