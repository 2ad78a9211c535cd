"""Bodies of searches, and what their answers mean: days, facets, forms of words. Pure; they know no connection."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from tui.base.days import Clock
from tui.base.printable import printable_line
from tui.locale import _
from tui.search.analysis import LANGUAGES, stem
from tui.search.facets import MOST, Choice, Facet, clause
from tui.search.language.fields import FACETS
from tui.search.slots import Slot
from tui.search.snapshot import accents_apart, are_apart, usual_ways
from tui.served.ready_words import ACCENT, BAR, NAMED, cut, partition, stems_of
from tui.served.schema import FACET_SEPARATOR
from tui.timeline.tally import Tally

Body = dict[str, Any]

_PERIODS = 10_000
"""Distinct months, years and other periods that are counted."""
_REPEATS = 60_000
"""Distinct days that one text names several times, counted once for each time."""
_VALUES, _VALUES_OF_A_SHARD = 2_000, 10_000
"""Values of a facet that are asked for, and that each shard counts: the more, the smaller the error."""
_FORMS = 1_000


@dataclass(frozen=True, slots=True)
class Form:
    """What is known of one form of a word."""

    holders: int = 0
    """In how many texts it stands."""
    named: int = 0
    """In how many of these only as a name."""
    ways: Mapping[str, int] = field(default_factory=dict)
    """How many articles write it in each way with accents."""

    @property
    def share(self) -> float | None:
        """How many of the articles that hold it use it as a name only; None where none holds it."""
        return self.named / self.holders if self.holders else None

    def usual(self, word: str) -> set[str]:
        """Return the ways in which it is not seldom written."""
        without = self.holders - sum(self.ways.values())
        return usual_ways({**self.ways, word: without} if without > 0 else self.ways)


Forms = Mapping[str, Form]
"""The forms of a word's stems."""


def tally_by(clock: Clock, daily: bool = True) -> Body:
    """Return the aggregations that count articles, or what they name, by day; by month where not `daily`."""
    width = "day" if daily else "month"
    name = "day" if clock is Clock.PUBLISHED else "mentioned.day"
    days = {"field": name, "calendar_interval": width, "min_doc_count": 1, "format": "yyyy-MM-dd"}
    more = ("period", _PERIODS) if clock is Clock.PUBLISHED else ("mentioned.more", _REPEATS)
    dated = {"exists": {"field": "first" if clock is Clock.PUBLISHED else "spans"}}
    return {
        "days": {"date_histogram": days},
        "more": {"terms": {"field": more[0], "size": more[1], "shard_size": more[1]}},
        "undated": {"filter": {"bool": {"must_not": [dated]}}},
    }


def tally_of(found: Body, daily: bool = True) -> Tally:
    """Return the tally of an answer; months are periods of which the day is not known."""
    days: Counter[int] = Counter()
    coarse: Counter[tuple[int, int]] = Counter()
    for bucket in found["days"]["buckets"]:
        first = date.fromisoformat(str(bucket["key_as_string"])[:10])
        if daily:
            days[first.toordinal()] += bucket["doc_count"]
        else:
            following = date(first.year + first.month // 12, first.month % 12 + 1, 1) if first.year < 9999 else first
            coarse[first.toordinal(), max(first.toordinal(), following.toordinal() - 1)] += bucket["doc_count"]
    for bucket in found["more"]["buckets"]:
        low, high = map(int, str(bucket["key"]).split("#")[0].split("-"))
        if low == high:
            days[low] += bucket["doc_count"]
        else:
            coarse[low, high] += bucket["doc_count"]
    return Tally(
        tuple(sorted(days.items())),
        tuple((low, high, count) for (low, high), count in sorted(coarse.items())),
        int(found["undated"]["doc_count"]),
    )


def facets_by() -> Body:
    """Return the aggregations that count the values of every facet."""
    return {
        field.name: {
            "terms": {"field": f"facet.{field.name}", "size": _VALUES, "shard_size": _VALUES_OF_A_SHARD},
        }
        for field in FACETS
    }


def facets_of(found: Body) -> tuple[Facet, ...]:
    """Return the facets of an answer, with the greatest error that the server admits."""
    made = (_facet(field.name, found[field.name]) for field in FACETS if field.name in found)
    return tuple(facet for facet in made if facet.choices)


def _facet(name: str, found: Body) -> Facet:
    counts: Counter[str] = Counter()
    spelled: dict[str, Counter[str]] = {}
    for bucket in found["buckets"]:
        key, _sign, value = str(bucket["key"]).partition(FACET_SEPARATOR)
        counts[key] += bucket["doc_count"]
        spelled.setdefault(key, Counter())[printable_line(value or key)] += bucket["doc_count"]
    named = [
        (min(spelled[key], key=lambda value: (-spelled[key][value], value)), count) for key, count in counts.items()
    ]
    ordered = sorted(named, key=lambda pair: (-pair[1], pair[0]))
    shown = sorted(ordered[:MOST]) if name == "date" else ordered[:MOST]
    choices = tuple(Choice(value, count, clause(name, value, name != "date")) for value, count in shown)
    others = len(ordered) - len(choices) + (1 if found.get("sum_other_doc_count") else 0)
    return Facet(name, choices, others, int(found.get("doc_count_error_upper_bound") or 0))


def forms_by(words: Iterable[str]) -> Body:
    """Return the body that counts the forms of some words in the texts of all articles."""
    asked: dict[str, str] = {}
    for word in words:
        for root in stems_of(word):
            asked[root] = f"forms.{partition(root)}"
    begun: list[Body] = [{"prefix": {name: f"{root}{BAR}"}} for root, name in asked.items()]
    return {
        "size": 0,
        "query": {"bool": {"should": begun, "minimum_should_match": 1}},
        "aggs": {
            f"f{at}": {"terms": {"field": name, "include": f"{escaped(root + BAR)}.*", "size": _FORMS}}
            for at, (root, name) in enumerate(asked.items())
        },
    }


def forms_of_words(words: Iterable[str], found: Body) -> dict[str, Forms]:
    """Return the forms of each word by the answer to `forms_by`."""
    counts: dict[str, Form] = {}
    for aggregation in found.get("aggregations", {}).values():
        seen: dict[str, Form] = {}
        for bucket in aggregation["buckets"]:
            written, count = str(bucket["key"]).partition(BAR)[2], int(bucket["doc_count"])
            form, accent, way = written.removesuffix(NAMED).partition(ACCENT)
            known = seen.get(form, Form())
            if accent:
                seen[form] = replace(known, ways={**known.ways, way: count} if way else known.ways)
            else:
                named = count * written.endswith(NAMED)
                seen[form] = replace(known, holders=known.holders + count, named=known.named + named)
        counts.update(seen)
    return {word: {form: counts[form] for form in counts if _are_forms(word, form)} for word in words}


def _are_forms(word: str, form: str) -> bool:
    return form == cut(word) or any(stem(word, language) == stem(form, language) for language in LANGUAGES)


def main_language_of(state: Body) -> str:
    """Return the language of at least half of the articles whose language was told; else nothing."""
    counts = {
        str(each["key"]): int(each["doc_count"]) for each in state["aggregations"].get("told", {}).get("buckets", ())
    }
    best = max(LANGUAGES, key=lambda language: counts.get(language, 0))
    told = int(state["hits"]["total"]["value"]) - counts.get("", 0)
    return best if counts.get(best) and counts[best] * 2 >= told else ""


def barred_by(slot: Slot, forms: Forms) -> frozenset[str]:
    """Return the forms of a word that are other words here: names where it is none, or with another French stem."""
    own = forms.get(slot.text, Form())
    usual = {slot.written} if slot.written else own.usual(slot.text)
    return frozenset(
        form
        for form, known in forms.items()
        if form != slot.text and (are_apart(own.share, known.share) or accents_apart(usual, known.usual(form)))
    )


def escaped(text: str) -> str:
    """Return a text as a regular expression of the server that matches itself."""
    return "".join(sign if sign.isalnum() else f"\\{sign}" for sign in text)


def troubles(answer: Body) -> tuple[str, ...]:
    """Say what an answer lacks: shards that did not answer, time that ran out."""
    shards = answer.get("_shards", {})
    total = int(shards.get("total", 0))
    failed = total - int(shards.get("successful", total))  # a shard of which no copy is left is not among the failed
    said: tuple[str, ...] = ()
    if failed:
        missing = _("{answered} of {total} shards answered: articles are missing here")
        said = (missing.format(answered=total - failed, total=total),)
    return (*said, _("the engine ran out of time: articles are missing here")) if answer.get("timed_out") else said
