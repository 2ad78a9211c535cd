"""Measure `mali-tui proof`: drafts made of an archive, with planted faults, and what a proof makes of them.

    python tests/benchmarks/bench_proof.py [ARCHIVE…] [--language en|fr] [--drafts N] [--half seen|unseen|all]
    python tests/benchmarks/bench_proof.py ARCHIVE… --speed

An archive is a folder of articles, of which those in the language are taken, or a file that holds one JSON object a
line with title, text, date (YYYY-MM-DD) and source; without one the benchmark makes its own. A draft quotes and retells
sentences of a few articles: of what it retells, small words and one in seven others are left out, one in twenty is
another one, and clauses are turned round. Five statements of each draft, on average, get a fault: another word in a
quotation, a cut without a sign, another figure, date or outlet. Reported are the part of the faults that are found, by
kind, and the part of the statements without a fault that are called altered, another's or contradicted; `--errors`
lists what went wrong. `--speed` times drafts of 2,000 words against the whole archive. Articles fall into two halves by
a hash.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
import statistics
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tui.base.sentences import sentences
from tui.core.explorer import Explorer
from tui.core.view import Query
from tui.dates import find_dates
from tui.figures import Bound, find_figures
from tui.proof import ClaimKind, Finding, Manuscript, Verdict

QUOTATION, FIGURE, DATE, ATTRIBUTION = "quotation", "figure", "date", "attribution"
EXPECTED = {
    QUOTATION: {Verdict.ALTERED, Verdict.CUT},
    FIGURE: {Verdict.CONTRADICTED},
    DATE: {Verdict.ANOTHER_DAY, Verdict.CONTRADICTED},
    ATTRIBUTION: {Verdict.ANOTHERS},
}
KINDS = {
    QUOTATION: {ClaimKind.QUOTATION},
    FIGURE: {ClaimKind.FIGURE},
    DATE: {ClaimKind.DATE},
    ATTRIBUTION: {ClaimKind.ATTRIBUTION, ClaimKind.QUOTATION},
}
SERIOUS = {Verdict.ALTERED, Verdict.ANOTHERS, Verdict.CONTRADICTED}
REACH = {QUOTATION: 0.99, FIGURE: 0.95, DATE: 0.95, ATTRIBUTION: 0.95}


@dataclass(frozen=True)
class Wording:
    """How drafts are written in a language."""

    language: str
    small: re.Pattern[str]
    """Words that are left out where a sentence is retold."""
    clause: re.Pattern[str]
    """A sentence that begins with a clause, which can as well stand at its end."""
    quoted: tuple[str, ...]
    """A quotation `q` of an outlet `o`."""
    credited: tuple[str, str]
    """The same, and a retold sentence `q` that is given to an outlet."""
    digits: re.Pattern[str]
    """The digits of a figure that are more than one."""


WORDINGS = {
    "en": Wording(
        "en",
        re.compile(r"(?<= )(?:the|a|an|very|also|then|just|now|still|already|some|such|other|new)(?= )"),
        re.compile(r"((?:On|In|After|Since|By) [^,]{8,60}), (.+?)\.?$"),
        ("“{q},” {o} reported.", "According to {o}, “{q}”.", '{o} wrote: "{q}".'),
        ("“{q},” {o} reported.", "According to {o}, {q}."),
        re.compile(r"\d[\d,.]*\d"),
    ),
    "fr": Wording(
        "fr",
        re.compile(
            r"(?<= )(?:le|la|les|un|une|des|très|aussi|déjà|encore|alors|même|ainsi|donc|autres?|toujours)(?= )"
        ),
        re.compile(r"((?:Le|En|Au|Après|Depuis|Dès|Mais|Pour) [^,]{8,60}), (.+?)\.?$"),
        ("« {q} », rapporte {o}.", "Selon {o}, « {q} ».", "{o} écrit : « {q} ».", "D’après {o} : “{q}”."),
        ("« {q} », rapporte {o}.", "Selon {o}, {q}."),
        re.compile(r"\d(?:[\d,.]|[ \u00a0\u202f](?=\d{3}))*\d"),
    ),
}


@dataclass(frozen=True)
class Piece:
    """A sentence of a draft, and its fault."""

    text: str
    fault: str = ""
    """The kind of its fault; empty where it has none."""
    told: str = ""


@dataclass(frozen=True)
class Made:
    """An article as the benchmark knows it."""

    title: str
    text: str
    date: str
    source: str


def main() -> None:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", nargs="*", type=Path)
    parser.add_argument("--language", choices=tuple(WORDINGS), default="en")
    parser.add_argument("--drafts", type=int, default=200)
    parser.add_argument("--half", choices=("seen", "unseen", "all"), default="seen")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--speed", action="store_true")
    parser.add_argument("--kept", type=Path, help="a folder in which dossier and index are kept for the next time")
    asked = parser.parse_args()
    wording, half = WORDINGS[asked.language], "all" if asked.speed else asked.half
    articles = [made for path in asked.archive for made in read(path, half, asked.language)]
    articles = articles or (own(600) if asked.language == "en" else own_french(600))
    with tempfile.TemporaryDirectory() as place:
        explorer = laid_out(articles, asked.kept or Path(place), asked.language)
        maker = Maker(articles[:2000] if asked.speed else articles, random.Random(asked.seed), wording)
        if asked.speed:
            measure(explorer, maker, len(articles))
        else:
            score(explorer, maker, asked.drafts, asked.errors)
        explorer.close()


def read(path: Path, half: str, language: str) -> Iterator[Made]:
    """Read an archive."""
    for made in read_folder(path, language) if path.is_dir() else read_lines(path):
        even = hashlib.md5(made.title.encode(), usedforsecurity=False).digest()[0] % 2 == 0
        if half == "all" or even == (half == "seen"):
            yield made


def read_lines(path: Path) -> Iterator[Made]:
    """Read a file with one article a line."""
    for line in path.read_text(encoding="utf-8").splitlines():
        raw = json.loads(line)
        yield Made(raw["title"], raw["text"], str(raw["date"])[:10], raw["source"])


def read_folder(folder: Path, language: str) -> Iterator[Made]:
    """Read the articles of a folder that are in a language."""
    with tempfile.TemporaryDirectory() as cache:
        explorer = Explorer.open(folder, Path(cache))
        explorer.refresh()
        for number in explorer.explore(Query(f"lang:{language}")).hits:
            article = explorer.article(number)
            day = article.published.iso if article.published is not None else ""
            outlet = re.split(r" [(/]|, ", article.source)[0]  # a draft names it without what describes it
            if outlet[:1].isupper():
                yield Made(article.title, article.text, day, outlet)
        explorer.close()


def own_french(count: int) -> list[Made]:
    """Make an archive of invented reports in French."""
    chance = random.Random(7)
    towns = ["Alba", "Brenn", "Corva", "Dorim", "Estel", "Faro", "Gavra", "Hollin", "Irsa", "Jorun", "Kesta", "Lorm"]
    things = ["villageois", "soldats", "paysans", "étudiants", "chauffeurs", "mineurs", "infirmiers", "marins"]
    verbs = ["ont été évacués de", "ont été conduits à", "ont été vus près de", "ont été recensés à", "ont quitté"]
    why = ["la crue", "la sécheresse", "la grève", "la récolte", "l’élection", "la tempête", "l’enquête", "la foire"]
    made = []
    for number in range(count):
        lines = []
        for _ in range(12):
            town, other, thing, verb, cause = (chance.choice(each) for each in (towns, towns, things, verbs, why))
            month = chance.choice(("mars", "mai", "juillet", "octobre"))
            day = f"{chance.randrange(2, 29)} {month} {chance.randrange(2015, 2024)}"
            size = f"{chance.randrange(12, 9000):,}".replace(",", "\u202f")
            lines.append(
                f"Le {day}, à propos de {cause} à {other}, {size} {thing} {verb} {town} par le conseil du fleuve."
            )
        day = f"20{15 + number % 9}-05-{1 + number % 28:02}"
        made.append(Made(f"Dépêche {number}", "\n\n".join(lines), day, f"Courrier de {towns[number % 8]}"))
    return made


def own(count: int) -> list[Made]:
    """Make an archive of invented reports."""
    chance = random.Random(7)
    towns = ["Alba", "Brenn", "Corva", "Dorim", "Estel", "Faro", "Gavra", "Hollin", "Irsa", "Jorun", "Kesta", "Lorm"]
    things = ["villagers", "soldiers", "farmers", "students", "drivers", "miners", "nurses", "sailors"]
    verbs = ["were moved from", "were brought to", "were seen near", "were counted in", "were expected in"]
    why = ["flood", "drought", "strike", "harvest", "election", "storm", "fire", "inquiry", "market", "festival"]
    made = []
    for number in range(count):
        lines = []
        for _ in range(12):
            town, other, thing, verb, cause = (chance.choice(each) for each in (towns, towns, things, verbs, why))
            month = chance.choice(("March", "May", "July", "October"))
            day = f"{chance.randrange(1, 29)} {month} {chance.randrange(2015, 2024)}"
            size = chance.randrange(12, 9000)
            lines.append(f"On {day} about the {cause} in {other}, {size:,} {thing} {verb} {town} by the river council.")
        made.append(
            Made(
                f"Report {number}",
                "\n\n".join(lines),
                f"20{15 + number % 9}-05-{1 + number % 28:02}",
                f"{towns[number % 8]} Post",
            )
        )
    return made


def laid_out(articles: list[Made], place: Path, language: str) -> Explorer:
    """Write articles into a folder and open it as a dossier."""
    folder = place / "dossier"
    fresh = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    for number, made in enumerate(articles if fresh else ()):
        front = {"title": made.title, "source": made.source, "date": made.date, "language": language}
        head = "".join(f"{key}: {json.dumps(value)}\n" for key, value in front.items() if value)
        (folder / f"{number:05}.md").write_text(f"---\n{head}---\n\n{made.text}\n", encoding="utf-8")
    explorer = Explorer.open(folder, place / "cache")
    explorer.refresh()
    return explorer


class Maker:
    """Makes drafts of articles."""

    def __init__(self, articles: list[Made], chance: random.Random, wording: Wording) -> None:
        self.articles = articles
        self.wording = wording
        self.chance = chance
        self.outlets = sorted({made.source for made in articles})
        self.sentences = [sentences_of(made) for made in articles]
        self.holders: defaultdict[str, set[str]] = defaultdict(set)
        for made, each in zip(articles, self.sentences, strict=True):
            for sentence in each:
                self.holders[key_of(sentence)].add(made.source)
        every = [(place, each) for place, found in enumerate(self.sentences) for each in found]
        self.fit = dict.fromkeys((QUOTATION, ATTRIBUTION), every)
        self.fit[FIGURE] = [(place, each) for place, each in every if self.numbers_in(each)]
        self.fit[DATE] = [(place, each) for place, each in every if re.search(r"\d", each) and self.dates_in(each)]
        self.words = [word for made in articles[:400] for word in re.findall(r"\b[a-zà-öø-ÿ]{5,9}\b", made.text)]

    @property
    def marks(self) -> str:
        """The characters that no sentence has that is quoted; an apostrophe is none in French."""
        return "[\"“”‘’']" if self.wording.language == "en" else '["“”«»]'

    def numbers_in(self, sentence: str) -> list[tuple[int, int]]:
        """Return the digits of the figures of a sentence that are more than one digit."""
        return numbers_in(sentence, self.wording)

    def dates_in(self, sentence: str) -> list[tuple[int, int]]:
        """Return the dates of a sentence that are written out."""
        return dates_in(sentence, self.wording.language)

    def draft(self, statements: int, rate: float) -> list[Piece]:
        """Make a draft of some statements; each gets a fault with this probability."""
        pieces: list[Piece] = []
        while len(pieces) < statements:
            kind = self.chance.choice((QUOTATION, QUOTATION, FIGURE, DATE, ATTRIBUTION))
            place, sentence = self.chance.choice(self.fit[kind])
            piece = self.piece(sentence, self.articles[place], kind, faulty=self.chance.random() < rate)
            if piece is not None:
                pieces.append(piece)
        return pieces

    def piece(self, sentence: str, made: Made, kind: str, faulty: bool) -> Piece | None:
        """Make a statement of a sentence; None where the sentence has nothing of that kind."""
        if kind == QUOTATION:
            return self.quotation(sentence, made, faulty)
        if kind == ATTRIBUTION:
            return self.attribution(sentence, made, faulty)
        spans = self.numbers_in(sentence) if kind == FIGURE else self.dates_in(sentence)
        if not spans or re.search('["“”«»]', sentence):
            return None
        if not faulty:
            return Piece(self.retold(sentence))
        start, end = self.chance.choice(spans)
        other = another_number(sentence[start:end], self.chance, self.wording.language)
        if other is None:
            return None
        return Piece(self.retold(sentence[:start] + other + sentence[end:]), kind, f"{sentence[start:end]} -> {other}")

    def quotation(self, sentence: str, made: Made, faulty: bool) -> Piece | None:
        """Quote a sentence, or most of it."""
        words = sentence.rstrip(".").split()
        if not 8 <= len(words) <= 45 or re.search(self.marks, sentence):
            return None
        first = self.chance.randrange(0, max(1, len(words) - 20))
        words = words[first:]
        told = ""
        if faulty:
            if self.chance.random() < 0.3 and len(words) >= 14:
                size = self.chance.randrange(2, 6)
                at = self.chance.randrange(4, len(words) - size - 4)
                told = f"cut {' '.join(words[at : at + size])}"
                del words[at : at + size]
            else:
                at = self.chance.randrange(1, len(words) - 1)
                other = self.chance.choice(self.words)
                if other.lower() == words[at].strip(",;:").lower():
                    return None
                told, words[at] = f"{words[at]} -> {other}", other
        quoted = " ".join(words)
        form = self.chance.choice(self.wording.quoted)
        return Piece(form.format(q=quoted, o=made.source), QUOTATION if faulty else "", told)

    def attribution(self, sentence: str, made: Made, faulty: bool) -> Piece | None:
        """Give a sentence, quoted or retold, to its outlet or to another one."""
        outlet = made.source
        if faulty:
            others = [each for each in self.outlets if each not in self.holders[key_of(sentence)]]
            outlet = self.chance.choice(others)
            if outlet.lower() in made.text.lower():
                return None
        bare = sentence.rstrip(".")
        if re.search('["“”«»]', sentence):
            return None
        quoted, told = self.wording.credited
        if self.chance.random() < 0.5 and not re.search(self.marks, sentence):
            text = quoted.format(q=bare, o=outlet)
        else:
            text = told.format(o=outlet, q=self.retold(bare[:1].lower() + bare[1:]))
        return Piece(text, ATTRIBUTION if faulty else "", f"{made.source} -> {outlet}" if faulty else "")

    def retold(self, sentence: str) -> str:
        """Tell a sentence in other words: every small word and one in seven others go, one in twenty is another one."""
        words = retold(sentence, self.wording).split()
        for place in range(1, len(words) - 1):
            # What stands behind a number is what it counts, or a part of a date.
            near = "".join(words[max(0, place - 3) : place + 2])
            if not words[place].islower() or len(words[place]) < 4 or re.search(r"\d", near):
                continue
            drawn = self.chance.random()
            if drawn < 1 / 7:
                words[place] = ""
            elif drawn < 1 / 7 + 1 / 20:
                words[place] = self.chance.choice(self.words)
        return " ".join(word for word in words if word)


def sentences_of(made: Made) -> list[str]:
    """Return the sentences of an article that a draft may use."""
    found = [" ".join(made.text[start:end].split()) for start, end in sentences(made.text)]
    return [each for each in found if 10 <= len(each.split()) <= 45 and each.endswith(".") and each[0].isupper()]


def key_of(sentence: str) -> str:
    """Return what is the same for all outlets that carry a sentence."""
    return " ".join(re.findall(r"\w+", sentence.lower()))


def retold(sentence: str, wording: Wording) -> str:
    """Tell a sentence in a little less words: without every small word, and its first clause last where it has one."""
    short = wording.small.sub("", sentence)
    short = re.sub(" +", " ", short)
    clause = wording.clause.match(short)
    if clause and '"' not in short:
        body = clause[2][0].upper() + clause[2][1:]
        return f"{body} {clause[1][0].lower()}{clause[1][1:]}."
    return short


def numbers_in(sentence: str, wording: Wording) -> list[tuple[int, int]]:
    """Return the digits of the figures of a sentence that are more than one digit."""
    dates = find_dates(sentence, language=wording.language, published=None)
    figures = find_figures(sentence, language=wording.language, timexes=dates)
    found = []
    for figure in figures:
        digits = wording.digits.search(sentence[figure.start : figure.end])
        # "About 200,000" may be 200,004: only what is stated exactly can be said to be another number.
        if digits and (figure.noun or figure.unit) and figure.bound is Bound.EXACT and not figure.partitive:
            found.append((figure.start + digits.start(), figure.start + digits.end()))
    return found


def dates_in(sentence: str, language: str) -> list[tuple[int, int]]:
    """Return the dates of a sentence that are written out with a year, or as a day of a month."""
    found = find_dates(sentence, language=language, published=None)
    return [
        (each.start, each.end)
        for each in found
        if each.kind.value == "DATE"
        and not each.inferred
        and re.search(r"\d", each.text)
        and re.fullmatch(r"\d{4}(-\d\d){0,2}|XXXX-\d\d-\d\d", each.value)
    ]


def another_number(written: str, chance: random.Random, language: str) -> str | None:
    """Return a figure or a date with another digit; None where that would be nearly the same."""
    places = [found.start() for found in re.finditer(r"\d", written)]
    for _ in range(8):
        at = chance.choice(places)
        digit = chance.choice([each for each in "123456789" if each != written[at]])
        other = written[:at] + digit + written[at + 1 :]
        if possible(other, language):
            return other
    return None


def possible(written: str, language: str) -> bool:
    """Say whether a number may be a day of a month, a year or a figure."""
    if re.fullmatch(r"\d{4}", written):
        return 1900 < int(written) < 2030
    dates = find_dates(written, language=language, published=None)
    years = [int(year) for year in re.findall(r"\b\d{4}\b", written)]
    return not re.search(r"[A-Za-z]", written) or bool(
        dates and dates[0].text == written and all(1900 < year < 2030 for year in years)
    )


def score(explorer: Explorer, maker: Maker, drafts: int, errors: bool) -> None:
    """Make drafts, prove them and print what was found."""
    planted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    clean = flagged = other_days = 0
    wrong: Counter[str] = Counter()
    for _ in range(drafts):
        pieces = maker.draft(15, 1 / 3)
        text, spans = "", []
        for piece in pieces:
            spans.append((len(text), len(text) + len(piece.text)))
            text += piece.text + "\n\n"
        findings = explorer.prove(Manuscript(text.strip(), maker.wording.language)).findings
        for piece, (start, end) in zip(pieces, spans, strict=True):
            inside = [each for each in findings if start <= each.statement.start < end]
            if piece.fault:
                planted[piece.fault] += 1
                caught = is_caught(piece, inside)
                found[piece.fault] += caught
                if errors and not caught:
                    tell("MISSED", piece, inside)
                continue
            clean += len(inside)
            bad = [each for each in inside if each.verdict in SERIOUS]
            flagged += len(bad)
            other_days += sum(each.verdict is Verdict.ANOTHER_DAY for each in inside)
            wrong.update(f"{each.statement.kind.value} {each.verdict.value}" for each in bad)
            if errors and bad:
                tell("FLAGGED", piece, bad)
    print(f"{drafts} drafts, {planted.total()} faults, {clean} statements without one; {len(maker.articles)} articles")
    for kind, count in planted.items():
        print(f"{kind:12} {count:5} planted  {found[kind] / count:6.1%} found  (to reach {REACH[kind]:.0%})")
    print(f"without fault, called altered, another's or contradicted: {flagged / clean:.2%} of {clean} (at most 2%)")
    print(f"{dict(wrong)}; dates without fault given another day: {other_days / clean:.2%} of all")


def is_caught(piece: Piece, findings: list[Finding]) -> bool:
    """Say whether a fault is named by a finding of its kind."""
    expected = EXPECTED[piece.fault]
    return any(each.statement.kind in KINDS[piece.fault] and each.verdict in expected for each in findings)


def tell(what: str, piece: Piece, findings: list[Finding]) -> None:
    """Print a statement with what was made of it."""
    print(f"{what} {piece.fault or '-'}: {piece.told}\n   {piece.text}")
    for each in findings:
        best = each.evidence[0] if each.evidence else None
        print(f"   {each.statement.kind.value} {each.statement.text[:50]!r} {each.verdict.value}: {each.reason}")
        if best:
            print(f"      {best.score} {best.source}: {best.sentence[:160]}")


def measure(explorer: Explorer, maker: Maker, count: int) -> None:
    """Time drafts of 2,000 words."""
    explorer.warm()
    times = []
    for _ in range(5):
        pieces: list[Piece] = []
        while sum(len(piece.text.split()) for piece in pieces) < 2000:
            pieces += maker.draft(1, 0.2)
        manuscript = Manuscript("\n\n".join(piece.text for piece in pieces), maker.wording.language)
        begun, worked = time.perf_counter(), time.process_time()
        proof = explorer.prove(manuscript)
        times.append(time.perf_counter() - begun)
        worked = time.process_time() - worked
        told = f"{len(manuscript.text.split())} words, {len(proof.findings)} statements"
        print(f"{told}: {times[-1]:.2f} s, of the processor {worked:.2f} s")
    print(f"{count} articles: median {statistics.median(times):.2f} s, worst {max(times):.2f} s (at most 2 s)")


if __name__ == "__main__":
    main()
