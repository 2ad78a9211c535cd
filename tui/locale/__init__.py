"""The texts that people read, in their own language; English is the source and stands in the code.

`_` and `ngettext` translate where a text is shown; `N_` marks a text that stands in a table and is translated later.
`.ci/extract_messages.py` makes the template `mali-tui.pot` in this folder from these marks; a language is one compiled
file, `<language>/LC_MESSAGES/mali-tui.mo`.
"""

from __future__ import annotations

import gettext as _gettext
import os
import re
from collections.abc import Mapping
from pathlib import Path

__all__ = ["N_", "VARIABLE", "_", "language_of", "ngettext", "use"]

VARIABLE = "MALI_TUI_LANG"
"""The environment variable that names the language of the interface, whatever the system's is."""

_DOMAIN = "mali-tui"
_FOLDER = Path(__file__).resolve().parent
_SYSTEM = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Where POSIX systems name the language, in the order in which they count."""

_CODE = re.compile(r"[a-z]{2}(?=[_.@-]|$)", re.IGNORECASE)

_translations: _gettext.NullTranslations = _gettext.NullTranslations()


def use(language: str) -> None:
    """Translate into a language from now on; one that has no file here is English.

    To be called before anything is shown: texts that are on the screen already stay as they are.
    """
    global _translations  # noqa: PLW0603 - the language of a process is one
    _translations = _gettext.translation(_DOMAIN, _FOLDER, [language], fallback=True)


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


def N_(message: str) -> str:  # noqa: N802 - the mark's name in every project that uses gettext
    """Mark a text for translation and return it as it is."""
    return message
