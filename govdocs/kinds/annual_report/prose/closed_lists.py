"""共N件，其中A a件、B b件: parts never exceed their total, and a closed list sums to it.

Works for every unit: what is counted need not be a figure of the tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from govdocs.findings import Finding, Severity
from govdocs.kinds.annual_report.prose.clauses import Clause, clauses, marker_length, plain
from govdocs.kinds.annual_report.prose.numbers import Number, numbers_in
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.kinds.annual_report.texts import PlacedText, texts

_PARTS = "其中"
_STOP = re.compile(r"另|此外|同时|截至|截止|同比|[较比][上去]|与[上去]|全年|[一二三四五]是")
_OPEN = re.compile(r"主要|重点|等")
_REST = re.compile(r"(?:其他|其它|其余|剩余)(?!处理|结果|组织|情形)")
_CHANGE = re.compile(
    r"(?:增长|增加|上升|下降|减少|降低|占|占比|比例|率|平均|上年|去年)[^0-9]{0,3}$"
)
_CHANNEL = re.compile(
    r"网站|门户|公众号|微博|微信|公报|新媒体|客户端|公开栏|公示栏|广播|电视|报|抖音|平台"
)
_PREDICATE = re.compile(
    r"办结|结转|收到|受理|新收|上年|共|累计|复议|诉讼|答复|办理|发生|召开|举办|开展|发布"
)
# Results and applicants stand in the tables; these tell whether some are left out.
_TABLED = re.compile(
    r"公开|提供|处理|结转|办结|答复|维持|纠正|审结|结果|不存在|秘密|隐私|自然人|法人|组织|企业|机构|申请|起诉|掌握|不明确|案卷|查询"
)
# What a list divides by; a part divided by something else begins what is no longer the list.
_DIVIDED_BY = tuple(
    re.compile(pattern)
    for pattern in (
        r"自然人|法人|企业|科研机构|公益组织|法律服务|公民",
        r"公开(?!信息|类|栏|平台)|无法提供|不予处理|其他处理|信息不存在",
        r"维持|纠正|其他结果|审结",
        r"直接起诉|复议后起诉",
        r"(?:网络|网上|信函|邮寄|当面|传真|线上|线下)(?:申请|提交|渠道|方式|收到|受理)?$",
    )
)
_FEWEST = 2
_FEWEST_OF_A_CLOSED_LIST = 3
_LONGEST_ITEM = 40
_FARTHEST_TOTAL = 40
_MOST_PARTS = 100
_NO_UNIT = frozenset(
    {"", "%", "年", "月", "日", "号", "倍", "百分点", "个百分点", "时", "分", "点"}
)


class _Part(NamedTuple):
    """A part; ``follows`` are the words after its number: 21件予以公开."""

    name: str
    number: Number
    follows: str = ""


class _Run(NamedTuple):
    """A total and what 其中 counts of it."""

    placed: PlacedText
    quote: str
    total: Number
    parts: tuple[_Part, ...]
    is_open: bool


class _Piece(NamedTuple):
    """A number of a clause: the words before it, the mark before these, what follows it."""

    name: str
    mark: str
    number: Number
    follows: str
    depth: int
    sentence: int


def list_findings(report: AnnualReport) -> Iterator[Finding]:
    """Lists introduced by 其中 whose parts do not fit their total."""
    for _, lines in groupby(texts(report), key=lambda text: text.field):
        section = list(lines)
        for index, placed in enumerate(section):
            for run in _runs(placed, section, index + 1):
                finding = _judged(run)
                if finding is not None:
                    yield finding


def _runs(placed: PlacedText, section: Sequence[PlacedText], below: int) -> Iterator[_Run]:
    line = plain(placed.text)
    if _PARTS not in line:
        return
    found = list(_pieces(line))
    for index, piece in enumerate(found):
        if _PARTS in piece.name:
            run = _run(placed, line, found, index)
            if run is not None:
                yield run
    if line.rstrip(":").endswith(_PARTS) and found:
        yield from _listed_below(placed, found, section, below)


def _pieces(line: str) -> Iterator[_Piece]:
    leading = ""
    for clause in clauses(line):
        if clause.text.strip() == _PARTS:  # 其中：A a条
            leading = _PARTS
            continue
        for piece in _clause_pieces(clause):
            yield piece._replace(name=leading + piece.name, mark=":" if leading else piece.mark)
            leading = ""


def _clause_pieces(clause: Clause) -> Iterator[_Piece]:
    numbers = [number for number in numbers_in(clause.text) if number.unit not in _NO_UNIT]
    left, mark = 0, clause.before
    for index, number in enumerate(numbers):
        name = clause.text[left : number.start]
        if name.startswith("、"):
            name, mark = name[1:], "、"
        right = numbers[index + 1].start if index + 1 < len(numbers) else len(clause.text)
        follows = clause.text[number.end : right]
        placed = number._replace(start=number.start + clause.start, end=number.end + clause.start)
        yield _Piece(name, mark, placed, follows, clause.depth, clause.sentence)
        left, mark = number.end, ""


def _run(placed: PlacedText, line: str, found: Sequence[_Piece], first: int) -> _Run | None:
    """The list that begins with a piece in which 其中 stands."""
    start = found[first]
    total = _total(found, first)
    if total is None:
        return None
    parts: list[_Part] = []
    is_open = bool(_OPEN.search(start.name))
    mark = ""
    for index in range(first, len(found)):
        piece = found[index]
        if len(parts) > _MOST_PARTS:
            return None
        if piece.depth > start.depth:
            continue
        if piece is not start and _ends(piece, start, parts, mark):
            break
        if parts and _division(piece.name) != _division(parts[0].name):
            is_open = True
            break
        if piece.number.unit != start.number.unit:
            is_open = True
            continue
        if len(parts) == 1:
            mark = piece.mark
        elif parts and piece.mark != mark:
            is_open = True
        parts.append(_Part(piece.name.rpartition(_PARTS)[2], piece.number, piece.follows))
        is_open = is_open or "等" in piece.follows or "等" in piece.name
    return _Run(placed, _quote(line, total, parts), total, tuple(parts), is_open)


def _total(found: Sequence[_Piece], first: int) -> Number | None:
    """The nearest number of the same unit, in this sentence or the one before."""
    start = found[first]
    for index in range(first - 1, max(-1, first - 1 - _FARTHEST_TOTAL), -1):
        piece = found[index]
        if piece.sentence < start.sentence - 1:
            return None
        is_alike = piece.depth <= start.depth and piece.number.unit == start.number.unit
        if is_alike and not _CHANGE.search(piece.name):
            return piece.number
    return None


def _ends(piece: _Piece, start: _Piece, parts: Sequence[_Part], mark: str) -> bool:
    """Whether a piece no longer belongs to the list that start began."""
    if piece.sentence != start.sentence or piece.depth < start.depth or _PARTS in piece.name:
        return True
    if _STOP.search(piece.name) or _CHANGE.search(piece.name):
        return True
    if piece.mark == ";" and start.mark != ":":
        return True
    if mark == "、" and piece.mark == ",":
        return True
    is_new = _PREDICATE.search(piece.name) is not None
    return is_new and bool(parts) and not _PREDICATE.search(parts[0].name)


def _division(name: str) -> int:
    """By what a part is divided from the others; as many as there are for what is not known."""
    known = (index for index, pattern in enumerate(_DIVIDED_BY) if pattern.search(name))
    return next(known, len(_DIVIDED_BY))


def _listed_below(
    placed: PlacedText, found: Sequence[_Piece], section: Sequence[PlacedText], start: int
) -> Iterator[_Run]:
    """…其中： with a numbered item for each part on the lines below."""
    parts: list[_Part] = []
    kind = ""
    for index in range(start, min(len(section), start + _MOST_PARTS)):
        below = section[index]
        line = plain(below.text)
        shape = _shape(line)
        pieces = list(_pieces(line))[:1]
        if not shape or not pieces or (kind and shape != kind) or len(line) > _LONGEST_ITEM:
            break
        kind = shape
        parts.append(_Part(pieces[0].name, pieces[0].number))
    if len(parts) < _FEWEST:
        return
    unit = parts[0].number.unit
    same = [piece for piece in found if piece.number.unit == unit]
    if same and all(part.number.unit == unit for part in parts):
        total = same[-1].number
        quote = placed.text[total.start : total.end] + "，其中……"
        yield _Run(placed, quote, total, tuple(parts), False)


def _shape(line: str) -> str:
    """How the item number at a line's start is written; empty for none."""
    marker = line[: marker_length(line)].strip()
    return re.sub(r"[一二三四五六七八九十]+", "一", re.sub(r"\d+", "1", marker))


def _quote(line: str, total: Number, parts: Sequence[_Part]) -> str:
    name = "、".join(f"{part.name}{line[part.number.start : part.number.end]}" for part in parts)
    return f"{line[total.start : total.end]}，其中{name}"


def _judged(run: _Run) -> Finding | None:
    values = [part.number.value for part in run.parts if part.number.value is not None]
    total = run.total.value
    if total is None or len(run.parts) < _FEWEST:
        return None
    added = sum(values, Decimal(0))
    if added > total:
        is_overlapping = any(_CHANNEL.search(part.name) for part in run.parts)
        severity = Severity.WARNING if is_overlapping else Severity.ERROR
        return _finding(run, added, severity, "超出", "more than")
    is_known = len(values) == len(run.parts)
    if added < total and is_known and _is_closed(run):
        return _finding(run, added, Severity.WARNING, "少于", "less than")
    return None


def _is_closed(run: _Run) -> bool:
    """Whether the list seems to name every part."""
    names = [part.name or part.follows for part in run.parts]
    if run.is_open or any(_CHANNEL.search(name) for name in names):
        return False
    if any(_REST.search(name) for name in names):
        return True
    is_tabled = all(_TABLED.search(name) for name in names)
    return len(names) >= _FEWEST_OF_A_CLOSED_LIST and not is_tabled


def _finding(run: _Run, added: Decimal, severity: Severity, zh: str, en: str) -> Finding:
    place, unit = run.placed.place, run.total.unit
    arithmetic = "＋".join(f"{part.number.value}" for part in run.parts if part.number.value)
    total = f"{run.total.value}{unit}"
    return Finding(
        id="prose-parts",
        severity=severity,
        place=place,
        zh=f"{place}：“{run.quote}”各项之和 {arithmetic}＝{added}{unit}，{zh}总数 {total}；"
        "请核对各项和总数",
        en=f"{place}: the parts of “{run.quote}” add up to {added}, {en} the total {total}; "
        "check the parts and the total",
        expected=total,
        found=f"{added}{unit}",
    )
