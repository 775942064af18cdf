"""``govdocs diff``: what changed between two years' reports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from govdocs.api import OutputFormat, RenderOptions, render, templates_of
from govdocs.cli import options
from govdocs.cli.exit_codes import DONE, UNUSABLE
from govdocs.cli.language import Words
from govdocs.cli.reporting import print_findings, print_json, report_unreadable, say
from govdocs.cli.sources import ReadOptions, is_same_file, read_report_source
from govdocs.cli.writing import write_file
from govdocs.errors import InputError, UsageError
from govdocs.findings import Severity

if TYPE_CHECKING:
    from govdocs.kinds.annual_report.compare import Comparison
    from govdocs.kinds.annual_report.report import AnnualReport


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
            options.templates_option(words),
            options.lang_option(words),
        ],
    )


def _diff(given: dict[str, Any], words: Words) -> int:
    # Kinds stand on pydantic, which the other commands need not load.
    from govdocs.kinds.annual_report.compare import compare
    from govdocs.kinds.annual_report.compare_views import as_lines, as_plain

    target: Path | None = given["output"]
    if target is not None and target.suffix.lower() not in (".html", ".docx", ".pdf"):
        raise UsageError(
            f"{target} 应以 .html、.docx 或 .pdf 结尾", f"{target} must end in .html, .docx or .pdf"
        )
    if target is not None and any(is_same_file(target, given[name]) for name in ("last", "this")):
        raise UsageError(
            f"{target} 就是来源，不能覆盖；请写到别处", f"{target} is a source; write elsewhere"
        )
    rendering = RenderOptions(templates=given["templates"])
    read = options.read_options(given, (given["last"], given["this"]), rendering, words)
    sides = [_side(given[name], read, words) for name in ("last", "this")]
    reports = [report for report in sides if report is not None]
    if len(reports) < len(sides):
        return UNUSABLE
    comparison = compare(*reports)
    if target is not None:
        _write(comparison, target)
        say(str(target))
    elif given["json"]:
        print_json(as_plain(comparison))
    else:
        for line in as_lines(comparison):
            say(line)
    return DONE


def _side(path: Path, read: ReadOptions, words: Words) -> AnnualReport | None:
    """One of the reports; None, and a message, if it cannot be read.

    Marks that were put right do not matter here; figures that could not be read do.
    """
    try:
        report, findings = read_report_source(path, read)
    except InputError as error:
        report_unreadable(error, str(path), words)
        return None
    # What is printed is compared, with the texts that the template writes; a text that cannot be
    # filled is taken as typed.
    from govdocs.kinds.annual_report.final_texts import final_texts

    graver = [finding for finding in findings if finding.severity is not Severity.INFO]
    print_findings(str(path), graver, words)
    return final_texts(report, templates_of(read.rendering)).report


def _write(comparison: Comparison, target: Path) -> None:
    from govdocs.kinds.annual_report.compare_views import as_document, as_html

    ending = target.suffix.lower()
    if ending == ".html":
        write_file(target, as_html(comparison).encode())
        return
    to: OutputFormat = "docx" if ending == ".docx" else "pdf"
    write_file(target, render(as_document(comparison), to))
