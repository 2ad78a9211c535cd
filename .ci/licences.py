"""Print the licence of everything that is installed, and fail on GPL, AGPL and on what tells no licence.

Run it with the Python of the environment that is asked about: `.venv/bin/python .ci/licences.py`. With `--runtime` only
what the program itself needs counts, with all its extras but `dev`.
"""

from __future__ import annotations

import re
import sys
from importlib import metadata

REFUSED = re.compile(r"\b(?:A?GPL|GNU (?:Affero )?General Public)", re.IGNORECASE)
LESSER = re.compile(r"\bL(?:esser )?GPL|GNU (?:Lesser|Library)", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z0-9._-]+")
_EXTRA = re.compile(r"extra\s*==\s*['\"]([^'\"]+)['\"]")
_CLASSIFIER = "License :: "


def licence_of(about: metadata.PackageMetadata) -> str:
    """Return what a package says of its licence: the SPDX expression, else its classifiers, else its first line."""
    expression = about.get("License-Expression")
    if expression:
        return expression
    classifiers = about.get_all("Classifier") or []
    classified = [value.rpartition(" :: ")[2] for value in classifiers if value.startswith(_CLASSIFIER)]
    if classified:
        return ", ".join(classified)
    return (about.get("License") or "").strip().split("\n")[0][:60]


def fault_of(licence: str) -> str:
    """Return what is wrong with a licence; empty where nothing is. A choice with a permissive one is none of GPL."""
    if not licence:
        return "unknown"
    choices = re.split(r"\bOR\b|,", licence)
    if any(not REFUSED.search(choice) or LESSER.search(choice) for choice in choices):
        return ""
    return "refused"


def needed(root: str = "mali-tui") -> set[str]:
    """Return the names of all packages that the program needs, with its extras but `dev`."""
    found: set[str] = set()
    open_names = [root]
    while open_names:
        name = open_names.pop()
        key = re.sub(r"[-_.]+", "-", name).lower()
        if key in found:
            continue
        try:
            lines = metadata.requires(name) or []
        except metadata.PackageNotFoundError:
            continue
        found.add(key)
        for line in lines:
            extra = _EXTRA.search(line)
            wanted = _WORD.match(line)
            if wanted and (extra is None or (key == root and extra[1] != "dev")):
                open_names.append(wanted[0])
    return found


def main() -> int:
    """Print the table; 1 where something may not be used."""
    only = needed() if "--runtime" in sys.argv[1:] else None
    wrong = 0
    rows = {}
    for each in metadata.distributions():
        name = each.metadata["Name"]
        if only is None or re.sub(r"[-_.]+", "-", name).lower() in only:
            rows[name.lower()] = (name, each.version, licence_of(each.metadata))
    for name, version, licence in (rows[key] for key in sorted(rows)):
        fault = fault_of(licence)
        wrong += bool(fault)
        sys.stdout.write(f"{name:28} {version:14} {licence or '?'}{'   <-- ' + fault if fault else ''}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
