"""The closing paragraphs (结语): printed last, checked, and kept by every way in."""

import datetime

from govdocs import AnnualReport
from govdocs.api import RenderOptions, lower
from govdocs.kinds.annual_report.decode import decode_report
from govdocs.kinds.annual_report.encode import to_yaml
from govdocs.kinds.annual_report.texts import texts
from govdocs.kinds.annual_report.workbook.read import read_workbook
from govdocs.kinds.annual_report.workbook.write import write_workbook
from govdocs.model.nodes import Paragraph, plain_text
from govdocs.standards.annual_report.loader import report_format

REPORT = AnnualReport(
    year=2025, agency="青禾县柳湾乡人民政府", closing="{{ year }}年的工作有不足。\n明年改进。"
)


def test_it_stands_after_the_last_section_with_its_fields_filled():
    body = lower(REPORT, RenderOptions()).document.main_part.body
    last = [plain_text(block.content) for block in body[-2:] if isinstance(block, Paragraph)]
    assert last == ["2025年的工作有不足。", "明年改进。"]


def test_it_is_among_the_texts_that_are_checked():
    assert [(each.place, each.text) for each in texts(REPORT)][-1] == ("结语 第2行", "明年改进。")


def test_yaml_and_workbook_keep_it():
    assert decode_report(to_yaml(REPORT)).report.closing == REPORT.closing
    form = report_format("2021")
    data = write_workbook(form, 2025, report=REPORT, made_on=datetime.date(2026, 1, 1))
    assert read_workbook(data).report.closing == REPORT.closing


def test_the_next_year_begins_without_it():
    assert REPORT.next_year().closing == ""
