"""An article and what is known of its date: plain frozen values that everything above works with."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from tui.base.days import Precision, Span, read_iso, write_iso
from tui.locale import N_, _, stored

UNDATED = N_("no publication date could be found")
"""Shown for an article without a date, whether the file has none or none that is believed."""

BACKGROUND = "background"
"""The tag of articles that explain what others report."""

NO_SOURCE = N_("no source named")
"""Shown in place of the outlet if the file names none."""


class Provenance(StrEnum):
    """Where a date was read; the value is shown after "from the"."""

    FRONT_MATTER = N_("front matter")
    RECORD = N_("record")
    """A field of a table's row, a feed's entry, a tagged document or an export."""
    FORWARDED = N_("head of the forwarded mail")
    MAIL_HEADER = N_("mail header")
    STRUCTURED = N_("structured data")
    """JSON-LD or microdata of a page."""
    DATE_LINE = N_("date line")
    """A line or prefix that is only a date, as clipping tools put it on top: `date 2023-06-30`."""
    PAGE_METADATA = N_("page metadata")
    BYLINE = N_("byline")
    """A date beside the author's or the outlet's name, above the text."""
    DATELINE = N_("dateline")
    """`Bamako, Mali, July 07, 2023 -` at the head of the first paragraph."""
    ADDRESS = N_("address")
    """The web address of the article: `…/2023/08/20/…`."""
    TEXT = N_("text")
    FILE_NAME = N_("file name")
    LEFT_OUT = N_("lines left out")
    """A day that stands among the lines that are no part of the article: offered, and always doubtful."""
    CHANGE = N_("date of change")
    """The day of the last change that a page or file states: the article appeared then or earlier."""
    DOCUMENT = N_("document properties")
    """The day on which an office document or PDF was created; often that of a print or an export."""
    PAGE_HEADER = N_("page header")
    """The day on which the page was printed or saved; not a publication date by itself."""
    READER = N_("correction")
    """No file: the reader set it."""


class PublishedDate(Struct, frozen=True):
    """A publication date, its precision and where it was read."""

    span: Span
    """All days it covers: one day, a month or a year."""
    precision: Precision
    provenance: Provenance
    said: str = ""
    """Who set it and when, as `set by you on 2026-11-30`; empty where it was read in a file."""

    @classmethod
    def from_iso(cls, written: str, provenance: Provenance) -> PublishedDate:
        """Read `2023`, `2023-06` or `2023-06-30`; raises `ValueError` for anything else."""
        span, precision = read_iso(written)
        return cls(span, precision, provenance)

    @property
    def origin(self) -> str:
        """Where it comes from: `from the front matter`, `set by you on 2026-11-30`."""
        return stored(self.said) or _("from the {places}").format(places=_(self.provenance.value))

    @property
    def iso(self) -> str:
        """The date as `2023`, `2023-06` or `2023-06-30`."""
        return write_iso(self.span, self.precision)

    def __repr__(self) -> str:
        """Show what was read in the file, by whose digest a version of reading is known; not who set it otherwise."""
        return f"PublishedDate(span={self.span!r}, precision={self.precision!r}, provenance={self.provenance!r})"


class Article(Struct, frozen=True):
    """One article as it is listed, searched and read."""

    id: str
    """Ten lower-case letters derived from the path and the place in the file: stable across readings."""
    path: str
    """The file, relative to the dossier, with forward slashes."""
    title: str
    text: str
    """Clean paragraphs, separated by one blank line; no line break within a paragraph."""
    published: PublishedDate | None = None
    """The publication date, or None if the file has none."""
    candidates: tuple[PublishedDate, ...] = ()
    """Every other publication date that the file offers, best first."""
    doubt: str = ""
    """Why the publication date is doubtful, in a few words; empty if it is not."""
    captured: date | None = None
    """The day on which the page was saved, if the file says so; never a publication date."""
    address: str = ""
    """The web address, if the file names it."""
    day_order: str = ""
    """The order of its date in figures: `day first`, `month first`, or `open` and the day it means day first, which
    other articles of the source may resolve. Empty if there were no figures."""
    source: str = ""
    author: str = ""
    language: str = ""
    """A two-letter code of ISO 639-1; empty if unknown."""
    tags: tuple[str, ...] = ()
    title_made: bool = False
    """Whether the title was made from the first sentence because the file has none."""
    title_said: str = ""
    """Who set the title and when, as `set by you on 2026-11-30`; empty if it is the file's."""
    retold: bool = False
    """Whether the words are not the source's own and must not be quoted as such."""
    left_out: tuple[str, ...] = ()
    """The lines of the file that are not part of the article, verbatim."""
    words: int = 0
    """The number of words of the text."""
    section: str = ""
    """The section of the outlet in which it appeared, as its record names it."""
    page: str = ""
    """Its page, as its record writes it: `3`, `A12`, `LITT-12`."""
    edition: str = ""
    archive_number: str = ""
    """The number that the database gives it of which it was taken."""
    length: int = 0
    """The number of words that its record names; 0 where it names none."""


def is_lead(article: Article) -> bool:
    """Say whether the title of an article is no more than the words with which its text begins.

    A title that the text repeats as a sentence or a line of its own is one.
    """
    if article.title_made and not article.title_said:
        return True
    title = article.title.rstrip(".… ")
    rest = article.text[len(title) :].lstrip(" ") if title and article.text.startswith(title) else ""
    return rest[:1].isalnum() or rest[:1] in {",", "'", "’", "-"}
