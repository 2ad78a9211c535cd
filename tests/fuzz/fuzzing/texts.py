"""Small files of the formats that are text, each of which uses much of its format."""

# ruff: noqa: E501, W291

from __future__ import annotations

import base64

P1 = "The herons came back to the weir on Monday, two weeks later than in other years."
P2 = "“Nobody had expected them,” said Ada Lindqvist, who counts them for the county."
P3 = "La passerelle de l’écluse reste fermée jusqu’au 3 août 2021 ; les travaux coûtent 40 000 euros."

TEXT = f"""Herons return to the weir

By Ada Lindqvist | Lock Gazette
4 March 2021

LOCK TOWN, March 4 - {P1}

{P2}

{P3}

Share this article
""".encode()

MARKDOWN = f"""---
title: "Herons return: a count"
date: 2021-03-04T09:30:00+02:00
author: [Ada Lindqvist, 'B. Moreau']
source: Lock Gazette
tags:
  - birds
  - weir
lang: en
---

# Herons return: a count

{P1} [Read more](https://gazette.example/2021/03/04/herons) and *see* `code`.

> {P2}

1. one
2. two

| a | b |
|---|---|
| 1 | 2 |

```
code
```

{P3}
""".encode()

PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Herons return | Lock Gazette</title>
<meta property="og:title" content="Herons return"><meta property="og:site_name" content="Lock Gazette">
<meta property="article:published_time" content="2021-03-04T09:30:00+02:00"><meta name="author" content="Ada Lindqvist">
<link rel="canonical" href="https://gazette.example/2021/03/04/herons.html">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [{{"@type": "NewsArticle",
"headline": "Herons return", "datePublished": "2021-03-04", "dateModified": "2021-03-05T10:00:00Z",
"author": [{{"@type": "Person", "name": "Ada Lindqvist"}}], "publisher": {{"name": "Lock Gazette"}}, "keywords": "birds,weir"}}]}}
</script><style>p {{ color: red }}</style></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<!-- saved from url=(0042)https://gazette.example/2021/03/04/herons -->
<main><article><h1>Herons return</h1><p class="byline">By <span itemprop="author">Ada Lindqvist</span>
<time datetime="2021-03-04">4 March 2021</time></p><p>{P1}</p><p>{P2}</p><ul><li>one</li><li>two &amp; three</li></ul>
<table><tr><td>a<td>b</table><blockquote>{P3}</blockquote><pre>x
y</pre></article></main><footer>© 2021</footer></body></html>
""".encode()

QUOTED_PRINTABLE = PAGE.decode().encode("latin-1", "replace").replace(b"=", b"=3D").replace(b"\n", b"=20\n")

MHTML = (
    b"From: <Saved by Blink>\nSnapshot-Content-Location: https://gazette.example/2021/03/04/herons\n"
    b"Subject: =?utf-8?Q?Herons=20return?=\nDate: Fri, 5 Mar 2021 10:00:00 -0000\nMIME-Version: 1.0\n"
    b'Content-Type: multipart/related; type="text/html"; boundary="----b1"\n\n------b1\nContent-Type: text/html\n'
    b"Content-ID: <f@mhtml.blink>\nContent-Transfer-Encoding: quoted-printable\n"
    b"Content-Location: https://gazette.example/2021/03/04/herons\n\n"
    + QUOTED_PRINTABLE
    + b"\n------b1\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n------b1--\n"
)

MAIL = (
    f"""Received: from a.example by b.example; Thu, 4 Mar 2021 09:31:00 +0200
From: =?utf-8?q?Ada_Lindqvist?= <ada@gazette.example>
To: readers@gazette.example
Subject: =?utf-8?b?{base64.b64encode("Hérons: the count".encode()).decode()}?=
 of the year
Date: Thu, 4 Mar 2021 09:30:00 +0200 (EET)
Message-ID: <1@gazette.example>
List-Id: Lock Gazette <list.gazette.example>
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b1"

--b1
Content-Type: text/plain; charset=utf-8; format=flowed
Content-Transfer-Encoding: 8bit

{P1}

> {P2}

-- 
Ada
--b1
Content-Type: multipart/mixed; boundary=b2

--b2
Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: base64

{base64.encodebytes(PAGE).decode()}
--b2
Content-Type: message/rfc822

Subject: inner
Date: Wed, 3 Mar 2021 08:00:00 GMT
Content-Type: text/plain

{P3}
--b2
Content-Type: application/pdf; name="a.pdf"
Content-Disposition: attachment; filename*=utf-8''a%20b.pdf
Content-Transfer-Encoding: base64

JVBERi0xLjQK
--b2--
--b1--
"""
).encode()

MBOX = (
    b"From ada@gazette.example Thu Mar  4 09:30:00 2021\n"
    + MAIL
    + b"\nFrom bo@gazette.example Fri Mar  5 09:30:00 2021\nFrom: bo@gazette.example\nSubject: Ferry\n"
    + b"Date: Fri, 5 Mar 2021 09:30:00 +0000\nMessage-ID: <2@gazette.example>\n\n"
    + P3.encode()
    + b"\n>From here on nothing.\n"
)

RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Lock Gazette</title><link>https://gazette.example/</link><language>en</language>
<lastBuildDate>Fri, 05 Mar 2021 00:00:00 GMT</lastBuildDate>
<item><title>Herons &amp; weirs</title><link>https://gazette.example/2021/03/04/herons</link><guid isPermaLink="false">1</guid>
<pubDate>Thu, 04 Mar 2021 09:30:00 +0200</pubDate><dc:creator><![CDATA[Ada Lindqvist]]></dc:creator><category>birds</category>
<description>{P1}</description><content:encoded><![CDATA[<p>{P1}</p><p>{P2}</p>]]></content:encoded></item>
<item><title>Ferry</title><guid>2</guid><pubDate>5 mars 2021</pubDate><description>&lt;p&gt;{P3}&lt;/p&gt;</description></item>
</channel></rss>
""".encode()

RDF = f"""<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Lock</title></channel>
<item rdf:about="y"><title>Herons</title><link>y</link><dc:date>2021-03-04</dc:date><description>{P1}</description></item></rdf:RDF>
""".encode()

ATOM = f"""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Lock Gazette</title>
<updated>2021-03-05T00:00:00Z</updated><entry><id>tag:gazette.example,2021:1</id><title type="html">Herons &lt;b&gt;return&lt;/b&gt;</title>
<published>2021-03-04T09:30:00+02:00</published><updated>2021-03-06T00:00:00Z</updated><author><name>Ada Lindqvist</name></author>
<link href="https://gazette.example/2021/03/04/herons"/><summary>{P1}</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{P1}</p><p>{P2}</p></div></content></entry></feed>
""".encode()

SITEMAP = b"<?xml version='1.0'?><urlset xmlns='x'><url><loc>https://gazette.example/</loc></url></urlset>"

JSON_FEED = (
    '{"version": "https://jsonfeed.org/version/1.1", "title": "Lock Gazette", "items": [{"id": "1", "url": '
    '"https://gazette.example/2021/03/04/herons", "title": "Herons", "date_published": "2021-03-04T09:30:00+02:00", '
    f'"content_html": "<p>{P1}</p>", "authors": [{{"name": "Ada"}}], "tags": ["birds"]}}]}}'
).encode()

ROWS = (
    f'{{"id": 1, "title": "Herons", "text": "{P1}\\n\\n{P3}", "date": "2021-03-04", "source": "Lock Gazette", "tags": ["a"]}}\n'
    f'{{"id": 2, "headline": "Ferry", "body": "{P1}", "published": 1614850200, "author": {{"name": "Ada"}}, "url": "https://a.example"}}\n'
    '{"id": 3, "title": "Nothing"}\n[1, 2]\nnot json\n'
).encode()

ARRAY = b"[" + b",\n".join(ROWS.splitlines()[:3]) + b"]"

CSL = (
    '[{"id": "a", "type": "article-newspaper", "title": "Herons", "container-title": "Lock Gazette", '
    '"issued": {"date-parts": [[2021, 3, 4]]}, "author": [{"family": "Lindqvist", "given": "Ada"}], '
    f'"abstract": "{P1}", "URL": "https://gazette.example/a", "language": "en"}}]'
).encode()

CSV = f'''id,Title,Date,Text,Source,Author,URL
1,Herons,03/08/2021,"{P1}
{P3}",Lock Gazette,"Lindqvist, Ada",https://gazette.example/1
2,"Ferry ""Anna""",28/08/2021,"{P1}",Lock Gazette,,
3,,13/02/2021,,,,
4,Short row
'''.encode()

INSTAPAPER = f"""URL,Title,Selection,Folder,Timestamp
https://gazette.example/2021/03/04/herons,Herons,"{P1}",Unread,1614850200
""".encode()

SGML = f"""<!DOCTYPE lewis SYSTEM "lewis.dtd">
<REUTERS TOPICS="YES" OLDID="1" NEWID="2"><DATE>26-FEB-1987 15:01:01.79</DATE><TOPICS><D>birds</D></TOPICS>
<TEXT>&#2;<TITLE>HERONS RETURN</TITLE><AUTHOR>by Ada Lindqvist</AUTHOR><DATELINE>    LOCK TOWN, Feb 26 - </DATELINE><BODY>{P1}
    {P2}
 Reuter
&#3;</BODY></TEXT></REUTERS>
<REUTERS NEWID="3"><DATE>27-FEB-1987</DATE><TEXT TYPE="BRIEF"><TITLE>FERRY</TITLE></TEXT></REUTERS>
""".encode()

TREC = f"""<DOC>
<DOCNO> LG20210304-0001 </DOCNO><DATE>March 4, 2021</DATE><HEADLINE>Herons</HEADLINE><SOURCE>Lock Gazette</SOURCE>
<TEXT><P>{P1}</P><P>{P2}</P></TEXT></DOC>
<DOC><DOCID>2</DOCID><DATE_TIME>2021-03-05 10:00:00</DATE_TIME><HL>Ferry</HL><BODY>{P3}</BODY></DOC>
""".encode()

RTF = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times;}}{\colortbl;\red0\green0\blue0;}"
    r"{\info{\title Herons}{\author Ada Lindqvist}{\creatim\yr2021\mo3\dy4\hr9\min30}}"
    r"{\*\generator x;}\pard\b Herons return\b0\par " + P1 + r"\par caf\'e9 \u8220?quoted\u8221?\line next\tab x\par"
    r"{\field{\*\fldinst HYPERLINK "
    "https://gazette.example"
    "}{\fldrslt link}}\trowd\\cellx100 a\\cell b\\cell\row"
    r"{\pict\pngblip 89504e47}\uc1\u-3913?}"
).encode("latin-1", "replace")

BIB = b"@article{a, title = {Herons}, author = {Lindqvist, Ada}, year = 2021, abstract = {The herons came back.}}\n"
TEI = (
    "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><titleStmt><title>The crane</title><author>Ada Quill"
    "</author></titleStmt><sourceDesc><bibl><title>Harbour Times</title><date when='1923-03-04'/></bibl></sourceDesc>"
    f"</fileDesc></teiHeader><text><body><head>The crane</head><p>{P1}<lb/></p><list><item>{P3}</item></list></body></text>"
    "</TEI>"
).encode()
