"""What is written in place of characters that the encoding of standard output lacks.

Registered with `codecs` as an error handler, so that it costs nothing where nothing is missing.
"""

from __future__ import annotations

import codecs
import unicodedata

HANDLER = "mali-tui"
"""The name of the error handler, once `register` was called."""

_FALLBACKS = {
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("‘’‚‹›", "'"),
    **dict.fromkeys("–—‑‒−·", "-"),
    **dict.fromkeys("█▉▊▋▌▍▎▏▁▂▃▄▅▆▇", "#"),
    **dict.fromkeys("•★✎●", "*"),
    "…": "...",
    "×": "x",
    "→": "->",
    "←": "<-",
    "└": "`-",
    "│": "|",
    "─": "-",
    "✗": "x",
    "≥": ">=",
    "≤": "<=",
    "≈": "~",
    "≠": "!=",
    "€": "EUR",
}


def register() -> None:
    """Make the handler known to `codecs`; may be called again."""
    codecs.register_error(HANDLER, _replaced)


def _replaced(error: UnicodeError) -> tuple[str, int]:
    """Return what stands for the characters that cannot be encoded, and where to go on.

    A letter loses its accent, a sign becomes its likeness; what has neither is written as a backslash escape.
    """
    if not isinstance(error, UnicodeEncodeError):
        raise error
    text = error.object[error.start : error.end]
    return "".join(_fallback(character, error.encoding) for character in text), error.end


def _fallback(character: str, encoding: str) -> str:
    known = _FALLBACKS.get(character)
    if known is not None:
        return known
    plain = "".join(part for part in unicodedata.normalize("NFKD", character) if not unicodedata.combining(part))
    try:
        plain.encode(encoding)
    except UnicodeEncodeError:
        return character.encode("ascii", "backslashreplace").decode("ascii")
    return plain
