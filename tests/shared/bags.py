"""Bags of a small dossier, and the changes that can be made to one."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Mapping
from pathlib import Path

from tui.export.bags.writing import LeftOut, Packed, Signer, payload, write_bag

TAGS = {"citations/references.bib": b"@article{a}\n", "ro-crate-metadata.json": b"{}\n"}


def small_dossier(folder: Path) -> Path:
    """Write a folder with articles, a picture, an empty file and names that need care."""
    files = {
        "one.md": b"---\ntitle: One\ndate: 2021-03-04\n---\n\nThe harbour was closed.\n",
        "two.md": b"---\ntitle: Two\n---\n\nThe bridge fell.\n",
        "deeper/\u00e9t\u00e9 3.txt": "L\u2019\u00e9t\u00e9 fut long.\n".encode(),
        "deeper/empty.txt": b"",
        "picture.png": bytes(range(256)) * 20,
        "README.md": b"About this folder.\n",
    }
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def packed(folder: Path, signer: Signer | None = None, tags: Mapping[str, bytes] = TAGS) -> bytes:
    """Return the bag of a dossier as a zip archive."""
    stream = io.BytesIO()
    paths = [path for path in payload(folder) if not isinstance(path, LeftOut)]
    write_bag(stream, Packed("bag", folder, paths), lambda _: tags, signer)
    return stream.getvalue()


def unpacked(archive: bytes) -> dict[str, bytes]:
    """Return the files of a zipped bag by their names within the bag."""
    with zipfile.ZipFile(io.BytesIO(archive)) as packed_bag:
        return {info.filename.partition("/")[2]: packed_bag.read(info) for info in packed_bag.infolist()}


def lay_out(files: Mapping[str, bytes], folder: Path) -> Path:
    """Write files below a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def change(files: Mapping[str, bytes], seed: int) -> tuple[dict[str, bytes], str, str]:
    """Return the files with one change made to them, the name of the file it was made to, and what was done."""
    chance = random.Random(seed)
    changed = dict(files)
    name = chance.choice(sorted(files))
    content = files[name]
    kind = chance.choice(("flip", "flip", "flip", "cut", "append", "remove", "rename", "add"))
    if kind in ("flip", "cut") and not content:
        kind = "append"
    if kind == "flip":
        place = chance.randrange(len(content))
        changed[name] = content[:place] + bytes([content[place] ^ (1 << chance.randrange(8))]) + content[place + 1 :]
    elif kind == "cut":
        changed[name] = content[: chance.randrange(len(content))]
    elif kind == "append":
        changed[name] = content + chance.choice((b"\n", b" ", b"x", b"\r\n"))
    elif kind == "remove":
        del changed[name]
    elif kind == "rename":
        changed[f"{name}.old"] = changed.pop(name)
    else:
        name = f"{chance.choice(('data/', 'data/deeper/', '', 'citations/'))}added-{seed}.txt"
        changed[name] = b"new\n"
    return changed, name, kind
