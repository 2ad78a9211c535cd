"""BibTeX: fields between braces and quotation marks, LaTeX's letters, days in parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.importing.references.bibtex import bibtex_drafts, plain_text

LETTERS = [
    ("accents", r"p{\^e}cheurs \'etonn\'{e}s, Mu{\~n}oz, \c{c}a, G{\"o}del", "pêcheurs étonnés, Muñoz, ça, Gödel"),
    ("letters", r"{\ss}, {\o}re, {\AA}rhus, \L{}\'od\'z", "ß, øre, Århus, Łódź"),
    ("signs", r"5\,\% of {Portham} \& Co.", r"5\,% of Portham & Co."),
    ("dashes and ties", "pages 3--4, Dr.~Quill", "pages 3–4, Dr. Quill"),
    ("an escaped brace", r"a \{ b", "a { b"),
]
DAYS = [
    ("in one", "date = {2023-03-04}", "2023-03-04"),
    ("in parts", "year = 2023, month = mar, day = 4", "2023-03-04"),
    ("in figures", "year = {2023}, month = 3, day = {04}", "2023-03-04"),
    ("a month", "year = 2023, month = {March}", "2023-03"),
    ("a year", "year = {2023}", "2023"),
    ("a look-up alone", "urldate = {2024-01-01}", ""),
]


@pytest.mark.parametrize(("name", "written", "expected"), LETTERS)
def test_letters(name: str, written: str, expected: str) -> None:
    assert plain_text(written) == expected, name


@pytest.mark.parametrize(("name", "fields", "iso"), DAYS)
def test_days(name: str, fields: str, iso: str) -> None:
    (draft,) = bibtex_drafts(f"@article{{key, title = {{A {{crane}}}}, {fields}}}")
    assert draft.title == "A crane"
    assert [day.iso for day in draft.dates] == ([iso] if iso else []), name


def test_an_entry_with_all_its_fields() -> None:
    (draft,) = bibtex_drafts(
        '@comment{x}\n@string{ht = "Harbour Times"}\n@article(q, author="Quill, Ada and Marsh, Ben and others",'
        ' title={"Light" # asked}, journaltitle = {Harbour} # " Times", abstract={One. \n\nTwo.},'
        " pages={A3}, langid=english)"
    )
    assert (draft.title, draft.author, draft.source) == ('"Light" # asked', "Quill, Ada, Marsh, Ben", "Harbour Times")
    assert (draft.page, draft.language, draft.paragraphs) == ("A3", "en", ("One. Two.",))


def test_an_entry_that_breaks_off_gives_what_it_has() -> None:
    (draft,) = bibtex_drafts("@article{a, title={A crane}, abstract={It stands")
    assert (draft.title, draft.paragraphs) == ("A crane", ("It stands",))


@given(st.text(st.sampled_from('@article{}",=#a1 \\n\n'), max_size=200))
def test_any_text_is_read_to_its_end(text: str) -> None:
    list(bibtex_drafts(text))
