"""Texts that attack the terminal, through every pane: nothing but printable text reaches the screen."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

HOSTILE = {
    "clipboard": "safe \x1b]52;c;ZXZpbA==\x07 word",
    "title": "safe \x1b]0;owned\x1b\\ word",
    "clear": "safe \x1b[2J\x1b[H\x1b[31m word",
    "eight-bit": "safe \x9b31m \x9d52;c;x\x9c word",
    "bell-and-backspace": "safe \x07\x08\x08\x08 word \x7f",
    "markup": "safe [/2024] [bold] [@click=app.quit]x[/] [link=file:///etc] word",
    "bidi": "safe \u202egnp.exe\u202c \u2066x\u2069 \u200f word",
    "separators": "safe \u2028 line \u2029 page \x0b tab \x0c feed word",
    "nul": "safe \x00 word",
    "tags": "safe \U000e0041\U000e0042 word",
    "joined": "safe \U0001f468\u200d\U0001f469\u200d\U0001f467 e\u0301\u0301\u0301 word",
    "wide": "safe 漢字かな交じり文 العربية word",
    "long-word": "safe " + "x" * 10_000 + " word",
    "long-wide-word": "safe " + "字" * 10_000 + " word",
    "many-brackets": "[" * 3000 + " safe word " + "]" * 3000,
}

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f\u2028\u2029\ud800-\udfff]")


def hostile_dossier(folder: Path, text: str) -> Path:
    """Write an article whose every field is hostile, as JSON strings in its front matter, and a raw clipping."""
    folder.mkdir()
    value = json.dumps(text)
    front = "\n".join(f"{name}: {value}" for name in ("title", "source", "author", "language"))
    body = text.replace("\0", "")  # a file that holds NUL bytes is refused as a whole; a NUL written as \\u0000 is not
    # A file of which more than one byte in 500 is a control is refused as binary, so these few stand in a long text.
    filler = "The sea was calm and the boats came home. " * 200
    article = (
        f"---\n{front}\ntags: [{value}]\ndate: 2023-01-02\n---\n\n{body}\n\nAnother paragraph. {body}\n\n{filler}\n"
    )
    (folder / "fields.md").write_text(article, encoding="utf-8", errors="surrogatepass", newline="")
    raw = f"{body}\n\nBy {body}\n\n{body}\n\n{filler}\n"
    (folder / "raw.txt").write_text(raw, encoding="utf-8", errors="surrogatepass", newline="")
    return folder


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("size", [(120, 36), (40, 12)], ids=["wide", "small"])
async def test_only_printable_text_reaches_the_screen(visit, tmp_path, name, size):
    folder = hostile_dossier(tmp_path / "hostile", HOSTILE[name])
    async with visit(folder, size=size) as reader:
        seen = [reader.text]
        await reader.press("slash")
        await reader.write("safe word")
        seen.append(reader.text)
        assert "2 articles" in reader.rows[0]
        for key in (
            "enter",
            "enter",
            "J",
            "x",
            "G",
            "z",
            "z",
            "q",
            "t",
            "n",
            "enter",
            "d",
            "d",
            "T",
            "j",
            "G",
            "enter",
            "E",
            "Y",
            "equals_sign",
            "j",
            "c",
            "q",
            "w",
            "o",
            "Y",
            "v",
            "v",
            "v",
            "q",
            "B",
            "left",
            "q",
            "colon",
            "escape",
            "question_mark",
        ):
            await reader.press(key)
            seen.append(reader.text)
        found = {hex(ord(match)) for screen in seen for match in _UNPRINTABLE.findall(screen.replace("\n", ""))}
        assert not found


@pytest.mark.parametrize("name", HOSTILE)
async def test_a_hostile_query_is_only_text(visit, dossier, name):
    async with visit(dossier) as reader:
        reader.app.screen.query_one("#search").value = HOSTILE[name][:200]
        await reader.rest()
        assert not _UNPRINTABLE.search(reader.text.replace("\n", ""))
