"""Verification: every single change to a bag is named, whatever file it is made to."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from bags import change, lay_out, packed, small_dossier, unpacked

from tui.export.bags.layout import PUBLIC_KEY, SIGNATURE, TAG_MANIFEST, BagRefused
from tui.export.bags.reading import opened
from tui.export.bags.verification import FileState, State, Verified, verify

CHANGES = 1000


class Files:
    """A bag in memory."""

    def __init__(self, contents: Mapping[str, bytes]) -> None:
        self.name = "bag"
        self.contents = contents
        self.files = {name: len(content) for name, content in contents.items()}

    def open(self, name: str) -> io.BytesIO:
        return io.BytesIO(self.contents[name])


def verified(contents: Mapping[str, bytes]) -> Verified:
    return verify(Files(contents))


def names(states: tuple[FileState, ...]) -> list[tuple[str, str, str]]:
    return [(state.state.value, state.path, state.was) for state in states]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return unpacked(packed(small_dossier(tmp_path_factory.mktemp("dossier"))))


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    pytest.importorskip("cryptography")
    from keys import written_key

    from tui.export.bags.signature import signer_of

    folder = tmp_path_factory.mktemp("signed")
    return unpacked(packed(small_dossier(folder / "dossier"), signer_of(written_key(folder / "key"))))


def unnamed(files: Mapping[str, bytes]) -> list[str]:
    """Make changes, each to a bag as it was packed, and return those of which verification names no file."""
    silent = []
    for seed in range(CHANGES):
        changed, name, kind = change(files, seed)
        try:
            different = verified(changed).different
        except BagRefused as refusal:
            named = name in str(refusal)
        else:
            # A tag manifest can only be held against what it lists: the reason names it then.
            named = any(name in (state.path, state.was) or name in state.reason for state in different)
        if not named:
            silent.append(f"{seed}: {kind} {name}")
    return silent


def test_each_of_a_thousand_changes_is_named(files: dict[str, bytes]):
    assert not verified(files).different
    assert unnamed(files) == []


def test_each_of_a_thousand_changes_to_a_signed_bag_is_named(signed: dict[str, bytes]):
    assert not verified(signed).different
    assert verified(signed).signed_by.startswith("SHA256:")
    assert unnamed(signed) == []


CASES = [
    (
        "a renamed file",
        {"data/one.md": None, "data/uno.md": "data/one.md"},
        [("renamed", "data/uno.md", "data/one.md")],
    ),
    ("a missing file", {"data/one.md": None}, [("missing", "data/one.md", "")]),
    ("an added file", {"data/new.md": b"new"}, [("added", "data/new.md", "")]),
    ("a changed file", {"data/one.md": b"new"}, [("changed", "data/one.md", "")]),
    ("a tag file too many", {"citations/x.bib": b"new"}, [("added", "citations/x.bib", "")]),
    ("no tag manifest", {TAG_MANIFEST: None}, [("missing", TAG_MANIFEST, "")]),
    ("fetch.txt", {"fetch.txt": b"http://x 1 data/y"}, [("changed", "fetch.txt", "")]),
]


@pytest.mark.parametrize(("made", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_became_of_a_file(files: dict[str, bytes], made: dict[str, str | bytes | None], expected: list[object]):
    changed = dict(files)
    for name, content in made.items():
        if content is None:
            changed.pop(name)
        else:
            changed[name] = files[content] if isinstance(content, str) else content
    assert names(verified(changed).different) == expected


def test_two_files_that_swap_names_are_both_changed(files: dict[str, bytes]):
    swapped = files | {"data/one.md": files["data/two.md"], "data/two.md": files["data/one.md"]}
    assert names(verified(swapped).different) == [("changed", "data/one.md", ""), ("changed", "data/two.md", "")]


def test_a_name_whose_accents_another_system_wrote_in_another_way_is_the_same(files: dict[str, bytes]):
    decomposed = {name.replace("\u00e9", "e\u0301"): content for name, content in files.items()}
    assert decomposed.keys() != files.keys()
    assert not verified(decomposed).different


def test_a_bag_of_another_program_is_verified():
    content = b"text\n"
    other = {
        "bagit.txt": b"BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n",
        "data/a b%25.txt": content,
        "manifest-md5.txt": b"e1cbb0c3879af8347246f12c559a86b5 *data/a b%2525.txt\r\n",
        "notes.txt": b"listed nowhere, as there is no tag manifest",
    }
    assert not verified(other).different
    assert names(verified(other | {"data/a b%25.txt": b"else"}).different) == [("changed", "data/a b%25.txt", "")]


@pytest.mark.parametrize(("version", "encoding"), [("9.9", "UTF-8"), ("1.0", "KOI7")])
def test_a_version_or_an_encoding_that_is_not_known_is_refused(files: dict[str, bytes], version: str, encoding: str):
    declared = f"BagIt-Version: {version}\nTag-File-Character-Encoding: {encoding}\n"
    with pytest.raises(BagRefused, match=r"not known here"):
        verified(files | {"bagit.txt": declared.encode()})


def test_a_manifest_that_is_no_text_is_named(files: dict[str, bytes]):
    broken = verified(files | {"manifest-sha256.txt": b"\xff\xfe\x00"}).different
    assert FileState("manifest-sha256.txt", State.CHANGED, "it is not UTF-8") in broken


def test_damage_within_the_archive_is_a_changed_file(tmp_path: Path):
    archive = packed(small_dossier(tmp_path / "dossier"))
    path = tmp_path / "bag.zip"
    path.write_bytes(archive.replace(b"The harbour was closed.", b"The harbour was opened."))
    with opened(path) as bag:
        assert names(verify(bag).different) == [("changed", "data/one.md", "")]


def test_a_folder_and_an_archive_are_verified_alike(tmp_path: Path, files: dict[str, bytes]):
    folder = lay_out(files, tmp_path / "bag")
    with opened(folder) as bag:
        assert not verify(bag).different
    with zipfile.ZipFile(tmp_path / "bag.zip", "w") as archive:
        for name, content in files.items():
            archive.writestr(f"elsewhere/{name}", content)
    with opened(tmp_path / "bag.zip") as bag:
        assert not verify(bag).different


def test_a_signature_that_is_gone_or_by_another_key_is_named(signed: dict[str, bytes], tmp_path: Path):
    from keys import written_key

    from tui.export.bags.signature import signer_of

    unsigned = {name: content for name, content in signed.items() if name not in (SIGNATURE, PUBLIC_KEY)}
    assert [state.path for state in verified(unsigned).different] == [PUBLIC_KEY, SIGNATURE]
    other = signer_of(written_key(tmp_path / "other"))
    forged = signed | {SIGNATURE: other.sign(signed[TAG_MANIFEST]), PUBLIC_KEY: other.public_key}
    assert names(verified(forged).different) == [("changed", PUBLIC_KEY, "")]


def test_a_signature_that_cannot_be_checked_here_says_so(signed: dict[str, bytes], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("tui.export.bags.signature.installed", lambda _: False)
    found = verified(signed)
    assert not found.signed_by
    assert "pip install" in found.unchecked
