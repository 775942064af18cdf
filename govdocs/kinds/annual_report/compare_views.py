"""A comparison for readers: as a document (DOCX, PDF), as a web page, as lines of a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from govdocs.kinds.annual_report.compare import CellChange, Comparison
from govdocs.model import build
from govdocs.model.nodes import Alignment, Cell, Document

_WIDTHS = (76, 20, 20, 20, 20)
_TEXT_WIDTHS = (26, 65, 65)
_STYLE = """body{font-family:"FangSong","仿宋",serif;max-width:60em;margin:2em auto;line-height:1.6}
table{border-collapse:collapse;width:100%;margin:1em 0}
th,td{border:1px solid #444;padding:.2em .5em;vertical-align:top}
td.n{text-align:right;white-space:nowrap}
del{background:#f6dede}ins{background:#def0de;text-decoration:none}"""


def title_of(comparison: Comparison) -> str:
    """机关：2024年与2025年年度报告对比."""
    this = comparison.this
    return f"{this.agency}{comparison.last.year}年与{this.year}年政府信息公开工作年度报告对比"


def _sides(comparison: Comparison) -> tuple[str, str]:
    """What the two reports are called: their years, which need not follow on each other."""
    last, this = comparison.last.year, comparison.this.year
    return (f"{last}年", f"{this}年") if last != this else ("前一份", "后一份")


def _figure_head(comparison: Comparison) -> tuple[str, ...]:
    return ("项目", *_sides(comparison), "增减", "变化")


def _text_head(comparison: Comparison) -> tuple[str, ...]:
    return ("位置", *_sides(comparison))


def _figures(change: CellChange) -> tuple[str, ...]:
    difference = "" if change.difference is None else f"{change.difference:+}"
    return (change.name, change.last, change.this, difference, change.percent)


def _notes(comparison: Comparison) -> Iterator[str]:
    last, this = _sides(comparison)
    agencies = (comparison.last.agency, comparison.this.agency)
    if agencies[0] != agencies[1]:
        yield f"两份报告的机关不同：{last}为{agencies[0]}，{this}为{agencies[1]}。"
    if not comparison.cells:
        yield "表格数字没有变化。"
    if comparison.only_last:
        yield f"{this}格式中没有的行：{'；'.join(comparison.only_last)}。"
    if comparison.only_this:
        yield f"{last}格式中没有的行：{'；'.join(comparison.only_this)}。"
    if not comparison.texts:
        yield "文字没有变化。"


def as_document(comparison: Comparison) -> Document:
    """The comparison as a document to render."""
    parts: list[build.Part] = []
    if comparison.cells:
        rows: list[list[str | Cell]] = [
            [_left(row[0]), *row[1:]] for row in map(_figures, comparison.cells)
        ]
        table = build.table(
            [_figure_head(comparison), *rows], column_widths=_WIDTHS, type_size="小五"
        )
        parts.append(build.section("表格数字变化", table))
    if comparison.texts:
        texts: list[list[str | Cell]] = [
            [change.heading, _left(_flat(change.last)), _left(_flat(change.this))]
            for change in comparison.texts
        ]
        table = build.table(
            [_text_head(comparison), *texts], column_widths=_TEXT_WIDTHS, type_size="小五"
        )
        parts.append(build.section("文字变化", table))
    parts += list(_notes(comparison))
    return build.document(
        title_of(comparison), *parts, issuer=comparison.this.agency, year=comparison.this.year
    )


def _left(text: str) -> Cell:
    return build.cell(text, align=Alignment.LEFT)


def _flat(text: str) -> str:
    """A text on one line: a table's cell has no paragraphs."""
    return " ".join(text.split("\n"))


def as_html(comparison: Comparison) -> str:
    """The comparison as a page of its own, without scripts or outside files."""
    title = escape(title_of(comparison))
    body = [f"<h1>{title}</h1>"]
    if comparison.cells:
        body.append("<h2>表格数字变化</h2>")
        body.append(
            _html_table(_figure_head(comparison), [_html_figures(c) for c in comparison.cells])
        )
    if comparison.texts:
        rows = [
            f"<td>{escape(c.heading)}</td><td><del>{_lines(c.last)}</del></td>"
            f"<td><ins>{_lines(c.this)}</ins></td>"
            for c in comparison.texts
        ]
        body.append("<h2>文字变化</h2>")
        body.append(_html_table(_text_head(comparison), rows))
    body += [f"<p>{escape(note)}</p>" for note in _notes(comparison)]
    return (
        f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE}</style></head>\n<body>\n" + "\n".join(body) + "\n</body>\n</html>\n"
    )


def _html_table(head: Sequence[str], rows: Sequence[str]) -> str:
    heads = "".join(f"<th>{escape(name)}</th>" for name in head)
    lines = "\n".join(f"<tr>{row}</tr>" for row in rows)
    return f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{lines}\n</tbody>\n</table>"


def _html_figures(change: CellChange) -> str:
    name, *figures = _figures(change)
    cells = "".join(f'<td class="n">{escape(figure)}</td>' for figure in figures)
    return f"<td>{escape(name)}</td>{cells}"


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def as_plain(comparison: Comparison) -> dict[str, Any]:
    """The comparison as data for JSON."""
    return {
        "last": comparison.last.year,
        "this": comparison.this.year,
        "agency": comparison.this.agency,
        "cells": [
            {
                "cell": str(change.cell),
                "name": change.name,
                "last": change.last,
                "this": change.this,
                "difference": None if change.difference is None else str(change.difference),
                "change": change.percent,
            }
            for change in comparison.cells
        ],
        "only_last": list(comparison.only_last),
        "only_this": list(comparison.only_this),
        "texts": [change._asdict() for change in comparison.texts],
    }


def as_lines(comparison: Comparison) -> Iterator[str]:
    """The comparison for a terminal: a table whose columns line up, then the wording."""
    yield title_of(comparison)
    if comparison.cells:
        rows = [_figure_head(comparison), *map(_figures, comparison.cells)]
        widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
        for row in rows:
            yield "  ".join(_padded(*each) for each in zip(row, widths, strict=True)).rstrip()
    for change in comparison.texts:
        yield f"{change.heading}："
        yield from (f"  - {line}" for line in change.last.splitlines())
        yield from (f"  + {line}" for line in change.this.splitlines())
    yield from _notes(comparison)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _width(text: str) -> int:
    """Columns that a text takes on a terminal."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
