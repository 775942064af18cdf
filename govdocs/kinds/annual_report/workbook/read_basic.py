"""Read the sheet 基本信息: fields by their labels, wherever their rows have gone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

from govdocs.inputs.xlsx.sheets import Sheet, Sheets
from govdocs.kinds.annual_report.values import BadValue, parse_value, value_text
from govdocs.kinds.annual_report.workbook.fields import (
    AGENCY,
    FEE_AMOUNT,
    FEE_PATH,
    FEE_STATE,
    FEE_STATES,
    FIELDS,
    FORMAT,
    OTHER_EXPLANATION,
    YEAR,
    Field,
    FieldKind,
    explanation_labels,
)
from govdocs.kinds.annual_report.workbook.labels import plain_label
from govdocs.kinds.annual_report.workbook.layout import BASIC_SHEET, LIST_SHEET
from govdocs.kinds.annual_report.workbook.notes import Notes
from govdocs.kinds.annual_report.workbook.text_cells import date_in, digits_in, text_in
from govdocs.standards.annual_report.forms import ReportFormat, ValueKind

ENOUGH_LABELS = 5
"""Labels that a sheet must have to be taken for 基本信息 under another name."""


class Spot(NamedTuple):
    """A cell."""

    row: int
    column: int


@dataclass(slots=True)
class ReadBasic:
    """What the sheet holds.

    Attributes:
        data: as the model takes it; blank fields are absent.
        places: path in the data → cell: ("联系方式", "邮编") → ``基本信息!B17``.
    """

    data: dict[str, Any] = field(default_factory=dict)
    places: dict[tuple[str, ...], str] = field(default_factory=dict)

    def put(self, path: tuple[str, ...], value: object, at: str) -> None:
        """Enter a value, unless it is blank; its place in any case."""
        self.places[path] = at
        if value in ("", None, []):
            return
        data = self.data
        for key in path[:-1]:
            data = data.setdefault(key, {})
        data[path[-1]] = value


def find_basic(sheets: Sheets) -> Sheet | None:
    """The sheet, by its name, or by its labels where it was renamed."""
    named = sheets.sheet(BASIC_SHEET)
    if named:
        return named
    counted = [(len(_spots(sheet).keys() & _LABELS), sheet) for sheet in sheets.sheets]
    best = max(counted, key=lambda each: each[0], default=(0, None))
    return best[1] if best[0] >= ENOUGH_LABELS else None


_LABELS = {plain_label(each.label) for each in FIELDS}


def _spots(sheet: Sheet) -> dict[str, Spot]:
    """Where each text of the sheet stands first."""
    spots: dict[str, Spot] = {}
    for (row, column), cell in sorted(sheet.cells.items()):
        if isinstance(cell.value, str):
            spots.setdefault(plain_label(cell.value), Spot(row, column))
    return spots


def read_basic(form: ReportFormat, sheets: Sheets, notes: Notes, *, is_ours: bool) -> ReadBasic:
    """The fields of the sheet; every bad one is a finding."""
    read = ReadBasic()
    sheet = find_basic(sheets)
    if sheet is None:
        if is_ours:
            notes.error(
                "workbook-no-sheet",
                BASIC_SHEET,
                f"没有找到工作表“{BASIC_SHEET}”；请补上该工作表，或重新取得填报簿",
                f"the sheet {BASIC_SHEET} was not found; add it, or take a new workbook",
            )
        return read
    spots = _spots(sheet)
    for each in FIELDS:
        if each in (YEAR, FORMAT):
            continue
        spot = spots.get(plain_label(each.label))
        if spot is None:
            if is_ours:
                _no_field(sheet, each.label, notes)
            continue
        value = _value(sheet, spot, each, notes)
        read.put(each.path, value, sheet.at(spot.row, spot.column + 1))
    _read_fee(sheet, spots, read, notes)
    explanations = dict(_explanations(form, sheet, spots, read, notes))
    if explanations:
        read.data["说明"] = explanations
    _check_agency(sheets, read, notes)
    return read


def _no_field(sheet: Sheet, label: str, notes: Notes) -> None:
    notes.warning(
        "workbook-field-missing",
        sheet.name,
        f"没有“{label}”一行（被删除或改了文字），按未填处理",
        f"there is no row {label!r} (deleted, or its label altered); taken as blank",
    )


def _value(sheet: Sheet, spot: Spot, each: Field, notes: Notes) -> object:
    row, column = spot.row, spot.column + 1
    if each.kind is FieldKind.DATE:
        return date_in(sheet, row, column, each.label, notes)
    if each.kind is FieldKind.DIGITS:
        return digits_in(sheet, row, column, each.label, notes)
    text = text_in(sheet, row, column, each.label, notes)
    if each.kind is FieldKind.LINES:
        return [line.strip() for line in text.split("\n") if line.strip()]
    if each.kind is FieldKind.CHOICE and text:
        return _chosen(text, each.choices, sheet.at(row, column), each.label, notes)
    return text


def _chosen(
    text: str, choices: tuple[tuple[str, str], ...], at: str, label: str, notes: Notes
) -> str:
    meant = next((means for known, means in choices if known == text), None)
    if meant is None:
        known = "、".join(known for known, _ in choices)
        notes.error(
            "workbook-bad-choice",
            at,
            f"“{label}”应为下列之一：{known}（填写的是“{text[:40]}”）",
            f"{label!r} should be one of: {known} (got {text[:40]!r})",
            expected=known,
            found=text[:40],
        )
    return meant or ""


def _read_fee(sheet: Sheet, spots: Mapping[str, Spot], read: ReadBasic, notes: Notes) -> None:
    """信息处理费: not stated, none, or an amount; what contradicts itself is a finding."""
    state_spot, amount_spot = spots.get(plain_label(FEE_STATE)), spots.get(plain_label(FEE_AMOUNT))
    if state_spot is None or amount_spot is None:
        return
    choices = tuple((state, state) for state in FEE_STATES)
    state_at = sheet.at(state_spot.row, state_spot.column + 1)
    amount_at = sheet.at(amount_spot.row, amount_spot.column + 1)
    state = text_in(sheet, state_spot.row, state_spot.column + 1, FEE_STATE, notes)
    if state:
        state = _chosen(state, choices, state_at, FEE_STATE, notes)
    written = text_in(sheet, amount_spot.row, amount_spot.column + 1, FEE_AMOUNT, notes)
    amount = _amount(written, amount_at, notes)
    not_stated, none, taken = FEE_STATES
    if state == taken and amount is None:
        if not written:
            _bad_fee(
                notes, amount_at, "选了“已收取”，请填金额（元）", "taken, but no amount is given"
            )
    elif state == none and amount:
        _bad_fee(
            notes, state_at, f"选了“未收取”，金额却是 {value_text(amount)} 元；请改正其中一处",
            f"none taken, but the amount is {value_text(amount)}",
        )  # fmt: skip
    elif state in ("", not_stated) and amount is None:
        read.places[FEE_PATH] = state_at
    else:
        read.put(FEE_PATH, value_text(amount or Decimal(0)), amount_at)


def _bad_fee(notes: Notes, at: str, zh: str, en: str) -> None:
    notes.error("workbook-fee", at, f"信息处理费：{zh}", f"processing fee: {en}")


def _amount(text: str, at: str, notes: Notes) -> Decimal | None:
    if not text:
        return None
    try:
        value = parse_value(text, ValueKind.AMOUNT, "元").value
    except BadValue as error:
        value = None
        _bad_fee(
            notes, at, f"{error.zh}（填写的是“{text[:40]}”）", f"{error.en}, got {text[:40]!r}"
        )
    return Decimal(value) if isinstance(value, int | Decimal) else None


def _explanations(
    form: ReportFormat, sheet: Sheet, spots: Mapping[str, Spot], read: ReadBasic, notes: Notes
) -> Iterator[tuple[str, str]]:
    for key, label in explanation_labels(form):
        spot = spots.get(plain_label(label))
        text = text_in(sheet, spot.row, spot.column + 1, label, notes) if spot else ""
        if spot:
            read.places["说明", key] = sheet.at(spot.row, spot.column + 1)
        if text:
            yield key, text
    other = plain_label(OTHER_EXPLANATION)
    for (row, column), cell in sorted(sheet.cells.items()):
        if not isinstance(cell.value, str) or plain_label(cell.value) != other:
            continue
        text = text_in(sheet, row, column + 1, OTHER_EXPLANATION, notes)
        if text:
            yield from _other_explanation(form, text, sheet.at(row, column + 1), read, notes)


def _other_explanation(
    form: ReportFormat, text: str, at: str, read: ReadBasic, notes: Notes
) -> Iterator[tuple[str, str]]:
    key, _, why = text.replace("：", ":", 1).partition(":")
    key = key.strip()
    known = {str(cell) for cell in form.cells()} | {f"{c.table}.{c.row}" for c in form.cells()}
    if key not in known or not why.strip():
        notes.warning(
            "workbook-explanation",
            at,
            "应先写数据格，再写冒号和说明，如 t2.新收.总计：……；没有读取",
            "expected a cell, a colon and the explanation (t2.新收.总计: …); it was not read",
        )
        return
    read.places["说明", key] = at
    yield key, why.strip()


def _check_agency(sheets: Sheets, read: ReadBasic, notes: Notes) -> None:
    listed = sheets.sheet(LIST_SHEET)
    agency = read.data.get("机关")
    if listed is None or not isinstance(agency, str):
        return
    names = {cell.value for (_, column), cell in listed.cells.items() if column == 0}
    if agency not in names:
        notes.warning(
            "workbook-agency-unknown",
            read.places[AGENCY.path],
            f"机关“{agency}”不在填报簿的机关名单中；如有错字请改正，新设或更名的机关请核对全称",
            f"the agency {agency!r} is not in the workbook's list; check its full name",
            found=agency,
        )
