"""The command line: options, help in the reader's language, exit codes."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from govdocs import __version__
from govdocs.api import OUTPUT_FORMATS, RenderOptions
from govdocs.cli.language import Words, language
from govdocs.cli.render import ERROR_REMAINS, UNUSABLE, RenderJob, run_render
from govdocs.cli.reporting import (
    has_error,
    print_findings,
    print_json,
    say,
    to_nowhere,
    unreadable,
)
from govdocs.cli.sources import NO_LINE, read_source, replacements
from govdocs.cli.usage import Command, Group, usage_message
from govdocs.errors import GovdocsError, InputError


def run(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code: 0 done, 1 an error remains, 2 unusable."""
    given = sys.argv[1:] if arguments is None else arguments
    words = Words(language(given))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # names and text must print on any terminal
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _commands(words).main(given, prog_name="govdocs", standalone_mode=False, obj=words)
    except click.UsageError as error:
        say(usage_message(error, words), err=True)
        return UNUSABLE
    except click.ClickException as error:
        say(words("错误：", "Error: ") + error.format_message(), err=True)
        return UNUSABLE
    except click.Abort:
        return UNUSABLE
    except SystemExit:
        # Not asked to exit by itself, click still does, with 1, when a pipe is closed that it
        # writes help or the version to. But 1 says that an error remains, and none does: the
        # reader has what it wanted. What the commands print goes through `say`, and their own
        # code stands.
        to_nowhere(sys.__stdout__ or sys.stdout)
        return 0
    except GovdocsError as error:
        say(words("错误：", "Error: ") + error.message(words.lang), err=True)
        return UNUSABLE
    except OSError as error:  # the terminal or a pipe that took our output is gone or full
        with suppress(OSError):
            say(words("错误：写不出结果：", "Error: cannot write: ") + str(error), err=True)
        return UNUSABLE
    return code if isinstance(code, int) else 0


def _commands(words: Words) -> click.Group:
    group = Group(
        name="govdocs",
        help=words(
            "把报告文本排成规范格式的公文：DOCX 与 PDF（GB/T 9704-2012）。",
            "Set reports as official Chinese documents: DOCX and PDF (GB/T 9704-2012).",
        ),
        params=[
            _lang_option(words),
            click.Option(
                ["--version"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_print_version,
                help=words("显示版本。", "Show the version."),
            ),
        ],
        callback=lambda lang: None,
    )
    group.add_command(_render_command(words))
    group.add_command(_inspect_command(words))
    group.add_command(_fonts_group(words))
    return group


def _lang_option(words: Words) -> click.Option:
    return click.Option(
        ["--lang"],
        type=click.Choice(["zh", "en"]),
        help=words("消息的语言；默认依系统。", "Language of messages; the locale's if not given."),
    )


def _print_version(context: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        click.echo(f"govdocs {__version__}")
        context.exit()


def _sources_argument(*, many: bool) -> click.Argument:
    return click.Argument(
        ["sources" if many else "source"],
        nargs=-1 if many else 1,
        required=True,
        type=click.Path(path_type=Path),
    )


def _replace_option(words: Words) -> click.Option:
    return click.Option(
        ["--replace", "replace"],
        multiple=True,
        metavar=words("原文=新文", "OLD=NEW"),
        help=words(
            "读入前把原文换成新文（全角半角同等看待）；可多次给出。",
            "Replace OLD by NEW before reading (full and half width alike); may be repeated.",
        ),
    )


def _flag(name: str, help_text: str) -> click.Option:
    return click.Option([name], is_flag=True, help=help_text)


def _font_options(words: Words) -> list[click.Parameter]:
    return [
        click.Option(
            ["--font", "font"],
            multiple=True,
            metavar=words("角色=文件", "ROLE=FILE"),
            help=words(
                "PDF 中某一角色（fang、kai、hei、song、biaosong、latin）用这个 TrueType 文件。",
                "Use this TrueType file for a role (fang, kai, hei, song, biaosong, latin) in PDF.",
            ),
        ),
        _flag(
            "--bundled-fonts",
            words(
                "只用随附字体，各台机器结果相同。",
                "Use only the bundled fonts, for the same result on every machine.",
            ),
        ),
    ]


def _fonts_given(pairs: tuple[str, ...], words: Words) -> dict[str, str]:
    fonts: dict[str, str] = {}
    for pair in pairs:
        role, equals, path = pair.partition("=")
        if not (role and equals and path):
            raise click.UsageError(
                words(
                    f"--font 应写成 角色=文件，得到 {pair!r}",
                    f"--font takes ROLE=FILE, got {pair!r}",
                )
            )
        fonts[role] = path
    return fonts


def _render_command(words: Words) -> click.Command:
    def callback(**given: Any) -> int:
        options = RenderOptions(
            date=_date(given["date"], words),
            fonts=_fonts_given(given["font"], words),
            bundled_fonts=given["bundled_fonts"],
        )
        return run_render(
            RenderJob(
                sources=given["sources"],
                formats=_formats(given["formats"], words),
                folder=given["folder"],
                replace=replacements(given["replace"], words),
                strict=given["strict"],
                as_json=given["json"],
                options=options,
            ),
            words,
        )

    return _command(
        "render",
        callback,
        words(
            "把 SOURCE（文本文件，或 govdocs 的 JSON 文档）排成 DOCX 和 PDF。\n\n"
            "退出码：0 完成；1 仍有错误级问题（文件照写，--strict 除外）；2 用法不对或读不了。",
            "Set each SOURCE (a text file, or a govdocs JSON document) as DOCX and PDF.\n\n"
            "Exit code: 0 done; 1 an error remains (files are still written, unless --strict); "
            "2 bad usage or unreadable input.",
        ),
        [
            _sources_argument(many=True),
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
            _replace_option(words),
            click.Option(
                ["--date"],
                metavar="YYYY-MM-DD",
                help=words(
                    "文件属性中的日期；默认取 SOURCE_DATE_EPOCH，再取成文日期。",
                    "Date in the files' properties; if not given, SOURCE_DATE_EPOCH's, "
                    "else the date of issue.",
                ),
            ),
            *_font_options(words),
            _flag(
                "--strict",
                words(
                    "有警告或错误就不写文件。", "Write no file if a warning or an error remains."
                ),
            ),
            _flag(
                "--json",
                words("在标准输出以 JSON 列出结果。", "List the results as JSON on stdout."),
            ),
            _lang_option(words),
        ],
    )


def _inspect_command(words: Words) -> click.Command:
    def callback(source: Path, replace: tuple[str, ...], json: bool, lang: str | None) -> int:
        return _inspect(source, replacements(replace, words), as_json=json, words=words)

    return _command(
        "inspect",
        callback,
        words(
            "显示从 SOURCE 读出的结构：标题、层次、条款、表格和发现的问题。",
            "Show what is read from SOURCE: title, headings, items, tables and findings.",
        ),
        [
            _sources_argument(many=False),
            _replace_option(words),
            _flag("--json", words("以 JSON 输出。", "Print JSON.")),
            _lang_option(words),
        ],
    )


def _inspect(source: Path, replace: dict[str, str], *, as_json: bool, words: Words) -> int:
    # `inspect` is imported here: its JSON contract is no business of the other commands.
    from govdocs.inputs.inspection import inspect

    try:
        reading = read_source(source, replace)
    except InputError as error:
        if as_json:
            print_json(unreadable(error, str(source)))
        raise
    found = inspect(reading)
    for block in found["blocks"]:
        block["line"] = None if block["line"] == NO_LINE else block["line"]
    if as_json:
        print_json(found)
    else:
        say(found["title"] or words("（无标题）", "(no title)"))
        for block in found["blocks"]:
            say(_block_line(block))
        print_findings(str(source), reading.findings, words)
    return ERROR_REMAINS if has_error(reading.findings) else 0


def _block_line(block: dict[str, Any]) -> str:
    indent = "  " * (block["level"] or 0)
    text = f"{block['number'] or ''}{block['text'] or ''}{block['body'] or ''}"
    if block["rows"]:
        text = _table_line(block["rows"])
    shown = text if len(text) <= 60 else f"{text[:60]}…"
    return f"{block['line'] or '-':>5} {block['kind']:<9} {indent}{shown}"


def _table_line(rows: list[list[str]]) -> str:
    return f"{len(rows)}×{len(rows[0])} {' | '.join(rows[0])}"


def _fonts_group(words: Words) -> click.Group:
    # Both functions are imported when called: listing options needs no font module.
    def list_callback(font: tuple[str, ...], bundled_fonts: bool, json: bool, lang: Any) -> None:
        from govdocs.cli.fonts import list_fonts

        options = RenderOptions(fonts=_fonts_given(font, words), bundled_fonts=bundled_fonts)
        list_fonts(options, as_json=json, words=words)

    def install_callback(lang: Any) -> None:
        from govdocs.cli.fonts import install

        install(words)

    group = Group("fonts", help=words("查看或安装字体。", "List or install fonts."))
    group.add_command(
        _command(
            "list",
            list_callback,
            words("列出各角色将用的字体。", "List the face that each role would use."),
            [
                *_font_options(words),
                _flag("--json", words("以 JSON 输出。", "Print JSON.")),
                _lang_option(words),
            ],
        )
    )
    group.add_command(
        _command(
            "install",
            install_callback,
            words(
                "把随附字体和别名装到 LibreOffice 找得到的地方（Linux）。",
                "Install the bundled faces and aliases where LibreOffice finds them (Linux).",
            ),
            [_lang_option(words)],
        )
    )
    return group


def _command(
    name: str, callback: Callable[..., Any], help_text: str, params: list[click.Parameter]
) -> click.Command:
    return Command(name, callback=callback, help=help_text, params=params)


def _formats(text: str, words: Words) -> tuple[str, ...]:
    formats = tuple(dict.fromkeys(part.strip().lower() for part in text.split(",") if part.strip()))
    unknown = [name for name in formats if name not in OUTPUT_FORMATS]
    if unknown or not formats:
        known = ", ".join(OUTPUT_FORMATS)
        raise click.UsageError(
            words(f"--to 只能是 {known}，得到 {text!r}", f"--to takes {known}, got {text!r}")
        )
    return formats


def _date(text: str | None, words: Words) -> datetime.date | None:
    if text is None:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise click.UsageError(
            words(
                f"--date 应写成 2018-01-26 这样，得到 {text!r}",
                f"--date takes YYYY-MM-DD, got {text!r}",
            )
        ) from None
