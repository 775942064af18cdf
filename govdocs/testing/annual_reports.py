"""Random valid yearly reports for property tests, here and in plugins.

Every tie-out of the format holds in them; counts are often 0, mostly small, sometimes huge.
"""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from govdocs.kinds.annual_report.figures import Figures
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.kinds.annual_report.tie_out import TieOut, tie_outs
from govdocs.kinds.annual_report.values import CellValue
from govdocs.standards.annual_report.forms import CellRef, ReportFormat, ValueKind
from govdocs.standards.annual_report.loader import report_format

_LARGEST = 10**9
_OVERVIEW = """（一）主动公开。围绕群众关心的事项主动公开。
（二）依申请公开。按时办理，统一答复文书。
（三）政府信息管理。执行先审后发。
（四）政府信息公开平台建设。维护网站专栏和公开专区。
（五）监督保障。纳入年度工作考核，组织了社会评议，没有发生责任追究。"""


def counts() -> SearchStrategy[int]:
    """Counts as reports have them."""
    return st.just(0) | st.integers(0, 9) | st.integers(0, _LARGEST)


def valid_reports(form: ReportFormat | str = "2021") -> SearchStrategy[AnnualReport]:
    """Reports without a blank cell, a broken tie-out or a missing text."""
    known = report_format(form) if isinstance(form, str) else form
    years = known.years or known.variant_years or (2021, 2030)
    return st.builds(
        _report,
        st.just(known),
        st.integers(years[0], min(years[1], 2040)),
        st.sampled_from(("柳湾乡人民政府", "青禾县教育局", "青禾县人民政府")),
        valid_figures(known),
    )


def _report(form: ReportFormat, year: int, agency: str, figures: Figures) -> AnnualReport:
    texts = {section.key: "已按要求办理。" for section in form.sections if not section.tables}
    return AnnualReport.model_validate(
        {
            "年度": year,
            "机关": agency,
            "格式": form,
            "章节": {**texts, form.sections[0].key: _OVERVIEW},
            "表格": figures,
            "信息处理费": 0 if form.has_processing_fee else None,
        }
    )


@st.composite
def valid_figures(draw: DrawFn, form: ReportFormat) -> Figures:
    """Figures in every cell of a format, all tie-outs hold."""
    cells = list(form.cells())
    numbers = draw(st.lists(counts(), min_size=len(cells), max_size=len(cells)))
    return Figures(_Solver(form, dict(zip(cells, numbers, strict=True))).values())


class _Solver:
    """Makes the drawn numbers fit: parts stay, totals follow from them."""

    def __init__(self, form: ReportFormat, drawn: dict[CellRef, int]) -> None:
        self._form = form
        self._drawn = drawn
        self._rules = tie_outs(form)
        self._sums: dict[CellRef, TieOut] = {}
        for rule in filter(self._is_sum, self._rules):
            self._sums.setdefault(rule.left[0], rule)
        self._known: dict[CellRef, int] = {}

    def values(self) -> dict[CellRef, CellValue]:
        for rule in self._rules:
            self._fit(rule)
        return {cell: self._typed(cell, self._value(cell)) for cell in self._drawn}

    @staticmethod
    def _is_sum(rule: TieOut) -> bool:
        return rule.identity.relation == "=" and len(rule.left) == 1 and len(rule.right) > 1

    def _value(self, cell: CellRef) -> int:
        if cell not in self._known:
            rule = self._sums.get(cell)
            self._known[cell] = sum(map(self._value, rule.right)) if rule else self._drawn[cell]
        return self._known[cell]

    def _fit(self, rule: TieOut) -> None:
        first = rule.left[0]
        if rule.identity.relation == ">=":
            self._known[first] = sum(map(self._value, rule.right)) + self._drawn[first]
        elif first in self._sums and not self._is_sum(rule):
            # Two totals that must agree: the parts of one are drawn from the other.
            parts = self._sums[first].right if len(rule.left) == 1 else ()
            self._split(sum(map(self._value, rule.right)), parts)
            if parts:
                self._known.pop(first, None)
        elif len(rule.left) > 1:
            self._split(sum(map(self._value, rule.right)), rule.left)

    def _split(self, total: int, parts: tuple[CellRef, ...]) -> None:
        for cell in parts[1:]:
            self._known[cell] = self._drawn[cell] % (total + 1)
            total -= self._known[cell]
        if parts:
            self._known[parts[0]] = total

    def _typed(self, cell: CellRef, value: int) -> CellValue:
        kind = self._form.table(cell.table).kind(cell.row, cell.column)
        if kind is ValueKind.AMOUNT:
            return Decimal(value % 100_000) / 100
        return f"{value % 10_000}.5万元" if kind is ValueKind.MONEY else value
