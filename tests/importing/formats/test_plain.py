"""Text files: with fields at their head they are left as they are, else they are clippings."""

from __future__ import annotations

from tui.importing.formats.plain import read
from tui.importing.parsed import Draft, RawFile


def draft(text: str) -> Draft:
    (one,) = read(RawFile("a.txt", text.encode()))
    return one


def test_fields_leave_the_text_alone() -> None:
    one = draft("Title: The bridge\nDate: 3 August 2023\n\nIt is open.\nShare this\n")
    assert (one.title, one.paragraphs, one.left_out) == ("The bridge", ("It is open.", "Share this"), ())


def test_a_clipping_with_a_few_fields_keeps_them() -> None:
    one = draft("---\nsource: The Gazette\ntags: [a]\n---\nThe bridge\nBy AFP\nIt is open since the day before.\n")
    assert (one.title, one.source, one.tags) == ("The bridge", "The Gazette", ("a",))
    assert one.paragraphs == ("It is open since the day before.",)


def test_windows_line_ends_and_a_mark_at_the_head() -> None:
    one = draft("\ufeffThe bridge\r\n\r\nIt is open since the day before.\r\n")
    assert (one.title, one.paragraphs) == ("The bridge", ("It is open since the day before.",))


def test_a_date_in_figures_above_a_text_is_known_to_its_year() -> None:
    text = b"The bridge\n\nBy Ada Rell\n\n03/08/2023\n\nIt was opened with a song at noon, and nobody fell in.\n"
    (one,) = read(RawFile("a.txt", text))
    assert [date.iso for date in one.dates] == ["2023", "2023-08-03", "2023-03-08"]
    assert one.doubt == "its numeric date may be 2023-08-03 or 2023-03-08: nothing else decides"
    (other,) = read(RawFile("a.txt", text.replace(b"03/08/2023", b"3 August 2023")))
    assert ([date.iso for date in other.dates], other.doubt) == (["2023-08-03"], "")


def test_a_download_of_a_press_database_gives_its_articles() -> None:
    text = "".join(
        f"{number} of 2 DOCUMENTS\n\nHarbour Times\n\nMarch {number}, 2023\n\nCrane {number}\n\nLENGTH: 3 words\n\n"
        "It stands.\n\nLOAD-DATE: July 4, 2025\n\n"
        for number in (1, 2)
    )
    drafts = list(read(RawFile("Nexis 2025-07-04.TXT", text.encode("latin-1"))))
    assert [(draft.title, draft.dates[0].iso, draft.dated_by_name) for draft in drafts] == [
        *(("Crane 1", "2023-03-01", False), ("Crane 2", "2023-03-02", False)),
    ]
