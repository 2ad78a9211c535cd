"""What the style of a newsletter hides: preview lines and copies for other screens."""

from __future__ import annotations

import pytest

from tui.importing.formats.mail import read
from tui.importing.mail.hidden import hidden_parts
from tui.importing.parsed import RawFile
from tui.importing.read_file import read_content

PREVIEW = '<div style="display:none;max-height:0"><div>Look</div> inside</div>'
CASES = [
    ("nothing hidden", "<p>It is open.</p>", "<p>It is open.</p>", []),
    ("a preview", f"{PREVIEW}<p>It is open.</p>", "<p>It is open.</p>", [PREVIEW]),
    ("single quotes", "<span style='mso-hide: all'>x</span>y", "y", ["<span style='mso-hide: all'>x</span>"]),
    ("never closed", '<div style="display:none">x', '<div style="display:none">x', []),
    ("shown", '<p style="display:block">x</p>', '<p style="display:block">x</p>', []),
]


@pytest.mark.parametrize(("html", "kept", "hidden"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_hidden_parts(html: str, kept: str, hidden: list[str]) -> None:
    assert hidden_parts(html) == (kept, hidden)


def article(body: str) -> tuple[str, tuple[str, ...]]:
    content = f"Subject: x\nContent-Type: text/html\n\n<html><body>{body}</body></html>"
    (one,) = read_content(RawFile("a.eml", content.encode()), read).articles
    return one.text, one.left_out


def test_a_preview_line_is_left_out() -> None:
    assert article(f"{PREVIEW}<p>It is open.</p><p>They came at noon.</p>") == (
        "It is open.\n\nThey came at noon.",
        ("Look", "inside"),
    )


def test_a_mail_that_is_all_hidden_is_read() -> None:
    assert article('<div style="display:none"><p>It is open since noon.</p></div><p>Hi</p>')[0].startswith("It is open")


def test_the_padding_of_a_preview_and_a_row_of_links() -> None:
    padding = "<p>Look inside" + " &zwnj; &nbsp;" * 20 + "</p>"
    foot = "<p>Unsubscribe | Manage your preferences</p>"
    text, left_out = article(f"{padding}<p>It is open.</p>{foot}")
    assert text == "It is open."
    assert left_out[-1] == "Unsubscribe | Manage your preferences"
