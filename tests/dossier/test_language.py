"""The language of a text is guessed where it is plain and left open where it is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.dossier.language import guess_language

TEXTS = [
    ("en", "The bridge over the river was closed on Monday, and the ferry has not been seen since then."),
    ("fr", "Le pont sur le fleuve a été fermé lundi, et le bac n’est pas revenu dans la ville depuis ce jour."),
    ("es", "El puente sobre el río fue cerrado el lunes y los barcos no han vuelto a la ciudad por la lluvia."),
    ("pt", "A ponte sobre o rio foi fechada na segunda-feira e os barcos não voltaram mais para a cidade."),
    ("de", "Die Brücke über den Fluss wurde am Montag geschlossen, und das Boot ist nicht mehr auf dem Wasser."),
    ("it", "Il ponte sul fiume è chiuso da lunedì e le barche non sono più nella città per la pioggia del mattino."),
    ("ar", "أغلق الجسر فوق النهر يوم الاثنين ولم تعد العبارة إلى المدينة منذ ذلك اليوم."),
    ("ru", "Мост через реку закрыли в понедельник, и паром с тех пор не возвращался в город."),
    ("", "Tassara"),
    ("", "12 345 678"),
    ("", ""),
]


@pytest.mark.parametrize(("code", "text"), TEXTS, ids=[f"{code or 'unsure'}: {text[:20]}" for code, text in TEXTS])
def test_guess(code: str, text: str) -> None:
    assert guess_language(text) == code


@given(st.text())
def test_any_text_has_a_code_of_two_letters_or_none(text: str) -> None:
    assert len(guess_language(text)) in (0, 2)
