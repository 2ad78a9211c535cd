"""EPUB: books, and newspapers and reading lists packed as books; each chapter with a text is an article.

A book's date, source and author hold for each chapter unless the chapter has its own. The language is taken from the
text first, since programs often state their own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tui.base.folding import essence
from tui.dossier.language import guess_language
from tui.errors import FileProblem
from tui.importing.clippings.clipping import clip
from tui.importing.clippings.lines import Line, ends_sentence
from tui.importing.clippings.outlet import outlet_of
from tui.importing.documents.book import Book, Chapter, open_book
from tui.importing.markup.fragment import Block
from tui.importing.parsed import Draft, RawFile
from tui.locale import N_

_FEWEST_WORDS = 25
"""A chapter with fewer words and no sentence is a cover, a title page or a part heading."""

_LINKED = 0.6
"""The share of linked letters above which a chapter is a table of contents."""

_STEPS = re.compile(
    r"\W*(?:(?:next|previous|section menu|main menu|suivante?|precedente?|menu de section|menu principal)\W*)+"
)
_DOWNLOADED = re.compile(
    r"(?:this article was downloaded by .{2,30} from|cet article a ete telecharge par .{2,30} depuis)\s+(?P<at>https?://\S+)",
    re.IGNORECASE,
)
_SIGN = " · "
_REASONS = 3
"""How many reasons for unreadable chapters are listed."""

_HEADS = 4
"""Blocks at the top among which a chapter's heading is looked for."""


@dataclass(slots=True)
class _Passed:
    """The chapters that gave no article."""

    bare: int = 0
    """Covers, title pages and contents."""
    texts: list[str] = field(default_factory=list)
    """What they say, a line each."""
    damaged: Counter[str] = field(default_factory=Counter)
    """Chapters that could not be read, by reason."""

    def pass_over(self, chapter: Chapter) -> None:
        """Count a chapter that is no article, and keep what it says; contents say what the chapters do."""
        self.bare += 1
        self.texts.append("" if chapter.contents else _SIGN.join(block.text for block in chapter.blocks))

    def notes(self, book: Book) -> tuple[str, ...]:
        """Return the notes, the commonest reason last."""
        reasons = [(self.bare, N_("hold no article: covers, titles, contents"))]
        reasons += [
            (count, N_("could not be read: {why}").format(why=why))
            for why, count in self.damaged.most_common(_REASONS)[::-1]
        ]
        notes = [
            N_("{count:,} of its {whole:,} chapters {what}").format(count=count, whole=book.count, what=what)
            for count, what in reasons
            if count
        ]
        repeated = (
            [N_("{repeated:,} repeated chapters left out").format(repeated=book.repeated)] if book.repeated else []
        )
        return (*repeated, *notes)


def read(file: RawFile) -> Iterator[Draft]:
    """Yield an article for each chapter with a text."""
    book = open_book(file)
    passed = _Passed()
    parts: list[Block] = []
    opened: Chapter | None = None
    bare: Chapter | None = None
    for chapter in book.chapters():
        if chapter.problem:
            passed.damaged[chapter.problem] += 1
        elif _is_contents(chapter):
            passed.pass_over(chapter)
        elif opened is not None and chapter.goes_on:
            parts += chapter.blocks
        elif _is_bare(chapter, book):
            passed.pass_over(chapter)
            bare = chapter
        else:
            if opened is not None:
                yield _article(book, opened, parts)
            titled = bare is not None and _names(bare, _title(book, chapter, chapter.blocks))
            opened, parts = chapter, [*(bare.blocks if bare and titled else []), *chapter.blocks]
            if titled:
                passed.bare -= 1
                passed.texts.pop()
            bare = None
    if opened is not None:
        last = _article(book, opened, parts)
        yield replace(
            last, left_out=(*last.left_out, *filter(None, passed.texts)), notes=(*last.notes, *passed.notes(book))
        )
    elif passed.damaged:
        raise FileProblem(passed.notes(book)[-1])


def _is_contents(chapter: Chapter) -> bool:
    """Say whether a chapter is a table of contents."""
    texts = [block.text for block in chapter.blocks]
    listed = chapter.linked > _LINKED and len(texts) > 2 and not any(len(text) > 200 for text in texts)
    return chapter.contents or listed


def _is_bare(chapter: Chapter, book: Book) -> bool:
    """Say whether a chapter is not an article."""
    texts = [block.text for block in chapter.blocks]
    words = sum(len(text.split()) for text in texts)
    if chapter.apart or not words:
        return True
    if words >= _FEWEST_WORDS:
        return False
    sentences = any(ends_sentence(block.text) and not block.level for block in chapter.blocks)
    return not sentences or (bool(book.title) and essence(book.title) in essence(" ".join(texts)))


def _names(page: Chapter, title: str) -> bool:
    """Say whether a page is the title page of the next chapter, with its date and author."""
    return bool(title) and any(essence(block.text) == essence(title) for block in page.blocks[:_HEADS])


def _article(book: Book, chapter: Chapter, blocks: list[Block]) -> Draft:
    """Make an article of a chapter and the parts that continue it."""
    title = _title(book, chapter, blocks)
    address = ""
    lines, left_out = [], []
    for block in blocks:
        found = _DOWNLOADED.match(block.text)
        if found or _STEPS.fullmatch(essence(block.text)):
            address = found["at"] if found else address
            left_out.append(block.text)
        else:
            lines.append(Line(block.text, apart=True))
    draft = clip(lines, title)
    return replace(
        draft,
        dates=(*draft.dates, *book.dates),
        source=draft.source or book.source or outlet_of(address),
        author=draft.author or book.author,
        language=guess_language("\n\n".join(draft.paragraphs)) or book.language,
        left_out=(*draft.left_out, *left_out),
        key=address or chapter.name,
        address=address,
    )


def _title(book: Book, chapter: Chapter, blocks: list[Block]) -> str:
    """Return a chapter's first heading, else its name in the contents or its page title."""
    heading = next((block.text for block in blocks[:_HEADS] if block.level), "")
    for title in (heading, chapter.label, chapter.head):
        if title and (title == heading or essence(title) != essence(book.title) or book.count == 1):
            return title
    return ""
