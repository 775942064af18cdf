"""What may have been counted twice (重复计算): hints, each with its units and places.

Tables do not say which document or application a number counts; the texts and the likeness of
figures do now and then. Nothing is subtracted: the offices concerned must say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from govdocs.findings import Finding, Severity
from govdocs.kinds.annual_report.county.roster import Noted, Unit, plain_name
from govdocs.kinds.annual_report.county.summing import Contribution
from govdocs.kinds.annual_report.texts import texts
from govdocs.kinds.annual_report.tie_out import Number, numbers_in
from govdocs.standards.annual_report.forms import CellRef, ReportFormat

_SENTENCE = re.compile(r"[^。；！？]+")
_JOINT = re.compile(
    r"联合(?:印发|下发|制发|制定|发布|出台|行文|发文)|(?:会同|会签|商)[^，。；]{1,40}?(?:印发|下发|制发|制定|发布|出台)"
)
_FILE_TITLE = re.compile(r"《([^《》]{4,100})》")
_FILE_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}[〔\[［(（]\d{4}[〕\]］)）]\d{1,4}号")
_BEFORE_SIGN = re.compile(
    r"(?:印发|下发|制发|制定|发布|出台|行文|发文|文件|通知|[了的以和与])(?=.{2,}\d)"
)
_NATIONAL = re.compile(r"^中华人民共和国|^国务院|信息公开条例$")
_TRANSFERRED = re.compile(r"移送|转送|转办|移交|转交|转由|转来|移来")
_CASES = re.compile(r"(\d{1,9})\s*(?:件|宗|份)")
_INCLUDES = re.compile(
    r"(?:包括|包含|涵盖|汇总了?|含)[^。；]{0,24}(?:各部门|工作部门|各乡镇|乡镇|街道|各单位|所属部门)"
)
_ENOUGH = 3
"""Figures other than 0 that must agree before two reports are called alike; our judgement."""

_OTHER_HANDLING = "其他处理"


class _Said(NamedTuple):
    """A sentence of a unit's report, and where it stands."""

    unit: str
    place: str
    text: str

    @property
    def told(self) -> str:
        """The sentence with its unit and place."""
        shown = self.text if len(self.text) <= 60 else f"{self.text[:59]}…"
        return f"{self.unit}（{self.place}：“{shown}”）"


def possible_double_counting(
    units: Sequence[Contribution], roster: Sequence[Unit], form: ReportFormat, agency: str
) -> tuple[Noted, ...]:
    """Hints that something is counted in two reports.

    Args:
        units: the reports that are counted.
        roster: all units, to know their names in texts and what covers what.
        form: the format of the reports.
        agency: the unit that is the government itself (本级), whose report may hold others'.
    """
    said = [sentence for unit in units for sentence in _sentences(unit)]
    numbers = {unit.name: numbers_in(form, unit.report.tables) for unit in units}
    return (
        *_joint_files(said, roster),
        *_transfers(said, roster),
        *_other_handling(units, said, form),
        *_copies(numbers, form),
        *_contained(numbers, form, agency),
        *_inclusive_texts(said, agency),
    )


def _sentences(unit: Contribution) -> Iterator[_Said]:
    for line in texts(unit.report):
        for sentence in _SENTENCE.findall(line.text):
            yield _Said(unit.name, line.place, sentence.strip())


def _joint_files(said: Sequence[_Said], roster: Sequence[Unit]) -> Iterator[Noted]:
    """A document that two units say was issued jointly; or one that names its partner."""
    by_file: dict[str, list[_Said]] = {}
    for sentence in said:
        if _JOINT.search(sentence.text):
            for name in _files_named(sentence.text):
                by_file.setdefault(name, []).append(sentence)
    paired: set[frozenset[str]] = set()
    for name, mentions in by_file.items():
        first = {each.unit: each for each in reversed(mentions)}
        if len(first) > 1:
            paired.add(frozenset(first))
            told = "、".join(each.told for each in reversed(first.values()))
            yield _hint(
                tuple(reversed(first)), "joint-file", Severity.WARNING,
                f"联合发文 {name} 在几个单位的报告中都写到，制发件数可能重复计算：{told}；"
                "请核实由哪个单位计数",
                f"the joint document {name} is in several reports and may be counted twice: {told}",
            )  # fmt: skip
    for sentence in said:
        if _JOINT.search(sentence.text):
            for partner in _others_named(sentence, roster):
                if not any({sentence.unit, partner} <= pair for pair in paired):
                    paired.add(frozenset((sentence.unit, partner)))
                    yield _hint(
                        (sentence.unit, partner), "joint-file", Severity.INFO,
                        f"{sentence.told} 写到与 {partner} 联合发文，请核实没有都计入制发件数",
                        f"{sentence.told} issued a document with {partner}; check that only one "
                        "counts it",
                    )  # fmt: skip


def _files_named(text: str) -> Iterator[str]:
    """Titles and numbers of documents in a sentence; those of the nation are no unit's own."""
    for title in _FILE_TITLE.findall(text):
        if not _NATIONAL.search(title):
            yield f"《{title}》"
    for number in _FILE_NUMBER.findall(text):
        # Words of the sentence may stand before the organ's sign: 联合印发青教发〔2025〕3号.
        sign = _BEFORE_SIGN.split(number)[-1]
        yield re.sub(r"[\[［(（]", "〔", re.sub(r"[\]］)）]", "〕", sign))


def _transfers(said: Sequence[_Said], roster: Sequence[Unit]) -> Iterator[Noted]:
    """Applications handed on: both offices may have counted them as received."""
    for sentence in said:
        if not _TRANSFERRED.search(sentence.text) or not (cases := _CASES.search(sentence.text)):
            continue
        if not int(cases[1]):
            continue
        others = tuple(_others_named(sentence, roster))
        whom = "、".join(others) or "没有写明的单位"
        yield _hint(
            (sentence.unit, *others), "transferred-application", Severity.WARNING,
            f"{sentence.told} 写到移送、转办，另一方：{whom}；请核实两个单位没有都计入新收",
            f"{sentence.told} speaks of applications handed on ({whom}); check that only one "
            "counts them as received",
        )  # fmt: skip


def _other_handling(
    units: Sequence[Contribution], said: Sequence[_Said], form: ReportFormat
) -> Iterator[Noted]:
    """其他处理 above 0 beside words of handing on that give no number."""
    cells = [c for c in form.cells() if c.row == _OTHER_HANDLING and c.column == "总计"]
    for unit in units:
        numbers = [unit.report.tables.number(cell) for cell in cells]
        spoken = [s for s in said if s.unit == unit.name and _TRANSFERRED.search(s.text)]
        if any(numbers) and spoken and not any(_CASES.search(s.text) for s in spoken):
            name = form.cell_name(cells[0])
            yield _hint(
                (unit.name,), "transferred-application", Severity.INFO,
                f"{spoken[0].told} 写到移送、转办，{name} 为 {numbers[0]}；"
                "如是移送其他单位的申请，请核实接收单位没有重复计入新收",
                f"{spoken[0].told} speaks of handing on, and {cells[0]} is {numbers[0]}",
                cells=(str(cells[0]),),
            )  # fmt: skip


def _others_named(sentence: _Said, roster: Sequence[Unit]) -> Iterator[str]:
    """Other units whose full or short name a sentence holds; not as part of a longer name."""
    text = plain_name(sentence.text)
    own = next((unit for unit in roster if unit.name == sentence.unit), None)
    names = sorted(
        ((name, unit) for unit in roster for name in unit.own_names if len(name) > 2),
        key=lambda pair: len(pair[0]), reverse=True,
    )  # fmt: skip
    found: dict[str, None] = {}
    for name, unit in names:
        if name in text:
            text = text.replace(name, "\n")
            if unit is not own:
                found[unit.name] = None
    yield from found


def _copies(numbers: Mapping[str, Mapping[CellRef, Number]], form: ReportFormat) -> Iterator[Noted]:
    """Reports that agree in every figure; those that are all 0 are listed elsewhere."""
    groups: dict[frozenset[tuple[CellRef, Number]], list[str]] = {}
    for name, known in numbers.items():
        figures = frozenset((cell, number) for cell, number in known.items() if number)
        if figures:
            groups.setdefault(figures, []).append(name)
    for figures, names in groups.items():
        if len(names) > 1:
            of_cell = dict(figures)
            cells = [cell for cell in form.cells() if cell in of_cell]
            severity = Severity.WARNING if len(figures) >= _ENOUGH else Severity.INFO
            yield _hint(
                tuple(names), "same-figures", severity,
                f"{'、'.join(names)} 的数字完全相同（非零数字{len(figures)}个，如"
                f"{form.cell_name(cells[0])}为{of_cell[cells[0]]}），可能抄用了同一份报告，请核实",
                f"{', '.join(names)}: every figure is the same ({len(figures)} are not 0)",
                cells=tuple(map(str, cells)),
            )  # fmt: skip


def _contained(
    numbers: Mapping[str, Mapping[CellRef, Number]], form: ReportFormat, agency: str
) -> Iterator[Noted]:
    """The government's own report may be that of the whole, its departments already in it."""
    own = numbers.get(agency)
    others = {name: known for name, known in numbers.items() if name != agency}
    if own is None or not others:
        return
    totals: dict[CellRef, Number] = {}
    for known in others.values():
        for cell, number in known.items():
            totals[cell] = totals.get(cell, 0) + number
    stated = [cell for cell in form.cells() if totals.get(cell)]
    if len(stated) >= _ENOUGH and all(own.get(cell, 0) >= totals[cell] for cell in stated):
        cell = stated[0]
        yield _hint(
            (agency, *others), "figures-contained", Severity.WARNING,
            f"{agency} 的每个数字都不小于其他{len(others)}个单位之和（如{form.cell_name(cell)}："
            f"{own[cell]}，其他单位合计{totals[cell]}），可能已是汇总数；请核实本级的报告只含本级",
            f"every figure of {agency} is no less than the sum of the other {len(others)} units "
            f"({cell}: {own[cell]}, others {totals[cell]}); it may hold theirs already",
            cells=tuple(map(str, stated)),
        )  # fmt: skip
        return
    for name, known in others.items():
        figures = {cell: number for cell, number in known.items() if number}
        if len(figures) >= _ENOUGH and all(own.get(c) == n for c, n in figures.items()):
            cell = next(iter(figures))
            yield _hint(
                (agency, name), "figures-contained", Severity.WARNING,
                f"{name} 的每个非零数字都与 {agency} 的相同（如{form.cell_name(cell)}为"
                f"{figures[cell]}），本级的报告可能已含该单位；请核实",
                f"every figure of {name} that is not 0 stands in the report of {agency} too",
                cells=tuple(map(str, figures)),
            )  # fmt: skip


def _inclusive_texts(said: Sequence[_Said], agency: str) -> Iterator[Noted]:
    for sentence in said:
        if sentence.unit == agency and _INCLUDES.search(sentence.text):
            yield _hint(
                (agency,), "figures-contained", Severity.INFO,
                f"{sentence.told} 写到包含其他单位；请核实本级的数字只含本级",
                f"{sentence.told} says that others are in it; check that its figures are its own",
            )  # fmt: skip


def _hint(
    units: tuple[str, ...],
    id: str,
    severity: Severity,
    zh: str,
    en: str,
    *,
    cells: tuple[str, ...] = (),
) -> Noted:
    return Noted(
        tuple(dict.fromkeys(units)), Finding(id=id, severity=severity, zh=zh, en=en, cells=cells)
    )
