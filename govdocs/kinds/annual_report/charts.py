"""Charts of a report's figures: this year beside last, and what a total is made of."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from govdocs.kinds.annual_report.figures import Figures
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.model.chart import Chart, ChartForm, Series
from govdocs.standards.annual_report.forms import ChartPart, ChartPlan, ReportFormat


def charts_of(report: AnnualReport, table: str) -> Iterator[Chart]:
    """The charts planned after a table; one whose figures are not stated is left out."""
    for plan in report.format.charts:
        if plan.table == table:
            chart = _by_year(plan, report) if plan.by_year else _parts(plan, report)
            if chart is not None:
                yield chart


def _by_year(plan: ChartPlan, report: AnnualReport) -> Chart | None:
    """Last year and this year, a series for each part."""
    last = report.last_year
    if last is None or not _has_cells(last.format, plan):
        return None
    columns = [
        (_sum(part, last.tables), _sum(part, report.tables)) for part in plan.parts if part.cells
    ]
    if not columns or any(value is None for pair in columns for value in pair):
        return None
    names = [part.name for part in plan.parts if part.cells]
    return Chart(
        form=ChartForm(plan.form),
        title=plan.title.format(year=report.year),
        categories=(f"{last.year}年", f"{report.year}年"),
        series=tuple(
            Series(name=name, values=pair) for name, pair in zip(names, columns, strict=True)
        ),
        unit=plan.unit,
    )


def _parts(plan: ChartPlan, report: AnnualReport) -> Chart | None:
    """The parts side by side; a pie shows those above zero."""
    values = [(part.name, _sum(part, report.tables)) for part in plan.parts if part.cells]
    if any(value is None for _, value in values):
        return None
    if plan.form == ChartForm.PIE:
        values = [(name, value) for name, value in values if value]
    if not any(value for _, value in values):
        return None
    return Chart(
        form=ChartForm(plan.form),
        title=plan.title.format(year=report.year),
        categories=tuple(name for name, _ in values),
        series=(Series(name="", values=tuple(value for _, value in values)),),
        unit=plan.unit,
    )


def _sum(part: ChartPart, figures: Figures) -> int | Decimal | None:
    """The sum of a part's cells; None if one is not stated."""
    numbers = [figures.number(cell) for cell in part.cells]
    stated = [number for number in numbers if number is not None]
    return sum(stated) if len(stated) == len(numbers) else None


def _has_cells(form: ReportFormat, plan: ChartPlan) -> bool:
    known = set(form.cells())
    return all(cell in known for part in plan.parts for cell in part.cells)
