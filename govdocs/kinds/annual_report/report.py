"""The yearly report (政府信息公开工作年度报告) as facts: what the office knows, no layout.

Every field can be given under its English name or its Chinese one (``year`` or 年度).
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PlainSerializer,
    ValidationInfo,
    WithJsonSchema,
    field_serializer,
    field_validator,
)
from pydantic_core import PydanticKnownError

from govdocs.errors import GovdocsError
from govdocs.formatting.dates import parse_date
from govdocs.kinds.annual_report.agency import AgencyKind, agency_kind, own_reference
from govdocs.kinds.annual_report.entering import (
    figures_from,
    rows_in_place,
    sections_from,
)
from govdocs.kinds.annual_report.facts import Facts, Reasons, named, short
from govdocs.kinds.annual_report.figures import Figures
from govdocs.kinds.annual_report.section import ExtraRow, ReportSection
from govdocs.kinds.annual_report.values import BadValue, CellValue, parse_value, value_text
from govdocs.kinds.facts import bad
from govdocs.model.chart import Chart
from govdocs.standards.annual_report.forms import ReportFormat, ValueKind
from govdocs.standards.annual_report.loader import (
    format_in_data,
    format_of_year,
    report_format,
)
from govdocs.standards.annual_report.years import FIRST_YEAR, LAST_YEAR

LONGEST_TITLE = 300
"""Most characters of a title."""

NEEDS_YEAR = "format_needs_year"
"""Type of the error that only follows from a wrong year."""


def _date(value: object) -> object:
    if not isinstance(value, str):
        return value
    date = parse_date(value)
    if date is None:
        raise bad(
            "date_form", "应为日历上有的日期，如 2026-01-20", "expected a date, as 2026-01-20"
        )
    return date


def _lines(value: object) -> object:
    """One text is a list of one."""
    return (value,) if isinstance(value, str) else value


def _kind(value: object) -> AgencyKind:
    """An agency's kind by its Chinese or its English name."""
    known = _KINDS | {kind.value: kind for kind in AgencyKind}
    if isinstance(value, str) and value in known:
        return known[value]
    # In the form of pydantic's own, which would list the English names alone.
    raise PydanticKnownError("enum", {"expected": ", ".join(map(repr, _KINDS))})


def _fee(value: object) -> object:
    """An amount as people write it: 1,234、12.50元."""
    if not isinstance(value, str):
        return value
    try:
        amount = parse_value(value, ValueKind.AMOUNT, "元").value
    except BadValue as error:
        raise bad("amount", error.zh, error.en) from error
    if isinstance(amount, str):
        raise bad("amount", "应为金额；没有收取的写 0", "expected an amount, 0 for none")
    return amount


_KINDS = {
    "政府": AgencyKind.GOVERNMENT,
    "乡镇": AgencyKind.TOWNSHIP,
    "部门": AgencyKind.DEPARTMENT,
    "其他": AgencyKind.OTHER,
}
Kind = Annotated[
    AgencyKind,
    BeforeValidator(_kind),
    PlainSerializer({kind: name for name, kind in _KINDS.items()}.get, when_used="json"),
    WithJsonSchema({"enum": [*_KINDS, *AgencyKind]}),
]
Explanations = Annotated[
    Mapping[Annotated[str, Field(min_length=1)], str],
    AfterValidator(Reasons),
    PlainSerializer(dict, return_type=dict[str, str]),
]
Fee = Annotated[
    Decimal | None,
    BeforeValidator(_fee),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number", "minimum": 0},
                {"type": "string", "pattern": r"^[0-9０-９][0-9０-９,，.．]*\s*元?$"},
                {"type": "null"},
            ]
        }
    ),
]
Date = Annotated[datetime.date, BeforeValidator(_date)]
Texts = Annotated[
    tuple[str, ...],
    BeforeValidator(_lines),
    WithJsonSchema(
        {"type": ["string", "number", "array"], "items": {"type": ["string", "number"]}}
    ),
]

# What these look like in a file depends on the format: govdocs.kinds.annual_report.schema.
FormatOfFile = Annotated[ReportFormat, WithJsonSchema({"type": "string"})]
TablesOfFile = Annotated[Figures, WithJsonSchema({"type": ["object", "null"]})]
SectionsOfFile = Annotated[tuple[ReportSection, ...], WithJsonSchema({"type": "object"})]


class Contact(Facts):
    """联系方式: where a reader can ask."""

    department: str = short("联系部门", "")
    """Office that answers."""
    address: str = short("地址", "")
    postcode: str = short("邮编", "")
    telephone: str = short("电话", "")
    fax: str = short("传真", "")
    email: str = short("电子邮箱", "")


class Period(Facts):
    """统计期限: the days that the figures cover."""

    start: Date = named("起")
    end: Date = named("止")

    @classmethod
    def of_year(cls, year: int) -> Period:
        """The whole of a year."""
        return cls(start=datetime.date(year, 1, 1), end=datetime.date(year, 12, 31))


class LastYear(Facts):
    """上年: last year's figures, kept in this year's report for the chain and for comparison."""

    year: int = named("年度", ge=FIRST_YEAR, le=LAST_YEAR)
    format: FormatOfFile = named("格式", None, validate_default=True)
    tables: TablesOfFile = named("表格", default_factory=Figures)

    _pick_format = field_validator("format", mode="before")(lambda cls, v, info: _format(v, info))
    _read_tables = field_validator("tables", mode="before")(lambda cls, v, info: _tables(v, info))

    @field_serializer("format")
    def _format_id(self, value: ReportFormat) -> str:
        return value.reference

    @field_serializer("tables")
    def _plain_tables(self, value: Figures) -> dict[str, Any]:
        return _as_chinese(value, self.format)

    @classmethod
    def of(cls, report: AnnualReport) -> LastYear:
        """What of a report the next year needs."""
        return cls(year=report.year, format=report.format, tables=report.tables)


class AnnualReport(Facts):
    """年度报告: one agency's report on one year.

    Attributes that are left out take the format's own: title, legal basis, opening paragraph,
    sections. A blank cell is not zero: it stays blank, and checks say so.

    Raises:
        pydantic.ValidationError: every wrong field at once; ``govdocs.read_report`` explains them.
    """

    year: int = named("年度", ge=FIRST_YEAR, le=LAST_YEAR)
    """报告的年度，不是发布的年份。The year reported on, not that of publication."""
    agency: str = short("机关", min_length=2)
    """机关全称。Full name of the agency."""
    short_name: str = short("简称", "")
    """机关的规范化简称。Its standard short name."""
    own_name: str = short("自称", "")
    """正文中的自称，如“我镇”；不填则依名称。How it calls itself; else its name tells."""
    kind: Kind | None = named("机关类别", None)
    """政府、乡镇、部门或其他；不填则依名称。government, township, department, other."""
    province: str = short("省份", "")
    """省份；有的省有自己的格式。The province; some have a format of their own."""
    format: FormatOfFile = named("格式", None, validate_default=True)
    """格式编号，或 TOML 文件（从本文件所在目录算起）；不填则依年度。Id of the format, or a file."""
    title: str = named("标题", "", max_length=LONGEST_TITLE)
    """标题；不填则用格式的标题。The title; the format's own if not given."""
    legal_basis: Texts = named("编制依据", ())
    """编制依据的全称；不填则用格式的。Full names of laws and notices; the format's if not given."""
    period: Period = named("统计期限", None, validate_default=True)
    """不填则为全年。1 January to 31 December if not given."""
    website: str = short("公开网站", "")
    """电子版的下载处。Where the electronic version can be had."""
    contact: Contact = named("联系方式", Contact())
    introduction: str = named("引言", "")
    """开头的话；不填则用模板，可写 {{ t2.新收.总计 }}。Opening; the template's if not given."""
    sections: SectionsOfFile = named("章节", (), validate_default=True)
    """各章正文，按简名或标题。Text of each section, by its short name or heading."""
    closing: str = named("结语", "")
    """各章之后的结束语。Closing paragraphs; the template's if not given."""
    tables: TablesOfFile = named("表格", default_factory=Figures)
    """法定表格的数字：表、行、列。Figures of the statutory tables: table, row, column."""
    extra_rows: tuple[ExtraRow, ...] = named("附加行", ())
    """本地在表中增加的行。Rows that a province or an office added to a table."""
    processing_fee: Fee = named("信息处理费", None, ge=0)
    """收取的信息处理费（元）：数额、0 或不填。Fee taken in 元: an amount, 0, or not stated."""
    explanations: Explanations = named("说明", {}, validate_default=True)
    """与上年不一致的原因，如 t2.上年结转: 机构改革。Why a figure differs from last year's."""
    last_year: LastYear | None = named("上年", None)
    with_charts: bool = named("图表", False)
    """是否在表后印图表。Whether charts are printed after their tables."""
    signature: Texts = named("署名", ())
    date_of_issue: Date | None = named("成文日期", None)

    _pick_format = field_validator("format", mode="before")(lambda cls, v, info: _format(v, info))
    _read_tables = field_validator("tables", mode="before")(lambda cls, v, info: _tables(v, info))

    @field_validator("period", mode="before")
    @classmethod
    def _whole_year(cls, value: object, info: ValidationInfo) -> object:
        if value is not None:
            return value
        return Period.of_year(info.data.get("year", FIRST_YEAR))

    @field_validator("sections", mode="before")
    @classmethod
    def _complete(cls, value: object, info: ValidationInfo) -> object:
        form = info.data.get("format")
        return () if form is None else sections_from(value, form)

    @field_validator("extra_rows")
    @classmethod
    def _in_place(cls, value: tuple[ExtraRow, ...], info: ValidationInfo) -> tuple[ExtraRow, ...]:
        form = info.data.get("format")
        return value if form is None else rows_in_place(value, form)

    @field_serializer("format")
    def _format_id(self, value: ReportFormat) -> str:
        return value.reference

    @field_serializer("tables")
    def _plain_tables(self, value: Figures) -> dict[str, Any]:
        return _as_chinese(value, self.format)

    @field_serializer("sections")
    def _section_texts(self, value: tuple[ReportSection, ...]) -> dict[str, str]:
        printed = {form.key: form.heading for form in self.format.sections}
        return {
            section.key if printed.get(section.key) == section.heading else section.heading: (
                section.text
            )
            for section in value
        }

    @property
    def printed_title(self) -> str:
        """The title, the format's own where none is given."""
        return self.title or self.format.title.format(agency=self.agency, year=self.year)

    @property
    def agency_kind(self) -> AgencyKind:
        """What the agency is; told by its name where it is not given."""
        return self.kind or agency_kind(self.agency)

    @property
    def own_reference(self) -> str:
        """How the agency speaks of itself."""
        return self.own_name or own_reference(self.agency)

    def charts(self) -> tuple[Chart, ...]:
        """The charts that the report's figures allow, whether they are printed or not."""
        # Imported here: that module needs this one.
        from govdocs.kinds.annual_report.charts import charts_of

        return tuple(c for table in self.format.tables for c in charts_of(self, table.id))

    def next_year(self) -> AnnualReport:
        """The report on the next year, begun; see :mod:`govdocs.kinds.annual_report.next_year`."""
        # Imported here: that module needs this one.
        from govdocs.kinds.annual_report.next_year import next_year

        return next_year(self)

    def section(self, key: str) -> ReportSection | None:
        """The section of a format key (总体情况) or a heading."""
        return next((s for s in self.sections if key in (s.key, s.heading)), None)


def _format(value: object, info: ValidationInfo) -> object:
    if isinstance(value, ReportFormat):
        return value
    year = info.data.get("year")
    if value is None and year is None:
        raise bad(NEEDS_YEAR, "先更正年度，再定格式", "correct the year first: it picks the format")
    try:
        if value is None and year is not None:
            return format_of_year(year, info.data.get("province"))
        if info.context is None:
            return report_format(str(value))
        return format_in_data(str(value), info.context["folder"])
    except GovdocsError as error:
        raise bad("report_format", error.zh, error.en) from error


def _tables(value: object, info: ValidationInfo) -> object:
    form = info.data.get("format")
    if isinstance(value, Figures) or form is None:
        return value if isinstance(value, Figures) else Figures()
    return figures_from(value, form)


def _as_chinese(figures: Figures, form: ReportFormat) -> dict[str, Any]:
    """Tables by their Chinese keys, for data: blanks are left out, decimals are texts."""
    return {
        form.table(name).key: {
            row: {column: _exact(value) for column, value in cells.items()}
            for row, cells in rows.items()
        }
        for name, rows in figures.as_tables(form, blanks=False).items()
    }


def _exact(value: CellValue) -> int | str | None:
    return value_text(value) if isinstance(value, Decimal) else value
