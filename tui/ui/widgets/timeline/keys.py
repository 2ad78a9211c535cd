"""The keys of the timeline."""

from __future__ import annotations

from textual.binding import Binding, BindingType

KEYS: list[BindingType] = [
    Binding("left,h", "step(-1)", "previous bucket", id="timeline.previous", show=False),
    Binding("right,l", "step(1)", "next bucket", id="timeline.next", show=False),
    Binding("pageup,b", "page(-1)", "a page of buckets back", id="timeline.page_back", show=False),
    Binding("pagedown,space", "page(1)", "a page of buckets on", id="timeline.page_on", show=False),
    Binding("g,home", "edge(-1)", "first date", id="timeline.first", show=False),
    Binding("G,end", "edge(1)", "last date", id="timeline.last", show=False),
    Binding("n", "hit(1)", "next bucket with hits", id="timeline.next_hit", show=False),
    Binding("N", "hit(-1)", "previous bucket with hits", id="timeline.previous_hit", show=False),
    Binding("e", "peak(1)", "next peak", id="timeline.next_peak", show=False),
    Binding("E", "peak(-1)", "previous peak", id="timeline.previous_peak", show=False),
    Binding(
        "m",
        "milestone(1)",
        "next milestone: reported by several, or disputed",
        id="timeline.next_milestone",
        show=False,
    ),
    Binding("M", "milestone(-1)", "previous milestone", id="timeline.previous_milestone", show=False),
    Binding("enter", "apply", "choose and list", id="timeline.apply"),
    Binding("escape", "drop", "drop the span; without one, leave", id="timeline.drop", show=False),
    Binding("shift+left", "handle('end', -1)", "end of the span back", id="timeline.end_back", show=False),
    Binding("shift+right", "handle('end', 1)", "end of the span on", id="timeline.end_on", show=False),
    Binding("H", "handle('start', -1)", "start of the span back", id="timeline.start_back", show=False),
    Binding("L", "handle('start', 1)", "start of the span on", id="timeline.start_on", show=False),
    Binding("c", "clock", "clock: published, mentioned", id="timeline.clock"),
    Binding("v", "divide('outlets')", "stacked by outlet, or whole", id="timeline.by_outlet", show=False),
    Binding("V", "divide('queries')", "beside other queries, or alone", id="timeline.by_query", show=False),
    Binding("z", "zoom(1)", "zoom in", id="timeline.zoom_in"),
    Binding("Z", "zoom(-1)", "zoom out", id="timeline.zoom_out", show=False),
    Binding("F", "fit", "fit all of time, or most of it", id="timeline.fit"),
    Binding("less_than_sign", "shift(-1)", "shift the window back", id="timeline.shift_back", show=False),
    Binding("greater_than_sign", "shift(1)", "shift the window on", id="timeline.shift_on", show=False),
    Binding("w", "whole", "all of time, or where most dates lie", id="timeline.whole", show=False),
    Binding("U", "undated", "list the undated articles", id="timeline.undated", show=False),
    Binding("up,k", "leave('up')", "leave upwards", id="timeline.leave_up", show=False),
    Binding("down,j", "leave('down')", "leave downwards", id="timeline.leave_down", show=False),
]
