"""Whether the words around a date point to the past or to the future.

The nearest verb in the date's own clause decides. A future marker in another clause is ignored, since one sentence
often reports both what happened and what is planned; a past verb in another clause is the fallback.
"""

from __future__ import annotations

from collections.abc import Iterable

from tui.dates.tokens import Tokens
from tui.dates.vocabulary import Vocabulary

_SCOPE = 30
"""How many tokens on either side are searched for a verb."""
_LEAD = 3
"""How many tokens before a date its preposition may stand."""
_QUOTES = frozenset('«»“”"')
_CUTS = _QUOTES.union(";:[]")
"""Marks that end a clause; commas do not, since they mostly set something off within one."""


def direction(tokens: Tokens, vocabulary: Vocabulary, first: int, last: int) -> int:
    """Return -1 for the past, 1 for the future and 0 if unknown, for the date at tokens `first` to `last`."""
    scan = _Scan(tokens, vocabulary, first)
    if leads(tokens, vocabulary.towards, first):
        return -1 if scan.is_over() else 1
    if _is_purpose(tokens, vocabulary, first):
        return 1
    past_elsewhere = False
    behind, ahead = range(first - 1, max(first - _SCOPE, -1), -1), range(last, min(last + _SCOPE, len(tokens.words)))
    for indices, aside in ((behind, ")"), (ahead, "(")):
        for sign, clause in scan.clauses(indices, aside):
            if clause == 0:
                return sign
            past_elsewhere = past_elsewhere or sign < 0
    return -1 if past_elsewhere else int(leads(tokens, vocabulary.bounds, first))


def leads(tokens: Tokens, prepositions: frozenset[str], first: int) -> bool:
    """Return whether one of the prepositions stands before a date, small words between them at most."""
    for index in range(first - 1, first - _LEAD - 1, -1):
        word = tokens.word(index)
        if word in prepositions:
            return True
        if not word or word in _CUTS or len(word) > 3:
            return False
    return False


def _is_purpose(tokens: Tokens, vocabulary: Vocabulary, first: int) -> bool:
    """Return whether the date follows the purpose of something: `pour la venue samedi`."""
    purpose, article, noun = (tokens.word(index) for index in range(first - 3, first))
    return purpose in vocabulary.purpose and article in vocabulary.determiners and noun not in vocabulary.not_purpose


def is_state(tokens: Tokens, vocabulary: Vocabulary, first: int, last: int) -> bool:
    """Return whether the clause around `today` describes the present age rather than an event of that day."""
    before = tokens.word(first - 1)
    if before in vocabulary.compared or (before == "'" and f"{tokens.word(first - 2)}'" in vocabulary.compared):
        return True
    scan = _Scan(tokens, vocabulary, first)
    for indices in (range(first - 1, max(first - 8, -1), -1), range(last, min(last + 10, len(tokens.words)))):
        for index in indices:
            word = tokens.words[index]
            if word in _CUTS or word in ("", ".", "!", "?", "(", ")") or word in vocabulary.clause:
                break
            if word in vocabulary.present and not tokens.is_capital(index):
                names_itself = index == last and before in ("", ".", "!", "?", "`", "“", "«", '"')
                return not names_itself and not scan.has_participle(index, first, last)
            if scan.sign(index):
                return False
    return False


class _Scan:
    """Finds the verbs and markers of tense around one date."""

    def __init__(self, tokens: Tokens, vocabulary: Vocabulary, first: int) -> None:
        self._tokens = tokens
        self._words = vocabulary
        self._first = first

    def clauses(self, indices: Iterable[int], aside: str) -> Iterable[tuple[int, int]]:
        """Yield the markers of one side of the sentence, each with the number of clause boundaries before it.

        What stands in quotation marks is a clause of its own, behind which the one around it goes on. `aside` is the
        bracket behind which something else is told; leaving the brackets of the date itself is no step.
        """
        clause, quoted = 0, False
        for index in indices:
            word = self._tokens.words[index]
            if word in _QUOTES:
                quoted = not quoted
                clause += 1 if quoted else -1
                continue
            if not word or (word in (".", "!", "?") and self._ends_sentence(index)):
                return  # a token without a word is a blank line
            sign = self.sign(index)
            if sign:
                yield sign, clause
            elif word in _CUTS or word == aside or word in self._words.clause:
                clause += 1

    def is_over(self) -> bool:
        """Return whether what lasted until the date is over: `lasted until`, `had left by`."""
        for index in range(self._first - 1, max(self._first - 2 * _LEAD, -1), -1):
            word = self._tokens.words[index]
            if word in self._words.lasted:
                return True
            if word in self._words.pluperfect:
                return self.has_participle(index, self._first, self._first)
        return False

    def sign(self, index: int) -> int:
        """Return -1 for a past marker, 1 for a future marker, else 0."""
        words, tokens = self._words, self._tokens
        word, following = tokens.words[index], tokens.word(index + 1)
        if not word[:1].isalpha() or self._is_name(index):
            return 0
        phrase = words.phrases.get(word, {})
        if following in phrase or "" in phrase:
            return phrase.get(following, phrase.get("", 0))
        if word in words.perfect:
            return -1 if self.has_participle(index, self._first, self._first) else 0
        if self._is_future(word):
            return 1
        if not self._is_past(word):
            return self._progressive(index)
        return self._sign_of_past(index)

    def _sign_of_past(self, index: int) -> int:
        """Return the sign of a past form: in `to be held`, `will be held` and `ordered to leave` it is the future."""
        words, tokens = self._words, self._tokens
        for back in (index - 1, index - 2):
            before = tokens.word(back)
            told = words.phrases.get(tokens.word(back - 2), {}).get(tokens.word(back - 1))
            if before in words.passive and told is not None:
                return told
            if before in words.passive or (before in words.auxiliaries and before in words.future):
                return 1
            if len(tokens.word(back)) > 3:
                break
        if tokens.words[index] in words.orders and self._infinitive_between(index):
            return 1
        return -1

    def _infinitive_between(self, index: int) -> bool:
        stop = min(self._first, index + 6)
        return any(self._tokens.word(place) in self._words.infinitive for place in range(index + 1, stop))

    def _progressive(self, index: int) -> int:
        """Return 1 for `is leaving`: on a day, it is about to."""
        words, tokens = self._words, self._tokens
        ending = words.progressive_ending
        if not ending or not tokens.words[index].endswith(ending):
            return 0
        return int(tokens.word(index - 1) in words.present)

    def _is_future(self, word: str) -> bool:
        words = self._words
        if word in words.future:
            return True
        begins = word.startswith(words.future_beginning) and word not in words.unlike_future
        return len(word) > 4 and (word.endswith(words.future_ending) or begins)

    def _is_past(self, word: str) -> bool:
        words = self._words
        if word in words.past:
            return True
        unlike = word in words.unlike_past or word.endswith(words.unlike_past_ending)
        return len(word) > 4 and word.endswith(words.past_ending) and not unlike

    def has_participle(self, index: int, first: int, last: int) -> bool:
        """Return whether a participle follows an auxiliary within three words, the date between them left out."""
        places = [place for place in range(index + 1, index + 4 + last - first) if not first <= place < last]
        endings = self._words.participle_ending + self._words.past_ending
        for place in places[:3]:
            word = self._tokens.word(place)
            if word in self._words.determiners or not word[:1].isalpha():
                return False
            if word in self._words.participles or word in self._words.past or word.endswith(endings):
                return True
            if self._words.progressive_ending and word.endswith(self._words.progressive_ending):
                return True
        return False

    def _is_name(self, index: int) -> bool:
        """Return whether a word is written with a capital though no sentence begins with it."""
        tokens = self._tokens
        if not tokens.is_capital(index) or tokens.text[tokens.starts[index] : tokens.end(index)].isupper():
            return False
        before = tokens.word(index - 1)
        return before[:1].isalnum() or before in (",", "'", "-")

    def _ends_sentence(self, index: int) -> bool:
        return len(self._tokens.word(index - 1)) > 2 and not self._tokens.touches_next(index)
