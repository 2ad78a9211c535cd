"""Small files of the formats that are not text: archives, documents that are archives, PDF."""

# ruff: noqa: E501

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
import zlib

from fuzzing.texts import CSV, MAIL, MARKDOWN, P1, P2, P3, PAGE, TEXT


def _zipped(files: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return target.getvalue()


WORDML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGES = "http://schemas.openxmlformats.org/package/2006"
DOCX = _zipped(
    {
        "[Content_Types].xml": f'<?xml version="1.0"?><Types xmlns="{PACKAGES}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": f'<?xml version="1.0"?><Relationships xmlns="{PACKAGES}/relationships"><Relationship Id="rId1" Type='
        '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{PACKAGES}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
        "</Relationships>",
        "docProps/core.xml": f'<?xml version="1.0"?><cp:coreProperties xmlns:cp="{PACKAGES}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Herons</dc:title>'
        "<dc:creator>Ada</dc:creator><dcterms:created>2021-03-04T09:30:00Z</dcterms:created></cp:coreProperties>",
        "word/document.xml": f'<?xml version="1.0"?><w:document xmlns:w="{WORDML}"><w:body><w:p><w:pPr><w:pStyle w:val="Heading1"/>'
        f"</w:pPr><w:r><w:t>Herons return</w:t></w:r></w:p><w:p><w:r><w:t>{P1}</w:t></w:r><w:r><w:br/><w:tab/></w:r></w:p>"
        f'<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{P2}</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/>'
        f'<w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t xml:space="preserve">{P3} </w:t></w:r></w:p></w:body></w:document>',
    }
)

ODF = "urn:oasis:names:tc:opendocument:xmlns"
ODT = _zipped(
    {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "META-INF/manifest.xml": f'<?xml version="1.0"?><m:manifest xmlns:m="{ODF}:manifest:1.0"><m:file-entry m:full-path="/"/></m:manifest>',
        "meta.xml": f'<?xml version="1.0"?><o:document-meta xmlns:o="{ODF}:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:meta="{ODF}:meta:1.0"><o:meta><dc:title>Herons</dc:title><dc:creator>Ada</dc:creator>'
        "<meta:creation-date>2021-03-04T09:30:00</meta:creation-date><dc:language>en-GB</dc:language></o:meta></o:document-meta>",
        "content.xml": f'<?xml version="1.0"?><o:document-content xmlns:o="{ODF}:office:1.0" xmlns:t="{ODF}:text:1.0"><o:body><o:text>'
        f'<t:h t:outline-level="1">Herons return</t:h><t:p>{P1}<t:s t:c="3"/><t:tab/><t:line-break/></t:p><t:list><t:list-item><t:p>{P2}'
        f"</t:p></t:list-item></t:list><t:p>{P3}</t:p></o:text></o:body></o:document-content>",
    }
)

EPUB = _zipped(
    {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
        '<rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
        "OEBPS/content.opf": '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Lock Gazette, a year</dc:title><dc:creator>Ada</dc:creator>'
        "<dc:date>2021-03-04</dc:date><dc:language>en</dc:language><dc:publisher>Lock Gazette</dc:publisher></metadata><manifest>"
        '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="b%20c.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest>'
        '<spine><itemref idref="a"/><itemref idref="b" linear="no"/></spine></package>',
        "OEBPS/nav.xhtml": '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body><nav epub:type="toc">'
        '<ol><li><a href="a.xhtml">Herons</a></li><li><a href="b%20c.xhtml#x">Ferry</a></li></ol></nav></body></html>',
        "OEBPS/a.xhtml": f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Herons</title></head><body><h1>Herons</h1><p>{P1}</p>'
        f"<p>{P2}</p></body></html>",
        "OEBPS/b c.xhtml": f'<html xmlns="http://www.w3.org/1999/xhtml"><body><h2 id="x">Ferry</h2><p>{P3}</p></body></html>',
    }
)


def pdf(packed: bool) -> bytes:
    """A document of two pages with information, an outline and, where it is `packed`, streams that are."""
    lines = [
        b"Herons return",
        b"By Ada Lindqvist",
        b"4 March 2021",
        *(P1[i : i + 40].encode() for i in range(0, 80, 40)),
    ]
    shown = (
        b"BT /F1 12 Tf 14 TL 72 720 Td " + b"".join(b"(%b) Tj T* " % line for line in lines) + b"[(Tw) -20 (o)] TJ ET"
    )
    stream = zlib.compress(shown) if packed else shown
    form = b"/Filter /FlateDecode " if packed else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Outlines 8 0 R /Lang (en) >>",
        b"<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 612 792] >>",
        b"<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 6 0 R >> >> /Contents 5 0 R >>",
        b"<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 6 0 R >> >> /Contents [5 0 R 5 0 R] /Rotate 90 >>",
        b"<< /Length %d %b>>\nstream\n%b\nendstream" % (len(stream), form, stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 9 0 R >>",
        b"<< /Title (Herons return) /Author <FEFF004100640061> /CreationDate (D:20210304093000+02'00') >>",
        b"<< /Type /Outlines /First 8 0 R /Last 8 0 R /Count 1 /Title (x) >>",
        b"<< /Length 96 >>\nstream\n/CIDInit /ProcSet findresource begin begincmap 1 beginbfrange <41> <5A> <0041> endbfrange endcmap end\nendstream",
    ]  # fmt: skip
    content, places = b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n", []
    for number, written in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%b\nendobj\n" % (number, written)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        content
        + b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(objects) + 1, table)
        + b"trailer\n<< /Size %d /Root 1 0 R /Info 7 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, len(content))
    )


def _tarred(files: dict[str, bytes], form: int) -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w", format=form) as archive:
        for name, content in files.items():
            head = tarfile.TarInfo(name)
            head.size = len(content)
            archive.addfile(head, io.BytesIO(content))
    return target.getvalue()


def _record(kind: str, address: str, media_type: str, block: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2022-03-04T05:06:07Z\r\n"
        f"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: {media_type}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def _records() -> list[bytes]:
    squeezed = gzip.compress(TEXT, mtime=0)
    chunks = b"8\r\n" + squeezed[:8] + b"\r\n%x;a=b\r\n" % (len(squeezed) - 8) + squeezed[8:] + b"\r\n0\r\n\r\n"
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
    return [
        _record("warcinfo", "", "application/warc-fields", b"software: x\r\n"),
        _record("request", "http://a.example/", "application/http", b"GET / HTTP/1.1\r\n\r\n"),
        _record("response", "http://a.example/", "application/http", http + b"\r\n" + PAGE),
        _record(
            "response",
            "http://a.example/t?q=1",
            "application/http",
            b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
            + chunks,
        ),
        _record("response", "http://a.example/x", "application/http", b"HTTP/1.1 301 Moved\r\nLocation: /\r\n\r\n"),
        _record("resource", "http://a.example/r.txt", "text/plain", TEXT),
        _record("revisit", "http://a.example/", "application/http", b"HTTP/1.1 200 OK\r\n\r\n"),
    ]


IN_ARCHIVES: dict[str, bytes] = {
    "a.txt": TEXT,
    "news/héron.md": MARKDOWN,
    "c.csv": CSV,
    "p.html": PAGE,
    "m.eml": MAIL,
    "p.jpeg": b"\xff\xd8",
    "__MACOSX/._a.txt": b"x",
    "../out.txt": TEXT,
}
ZIP = _zipped({**IN_ARCHIVES, "d.zip": _zipped({"e.txt": TEXT, "a.txt.gz": gzip.compress(TEXT, mtime=0)})})
STORED = _zipped({**IN_ARCHIVES}, zipfile.ZIP_STORED)
BZIPPED = _zipped({"a.txt": TEXT}, zipfile.ZIP_BZIP2)
TAR = _tarred({**IN_ARCHIVES, f"{'n' * 120}.txt": TEXT}, tarfile.PAX_FORMAT)
GNU = _tarred({f"{'n' * 120}.txt": TEXT, "b.txt": TEXT}, tarfile.GNU_FORMAT)
WARC = b"".join(_records())
WARC_GZ = b"".join(gzip.compress(record, mtime=0) for record in _records())
WACZ = _zipped(
    {
        "datapackage.json": '{"profile": "data-package"}',
        "pages/pages.jsonl": '{"format": "json-pages-1.0"}\n{"url": "http://a.example/", "ts": "2022-03-04T05:06:07Z", "title": "H"}\n',
        "archive/a.warc.gz": WARC_GZ,
    },
    zipfile.ZIP_STORED,
)
OMNIVORE = _zipped(
    {
        "metadata_0_to_1.json": '[{"id": "1", "slug": "herons", "title": "Herons", "url": "https://gazette.example/a", "state": "Active", '
        '"savedAt": "2022-03-04T05:06:07Z", "publishedAt": "2021-03-04T00:00:00Z", "labels": ["birds"], "author": "Ada"}]',
        "content/herons.html": PAGE,
        "highlights/herons.md": "> x\n",
    }
)
