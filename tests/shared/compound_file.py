"""Makes compound files, the containers of Outlook messages, after MS-CFB: version 3, sectors of 512 bytes."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field

SECTOR, MINI_SECTOR, CUTOFF = 512, 64, 4096
END, FREE, NOTHING, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFD
STORAGE, STREAM, ROOT = 1, 2, 5

Tree = Mapping[str, "bytes | Tree"]
"""Streams and storages by their names."""


@dataclass
class Entry:
    name: str
    kind: int
    content: bytes = b""
    right: int = NOTHING
    child: int = NOTHING
    start: int = END
    size: int = 0

    def packed(self) -> bytes:
        name = self.name.encode("utf-16-le") + b"\0\0"
        head = struct.pack("<64sHBBIII", name, len(name), self.kind, 1, NOTHING, self.right, self.child)
        return head + bytes(36) + struct.pack("<IQ", self.start, self.size)


@dataclass
class Sectors:
    """Sectors of one size with the table that chains them."""

    size: int
    content: bytearray = field(default_factory=bytearray)
    table: list[int] = field(default_factory=list)

    def add(self, content: bytes) -> int:
        """Append a stream and return its first sector."""
        if not content:
            return END
        first, count = len(self.table), -(-len(content) // self.size)
        self.content += content.ljust(count * self.size, b"\0")
        self.table += [*range(first + 1, first + count), END]
        return first


def compound_file(tree: Tree) -> bytes:
    """Return a file that holds a tree; few enough sectors for one header without further tables."""
    entries = [Entry("Root Entry", ROOT)]
    _fill(entries, 0, tree)
    sectors, small = Sectors(SECTOR), Sectors(MINI_SECTOR)
    for entry in entries[1:]:
        if entry.kind == STREAM:
            entry.size = len(entry.content)
            entry.start = (small if entry.size < CUTOFF else sectors).add(entry.content)
    entries[0].start, entries[0].size = sectors.add(bytes(small.content)), len(small.content)
    directory = sectors.add(b"".join(entry.packed() for entry in entries))
    small_table = sectors.add(struct.pack(f"<{len(small.table)}I", *small.table))
    own = 1
    while len(sectors.table) + own > own * SECTOR // 4:
        own += 1
    places = [len(sectors.table) + number for number in range(own)]
    table = [*sectors.table, *[FAT] * own]
    table += [FREE] * (own * SECTOR // 4 - len(table))
    head = struct.pack("<8s16sHHHHH6x", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6)
    counts = (0, own, directory, 0, CUTOFF, small_table, -(-4 * len(small.table) // SECTOR), END, 0)
    head += struct.pack("<9I", *counts) + struct.pack("<109I", *places, *[FREE] * (109 - own))
    return head + bytes(sectors.content) + struct.pack(f"<{len(table)}I", *table)


def _fill(entries: list[Entry], parent: int, tree: Tree) -> None:
    before = None
    for name in sorted(tree, key=lambda name: (len(name), name.upper())):
        content = tree[name]
        entry = Entry(name, STREAM, content) if isinstance(content, bytes) else Entry(name, STORAGE)
        number = len(entries)
        entries.append(entry)
        if before is None:
            entries[parent].child = number
        else:
            before.right = number
        before = entry
        if not isinstance(content, bytes):
            _fill(entries, number, content)
