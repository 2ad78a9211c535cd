"""What outlets make of the story of an imagined agency is a copy of it; what only looks like it is none."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.copies.fingerprint import SKETCH, Fingerprint, fingerprint
from tui.copies.similarity import COPY, copied, in_common, similarity

ENGLISH = (
    "Rebels who hold the northern pass let the first convoy of grain lorries through on Tuesday, aid workers "
    "said, which ended a siege of seven weeks that had emptied the markets of the valley.\n\n"
    "Forty lorries crossed before dusk, the driver of the last one told a reporter by telephone. He had waited at "
    "the checkpoint since the rains began and had sold two spare tyres for food. Nobody had fired, he said, and "
    "the boys at the barrier had asked him for sweets.\n\n"
    "The governor thanked the mediators and asked traders to keep their prices down. A kilo of millet had come to "
    "cost nine times what it did in spring, and the hospital had sent its nurses home because it could no longer "
    "feed them. A second convoy is to follow once the first one has come back empty."
)
FRENCH = (
    "Les insurgés qui tiennent le col du nord ont laissé passer mardi le premier convoi de céréales, ont indiqué "
    "des humanitaires, mettant fin à un siège de sept semaines qui avait vidé les marchés de la vallée.\n\n"
    "Quarante camions sont passés avant la nuit, selon le chauffeur du dernier, joint par téléphone. Il attendait "
    "au barrage depuis le début des pluies et avait vendu deux pneus de rechange pour manger. Personne n’a tiré, "
    "a-t-il raconté, et les garçons de la barrière lui ont demandé des bonbons.\n\n"
    "Le gouverneur a remercié les médiateurs et prié les commerçants de ne pas relever leurs prix. Le kilo de mil "
    "coûtait neuf fois plus cher qu’au printemps, et l’hôpital avait renvoyé ses infirmières, qu’il ne pouvait "
    "plus nourrir. Un second convoi doit suivre dès que le premier sera revenu à vide."
)
NOTICE = (
    "The harbour office bought lamp oil worth 340 crowns from the dealers on Monday, an official of the office "
    "said. The price was 12 crowns a barrel, to be delivered within the week at the usual quays."
)
TABLE = (
    "The farm board gave the average price of grain at the mills of the province for the week. Wheat stood at {} "
    "crowns a sack, rye at {}, oats at {} and barley at {}, while millet was not traded. Growers who hold grain "
    "in the board's own stores may take it out against payment of the loan and of the fee for keeping it, as they "
    "could in the week before. The board pays the fee of growers whose grain was damaged by damp in the stores of "
    "the river towns, and it reminds them that claims are settled at the counter and never by letter. Loans that "
    "fall due are renewed by themselves unless a grower says otherwise before the market opens."
)


@dataclass(frozen=True)
class Pair:
    """Two articles and whether they are copies of one text."""

    one: str
    other: str
    copies: bool
    days: tuple[date | None, date | None] = (date(2031, 5, 6), date(2031, 5, 6))
    titles: tuple[str, str] = ("Grain", "Convoy")


def near(day: int) -> tuple[date, date]:
    """Return the day of the story and one of the same month."""
    return date(2031, 5, 6), date(2031, 5, day)


PAIRS = {
    "the same file twice": Pair(ENGLISH, ENGLISH, True),
    "in capitals and without accents": Pair(FRENCH, FRENCH.upper().replace("É", "E").replace("È", "E"), True),
    "in composed and in combining letters": Pair(FRENCH, FRENCH.replace("é", "e\u0301").replace("à", "a\u0300"), True),
    "with other quotation marks and dashes": Pair(FRENCH, FRENCH.replace("’", "'").replace(",", " –"), True),
    "wrapped at other places": Pair(ENGLISH, ENGLISH.replace(" the ", "\nthe "), True),
    "with a dateline and a credit of the outlet": Pair(
        ENGLISH, f"NORTH TOWN, May 7 (Kestrel) – {ENGLISH}\n\nEditing by the night desk.", True, near(7)
    ),
    "without its last sentence": Pair(ENGLISH, ENGLISH.rpartition(". ")[0] + ".", True, near(8)),
    "with some words replaced": Pair(
        FRENCH, FRENCH.replace("indiqué", "déclaré").replace("joint par téléphone", "contacté"), True, near(7)
    ),
    "undated, saved from an outlet": Pair(ENGLISH, ENGLISH + "\n\nShare this story.", True, (date(2031, 5, 6), None)),
    "with a clock and a count of comments": Pair(
        f"Posted at 14.05. {ENGLISH}", f"{ENGLISH} 12 comments.", True, near(7)
    ),
    "corrected on the day": Pair(NOTICE + " " + ENGLISH, NOTICE.replace("340", "430") + " " + ENGLISH, True),
    "printed again months later, word for word": Pair(ENGLISH, ENGLISH, True, (date(2031, 5, 6), date(2031, 11, 2))),
    "a short notice saved twice": Pair("Nothing new.", "Nothing new!", True, titles=("Harbour", "HARBOUR")),
    "in another language": Pair(ENGLISH, FRENCH, False),
    "half of it": Pair(ENGLISH, ENGLISH.partition("\n\n")[0], False),
    "a short notice under another title": Pair("Nothing new.", "Nothing new.", False),
    "another story with a paragraph of this one": Pair(
        ENGLISH, NOTICE + "\n\n" + NOTICE.replace("oil", "rope") + "\n\n" + ENGLISH.partition("\n\n")[0], False
    ),
    "the notice of another day": Pair(NOTICE, NOTICE.replace("340", "290"), False, near(9)),
    "the notice of another day whose title alone says so": Pair(
        NOTICE, NOTICE, False, near(8), titles=("Auction 74", "Auction 75")
    ),
    "undated, saved twice under numbers": Pair(NOTICE, NOTICE, True, (None, None), ("Harbour (1)", "Harbour (2)")),
    "the notice of the week before": Pair(NOTICE, NOTICE, False, near(13)),
    "the same notice a month later": Pair(NOTICE, NOTICE, False, (date(2031, 5, 6), date(2031, 6, 6))),
    "the table of another week": Pair(TABLE.format(*"3456"), TABLE.format("3.5", "4.1", "5.2", "6.6"), False, near(13)),
    "the table of another month": Pair(
        TABLE.format(*"3456"), TABLE.format(*"3465"), False, (date(2031, 5, 6), date(2031, 6, 3))
    ),
    "the table of another hour": Pair(
        " ".join(f"rope {n} oil {n + 1}" for n in range(40, 200, 2)),
        " ".join(f"rope {n} oil {n + (1000 if n % 20 == 0 else 1)}" for n in range(40, 200, 2)),
        False,
    ),
    "a short notice, sent again the next day": Pair(
        f"NORTH TOWN, May 6 - {NOTICE}", f"NORTH TOWN, May 7 - {NOTICE}", True, near(7)
    ),
    "no words at all": Pair("—", "—", False),
    "no text": Pair("", "", False),
}

VOCABULARY = [
    f"{first}{last}" for first in ("ba", "do", "ke", "li", "mu", "ra") for last in ("n", "ss", "tt", "rk", "v")
]


def days(day: date | None) -> tuple[int, int]:
    return (day.toordinal(), day.toordinal()) if day else (0, 0)


def fingerprints(pair: Pair) -> list[Fingerprint | None]:
    parts = zip(pair.titles, (pair.one, pair.other), map(days, pair.days), strict=True)
    return [fingerprint(*part) for part in parts]


def rows(words: list[str]) -> set[tuple[str, ...]]:
    return set(zip(words, words[1:], words[2:], strict=False))


@pytest.mark.parametrize("name", PAIRS)
def test_copies_are_told_from_what_is_alike(name: str):
    one, other = fingerprints(PAIRS[name])
    assert (one is not None and other is not None and copied(one, other) >= COPY) == PAIRS[name].copies


@pytest.mark.parametrize("name", [name for name, pair in PAIRS.items() if pair.copies])
def test_the_sketches_of_copies_are_alike_at_a_glance(name: str):
    one, other = fingerprints(PAIRS[name])
    assert in_common(one.sketch(), {7: other.sketch()})


@given(st.lists(st.sampled_from(VOCABULARY), min_size=20, max_size=80), st.data())
def test_similarity_is_the_part_of_rows_that_both_texts_have(words: list[str], data: st.DataObject):
    others = list(words)
    for place in data.draw(st.sets(st.integers(0, len(words) - 1), max_size=6)):
        others[place] = data.draw(st.sampled_from(VOCABULARY))
    one, other = fingerprint("", " ".join(words)), fingerprint("", " ".join(others))
    here, there = rows(words), rows(others)
    assert similarity(one, other) == pytest.approx(len(here & there) / len(here | there))
    assert similarity(one, other) == similarity(other, one)
    assert similarity(one, one) == 1.0


@pytest.mark.parametrize("seed", range(20))
def test_the_same_words_in_another_order_are_another_text(seed: int):
    words = ENGLISH.split()
    random.Random(seed).shuffle(words)
    assert similarity(fingerprint("", ENGLISH), fingerprint("", " ".join(words))) < COPY


@pytest.mark.parametrize("kept", [0.95, 0.9, 0.85, 0.81])
def test_texts_of_which_most_is_kept_are_alike_at_a_glance(kept: float):
    chance, missed = random.Random(5), 0
    for _ in range(200):
        words = [str(chance.random()) for _ in range(300)]
        one, other = fingerprint("", " ".join(words)), fingerprint("", " ".join(words[: int(300 * kept)]))
        missed += not in_common(one.sketch(), {1: other.sketch()})
    assert missed <= 2


def test_texts_with_little_in_common_are_not_compared():
    chance, shared = random.Random(5), [str(number) for number in range(100)]
    texts = [" ".join([*shared, *(str(chance.random()) for _ in range(100))]) for _ in range(40)]
    one, *others = (fingerprint("", text).sketch() for text in texts)
    assert len(in_common(one, dict(enumerate(others)))) <= 4


def test_a_sketch_is_small_whatever_the_text():
    assert len(fingerprint("", ENGLISH * 20 + " and more").sketch().least) == SKETCH
