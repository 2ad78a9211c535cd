"""What a PDF file's description says, by the names of the older properties."""

from __future__ import annotations

import pytest

from tui.errors import FileProblem
from tui.importing.documents import xmp
from tui.importing.documents.xmp import read_xmp

TOLD = b"""<x:xmpmeta xmlns:x="a" xmlns:r="b" xmlns:d="c" xmlns:p="e" xmlns:m="f">
<r:Description m:CreateDate="2023-07-04T10:00:00Z" p:publicationName="River Gazette">
<d:title><r:Alt><r:li>The
 heron</r:li></r:Alt></d:title>
<d:creator><r:Seq><r:li>Ada Rell</r:li><r:li>Bo Li</r:li></r:Seq></d:creator>
<p:coverDate>2023-07</p:coverDate><p:publicationDate>2023-08</p:publicationDate><d:odd>x</d:odd>
</r:Description></x:xmpmeta>"""


def test_each_thing_is_taken_as_it_is_said_first() -> None:
    assert read_xmp(TOLD) == {
        "/CreationDate": "2023-07-04T10:00:00Z",
        "source": "River Gazette",
        "/Title": "The heron",
        "/Author": "Ada Rell, Bo Li",
        "published": "2023-07",
    }


def test_a_description_that_is_too_long_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xmp, "XMP_BYTES", 100)
    assert read_xmp(TOLD) == {}


def test_a_damaged_one_is_told() -> None:
    with pytest.raises(FileProblem, match="damaged XMP"):
        read_xmp(TOLD[:200])
