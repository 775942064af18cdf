"""``govdocs certify``: measure finished files against the standard, clause by clause."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from govdocs.cli import options
from govdocs.cli.exit_codes import DONE, ERROR_REMAINS, UNUSABLE
from govdocs.cli.language import Words
from govdocs.cli.reporting import (
    defect,
    error_finding,
    faults,
    print_findings,
    print_json,
    say,
)
from govdocs.cli.writing import write_file
from govdocs.errors import GovdocsError, UsageError
from govdocs.findings import Finding
from govdocs.standards.loader import load_profile, profile_names

if TYPE_CHECKING:
    from govdocs.certify import Row, SelfCheck


def command(words: Words) -> click.Command:
    """The command."""

    def callback(**given: Any) -> int:
        return _certify(given, words)

    return options.command(
        "certify",
        callback,
        words(
            "版式自检：逐条测量成品 PDF（任何软件生成的都可以）或 DOCX 的设置"
            "是否符合 GB/T 9704-2012。\n\n"
            "退出码：0 没有不符合的条款；1 有不符合的条款；2 用法不对或读不了。",
            "Format self-check: measure a finished PDF (of any maker), or the settings of a DOCX, "
            "against GB/T 9704-2012, clause by clause.\n\n"
            "Exit code: 0 no clause fails; 1 a clause fails; 2 bad usage or unreadable input.",
        ),
        [
            click.Argument(["files"], nargs=-1, required=True, type=click.Path(path_type=Path)),
            click.Option(
                ["--profile"],
                metavar=words("格式", "NAME"),
                help=words(
                    f"按哪种格式测量：{'、'.join(profile_names())}；默认从版面识别。",
                    f"The format to measure against: {', '.join(profile_names())}; "
                    "recognised from the page if not given.",
                ),
            ),
            click.Option(
                ["--pictures"],
                type=click.Path(file_okay=False, path_type=Path),
                metavar=words("目录", "DIR"),
                help=words(
                    "把每个测量处的截图（PNG）写到这个目录。",
                    "Write a small picture (PNG) of each measured place to this folder.",
                ),
            ),
            options.flag("--json", words("以 JSON 输出。", "Print JSON.")),
            options.lang_option(words),
        ],
    )


def _certify(given: dict[str, Any], words: Words) -> int:
    # Imported when used: measuring needs more than the other commands.
    from govdocs.certify import DISCLAIMER

    files: Sequence[Path] = given["files"]
    if given["profile"] is not None:
        load_profile(given["profile"])
    if given["pictures"] is not None:
        _check_names(files)
    code = DONE
    tables: list[dict[str, Any]] = []
    for file in files:
        table, found = _table(file, given["profile"], given["pictures"])
        if table is None:
            code = UNUSABLE
            tables.append({"source": str(file), "findings": [each.as_data() for each in found]})
            print_findings(str(file), found, words)
            continue
        code = max(code, DONE if table.passes else ERROR_REMAINS)
        tables.append({"source": str(file), **table.as_data()})
        if not given["json"]:
            _print_table(file, table, words)
    if given["json"]:
        print_json(tables)
    elif any("rows" in table for table in tables):
        say(DISCLAIMER.in_language(words.lang))
    return code


def _check_names(files: Sequence[Path]) -> None:
    """Refuse two files whose pictures would have the same names."""
    seen: dict[str, Path] = {}
    for file in files:
        other = seen.setdefault(file.stem.casefold(), file)
        if other is not file:
            raise UsageError(
                f"{other} 和 {file} 的截图会同名；请分开运行",
                f"pictures of {other} and {file} would have the same names; run them apart",
            )


def _table(
    file: Path, profile: str | None, pictures: Path | None
) -> tuple[SelfCheck | None, tuple[Finding, ...]]:
    """The table of one file, or why there is none."""
    from govdocs.certify import certify
    from govdocs.certify.pictures import crops

    try:
        table = certify(file, profile=profile)
        if pictures is not None:
            for crop in crops(file, table):
                write_file(pictures / f"{file.stem}-{crop.name}", crop.data)
    except UsageError:  # what is missing is missing for all files
        raise
    except GovdocsError as error:
        return None, faults(error, str(file))
    except Exception as error:  # a defect of ours must not take the other files along
        return None, (error_finding(defect(error), "internal-error", str(file)),)
    return table, ()


def _print_table(file: Path, table: SelfCheck, words: Words) -> None:
    from govdocs.certify import Verdict

    say(_heading(file, table, words))
    absent = []
    for row in table.rows:
        if row.verdict is Verdict.NOT_APPLICABLE:
            absent.append(row)
        else:
            say(_row_line(row, words))
    if absent:
        names = words("、", ", ").join(f"{row.clause} {row.name.in_language(words.lang)}"
                                       for row in absent)  # fmt: skip
        say(words(f"不适用（没有这一要素）：{names}", f"not applicable (no such element): {names}"))
    say(_summary(table, words))


def _heading(file: Path, table: SelfCheck, words: Words) -> str:
    how = words("由版面识别", "recognised") if table.is_recognised else words("指定", "as asked")
    text = words(
        f"{file}：版式自检表（GB/T 9704-2012，格式 {table.profile}，{how}）",
        f"{file}: format self-check (GB/T 9704-2012, format {table.profile}, {how})",
    )
    if table.pages is not None and table.measured_pages != table.pages:
        text += words(
            f"；共 {table.pages} 页，只测量前 {table.measured_pages} 页（含末页）",
            f"; of {table.pages} pages the first ones and the last were measured, "
            f"{table.measured_pages} in all",
        )
    return text


def _row_line(row: Row, words: Words) -> str:
    lang = words.lang
    verdict = row.verdict.wording.in_language(lang)
    place = words(f"（第 {row.page} 页）", f" (page {row.page})") if row.page else ""
    return words(
        f"{row.clause:<8}{row.name.zh}｜要求：{row.expected.zh}｜实测：{row.measured.zh}{place}｜{verdict}",
        f"{row.clause:<8}{row.name.en} | expected: {row.expected.en} | "
        f"measured: {row.measured.en}{place} | {verdict}",
    )


def _summary(table: SelfCheck, words: Words) -> str:
    counts: dict[str, int] = {}
    for row in table.rows:
        counts[row.verdict] = counts.get(row.verdict, 0) + 1
    get = counts.get
    return words(
        f"符合 {get('passes', 0)} 项，不符合 {get('fails', 0)} 项，"
        f"无法测量 {get('not-measurable', 0)} 项，不适用 {get('not-applicable', 0)} 项",
        f"{get('passes', 0)} pass, {get('fails', 0)} fail, "
        f"{get('not-measurable', 0)} cannot be measured, {get('not-applicable', 0)} not applicable",
    )
