"""Names of bodies that French writes with one capital: `Conseil de sécurité`, `Comité national de transition`."""

from __future__ import annotations

import re
from collections.abc import Iterator

_HEADS = (
    "Comité|Conseil|Assemblée|Cour|Commission|Communauté|Union|Banque|Organisation|Mouvement|Parti|Front|Ligue|Fonds"
    "|Agence|Institut|Coordination|Alliance|Tribunal|Office|Fédération|Syndicat|Haute? Autorité|Croix-Rouge"
    "|Chambre|Garde|Bureau"
)
_ADJECTIVE = (
    r"[a-zà-ÿ’'-]+(?:al|ale|aux|ales|aire|aires|elle|elles|el|els|ien|ienne|iens|iennes|ique|iques|enne|é|ée|és|ées|iste"
    r"|istes|if|ive|ain|aine|ain[es]?s|ine|ines)"
)
_WORDS = r"(?:le |la |les |l['’])?[a-zà-ÿ]+(?: (?:du|de la|de l['’]|des) ?[a-zà-ÿ]+)?"
_NAMED = r"[A-ZÀ-ÖØ-Þ][\w-]+(?: [A-ZÀ-ÖØ-Þ][\w-]+)*(?: unies)?"
_BODY = re.compile(
    rf"(?<!\w)(?:(?:{_HEADS})(?: (?!de |du |des )(?:{_ADJECTIVE})(?!\w)){{1,2}}(?: pour {_WORDS}(?!\w))?"
    rf"(?: (?:de la |de l['’]|des |du |de |d['’]){_NAMED})*"
    rf"|Conseil (?:de sécurité|des droits de l['’][Hh]omme)(?: (?:de l['’]|des |de la ){_NAMED})?"
    r"|Nations unies|Maison [Bb]lanche|État islamique|Etat islamique|Médecins sans frontières|Croix-Rouge)(?!\w)"
)


def bodies_in_french(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of bodies in a French text that are named by a noun with a capital and small words."""
    for found in _BODY.finditer(text):
        yield found.span()
