"""In a language that writes every letter of a message otherwise, nothing on a screen is left as it was.

The language is made of the template: `article` becomes `áŕţíçļé`, as wide as before, so that a message is told from
what was forgotten wherever it is cut or folded. What a dossier says itself stays: its words are none of the program's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from tui import locale
from tui.citations import STYLES
from tui.cli import main
from tui.core.explorer import Explorer
from tui.locale import stored, use
from tui.search.language.fields import FIELDS
from tui.ui.drawing import date_labels

PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
STRANGE = "áƀçđéƒğĥíĵķļɱñóþɋŕšţúṽŵẋýžÁƁÇĐÉƑĞĤÍĴĶĻṀÑÓÞɊŔŠŢÚṼŴẊÝŽ"
_VALUE = re.compile(r"(\{[^{}]*\})")
_WORD = re.compile(r"(?<![\w./])[A-Za-z][a-z]{2,}(?![\w./])")

ARTICLES = (
    ("navis", "Navis abiit", "2023-06-30", "Acta", "Navis 303 milites vexit. Kal. 30 June 2023 abiit."),
    ("altera", "Navis rediit", "2023-07-02", "Nuntius", "Navis 310 milites vexit, ut ferunt. On 2 July 2023 rediit."),
    ("sine", "Sine die", "", "Acta", "Navis nusquam erat, milites nulli."),
)

ALWAYS = (
    "tab esc ctrl enter shift space backspace Home End PgDn PgUp"  # keys
    " camp camps handover exit plan withdr with title source tag author text lang date event sort"  # what can be typed
    " published mentioned relevance length undated doubtful starred noted read retold reviewed"
    " delete manifest note notes nota auteure path"
    " mali tui http https www json csv jsonl html bib ris csl ics biblatex Markdown JSON Lines"
)
"""Words that are the same in every language: keys, the query language, the names of forms."""

OF_PYTHON = "usage options positional arguments show this help message and exit"
"""What argparse says by itself; Python has its own catalogue."""


def otherwise(message: str) -> str:
    return "".join(
        part if part.startswith("{") else part.translate(str.maketrans(PLAIN, STRANGE))
        for part in _VALUE.split(message)
    )


@pytest.fixture
def strange(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put the language in use, for the application and for what `main` runs."""
    with (Path(locale.__file__).parent / "mali-tui.pot").open("rb") as stream:
        template = read_po(stream)
    catalog = Catalog("en", domain="mali-tui")
    for message in template:
        if message.id:
            plural = isinstance(message.id, tuple)
            catalog.add(message.id, tuple(map(otherwise, message.id)) if plural else otherwise(message.id))
    target = tmp_path / "languages" / "xx" / "LC_MESSAGES" / "mali-tui.mo"
    target.parent.mkdir(parents=True)
    with target.open("wb") as stream:
        write_mo(stream, catalog)
    monkeypatch.setattr(locale, "_FOLDER", tmp_path / "languages")
    monkeypatch.setenv(locale.VARIABLE, "xx")
    date_labels._label.cache_clear()
    use("xx")
    yield
    use("en")
    date_labels._label.cache_clear()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "navis"
    made.mkdir()
    for name, title, date, source, text in ARTICLES:
        front = f"title: {title}\n" + (f"date: {date}\n" if date else "") + f"source: {source}\n"
        (made / f"{name}.md").write_text(f"---\n{front}---\n\n{text}\n", encoding="utf-8")
    (made / "vacuum.md").write_bytes(b"")
    (made / "imago.png").write_bytes(b"\x89PNG")
    return made


def left(text: str, *allowed: str) -> list[str]:
    """Return the words of a screen that no message has and no article, in their order."""
    own = " ".join((*(" ".join(article) for article in ARTICLES), *allowed))
    known = {*re.findall(r"\w+", own), *own.lower().split(), *ALWAYS.split(), *FIELDS, "nombre"}
    shown = re.sub(r"\S*/\S*|\b[a-z]{10}\b", " ", text)  # paths and ids
    return [word for word in dict.fromkeys(_WORD.findall(shown)) if word not in known]


SCREENS = [
    ("the list and the reader", ()),
    ("the reader alone", ("enter", "z")),
    ("a date under the cursor", ("enter", "e")),
    ("a search", ("slash", *"milites", "enter")),
    ("a phrase, a field and dates", ("slash", *'"navis abiit" source:acta date:2023', "enter")),
    ("a fault", ("slash", *"nothere:x")),
    ("nothing found", ("slash", *"zzzz")),
    ("the query language", ("slash", "f1")),
    ("the keys of the list", ("question_mark",)),
    ("the keys of the reader", ("enter", "question_mark")),
    ("the keys of the timeline", ("t", "question_mark")),
    ("the timeline of mentions", ("t", "c")),
    ("a bucket", ("t", "n")),
    ("the account", ("A",)),
    ("what was skipped", ("A", "f", "f")),
    ("the keys of the account", ("A", "question_mark")),
    ("the chronology", ("T",)),
    ("the keys of the chronology", ("T", "question_mark")),
    ("the figures", ("equals_sign", "j")),
    ("the keys of the figures", ("equals_sign", "question_mark")),
    ("words in context without words", ("w",)),
    ("words in context", ("slash", *"milites", "enter", "w", "d")),
    ("the words beside them", ("slash", *"milites", "enter", "w", "v")),
    ("where they stand", ("slash", *"milites", "enter", "w", "v", "v")),
    ("key words", ("slash", *"milites", "enter", "w", "V")),
    ("the keys of words in context", ("w", "question_mark")),
    ("outlets by time", ("B", "left")),
    ("outlets by time as shares", ("slash", *"milites", "enter", "B", "Z", "v")),
    ("the keys of outlets by time", ("B", "question_mark")),
    ("a pinned article", ("C",)),
    ("two articles side by side", ("C", "j", "C", "n")),
    ("the keys of two articles side by side", ("C", "j", "C", "question_mark")),
    ("the desk without a note", ("D",)),
    ("a note", ("a", *"nota", "ctrl+j", "escape", "D")),
    ("what a key did", ("asterisk",)),
    ("what a key took back", ("asterisk", "u")),
    ("a tag", ("plus",)),
    ("a state", ("R",)),
    ("corrections", ("f2",)),
    ("a saved query", ("S",)),
    ("what the hits have in common", ("f",)),
    ("related articles", ("r",)),
    ("an export", ("x",)),
    ("an export of the chronology", ("T", "x")),
    ("a copy", ("y",)),
    ("the citation styles", ("semicolon",)),
    ("a star at the desk", ("asterisk", "D")),
    ("finding in the text", ("enter", "slash", *"nave")),
    ("a selection", ("enter", "v")),
    ("every action", ("colon",)),
    ("copies", ("X",)),
    ("another order", ("o",)),
    ("no further mark", ("enter", "n")),
]


@pytest.mark.usefixtures("strange")
@pytest.mark.parametrize("keys", [case[1] for case in SCREENS], ids=[case[0] for case in SCREENS])
async def test_every_word_of_a_screen_is_translated(visit, folder: Path, keys: tuple[str, ...]) -> None:
    async with visit(folder, (150, 60)) as reader:
        await reader.press(*keys)
        styles = (*STYLES, "juin")  # they have the names that are typed, and a language of their own
        assert left(reader.text, "nota zzzz nothere nave Act Nun Jul", *styles) == []
        assert any(letter in reader.text for letter in "áéíóú")


COMMANDS = [
    ("list",),
    ("read", "sine.md", "--left-out"),
    ("search", "milites"),
    ("search", "nusquamne"),
    ("timeline",),
    ("timeline", "--clock", "mentioned", "--by", "year"),
    ("dates",),
    ("chronology",),
    ("check",),
    ("check", "--only", "skipped"),
    ("count", "milites"),
    ("count", "nusquamne"),
    ("figures",),
    ("figures", "--questions"),
    ("compare", "navis.md", "sine.md"),
    ("compare", "navis.md"),
    ("kwic", "milites"),
    ("kwic", "milites", "--collocates"),
    ("kwic", "milites", "--dispersion"),
    ("keyness", "milites"),
    ("keyness", "source:acta"),
    ("star", "navis.md"),
    ("saved",),
    ("status", "navis.md"),
    ("correct",),
    ("desk", "log"),
    ("read", "nusquam.md"),
    ("search", "nothere:x"),
    ("export", "milites", "-o", "nusquam/x.csv"),
    ("pack",),
]


@pytest.mark.usefixtures("strange")
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_word_of_a_command_is_translated(
    folder: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    main([*words, "-d", str(folder)])
    told = capsys.readouterr()
    assert left(told.out + told.err, " ".join(words), "navis.md") == []


@pytest.mark.usefixtures("strange")
@pytest.mark.parametrize("verb", ["list", "search", "desk", "proof", "--help"])
def test_every_word_of_the_help_is_translated(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([verb, "-h"])
    told = re.sub(r"--?[a-z-]+|\{[^}]*\}|\[[^\]]*\]|mali-tui .*", " ", capsys.readouterr().out, flags=re.DOTALL)
    words = left(told)
    assert [word for word in words if word not in OF_PYTHON.split()] == []


@pytest.mark.usefixtures("strange")
def test_what_scripts_read_is_english(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--json", "-d", str(folder)])
    strange = capsys.readouterr().out
    use("en")
    main(["check", "--json", "-d", str(folder)])
    assert strange == capsys.readouterr().out


@pytest.mark.usefixtures("strange")
def test_what_is_stored_is_english_and_translated_when_shown(folder: Path) -> None:
    explorer = Explorer.open(folder)
    try:
        explorer.refresh()
        reasons = {account.reason for account in explorer.accounts() if account.reason}
        assert reasons
        assert all(reason.isascii() for reason in reasons)
        assert [stored(reason) for reason in reasons if not left(stored(reason))] == [
            stored(reason) for reason in reasons
        ]
        doubts = {head.doubt for head in explorer.heads(range(1, 9))}
        assert all(doubt.isascii() for doubt in doubts)
    finally:
        explorer.close()


STORED = [
    ("alone", "an empty file"),
    ("with a value", "larger than 20 MB"),
    ("several", "an empty file; larger than 20 MB"),
    ("with a semicolon of its own", "a link; links are not followed"),
    ("with a counted noun", "3 rows above the column names skipped"),
    ("with another text in it", "damaged web page: it could not be read to the end (ValueError)"),
]


@pytest.mark.usefixtures("strange")
@pytest.mark.parametrize("text", [case[1] for case in STORED], ids=[case[0] for case in STORED])
def test_a_stored_text_is_translated_with_its_values(text: str) -> None:
    shown = stored(text)
    assert left(shown, "ValueError") == []
    assert re.findall(r"\d+", shown) == re.findall(r"\d+", text)


@pytest.mark.usefixtures("strange")
def test_a_text_that_no_message_made_stays() -> None:
    assert stored("Quod nemo dixit") == "Quod nemo dixit"
    assert stored("") == ""
