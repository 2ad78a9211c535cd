"""The heads of articles as they are cited: a title that was made of the first sentence has the whole of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.errors import ArticleNotFound

if TYPE_CHECKING:
    from tui.core.archive import Archive
    from tui.dossier.article import Article
    from tui.dossier.serialization import Head

_MOST = 300
"""Characters of a sentence that serves as a title."""


def citable_heads(archive: Archive, numbers: Sequence[int]) -> Iterator[Head]:
    """Yield the heads of articles that are still there, in the order of `numbers`."""
    return (citable(archive, head) for head in archive.heads(numbers))


def citable(archive: Archive, head: Head) -> Head:
    """Return a head with its title in full, where that was cut for the screen."""
    from tui.importing.clippings.headline import ELLIPSIS

    if not (head.title_made and head.title.endswith(ELLIPSIS)):
        return head
    try:
        return replace(head, title=whole_title(head.title, archive.article(head.number).text))
    except ArticleNotFound:
        return head


def whole(article: Article) -> Article:
    """Return an article with its title in full."""
    from tui.importing.clippings.headline import ELLIPSIS

    if not (article.title_made and article.title.endswith(ELLIPSIS)):
        return article
    return replace(article, title=whole_title(article.title, article.text))


def whole_title(title: str, text: str) -> str:
    """Return the first sentence of a text, of which a title is the beginning; the title itself where it is not."""
    from tui.importing.clippings.headline import ELLIPSIS, first_words, shortened

    begun = text[:2000].strip()
    for part in (begun.partition("\n\n")[0], begun):
        sentence = first_words(part)
        if sentence.startswith(title.removesuffix(ELLIPSIS)):
            return shortened(sentence, _MOST)
    return title
