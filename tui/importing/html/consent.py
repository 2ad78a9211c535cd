"""Consent banners and overlays of a page, by the names that consent platforms give to their containers.

The names are those of the platforms' own markup, as their documentation and the public lists of cookie blockers give
them. A container that holds the article itself is no overlay, whatever its name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.locale import N_

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PLATFORM = re.compile(
    r"(?:^|\s)(?:onetrust-[\w-]+|ot-sdk-[\w-]+|optanon[\w-]*"  # OneTrust
    r"|sp_(?:message|privacy)[\w-]*"  # Sourcepoint
    r"|cybotcookiebot[\w-]*|cookiebot[\w-]*"
    r"|didomi-[\w-]+|qc-cmp2?-[\w-]+|usercentrics-[\w-]+|uc-(?:banner|overlay)[\w-]*|truste[_-][\w-]+|trustarc-[\w-]+"
    r"|cmpbox[\w-]*|cmpwrapper|cmplz-[\w-]+|cli-(?:bar|modal|popup)[\w-]*|cookie-law-info-[\w-]+|cky-[\w-]+"
    r"|cc-(?:window|banner|overlay)|osano-cm-[\w-]+|iubenda-cs-[\w-]+|fc-(?:consent|dialog)[\w-]*|tarteaucitron[\w-]*"
    r"|axeptio[\w-]*|borlabs-?cookie[\w-]*|klaro|termly[\w-]*|evidon-[\w-]+|_evidon[\w-]*|cmp|cmp-(?:container|root"
    r"|banner|wrapper|overlay|modal|ui|app)|gdpr(?:-[\w-]+)?|(?:cookie|consent|privacy|gdpr)[_-]?(?:banner|bar|wall|notice"
    r"|popup|pop-up|overlay|dialog|modal|layer|consent|message|manager|hint)[\w-]*)(?=$|\s)",
    re.I,
)
_CONTAINERS = frozenset(("div", "section", "aside", "dialog", "form", "footer", "header", "ul"))
_HOLDING = ("h1", "article", "main")
"""What no overlay holds: the article."""

WALL = N_("a page that asks for consent, shown before the article, which itself was not saved")


def is_consent(element: HtmlElement) -> bool:
    """Say whether an element is the container of a consent platform, and does not hold the article."""
    if element.tag not in _CONTAINERS:
        return False
    marks = (element.get("id") or "", *(element.get("class") or "").split())
    if not any(_PLATFORM.match(mark) for mark in marks):
        return False
    return next(element.iter(*_HOLDING), None) is None


def without_consent(tree: HtmlElement) -> list[str]:
    """Drop the consent containers of a tree and return the words of each that has any, on a line."""
    lines: list[str] = []
    for element in [one for one in tree.iter() if is_consent(one)]:
        if element.getparent() is None or any(is_consent(one) for one in element.iterancestors()):
            continue  # dropped with the one around it
        lines.append(" ".join(" ".join(element.itertext()).split()))
        element.drop_tree()
    return [line for line in lines if line]
