"""The verification of a bag: what became of each of its files since it was packed."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from tui.export.bags import layout
from tui.export.bags.layout import (
    ALGORITHMS,
    DECLARATION,
    INFO,
    PUBLIC_KEY,
    SIGNATURE,
    TAG_MANIFEST,
    BagRefused,
    elements,
    is_payload,
    is_tag_manifest,
    manifest_lines,
)
from tui.export.bags.reading import FAULTS, Bag
from tui.locale import N_, _

_PIECE = 2**20
_LARGEST_TAG_FILE = 256 * 2**20
_ENCODINGS = {"utf8": "utf-8", "utf16": "utf-16", "iso88591": "iso-8859-1", "usascii": "ascii", "ascii": "ascii"}
_OWN_FORM = "Tag-Manifest"
"""The element of `INFO` by which a bag says that it was written here, in one form only."""
_NOT_LISTED = N_("no manifest lists it")


class State(StrEnum):
    """What became of a file."""

    SAME = "same"
    CHANGED = "changed"
    MISSING = "missing"
    ADDED = "added"
    RENAMED = "renamed"


@dataclass(frozen=True, slots=True)
class FileState:
    """What became of one file of a bag."""

    path: str
    """Its name within the bag."""
    state: State
    reason: str = ""
    was: str = ""
    """What a renamed file was called."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What a verification found."""

    files: tuple[FileState, ...]
    """Every file that is in the bag or should be, by name."""
    signed_by: str = ""
    """The fingerprint of the key that signed it; empty where nobody did."""
    unchecked: str = ""
    """Why its signature was not checked; empty where it was, or where it has none."""

    @property
    def different(self) -> tuple[FileState, ...]:
        """The files that are not as they were packed."""
        return tuple(file for file in self.files if file.state is not State.SAME)


def verify(bag: Bag) -> Verified:
    """Hold every file of a bag against its manifests.

    Raises `BagRefused` where its tag files are in an encoding or of a version that is not known.
    """
    return _Verification(bag).result()


@dataclass(slots=True)
class _Expected:
    """What the manifests say of one file."""

    sums: dict[str, str] = field(default_factory=dict)
    """Its checksum for each algorithm."""
    listed_in: str = ""


class _Verification:
    def __init__(self, bag: Bag) -> None:
        self._bag = bag
        self._states: dict[str, FileState] = {}
        self._expected: dict[str, _Expected] = {}
        self._composed: dict[str, str] | None = None
        self._encoding = "utf-8"
        self._info: dict[str, str] = {}
        self._unchecked = self._signed_by = ""

    def result(self) -> Verified:
        self._declaration()
        self._info = elements(self._text(INFO) or "")
        self._read_manifests()
        self._own_form()
        if "fetch.txt" in self._bag.files:
            self._note("fetch.txt", State.CHANGED, _("it names files that lie elsewhere; nothing is fetched"))
        self._compare()
        self._pair_renamed()
        self._check_oxum()
        self._check_signature()
        files = tuple(sorted(self._states.values(), key=lambda file: file.path))
        return Verified(files, self._signed_by, self._unchecked)

    def _note(self, path: str, state: State, reason: str = "", was: str = "") -> None:
        """Note the state of a file; what was noted of it first stands."""
        if self._states.get(path, FileState(path, State.SAME)).state is State.SAME:
            self._states[path] = FileState(path, state, reason, was)

    def _declaration(self) -> None:
        if DECLARATION not in self._bag.files:
            self._note(DECLARATION, State.MISSING)
            return
        declared = elements(self._text(DECLARATION) or "")
        version, encoding = declared.get("BagIt-Version", ""), declared.get("Tag-File-Character-Encoding", "")
        if not (version and encoding):
            self._note(DECLARATION, State.CHANGED, _("it does not say the version and the encoding"))
            return
        known = _ENCODINGS.get(encoding.lower().replace("-", "").replace("_", ""))
        if version not in ("1.0", "0.97", "0.96", "0.95", "0.94", "0.93") or known is None:
            told = _(
                "{file} says version {version}, encoding {encoding}, which are not known here: the bag is not verified."
            )
            raise BagRefused(told.format(file=DECLARATION, version=version, encoding=encoding))
        self._encoding = known

    def _text(self, name: str) -> str | None:
        """Return a tag file, or None where it is missing; one that cannot be read is noted as changed."""
        content = self._content(name)
        if content is None:
            return None
        try:
            return content.decode(self._encoding).removeprefix("\ufeff")
        except UnicodeError:
            self._note(name, State.CHANGED, _("it is not {encoding}").format(encoding=self._encoding.upper()))
            return content.decode(self._encoding, "replace")

    def _content(self, name: str) -> bytes | None:
        size = self._bag.files.get(name)
        if size is None:
            return None
        if size > _LARGEST_TAG_FILE:
            raise BagRefused(
                _("{name} is larger than {most} MB: the bag is not verified.").format(
                    name=name, most=_LARGEST_TAG_FILE // 2**20
                )
            )
        try:
            with self._bag.open(name) as stream:
                return stream.read(_LARGEST_TAG_FILE)
        except FAULTS:
            self._note(name, State.CHANGED, _("damaged: it cannot be read"))
            return b""

    def _read_manifests(self) -> None:
        for start in ("manifest-", "tagmanifest-"):
            names = [f"{start}{algorithm}.txt" for algorithm in ALGORITHMS]
            there = [name for name in names if name in self._bag.files]
            others = [name for name in self._bag.files if name.startswith(start) and "/" not in name]
            for name in there:
                self._read_manifest(name, name.removeprefix(start).removesuffix(".txt"))
            if not there and (start == "manifest-" or self._info.get(_OWN_FORM)):
                lack = ", ".join(others)
                missing = layout.MANIFEST if start == "manifest-" else TAG_MANIFEST
                self._note(
                    missing, State.MISSING, _("{names} alone cannot be checked here").format(names=lack) if lack else ""
                )

    def _read_manifest(self, manifest: str, algorithm: str) -> None:
        for number, name, digest in manifest_lines(self._text(manifest) or ""):
            if not name or len(digest) != 2 * hashlib.new(algorithm, usedforsecurity=False).digest_size:
                self._note(manifest, State.CHANGED, _("line {number} is none of a manifest").format(number=number))
                continue
            expected = self._expected.setdefault(self._present(name), _Expected())
            if algorithm in expected.sums and expected.sums[algorithm] != digest:
                self._note(
                    manifest, State.CHANGED, _("line {number} names a file for the second time").format(number=number)
                )
            expected.sums[algorithm] = digest
            expected.listed_in = expected.listed_in or manifest

    def _present(self, name: str) -> str:
        """Return how the bag writes a name: some systems write accents in another way than others."""
        if name in self._bag.files or name.isascii():
            return name
        if self._composed is None:
            self._composed = {unicodedata.normalize("NFC", file): file for file in self._bag.files}
        return self._composed.get(unicodedata.normalize("NFC", name), name)

    def _own_form(self) -> None:
        """Note a tag manifest that says the same as when it was packed, but in another form; nothing else lists it."""
        if not self._info.get(_OWN_FORM):
            return
        text = self._text(TAG_MANIFEST)
        if text is None:
            self._note(TAG_MANIFEST, State.MISSING)
        elif text != layout.manifest({name: digest for _, name, digest in manifest_lines(text)}):
            self._note(TAG_MANIFEST, State.CHANGED, _("it is not in the form in which it was packed"))

    def _compare(self) -> None:
        """Hold each file against its checksums; what is listed nowhere was added."""
        has_payload_manifest = any(name.startswith("manifest-") for name in self._bag.files)
        has_tag_manifest = any(map(is_tag_manifest, self._bag.files))
        for name in self._bag.files:
            expected = self._expected.get(name)
            if expected is not None:
                self._compare_one(name, expected)
            elif is_tag_manifest(name) or name in (SIGNATURE, PUBLIC_KEY):
                self._note(name, State.SAME)
            elif is_payload(name) and not has_payload_manifest:
                self._note(name, State.ADDED, _("there is no manifest that could list it"))
            elif is_payload(name) or has_tag_manifest:
                self._note(name, State.ADDED, _(_NOT_LISTED))
            else:
                self._note(name, State.SAME)
        for name, expected in self._expected.items():
            if name not in self._bag.files:
                self._note(name, State.MISSING, _("{manifest} lists it").format(manifest=expected.listed_in))

    def _compare_one(self, name: str, expected: _Expected) -> None:
        found = self._checksums(name, tuple(expected.sums))
        wrong = [algorithm for algorithm, digest in expected.sums.items() if found.get(algorithm) != digest]
        if not found:
            self._note(name, State.CHANGED, _("damaged: it cannot be read"))
        elif wrong:
            self._note(
                name,
                State.CHANGED,
                _("not the {algorithm} that {manifest} gives").format(
                    algorithm=wrong[0].upper(), manifest=expected.listed_in
                ),
            )
        else:
            self._note(name, State.SAME)

    def _checksums(self, name: str, algorithms: tuple[str, ...]) -> dict[str, str]:
        """Return the checksums of a file, none where it cannot be read to its end."""
        digests = {algorithm: hashlib.new(algorithm, usedforsecurity=False) for algorithm in algorithms}
        try:
            with self._bag.open(name) as stream:
                while piece := stream.read(_PIECE):
                    for digest in digests.values():
                        digest.update(piece)
        except FAULTS:
            return {}
        return {algorithm: digest.hexdigest() for algorithm, digest in digests.items()}

    def _pair_renamed(self) -> None:
        """Take a missing and an added file with the same content for one that was renamed."""
        missing = [
            file for file in self._states.values() if file.state is State.MISSING and file.path in self._expected
        ]
        for file in list(self._added()) if missing else ():
            for gone in missing:
                sums = self._expected[gone.path].sums
                if self._checksums(file.path, tuple(sums)) == sums:
                    reason = _("{manifest} has its content under the other name").format(
                        manifest=self._expected[gone.path].listed_in
                    )
                    self._states[file.path] = FileState(file.path, State.RENAMED, reason, gone.path)
                    del self._states[gone.path]
                    missing.remove(gone)
                    break

    def _added(self) -> Iterator[FileState]:
        return (file for file in self._states.values() if file.state is State.ADDED)

    def _check_oxum(self) -> None:
        """Hold the number and size of the payload against what `INFO` says, where that is as it was packed."""
        said = self._info.get("Payload-Oxum", "")
        sizes = [size for name, size in self._bag.files.items() if is_payload(name)]
        if said and said != f"{sum(sizes)}.{len(sizes)}" and not any(is_payload(file.path) for file in self._wrong()):
            self._note(INFO, State.CHANGED, _("the payload has another size or number of files than it says"))

    def _wrong(self) -> Iterator[FileState]:
        return (file for file in self._states.values() if file.state is not State.SAME)

    def _check_signature(self) -> None:
        signature, key = self._content(SIGNATURE), self._content(PUBLIC_KEY)
        for name, content in ((SIGNATURE, signature), (PUBLIC_KEY, key)):
            if content is None and (self._info.get("Signature") or (signature, key) != (None, None)):
                self._note(name, State.MISSING)
        if signature is None or key is None:
            return
        from tui.export.bags.signature import missing

        self._unchecked = missing()
        if not self._unchecked:
            self._check_key(key, signature)

    def _check_key(self, key: bytes, signature: bytes) -> None:
        from tui.export.bags.signature import KeyProblem, fits, signing_key

        try:
            fingerprint, written = signing_key(key)
        except KeyProblem as problem:
            self._note(PUBLIC_KEY, State.CHANGED, str(problem))
            return
        if key != written or fingerprint not in self._info.get("Signature", fingerprint):
            self._note(
                PUBLIC_KEY,
                State.CHANGED,
                _("not the key that {file} names, in the form in which it was packed").format(file=INFO),
            )
        elif not fits(self._content(TAG_MANIFEST) or b"", signature, key):
            self._note(
                SIGNATURE,
                State.CHANGED,
                _("it does not fit {file}: either was changed since").format(file=TAG_MANIFEST),
            )
        else:
            self._signed_by = fingerprint
