"""The words that a reader sees of a file, counted without any of the program's readers: dumb, and so independent."""

from __future__ import annotations

import csv
import email
import html
import io
import json
import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator

from tui.dossier.article import Article
from tui.importing.decoding import decode as decoded
from tui.importing.html.parse import text_of as of_page
from tui.importing.read_file import FileReading

_WORD = re.compile(r"[^\W_]+")
_UNSEEN = re.compile(
    r"<!--.*?-->|<\?.*?>|<!.*?>"
    r"|<(script|style|noscript|template|svg|head|select|textarea|iframe|object|button|math|audio|video|canvas)\b.*?</\1\s*>",
    re.I | re.S,
)
_BLOCK = re.compile(
    r"</?(?:address|article|aside|blockquote|body|br|caption|center|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]"
    r"|header|hr|html|legend|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul|title)\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>",
    re.I,
)
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")
_TAG = re.compile(r"<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>|<[^>]*>", re.S)


def words(text: str) -> list[str]:
    return _WORD.findall(_composed(text).lower())


def once(lines: Iterable[str]) -> str:
    """Return the words of lines, each line once: what stands twice, or within another line, need not be told twice."""
    said = dict.fromkeys(" ".join(words(part)) for line in lines for part in _SENTENCE_END.split(line))
    whole = "\n".join(f" {line} " for line in said)
    return "\n".join(line for line in said if whole.count(f" {line} ") == 1)


def of_html(text: str) -> str:
    """Return the lines of a page, each once."""
    return once(map(html.unescape, _TAG.sub("", _BLOCK.sub("\0", _UNSEEN.sub(" ", text))).split("\0")))


def _composed(text: str) -> str:
    """Return a text with letters and their accents as one, and without soft hyphens."""
    return unicodedata.normalize("NFC", text).replace("\xad", "")


def of_tags(text: str) -> str:
    """Return what stands between the tags of SGML and XML, with HTML in it."""
    text = re.sub(r"<!\[CDATA\[(.*?)\]\]>", lambda found: html.escape(found[1]), text, flags=re.S)
    text = re.sub(r"<!--.*?-->|<\?.*?>|<![^>]*>", " ", text, flags=re.S)
    inner = html.unescape(_TAG.sub("\0", text))
    return of_html(inner.replace("\0", "<p>"))


def of_json(text: str) -> str:
    """Return the strings in a JSON text, or in each line of one."""

    def strings(value: object) -> Iterator[str]:
        if isinstance(value, dict):
            for one in value.values():
                yield from strings(one)
        elif isinstance(value, list):
            for one in value:
                yield from strings(one)
        elif isinstance(value, str):
            yield of_html(value) if "<" in value else value

    try:
        values = [json.loads(text)]
    except ValueError:
        values = [json.loads(line) for line in text.splitlines() if line.strip()]
    return once(part for value in values for part in strings(value))


def of_mail(content: bytes) -> str:
    """Return the texts of a mail; of alternatives any one says it all, so each word counts once."""
    message = email.message_from_bytes(content)
    parts = [part for part in message.walk() if part.get_content_maintype() == "text"]
    if any(part.get_content_type() == "multipart/alternative" for part in message.walk()):
        first = next(part for part in parts if part.get_content_type() == "text/html")
        parts = [part for part in parts if part is first or part.get_filename()]
    texts = [(part.get_payload(decode=True) or b"").decode("utf-8", "replace") for part in parts]
    return "\n".join(of_html(text) if "<" in text else text for text in texts)


def of_rtf(text: str) -> str:
    """Return the text of RTF: without groups of properties, fonts and colours, and without control words."""
    text = re.sub(r"(\\[a-z]+-?\d*)\r?\n", r"\1 ", text).replace("\n", "").replace("\r", "")
    text = re.sub(r"\{\\(?:fonttbl|colortbl|stylesheet|info|\*)(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}", "", text)
    text = text.replace("\\-", "").replace("\\_", "-")
    text = re.sub(r"\{\\sp\{\\sn[^{}]*\}\{\\sv(?:[^{}]|\{[^{}]*\})*\}\}|\{\\pict(?:[^{}]|\{[^{}]*\})*\}", " ", text)
    text = re.sub(r"\\u(-?\d+)(?: ?\\'[0-9a-f]{2}| ?\?)?", lambda found: chr(int(found[1]) % 65536), text)
    text = re.sub(r"\\'([0-9a-f]{2})", lambda found: bytes.fromhex(found[1]).decode("cp1252", "replace"), text)
    text = re.sub(r"\\(?:par|line|cell|row|tab)\b ?", "\n", text)
    return re.sub(r"\\[a-z]+-?\d* ?|[{}\\]", "", text)


def of_package(content: bytes, wanted: str) -> str:
    """Return the text in the XML of a package: DOCX, ODT, EPUB."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [
            archive.read(name).decode("utf-8", "replace") for name in archive.namelist() if re.search(wanted, name)
        ]
    hidden = r"<(svg:title|svg:desc|head|style)\b.*?</\1>"
    parts = [re.sub(hidden, " ", part, flags=re.S) for part in parts]
    parts = [re.sub(r"<w:instrText.*?</w:instrText>|<w:del .*?</w:del>", " ", part, flags=re.S) for part in parts]
    texts = (_TAG.sub("", re.sub(r"</(?:w:p|text:p|text:h|p|h\d|li|div)>|<w:br ?/>", "\n", part)) for part in parts)
    return once(html.unescape(line) for text in texts for line in text.splitlines())


def of_table(content: str) -> str:
    """Return the cells of a table below its head."""
    dialect = "\t" if "\t" in content.partition("\n")[0] else ","
    rows = list(csv.reader(io.StringIO(content), delimiter=dialect))
    cells = (cell for row in rows[1:] for cell in row)
    return once(of_html(cell) if _TAG.search(cell) else cell for cell in cells)


def of_markdown(text: str) -> str:
    """Return what Markdown shows: no addresses of links, tags, shortcodes, and names of fields in a head."""
    text = re.sub(
        r"\{\{<.*?>\}\}|\]\([^()]*(?:\([^()]*\)[^()]*)*\)|\]\[[^\]]*\]|^\[[^\]]+\]:.*$|https?://\S+",
        " ",
        text,
        flags=re.M,
    )
    head, rule, rest = text.partition("\n---\n")
    text = re.sub(r"\n +", " ", head) + rule + rest
    text = re.sub(r"^(?:- |  )?[\w -]{1,20}(?::[\w-]{1,20}(?=:))?::? ?", "", text, flags=re.M)
    text = re.sub(r"\{[#.][^{}]*\}|\\\\(?=[^\w\s])", " ", text)
    return once(html.unescape(_TAG.sub(" ", text)).splitlines())


_TEXTS = {
    "rtf": of_rtf, "json": of_json, "jsonl": of_json, "csv": of_table, "tsv": of_table, "xml": of_tags, "sgm": of_tags,
    "md": of_markdown, "txt": str, "": str,
}  # fmt: skip


def seen(name: str, content: bytes) -> str | None:
    """Return the words that a reader sees of a file, by the suffix of its name; None if nothing here can count them."""
    suffix = name.rpartition(".")[2].lower() if "." in name else ""
    if suffix in ("docx", "odt", "epub"):
        text = of_package(content, r"word/(?:document|footnotes|endnotes)\.xml|content\.xml$|(?<!nav)\.x?html$")
    elif suffix in ("html", "htm"):
        text = of_html(of_page(content)[0])
    elif suffix == "eml":
        text = of_mail(content)
    elif suffix in _TEXTS:
        text = content.decode("utf-8-sig", "replace")
        text = _TEXTS[suffix](decoded(content)[0] if text.count("\ufffd") > len(text) / 200 else text)
    else:
        return None
    return html.unescape(text)


def _said_of(article: Article) -> Iterator[str]:
    """Yield the words of an article's language and of its day, in figures and with the month's name."""
    yield article.language
    if article.published is not None:
        first = article.published.span.first
        yield from (f"{first.year}", f"{first.month:02}", f"{first.month}", f"{first.day:02}", f"{first.day}")
        yield from (f"{first:%B}".lower(), f"{first:%b}".lower(), f"{first.day}th")


def lost_words(seen: str, reading: FileReading) -> tuple[int, Counter[str]]:
    """Return how many words are seen in a file, and those that stand in no article and no account."""
    kept = Counter(
        word
        for article in reading.articles
        for part in (article.title, article.text, article.source, article.author, *article.tags, *article.left_out)
        for word in words(part)
    )
    kept.update(words(reading.account.reason))
    kept.update(word for article in reading.articles for word in _said_of(article))
    kept.update(word for article in reading.articles for word in words(article.address))
    visible = Counter(words(seen))
    return visible.total(), visible - kept
