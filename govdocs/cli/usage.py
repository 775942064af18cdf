"""Usage errors and help in the reader's language; click has no Chinese of its own."""

from __future__ import annotations

import re

import click

from govdocs.cli.language import Words

_HELP_IN_CHINESE = (
    ("Usage: ", "用法："),
    ("\nOptions:", "\n选项："),
    ("\nCommands:", "\n命令："),
    ("[OPTIONS]", "[选项]"),
    ("COMMAND [ARGS]...", "命令 [参数]..."),
    ("[default: ", "[默认："),
    ("Show this message and exit.", "显示本说明。"),
)
_QUOTED = re.compile(r"'([^']*)'")
_IN_BRACKETS = re.compile(r"\((.*)\)$")


class Command(click.Command):
    """A command whose help is in the reader's language.

    The reader's :class:`Words` are the context's object.
    """

    def get_help(self, ctx: click.Context) -> str:
        """The help text, click's own words in it translated."""
        text = super().get_help(ctx)
        words = ctx.find_object(Words)
        if words is not None and words.lang == "zh":
            for en, zh in _HELP_IN_CHINESE:
                text = text.replace(en, zh)
        return text


class Group(Command, click.Group):
    """A group of commands whose help is in the reader's language."""


def usage_message(error: click.UsageError, words: Words) -> str:
    """What is wrong with a call, and how to see what is right."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError) and error.ctx:
        return error.ctx.get_help()
    command = error.ctx.command_path if error.ctx else "govdocs"
    hint = words(f"用法见：{command} --help", f"See: {command} --help")
    text = error.format_message() if words.lang == "en" else _in_chinese(error)
    return f"{words('错误：', 'Error: ')}{text}\n{hint}"


def _in_chinese(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption):
        return f"没有选项 {error.option_name}{_maybe(error.possibilities)}"
    if isinstance(error, click.MissingParameter):
        return f"缺少参数 {_name(error.param)}"
    if isinstance(error, click.BadParameter):
        return f"{_name(error.param)} 的值不对：{_what_is_right(error)}"
    if isinstance(error, click.BadOptionUsage):
        takes_one = "requires" in error.message
        return f"选项 {error.option_name} {'缺少值' if takes_one else '不带值'}"
    if error.message.startswith("No such command"):
        name = _QUOTED.search(error.message)
        near = _maybe(getattr(error, "possibilities", None))  # newer versions of click have them
        return f"没有这个命令：{name[1] if name else ''}{near}"
    if error.message.startswith("Missing command"):
        return "缺少命令"
    if error.message.startswith("Got unexpected extra argument"):
        extra = _IN_BRACKETS.search(error.message)
        return f"多余的参数：{extra[1] if extra else ''}"
    return error.message


def _name(param: click.Parameter | None) -> str:
    if param is None:
        return ""
    return "/".join(param.opts) if isinstance(param, click.Option) else param.human_readable_name


def _what_is_right(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    quoted = _QUOTED.search(error.message)
    given = quoted[1] if quoted else ""
    if isinstance(kind, click.Choice):
        return f"应为 {'、'.join(map(str, kind.choices))} 之一，得到 {given}"
    if isinstance(kind, click.Path):
        if "does not exist" in error.message:
            return f"没有“{given}”；请核对路径"
        return f"“{given}”应为{'文件夹，不是文件' if kind.dir_okay else '文件，不是文件夹'}"
    return error.message


def _maybe(possibilities: object) -> str:
    names = [str(name) for name in possibilities] if isinstance(possibilities, list | tuple) else []
    return f"，是否想写 {'、'.join(names)}？" if names else ""
