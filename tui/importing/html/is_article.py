"""Pages that are no articles: errors, front pages, gates before the text.

A title alone never makes one: it has to be short of words, too, and without a date that it claims.
"""

from __future__ import annotations

import re

from tui.base.folding import fold

_SHORT = 150
"""A page with more words is no error's, whatever its title."""

_ERROR = re.compile(
    r"(?:(?:error|erreur|http)\W{0,3})?(?:40[01345]|410|429|451|50[0234])\b.{0,80}"
    r"|(?:oops\W+)?(?:the |this |that |cette )?pages? (?:(?:was |could )?not (?:be )?found|not available|introuvable"
    r"|doesn.?t exist|n.?existe pas|non trouvee).{0,40}|not found|file not found|nothing found.{0,30}"
    r"|access (?:to this page has been )?denied.{0,40}|acces refuse.{0,40}|forbidden|service unavailable|bad gateway"
    r"|internal server error|gateway time-?out|(?:this )?site can.?t be reached.{0,60}|server not found"
)
_GATE = re.compile(
    r"just a moment\W*|attention required.{0,30}|un instant\W*|(?:are you|you are not) a robot.{0,30}|robot check"
    r"|security check.{0,30}|verif(?:y|ying) (?:that )?you are (?:a )?human.{0,30}|human verification"
    r"|checking your browser.{0,60}|before you continue.{0,60}|avant d.acceder.{0,60}"
    r"|(?:please )?enable javascript.{0,60}"
    r"|(?:we value )?your privacy(?: choices)?|(?:please )?(?:log|sign) in(?: to .{1,40})?|se connecter|connexion"
)
_REASONS = (
    (_ERROR, "the page of an error, not of an article"),
    (_GATE, "a page before the article, which was not saved"),
)
_SITE = re.compile(r"\s+[-–—|·:]\s+.*$")


def why_no_article(title: str, paragraphs: list[str], dated: bool, links: bool) -> str:
    """Return why a page is no article, in a few words; "" where it may be one.

    `dated` says whether it claims a date of publication, `links` whether its text is mostly links.
    """
    if dated:
        return ""
    if links:
        return "an overview of other articles, or a menu"
    said = fold(_SITE.sub("", title)).strip()
    if sum(len(paragraph.split()) for paragraph in paragraphs) <= _SHORT:
        for form, reason in _REASONS:
            if form.fullmatch(said):
                return reason
    return "no text in it but its title" if title and not paragraphs else ""
