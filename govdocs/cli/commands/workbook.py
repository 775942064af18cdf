"""``govdocs workbook``: a workbook to fill in, or one for each unit of a roster."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from govdocs.cli import options
from govdocs.cli.exit_codes import DONE, ERROR_REMAINS
from govdocs.cli.language import Words
from govdocs.cli.reporting import has_error, print_findings, say
from govdocs.cli.sources import is_same_file, replacements
from govdocs.cli.writing import write_file
from govdocs.errors import GovdocsError, UsageError

if TYPE_CHECKING:
    from govdocs.kinds.annual_report.county.prefilled import Prefilled
    from govdocs.kinds.annual_report.report import AnnualReport
    from govdocs.standards.annual_report.forms import ReportFormat


def command(words: Words) -> click.Command:
    """The command."""

    def callback(**given: Any) -> int:
        form = _form(given, words)
        if given["roster"] is not None:
            return _for_roster(given, form, words)
        if given["last_folder"] is not None:
            raise click.UsageError(
                words("--last-folder 要和 --roster 一起用", "--last-folder goes with --roster")
            )
        if given["replace"] and given["last"] is None:
            raise click.UsageError(
                words("--replace 要和 --last 一起用", "--replace goes with --last")
            )
        return _single(given, form, words)

    return options.command(
        "workbook",
        callback,
        words(
            "生成年度报告的填报簿（.xlsx），带勾稽公式；给出 --roster 时每个单位一本。\n\n"
            "已有的填报簿不改动，除非加 --overwrite；上年的报告和名册在任何情况下都不覆盖。",
            "Make a workbook (.xlsx) in which a yearly report is filled in, with live tie-outs; "
            "with --roster, one for each unit.\n\n"
            "A workbook that exists is left as it is without --overwrite; last year's reports and "
            "the roster are never written over.",
        ),
        [
            options.year_option(words),
            options.format_option(words),
            options.province_option(words),
            _file(
                "--last",
                words("上年的报告（数据、填报簿、DOCX、网页或文本），带入上年数字和提纲。",
                      "Last year's report, of any kind: its figures and outline are filled in."),
                words,
            ),
            _file(
                "--roster",
                words("单位名册（.xlsx、.csv、.yaml）：每个单位一本，-o 为目录。",
                      "A roster: a workbook for each unit; -o is a folder."),
                words,
            ),
            click.Option(
                ["--last-folder"],
                type=click.Path(exists=True, file_okay=False, path_type=Path),
                metavar=words("目录", "DIR"),
                help=words(
                    "存放各单位上年报告的目录。", "The folder of the units' reports of last year."
                ),
            ),
            click.Option(
                ["-o", "--output"],
                type=click.Path(path_type=Path),
                required=True,
                metavar=words("文件或目录", "FILE|DIR"),
                help=words("写到这里。", "Write here."),
            ),
            options.flag(
                "--overwrite",
                words("覆盖已有的填报簿（可能已经填过）。",
                      "Replace workbooks that exist, filled in or not."),
            ),
            options.replace_option(words),
            options.lang_option(words),
        ],
    )  # fmt: skip


def _file(name: str, help_text: str, words: Words) -> click.Option:
    return click.Option(
        [name],
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        metavar=words("文件", "FILE"),
        help=help_text,
    )


def _form(given: dict[str, Any], words: Words) -> ReportFormat:
    if given["year"] is None:
        raise click.UsageError(words("缺少 --year", "missing --year"))
    return options.report_format(given["format"], given["year"], words, province=given["province"])


def _single(given: dict[str, Any], form: ReportFormat, words: Words) -> int:
    from govdocs.kinds.annual_report.workbook.write import write_workbook

    target: Path = given["output"]
    if target.is_dir() or target.suffix.lower() != ".xlsx":
        raise UsageError(
            f"-o 应为 .xlsx 文件，得到 {target}", f"-o should be an .xlsx file, got {target}"
        )
    _spare_sources(target, _sources(given))
    if target.exists() and not given["overwrite"]:
        raise UsageError(
            f"{target} 已经存在，可能填过；换个文件名，或加 --overwrite",
            f"{target} exists and may be filled in; choose another name, or add --overwrite",
        )
    report = _begun(given, words) if given["last"] else None
    if report is not None and report.format.id != form.id:
        # The chain stops where the form changes: the figures are kept for looking at.
        report = report.model_copy(update={"format": form, "sections": ()})
    data = write_workbook(form, given["year"], report=report)
    write_file(target, data)
    say(str(target))
    return DONE


def _sources(given: dict[str, Any]) -> tuple[Path, ...]:
    """Every file that is read: they are people's, and are never written over."""
    listed: list[Path] = [given[name] for name in ("last", "roster") if given[name] is not None]
    if given["format"] and Path(given["format"]).is_file():
        listed.append(Path(given["format"]))
    return (*listed, *_last_reports(given))


def _last_reports(given: dict[str, Any]) -> tuple[Path, ...]:
    """What lies in the folder of last year's reports."""
    folder: Path | None = given["last_folder"]
    return () if folder is None else tuple(sorted(folder.iterdir()))


def _spare_sources(target: Path, sources: tuple[Path, ...]) -> None:
    if any(is_same_file(target, source) for source in sources):
        raise UsageError(
            f"{target} 就是来源，不能覆盖；请用 -o 写到别处",
            f"{target} is the source itself; write elsewhere with -o",
        )


def _begun(given: dict[str, Any], words: Words) -> AnnualReport:
    """This year's report, begun from last year's.

    Raises:
        UsageError: that is of another year.
        InputError: it cannot be read.
    """
    from govdocs.kinds.annual_report.reading import read_report_with_findings

    last, year = given["last"], given["year"]
    read = read_report_with_findings(last, replace=replacements(given["replace"], (last,), words))
    print_findings(str(last), read.findings, words)
    if read.report.year != year - 1:
        raise UsageError(
            f"--last 是 {read.report.year} 年度的报告，应为 {year - 1} 年度",
            f"--last is on {read.report.year}; it should be on {year - 1}",
            at=str(last),
        )
    return read.report.next_year()


def _for_roster(given: dict[str, Any], form: ReportFormat, words: Words) -> int:
    from govdocs.kinds.annual_report.county.prefilled import prefilled_workbooks
    from govdocs.kinds.annual_report.county.roster_reading import read_roster

    if given["last"] is not None:
        raise click.UsageError(
            words("--last 不和 --roster 一起用；请用 --last-folder",
                  "--last does not go with --roster; use --last-folder")
        )  # fmt: skip
    if given["replace"] and given["last_folder"] is None:
        raise click.UsageError(
            words("--replace 要和 --last-folder 一起用", "--replace goes with --last-folder")
        )
    folder: Path = given["output"]
    if folder.is_file() or folder.suffix.lower() == ".xlsx":
        raise UsageError(
            f"有 --roster 时 -o 应为目录，得到 {folder}",
            f"with --roster, -o should be a folder, got {folder}",
        )
    roster = read_roster(given["roster"])
    notes = [note.finding for note in roster.notes]
    print_findings(str(given["roster"]), notes, words)
    code = ERROR_REMAINS if has_error(notes) else DONE
    made = prefilled_workbooks(
        roster,
        form,
        given["year"],
        last_folder=given["last_folder"],
        replace=replacements(given["replace"], _last_reports(given), words),
    )
    sources = _sources(given)
    for index, each in enumerate(made, 1):
        target = folder / each.file
        print_findings(str(target), each.findings, words)
        own, state = _put(each, target, sources, given, words)
        code = max(code, own)
        say(f"[{index}/{len(roster.units)}] {each.unit.name} → {target}  {state}")
    return code


def _put(
    each: Prefilled,
    target: Path,
    sources: tuple[Path, ...],
    given: dict[str, Any],
    words: Words,
) -> tuple[int, str]:
    """Write a unit's workbook: the exit code, and what became of it. None stops the others."""
    if each.data is None:
        return ERROR_REMAINS, words("没有生成", "not made")
    try:
        if target.exists() and not given["overwrite"]:
            return DONE, words("已存在，没有改动", "exists, left as it is")
        _spare_sources(target, sources)
        write_file(target, each.data)
    except GovdocsError as error:
        say(error.message(words.lang), err=True)
        return ERROR_REMAINS, words("没有生成", "not made")
    return DONE, words("已生成", "made")
