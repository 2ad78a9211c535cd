"""Words as written or in all their forms, changed in the query as it was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.language import parse
from tui.search.language.exactness import toggled_exactness
from tui.search.language.tree import leaves

TOGGLED = [
    ("gao camps", "=gao =camps"),
    ("=gao camps", "=gao =camps"),
    ("=gao =camps", "gao camps"),
    ('"exit plan" -camp source:afp', '="exit plan" -=camp source:afp'),
    (
        "(title:(a b) OR with*) 12 figures:1..2 gao~ wom?n /x/",
        "(title:(=a =b) OR with*) 12 figures:1..2 gao~ wom?n /x/",
    ),
    ("title:gao -camp OR x", "title:=gao -=camp OR =x"),
    ("source:(afp rfi) gao", "source:(afp rfi) =gao"),
    ("source:=afp gao", "source:=afp =gao"),
    ("date:2023", "date:2023"),
    ("", ""),
]


@pytest.mark.parametrize(("typed", "narrowed"), TOGGLED, ids=[case[0] for case in TOGGLED])
def test_a_query_is_narrowed_where_it_was_typed(typed, narrowed):
    assert toggled_exactness(typed) == narrowed


@given(
    st.lists(
        st.sampled_from(["gao", "=gao", "camp*", "title:ber", "source:afp", "-x", "(", ")", "OR", '"a b"', "é"]),
        max_size=8,
    )
)
def test_narrowing_twice_asks_for_all_forms_again(pieces):
    typed = " ".join(pieces)
    once = toggled_exactness(typed)
    twice = toggled_exactness(once)
    assert toggled_exactness(twice) == once or "=" not in once
    tree = parse(once).tree
    if once != typed and "=" in once and typed.count("=") < once.count("="):
        assert all(leaf.exact for leaf in leaves(tree) if hasattr(leaf, "exact") and leaf.field in ("", "title"))
