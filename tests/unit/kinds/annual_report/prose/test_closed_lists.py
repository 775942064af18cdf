import pytest

from govdocs.findings import Severity
from govdocs.kinds.annual_report.prose.check import check_prose
from govdocs.kinds.annual_report.report import AnnualReport


def severities(text):
    report = AnnualReport(year=2025, agency="柳湾乡人民政府", sections={"总体情况": text})
    findings = check_prose(report)
    assert all(finding.id == "prose-parts" for finding in findings)
    return [finding.severity for finding in findings]


@pytest.mark.parametrize(
    "text",
    [
        "公开信息50条。其中机构类20条、工作类11条、政策文件类4条、民生类8条、财政类7条。",
        "公开信息50条，其中网站30条。",  # one part
        "公开信息50条，其中民生类60条。",  # a lone part is never an error
        "公开信息50条，其中机构类20条、财政类7条等。",
        "公开信息31条，其中机构类3条，业务类26条，财务类2条。另答复网上提问14个。",
        "收到申请13件，其中自然人11件，办结14件，结转1件。",
        "收到申请13件，其中予以公开7件、部分公开1件。",
    ],
)
def test_lists_that_are_right_or_open(text):
    assert severities(text) == []


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("公开信息50条，其中机构类20条、财政类31条。", Severity.ERROR),
        ("公开信息50条。其中，机构类20条、财政类31条。", Severity.ERROR),
        ("公开信息50条（其中机构类20条、财政类31条）。", Severity.ERROR),
        ("公开信息50条，其中机构类20条、财政类31条等。", Severity.ERROR),
        ("公开信息50条，其中机构类20条、其他29条。", Severity.WARNING),
        ("公开信息50条，其中机构类20条、财政类9条、民生类8条。", Severity.WARNING),
        ("公开信息5条，其中：\n1.机构类2条；\n2.财政类2条；\n3.民生类2条。", Severity.ERROR),
        # One item may be published in several channels: look at it.
        ("公开信息50条，其中网站公开50条、微信公开20条。", Severity.WARNING),
    ],
)
def test_parts_that_do_not_fit_their_total(text, severity):
    assert severities(text) == [severity]
