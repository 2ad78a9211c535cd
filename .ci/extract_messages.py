"""Write the template of all texts that people read, `tui/locale/mali-tui.pot`, from the marks in the code.

Run it with the development environment's Python. `--check` writes nothing and ends with 1 where the template is not
what the code says.
"""

from __future__ import annotations

import io
import sys
from contextlib import redirect_stderr
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

TOP = Path(__file__).resolve().parent.parent
TEMPLATE = TOP / "tui" / "locale" / "mali-tui.pot"
KEYWORDS: dict[str, tuple[int, ...] | None] = {"_": None, "N_": None, "ngettext": (1, 2), "Binding": (3,)}
"""The marks, and which of their arguments are texts; what a key does is one by its place."""


def template() -> bytes:
    """Return the template: each text once, with the modules in which it stands, in the order of the texts."""
    catalog = Catalog(project="mali-tui", charset="utf-8")
    catalog.header_comment = "# Texts of mali-tui, extracted from the code by .ci/extract_messages.py."
    with redirect_stderr(io.StringIO()):  # the keys of a `Binding` may be an f-string, of which Babel warns
        found = list(extract_from_dir(TOP / "tui", method_map=[("**.py", "python")], keywords=KEYWORDS))
    for name, _line, message, comments, _context in found:
        catalog.add(message, locations=[(f"tui/{name}", 0)], auto_comments=comments)
    written = io.BytesIO()
    write_po(written, catalog, width=0, sort_output=True, include_lineno=False, omit_header=True)
    return written.getvalue()


def main() -> int:
    """Write the template, or compare it."""
    made = template()
    if "--check" not in sys.argv[1:]:
        TEMPLATE.write_bytes(made)
        return 0
    if TEMPLATE.exists() and TEMPLATE.read_bytes() == made:
        return 0
    sys.stderr.write("Texts changed: run .ci/extract_messages.py and commit tui/locale/mali-tui.pot.\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
