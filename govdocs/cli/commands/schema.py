"""``govdocs schema``: the JSON Schema of a yearly report's or an official document's data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from govdocs.cli import options
from govdocs.cli.exit_codes import DONE
from govdocs.cli.language import Words
from govdocs.cli.reporting import print_json, say
from govdocs.cli.writing import write_file

_ANY_KIND = ("公文", "official")


def command(words: Words) -> click.Command:
    """The command."""

    def callback(**given: Any) -> int:
        schema = _schema(given, words)
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
            "输出年度报告数据（或用 --kind 指定的公文数据）的 JSON Schema，供编辑器补全和校验。",
            "Print the JSON Schema of a yearly report's data, or with --kind that of an official "
            "document, for editors.",
        ),
        [
            options.year_option(words),
            options.format_option(words),
            click.Option(
                ["--kind"],
                metavar=words("文种", "KIND"),
                help=words(
                    "公文的文种，如 通知；写“公文”为任何一种。",
                    "Kind of official document, as 通知 or notice; 公文 for any.",
                ),
            ),
            click.Option(
                ["-o", "--output"],
                type=click.Path(dir_okay=False, path_type=Path),
                metavar=words("文件", "FILE"),
                help=words("写到这个文件；默认写到标准输出。", "Write here; stdout if not given."),
            ),
            options.lang_option(words),
        ],
    )


def _schema(given: dict[str, Any], words: Words) -> dict[str, Any]:
    # Kinds stand on pydantic, which the other commands need not load.
    if given["kind"]:
        from govdocs.kinds.official.schema import official_schema

        return official_schema(None if given["kind"] in _ANY_KIND else given["kind"])
    from govdocs.kinds.annual_report.schema import report_schema

    return report_schema(options.report_format(given["format"], given["year"], words))
