"""``govdocs render``: its options."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from govdocs.api import OUTPUT_FORMATS, RenderOptions
from govdocs.cli import options
from govdocs.cli.language import Words
from govdocs.cli.normalising import normalising_options
from govdocs.cli.print_options import print_given, print_options
from govdocs.cli.rendering import RenderJob, run_render


def command(words: Words) -> click.Command:
    """The command."""
    return options.command(
        "render",
        lambda **given: _render(given, words),
        words(
            "把 SOURCE 排成 DOCX 和 PDF：文本、网页、DOCX、govdocs 的 JSON 文档，"
            "或公文、年度报告的数据（YAML、JSON、填报工作簿）。\n\n"
            "退出码：0 完成；1 仍有错误级问题（文件照写，--strict 除外）；2 用法不对或读不了。",
            "Set each SOURCE as DOCX and PDF: a text, a web page, a DOCX, a govdocs JSON document, "
            "or the data of an official document or a yearly report (YAML, JSON, workbook).\n\n"
            "Exit code: 0 done; 1 an error remains (files are still written, unless --strict); "
            "2 bad usage or unreadable input.",
        ),
        [
            options.sources_argument(many=True),
            *_output_options(words),
            *options.reading_options(words),
            click.Option(
                ["--date"],
                metavar="YYYY-MM-DD",
                help=words(
                    "文件属性中的日期；默认取 SOURCE_DATE_EPOCH，再取成文日期。",
                    "Date in the files' properties; if not given, SOURCE_DATE_EPOCH's, "
                    "else the date of issue.",
                ),
            ),
            *print_options(words),
            *options.font_options(words),
            *normalising_options(words),
            options.flag(
                "--no-check",
                words(
                    "不核对年度报告的勾稽、文字和占位符（默认核对，同 check）。",
                    "Leave out the checks of a yearly report (as `check` runs them).",
                ),
            ),
            options.flag(
                "--strict",
                words(
                    "有警告或错误就不写文件。", "Write no file if a warning or an error remains."
                ),
            ),
            options.flag(
                "--json",
                words("在标准输出以 JSON 列出结果。", "List the results as JSON on stdout."),
            ),
            options.lang_option(words),
        ],
    )


def _render(given: dict[str, Any], words: Words) -> int:
    if given["without"] and not given["normalise"]:
        raise click.UsageError(
            words("--without 要与 --normalise 一起用", "--without goes with --normalise")
        )
    render_options = RenderOptions(
        date=options.date(given["date"], words),
        fonts=options.fonts_given(given["font"], words),
        bundled_fonts=given["bundled_fonts"],
        templates=given["templates"],
        **print_given(given, words),
        normalise=given["normalise"],
        without=given["without"],
    )
    return run_render(
        RenderJob(
            sources=given["sources"],
            formats=options.formats(given["formats"], words),
            folder=given["folder"],
            reading=options.read_options(given, given["sources"], render_options, words),
            strict=given["strict"],
            check=not given["no_check"],
            as_json=given["json"],
            options=render_options,
        ),
        words,
    )


def _output_options(words: Words) -> list[click.Parameter]:
    """Where files go, and which."""
    return [
        click.Option(
            ["-o", "--output", "folder"],
            type=click.Path(file_okay=False, path_type=Path),
            metavar=words("目录", "DIR"),
            help=words(
                "写到这个目录；默认在来源旁边。", "Write here; beside the source if not given."
            ),
        ),
        click.Option(
            ["--to", "formats"],
            default=",".join(OUTPUT_FORMATS),
            show_default=True,
            metavar="docx,pdf",
            help=words("输出格式，用逗号分开。", "Output formats, separated by commas."),
        ),
    ]
