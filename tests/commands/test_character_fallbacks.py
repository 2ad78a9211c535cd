import pytest

from tui.commands.character_fallbacks import HANDLER, register


@pytest.mark.parametrize(
    ("text", "encoding", "written"),
    [
        pytest.param("“Kidal” – 303 … ×2", "ascii", '"Kidal" - 303 ... x2', id="typographic signs"),
        pytest.param("“Kidal” – ×2", "cp1252", "“Kidal” – ×2", id="what there is stays"),
        pytest.param("█▇ · ≥ 310", "latin-1", "## · >= 310", id="bars and bounds"),
        pytest.param("Ménaka", "ascii", "Menaka", id="an accent"),
        pytest.param("ﬁn", "latin-1", "fin", id="a ligature"),
        pytest.param("مالي", "latin-1", r"\u0645\u0627\u0644\u064a", id="another script"),
        pytest.param("\ud800", "utf-8", r"\ud800", id="half a character"),
    ],
)
def test_what_an_encoding_lacks_has_a_likeness(text: str, encoding: str, written: str):
    register()
    assert text.encode(encoding, HANDLER).decode(encoding) == written
