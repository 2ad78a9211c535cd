"""An article and what is known of its date: plain frozen values that everything above works with."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tui.base.days import Precision, Span, read_iso, write_iso

UNDATED = "no date could be read as the date of publication"
"""What a reader is told of an article without a date, whether the file names none or none that is believed."""

NO_SOURCE = "no source named"
"""What stands in the place of an outlet where the file names none."""


class Provenance(StrEnum):
    """Where a date was read; the value is what a reader is shown after "from the"."""

    FRONT_MATTER = "front matter"
    RECORD = "record"
    """A field of a table's row, a feed's entry, a tagged document or an export."""
    MAIL_HEADER = "mail header"
    STRUCTURED = "structured data"
    """JSON-LD or microdata of a page: what its publisher tells machines."""
    DATE_LINE = "date line"
    """A line or a prefix that says nothing but `date 2023-06-30`, as clipping tools put it on top of a text."""
    PAGE_METADATA = "page metadata"
    BYLINE = "byline"
    """A date that stands alone beside the author's or the outlet's name, above the text."""
    DATELINE = "dateline"
    """`Bamako, Mali, July 07, 2023 -` at the head of the first paragraph."""
    ADDRESS = "address"
    """The web address of the article: `…/2023/08/20/…`."""
    TEXT = "text"
    FILE_NAME = "file name"
    CHANGE = "date of change"
    """The day of the last change, as a page or a file itself tells it: the article appeared on it or before it."""
    DOCUMENT = "document properties"
    """The day on which an office document or a PDF was made; often the day of a print or an export."""
    PAGE_HEADER = "page header"
    """The day on which the page that carried a copy was made or printed; no publication date by itself."""
    READER = "correction"
    """No file: the reader set it."""


@dataclass(frozen=True, slots=True)
class PublishedDate:
    """A publication date with its precision and where it was read."""

    span: Span
    """All the days that it may mean: one day, a month or a year."""
    precision: Precision
    provenance: Provenance
    said: str = field(default="", repr=False)
    """Who set it and when, as `set by you on 2026-11-30`; empty where it was read in a file."""

    @classmethod
    def from_iso(cls, written: str, provenance: Provenance) -> PublishedDate:
        """Read `2023`, `2023-06` or `2023-06-30`; raises `ValueError` for anything else."""
        span, precision = read_iso(written)
        return cls(span, precision, provenance)

    @property
    def origin(self) -> str:
        """Where it comes from: `from the front matter`, `set by you on 2026-11-30`."""
        return self.said or f"from the {self.provenance}"

    @property
    def iso(self) -> str:
        """The date as `2023`, `2023-06` or `2023-06-30`."""
        return write_iso(self.span, self.precision)


@dataclass(frozen=True, slots=True)
class Article:
    """One piece of writing as it is listed, searched and read."""

    id: str
    """Ten lower-case letters, made of the path and the place in the file: the same at every reading."""
    path: str
    """The file, relative to the dossier, with forward slashes."""
    title: str
    text: str
    """Clean paragraphs, separated by one blank line; no line break within a paragraph."""
    published: PublishedDate | None = None
    """The publication date, or None where the file holds none."""
    candidates: tuple[PublishedDate, ...] = ()
    """Every other date that the file offers for its publication, best first."""
    doubt: str = ""
    """Why the publication date is doubtful, in a few words; empty where nothing speaks against it."""
    captured: date | None = None
    """The day on which a copy of the page was taken, where the file says so; never a date of publication."""
    address: str = ""
    """The web address, where the file names it."""
    day_order: str = ""
    """The order that its date in figures shows, `day first` or `month first`; `open` and what it means day first where
    it shows none: other articles of the source may then settle it. Empty where no figures were written.
    """
    source: str = ""
    author: str = ""
    language: str = ""
    """A two-letter code of ISO 639-1, empty where it is unknown."""
    tags: tuple[str, ...] = ()
    title_made: bool = False
    """Whether the title was made of the first sentence because the file has none."""
    retold: bool = False
    """Whether the words are not the source's own: nobody may quote them as the source's."""
    left_out: tuple[str, ...] = ()
    """The lines of the file that are no part of the article, as they stood."""
    words: int = 0
    """The number of words of the text."""
