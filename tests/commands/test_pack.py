"""`mali-tui pack` and `mali-tui verify`: a dossier goes out as one file, and comes back as it was."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tui.cli import main


@pytest.fixture
def bag(dated: str, tmp_path: Path, capsys) -> Path:
    path = tmp_path / "out" / "bag.zip"
    path.parent.mkdir()
    assert main(["pack", dated, "-o", str(path)]) == 0
    told = capsys.readouterr().out
    assert "4 files with 4 articles" in told
    assert str(path) in told
    return path


def listed(capsys, dossier: Path | str) -> list[dict[str, object]]:
    assert main(["list", "--json", "-d", str(dossier)]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def changed(bag: Path, name: str, content: bytes | None) -> Path:
    """Write the bag again with another file in it, or without one."""
    target = bag.with_name("changed.zip")
    with zipfile.ZipFile(bag) as source, zipfile.ZipFile(target, "w") as archive:
        for info in source.infolist():
            if info.filename != f"dated/{name}":
                archive.writestr(info, source.read(info))
        if content is not None:
            archive.writestr(f"dated/{name}", content)
    return target


def test_a_bag_holds_citations_and_a_description(bag: Path):
    with zipfile.ZipFile(bag) as archive:
        crate = json.loads(archive.read("dated/ro-crate-metadata.json"))
        assert b"Article a.md" in archive.read("dated/citations/references.ris")
        assert len(json.loads(archive.read("dated/citations/references.json"))) == 4
    entities = {entity["@id"]: entity for entity in crate["@graph"]}
    root = entities["./"]
    assert root["temporalCoverage"] == "2021-03-04/2021-04-30"
    assert {part["@id"] for part in root["hasPart"]} == {f"data/{name}.md" for name in "abcd"}
    # Every reference leads to an entity that is described.
    for entity in entities.values():
        for value in entity.values():
            for reference in value if isinstance(value, list) else [value]:
                if isinstance(reference, dict) and not reference["@id"].startswith("https:"):
                    assert reference["@id"] in entities


def test_the_same_dossier_is_the_same_bytes(bag: Path, dated: str, tmp_path: Path):
    other = tmp_path / "out" / "other.zip"
    assert main(["pack", dated, "-o", str(other)]) == 0
    assert other.read_bytes() == bag.read_bytes()


def test_verify_names_what_changed(bag: Path, capsys):
    assert main(["verify", str(bag)]) == 0
    assert "all as packed" in capsys.readouterr().out
    assert main(["verify", "--json", str(changed(bag, "data/a.md", b"x"))]) == 1
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [record["path"] for record in records if record["state"] != "same"] == ["data/a.md"]
    assert main(["verify", str(changed(bag, "data/a.md", None))]) == 1
    assert "missing" in capsys.readouterr().out


def test_a_bag_opens_as_the_dossier_that_it_was(bag: Path, dated: str, capsys, tmp_path: Path):
    before = listed(capsys, dated)
    assert listed(capsys, bag) == before
    with zipfile.ZipFile(bag) as archive:
        archive.extractall(tmp_path / "unpacked")
    folder = tmp_path / "unpacked" / "dated"
    assert listed(capsys, folder) == before
    assert main(["check", "--json", "-d", str(folder)]) == 0
    account = {(told := json.loads(line)).get("path"): told for line in capsys.readouterr().out.splitlines()}
    for path in ("../bagit.txt", "../citations/", "../manifest-sha256.txt"):
        assert (account[path]["status"], account[path]["reason"]) == ("skipped", "a part of a bag, not an article")
    assert account["a.md"]["status"] == "read"


def test_a_bag_within_a_dossier_gives_its_payload(bag: Path, capsys):
    assert len(listed(capsys, bag.parent)) == 4
    with zipfile.ZipFile(bag) as archive:
        archive.extractall(bag.parent / "also")
    assert len(listed(capsys, bag.parent)) == 8


def test_the_bag_of_a_bag_is_the_same_bag(bag: Path, tmp_path: Path):
    again = tmp_path / "again.zip"
    assert main(["pack", str(bag), "-o", str(again)]) == 0
    assert again.read_bytes() == bag.read_bytes()


def test_a_bag_that_changed_is_not_opened(bag: Path, capsys):
    assert main(["list", "-d", str(changed(bag, "data/a.md", b"x"))]) == 2
    assert "mali-tui verify" in capsys.readouterr().err


def test_the_desk_comes_along(dated: str, tmp_path: Path, capsys):
    journal = tmp_path / "desk.jsonl"
    assert main(["star", "a.md", "--desk", str(journal), "-d", dated]) == 0
    assert main(["pack", dated, "-o", str(tmp_path / "x.zip"), "--desk", str(journal)]) == 0
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert archive.read("dated/desk/journal.jsonl") == journal.read_bytes()
    capsys.readouterr()
    assert main(["pack", dated, "-o", str(tmp_path / "y.zip"), "--desk", str(tmp_path / "none")]) == 2
    assert "name its file" in capsys.readouterr().err
    assert not (tmp_path / "y.zip").exists()


def test_a_file_is_written_over_only_when_asked(bag: Path, dated: str, capsys):
    assert main(["pack", dated, "-o", str(bag)]) == 2
    assert "--force" in capsys.readouterr().err
    assert main(["pack", dated, "-o", str(bag), "--force"]) == 0


def test_the_dossier_is_never_written_to(dated: str, capsys):
    assert main(["pack", dated, "-o", f"{dated}/x.zip"]) == 2
    assert "outside" in capsys.readouterr().err


def test_a_signature_says_who_signed(dated: str, tmp_path: Path, capsys):
    pytest.importorskip("cryptography")
    from keys import written_key

    from tui.export.bags.signature import fingerprint_of

    key, other = written_key(tmp_path / "key", ssh=True), written_key(tmp_path / "other")
    path = str(tmp_path / "signed.zip")
    assert main(["pack", dated, "-o", path, "--sign", str(key)]) == 0
    assert fingerprint_of(key.with_suffix(".pub")) in capsys.readouterr().out
    assert main(["verify", path]) == 0
    assert "whose it is" in capsys.readouterr().out
    assert main(["verify", path, "--key", f"{key}.pub"]) == 0
    assert "the one that you named" in capsys.readouterr().out
    assert main(["verify", path, "--key", f"{other}.pub"]) == 1
    assert "Not signed with the key" in capsys.readouterr().out


@pytest.mark.parametrize("verb", ["pack", "verify"])
def test_what_is_not_there_is_one_sentence(verb: str, tmp_path: Path, capsys):
    assert main([verb, str(tmp_path / "none")]) == 2
    heard = capsys.readouterr()
    assert heard.out == ""
    assert len(heard.err.splitlines()) == 1
