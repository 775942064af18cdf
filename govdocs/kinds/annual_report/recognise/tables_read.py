"""The figures of a page's tables in the cells of a form, and what was doubtful on the way."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from govdocs.findings import Finding, Severity
from govdocs.kinds.annual_report.cell_places import cell_place, table_name
from govdocs.kinds.annual_report.recognise.fitting import (
    RowCells,
    Side,
    Usual,
    fitted,
    side_of,
)
from govdocs.kinds.annual_report.recognise.labels import Labels, ValueLine, labels_of
from govdocs.kinds.annual_report.recognise.regions import Finder, is_value
from govdocs.kinds.annual_report.recognise.stream import Added, Label, Stream
from govdocs.kinds.annual_report.recognise.strips import Strip
from govdocs.kinds.annual_report.section import ExtraRow
from govdocs.kinds.annual_report.values import BadValue, CellValue, parse_value
from govdocs.standards.annual_report.forms import CellRef, ReportFormat, TableForm

LEAST_ROWS = 0.5
"""Share of a form's rows that a page must have for its lines to be that table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TablesRead:
    """What a page has of the tables of one format.

    Attributes:
        form: that format.
        values: what stands in the data cells; blank cells are left out.
        extra: rows that the form does not have.
        findings: misprinted labels, cells without a place, rows that are missing or added.
        strips: indexes of the lines that each table, by its id, was read from, in page order.
        cell_strips: index of the line that each cell's row stands in.
        doubtful: ids of the tables with figures that found no place.
        score: how well the page's labels are those of the format.
    """

    form: ReportFormat
    values: Mapping[CellRef, CellValue] = field(default_factory=dict)
    extra: tuple[ExtraRow, ...] = ()
    findings: tuple[Finding, ...] = ()
    strips: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    cell_strips: Mapping[CellRef, int] = field(default_factory=dict)
    doubtful: frozenset[str] = frozenset()
    score: float = 0.0

    @property
    def is_complete(self) -> bool:
        """Whether every table of the format is there, just as the format has it."""
        has_all = all(table.id in self.strips for table in self.form.tables)
        return bool(self.form.tables) and has_all and not self.findings


def read_tables(strips: Sequence[Strip], form: ReportFormat) -> TablesRead:
    """Read what a page has of the tables of a format; misfits are reported, never guessed."""
    if not form.tables:
        return TablesRead(form=form)
    labels = labels_of(form)
    return _Reader(strips, form, labels).read()


class _Reader:
    """One reading of a page against one format."""

    def __init__(self, strips: Sequence[Strip], form: ReportFormat, labels: Labels) -> None:
        self._strips = strips
        self._form = form
        self._stream = Stream(Finder(strips, form, labels), labels)
        self._rows = self._rows_found(labels)
        self._lines = labels.lines
        self._found = {table.id for table in form.tables if self._is_there(table)}
        self._findings: list[Finding] = []
        self._doubtful: set[str] = set()
        self._cell_strips: dict[CellRef, int] = {}

    def _rows_found(self, labels: Labels) -> dict[ValueLine, RowCells]:
        made: dict[ValueLine, RowCells] = {}
        for table in self._form.tables:
            rows = [(line, self._stream.row(line)) for line in labels.lines]
            own = {line: cells for line, cells in rows if cells and line.table == table.id}
            usual = self._usual(table, own)
            made.update((line, usual.marked(cells, line)) for line, cells in own.items())
        return made

    def _usual(self, table: TableForm, rows: Mapping[ValueLine, RowCells]) -> Usual:
        own = ((cells, line) for line, cells in rows.items() if line.table == table.id)
        return Usual(self._stream.widths(table.id), own)

    def _is_there(self, table: TableForm) -> bool:
        wanted = [line for line in self._lines if line.table == table.id]
        known = [line for line in wanted if line in self._rows]
        has_figures = any(not self._rows[line].is_blank for line in known)
        is_headless = any(not line.row for line in wanted)
        enough = len(known) >= max(LEAST_ROWS * len(wanted), 1)
        return enough and (has_figures or not is_headless)

    def read(self) -> TablesRead:
        self._report_labels()
        values: dict[CellRef, CellValue] = {}
        for table in self._form.tables:
            if table.id in self._found:
                values.update(self._values(table))
        extra = tuple(self._extra())
        own = [label for label in self._stream.labels if label.form.table in self._found]
        return TablesRead(
            form=self._form,
            values={cell: value for cell, value in values.items() if value is not None},
            extra=extra,
            findings=tuple(sorted(self._findings, key=lambda each: each.line or 0)),
            strips=self._strips_of_tables(own),
            cell_strips=self._cell_strips,
            doubtful=frozenset(self._doubtful),
            score=sum(label.aligned.match.score for label in own),
        )

    def _values(self, table: TableForm) -> Iterator[tuple[CellRef, CellValue]]:
        lines = [line for line in self._lines if line.table == table.id]
        side = self._side(table)
        for line in lines:
            cells = self._rows.get(line)
            if cells is None:
                self._report_missing(table, line)
                continue
            self._cell_strips.update(dict.fromkeys(line.cells, cells.strip))
            if not cells.texts or (cells.is_short and cells.is_blank):
                self._report_blank(table, line, cells)
            texts = fitted(cells, len(line.cells), side)
            if texts is None:
                name, places = self._line_name(table, line), len(line.cells)
                self._report_count(name, table, places, cells, line.cells)
                continue
            for cell, text in zip(line.cells, texts, strict=True):
                yield cell, self._value(table, cell, text, cells.strip)

    def _side(self, table: TableForm) -> Side | None:
        rows = self._rows.items()
        return side_of((cells, len(line.cells)) for line, cells in rows if line.table == table.id)

    def _value(self, table: TableForm, cell: CellRef, text: str, strip: int) -> CellValue:
        kind, unit = table.kind(cell.row, cell.column), table.row(cell.row).unit
        try:
            parsed = parse_value(text, kind, unit)
        except BadValue as wrong:
            self._doubtful.add(table.id)
            self._report(
                "bad-figure",
                Severity.ERROR,
                f"{self._form.cell_name(cell)}：“{text}”不是数，{wrong.zh}；此格留空，请核对后填写",
                f"{self._form.cell_name(cell)}: “{text}” is no figure, {wrong.en}; the cell was "
                "left blank",
                strip,
                (cell,),
                found=text,
            )
            return None
        if parsed.was_rewritten:
            self._report(
                "figure-form",
                Severity.INFO,
                f"{self._form.cell_name(cell)}：“{text}”读作 {parsed.value}",
                f"{self._form.cell_name(cell)}: “{text}” was read as {parsed.value}",
                strip,
                (cell,),
                found=text,
            )
        return parsed.value

    def _report_count(
        self,
        name: str,
        table: TableForm,
        places: int,
        cells: RowCells,
        refs: Sequence[CellRef] = (),
    ) -> None:
        """Report a row whose cells cannot be told apart."""
        self._doubtful.add(table.id)
        written = "、".join(text for text in cells.texts if text)
        count = cells.written if cells.is_short else len(cells.texts)
        self._report(
            "row-cells",
            Severity.ERROR,
            f"{name}应有 {places} 格，读到 {count} 格（{written}），"
            "无法确定各数属于哪一列；本行留空，请对照原文填写",
            f"{name} has {places} cells, {count} were found ({written}): which column "
            "each figure belongs to is not certain, and the row was left blank",
            cells.strip,
            refs,
            expected=str(places),
            found=written,
        )

    def _line_name(self, table: TableForm, line: ValueLine) -> str:
        names = dict.fromkeys(table.row(cell.row).name for cell in line.cells)
        return f"{table_name(table)}“{'、'.join(names)}”行"

    def _report_missing(self, table: TableForm, line: ValueLine) -> None:
        name = self._line_name(table, line)
        self._report(
            "row-missing",
            Severity.WARNING,
            f"没有读到{name}；各格留空",
            f"{name} was not found; its cells are blank",
            None,
            line.cells,
        )

    def _report_blank(self, table: TableForm, line: ValueLine, cells: RowCells) -> None:
        name = self._line_name(table, line)
        self._report(
            "row-blank",
            Severity.WARNING,
            f"{name}没有数字，各格留空；请对照原文核对",
            f"{name} has no figures, and its cells are blank: check it",
            cells.strip,
            line.cells,
        )

    def _report_labels(self) -> None:
        for label in self._stream.labels:
            if label.form.table in self._found and label.aligned.match.slips:
                self._report_slip(label)

    def _report_slip(self, label: Label) -> None:
        wanted, given = label.form.text, label.aligned.text
        table = table_name(self._form.table(label.form.table))
        cells = [line.cells for line in self._lines if line.row and line.row == label.form.row]
        own = [each for each in cells if each[0].table == label.form.table]
        self._report(
            "label-typo",
            Severity.WARNING,
            f"{table}的“{given}”与格式不一致，应为“{wanted}”；数字按该行（列）读取",
            f"{table}: “{given}” is misprinted for “{wanted}”; its figures were read as that one's",
            self._stream.tokens[label.first].strip,
            own[0] if own else (),
            expected=wanted,
            found=given,
        )

    def _extra(self) -> Iterator[ExtraRow]:
        read = {cells.strip for cells in self._rows.values()}
        for added in self._stream.added(read):
            label = self._stream.label_before(added.label)
            if label is None or label.form.table not in self._found:
                continue
            token = self._stream.tokens[added.label]
            text = "" if token.is_value else token.text
            table = self._form.table(label.form.table)
            if text and self._is_data_row(added):
                yield self._extra_row(added, text, table)
            else:
                shown = text or "、".join(each for each in added.cells.texts if each)
                self._report_left_out(shown, table, added.cells.strip)

    def _is_data_row(self, added: Added) -> bool:
        """Whether a figure stands in a row, or blank cells in one that is no head."""
        if added.cells.is_blank:
            return added.cells.in_row and not self._stream.has_part_at(added.cells.strip)
        return any(text and is_value(text) for text in added.cells.texts)

    def _extra_row(self, added: Added, text: str, table: TableForm) -> ExtraRow:
        before: ValueLine | None = None
        for line in self._lines:
            own = self._rows.get(line)
            if line.table == table.id and own and own.strip <= added.cells.strip and line.row:
                before = line
        values = self._added_values(added, text, table, before)
        self._report(
            "row-added",
            Severity.INFO,
            f"{table_name(table)}有格式以外的一行“{text}”，照原文保留",
            f"{table_name(table)} has a row “{text}” that the form does not have; it was kept",
            added.cells.strip,
            (),
            found=text,
        )
        return ExtraRow(
            table=table.id, after=before.row if before else "", label=text, values=values
        )

    def _added_values(
        self, added: Added, text: str, table: TableForm, before: ValueLine | None
    ) -> tuple[str, ...]:
        """The cells of an added row, which has as many as the row before it; blank in doubt."""
        if before is None:
            return tuple(each for each in added.cells.texts if each)
        # How many columns its label covers is not known: it may be of another level.
        line, places = before._replace(lead=-1), len(before.cells)
        cells = self._usual(table, self._rows).marked(added.cells, line)
        values = fitted(cells, places, self._side(table))
        if values is None:
            self._report_count(f"{table_name(table)}“{text}”行", table, places, cells)
        return values or ()

    def _report_left_out(self, text: str, table: TableForm, strip: int) -> None:
        self._doubtful.add(table.id)
        self._report(
            "label-unknown",
            Severity.WARNING,
            f"{table_name(table)}中的“{text}”不是格式里的文字，没有读入表格",
            f"{table_name(table)}: “{text}” is not in the form, and was not read",
            strip,
            (),
            found=text,
        )

    def _strips_of_tables(self, own: Sequence[Label]) -> dict[str, tuple[int, ...]]:
        """The lines of each table: from its first label on to the next table's, or the end."""
        made: dict[str, list[int]] = {}
        for region in self._stream.regions:
            begins = {
                at: label.form.table
                for label in reversed(own)
                if (at := self._stream.tokens[label.first].strip) in region.strips
            }
            table = begins[min(begins)] if begins else ""
            for index in self._table_lines(region.strips, begins):
                table = begins.get(index, table)
                made.setdefault(table, []).append(index)
        return {table: tuple(indexes) for table, indexes in made.items()}

    def _table_lines(self, strips: range, labels: Collection[int]) -> Iterator[int]:
        """The lines of a region; where labels stand in rows only, text around these is none."""
        rows = [index for index in strips if self._strips[index].is_row]
        if labels and rows and set(labels) <= set(rows):
            yield from range(rows[0], rows[-1] + 1)
        elif labels:
            yield from strips

    def _report(
        self,
        id: str,
        severity: Severity,
        zh: str,
        en: str,
        strip: int | None,
        cells: Sequence[CellRef],
        *,
        expected: str | None = None,
        found: str | None = None,
    ) -> None:
        self._findings.append(
            Finding(
                id=id,
                severity=severity,
                line=None if strip is None else self._strips[strip].line,
                zh=zh,
                en=en,
                place=cell_place(self._form, cells[0]) if cells else None,
                cells=tuple(map(str, cells)),
                expected=expected,
                found=found,
            )
        )
