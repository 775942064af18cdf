"""What is worth saying of the lines of a title: the choice made, and what is wrong with it.

Source:
    GB/T 9704-2012 7.3.1
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType

from govdocs.compose.composition import Profile
from govdocs.compose.title.lines import TitleLines, Torn, title_lines, title_lines_as_given
from govdocs.compose.title.parts import PartKind
from govdocs.compose.title.shape import TitleShape, is_as_wanted
from govdocs.findings import Finding, Severity

_SHAPES: Mapping[TitleShape, tuple[str, str]] = MappingProxyType(
    {
        TitleShape.SINGLE: ("单行", "a single line"),
        TitleShape.TRAPEZOID: ("上短下长的梯形", "a trapezoid, longer below"),
        TitleShape.INVERTED_TRAPEZOID: ("上长下短的梯形", "a trapezoid, longer above"),
        TitleShape.LOZENGE: ("菱形", "a lozenge"),
        TitleShape.EVEN: ("各行等长", "lines of equal length"),
        TitleShape.OTHER: ("不成梯形或菱形", "neither a trapezoid nor a lozenge"),
    }
)
_PARTS: Mapping[PartKind, tuple[str, str]] = MappingProxyType(
    {
        PartKind.NAME: ("给定的名称", "a name given"),
        PartKind.ORGAN: ("机关名称", "an organ's name"),
        PartKind.PLACE: ("地名", "a place's name"),
        PartKind.LAW: ("法律法规名称", "a law's name"),
        PartKind.ENCLOSED: (
            "书名号、引号或括号内的文字",
            "text in book-title, quotation or round marks",
        ),
        PartKind.NUMBER: ("数字、日期或数量", "a number, date or quantity"),
        PartKind.WORD: ("一个词", "a word"),
    }
)
_CLAUSE_ZH, _CLAUSE_EN = "GB/T 9704—2012 7.3.1", "GB/T 9704-2012 7.3.1"
_REMEDY_ZH = "如不合适，请用 title_lines 自行分行，或改短标题"
_REMEDY_EN = "if it does not suit, give lines of your own (title_lines) or shorten the title"


def title_findings(
    title: str,
    profile: Profile,
    names: Collection[str] = (),
    own_lines: Sequence[str] = (),
) -> tuple[Finding, ...]:
    """The choice of lines made for a title, and what breaks 7.3.1; empty for a single good line.

    Args:
        title: the whole title, on one line.
        profile, names: as in ``title_breaks``.
        own_lines: the caller's lines, if there are any; they are judged as our own are.
    """
    chosen = (
        title_lines_as_given(own_lines, profile, names)
        if own_lines
        else title_lines(title, profile, names)
    )
    return tuple(_findings(chosen, is_own=bool(own_lines)))


def _findings(chosen: TitleLines, *, is_own: bool) -> Iterator[Finding]:
    shown = "／".join(chosen.lines)
    shape_zh, shape_en = _SHAPES[chosen.shape]
    count = len(chosen.lines)
    if count > 1 and not is_own:
        yield _finding(
            Severity.INFO,
            f"标题分为{count}行（{shape_zh}）：{shown}；{_REMEDY_ZH}",
            f"the title was divided into {count} lines ({shape_en}): {shown}; {_REMEDY_EN}",
        )
    for torn in chosen.torn:
        yield _torn(torn)
    if not is_as_wanted(chosen.shape, count):
        yield _finding(
            Severity.WARNING,
            f"标题{count}行{shape_zh}：{shown}；应排成梯形或菱形（{_CLAUSE_ZH}）；{_REMEDY_ZH}",
            f"the title's {count} lines make {shape_en}: {shown}; they should make a trapezoid or"
            f" a lozenge ({_CLAUSE_EN}); {_REMEDY_EN}",
            expected="梯形或菱形",
            found=shape_zh,
        )
    for line in chosen.too_wide:
        yield _finding(
            Severity.WARNING,
            f"标题中的“{line}”一行排不下，按版心宽度换行，未按词意（{_CLAUSE_ZH}）；请改短标题",
            f"“{line}” of the title does not fit on a line; it is broken where lines are full, not"
            f" by sense ({_CLAUSE_EN}); shorten the title",
        )


def _torn(torn: Torn) -> Finding:
    kind_zh, kind_en = _PARTS[torn.kind]
    why_zh = "它比一行长" if torn.too_long else "没有使它完整的分法"
    why_en = "it is longer than a line" if torn.too_long else "no division here keeps it whole"
    return _finding(
        Severity.WARNING,
        f"标题在“{torn.text}”（{kind_zh}）中间换行：{why_zh}（{_CLAUSE_ZH}）；{_REMEDY_ZH}",
        f"a line of the title ends inside “{torn.text}” ({kind_en}): {why_en} ({_CLAUSE_EN});"
        f" {_REMEDY_EN}",
        expected="词意完整",
        found=torn.text,
    )


def _finding(
    severity: Severity, zh: str, en: str, *, expected: str | None = None, found: str | None = None
) -> Finding:
    return Finding(
        id="title-lines",
        severity=severity,
        zh=zh,
        en=en,
        place="标题",
        expected=expected,
        found=found,
    )
