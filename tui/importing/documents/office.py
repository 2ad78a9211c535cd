"""Office documents: their blocks and their properties become an article, whichever program wrote them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tui.importing.clippings.clipping import clip
from tui.importing.clippings.wrapping import Line
from tui.importing.documents.properties import made_and_changed, real_author, real_title, title_between
from tui.importing.markup.fragment import Block
from tui.importing.parsed import Draft, with_a_word
from tui.importing.press.detector import press_articles, with_suspicion
from tui.importing.press.line import lines_of_blocks

_LOOKED_AT = 12
"""Blocks among which the title of the properties is looked for."""


@dataclass(frozen=True, slots=True)
class Properties:
    """What a document says of itself, as it is written there."""

    title: str = ""
    author: str = ""
    made: str = ""
    """`2023-03-14T09:15:00Z` or `D:20230314091500`."""
    changed: str = ""
    keywords: str = ""


def document(blocks: list[Block], properties: Properties, path: str, notes: tuple[str, ...] = ()) -> Draft:
    """Make an article of a document's blocks; `path` is the file's."""
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
    return with_a_word(done)


def _heading(blocks: list[Block]) -> str:
    """Return the heading that stands above all text, the highest and first of several; "" where there is none."""
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
