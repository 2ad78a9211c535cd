"""Documents in TEI, DocBook and JATS: their marks say what is the head and what is a paragraph.

The names of elements are those of the TEI Guidelines (P5) of DocBook 4 and 5, and of JATS 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tui.dossier.article import Provenance
from tui.importing.clippings.clipping import clip, draft_with_dates
from tui.importing.clippings.lines import Line
from tui.importing.feeds import local
from tui.importing.markup.front_matter import Value
from tui.importing.metadata import complete, understand
from tui.importing.parsed import Draft, noting_missing_text
from tui.importing.tagged.scanning import Token, TokenKind, attributes, scan

_TEI = frozenset(("tei", "tei.2", "teicorpus"))
_OTHERS = frozenset(("article", "book", "chapter", "section"))
_MARK = re.compile(r"docbook|<(?:\w+:)?(?:(?:sim)?para|article-meta)\b", re.I)
_LOOKED_AT = 20_000
_HEADS = frozenset(
    ("teiheader", "info", "articleinfo", "bookinfo", "chapterinfo", "sectioninfo", "article-meta", "journal-meta")
)
_PRINT = frozenset(("bibl", "biblstruct", "biblfull", "monogr"))
"""The print that a transcript was made from: its title is the outlet's, and its day outweighs the transcript's."""

_BLOCKS = frozenset(
    "p para simpara formalpara ab head title subtitle item listitem l lg sp speaker cell row entry div"  # noqa: SIM905
    " div1 div2 div3 list itemizedlist orderedlist variablelist term table tr td th figure figdesc caption"
    " note section sect1 sect2 sect3 body text front back epigraph blockquote programlisting literallayout"
    " screen byline dateline opener closer salute signed argument trailer bibl author editor publisher"
    " date pubdate idno pubplace mediaobject titlepage docauthor sec disp-quote verse-group verse-line"
    " list-item article-title journal-title publisher-name contrib pub-date kwd abstract article-meta"
    " journal-meta".split()
)

_ROLES = {
    "docauthor": "author", "contrib": "author", "editor": "", "pubdate": "date", "pub-date": "date",
    "article-title": "title", "journal-title": "source", "publisher-name": "publisher",
}  # fmt: skip
"""The fields of the elements whose names are others; of the rest the name is the field's."""

_PARTS = re.compile(r"(?P<day>\d{1,2}) (?P<month>\d{1,2}) (?P<year>\d{4})")
"""The parts of a day as JATS orders them."""

_DEEPEST = 100
"""The deepest nesting that is followed; deeper nesting is malicious."""
_SPACES = frozenset(("lb", "pb", "cb", "br", "day", "month", "year", "surname", "given-names"))


def is_document(root: str, text: str) -> bool:
    """Say whether XML with this first tag is a document in TEI, DocBook or JATS."""
    return root in _TEI or (root in _OTHERS and _MARK.search(text[:_LOOKED_AT]) is not None)


@dataclass(slots=True)
class _Document:
    """What one document has said so far."""

    fields: dict[str, Value] = field(default_factory=dict)
    head: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)

    def take(self, path: list[str], name: str, text: str, given: dict[str, str]) -> None:
        """Take a paragraph of the element `name`, which stands in those of `path`."""
        line = " ".join(text.split())
        when = given.get("when") or given.get("iso-8601-date") or _PARTS.sub(r"\g<year>-\g<month>-\g<day>", line)
        if not line and not when:
            return
        if not _HEADS.intersection(path):
            if name == "title" and len(path) == 1 and "title" not in self.fields:
                self.fields["title"] = line
            else:
                self.body.append(line)
            return
        printed = bool(_PRINT.intersection(path))
        role = _ROLES.get(name, name)
        if name == "title":
            role = "source" if printed and "title" in self.fields else "title"
        value = when if role == "date" else line
        if role in ("title", "author", "date", "publisher", "source") and (printed or role not in self.fields):
            self.fields[role] = value
        if line and line != self.fields.get("title"):
            self.head.append(line)

    def draft(self) -> Draft:
        """Return the article; what else its head says is left out."""
        metadata = understand(self.fields, Provenance.RECORD)
        lines = [Line(text, apart=True) for text in self.body]
        draft = (
            draft_with_dates(lines, metadata.title, metadata.dates) if metadata.dates else clip(lines, metadata.title)
        )
        draft = complete(draft, metadata)
        return noting_missing_text(replace(draft, left_out=(*draft.left_out, *dict.fromkeys(self.head))))


def documents(text: str) -> Iterator[Draft]:
    """Yield the articles: each TEI of a corpus, or the only document; a corpus' own head counts for none of them."""
    path: list[str] = []
    parts: list[str] = []
    given: list[dict[str, str]] = []
    document = _Document()
    for token in scan(text):
        name = local(token.name)
        if token.kind is TokenKind.TEXT:
            parts.append(token.text)
            continue
        if name in _SPACES:
            parts.append(" ")
        if name in _BLOCKS or name in _HEADS or name in _TEI:
            _end(document, path, parts, given)
        if token.kind is TokenKind.OPEN and not token.empty and len(path) < _DEEPEST:
            path.append(name)
            given.append(_given(token, name))
        elif token.kind is TokenKind.CLOSE and name in path:
            at = len(path) - 1 - path[::-1].index(name)
            del path[at:], given[at:]
            if name in _TEI and (document.body or document.fields):
                yield document.draft()
                document = _Document()
    _end(document, path, parts, given)
    if document.body or document.fields:
        yield document.draft()


def _end(document: _Document, path: list[str], parts: list[str], given: list[dict[str, str]]) -> None:
    """End the paragraph that is open."""
    inner = next((at for at in range(len(path) - 1, -1, -1) if path[at] in _BLOCKS), -1)
    if inner >= 0:
        document.take(path[:inner], path[inner], "".join(parts), given[inner])
        given[inner] = {}
    elif path:
        document.take(path[:-1], path[-1], "".join(parts), {})
    parts.clear()


def _given(token: Token, name: str) -> dict[str, str]:
    return attributes(token.text) if _ROLES.get(name, name) == "date" else {}
