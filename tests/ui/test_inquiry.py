"""Questions that come faster than they are answered."""

from __future__ import annotations

from pathlib import Path

from textual.worker import Worker

from tui.view import Query


async def test_however_many_questions_come_at_once_one_thread_answers_and_the_last_one_is_shown(
    visit, dossier: Path, monkeypatch
):
    async with visit(dossier) as visiting:
        begun: list[str] = []
        run = Worker._start

        def counted(self: Worker[None], *arguments: object, **others: object) -> None:
            begun.append(self.group)
            run(self, *arguments, **others)

        monkeypatch.setattr(Worker, "_start", counted)
        for number in range(200):
            visiting.app.screen.asked = Query(f"no{number}")
        visiting.app.screen.asked = Query("ferry")
        assert begun.count("explore") == 1
        await visiting.rest()
        assert visiting.app.screen.view.query.text == "ferry"
        assert visiting.app.screen.view.total


async def test_a_question_that_comes_after_the_thread_has_ended_is_answered_too(visit, dossier: Path):
    async with visit(dossier) as visiting:
        for words in ("ferry", "harbour", "ferry"):
            visiting.app.screen.asked = Query(words)
            await visiting.rest()
            assert visiting.app.screen.view.query.text == words
