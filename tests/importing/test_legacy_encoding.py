"""Text of another script is read in the encoding that makes its letters plausible, or said to be doubtful."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.importing.decoding import decode
from tui.importing.legacy_encoding import is_other_script, legacy_encoding

RUSSIAN = "Шлюз открыт\n\nВ пятницу баржи прошли через шлюз до полудня, сообщил смотритель. Две из них ждали с января."
UKRAINIAN = "Шлюз відкрито\n\nУ п'ятницю баржі пройшли через шлюз до полудня, повідомив доглядач. Дві чекали з січня."
ARABIC = "فتح الهويس\n\nعبرت الصنادل الهويس يوم الجمعة قبل الظهر كما قال الحارس. وانتظر اثنان منها منذ يناير."
GREEK = "Η δεξαμενή άνοιξε\n\nΤην Παρασκευή οι φορτηγίδες πέρασαν πριν από το μεσημέρι, είπε ο φύλακας του λιμανιού."
CHINESE = "船闸开放。星期五中午之前，十一艘驳船通过了船闸，管理员说。其中两艘从一月起一直在等待，船员按天领取工资。"
TEXTS = [
    ("cp1251", RUSSIAN),
    ("koi8_r", RUSSIAN),
    ("iso8859_5", RUSSIAN),
    ("cp866", RUSSIAN),
    ("cp1251", UKRAINIAN),
    ("cp1256", ARABIC),
    ("iso8859_6", ARABIC),
    ("cp1253", GREEK),
    ("gb18030", CHINESE),
]


@pytest.mark.parametrize(("encoding", "text"), TEXTS, ids=[f"{one[0]} {place}" for place, one in enumerate(TEXTS)])
def test_the_letters_are_right(encoding: str, text: str) -> None:
    found, note = decode(text.encode(encoding))
    assert found == text
    assert note.startswith("not UTF-8: it was read as ")


LATIN = [
    ("French", "L’été, les pêcheurs boivent un café à côté du môle, où le conseil a refusé.".replace("’", "'")),
    ("German", "Die Schleuse öffnete am Freitag für elf Frachtkähne; die Wärter grüßten."),
    ("Icelandic", "Það er þoka á hafinu og skipið bíður við bryggjuna í dag."),
]


@pytest.mark.parametrize("text", [one[1] for one in LATIN], ids=[one[0] for one in LATIN])
def test_latin_text_stays_windows_1252(text: str) -> None:
    found, note = decode(text.encode("cp1252"))
    assert found == text
    assert note.startswith("not UTF-8 throughout")


def test_letters_that_nothing_makes_plausible_are_said_to_be_doubtful() -> None:
    _, note = decode(b"Title\n\n" + bytes((0xFF, 0xFE, 0xFD, 0xD8, 0x9D, 0x81)) * 20)
    assert note.startswith("its letters are doubtful")


@given(st.binary(max_size=300))
def test_any_bytes_have_an_encoding_or_none(content: bytes) -> None:
    if is_other_script(content):
        assert isinstance(legacy_encoding(content), str)
