"""Consent containers are known by their platform's names, and never hold the body."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from tui.importing.html.consent import WALL, without_consent
from tui.importing.html.read_page import read_page

ASKED = "".join(
    f"<p>We and our {count} partners keep information on your device to measure audiences and show advertising.</p>"
    for count in range(20, 32)
)
STORY = (
    "<p>The lock at Tassara opened on Friday, and eleven barges went through before noon, the keeper said.</p>"
    "<p>Two of them had waited since January, and their crews were paid by the day for all of it.</p>"
)
CONTAINERS = [
    ("OneTrust", '<div id="onetrust-consent-sdk"><div class="ot-sdk-row">{}</div></div>'),
    ("Sourcepoint", '<div id="sp_message_container_7721">{}</div>'),
    ("Cookiebot", '<div id="CybotCookiebotDialog">{}</div>'),
    ("Didomi", '<div class="didomi-popup-view">{}</div>'),
    ("Quantcast", '<section class="qc-cmp2-container">{}</section>'),
    ("a plain name", '<div class="page cookie-banner">{}</div>'),
]


@pytest.mark.parametrize("container", [case[1] for case in CONTAINERS], ids=[case[0] for case in CONTAINERS])
@pytest.mark.parametrize("before", [True, False])
def test_the_article_outweighs_a_longer_banner(container: str, before: bool) -> None:
    banner = container.format(ASKED)
    article = f"<main><article><h1>Lock opens</h1>{STORY}</article></main>"
    inner = banner + article if before else article + banner
    draft = read_page(f"<html><head><title>Lock opens</title></head><body>{inner}</body></html>").draft
    text = " ".join(draft.paragraphs)
    assert "eleven barges" in text
    assert "paid by the day" in text
    assert "partners" not in text


def test_a_page_of_consent_alone_is_told_as_such() -> None:
    html = f'<html><head><title>River Post</title></head><body><div id="didomi-host">{ASKED}</div></body></html>'
    draft = read_page(html).draft
    assert draft.paragraphs == ()
    assert WALL in draft.notes


KEPT = [
    ("the article within", f'<div class="cookie-banner"><article>{STORY}</article></div>'),
    ("a name that only begins so", f'<div class="cookie-recipes">{STORY}</div>'),
    ("a paragraph", f'<p class="gdpr">{STORY}</p>'),
]


@pytest.mark.parametrize("inner", [case[1] for case in KEPT], ids=[case[0] for case in KEPT])
def test_what_is_no_banner_stays(inner: str) -> None:
    tree = document_fromstring(f"<html><body>{inner}</body></html>")
    assert not without_consent(tree)
    assert "eleven barges" in tree.text_content()
