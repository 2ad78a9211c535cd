"""How the parts of the timeline are coloured."""

from __future__ import annotations

from tui.ui.drawing.outlets import hue_styles

CSS = (
    """
Timeline { height: 5; }
Timeline.-outlets, Timeline.-queries { height: 11; }
Timeline > .timeline--bar { color: $primary; }
Timeline > .timeline--behind { color: $foreground 30%; }
Timeline > .timeline--faint { color: $primary 70%; }
Timeline > .timeline--axis { color: $text-muted; }
Timeline > .timeline--milestone { color: $accent; }
Timeline > .timeline--new { color: $warning; text-style: bold; }
Timeline > .timeline--handle, Timeline > .timeline--track { color: $accent; text-style: bold; }
Timeline > .timeline--outside { color: $foreground 45%; }
Timeline > .timeline--cursor { color: $foreground; background: $foreground 15%; text-style: bold; }
Timeline:ansi > .timeline--behind, Timeline:ansi > .timeline--outside { text-style: dim; }
Timeline {
    """
    + hue_styles("timeline")
    + "}"
)
