from __future__ import annotations

import pytest

from tui.dossier.account import Outcome
from tui.importing.folder import FileEntry
from tui.importing.limits import HEAVY, OWN_BYTES
from tui.importing.sandbox.cost import effort, is_light

ENTRIES = [
    ("a small text", FileEntry("a.md", 10), True),
    ("a large text", FileEntry("a.md", OWN_BYTES + 1), False),
    ("a page", FileEntry("a.html", 10), False),
    ("a kind that is not read", FileEntry("a.jpg", 10), True),
    ("a link that is not followed", FileEntry("a.html", 10, outcome=Outcome.SKIPPED), True),
    ("a mailbox without a suffix", FileEntry("Inbox", 10), False),
]


@pytest.mark.parametrize(("entry", "light"), [case[1:] for case in ENTRIES], ids=[case[0] for case in ENTRIES])
def test_weight(entry: FileEntry, light: bool) -> None:
    assert is_light(entry) is light
    assert effort([entry, entry]) == (2 if light else 2 * HEAVY)
