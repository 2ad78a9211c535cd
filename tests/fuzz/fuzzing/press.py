"""Downloads of press databases that the mutations begin with, a small one of each form."""

# ruff: noqa: E501 - records as databases write them
from __future__ import annotations

NEXIS = b"".join(
    b"%d of 2 DOCUMENTS\n\nHarbour Times\n\nMarch %d, 2023 Monday\nFinal Edition\n\nA crane stands still\n\nBYLINE: Ada Quill\n\n"
    b"SECTION: NEWS; Pg. 3\n\nLENGTH: 9 words\n\nThe crane stands still.\n\nLOAD-DATE: July 4, 2025\n\nLANGUAGE: ENGLISH\n\n"
    b"Copyright 2023 Press\n\n" % (number, number)
    for number in (1, 2)
)
UNI = b"".join(
    b"The crane %d\n\nCoast Courier\n\n12 May 2023\n\nLength: 9 words\n\nBody\n\nIt stands.\n\nLoad-Date: July 4, 2025\n\n"
    b"End of Document\n\n" % number
    for number in (1, 2)
)
FACTIVA = b"".join(
    b"HD The crane\n\nBY By Ada Quill\n\nPD %d March 2023\n\nSN Harbour Times\n\nLP It stands.\n\nTD Still.\n\nRE uk : Kingdom\n\n"
    b"AN Document HRTMS0020230304ej34000%d\n\n" % (number, number)
    for number in (1, 2)
)
PLAIN = b"".join(
    b"The crane\n\nBy Ada Quill\n\n99 words\n\n%d March 2023\n\nHarbour Times\n\nHRTMS\n\n3\n\nEnglish\n\n(c) 2023 Press\n\n"
    b"It stands.\n\nDocument HRTMS0020230304ej34000%d\n\n" % (number, number)
    for number in (1, 2)
)
PROQUEST = b"".join(
    b"____________________________________________________________\n\nThe crane\n\nAuthor: Quill, Ada\n\nFull text: It stands.\n\n"
    b"Publication title: Harbour Times; Portham\n\nPublication date: Mar %d, 2023\n\nDatabase: News\n\n" % number
    for number in (1, 2)
)
APA = b"".join(
    b'"Hafenbote" vom 0%d.04.2013   Seite: 3\nRessort: Politik\n\nDer Kran\n\nEr steht.\n\n' % number
    for number in (1, 2)
)
MEDIARGUS = (
    b"1. De kraan\n\nHavenbode, woensdag 30 november 2011, p. 23, 853w.\n\nZij staat.\n\n\n2. Het veer\n\nKustpost, dinsdag 29 november"
    b" 2011, p. 4, 9w.\n\nHet vaart.\n\n\n\n\n\n30-11-2011, p.23\nBerta Kaan\nDe kraan\n\nZij staat stil.\n\n\n\n29-11-2011, p.4\n\n"
    b"Het veer\n\nHet vaart niet.\n"
)
NEWSBANK = b"".join(
    b"A crane\n\n March %d, 2023 | Harbour Times, The (Portham)\n\n Author/Byline: Ada Quill | Section: News \n \n 9\n Words \n\n"
    b" Read News Document\n\n It stands. \n\n \xc2\xa9 Copyright 2023 Press\n\n" % number
    for number in (1, 2)
)
GOPRESS = (
    b"De kraan\nHavenbode - 04 mrt. 2023\nPage 12\nHij staat.\n\nHet veer\nKustpost - 12 mei 2023\nPage 3\nHet vaart.\n"
)
EBSCO = b"TI- A crane\nAU- Quill, Ada\nSO- Harbour Times; 03/14/2023, p4\nAB- It stands.\nStill.\nAN- 2W61\n\n" * 2
DOWNLOADS = [NEXIS, UNI, FACTIVA, PLAIN, PROQUEST, APA, MEDIARGUS, NEWSBANK, GOPRESS, EBSCO]
PRESSREADER = (
    b"<title>PressReader - Harbour Times: 2023-03-04 - A crane</title>"
    + b"<article><h1>A crane</h1><p>Harbour Times</p><p>4 Mar 2023</p><p>By Ada Quill</p><p>It stands.</p></article>"
    * 2
)
EUROPRESSE = b"".join(
    b'<article><span class="DocPublicationName">Le Phare, no. 7</span><span class="DocHeader">Le Phare, no. 7 Ports, lundi %d mars'
    b' 2023, p. 3</span><p class="titreArticleVisu">La grue</p><div class="docOcurrContainer"><p>Elle dort.</p></div><footer>'
    b"news\xc2\xb720230304\xc2\xb7PH\xc2\xb71</footer></article>" % number
    for number in (6, 13)
)
RIS = b"TY  - NEWS\nTI  - A light\nAU  - Quill, Ada\nDA  - 2023/03/04\nAB  - It.\nER  - \n" * 2
ENDNOTE = b"%0 Newspaper Article\n%T A light\n%A Quill, Ada\n%D 2023\n%8 March 4, 2023\n%X It.\n\n" * 2
