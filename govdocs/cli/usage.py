"""Usage errors in the reader's language; click has no Chinese of its own."""

from __future__ import annotations

import click

from govdocs.cli.language import Words


def usage_message(error: click.UsageError, words: Words) -> str:
    """What is wrong with a call, and how to see what is right."""
    command = error.ctx.command_path if error.ctx else "govdocs"
    hint = words(f"用法见：{command} --help", f"See: {command} --help")
    return f"{words('错误：', 'Error: ')}{_text(error, words)}\n{hint}"


def _text(error: click.UsageError, words: Words) -> str:
    if words.lang == "en":
        return error.format_message()
    if isinstance(error, click.NoSuchOption):
        return f"没有选项 {error.option_name}{_maybe(error.possibilities)}"
    if isinstance(error, click.MissingParameter):
        name = error.param.human_readable_name if error.param else ""
        return f"缺少参数 {name}"
    if isinstance(error, click.BadParameter):
        name = error.param.human_readable_name if error.param else ""
        return f"参数 {name} 的值不对：{error.message}"
    if isinstance(error, click.BadOptionUsage):
        return f"选项 {error.option_name} 用得不对：{error.message}"
    if error.message.startswith("No such command"):
        return f"没有这个命令：{error.message.partition(chr(39))[2].partition(chr(39))[0]}"
    if error.message == "Missing command." or isinstance(error, click.exceptions.NoArgsIsHelpError):
        return "缺少命令"
    return error.message


def _maybe(possibilities: object) -> str:
    names = [str(name) for name in possibilities] if isinstance(possibilities, list | tuple) else []
    return f"，是否想写 {'、'.join(names)}？" if names else ""
