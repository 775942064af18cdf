"""``govdocs render``: texts in, DOCX and PDF out."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import click

from govdocs.api import OutputFormat, RenderOptions, check_fonts, render_with_findings
from govdocs.cli.language import Words
from govdocs.cli.reporting import (
    UNREADABLE,
    blocks_strict,
    error_finding,
    finding_data,
    has_error,
    print_findings,
)
from govdocs.cli.sources import NO_LINE, output_paths, read_source
from govdocs.errors import FontError, GovdocsError, InputError, MissingGlyphError
from govdocs.files import replace_file
from govdocs.findings import Finding, Severity
from govdocs.inputs.reading import Reading

DONE, ERROR_REMAINS, UNUSABLE = 0, 1, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderJob:
    """What one run of the command was asked to do."""

    sources: tuple[Path, ...]
    formats: tuple[str, ...]
    folder: Path | None
    replace: dict[str, str]
    strict: bool
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
        UsageError: two sources would write the same file.
        FontError: a font file that was named cannot be used.
    """
    check_fonts(job.options)
    planned = output_paths(job.sources, job.folder, job.formats)
    results: list[dict[str, Any]] = []
    code = DONE
    for index, (source, paths) in enumerate(zip(job.sources, planned, strict=True)):
        outcome = _render_one(source, paths, job, words)
        code = max(code, outcome.code)
        results.append(
            {
                "source": str(source),
                "outputs": [str(path) for path in outcome.outputs],
                "findings": [finding_data(finding) for finding in outcome.findings],
            }
        )
        print_findings(str(source), outcome.findings, words)
        if not job.as_json:
            count = f"[{index + 1}/{len(job.sources)}] " if len(job.sources) > 1 else ""
            made = ", ".join(str(path) for path in outcome.outputs)
            nothing = words("没有写出文件", "no file written")
            click.echo(f"{count}{source} → {made or nothing}")
    if job.as_json:
        click.echo(json.dumps(results, ensure_ascii=False, indent=2))
    return code


def _render_one(source: Path, paths: list[Path], job: RenderJob, words: Words) -> _Outcome:
    outcome = _Outcome()
    try:
        reading = read_source(source, job.replace)
        outcome.findings += _shared_replacements(reading.findings, job)
        if has_error(outcome.findings):
            outcome.code = ERROR_REMAINS
        if job.strict and blocks_strict(outcome.findings):
            outcome.code = ERROR_REMAINS
            return outcome
        for path in paths:
            _write(reading, path, job, outcome)
    except InputError as error:
        _note(outcome, error, UNREADABLE, UNUSABLE, source)
    except GovdocsError as error:
        _note(outcome, error, "cannot-render", UNUSABLE, source)
    except Exception as error:  # a defect of ours must not take the other sources along
        failure = GovdocsError(
            f"govdocs 内部错误（{error!r}）；请报告这份来源",
            f"internal error of govdocs ({error!r}); please report this source",
        )
        _note(outcome, failure, "internal-error", UNUSABLE, source)
    return outcome


def _shared_replacements(findings: tuple[Finding, ...], job: RenderJob) -> list[Finding]:
    """Findings in which a --replace that another source needs is no fault of this one."""
    if len(job.sources) == 1 or not job.replace:
        return list(findings)
    return [
        dataclasses.replace(finding, severity=Severity.INFO)
        if finding.id == "replace-unmatched"
        else finding
        for finding in findings
    ]


def _write(reading: Reading, path: Path, job: RenderJob, outcome: _Outcome) -> None:
    to = cast(OutputFormat, path.suffix.removeprefix("."))
    try:
        rendering = render_with_findings(reading.document, to, **_fields(job.options))
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, rendering.data)
        outcome.outputs.append(path)
        outcome.findings += rendering.findings
    except MissingGlyphError as error:
        _note(outcome, error, "missing-glyph", ERROR_REMAINS, path, _line(reading, error.source))
    except FontError as error:
        # The other format may still be made: a DOCX needs no font of this machine.
        _note(outcome, error, "unusable-font", ERROR_REMAINS, path)
    except OSError as error:
        failure = GovdocsError(f"写不了文件：{error}", f"cannot write the file: {error}")
        _note(outcome, failure, "cannot-write", UNUSABLE, path)


def _fields(options: RenderOptions) -> dict[str, object]:
    return {name: getattr(options, name) for name in RenderOptions.__slots__}


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
    outcome.findings.append(error_finding(error, rule, str(place), line))
    outcome.code = max(outcome.code, code)
