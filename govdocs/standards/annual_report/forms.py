"""Types of a yearly report's format (年度报告格式); its data is TOML."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias, TypeVar

from govdocs.findings import Severity


class ValueKind(enum.StrEnum):
    """What a table cell may hold."""

    COUNT = "count"  # a whole number, 0 or more
    AMOUNT = "amount"  # a decimal number, 0 or more, in the unit of its label
    CHANGE = "change"  # a whole number that may be negative
    MONEY = "money"  # an amount whose unit is written in the cell (12.5万元)


class CellRef(NamedTuple):
    """A data cell: ids or keys of its table, row and column, e.g. ``t2.新收.总计``."""

    table: str
    row: str
    column: str

    def __str__(self) -> str:
        return f"{self.table}.{self.row}.{self.column}"


class RowForm(NamedTuple):
    """A row of data.

    Attributes:
        key: its Chinese name in data files; unique in its table.
        id: its English name there.
        label: what the form prints.
        group: label of the merged cell that it stands under; empty for none.
        kind: what its cells hold; None for the column's or COUNT.
        unit: unit of its figures (件, 条, 万元); empty where the form names none.
        also: other labels under which published pages have it.
        level: how deep it is indented in a list of indicators.
    """

    key: str
    id: str
    label: str
    group: str = ""
    kind: ValueKind | None = None
    unit: str = ""
    also: tuple[str, ...] = ()
    level: int = 0

    @property
    def name(self) -> str:
        """The row as people name it: （三）不予公开—1.属于国家秘密."""
        return f"{self.group}—{self.label}" if self.group else self.label


class ColumnForm(NamedTuple):
    """A column of data; the fields are those of :class:`RowForm`."""

    key: str
    id: str
    label: str
    kind: ValueKind | None = None
    also: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The column as people name it."""
        return self.label


class LabelCell(NamedTuple):
    """A printed label, merged over ``across`` columns and ``down`` rows."""

    text: str
    across: int = 1
    down: int = 1
    align: Literal["left", "center", "right"] = "center"


class ValueCell(NamedTuple):
    """A place for a figure."""

    row: str
    column: str
    across: int = 1
    down: int = 1


FormCell: TypeAlias = LabelCell | ValueCell


class TableForm(NamedTuple):
    """A statutory table, exactly as the form prints it.

    Attributes:
        id: its English name in data files and templates: ``t1``.
        key: its Chinese name there: ``申请``.
        name: how people call it: ``申请表``.
        part: the part of the report that it stands in, as people name it: ``第三部分``.
        rows, columns: what the figures are keyed by.
        grid: the printed cells; a merged one stands once, in its top left place.
        head_rows: rows of the grid repeated where the table breaks.
        column_widths: of the printed columns, mm.
        type_size: 字号 of its text.
        bold_rows: indices of grid rows set as headings inside the table.
    """

    id: str
    key: str
    name: str
    part: str
    rows: tuple[RowForm, ...]
    columns: tuple[ColumnForm, ...]
    grid: tuple[tuple[FormCell, ...], ...]
    head_rows: int
    column_widths: tuple[float, ...]
    type_size: str
    bold_rows: tuple[int, ...] = ()

    def row(self, key: str) -> RowForm:
        """The row of a key or id.

        Raises:
            KeyError: there is none.
        """
        return _named(self.rows, key)

    def column(self, key: str) -> ColumnForm:
        """The column of a key or id.

        Raises:
            KeyError: there is none.
        """
        return _named(self.columns, key)

    def cells(self) -> Iterator[CellRef]:
        """Every data cell, in printed order."""
        for line in self.grid:
            for cell in line:
                if isinstance(cell, ValueCell):
                    yield CellRef(self.id, cell.row, cell.column)

    def cells_of(self, row: str) -> tuple[CellRef, ...]:
        """The data cells of the row of a key, in printed order; it need not have every column."""
        return tuple(cell for cell in self.cells() if cell.row == row)

    def kind(self, row: str, column: str) -> ValueKind:
        """What a cell may hold."""
        return self.row(row).kind or self.column(column).kind or ValueKind.COUNT

    def cell_name(self, row: str, column: str) -> str:
        """A cell as people name it: 第三部分 申请表：（一）予以公开×自然人."""
        where = f"{self.part} {self.name}：{self.row(row).name}"
        return where if len(self.columns) == 1 else f"{where}×{self.column(column).name}"


class Identity(NamedTuple):
    """A tie-out (勾稽关系): sums on the two sides of a relation, for each column or each row.

    Attributes:
        id: stable name: ``T2-flow``.
        table: id of the table.
        each: ``"column"``: left and right are row keys, once for each column of ``over``;
            ``"row"``: they are column keys, once for each row of ``over``.
        left, right: what is added up on each side.
        relation: ``"="``; ``">="`` where the right side is a part of the left.
        severity: how grave it is when broken.
        over: keys of the columns or rows it is held for.
        zh, en: the rule in words.
    """

    id: str
    table: str
    each: Literal["column", "row"]
    left: tuple[str, ...]
    right: tuple[str, ...]
    relation: Literal["=", ">="]
    severity: Severity
    over: tuple[str, ...]
    zh: str
    en: str

    def sides(self, along: str) -> tuple[tuple[CellRef, ...], tuple[CellRef, ...]]:
        """Left and right cells for one column or row of ``over``."""

        def cells(keys: tuple[str, ...]) -> tuple[CellRef, ...]:
            if self.each == "column":
                return tuple(CellRef(self.table, key, along) for key in keys)
            return tuple(CellRef(self.table, along, key) for key in keys)

        return cells(self.left), cells(self.right)


class Carry(NamedTuple):
    """A link of the chain of years: what this year's row owes to last year's figures.

    Attributes:
        table, row: this year's row.
        columns: the columns concerned.
        last: (sign, table, row, column or "" for the same) of last year's figures added up.
        this: the same of this year's figures, added to them.
        formats: ids of the formats that last year's report may have.
        severity: ERROR for a carry-over that must agree; INFO for a proposal that need not.
    """

    id: str
    table: str
    row: str
    columns: tuple[str, ...]
    last: tuple[Term, ...]
    this: tuple[Term, ...]
    formats: tuple[str, ...]
    severity: Severity


class Term(NamedTuple):
    """A figure with its sign; an empty column means that of the link."""

    sign: int
    table: str
    row: str
    column: str = ""


class ChartPart(NamedTuple):
    """What is counted together in a chart: the sum of some cells."""

    name: str
    cells: tuple[CellRef, ...]


class ChartPlan(NamedTuple):
    """A chart (图表) that a report may carry after a table.

    Attributes:
        id, table: its stable name, and the id of the table that it follows.
        form: ``column``, ``stacked_column``, ``line`` or ``pie``.
        by_year: last year's figures beside this year's, a series for each part; else the parts
            side by side, in one series.
        title: 图题, with ``{year}``.
        unit: of the figures.
        parts: what is shown.
    """

    id: str
    table: str
    form: str
    by_year: bool
    title: str
    unit: str
    parts: tuple[ChartPart, ...]


class SwingRule(NamedTuple):
    """When a change on the year before asks for a sentence (较大变动应作说明).

    Attributes:
        percent: a change of more than this, of last year's figure.
        least: and of at least so many.
        cells: the figures looked at.
        told_by: words of which the text has one if it already speaks of changes.
    """

    percent: int
    least: int
    cells: tuple[CellRef, ...]
    told_by: tuple[str, ...]


class NilGroup(NamedTuple):
    """Figures that must all be stated, and be zero, for a nil statement (零报告) to be offered.

    Attributes:
        id: ``applications``, ``reviews_and_suits``.
        section: key of the section that the statement belongs to.
        cells: the figures.
        known_by: words of which the section's text has one if it already says so.
    """

    id: str
    section: str
    cells: tuple[CellRef, ...]
    known_by: tuple[str, ...]


class SectionForm(NamedTuple):
    """A level-1 section.

    Attributes:
        key: short Chinese name in data files; unique.
        id: English name there.
        heading: what the form prints, without the number.
        match: patterns (plain words) by which other wordings of the heading are known.
        tables: ids of the tables printed in it, after its text.
        parts: level-2 headings that it usually has.
        required: whether a report without it is incomplete.
    """

    key: str
    id: str
    heading: str
    match: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    required: bool = True


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ReportFormat:
    """The format of a yearly report in some years.

    Attributes:
        id: ``"2021"``.
        name: its name in words.
        notice: 文号 of the notice that sets it; empty for none.
        years: first and last report year for which it is the default; None: only on request.
        provinces, variant_years: whose reports, of which years, it is the default for as well.
        verified: whether the form was compared word for word with its source.
        title: pattern of the title, with ``{agency}`` and ``{year}``.
        legal_basis: full names of what the report is drawn up under.
        fixed_outline: whether the sections and their order are prescribed.
        has_processing_fee: whether the report states 信息处理费.
        department_deadline: month and day by which departments publish; None: as all others.
        sections, tables, identities, carries, charts, nil_groups, swings: see their types.
        lineage: ids of the formats that it is based on, nearest first.
        source: the caller's own TOML file; empty for a format that comes with govdocs.
    """

    id: str
    name: str
    notice: str
    years: tuple[int, int] | None
    provinces: tuple[str, ...]
    variant_years: tuple[int, int] | None
    verified: bool
    title: str
    legal_basis: tuple[str, ...]
    fixed_outline: bool
    has_processing_fee: bool
    department_deadline: tuple[int, int] | None
    sections: tuple[SectionForm, ...]
    tables: tuple[TableForm, ...]
    identities: tuple[Identity, ...]
    carries: tuple[Carry, ...]
    charts: tuple[ChartPlan, ...] = ()
    nil_groups: tuple[NilGroup, ...] = ()
    swings: SwingRule | None = None
    lineage: tuple[str, ...] = ()
    source: str = ""

    @property
    def reference(self) -> str:
        """What names the format in data: its id, or the file that it was read from."""
        return self.source or self.id

    def __repr__(self) -> str:
        return f"ReportFormat({self.id!r})"

    def table(self, key: str) -> TableForm:
        """The table of an id or key.

        Raises:
            KeyError: there is none.
        """
        return _named(self.tables, key)

    def section(self, key: str) -> SectionForm:
        """The section of a key, id or heading.

        Raises:
            KeyError: there is none.
        """
        named = next((form.key for form in self.sections if form.heading == key), key)
        return _named(self.sections, named)

    def cells(self) -> Iterator[CellRef]:
        """Every data cell of every table, in printed order."""
        for table in self.tables:
            yield from table.cells()

    def cell_name(self, cell: CellRef) -> str:
        """A cell as people name it."""
        return self.table(cell.table).cell_name(cell.row, cell.column)


_Form = TypeVar("_Form", RowForm, ColumnForm, TableForm, SectionForm)


def _named(forms: tuple[_Form, ...], key: str) -> _Form:
    for form in forms:
        if key in (form.key, form.id):
            return form
    raise KeyError(key)
