"""What surrounds an article's text: its title, where and when it appeared, and what to beware of.

A date is written day, month in letters, year, so that nobody can read it two ways; it always says where it was
read and, where it is no day, that it is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from tui.base.calendar_names import short_month
from tui.base.days import Precision, Span
from tui.base.plurals import counted
from tui.base.printable import printable_line
from tui.copies.corrected import is_corrected
from tui.dossier.article import NO_SOURCE, UNDATED, Article, Provenance, PublishedDate
from tui.dossier.credit import credited
from tui.locale import N_, _, ngettext, stored
from tui.ui.drawing.document import Section

if TYPE_CHECKING:
    from tui.catalogue.catalogue import Head

_LANGUAGES = {
    "ar": N_("Arabic"),
    "de": N_("German"),
    "en": N_("English"),
    "es": N_("Spanish"),
    "fr": N_("French"),
    "it": N_("Italian"),
    "nl": N_("Dutch"),
    "pt": N_("Portuguese"),
    "ru": N_("Russian"),
    "sw": N_("Swahili"),
    "tr": N_("Turkish"),
    "zh": N_("Chinese"),
}
_WORDS_A_MINUTE = 238
"""Silent reading of English prose, the mean of 190 studies (Brysbaert 2019, Journal of Memory and Language 109)."""
_DOT = " · "
_COPIES_NAMED = 8
_ADDRESS = 44
"""The longest web address that is shown whole, in characters."""


def article_sections(
    article: Article,
    left_out_shown: bool | None = False,
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
    empty = "" if article.text.strip() else _("The file holds no text of this article.")
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
    source = printable_line(article.source) or _(NO_SOURCE)
    yield source + _DOT + published_words(article)
    also = [
        _("{date} in the {places}").format(date=date_words(date), places=_listed(witnesses))
        for date, witnesses in _other_dates(article)
    ]
    if also:
        yield _("also: {dates}").format(dates="; ".join(also))
    if copies:
        yield copies_words(article, copies, copies_total)
    author = printable_line(credited(article.author))
    facts = [
        _("by {author}").format(author=author) if author else "",
        *length_words(article.words),
        language_name(article.language),
    ]
    yield _DOT.join(fact for fact in facts if fact)
    captured = _("copy taken on {day}").format(day=day_words(article.captured)) if article.captured else ""
    if article.address or captured:
        yield _DOT.join(filter(None, (short_address(article.address), captured)))
    if article.tags:
        yield _("tags: {tags}").format(tags=", ".join(printable_line(tag) for tag in article.tags))


def brief_line(article: Article) -> str:
    """Say in one line who published it and when, and what a reader must know; and which key shows the rest."""
    published = article.published
    when = date_words(published) if published is not None else _("undated")
    words = [printable_line(article.source) or _(NO_SOURCE), when]
    words += [_("date doubtful")] * bool(article.doubt) + [_("retold, not its words")] * article.retold
    return _DOT.join((*words, length_words(article.words)[0], _("i shows more")))


def note_lines(article: Article) -> Iterator[str]:
    """Say what a reader must know before quoting."""
    if article.doubt:
        yield _("The date is doubtful: {reason}.").format(reason=printable_line(stored(article.doubt)))
    if article.title_made:
        yield _("The title was made of the first sentence: the file has none.")
    if article.retold:
        source = printable_line(article.source)
        if source:
            told = _("Retold in our own words: not the outlet's sentences, do not quote them as {sources}.")
            yield told.format(sources=possessive(source))
        else:
            yield _("Retold in our own words: not the outlet's sentences, do not quote them as the source's.")


def left_out_line(article: Article, shown: bool | None) -> str:
    """Say how many lines of the file are no part of the article, and the key that shows or hides them, if not None."""
    count = len(article.left_out)
    if not count:
        return ""
    if shown is None:
        told = ngettext("{count:,} line of the file left out", "{count:,} lines of the file left out", count)
        return told.format(count=count)
    hides = ngettext(
        "{count:,} line of the file left out · x hides it", "{count:,} lines of the file left out · x hides them", count
    )
    shows = ngettext(
        "{count:,} line of the file left out · x shows it", "{count:,} lines of the file left out · x shows them", count
    )
    return (hides if shown else shows).format(count=count)


def published_words(article: Article) -> str:
    """Say when an article appeared, how exactly that is known and where it was read."""
    published = article.published
    if published is None:
        return _("undated: {reason}").format(reason=_(UNDATED))
    known = {Precision.MONTH: _("month only"), Precision.YEAR: _("year only")}.get(published.precision)
    same = [other.provenance for other in article.candidates if other.span == published.span]
    witnesses = _listed([published.provenance, *same] if article.doubt else [published.provenance])
    origin = stored(published.said) or _("from the {places}").format(places=witnesses)
    facts = filter(None, (_("doubtful") if article.doubt else "", known, origin))
    return f"{date_words(published)} ({', '.join(facts)})"


def date_words(published: PublishedDate) -> str:
    """Write a date as far as it is known: `20 Aug 2023`, `Jun 2023`, `2023`."""
    first = published.span.first
    if published.precision is Precision.DAY:
        return day_words(first)
    return month_words(first) if published.precision is Precision.MONTH else f"{first.year}"


def copies_words(article: Article, copies: Sequence[Head], total: int) -> str:
    """Name the other articles with this text by source and date; where those are the same, by their files, or ids."""
    corrected = is_corrected(article.title)
    mark = _("corrected")
    named = [
        _copy_words(article, copy) + (f" ({mark})" if is_corrected(copy.title) and not corrected else "")
        for copy in copies[:_COPIES_NAMED]
    ]
    more = max(total, len(copies)) - len(named)
    if corrected and not all(is_corrected(copy.title) for copy in copies):
        whole = _("corrects: {names} and {count:,} more") if more else _("corrects: {names}")
    else:
        whole = _("also in: {names} and {count:,} more") if more else _("also in: {names}")
    return whole.format(names="; ".join(named), count=more)


def _copy_words(article: Article, copy: Head) -> str:
    if (copy.source, copy.published) == (article.source, article.published):
        return printable_line(copy.path if copy.path != article.path else copy.id)
    day = date_words(copy.published) if copy.published else _("undated")
    return f"{printable_line(copy.source) or _(NO_SOURCE)} {day}"


def day_words(day: date) -> str:
    """Write a day with its month in letters: `20 Aug 2023`."""
    return _("{day} {month} {year}").format(day=day.day, month=short_month(day.month), year=day.year)


def month_words(day: date) -> str:
    """Write the month of a day in letters: `Aug 2023`."""
    return _("{month} {year}").format(month=short_month(day.month), year=day.year)


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
    time = _("{minutes} min") if minutes < 60 else _("{hours} h {minutes} min")
    return counted(words, "word"), time.format(hours=minutes // 60, minutes=minutes % 60)


def language_name(code: str) -> str:
    """Name a language; an unknown code is returned as it is."""
    return _(_LANGUAGES[code]) if code in _LANGUAGES else printable_line(code)


def possessive(name: str) -> str:
    """Return `AFP's`, `agencies'`."""
    return (_("{name}'") if name.endswith("s") else _("{name}'s")).format(name=name)


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
    *others, last = (_(witness.value) for witness in dict.fromkeys(witnesses))
    return _("{others} and the {last}").format(others=_(", the ").join(others), last=last) if others else last
