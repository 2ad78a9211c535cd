"""Mails that were forwarded: the original's own head, found above its text.

The head names who sent the original and when; both mean more for an article than who passed it on and when. The labels
are those that Outlook, Gmail, Apple Mail and Thunderbird write in the languages of their interfaces.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from tui.base.folding import fold
from tui.dossier.article import Provenance, PublishedDate
from tui.importing.press.days import Day, day_in

_SUBJECT = re.compile(r"\s*(?:(?:fwd?|tr|wg|doorst|rv|enc|i|vs|vb|fs)\s?:\s*)+", re.I)
_MARKER = re.compile(
    r"-{2,}\s?(?:forwarded|original|message transfere|message d'origine|weitergeleitete|ursprungliche|doorgestuurd"
    r"|oorspronkelijk|mensaje reenviado|mensaje original|messaggio (?:inoltrato|originale)"
    r"|mensagem (?:encaminhada|original))"
    r"|begin forwarded message|debut du message (?:reexpedie|transfere)|anfang der weitergeleiteten"
    r"|begin doorgestuurd bericht|inicio del mensaje reenviado|inizio messaggio inoltrato"
)
_LABELS = {
    "from": "from de von van da fra fran od",
    "sent": "sent date envoye gesendet datum verzonden enviado enviado_el enviada_em enviado_em fecha inviato data"
    " sendt skickat dato",
    "to": "to a an aan para til till",
    "subject": "subject objet betreff onderwerp asunto assunto oggetto emne amne",
    "other": "cc cci bcc kopie copie copia reply-to antwort repondre organization organisation importance",
}
_ROLES = {label.replace("_", " "): role for role, labels in _LABELS.items() for label in labels.split()}
_LABEL = re.compile(
    rf"(?<![\w@.-])[*]?(?P<label>{'|'.join(sorted(_ROLES, key=len, reverse=True))})\s?[*]?:[*]?(?:\s+|$)"
)
_FIRST = ("from", "sent", "subject")
"""With what a head begins: Thunderbird puts the subject first."""

_QUOTED = re.compile(r"^(?:>[ ]?)+")

_LONGEST_HEAD = 1000
_HEAD_LINES = 9
_LOOKED_AT = 60
"""Paragraphs in which a head is looked for."""

_COMMENT = 60
"""Words above the original up to which they are a remark of who passed it on, and no article."""

_BETWEEN = 3
"""The most paragraphs between two heads of a mail that was forwarded twice."""


@dataclass(frozen=True, slots=True)
class Forwarded:
    """The original in a mail that was forwarded."""

    sender: str
    """As its head writes it, with the address."""
    title: str
    dates: tuple[PublishedDate, ...]
    doubt: str
    """Why its own date is doubtful, in a few words; mostly empty."""
    paragraphs: tuple[str, ...]
    left_out: tuple[str, ...]
    """Its head, and what who passed it on wrote above."""


def forwarded_in(paragraphs: Sequence[str], subject: str) -> Forwarded | None:
    """Return the original of a forwarded mail; None where neither its subject nor a line says that it is one."""
    place, head = _head_from(paragraphs, 0)
    if head is None:
        return None
    above = " ".join(paragraphs[: place + 1])
    if not _SUBJECT.match(subject) and not _MARKER.search(fold(above)):
        return None
    while True:
        after = place + head.lines
        further, inner = _head_from(paragraphs[: after + _BETWEEN + 1], after)
        if inner is None:
            break
        place, head = further, inner
    after = place + head.lines
    text = [_QUOTED.sub("", one, count=1) for one in paragraphs[after:]]
    comment = list(paragraphs[:place])
    if sum(len(one.split()) for one in comment) > _COMMENT:
        text, comment = [*comment, *text], []
    if not text:
        return None
    dates = tuple(replace(one, provenance=Provenance.FORWARDED) for one in head.day.dates) if head.day else ()
    return Forwarded(
        head.sender,
        _SUBJECT.sub("", head.subject),
        dates,
        head.day.doubt if head.day else "",
        tuple(text),
        (*comment, *paragraphs[place:after]),
    )


@dataclass(slots=True)
class _Head:
    sender: str
    day: Day | None
    subject: str
    lines: int
    """The paragraphs that it covers."""


def _head_from(paragraphs: Sequence[str], start: int) -> tuple[int, _Head | None]:
    """Return the next head of an original and its place."""
    for place in range(start, min(len(paragraphs), start + _LOOKED_AT)):
        line = _bare(paragraphs[place])
        found = _LABEL.search(line[:_LONGEST_HEAD])
        if found and _ROLES[found["label"]] in _FIRST and (not found.start() or _MARKER.search(line[: found.start()])):
            head = _read(paragraphs[place : place + _HEAD_LINES])
            if head is not None:
                return place, head
    return 0, None


def _read(lines: Sequence[str]) -> _Head | None:
    """Read a head: labels in one paragraph or several, among them who sent it, when, and to whom or on what."""
    values: dict[str, str] = {}
    covered = 0
    for raw in lines:
        whole = _QUOTED.sub("", raw, count=1)
        labels = list(_LABEL.finditer(fold(whole[:_LONGEST_HEAD])))
        if not labels or (labels[0].start() and covered):
            break
        labels = _distinct(labels, values)
        if not labels:
            break
        covered += 1
        for label, after in zip(labels, [*labels[1:], None], strict=True):
            value = whole[label.end() : after.start() if after else _LONGEST_HEAD].strip(" *")
            values.setdefault(_ROLES[label["label"]], value)
    if not {"from", "sent"} <= values.keys() or not values.keys() & {"to", "subject"}:
        return None
    day = day_in(values["sent"])
    if day is None:
        return None
    return _Head(values["from"], day, values.get("subject", ""), covered)


def _distinct(labels: list[re.Match[str]], known: dict[str, str]) -> list[re.Match[str]]:
    """Return the labels of a line up to the subject, which may itself hold what looks like one."""
    kept: list[re.Match[str]] = []
    for label in labels:
        role = _ROLES[label["label"]]
        if role != "other" and (role in known or any(_ROLES[one["label"]] == role for one in kept)):
            continue
        if kept and _ROLES[kept[-1]["label"]] == "subject" and role == "other":
            break
        kept.append(label)
    return kept


def _bare(paragraph: str) -> str:
    return fold(_QUOTED.sub("", paragraph, count=1)).lstrip("*")
