"""A proof of a dossier: its articles as an archive, and the reading of a manuscript."""

from __future__ import annotations

import os
import re
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from heapq import nlargest
from pathlib import Path
from typing import TYPE_CHECKING

from tui.base.printable import printable, printable_line
from tui.base.progress import never
from tui.core.services import Services
from tui.errors import ArticleNotFound, FileProblem, MaliTuiError
from tui.locale import N_, _, stored
from tui.proof.archive import SourceText
from tui.proof.attributions import canonical, names_of
from tui.proof.values import Manuscript

if TYPE_CHECKING:
    from tui.importing.folder import FileEntry
    from tui.search.engine import Evaluation

_KEPT = 1500
"""Articles that are kept as they were looked through."""
_MOST_BYTES = 32 * 2**20


class DossierArchive:
    """The articles of a dossier as a proof asks for them; for one proof, and one thread."""

    def __init__(self, services: Services, stop: Callable[[], bool]) -> None:
        self._services = services
        self._stop = stop
        self._sources: OrderedDict[int, SourceText | None] = OrderedDict()
        self._rarities: dict[str, int] = {}
        self._found: dict[tuple[str, ...], Evaluation] = {}

    @cached_property
    def count(self) -> int:
        """The number of articles."""
        return self._services.catalogue.count()

    @cached_property
    def outlets(self) -> Sequence[str]:
        """The outlets of the articles, each once."""
        return [outlet for outlet, _ in self._services.catalogue.sources() if outlet]

    @cached_property
    def _outlets_of(self) -> dict[int, frozenset[str]]:
        """The folded outlets that the source of each article names."""
        names: dict[str, frozenset[str]] = {}
        found = {}
        for number, ((source,),), *_days in self._services.catalogue.labels(["source"]):
            if source not in names:
                names[source] = frozenset(map(canonical, names_of(source)))
            found[number] = names[source]
        return found

    def rarity(self, word: str) -> int:
        """Return how many articles have a folded word in this very form."""
        if word not in self._rarities:
            self._rarities[word] = self._services.search.rarity(word)
        return self._rarities[word]

    def candidates(self, words: Sequence[str], limit: int, outlets: frozenset[str] = frozenset()) -> Sequence[int]:
        """Return the articles that have most of some folded words, best first; of these outlets alone, where given."""
        key = tuple(words)
        if not key:
            return []
        if key not in self._found:
            self._found[key] = self._services.search.with_any(key, self._stop)
        found = self._found[key]
        scored: Iterable[tuple[float, int]] = zip(found.scores, found.numbers, strict=True)
        if outlets:
            scored = (
                (score, number) for score, number in scored if self._outlets_of.get(number, frozenset()) & outlets
            )
        return [number for _, number in nlargest(limit, scored)]

    def with_phrases(self, phrases: Sequence[Sequence[str]], limit: int) -> Sequence[int]:
        """Return articles that have any of some phrases of folded words, best first."""
        found = self._services.search.with_any([" ".join(phrase) for phrase in phrases], self._stop)
        return [number for _, number in nlargest(limit, zip(found.scores, found.numbers, strict=True))]

    def source(self, number: int) -> SourceText | None:
        """Return an article by its number; None where it is gone."""
        if number in self._sources:
            self._sources.move_to_end(number)
            return self._sources[number]
        try:
            article = self._services.catalogue.article(number)
        except ArticleNotFound:
            self._sources[number] = None
            return None
        source = SourceText(number, article, lambda: self._services.mentions.dates(number, article))
        self._sources[number] = source
        while len(self._sources) > _KEPT:
            self._sources.popitem(last=False)
        return source


def read_manuscript(path: Path) -> Manuscript:
    """Read a manuscript: Markdown, text, or what other formats hold as one text.

    Nothing of it is taken for a menu or a byline. Raises `MaliTuiError` where it cannot be read.
    """
    from tui.importing.folder import FileEntry
    from tui.importing.registry import reader_of, why_unread

    try:
        size = path.stat().st_size
    except OSError as error:
        raise MaliTuiError(
            _("The manuscript {path} cannot be read: {problem}.").format(path=path, problem=error.strerror or error)
        ) from None
    if not path.is_file() or size > _MOST_BYTES:
        raise MaliTuiError(
            _("{path} is no manuscript: name a file of at most {most} MB.").format(path=path, most=_MOST_BYTES // 2**20)
        )
    try:
        if reader_of(path.name) is None:
            raise MaliTuiError(
                _("{path} is not read: {reason}.").format(path=path, reason=stored(why_unread(path.name)))
            )
    except FileProblem as problem:
        raise MaliTuiError(
            _("{path} cannot be read: {problem}").format(path=path, problem=stored(str(problem)))
        ) from None
    return _manuscript(path, FileEntry(path.name, size, os.stat(path).st_mtime_ns))


def _manuscript(path: Path, entry: FileEntry) -> Manuscript:
    """Read a file of our own formats as its author wrote it, and any other one as articles are read."""
    from tui.dossier.language import guess_language
    from tui.importing.registry import suffix_of

    suffix = suffix_of(path.name)
    try:
        title, paragraphs = _own(path, suffix) if suffix in _OWN else _foreign(path, entry)
    except (OSError, FileProblem) as problem:
        raise MaliTuiError(
            _("{path} cannot be read: {problem}.").format(path=path, problem=stored(str(problem)))
        ) from None
    text = "\n\n".join(line for line in map(printable_line, paragraphs) if line)
    if not text:
        raise MaliTuiError(_("{path} holds no text.").format(path=path))
    return Manuscript(text, guess_language(text) or "en", title, path.name)


_OWN = ("", ".md", ".markdown", ".txt", ".text")
_NOTE_LINE = re.compile(r"\n(?=\[\^[^\]\s]{1,20}\]:)")


def _own(path: Path, suffix: str) -> tuple[str, list[str]]:
    from tui.importing.clippings.lines import lines_of
    from tui.importing.decoding import decode_article
    from tui.importing.markup.front_matter import split_front_matter
    from tui.importing.markup.markdown_blocks import read_markdown
    from tui.importing.metadata import KNOWN

    text, _ = decode_article(path.read_bytes())
    front = split_front_matter(printable(text), KNOWN)
    title = str(front.fields.get("title", ""))
    if suffix not in (".md", ".markdown"):
        return title, [line.text for line in lines_of(front.body)]
    # Notes one below the other are one paragraph to Markdown, and one that is only an address is no text at all.
    marked = read_markdown(_NOTE_LINE.sub("\n\n", front.body))
    notes = [line for line in marked.left_out if line.startswith("[^")]
    return title, [*(block.text for block in marked.blocks), *notes]


def _foreign(path: Path, entry: FileEntry) -> tuple[str, list[str]]:
    from tui.importing.sandbox.pool import readings

    for reading in readings(path.resolve().parent, [entry], never):
        if not reading.articles:
            raise FileProblem(reading.account.reason or N_("it holds no text"))
        found = [part for article in reading.articles for part in (*article.text.split("\n\n"), *article.left_out)]
        return reading.articles[0].title, found
    raise FileProblem(N_("it could not be read"))
