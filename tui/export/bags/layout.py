"""The layout of a bag: what its files are called, and how its manifests are written and read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tui.errors import MaliTuiError

PAYLOAD = "data/"
"""The folder of the bag that holds the dossier."""
DECLARATION = "bagit.txt"
DECLARED = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
INFO = "bag-info.txt"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
CRATE = "ro-crate-metadata.json"
DESK = "desk/journal.jsonl"
PLAIN_SUMS = "sha256sums.txt"
"""The manifest as sha256sum reads it, in bags that have a name with a percent sign."""
SIGNATURE = "signature/tagmanifest-sha256.txt.sig"
"""64 bytes: the Ed25519 signature over `TAG_MANIFEST`."""
PUBLIC_KEY = "signature/public-key.pem"

ALGORITHMS = ("sha512", "sha256", "sha1", "md5")
"""The checksums that are verified."""

_ENCODED = str.maketrans({"%": "%25", "\n": "%0A", "\r": "%0D"})
_ENCODING = re.compile("%(25|0A|0D)", re.I)
_LINE = re.compile(r"([0-9A-Fa-f]{32,128})[ \t]+\*?(.+)")


class BagRefused(MaliTuiError):
    """A bag cannot be opened, or is made so that opening it would do harm."""


def manifest(checksums: Mapping[str, str]) -> str:
    """Write a manifest: a line for each file, in the order of their names."""
    return "".join(f"{digest}  {name.translate(_ENCODED)}\n" for name, digest in sorted(checksums.items()))


def manifest_lines(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield number, name and checksum of each line of a manifest; both are empty where a line is none of a manifest."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        found = _LINE.fullmatch(line.removesuffix("\r"))
        if found is None:
            yield number, "", ""
            continue
        name = _ENCODING.sub(lambda code: chr(int(code[1], 16)), found[2])
        yield number, name.removeprefix("./"), found[1].lower()


def elements(text: str) -> dict[str, str]:
    """Return the labels of a tag file such as `bag-info.txt` with their values, the first of each label."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        label, colon, value = line.partition(":")
        if colon and not label[:1].isspace():
            found.setdefault(label.strip(), value.strip())
    return found


def is_payload(name: str) -> bool:
    """Say whether a file of a bag belongs to the dossier."""
    return name.startswith(PAYLOAD)


def is_tag_manifest(name: str) -> bool:
    """Say whether a file of a bag is one of the manifests that no manifest lists."""
    return "/" not in name and name.startswith("tagmanifest-") and name.endswith(".txt")
