"""No error of the program ends the application or freezes its keys: every handler and every worker raises once."""

from __future__ import annotations

import asyncio
import importlib
import inspect
import pkgutil
from functools import wraps
from pathlib import Path

import pytest
from textual.message_pump import MessagePump
from textual.widget import MountError

import tui.ui
from tui.base.fault_report import report_fault, report_of
from tui.core.explorer import Explorer
from tui.ui.app import MaliTui
from tui.ui.guarded_app import GuardedApp
from tui.ui.query_runner import QueryRunner, Turn, Work
from tui.ui.screens.dossier.open_desk import Job, OpenDesk
from tui.ui.screens.export import ExportScreen

SECRET = "The mayor of Gao said so"
STORY = (
    *("slash", "ctrl+u", "b", "escape", "f5"),
    *("down", "j", "enter", "n", "e", "enter", "q", "h", "o", "d", "d", "f", "escape", "r", "q", "X", "X", "z", "z"),
    *("less_than_sign", "greater_than_sign", "t", "right", "enter", "shift+right", "escape", "escape", "T", "down"),
    *("enter", "q", "T", "slash", "a", "enter", "escape", "q", "A", "down", "enter", "q", "D", "down", "q"),
    *("equals_sign", "down", "q", "question_mark", "escape", "asterisk", "plus", "x", "escape", "a", "b", "escape"),
    *("escape", "escape", "x", "ctrl+u", "l", "full_stop", "c", "s", "v", "enter", "enter", "escape"),
    *("C", "down", "C", "q", "C", "escape", "0", "escape", "W", "I", "asterisk", "f2", "escape", "S", "escape"),
    *("1", "R", "u", "ctrl+r", "f5", "x", "escape", "y", "c", "Y", "colon", "escape"),
)
"""Keys of every pane and every screen; what they lead to does not matter here."""

HANDLERS = ("action_", "on_", "watch_", "key_", "check_")
FIRST = ("compose", "on_event", "on_load", "on_mount", "on_unmount")
"""What makes a screen, before there is anything to go on with, and what hands every event to its handlers."""


def classes() -> list[type]:
    """Return every class of the user interface that takes messages."""
    for module in pkgutil.walk_packages(tui.ui.__path__, "tui.ui."):
        if "terminal_driver" not in module.name:
            importlib.import_module(module.name)
    found, waiting = [], [MessagePump]
    while waiting:
        each = waiting.pop()
        waiting += each.__subclasses__()
        if each.__module__.startswith("tui.ui"):
            found.append(each)
    return list(dict.fromkeys(found))


KINDS = {
    *("explore", "read", "facets", "related", "reword", "milestones", "notes", "filter"),
    *("account", "chronology", "figures", "compare", "saved"),
}
"""What the worker of each question of the story is for."""


class Breaker:
    """Makes functions raise once each, and remembers which did."""

    def __init__(self) -> None:
        self.raised: list[str] = []
        self.kinds: list[str] = []
        """The kinds of questions whose worker raised."""
        self.jobs = 0
        """What the desk was asked to do; every second time raises."""
        self.wrapped: dict[object, object] = {}

    def once(self, function):
        if function not in self.wrapped:
            self.wrapped[function] = self._raising(function)
        return self.wrapped[function]

    def _raising(self, function):
        name = f"{function.__module__}.{function.__qualname__}"

        @wraps(function)
        def failing(*arguments, **options):
            if name not in self.raised:
                self.raised.append(name)
                raise ValueError(SECRET)
            return function(*arguments, **options)

        return failing


@pytest.fixture
def breaker(monkeypatch) -> Breaker:
    breaker = Breaker()
    for owner in classes():
        decorated = owner.__dict__.get("_decorated_handlers", {})
        for message, entries in decorated.items():
            renewed = [(breaker.once(handler), selectors) for handler, selectors in entries]
            monkeypatch.setitem(decorated, message, renewed)
        for name, value in list(vars(owner).items()):
            if name.startswith(HANDLERS) and name not in FIRST and inspect.isfunction(value):
                monkeypatch.setattr(owner, name, breaker.once(value))
    ask = QueryRunner.ask

    def asked(runner: QueryRunner, kind: str, work: Work) -> None:
        """Ask with work whose first turn raises, once for each kind of question."""

        def failing(turn: Turn) -> None:
            if kind not in (*breaker.kinds, "refresh"):  # which fails below, within its own work
                breaker.kinds.append(kind)
                raise ValueError(SECRET)
            work(turn)

        ask(runner, kind, failing)

    do = OpenDesk.do

    def done(desk: OpenDesk, job: Job) -> None:
        """Do every second job of the desk, which fails at each other one."""
        breaker.jobs += 1
        do(desk, job if breaker.jobs % 2 else lambda _: 1 // 0)

    monkeypatch.setattr(OpenDesk, "do", done)
    monkeypatch.setattr(ExportScreen, "_write", breaker.once(ExportScreen._write))
    monkeypatch.setattr(QueryRunner, "ask", asked)
    monkeypatch.setattr(Explorer, "refresh", breaker.once(Explorer.refresh))
    monkeypatch.setattr(GuardedApp, "goes_on", True)
    return breaker


async def test_whatever_raises_once_the_keys_go_on(visit, dossier, breaker, monkeypatch, tmp_path):
    monkeypatch.setenv("MALI_TUI_STATE", str(tmp_path / "state"))
    monkeypatch.chdir(tmp_path)
    async with visit(dossier, size=(120, 36)) as reader:
        for _ in range(4):  # in the first, much of it waits for a folder whose reading failed
            for key in STORY:
                alone = len(reader.app.screen_stack) == 1  # where `q` may leave, since the screen above failed to open
                await reader.press("escape" if key == "q" and alone else key)
                assert reader.app.is_running, key
        for _ in range(8):
            if len(reader.app.screen_stack) == 1:
                break
            await reader.press("escape", "q")
        await reader.press("escape", "escape", "slash", "ctrl+u")
        await reader.write("ferry")
        assert "1 mark" in reader.text, reader.text
        assert reader.app.return_code in (None, 0)
    assert len(breaker.raised) > 90, sorted(breaker.raised)
    assert breaker.jobs > 10
    assert any("ExportScreen._write" in name for name in breaker.raised)
    assert (tmp_path / "l.csv").exists()
    assert set(breaker.kinds) >= KINDS, sorted(KINDS - set(breaker.kinds))
    reports = list((tmp_path / "state").iterdir())
    assert reports
    assert all(SECRET not in report.read_text() and report.stat().st_mode & 0o077 == 0 for report in reports)


async def test_an_error_is_told_in_a_sentence(visit, dossier, monkeypatch, tmp_path):
    monkeypatch.setenv("MALI_TUI_STATE", str(tmp_path / "state"))
    async with visit(dossier, size=(120, 36)) as reader:
        monkeypatch.setattr(GuardedApp, "goes_on", True)
        monkeypatch.setattr("tui.ui.screens.dossier.screen.DossierScreen.action_sort", _raise)
        await reader.press("o")
        assert "An error of the program (ZeroDivisionError)" in " ".join(reader.text.split())
        assert [path.name[:6] for path in (tmp_path / "state").iterdir()] == ["fault-"]


def _raise(*_arguments) -> None:
    raise ZeroDivisionError(SECRET)


async def test_tests_see_every_error(visit, dossier, monkeypatch):
    monkeypatch.setattr("tui.ui.screens.dossier.screen.DossierScreen.action_sort", _raise)
    with pytest.raises(ZeroDivisionError):
        async with visit(dossier) as reader:
            await reader.press("o")


async def test_a_catalogue_that_is_damaged_while_it_is_shown_is_made_again(visit, dossier, monkeypatch):
    from tui.base.locations import cache_folder

    async with visit(dossier, size=(120, 36)) as reader:
        monkeypatch.setattr(GuardedApp, "goes_on", True)
        [path] = cache_folder(dossier).glob("*.sqlite")
        reader.app._explorer.services.catalogue.close()
        reader.app._explorer.services.catalogue._store._closed = False
        path.with_name(path.name + "-wal").unlink(missing_ok=True)
        content = path.read_bytes()
        path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
        await reader.press("down", "down", "slash")
        await reader.write("ferry")
        assert "made again" in reader.app._explorer.notice
        assert "made again" in " ".join(reader.text.split())
        assert "5 of 6" in reader.rows[0]


def test_a_report_names_lines_of_code_and_no_text():
    try:
        try:
            _raise()
        except ZeroDivisionError as cause:
            raise KeyError(SECRET) from cause
    except KeyError as error:
        told = report_of(error)
    assert SECRET not in told
    assert str(Path.home()) not in told
    assert "KeyError\n" in told
    assert "ZeroDivisionError\n" in told
    assert "_raise" in told


def test_a_state_folder_that_cannot_be_written_costs_the_report_only(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("MALI_TUI_STATE", str(tmp_path / "file" / "state"))
    assert report_fault(KeyError(SECRET)) == "An error of the program (KeyError) hindered this; nothing else is lost."


def test_only_the_newest_reports_are_kept(monkeypatch, tmp_path):
    monkeypatch.setenv("MALI_TUI_STATE", str(tmp_path))
    for _ in range(25):
        report_fault(KeyError())
    assert len(list(tmp_path.iterdir())) == 20


def test_the_application_survives_on_a_terminal_by_itself(dossier):
    assert MaliTui.goes_on is None


async def test_what_fails_at_widgets_that_are_taken_apart_while_it_leaves_is_no_fault(visit, dossier, monkeypatch):
    reported = []
    monkeypatch.setattr("tui.ui.guarded_app.report_fault", lambda error: reported.append(error) or "A fault.")
    async with visit(dossier) as reader:
        reader.app.goes_on = True
        reader.app._handle_exception(MountError("not yet leaving"))
        assert not reader.app._leaves
        reader.app._runs_in = asyncio.create_task(asyncio.Event().wait())
        reader.app._runs_in.cancel()
        assert reader.app._leaves
        reader.app._handle_exception(MountError("leaving"))
        reader.app._handle_exception(OSError("the desk could not be written"))
    assert [type(error) for error in reported] == [MountError, OSError]


async def test_of_what_was_said_nothing_stays_in_memory(visit, dossier):
    async with visit(dossier) as reader:
        for number in range(20):
            reader.app.notify(f"Said {number}")
            await reader.rest()
        frames = reader.app.screen.query("ToastHolder")
        assert len(frames) == 1
