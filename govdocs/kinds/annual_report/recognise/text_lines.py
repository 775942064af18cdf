"""Which line of the page each line of a recognised report's texts was read from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from govdocs.kinds.annual_report.recognise.outline import Chapter, Outline
from govdocs.kinds.annual_report.recognise.prose_text import table_lines
from govdocs.kinds.annual_report.recognise.strips import Strip
from govdocs.model.nodes import Section, Table, plain_text


def text_lines(outline: Outline, title_line: int | None) -> dict[str, tuple[int, ...]]:
    """Lines of the title, the introduction and each section, by the names that findings use.

    One number a line of the text, as ``outline.text_of`` writes it.
    """
    found = {"引言": tuple(_lines(outline.opening))}
    if title_line is not None:
        found["标题"] = (title_line,)
    for chapter in outline.chapters:
        found[f"章节 {chapter.name}"] = tuple(_chapter_lines(chapter))
    return {name: lines for name, lines in found.items() if lines}


def _chapter_lines(chapter: Chapter) -> Iterator[int]:
    heading = chapter.heading
    has_run_in = isinstance(heading.node, Section) and bool(plain_text(heading.node.run_in))
    below = list(_lines(chapter.strips))
    if has_run_in or not below:
        yield heading.line
    yield from below


def _lines(strips: Sequence[Strip]) -> Iterator[int]:
    after_table = False
    for _, group in groupby(strips, key=lambda strip: strip.block):
        own = list(group)
        node = own[0].node
        if isinstance(node, Table):
            rows = [strip.line for strip in own]
            has_rule = sum(1 for _ in table_lines(node)) > len(rows)
            yield from rows[:1] * (after_table + 1 + has_rule)
            yield from rows[1:]
        elif own[0].text:
            yield own[0].line
        after_table = isinstance(node, Table)
