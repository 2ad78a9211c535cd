"""Texts come in the language that is asked for, and each one that is marked can be found by translators."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from tui import locale
from tui.locale import N_, _, language_of, ngettext, use

TOP = Path(__file__).parents[2]

ENVIRONMENTS = [
    ("nothing", {}, "en"),
    ("the system's", {"LANG": "fr_FR.UTF-8"}, "fr"),
    ("messages before the rest", {"LANG": "fr_FR", "LC_MESSAGES": "de_DE"}, "de"),
    ("everything before messages", {"LC_ALL": "fr", "LC_MESSAGES": "de"}, "fr"),
    ("our own variable first", {"MALI_TUI_LANG": "fr", "LC_ALL": "de"}, "fr"),
    ("C", {"LC_ALL": "C", "LANG": "fr_FR"}, "fr"),
    ("POSIX", {"LC_ALL": "POSIX"}, "en"),
    ("rubbish", {"LANG": "1"}, "en"),
]


@pytest.mark.parametrize(
    ("environment", "language"), [case[1:] for case in ENVIRONMENTS], ids=[case[0] for case in ENVIRONMENTS]
)
def test_the_language_of_an_environment(environment: dict[str, str], language: str) -> None:
    assert language_of(environment) == language


@pytest.fixture
def pig_latin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    catalog = Catalog("en", domain="mali-tui")
    catalog.add("camp", "amp-cay")
    catalog.add(("{} camp", "{} camps"), ("{} amp-cay", "{} amps-cay"))
    target = tmp_path / "xx" / "LC_MESSAGES" / "mali-tui.mo"
    target.parent.mkdir(parents=True)
    with target.open("wb") as stream:
        write_mo(stream, catalog)
    monkeypatch.setattr(locale, "_FOLDER", tmp_path)
    yield
    use("en")


@pytest.mark.usefixtures("pig_latin")
def test_a_text_comes_in_the_language_in_use() -> None:
    assert (_("camp"), ngettext("{} camp", "{} camps", 1), N_("camp")) == ("camp", "{} camp", "camp")
    use("xx")
    assert (_("camp"), ngettext("{} camp", "{} camps", 2), N_("camp")) == ("amp-cay", "{} amps-cay", "camp")
    assert _("not translated") == "not translated"
    use("a language that is not there")
    assert _("camp") == "camp"


def test_the_template_holds_what_the_code_says() -> None:
    done = subprocess.run(
        [sys.executable, TOP / ".ci" / "extract_messages.py", "--check"], check=False, capture_output=True
    )
    assert (done.returncode, done.stderr) == (0, b"")
