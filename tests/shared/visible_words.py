"""The words that a reader sees of a file, counted without any of the program's readers: dumb, and so independent."""

from __future__ import annotations

import email
import html
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterator

from tui.importing.read_file import FileReading

_WORD = re.compile(r"[^\W_]+")
_UNSEEN = re.compile(
    r"<!--.*?-->|<\?.*?>|<!.*?>"
    r"|<(script|style|noscript|template|svg|head|select|textarea|iframe|object|button|math)\b.*?</\1\s*>",
    re.I | re.S,
)
_BLOCK = re.compile(
    r"</?(?:address|article|aside|blockquote|body|br|caption|center|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]"
    r"|header|hr|html|legend|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul|title)\b[^>]*>",
    re.I,
)
_TAG = re.compile(r"<[^>]*>", re.S)


def words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def of_html(text: str) -> str:
    """Return the lines of a page, each once: what stands twice need not be told twice."""
    lines = _TAG.sub("", _BLOCK.sub("\0", _UNSEEN.sub(" ", text))).split("\0")
    return "\n".join(dict.fromkeys(" ".join(words(html.unescape(line))) for line in lines))


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
    return "\n".join(part for value in values for part in strings(value))


def of_mail(content: bytes) -> str:
    """Return the texts of a mail; of alternatives any one says it all, so each word counts once."""
    parts = [part for part in email.message_from_bytes(content).walk() if part.get_content_maintype() == "text"]
    texts = [(part.get_payload(decode=True) or b"").decode("utf-8", "replace") for part in parts]
    return "\n".join(of_html(text) if "<" in text else text for text in texts)


def of_rtf(text: str) -> str:
    """Return the text of RTF: without groups of properties, fonts and colours, and without control words."""
    text = re.sub(r"\{\\(?:fonttbl|colortbl|stylesheet|info|\*)(?:[^{}]|\{[^{}]*\})*\}", " ", text)
    text = re.sub(r"\\u(-?\d+) ?\??", lambda found: chr(int(found[1]) % 65536), text)
    text = re.sub(r"\\'([0-9a-f]{2})", lambda found: bytes.fromhex(found[1]).decode("cp1252", "replace"), text)
    return re.sub(r"\\[a-z]+-?\d* ?|[{}\\]", " ", text)


def of_package(content: bytes, wanted: str) -> str:
    """Return the text in the XML of a package: DOCX, ODT, EPUB."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [
            archive.read(name).decode("utf-8", "replace") for name in archive.namelist() if re.search(wanted, name)
        ]
    parts = [re.sub(r"<w:instrText.*?</w:instrText>|<w:del .*?</w:del>", " ", part, flags=re.S) for part in parts]
    return "\n".join(
        _TAG.sub("", re.sub(r"</(?:w:p|text:p|text:h|p|h\d|li|div)>|<w:br/>", "\n", part)) for part in parts
    )


def lost_words(seen: str, reading: FileReading) -> tuple[int, Counter[str]]:
    """Return how many words are seen in a file, and those that stand in no article and no account."""
    kept = Counter(
        word
        for article in reading.articles
        for part in (article.title, article.text, article.source, article.author, *article.tags, *article.left_out)
        for word in words(part)
    )
    kept.update(words(reading.account.reason))
    kept.update(word for article in reading.articles for word in words(article.address))
    visible = Counter(words(seen))
    return visible.total(), visible - kept
