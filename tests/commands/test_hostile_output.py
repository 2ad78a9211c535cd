"""Whatever stands in names, members, titles, texts, queries and ids, no output holds a character that acts.

Every command is run in every form, into a pipe and on a terminal, and what both streams and the written files hold is
looked at byte by byte.
"""

from __future__ import annotations

import io
import json
import os
import re
import sys
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from tui.cli import main
from tui.commands.desk_options import ACTIONS
from tui.commands.desk_options import FORMATS as NOTE_FORMATS
from tui.commands.parser import CHRONICLES, ONLY, VERBS
from tui.export.articles import FORMATS as ARTICLE_FORMATS

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such file names")

NASTY = (
    "\x1b]52;c;ZXZpbA==\x07\x9d52;c;ZXZpbA==\x9c\x9b31m\x7f\x85\u2028"
    "\u202egpj.txt\u2066\u200f\U000e0041\U000e007f\ufeff"
)
"""An order to the clipboard in seven and in eight bits, DEL, odd line ends, bidi controls, tags, a byte order mark."""

ACTS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f]"
)
PAINTED = re.compile("\x1b\\[[0-9;]*[mK]|\r(?=\x1b\\[K|\n)")
"""What the program itself writes to a terminal: colours and the erasing of its progress."""

CRLF = frozenset(("csv", "ris", "ics"))
"""Forms whose lines end with a carriage return, by their standards."""


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """Return a dossier in which everything that can be named is named to do harm."""
    folder = tmp_path / "dossier"
    folder.mkdir()
    front = json.dumps(f"Camp {NASTY} closes")
    text = f"On 3 May 2019 some 300 soldiers {NASTY} left the camp. The camp{NASTY} was closed on 5 June 2019."
    page = f"---\ntitle: {front}\ndate: 2019-06-07\nsource: {json.dumps('Post ' + NASTY)}\nauthor: {front}\n"
    page += f"tags: [{front}]\naddress: {json.dumps('https://example.org/' + NASTY)}\n---\n\n{text}\n"
    (folder / f"camp {NASTY.replace('/', '')}.md").write_text(page, encoding="utf-8")
    (folder / f"again {NASTY.replace('/', '')}.md").write_text(page.replace("300", "310"), encoding="utf-8")
    (folder / f"bad {NASTY}.pdf").write_bytes(b"%PDF-1.4 " + NASTY.encode())
    (folder / f"odd.{NASTY}").write_bytes(b"\0\1\2")
    with zipfile.ZipFile(folder / f"many {NASTY}.zip", "w") as archive:
        archive.writestr(f"inner {NASTY}.md", page.replace("300", "320"))
        archive.writestr(f"inner {NASTY}.docx", b"none")
        archive.writestr(f"../{NASTY}.md", page)
    with suppress(OSError):  # where names must be UTF-8
        Path(os.fsdecode(os.fsencode(folder) + b"/raw \x9d52;c;eA==\x9c\xff.md")).write_text(page, encoding="utf-8")
    return folder


def commands(ident: str, other: str, draft: str, bag: str, out: str) -> list[tuple[str, ...]]:
    """Return a command for each verb, form and way in which hostile words come in."""
    given = [f"camp {NASTY}", f'"{NASTY}', f"source:{NASTY}", f"title:/{NASTY}(/", f"event:{NASTY}", "camp*", ""]
    ids = (ident, NASTY)
    found: list[tuple[str, ...]] = [("list",), ("list", "--json"), ("check",), ("check", "--json"), ("pack", NASTY)]
    found += [("check", "--only", only) for only in ONLY] + [("check", "--csv", "-"), ("check", "--strict")]
    for verb in ("read", "dates", "cite"):
        found += [(verb, each, *form) for each in ids for form in ((), ("--json",))]
    found += [("read", "--left-out", ident), ("tag",), ("tag", ident, f"t{NASTY}"), ("tag", "--json")]
    found += [("star", each) for each in ids] + [("star", "--json"), ("status", ident, "read"), ("status", NASTY)]
    found += [("compare", ident, *rest) for rest in ((), (NASTY,), (other,), (other, "--json"), (other, "--html"))]
    for query in given:
        found += [("search", query), ("search", "--json", query), ("search", "--grouped", query), ("timeline", query)]
        found += [("timeline", "--json", "--clock", "mentioned", query), ("count", query), ("count", "--json", query)]
        found += [("figures", query), ("figures", "--json", query), ("chronology", query), ("kwic", query)]
        found += [("keyness", query), ("keyness", "--json", query), ("keyness", "--csv", query)]
        found += [("kwic", "--json", query), ("quotes", query), ("quotes", "--json", "--by", NASTY, query)]
    found += [("search", "--related", each) for each in ids] + [
        ("count", "--csv", "camp"),
        ("count", "--by", NASTY, "a"),
    ]
    found += [("figures", *form, "camp*") for form in (("--questions",), ("--csv",), ("--questions", "--json"))]
    found += [("chronology", "--format", form) for form in CHRONICLES] + [("chronology", "--json")]
    found += [("export", "--format", form, "camp*") for form in ARTICLE_FORMATS]
    found += [("export", "camp*", "-o", f"{out}{NASTY}/x.csv"), ("export", "camp*", "-o", f"{out}{NASTY}.ris")]
    found += [("note", ident, "--text", f"n {NASTY}", "--tag", NASTY, *form) for form in ((), ("--json",))]
    found += [("note", ident, "--quote", NASTY), ("note", "--edit", NASTY, "--text", "x"), ("note", NASTY)]
    found += [("correct", ident, "--source", f"S {NASTY}"), ("correct", "--json"), ("correct", ident, "--date", NASTY)]
    found += [
        ("saved", "--save", NASTY, f"camp {NASTY}"),
        ("saved",),
        ("saved", "--json"),
        ("saved", "--remove", "x\x9b"),
    ]
    found += [("desk", "export", "--format", form) for form in NOTE_FORMATS] + [("desk", "export", "--by", "tag")]
    found += [("desk", action, *form) for action in ACTIONS for form in ((), ("--json",))]
    found += [("desk", action, f"{out}{NASTY}") for action in ("merge", "import")]
    found += [("pack", "-o", bag, "--force"), ("verify", bag), ("verify", bag, "--json"), ("verify", NASTY)]
    found += [("proof", draft, *form) for form in ((), ("--all",), ("--json",), ("--sarif",), ("--markdown",))]
    found += [("proof", NASTY), ("list", "-d", NASTY), ("list", "--desk", NASTY), ("completion", NASTY), (NASTY,)]
    found += [("doctor",), ("config",), ("config", "--json"), ("doctor", "--json"), ("search", f"--{NASTY}")]
    found += [
        ("push", "--engine", NASTY, "--index", "press"),
        ("push", "--engine", "http://127.0.0.1:9", "--index", NASTY),
    ]
    return [*found, ("completion", "bash")]


class Stream(io.TextIOWrapper):
    """A standard stream in memory, a pipe or a terminal."""

    def __init__(self, on_terminal: bool) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", errors="backslashreplace", newline="")
        self._on_terminal = on_terminal

    def isatty(self) -> bool:
        """Say that it is a terminal, where it plays one."""
        return self._on_terminal

    def content(self) -> str:
        """Return what was written; a byte that is not UTF-8 stands as a lone surrogate."""
        self.flush()
        return self.buffer.getvalue().decode("utf-8", "surrogateescape")


@pytest.fixture
def run(hostile: Path, monkeypatch) -> Callable[[tuple[str, ...], bool], str]:
    def running(words: tuple[str, ...], on_terminal: bool) -> str:
        streams = Stream(on_terminal), Stream(on_terminal)
        with monkeypatch.context() as changed:
            changed.chdir(hostile.parent)  # `pack` writes there, where no file is named
            changed.setattr("sys.stdout", streams[0])
            changed.setattr("sys.stderr", streams[1])
            dossier = () if {"-d", "verify", "doctor", "config", "completion"} & {*words} else ("-d", str(hostile))
            with suppress(SystemExit):
                main([words[0], *dossier, *words[1:]])
        return "".join(stream.content() for stream in streams)

    return running


@pytest.mark.parametrize("on_terminal", [False, True], ids=["into a pipe", "on a terminal"])
def test_no_command_writes_a_character_that_acts(hostile, run, tmp_path, on_terminal):
    listed = run(("list", "--json"), False).splitlines()
    ident, other, *_ = [json.loads(line)["id"] for line in listed if line.startswith('{"id"')]
    draft = tmp_path / f"draft {NASTY.replace('/', '')}.md"
    draft.write_text(f"On 3 May 2019 some 305 soldiers {NASTY} left the camp.\n", encoding="utf-8")
    asked = commands(ident, other, str(draft), str(tmp_path / "bag.zip"), str(tmp_path / "out"))
    assert {words[0] for words in asked} >= {*VERBS}
    unclean = []
    for words in asked:
        written = run(words, on_terminal)
        assert "Traceback" not in written
        if on_terminal:
            written = PAINTED.sub("", written)
        if CRLF & {*words, *(word.removeprefix("--") for word in words)}:
            written = written.replace("\r\n", "\n")
        found = {f"U+{ord(each):04X}" for each in ACTS.findall(written)}
        found |= {"no UTF-8"} if re.search("[\udc80-\udcff]", written) else set()
        if found:
            unclean.append((ascii(words), sorted(found)))
    assert unclean == []
    with zipfile.ZipFile(tmp_path / "bag.zip") as bag:
        (crate,) = (name for name in bag.namelist() if name.endswith("ro-crate-metadata.json"))
        assert not ACTS.search(bag.read(crate).decode())


def test_what_is_looked_for_would_be_found():
    assert set(ACTS.findall(NASTY)) >= {"\x1b", "\x9d", "\x7f", "\u202e", "\U000e0041"}
    assert not ACTS.search("plain\ttext\n")
