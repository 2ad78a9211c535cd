"""The texts that people read, in their own language; English is the source and stands in the code.

`_` and `ngettext` translate where a text is shown; `N_` marks a text that stands in a table and is translated later.
What is written into the catalogue or the journal is English, with its values in it: `stored` translates it when shown.
`.ci/extract_messages.py` makes the template `mali-tui.pot` in this folder from these marks; a language is one compiled
file, `<language>/LC_MESSAGES/mali-tui.mo`.
"""

from __future__ import annotations

import functools
import gettext as _gettext
import os
import re
from collections.abc import Mapping
from functools import partial

__all__ = ["N_", "VARIABLE", "_", "language_of", "ngettext", "stored", "use"]

VARIABLE = "MALI_TUI_LANG"
"""The environment variable that names the language of the interface, whatever the system's is."""

_DOMAIN = "mali-tui"
_FOLDER = os.path.dirname(os.path.realpath(__file__))
_SYSTEM = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Where POSIX systems name the language, in the order in which they count."""

_CODE = re.compile(r"[a-z]{2}(?=[_.@-]|$)", re.IGNORECASE)

_NAME = re.compile(r"\{(\w+)(?:![rs])?(?::[^}]*)?\}")
"""A value in a message: `{count}`, `{count:,}`."""
_COUNTED = re.compile(r"([\d,]*\d) (.+?)s?")
"""A number with its noun, as `tui.base.plurals` writes it in English."""

_LEAST = 4
"""Letters of its own by which a message is known again with values in it; `{day} {month} {year}` would fit anything."""

_translations: _gettext.NullTranslations = _gettext.NullTranslations()


def use(language: str) -> None:
    """Translate into a language from now on; one that has no file here is English.

    To be called before anything is shown: texts that are on the screen already stay as they are.
    """
    global _translations  # noqa: PLW0603 - the language of a process is one
    _translations = _gettext.translation(_DOMAIN, _FOLDER, [language], fallback=True)
    _forms.cache_clear()


def language_of(environment: Mapping[str, str] = os.environ) -> str:
    """Return the two-letter code of the language that an environment asks for; `en` where it names none."""
    for name in (VARIABLE, *_SYSTEM):
        found = _CODE.match(environment.get(name, ""))
        if found:
            return found[0].lower()
    return "en"


def _(message: str) -> str:
    """Return a text in the language in use."""
    return _translations.gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """Return the form of a text that belongs to a number, in the language in use."""
    return _translations.ngettext(singular, plural, number)


def stored(text: str) -> str:
    """Return a text that was stored in English, with its values in it, in the language in use.

    Parts that a semicolon joins are translated one by one; one that no message fits stays English.
    """
    if not text or type(_translations) is _gettext.NullTranslations:
        return text
    parts, told = text.split("; "), []
    while parts:
        for count in range(len(parts), 0, -1):  # a message may have a semicolon of its own
            found = _refilled("; ".join(parts[:count]))
            if found is not None or count == 1:
                told.append(parts[0] if found is None else found)
                del parts[:count]
                break
    return "; ".join(told)


def _refilled(text: str) -> str | None:
    """Translate a text by the message that it was made of: the one that fits with the most words of its own."""
    whole = _translations.gettext(text)
    if whole != text:
        return whole
    counted = _COUNTED.fullmatch(text)
    if counted is not None:
        message = f"{{count:,}} {counted[2]}"
        form = _translations.ngettext(message, message, number := int(counted[1].replace(",", "")))
        if form != message:
            return form.format(count=number)
    for pattern, message in _forms():
        found = pattern.fullmatch(text)
        if found is not None:
            return _NAME.sub(partial(_value, found), _translations.gettext(message))
    return None


def _value(found: re.Match[str], name: re.Match[str]) -> str:
    """Return what stands in a stored text for a name in braces; the name itself where the message has no such value."""
    if name[1] not in found.re.groupindex:
        return name[0]
    value = found[name[1]]
    return _refilled(value) or value


@functools.cache
def _forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return every message that has values in it, as a pattern, those with the most words of their own first."""
    catalogue: Mapping[object, str] = getattr(_translations, "_catalog", {})  # gettext has no public list
    own = {each: sum(map(str.isalpha, _NAME.sub("", each))) for each in catalogue if isinstance(each, str)}
    found = sorted((each for each in own if own[each] >= _LEAST and _NAME.search(each)), key=lambda each: -own[each])
    return tuple((_pattern(message), message) for message in found)


def _pattern(message: str) -> re.Pattern[str]:
    *pieces, last = _NAME.split(message)
    seen: set[str] = set()
    written = ""
    for text, name in zip(pieces[::2], pieces[1::2], strict=True):
        written += re.escape(text) + (f"(?P={name})" if name in seen else f"(?P<{name}>(?:(?!; ).)+?)")
        seen.add(name)
    return re.compile(written + re.escape(last), re.DOTALL)


def N_(message: str) -> str:  # noqa: N802 - the mark's name in every project that uses gettext
    """Mark a text for translation and return it as it is."""
    return message
