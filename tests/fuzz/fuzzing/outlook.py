"""A message as Outlook saves it, to be damaged."""

from __future__ import annotations

import struct

from compound_file import compound_file

_TEXTS = {0x0037: "Herons", 0x0C1A: "Ada Quill", 0x5D01: "ada@lake.example", 0x1000: "The herons came back.\r\n" * 20}
_HTML = b"<html><body><p>The herons came back to the lock.</p></body></html>"
_SENT = struct.pack("<HHIQ", 0x40, 0x0039, 6, 133_224_123_000_000_000)

OUTLOOK = compound_file(
    {
        **{f"__substg1.0_{tag:04X}001F": text.encode("utf-16-le") for tag, text in _TEXTS.items()},
        "__substg1.0_10130102": _HTML,
        "__properties_version1.0": bytes(32) + _SENT,
        "__attach_version1.0_#00000000": {
            "__substg1.0_3707001F": "mill.txt".encode("utf-16-le"),
            "__substg1.0_37010102": b"The mill was sold in the spring.",
            "__properties_version1.0": bytes(8),
        },
    }
)
"""With a text, a page and an attached file."""
