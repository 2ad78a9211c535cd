"""The files that the mutations begin with: for each suffix some small ones that use much of its format."""

from __future__ import annotations

import gzip

from fuzzing.exports import ARC, BOOKMARKS, DOC, ENEX, FORWARDED, JOPLIN, SHEET
from fuzzing.outlook import OUTLOOK
from fuzzing.packages import BZIPPED, DOCX, EPUB, GNU, ODT, OMNIVORE, STORED, TAR, WACZ, WARC, WARC_GZ, ZIP, pdf
from fuzzing.press import DOWNLOADS, ENDNOTE, EUROPRESSE, PRESSREADER, RIS
from fuzzing.texts import (
    ARRAY,
    ATOM,
    BIB,
    CSL,
    CSV,
    INSTAPAPER,
    JSON_FEED,
    MAIL,
    MARKDOWN,
    MBOX,
    MHTML,
    P1,
    P3,
    PAGE,
    RDF,
    ROWS,
    RSS,
    RTF,
    SGML,
    SITEMAP,
    TEI,
    TEXT,
    TREC,
)

PAGES = [PAGE, EUROPRESSE, PRESSREADER, BOOKMARKS, f"<p>{P1}<p>{P3}".encode(), PAGE.decode().encode("utf-16")]
TEXTS = [TEXT, MARKDOWN, JOPLIN, DOC, *DOWNLOADS]
FEEDS = [RSS, ATOM, RDF, SITEMAP]
DOCUMENTS = [JSON_FEED, ARRAY, CSL, ROWS]
TABLES = [CSV, CSV.replace(b",", b"\t"), CSV.replace(b",", b";"), INSTAPAPER]
TAGGED = [SGML, TREC, DOC, TEI]

SEEDS: dict[str, list[bytes]] = {
    "": TEXTS,
    ".txt": TEXTS,
    ".text": TEXTS,
    ".md": TEXTS,
    ".markdown": TEXTS,
    **dict.fromkeys((".html", ".htm", ".xhtml", ".xht", ".shtml"), PAGES),
    **{key: [MHTML, MAIL] for key in (".mht", ".mhtml")},
    **{key: [MAIL, MBOX, FORWARDED] for key in (".eml", ".emlx", ".mbox", ".mbx")},
    ".msg": [OUTLOOK],
    **{key: [*FEEDS, *TAGGED] for key in (".rss", ".atom", ".rdf", ".xml")},
    **dict.fromkeys((".json", ".jsonl", ".ndjson", ".jsonfeed"), DOCUMENTS),
    **dict.fromkeys((".csv", ".tsv", ".tab"), TABLES),
    **dict.fromkeys((".sgm", ".sgml", ".trec", ".dat"), TAGGED),
    ".pdf": [pdf(packed=False), pdf(packed=True)],
    ".epub": [EPUB],
    **{key: [DOCX] for key in (".docx", ".docm", ".dotx")},
    **{key: [ODT] for key in (".odt", ".ott")},
    ".rtf": [RTF],
    ".bib": [BIB],
    ".ris": [RIS],
    ".enw": [ENDNOTE],
    ".zip": [ZIP, STORED, BZIPPED, OMNIVORE],
    ".gz": [gzip.compress(TEXT, mtime=0), gzip.compress(TAR, mtime=0)],
    ".tar": [TAR, GNU],
    **{key: [gzip.compress(TAR, mtime=0), gzip.compress(GNU, mtime=0)] for key in (".tar.gz", ".tgz")},
    ".warc": [WARC],
    ".warc.gz": [WARC_GZ, gzip.compress(WARC, mtime=0)],
    ".wacz": [WACZ],
    ".arc": [ARC],
    ".arc.gz": [gzip.compress(ARC, mtime=0)],
    ".enex": [ENEX],
    ".jex": [TAR],
    ".xls": [CSV.replace(b",", b"\t"), SHEET],
}
"""By suffix; those of formats that are not read yet do no harm."""
