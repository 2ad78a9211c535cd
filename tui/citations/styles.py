"""Citation styles for newspaper articles.

Each style is one function from a reference to runs of text. Sources: The Chicago Manual of Style, 17th edition,
14.191-198 (notes) and 15.49 (author-date); Publication Manual of the APA, 7th edition, 10.1 and 9.29; MLA Handbook, 9th
edition, 5.31-82; ISO 690:2021, 7.4.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import MappingProxyType
from typing import NamedTuple

from tui.citations.reference import Name, Reference
from tui.citations.runs import Run

Style = Callable[[Reference], tuple[Run, ...]]

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
FRENCH_MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
_MLA_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
_ENDS = ".?!…"


def cite(reference: Reference, style: str = "plain") -> tuple[Run, ...]:
    """Write a reference in one of `STYLES`; raises `KeyError` for another name."""
    return STYLES[style](reference)


def plain(reference: Reference) -> tuple[Run, ...]:
    """Write outlet, headline and day as they stand behind a quotation: `AFP, “Title”, 20 August 2023, https://…`."""
    outlet = (
        f"retold from {reference.container or 'a source without a name'}" if reference.retold else reference.container
    )
    return _joined(
        ", ",
        (
            (Run(outlet or "no outlet named"),),
            (Run(f"“{_nested(reference.title)}”"),),
            (Run(_day_first(reference.date_parts, MONTHS) or "undated"),),
            *((Run(note),) for note in reference.notes),
            (Run(reference.address),),
        ),
    )


def chicago(reference: Reference) -> tuple[Run, ...]:
    """Write a note of the Chicago style: `Ada Quill, “Title,” *Newspaper*, August 20, 2023, https://…`."""
    authors = _listed([name.straight for name in reference.authors], "and", most=3)
    seen = _seen(reference)
    title = f"“{_nested(reference.title)}{'' if reference.title.endswith(('?', '!')) else ','}” "
    parts = _joined(
        ", ",
        (
            (Run(reference.container, italic=True),),
            (Run(_month_first(reference.date_parts) or ("" if seen else "n.d.")),),
            (Run(f"{reference.edition} edition" if reference.edition else ""),),
            (Run(f"sec. {reference.section}" if reference.section else ""),),
            (Run(f"accessed {_month_first(seen)}" if seen else ""),),
            (Run(reference.address),),
        ),
    )
    return (*_with_end((Run(f"{authors}, " if authors else ""), Run(title), *parts)), *_retold(reference))


def chicago_author(reference: Reference) -> tuple[Run, ...]:
    """Write an entry of Chicago's author-date list: `Quill, Ada. 2023. “Title.” *Newspaper*, August 20, 2023.`."""
    year = (Run(_stopped(str(reference.date_parts[0]) if reference.date_parts else "n.d.")),)
    title = (Run(f"“{_stopped(_nested(reference.title))}”"),)
    outlet: tuple[Run, ...] = (Run(reference.container, italic=True),)
    head: list[tuple[Run, ...]]
    if reference.authors:
        head = [(Run(_stopped(_inverted_first(reference.authors))),), year, title]
    elif reference.container:  # the newspaper stands where a writer would
        head, outlet = [(*outlet, Run(".")), year, title], ()
    else:
        head = [title, year]
    day = _month_first(reference.date_parts) if len(reference.date_parts) > 1 else ""
    edition = f"{reference.edition} edition" if reference.edition else ""
    section = f"sec. {reference.section}" if reference.section else ""
    where = _with_end(_joined(", ", (outlet, (Run(day),), (Run(edition),), (Run(section),))))
    seen = f"Accessed {_month_first(_seen(reference))}." if _seen(reference) else ""
    return (*_joined(" ", [*head, where, (Run(seen),), (Run(_stopped(reference.address)),)]), *_retold(reference))


def apa(reference: Reference) -> tuple[Run, ...]:
    """Write an entry of an APA list: `Quill, A. (2023, August 20). Title. *Newspaper*. https://…`."""
    parts = reference.date_parts
    day = ", ".join([str(parts[0]), " ".join([MONTHS[parts[1] - 1], *map(str, parts[2:])])]) if parts[1:] else ""
    when = f"({day or (parts[0] if parts else 'n.d.')})."
    authors = _listed([name.initialled for name in reference.authors], "&", most=20, comma=True)
    title = (Run(_stopped(reference.title)),)
    head = [(Run(_stopped(authors)),), (Run(when),), title] if authors else [title, (Run(when),)]
    outlet = _with_end(_joined(", ", ((Run(reference.container, italic=True),), (Run(_pages(reference)),))))
    seen = f"Retrieved {_month_first(_seen(reference))}, from " if _seen(reference) else ""
    return (*_joined(" ", [*head, outlet, (Run(f"{seen}{reference.address}"),)]), *_retold(reference))


def mla(reference: Reference) -> tuple[Run, ...]:
    """Write an entry of an MLA list: `Quill, Ada. “Title.” *Newspaper*, 20 Aug. 2023, example.org/…`."""
    authors = _mla_authors(reference.authors)
    title = f"“{_stopped(_nested(reference.title))}”"
    several = any(mark in reference.page for mark in "-–,")
    page = f"{'pp.' if several else 'p.'} {_pages(reference)}" if reference.page else ""
    where = _joined(
        ", ",
        (
            (Run(reference.container, italic=True),),
            (Run(f"{reference.edition} ed." if reference.edition else ""),),
            (Run(_day_first(reference.date_parts, _MLA_MONTHS)),),
            (Run(page),),
            (Run(reference.address.removeprefix("https://").removeprefix("http://")),),
        ),
    )
    seen = f"Accessed {_day_first(_seen(reference), _MLA_MONTHS)}." if _seen(reference) else ""
    parts = [(Run(_stopped(authors)),), (Run(title),), _with_end(where), (Run(seen),)]
    return (*_joined(" ", parts), *_retold(reference))


def iso690(reference: Reference) -> tuple[Run, ...]:
    """Write a reference of ISO 690: `QUILL, Ada. Title. *Newspaper* [online]. 20 August 2023. Available from: …`."""
    return _iso690(reference, _ISO_ENGLISH)


def iso690_french(reference: Reference) -> tuple[Run, ...]:
    """Write a reference of ISO 690 in French, with `[en ligne]` and `Disponible à l’adresse`."""
    return _iso690(reference, _ISO_FRENCH)


STYLES: MappingProxyType[str, Style] = MappingProxyType(
    {
        "plain": plain,
        "chicago": chicago,
        "chicago-author": chicago_author,
        "apa": apa,
        "mla": mla,
        "iso690": iso690,
        "iso690-fr": iso690_french,
    }
)
"""The styles by their names on the command line."""


class _IsoWords(NamedTuple):
    """The words that ISO 690 leaves to the language of the list."""

    months: tuple[str, ...]
    first_of_month: str
    online: str
    undated: str
    accessed: str
    available: str
    conjunction: str
    retold: str


_ISO_ENGLISH = _IsoWords(
    MONTHS, "1", "[online]", "[no date]", "[accessed {}]", "Available from: ", " and ", "[Retold; not its words.]"
)
_ISO_FRENCH = _IsoWords(
    FRENCH_MONTHS,
    "1er",
    "[en ligne]",
    "[sans date]",
    "[consulté le {}]",
    "Disponible à l’adresse\u202f: ",
    " et ",
    "[Récit d’après cet article\u202f; les mots ne sont pas les siens.]",
)


def _iso690(reference: Reference, words: _IsoWords) -> tuple[Run, ...]:
    names = [f"{name.family.upper()}, {name.given}".rstrip(", ") for name in reference.authors]
    authors = words.conjunction.join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
    medium = f" {words.online}" if reference.address else ""
    outlet = (Run(reference.container, italic=True), Run(f"{medium}.")) if reference.container else ()
    when = _day_first(reference.date_parts, words.months, words.first_of_month) or words.undated
    page = f", p. {_pages(reference)}" if reference.page else ""
    seen = ""
    if reference.accessed and reference.address:
        day = (reference.accessed.year, reference.accessed.month, reference.accessed.day)
        seen = f" {words.accessed.format(_day_first(day, words.months, words.first_of_month))}"
    sentences = [
        (Run(_stopped(authors)),),
        (Run(_stopped(reference.title)),),
        outlet,
        (Run(f"{reference.edition}." if reference.edition else ""),),
        (Run(f"{when}{page}{seen}."),),
        (Run(f"{words.available}{reference.address}" if reference.address else ""),),
        (Run(words.retold if reference.retold else ""),),
    ]
    return _joined(" ", sentences)


def _seen(reference: Reference) -> tuple[int, ...]:
    """Return the day on which an undated page was taken: where nothing says when it appeared, that is cited."""
    accessed = reference.accessed
    if reference.date_parts or not reference.address or accessed is None:
        return ()
    return accessed.year, accessed.month, accessed.day


def _retold(reference: Reference) -> tuple[Run, ...]:
    """Say behind a citation that its words are not the newspaper's."""
    return (Run(f" {_ISO_ENGLISH.retold}"),) if reference.retold else ()


def _joined(between: str, parts: Iterable[tuple[Run, ...]]) -> tuple[Run, ...]:
    """Put parts together, but for the empty ones."""
    runs: list[Run] = []
    for part in parts:
        kept = [run for run in part if run.text]
        if kept and runs:
            runs.append(Run(between))
        runs.extend(kept)
    return tuple(runs)


def _with_end(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """End runs with a full stop, unless they end so already."""
    kept = tuple(run for run in runs if run.text)
    return (*kept, Run(".")) if kept and kept[-1].text[-1] not in _ENDS else kept


def _pages(reference: Reference) -> str:
    return reference.page.replace("-", "–")


def _stopped(text: str) -> str:
    bare = text.rstrip("”’»")
    return f"{text}." if text and (not bare or bare[-1] not in _ENDS) else text


def _nested(title: str) -> str:
    """Turn the double quotation marks of a title into single ones, as within quotation marks."""
    return title.replace("“", "‘").replace("”", "’")


def _listed(names: list[str], conjunction: str, most: int, comma: bool = False) -> str:
    """List names as English does: with a comma before the last of three and more, or of two where `comma` says so."""
    if len(names) < 2:
        return "".join(names)
    if len(names) > most:
        if conjunction == "&":  # APA: the first nineteen, dots, the last
            return f"{', '.join(names[: most - 1])}, . . . {names[-1]}"
        return f"{names[0]} et al."
    between = ", " if len(names) > 2 or comma else " "
    return f"{', '.join(names[:-1])}{between}{conjunction} {names[-1]}"


def _inverted_first(names: tuple[Name, ...]) -> str:
    """List names with the first one inverted, as Chicago's lists do; of more than ten only seven are named."""
    shown = [names[0].inverted, *(name.straight for name in names[1:])]
    if len(shown) > 10:
        return f"{', '.join(shown[:7])}, et al."
    return _listed(shown, "and", most=10, comma=True)


def _mla_authors(names: tuple[Name, ...]) -> str:
    if len(names) > 2:
        return f"{names[0].inverted}, et al."
    return _listed([name.inverted if place == 0 else name.straight for place, name in enumerate(names)], "and", 2, True)


def _day_first(parts: tuple[int, ...], months: tuple[str, ...], first_of_month: str = "1") -> str:
    """Write `20 August 2023`, `August 2023` or `2023`; empty for an undated one."""
    if not parts:
        return ""
    year, *rest = parts
    month = [months[rest[0] - 1]] if rest else []
    day = [first_of_month if rest[1] == 1 else str(rest[1])] if len(rest) > 1 else []
    return " ".join([*day, *month, str(year)])


def _month_first(parts: tuple[int, ...]) -> str:
    """Write `August 20, 2023`, `August 2023` or `2023`; empty for an undated one."""
    if len(parts) == 3:
        return f"{MONTHS[parts[1] - 1]} {parts[2]}, {parts[0]}"
    return _day_first(parts, MONTHS)
