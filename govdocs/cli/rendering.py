"""``govdocs render``: texts in, DOCX and PDF out."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from govdocs.api import OutputFormat, RenderOptions, check_fonts, render_with_findings
from govdocs.cli.exit_codes import DONE, ERROR_REMAINS, UNUSABLE
from govdocs.cli.language import Words
from govdocs.cli.reporting import (
    UNREADABLE,
    blocks_strict,
    defect,
    error_finding,
    has_error,
    print_findings,
    print_json,
    say,
)
from govdocs.cli.sources import (
    NO_LINE,
    ReadOptions,
    Source,
    output_paths,
    printed,
    read_source,
)
from govdocs.cli.writing import write_file
from govdocs.errors import (
    FontError,
    GovdocsError,
    InputError,
    LayoutError,
    MissingGlyphError,
    ReportError,
    TemplateError,
    UsageError,
)
from govdocs.findings import Finding, Severity
from govdocs.inputs.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderJob:
    """What one run of the command was asked to do."""

    sources: tuple[Path, ...]
    formats: tuple[str, ...]
    folder: Path | None
    reading: ReadOptions
    strict: bool
    check: bool
    as_json: bool
    options: RenderOptions


@dataclass(slots=True)
class _Outcome:
    """What became of one source."""

    outputs: list[Path] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    code: int = DONE


def run_render(job: RenderJob, words: Words) -> int:
    """Render every source; one that fails does not stop the rest. Returns the exit code.

    Raises:
        UsageError: two sources would write the same file, or a source would be overwritten.
        FontError: a font file that was named cannot be used.
    """
    check_fonts(job.options)
    planned = output_paths(job.sources, job.folder, job.formats)
    results: list[dict[str, Any]] = []
    code = DONE
    for index, (source, paths) in enumerate(zip(job.sources, planned, strict=True)):
        outcome = _render_one(source, paths, job)
        code = max(code, outcome.code)
        results.append(
            {
                "source": str(source),
                "outputs": [str(path) for path in outcome.outputs],
                "findings": [finding.as_data() for finding in outcome.findings],
            }
        )
        print_findings(str(source), outcome.findings, words)
        if not job.as_json:
            count = f"[{index + 1}/{len(job.sources)}] " if len(job.sources) > 1 else ""
            made = ", ".join(str(path) for path in outcome.outputs)
            nothing = words("没有写出文件", "no file written")
            say(f"{count}{source} → {made or nothing}")
    if job.as_json:
        print_json(results)
    return code


def _render_one(source: Path, paths: list[Path], job: RenderJob) -> _Outcome:
    """Make every file of a source before the first is written: --strict looks at them all."""
    outcome = _Outcome()
    made: list[tuple[Path, bytes]] = []
    try:
        read = read_source(source, job.reading)
        reading = printed(read, source, job.reading)
        found = _checked(read, reading, source, job) if read.has_checks else reading.findings
        if job.options.normalise:
            reading, found = _normalised(reading, found, job)
        outcome.findings += _shared_replacements(found, job)
        for path in paths:
            data = _rendered(reading, path, job, outcome)
            if data is not None:
                made.append((path, data))
    except ReportError as error:
        outcome.findings += error.findings
        outcome.code = UNUSABLE
    except TemplateError as error:
        _note(outcome, error, "template-error", UNUSABLE, source)
    except InputError as error:
        _note(outcome, error, UNREADABLE, UNUSABLE, source)
    except GovdocsError as error:  # a call that makes no sense does so for every format
        _note(outcome, error, "cannot-render", UNUSABLE, source)
        return outcome
    except Exception as error:  # a defect of ours must not take the other sources along
        _note(outcome, defect(error), "internal-error", UNUSABLE, source)
    if has_error(outcome.findings) or (job.strict and blocks_strict(outcome.findings)):
        outcome.code = max(outcome.code, ERROR_REMAINS)
    if not (job.strict and outcome.code):
        for path, data in made:
            _write(path, data, outcome)
    return outcome


def _checked(source: Source, reading: Reading, path: Path, job: RenderJob) -> tuple[Finding, ...]:
    """Findings of typed facts, those of their checks too: they are printed to be sent out."""
    if not job.check:
        return reading.findings
    # Imported here: other texts need not load what checks these.
    from govdocs.cli.checking import findings_of_official, findings_of_report
    from govdocs.kinds.annual_report.repeats import without_repeats

    checked = (
        findings_of_official(source, job.reading)
        if source.official
        else findings_of_report(source, path, job.reading)
    )
    return without_repeats((*reading.findings, *checked))


def _normalised(
    reading: Reading, told: tuple[Finding, ...], job: RenderJob
) -> tuple[Reading, tuple[Finding, ...]]:
    """The reading normalised, once for all formats; what stays true of it, and the changes."""
    # Imported here: most renderings do without.
    from govdocs.cli.normalising import normalised_reading
    from govdocs.inputs.mended import without_mended

    found = normalised_reading(reading, job.options.without)
    still = without_mended(
        told,
        found.reading.document,
        block_lines=reading.block_lines,
        title_line=reading.title_line,
    )
    return found.reading, (*still, *found.findings)


def _shared_replacements(findings: tuple[Finding, ...], job: RenderJob) -> list[Finding]:
    """Findings in which a --replace that another source needs is no fault of this one."""
    if len(job.sources) == 1 or not job.reading.replace:
        return list(findings)
    return [
        dataclasses.replace(finding, severity=Severity.INFO)
        if finding.id == "replace-unmatched"
        else finding
        for finding in findings
    ]


def _rendered(reading: Reading, path: Path, job: RenderJob, outcome: _Outcome) -> bytes | None:
    """The bytes of one file; None, and a finding, if it cannot be made. The others still may be.

    Raises:
        UsageError: the profile cannot set an element, in whatever format.
    """
    to = cast(OutputFormat, path.suffix.removeprefix("."))
    try:
        rendering = render_with_findings(reading.document, to, **_fields(job.options))
    except MissingGlyphError as error:
        _note(outcome, error, "missing-glyph", ERROR_REMAINS, path, _line(reading, error.source))
    except FontError as error:  # a DOCX needs no font of this machine
        _note(outcome, error, "unusable-font", ERROR_REMAINS, path)
    except LayoutError as error:
        _note(outcome, error, "cannot-render", ERROR_REMAINS, path)
    except UsageError:
        raise
    except Exception as error:
        _note(outcome, defect(error), "internal-error", UNUSABLE, path)
    else:
        # What both formats say of the document is told once.
        told = set(outcome.findings)
        outcome.findings += [each for each in rendering.findings if each not in told]
        return rendering.data
    return None


def _write(path: Path, data: bytes, outcome: _Outcome) -> None:
    try:
        write_file(path, data)
        outcome.outputs.append(path)
    except GovdocsError as error:
        _note(outcome, error, "cannot-write", UNUSABLE, path)


def _fields(options: RenderOptions) -> dict[str, object]:
    fields = {name: getattr(options, name) for name in RenderOptions.__slots__}
    return fields | {"normalise": False}  # it was done before, with the lines of the source


def _line(reading: Reading, source: int | None) -> int | None:
    """The line of the source that a block was read from; None where there is none."""
    lines = reading.block_lines
    line = lines[source] if source is not None and source < len(lines) else NO_LINE
    return None if line == NO_LINE else line


def _note(
    outcome: _Outcome,
    error: GovdocsError,
    rule: str,
    code: int,
    place: Path,
    line: int | None = None,
) -> None:
    """Keep an error as a finding, so that it is printed and listed like the others."""
    finding = error_finding(error, rule, str(place), line)
    if finding not in outcome.findings:  # what no format can set is told once
        outcome.findings.append(finding)
    outcome.code = max(outcome.code, code)
