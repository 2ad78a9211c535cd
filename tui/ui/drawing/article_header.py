"""What surrounds an article's text: its title, where and when it appeared, and what to beware of.

A date is written day, month in letters, year, so that nobody can read it two ways; it always says where it was
read and, where it is no day, that it is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from tui.base.days import Precision, Span
from tui.base.printable import printable_line
from tui.dossier.article import NO_SOURCE, UNDATED, Article, Provenance, PublishedDate
from tui.dossier.credit import credited
from tui.ui.drawing.document import Section

if TYPE_CHECKING:
    from tui.catalogue.catalogue import Head

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "nl": "Dutch",
    "pt": "Portuguese",
    "ru": "Russian",
    "sw": "Swahili",
    "tr": "Turkish",
    "zh": "Chinese",
}
_WORDS_A_MINUTE = 238
"""Silent reading of English prose, the mean of 190 studies (Brysbaert 2019, Journal of Memory and Language 109)."""
_DOT = " · "
_COPIES_NAMED = 8
_ADDRESS = 44
"""The longest web address that is shown whole, in characters."""


def article_sections(
    article: Article,
    left_out_shown: bool = False,
    copies: Sequence[Head] = (),
    copies_total: int = 0,
    desk: str = "",
    *,
    opened: bool = True,
) -> tuple[Section, ...]:
    """Return everything of an article that is read, from top to bottom; sections may be empty.

    A head that is not `opened` is one line; the title then stands elsewhere.
    `copies` are the other articles of the dossier with this text, or the first ones of `copies_total`;
    `desk` says what the reader's desk holds on it.
    """
    empty = "" if article.text.strip() else "The file holds no text of this article."
    head = (
        Section("title", article.title),
        Section("facts", "\n".join(fact_lines(article, copies, copies_total))),
        Section("note", "\n".join(note_lines(article))),
    )
    return (
        *(head if opened else (Section("facts", brief_line(article)),)),
        Section("desk", printable_line(desk)),
        Section("text", article.text, gap=int(opened)),
        Section("facts", empty, gap=1),
        Section("facts", left_out_line(article, left_out_shown), gap=2),
        Section("left-out", "\n".join(article.left_out) if left_out_shown else "", prefix="┊ "),
    )


def fact_lines(article: Article, copies: Sequence[Head] = (), copies_total: int = 0) -> Iterator[str]:
    """Say who published it and when, who else has the same text, who wrote it, how long it is."""
    source = printable_line(article.source) or NO_SOURCE
    yield source + _DOT + published_words(article)
    also = [f"{date_words(date)} in the {_listed(witnesses)}" for date, witnesses in _other_dates(article)]
    if also:
        yield "also: " + "; ".join(also)
    if copies:
        yield copies_words(article, copies, copies_total)
    author = printable_line(credited(article.author))
    facts = [f"by {author}" if author else "", *length_words(article.words), language_name(article.language)]
    yield _DOT.join(fact for fact in facts if fact)
    captured = f"copy taken on {day_words(article.captured)}" if article.captured else ""
    if article.address or captured:
        yield _DOT.join(filter(None, (short_address(article.address), captured)))
    if article.left_out:
        yield left_out_line(article, False)
    if article.tags:
        yield "tags: " + ", ".join(printable_line(tag) for tag in article.tags)


def brief_line(article: Article) -> str:
    """Say in one line who published it and when, and what a reader must know; and which key shows the rest."""
    published = article.published
    when = date_words(published) if published is not None else "undated"
    words = [printable_line(article.source) or NO_SOURCE, when]
    words += ["date doubtful"] * bool(article.doubt) + ["retold"] * article.retold
    return _DOT.join((*words, length_words(article.words)[0], "i shows more"))


def note_lines(article: Article) -> Iterator[str]:
    """Say what a reader must know before quoting."""
    if article.doubt:
        yield f"The date is doubtful: {printable_line(article.doubt)}."
    if article.title_made:
        yield "The title was made of the first sentence: the file has none."
    if article.retold:
        source = printable_line(article.source)
        whose = "as " + possessive(source) if source else "as the source's"
        yield f"Retold in our own words: not the outlet's sentences, do not quote them {whose}."


def left_out_line(article: Article, shown: bool) -> str:
    """Say how many lines of the file are no part of the article, and which key shows or hides them."""
    count = len(article.left_out)
    if not count:
        return ""
    lines = "1 line" if count == 1 else f"{count:,} lines"
    return f"{lines} of the file left out · x {'hides' if shown else 'shows'} {'it' if count == 1 else 'them'}"


def published_words(article: Article) -> str:
    """Say when an article appeared, how exactly that is known and where it was read."""
    published = article.published
    if published is None:
        return f"undated: {UNDATED}"
    rough = "" if published.precision is Precision.DAY else f"{published.precision} only, "
    doubtful = "doubtful, " if article.doubt else ""
    same = [other.provenance for other in article.candidates if other.span == published.span]
    witnesses = _listed([published.provenance, *same] if article.doubt else [published.provenance])
    origin = published.said or f"from the {witnesses}"
    return f"{date_words(published)} ({doubtful}{rough}{origin})"


def date_words(published: PublishedDate) -> str:
    """Write a date as far as it is known: `20 August 2023`, `June 2023`, `2023`."""
    first = published.span.first
    month = f"{_MONTHS[first.month - 1]} {first.year}"
    return {Precision.DAY: f"{first.day} {month}", Precision.MONTH: month, Precision.YEAR: f"{first.year}"}[
        published.precision
    ]


def copies_words(article: Article, copies: Sequence[Head], total: int) -> str:
    """Name the other articles with this text by source and date; where those are the same, by their files, or ids."""
    named = [
        f"{printable_line(copy.source) or NO_SOURCE} {copy.published.iso if copy.published else 'undated'}"
        if (copy.source, copy.published) != (article.source, article.published)
        else printable_line(copy.path if copy.path != article.path else copy.id)
        for copy in copies[:_COPIES_NAMED]
    ]
    more = max(total, len(copies)) - len(named)
    return "also in: " + "; ".join(named) + (f" and {more:,} more" if more else "")


def day_words(day: date) -> str:
    """Write a day with its month in letters: `20 August 2023`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_address(address: str) -> str:
    """Write a web address in one line of most readers: without what all of them begin with, and without its middle."""
    line = printable_line(address)
    address = line.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
    if len(address) <= _ADDRESS:
        return address
    host, _, rest = address.partition("/")
    return f"{host[: _ADDRESS // 2]}/…{rest[-max(8, _ADDRESS - len(host) - 2) :]}"


def length_words(words: int) -> tuple[str, str]:
    """Say how long a text is: `231 words` and `1 min`."""
    minutes = max(1, round(words / _WORDS_A_MINUTE))
    time = f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
    return ("1 word" if words == 1 else f"{words:,} words"), time


def language_name(code: str) -> str:
    """Name a language in English; an unknown code is returned as it is."""
    return _LANGUAGES.get(code, printable_line(code))


def possessive(name: str) -> str:
    """Return `AFP's`, `agencies'`."""
    return name + ("'" if name.endswith("s") else "'s")


def _other_dates(article: Article) -> Iterator[tuple[PublishedDate, list[Provenance]]]:
    """Yield every date but the article's own with the places that name it; of a date without doubt, the first one."""
    said = article.published.span if article.published is not None else None
    others: dict[Span, list[PublishedDate]] = {}
    for other in article.candidates:
        if other.span != said:
            others.setdefault(other.span, []).append(other)
    for dates in others.values():
        yield dates[0], [date.provenance for date in (dates if article.doubt else dates[:1])]


def _listed(witnesses: list[Provenance]) -> str:
    """Join places where a date was read: `file name`, `byline and the text`, `record, the text and the file name`."""
    *others, last = dict.fromkeys(witnesses)
    return f"{', the '.join(others)} and the {last}" if others else str(last)
