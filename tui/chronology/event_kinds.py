"""Kinds of events: classes of words of several languages that report the same kind of event.

`withdrawal`, `left` and `retrait` are one class, `finished` and `terminé` another. They align what languages and
outlets word differently; an event needs none of them to be an event. A class that is too wide would put together what
does not belong together.
"""

from __future__ import annotations

import re
from functools import cache

_ENGLISH = {
    "leave": "leave leaves left leaving withdraw withdraws withdrew withdrawn withdrawing withdrawal pullout departure "
    "depart "
    "departed departs exit exited gone",
    "end": "end ends ended ending finish finishes finished finishing complete completes completed completion "
    "terminate terminated termination conclude concluded close closes closed closing closure cease ceased",
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
    "win": "win wins won winning victory beat beats beaten defeated triumphed",
    "lose": "lose lost loses losing defeat",
    "rise": "rise rises rose risen rising increase increased jump jumped climbed grew growth",
    "fall": "fall falls fell fallen drop dropped decline declined decrease decreased slumped",
    "buy": "buy buys bought purchase purchased acquire acquired acquisition takeover merger merge merged",
    "sell": "sell sells sold sale",
    "judge": "convicted conviction sentenced sentence trial charged indicted acquitted pardoned pardon",
    "resign": "resign resigned resigns resignation dismissed sacked stepped",
    "appoint": "appoint appointed appoints appointment named nominated",
    "publish": "publish published publishes publication report reported",
    "wreck": "crash crashed crashes collision collapsed collapse sank explosion exploded earthquake flood flooded fire",
}
_FRENCH = {
    "leave": "partir parti partie partis parties part partent quitter quitté quitte quittent retrait départ retirer "
    "retiré "
    "retirée retirés",
    "end": "fin finir fini finie terminer terminé achever achevé achèvement clos fermer fermé fermeture cesser cessé "
    "prendra",
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
    "win": "gagner gagné gagne victoire vainqueur battu remporté remporte",
    "lose": "perdre perdu perd défaite",
    "rise": "hausse augmenté augmente augmentation progressé grimpé croissance",
    "fall": "baisse baissé chuté chute recul reculé diminué",
    "buy": "acheter acheté achat acquis acquisition rachat racheté fusion",
    "sell": "vendre vendu vendue vente cession",
    "judge": "condamné condamnée condamnés condamnation jugé procès inculpé inculpés acquitté gracié graciés grâce",
    "resign": "démission démissionné limogé limogée",
    "appoint": "nommé nommée nomination désigné",
    "publish": "publié publiée publication rapport",
    "wreck": "accident collision effondré effondrement naufrage explosion explosé séisme inondation incendie",
}
_ARABIC = {
    "leave": "انسحب انسحبت انسحاب غادر غادرت مغادرة رحيل",
    "end": "انتهى انتهت نهاية إنهاء أنهى أنهت اكتمل اختتم ختام",
    "begin": "بدأ بدأت بداية بدء انطلق انطلقت إطلاق أطلق افتتح",
    "create": "أنشأ أنشئت إنشاء تأسيس تأسست",
    "decide": "قرر قررت قرار صوت تصويت اعتمد اعتمدت أقر",
    "ask": "طلب طلبت طالب طالبت",
    "coup": "انقلاب أطاح",
    "uprising": "تمرد انتفاضة",
    "say": "قال قالت أعلن أعلنت إعلان أكد بيان صرح",
    "meet": "التقى اجتماع لقاء قمة محادثات زيارة",
    "expel": "طرد طردت",
    "handover": "تسليم سلم سلمت تسلم",
    "kill": "قتل قتلت قتلى مقتل مجزرة وفاة توفي",
    "detain": "اعتقل اعتقلت اعتقال احتجاز توقيف",
    "stop": "علق تعليق أوقف وقف",
    "agree": "اتفاق اتفاقية وقع توقيع معاهدة تحالف",
    "attack": "هجوم هاجم هاجمت قصف غارة كمين",
    "elect": "انتخاب انتخابات انتخب استفتاء",
    "win": "فاز فازت فوز",
    "rise": "ارتفع ارتفعت ارتفاع",
    "fall": "انخفض انخفاض تراجع",
    "judge": "حكم محاكمة أدين",
    "resign": "استقال استقالة",
    "appoint": "عين تعيين",
}
CLASSES = (*dict.fromkeys(name for table in (_ENGLISH, _FRENCH, _ARABIC) for name in table), "stand")
"""The names of all classes."""
_BITS = {name: 1 << place for place, name in enumerate(CLASSES)}


def _bits(names: str) -> int:
    return sum(_BITS[name] for name in names.split())


SPEECH = _bits("say publish")
"""Classes of telling: sharing one does not make two events the same."""
STANDING = _bits("stand")
"""The class of a state that has held since a date."""
PHASES = _bits("begin end stop")
"""Classes of the phases of something else: what begins or ends must be the same too."""
COUNTED = _bits("kill attack wreck")
"""Classes of what happens again and again, and is counted from a day on."""
ONCE = _bits("leave create coup expel handover agree elect resign appoint")
"""Classes of what one and the same party does once in some years."""
_OPPOSED = ((_bits("end"), _bits("begin create")), (_bits("ask"), _bits("decide")), (_bits("rise"), _bits("fall")))
"""Classes that exclude each other: a beginning is not an end, a request is not its approval."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_AGREEING = ("ée", "és", "ées", "ie", "is", "ies", "ue", "us", "ues")
"""Endings of French participles, of which the tables have the shortest form."""


@cache
def _classes() -> dict[str, str]:
    tables = (_ARABIC, _FRENCH, _ENGLISH)
    return {word: name for table in tables for name, written in table.items() for word in written.split()}


def class_of(word: str) -> str:
    """Return the class of a word in lower case; empty for any other word."""
    known = _classes()
    found = known.get(word, "")
    if not found and word.endswith(_AGREEING):
        found = known.get(word.rstrip("s").removesuffix("e"), "")
    return found


_BODY_ASKS = re.compile(
    r"\b(?:council|parliament|assembly|senate|congress|court|commission|committee|conseil|parlement|assemblée|sénat"
    r"|congrès|cour|tribunal|comité)\b(?:\s+[^\W\d_][\w'’]*){0,6}?\s+"
    r"(?:requests?|requested|demands?|demanded|asks?|asked|calls?|called|urges?|urged|demande|demandé|exige|exigé"
    r"|réclame|réclamé)\b",
    re.IGNORECASE,
)
"""A body that decides by votes: what it asks for is its decision."""


def kinds_in(text: str) -> int:
    """Return the classes of events in a piece of text, one bit each."""
    found = 0
    for word in _WORD.findall(text.lower()):
        kind = class_of(word)
        if kind:
            found |= _BITS[kind]
    if found & _BITS["ask"] and _BODY_ASKS.search(text):
        found |= _BITS["decide"]
    return found


def opposed(one: int, other: int) -> bool:
    """Return whether two sets of classes cannot belong to one event."""
    return any(_excluded(one, other, *pair) or _excluded(other, one, *pair) for pair in _OPPOSED)


def _excluded(ones: int, others: int, here: int, there: int) -> bool:
    return bool(ones & here and others & there) and not (ones & there or others & here)
