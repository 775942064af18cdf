"""Findings of tie-outs (勾稽关系): the broken ones, and those that the blanks leave open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from govdocs.findings import Finding, Severity
from govdocs.kinds.annual_report.cell_places import (
    cell_place,
    line_name,
    line_name_en,
    term_name,
)
from govdocs.kinds.annual_report.figures import Figures
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.kinds.annual_report.single_changes import ChangeFinder, SingleChange
from govdocs.kinds.annual_report.tie_out import (
    Number,
    Outcome,
    TieOut,
    Verdict,
    evaluate,
    numbers_in,
)
from govdocs.kinds.annual_report.values import value_text
from govdocs.standards.annual_report.forms import CellRef, ReportFormat

BROKEN = "tie-out"
OPEN = "tie-out-open"

_ZEROS_TOLD = 3
"""Terms of 0 that a sum may print; more are counted."""


def check_tie_outs(report: AnnualReport) -> Iterator[Finding]:
    """A finding for each broken tie-out, and for each that a filled blank must settle."""
    yield from tie_out_findings(report.format, report.tables)


def tie_out_findings(form: ReportFormat, figures: Figures) -> Iterator[Finding]:
    """The same for figures without a report: of a workbook, a sum of reports."""
    outcomes = evaluate(form, figures)
    numbers = numbers_in(form, figures)
    finder = ChangeFinder(form, numbers, outcomes)
    for outcome in outcomes:
        words = _Words(form, figures, outcome)
        if outcome.verdict.is_broken:
            yield words.broken(finder.changes(outcome))
        elif _needs_filling(outcome):
            yield words.open()


def _needs_filling(outcome: Outcome) -> bool:
    """Whether a tie-out holds only if its blanks are not all 0."""
    if outcome.verdict is not Verdict.OPEN or outcome.left == outcome.right:
        return False
    return outcome.tie_out.identity.relation == "=" or outcome.left < outcome.right


class _Words:
    """What is said of one tie-out."""

    def __init__(self, form: ReportFormat, figures: Figures, outcome: Outcome) -> None:
        self._form = form
        self._figures = figures
        self._outcome = outcome
        self._tie_out = outcome.tie_out
        self._identity = outcome.tie_out.identity

    def broken(self, changes: Sequence[SingleChange]) -> Finding:
        whatever = self._outcome.verdict is Verdict.BROKEN_WHATEVER
        zh = [f"{self._rule_zh()}不成立{'，空白格无论填多少都不能成立' if whatever else ''}："]
        zh += [f"{self._arithmetic('zh')}。", _changes_zh(changes, self)]
        en = f"{self._rule_en()} does not hold{', whatever the blanks are' if whatever else ''}: "
        return self._finding(
            BROKEN,
            self._identity.severity,
            "".join(zh),
            f"{en}{self._arithmetic('en')}. {_changes_en(changes, self)}",
            "; ".join(f"{each.cell}={_number(each.new)}" for each in changes) or None,
        )

    def open(self) -> Finding:
        zh, en = self._open_condition()
        return self._finding(
            OPEN,
            Severity.WARNING,
            f"{self._rule_zh()}待核：{self._arithmetic('zh')}。{zh}，请填齐后再核",
            f"{self._rule_en()} is open: {self._arithmetic('en')}; {en}: fill them in",
            zh,
        )

    def _open_condition(self) -> tuple[str, str]:
        outcome = self._outcome
        difference = _number(outcome.difference)
        bound = "不小于" if self._identity.relation == ">=" else "为"
        least = "at least " if self._identity.relation == ">=" else ""
        if outcome.blanks_total is not None:
            count = len(outcome.blanks)
            zh = f"{count}个空白格" if count > 1 else "空白格"
            return f"{zh}合计应{bound}{difference}", f"the blanks must total {least}{difference}"
        lower, higher = ("左", "右") if outcome.left < outcome.right else ("右", "左")
        low, high = ("left", "right") if lower == "左" else ("right", "left")
        return (
            f"等式{lower}边的空白格合计应比{higher}边的多{difference}",
            f"the blanks of the {low} side must total {difference} more than those of the {high}",
        )

    def _finding(
        self, id: str, severity: Severity, zh: str, en: str, expected: str | None
    ) -> Finding:
        cells = self._tie_out.cells
        relation = "=" if self._outcome.left == self._outcome.right else "≠"
        if self._identity.relation == ">=":
            relation = "<" if self._outcome.left < self._outcome.right else ">="
        return Finding(
            id=id,
            severity=severity,
            zh=zh,
            en=en,
            place=cell_place(self._form, cells[0]),
            cells=tuple(map(str, cells)),
            expected=expected,
            found=f"{_number(self._outcome.left)}{relation}{_number(self._outcome.right)}",
        )

    def _rule_zh(self) -> str:
        line = line_name(self._form, self._identity, self._tie_out.along)
        return f"{line}勾稽关系“{self._identity.zh}”（{self._identity.id}）"

    def _rule_en(self) -> str:
        line = line_name_en(self._form, self._identity, self._tie_out.along)
        return f"tie-out {self._identity.id} ({line}: {self._identity.en})"

    def _arithmetic(self, lang: str) -> str:
        outcome = self._outcome
        left = self._side(self._tie_out.left, outcome.left, lang)
        right = self._side(self._tie_out.right, outcome.right, lang)
        comma, plain = ("；", self._identity.relation) if lang == "zh" else ("; ", "")
        sign = "<" if plain == ">=" or self._identity.relation == ">=" else "≠"
        told = f"{comma}{_number(outcome.left)}{sign}{_number(outcome.right)}"
        return f"{left}{comma}{right}{told if outcome.verdict.is_broken else ''}"

    def _side(self, cells: tuple[CellRef, ...], total: Number, lang: str) -> str:
        """新收11＋上年结转2＝13, with the terms of 0 and the cells without a number counted."""
        blanks = {*self._outcome.blanks}
        texts = [(self.name(cell), self._figures.text(cell)) for cell in cells]
        if len(cells) == 1:
            return _term(*texts[0], lang) if cells[0] not in blanks else _no_term(*texts[0], lang)
        known = [term for cell, term in zip(cells, texts, strict=True) if cell not in blanks]
        told = [term for term in known if term[1] != "0"]
        zeros = len(known) - len(told)
        if zeros <= _ZEROS_TOLD:
            told, zeros = known, 0
        plus, equals = ("＋", "＝") if lang == "zh" else (" + ", " = ")
        asides = _asides(zeros, [self._figures.text(c) for c in cells if c in blanks], lang)
        terms = plus.join(_term(*term, lang) for term in told) or "0"
        return f"{terms}{asides}{equals}{_number(total)}"

    def name(self, cell: CellRef) -> str:
        return term_name(self._form, self._identity, cell)


def _term(name: str, text: str, lang: str) -> str:
    return f"{name}{text}" if lang == "zh" else f"{name} {text}"


def _no_term(name: str, text: str, lang: str) -> str:
    if lang == "zh":
        return f"{name}（{f'写作“{text}”' if text else '未填'}）"
    return f"{name} ({f'written {text}' if text else 'blank'})"


def _asides(zeros: int, unknown: Sequence[str], lang: str) -> str:
    """What a sum leaves out: its terms of 0, and cells that hold no number."""
    parts: list[str] = []
    if zeros:
        parts.append(f"其余{zeros}项为0" if lang == "zh" else f"{zeros} more are 0")
    for text in dict.fromkeys(unknown):
        count = unknown.count(text)
        if lang == "zh":
            parts.append(f"{count}项{f'写作“{text}”' if text else '未填'}")
        else:
            parts.append(f"{count} {f'written {text}' if text else 'blank'}")
    if not parts:
        return ""
    return f"（{'，'.join(parts)}）" if lang == "zh" else f" ({', '.join(parts)})"


_RANKS_ZH = (
    "单改一处即可使全部勾稽关系成立：",
    "单改下列一处，不影响其他勾稽关系：",
    "单改下列一处，也使其他不平的勾稽关系成立，但另有勾稽关系不再成立：",
    "单改下列一处，另有勾稽关系不再成立：",
)
_RANKS_EN = (
    "One change makes all tie-outs hold: ",
    "One change that breaks no other tie-out: ",
    "One change that mends others but breaks some: ",
    "One change that breaks others: ",
)


def _changes_zh(changes: Sequence[SingleChange], words: _Words) -> str:
    if not changes:
        return "没有只改一处就能使它成立的办法，请逐格核对原始台账"
    parts = [
        _RANKS_ZH[rank] + "；".join(_grouped(list(group), words, "zh"))
        for rank, group in groupby(changes, lambda change: change.rank)
    ]
    return f"{'。'.join(parts)}。请核对原始台账后更正，程序不代为选择"


def _changes_en(changes: Sequence[SingleChange], words: _Words) -> str:
    if not changes:
        return "No single change mends it: check every cell"
    parts = [
        _RANKS_EN[rank] + "; ".join(_grouped(list(group), words, "en"))
        for rank, group in groupby(changes, lambda change: change.rank)
    ]
    return f"{'. '.join(parts)}. Check the office's records; none is chosen for you"


def _grouped(changes: list[SingleChange], words: _Words, lang: str) -> Iterator[str]:
    """Changes of one rank: those with the same old, new and effect stand together."""

    def kind(change: SingleChange) -> tuple[Number, Number, tuple[str, ...], tuple[str, ...]]:
        return change.old, change.new, _ids(change.mends), _ids(change.breaks)

    for key in dict.fromkeys(map(kind, changes)):
        alike = [change for change in changes if kind(change) == key]
        yield _group(alike, words, lang) + _effect(alike[0], lang)


def _group(alike: Sequence[SingleChange], words: _Words, lang: str) -> str:
    step = f"{_number(alike[0].old)}→{_number(alike[0].new)}"
    names = [words.name(each.cell) for each in alike]
    if len(names) == 1:
        return f"{names[0]} {step}"
    if lang == "zh":
        return f"{'、'.join(names)}（共{len(names)}处）中任一处 {step}"
    return f"any one of {', '.join(names)} ({len(names)} cells) {step}"


def _effect(change: SingleChange, lang: str) -> str:
    comma = "、" if lang == "zh" else ", "
    mends, breaks = comma.join(_ids(change.mends)), comma.join(_ids(change.breaks))
    if lang == "zh":
        parts = [f"{mends}也成立"] if mends and not change.mends_all else []
        parts += [f"{breaks}不再成立"] if breaks else []
        return f"（{'，'.join(parts)}）" if parts else ""
    parts = [f"also mends {mends}"] if mends and not change.mends_all else []
    parts += [f"breaks {breaks}"] if breaks else []
    return f" ({', '.join(parts)})" if parts else ""


def _ids(tie_outs: Sequence[TieOut]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.identity.id for each in tie_outs))


def _number(number: Number) -> str:
    return value_text(number)
