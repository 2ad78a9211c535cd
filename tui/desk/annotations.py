"""Notes as annotations of the W3C Web Annotation Data Model (JSON-LD), and back.

A place is told by a TextQuoteSelector and a TextPositionSelector, which other programs read; what else an anchor keeps
stands beside them under names of our own. Exports of Hypothesis, whose rows are almost annotations, are read as well.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from tui.base.printable import printable_json
from tui.desk.event import Anchor
from tui.desk.state import Note
from tui.errors import DeskError
from tui.locale import _

_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"mali-tui": "urn:mali-tui:"}]
_ARTICLE = "urn:mali-tui:article:"
_NOTE = "urn:mali-tui:note:"


@dataclass(frozen=True, slots=True)
class Annotation:
    """What an annotation of another program says."""

    id: str
    """An id for its note, the same at every import."""
    text: str
    tags: tuple[str, ...]
    source: str
    """The address of what it is about, or an id of an article."""
    title: str
    quote: str
    before: str
    after: str
    start: int
    end: int
    """Equal to `start` where it tells no position."""

    @property
    def article(self) -> str:
        """The id of the article, where the annotation names it."""
        return self.source.removeprefix(_ARTICLE) if self.source.startswith(_ARTICLE) else ""


def as_annotations(notes: Iterable[Note]) -> str:
    """Write notes as an AnnotationPage."""
    page = {
        "@context": _CONTEXT,
        "id": "urn:mali-tui:desk",
        "type": "AnnotationPage",
        "items": [_annotation(note) for note in notes],
    }
    return printable_json(page, indent=1) + "\n"


def read_annotations(content: str) -> list[Annotation]:
    """Read an annotation, a list, page or collection of them, one on each line, or an export of Hypothesis.

    What is no annotation of a text is passed over. Raises `DeskError` where nothing can be read.
    """
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        found = _lines(content)
    if found is None:
        raise DeskError(_("The file holds no annotations; export them as JSON or JSON-LD first."))
    read = (_read(item) for item in _items(found))
    return [annotation for annotation in read if annotation is not None]


def _annotation(note: Note) -> dict[str, object]:
    anchor, ref = note.anchor, note.anchor.article
    body: list[dict[str, object]] = []
    if note.text:
        body.append({"type": "TextualBody", "value": note.text, "format": "text/plain", "purpose": "commenting"})
    body += [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in note.tags]
    target: dict[str, object] = {
        "type": "SpecificResource",
        "source": ref.address or f"{_ARTICLE}{ref.id}",
        "mali-tui:article": ref.id,
        "mali-tui:path": ref.path,
        "mali-tui:title": ref.title,
        "mali-tui:source": ref.source,
        "mali-tui:day": ref.day,
        "mali-tui:sha256": ref.sha,
    }
    if anchor.quote:
        target["selector"] = [
            {"type": "TextQuoteSelector", "exact": anchor.quote, "prefix": anchor.before, "suffix": anchor.after},
            {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end},
        ]
        target["mali-tui:sentence"] = anchor.sentence
    return {
        "id": f"{_NOTE}{note.id}",
        "type": "Annotation",
        "motivation": "commenting" if note.text else "highlighting",
        "created": note.at,
        **({"modified": note.changed} if note.changed else {}),
        "creator": {"type": "Person", "nickname": note.by},
        "body": body,
        "target": {key: value for key, value in target.items() if value != ""},
    }


def _lines(content: str) -> object | None:
    """Read one JSON object a line; None where a line is none."""
    try:
        return [json.loads(line) for line in content.splitlines() if line.strip()] or None
    except (ValueError, RecursionError):
        return None


def _items(found: object) -> Iterator[Mapping[str, object]]:
    if isinstance(found, list):
        for one in found:
            yield from _items(one)
    elif isinstance(found, dict):
        held = next(
            (found[key] for key in ("items", "rows", "first") if isinstance(found.get(key), (list, dict))), None
        )
        if held is None:
            yield found
        else:
            yield from _items(held)


def _is_csl(item: Mapping[str, object]) -> bool:
    """Say whether a record is an item of CSL JSON, whose note is no annotation of a place."""
    return not {"target", "uri"} & set(item) and {"type", "title"} <= set(item) and bool({"note", "annote"} & set(item))


def _read(item: Mapping[str, object]) -> Annotation | None:
    if _is_csl(item):
        from tui.desk.foreign_notes import csl_annotation

        return csl_annotation(item)
    targets = _many(item.get("target"))
    target = next((one for one in targets if isinstance(one, dict)), {})
    named = target.get("source", next((one for one in targets if isinstance(one, str)), item.get("uri", "")))
    source = _text(named.get("id")) if isinstance(named, dict) else _text(named)
    selectors = [one for one in _many(target.get("selector")) if isinstance(one, dict)]
    quoting = next((one for one in selectors if one.get("type") == "TextQuoteSelector"), {})
    placing = next((one for one in selectors if one.get("type") == "TextPositionSelector"), {})
    start, end = placing.get("start"), placing.get("end")
    placed = isinstance(start, int) and isinstance(end, int) and 0 <= start <= end
    article = _text(target.get("mali-tui:article"))
    text, tags = _body(item)
    if not source and not article:
        return None
    return Annotation(
        id=_note_id(item),
        text=text,
        tags=tags,
        source=f"{_ARTICLE}{article}" if article else source,
        title=_text(target.get("mali-tui:title")) or _title(item),
        quote=_text(quoting.get("exact")),
        before=_text(quoting.get("prefix")),
        after=_text(quoting.get("suffix")),
        start=start if placed and isinstance(start, int) else 0,
        end=end if placed and isinstance(end, int) else 0,
    )


def _note_id(item: Mapping[str, object]) -> str:
    """Return the id of the note that an annotation came from, or one that is made of the annotation's own."""
    named = _text(item.get("id"))
    if named.startswith(_NOTE):
        return named.removeprefix(_NOTE)
    return f"w{sha256((named or json.dumps(item, sort_keys=True, default=str)).encode()).hexdigest()[:15]}"


def _body(item: Mapping[str, object]) -> tuple[str, tuple[str, ...]]:
    """Return the text and the tags of an annotation; those of Hypothesis stand beside its body."""
    texts, tags = [_text(item.get("text"))], [_text(tag) for tag in _many(item.get("tags"))]
    for one in _many(item.get("body")):
        if isinstance(one, str):
            texts.append(one)
        elif isinstance(one, dict):
            (tags if one.get("purpose") == "tagging" else texts).append(_text(one.get("value")))
    return "\n\n".join(filter(None, (*texts, _text(item.get("bodyValue"))))), tuple(dict.fromkeys(filter(None, tags)))


def _title(item: Mapping[str, object]) -> str:
    document = item.get("document")
    title = document.get("title") if isinstance(document, dict) else ""
    return _text(title[0] if isinstance(title, list) and title else title)


def _many(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def stated_anchor(annotation: Annotation, bare: Anchor) -> Anchor:
    """Return the anchor of an annotation as it states it, for an article whose text is not there to look it up in."""
    import msgspec

    return msgspec.structs.replace(
        bare,
        start=annotation.start,
        end=annotation.end,
        quote=annotation.quote,
        before=annotation.before,
        after=annotation.after,
        sentence=annotation.quote,
    )
