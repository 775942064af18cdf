"""``govdocs inspect``: what is read from a source."""

from __future__ import annotations

from itertools import zip_longest
from pathlib import Path
from typing import Any

import click

from govdocs.api import RenderOptions
from govdocs.cli import options
from govdocs.cli.exit_codes import DONE, ERROR_REMAINS, UNUSABLE
from govdocs.cli.language import Words
from govdocs.cli.reporting import (
    has_error,
    print_findings,
    print_json,
    report_unreadable,
    say,
    unreadable,
)
from govdocs.cli.sources import NO_LINE, ReadOptions, printed, read_source
from govdocs.errors import InputError, TemplateError
from govdocs.model.nodes import Table
from govdocs.model.walk import walk


def command(words: Words) -> click.Command:
    """The command."""

    def callback(**given: Any) -> int:
        rendering = RenderOptions(templates=given["templates"])
        read = options.read_options(given, (given["source"],), rendering, words)
        return _inspect(given["source"], read, as_json=given["json"], words=words)

    return options.command(
        "inspect",
        callback,
        words(
            "显示从 SOURCE 读出的结构：标题、层次、条款、表格和发现的问题。",
            "Show what is read from SOURCE: title, headings, items, tables and findings.",
        ),
        [
            options.sources_argument(many=False),
            *options.reading_options(words),
            options.flag("--json", words("以 JSON 输出。", "Print JSON.")),
            options.lang_option(words),
        ],
    )


def _inspect(source: Path, options: ReadOptions, *, as_json: bool, words: Words) -> int:
    # `inspect` is imported here: its JSON contract is no business of the other commands.
    from govdocs.inputs.inspection import inspect

    try:
        reading = printed(read_source(source, options), source, options)
    except (InputError, TemplateError) as error:
        if as_json:
            print_json(unreadable(error, str(source)))
        report_unreadable(error, str(source), words)
        return UNUSABLE
    found = inspect(reading)
    for block in found["blocks"]:
        block["line"] = None if block["line"] == NO_LINE else block["line"]
    if as_json:
        print_json(found)
    else:
        say(found["title"] or words("（无标题）", "(no title)"))
        # The data has the cells of each row; how many columns these cover only the nodes tell.
        nodes = (visit.block for visit in walk(reading.document))
        for block, node in zip_longest(found["blocks"], nodes):
            say(_block_line(block, node.columns if isinstance(node, Table) else 0))
        print_findings(str(source), reading.findings, words)
    return ERROR_REMAINS if has_error(reading.findings) else DONE


def _block_line(block: dict[str, Any], columns: int) -> str:
    indent = "  " * (block["level"] or 0)
    text = f"{block['number'] or ''}{block['text'] or ''}{block['body'] or ''}"
    if block["rows"]:
        text = _table_line(block["rows"], columns)
    shown = text if len(text) <= 60 else f"{text[:60]}…"
    return f"{block['line'] or '-':>5} {block['kind']:<9} {indent}{shown}"


def _table_line(rows: list[list[str]], columns: int) -> str:
    return f"{len(rows)}×{columns} {' | '.join(rows[0])}"
