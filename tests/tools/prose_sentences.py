"""Sentences with known truth about the figures of random yearly reports, for measuring the reader.

A template names figures in slots: ``{收到}`` a count, ``{予以公开%办结}`` a percentage,
``{收到^件}`` and ``{收到^%}`` a change against last year, ``{?}`` a number that no table has.
From a template come sentences in which every number is right, and sentences in which one slot
is wrong and its cell is to be found.
"""

import random
import re
from decimal import ROUND_HALF_UP, Decimal
from types import ModuleType
from typing import NamedTuple

import prose_once_held_out
import prose_tuned
import prose_written_a
import prose_written_b
import prose_written_c
import prose_written_while_mending
from prose_sources import Source

from govdocs.formatting.ordinals import chinese_numeral
from govdocs.kinds.annual_report.report import AnnualReport

YEAR = 2025
AGENCY = "青禾县柳湾乡人民政府"
COLUMNS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
ORGANISATIONS = COLUMNS[1:]
REFUSED = (
    "国家秘密 法律法规禁止 三安全一稳定 第三方权益 内部事务信息 过程性信息 执法案卷 行政查询"
).split()
NOT_HAD = "不掌握 需另行制作 补正仍不明确".split()
NOT_HANDLED = "信访举报投诉 重复申请 公开出版物 大量反复申请 确认或重新出具".split()
OTHERWISE = "逾期不补正 逾期不缴费 其他处理".split()
RESULTS = ("予以公开", "部分公开", *REFUSED, *NOT_HAD, *NOT_HANDLED, *OTHERWISE)
ROWS = ("新收", "上年结转", *RESULTS, "办结", "结转下年")
COURTS = ("复议", "直接起诉", "复议后起诉")
OUTCOMES = ("维持", "纠正", "其他", "未审结")

FIGURES = {
    **{row: [f"t2.{row}.总计"] for row in ROWS},
    **{f"{row}.{column}": [f"t2.{row}.{column}"] for row in ROWS for column in COLUMNS},
    **{f"{row}.法人": [f"t2.{row}.{column}" for column in ORGANISATIONS] for row in ROWS},
    **{court: [f"t3.{court}.总计"] for court in COURTS},
    **{f"{court}.{out}": [f"t3.{court}.{out}"] for court in COURTS for out in OUTCOMES},
    **{f"诉讼.{out}": [f"t3.{court}.{out}" for court in COURTS[1:]] for out in OUTCOMES},
    "收到": ["t2.新收.总计"],
    "答复": ["t2.办结.总计"],
    "办理": ["t2.办结.总计"],
    "诉讼": ["t3.直接起诉.总计", "t3.复议后起诉.总计"],
    "复议+诉讼": ["t3.复议.总计", "t3.直接起诉.总计", "t3.复议后起诉.总计"],
    "予以公开+部分公开": ["t2.予以公开.总计", "t2.部分公开.总计"],
    "不予公开": [f"t2.{row}.总计" for row in REFUSED],
    "无法提供": [f"t2.{row}.总计" for row in NOT_HAD],
    "不予处理": [f"t2.{row}.总计" for row in NOT_HANDLED],
    "其他处理合计": [f"t2.{row}.总计" for row in OTHERWISE],
    "受理总数": ["t2.新收.总计", "t2.上年结转.总计"],
    **{
        f"{row}.{column}": [f"t1.{row}.{column}"]
        for row in ("规章", "规范性文件")
        for column in ("制发", "废止", "现行有效")
    },
    "许可": ["t1.行政许可.处理决定"],
    "处罚": ["t1.行政处罚.处理决定"],
    "强制": ["t1.行政强制.处理决定"],
    "收费": ["t1.行政事业性收费.收费"],
}
# 其他处理N件 in prose is the group, not its row “3.其他”.
FIGURES["其他处理"] = FIGURES["其他处理合计"]

_SLOT = re.compile(r"\{([^{}]+)\}")


class Case(NamedTuple):
    """A sentence in a report.

    Attributes:
        report: with the sentence as its text.
        expected: the first cell of each figure that the sentence contradicts, ``其中`` for a list.
        template: where it came from.
        also: what may be found besides: a wrong part also breaks the list that it stands in.
    """

    report: AnnualReport
    expected: frozenset[str]
    template: str
    also: frozenset[str] = frozenset()


def random_tables(chance: random.Random) -> dict:
    """Tables whose tie-outs all hold; every result row has a figure of its own."""
    t2 = {row: [chance.randint(0, 9) for _ in COLUMNS] for row in RESULTS}
    t2["予以公开"][0] += chance.randint(20, 60)
    t2["办结"] = [sum(t2[row][i] for row in RESULTS) for i in range(len(COLUMNS))]
    t2["结转下年"] = [chance.randint(1, 7) for _ in COLUMNS]
    t2["上年结转"] = [chance.randint(1, 6) for _ in COLUMNS]
    t2["新收"] = [
        handled + left - came
        for handled, left, came in zip(t2["办结"], t2["结转下年"], t2["上年结转"], strict=True)
    ]
    t3 = {court: [chance.randint(1, 9) for _ in OUTCOMES] for court in COURTS}
    return {
        "t1": {
            "规章": [chance.randint(1, 9), chance.randint(1, 5), chance.randint(10, 40)],
            "规范性文件": [chance.randint(1, 20), chance.randint(1, 9), chance.randint(30, 90)],
            "行政许可": chance.randint(100, 900),
            "行政处罚": chance.randint(20, 90),
            "行政强制": chance.randint(1, 19),
            "行政事业性收费": str(Decimal(chance.randint(100, 9999)) / 100),
        },
        "t2": {row: [*values, sum(values)] for row, values in t2.items()},
        "t3": {court: [*values, sum(values)] for court, values in t3.items()},
    }


class _Numbers:
    """The figures of this and last year's tables."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.tables, self.last = random_tables(chance), random_tables(chance)
        self.facts = {
            "year": YEAR,
            "agency": AGENCY,
            "tables": self.tables,
            "last_year": {"year": YEAR - 1, "tables": self.last},
        }
        report = AnnualReport(**self.facts)
        self.now, self.before = report.tables, report.last_year.tables
        self.all = {str(value) for value in self.now.values()}

    def report(self, text: str) -> AnnualReport:
        return AnnualReport(**self.facts, sections={"总体情况": text})

    def value(self, figure: str, *, last: bool = False) -> Decimal:
        figures = self.before if last else self.now
        cells = [tuple(cell.split(".")) for cell in FIGURES[figure]]
        return sum((Decimal(figures.at(*cell)) for cell in cells), Decimal(0))

    def other(self, value: Decimal) -> Decimal:
        """A wrong number, near the right one, that no reading of a figure allows."""
        allowed = {self.value(name) for name in FIGURES}
        step = self.chance.choice((1, 2, 3, 10)) * self.chance.choice((1, -1))
        wrong = value + step
        while wrong in allowed or wrong < 0:
            wrong += 1
        return wrong

    def filled(self, slot: str, *, wrong: bool) -> str:
        """The text of a slot."""
        if slot == "?":
            return str(self.other(Decimal(self.chance.randint(200, 4000))))
        if slot == "办结率":
            return self._percent(self.value("办结"), self.value("受理总数"), wrong)
        if "%" in slot and "^" not in slot:
            part, whole = slot.split("%")
            return self._percent(self.value(part), self.value(whole), wrong)
        if "^" in slot:
            return self._change(*slot.split("^"), wrong=wrong)
        value = self.value(slot)
        if slot == "收费":
            return str(value + Decimal("1.25") if wrong else value)
        return self._count(self.other(value) if wrong else value)

    def _count(self, value: Decimal) -> str:
        number = int(value)
        style = self.chance.random()
        if style < 0.12 and 0 < number < 10_000:
            return chinese_numeral(number)
        if style < 0.2:
            return str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
        return f"{number:,}" if style < 0.4 else str(number)

    def _percent(self, part: Decimal, whole: Decimal, wrong: bool) -> str:
        places = self.chance.choice((0, 1, 2))
        ratio = 100 * part / whole
        if wrong:
            ratio += self.chance.choice((7, -6, 11)) + Decimal("0.37")
            return f"{abs(ratio):.{places}f}"
        rounding = self.chance.choice((ROUND_HALF_UP, "ROUND_DOWN"))
        return str(ratio.quantize(Decimal(1).scaleb(-places), rounding=rounding))

    def _change(self, figure: str, unit: str, *, wrong: bool) -> str:
        now, before = self.value(figure), self.value(figure, last=True)
        change = now - before
        up, down = (
            ("增长", "下降")
            if unit == "%"
            else self.chance.choice((("增加", "减少"), ("上升", "下降")))
        )
        word = up if change >= 0 else down
        amount = abs(100 * change / before) if unit == "%" else abs(change)
        if wrong and self.chance.random() < 0.3 and amount:
            word = down if word == up else up
        elif wrong:
            amount += 3
        text = f"{amount:.1f}" if unit == "%" else f"{amount:f}"
        return f"{word}{text}{unit}"


def _first_cell(slot: str) -> str:
    if slot == "办结率":
        return "t2.办结.总计"
    return FIGURES[re.split(r"[%^]", slot)[0]][0]


def _compared(template: str, chance: random.Random) -> list[Case]:
    slots = [slot for slot in _SLOT.findall(template) if slot != "?"]
    cases = []
    for wrong in [None, *chance.sample(range(len(slots)), min(2, len(slots)))]:
        numbers = _Numbers(chance)
        seen = iter(range(len(slots)))

        def fill(match, numbers=numbers, seen=seen, wrong=wrong):
            is_wrong = match[1] != "?" and next(seen) == wrong
            return numbers.filled(match[1], wrong=is_wrong)

        text = _SLOT.sub(fill, template)
        expected = frozenset() if wrong is None else frozenset({_first_cell(slots[wrong])})
        also = frozenset({"其中"} if expected and "其中" in template else ())
        cases.append(Case(numbers.report(text), expected, template, also))
    return cases


def _nil(template: str, figure: str, chance: random.Random) -> list[Case]:
    wrong, right = _Numbers(chance), _Numbers(chance)
    court = figure.split(".")[0] in COURTS or figure == "诉讼"
    for tables in (right.facts["tables"],):
        group = tables["t3" if court else "t2"]
        for row in group:
            group[row] = [0] * len(group[row])
    expected = {FIGURES[figure][0]}
    if figure in ("复议", "诉讼"):
        both = {"复议": "复议" in template, "诉讼": "诉讼" in template}
        expected = {FIGURES[name][0] for name, is_named in both.items() if is_named}
    return [
        Case(right.report(template), frozenset(), template),
        Case(wrong.report(template), frozenset(expected), template),
    ]


def _not_compared(template: str, chance: random.Random) -> list[Case]:
    cases = []
    for _ in range(3 if "{?}" in template else 1):
        numbers = _Numbers(chance)
        text = _SLOT.sub(lambda match, n=numbers: n.filled("?", wrong=False), template)
        cases.append(Case(numbers.report(text), frozenset(), template))
    return cases


def _lists(template: tuple[str, tuple[str, ...]], chance: random.Random) -> list[Case]:
    """A list is right, or its total is one below (error) or above (a warning where closed)."""
    text, names = template
    cases = []
    for difference in (0, -1, 1):
        parts = [chance.randint(2, 60) for _ in names]
        total = sum(parts) + difference
        filled = text.replace("{total}", str(total))
        for name, part in zip(names, parts, strict=True):
            filled = filled.replace("{" + name + "}", str(part))
        is_found = difference < 0 or (difference > 0 and "OPEN" not in text)
        numbers = _Numbers(chance)
        report = numbers.report(filled.replace("OPEN", ""))
        cases.append(Case(report, frozenset({"其中"} if is_found else ()), text))
    return cases


def _cases(source, seed: int) -> list[Case]:
    chance = random.Random(seed)
    cases = [case for template in source.COMPARED for case in _compared(template, chance)]
    cases += [case for template, figure in source.NIL for case in _nil(template, figure, chance)]
    cases += [case for template in source.NOT_COMPARED for case in _not_compared(template, chance)]
    cases += [case for template in source.LISTS for case in _lists(template, chance)]
    return cases


def _written(source: Source) -> list[Case]:
    """Fixed sentences about fixed tables, each in a report of its own."""

    def case(text: str, figure: str = "") -> Case:
        expected = frozenset({FIGURES[figure][0]} if figure else ())
        report = AnnualReport(
            year=source.year,
            agency=source.agency,
            tables=source.tables,
            last_year=source.last_year,
            sections={source.section: text},
        )
        also = frozenset({"其中"} if figure and "其中" in text else ())
        return Case(report, expected, text, also)

    rest = (*source.right, *source.not_compared)
    return [case(*wrong) for wrong in source.wrong] + [case(text) for text in rest]


def _source(module: ModuleType) -> Source:
    """The sentences of a module that has but one report."""
    return Source(
        year=module.YEAR,
        agency=module.AGENCY,
        tables=module.TABLES,
        wrong=module.WRONG,
        right=module.RIGHT,
        not_compared=module.NOT_COMPARED,
    )


def tuned_cases(seed: int = 1) -> list[Case]:
    """The sentences that the reader was tuned on, made from templates and written."""
    made = _cases(prose_tuned, seed) + _cases(prose_once_held_out, seed + 1)
    seen = (prose_written_a, prose_written_b, prose_written_while_mending)
    return made + [case for module in seen for case in _written(_source(module))]


def held_out_cases() -> list[Case]:
    """The sentences that it was not tuned on: set C."""
    return [case for source in prose_written_c.SOURCES for case in _written(source)]
