"""Make the screenshots of the README: `python docs/screenshots.py`, from the top of the repository."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHOTS: dict[str, tuple[tuple[int, int], str, tuple[str, ...]]] = {
    "search": ((120, 36), "dark", ("slash", *"camp* gao", "enter")),
    "chronology": ((120, 36), "light", ("T",)),
}
"""Of each picture the size in cells, the theme and the keys that are pressed first."""


async def shoot(name: str, size: tuple[int, int], theme: str, keys: tuple[str, ...]) -> None:
    """Press the keys in a terminal of that size and write what it shows to an SVG file."""
    from tui.base.locations import bundled_dossier
    from tui.core.explorer import Explorer
    from tui.ui.app import MaliTui

    explorer = Explorer.open(bundled_dossier())
    explorer.refresh()
    app = MaliTui(explorer, theme=theme)
    async with app.run_test(size=size) as pilot:
        for key in keys:
            await pilot.press({" ": "space", "*": "asterisk"}.get(key, key))
            await app.workers.wait_for_complete()
            await pilot.pause()
        await pilot.pause()
        (HERE / f"{name}.svg").write_text(app.export_screenshot(title="mali-tui"), encoding="utf-8")


def main() -> None:
    """Make all pictures, or those that are named."""
    os.environ.pop("NO_COLOR", None)
    with tempfile.TemporaryDirectory() as cache:
        os.environ["MALI_TUI_CACHE"] = cache
        for name in sys.argv[1:] or SHOTS:
            asyncio.run(shoot(name, *SHOTS[name]))


if __name__ == "__main__":
    main()
