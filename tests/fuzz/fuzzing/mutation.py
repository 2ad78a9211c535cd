"""Mutation: a file becomes another one that is nearly right. The same random numbers make the same file."""

# ruff: noqa: E501

from __future__ import annotations

import gzip
import io
import random
import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable

LARGEST = 400_000
"""Bytes of a mutated file at most: what breaks at more is tried by the tests of hostile files."""

TOKENS = (
    b"\0", b"\x1b]52;c;AAAA\x07", b"\x1b[2J", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc3", b"\xed\xa0\x80", b"\xe2\x80\xae", b"\xc2\x9b",
    b"&#27;", b"&#x1b;", b"&#xd800;", b"&#x202e;", b"&#99999999999;", b"\\u001b", b"\\ud800", b"\\u202e", b"=?utf-8?q?=1b=9b?=",
    b"=?utf-8?b?4oCu?=", b"<![CDATA[", b"]]>", b"<!--", b"-->", b"<script>", b"</p>", b"<a:b>", b"<!DOCTYPE a [<!ENTITY b 'cccc'>]>",
    b"&b;", b"\r\n\r\n", b"\r", b"\n", b"\n\n", b'"', b"'", b",", b";", b"\t", b"{", b"}", b"[", b"]", b"(", b")", b"\\", b"%", b"=",
    b"---\n", b"...\n", b"From \n", b"Content-Type: multipart/mixed; boundary=a\n", b"Content-Transfer-Encoding: base64\n",
    b"charset=utf-7", b"charset=nonsense", b"endstream", b"endobj", b"<< /Length 99999999 >>", b"1 0 R", b"/Kids [1 0 R]",
    b"\\par ", b"{\\*\\bin9999999 ", b"\\u-3913?", b"\\'9b", b"<DOC>", b"</DOC>", b"WARC/1.0\r\n", b"PK\x03\x04", b"PK\x01\x02",
    b"PK\x05\x06", b"\x1f\x8b\x08", b"ustar", b"2021-02-31", b"31/02/2021", b"0000-00-00", b"99999-12-31", b"2021-03-04T99:99:99Z",
    b"-0001-01-01", b"Mon, 99 Foo 20211 25:61:61 +9999", b"1e999", b"-1", b"NaN", b"null", b"true", b"0x7fffffff",
)  # fmt: skip
"""What stands in files of all formats, and what must never come through."""

_NUMBERS = (b"0", b"-1", b"1", b"2", b"65536", b"2147483647", b"4294967296", b"99999999999999999999", b"1e9", b"00")
_NESTING = (b"<div>", b"<b>", b"[", b"{", b'{"a":', b"(", b"<< /A ", b"{\\b ", b"> ", b"- ", b"<DOC>", b'"', b"<!--")
_BINARY = (0, 1, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF)
_DIGITS = re.compile(rb"\d+")
_WORD = re.compile(rb"[A-Za-z][A-Za-z:_-]+")

Mutator = Callable[[random.Random, bytes, list[bytes]], bytes]


def _place(rng: random.Random, content: bytes) -> int:
    return rng.randrange(len(content) + 1)


def _span(rng: random.Random, content: bytes, most: int = 400) -> tuple[int, int]:
    start = _place(rng, content)
    return start, min(len(content), start + rng.randint(1, most))


def flipped(rng: random.Random, content: bytes, _others: list[bytes]) -> bytes:
    """Turn some bits round."""
    changed = bytearray(content)
    for _ in range(rng.choice((1, 1, 2, 4, 16)) if changed else 0):
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def scribbled(rng: random.Random, content: bytes, _others: list[bytes]) -> bytes:
    """Write rubbish over a few bytes."""
    start, end = _span(rng, content, 16)
    return content[:start] + rng.randbytes(end - start) + content[end:]


def cut(rng: random.Random, content: bytes, _others: list[bytes]) -> bytes:
    """Lose the end, or the beginning."""
    place = _place(rng, content)
    return content[:place] if rng.random() < 0.8 else content[place:]


def removed(rng: random.Random, content: bytes, _others: list[bytes]) -> bytes:
    """Lose something in the middle."""
    start, end = _span(rng, content)
    return content[:start] + content[end:]


def repeated(rng: random.Random, content: bytes, _others: list[bytes]) -> bytes:
    """Say something many times."""
    start, end = _span(rng, content)
    return content[:end] + content[start:end] * rng.choice((1, 2, 10, 300)) + content[end:]


def spliced(rng: random.Random, content: bytes, others: list[bytes]) -> bytes:
    """Go on as another file does."""
    other = rng.choice(others)
    return content[: _place(rng, content)] + other[_place(rng, other) :]


def implanted(rng: random.Random, content: bytes, others: list[bytes]) -> bytes:
    """Put a part of another file in."""
    other = rng.choice(others)
    start, end = _span(rng, other)
    place = _place(rng, content)
    return content[:place] + other[start:end] + content[place:]


def told(rng: random.Random, content: bytes, _others: list[bytes]) -> bytes:
    """Put in something that means something."""
    place = _place(rng, content)
    return content[:place] + rng.choice(TOKENS) * rng.choice((1, 1, 1, 3)) + content[place:]


def replaced(rng: random.Random, content: bytes, _others: list[bytes]) -> bytes:
    """Put something that means something in a word's place."""
    words = list(_WORD.finditer(content[:20_000]))
    if not words:
        return content
    word = rng.choice(words)
    return content[: word.start()] + rng.choice(TOKENS) + content[word.end() :]


def numbered(rng: random.Random, content: bytes, _others: list[bytes]) -> bytes:
    """Change a number that is written in digits."""
    numbers = list(_DIGITS.finditer(content[:20_000]))
    if not numbers:
        return content
    number = rng.choice(numbers)
    return content[: number.start()] + rng.choice(_NUMBERS) + content[number.end() :]


def measured(rng: random.Random, content: bytes, _others: list[bytes]) -> bytes:
    """Change a number that is written in bytes: a length, a count, an offset."""
    form = rng.choice("<H >H <I >I <Q".split())  # noqa: SIM905
    size = struct.calcsize(form)
    place = _place(rng, content)
    if place + size > len(content):
        return content
    value = rng.choice(_BINARY) & (256**size - 1)
    return content[:place] + struct.pack(form, value) + content[place + size :]


def swapped(rng: random.Random, content: bytes, _others: list[bytes]) -> bytes:
    """Change the places of two lines, or of two words."""
    mark = rng.choice((b"\n", b" ", b">", b","))
    parts = content.split(mark)
    first, second = rng.randrange(len(parts)), rng.randrange(len(parts))
    parts[first], parts[second] = parts[second], parts[first]
    return mark.join(parts)


def nested(rng: random.Random, content: bytes, _others: list[bytes]) -> bytes:
    """Open something many times and never close it."""
    place = _place(rng, content)
    return content[:place] + rng.choice(_NESTING) * rng.choice((20, 200, 3000)) + content[place:]


def recoded(rng: random.Random, content: bytes, _others: list[bytes]) -> bytes:
    """Write it in another encoding."""
    text = content.decode("utf-8", "replace")
    return text.encode(rng.choice(("utf-16", "utf-16-be", "utf-32", "cp1252", "utf-7", "koi8-r")), "replace")


MUTATORS: tuple[Mutator, ...] = (
    flipped, scribbled, cut, removed, repeated, spliced, implanted, told, told, replaced, replaced, numbered, measured,
    swapped, nested, recoded,
)  # fmt: skip


def mutated(rng: random.Random, seed: bytes, others: list[bytes]) -> bytes:
    """Return a file that is nearly `seed`; of an archive it is often something in it that changes."""
    if rng.random() < 0.7:
        inner = _within(rng, seed, others)
        if inner is not None:
            return inner
    for _ in range(rng.choice((1, 1, 2, 3, 5))):
        seed = rng.choice(MUTATORS)(rng, seed, others)[:LARGEST]
    return seed


def _within(rng: random.Random, seed: bytes, others: list[bytes]) -> bytes | None:
    """Change something in an archive and pack it again; None where `seed` is none."""
    if seed.startswith(b"\x1f\x8b"):
        try:
            return gzip.compress(mutated(rng, gzip.decompress(seed), others), 1, mtime=0)
        except (OSError, EOFError, zlib.error):
            return None
    if not seed.startswith(b"PK\x03\x04"):
        return None
    with zipfile.ZipFile(io.BytesIO(seed)) as archive:
        files = [(info.filename, archive.read(info)) for info in archive.infolist()]
    changed = rng.randrange(len(files))
    target = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        warnings.simplefilter("ignore")  # of names that are there twice
        for number, (name, content) in enumerate(files):
            written = mutated(rng, content, others) if number == changed else content
            archive.writestr(zipfile.ZipInfo(name), written)
    return target.getvalue()
