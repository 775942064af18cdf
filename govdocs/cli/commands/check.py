"""``govdocs check``: what must be mended before a report is published."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from govdocs.api import RenderOptions
from govdocs.cli import options
from govdocs.cli.checking import findings_of_official, findings_of_report, findings_of_text
from govdocs.cli.exit_codes import DONE, ERROR_REMAINS, UNUSABLE
from govdocs.cli.language import Words
from govdocs.cli.reporting import (
    defect,
    error_finding,
    faults,
    has_error,
    print_findings,
    print_json,
    say,
)
from govdocs.cli.sources import ReadOptions, Source, printed, read_source
from govdocs.errors import GovdocsError, InputError
from govdocs.findings import Finding


def command(words: Words) -> click.Command:
    """The command."""

    def callback(**given: Any) -> int:
        rendering = RenderOptions(templates=given["templates"])
        read_files = (*given["sources"], *filter(None, (given["last"],)))
        read = options.read_options(given, read_files, rendering, words)
        return _check(given["sources"], given["last"], read, as_json=given["json"], words=words)

    return options.command(
        "check",
        callback,
        words(
            "核对 SOURCE（render 能读的都行）：格式、勾稽、文字与表格、年度衔接、占位符、隐私。\n\n"
            "退出码：0 没有错误；1 有错误；2 用法不对或读不了。",
            "Check each SOURCE (all that render takes): form, tie-outs, prose against cells, "
            "chain of years, placeholders, privacy.\n\n"
            "Exit code: 0 no error; 1 an error; 2 bad usage or unreadable input.",
        ),
        [
            options.sources_argument(many=True),
            click.Option(
                ["--last"],
                type=click.Path(path_type=Path),
                metavar=words("文件", "FILE"),
                help=words("上年的报告，用于核对年度衔接。", "Last year's report, for the chain."),
            ),
            *options.reading_options(words),
            options.flag("--json", words("以 JSON 输出。", "Print JSON.")),
            options.lang_option(words),
        ],
    )


def _check(
    sources: Sequence[Path], last: Path | None, read: ReadOptions, *, as_json: bool, words: Words
) -> int:
    past = read_source(last, read) if last else None
    if past is not None and past.report is None:
        raise InputError("--last 不是年度报告", "--last is no yearly report", at=str(last))
    code = DONE
    rows: list[dict[str, Any]] = []
    for source in sources:
        found, own_code = _findings(source, (last, past), read)
        code = max(code, own_code)
        rows += [{"source": str(source), **finding.as_data()} for finding in found]
        if not as_json:
            print_findings(str(source), found, words)
            say(_summary(source, found, words))
    if as_json:
        print_json({"findings": rows})
    return code


def _findings(
    source: Path, last: tuple[Path | None, Source | None], options: ReadOptions
) -> tuple[tuple[Finding, ...], int]:
    """What is found in one source, and the exit code that it asks for."""
    try:
        read = read_source(source, options)
        found, is_printable = _checked(read, source, last, options)
    except GovdocsError as error:
        return faults(error, str(source)), UNUSABLE
    except Exception as error:  # a defect of ours must not take the other sources along
        return (error_finding(defect(error), "internal-error", str(source)),), UNUSABLE
    if not is_printable:
        return found, UNUSABLE
    return found, ERROR_REMAINS if has_error(found) else DONE


def _checked(
    source: Source, path: Path, last: tuple[Path | None, Source | None], options: ReadOptions
) -> tuple[tuple[Finding, ...], bool]:
    """What is found in a source that was read, and whether it can be printed at all."""
    # Kinds stand on pydantic, which the other commands need not load.
    from govdocs.kinds.annual_report.repeats import without_repeats

    unprintable: tuple[Finding, ...] = ()
    found = source.findings
    try:
        found = printed(source, path, options).findings
    except GovdocsError as error:  # its figures can be checked all the same
        unprintable = faults(error, str(path))
    is_printable = not unprintable
    if source.official:
        checked = findings_of_official(source, options) if is_printable else ()
    elif source.report:
        checked = findings_of_report(source, path, options, last)
    else:
        checked = findings_of_text(source)
    if any(finding.id == "template-error" for finding in checked):
        unprintable = ()  # the same error is among those of all texts
    return without_repeats((*found, *unprintable, *checked)), is_printable


def _summary(source: Path, found: Sequence[Finding], words: Words) -> str:
    counts = dict.fromkeys(("error", "warning", "info"), 0)
    for finding in found:
        counts[finding.severity] += 1
    return words(
        f"{source}：{counts['error']} 处错误，{counts['warning']} 处警告，{counts['info']} 处提示",
        f"{source}: {counts['error']} errors, {counts['warning']} warnings, {counts['info']} notes",
    )
