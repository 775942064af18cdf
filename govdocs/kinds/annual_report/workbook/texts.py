"""The rows of the sheet 正文: how a section's text is cut into cells, and put together again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from govdocs.formatting.ordinals import ordinal
from govdocs.kinds.annual_report.section import ReportSection
from govdocs.standards.annual_report.forms import ReportFormat, SectionForm

HEADS = ("章节", "部分", "正文", "填写提示")
SECTION_COLUMN, PART_COLUMN, TEXT_COLUMN, HINT_COLUMN = range(4)
INTRODUCTION = "引言"
CLOSING = "结语"
LEAD = "（开头的话）"
CONTINUED = "（续）"
SPARE_ROWS = 2
"""Empty rows below for sections that the format does not have."""

MOST_CHARACTERS = 32_767
"""Characters that a cell can hold; Excel drops the rest."""

_CHUNK = 32_000

_HEAD = re.compile(r"^（[一二三四五六七八九十]+）([^\n，；：！？]{2,30}?)$", re.MULTILINE)
"""A heading of level 2 alone on its line."""

_NUMBER = re.compile(r"^（[一二三四五六七八九十]+）", re.MULTILINE)
_LEAST_ENDING = 4
"""Characters by which the end of a part's name is known: 平台建设."""

_HINTS: Mapping[str, str] = {
    INTRODUCTION: "编制依据、统计期限等开头的话；不填则用格式的套话",
    CLOSING: "各章之后的结束语；一般不填",
    "总体情况": "本年度贯彻落实《条例》的总体情况，下面各部分分别填写",
    "总体情况/主动公开": "主动公开的数量、渠道、重点领域公开、规范性文件、政策解读等",
    "总体情况/依申请公开": "收到和办理申请的情况；数字可写 {{ t2.新收.总计 }}，与表格保持一致",
    "总体情况/政府信息管理": "公开前审查、动态调整、规范性文件管理等",
    "总体情况/政府信息公开平台建设": "网站、政务新媒体、公报、查阅场所等",
    "总体情况/监督保障": "机构人员、培训；政府还应写明工作考核、社会评议、责任追究结果",
    "问题及改进": "存在的主要问题（不要只写成绩）和改进措施；上年问题的整改情况",
    "其他事项": "收取信息处理费的情况（没有收取也要写明）、要点落实情况等；没有写“无”",
}


class TextRow(NamedTuple):
    """A row of the sheet.

    Attributes:
        section: key of the format's section; for others its heading; 引言, 结语.
        heading: what the first column shows.
        part: what the second column shows: a part's name, LEAD, CONTINUED, or nothing.
        text: the text.
        hint: what belongs there.
        own_heading: whether the heading is the clerk's to write.
    """

    section: str
    heading: str
    part: str = ""
    text: str = ""
    hint: str = ""
    own_heading: bool = False


def text_rows(
    form: ReportFormat, introduction: str, sections: Sequence[ReportSection], closing: str = ""
) -> Iterator[TextRow]:
    """The rows for a report's text, or for an empty one."""
    yield from _chunks(
        TextRow(INTRODUCTION, INTRODUCTION, text=introduction, hint=_HINTS[INTRODUCTION])
    )
    for section in sections or [ReportSection(key=s.key, heading=s.heading) for s in form.sections]:
        if section.key:
            yield from _section_rows(form.section(section.key), section)
        else:
            row = TextRow(section.heading, section.heading, text=section.text, own_heading=True)
            yield from _chunks(row)
    yield from _chunks(TextRow(CLOSING, CLOSING, text=closing, hint=_HINTS[CLOSING]))
    for _ in range(SPARE_ROWS):
        yield TextRow("", "", hint="格式以外的章节：第一列写标题（不写序号）", own_heading=True)


def _section_rows(form: SectionForm, section: ReportSection) -> Iterator[TextRow]:
    hint = _HINTS.get(form.key) or _hint(form)
    if not form.parts:
        yield from _chunks(TextRow(form.key, section.heading, text=section.text, hint=hint))
        return
    lead, parts = cut(section.text, form.parts)
    yield from _chunks(TextRow(form.key, section.heading, LEAD, lead, hint))
    for name, text in _with_blank_parts(parts, form.parts):
        about = _HINTS.get(f"{form.key}/{own_part(name, form.parts)}", "")
        yield from _chunks(TextRow(form.key, section.heading, name, text, about))


def _with_blank_parts(
    parts: Sequence[tuple[str, str]], names: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """The parts of a text in their order, and the form's that it lacks in their places."""
    known = [own_part(name, names) for name, _ in parts]
    missing = [name for name in names if name not in known]
    for (name, text), own in zip(parts, known, strict=True):
        # What the form has before this part goes before it.
        while own and missing and names.index(missing[0]) < names.index(own):
            yield missing.pop(0), ""
        yield name, text
    yield from ((name, "") for name in missing)


def _hint(form: SectionForm) -> str:
    if form.tables:
        return "表格在各自的工作表中填写，会印在这段文字之后；没有说明可不填"
    return f"“{form.heading}”的正文；没有写“无”"


def _chunks(row: TextRow) -> Iterator[TextRow]:
    """The row, and further rows for what does not fit in a cell."""
    yield row._replace(text=row.text[:_CHUNK])
    for start in range(_CHUNK, len(row.text), _CHUNK):
        yield row._replace(part=CONTINUED, text=row.text[start : start + _CHUNK], hint="")


def cut(text: str, names: Sequence[str]) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The text before the parts, and each part with its heading as it stands in the text.

    All is lead where cutting would lose any of a text: where its headings are not numbered in
    order. An outline without texts is cut in any case: its numbers are those of the parts.

    Args:
        text: a section's text.
        names: the parts that the form has; none of them in the text, none is cut.
    """
    lead, parts = _cut(text)
    if not any(own_part(name, names) for name, _ in parts):
        return text, ()
    is_outline = not lead and not any(part for _, part in parts)
    is_whole = joined(lead, parts, keep_empty=True) == text.strip("\n")
    return (lead, parts) if is_whole or is_outline else (text, ())


def _cut(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    pieces = _HEAD.split(text.strip("\n"))
    parts = zip(pieces[1::2], pieces[2::2], strict=True)
    return pieces[0].strip("\n"), tuple((name, part.strip("\n")) for name, part in parts)


def own_part(heading: str, names: Sequence[str]) -> str:
    """The form's part that a heading means, with 情况 after it or its beginning left out too."""
    plain = heading.removesuffix("。").removesuffix("情况")
    if plain in names or len(plain) < _LEAST_ENDING:
        return plain if plain in names else ""
    return next((name for name in names if name.endswith(plain)), "")


def joined(lead: str, parts: Iterable[tuple[str, str]], *, keep_empty: bool = False) -> str:
    """A section's text: what stands before its parts, then each part with its number.

    Where a text has numbers of the same level itself, those of the parts go on from them.
    """
    lines = [lead] if lead else []
    number = _last_number(lead, 0)
    for name, text in parts:
        if text or keep_empty:
            number += 1
            lines += [f"{ordinal(2, number)}{name}", *([text] if text else [])]
            number = _last_number(text, number)
    return "\n".join(lines)


def _last_number(text: str, number: int) -> int:
    """The number that a text's lines count on to from the one before it."""
    for found in _NUMBER.findall(text):
        number += found == ordinal(2, number + 1)
    return number
