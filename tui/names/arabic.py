"""Names in Arabic, which has no capitals: places and bodies of lists, and what stands behind a title.

What neither a list has nor a title introduces is not found, such as a surname by itself before a full name.
"""

from __future__ import annotations

import re
from functools import cache

from tui.names.name import Name
from tui.names.people import resolved
from tui.names.places import names_of_places

_BODIES = (
    *("الأمم المتحدة", "مجلس الأمن الدولي", "مجلس الأمن", "الاتحاد الأفريقي", "الاتحاد الإفريقي", "الاتحاد الأوروبي"),
    *("جامعة الدول العربية", "البنك الدولي", "صندوق النقد الدولي", "حلف شمال الأطلسي", "المحكمة الجنائية الدولية"),
    *("الهلال الأحمر", "الصليب الأحمر", "منظمة العفو الدولية", "هيومن رايتس ووتش", "البيت الأبيض", "الكرملين"),
    *("مينوسما", "إيكواس", "الإيكواس", "القاعدة", "الدولة الإسلامية", "حماس", "حزب الله", "أوبك", "الناتو", "فاغنر"),
    *("وكالة فرانس برس", "فرانس برس", "رويترز", "الجزيرة", "الشرق الأوسط", "شمال أفريقيا", "غرب أفريقيا", "أفريقيا"),
    *("إفريقيا", "أوروبا", "آسيا", "أمريكا", "واشنطن", "باماكو", "كيدال", "تمبكتو", "غاو", "موبتي", "أزواد"),
)
_TITLES = (
    r"(?:الرئيس|رئيس (?:الوزراء|الجمهورية|الحكومة|البعثة|المجلس|الأركان)|نائب (?:الرئيس|رئيس الوزراء)|وزير(?:ة)?"
    r" (?:الخارجية|الدفاع|الداخلية|العدل|المالية|الإعلام|الاتصال|النفط|الصحة)"
    r"|الوزير(?:ة)?|الأمين العام(?: للأمم المتحدة)?"
    r"|السفير(?:ة)?|المتحدث(?:ة)?(?: (?:باسم|الرسمي)(?: \w+){0,2})?|الناطق(?:ة)?(?: (?:باسم|الرسمي)(?: \w+){0,2})?"
    r"|الجنرال|العقيد|النقيب|اللواء|الملك|الأمير(?:ة)?|الشيخ|الإمام|الدكتور(?:ة)?|السيد(?:ة)?"
    r"|الممثل الخاص(?: \w+){0,3})"
)
_WORD = r"[\u0621-\u064a][\u0621-\u0652]*"
_PART = rf"(?:(?:عبد|أبو|أبي|ابن|بن|بنت|ولد|آل|آغ|آق|أغ|اغ) {_WORD}|{_WORD})"
_TITLED = re.compile(rf"(?<!\w)[وفبلك]?{_TITLES}(?: ال{_WORD}ي(?:ة)?(?!\w))?[،:]? (?P<name>{_PART}(?: {_PART})?)(?!\w)")
_NO_NAME = re.compile(
    r"(?<!\w)(?:(?:في|من|إلى|على|عن|أن|إن|مع|بعد|قبل|خلال|منذ|حتى|ضد|بين|هذا|هذه|الذي|التي|قد|لم|لن|لا|ما|أو|ثم|كما|إنه|أنه"
    r"|بأن|لدى|عبر|قال|قالت|أعلن|أعلنت|أكد|أكدت|صرح|أضاف|أضافت|دعا|دعت|طلب|طالب|وصل|زار|التقى|كان|كانت|السابق|الحالي|الجديد"
    r"|الانتقالي|المؤقت|الدولي)(?!\w)|[وفبل]?ال)"
)
"""Words that no name begins with or goes on with; the article stands in surnames too, but begins no first name."""


@cache
def _listed() -> re.Pattern[str]:
    arabic = re.compile(r"[\u0621-\u064a]")
    known = {name for name in names_of_places() if arabic.search(name)} | {*_BODIES}
    longest = sorted(known, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:[وف]?[بلك]?)(?P<name>{'|'.join(map(re.escape, longest))})(?!\w)")


def find_arabic_names(text: str) -> tuple[Name, ...]:
    """Return the names in an Arabic text that a list or a title tells, in their order."""
    found: list[Name] = []
    for each in _TITLED.finditer(text):
        start, end = each.span("name")
        refused = _NO_NAME.search(text, start, end)
        if refused is not None and refused.start() == start:
            continue
        if refused is not None and refused[0][-2:] != "ال":
            end = start + len(text[start : refused.start()].rstrip())
        if end - start > 2:
            found.append(Name(start, end, text[start:end], text[start:end], person=True))
    spans = [(name.start, name.end) for name in found]
    for each in _listed().finditer(text):
        start, end = each.span("name")
        if not any(first < end and start < last for first, last in spans):
            found.append(Name(start, end, each["name"], each["name"]))
    return resolved(sorted(found))
