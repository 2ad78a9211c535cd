"""Exports of note programs and older forms that the mutations begin with, a small one of each."""

# ruff: noqa: E501 - files as programs write them
from __future__ import annotations

from fuzzing.texts import P1, P2, PAGE

ENEX = (
    f"<en-export><note><title>Herons</title><content><![CDATA[<en-note><div>{P1}</div><div>{P2}</div></en-note>]]></content>"
    "<created>20240202T090000Z</created><tag>birds</tag><note-attributes><source-url>https://gazette.example/2023/03/04/a"
    "</source-url></note-attributes><resource><data encoding='base64'>iVBORw0KGgo=</data></resource></note></en-export>"
).encode()
JOPLIN = (
    f"Herons return\n\n{P1}\n\nid: {'0' * 32}\nparent_id: {'1' * 32}\ncreated_time: 2024-02-02T09:00:00.000Z\n"
    "source_url: https://gazette.example/a\nis_todo: 0\ntype_: 1"
).encode()
DOC = f'<doc id="1" url="https://gazette.example/a" date="2023-03-04" title="Herons" source="Lock Gazette">\n{P1}\n</doc>\n'.encode()
SHEET = f"<html><table><tr><th>Title</th><th>Date</th><th>Text</th></tr><tr><td>Herons</td><td>2023-03-04</td><td>{P1}</td></tr></table></html>".encode()
BOOKMARKS = (
    b"<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>\n<DL><DT><A HREF='https://x.example'>X</A></DL>"
)
FORWARDED = (
    "From: A Colleague <c@x.example>\nSubject: FW: Light\nDate: Mon, 6 Mar 2023 09:00:00 +0100\nContent-Type: text/html\n\n"
    "<div style='display:none'>Look inside</div><p>fyi</p><p><b>From:</b> Gazette &lt;l@gazette.example&gt;<br><b>Sent:</b> Friday,"
    f" 3 March 2023 18:12<br><b>To:</b> c@x.example<br><b>Subject:</b> Light</p><p>{P1}</p><p>Unsubscribe | Manage your preferences</p>"
).encode()
_BLOCK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
ARC = b"http://gazette.example/a 10.0.0.1 20030304101500 text/html %d\n" % len(_BLOCK) + _BLOCK + b"\n"
