from __future__ import annotations

import pytest
from desk_events import article

from tui.desk.drafts import MOST_SEEN, checked, look, save, tag
from tui.desk.state import Field
from tui.errors import DeskError

VALUES = [
    (Field.TITLE, "  A   title ", "A title"),
    (Field.DATE, "2023-06", "2023-06"),
    (Field.DATE, "", ""),
    (Field.LANGUAGE, "FR", "fr"),
    (Field.AUTHOR, "", ""),
]
REFUSED = [
    (Field.TITLE, " ", "title"),
    (Field.DATE, "June 2023", "2023-06-30"),
    (Field.DATE, "2023-02-30", "2023-06-30"),
    (Field.LANGUAGE, "French", "en, fr"),
]


@pytest.mark.parametrize(("field", "value", "written"), VALUES)
def test_values_are_written_down_clean(field: Field, value: str, written: str) -> None:
    assert checked(field, value) == written


@pytest.mark.parametrize(("field", "value", "says"), REFUSED)
def test_values_that_cannot_be_are_refused_with_what_can(field: Field, value: str, says: str) -> None:
    with pytest.raises(DeskError, match=says):
        checked(field, value)


def test_a_tag_and_a_name_are_not_empty() -> None:
    with pytest.raises(DeskError, match="tag"):
        tag(article(), "  ")
    with pytest.raises(DeskError, match="name"):
        save(" ", "camp")


def test_a_look_at_very_many_articles_keeps_none_of_them() -> None:
    assert dict(look("x", map(str, range(MOST_SEEN))).body)["found"]
    assert "found" not in dict(look("x", map(str, range(MOST_SEEN + 1))).body)
