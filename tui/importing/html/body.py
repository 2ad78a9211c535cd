"""The body of a page: the paragraphs that trafilatura finds, cleaned of lines that are not part of the article.

Whatever is removed is kept: every line ends among the paragraphs or in what was left out.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.base.folding import essence
from tui.dossier.article import Provenance, PublishedDate
from tui.importing.clippings.boilerplate import ANYWHERE, Stray, stray_kind
from tui.importing.clippings.byline import is_credits
from tui.importing.clippings.dateline import read_dateline
from tui.importing.clippings.lines import is_sentence
from tui.importing.dating.written_date import WrittenDate
from tui.importing.html.head_line import read_head_line
from tui.importing.parser_errors import translated_errors
from tui.locale import N_

if TYPE_CHECKING:
    from lxml.html import HtmlElement


_BLOCKS = frozenset(("body", "div", "dl", "head", "item", "list", "p", "quote", "row", "table"))
_CELL_GAP = "  "
_PARTED = re.compile(r"\n\s*\n")


def body_of(tree: HtmlElement, compared: bool = True) -> list[str]:
    """Return the paragraphs of a page's article, or none; the tree is not changed.

    Where it is `compared`, two other extractions are tried, and one that finds more than twice as much is taken. Raises
    `FileProblem` if the parser fails.
    """
    from trafilatura.core import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # notes on a page go into the account
    with translated_errors(N_("web page")):
        found = bare_extraction(tree, include_comments=False, with_metadata=False, fast=not compared)
        body = getattr(found, "body", None)
        return list(_paragraphs(body)) if body is not None else []


def _paragraphs(body: HtmlElement) -> Iterator[str]:
    """Yield the text of each block; list items and table rows are paragraphs, two line breaks split one."""
    from lxml.etree import iterwalk

    run: list[str] = []
    for event, element in iterwalk(body, events=("start", "end")):
        block = element.tag in _BLOCKS
        if block:
            yield from _parted(run)
            run = []
        elif event == "start":
            run.append("\n" if element.tag == "lb" else _CELL_GAP if element.tag == "cell" else "")
        run.append(" ".join(((element.text if event == "start" else element.tail) or "").split("\n")))
    yield from _parted(run)


def _parted(run: list[str]) -> Iterator[str]:
    for part in _PARTED.split("".join(run)):
        line = " ".join(part.split())
        if line:
            yield line


_LOOKED_AT = 10
"""Paragraphs in which a head is looked for."""

_STANDFIRSTS = 2


@dataclass(slots=True)
class CleanedText:
    """The paragraphs of an article, and what the removed lines said."""

    paragraphs: list[str]
    left_out: list[str] = field(default_factory=list)
    dates: list[PublishedDate] = field(default_factory=list)
    author: str = ""
    source: str = ""


def cleaned(
    paragraphs: list[str],
    title: str,
    sites: tuple[str, ...] = (),
    day_first: bool = False,
    facts: frozenset[str] = frozenset(),
) -> CleanedText:
    """Remove the repeated head, stray lines, what is below the text, and the dateline.

    `sites` are the outlet's names, `facts` the folded lines of fact tables, which are not a head; with `day_first` the
    page's language writes the day before the month. If nothing would be left, everything stays.
    """
    result = CleanedText([])
    names = frozenset(essence(name) for name in (title, *sites) if name)
    kinds = [stray_kind(paragraph) for paragraph in paragraphs]
    end = _end(paragraphs, kinds)
    in_head = True
    sentences = 0
    for place, paragraph in enumerate(paragraphs):
        sentences += is_sentence(paragraph)
        in_head = in_head and place < _LOOKED_AT and sentences <= _STANDFIRSTS
        stray = place >= end or kinds[place] in ANYWHERE or (in_head and not sentences and kinds[place] is not None)
        head = in_head and essence(paragraph) not in facts
        if stray or (head and _is_head(paragraph, names, result, day_first)):
            result.left_out.append(paragraph)
        else:
            result.paragraphs.append(paragraph)
    if not result.paragraphs:
        return CleanedText(paragraphs)
    _take_dateline(result)
    return result


def _end(paragraphs: list[str], kinds: list[Stray | None]) -> int:
    """Return the index after the last paragraph that is neither stray nor credits."""
    end = len(paragraphs)
    while end and (kinds[end - 1] is not None or is_credits(paragraphs[end - 1])):
        end -= 1
    return end


def _is_head(line: str, names: frozenset[str], result: CleanedText, day_first: bool) -> bool:
    """Say whether a line repeats the title or the site's name, or is a byline or date, and note what it says."""
    if essence(line) in names:
        return True
    head = read_head_line(line, day_first)
    if head is None:
        return False
    result.author = result.author or head.author
    result.source = result.source or head.source
    early = (
        head.opens_with_weekday and not result.paragraphs and not any(essence(one) in names for one in result.left_out)
    )
    _note(result, head.dates, Provenance.PAGE_HEADER if early else Provenance.BYLINE)
    return True


def _note(result: CleanedText, dates: Iterable[WrittenDate], provenance: Provenance) -> None:
    for date in dates:
        if date.span is not None:
            where = Provenance.CHANGE if date.changed else provenance
            result.dates.append(PublishedDate(date.span, date.precision, where))


def _take_dateline(result: CleanedText) -> None:
    """Remove the dateline from the first paragraph, or from the second below a subtitle."""
    for place, paragraph in enumerate(result.paragraphs[:2]):
        found = read_dateline(paragraph)
        if found is not None:
            _note(result, [found.date] if found.date is not None else [], Provenance.DATELINE)
            result.source = result.source or found.source
            result.left_out.append(paragraph[: found.length].strip())
            result.paragraphs[place] = paragraph[found.length :]
            return
