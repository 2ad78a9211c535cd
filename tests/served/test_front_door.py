"""What the front door says of `--engine` and `--index` before it reaches for a network."""

from __future__ import annotations

import pytest

from tui.cli import main


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--engine", "https://host:9200"], "belong together"),
        (["--index", "press"], "belong together"),
        (["articles", "--engine", "https://host:9200", "--index", "press"], "not both"),
        (["-d", "articles", "--engine", "https://host:9200", "--index", "press"], "not both"),
    ],
)
def test_an_engine_without_its_index_is_told(words, said, capsys):
    assert main(words) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("address", ["host:9200", "https://me:secret@host:9200"])
def test_push_refuses_an_address_that_is_none_or_holds_a_password(address, dossier, capsys):
    assert main(["push", str(dossier), "--engine", address, "--index", "press"]) == 2
    told = capsys.readouterr().err
    assert len(told.splitlines()) == 1
    assert "secret" not in told
