"""`mali-tui proof`: a draft in, a table, JSON, SARIF or a report out, and a status that scripts can rely on."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from tui.cli import main

RIGHT = "“Workers closed the harbour on 1 March 2021,” the Gazette reported.\n"
WRONG = "“Workers opened the harbour on 1 March 2021,” the Gazette reported.\n"
ANOTHERS = "“Workers closed the harbour on 1 March 2021,” the Herald reported.\n"


@pytest.fixture
def draft(tmp_path: Path):
    def write(text: str, name: str = "draft.md") -> str:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


def records(capsys, draft: str, dossier: str, status: int) -> list[dict]:
    assert main(["proof", draft, "--json", "-d", dossier]) == status
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize(("text", "status"), [(RIGHT, 0), (WRONG, 1), (ANOTHERS, 1), ("Nothing is stated.\n", 0)])
def test_the_status_says_whether_somebody_has_to_look(dated: str, draft, text: str, status: int):
    assert main(["proof", draft(text), "-d", dated]) == status


def test_a_record_has_the_place_the_verdict_and_the_evidence(capsys, dated: str, draft):
    found = records(capsys, draft(WRONG), dated, 1)
    (quotation,) = (each for each in found if each["kind"] == "quotation")
    assert WRONG[quotation["start"] : quotation["end"]] == quotation["text"]
    assert quotation["verdict"] == "altered"
    assert quotation["changes"] == [{"source": "closed", "manuscript": "opened"}]
    best = quotation["evidence"][0]
    assert {"id", "start", "end", "text", "source", "date"} <= set(best)
    assert (best["source"], best["date"]) == ("Gazette", "2021-03-20")


def test_the_table_shows_what_is_to_be_looked_at_and_all_where_asked(capsys, dated: str, draft):
    path = draft(f"{RIGHT}\n{WRONG}")
    assert main(["proof", path, "-d", dated]) == 1
    heard = capsys.readouterr()
    assert "closed → opened" in heard.out
    assert "verbatim  " not in heard.out
    assert "not what is true" in heard.err
    assert main(["proof", path, "--all", "-d", dated]) == 1
    assert "verbatim  " in capsys.readouterr().out


def test_sarif_is_what_its_schema_asks_for(capsys, dated: str, draft):
    assert main(["proof", draft(WRONG, "a draft.md"), "--sarif", "-d", dated]) == 1
    log = json.loads(capsys.readouterr().out)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    for result in run["results"]:
        assert result["ruleId"] in rules
        assert result["level"] in ("note", "warning", "error")
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "a%20draft.md"
        region = place["region"]
        assert WRONG[region["charOffset"] :][: region["charLength"]] == region["snippet"]["text"]
    assert "error" in {result["level"] for result in run["results"]}


def test_a_report_begins_with_what_is_to_be_looked_at(capsys, dated: str, draft):
    assert main(["proof", draft(f"{RIGHT}\n{WRONG}"), "--markdown", "-d", dated]) == 1
    report = capsys.readouterr().out
    assert report.startswith("# Proof of")
    assert report.index("## To look at") < report.index("closed → opened") < report.index("## In the dossier")


def docx(text: str) -> bytes:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    )
    body = f"<w:document {space}><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"
    return packed({"[Content_Types].xml": types, "_rels/.rels": rels, "word/document.xml": body})


def odt(text: str) -> bytes:
    space = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    )
    content = (
        f"<office:document-content {space}><office:body><office:text><text:p>{text}</text:p></office:text>"
        "</office:body></office:document-content>"
    )
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def packed(parts: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


@pytest.mark.parametrize(("name", "make"), [("draft.docx", docx), ("draft.odt", odt), ("draft.txt", str.encode)])
def test_other_formats_are_read(capsys, dated: str, tmp_path: Path, name: str, make):
    path = tmp_path / name
    path.write_bytes(make(WRONG.strip()))
    found = records(capsys, str(path), dated, 1)
    assert [each["verdict"] for each in found if each["kind"] == "quotation"] == ["altered"]


def test_nothing_of_a_draft_is_taken_for_a_menu_or_a_note_that_leads_nowhere(capsys, dated: str, draft):
    head = "---\ntitle: A draft\n---\n\n# Read also\n\nBy Ada Quill\n\n"
    text = f"{head}{RIGHT.strip()}[^1]\n\n[^1]: https://example.org/x\n"
    found = records(capsys, draft(text), dated, 0)
    assert "verbatim" in [each["verdict"] for each in found if each["kind"] == "quotation"]


REFUSED = [
    ("missing", lambda path: None),
    ("empty", lambda path: path.write_bytes(b"")),
    ("binary", lambda path: path.write_bytes(bytes(range(256)) * 9)),
    ("a folder", Path.mkdir),
]


@pytest.mark.parametrize("make", [case[1] for case in REFUSED], ids=[case[0] for case in REFUSED])
@pytest.mark.parametrize("ending", [".md", ".docx", ".jpg"])
def test_what_cannot_be_read_is_one_sentence(capsys, dated: str, tmp_path: Path, make, ending: str):
    path = tmp_path / f"draft{ending}"
    make(path)
    assert main(["proof", str(path), "-d", dated]) == 2
    heard = capsys.readouterr()
    assert heard.out == ""
    assert len(heard.err.splitlines()) == 1


def test_one_output_has_one_form(capsys, dated: str, draft):
    assert main(["proof", draft(RIGHT), "--json", "--sarif", "-d", dated]) == 2
    assert "one form" in capsys.readouterr().err
