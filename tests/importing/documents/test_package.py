"""Packages: parts are unpacked within limits, and nothing in them is believed."""

from __future__ import annotations

import pytest
from packed_files import zipped

from tui.errors import FileProblem
from tui.importing.documents import package
from tui.importing.documents.package import Package, check_xml, inner_path, read_xml


def opened(**parts: bytes) -> Package:
    return Package(zipped(parts), "EPUB")


def test_a_part_is_unpacked_when_it_is_asked_for() -> None:
    book = opened(heron=b"<p>Back.</p>")
    assert (book.names(), book.has("heron"), book.has("ferry")) == (["heron"], True, False)
    assert book.part("heron") == b"<p>Back.</p>"
    assert book.xml("heron").text == "Back."
    with pytest.raises(FileProblem, match=r"a part of it is missing \(ferry\)"):
        book.part("ferry")


def test_all_parts_share_the_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "PACKAGE_BYTES", 1500)
    book = opened(a=bytes(1000), b=bytes(1000))
    book.part("a")
    with pytest.raises(FileProblem, match=r"when unpacked \(b\)"):
        book.part("b")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"The heron came back.", "damaged EPUB"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "locked with a password"),
    ],
    ids=["a text", "an older format"],
)
def test_what_is_none_is_told(content: bytes, why: str) -> None:
    with pytest.raises(FileProblem, match=why):
        Package(content, "EPUB")


def test_properties_are_put_together_and_damage_costs_them_alone() -> None:
    told = b"<m xmlns:d='x'><d:creator>Ada\n Rell</d:creator><d:creator>Bo Li</d:creator><d:odd>x</d:odd></m>"
    assert opened(meta=told).properties("meta", frozenset(("creator",))) == ({"creator": "Ada Rell, Bo Li"}, ())
    fields, notes = opened(meta=b"<m><torn").properties("meta", frozenset(("creator",)))
    assert (fields, len(notes)) == ({}, 1)
    assert opened().properties("meta", frozenset()) == ({}, ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_xml_that_declares_entities_is_refused(encoding: str) -> None:
    with pytest.raises(FileProblem, match="XML entities"):
        check_xml("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>".encode(encoding))


def test_xml_of_too_many_marks_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "XML_TAGS", 3)
    with pytest.raises(FileProblem, match="more than 3 tags"):
        read_xml(b"<a><b/><b/></a>", "EPUB")


PATHS = [
    ("beside", "OPS/book.opf", "heron.html", "OPS/heron.html"),
    ("above", "OPS/book.opf", "../heron.html#foot", "heron.html"),
    ("with signs", "book.opf", "the%20heron.html", "the heron.html"),
    ("out", "OPS/book.opf", "../../heron.html", ""),
    ("from the root", "OPS/book.opf", "/etc/heron", ""),
    ("itself", "book.opf", "#foot", ""),
]


@pytest.mark.parametrize(("base", "reference", "expected"), [case[1:] for case in PATHS], ids=[c[0] for c in PATHS])
def test_no_reference_leads_out(base: str, reference: str, expected: str) -> None:
    assert inner_path(base, reference) == expected
