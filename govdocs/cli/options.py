"""Options and arguments that several commands share."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from govdocs.api import OUTPUT_FORMATS, RenderOptions
from govdocs.cli.language import Words
from govdocs.cli.sources import ReadOptions, replacements
from govdocs.cli.usage import Command
from govdocs.errors import UsageError
from govdocs.standards.annual_report.years import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:
    from govdocs.standards.annual_report.forms import ReportFormat


def command(
    name: str, callback: Callable[..., Any], help_text: str, params: list[click.Parameter]
) -> click.Command:
    """A command whose help is in the reader's language."""
    return Command(name, callback=callback, help=help_text, params=params)


def lang_option(words: Words) -> click.Option:
    """``--lang``: the language of messages."""
    return click.Option(
        ["--lang"],
        type=click.Choice(["zh", "en"]),
        help=words("消息的语言；默认依系统。", "Language of messages; the locale's if not given."),
    )


def sources_argument(*, many: bool) -> click.Argument:
    """The source, or the sources."""
    return click.Argument(
        ["sources" if many else "source"],
        nargs=-1 if many else 1,
        required=True,
        type=click.Path(path_type=Path),
    )


def replace_option(words: Words) -> click.Option:
    """``--replace``: texts to replace before a page is read."""
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
    """An option that is given or not."""
    return click.Option([name], is_flag=True, help=help_text)


def font_options(words: Words) -> list[click.Parameter]:
    """Which faces a PDF uses."""
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
    """``ROLE=FILE`` options as a mapping.

    Raises:
        click.UsageError: a pair that is none.
    """
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
    """The output formats that ``--to`` names.

    Raises:
        click.UsageError: an unknown one, or none.
    """
    formats = tuple(dict.fromkeys(part.strip().lower() for part in text.split(",") if part.strip()))
    unknown = [name for name in formats if name not in OUTPUT_FORMATS]
    if unknown or not formats:
        known = ", ".join(OUTPUT_FORMATS)
        raise click.UsageError(
            words(f"--to 只能是 {known}，得到 {text!r}", f"--to takes {known}, got {text!r}")
        )
    return formats


def date(text: str | None, words: Words) -> datetime.date | None:
    """The date of ``--date``.

    Raises:
        click.UsageError: it is none.
    """
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


def year_option(words: Words) -> click.Option:
    """``--year``: the year reported on."""
    return click.Option(
        ["--year"],
        type=click.IntRange(FIRST_YEAR, LAST_YEAR),
        help=words(
            "报告的年度（不是发布的年份）。", "The year reported on, not that of publication."
        ),
    )


def format_option(words: Words) -> click.Option:
    """``--format``: the format of yearly reports."""
    return click.Option(
        ["--format", "format"],
        metavar=words("格式", "FORMAT"),
        help=words(
            "年报格式：2008、2014、liaoning-2017、2019、2021，或一个 .toml 文件；默认依年度。",
            "Report format: 2008, 2014, liaoning-2017, 2019, 2021, or a .toml file; "
            "the year's if not given.",
        ),
    )


def province_option(words: Words) -> click.Option:
    """``--province``: the province, where it has a format of its own."""
    return click.Option(
        ["--province"],
        metavar=words("省份", "PROVINCE"),
        help=words(
            "省份；有的省有自己的年报格式。",
            "The province; some have a report format of their own.",
        ),
    )


def templates_option(words: Words) -> click.Option:
    """``--templates``: folders of the user's own templates."""
    return click.Option(
        ["--templates", "templates"],
        multiple=True,
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        metavar=words("目录", "DIR"),
        help=words(
            "文字模板的目录（其下为 annual_report/2021.jinja 等），优先于随附的；可多次给出。",
            "A folder of text templates (annual_report/2021.jinja …) that go before the shipped "
            "ones; may be repeated.",
        ),
    )


def fill_totals_option(words: Words) -> click.Option:
    """``--fill-totals``: compute blank totals."""
    return flag(
        "--fill-totals",
        words(
            "年度报告：各分项都已填、合计留空的，算出合计（逐一提示）。",
            "Yearly reports: compute totals left blank whose parts are all stated (each is told).",
        ),
    )


def reading_options(words: Words) -> list[click.Parameter]:
    """How sources are read."""
    return [
        replace_option(words),
        format_option(words),
        province_option(words),
        fill_totals_option(words),
        templates_option(words),
    ]


def read_options(
    given: dict[str, Any], sources: Sequence[Path], rendering: RenderOptions, words: Words
) -> ReadOptions:
    """What :func:`reading_options` were given, for these sources.

    Raises:
        click.UsageError: a replacement that is none.
        InputError: a replacement where there is nothing but data to read.
        UsageError: a folder of templates without any.
    """
    _check_templates(rendering.templates)
    return ReadOptions(
        replace=replacements(given["replace"], sources, words),
        rendering=rendering,
        format=given["format"],
        province=given["province"],
        fill_totals=given["fill_totals"],
    )


def _check_templates(folders: Sequence[Path]) -> None:
    """Refuse a folder in which no template could ever be found."""
    for folder in folders:
        if not any((folder / "annual_report").glob("*.jinja")):
            raise UsageError(
                f"{folder} 中没有 annual_report/*.jinja；自己的模板应放在 "
                f"{folder}/annual_report/2021.jinja 这样的位置",
                f"{folder} holds no annual_report/*.jinja; your own template goes to "
                f"{folder}/annual_report/2021.jinja and the like",
            )


def report_format(
    name: str | None, year: int | None, words: Words, *, province: str | None = None
) -> ReportFormat:
    """The format that ``--format`` names, or that reports on ``--year`` have in a province.

    Raises:
        click.UsageError: neither is given.
        UsageError: there is no such format, or none for that year.
    """
    from govdocs.standards.annual_report.loader import format_of_year, report_format

    if name:
        return report_format(name)
    if year is None:
        raise click.UsageError(words("请给出 --year 或 --format", "give --year or --format"))
    return format_of_year(year, province)
