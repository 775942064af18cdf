"""``govdocs diff``: what changed between two years' reports."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from govdocs.api import OutputFormat, RenderOptions, render
from govdocs.cli import options
from govdocs.cli.exit_codes import DONE
from govdocs.cli.language import Words
from govdocs.cli.reporting import print_json, say
from govdocs.cli.sources import read_report_source
from govdocs.errors import UsageError
from govdocs.files import replace_file


def command(words: Words) -> click.Command:
    """The command."""

    def callback(**given: Any) -> int:
        return _diff(given, words)

    return options.command(
        "diff",
        callback,
        words(
            "比较两份年度报告：表格数字的增减和百分比，文字的变化。",
            "Compare two yearly reports: figures as number and per cent, and wording.",
        ),
        [
            click.Argument(["last"], type=click.Path(path_type=Path)),
            click.Argument(["this"], type=click.Path(path_type=Path)),
            click.Option(
                ["-o", "--output"],
                type=click.Path(dir_okay=False, path_type=Path),
                metavar=words("文件", "FILE"),
                help=words(
                    "写成文件：以 .html、.docx 或 .pdf 结尾；默认显示在终端。",
                    "Write a file that ends in .html, .docx or .pdf; the terminal if not given.",
                ),
            ),
            options.flag("--json", words("以 JSON 输出。", "Print JSON.")),
            options.replace_option(words),
            options.format_option(words),
            options.province_option(words),
            options.fill_totals_option(words),
            options.lang_option(words),
        ],
    )


def _diff(given: dict[str, Any], words: Words) -> int:
    # Kinds stand on pydantic, which the other commands need not load.
    from govdocs.kinds.annual_report.compare import compare
    from govdocs.kinds.annual_report.compare_views import as_document, as_html, as_lines, as_plain

    target: Path | None = given["output"]
    if target is not None and target.suffix.lower() not in (".html", ".docx", ".pdf"):
        raise UsageError(
            f"{target} 应以 .html、.docx 或 .pdf 结尾", f"{target} must end in .html, .docx or .pdf"
        )
    read = options.read_options(given | {"templates": ()}, RenderOptions(), words)
    last, this = (read_report_source(given[name], read)[0] for name in ("last", "this"))
    comparison = compare(last, this)
    if target is not None:
        ending = target.suffix.lower()
        if ending == ".html":
            replace_file(target, as_html(comparison).encode())
        else:
            to: OutputFormat = "docx" if ending == ".docx" else "pdf"
            replace_file(target, render(as_document(comparison), to))
        say(str(target))
    elif given["json"]:
        print_json(as_plain(comparison))
    else:
        for line in as_lines(comparison):
            say(line)
    return DONE
