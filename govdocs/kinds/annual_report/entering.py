"""From what a file or a caller gives to figures and sections; every slip is named at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError
from pydantic_core import InitErrorDetails

from govdocs.formatting.ordinals import ordinal
from govdocs.kinds.annual_report.figures import Figures
from govdocs.kinds.annual_report.section import ExtraRow, ReportSection
from govdocs.kinds.annual_report.values import BadValue, CellValue, parse_value
from govdocs.kinds.facts import bad
from govdocs.standards.annual_report.forms import (
    CellRef,
    ReportFormat,
    SectionForm,
    TableForm,
)

_CHINESE_COMMA = frozenset("，、")


class _Slips:
    """Errors collected while a table is read; raised together."""

    def __init__(self) -> None:
        self.details: list[InitErrorDetails] = []

    def add(self, loc: tuple[str | int, ...], zh: str, en: str, given: object) -> None:
        error = bad("table_entry", zh, en)
        self.details.append(InitErrorDetails(type=error, loc=loc, input=given))

    def unknown(self, loc: tuple[str | int, ...], key: str, known: Sequence[str]) -> None:
        near = get_close_matches(key, known, 1, 0.4)
        hint_zh = f"，是否想写“{near[0]}”？" if near else f"；可用的有：{'、'.join(known)}"
        hint_en = f"; did you mean {near[0]!r}?" if near else f"; known: {', '.join(known)}"
        where = loc if loc and isinstance(loc[0], int) else (*loc, key)
        self.add(where, f"没有“{key}”{hint_zh}", f"there is no {key!r}{hint_en}", key)


def figures_from(value: object, form: ReportFormat) -> Figures:
    """Figures from nested mappings: table, row, column, by Chinese or English names.

    A row may also be a list of its figures in printed order, or, where it has one cell, the
    figure itself.

    Raises:
        pydantic.ValidationError: names that the format does not have, values that are none.
    """
    slips = _Slips()
    values: dict[CellRef, CellValue] = {}
    if value is not None and not isinstance(value, Mapping):
        slips.add((), "应为“表: 行: 列: 数”的层次", "expected table: row: column: figure", value)
    for name, rows in (value if isinstance(value, Mapping) else {}).items():
        try:
            table = form.table(str(name))
        except KeyError:
            slips.unknown((), str(name), [each.key for each in form.tables])
            continue
        for cell, parsed in _table_values(table, str(name), rows, slips):
            if cell in values:
                zh = f"{form.cell_name(cell)} 给了两次（中文名和英文名只写一个）"
                en = f"{form.cell_name(cell)} is given twice (by its Chinese and English name)"
                slips.add((str(name),), zh, en, rows)
            values[cell] = parsed
    if slips.details:
        raise ValidationError.from_exception_data("表格", slips.details)
    return Figures(values)


def _table_values(
    table: TableForm, name: str, rows: object, slips: _Slips
) -> Iterator[tuple[CellRef, CellValue]]:
    if rows is None:
        return
    if not isinstance(rows, Mapping):
        slips.add((name,), "应为“行: 列: 数”的层次", "expected row: column: figure", rows)
        return
    for row_name, cells in rows.items():
        try:
            row = table.row(str(row_name)).key
        except KeyError:
            slips.unknown((name,), str(row_name), [each.key for each in table.rows])
            continue
        columns = [cell.column for cell in table.cells_of(row)]
        loc = (name, str(row_name))
        for column, given in _by_column(table, columns, cells, loc, slips):
            value = _entered(table, row, column, given, loc, slips)
            yield CellRef(table.id, row, column), value


def _by_column(
    table: TableForm, columns: Sequence[str], cells: object, loc: tuple[str, ...], slips: _Slips
) -> Iterator[tuple[str, object]]:
    if isinstance(cells, Mapping):
        for name, given in cells.items():
            try:
                column = table.column(str(name)).key
            except KeyError:
                column = ""
            if column in columns:
                yield column, given
            else:
                slips.unknown(loc, str(name), columns)
    elif isinstance(cells, list | tuple):
        if len(cells) != len(columns):
            zh = f"本行有 {len(columns)} 格（{'、'.join(columns)}），"
            en = f"the row has {len(columns)} cells ({', '.join(columns)})"
            if any(isinstance(cell, str) and _CHINESE_COMMA & set(cell) for cell in cells):
                zh += "数之间用了中文标点“，”或“、”，应为英文逗号“,”"
                en += "; full-width commas stand between the figures: write ASCII commas"
            else:
                zh, en = f"{zh}给了 {len(cells)} 个数", f"{en}, got {len(cells)}"
            slips.add(loc, zh, en, cells)
            return
        yield from zip(columns, cells, strict=True)
    elif len(columns) == 1:
        yield columns[0], cells
    elif cells is not None:
        zh = f"本行有 {len(columns)} 格，应写成“列: 数”或 {len(columns)} 个数的列表"
        en = f"the row has {len(columns)} cells; give column: figure, or a list"
        slips.add(loc, zh, en, cells)


def _entered(
    table: TableForm, row: str, column: str, given: object, loc: tuple[str, ...], slips: _Slips
) -> CellValue:
    if given is None:
        return None
    is_number = isinstance(given, int | float | Decimal) and not isinstance(given, bool)
    text = given if isinstance(given, str) else str(given) if is_number else None
    try:
        if text is None:
            raise BadValue(str(given), table.kind(row, column))
        return parse_value(text, table.kind(row, column), table.row(row).unit).value
    except BadValue as error:
        name = table.cell_name(row, column)
        slips.add(
            (*loc, column),
            f"{name}：{error.zh}",
            f"{name}: {error.en}",
            given,
        )
        return None


def rows_in_place(rows: Sequence[ExtraRow], form: ReportFormat) -> tuple[ExtraRow, ...]:
    """Added rows with the ids of their tables and the keys of the rows that they follow.

    Raises:
        pydantic.ValidationError: a table, or a row to follow, that the format does not have.
    """
    slips = _Slips()
    placed: list[ExtraRow] = []
    for index, row in enumerate(rows):
        try:
            table = form.table(row.table)
        except KeyError:
            slips.unknown((index, "table"), row.table, [each.key for each in form.tables])
            continue
        try:
            after = table.row(row.after).key if row.after else ""
        except KeyError:
            slips.unknown((index, "after"), row.after, [each.key for each in table.rows])
            continue
        placed.append(row.model_copy(update={"table": table.id, "after": after}))
    if slips.details:
        raise ValidationError.from_exception_data("附加行", slips.details)
    return tuple(placed)


def sections_from(value: object, form: ReportFormat) -> tuple[ReportSection, ...]:
    """Sections by key, id, heading or a wording of it; those that the format wants are added.

    In a format with a fixed outline they stand in its order, others after them.

    Raises:
        pydantic.ValidationError: a section given twice, or a text that is none.
    """
    if isinstance(value, Mapping):
        given = _from_mapping(value, form)
    elif isinstance(value, list | tuple) and all(isinstance(s, ReportSection) for s in value):
        given = list(value)
    else:
        slips = _Slips()
        slips.add((), "应为“章节: 正文”的层次", "expected section: text", value)
        raise ValidationError.from_exception_data("章节", slips.details)
    if not form.fixed_outline:
        usual = [each for each in form.sections if each.required or each.tables]
        return tuple(given) if given else tuple(_empty(each) for each in usual)
    by_key = {section.key: section for section in given if section.key}
    wanted = [by_key.get(each.key) or _empty(each) for each in form.sections]
    return (*wanted, *(section for section in given if not section.key))


def _empty(form: SectionForm) -> ReportSection:
    return ReportSection(key=form.key, heading=form.heading)


_AT_TOP = {"引言": "引言", "introduction": "引言", "结语": "结语", "closing": "结语"}
"""Texts that are no sections, by what they may be called, with their Chinese names."""


def _from_mapping(value: Mapping[Any, Any], form: ReportFormat) -> list[ReportSection]:
    slips = _Slips()
    sections: list[ReportSection] = []
    known = known_sections([str(name) for name in value], form)
    for name, content in value.items():
        given = str(name)
        match = known.get(given)
        if not given.strip():
            slips.add((given,), "章节没有标题", "a section has no heading", content)
        if form.fixed_outline and match is None and given in _AT_TOP:
            zh = f"{_AT_TOP[given]}不是章节，应与“章节”并列，写在最外层"
            slips.add((given,), zh, f"{given} is no section; it stands at the top level", content)
        if match and match.key in [section.key for section in sections]:
            zh = f"“{match.heading}”一章给了两次"
            slips.add((given,), zh, f"section {match.heading} is given twice", content)
        # The form's wording is printed where the outline is prescribed; elsewhere the office's.
        is_named = match and (form.fixed_outline or given in (match.key, match.id))
        sections.append(
            ReportSection(
                key=match.key if match else "",
                heading=match.heading if match and is_named else given,
                text=_section_text(content, given, slips),
            )
        )
    if slips.details:
        raise ValidationError.from_exception_data("章节", slips.details)
    return sections


def known_sections(names: Sequence[str], form: ReportFormat) -> dict[str, SectionForm]:
    """The format's section that each name means; its own names go before other wordings."""
    exact = {name: match for name in names if (match := exact_section(form, name))}
    taken = {match.key for match in exact.values()}
    known = dict(exact)
    for name in names:
        if name not in exact:
            match = section_in_other_words(form, name, taken)
            if match:
                known[name] = match
                taken.add(match.key)
    return known


def exact_section(form: ReportFormat, name: str) -> SectionForm | None:
    """The format's section of a key, an id or the form's heading."""
    return next((s for s in form.sections if name in (s.key, s.id, s.heading)), None)


def section_in_other_words(
    form: ReportFormat, heading: str, taken: Collection[str] = ()
) -> SectionForm | None:
    """The format's section that a heading means, by a word in it; not one already taken."""
    for section in form.sections:
        if section.key not in taken and any(word in heading for word in section.match):
            return section
    return None


def _section_text(content: object, heading: str, slips: _Slips) -> str:
    """The text of a section: as given, or from headings with their texts."""
    if content is None:
        return ""
    if isinstance(content, str):
        return content.strip("\n")
    if isinstance(content, Mapping):
        parts: list[str] = []
        for number, (name, text) in enumerate(content.items(), 1):
            if not isinstance(text, str | None):
                slips.add((heading, str(name)), "应为文字", "expected a text", text)
                continue
            parts.append(f"{ordinal(2, number)}{name}")
            parts += [text.strip("\n")] if text else []
        return "\n".join(parts)
    slips.add((heading,), "应为文字", "expected a text", content)
    return ""
