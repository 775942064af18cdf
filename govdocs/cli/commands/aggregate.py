"""``govdocs aggregate``: its options."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from govdocs.api import OUTPUT_FORMATS, RenderOptions
from govdocs.cli import options
from govdocs.cli.aggregating import AggregateJob, new_roster, run_aggregate
from govdocs.cli.language import Words

_DATA = "yaml"


def command(words: Words) -> click.Command:
    """The command."""

    def callback(**given: Any) -> int:
        if given["new_roster"] is not None:
            return new_roster(given["new_roster"], overwrite=given["overwrite"])
        return run_aggregate(_job(given, words), words)

    return options.command(
        "aggregate",
        callback,
        words(
            "按名册汇总 FOLDER 中各单位的年度报告：写出汇总报告和汇总台账。\n\n"
            "缺报、读不了、年度不符、数据有错、有空白的单位，要用 --leave-out 或 --force "
            "按名称决定，否则只写台账，不汇总。\n\n"
            "再次运行时，汇总报告 YAML 中写好的文字保留，只更新数字；台账与上次不同的，另写一份"
            "（汇总台账(2).xlsx）。\n\n"
            "退出码：0 完成；1 有单位待定，或仍有错误；2 用法不对或名册读不了。",
            "Add up the yearly reports of the units of a roster in FOLDER: the report of the whole "
            "and a ledger.\n\n"
            "A unit whose report is missing, unreadable, of another year, wrong or blank in places "
            "needs a decision by name, --leave-out or --force; without one only the ledger is "
            "written.\n\n"
            "Run again, it keeps the texts that were written into the whole's YAML and replaces "
            "its figures; a ledger that differs from the earlier one is written beside it "
            "(汇总台账(2).xlsx).\n\n"
            "Exit code: 0 done; 1 a decision is missing or an error remains; 2 bad usage or an "
            "unreadable roster.",
        ),
        [
            click.Argument(
                ["folder"],
                required=False,
                type=click.Path(exists=True, file_okay=False, path_type=Path),
            ),
            *_what(words),
            *_decisions(words),
            *_outputs(words),
            options.templates_option(words),
            *options.font_options(words),
            options.flag("--json", words("以 JSON 输出。", "Print JSON.")),
            options.lang_option(words),
        ],
    )


def _what(words: Words) -> list[click.Parameter]:
    return [
        click.Option(
            ["--roster"],
            type=click.Path(exists=True, dir_okay=False, path_type=Path),
            metavar=words("名册", "ROSTER"),
            help=words("单位名册：.xlsx、.csv 或 .yaml。", "The roster: .xlsx, .csv or .yaml."),
        ),
        options.year_option(words),
        options.format_option(words),
        options.province_option(words),
        click.Option(
            ["--agency"],
            metavar=words("全称", "NAME"),
            help=words(
                "汇总报告的机关全称，如 青禾县人民政府；名册里只有一个政府本级时可以不写。",
                "Full name of the government whose report the whole is; the roster's one "
                "government if not given.",
            ),
        ),
    ]


def _decisions(words: Words) -> list[click.Parameter]:
    return [
        click.Option(
            ["--leave-out", "leave_out"],
            multiple=True,
            metavar=words("单位", "UNIT"),
            help=words("不计入这个单位；可多次给出。", "Leave this unit out; may be repeated."),
        ),
        click.Option(
            ["--force", "force"],
            multiple=True,
            metavar=words("单位", "UNIT"),
            help=words(
                "这个单位数据有错也计入；可多次给出。",
                "Count this unit though its figures are wrong; may be repeated.",
            ),
        ),
    ]


def _outputs(words: Words) -> list[click.Parameter]:
    return [
        click.Option(
            ["-o", "--output", "output"],
            type=click.Path(file_okay=False, path_type=Path),
            metavar=words("目录", "DIR"),
            help=words(
                "写到这个目录；默认为当前目录。", "Write here; the current folder if not given."
            ),
        ),
        click.Option(
            ["--to", "formats"],
            default=_DATA,
            show_default=True,
            metavar="yaml,docx,pdf",
            help=words("汇总报告的格式，用逗号分开。", "Formats of the whole's report."),
        ),
        click.Option(
            ["--units", "unit_formats"],
            metavar="docx,pdf",
            help=words(
                "同时把每个计入的单位的报告排成这些格式，写到“各单位”目录。",
                "Also render the report of each unit counted, into the folder 各单位.",
            ),
        ),
        click.Option(
            ["--new-roster", "new_roster"],
            type=click.Path(dir_okay=False, path_type=Path),
            metavar=words("名册.xlsx", "FILE.xlsx"),
            help=words("只生成一份空白名册。", "Only make an empty roster."),
        ),
        options.flag(
            "--overwrite",
            words(
                "覆盖已有的台账和名册，以及读不了或属于别的机关、年度的汇总报告。",
                "Replace a ledger or roster that exists, and a whole's report that cannot be read "
                "or is another agency's or year's.",
            ),
        ),
    ]


def _job(given: dict[str, Any], words: Words) -> AggregateJob:
    for name in ("folder", "roster", "year"):
        if given[name] is None:
            raise click.UsageError(
                words(
                    f"缺少 {'FOLDER' if name == 'folder' else f'--{name}'}",
                    f"missing {'FOLDER' if name == 'folder' else f'--{name}'}",
                )
            )
    wanted = [part.strip().lower() for part in given["formats"].split(",") if part.strip()]
    rendered = ",".join(part for part in wanted if part != _DATA)
    if not wanted or (rendered and set(rendered.split(",")) - set(OUTPUT_FORMATS)):
        known = ", ".join((_DATA, *OUTPUT_FORMATS))
        raise click.UsageError(
            words(
                f"--to 只能是 {known}，得到 {given['formats']!r}",
                f"--to takes {known}, got {given['formats']!r}",
            )
        )
    return AggregateJob(
        folder=given["folder"],
        roster=given["roster"],
        year=given["year"],
        form=options.report_format(
            given["format"], given["year"], words, province=given["province"]
        ),
        agency=given["agency"] or "",
        leave_out=given["leave_out"],
        force=given["force"],
        output=given["output"] or Path(),
        formats=options.formats(rendered, words) if rendered else (),
        unit_formats=options.formats(given["unit_formats"], words) if given["unit_formats"] else (),
        overwrite=given["overwrite"],
        as_json=given["json"],
        options=RenderOptions(
            templates=given["templates"],
            fonts=options.fonts_given(given["font"], words),
            bundled_fonts=given["bundled_fonts"],
        ),
    )
