"""Headings with nothing under them are told: an outline taken over is not yet a report."""

from govdocs import AnnualReport
from govdocs.kinds.annual_report.checks.completeness import check_completeness


def headings(text):
    report = AnnualReport(year=2025, agency="青禾县教育局", sections={"总体情况": text})
    return [each.found for each in check_completeness(report) if each.id == "heading-empty"]


def test_a_heading_without_text_is_told():
    text = "（一）主动公开\n（二）依申请公开\n未收到申请。\n（三）监督保障"
    assert headings(text) == ["（一）主动公开", "（三）监督保障"]


def test_headings_with_text_items_or_headings_that_have_text_are_not():
    text = "（一）主动公开。全年公开50条。\n（二）监督保障\n1.培训\n开展培训2次。"
    assert headings(text) == []
