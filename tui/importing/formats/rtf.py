"""RTF: text of office programs old and new, with its properties."""

from __future__ import annotations

from collections.abc import Iterator

from tui.errors import FileProblem
from tui.importing.documents.properties import Properties, articles
from tui.importing.documents.rich_text import RichText
from tui.importing.parsed import Draft, RawFile
from tui.locale import N_

_OPENING = b"{\\rtf"


def read(file: RawFile) -> Iterator[Draft]:
    """Yield the article of an RTF file."""
    content = file.content.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not content.startswith(_OPENING):
        raise FileProblem(N_("not an RTF file, whatever its name says"))
    text = RichText(content)
    properties = Properties(
        title=text.properties.get("title", ""),
        author=text.properties.get("author", ""),
        made=text.properties.get("creatim", ""),
        changed=text.properties.get("revtim", ""),
        keywords=text.properties.get("keywords", ""),
    )
    yield from articles([*text.blocks, *text.notes], properties, file.path)
