"""The chapters of a page: its headings of level 1 with what stands under them, tables left out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from govdocs.kinds.annual_report.entering import exact_section, section_in_other_words
from govdocs.kinds.annual_report.recognise.labels import bare
from govdocs.kinds.annual_report.recognise.prose_text import flat_text
from govdocs.kinds.annual_report.recognise.strips import Strip
from govdocs.kinds.annual_report.section import ReportSection
from govdocs.model.nodes import Block, Section, plain_text
from govdocs.standards.annual_report.forms import ReportFormat, SectionForm

_RECORD = re.compile(
    "(?:索引号|(?:备注)?文号|发文字号|发文机关|发布(?:机构|机关|单位|日期|时间)|公开(?:机构|日期|方式|时限)|"
    "(?:公文)?生成日期|成文日期|(?:主题|信息|体裁|组配)分类|公文类型|效力状态|有效性|标题|名称|"
    "信息(?:名称|来源)|来源|作者|浏览次数|点击数|字号|主题词|关键词|内容概述)"
)
_COLON = re.compile("[：:]")


class Chapter(NamedTuple):
    """A heading of level 1 and the lines under it."""

    heading: Strip
    strips: tuple[Strip, ...]

    @property
    def name(self) -> str:
        """The heading as printed, without its number."""
        node = self.heading.node
        return plain_text(node.heading) if isinstance(node, Section) else ""

    @property
    def text(self) -> str:
        """What stands under it, as text that reads as the same."""
        node = self.heading.node
        run_in = plain_text(node.run_in) if isinstance(node, Section) else ""
        below = text_of(self.strips)
        return "\n".join(part for part in (run_in, below) if part)


class Outline(NamedTuple):
    """A page in its parts.

    Attributes:
        opening: lines before the first chapter; the page's record is left out.
        record: lines of that record (索引号, 发布日期).
        chapters: in page order.
    """

    opening: tuple[Strip, ...]
    record: tuple[Strip, ...]
    chapters: tuple[Chapter, ...]


def outline_of(strips: Sequence[Strip], tables: Collection[int], title_line: int | None) -> Outline:
    """Part a page at its headings of level 1.

    Args:
        strips: its lines.
        tables: numbers of the blocks that became statutory tables: they are left out, and a
            label in them (四、结转下年度继续办理) is no heading.
        title_line: the line of its title, above which nothing but a record stands.
    """
    lines = [strip for strip in strips if strip.block not in tables]
    starts = [index for index, strip in enumerate(lines) if strip.is_chapter]
    first = starts[0] if starts else len(lines)
    record = [strip for strip in lines[:first] if _is_record(strip, title_line)]
    chapters = [
        Chapter(lines[start], tuple(lines[start + 1 : end]))
        for start, end in pairwise([*starts, len(lines)])
    ]
    opening = tuple(strip for strip in lines[:first] if strip not in record)
    return Outline(opening, tuple(record), tuple(chapters))


def _is_record(strip: Strip, title_line: int | None) -> bool:
    if title_line is not None and strip.line < title_line:
        return True
    if strip.is_row:
        return bool(strip.cells) and bool(_RECORD.match(bare(strip.cells[0])))
    if "。" in strip.text or not _COLON.search(strip.text):
        return False
    return bool(_RECORD.match(bare(strip.text)))


def text_of(strips: Iterable[Strip]) -> str:
    """Lines as text; a table is written whole at its first row."""
    blocks: dict[int, Block] = {strip.block: strip.node for strip in strips}
    return flat_text(blocks.values())


def sections_of(outline: Outline, form: ReportFormat) -> tuple[ReportSection, ...]:
    """The chapters as sections, with the format's key where the format has them."""
    names = [chapter.name for chapter in outline.chapters]
    known = known_sections(names, form)
    return tuple(
        ReportSection(key=known[index].key if index in known else "", heading=name, text=text)
        for index, (name, text) in enumerate((c.name, c.text) for c in outline.chapters)
    )


def known_sections(names: Sequence[str], form: ReportFormat) -> dict[int, SectionForm]:
    """The format's section that each heading means, by the heading's index; each only once.

    Its own wording goes before others.
    """
    known: dict[int, SectionForm] = {}
    taken: set[str] = set()
    for index, name in enumerate(names):
        exact = exact_section(form, name)
        if exact and exact.key not in taken:
            known[index] = exact
            taken.add(exact.key)
    for index, name in enumerate(names):
        other = None if index in known else section_in_other_words(form, name, taken)
        if other:
            known[index] = other
            taken.add(other.key)
    return known
