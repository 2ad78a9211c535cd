"""The words of French that dates are made of."""

from __future__ import annotations

from collections.abc import Mapping

from tui.base.calendar_names import FRENCH
from tui.dates.lexicon import Value
from tui.dates.vocabulary import Vocabulary
from tui.dates.wording import pairs, ranked, words

_DAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche"
_NUMBERS = (
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
    "dix-neuf vingt"
)
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi"
_ORDINALS = "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième"

_ROLES: Mapping[str, Mapping[str, Value]] = {
    "MONTH": ranked(" ".join(FRENCH).lower()) | {"fevrier": 2, "aout": 8, "decembre": 12},
    "MABBR": pairs("")
    | {"janv": 1, "févr": 2, "fév": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "déc": 12},
    "WEEKDAY": ranked(_DAYS),
    "WEEKDAYS": ranked("lundis mardis mercredis jeudis vendredis samedis dimanches"),
    "SEASON": pairs("printemps=SP été=SU eté=SU automne=FA hiver=WI"),
    "UNIT": pairs(
        "jour=D journée=D semaine=W mois=M trimestre=Q semestre=H an=Y année=Y décennie=DE siècle=CE millénaire=ML"
    )
    | pairs("quinquennat=5Y septennat=7Y weekend=WE week=WE"),
    "UNITS": pairs("jours=D journées=D semaines=W trimestres=Q semestres=H ans=Y années=Y décennies=DE siècles=CE")
    | pairs("weekends=WE mois=M"),
    "CLOCKUNIT": pairs("heure=TH minute=TM seconde=TS"),
    "CLOCKUNITS": pairs("heures=TH minutes=TM secondes=TS"),
    "NUM": {word: value for word, value in ranked(_NUMBERS).items() if value > 1 and "-" not in word}
    | {
        "trente": 30,
        "quarante": 40,
        "cinquante": 50,
        "soixante": 60,
        "vingts": 20,
        "cent": 100,
        "cents": 100,
        "mille": 1000,
    }
    | {
        "dizaine": 10,
        "douzaine": 12,
        "quinzaine": 15,
        "vingtaine": 20,
        "trentaine": 30,
        "quarantaine": 40,
        "cinquantaine": 50,
        "soixantaine": 60,
    }
    | {"centaine": 100},
    "ORD": ranked(_ORDINALS)
    | {"première": 1, "unième": 1, "second": 2, "seconde": 2, "vingtième": 20, "trentième": 30}
    | {"treizième": 13, "quatorzième": 14, "quinzième": 15, "seizième": 16},
    "ORDDAY": {"premier": 1},
    "DAYWORD": {word: value for word, value in ranked(_NUMBERS).items() if value > 1 and "-" not in word},
    "ROMAN": ranked(_ROMAN) | {f"{numeral}e": number for numeral, number in ranked(_ROMAN).items()},
    "ONE": {"un": 1, "une": 1},
    "HALF": {"demi": 0.5, "demie": 0.5},
    "QUANT": dict.fromkeys(("plusieurs", "quelques", "nombreuses", "nombreux", "multiples", "certaines"), "X"),
    "ABOUT": dict.fromkeys(("environ", "près", "quelque", "presque", "autour"), "APPROX"),
    "THAN": {"plus": "MORE_THAN", "moins": "LESS_THAN"},
    "LEAST": {"moins": "EQUAL_OR_MORE", "plus": "EQUAL_OR_LESS"},
    "DEIC": dict.fromkeys(("dernier", "dernière", "derniers", "dernières", "passé", "passée"), -1)
    | dict.fromkeys(("prochain", "prochaine", "prochains", "prochaines"), 1)
    | {"ce": 0, "cette": 0, "cet": 0}
    | {"écoulé": -1, "écoulée": -1, "courant": 0, "courante": 0},
    "THEN": {"précédent": -1, "précédente": -1, "suivant": 1, "suivante": 1, "même": 0},
    "STRETCH": dict.fromkeys(("derniers", "dernières"), -1)
    | dict.fromkeys(("prochains", "prochaines"), 1)
    | dict.fromkeys(("premiers", "premières", "suivants", "suivantes", "précédents", "précédentes"), 0),
    "EARLY": {"courant": "", "mi": "MID", "fin": "END", "début": "START"},
    "PHASE": {"début": "START", "fin": "END", "milieu": "MID", "aube": "START", "cœur": "MID", "terme": "END"}
    | {"courant": "MID", "tournant": "START"},
    "ADVERB": {"tôt": "START", "tard": "END"},
    "PART": pairs("matin=MO matinée=MO soir=EV soirée=EV nuit=NI"),
    "AFTERNOON": {"après": "AF"},
    "PARTS": pairs("matins=MO soirs=EV nuits=NI"),
    "NAMED": {"hier": -1, "aujourd'hui": 0, "demain": 1},
    "THENNAMED": {"veille": -1, "lendemain": 1, "surlendemain": 2},
    "NOON": {"midi": 12, "minuit": 0},
    "HOURMARK": dict.fromkeys(("h", "heures", "heure"), "h"),
    "ZONE": pairs("gmt=Z utc=Z tu=Z"),
    "AGO": {"il": -1, "voici": -1, "voilà": -1},
    "SHIFT": {"auparavant": -1, "tard": 1, "tôt": -1},
    "BESIDE": {"avant": -1, "après": 1},
    "FROMNOW": {"dans": 1},
    "ERA": dict.fromkeys(("jc", "jésus-christ"), "BC"),
    "TENSOFYEARS": {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "vingts": 20},
    "TIMESFOUR": {"quatre": 4},
    "PLUSTEN": {"dix": 10},
    "EACH": {"chaque": 1, "tous": 1, "toutes": 1},
    "FREQ": pairs(
        "quotidiennement=P1D quotidien=P1D quotidienne=P1D quotidiens=P1D quotidiennes=P1D hebdomadaire=P1W "
        "hebdomadaires=P1W mensuel=P1M mensuelle=P1M mensuellement=P1M mensuels=P1M trimestriel=P1Q "
        "trimestrielle=P1Q "
        "annuel=P1Y annuelle=P1Y annuellement=P1Y annuels=P1Y annuelles=P1Y semestriel=P6M bimensuel=P2W"
    ),
    "REF": pairs(
        "maintenant=PRESENT_REF actuellement=PRESENT_REF désormais=PRESENT_REF dorénavant=PRESENT_REF "
        "récemment=PAST_REF jadis=PAST_REF naguère=PAST_REF autrefois=PAST_REF prochainement=FUTURE_REF "
        "bientôt=FUTURE_REF"
    ),
    "TENSE": {"passé": "PAST_REF", "avenir": "FUTURE_REF", "futur": "FUTURE_REF"},
    "FEAST": {
        "noël": "12-25",
        "pâques": "easter",
        "pentecôte": "pentecost",
        "toussaint": "11-01",
        "ascension": "ascension",
    },
    "NEWYEAR": {"nouvel": "01-01"},
    "AYEAR": {"an": "Y", "année": "Y"},
    "THERE": {"là": 0},
    "TIMES": {"temps": "PAST_REF"},
    "AWHILE": dict.fromkeys(("peu", "longtemps"), "PAST_REF"),
    "AGE": {"époque": "PAST_REF"},
    "MOMENT": {"présent": "PRESENT_REF"},
    "STAMP": dict.fromkeys(("instant", "moment", "actuelle"), "PRESENT_REF"),
    "THE": {"le": 0, "la": 0, "l": 0},
}

VOCABULARY = Vocabulary(
    roles=_ROLES,
    future=words(
        "va vont prévu prévue prévus prévues fixé fixée fixés fixées programmé programmée programmés programmées "
        "attendu attendue attendus attendues reporté reportée reportés reportées devrait devraient "
        "doit doivent demain prochain prochaine pourra pourrait sera seront aura auront fera feront ira iront verra "
        "compte comptent espère espèrent viendra tiendra prendra commencera débutera échéance ouvre "
        "débute commence reprend démarre"
    ),
    future_ending=(
        "era",
        "ira",
        "dra",
        "tra",
        "evra",
        "uivra",
        "eront",
        "iront",
        "dront",
        "tront",
        "evront",
        "uivront",
        "erons",
        "erait",
        "irait",
        "drait",
        "raient",
    ),
    past=words(
        "avait avaient était étaient fut furent eut eurent fit firent hier dernier dernière vint vinrent mit prit dit "
        "déclaré depuis survenu survenue survenus survenues commis commise tenu tenue paru parue mort morte pris prise "
        "mis mise fait faite ouvert ouverte reçu reçue venu venue vu vue perdu perdue rendu rendue battu battue"
    ),
    past_ending=("é", "ée", "és", "ées", "èrent", "irent", "urent"),
    unlike_past=words(
        "liberté santé société sûreté communauté beauté volonté côté traité année années journée journées soirée "
        "matinée armée armées durée entrée rentrée arrivée tournée idée idées musée lycée marché marchés congé congés "
        "comité député députés députée invité invités employé employés blessé blessés café passé clé alliés réfugiés "
        "degré degrés procédé canapé abbé curé trophée"
    ),
    unlike_past_ending=("ité", "ités", "auté", "onnée", "onnées"),
    present=words(
        "est sont a ont reste restent vit vivent existe existent représente peut peuvent demeure faut compte"
    ),
    perfect=words("a ont est sont"),
    participles=words("eu été pu dû su"),
    participle_ending=("é", "ée", "és", "ées", "i", "ie", "is", "u", "ue", "us", "ert", "erte"),
    passive=words("être"),
    auxiliaries=words("sera seront serait seraient aura auront"),
    purpose=words("pour"),
    not_purpose=words("fois"),
    counted=words("plus moins près autour proche quelque"),
    streets=words("rue avenue boulevard chemin route place quai impasse allée"),
    season_names=words("jeux heure sports station stations palais olympiques"),
    orders=words("décidé accepté promis demandé ordonné invité menacé convenu exigé appelé"),
    infinitive=words("de d à"),
    phrases={"avant": {"de": 1, "d": 1}, "afin": {"de": 1}, "a": {"lieu": 1}, "ont": {"lieu": 1}},
    clause=words("que qui dont où lorsque lorsqu quand tandis alors parce car mais si et après"),
    compared=words("qu' que d'"),
    lasted=words("duré continué resté restée restés restées attendu travaillé dura durèrent resta restèrent prolongé"),
    towards=words("ici jusqu horizon"),
    pluperfect=words("avait avaient"),
    bounds=words("avant dès partir"),
    at=words(
        "en au de du des dès depuis à avant après vers entre et ou jusqu jusqu'en pendant durant début fin mi "
        "courant d l ici le la les pour par sur que comme dans année années an ce cette"
    ),
    numbered=words(
        "résolution résolutions n no n° numéro page pages p article articles chambre salle vol route modèle "
        "version paragraphe chapitre tél tel fax environ quelque près $ £ € # + = % / * vision agenda horizon "
        "loi décret décision décisions directive règlement arrêté circulaire délibération dossier numéros"
    ),
    measures=words(
        "pour % pc p.c millions milliards euros francs dollars f km kilomètres mètres m kg tonnes litres "
        "hectares personnes hommes femmes soldats policiers militaires habitants voix points places "
        "exemplaires élèves"
    ),
    names=words("mars"),
    ellipsis=words("été printemps"),
    season_leads=words("en l d cet chaque dès depuis"),
    aged=words("âgé âgée âgés âgées agé agée agés agées"),
    terms=words(
        "peine période durée délai prison plus moins près bail mandat contrat carrière guerre plan cycle "
        "emprisonnement réclusion conflit bout total moratoire transition règne lieu absence programme accord "
        "retard au cours"
    ),
    decimal_comma=True,
    unbroken=("aujourd'hui",),
    ordinal_endings=("er", "re", "ère", "ème", "eme", "e"),
    of_time=words("depuis jusqu'en entre avant après en"),
    of=words("de du d des"),
    strictly_of_time=words("en depuis"),
    determiners=words("le la les l du des un une d sa son ses ce cette"),
    ambiguous_units=words("seconde secondes min sec"),
    after_weekday=words("saint saints"),
    before_clock=words("à vers dès"),
    young=words("enfants jeunes élèves filles garçons adolescents les des"),
)
