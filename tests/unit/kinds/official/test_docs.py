"""docs/official-documents.md says what the code knows, and its examples run."""

import re
from pathlib import Path

import pytest
from finding_ids import told_ids

from govdocs.kinds.facts import chinese_name
from govdocs.kinds.official.content import OfficialAttachment, Part
from govdocs.kinds.official.decode import decode_official
from govdocs.kinds.official.document import OfficialDocument
from govdocs.kinds.official.kinds import kind_class
from govdocs.kinds.official.markup import decode_text
from govdocs.kinds.official.recognising import is_official_text
from govdocs.kinds.official.rules import all_forms, all_kinds

ROOT = Path(__file__).parents[4]
PAGE = (ROOT / "docs" / "official-documents.md").read_text(encoding="utf-8")
EXAMPLES = ROOT / "examples" / "official"
WAYS = {"upward": "上行", "downward": "下行", "parallel": "平行"}
SIGNINGS = {"sealed": "盖章", "unsealed": "不盖章", "stamped": "签名章"}


def blocks(language):
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("kind", all_kinds(), ids=lambda kind: kind.id)
def test_each_kind_has_its_row(kind):
    form = next(each.names[0] for each in all_forms() if each.id == kind.form)
    ways = "、".join(WAYS[each] for each in kind.directions)
    signings = "、".join(SIGNINGS[each] for each in kind.signings)
    row = next(line for line in PAGE.splitlines() if line.startswith(f"| {kind.name} `{kind.id}`"))
    cells = [cell.strip() for cell in row.split("|")[1:-1]]
    assert cells[1:4] == [f"`{kind_class(kind.id).__name__}`", form, ways]
    assert (cells[4] == "no") is not kind.signatory_upward
    assert cells[5].startswith(kind.addressees)
    assert cells[6] == signings


def test_every_field_is_named_in_both_languages():
    for model in (OfficialDocument, OfficialAttachment, Part):
        for name, field in model.model_fields.items():
            assert chinese_name(field) in PAGE
            assert model is not OfficialDocument or f"`{name}`" in PAGE


def test_findings_are_those_of_the_code():
    listed = set(re.findall(r"^\| `([a-z-]+)` \| (\w+) \|", PAGE, re.MULTILINE))
    told = {
        (each.id, severity)
        for each in told_ids()[0]
        if each.place.startswith("kinds/official/")
        for severity in each.severities
    }
    assert listed == told - {("bad-official-data", "error")}


def test_the_data_of_the_page_is_read():
    whole, parts = blocks("yaml")
    without_file = re.sub(r"附件:\n(?:  .*\n)+", "", whole)
    assert decode_official(without_file).official.printed_title.endswith("工作的通知")
    table = re.sub(r"  - 文件(?:.*\n)+", "", parts)
    assert decode_official("文种: 通知\n" + table).official.body[1].landscape


def test_the_text_of_the_page_is_read():
    text = next(block for block in blocks("text") if "特急" in block)
    assert is_official_text(text)
    made = decode_text(text).official
    assert (made.kind, len(made.attachments), made.copies) == ("请示", 2, 30)


def test_the_program_of_the_page_runs(tmp_path, monkeypatch):
    (program,) = blocks("python")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "通知.yaml").write_text("文种: 通知\n", encoding="utf-8")
    exec(program, {})
    assert (tmp_path / "批复.pdf").read_bytes().startswith(b"%PDF-")


def test_every_example_has_its_row():
    page = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    files = {path.name for path in EXAMPLES.iterdir() if path.suffix in (".yaml", ".txt")}
    assert set(re.findall(r"^\| `([^`]+)`", page, re.MULTILINE)) == files
