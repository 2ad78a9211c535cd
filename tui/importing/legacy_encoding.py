"""Text in a legacy encoding of another script than Latin: which one its letters make plausible.

In Latin text the bytes beyond ASCII stand alone among ASCII letters; in other scripts they make whole words. Each
encoding of such scripts is tried, and believed only if the letters are as frequent, and capitals as rare, as in the
languages that are written in it. charset-normalizer is asked for the encodings of East Asia.
"""

from __future__ import annotations

import re
from itertools import pairwise

_RUN = re.compile(rb"[\x80-\xff]{3,}")
_SAMPLE = 64 * 1024
_IN_WORDS = 0.6
"""The share of bytes beyond ASCII in runs of three that makes the script another one than Latin."""

_FEWEST_BYTES = 12
"""The fewest bytes in such runs that make words."""

_CYRILLIC = "оеаинтсрвлкмдпуяыьзігб"
_ARABIC = "اليمونترةبعدسفهكق"
_GREEK = "αοιετσνηυρπκμλςωάίό"
_HEBREW = "יוהלאתרבמשנ"
_ENCODINGS = (
    ("cp1251", _CYRILLIC),
    ("koi8_u", _CYRILLIC),
    ("cp866", _CYRILLIC),
    ("iso8859_5", _CYRILLIC),
    ("cp1256", _ARABIC),
    ("iso8859_6", _ARABIC),
    ("cp1253", _GREEK),
    ("iso8859_7", _GREEK),
    ("cp1255", _HEBREW),
    ("iso8859_8", _HEBREW),
)
_EAST = ("gb18030", "big5", "shift_jis", "euc_jp", "cp949")
_FREQUENT = 0.7
"""The share of letters that must be frequent ones in their script."""

_MARGIN = 0.05
"""How much more plausible the best encoding must be than one that reads other letters."""

_IDEOGRAPHS = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af\u3000-\u303f\uff00-\uffef]")


def is_other_script(content: bytes) -> bool:
    """Say whether bytes beyond ASCII stand in runs, as they do in encodings of other scripts than Latin."""
    sample = content[:_SAMPLE]
    high = sum(byte > 0x7F for byte in sample)
    runs = _RUN.findall(sample)
    size = sum(map(len, runs))
    return size >= _FEWEST_BYTES and size >= high * _IN_WORDS


def legacy_encoding(content: bytes) -> str:
    """Return the only plausible encoding of text in another script than Latin, or ""."""
    sample = content[:_SAMPLE]
    scored = sorted(((_plausible(sample, name, frequent), name) for name, frequent in _ENCODINGS), reverse=True)
    best, name = scored[0]
    if best >= _FREQUENT:
        text = sample.decode(name, "replace")
        rivals = [score for score, other in scored[1:] if sample.decode(other, "replace") != text]
        return name if best - max(rivals, default=0) >= _MARGIN else ""
    return _east_asian(content, sample)


def _plausible(sample: bytes, encoding: str, frequent: str) -> float:
    """Return the share of frequent letters among those beyond ASCII, less capitals within words; 0 if undecodable."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError as error:
        if error.end < len(sample) - 4:
            return 0.0
        text = sample.decode(encoding, "ignore")
    beyond = [character for character in text if character > "\x7f"]
    letters = [character for character in beyond if character.isalpha()]
    if not letters:
        return 0.0
    inner = sum(one.islower() and other.isupper() for one, other in pairwise(text))
    known = sum(letter.lower() in frequent for letter in letters)
    return known / len(beyond) - inner / len(letters)


def _east_asian(content: bytes, sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=list(_EAST)).best()
    if best is None:
        return ""
    try:
        text = content.decode(best.encoding)
    except UnicodeDecodeError:
        return ""
    beyond = [character for character in text[:_SAMPLE] if character > "\x7f"]
    return best.encoding if len(_IDEOGRAPHS.findall(text[:_SAMPLE])) >= len(beyond) * 0.9 else ""
