"""Read the sheet 正文: sections put together from their rows."""

from __future__ import annotations

from dataclasses import dataclass, field

from govdocs.inputs.xlsx.sheets import Sheet, Sheets
from govdocs.kinds.annual_report.section import ReportSection
from govdocs.kinds.annual_report.workbook.labels import plain_label
from govdocs.kinds.annual_report.workbook.layout import TEXT_SHEET
from govdocs.kinds.annual_report.workbook.notes import Notes
from govdocs.kinds.annual_report.workbook.text_cells import text_in
from govdocs.kinds.annual_report.workbook.texts import (
    CLOSING,
    CONTINUED,
    HEADS,
    INTRODUCTION,
    LEAD,
    joined,
)
from govdocs.standards.annual_report.forms import ReportFormat, SectionForm

_HEADS = tuple(map(plain_label, HEADS[:3]))


@dataclass(slots=True)
class _Draft:
    """A section being read.

    Attributes:
        heading: as printed.
        lead: what stands before its parts.
        parts: name and text of each.
    """

    heading: str
    lead: str = ""
    parts: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class ReadTexts:
    """What the sheet holds: the introduction, the sections in order, where each begins."""

    introduction: str = ""
    closing: str = ""
    sections: list[ReportSection] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)


def read_texts(form: ReportFormat, sheets: Sheets, notes: Notes, *, is_ours: bool) -> ReadTexts:
    """The texts of the sheet 正文, found by its column heads where it was renamed or moved."""
    found = next((found for sheet in sheets.sheets if (found := _heads(sheet)) is not None), None)
    if found is None:
        if is_ours:
            notes.error(
                "workbook-no-sheet",
                TEXT_SHEET,
                f"没有找到工作表“{TEXT_SHEET}”；请补上该工作表，或重新取得填报簿",
                f"the sheet {TEXT_SHEET} was not found; add it, or take a new workbook",
            )
        return ReadTexts()
    return _read(form, *found, notes)


def _heads(sheet: Sheet) -> tuple[Sheet, int, tuple[int, ...]] | None:
    """The sheet with the row of its heads and their columns, if it has them."""
    rows: dict[int, dict[str, int]] = {}
    for (row, column), cell in sheet.cells.items():
        if isinstance(cell.value, str) and len(cell.value) < 20:
            rows.setdefault(row, {}).setdefault(plain_label(cell.value), column)
    for row in sorted(rows):
        if all(head in rows[row] for head in _HEADS):
            return sheet, row, tuple(rows[row][head] for head in _HEADS)
    return None


def _read(
    form: ReportFormat, sheet: Sheet, head: int, columns: tuple[int, ...], notes: Notes
) -> ReadTexts:
    read = ReadTexts()
    drafts: dict[str, _Draft] = {}
    by_heading = {plain_label(each.heading): each for each in form.sections}
    for row in sorted({row for row, _ in sheet.cells if row > head}):
        heading, part = (sheet.text(row, column).strip() for column in columns[:2])
        text = text_in(sheet, row, columns[2], f"{heading} {part}".strip(), notes)
        at = sheet.at(row, columns[2])
        if not heading:
            if text:
                _no_heading(at, notes)
            continue
        if plain_label(heading) == INTRODUCTION:
            read.introduction += text
            read.places.setdefault("引言", at)
            continue
        if plain_label(heading) == CLOSING:
            read.closing += text
            read.places.setdefault("结语", at)
            continue
        known = by_heading.get(plain_label(heading))
        key = known.key if known else heading
        read.places.setdefault(f"章节.{key}", at)
        draft = drafts.setdefault(key, _Draft(known.heading if known else heading))
        _enter(draft, known, part, text)
    _say_empty(form, read, drafts, notes)
    known_keys = {each.key for each in form.sections}
    read.sections = [
        ReportSection(
            key=key if key in known_keys else "",
            heading=draft.heading,
            text=joined(draft.lead, draft.parts).strip("\n"),
        )
        for key, draft in drafts.items()
    ]
    return read


def _no_heading(at: str, notes: Notes) -> None:
    notes.error(
        "workbook-text-without-section",
        at,
        "这段正文前面没有写章节，没有读取；请在第一列写上章节标题",
        "this text has no section beside it and was not read; write its heading in the first "
        "column",
    )


def _enter(draft: _Draft, form: SectionForm | None, part: str, text: str) -> None:
    """Put a row's text where it belongs."""
    names = {plain_label(name): name for name in form.parts} if form else {}
    name = names.get(plain_label(part))
    if plain_label(part) == plain_label(CONTINUED):
        if draft.parts:
            last, before = draft.parts[-1]
            draft.parts[-1] = (last, before + text)
        else:
            draft.lead += text
    elif name or (part and part != LEAD):
        draft.parts.append((name or part, text))
    else:
        draft.lead = "\n".join(each for each in (draft.lead, text) if each)


def _say_empty(
    form: ReportFormat, read: ReadTexts, drafts: dict[str, _Draft], notes: Notes
) -> None:
    for section in form.sections:
        draft = drafts.get(section.key)
        if draft is None and section.required:
            notes.warning(
                "workbook-section-missing",
                TEXT_SHEET,
                f"没有“{section.heading}”一行（被删除或改了文字），按未填处理",
                f"there is no row for section {section.id}; taken as blank",
            )
        elif draft and any(text for _, text in draft.parts):
            empty = [name for name, text in draft.parts if not text]
            if empty:
                notes.warning(
                    "workbook-part-empty",
                    read.places[f"章节.{section.key}"],
                    f"“{section.heading}”中没有填：{'、'.join(empty)}；这些部分不会印出，序号依次前移",
                    f"parts of section {section.id} are blank and will not be printed: "
                    f"{', '.join(empty)}",
                )
