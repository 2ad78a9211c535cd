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

ARCHIVE_RATIO = 250
"""What is packed tighter is no text but a bomb: texts come down to a tenth, tables and logs to a hundredth at best."""

ARCHIVE_RATIO_BYTES = 16 * 2**20
"""Up to so many bytes it does not matter how tight something is packed: a bomb of that size harms nobody."""

ARCHIVE_PARTS = 1_000_000
"""Records of a web archive, streams one after another in a gzip file; further ones are not looked at."""

RECORD_HEAD_BYTES = 1024 * 1024
"""What stands before the content of a record in a web archive or of a file in a tar archive is not longer."""

LOST_LINES = 4 * ARCHIVE_PARTS
"""Lines between the records of a web archive that are looked at; two empty ones after each are as they should be."""

PACKINGS = 3
"""Packings of packings of a captured page; no server sends more than one."""

MEMBER_NAME_CHARACTERS = 1000
"""A file in an archive that has a longer name is not read."""

ARTICLES = 200_000
"""Articles of one file; further ones are not read."""

TEXT_CHARACTERS = 10_000_000
"""An article with a longer text is not read: no article is one."""

PAGE_CHARACTERS = 20_000_000
"""A web page with more, its pictures and styles not counted, is not read."""

PAGE_ELEMENTS = 150_000
"""A web page with more elements is not read: the search for its article would take minutes."""

PAGE_DEPTH = 200
"""Elements within one another; of a page that nests deeper only paragraphs and headings are read."""

TEXT_BYTES = 2 * TEXT_CHARACTERS
"""A larger text file that is to be one article is not read: it would be longer than an article may be, and reading it
takes forty times as much memory."""

ROW_BYTES = 4 * TEXT_CHARACTERS
"""A longer row of a table, or element of a JSON file, is not read."""

COLUMNS = 1000
"""A table with more columns is none of articles."""

RECORD_DEPTH = 64
"""Lists and maps within one another in an element of a JSON file; what is nested deeper is not read."""

JSON_DEPTH = 100_000
"""Lists and maps within one another in a JSON file, read or not; where there are more it is given up."""

JSON_MARKS = 30_000_000
"""Brackets, commas and strings of one value; where there are more nobody meant it to be read."""

STALL_SECONDS = 60.0
"""A file from which no article came for so long is given up; it is read in a process of its own, which is ended."""

AVOIDED = 5
"""Files of one archive that may stall or end the process that reads them, before the whole archive is given up."""

FILE_SECONDS = 1800.0
"""A file that takes longer is given up, however many articles come from it."""

OWN_BYTES = 256 * 2**10
"""A larger file is read in a process apart, whatever its format."""

WORKERS = 4
"""Processes that read at once at most; never more than there are cores."""

WORKER_BYTES = 1536 * 2**20
"""Memory that a process that reads files may take; the system holds it to that where it can, and it is watched."""

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

MARKDOWN_LINES = 50_000
"""A Markdown file with more lines is read as plain text: each block takes the memory of a page while it is parsed."""

MAIL_BYTES = 64 * 2**20
"""A larger mail is not read."""

MAIL_PARTS = 1_000
"""A mail of more parts is not read."""

MAIL_EFFORT = 100_000_000
"""The lines of a mail times its bounds between parts: each line is held against each bound where parts are nested."""

MAIL_FIELD_CHARACTERS = 10_000
"""A longer field of a mail's header is cut."""

MHTML_PARTS = 10_000
"""Parts of a page saved with its pictures that are looked at."""

FEED_ENTRY_CHARACTERS = 2_000_000
"""A longer entry of a feed is not read."""

FEED_ENTRY_TAGS = 50_000
"""An entry of a feed with more tags is not read."""

FEED_BARREN_ENTRIES = 50_000
"""Entries of a feed, one after another, from which no article comes; those behind them are not read."""

FEED_BATCH_ENTRIES = 50
"""Entries of a feed that are parsed at once."""

FEED_BATCH_CHARACTERS = 500_000
"""Characters of a feed that are parsed at once, but for those of one entry."""

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

PDF_PAGES = 3_000
"""Pages of a PDF file; further ones are not read, and the account says so."""

PDF_STREAM_PARTS = 500_000
"""Operators and operands of one stream of a page; a map has some ten thousand."""

PDF_OPERATORS = 4_000_000
"""Operators of all pages of a PDF file; what comes behind them is not read: it is a drawing, or made to stall."""

PDF_SECONDS = 300.0
"""Time for all pages of a PDF file; an honest page takes a hundredth of a second."""

PDF_PAGE_SECONDS = 20.0
"""Time for one page, after which it is given up."""

PDF_SEARCHED = 4 * 10**9
"""Bytes that may be searched for what a damaged PDF file has lost."""

PDF_SEARCHES = 10_000
"""Objects that are looked at for the root of a damaged PDF file; each of them may be searched for in all of it."""

XMP_BYTES = 2**20
"""A longer description within a PDF file is passed over."""

PACKAGE_BYTES = 96 * 2**20
"""What the parts of an office document or a book that are read may come to, unpacked; pictures are not read."""

PART_BYTES = 32 * 2**20
"""What one of them may come to: the text of some thousands of pages."""

PACKAGE_PARTS = 20_000
"""Parts of a document or a book, with its pictures; one with more is not read."""

XML_TAGS = 600_000
"""Tags of one part: its tree takes less than a kilobyte for each."""

ODT_DEPTH = 100
"""Elements within one another in a document; one that somebody wrote has some ten."""

DOCX_BREAKS = 100_000
"""Paragraphs, line breaks and tabs of one part of a Word document; a thousand pages have some twenty thousand, and
each costs as much as a sentence, also where it holds nothing."""

RTF_GROUPS = 1_000
"""Groups within one another in an RTF file; programs write some ten."""

RTF_WORDS = 10_000_000
"""Control words, braces and runs of text of an RTF file; a thousand pages have some hundred thousand."""
