"""A reading as plain data, for ``govdocs inspect --json``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from govdocs.formatting.dates import date_text
from govdocs.formatting.ordinals import ordinal
from govdocs.inputs.reading import Reading
from govdocs.model.chart import Chart, described
from govdocs.model.nodes import Block, Figure, Item, Paragraph, Section, Table, plain_text
from govdocs.model.walk import walk

Json: TypeAlias = dict[str, Any]  # what json.dumps takes: the types are told in inspect()


def inspect(reading: Reading) -> Json:
    """What was read, as data that ``json.dumps`` takes.

    Returns:
        ``title`` and ``issuer`` (string or null), ``year`` (int or null), ``blocks``,
        ``navigation`` (``{line, direction, text}``) and ``findings``
        (``{id, severity, line, column, zh, en}``). A block has ``kind`` (heading, item,
        paragraph, table, figure, chart, signature, date, remark), ``level``, ``number`` as printed,
        ``text`` without it, ``run_in``, ``body`` (what follows a run-in heading, or null),
        ``rows`` (of a table: lists of strings, else null) and ``line``, 1-based.
    """
    document = reading.document
    return {
        "title": document.main_part.title or None,
        "issuer": document.issuer,
        "year": document.year,
        "blocks": [*_body(reading), *_closing(reading)],
        "navigation": [
            {"line": each.line, "direction": each.direction, "text": each.text}
            for each in reading.navigation
        ],
        "findings": [finding.as_data() for finding in reading.findings],
    }


def _body(reading: Reading) -> Iterator[Json]:
    for visit, line in zip(walk(reading.document), reading.block_lines, strict=True):
        yield _block(visit.block, line)


def _block(block: Block, line: int) -> Json:
    match block:
        case Section():
            return _entry(
                "heading",
                line,
                plain_text(block.heading),
                level=block.level,
                number=ordinal(block.level, block.number),
                run_in=bool(block.run_in),
                body=plain_text(block.run_in) or None,
            )
        case Item():
            return _entry(
                "item",
                line,
                plain_text(block.content),
                level=block.level,
                number=ordinal(block.level, block.number),
            )
        case Paragraph():
            return _entry("paragraph", line, plain_text(block.content))
        case Table():
            rows = [[plain_text(cell.content) for cell in row] for row in block.rows]
            return _entry("table", line, "", rows=rows)
        case Figure():
            return _entry("figure", line, block.alt)
        case Chart():
            return _entry("chart", line, block.alt or described(block))


def _closing(reading: Reading) -> Iterator[Json]:
    main_part = reading.document.main_part
    lines = dict(enumerate(reading.signature_lines))
    for index, organ in enumerate(main_part.signature):
        yield _entry("signature", lines.get(index), organ)
    if main_part.date_of_issue:
        yield _entry("date", reading.date_line, date_text(main_part.date_of_issue))
    if main_part.remark:
        yield _entry("remark", reading.remark_line, main_part.remark)


def _entry(
    kind: str,
    line: int | None,
    text: str,
    *,
    level: int | None = None,
    number: str | None = None,
    run_in: bool = False,
    body: str | None = None,
    rows: list[list[str]] | None = None,
) -> Json:
    return {
        "kind": kind,
        "level": level,
        "number": number,
        "text": text,
        "run_in": run_in,
        "body": body,
        "rows": rows,
        "line": line,
    }
