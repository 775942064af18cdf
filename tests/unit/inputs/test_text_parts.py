"""Parts of a document that stand in the text and stay there: addressees, attachment notes."""

import pytest

from govdocs.inputs.reading import read_with_findings
from govdocs.model.nodes import Paragraph, plain_text

TITLE = "关于自查情况的报告\n"


def lines(text, id):
    return [f.line for f in read_with_findings(text).findings if f.id == id]


@pytest.mark.parametrize(
    "line",
    [
        "锦州市人民政府办公厅：",
        "各乡镇人民政府、县直各部门：",
        "县委办公室，县政府办公室:",
        "各县区：",
    ],
)
def test_addressees_stay_a_paragraph_with_a_warning(line):
    text = TITLE + line + "\n现报告如下。\n"
    assert lines(text, "addressees-in-text") == [2]
    reading = read_with_findings(text)
    assert isinstance(reading.document.main_part.body[0], Paragraph)
    (finding,) = [f for f in reading.findings if f.id == "addressees-in-text"]
    assert "不设主送机关，本行留作正文段落" in finding.zh
    assert "left as text" in finding.en


@pytest.mark.parametrize("line", ["现将情况报告如下：", "各位代表：", "一、县教育局：", "县教育局"])
def test_other_lines_are_no_addressees(line):
    assert lines(TITLE + line + "\n好。\n", "addressees-in-text") == []
    assert lines(TITLE + "好。\n县教育局：\n", "addressees-in-text") == []


@pytest.mark.parametrize(
    ("note", "paragraphs"),
    [
        ("附件：1.自查表\n      2.整改清单\n3. 名单", 3),
        ("附件：\n1.自查表\n2.整改清单", 3),
        ("附：统计表", 1),
    ],
)
def test_an_attachment_note_stays_together(note, paragraphs):
    text = TITLE + "一、情况\n好。\n" + note + "\n县教育局\n2018年1月9日\n"
    reading = read_with_findings(text)
    (section,) = reading.document.main_part.body
    assert [type(block) for block in section.blocks] == [Paragraph] * (1 + paragraphs)
    assert lines(text, "attachment-note") == [4]
    assert reading.document.main_part.signature == ("县教育局",)


def test_a_number_out_of_order_ends_an_attachment_note():
    text = TITLE + "附件：1.自查表\n3.整改\n全年平稳。\n"
    body = read_with_findings(text).document.main_part.body
    assert plain_text(body[1].heading) == "整改"
