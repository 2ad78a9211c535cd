"""The segment buffer: the words of many articles, held in memory until they are written as one segment."""

from __future__ import annotations

from array import array
from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from heapq import merge
from operator import itemgetter

from tui.dossier.article import Article, is_lead
from tui.search.analysis import LANGUAGES, UNTOLD, accented, accented_key, folded, names, token_pattern
from tui.search.beside import NO_LANGUAGE, Beside, beside
from tui.search.codec import COLUMNS, FIELDS, POSITION_BITS, Postings, state_number
from tui.search.language.fields import INDEXED, FieldKind
from tui.search.segments import SegmentReader

_POSITIONS = (1 << POSITION_BITS) - 1
_APART = 100
"""The gap in positions between two values of a field with several, such as tags; no phrase reaches across."""

Term = tuple[int, bytes, Postings]
"""The index of a field in `FIELDS`, a word in UTF-8, and its postings."""

Value = tuple[list[str], list[Beside]]
"""The words of one value of a field, and those beside them."""


class SegmentBuffer:
    """The words of the articles that were added since the last segment."""

    def __init__(self) -> None:
        self.columns: dict[str, array[int]] = {name: array("i") for name in COLUMNS}
        self.words = 0
        """How many words are held, which measures the memory."""
        self._places: list[defaultdict[str, array[int]]] = [defaultdict(_row) for _ in FIELDS]

    @property
    def languages(self) -> set[str]:
        """The languages in which its words are stemmed."""
        return languages_stemmed(self.columns["language"])

    def __len__(self) -> int:
        return len(self.columns["number"])

    def add(self, number: int, article: Article) -> None:
        """Add an article under its number in the catalogue: all of it, or nothing where an error is raised."""
        at = len(self)
        found = list(_words_of(article))
        state = state_number(article)
        lengths = {field: self._add_field(place, at, found[place]) for place, field in enumerate(FIELDS)}
        span = article.published.span if article.published else None
        values = (
            number,
            span.first.toordinal() if span else 0,
            span.last.toordinal() if span else 0,
            lengths["title"] + lengths["text"],
            state,
            language_code(article.language),
        )
        for name, value in zip(COLUMNS, values, strict=True):
            self.columns[name].append(value)

    def _add_field(self, place: int, at: int, values: Iterable[Value]) -> int:
        """Add the words of each value of one field; return how many there are."""
        rows = self._places[place]
        base, count, position = at << POSITION_BITS, 0, 0
        for value, more in values:
            found = value[: max(0, _POSITIONS - position)]
            for where, word in enumerate(found, base + position):
                rows[word].append(where)
            for last, word in dict.fromkeys((each.last, each.word) for each in more if each.last < len(found)):
                insort(rows[word], base + position + last)
            count += len(found)
            position += len(found) + _APART
        self.words += count
        return count

    def terms(self) -> Iterator[Term]:
        """Yield every word in the order in which a segment holds them."""
        for place, rows in enumerate(self._places):
            for word, row in sorted(
                ((word.encode("utf-8", "surrogatepass"), row) for word, row in rows.items()), key=itemgetter(0)
            ):
                if len(row) == 1:
                    yield place, word, Postings([row[0] >> POSITION_BITS], [1], [row[0] & _POSITIONS])
                    continue
                counts = Counter([each >> POSITION_BITS for each in row])
                positions = [each & _POSITIONS for each in row]
                yield place, word, Postings(list(counts), list(counts.values()), positions)


def language_code(language: str) -> int:
    """Return the number of a language in the column `language`."""
    return LANGUAGES.index(language) + 1 if language in LANGUAGES else 0 if language else UNTOLD


def languages_stemmed(codes: Iterable[int]) -> set[str]:
    """Return the languages in which the words of articles may be stemmed: all where one's language is not told."""
    there = set(codes)
    return set(LANGUAGES) if UNTOLD in there else {LANGUAGES[code - 1] for code in there if code}


def _row() -> array[int]:
    return array("Q")


def _words_of(article: Article) -> Iterator[list[Value]]:
    """Yield for each of `FIELDS` the words of its values."""
    named: list[str] = []
    marked: set[str] = set()
    leads = is_lead(article)
    lead: list[Value] = []
    for field in INDEXED:
        assert field.values is not None
        values = field.values(article)
        if field.facet:
            yield [_label(value) for value in values]
        elif field.kind is not FieldKind.TEXT:
            yield [_split(value, NO_LANGUAGE)[1] for value in values]
        else:
            found = [_split(value, article.language) for value in values]
            for value, (written, _) in zip(values, found, strict=True):
                if not value.isascii():
                    marked.update(filter(None, map(_accented_key, set(written))))
            if field.name == "text":
                named = names(article.text, found[0][0])
            if field.name == "title" and leads:
                lead, found = [value for _, value in found], []
            yield [value for _, value in found]
    yield [(named, [])]
    yield lead
    yield [(sorted(marked), [])]


def _accented_key(chunk: str) -> str:
    """Return a token with accents as the field `accent` holds it; empty for one without."""
    written = accented(chunk)
    return accented_key(folded(chunk), written) if written else ""


def _split(text: str, language: str) -> tuple[list[str], Value]:
    """Return the tokens of a text as they stand in it, and its words with those beside them."""
    written = token_pattern().findall(text)
    words = list(map(folded, written))
    return written, (words, beside(text, written, words, language))


@lru_cache(1 << 12)
def _label(text: str) -> Value:
    """Return the words of a value that many articles share, such as a source; to be left as it is."""
    return _split(text, NO_LANGUAGE)[1]


def merged(readers: Iterable[SegmentReader]) -> tuple[dict[str, array[int]], Iterator[Term]]:
    """Return the columns and the terms of several segments as one, without the articles that are deleted."""
    columns: dict[str, array[int]] = {name: array("i") for name in COLUMNS}
    rows = []
    for reader in readers:
        base = len(columns["number"])
        kept = [each for each in range(reader.count) if each not in reader.deleted]
        for name in COLUMNS:
            columns[name].extend([reader.columns[name][each] for each in kept])
        rows.append(_moved(reader, dict(zip(kept, range(base, base + len(kept)), strict=True))))
    return columns, _joined(merge(*rows, key=itemgetter(0, 1)))


def _moved(reader: SegmentReader, places: dict[int, int]) -> Iterator[Term]:
    """Yield the terms of a segment with its articles renumbered."""
    for field, word, postings in reader.terms():
        if not reader.deleted:
            yield (
                field,
                word,
                Postings([places[each] for each in postings.ids], postings.frequencies, postings.positions),
            )
            continue
        kept = [(places[each], positions) for each, positions in postings.by_article() if each in places]
        if kept:
            flat = [position for _, positions in kept for position in positions]
            yield field, word, Postings([each for each, _ in kept], [len(each) for _, each in kept], flat)


def _joined(terms: Iterator[Term]) -> Iterator[Term]:
    """Join neighbours that are the same word."""
    held: Term | None = None
    for term in terms:
        if held is not None and held[:2] == term[:2]:
            one, other = held[2], term[2]
            ids, frequencies = [*one.ids, *other.ids], [*one.frequencies, *other.frequencies]
            held = (*held[:2], Postings(ids, frequencies, [*one.positions, *other.positions]))
        else:
            if held is not None:
                yield held
            held = term
    if held is not None:
        yield held
