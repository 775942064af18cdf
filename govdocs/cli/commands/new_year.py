"""``govdocs new-year``: this year's report, begun from last year's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from govdocs.api import RenderOptions
from govdocs.cli import options
from govdocs.cli.exit_codes import DONE, ERROR_REMAINS, UNUSABLE
from govdocs.cli.language import Words
from govdocs.cli.reporting import has_error, print_findings, report_unreadable, say
from govdocs.cli.sources import ReadOptions, is_same_file, read_report_source
from govdocs.cli.writing import write_file
from govdocs.errors import InputError, UsageError


def command(words: Words) -> click.Command:
    """The command."""

    def callback(**given: Any) -> int:
        read = options.read_options(given, (given["source"],), RenderOptions(), words)
        return _new_year(given, read, words)

    return options.command(
        "new-year",
        callback,
        words(
            "从上年的报告 SOURCE（数据、工作簿、DOCX、网页或文本）起草下一年度的 YAML 数据文件："
            "结转数带入，标题提纲保留，正文清空。\n\n"
            "退出码：0 完成；1 上年的报告有错误级问题（文件照写）；2 用法不对或读不了。",
            "Begin the next year's report as YAML from last year's SOURCE (data, workbook, DOCX, "
            "page or text): carry-overs filled in, outline kept, prose emptied.\n\n"
            "Exit code: 0 done; 1 last year's report holds an error (the file is still written); "
            "2 bad usage or unreadable input.",
        ),
        [
            options.sources_argument(many=False),
            click.Option(
                ["-o", "--output"],
                type=click.Path(dir_okay=False, path_type=Path),
                metavar=words("文件", "FILE"),
                help=words(
                    "写到这个文件；默认为来源旁边的“年度.yaml”。",
                    "Write here; YEAR.yaml beside the source if not given.",
                ),
            ),
            options.flag(
                "--overwrite", words("文件已存在时覆盖。", "Replace the file if it exists.")
            ),
            options.replace_option(words),
            options.format_option(words),
            options.province_option(words),
            options.fill_totals_option(words),
            options.lang_option(words),
        ],
    )


def _new_year(given: dict[str, Any], read: ReadOptions, words: Words) -> int:
    source: Path = given["source"]
    try:
        report, findings = read_report_source(source, read)
    except InputError as error:
        report_unreadable(error, str(source), words)
        return UNUSABLE
    print_findings(str(source), findings, words)
    begun = report.next_year()
    target: Path = given["output"] or source.with_name(f"{begun.year}.yaml")
    _refuse_to_lose(target, source, may_overwrite=given["overwrite"])
    # Kinds stand on pydantic, which the other commands need not load.
    from govdocs.kinds.annual_report.encode import to_yaml
    from govdocs.kinds.annual_report.next_year import proposals

    write_file(target, to_yaml(begun, hints=proposals(begun)).encode())
    say(f"{source} → {target}")
    return ERROR_REMAINS if has_error(findings) else DONE


def _refuse_to_lose(target: Path, source: Path, *, may_overwrite: bool) -> None:
    if is_same_file(target, source):
        raise UsageError(
            f"{target} 就是来源，不能覆盖；请用 -o 写到别处",
            f"{target} is the source itself; write elsewhere with -o",
        )
    if target.exists() and not may_overwrite:
        raise UsageError(
            f"{target} 已经存在；用 -o 写到别处，或加 --overwrite",
            f"{target} exists; write elsewhere with -o, or add --overwrite",
        )
