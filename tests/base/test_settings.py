from pathlib import Path

import pytest

from tui.base.locations import cache_root, data_root
from tui.base.settings import CHOICES, Settings, parse, settings
from tui.citations import STYLES
from tui.errors import SettingsError
from tui.ui.theme import THEMES

PATH = Path("config.toml")


def test_every_setting_can_be_said():
    written = 'theme = "light"\ncitation_style = "apa"\nlanguage = "fr"\ncache = "/c"\ndata = "/d"\ndesk = "/k"\n'
    assert parse(written, PATH) == Settings("light", "apa", "fr", "/c", "/d", "/k")
    assert parse("", PATH) == Settings()


@pytest.mark.parametrize(
    ("written", "told"),
    [
        pytest.param('theme = "pink"', "line 1, column 1: theme is one of dark, light, contrast", id="a value"),
        pytest.param('# mine\n\n  colour = "x"', "line 3, column 3: there is no setting colour", id="a key"),
        pytest.param("theme = 3", "line 1, column 1: theme is a text in quotation marks", id="a number"),
        pytest.param('language = "french"', "line 1, column 1: language is a code of two letters", id="a language"),
        pytest.param("[theme]\nx = 1", "line 1, column 2: theme is a text", id="a table"),
        pytest.param("theme = ", "(at end of document)", id="no value"),
        pytest.param('theme = "dark"\ntheme = "light"', "overwrite", id="twice"),
        pytest.param('"the\\nme" = "x"', "there is no setting", id="a key that is written otherwise"),
    ],
)
def test_a_fault_is_told_with_its_place(written: str, told: str):
    with pytest.raises(SettingsError) as problem:
        parse(written, PATH)
    assert told in str(problem.value)
    assert str(problem.value).startswith("config.toml")


def test_the_choices_are_those_of_the_program():
    assert CHOICES["citation_style"] == tuple(STYLES)
    assert {f"mali-{name}" for name in CHOICES["theme"]} <= {theme.name for theme in THEMES}


def test_the_environment_outranks_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / "mine.toml"
    file.write_text('cache = "/said/cache"\ndata = "/said/data"\n')
    monkeypatch.setenv("MALI_TUI_CONFIG", str(file))
    assert cache_root() != Path("/said/cache")
    monkeypatch.delenv("MALI_TUI_CACHE")
    monkeypatch.delenv("MALI_TUI_DATA")
    assert (cache_root(), data_root()) == (Path("/said/cache"), Path("/said/data"))


def test_a_file_that_is_no_text_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / "mine.toml"
    file.write_bytes(b"\xff\xfe\x00")
    monkeypatch.setenv("MALI_TUI_CONFIG", str(file))
    with pytest.raises(SettingsError, match="cannot be read"):
        settings()
