"""Write `tui/names/places.txt`: countries and cities in English, French and Arabic, as CLDR names them.

Run it with the development environment's Python after a new version of Babel. The cities are those for which CLDR names
time zones, with nearly all capitals among them. The program reads the file as it is, so that it needs no Babel itself.
"""

from __future__ import annotations

import re
from pathlib import Path

from babel import Locale

TARGET = Path(__file__).resolve().parent.parent / "tui" / "names" / "places.txt"
HEAD = """\
# Countries and cities in English, French and Arabic.
# From the Unicode Common Locale Data Repository, Unicode License v3 (unicode.org/license.txt); made by
# .ci/name_glossary.py.
"""
PLAIN = str.maketrans({"’": "'", "(": None, ")": None})
LANGUAGES = ("en", "fr", "ar")
_BRACKETS = re.compile(r"(?P<name>[^(]+) \((?P<other>[^)]+)\)")


def variants(names: list[str]) -> list[str]:
    """Return names, each once; of `Myanmar (Burma)` both."""
    found: dict[str, None] = {}
    for name in names:
        both = _BRACKETS.fullmatch(name)
        for each in (both["name"], both["other"]) if both else (name,):
            found[each.translate(PLAIN).strip()] = None
    return list(found)


def main() -> None:
    """Write the file."""
    locales = [Locale.parse(language) for language in LANGUAGES]
    codes = sorted(code for code in locales[0].territories if re.fullmatch("[A-Z]{2}", code))
    rows = [
        variants([str(locale.territories[code]) for locale in locales if code in locale.territories]) for code in codes
    ]
    for zone in sorted(locales[2].time_zones):
        if zone.startswith(("Etc/", "Antarctica/")):
            continue
        english = zone.rpartition("/")[2].replace("_", " ")
        cities = [str(locale.time_zones.get(zone, {}).get("city", english)) for locale in locales]
        rows.append(variants(cities))
    lines = dict.fromkeys(" = ".join(row) for row in rows if len(row) > 1)
    TARGET.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
