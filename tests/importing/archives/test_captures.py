"""The list of an archive's pages: which were captured, and which only led to one."""

from __future__ import annotations

import pytest

from tui.importing.archives.captures import PageList


def listed(*lines: str) -> PageList:
    pages = PageList()
    pages.read("\n".join(lines).encode())
    return pages


def test_lines_that_name_no_page_are_passed_over() -> None:
    pages = listed(
        '{"format": "json-pages-1.0"}', "{torn", "[]", '{"url": 7}', "[" * 9000, '{"url": "https://e.org/a"}'
    )
    assert (bool(pages), pages.missing, pages.any_met) == (True, 1, False)
    assert not listed("{torn")


@pytest.mark.parametrize("address", ["https://e.org/a", "http://e.org/a/", "https://e.org/a#foot"])
def test_a_page_is_met_under_any_of_its_names(address: str) -> None:
    pages = listed('{"url": "https://e.org/a"}')
    assert pages.meets(address)
    assert (pages.missing, pages.any_met) == (0, True)


def test_what_a_listed_page_leads_to_is_one_too() -> None:
    pages = listed('{"url": "https://e.org/a"}')
    pages.follow("https://e.org/a", "/b")
    pages.follow("https://e.org/frame", "/c")
    pages.follow("https://e.org/a", "http://[odd")
    assert [pages.meets(f"https://e.org/{name}") for name in "bc"] == [True, False]
