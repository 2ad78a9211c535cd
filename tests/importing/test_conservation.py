"""One law for every format: each visible word is in an article, in what was left out of it, or in the account."""

# ruff: noqa: E501 - files as programs write them
from __future__ import annotations

import csv
import io
import json
import tarfile
from email.message import EmailMessage
from gzip import compress
from html import escape
from textwrap import wrap

import pytest
from compound_file import compound_file
from packed_files import read_as, zipped
from pdf_files import column, content, pages_of
from visible_words import lost_words, of_html, of_json, of_mail, of_package, of_rtf, of_tags

from tui.importing.registry import FORMATS

TOLERANCE = 0.01
"""The share of a file's words that may be unaccounted for."""

_WORDS = [
    "harbour",
    "crane",
    "ferry",
    "pilot",
    "council",
    "mole",
    "barge",
    "winter",
    "lamp",
    "channel",
    "quay",
    "dredger",
    "union",
    "tide",
    "net",
    "rope",
    "engine",
    "deck",
    "cargo",
    "storm",
    "buoy",
    "anchor",
    "signal",
    "bridge",
    "lock",
    "island",
    "mail",
    "coal",
    "salt",
    "timber",
    "customs",
    "tower",
    "gale",
]


def sentence(number: int) -> str:
    """Return a sentence of invented words, another one for each number."""
    picked = [_WORDS[(number * step + step) % len(_WORDS)] for step in (3, 5, 7, 11, 13, 17, 19)]
    return f"The {' '.join(picked)} of berth {number} stayed where it was, and nobody in town{number} knew why."


BODY = [sentence(number) for number in range(30)]
ODD = [sentence(number) for number in range(100, 104)]
"""Sentences that stand beside the text."""

TITLE, OUTLET, AUTHOR, DAY = "The crane stands still again", "Harbour Times", "Ada Quill", "2023-03-04"


def page(beside: str = "") -> str:
    body = "".join(f"<p>{escape(line)}</p>" for line in BODY)
    menu = "".join(f"<li><a href=/{one}>{one.title()} news</a></li>" for one in _WORDS[:12])
    return (
        f"<html><head><title>{TITLE} | {OUTLET}</title></head><body><header><b>{OUTLET}</b><ul>{menu}</ul></header>"
        f"<main><article><h1>{TITLE}</h1><p>By {AUTHOR}</p><time datetime={DAY}>4 March 2023</time>{body}</article>"
        f"</main><aside>{''.join(f'<p>{line}</p>' for line in ODD)}<div>{beside}</div></aside>"
        "<footer>Imprint<br>Contact<br>© 2023</footer></body></html>"
    )


TEXT = "\n\n".join((TITLE, f"By {AUTHOR}", "4 March 2023", *BODY, "Share this article", "Read more: The tide turns"))
MARKED = (
    f"---\ntitle: {TITLE}\ndate: {DAY}\nsource: {OUTLET}\nmood: grey and windy\nprint:\n  sheet: morning broadsheet\n---\n\n"
    + "\n\n".join(("# Another heading", *BODY, "- one entry\n- two entries", "> a quotation", "| left | right |"))
)
RECORD = {
    "title": TITLE, "date": DAY, "source": OUTLET, "author": AUTHOR, "text": "\n\n".join(BODY), "desk": "Night desk",
    "summary": ODD[0], "geo": {"place": "Portham", "names": ["Tassara", "Weir End"]}, "remark": ODD[1],
}  # fmt: skip


def table(delimiter: str) -> str:
    flat = {name: value if isinstance(value, str) else "Portham" for name, value in RECORD.items()}
    target = io.StringIO()
    writer = csv.DictWriter(target, list(flat), delimiter=delimiter)
    writer.writeheader()
    writer.writerow(flat)
    return target.getvalue()


def cells(text: str) -> str:
    return " ".join(text.partition("\n")[2].split())


def mail() -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = (
        f"{AUTHOR} <a@x.example>",
        TITLE,
        "Sat, 04 Mar 2023 10:00 +0000",
    )
    message.set_content("\n\n".join((*BODY, "-- ", "Night desk, Portham")))
    return message.as_bytes()


def outlook() -> bytes:
    text = "\r\n\r\n".join((*BODY, "-- ", "Night desk, Portham"))
    texts = {0x0037: TITLE, 0x0C1A: AUTHOR, 0x1000: text}
    return compound_file({f"__substg1.0_{tag:04X}001F": value.encode("utf-16-le") for tag, value in texts.items()})


def box() -> bytes:
    return b"From a@x.example Sat Mar  4 10:00:00 2023\n" + mail() + b"\n"


def mhtml() -> bytes:
    return (
        b"From: <Saved by Blink>\nSnapshot-Content-Location: https://x.example/a\nMIME-Version: 1.0\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="b1"\n\n--b1\nContent-Type: text/html; charset="utf-8"\n'
        b"Content-Location: https://x.example/a\n\n" + page().encode() + b"\n--b1--\n"
    )


def feed() -> str:
    items = "".join(
        f"<item><title>{TITLE} {number}</title><link>https://x.example/{number}</link><pubDate>Sat, 04 Mar 2023 10:00:00 GMT"
        f"</pubDate><description>{BODY[number]} {BODY[number + 1]}</description><category>tides</category></item>"
        for number in range(0, 20, 2)
    )
    return f"<rss version='2.0'><channel><title>{OUTLET}</title>{items}</channel></rss>"


def tagged() -> str:
    body = "".join(f"<p>{line}</p>" for line in BODY)
    return (
        f"<DOC><DOCNO>7</DOCNO><HEADLINE>{TITLE}</HEADLINE><DATE>{DAY}</DATE><DESK>Night desk of Portham</DESK>"
        f"<TEXT>{body}</TEXT><NOTE>{ODD[0]}</NOTE></DOC>"
    )


def rtf() -> str:
    lines = "".join(rf"\pard {line}\par " for line in (TITLE, f"By {AUTHOR}", "4 March 2023", *BODY))
    return rf"{{\rtf1\ansi{{\fonttbl{{\f0 Times;}}}} {lines}}}"


def docx() -> bytes:
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    lines = "".join(
        f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in (TITLE, f"By {AUTHOR}", "4 March 2023", *BODY)
    )
    row = "".join(f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>" for cell in ("left cell", "right cell"))
    return zipped(
        {
            "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>",
            "_rels/.rels": "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
            "<Relationship Id='r' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
            "officeDocument' Target='word/document.xml'/></Relationships>",
            "word/document.xml": f"<w:document xmlns:w='{w}'><w:body>{lines}<w:tbl><w:tr>{row}</w:tr></w:tbl></w:body>"
            "</w:document>",
        }
    )


def odt() -> bytes:
    lines = "".join(f"<text:p>{line}</text:p>" for line in (TITLE, f"By {AUTHOR}", "4 March 2023", *BODY))
    names = (
        "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
        " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {names}><office:body><office:text>{lines}</office:text></office:body>"
            "</office:document-content>",
        }
    )


def epub() -> bytes:
    chapter = (
        f"<html xmlns='http://www.w3.org/1999/xhtml'><body><h1>{TITLE}</h1>{''.join(f'<p>{one}</p>' for one in BODY)}"
    )
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles>"
            "<rootfile full-path='a.opf' media-type='application/oebps-package+xml'/></rootfiles></container>",
            "a.opf": "<package xmlns='http://www.idpf.org/2007/opf'><metadata xmlns:dc='http://purl.org/dc/elements/1.1/'>"
            f"<dc:title>{TITLE}</dc:title></metadata><manifest><item id='c' href='c.xhtml' media-type="
            "'application/xhtml+xml'/></manifest><spine><itemref idref='c'/></spine></package>",
            "c.xhtml": f"{chapter}</body></html>",
        }
    )


def pdf() -> bytes:
    lines = [line for one in BODY[:12] for line in (*wrap(one, 70), "")]
    return pages_of([content(column([TITLE, "", f"By {AUTHOR}", "4 March 2023", "", *lines], size=10))])


def tar() -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        entry = tarfile.TarInfo("a.txt")
        entry.size = len(TEXT.encode())
        archive.addfile(entry, io.BytesIO(TEXT.encode()))
    return target.getvalue()


def warc() -> bytes:
    body = page().encode()
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(body) + body
    return (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/a\r\nWARC-Date: 2023-03-05T00:00:00Z\r\n"
        b"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n"
        % len(http)
        + http
        + b"\r\n\r\n"
    )


def arc() -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page().encode()
    return b"https://x.example/a 10.0.0.1 20030304101500 text/html %d\n" % len(block) + block + b"\n"


def enex() -> str:
    body = "".join(f"<div>{line}</div>" for line in BODY)
    return (
        f"<en-export><note><title>{TITLE}</title><content><![CDATA[<en-note>{body}</en-note>]]></content>"
        "<created>20240202T090000Z</created><tag>night desk</tag><note-attributes><source-url>https://x.example/a"
        "</source-url></note-attributes></note></en-export>"
    )


RIS = f"TY  - NEWS\nTI  - {TITLE}\nAU  - Quill, Ada\nJF  - {OUTLET}\nY1  - 2023/03/04\nN1  - {ODD[0]}\nAB  - {' '.join(BODY)}\nER  - \n"
ENW = f"%0 Newspaper Article\n%T {TITLE}\n%A Quill, Ada\n%8 March 4, 2023\n%Z {ODD[0]}\n%X {' '.join(BODY)}\n\n"
BIB = f"@article{{a, title={{{TITLE}}}, journal={{{OUTLET}}}, date={{{DAY}}}, note={{{ODD[0]}}}, abstract={{{' '.join(BODY)}}}}}\n"
BIB_SEEN = " ".join((TITLE, OUTLET, DAY, ODD[0], *BODY))
RIS_SEEN = " ".join((TITLE, "Quill, Ada", OUTLET, "2023/03/04", ODD[0], *BODY))
FIELDS_SEEN = MARKED.replace("print:", "").replace("sheet:", "")

Made = tuple[bytes, str]
"""A file, and its visible words."""

_text: Made = (TEXT.encode(), TEXT)
_marked: Made = (MARKED.encode(), " ".join(MARKED.split("---", 2)[1:]).replace("title:", ""))
_page: Made = (page().encode(), of_html(page()))
_mail: Made = (mail(), of_mail(mail()))
_box: Made = (box(), of_mail(mail()))
_json: Made = (json.dumps([RECORD]).encode(), of_json(json.dumps(RECORD)))
_lines: Made = (json.dumps(RECORD).encode() + b"\n", of_json(json.dumps(RECORD)))
_tagged: Made = (tagged().encode(), of_tags(tagged()))
_feed: Made = (feed().encode(), of_tags(feed()))
_warc: Made = (warc(), of_html(page()))
_wacz: Made = (zipped({"archive/data.warc.gz": compress(warc(), mtime=0)}), of_html(page()))

MADE: dict[str, Made] = {
    **dict.fromkeys(("", ".txt", ".text"), _text),
    **dict.fromkeys((".md", ".markdown"), _marked),
    **dict.fromkeys((".html", ".htm", ".xhtml", ".shtml"), _page),
    **dict.fromkeys((".mht", ".mhtml"), (mhtml(), of_html(page()))),
    **dict.fromkeys((".eml", ".emlx"), _mail),
    **dict.fromkeys((".mbox", ".mbx"), _box),
    ".msg": (outlook(), of_mail(mail())),
    **dict.fromkeys((".rss", ".atom", ".rdf"), _feed),
    ".xml": _tagged,
    **dict.fromkeys((".sgm", ".sgml", ".trec"), _tagged),
    ".json": _json,
    **dict.fromkeys((".jsonl", ".ndjson"), _lines),
    ".csv": (table(",").encode(), cells(table(","))),
    **dict.fromkeys((".tsv", ".tab"), (table("\t").encode(), cells(table("\t")))),
    ".rtf": (rtf().encode(), of_rtf(rtf())),
    **dict.fromkeys((".docx", ".docm", ".dotx"), (docx(), of_package(docx(), r"document\.xml"))),
    **dict.fromkeys((".odt", ".ott"), (odt(), of_package(odt(), r"content\.xml"))),
    ".epub": (epub(), of_package(epub(), r"\.xhtml")),
    ".pdf": (pdf(), " ".join((TITLE, f"By {AUTHOR}", "4 March 2023", *BODY[:12]))),
    ".ris": (RIS.encode(), RIS_SEEN),
    ".enw": (ENW.encode(), " ".join((TITLE, "Quill, Ada", "March 4, 2023", ODD[0], *BODY))),
    ".bib": (BIB.encode(), BIB_SEEN),
    ".zip": (zipped({"a.txt": TEXT}), TEXT),
    ".gz": (compress(TEXT.encode(), mtime=0), TEXT),
    ".tar": (tar(), TEXT),
    **dict.fromkeys((".tar.gz", ".tgz"), (compress(tar(), mtime=0), TEXT)),
    ".warc": _warc,
    ".warc.gz": (compress(warc(), mtime=0), _warc[1]),
    ".wacz": _wacz,
    ".arc": (arc(), of_html(page())),
    ".arc.gz": (compress(arc(), mtime=0), of_html(page())),
    ".xls": (table("\t").encode(), cells(table("\t"))),
    ".jex": (tar(), TEXT),
    ".enex": (enex().encode(), " ".join((TITLE, *BODY, "night desk", "https://x.example/a"))),
}


def test_every_format_is_under_the_law() -> None:
    assert set(MADE) == set(FORMATS)


@pytest.mark.parametrize("suffix", sorted(MADE))
def test_no_visible_word_of_a_file_is_lost(suffix: str) -> None:
    made, seen = MADE[suffix]
    count, lost = lost_words(seen, read_as(f"a{suffix}", made))
    assert count > 100
    assert lost.total() <= TOLERANCE * count, lost.most_common(20)
