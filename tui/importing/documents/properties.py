"""The properties of documents: real titles and authors, the days of creation and change, and the draft they complete.

The day on which a document was made is not its publication date and is offered as what it is. XMP names follow Adobe's
specification, parts 1 and 2, and PRISM, the publishers' vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from tui.base.days import Precision, Span
from tui.base.folding import essence
from tui.dossier.article import Provenance, PublishedDate
from tui.importing.clippings.clipping import clip
from tui.importing.clippings.headline import is_headline
from tui.importing.clippings.lines import Line
from tui.importing.clippings.outlet import is_outlet, is_person
from tui.importing.documents.package import local, read_xml
from tui.importing.limits import NAME_CHARACTERS, XMP_BYTES
from tui.importing.markup.fragment import Block
from tui.importing.parsed import Draft, noting_missing_text
from tui.importing.press.detector import press_articles, with_suspicion
from tui.importing.press.line import lines_of_blocks

_STAMP = re.compile(r"(?:D:)?\s*(\d{4})-?(\d\d)-?(\d\d)")
_FIRST_YEAR = 1980
"""Earlier days come from clocks that were never set."""

_LETTERS = re.compile(r"[^\W\d_]{2,}")
_FILE = re.compile(
    r".*\.(?:docx?|dotx?|odt|ott|rtf|pdf|indd|qxp|qxd|pmd|fm|tex|dvi|ps|eps|html?|aspx?|php|txt|pages|tmp|xlsx?|pptx?)",
    re.IGNORECASE,
)
_PROGRAM = re.compile(r"(?:microsoft (?:office )?(?:word|powerpoint|excel)|(?:power)?point)\s*-\s*", re.IGNORECASE)
_NONE = re.compile(
    r"(?:untitled|sans titre|sin titulo|ohne titel|documento?|dokument|layout|presentation|slide|page|pagina|scan|print"
    r"|print(?:ed)? (?:page|version|preview)|article|title|titre|no title|new document|nouveau document|blank"
    r"|about blank|powerpoint presentation|presentation powerpoint|microsoft word(?: document)?|word document|titel"
    r"|press release|communique de presse|template|full page (?:photo|fax)|draft|none|null|default)(?: ?\d{1,4})?"
)
_NOBODY = re.compile(
    r"\b(?:user|admin\w*|owner|microsoft|windows|office|unknown|author|anonym\w*|test|default|computer)\b"
)
_LAST_PART = re.compile(r"\s+[|–—·-]\s+(?=[^|–—·]{2,40}$)")
_WORDS = 3
"""The fewest common leading words of two versions of a title."""

_ADDRESS = re.compile(r"(?:https?|file|about):\S+", re.IGNORECASE)


def real_title(written: str, path: str) -> str:
    """Return the title in the properties, or "" if it is a file's or program's name, or meaningless.

    `path` is the file's, whose name is not a title either.
    """
    title = " ".join(written.replace("\0", "").split())
    bare = _PROGRAM.sub("", title)
    words = essence(bare)
    stem = path.rpartition("/")[2].rpartition(".")[0]
    nothing = not _LETTERS.search(bare) or _NONE.fullmatch(words) is not None
    if nothing or bare != title or _FILE.fullmatch(bare) or _ADDRESS.fullmatch(bare) or "\ufffd" in bare:
        return ""
    if " " not in bare and ("_" in bare or words == essence(stem)):
        return ""
    return title


def title_between(written: str, headings: list[str]) -> str:
    """Return the heading that matches the title in the properties, else that title.

    Pages append their outlet's name to the title, and truncate long ones.
    """
    bare, _, outlet = written.rpartition(found.group()) if (found := _LAST_PART.search(written)) else ("", "", "")
    said = [essence(title) for title in (written, bare) if title]
    for heading in headings:
        if is_headline(heading) and any(_say_the_same(title, essence(heading)) for title in said):
            return heading
    return bare if is_outlet(outlet) and len(bare.split()) >= _WORDS else written


def _say_the_same(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter.split()) >= _WORDS and longer.startswith(shorter)


def made_and_changed(made: str, changed: str) -> tuple[PublishedDate, ...]:
    """Return the days of creation and of the last change, if they are valid."""
    first, last = stamped_day(made), stamped_day(changed)
    dates = [PublishedDate(first, Precision.DAY, Provenance.DOCUMENT)] if first else []
    if last and last != first:
        dates.append(PublishedDate(last, Precision.DAY, Provenance.CHANGE))
    return tuple(dates)


def stamped_day(stamp: str) -> Span | None:
    """Return the day of `D:20230314091500+01'00'` or `2023-03-14T09:15:00Z`; None for other forms."""
    found = _STAMP.match(stamp)
    if found is None or int(found[1]) < _FIRST_YEAR:
        return None
    try:
        return Span.of_day(date(int(found[1]), int(found[2]), int(found[3])))
    except ValueError:
        return None


def real_author(written: str) -> str:
    """Return the author in the properties if it is a person, or "" for programs, offices and accounts."""
    names = [" ".join(name.split()) for name in re.split(r"[;,]", written[:NAME_CHARACTERS])]
    people = [name for name in names if is_person(name) and _NOBODY.search(essence(name)) is None]
    return ", ".join(people) if len(people) == len([name for name in names if name]) else ""


_NAMES = {
    "title": "/Title",
    "creator": "/Author",
    "CreateDate": "/CreationDate",
    "ModifyDate": "/ModDate",
    "publicationDate": "published",
    "coverDate": "published",
    "publicationName": "source",
    "publisher": "source",
}
"""Elements and attributes of XMP, by the names of the older PDF properties."""


def read_xmp(content: bytes) -> dict[str, str]:
    """Read an XMP description, the first value of each; raises `FileProblem` for invalid XML."""
    found: dict[str, str] = {}
    if len(content) > XMP_BYTES:
        return found
    for element in read_xml(content, "XMP").iter():
        written = [(local(name), value) for name, value in element.attrib.items()]
        if local(element.tag) in _NAMES:
            text = [" ".join(part.split()) for part in element.itertext()]
            written.append((local(element.tag), ", ".join(filter(None, text))))
        for name, value in written:
            if name in _NAMES and value:
                found.setdefault(_NAMES[name], value)
    return found


_LOOKED_AT = 12
"""Blocks in which the title of the properties is looked for."""


@dataclass(frozen=True, slots=True)
class Properties:
    """The properties of a document, verbatim."""

    title: str = ""
    author: str = ""
    made: str = ""
    """`2023-03-14T09:15:00Z` or `D:20230314091500`."""
    changed: str = ""
    keywords: str = ""


def document(blocks: list[Block], properties: Properties, path: str, notes: tuple[str, ...] = ()) -> Draft:
    """Make a draft of a document's blocks; `path` is the file's."""
    title = real_title(properties.title, path)
    first = [block.text for block in blocks[:_LOOKED_AT]]
    title = title_between(title, first) if title else _heading(blocks)
    draft = clip([Line(block.text, apart=True) for block in blocks], title)
    tags = [tag.strip() for tag in re.split(r"[,;]", properties.keywords)]
    done = replace(
        draft,
        dates=(*draft.dates, *made_and_changed(properties.made, properties.changed)),
        author=draft.author or real_author(properties.author),
        tags=draft.tags or tuple(filter(None, tags)),
        notes=(*notes, *draft.notes),
    )
    return noting_missing_text(done)


def _heading(blocks: list[Block]) -> str:
    """Return the highest heading near the top, the first of several, or ""."""
    headings = [block for block in blocks[:_LOOKED_AT] if block.level]
    return min(headings, key=lambda block: block.level).text if headings else ""


def articles(blocks: list[Block], properties: Properties, path: str, notes: tuple[str, ...] = ()) -> Iterator[Draft]:
    """Yield the articles of a press database's download, or the one article that any other document is."""
    lines = lines_of_blocks(blocks)
    found = press_articles(lines)
    if found:
        yield replace(found[0], notes=(*notes, *found[0].notes))
        yield from found[1:]
    else:
        yield with_suspicion(document(blocks, properties, path, notes), lines)
