"""Arabic: numbers in digits with their bounds and the commonest words of what happened."""

from __future__ import annotations

from tui.base.number_words import NUMBER_WORDS, numbered
from tui.figures.languages import Words, bounds, classed, phrases, states, word_set
from tui.figures.languages.names import ALIASES

_NONE: frozenset[str] = frozenset()
_THINGS = classed(
    soldier="جندي جنديا جنديًا جنود الجنود عسكري عسكريا عسكريين",
    police="شرطي شرطيا شرطيين",
    civilian="مدني مدنيا مدنيين المدنيين",
    person="شخص شخصا شخصًا أشخاص قتيل قتيلا قتلى جريح جريحا جرحى فرد فردا عنصر عنصرا عناصر ضحية",
    fighter="مسلح مسلحا مسلحين إرهابي إرهابيا إرهابيين",
    refugee="لاجئ لاجئا لاجئين نازح نازحا نازحين",
    camp="معسكر معسكرا معسكرات قاعدة قواعد",
)

ARABIC = Words(
    code="ar",
    decimal_comma=False,
    numbers=NUMBER_WORDS["ar"],
    suffixes={},
    collectives={},
    collectives_about=False,
    vague=numbered("عشرات=10 مئات=100 المئات=100 العشرات=10 الآلاف=1000"),
    several=word_set("عدة بضع بضعة"),
    half=_NONE,
    one=_NONE,
    not_one=_NONE,
    to=word_set("إلى"),
    between=word_set("بين"),
    between_and=word_set("و"),
    alternatives=word_set("أو"),
    bounds_before=bounds(
        at_least="ما لا يقل عن|على الأقل|لا يقل عن",
        more_than="أكثر من|ما يزيد على|ما يزيد عن|يزيد على|يزيد عن",
        at_most="ما يصل إلى|لا يزيد عن|حتى",
        less_than="أقل من",
        about="نحو|حوالي|حوالى|قرابة|زهاء|ما يقارب|تقريبا",
    ),
    bounds_after=bounds(at_least="على الأقل", about="تقريبا|تقريبًا"),
    fillers=word_set("من"),
    stops=word_set(
        "من في على إلى عن مع بعد قبل منذ خلال بين كان كانت قد لقد ما لا لم لن إن أن التي الذي الذين هذا هذه ذلك تلك "
        "هو هي هم كما حيث حتى ثم أو و بينهم بينها بعدما وفق وفقا حسب بحسب عام سنة يوم"
    ),
    adjectives_after=True,
    of=word_set("من"),
    shares=word_set("نصف معظم ثلث ربع بعض"),
    conjunctions=word_set("و"),
    plurals=frozenset(_THINGS),  # behind a number above ten the noun is in the singular
    no_plurals=_NONE,
    units={
        "%": "percent", "$": "dollar", "€": "euro", "دولار": "dollar", "يورو": "euro", "كيلومتر": "kilometre",
        "كيلومترا": "kilometre", "كلم": "kilometre", "ساعة": "hour", "يوما": "day", "يوم": "day", "أيام": "day",
        "شهرا": "month", "أشهر": "month", "شهر": "month", "سنوات": "year", "عاما": "year", "عاماً": "year",
    },
    time_units=word_set("hour day month year"),
    things=_THINGS,
    states=states(
        KILLED="قتل|مقتل|قتلوا|قتيل|قتيلا|قتلى|لقي|استشهد|وفاة|مصرع",
        WOUNDED="جرح|أصيب|إصابة|جريح|جريحا|جرحى|بجروح",
        DEPLOYED="نشر|انتشار|قوامها|قوام|تضم|تتألف",
        WITHDRAWN="سحب|انسحاب|انسحب|غادر|مغادرة",
        DETAINED="اعتقال|اعتقل|احتجاز|توقيف|محتجز",
        DISPLACED="نزوح|نزح|تشريد|فر",
        CLOSED="إغلاق|أغلقت",
        HANDED_OVER="تسليم|سلمت|تسلم",
    ),
    forces=word_set("قوة بعثة"),
    within=word_set("في"),
    lost=_NONE,
    strength=phrases("يبلغ عددهم|عددها|عديدها"),
    planned=word_set("سوف ينبغي يجب المقرر المتوقع"),
    planned_endings=(),
    negated=word_set("لم لن ليس نفى نفت دون"),
    causes=classed(
        attack="هجوم هجمات كمين تفجير انفجار اشتباكات معارك غارة", duty="واجب الواجب الخدمة", accident="حادث",
        illness="مرض",
    ),
    singular_events=word_set("هجوم كمين تفجير انفجار غارة حادث"),
    totals=phrases("منذ|حتى الآن|إجمالي"),
    plural_events=word_set("هجمات"),
    since=word_set("منذ"),
    until=word_set("حتى"),
    told_of=word_set("الذي التي"),
    on_a_day=word_set("يوم"),
    says=word_set(
        "قال قالت أعلن أعلنت ذكر ذكرت أفاد أفادت أكد أكدت أضاف أضافت صرح صرحت أوضح أوضحت شدد شددت اعتبر اعتبرت"
    ),
    according=phrases("وفق|وفقا ل|بحسب|حسب"),
    speakers=_NONE,
    determiners=_NONE,
    pronouns=_NONE,
    up=word_set("ارتفع زيادة"),
    down=word_set("انخفض تراجع"),
    by=word_set("بنسبة"),
    origins=word_set(""),
    ranks=word_set(""),
    superlatives=word_set(""),
    relatives=word_set(""),
    numbered_things=word_set("قرار القرار رقم المادة الفقرة"),
    ordinal_suffixes=_NONE,
    sports=word_set("فاز هزم"),
    aged=word_set("عمره عمرها يبلغ"),
    old=_NONE,
    years=word_set("عاما سنة عاماً"),
    clock=word_set("الساعة"),
    joined_conjunctions=word_set("و"),
    aliases=ALIASES,
)  # fmt: skip
