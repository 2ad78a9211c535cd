"""The limits of importing: exceeding one ends as a line of the account, never as a hang."""

from __future__ import annotations

FILE_BYTES = 256 * 2**20
"""The largest file that is read, in a folder or an archive."""

ARCHIVE_BYTES = 1024 * 2**20
"""The most that an archive may unpack to, including the archives within it."""

ARCHIVE_FILES = 100_000
"""The most files of an archive that are read, including those of archives within it."""

ARCHIVE_DEPTH = 3
"""The deepest nesting of archives that is opened."""

ARCHIVE_RATIO = 250
"""The highest compression ratio that is not a bomb: text compresses to a tenth, tables and logs to a hundredth."""

ARCHIVE_RATIO_BYTES = 16 * 2**20
"""Up to this size the ratio does not matter: such a bomb is harmless."""

ARCHIVE_PARTS = 1_000_000
"""The most records of a web archive, or streams of a gzip file, that are examined."""

RECORD_HEAD_BYTES = 1024 * 1024
"""The longest header of a record in a web archive, or of a file in a tar archive."""

LOST_LINES = 4 * ARCHIVE_PARTS
"""The most lines between the records of a web archive; two empty ones after each are normal."""

PACKINGS = 3
"""The most nested encodings of a captured page; servers send one."""

MEMBER_NAME_CHARACTERS = 1000
"""The longest name of a file in an archive that is read."""

ARTICLES = 200_000
"""The most articles of one file."""

TEXT_CHARACTERS = 10_000_000
"""The longest text that is read as an article."""

PAGE_CHARACTERS = 20_000_000
"""The longest web page that is read, its inlined pictures and styles not counted."""

PAGE_ELEMENTS = 150_000
"""The most elements of a web page: finding the article in more would take minutes."""

PAGE_DEPTH = 200
"""The deepest nesting of elements; of a page that nests deeper only paragraphs and headings are read."""

TEXT_BYTES = 2 * TEXT_CHARACTERS
"""The largest text file that is read as one article; reading it takes forty times its size in memory."""

ROW_BYTES = 4 * TEXT_CHARACTERS
"""The longest row of a table, or element of a JSON file, that is read."""

COLUMNS = 1000
"""Wider tables are not treated as articles."""

RECORD_DEPTH = 64
"""The deepest nesting of an element of a JSON file that is read."""

JSON_DEPTH = 100_000
"""The deepest nesting of a JSON file, whether read or not; beyond it the file is given up."""

JSON_MARKS = 30_000_000
"""The most brackets, commas and strings of one JSON value."""

STALL_SECONDS = 60.0
"""A file that gives no article for so long is given up, and its process is killed."""

AVOIDED = 5
"""Files of one archive that may stall or crash their process before the whole archive is given up."""

FILE_SECONDS = 1800.0
"""A file that takes longer is given up, however many articles it gives."""

OWN_BYTES = 256 * 2**10
"""A larger file is read in a separate process, whatever its format."""

WORKERS = 4
"""The most reading processes; never more than there are cores."""

WORKER_BYTES = 1536 * 2**20
"""Memory that a process that reads files may take; the system holds it to that where it can, and it is watched."""

FOLDER_DEPTH = 64
"""The deepest nesting of folders that is entered."""

COMPARED_CHARACTERS = 500_000
"""A longer text is a copy only of an identical one."""

FRONT_MATTER_CHARACTERS = 64 * 1024
"""The longest front matter."""

FRONT_MATTER_DEPTH = 8
"""The deepest nesting of front matter; YAML's parser crashes at some thousands."""

MARKDOWN_BLOCK_CHARACTERS = 100_000
"""A Markdown file with a longer run of text without an empty line is read as plain text."""

MARKDOWN_LINES = 50_000
"""A Markdown file with more lines is read as plain text: parsing takes a memory page for each block."""

MAIL_BYTES = 64 * 2**20
"""The largest mail that is read."""

MAIL_PARTS = 1_000
"""The most parts of a mail that is read."""

MAIL_EFFORT = 100_000_000
"""The most lines of a mail times its boundaries: each line is compared with each boundary if parts are nested."""

MAIL_FIELD_CHARACTERS = 10_000
"""A longer header field of a mail is cut."""

MHTML_PARTS = 10_000
"""Parts of an MHTML file that are examined."""

FEED_ENTRY_CHARACTERS = 2_000_000
"""The longest entry of a feed that is read."""

FEED_ENTRY_TAGS = 50_000
"""The most tags of a feed's entry that is read."""

FEED_BARREN_ENTRIES = 50_000
"""Consecutive entries of a feed without an article after which the rest is not read."""

FEED_BATCH_ENTRIES = 50
"""Entries of a feed parsed at once."""

FEED_BATCH_CHARACTERS = 500_000
"""Characters of a feed parsed at once, unless one entry is longer."""

RULE_CHARACTERS = 400
"""A longer line is always part of the article: no rule for stray lines looks at it."""

TITLE_CHARACTERS = 300
"""A longer title is cut at a word, with an ellipsis."""

ADDRESS_CHARACTERS = 2000
"""A longer web address is cut, with an ellipsis."""

NAME_CHARACTERS = 160
"""A longer source, author or tag is cut at a word, with an ellipsis."""

TAGS = 64
"""The most tags of an article."""

BATCH_FILES = 300
"""Files whose articles are written to the catalogue together."""

BATCH_CHARACTERS = 8_000_000
"""Characters of text held before writing to the catalogue, unless one file has more."""

BATCH_SECONDS = 2.0
"""Articles are written to the catalogue after this time at the latest."""

PENDING_CHARACTERS = 32_000_000
"""Characters of text that are indexed together, plus the last article's."""

WIDE = 5_000
"""The number of articles from which numpy is worth loading."""

MANY = 3_000
"""The number of changed files, or articles to index, that is worth two more processes."""

HEAVY = 60
"""How many small files of our own formats take as long to read as one of another format."""

ARTICLE_BYTES = 3_000
"""Bytes that an article of a large table or archive takes, by which its articles are estimated."""

PDF_PAGES = 3_000
"""The most pages of a PDF file that are read."""

PDF_PAGE_CHARACTERS = 1_000_000
"""The most characters on a page of a PDF file; a page of a newspaper has thirty thousand."""

PDF_PAGE_PIECES = 5_000
"""A page of a PDF file with more pieces of text is read in the order in which it is drawn: it has no columns."""

PDF_SECONDS = 300.0
"""The time after which the rest of a PDF file is given up; a normal page takes a hundredth of a second."""

PDF_PAGE_SECONDS = 20.0
"""The time after which one page is given up; while PDFium draws it, `STALL_SECONDS` holds."""

XMP_BYTES = 2**20
"""A longer XMP description in a PDF file is ignored."""

PACKAGE_BYTES = 96 * 2**20
"""The most that the parts of an office document or a book may unpack to; pictures are not read."""

PART_BYTES = 32 * 2**20
"""The most that one part may unpack to: the text of some thousands of pages."""

PACKAGE_PARTS = 20_000
"""The most parts of a document or a book, pictures included."""

XML_TAGS = 600_000
"""The most tags of one part; its tree takes less than a kilobyte for each."""

ODT_DEPTH = 100
"""The deepest nesting of an ODT document; real ones nest some ten deep."""

DOCX_BREAKS = 100_000
"""The most paragraphs, line breaks and tabs of one part of a Word document. A thousand pages have some twenty thousand,
and each costs as much as a sentence even if it is empty."""

RTF_GROUPS = 1_000
"""The deepest nesting of groups in an RTF file; programs write some ten."""

RTF_WORDS = 10_000_000
"""The most control words, braces and runs of text of an RTF file; a thousand pages have some hundred thousand."""
