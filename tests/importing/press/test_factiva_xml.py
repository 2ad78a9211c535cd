"""Factiva's XML: each article with its paragraphs and fields."""

from __future__ import annotations

from tui.importing.press.factiva_xml import factiva_drafts, is_factiva

ARTICLE = """<ppsarticle><article><accessionNo>HARB0020230304e5170{number}</accessionNo><baseLanguage>EN</baseLanguage>
<byline>By Ada Quill</byline><headline><paragraph><hlt>Crane</hlt> stands still</paragraph></headline>
<leadParagraph><paragraph>The crane stands still.</paragraph></leadParagraph><pages><page>85</page></pages>
<publicationDate><dateTime>2023-03-04T01:35:58Z</dateTime></publicationDate><sourceName>Harbour Times</sourceName>
<region code="uk"><name>United Kingdom</name></region><tailParagraphs><paragraph>And <hlt>again</hlt>.</paragraph>
<paragraph>On Tuesday.</paragraph></tailParagraphs><wordCount>942</wordCount></article></ppsarticle>"""
FILE = f'<PPSResponse xmlns="http://global.factiva.com/pps/2.0">{ARTICLE.format(number=1)}{ARTICLE.format(number=2)}</PPSResponse>'


def test_articles_come_out_with_paragraphs_and_fields() -> None:
    assert is_factiva(FILE)
    first, second = factiva_drafts(FILE)
    assert first.title == "Crane stands still"
    assert first.paragraphs == ("The crane stands still.", "And again.", "On Tuesday.")
    assert (first.source, first.author, first.page, first.length, first.language) == (
        "Harbour Times",
        "Ada Quill",
        "85",
        942,
        "en",
    )
    assert [date.iso for date in first.dates] == ["2023-03-04"]
    assert (first.archive_number, second.archive_number) == ("HARB0020230304e51701", "HARB0020230304e51702")
    assert "region: United Kingdom" in first.left_out


def test_a_file_that_breaks_off_gives_what_it_has() -> None:
    (first,) = factiva_drafts(FILE[: FILE.index("<region")])
    assert (first.title, first.source) == ("Crane stands still", "Harbour Times")


def test_other_xml_is_not_factiva() -> None:
    assert not is_factiva("<rss><channel/></rss>")
