"""Kinds of events: classes of words that report the same kind of event.

`withdrawal`, `left` and `pullout` are one class, `finished` and `ended` another. The tables are short on purpose: news
has few kinds of events, and a class that is too wide would put together what does not belong together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from tui.base.folding import fold
from tui.base.small_words import SMALL_WORDS
from tui.base.stemming import snowball
from tui.dates.wording import words

_ENGLISH = {
    "leave": "leave leaves left leaving withdraw withdraws withdrew withdrawn withdrawing withdrawal pullout departure "
    "depart "
    "departed departs exit exited gone",
    "end": "end ends ended ending finish finishes finished finishing complete completes completed completion "
    "terminate terminated termination conclude concluded closed cease ceased",
    "begin": "begin begins began begun beginning start starts started starting launch launched open opens opened",
    "create": "create creates created creation found founds founded establish establishes established establishment "
    "formed",
    "decide": "decide decides decided decision adopt adopts adopted adoption approve approved vote votes voted "
    "authorise authorises authorised authorizes authorized",
    "ask": "ask asks asked request requests requested demand demands demanded urge urged",
    "coup": "coup coups overthrow overthrew overthrown putsch toppled ousted seized",
    "uprising": "uprising rebellion revolt insurrection rose",
    "say": "announce announces announced announcement said says declare declared statement stated confirmed issued "
    "released",
    "meet": "meet meets met meeting talks summit consultations discussed visit visited",
    "expel": "expel expels expelled expulsion ordered banished deported",
    "handover": "handover hand handed handing transfer transferred passed",
    "kill": "kill kills killed killing die dies died death deaths dead lost lives massacre",
    "detain": "detain detains detained detention arrest arrests arrested",
    "stop": "stop stops stopped halt halted suspend suspended suspension",
    "agree": "agreement accord pact alliance treaty ceasefire signed sign",
    "attack": "attack attacks attacked strike strikes bombing shelling ambush raid offensive",
    "elect": "election elections elected referendum inaugurated sworn",
    "rule": "rule rules ruled ruling govern governs governed power",
}
_FRENCH = {
    "leave": "partir parti partie partis parties part partent quitter quitté quitte quittent retrait départ retirer "
    "retiré "
    "retirée retirés",
    "end": "fin finir fini finie terminer terminé terminée achever achevé achevée achèvement clos cesser cessé prendra",
    "begin": "début débuter débuté commencer commencé commence débute lancer lancé lancée ouvert ouverte",
    "create": "créer créé créée création fonder fondé fondée établir établi établie",
    "decide": "décider décidé décision adopter adopté adoptée adoption voter voté vote autoriser autorisé autorise",
    "ask": "demander demandé demande exiger exigé exige réclamer réclamé réclame",
    "coup": "putsch renversé renverser renversement",
    "uprising": "soulèvement rébellion révolte insurrection",
    "say": "annoncer annoncé annonce déclaré déclaration communiqué affirmé dit indiqué",
    "meet": "rencontrer rencontré rencontre réunion réuni réunis pourparlers sommet visite",
    "expel": "expulser expulsé expulsée expulsion",
    "handover": "rétrocéder rétrocédé rétrocédée rétrocession remis remise transféré transfert",
    "kill": "tuer tué tués tuée mort morts mourir décès massacre",
    "detain": "détenir détenu détenus arrêter arrêté arrêtés arrestation",
    "stop": "suspendre suspendu suspension interrompre interrompu",
    "agree": "accord accords pacte alliance traité signé signer signature",
    "attack": "attaque attaques attaqué frappe frappes embuscade offensive",
    "elect": "élection élections élu élue référendum",
    "rule": "pouvoir gouverne gouverner dirige",
}
SPEECH = words("say")
"""Classes of reporting verbs: sharing one does not make two events the same."""
STANDING = "stand"
"""The class of a state that has held since a date."""
OPPOSED = ((words("end"), words("begin create")), (words("ask"), words("decide")))
"""Classes that exclude each other: a beginning is not an end, a request is not its approval."""
_IGNORED = SMALL_WORDS | words(
    "after before since until while first last one two three most over under up only just even still yet other another "
    "may might whom year years month months week day days un plus apres avant depuis jour jours mois ans annee annees"
)
"""Folded words that say nothing about an event: small words, and those of time and number."""
_WORD = re.compile(r"[^\W\d_]{3,}|\d[\d.,]*\d")


@cache
def _classes() -> dict[str, str]:
    return {word: name for table in (_FRENCH, _ENGLISH) for name, words in table.items() for word in words.split()}


def classes_in(text: str) -> frozenset[str]:
    """Return the classes of events in a piece of text."""
    known = _classes()
    return frozenset(known[word] for word in _WORD.findall(text.lower()) if word in known)


def subjects_in(text: str) -> frozenset[str]:
    """Return the words that say what an event is about: without dates and stop words, stemmed."""
    known = _classes()
    words = (word for word in _WORD.findall(text.lower()) if fold(word) not in _IGNORED)
    return frozenset(
        f"<{known[word]}>" if word in known else snowball(word.replace("isation", "ization"), "en") for word in words
    )


def opposed(one: Iterable[str], other: Iterable[str]) -> bool:
    """Return whether one event is of a class that the other one's excludes, as what begins is not what ends."""
    ones, others = frozenset(one), frozenset(other)
    return any(_parted(ones, others, here, there) for pair in OPPOSED for here, there in (pair, pair[::-1]))


def _parted(ones: frozenset[str], others: frozenset[str], here: frozenset[str], there: frozenset[str]) -> bool:
    return bool(ones & here and others & there) and not (ones & there or others & here)
