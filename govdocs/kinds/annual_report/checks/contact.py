"""联系方式: what cannot be meant as it is typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.findings import Finding, Severity
from govdocs.kinds.annual_report.report import AnnualReport

_POSTCODE = re.compile("[0-9]{6}")


def check_contact(report: AnnualReport) -> Iterator[Finding]:
    """A postal code has six digits; one that lost its first 0 has five."""
    postcode = report.contact.postcode
    if postcode and not _POSTCODE.fullmatch(postcode):
        yield Finding(
            id="postcode-form",
            severity=Severity.WARNING,
            zh=f"邮编“{postcode}”不是六位数字，请核实",
            en=f"the postal code “{postcode}” is not of six digits",
            place="联系方式 邮编",
            found=postcode,
        )
