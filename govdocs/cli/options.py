"""Options and arguments that several commands share."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from govdocs.api import OUTPUT_FORMATS
from govdocs.cli.language import Words
from govdocs.cli.usage import Command


def command(
    name: str, callback: Callable[..., Any], help_text: str, params: list[click.Parameter]
) -> click.Command:
    return Command(name, callback=callback, help=help_text, params=params)


def lang_option(words: Words) -> click.Option:
    return click.Option(
        ["--lang"],
        type=click.Choice(["zh", "en"]),
        help=words("消息的语言；默认依系统。", "Language of messages; the locale's if not given."),
    )


def sources_argument(*, many: bool) -> click.Argument:
    return click.Argument(
        ["sources" if many else "source"],
        nargs=-1 if many else 1,
        required=True,
        type=click.Path(path_type=Path),
    )


def replace_option(words: Words) -> click.Option:
    return click.Option(
        ["--replace", "replace"],
        multiple=True,
        metavar=words("原文=新文", "OLD=NEW"),
        help=words(
            "读入前把原文换成新文（全角半角同等看待）；可多次给出。",
            "Replace OLD by NEW before reading (full and half width alike); may be repeated.",
        ),
    )


def flag(name: str, help_text: str) -> click.Option:
    return click.Option([name], is_flag=True, help=help_text)


def font_options(words: Words) -> list[click.Parameter]:
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
        flag(
            "--bundled-fonts",
            words(
                "只用随附字体，各台机器结果相同。",
                "Use only the bundled fonts, for the same result on every machine.",
            ),
        ),
    ]


def fonts_given(pairs: tuple[str, ...], words: Words) -> dict[str, str]:
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


def formats(text: str, words: Words) -> tuple[str, ...]:
    formats = tuple(dict.fromkeys(part.strip().lower() for part in text.split(",") if part.strip()))
    unknown = [name for name in formats if name not in OUTPUT_FORMATS]
    if unknown or not formats:
        known = ", ".join(OUTPUT_FORMATS)
        raise click.UsageError(
            words(f"--to 只能是 {known}，得到 {text!r}", f"--to takes {known}, got {text!r}")
        )
    return formats


def date(text: str | None, words: Words) -> datetime.date | None:
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
