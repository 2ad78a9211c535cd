"""Downloads of press databases as HTML.

Europresse marks every part of an article with a class; its articles are told apart by these. All other forms are
read by their lines, as any file is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.importing.clippings.outlet import is_name
from tui.importing.html.parse import lean, parse
from tui.importing.markup.fragment import blocks_of
from tui.importing.parsed import Draft
from tui.importing.parser_errors import translated_errors
from tui.importing.press.days import day_in
from tui.importing.press.detector import press_articles
from tui.importing.press.europresse import NUMBER, outlet_of
from tui.importing.press.line import Line, lines_of_blocks
from tui.importing.press.nexis import COUNTED, ENDINGS
from tui.importing.press.record import Label, Record, count_in, page_in

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_EUROPRESSE = re.compile(r"\bDocPublicationName\b")
_TOLD_BY = (
    *("factiva", "pressreader", "gopress", "belga.press", "proquest", "newsbank", "retriever", "ebsco", "defacto"),
    *("ressort:", "accession number", "publication title"),
)
"""Words of the pages of other databases, one of which each has."""

_DOCUMENT = ("document", "dokument", " dok", "документ")
"""What all endings and counts of documents have one of, in small letters; the rest is looked for behind these alone."""

_DUTCH = "einde van"
"""The one ending that ENDINGS cuts before that word."""

_ENDINGS = (*ENDINGS, "document</", "documents</")
_LOADED = re.compile(r"(?:Document|Dokument|Документ|文書|文件|文档)o?\s+[A-Za-z]\w{3,9}(?:19|20)\d{6}")
_CHINESE = ("文書", "文件", "文档")
_MARKED = (
    re.compile(r"class=[\"']article [a-z]{2}Article"),
    re.compile(r"<(?:b|td[^>]*)>\s*(?:HD|SN)\b"),
)
"""What such pages are marked with otherwise."""

_STAMP = re.compile(r"[·•.–-]\d{8}[·•.–-]")
"""Within every number of Europresse, and faster to find."""

_COUNT = re.compile(r"\d (?:of|de|von|van|sur|di)", re.I)
"""Within every mark of a counted document, and much faster to find."""
_AROUND = 32
"""Characters before and behind it that such a mark may have."""

_ROLES = {
    "docpublicationname": Label.OUTLET, "rdp__docpublicationname": Label.OUTLET, "docheader": Label.DATE,
    "titrearticlevisu": Label.TITLE, "rdp__articletitle": Label.TITLE, "docauthors": Label.AUTHOR,
    "rdp__docauthors": Label.AUTHOR, "sm-margin-bottomnews": Label.AUTHOR, "dococcurrcontainer": Label.TEXT,
    "dococcurcontainer": Label.TEXT, "dococurrcontainer": Label.TEXT,
}  # fmt: skip
"""What the classes of Europresse say, in small letters."""

_BREAKS = frozenset(
    "address article aside blockquote body dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li"  # noqa: SIM905
    " main ol p pre section table tbody td th thead tr ul br".split()
)
_SILENT = frozenset(("script", "style", "head", "noscript"))
_WORDS = re.compile(r"(?<!\S)(?P<count>\d{1,3}(?:[\s.,]\d{3})+|\d+)\s(?:mots|words|palabras|parole|wörter)", re.I)
_NAME = 90
"""Characters that a writer's name may have, or several."""


def articles_of(html: str) -> list[Draft]:
    """Return the articles of a page that a press database made; none for any other page."""
    if "DocPublicationName" in html and _EUROPRESSE.search(html):
        with translated_errors("web page"):
            tree, _ = parse(lean(html))
            found = list(_europresse(tree)) if tree is not None else []
        if found:
            return found
    return press_articles(lines_of_blocks(blocks_of(html))) if _may_be_download(_without_scripts(html)) else []


def _without_scripts(html: str) -> str:
    """Cut out the scripts of a page, often more than half of it; no form of a database is looked for in them."""
    kept, at = [], 0
    while (start := html.find("<script", at)) >= 0 and (end := html.find("</script", start)) >= 0:
        kept.append(html[at:start])
        at = end
    return "".join((*kept, html[at:])) if kept else html


def _may_be_download(html: str) -> bool:
    """Say whether a page has what pages of databases have; any other page is not looked at again."""
    folded = html.lower()
    if any(word in folded for word in (*_TOLD_BY, _DUTCH)) or any(mark.search(html) for mark in _MARKED):
        return True
    if _STAMP.search(html) and NUMBER.search(html):
        return True
    documents = any(word in folded for word in _DOCUMENT)
    if documents and any(word in folded for word in _ENDINGS):
        return True
    if (documents or (not html.isascii() and any(word in html for word in _CHINESE))) and _LOADED.search(html):
        return True
    counts = (one.span() for one in _COUNT.finditer(html)) if documents else ()
    return any(COUNTED.mark.search(html, max(0, start - _AROUND), end + _AROUND) for start, end in counts)


def _europresse(tree: HtmlElement) -> Iterator[Draft]:
    """Yield the articles: each is the largest element around the name of one outlet alone."""
    containers = _containers(tree)
    records = [_record(list(_pieces(container))) for container in containers]
    above = [text for text, _ in _pieces(tree, frozenset(containers))]
    for record in records:
        if record.whole:
            record.keep(above)
            above = []
            yield record.draft(0)
        else:
            above += [record.title, *record.left_out, *(line.text for line in record.body)]


def _containers(tree: HtmlElement) -> list[HtmlElement]:
    """Return the articles' elements in their order; counts the names below each element once."""
    counts: dict[HtmlElement, int] = {}
    names = [element for element in tree.iter() if "docpublicationname" in _classes(element)]
    names = [
        name for name in names if not any("docpublicationname" in _classes(outer) for outer in name.iterancestors())
    ]
    for name in names:
        for outer in name.iterancestors():
            counts[outer] = counts.get(outer, 0) + 1
    found: dict[HtmlElement, None] = {}
    for name in names:
        inner = name
        for outer in name.iterancestors():
            if counts[outer] > 1 or outer.tag in ("body", "html"):
                break
            inner = outer
        found[inner] = None
    return list(found)


def _pieces(root: HtmlElement, passed: frozenset[HtmlElement] = frozenset()) -> Iterator[tuple[str, Label | None]]:
    """Yield the texts below an element, a paragraph each, with the role of the innermost class around each.

    Elements that are `passed` over are left out.
    """
    parts: list[str] = []
    role: Label | None = None

    def done() -> Iterator[tuple[str, Label | None]]:
        text = " ".join("".join(parts).split())
        parts.clear()
        if text:
            yield text, role

    for event, element, here in _walk(root, passed):
        if here is not role or (isinstance(element.tag, str) and element.tag in _BREAKS):
            yield from done()
            role = here
        parts.append((element.text if event == "start" else element.tail) or "")
    yield from done()


def _walk(root: HtmlElement, passed: frozenset[HtmlElement]) -> Iterator[tuple[str, HtmlElement, Label | None]]:
    """Walk through an element; yields each start with the role that holds in it, each end with that around it."""
    roles: list[Label | None] = [None]
    todo: list[tuple[str, HtmlElement]] = [("start", root)]
    while todo:
        event, element = todo.pop()
        if event == "end":
            roles.pop()
            if element is not root:
                yield "end", element, roles[-1]
            continue
        silent = element in passed or element.tag in _SILENT
        roles.append(_role(element) or roles[-1])
        if not silent:
            yield "start", element, roles[-1]
        todo.append(("end", element))
        if not silent:
            todo.extend(("start", child) for child in reversed(element))


def _classes(element: HtmlElement) -> set[str]:
    return set(str(element.get("class") or "").lower().split())


def _role(element: HtmlElement) -> Label | None:
    for name in _classes(element):
        if name in _ROLES:
            return _ROLES[name]
    return None


def _record(pieces: list[tuple[str, Label | None]]) -> Record:
    """Read an article of its texts by their roles."""
    record = Record()
    texts: dict[Label | None, list[str]] = {}
    for text, role in pieces:
        texts.setdefault(role, []).append(text)
    written = " ".join(texts.get(Label.OUTLET, ()))
    record.outlet, record.edition = outlet_of(written)
    _read_header(record, " ".join(texts.get(Label.DATE, ())), written)
    record.title = " ".join(texts.get(Label.TITLE, ()))
    record.body = [Line(text) for text in texts.get(Label.TEXT, ())]
    rest = [(place, text) for place, (text, role) in enumerate(pieces) if role is None]
    titled = max((place for place, (_, role) in enumerate(pieces) if role is Label.TITLE), default=-1)
    if not record.body:
        record.body, rest = _unmarked(rest, titled)
    for text in texts.get(Label.AUTHOR, ()):
        record.set(Label.AUTHOR, text if len(text) < _NAME else "")
    if not record.author:
        after = next((text for place, text in rest if place == titled + 1 and titled >= 0), "")
        record.set(Label.AUTHOR, after if len(after) < _NAME else "")
    for _, text in rest:
        number = NUMBER.search(text)
        record.number = record.number or (number[0] if number else "")
    record.keep(text for place, (text, role) in enumerate(pieces) if role not in (Label.TITLE, Label.TEXT, None))
    record.keep(text for _, text in rest)
    return record


def _unmarked(rest: list[tuple[int, str]], titled: int) -> tuple[list[Line], list[tuple[int, str]]]:
    """Take what stands below the title without a class as the text, but for a name right below it and the rights."""
    foot = next((place for place, text in rest if place > titled and ("©" in text or NUMBER.search(text))), 10**9)
    body = [
        (place, text)
        for place, text in rest
        if titled < place < foot and not (place == titled + 1 and len(text) < _NAME and is_name(text))
    ]
    return [Line(text) for _, text in body], [one for one in rest if one not in body]


def _read_header(record: Record, header: str, outlet: str) -> None:
    """Read `Le Littoral (site web) Actualités, vendredi 12 mai 2023 615 mots, p. LITT-12`."""
    bare = header.removeprefix(" ".join(outlet.split())).strip(" ,")
    record.day = day_in(bare)
    if record.day:
        record.section = record.day.before
        record.page = page_in(record.day.after)
        words = _WORDS.search(record.day.after)
        record.length = count_in(words["count"].replace(" ", "")) if words else 0
