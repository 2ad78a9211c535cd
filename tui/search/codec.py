"""The codec: the format of the index on disk, as an extension of Whoosh's own.

Whoosh keeps the table of contents, the segments, their terms and the locks. Our own are the posting lists, stored as
arrays that are read back without a loop, the columns of the articles, and the words of each field in one piece. Numbers
are in the machine's own byte order, as in all Whoosh files.

Import this module only through `tui.search.index`: it imports whoosh.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator, Sequence
from hashlib import md5
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from whoosh.codec import base
from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter
from whoosh.fields import FieldType, Schema
from whoosh.formats import Format
from whoosh.matching.mcore import ListMatcher

from tui.search.language.fields import INDEXED, STATES

if TYPE_CHECKING:
    from tui.dossier.article import Article


Whooshed = Any
"""A storage, a segment or another value of Whoosh, which has no types."""

FIELDS = (*(field.name for field in INDEXED), "name", "lead", "accent")
"""The indexed fields; all of them hold words with their positions.

Beside the fields of the query language: the words of the text that are names in it; the title, where it is no more than
the first words of the text; each word written with accents, as `accented_key` joins it to its folded form.
"""

COLUMNS = ("number", "first", "last", "length", "state", "language")
"""What is kept of each article: its number in the catalogue, the ordinals of the first and the last day of its date
(0 and 0 if it has none), the number of words of title and text, its states (the sum of their bits in `fields.STATES`),
and its language: 0 if its words are not stemmed, else its place in `analysis.LANGUAGES`, counted from 1; `UNTOLD` where
it could not be told."""

POSITION_BITS = 24
"""The lower bits of a position in the row of all words; the upper bits are the number of the article.

A text has at most 16 million words; the rest is not indexed.
"""

COLUMNS_EXTENSION = ".cols"
LEXICON_EXTENSION = ".lex"

_HEADER = struct.Struct("=IIB")
_SINGLE = struct.Struct("=IIBIHB")
"""A whole list of one article with one position below 65,536, like that of half of all words."""
_TERM = struct.Struct("!BfIBBfIIqi")
"""What Whoosh stores of a term: flags, weight, articles, bounds of length and weight, first, last, offset, length."""
_LENGTHS = struct.Struct("!ii")
"""What Whoosh writes before a term: the lengths of its name and of what is stored of it."""
_CODES = "BHI"
_WIDTHS = (1, 2, 4)
"""The bytes of a number of each code."""
_KINDS = tuple(((_CODES[kind // 3], _WIDTHS[kind // 3]), (_CODES[kind % 3], _WIDTHS[kind % 3])) for kind in range(9))
"""Code and width of positions, then of frequencies, by the number that stands for both."""


class PackedPositions(Format):  # type: ignore[misc]
    """Tells Whoosh that a posting holds positions, each a native unsigned number of four bytes."""

    def decode_positions(self, value: bytes) -> list[int]:
        """Return the positions of a posting."""
        return array("I", value).tolist()

    def decode_frequency(self, value: bytes) -> int:
        """Return how often the word stands in the article."""
        return len(value) // 4

    def decode_weight(self, value: bytes) -> float:
        """Return the weight of a posting, which is its frequency."""
        return len(value) / 4


class WordField(FieldType):  # type: ignore[misc]
    """A field of folded words with positions; its analysis is done before Whoosh sees it."""

    def __init__(self) -> None:
        super().__init__(PackedPositions(), None, scorable=True)

    def to_bytes(self, value: str | bytes) -> bytes:
        """Return a word as it is stored."""
        return value if isinstance(value, bytes) else value.encode("utf-8", "surrogatepass")

    def from_bytes(self, value: bytes) -> str:
        """Return a stored word."""
        return bytes(value).decode("utf-8", "surrogatepass")


def schema() -> Whooshed:
    """Return the schema of the index."""
    return Schema(**{name: WordField() for name in FIELDS})


class Postings:
    """The articles of one segment that hold a word, ascending, and where in them it stands."""

    __slots__ = ("frequencies", "ids", "positions")

    def __init__(self, ids: Sequence[int], frequencies: Sequence[int], positions: Sequence[int]) -> None:
        self.ids = ids
        """The numbers of the articles within the segment."""
        self.frequencies = frequencies
        """How often the word stands in each."""
        self.positions = positions
        """The positions in the first article, then those in the second, and so on."""

    def by_article(self) -> Iterator[tuple[int, Sequence[int]]]:
        """Yield each article with its positions."""
        for number, end, count in zip(self.ids, accumulate(self.frequencies), self.frequencies, strict=True):
            yield number, self.positions[end - count : end]


def pack(postings: Postings) -> bytes:
    """Return the bytes of a posting list: header, articles, positions, frequencies."""
    if len(postings.positions) == 1 and postings.positions[0] < 1 << 16:
        return _SINGLE.pack(1, 1, 3, postings.ids[0], postings.positions[0], 1)
    largest = max(postings.positions, default=0)
    most = max(postings.frequencies, default=0)
    position_code, frequency_code = _code(largest), _code(most)
    kinds = _CODES.index(position_code) * 3 + _CODES.index(frequency_code)
    return b"".join(
        (
            _HEADER.pack(len(postings.ids), len(postings.positions), kinds),
            array("I", postings.ids).tobytes(),
            array(position_code, postings.positions).tobytes(),
            array(frequency_code, postings.frequencies).tobytes(),
        )
    )


def _code(largest: int) -> str:
    return "B" if largest < 1 << 8 else "H" if largest < 1 << 16 else "I"


def layout(packed: bytes) -> tuple[tuple[int, str, int], ...]:
    """Return offset, type code and count of articles, positions and frequencies within a packed list."""
    articles, positions, kinds = _HEADER.unpack_from(packed)
    (position_code, width), (frequency_code, _) = _KINDS[kinds]
    second = _HEADER.size + 4 * articles
    return (
        (_HEADER.size, "I", articles),
        (second, position_code, positions),
        (second + width * positions, frequency_code, articles),
    )


def apart(packed: bytes) -> list[tuple[bytes, int]]:
    """Split adjacent lists; return each with the number of its articles."""
    lists, at, header, unpacked = [], 0, _HEADER.size, _HEADER.unpack_from
    while at < len(packed):
        articles, positions, kinds = unpacked(packed, at)
        (_, position_width), (_, frequency_width) = _KINDS[kinds]
        end = at + header + (4 + frequency_width) * articles + position_width * positions
        lists.append((packed[at:end], articles))
        at = end
    return lists


def unpack(packed: bytes) -> Postings:
    """Read a packed posting list."""
    ids, positions, frequencies = (
        array(code, packed[offset : offset + array(code).itemsize * count]) for offset, code, count in layout(packed)
    )
    return Postings(ids, frequencies, positions)


def extent(term: Whooshed) -> tuple[int, int]:
    """Return offset and length of the posting list of a term."""
    offset, length = term.extent()
    return offset, length[0] if isinstance(length, tuple) else length  # Whoosh 2.7.4 reads the length as a tuple


class PackedFieldWriter(W3FieldWriter):  # type: ignore[misc]
    """Writes the terms of a segment in order, each with its whole posting list."""

    _written = 0
    _at: int | None = None
    """Where the next term begins in the file of terms; None before the first."""

    def write(self, field: str, word: bytes, postings: Postings) -> None:
        """Write one word; fields come in their order, words of a field in the order of their bytes."""
        fields = self._fieldmap
        number = fields.setdefault(field, len(fields))
        packed, ids, total = pack(postings), postings.ids, float(len(postings.positions))
        most = float(max(postings.frequencies))
        self._postfile.write(packed)
        term = _TERM.pack(0, total, len(ids), 0, 255, most, ids[0], ids[-1], self._written, len(packed))
        self._written += len(packed)
        self._add(number.to_bytes(2, "big") + word, term)

    def _add(self, key: bytes, term: bytes) -> None:
        """Add a term as Whoosh's `OrderedHashWriter` does, with a fifth of its calls: this is half of a commit."""
        terms = self._tindex
        if key <= terms.lastkey:
            raise ValueError("the words of a segment are out of order")
        terms.lastkey = key
        at = terms.dbfile.tell() if self._at is None else self._at
        terms.index.append(at)
        hashed = int.from_bytes(md5(key, usedforsecurity=False).digest()[-4:], "big")
        terms.buckets[hashed & 255].append((hashed, at))
        self._at = at + terms.dbfile.write(b"".join((_LENGTHS.pack(len(key), len(term)), key, term)))


class PackedColumns(base.PerDocumentReader):  # type: ignore[misc]
    """The columns of a segment, as Whoosh asks for them."""

    def __init__(self, storage: Whooshed, segment: Whooshed) -> None:
        self._segment = segment
        self.columns = read_columns(storage, segment)

    def doc_count_all(self) -> int:
        """Count the articles of the segment."""
        return int(self._segment.doc_count_all())

    def doc_count(self) -> int:
        """Count the articles that are not deleted."""
        return self.doc_count_all() - int(self._segment.deleted_count())

    def has_deletions(self) -> bool:
        """Say whether any article is deleted."""
        return bool(self._segment.has_deletions())

    def is_deleted(self, docnum: int) -> bool:
        """Say whether an article is deleted."""
        return bool(self._segment.is_deleted(docnum))

    def deleted_docs(self) -> Whooshed:
        """Return the deleted articles."""
        return self._segment.deleted_docs()

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:  # noqa: ARG002
        """Return the words of title and text together, whatever the field."""
        return self.columns["length"][docnum]

    def field_length(self, fieldname: str) -> int:  # noqa: ARG002
        """Return the words of all titles and texts."""
        return sum(self.columns["length"])

    def min_field_length(self, fieldname: str) -> int:  # noqa: ARG002
        """Return the fewest words of an article."""
        return min(self.columns["length"], default=0)

    def max_field_length(self, fieldname: str) -> int:  # noqa: ARG002
        """Return the most words of an article."""
        return max(self.columns["length"], default=0)

    def stored_fields(self, docnum: int) -> dict[str, int]:
        """Return the columns of an article."""
        return {name: column[docnum] for name, column in self.columns.items()}


class PackedCodec(W3Codec):  # type: ignore[misc]
    """Whoosh's third format, with posting lists as arrays."""

    def field_writer(self, storage: Whooshed, segment: Whooshed) -> PackedFieldWriter:
        """Return the writer of a segment's terms."""
        return PackedFieldWriter(self, storage, segment)

    def per_document_reader(self, storage: Whooshed, segment: Whooshed) -> PackedColumns:
        """Return the reader of a segment's columns."""
        return PackedColumns(storage, segment)

    def postings_reader(
        self, dbfile: Whooshed, terminfo: Whooshed, format_: Whooshed, term: Whooshed = None, scorer: Whooshed = None
    ) -> Whooshed:
        """Return Whoosh's matcher of one word."""
        postings = unpack(bytes(dbfile.get(*extent(terminfo))))
        values = [array("I", positions).tobytes() for _, positions in postings.by_article()]
        weights = [float(count) for count in postings.frequencies]
        ids = list(postings.ids)
        return ListMatcher(ids, weights, values, format_, scorer=scorer, term=term, terminfo=terminfo)


def read_columns(storage: Whooshed, segment: Whooshed) -> dict[str, array[int]]:
    """Read the columns of a segment, each a whole array."""
    packed = read_whole(storage, segment.make_filename(COLUMNS_EXTENSION))
    width = 4 * segment.doc_count_all()
    if len(packed) != width * len(COLUMNS):
        raise ValueError("the columns of a segment are cut off")
    return {name: array("i", packed[at * width : (at + 1) * width]) for at, name in enumerate(COLUMNS)}


def write_columns(storage: Whooshed, segment: Whooshed, columns: dict[str, array[int]]) -> None:
    """Write the columns of a segment."""
    write_whole(
        storage, segment.make_filename(COLUMNS_EXTENSION), b"".join(columns[name].tobytes() for name in COLUMNS)
    )


def read_whole(storage: Whooshed, name: str) -> bytes:
    """Read one file of the index."""
    stream = storage.open_file(name)
    try:
        return bytes(stream.get(0, storage.file_length(name)))
    finally:
        stream.close()


def write_whole(storage: Whooshed, name: str, content: bytes) -> None:
    """Write one file of the index."""
    stream = storage.create_file(name)
    try:
        stream.write(content)
    finally:
        stream.close()


def state_number(article: Article) -> int:
    """Return the states of an article as one number, which the index keeps in its column `state`."""
    return sum(state.bit for state in STATES.values() if state.holds is not None and state.holds(article))
