"""What an answer lacks is counted, also where a shard has no copy left that could fail."""

from __future__ import annotations

import pytest

from tui.served.answers import troubles


@pytest.mark.parametrize(
    ("shards", "late", "said"),
    [
        ({"total": 2, "successful": 2, "failed": 0}, False, 0),
        ({"total": 2, "successful": 1, "failed": 1}, False, 1),
        ({"total": 2, "successful": 1, "failed": 0}, False, 1),
        ({"total": 3, "successful": 2, "failed": 0}, True, 2),
        ({}, False, 0),
    ],
)
def test_shards_that_did_not_answer_are_told(shards, late, said):
    found = troubles({"_shards": shards, "timed_out": late})
    assert len(found) == said
    if shards and shards["successful"] < shards["total"]:
        assert found[0].startswith(f"{shards['successful']} of {shards['total']} shards answered")
