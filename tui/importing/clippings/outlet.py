"""Tells outlets from people: agencies, papers, stations, and short lines that only name them."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from tui.base.folding import fold

_WORD_LIST = (
    "news news24 times agency agencies press tv radio media english desk staff newsroom online network service"
    " services journal post tribune herald gazette daily weekly monitor observer guardian standard telegraph"
    " chronicle star mail today magazine review broadcasting bureau team editors editorial wire newswire"
    " correspondent correspondents web reporter reporters agence agences presse redaction quotidien hebdo afrique"
    " africa international actu actualite actualites info infos infos24 studio television chaine tele newspaper"
    " communications communication group office secretariat ministry department council mission foundation"
    " institute institut centre center university universite world agencia noticias diario courier courrier argus"
    " advertiser examiner inquirer enquirer dispatch sentinel bulletin"
)
_WORDS = frozenset(_WORD_LIST.split())
"""A name with one of these words is an outlet's or an office's."""

_MEDIA_LIST = (
    "news times agency agencies press tv radio media journal post tribune herald gazette telegraph chronicle"
    " newswire broadcasting newspaper agence agences presse quotidien television redaction studio agencia noticias"
    " diario network english afrique actu courier courrier argus advertiser examiner inquirer enquirer sentinel"
)
_MEDIA = frozenset(_MEDIA_LIST.split())
"""The subset that hardly ever names anything but a medium."""

_KNOWN_LIST = (
    "reuters|xinhua|anadolu|anadolu agency|bloomberg|al jazeera|al-jazeera|aljazeera|al arabiya|sputnik"
    "|tass|interfax|ansa|efe|lusa|dpa|upi|kyodo|yonhap|apa|le monde|le figaro|liberation|jeune afrique|france 24"
    "|france24|rfi|rtbf|deutsche welle|euronews|cnn|bbc|voa|voice of america|allafrica|panapress|maliweb|malijet"
    "|maliactu|mikado fm|bamada|le point|l'express|la croix|npr|der spiegel|el pais|the economist"
    "|associated press|the associated press|agence france-presse|africa24|apanews|pana|wam|mena|irna|saba"
)
_KNOWN = frozenset(_KNOWN_LIST.split("|"))
"""Folded names without any of these words."""

_AGENCY = (
    r"(?:AFP|AP|Reuters?|REUTERS?|Xinhua|XINHUA|APA|ANP|DPA|dpa|EFE|Lusa|LUSA|TASS|Tass|Interfax|UPI|PTI|ANI|IANS|KUNA"
    r"|WAM|MENA|IRNA|SPA|QNA|NAN|GNA|KNA|ENA|MAP|TAP|APS|AMAP|AIP|PANA|Panapress|APO(?: Group)?|Anadolu(?: Agency)?|AA"
    r"|ANSA|Belga|BELGA|Kyodo|Yonhap|Bloomberg|CNN|BBC|VOA|RFI|DW|Sputnik|Al[ -]Jazeera"
    r"|Agence France[ -]Presse|(?:The )?Associated Press|PRNewswire|GlobeNewswire|Business ?Wire)"
)
AGENCY = rf"{_AGENCY}(?:\s*(?:[/,&+]|and|et)\s*{_AGENCY})*"
"""Matches one or more news agencies, as in the brackets of a dateline or at the end of a text."""

_AGENCIES = re.compile(AGENCY)
_ACRONYM = re.compile(r"[A-Z][A-Z0-9]{1,6}(?:[A-Z][a-z]+)?")
_FUSED = re.compile(r"[A-Z]{2,}[A-Z][a-z]+|[A-Z][a-z]+[A-Z][A-Za-z]+")
_DOMAIN = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}", re.I)
_ARTICLE = re.compile(r"(?:[Tt]he|[Ll]es?|[Ll]a)\s+[A-ZÀ-Ý]|[Ll]['’][A-ZÀ-Ý]")
_SOURCE_LINE = re.compile(r"(?:sources?|via|crédit|credit)\s*:\s*(?P<name>\S.{1,80})", re.I)
_DISTRIBUTED = re.compile(r"Distributed by (?P<name>.{2,60}?)(?: on behalf of .{2,100})?\.?", re.I)
_ADDRESS = re.compile(r"https?://\S+", re.I)
_WITH = re.compile(r"^(?:(?:with|avec|via|from|by|par|sources?)\b\s*:?\s*)+", re.I)
_AND_AGENCIES = re.compile(r"\s*(?:,|/|&|\band\b|\bet\b|\+)\s*(?:news\s+)?agenc(?:ies|es|e|y)\b.*$", re.I)
_WRAPPING = " \t()[]{}—–-/|•*_.:"
_NO_FIRST_NAME_LIST = (
    "about download open view read contact see click visit donate support join follow key main final further"
    " references notes conclusion introduction summary background what who why how when where our your more"
    " related page share"
)
_NO_FIRST_NAMES = frozenset(_NO_FIRST_NAME_LIST.split())
"""First words of headings and buttons."""

_MASTS = _MEDIA - frozenset("english network studio afrique press presse media redaction".split())  # noqa: SIM905
"""Words at either end of a paper's or a station's name."""

_NO_MAST = frozenset(
    "good bad fake hard old last best worst happy modern breaking great no more end latest top local world sad".split()  # noqa: SIM905
)
"""First words that turn such a name into a phrase: `Hard Times`."""

_BULLETS = ("•", "*", "→", "#")
_PARTICLE_LIST = (
    "de du des la le les van von der den bin ibn ben ould ag el al and et & y e the of for da di dos della with avec"
)
_PARTICLES = frozenset(_PARTICLE_LIST.split())
_NAME_WORD = re.compile(r"[^\W\d_][\w.'’-]*")


def is_outlet(name: str) -> bool:
    """Say whether a name is an outlet's or an office's rather than a person's."""
    name = name.strip()
    folded = fold(name)
    if not name or len(name) > 80:
        return False
    if folded in _KNOWN or _AND_AGENCIES.search(name) or _AGENCIES.fullmatch(name):
        return True
    if _ACRONYM.fullmatch(name) or _DOMAIN.fullmatch(name) or _FUSED.fullmatch(name):
        return True
    words = re.findall(r"[^\W_]+", folded)
    return any(word in _WORDS for word in words) or bool(_ARTICLE.match(name))


def is_person(name: str) -> bool:
    """Say whether a name may be a person's: at least two capitalised words, particles apart."""
    words = name.split()
    if not 2 <= len(words) <= 5 or is_outlet(name) or fold(words[0]) in _NO_FIRST_NAMES:
        return False
    capitalised = [word for word in words if fold(word) not in _PARTICLES]
    if words[0] == "Ben":  # a first name here, a particle anywhere else
        capitalised.append(words[0])
    if words[-1] in ("Du", "La", "Le", "Van"):  # a family name here
        capitalised.append(words[-1])
    return len(capitalised) >= 2 and all(_NAME_WORD.fullmatch(word) and word[0].isupper() for word in capitalised)


def is_name(name: str) -> bool:
    """Say whether words may be a name at all: capitalised except particles, and few."""
    words = re.findall(r"[^\s,;/]+", name)
    return (
        0 < len(words) <= 10
        and (words[0][0].isupper() or fold(words[0]) in _WORDS)
        and all(word[0].isupper() or fold(word) in _PARTICLES or fold(word) in _WORDS for word in words)
        and not any(word[0].isdigit() for word in words)
    )


def source_named(line: str) -> str:
    """Return the outlet that a line names as its source, `Source: …` or `Via …`, or ""."""
    found = _SOURCE_LINE.fullmatch(line) or _DISTRIBUTED.fullmatch(line)
    if found is None or (found["name"].endswith((".", "!", "?")) and found.re is _SOURCE_LINE):
        return ""
    name = found["name"].strip(" .")
    return outlet_of(name) if _ADDRESS.fullmatch(name) else name


def is_masthead(line: str) -> bool:
    """Say whether a line is a masthead: the name of a paper, station or agency above a headline."""
    words = fold(line).split()
    if not 1 <= len(words) <= 4 or not credit_of(line) or words[0] in _NO_MAST:
        return False
    if fold(line) in _KNOWN or _AGENCIES.fullmatch(line) or _DOMAIN.fullmatch(line):
        return True
    return len(words) > 1 and (words[-1] in _MASTS or words[0] in _MASTS - {"news", "times", "post"})


def outlet_of(address: str) -> str:
    """Return the host of a web address without `www.`, or ""."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def credit_of(line: str) -> str:
    """Return the outlet of a line that is only its name, `AFP`, `— Reuters`, `(avec AFP)`, or ""."""
    if len(line) > 60 or line[:1] in _BULLETS or line.rstrip().endswith((".", "!", "?", ":")):
        return ""
    name = _WITH.sub("", line.strip(_WRAPPING)).strip(_WRAPPING)
    words = [word for word in re.findall(r"[^\s,;/]+", _AND_AGENCIES.sub("", name)) if fold(word) not in _PARTICLES]
    if not words or len(words) > 5 or not all(word[0].isupper() for word in words):
        return ""
    sure = fold(name) in _KNOWN or _AGENCIES.fullmatch(name) or _ACRONYM.fullmatch(name) or _DOMAIN.fullmatch(name)
    medium = any(fold(word) in _MEDIA for word in words) or _AND_AGENCIES.search(name)
    return name if sure or medium else ""
