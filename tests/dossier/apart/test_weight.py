from __future__ import annotations

import pytest

from tui.dossier.account import Outcome
from tui.dossier.apart.weight import effort, is_light
from tui.dossier.folder import Entry
from tui.dossier.limits import HEAVY, OWN_BYTES

ENTRIES = [
    ("a small text", Entry("a.md", 10), True),
    ("a large text", Entry("a.md", OWN_BYTES + 1), False),
    ("a page", Entry("a.html", 10), False),
    ("a kind that is not read", Entry("a.jpg", 10), True),
    ("a link that is not followed", Entry("a.html", 10, outcome=Outcome.SKIPPED), True),
    ("a mailbox without a suffix", Entry("Inbox", 10), False),
]


@pytest.mark.parametrize(("entry", "light"), [case[1:] for case in ENTRIES], ids=[case[0] for case in ENTRIES])
def test_weight(entry: Entry, light: bool) -> None:
    assert is_light(entry) is light
    assert effort([entry, entry]) == (2 if light else 2 * HEAVY)
