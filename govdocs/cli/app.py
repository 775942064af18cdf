"""The command line: options, help in the reader's language, exit codes."""

from __future__ import annotations

import sys
from contextlib import suppress

import click

from govdocs import __version__
from govdocs.cli.commands import (
    aggregate,
    certify,
    check,
    diff,
    fonts,
    inspect,
    new_year,
    normalise,
    render,
    schema,
    workbook,
)
from govdocs.cli.exit_codes import UNUSABLE
from govdocs.cli.language import Words, language
from govdocs.cli.options import lang_option
from govdocs.cli.reporting import say, to_nowhere
from govdocs.cli.usage import Group, usage_message
from govdocs.errors import GovdocsError

_COMMANDS = (
    render,
    check,
    certify,
    normalise,
    inspect,
    new_year,
    workbook,
    aggregate,
    diff,
    schema,
    fonts,
)


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
            lang_option(words),
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
    for module in _COMMANDS:
        group.add_command(module.command(words))
    return group


def _print_version(context: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        click.echo(f"govdocs {__version__}")
        context.exit()
