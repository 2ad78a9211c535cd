"""Results that the cache keeps: when the output of a stage changes, its version must change with it.

Each stage runs over named cases. A digest of what comes out stands here beside the version that gave it. A digest that
differs says: raise the version, so that every cache is made again, and record both here.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from tui import chronology, copies, dates, figures, names
from tui.base.days import read_iso
from tui.chronology.events import traces_of
from tui.copies.fingerprint import fingerprint
from tui.copies.similarity import similarity
from tui.dates import find_dates
from tui.figures import packing
from tui.importing.parsed import RawFile
from tui.importing.registry import READING_VERSION, reader_of
from tui.names.table import packed
from tui.search.analysis import accented, stem, token_pattern, tokens, words
from tui.search.beside import beside
from tui.search.index import VERSION as INDEX_VERSION

HERE = Path(__file__).parent

RECORDED = {
    "dates": ("11", "5b83121d0307135d"),
    "statements": ("4", "48a0e5890f6dd410"),
    "figures": ("8", "5a431efc80d64f15"),
    "names": ("1", "ba252c4613c43421"),
    "copies": ("2", "0368b862391602c5"),
    "index": ("8", "7d87813307291057"),
    "reading": ("15", "d06bb2c9572f1dfa"),
}
"""For each stage the version and the digest of its output."""

WORDS = (
    "The UN's camp at Ménaka, l'ONU, 11,600 soldiers, co-operation; d'État “quoted” covid-19, U.N. 3.5 % naïve",
    "Les soldats maliens quittaient les camps de l’ONU à Gao, où 1 500 policiers étaient déployés depuis 2013.",
    "وقالت الأُمَم المتحدة إن ١١٦٠٠ جندي غادروا المدرسة، و11 ألف شرطي في القرى.",
)
STORIES = (
    (
        "The ferry is late",
        "The ferry to the islands was late on Monday because of fog. " * 6,
        "2023-03-06",
    ),
    ("Ferry late", "The ferry to the islands was late on Monday because of fog. " * 5, "2023-03-07"),
    (
        "A bridge",
        "The new bridge opens in June, four years after the first stone was laid there. " * 6,
        "",
    ),
)
TOLD = (
    ("The ferry sank on Monday, more than in 2019. The fair ran from 3 May to 7 May 2022. Few fish today.", "en"),
    ("Le bac a coulé lundi près d’Orma, a dit le maire. La foire a été close le 3 mai 2022.", "fr"),
    ("غادرت السفينة الميناء في 3 مايو 2022.", "ar"),
)
NAMED = (
    (
        "Foreign Minister Ada Holm met the League of Northern Ferries (LNF) in Nairobi. Holm left the U.S. Fog fell.",
        "en",
    ),
    ("Le Conseil national de l’ONU a reçu M. Piet Arend à Dakar. La Côte d’Ivoire attend Arend.", "fr"),
    ("وصل الرئيس عبد الله قاسم إلى مالي.", "ar"),
)
COUNTED = (
    (
        "More than 300 sailors of Orma have died since 2019, the mayor said. Monday 12 to 15 ferries left, 5 % fewer.",
        "en",
    ),
    ("Selon le maire, une vingtaine de marins ont été tués lundi à Orma ; 1 500 soldats doivent partir.", "fr"),
    ("قتل 12 بحارا يوم الاثنين.", "ar"),
)
FILES = {
    "a.md": b"---\ntitle: The heron\ndate: 2023-07-04\nsource: The Shore\n---\n\nThe heron came back.\n\n- one\n",
    "b.txt": b"The heron leaves\nBy Ada Quill\n4 July 2023\n\nPORTHAM, July 4 - The heron left the pond at noon.\n",
    "c.csv": b"title,date,text\nOne,2023-03-04,The first text of a table.\nTwo,2023-03-25,The second text.\n",
    "d.json": b'[{"title": "One", "published": "2023-03-04", "text": "The only text of a list."}]',
    "e.eml": b"From: Ada <ada@example.org>\nSubject: Tide\nDate: Sat, 4 Mar 2023 10:00 +0000\n\nThe tide was high.\n",
}


def dated() -> Iterator[object]:
    """Return every date that the cases of the date tests name."""
    for path in sorted(path for path in (HERE / "dates").glob("*_cases.py") if not path.name.startswith("test_")):
        spec = importlib.util.spec_from_file_location(path.stem, path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        language = module.LANGUAGE
        for group, rows in sorted(vars(module).items()):
            for _, published, text, _ in rows if group.isupper() and isinstance(rows, tuple) else ():
                day = read_iso(published)[0] if published else None
                found = find_dates(text, language=language, published=day)
                yield [(mark.start, mark.end, str(mark.kind), mark.value, mark.span) for mark in found]


def compared() -> Iterator[object]:
    """Return how alike the stories are."""
    days = [date.fromisoformat(day).toordinal() if day else 0 for *_, day in STORIES]
    prints = [fingerprint(title, text, (day, day)) for (title, text, _), day in zip(STORIES, days, strict=True)]
    for one in prints:
        assert one is not None
        sketch = one.sketch()
        yield sketch.whole, sketch.size, list(sketch.least)
        for other in prints:
            assert other is not None
            yield similarity(one, other)


def analysed() -> Iterator[object]:
    """Return the words of some texts with their stems, and the words beside them."""
    for text in WORDS:
        for token in tokens(text):
            yield tuple(token), stem(token.word, "en"), stem(token.word, "fr"), stem(token.word, "ar")
        yield [accented(chunk) for chunk in token_pattern().findall(text)]
        for language in ("en", "fr", "ar", ""):
            yield beside(text, token_pattern().findall(text), words(text), language)


def read() -> Iterator[object]:
    """Return the articles of some small files, in the formats that are read by our own code."""
    for name, content in FILES.items():
        reader = reader_of(name)
        assert reader is not None
        yield list(reader(RawFile(name, content)))


def stated() -> Iterator[object]:
    """Return the traces of the statements of some texts."""
    day, _ = read_iso("2023-03-07")
    for text, language in TOLD:
        for trace in traces_of(1, text, find_dates(text, language=language, published=day), language):
            yield [sorted(each) if isinstance(each, frozenset) else each for each in trace]


def named() -> Iterator[object]:
    """Return the names of some texts as they are kept."""
    for text, language in NAMED:
        yield packed(names.find_names(text, language))


def counted() -> Iterator[object]:
    """Return the figures of some texts as they are kept."""
    day, _ = read_iso("2023-03-07")
    for text, language in COUNTED:
        timexes = find_dates(text, language=language, published=day)
        yield packing.packed(figures.find_figures(text, language=language, timexes=timexes, title="The ferry of Orma"))


STAGES = {
    "dates": (dates.RULES_VERSION, dated),
    "statements": (chronology.RULES_VERSION, stated),
    "figures": (figures.RULES_VERSION, counted),
    "names": (names.RULES_VERSION, named),
    "copies": (copies.RULES_VERSION, compared),
    "index": (str(INDEX_VERSION), analysed),
    "reading": (str(READING_VERSION), read),
}


@pytest.mark.parametrize("stage", STAGES)
def test_another_output_has_another_version(stage: str) -> None:
    version, output = STAGES[stage]
    digest = sha256("\n".join(map(repr, output())).encode()).hexdigest()[:16]
    assert (version, digest) == RECORDED[stage], "raise the version of this stage, and record it with its digest"
