"""Names and adjectives that hold a word for a day: `The Mail on Sunday`, `USA Today`, `overnight stays`; pure.

A day that a name holds is no date, whatever the text around it tells.
"""

from __future__ import annotations

from tui.dates.candidate import Candidate


def names_a_weekday(candidate: Candidate, index: int) -> bool:
    """Return whether the weekday at token `index` belongs to a paper's or a programme's name."""
    tokens, vocabulary = candidate.tokens, candidate.vocabulary
    paper = tokens.word(index - 2) in vocabulary.papers and tokens.is_capital(index - 2)
    if paper and tokens.word(index - 1) == "on":
        return True
    show = candidate.after in vocabulary.shows and tokens.is_capital(candidate.last)
    return show and tokens.is_capital(candidate.last - 1)


def is_named_day(candidate: Candidate) -> bool:
    """Reject the name in `USA Today` and `the Today programme`: `today` with a capital beside its noun."""
    tokens, vocabulary = candidate.tokens, candidate.vocabulary
    if candidate.size > 1 or not tokens.is_capital(candidate.first):
        return True
    titled = candidate.before in vocabulary.before_today and tokens.is_capital(candidate.first - 1)
    return not titled and candidate.after not in vocabulary.programmes


def qualifies_a_noun(candidate: Candidate) -> bool:
    """Return whether `overnight` says what kind a thing is: `overnight stays`, `overnight factory jobs`."""
    if candidate.size > 1 or not candidate.has("OVERNIGHT"):
        return False
    following = candidate.tokens.word(candidate.last + 1) if candidate.after.isalpha() else ""
    return not candidate.vocabulary.of_nights.isdisjoint((candidate.after, following))
