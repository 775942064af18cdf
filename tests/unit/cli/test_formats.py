"""One source in two formats: what one cannot make, the other may; --strict looks at both."""

import json

import pytest

from govdocs import api
from govdocs.errors import LayoutError, UsageError
from govdocs.findings import Finding, Severity

BOTH = ("--bundled-fonts", "--to")
NO_FACE = "题的报告\n\n正文有🦄字。\n"


def written(folder):
    return sorted(path.name for path in folder.iterdir() if path.suffix != ".txt")


@pytest.fixture
def failing(monkeypatch):
    """Makes the rendering of the given formats fail."""

    def install(error, *formats):
        def render(built, to, **options):
            if to in formats:
                raise error
            return api.render_with_findings(built, to, **options)

        monkeypatch.setattr("govdocs.cli.rendering.render_with_findings", render)

    return install


@pytest.fixture
def finding(monkeypatch):
    """Gives the pages of a PDF a finding of the given severity."""

    def install(severity):
        def render(built, to, **options):
            made = api.render_with_findings(built, to, **options)
            found = Finding(id="page", severity=severity, zh="页", en="of a page")
            return made._replace(findings=(found,) if to == "pdf" else ())

        monkeypatch.setattr("govdocs.cli.rendering.render_with_findings", render)

    return install


@pytest.mark.parametrize("order", ["docx,pdf", "pdf,docx"])
@pytest.mark.parametrize(("bad", "good"), [("docx", "pdf"), ("pdf", "docx")])
def test_a_layout_error_of_one_leaves_the_other(
    govdocs, source, tmp_path, failing, order, bad, good
):
    failing(LayoutError("排不下", "does not fit"), bad)
    ran = govdocs("render", source(), *BOTH, order)
    assert ran.code == 1
    assert ran.err == "report.txt: error: does not fit\n"
    assert written(tmp_path) == [f"report.{good}"]


def test_a_defect_of_one_leaves_the_other(govdocs, source, tmp_path, failing):
    failing(IndexError("oops"), "docx")
    ran = govdocs("render", source(), *BOTH, "docx,pdf")
    assert ran.code == 2
    assert "please report" in ran.err
    assert written(tmp_path) == ["report.pdf"]


def test_what_no_format_can_set_is_told_once(govdocs, source, failing):
    failing(LayoutError("排不下", "does not fit"), "docx", "pdf")
    ran = govdocs("render", source(), *BOTH, "docx,pdf", "--json")
    (found,) = json.loads(ran.out)[0]["findings"]
    assert (ran.code, found["id"]) == (1, "cannot-render")


def test_a_usage_error_is_2_and_nothing_is_written(govdocs, source, tmp_path, failing):
    failing(UsageError("不行", "not so"), "pdf")
    ran = govdocs("render", source(), *BOTH, "docx,pdf")
    assert (ran.code, written(tmp_path)) == (2, [])


@pytest.mark.parametrize("order", ["docx,pdf", "pdf,docx"])
def test_strict_writes_nothing_while_a_character_has_no_face(govdocs, source, tmp_path, order):
    ran = govdocs("render", source(NO_FACE), *BOTH, order, "--strict")
    assert ran.code == 1
    assert "U+1F984" in ran.err
    assert written(tmp_path) == []


@pytest.mark.parametrize("order", ["docx,pdf", "pdf,docx"])
@pytest.mark.parametrize(
    ("severity", "strict", "code", "files"),
    [
        (Severity.INFO, True, 0, 2),
        (Severity.WARNING, True, 1, 0),
        (Severity.ERROR, True, 1, 0),
        (Severity.WARNING, False, 0, 2),
        (Severity.ERROR, False, 1, 2),
    ],
)
def test_a_finding_of_the_pages_counts_like_one_of_the_text(
    govdocs, source, tmp_path, finding, order, severity, strict, code, files
):
    finding(severity)
    ran = govdocs("render", source(), *BOTH, order, *(["--strict"] if strict else []))
    assert ran.code == code
    assert "of a page" in ran.err
    assert len(written(tmp_path)) == files


@pytest.mark.parametrize("command", [["render", "--json"], ["render"], ["inspect", "--json"]])
def test_the_node_of_a_json_document_is_named(govdocs, source, command):
    body = '[{"kind": "paragraph", "content": 3}]'
    text = f'{{"format": "govdocs-document-1", "main_part": {{"body": {body}}}}}'
    ran = govdocs(*command, source(text, "built.json"))
    assert ran.code == 2
    assert "built.json" in ran.err
    assert "$.main_part.body[0].content: expected" in (ran.out if "--json" in command else ran.err)
