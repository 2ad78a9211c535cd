"""The text of a mail: wrapped lines joined, quotations kept and marked, the mailer's links and the signature removed.

A line is removed only if it says nothing else, and only near the beginning or the end; if in doubt it stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from tui.base.folding import fold
from tui.base.printable import printable
from tui.importing.clippings.lines import lines_of

_QUOTE = re.compile(r"(?:>[ ]?)*")
_MARK = "> "


def paragraphs_of_mail(text: str, flowed: bool = False, delete_space: bool = False) -> tuple[str, ...]:
    """Return the paragraphs of plain text; `flowed` lines continue after a trailing space (RFC 3676).

    `delete_space` says that this space is not part of the text, as in languages without spaces.
    """
    lines = printable(text).split("\n")
    paragraphs: list[str] = []
    for depth, group in groupby(map(_parted, lines), key=lambda line: line[0]):
        inner = [line for _, line in group]
        if flowed:
            inner = list(_unflowed(inner, delete_space))
        paragraphs += (f"{_MARK * depth}{line.text}" for line in lines_of("\n".join(map(_apart, inner))))
    return tuple(paragraphs)


def _apart(line: str) -> str:
    """Isolate a signature's separator, so that no line is joined with it."""
    return "\n--\n" if line.rstrip() == "--" else line


def _parted(line: str) -> tuple[int, str]:
    """Split the quotation marks from a line, and count them."""
    marks = _QUOTE.match(line)
    length = marks.end() if marks else 0
    return line[:length].count(">"), line[length:]


def _unflowed(lines: list[str], delete_space: bool) -> Iterator[str]:
    parts: list[str] = []
    for raw in lines:
        line = raw.removeprefix(" ")
        goes_on = line.endswith(" ") and line != "-- "
        parts.append(line[:-1] if goes_on and delete_space else line)
        if not goes_on:
            yield "".join(parts)
            parts = []
    if parts:
        yield "".join(parts)


_ABOVE, _BELOW = 3, 8
"""Paragraphs at the beginning and the end in which links are looked for."""

_LONGEST = 300
_SIGNATURE = 8
"""The most paragraphs of a signature, and the most characters of each."""
_SIGNATURE_LINE = 120

_STROKES = re.compile(r"--\s?")
_LINK = r"(?:\s*[:|»>–-]*\s*[(<\[]?(?:https?://|www\.|mailto:)\S+)?\s*[.!]?"
_BROWSER = r"(?:(?:your|a|the|my|votre|un|le) )?(?:web ?)?(?:browser|navigateur)"
_MAIL = r"(?:(?:this|the|your|cet?|cette|la|le) )?(?:e-?mail|message|newsletter|issue|lettre|mail|courriel|infolettre)"
_SAID = (
    rf"(?:view|read|open|see|display) (?:{_MAIL} |it )?(?:in|on) (?:{_BROWSER}|(?:the )?web)",
    rf"(?:view|read) (?:{_MAIL} )?online",
    r"(?:view )?(?:web|online) version|version (?:en ligne|web)",
    rf"(?:having )?(?:trouble|problems?|difficulty) (?:view|read)ing {_MAIL}\?.{{0,60}}",
    rf"(?:voir|lire|afficher|ouvrir|consulter) (?:{_MAIL} )?(?:dans {_BROWSER}|en ligne)",
    r"(?:click here to )?(?:unsubscribe|opt[ -]out)(?: (?:here|now|instantly|from (?:this|our|all|these) .{2,40}))?",
    r"(?:manage|update|change|edit) (?:your |my )?(?:e-?mail |subscription )*(?:preferences|subscriptions?|settings)",
    r"(?:se |me )?(?:desabonner|desinscrire)(?: (?:ici|de .{2,40}))?|desabonnement|desinscription",
    r"gerer (?:vos|mes) (?:preferences|abonnements)",
    r"(?:newsletter )?(?:abmelden|abbestellen)|(?:im browser|online) (?:ansehen|offnen|anzeigen|lesen)",
    r"(?:uitschrijven|afmelden)|(?:bekijk|lees|open) (?:deze \w+ |online )?in (?:je |uw )?browser",
    r"darse de baja|cancelar (?:la |a )?(?:suscripcion|inscricao|assinatura)",
    r"ver (?:este \w+ )?(?:en el|no) navegador",
    r"(?:disiscriviti|annulla l'iscrizione|cancella(?:ti|mi))|visualizza (?:\w+ )?nel browser",
    r"you(?:'re| are)? (?:are )?receiv(?:ing|ed?) (?:this|our) .{1,200}",
    r"(?:vous recevez|vous avez recu) (?:cet?|cette) .{1,200}|sie erhalten diese[nr]? .{1,200}",
    r"je ontvangt de(?:ze)? .{1,200}",
    r"(?:usted )?recibe(?:s)? este .{1,200}|(?:hai ricevuto|ricevi) questa? .{1,200}",
    r"voce recebe(?:u)? est[ea] .{1,200}",
)
_MAILER = re.compile(rf"(?:{'|'.join(_SAID)}){_LINK}")
_ROW = re.compile(r"\s*[|·•]\s*(?=\S)|\s+[/–—]\s+")
_PADDING = re.compile("[\u034f\u00ad\u200b\u200c\u2007\ufeff]\\s")
"""Characters without width between spaces, which keep a mail program from showing the text behind a preview line."""

_PADDED = 4


def part_from_text(paragraphs: Iterable[str]) -> tuple[list[str], list[str]]:
    """Split the paragraphs of a mail into its text and what is around it, each in order.

    If no text would be left, all of it stays.
    """
    paragraphs = list(paragraphs)
    out = _signature(paragraphs)
    near = [place for place in range(len(paragraphs)) if place not in out]
    out.update(place for place in (*near[:_ABOVE], *near[-_BELOW:]) if _is_mailers(paragraphs[place]))
    if len(out) == len(paragraphs):
        return paragraphs, []
    text = [paragraph for place, paragraph in enumerate(paragraphs) if place not in out]
    return text, [paragraphs[place] for place in sorted(out)]


def _is_mailers(paragraph: str) -> bool:
    """Say whether a paragraph is one link of the mailer, or a row of them, or the padding of a preview."""
    if len(_PADDING.findall(paragraph)) >= _PADDED:
        return True
    parts = _ROW.split(fold(paragraph)) if len(paragraph) <= _LONGEST else []
    return bool(parts) and all(_MAILER.fullmatch(part.strip(" \t[]()*_|·•-")) for part in parts)


def _signature(paragraphs: list[str]) -> set[int]:
    """Return the indices of the signature with its separator (RFC 3676, 4.3), up to a quotation or the end."""
    begins = [place for place, paragraph in enumerate(paragraphs) if _STROKES.fullmatch(paragraph)]
    if not begins:
        return set()
    end = begin = begins[-1]
    while end + 1 < len(paragraphs) and not paragraphs[end + 1].startswith(">"):
        end += 1
    lines = paragraphs[begin + 1 : end + 1]
    if len(lines) > _SIGNATURE or any(len(line) > _SIGNATURE_LINE for line in lines):
        return set()
    return set(range(begin, end + 1))
