"""Documents in TEI, DocBook and JATS: title, day, outlet, whole paragraphs, and no word lost."""

from __future__ import annotations

from packed_files import read_as

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>The crane stands still</title>
<author>Ada Quill</author></titleStmt><publicationStmt><publisher>Corpus of Portham</publisher><date>2021</date>
</publicationStmt><sourceDesc><bibl><title level="j">Harbour Times</title><date when="1923-03-04">4 March 1923</date>
</bibl></sourceDesc></fileDesc></teiHeader><text><body><head>The crane stands still</head><p>Nobody knows
<hi>why</hi> it stopped in the<lb/>night of Friday.</p>
<list><item>The first lamp</item><item>The second lamp</item></list></body></text>
</TEI>"""
DOCBOOK = """<article xmlns="http://docbook.org/ns/docbook"><info>
<title>The crane <emphasis>stands</emphasis> still</title>
<author><personname>Ada Quill</personname></author><date>2023-03-04</date></info>
<para>Nobody knows why it
stopped.</para>
<section><title>What the <emphasis>master</emphasis> says</title><para>He says nothing.</para></section>
</article>"""
JATS = """<article article-type="news"><front><journal-meta>
<journal-title-group><journal-title>Harbour Times</journal-title>
</journal-title-group></journal-meta><article-meta><title-group><article-title>The crane stands
still</article-title></title-group><contrib-group><contrib><name><surname>Quill</surname>
<given-names>Ada</given-names></name></contrib></contrib-group><pub-date><day>04</day><month>03</month><year>2023</year></pub-date></article-meta>
</front><body><sec><title>The night</title><p>Nobody knows <italic>why</italic> it
stopped.</p></sec></body></article>"""


def test_the_print_that_a_transcript_was_made_from_gives_day_and_outlet() -> None:
    (article,) = read_as("a.xml", TEI.encode()).articles
    assert (article.title, article.author, article.source) == ("The crane stands still", "Ada Quill", "Harbour Times")
    assert article.published is not None
    assert article.published.iso == "1923-03-04"
    assert article.text.split("\n\n") == [
        "Nobody knows why it stopped in the night of Friday.",
        "The first lamp",
        "The second lamp",
    ]
    assert {"Corpus of Portham", "4 March 1923"} <= set(article.left_out)


def test_each_text_of_a_corpus_is_an_article() -> None:
    corpus = f"<teiCorpus><teiHeader><fileDesc/></teiHeader>{TEI}{TEI.replace('crane', 'ferry')}</teiCorpus>"
    titles = [article.title for article in read_as("a.xml", corpus.encode()).articles]
    assert titles == ["The crane stands still", "The ferry stands still"]


def test_a_section_of_docbook_keeps_its_heading_in_the_text() -> None:
    (article,) = read_as("a.xml", DOCBOOK.encode()).articles
    assert (article.title, article.author) == ("The crane stands still", "Ada Quill")
    assert article.text.split("\n\n") == [
        "Nobody knows why it stopped.",
        "What the master says",
        "He says nothing.",
    ]


def test_a_journal_article_has_its_day_of_parts() -> None:
    (article,) = read_as("a.xml", JATS.encode()).articles
    assert (article.title, article.source) == ("The crane stands still", "Harbour Times")
    assert article.published is not None
    assert article.published.iso == "2023-03-04"
    assert article.text.split("\n\n") == ["The night", "Nobody knows why it stopped."]


def test_a_document_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    (article,) = read_as("a.xml", TEI[: TEI.index("</p>")].encode()).articles
    assert article.text == "Nobody knows why it stopped in the night of Friday."


def test_a_nest_without_end_keeps_its_text() -> None:
    nest = "<div>" * 20_000
    text = TEI.replace("<p>Nobody", f"{nest}<p>Nobody")
    (article,) = read_as("a.xml", text.encode()).articles
    assert article.title == "The crane stands still"
    assert "Nobody knows why it stopped in the night of Friday." in article.text
