"""The fields, states and orders of the query language: one table each, read by everything that deals with them.

Lexer, parser, printing, the understood line, index, engine, marks, facets and completion all look here; a new field of
words is one new row. The order of `FIELDS` is the order of the indexed fields on disk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from tui.dossier.credit import credited
from tui.locale import N_
from tui.search.language.tree import ANYWHERE, Mentioned, Published

if TYPE_CHECKING:
    from tui.dossier.article import Article


class FieldKind(Enum):
    """What the value of a field is."""

    TEXT = auto()
    """Running text, whose words match in any form of their stem."""
    WORDS = auto()
    """Names and labels, whose words match as they are."""
    DATE = auto()
    STATE = auto()
    ORDER = auto()
    WIDENING = auto()
    """Words by which the whole query is widened."""
    NUMBER = auto()
    """A range of numbers, which are looked for in titles and texts."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the query language."""

    name: str
    """Its name in the syntax tree, in printed queries, in the index and in the understood line."""
    kind: FieldKind
    aliases: tuple[str, ...] = ()
    """Other names, English and French."""
    values: Callable[[Article], tuple[str, ...]] | None = None
    """The values of an article that are indexed; None if the field is not in the index."""
    lists: bool = False
    """Whether it takes several values with commas, as in `source:afp,reuters`."""
    prefix: bool = False
    """Whether a word matches the beginning of the value."""
    slashes: bool = False
    """Whether a slash is part of the value and does not begin a regular expression."""
    facet: int = 0
    """Its place among the facets, from 1; 0 if its values are not counted, completed or matched as a whole."""
    column: str = ""
    """The catalogue's column with the values of a facet."""
    spelled: Callable[[str], str] = str
    """How a value of that column is shown and compared."""
    quoted: bool = True
    """Whether a clause for a value puts it in quotation marks."""
    node: type[Published | Mentioned] | None = None
    """For dates, what is asked for."""
    side: str = ""
    """For dates, `before` or `after` if the value is one end of an open range."""
    annotated: bool = False
    """Whether it asks for what the reader added, too."""
    found: bool = False
    """Whether its values are found in the texts and kept with the catalogue, not with the articles."""


_FIELDS = (
    Field("title", FieldKind.TEXT, ("titre",), lambda article: (article.title,)),
    Field("text", FieldKind.TEXT, ("texte",), lambda article: (article.text,)),
    Field(
        *("source", FieldKind.WORDS, ("outlet",), lambda article: (article.source,)),
        lists=True,
        facet=1,
        column="source",
    ),
    Field(
        *("author", FieldKind.WORDS, ("auteur", "auteure"), lambda article: (article.author,)),
        lists=True,
        facet=2,
        column="author",
        spelled=credited,
    ),
    Field(
        *("tag", FieldKind.WORDS, ("tags", "étiquette", "mot"), lambda article: article.tags),
        lists=True,
        annotated=True,
        facet=4,
        column="tags",
    ),
    Field(
        *("lang", FieldKind.WORDS, ("language", "langue"), lambda article: (article.language,)),
        lists=True,
        facet=3,
        column="language",
        quoted=False,
    ),
    Field("name", FieldKind.WORDS, ("names", "nom", "noms"), lists=True, found=True),
    Field("note", FieldKind.WORDS, ("notes",), annotated=True),
    Field("path", FieldKind.WORDS, ("chemin", "file", "fichier"), lambda article: (article.path,), slashes=True),
    Field("id", FieldKind.WORDS, (), lambda article: (article.id,), lists=True, prefix=True),
    Field("is", FieldKind.STATE, ("est", "status", "state")),
    Field("date", FieldKind.DATE, ("published", "publié"), node=Published, facet=5, quoted=False),
    Field("before", FieldKind.DATE, ("avant",), node=Published, side="before"),
    Field("after", FieldKind.DATE, ("après", "since", "depuis"), node=Published, side="after"),
    Field("event", FieldKind.DATE, ("événement",), node=Mentioned),
    Field("sort", FieldKind.ORDER, ("tri",)),
    Field("widen", FieldKind.WIDENING, ("élargir",)),
    Field("figures", FieldKind.NUMBER, ("figure", "number", "chiffres", "chiffre", "nombre")),
)
FIELDS: Mapping[str, Field] = {field.name: field for field in _FIELDS}
"""Every field by its name."""

INDEXED = tuple(field for field in _FIELDS if field.values is not None)
"""The fields in the index, in the order on disk."""
TEXT_FIELDS = tuple(field.name for field in _FIELDS if field.kind is FieldKind.TEXT)
TITLE_FIELDS = ("title", "lead")
"""The fields of the index in which the words of titles stand; see `codec.FIELDS`."""
STEMMED = (ANYWHERE, *TEXT_FIELDS)
"""The fields whose words match in any form of their stem; without a name a word is looked for in all of them."""
ANNOTATED = frozenset(field.name for field in _FIELDS if field.annotated)
"""The fields that ask for what the reader added, too."""
FOUND = frozenset(field.name for field in _FIELDS if field.found)
"""The fields whose values are found in the texts; an index on a server does not have them."""
LISTS = frozenset(field.name for field in _FIELDS if field.lists)
FACETS = tuple(sorted((field for field in _FIELDS if field.facet), key=lambda field: field.facet))
"""The fields whose values are counted, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class ArticleState:
    """One state that `is:` asks for."""

    name: str
    said: str
    """What the understood line calls it."""
    aliases: tuple[str, ...] = ()
    bit: int = 0
    """What it adds to the column `state` of the index; 0 if the column of dates tells it."""
    holds: Callable[[Article], bool] | None = None
    """Whether an article is in this state; None if the column of dates or the reader tells it."""
    annotated: bool = False
    """Whether the reader sets it."""


_STATES = (
    ArticleState("undated", N_("undated"), ("sans-date",)),
    ArticleState("doubtful", N_("of doubtful date"), ("douteux", "douteuse"), 2, lambda article: bool(article.doubt)),
    ArticleState("retold", N_("retold"), (), 1, lambda article: article.retold),
    ArticleState("new", N_("new since the last visit"), ("nouveau", "nouveaux"), annotated=True),
    ArticleState("starred", N_("starred"), annotated=True),
    ArticleState("noted", N_("with a note"), annotated=True),
    ArticleState("read", N_("read"), ("lu",), annotated=True),
    ArticleState("unread", N_("unread"), ("non-lu",), annotated=True),
    ArticleState("reviewed", N_("reviewed"), annotated=True),
    ArticleState("to-check", N_("to check"), annotated=True),
    ArticleState("changed", N_("with a note whose passage changed"), annotated=True),
    ArticleState("orphaned", N_("with a note whose passage is gone"), annotated=True),
)
STATES: Mapping[str, ArticleState] = {state.name: state for state in _STATES}
"""Every state by its name."""


@dataclass(frozen=True, slots=True)
class SortOrder:
    """One order that `sort:` asks for, backwards with a minus sign before it."""

    name: str
    forwards: str
    """What the understood line calls it."""
    backwards: str
    aliases: tuple[str, ...] = ()


_ORDERS = (
    SortOrder(N_("date"), N_("oldest first"), N_("newest first")),
    SortOrder(N_("relevance"), N_("best first"), N_("worst first"), ("pertinence",)),
    SortOrder(N_("source"), N_("by source"), N_("by source, from the end of the alphabet")),
    SortOrder(N_("length"), N_("shortest first"), N_("longest first"), ("longueur",)),
)
ORDERS: Mapping[str, SortOrder] = {order.name: order for order in _ORDERS}
"""Every order by its name."""


def folded_name(name: str) -> str:
    """Fold capitals and accents, so that `apres:` works as well as `après:`."""
    return name.casefold().translate(str.maketrans("éèêàç", "eeeac"))


def _by_alias(rows: Iterable[Field | ArticleState | SortOrder]) -> dict[str, str]:
    return {folded_name(alias): row.name for row in rows for alias in (row.name, *row.aliases)}


_FIELD_NAMES, _STATE_NAMES, _ORDER_NAMES = _by_alias(_FIELDS), _by_alias(_STATES), _by_alias(_ORDERS)


def field_of(name: str) -> Field | None:
    """Return the field with a name or an alias, ignoring capitals and accents, or None."""
    return FIELDS.get(_FIELD_NAMES.get(folded_name(name), ""))


def state_of(name: str) -> ArticleState | None:
    """Return the state with a name or an alias, ignoring capitals and accents, or None."""
    return STATES.get(_STATE_NAMES.get(folded_name(name), ""))


def order_of(name: str) -> SortOrder | None:
    """Return the order with a name or an alias, ignoring capitals and accents, or None."""
    return ORDERS.get(_ORDER_NAMES.get(folded_name(name), ""))


def kind_of(name: str) -> FieldKind:
    """Return the kind of a field by its own name; a term without a field is running text."""
    return FIELDS[name].kind if name != ANYWHERE else FieldKind.TEXT


def completions() -> list[str]:
    """Return the names and aliases of all fields."""
    return [name for field in _FIELDS for name in (field.name, *field.aliases)]


def nearest(name: str) -> list[str]:
    """Return up to three names of fields that look most like `name`, best first."""
    import difflib

    names = {folded_name(alias): alias for field in _FIELDS for alias in (field.name, *field.aliases)}
    return [names[each] for each in difflib.get_close_matches(folded_name(name), names, n=3, cutoff=0.5)]
