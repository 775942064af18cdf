"""``govdocs aggregate``: a county's reports in, the report of the whole and a ledger out."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from govdocs.api import (
    OutputFormat,
    RenderOptions,
    check_fonts,
    environment_of,
    templates_of,
    write,
)
from govdocs.cli.earlier_results import earlier_ledgers, earlier_report, ledger_place
from govdocs.cli.exit_codes import DONE, ERROR_REMAINS, UNUSABLE
from govdocs.cli.language import Words
from govdocs.cli.reporting import finding_line, print_json, say
from govdocs.cli.writing import write_file
from govdocs.errors import GovdocsError, ReportError, UsageError
from govdocs.findings import Finding, Severity
from govdocs.messages.os_errors import reason_of

if TYPE_CHECKING:
    from govdocs.kinds.annual_report.county.decisions import County
    from govdocs.kinds.annual_report.county.results import UnitResult
    from govdocs.kinds.annual_report.county.roster import Noted, Roster
    from govdocs.kinds.annual_report.report import AnnualReport
    from govdocs.model.nodes import Document
    from govdocs.standards.annual_report.forms import ReportFormat

_UNITS_FOLDER = "各单位"
_WHOLE = "（汇总）"


@dataclass(frozen=True, slots=True, kw_only=True)
class AggregateJob:
    """What one run of the command was asked to do.

    Attributes:
        folder, roster, year, form: whose reports, and of what year and format.
        agency: full name of the government; empty for the roster's one government.
        leave_out, force: names of units that were decided on.
        output: folder of the results.
        formats: what the whole's report is rendered to, beside YAML.
        unit_formats: what each counted unit's report is rendered to.
        overwrite: whether what cannot be taken over from an earlier run may be lost.
        as_json: whether the outcome is printed as JSON.
        options: how reports are rendered.
    """

    folder: Path
    roster: Path
    year: int
    form: ReportFormat
    agency: str
    leave_out: tuple[str, ...]
    force: tuple[str, ...]
    output: Path
    formats: tuple[str, ...]
    unit_formats: tuple[str, ...]
    overwrite: bool
    as_json: bool
    options: RenderOptions


@dataclass(slots=True)
class _Written:
    """What was written, and what could not be."""

    outputs: list[Path]
    failures: list[tuple[str, Finding]]
    notes: list[Finding]
    code: int = DONE


def new_roster(path: Path, *, overwrite: bool) -> int:
    """Write an empty roster."""
    from govdocs.kinds.annual_report.county.roster_sheet import write_roster

    if path.exists() and not overwrite:
        raise UsageError(
            f"{path} 已经存在；换个文件名，或加 --overwrite",
            f"{path} exists; choose another name, or add --overwrite",
        )
    write_file(path, write_roster())
    say(str(path))
    return DONE


def run_aggregate(job: AggregateJob, words: Words) -> int:
    """Collect, decide, sum, write; returns the exit code.

    Raises:
        UsageError: names that are no unit's, a unit that cannot be forced, outputs over sources.
        InputError: the roster or the folder cannot be read.
        FontError: a font file that was named cannot be used.
    """
    from govdocs.kinds.annual_report.county.collect import collect
    from govdocs.kinds.annual_report.county.decisions import put_together

    check_fonts(job.options)
    roster = _roster(job, words)
    agency = job.agency or _sole_government(roster)
    targets = _targets(job, agency)
    _spare_sources(job, roster, targets)
    earlier = earlier_report(
        targets["yaml"], agency, job.year, job.form, may_overwrite=job.overwrite
    )
    collection = collect(
        job.folder,
        roster,
        job.year,
        job.form,
        templates_of(job.options),
        ignored=(job.roster, *targets.values(), *earlier_ledgers(targets["ledger"])),
    )
    county = put_together(collection, agency, leave_out=job.leave_out, force=job.force)
    written = _write(job, county, agency, targets, earlier)
    code = max(written.code, ERROR_REMAINS if county.has_errors else DONE)
    if job.as_json:
        print_json(_as_data(county, agency, written))
    else:
        _print(county, written, words)
    return code


def _roster(job: AggregateJob, words: Words) -> Roster:
    from govdocs.kinds.annual_report.county.roster_reading import read_roster

    try:
        return read_roster(job.roster)
    except ReportError as error:
        # Every fault on a line of its own: rosters are mended cell by cell.
        for finding in error.findings:
            say(finding_line(str(job.roster), finding, words), err=True)
        raise UsageError(
            f"名册 {job.roster} 有 {len(error.findings)} 处错误，请改正后再汇总",
            f"the roster {job.roster} has {len(error.findings)} faults; mend them first",
        ) from error


def _sole_government(roster: Roster) -> str:
    names = [unit.name for unit in roster.units if unit.kind.value == "government"]
    if len(names) == 1:
        return names[0]
    raise UsageError(
        f"名册中有 {len(names)} 个政府本级，看不出汇总报告是谁的；请用 --agency 给出全称",
        f"the roster has {len(names)} governments; name the one whose report it is by --agency",
    )


def _targets(job: AggregateJob, agency: str) -> dict[str, Path]:
    """Where the results go: the ledger, and the whole's report in each format."""
    from govdocs.kinds.annual_report.county.ledger import LEDGER_FILE
    from govdocs.kinds.annual_report.county.roster import safe_stem

    bad = [mark for mark in '\\/:*?"<>|' if mark in agency]
    if bad:
        raise UsageError(
            f"机关名称中不能有 {''.join(bad)}", f"{''.join(bad)} cannot stand in the agency's name"
        )
    stem = safe_stem(f"{agency}{job.year}年汇总报告")
    endings = ("yaml", *job.formats)
    return {
        "ledger": job.output / LEDGER_FILE,
        **{ending: job.output / f"{stem}.{ending}" for ending in endings},
    }


def _spare_sources(job: AggregateJob, roster: Roster, targets: dict[str, Path]) -> None:
    """Refuse to write a result over a report or the roster."""
    from govdocs.kinds.annual_report.county.folder import same_file
    from govdocs.kinds.annual_report.county.matching import named_file

    sources = [job.roster, *filter(None, (named_file(u, job.folder) for u in roster.units))]
    for target in targets.values():
        if any(same_file(source, target) for source in sources):
            raise UsageError(
                f"结果会写成 {target}，盖掉来源；请用 -o 写到别的目录",
                f"{target} would be written over a source; choose another folder with -o",
            )


def _write(
    job: AggregateJob,
    county: County,
    agency: str,
    targets: dict[str, Path],
    earlier: AnnualReport | None,
) -> _Written:
    from govdocs.kinds.annual_report.county.earlier import renewed
    from govdocs.kinds.annual_report.encode import to_yaml

    written = _Written([], [], [])
    _write_ledger(job, county, agency, targets["ledger"], written)
    if county.aggregate is None:
        return written
    report = county.aggregate.report
    if earlier is not None:
        report, note = renewed(report, earlier, targets["yaml"].name)
        written.notes.append(note.finding)
    _put(targets["yaml"], to_yaml(report).encode(), _WHOLE, written)
    for to in job.formats:
        _render(report, targets[to], _WHOLE, job, written)
    _write_units(job, county, written)
    return written


def _write_ledger(
    job: AggregateJob, county: County, agency: str, target: Path, written: _Written
) -> None:
    from govdocs.kinds.annual_report.county.ledger import write_ledger

    day = job.options.date or environment_of(job.options).source_date
    made_on = day or datetime.date(job.year + 1, 1, 1)
    data = write_ledger(county, agency, made_on=made_on)
    try:
        place, kept = ledger_place(target, data, may_overwrite=job.overwrite)
    except OSError as error:
        why = reason_of(error)
        zh, en = f"读不了已有的 {target}：{why.zh}", f"cannot read the earlier {target}: {why.en}"
        _fail(_WHOLE, zh, en, written, UNUSABLE)
        return
    written.notes += [kept] if kept else []
    _put(place, data, _WHOLE, written)


def _write_units(job: AggregateJob, county: County, written: _Written) -> None:
    """Render the report of each unit counted: a page as it is, data by way of its template."""
    from govdocs.kinds.annual_report.county.roster import file_stems

    if not job.unit_formats:
        return
    stems = file_stems(county.collection.roster)
    for (result, place), stem in zip(county.units, stems, strict=True):
        if place.counts and result.reading is not None:
            page = result.reading.page
            document = page.document if page else result.reading.report
            for to in job.unit_formats:
                path = job.output / _UNITS_FOLDER / f"{stem}.{to}"
                _render(document, path, result.unit.name, job, written)


def _render(
    document: Document | AnnualReport,
    path: Path,
    unit: str,
    job: AggregateJob,
    written: _Written,
) -> None:
    """Render one file; one that fails does not stop the others."""
    out = io.BytesIO()
    try:
        write(document, out, cast(OutputFormat, path.suffix.removeprefix(".")), job.options)
    except GovdocsError as error:
        _fail(unit, error.zh, error.en, written, ERROR_REMAINS)
    except Exception as error:  # a defect of ours must not take the other units along
        _fail(
            unit, f"govdocs 内部错误（{error!r}）", f"internal error ({error!r})", written, UNUSABLE
        )
    else:
        _put(path, out.getvalue(), unit, written)


def _put(path: Path, data: bytes, unit: str, written: _Written) -> None:
    try:
        write_file(path, data)
        written.outputs.append(path)
    except GovdocsError as error:
        _fail(unit, error.message("zh"), error.message("en"), written, UNUSABLE)


def _fail(unit: str, zh: str, en: str, written: _Written, code: int) -> None:
    finding = Finding(id="cannot-write", severity=Severity.ERROR, zh=zh, en=en)
    written.failures.append((unit, finding))
    written.code = max(written.code, code)


def _print(county: County, written: _Written, words: Words) -> None:
    """A line for each unit, then what is wrong, then what was written."""
    from govdocs.kinds.annual_report.county.collect import OTHER_WORDING
    from govdocs.kinds.annual_report.county.ledger import summary

    total = len(county.places)
    for index, (result, place) in enumerate(county.units, 1):
        file = result.file.name if result.file else "-"
        status = words(result.status.zh, result.status.en)
        say(f"[{index}/{total}] {result.unit.name}  {file}  {status}  {words(place.zh, place.en)}")
    for note in county.notes:
        say(finding_line("、".join(note.units[:4]) or _WHOLE, note.finding, words), err=True)
    for result in county.collection.results:
        for finding in result.findings:
            if finding.id == OTHER_WORDING:  # which of two files was used is not left to be found
                say(finding_line(result.unit.name, finding, words), err=True)
    for finding in written.notes:
        say(finding_line(_WHOLE, finding, words), err=True)
    for unit, finding in written.failures:
        say(finding_line(unit, finding, words), err=True)
    for unknown in county.collection.unknown:
        say(f"{unknown.file.name}: {words(unknown.zh, unknown.en)}", err=True)
    for line in _failures(county, words):
        say(line, err=True)
    say(summary(county, words.lang))
    for path in written.outputs[:12]:
        say(f"→ {path}")
    if len(written.outputs) > 12:
        more = len(written.outputs) - 12
        say(words(f"→ 另有 {more} 个文件", f"→ {more} more files"))


def _failures(county: County, words: Words) -> Iterator[str]:
    """The units that fail, at the end, where they are seen."""
    doubtful = [result for result in county.collection.results if result.reasons]
    if doubtful:
        yield words("有问题的单位：", "Units with something wrong:")
    for result in doubtful:
        for reason in result.reasons:
            status = words(reason.status.zh, reason.status.en)
            yield f"  {result.unit.name}  {status}: {reason.words(words.lang)}"
    for result in county.undecided:
        yield _how_to_decide(result, words)
    if county.blocking:
        yield words(
            "名册有错误，不能汇总；请先改正名册。", "The roster is wrong; mend it before summing."
        )


def _how_to_decide(result: UnitResult, words: Words) -> str:
    name = result.unit.name
    force = f" {words('或', 'or')} --force {name}" if result.may_be_forced else ""
    return words(
        f"  待定 {name}：请补正，或加 --leave-out {name}{force}",
        f"  undecided {name}: mend it, or add --leave-out {name}{force}",
    )


def _as_data(county: County, agency: str, written: _Written) -> dict[str, Any]:
    return {
        "agency": agency,
        "year": county.collection.year,
        "format": county.collection.form.reference,
        "summed": county.aggregate is not None,
        "units": [
            {
                "name": result.unit.name,
                "file": str(result.file) if result.file else None,
                "status": result.status.value,
                "decision": place.value,
                "reasons": [
                    {"status": reason.status.value, "zh": reason.zh, "en": reason.en}
                    for reason in result.reasons
                ],
                "findings": [finding.as_data() for finding in result.findings],
            }
            for result, place in county.units
        ],
        "unknown_files": [
            {"file": str(file.file), "zh": file.zh, "en": file.en}
            for file in county.collection.unknown
        ],
        "undecided": [result.unit.name for result in county.undecided],
        "findings": [_noted(note) for note in county.notes]
        + [{"units": [], **finding.as_data()} for finding in written.notes]
        + [{"units": [unit], **finding.as_data()} for unit, finding in written.failures],
        "outputs": [str(path) for path in written.outputs],
    }


def _noted(note: Noted) -> dict[str, Any]:
    return {"units": list(note.units), **note.finding.as_data()}
