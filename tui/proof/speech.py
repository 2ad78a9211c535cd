"""Who speaks in a sentence, with names, pronouns and titles resolved to the full name.

English and French. The verb decides: what stands before it speaks, or, with verbs that invert, what follows it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.base.folding import fold
from tui.names import Name
from tui.names.vocabulary import MODIFIERS, PEOPLES, TITLES

_INVERTING = (
    r"said|says|added|adds|explained|explains|noted|replied|declared|stressed|insisted|warned|recalled|wrote|argued|concluded"
    r"|dit|déclaré|déclare|affirmé|affirme|indiqué|indique|précisé|précise|expliqué|explique|ajouté|ajoute|estimé|estime"
    r"|souligné|souligne|assuré|assure|rappelé|rappelle|annoncé|annonce|confié|confie|lancé|lance|écrit|conclu|insisté"
    r"|regretté|regrette|prévenu|averti|martelé|répondu"
)
_OTHER_VERBS = (
    r"told|tells|announced|announces|stated|states|claimed|claims|confirmed|confirms|acknowledged|admitted|maintained|alleged"
    r"|alleges|charged|demanded|demands|denounced|accused|accuses|urged|urges|asked|called|calls|complained|promised|pledged"
    r"|denied|denies|rejected|criticised|criticized|condemned|deplored|thanked|expressed|suggested|testified|tweeted|judged"
    r"|demandé|demande|dénoncé|dénonce|accusé|accuse|réclamé|réclame|exigé|exige|promis|appelé|appelle|jugé|juge|soutenu"
    r"|soutient|reconnu|reconnaît|condamné|condamne|déploré|déplore|critiqué|critique|salué|salue|exprimé|rejeté|rejette"
    r"|nié|fait (?:valoir|savoir|remarquer|observer|état)|mis en garde|pointé|évoqué|évoque|confirmé|confirme|proposé"
    r"|invité|exhorté|exhorte"
)
_VERB = re.compile(
    rf"(?<![\w’'-])(?:(?P<inverting>{_INVERTING})|{_OTHER_VERBS})(?:-t)?(?P<after>-(?:il|elle|on|ils|elles))?(?!\w)"
)
_PASSIVE = re.compile(r"(?:was|were|been|being|is|are|be|the|an?|no|this|that|any)\s+$")
_FRENCH_PASSIVE = re.compile(r"(?:été|est|sont|être|un|une|la|le|les|des|cette|sera|fut)\s+$")
"""Before a verb of speech: somebody else speaks, or it is a noun."""
_HELPERS = re.compile(
    r"(?:(?<=[\s,])(?:has|have|had|also|then|later|however|again|did not|never|repeatedly|would|a|ont|avait|avaient"
    r"|aussi|alors|ensuite|également|n['’]a|l['’]a|en outre|quant à (?:lui|elle)|de (?:son|leur) côté|pour sa part"
    r"|encore|lui|leur|s['’]est|se|ne|en)|[\s,])+$"
)
_INVERTED = re.compile(r"(?<!\w)(?:a|ont|avait|avaient)-t-(?P<pronoun>ils?|elles?|on)\s+$")
_PRONOUN = re.compile(r"(?<![\w’'-])(?P<word>he|she|they|il|elle|ils|elles)$", re.IGNORECASE)
_NOBODY = re.compile(r"(?<![\w’'-])(?:it|this|that|which|who|I|we|you|on|cela|ça|je|nous|vous)$", re.IGNORECASE)
"""Subjects that cannot be resolved."""
_CLAUSE = re.compile(r"(?:\A|[,;:”»\"’'–—-])\s*(?:(?:a|ont|avait|avaient|has|had)\s+)?$")
"""Before a verb that whoever speaks may follow: a quotation ends there, or a clause."""
_SOURCE = re.compile(
    r"(?<![\w’'-])(?:according to|in the words of|selon|d[’']après|aux yeux de|(?:(?<=\. )|(?<=\A))pour)\s+(?=\S)",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"(?<![\w’'-])(?:the|le|la|l[’']|ce|cette|this|that)\s?(?P<title>[^\W\d_]+(?:-[^\W\d_]+)*)", re.IGNORECASE
)
_NO_LEAD = (
    r"with|of|by|from|that|qu[e’']|in|on|to|à|au|aux|en|for|pour|and|et|he|she|it|they|il|elle|dans|sur|du|de|des|d[’']"
)
_LEAD = re.compile(
    rf"\s*(?:(?:the|le|la|l[’'])\s?)?(?:(?!(?:{_NO_LEAD})\b)[^\W\d_A-ZÀ-Þ][\w’'-]*\s"
    r"|(?:M|Mme|Mr|Mrs|Ms|Dr|Gen|Col)\.?\s){0,6}"
)
"""What may stand between a verb and whoever speaks: titles, and words that describe the person."""
_PART_OF = re.compile(r"(?:['’]s)? (?:sources?|officials?|spokes\w+|staff)\b")
"""Behind the name of a body: somebody of it speaks."""
_APPOSED = re.compile(r"\s*(?:the\s|le\s|la\s|l['’]|son\s|sa\s|his\s|her\s|their\s)[^,;:.]{2,60},\s")
"""A title that stands before its person, and a comma: `the mayor of Orma, Ada Holm`."""
_POSSESSOR = re.compile(r"['’](?:s\b)?(?=\s)")
_GOVERNED = re.compile(
    r"(?<![\w’'-])(?:of|to|with|from|by|for|against|in|at|on|about|before|than|de|du|des|d[’']|à|au|aux|avec|par|pour|contre|dans|en"
    r"|sur|devant|chez)\s+(?:the |la |le |les |l[’'])?(?:\w[\w-]*\s){0,2}$"
)
_PARTED = re.compile(r"[;:]|(?<!\w)(?:that|que|qui|who|which)(?!\w)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DESCRIBING = TITLES | MODIFIERS | PEOPLES | {"the", "le", "la"}
"""Words that may stand before whoever speaks, also with a capital."""
_TITLE_BEFORE = re.compile(r"(?<![\w-])(?:[\w’'-]+ ){1,8}[\w’'-]+,? $")
_TITLE_BEHIND = re.compile(r",[^,;.]+")
_NEAR = 70
"""Characters around a name among which its title stands."""
_REMEMBERED = 3
"""Sentences for which whoever spoke is still meant by a pronoun."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who speaks in a sentence."""

    name: Name
    """Who it is."""
    start: int
    """Where the words stand that say so: the name, a pronoun, a title."""
    end: int


class Speech:
    """Tells who speaks in the sentences of one text, which are asked in their order."""

    def __init__(self, text: str, names: Sequence[Name], language: str) -> None:
        self._text = text
        self._passive = _FRENCH_PASSIVE if language == "fr" else _PASSIVE
        self._names = names
        self._starts = [name.start for name in names]
        self._titles: dict[str, Name] = {}
        self._spoke: Name | None = None
        self._silent = 0
        """Sentences since that person spoke."""
        self._met: Name | None = None
        """The first person of the last sentence, if anybody was named there; `Holm’s deputy` is not Holm."""
        self._is_subject = False
        """Whether that sentence opens with that person."""
        self._quoting = False

    def attribution(self, start: int, end: int, hidden: Sequence[tuple[int, int]]) -> Attribution | None:
        """Return who speaks in a sentence, the next one of the text; None where nobody does that can be told.

        What is `hidden` is quoted: no verb of it counts.
        """
        bare = _without(self._text[start:end], start, hidden)
        said = [name for name in self._within(start, end) if not _touches(name, hidden)]
        self._quoting = bool(hidden)
        found = next(self._found(bare, start, said), None)
        self._silent += 1
        if found is not None and found.name.person:
            self._spoke, self._silent = found.name, 0
        self._remember(start, end, said)
        return found

    def _found(self, bare: str, start: int, names: Sequence[Name]) -> Iterator[Attribution]:
        """Yield who speaks by each verb and phrase of a sentence."""
        for verb in _VERB.finditer(bare):
            if self._passive.search(bare, 0, verb.start()) and not _INVERTED.search(bare, 0, verb.start()):
                continue
            found = self._by_verb(bare, start, verb, names)
            if found is not None:
                yield found
            elif verb["inverting"]:  # whoever says it is not known, and no later verb is theirs
                return
        for phrase in _SOURCE.finditer(bare):
            found = self._named_at(bare, start, phrase.end(), names)
            if found is not None:
                yield found

    def _by_verb(self, bare: str, start: int, verb: re.Match[str], names: Sequence[Name]) -> Attribution | None:
        inverted = _INVERTED.search(bare, 0, verb.start())
        if inverted is not None or verb["after"]:
            span = inverted.span("pronoun") if inverted is not None else (verb.start("after") + 1, verb.end("after"))
            return self._meant(start + span[0], start + span[1], names)
        helped = _HELPERS.search(bare, 0, verb.start())
        stop = helped.start() if helped is not None else verb.start()
        pronoun = _PRONOUN.search(bare, 0, stop)
        if pronoun is not None:
            return self._meant(start + pronoun.start(), start + stop, names)
        if _NOBODY.search(bare, 0, stop):
            return None
        inverts = verb["inverting"] and _CLAUSE.search(bare, 0, verb.start())
        named = self._named_at(bare, start, verb.end(), names) if inverts else None
        return named or self._subject(bare, start, stop, names)

    def _subject(self, bare: str, start: int, stop: int, names: Sequence[Name]) -> Attribution | None:
        """Return the name or title before a place that is the subject there."""
        before = [name for name in names if name.end <= start + stop]
        people = [name for name in before if name.person and not _GOVERNED.search(bare, 0, name.start - start)]
        last = before[-1] if before else None
        if last is not None and last.end >= start + stop - 1 and not _GOVERNED.search(bare, 0, last.start - start):
            parted = "," in bare[last.end - start : stop + 1] and people
            relative = parted and not last.person and bare.startswith(",", people[-1].end - start)
            return _itself(people[-1] if relative else last)
        for noun in reversed(list(_NOUN.finditer(bare, max(0, stop - _NEAR), stop))):
            if noun.end() >= stop - 1:
                if people and bare[people[-1].end - start : noun.start()] == ", ":  # Ada Holm, the mayor, said
                    return _itself(people[-1])
                return self._titled(noun["title"], start + noun.start(), start + noun.end())
        if not people or _PARTED.search(bare, people[0].end - start, stop):
            return None
        return _itself(people[0])

    def _named_at(self, bare: str, start: int, place: int, names: Sequence[Name]) -> Attribution | None:
        """Return the name that begins at a place, titles before it apart, or the title that stands there."""
        lead = _LEAD.match(bare, place)
        reach = lead.end() if lead is not None else place
        for name in names:
            between = bare[place : max(place, name.start - start)]
            described = "," not in between and all(fold(word) in _DESCRIBING for word in _WORD.findall(between))
            apposed = name.person and _APPOSED.fullmatch(between)
            described = described or bool(apposed and any(fold(word) in TITLES for word in _WORD.findall(between)))
            if start + place <= name.start and (name.start <= start + reach or described):
                other = not name.person and _PART_OF.match(bare, name.end - start)
                return None if other else _itself(name)
        noun = _NOUN.match(bare, place + (len(bare[place:]) - len(bare[place:].lstrip())))
        return self._titled(noun["title"], start + noun.start(), start + noun.end()) if noun is not None else None

    def _meant(self, start: int, end: int, names: Sequence[Name]) -> Attribution | None:
        """Return whom a pronoun means: a person before it in the sentence, else who spoke last, or was named before.

        What is quoted is rather said by whoever spoke last, unless the sentence before opens with somebody else. What
        is retold is rather said by the first person of that sentence.
        """
        for name in names:
            if name.person and name.end <= start:
                return Attribution(name, start, end)
        spoke = self._spoke if self._silent < _REMEMBERED else None
        meant = (spoke or self._met) if self._quoting and not self._is_subject else (self._met or spoke)
        return Attribution(meant, start, end) if meant is not None else None

    def _titled(self, title: str, start: int, end: int) -> Attribution | None:
        name = self._titles.get(fold(title))
        return Attribution(name, start, end) if name is not None else None

    def _remember(self, start: int, end: int, names: Sequence[Name]) -> None:
        """Keep the titles of the people in a sentence, and the first of them as the one a pronoun may mean."""
        people = [name for name in names if name.person]
        for name in people:
            before = _TITLE_BEFORE.search(self._text, max(start, name.start - _NEAR), name.start)
            behind = _TITLE_BEHIND.match(self._text, name.end, min(end, name.end + _NEAR))
            for found in (before, behind):
                for word in _WORD.findall(found[0]) if found is not None else ():
                    if fold(word) in TITLES:
                        self._titles[fold(word)] = name
        themselves = [name for name in people if not _POSSESSOR.match(self._text, name.end)]
        self._met = themselves[0] if themselves else None
        opening = self._text[start : self._met.start] if self._met is not None else ""
        self._is_subject = self._met is not None and not _GOVERNED.search(opening) and "," not in opening.rstrip(", ")

    def _within(self, start: int, end: int) -> Sequence[Name]:
        return self._names[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _itself(name: Name) -> Attribution:
    return Attribution(name, name.start, name.end)


def _touches(name: Name, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < name.end and name.start < end for start, end in spans)


def _without(sentence: str, start: int, hidden: Sequence[tuple[int, int]]) -> str:
    """Return a sentence with spaces in place of what is hidden."""
    for first, last in hidden:
        low, high = max(0, first - start), min(len(sentence), last - start)
        if low < high:
            sentence = sentence[:low] + " " * (high - low) + sentence[high:]
    return sentence
