"""Segments: one part of the index, read as whole arrays.

Import this module only through `tui.search.index`: it imports whoosh.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator

from whoosh.reading import TermNotFound

from tui.search import codec
from tui.search.codec import FIELDS, Postings, Whooshed
from tui.search.language.fields import TEXT_FIELDS
from tui.search.lexicon import Lexicon
from tui.search.storage import CheckedFile, closed_on_failure


class SegmentReader:
    """One segment of the index; immutable except for deletions."""

    def __init__(self, storage: Whooshed, segment: Whooshed) -> None:
        self.name = str(segment.segment_id())
        self.count = int(segment.doc_count_all())
        self.deleted = frozenset(segment.deleted_docs())
        """The deleted articles of the segment."""
        with closed_on_failure(storage):
            self._open(storage, segment)

    def _open(self, storage: Whooshed, segment: Whooshed) -> None:
        self.columns = codec.read_columns(storage, segment)
        self.codes = tuple(sorted(set(self.columns["language"])))
        """The languages of its articles, as in the column `language`."""
        self._lexicons = read_lexicons(storage, segment)
        self._stream = segment.open_file(storage, codec.PackedCodec.POSTS_EXT)
        try:
            self._terms = segment.codec().terms_reader(storage, segment)
        except BaseException:
            self._stream.close()
            raise

    def close(self) -> None:
        """Close the files of the segment."""
        self._terms.close()
        self._stream.close()

    def check(self) -> None:
        """Read every byte of the files that are open, which raises `DamagedIndex` if one is not as it was written."""
        for stream in (self._stream, self._terms._dbfile):
            if isinstance(stream, CheckedFile):
                stream.check()

    def lexicon(self, field: str) -> Lexicon:
        """Return the words of a field."""
        return self._lexicons[field]

    def packed(self, field: str, word: str) -> bytes | None:
        """Return the packed posting list of a word, or None if the segment does not hold it."""
        found = self._extent(field, word)
        return None if found is None else bytes(self._stream.get(*found))

    def stretch(self, field: str, first: str, last: str) -> list[tuple[bytes, int]]:
        """Return the packed posting lists of all words from `first` to `last`, and how many articles each names.

        Both words are in the segment. The lists are adjacent, in the order of the words, and read at once.
        """
        begin, end = self._extent(field, first), self._extent(field, last)
        if begin is None or end is None:
            return []
        return codec.apart(bytes(self._stream.get(begin[0], end[0] + end[1] - begin[0])))

    def _extent(self, field: str, word: str) -> tuple[int, int] | None:
        """Return offset and length of the posting list of a word, or None if the segment does not hold it."""
        try:
            return codec.extent(self._terms.term_info(field, word.encode("utf-8", "surrogatepass")))
        except TermNotFound:
            return None

    def _read(self, info: Whooshed) -> bytes:
        return bytes(self._stream.get(*codec.extent(info)))

    def frequency(self, field: str, word: str) -> int:
        """Count the articles that hold a word, including deleted ones."""
        try:
            return int(self._terms.doc_frequency(field, word.encode("utf-8", "surrogatepass")))
        except KeyError:  # raised by Whoosh for an unknown term
            return 0

    def holders(self, field: str, word: str) -> int:
        """Count the articles that hold a word and are not deleted."""
        packed = self.packed(field, word) if self.deleted else None
        if packed is None:
            return self.frequency(field, word)
        return len(set(codec.unpack(packed).ids).difference(self.deleted))

    def terms(self) -> Iterator[tuple[int, bytes, Postings]]:
        """Yield every word with the index of its field in `FIELDS` and its postings, in order."""
        for (field, word), info in self._terms.items():
            yield FIELDS.index(field), bytes(word), codec.unpack(self._read(info))


def read_lexicons(storage: Whooshed, segment: Whooshed) -> dict[str, Lexicon]:
    """Read the words of each field of a segment."""
    packed = codec.read_whole(storage, segment.make_filename(codec.LEXICON_EXTENSION))
    lexicons, at = {}, 0
    for field in FIELDS:
        lexicons[field], at = Lexicon.unpack(packed, at)
    return lexicons


def write_segment(
    storage: Whooshed,
    segment: Whooshed,
    columns: dict[str, array[int]],
    terms: Iterable[tuple[int, bytes, Postings]],
    languages: Iterable[str],
) -> None:
    """Write a segment: its columns, its terms in order, and the stems of its words in each of `languages`."""
    writer = segment.codec().field_writer(storage, segment)
    words: dict[str, list[str]] = {field: [] for field in FIELDS}
    try:
        for field, word, postings in terms:
            name = FIELDS[field]
            writer.write(name, word, postings)
            words[name].append(word.decode("utf-8", "surrogatepass"))
    finally:
        writer.close()
    stemmed = sorted(languages)
    lexicons = [Lexicon.of(words[field], stemmed if field in (*TEXT_FIELDS, "lead") else ()) for field in FIELDS]
    packed = b"".join(lexicon.pack() for lexicon in lexicons)
    codec.write_whole(storage, segment.make_filename(codec.LEXICON_EXTENSION), packed)
    codec.write_columns(storage, segment, columns)
    segment.set_doc_count(len(columns["number"]))
