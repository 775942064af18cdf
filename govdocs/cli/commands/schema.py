"""``govdocs schema``: the JSON Schema of a yearly report's data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from govdocs.cli import options
from govdocs.cli.exit_codes import DONE
from govdocs.cli.language import Words
from govdocs.cli.reporting import print_json, say
from govdocs.cli.writing import write_file


def command(words: Words) -> click.Command:
    """The command."""

    def callback(**given: Any) -> int:
        # Kinds stand on pydantic, which the other commands need not load.
        from govdocs.kinds.annual_report.schema import report_schema

        schema = report_schema(options.report_format(given["format"], given["year"], words))
        if given["output"] is None:
            print_json(schema)
            return DONE
        import json

        text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        write_file(given["output"], text.encode())
        say(str(given["output"]))
        return DONE

    return options.command(
        "schema",
        callback,
        words(
            "输出年度报告数据的 JSON Schema，供编辑器补全和校验。",
            "Print the JSON Schema of a yearly report's data, for editors.",
        ),
        [
            options.year_option(words),
            options.format_option(words),
            click.Option(
                ["-o", "--output"],
                type=click.Path(dir_okay=False, path_type=Path),
                metavar=words("文件", "FILE"),
                help=words("写到这个文件；默认写到标准输出。", "Write here; stdout if not given."),
            ),
            options.lang_option(words),
        ],
    )
