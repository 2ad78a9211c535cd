import subprocess
import sys
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.base.days import Span
from tui.dates import TimexType, explain, find_dates
from tui.dates.languages import LANGUAGES
from tui.dates.values import is_value

WRITTEN = (
    "the a an of in on by May March june 30 31 1st first second third half last next this previous same "
    "year month week day days years quarter decade century Friday Monday yesterday today morning night "
    "noon 10 a.m. p . m , - ' / ( ) 2023 1999 99 '99 1990s 12:30 31/12/23 2023-12-31 99/99/99 early late "
    "mid end beginning ago later earlier before after every daily twice several few two twenty hundred "
    "Christmas Easter Eve spring fall BC GMT fiscal to and or until q 3 now past future le la les du des "
    "d l de au mardi juin été mars hier matin après midi il y dans dix ans mois semaine dernier prochain "
    "plus tard lendemain veille fin début mi siècle XIXe années soixante h 18 chaque tous par an 0 00 24 "
    "في من إلى يوم الأربعاء الماضي أمس غدا سبتمبر / أيلول تشرين الأول رمضان هـ ٢٠٢٣ ٣٠ و ثلاثة أيام شهرين "
    "25 9999 0000 10000 99999999999 İ ’  \x1b \u202e \ud800 . "
)
WORDS = ["\n", "\n\n", *WRITTEN.split()]
texts = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
spans = st.one_of(
    st.none(),
    st.dates().map(Span.of_day),
    st.integers(1, 9999).map(Span.of_year),
    st.sampled_from([Span.of_day(date.min), Span.of_day(date.max)]),
)


@settings(max_examples=400, deadline=None)
@given(texts, st.sampled_from([*LANGUAGES, "de", ""]), spans)
def test_any_text_gives_sound_marks(text, language, published):
    end = 0
    for mark in find_dates(text, language=language, published=published):
        assert end <= mark.start < mark.end <= len(text)
        assert text[mark.start : mark.end] == mark.text
        assert mark.text.strip() == mark.text
        assert is_value(mark.value), mark.value
        assert mark.span is None or mark.kind in (TimexType.DATE, TimexType.TIME)
        assert mark.inferred == (mark.basis is not None) == (mark.anchor is not None)
        assert explain(mark)
        end = mark.end


@settings(max_examples=200, deadline=None)
@given(texts, st.sampled_from(list(LANGUAGES)))
def test_an_undated_text_is_never_resolved_by_inference(text, language):
    assert not any(mark.inferred for mark in find_dates(text, language=language, published=None))


def test_a_text_of_nothing_but_numbers_takes_no_longer_than_its_length():
    few = find_dates("12 " * 2_000, language="en", published=None)
    many = find_dates("12 " * 200_000, language="en", published=None)
    assert not few
    assert not many


def test_importing_the_package_does_not_load_dateutil():
    code = "import sys, tui.dates; sys.exit('dateutil' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
