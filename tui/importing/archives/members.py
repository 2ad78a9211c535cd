"""The names of files in archives: their paths within the dossier, and which are skipped.

Nothing is unpacked to disk, so a name is only a label. Names that lead out of the archive are refused all the same, and
duplicate names are made unique.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from tui.errors import FileProblem
from tui.importing.folder import BAG_DECLARATION, BAG_PAYLOAD, OF_A_BAG, page_beside, skipped_by_name
from tui.importing.limits import MEMBER_NAME_CHARACTERS
from tui.importing.parsed import Refused
from tui.importing.registry import reader_of, suffix_of, why_unread
from tui.locale import N_

_DRIVE = re.compile(r"[A-Za-z]:(?=/|$)")
_SHOWN = 60
_MAC = "__MACOSX"


@dataclass(slots=True)
class Members:
    """The names that an archive has used so far."""

    archive: str
    """The path of the archive within the dossier."""
    _taken: set[str] = field(default_factory=set)
    _numbers: dict[str, int] = field(default_factory=dict)
    _closed: set[str] = field(default_factory=set)
    """The hidden folders that are in the account already."""
    _beside: dict[str, set[str]] = field(default_factory=dict)
    """The known names in each folder."""

    def expect(self, names: Iterable[str]) -> None:
        """Register names in advance: a saved page may follow the folder of its parts."""
        for name in names:
            folder, _, last = name.replace("\\", "/").rpartition("/")
            self._beside.setdefault(folder, set()).add(last)

    def admit(self, name: str) -> str | Refused | None:
        """Return the path of a file in the archive, or its refusal, or None if its folder was refused before."""
        if "\0" in name:
            return self.refuse(name.replace("\0", " "), N_("its name contains a NUL byte"))
        if len(name) > MEMBER_NAME_CHARACTERS:
            return self.refuse(
                f"{name[:_SHOWN]}…",
                N_("a name of more than {most:,} characters").format(most=MEMBER_NAME_CHARACTERS),
            )
        parts = [part for part in _DRIVE.sub("", name.replace("\\", "/")).split("/") if part not in ("", ".")]
        if ".." in parts or not parts:
            return self.refuse(name, N_("its name leads out of the archive"))
        for depth, part in enumerate(parts[:-1], 1):
            if part.startswith(".") or part == _MAC:
                return self._close("/".join(parts[:depth]) + "/")
        path = "/".join(parts)
        reason = skipped_by_name(parts[-1])
        if reason:
            return self.refuse(path, reason, failed=False)
        self.expect([path])
        page = self._page_of(parts[:-1])
        reason = (
            N_("a part of the saved page {page}").format(page=page)
            if page
            else OF_A_BAG
            if self._is_of_a_bag(parts)
            else ""
        )
        return self.refuse(path, reason, failed=False) if reason else self.distinct(path)

    def _page_of(self, folders: list[str]) -> str:
        """Return the saved page whose parts one of these folders holds, or ""."""
        parent = ""
        for folder in folders:
            page = page_beside(folder, self._beside.get(parent, ()))
            if page:
                return page
            parent = f"{parent}/{folder}" if parent else folder
        return ""

    def _is_of_a_bag(self, parts: list[str]) -> bool:
        """Say whether a file stands beside the payload of a bag, at the top of the archive or in its one folder."""
        for depth in (0, 1):
            inside = self._beside.get("/".join(parts[:depth]), ())
            if BAG_DECLARATION in inside and len(parts) > depth and parts[depth] != BAG_PAYLOAD:
                return True
        return False

    def unread(self, path: str) -> Refused | None:
        """Return the refusal of a file that no format reads, so that it is never unpacked."""
        try:
            known = reader_of(path) is not None
        except FileProblem as problem:
            return Refused(path, str(problem), failed=False)
        return None if known else Refused(path, why_unread(path), failed=False)

    def refuse(self, name: str, reason: str, failed: bool = True) -> Refused:
        """Return the refusal of a file."""
        return Refused(self.distinct(name), reason, failed)

    def distinct(self, name: str, suffix: str | None = None) -> str:
        """Return a unique path for a name; a duplicate gets a number before the suffix: `a (2).html`.

        `suffix` overrides the suffix if the name is not a file's: `example.org` has none.
        """
        path = f"{self.archive}/{name}"
        if path in self._taken:
            suffix = suffix_of(name) if suffix is None else suffix
            stem = name[: len(name) - len(suffix)]
            number = self._numbers.get(path, 1)
            numbered = path
            while numbered in self._taken:
                number += 1
                numbered = f"{self.archive}/{stem} ({number}){name[len(stem) :]}"
            self._numbers[path] = number
            path = numbered
        self._taken.add(path)
        return path

    def _close(self, folder: str) -> Refused | None:
        if folder in self._closed:
            return None
        self._closed.add(folder)
        return Refused(f"{self.archive}/{folder}", N_("a hidden folder"), failed=False)
