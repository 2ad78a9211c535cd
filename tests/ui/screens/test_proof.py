"""Somebody proves a manuscript, walks what is not verbatim, and reads the sources where they stand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tui.core.explorer import Explorer
from tui.errors import MaliTuiError
from tui.proof.values import Verdict
from tui.ui.screens.dossier import DossierScreen
from tui.ui.screens.proof import ProofScreen
from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.prompt_line import PromptLine
from tui.ui.widgets.proof_draft import ProofDraft
from tui.ui.widgets.proof_evidence import ProofEvidence
from tui.ui.widgets.reader import Reader

SIZES = [(140, 36), (80, 24), (40, 12)]
IDS = [f"{width}x{height}" for width, height in SIZES]
DRAFT = """\
# The ferry of Orma

The last ferry left the harbour of Orma on 4 March 2021. The harbour was founded in 1989.

Nothing is known of the 7,300 lanterns of Quillmouth.
"""


@pytest.fixture
def draft(elsewhere: Path) -> Path:
    path = elsewhere / "draft.md"
    path.write_text(DRAFT, encoding="utf-8")
    return path


async def opened(reader, draft: Path) -> ProofScreen:
    await reader.press("P")
    await reader.write(str(draft))
    await reader.press("enter")
    assert isinstance(reader.app.screen, ProofScreen)
    return reader.app.screen


@pytest.mark.parametrize("size", SIZES, ids=IDS)
async def test_the_manuscript_stands_beside_or_above_its_evidence(visit, lost_ferry, draft, size):
    async with visit(lost_ferry, size) as reader:
        screen = await opened(reader, draft)
        manuscript, evidence = screen.query_one(ProofDraft), screen.query_one(ProofEvidence)
        assert reader.rows[0].startswith(" draft.md · ")
        assert "The last ferry left the harbour" in " ".join(reader.text.split())
        if size[0] >= 110:
            assert evidence.region.x > manuscript.region.x
            assert evidence.region.y == manuscript.region.y
        else:
            assert evidence.region.y > manuscript.region.y
        assert manuscript.size.height > 2
        assert evidence.size.height > 2


async def test_the_cursor_begins_on_what_is_not_verbatim_and_n_walks_to_the_next(visit, lost_ferry, draft):
    async with visit(lost_ferry, (140, 36)) as reader:
        screen = await opened(reader, draft)
        manuscript = screen.query_one(ProofDraft)
        stated = {finding.statement.text: finding.verdict for finding in manuscript.findings}
        assert stated["4 March 2021"] is Verdict.VERBATIM
        assert manuscript.finding.verdict not in (Verdict.VERBATIM, Verdict.COMPATIBLE)
        seen = [manuscript.finding.statement.text]
        while True:
            before = manuscript.cursor
            await reader.press("n")
            if manuscript.cursor == before:
                break
            seen.append(manuscript.finding.statement.text)
        assert "All below is verbatim or compatible." in reader.text
        assert seen == [text for text, verdict in stated.items() if verdict not in ("verbatim", "compatible")]
        await reader.press("N")
        assert manuscript.finding.statement.text == seen[-2]


async def test_enter_reads_the_source_at_the_passage_and_q_comes_back_to_the_statement(visit, lost_ferry, draft):
    async with visit(lost_ferry, (140, 36), query="silence") as reader:
        screen = await opened(reader, draft)
        manuscript = screen.query_one(ProofDraft)
        await reader.press("g")
        chosen = manuscript.finding.statement.text
        passage = screen.query_one(ProofEvidence).evidence
        await reader.press("enter")
        text = reader.app.focused
        assert isinstance(text, Reader)
        assert text.reading.article.id == passage.id
        assert text.selection.span == (passage.start, passage.end)
        await reader.press("escape", "q")
        assert isinstance(reader.app.screen, ProofScreen)
        assert reader.app.screen.query_one(ProofDraft).finding.statement.text == chosen
        await reader.press("q")
        assert isinstance(reader.app.screen, DossierScreen)
        assert isinstance(reader.app.focused, ArticleList)
        assert reader.app.screen.asked.text == "silence"


async def test_a_proof_that_is_come_back_to_is_not_made_again_unless_its_file_changed(visit, lost_ferry, draft):
    async with visit(lost_ferry, (140, 36)) as reader:
        await opened(reader, draft)
        await reader.press("g", "enter")
        proof = reader.app.screen  # the main one
        calls = []
        prove = proof.explorer.prove
        proof.explorer.prove = lambda *rest: calls.append(1) or prove(*rest)
        await reader.press("q")
        assert not calls
        await reader.press("enter")
        draft.write_text(DRAFT + "\nThe mayor signed an agreement with the fishermen in 1999.\n", encoding="utf-8")
        await reader.press("q")
        assert calls
        assert "agreement with the fishermen" in reader.text


async def test_another_sentence_of_the_evidence_is_chosen_and_copied(visit, lost_ferry, draft):
    async with visit(lost_ferry, (140, 36)) as reader:
        screen = await opened(reader, draft)
        await reader.press("g", "right")
        evidence = screen.query_one(ProofEvidence)
        assert evidence.has_focus
        first = evidence.evidence
        if evidence.count > 1:
            await reader.press("j")
            assert evidence.evidence is not first
        await reader.press("Y")
        assert reader.app.clipboard == evidence.evidence.sentence
        await reader.press("y")
        assert evidence.evidence.title in reader.app.clipboard
        await reader.press("escape")
        assert isinstance(reader.app.focused, ProofDraft)
        await reader.press("escape")
        assert isinstance(reader.app.screen, DossierScreen)


async def test_a_click_chooses_a_statement_and_a_double_click_reads_its_source(visit, lost_ferry, draft):
    async with visit(lost_ferry, (140, 36)) as reader:
        screen = await opened(reader, draft)
        manuscript = screen.query_one(ProofDraft)
        row = next(y for y, line in enumerate(reader.rows) if "last ferry left" in line)
        column = reader.rows[row].index("4 March")
        await reader.pilot.click(ProofDraft, offset=(column, row - manuscript.region.y))
        await reader.rest()
        assert manuscript.finding.statement.text.endswith("4 March 2021")
        await reader.pilot.double_click(ProofDraft, offset=(column, row - manuscript.region.y))
        await reader.rest()
        assert isinstance(reader.app.focused, Reader)


async def test_a_report_is_written_and_says_what_it_says(visit, lost_ferry, draft, elsewhere):
    async with visit(lost_ferry, (140, 36)) as reader:
        await opened(reader, draft)
        await reader.press("x")
        name = reader.app.screen.query_one("FileName")
        assert name.value.endswith(f"/{draft.stem}.proof.md")
        name.value = "report.md"
        await reader.press("enter")
        assert "Wrote the proof of" in reader.text
    written = (elsewhere / "report.md").read_text(encoding="utf-8")
    assert "7,300 lanterns" in written


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("missing.md", None, "cannot be read"),
        ("empty.md", "", "holds no text"),
        ("picture.png", "x", "is not read"),
    ],
)
async def test_a_file_that_is_no_manuscript_is_told_in_a_sentence(visit, lost_ferry, elsewhere, name, content, said):
    path = elsewhere / name
    if content is not None:
        path.write_text(content, encoding="utf-8")
    async with visit(lost_ferry, (140, 36)) as reader:
        await opened(reader, path)
        assert said in " ".join(line.split("│")[0].strip() for line in reader.rows)
        assert "F5 reads it again; q goes back." in reader.text
        await reader.press("enter", "n", "x", "y", "right", "enter", "q")
        assert isinstance(reader.app.screen, DossierScreen)


async def test_a_text_that_states_nothing_says_so(visit, lost_ferry, elsewhere):
    path = elsewhere / "poem.txt"
    path.write_text("the water is quiet and so are we", encoding="utf-8")
    async with visit(lost_ferry, (140, 36)) as reader:
        await opened(reader, path)
        assert "nothing in it can be held against the dossier" in reader.text
        await reader.press("n", "N", "j", "k", "G", "g", "space", "b", "enter")
        assert isinstance(reader.app.screen, ProofScreen)


async def test_an_error_while_proving_is_told_and_f5_tries_again(visit, lost_ferry, draft, monkeypatch):
    def failing(*_):
        raise MaliTuiError("The disk of the cache is gone.")

    async with visit(lost_ferry, (140, 36)) as reader:
        with monkeypatch.context() as patched:
            patched.setattr(Explorer, "prove", failing)
            await opened(reader, draft)
            assert "The disk of the cache is gone." in reader.text
        await reader.press("f5")
        assert reader.app.screen.query_one(ProofDraft).count


async def test_the_path_is_completed_and_kept_for_the_next_time(visit, lost_ferry, draft):
    async with visit(lost_ferry) as reader:
        await reader.press("P")
        await reader.write("dra")
        await reader.press("tab", "enter")
        assert isinstance(reader.app.screen, ProofScreen)
        await reader.press("q", "P")
        assert reader.app.screen.query_one(PromptLine).value == "draft.md"


async def test_keys_and_the_palette_know_the_proof(visit, lost_ferry, draft):
    async with visit(lost_ferry, (140, 36)) as reader:
        await opened(reader, draft)
        await reader.press("question_mark")
        assert "next that is not verbatim" in reader.text


async def test_a_report_in_json_has_every_statement(visit, lost_ferry, draft, elsewhere):
    async with visit(lost_ferry, (140, 36)) as reader:
        screen = await opened(reader, draft)
        count = screen.query_one(ProofDraft).count
        await reader.press("x")
        reader.app.screen.query_one("FileName").value = "report.json"
        await reader.press("enter")
    assert len(json.loads((elsewhere / "report.json").read_text(encoding="utf-8"))) == count
