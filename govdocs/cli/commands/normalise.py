"""``govdocs normalise``: numbers, dates and marks as the standards want them."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast, get_args

import click

from govdocs.api import OutputFormat, RenderOptions, render
from govdocs.cli import options
from govdocs.cli.exit_codes import DONE, ERROR_REMAINS, UNUSABLE
from govdocs.cli.language import Words
from govdocs.cli.normalising import (
    NormalisedReading,
    change_line,
    normalised_reading,
    rule_lines,
    without_option,
)
from govdocs.cli.reporting import has_error, print_findings, print_json, report_unreadable, say
from govdocs.cli.sources import ReadOptions, is_same_file, printed, read_source
from govdocs.cli.writing import write_file
from govdocs.errors import InputError, TemplateError, UsageError
from govdocs.model.codec import encode
from govdocs.model.nodes import Document
from govdocs.normalising.plain import document_text

_ENDINGS = (".json", ".txt", *(f".{each}" for each in get_args(OutputFormat)))


def command(words: Words) -> click.Command:
    """The command."""

    def callback(**given: Any) -> int:
        source, output = given["source"], given["output"]
        rendering = RenderOptions(templates=given["templates"])
        read = options.read_options(given, (source,), rendering, words)
        if output is not None:
            _check_output(source, output)
        return _normalise(source, output, read, given, words)

    return options.command(
        "normalise",
        callback,
        words(
            "按标准规范 SOURCE 的数字、日期和标点（GB/T 15834、15835、9704），列出每处改动；"
            "拿不准的只列出，不改。\n\n退出码：0 完成；1 读入时有错误级问题；2 用法不对或读不了。",
            "Set numbers, dates and marks of SOURCE as the standards want them (GB/T 15834, 15835, "
            "9704) and list each change; what needs judgement is listed, not changed.\n\n"
            "Exit code: 0 done; 1 an error was found on reading; 2 bad usage or unreadable input.",
        ),
        [
            options.sources_argument(many=False),
            click.Option(
                ["-o", "--output", "output"],
                type=click.Path(dir_okay=False, path_type=Path),
                metavar=words("文件", "FILE"),
                help=words(
                    "把结果写成 .json、.txt、.docx 或 .pdf；默认只列出改动。",
                    "Write the result as .json, .txt, .docx or .pdf; without it, only list.",
                ),
            ),
            without_option(words),
            click.Option(
                ["--list-rules"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=lambda context, _, value: _list_rules(context, words) if value else None,
                help=words("列出全部规则。", "List the rules."),
            ),
            *options.reading_options(words),
            options.flag("--json", words("以 JSON 输出。", "Print JSON.")),
            options.lang_option(words),
        ],
    )


def _list_rules(context: click.Context, words: Words) -> None:
    for line in rule_lines(words):
        say(line)
    context.exit()


def _check_output(source: Path, output: Path) -> None:
    if output.suffix.lower() not in _ENDINGS:
        raise UsageError(
            f"从文件名 {output.name!r} 看不出要写成什么；可用的结尾有：{'、'.join(_ENDINGS)}",
            f"the name {output.name!r} does not tell what to write; known endings: "
            f"{', '.join(_ENDINGS)}",
        )
    if is_same_file(source, output):
        raise UsageError(
            f"-o 会盖掉来源 {source}；请写到别处",
            f"-o would write over the source {source}; write elsewhere",
        )


def _normalise(
    source: Path, output: Path | None, read: ReadOptions, given: dict[str, Any], words: Words
) -> int:
    try:
        reading = printed(read_source(source, read), source, read)
    except (InputError, TemplateError) as error:
        report_unreadable(error, str(source), words)
        return UNUSABLE
    found = normalised_reading(reading, given["without"])
    if output is not None:
        write_file(output, _data(found.reading.document, output))
    if given["json"]:
        print_json(_as_data(source, output, found))
    else:
        print_findings(str(source), reading.findings, words)
        _print_changes(source, found, words)
    return ERROR_REMAINS if has_error(reading.findings) else DONE


def _data(document: Document, output: Path) -> bytes:
    """The bytes of a file by its ending."""
    ending = output.suffix.lower().removeprefix(".")
    if ending == "json":
        return (encode(document, indent=2) + "\n").encode("utf-8")
    if ending == "txt":
        return document_text(document).encode("utf-8")
    return render(document, cast(OutputFormat, ending))


def _print_changes(source: Path, found: NormalisedReading, words: Words) -> None:
    changes = found.normalised.changes
    for change, finding in zip(changes, found.findings, strict=True):
        say(change_line(str(source), change, finding, words))
    made, doubtful = len(found.normalised.made), len(found.normalised.doubtful)
    say(
        words(
            f"{source}：改动 {made} 处，请核对 {doubtful} 处",
            f"{source}: {made} changed, {doubtful} to look at",
        )
    )


def _as_data(source: Path, output: Path | None, found: NormalisedReading) -> dict[str, Any]:
    changes = zip(found.normalised.changes, found.findings, strict=True)
    return {
        "source": str(source),
        "output": None if output is None else str(output),
        "changes": [
            {
                "rule": change.rule,
                "place": change.place,
                "line": finding.line,
                "before": change.before,
                "after": change.after,
                "context": change.context,
            }
            for change, finding in changes
        ],
        "findings": [finding.as_data() for finding in found.reading.findings],
    }
