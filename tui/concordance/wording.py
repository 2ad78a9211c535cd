"""What collocates and key words mean, in a plain sentence."""

from __future__ import annotations

from math import isfinite

from tui.base.plurals import counted
from tui.concordance.collocates import Collocate
from tui.concordance.keyness import LEVELS, Keyness, Keyword
from tui.locale import _


def collocate_sentence(collocate: Collocate, matches: int, width: int) -> str:
    """Say how often a word stands within `width` words of the matches, and what its two figures say."""
    told = _(
        "“{word}” stands {beside} within {width} words of these {matches}, {everywhere} in all of their articles."
        " {sure}; logDice {dice:.1f}: 14 is the most, for words that never stand apart."
    )
    return told.format(
        word=collocate.word,
        beside=counted(collocate.beside, "time"),
        width=width,
        matches=counted(matches, "match"),
        everywhere=counted(collocate.everywhere, "time"),
        sure=_sure(collocate.log_likelihood),
        dice=collocate.log_dice,
    )


def keyword_sentence(word: Keyword, keyness: Keyness) -> str:
    """Say how often a word stands on both sides, how much oftener that is, and how sure the difference."""
    here = _side(word.here, word.articles, word.per_thousand)
    there = _side(word.there, word.others, word.others_per_thousand)
    told = _("“{word}” in these {articles}: {here}. In the {others}: {there}.").format(
        word=word.word,
        here=here,
        there=there,
        articles=counted(keyness.articles, "article"),
        others=counted(keyness.others, "other article"),
    )
    if word.ratio >= 1 and isfinite(word.ratio):
        told += " " + _("That is {ratio:,.1f} times as often.").format(ratio=word.ratio)
    elif 0 < word.ratio < 1:
        told += " " + _("That is {ratio:,.1f} times as seldom.").format(ratio=1 / word.ratio)
    return f"{told} {_sure(word.log_likelihood)}."


def compared_words(keyness: Keyness) -> str:
    """Say what was compared, in one sentence."""
    told = _("{articles} ({words}) held against {others} ({others_words})").format(
        articles=counted(keyness.articles, "article"),
        words=counted(keyness.words, "word"),
        others=counted(keyness.others, "other article"),
        others_words=counted(keyness.others_words, "word"),
    )
    if keyness.languages:
        told += " " + _("in the same languages: {languages}").format(languages=", ".join(keyness.languages))
    if keyness.copies:
        told += "; " + _("{copies} of texts counted already left out").format(copies=counted(keyness.copies, "copy"))
    return told


def _side(count: int, articles: int, per_thousand: float) -> str:
    if not count:
        return _("never")
    return _("{times}, in {articles:,} of them, {share:.2f} to 1,000 words").format(
        times=counted(count, "time"), articles=articles, share=per_thousand
    )


def _sure(log_likelihood: float) -> str:
    share = next((name for least, name in LEVELS if abs(log_likelihood) >= least), "")
    if not share:
        return _("Chance may well give as much (log-likelihood {likelihood:,.1f})").format(
            likelihood=abs(log_likelihood)
        )
    told = _("Chance gives as much in fewer than {share} of cases (log-likelihood {likelihood:,.1f})")
    return told.format(share=share, likelihood=abs(log_likelihood))
