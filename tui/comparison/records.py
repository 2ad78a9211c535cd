"""A comparison as records that other programs read; every offset counts characters of the text that `read` prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.comparison.alignment import Row
from tui.comparison.changes import Edit
from tui.comparison.facts import Fact
from tui.comparison.pair import ComparedArticle, Pair, Printings
from tui.comparison.sentence import Sentence


def records(pair: Pair) -> Iterator[dict[str, object]]:
    """Yield both articles, then the facts that differ, then the aligned sentences."""
    for side, told, share in zip(("one", "other"), (pair.one, pair.other), pair.comparison.shared, strict=True):
        yield {"what": "article", "side": side, **_article(told), "share": round(share, 4)}
    for difference in pair.comparison.differences:
        verdict = "only one" if difference.other is None else "only other" if difference.one is None else "differs"
        yield {
            "what": "fact",
            "kind": difference.kind.value,
            "verdict": verdict,
            "one": _fact(difference.one),
            "other": _fact(difference.other),
            "row": difference.row,
        }
    for row, changes in zip(pair.comparison.rows, pair.comparison.changes, strict=True):
        yield _row(pair, row, changes)


def printing_records(printings: Printings) -> Iterator[dict[str, object]]:
    """Yield the wire, then each printing with the share of the wire in it, what it cut and what it added."""
    first = printings.first
    yield {"what": "wire", **_article(printings.wire), "first": first.id if first else None}
    for pair in printings.pairs:
        comparison = pair.comparison
        yield {
            "what": "printing",
            **_article(pair.other),
            "share_of_wire": round(comparison.shared[0], 4),
            "from_wire": round(comparison.shared[1], 4),
            "cut": [text for row in comparison.rows if not row.others for text in pair.sentences(row, 0)],
            "added": [text for row in comparison.rows if not row.ones for text in pair.sentences(row, 1)],
        }


def _article(told: ComparedArticle) -> dict[str, object]:
    return {
        "id": told.id,
        "title": told.title,
        "source": told.source or None,
        "date": told.day or None,
        "words": told.words,
    }


def _fact(fact: Fact | None) -> dict[str, object] | None:
    return None if fact is None else {"start": fact.start, "end": fact.end, "text": fact.text}


def _row(pair: Pair, row: Row, changes: Sequence[Edit]) -> dict[str, object]:
    one, other = pair.one.text, pair.other.text
    return {
        "what": "sentences",
        "kind": row.kind.value,
        "one": _sentences(row.ones, pair.comparison.ones, one),
        "other": _sentences(row.others, pair.comparison.others, other),
        "changes": [
            {
                "start": change.start,
                "end": change.end,
                "text": one[change.start : change.end],
                "other_start": change.other_start,
                "other_end": change.other_end,
                "other_text": other[change.other_start : change.other_end],
            }
            for change in changes
        ],
    }


def _sentences(places: Sequence[int], held: Sequence[Sentence], text: str) -> list[dict[str, object]]:
    return [
        {"start": held[place].start, "end": held[place].end, "text": text[held[place].start : held[place].end]}
        for place in places
    ]
