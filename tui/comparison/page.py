"""A comparison as one page of two columns that needs no other file and can be printed."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from tui.base.printable import printable_line
from tui.comparison.alignment import Correspondence, Row
from tui.comparison.changes import Edit
from tui.comparison.pair import ComparedArticle, Pair
from tui.comparison.wording import difference_groups, only_words, share_words, sum_words
from tui.locale import _

_PAGE = """<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body {{ font: 1rem/1.5 Georgia, serif; max-width: 76rem; margin: 2rem auto; padding: 0 1rem; color: #111; }}
h1 {{ font-size: 1.3rem; }} h2 {{ font-size: 1.05rem; }} ul {{ padding-left: 1.2rem; }}
table {{ border-collapse: collapse; table-layout: fixed; width: 100%; }}
th, td {{ text-align: start; vertical-align: top; padding: .4rem .6rem; border-top: 1px solid #ccc; width: 45%; }}
th:first-child, td:first-child {{ width: 10%; color: #555; font-size: .85rem; font-weight: normal; }}
.about {{ color: #555; font-size: .9rem; font-weight: normal; }}
mark {{ background: #ffe9a8; text-decoration: underline; }}
tr {{ break-inside: avoid; }} .none {{ color: #777; }}
</style>
</head>
<body>
<h1>{title}</h1>
{facts}
<table>
<thead><tr><th></th>{heads}</tr></thead>
<tbody>
{rows}
</tbody>
</table>
</body>
</html>
"""

# Pieces of HTML, which are no texts.
_FACTS = "<h2>{heading}</h2>\n<ul>\n{lines}\n</ul>"
_LINE = "<li>{}</li>"
_PARAGRAPH = "<p>{}</p>"
_HEAD = '<th dir="auto">{title}<br><small class="about">{about}</small></th>'
_NONE = '<td class="none">{}</td>'


def as_html_page(pair: Pair) -> str:
    """Write the fact difference, then the aligned sentences with the words that differ marked."""
    facts = [
        _FACTS.format(
            heading=escape(group.heading),
            lines="\n".join(_LINE.format(escape(line)) for line in group.lines),
        )
        for group in difference_groups(pair)
    ] or [_PARAGRAPH.format(escape(_("No fact differs: figures, dates, names, quotations and attributions.")))]
    rows = zip(pair.comparison.rows, pair.comparison.changes, strict=True)
    return _PAGE.format(
        title=escape(_("{one} beside {other}").format(one=pair.names[0], other=pair.names[1])),
        facts="\n".join((_PARAGRAPH.format(escape(sum_words(pair))), *facts)),
        heads="".join(_head(pair, side) for side in (0, 1)),
        rows="\n".join(_row(pair, row, changes) for row, changes in rows),
    )


def _head(pair: Pair, side: int) -> str:
    told = (pair.one, pair.other)[side]
    about = " · ".join(filter(None, (told.source, told.day, only_words(pair, side), share_words(pair, side))))
    title = escape(printable_line(told.title))
    return _HEAD.format(title=title, about=escape(printable_line(about)))


def _row(pair: Pair, row: Row, changes: Sequence[Edit]) -> str:
    spans = (
        [(change.start, change.end) for change in changes],
        [(change.other_start, change.other_end) for change in changes],
    )
    cells = "".join(_cell(pair, row, side, spans[side]) for side in (0, 1))
    kind = "" if row.kind is Correspondence.SAME else _(row.kind.value)
    return f"<tr><td>{escape(kind)}</td>{cells}</tr>"


def _cell(pair: Pair, row: Row, side: int, marks: Sequence[tuple[int, int]]) -> str:
    places = (row.ones, row.others)[side]
    if not places:
        return _NONE.format(escape(_("not here")))
    told: ComparedArticle = (pair.one, pair.other)[side]
    held = (pair.comparison.ones, pair.comparison.others)[side]
    parts = []
    for place in places:
        here, end = held[place].start, held[place].end
        for first, last in marks:
            if here <= first < last <= end:
                parts += [_text(told.text[here:first]), f"<mark>{_text(told.text[first:last])}</mark>"]
                here = last
        parts += [_text(told.text[here:end]), " "]
    language = f' lang="{escape(told.language)}"' if told.language else ""
    return f'<td dir="auto"{language}>{"".join(parts).rstrip()}</td>'


def _text(text: str) -> str:
    return escape(printable_line(f"|{text}|")[1:-1])
