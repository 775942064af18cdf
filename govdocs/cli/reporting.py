"""Findings and errors on the terminal and as JSON."""

from __future__ import annotations

import codecs
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Any, TextIO

import click

from govdocs.cli.language import Words
from govdocs.errors import GovdocsError, ReportError, TemplateError
from govdocs.findings import Finding, Severity

_SEVERITIES = {
    Severity.INFO: ("提示", "info"),
    Severity.WARNING: ("警告", "warning"),
    Severity.ERROR: ("错误", "error"),
}
UNREADABLE = "unreadable-input"
_CELL_PLACE = re.compile(r"(?:表\d+ R\d+ C\d+|\S.*?![A-Z]+\d+)(?= )")
"""The place of a table's cell, before its name."""
_SHOWN_OF_A_KIND = 3  # more changes of one kind than this are summed up in one line


def say(text: str, *, err: bool = False) -> None:
    """Print a line, on stderr if asked to.

    A reader that has had enough (``| head -1``) is no fault of the sources: the command goes on,
    the rest of its output goes nowhere, and its exit code stays that of its work.

    Raises:
        OSError: the output cannot be written for another reason, such as a full disk.
    """
    try:
        click.echo(text, err=err)
    except BrokenPipeError:
        to_nowhere(sys.stderr if err else sys.stdout)


def to_nowhere(stream: TextIO) -> None:
    """Lead a stream whose pipe is closed elsewhere, so that its last flush does not fail."""
    with suppress(OSError):  # a stream of a test has no file behind it
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def print_json(data: object) -> None:
    """Print data as JSON that is valid whatever characters stdout can write.

    An encoding without a character would get Python's escapes for it, and those are not JSON's.
    """
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    is_unicode = codecs.lookup(encoding).name == "utf-8"
    say(json.dumps(data, ensure_ascii=not is_unicode, indent=2))


def error_finding(error: GovdocsError, rule: str, place: str, line: int | None = None) -> Finding:
    """An error as a finding.

    Its line is taken from where it says it is (``place:line`` or ``place:line:column``); a place
    within the source (``place $.main_part.body[0]``) or in another file leads the message.
    """
    rest = (error.at or "").removeprefix(place)
    number, _, column = rest.removeprefix(":").partition(":")
    is_line = rest.startswith(":") and number.isdigit()
    inside = "" if is_line or not rest.strip() else f"{rest.strip()}: "
    return Finding(
        id=rule,
        severity=Severity.ERROR,
        line=int(number) if is_line else line,
        column=int(column) if is_line and column.isdigit() else None,
        zh=f"{inside}{error.zh}",
        en=f"{inside}{error.en}",
    )


def defect(error: Exception) -> GovdocsError:
    """An exception that is no word of ours: a defect of this package."""
    return GovdocsError(
        f"govdocs 内部错误（{error!r}）；请报告这份来源",
        f"internal error of govdocs ({error!r}); please report this source",
    )


def faults(error: GovdocsError, source: str) -> tuple[Finding, ...]:
    """Why a source cannot be used: every fault of a report's data, else the error itself."""
    if isinstance(error, ReportError):
        return error.findings
    rule = "template-error" if isinstance(error, TemplateError) else UNREADABLE
    return (error_finding(error, rule, source),)


def report_unreadable(error: GovdocsError, source: str, words: Words) -> None:
    """Say on stderr why a source cannot be used, each fault with its line."""
    print_findings(source, faults(error, source), words)


def unreadable(error: GovdocsError, source: str) -> dict[str, Any]:
    """What ``inspect --json`` prints of a source that cannot be read."""
    return {
        "title": None,
        "issuer": None,
        "year": None,
        "blocks": [],
        "navigation": [],
        "findings": [finding.as_data() for finding in faults(error, source)],
    }


def print_findings(source: str, findings: Sequence[Finding], words: Words) -> None:
    """Print findings on stderr as ``file:line: severity: message``.

    Many alike are summed up in one line; errors are never.
    """
    counts = Counter(f.id for f in findings if f.severity is not Severity.ERROR)
    summed: set[str] = set()
    for finding in findings:
        if counts[finding.id] <= _SHOWN_OF_A_KIND:
            say(finding_line(source, finding, words), err=True)
        elif finding.id not in summed:
            summed.add(finding.id)
            say(_summary(source, finding, counts[finding.id], words), err=True)


def finding_line(source: str, finding: Finding, words: Words) -> str:
    """One finding as a line."""
    severity = words(*_SEVERITIES[finding.severity])
    return f"{_place(source, finding)}: {severity}: {finding.message(words.lang)}"


def _place(source: str, finding: Finding) -> str:
    """``file:line``, or the file and the place in words, without the name that the message says."""
    if finding.line is not None:
        return f"{source}:{finding.line}"
    place = finding.place or ""
    if cell := _CELL_PLACE.match(place):
        place = cell[0]
    return f"{source}:{place}" if place else source


def _summary(source: str, first: Finding, count: int, words: Words) -> str:
    rest = words(
        f"{first.zh}（同类共 {count} 处，--json 逐一列出）",
        f"{first.en} ({count} of this kind; --json lists them all)",
    )
    return f"{_place(source, first)}: {words(*_SEVERITIES[first.severity])}: {rest}"


def has_error(findings: Iterable[Finding]) -> bool:
    """Whether a finding of severity error is among them."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def blocks_strict(findings: Iterable[Finding]) -> bool:
    """Whether ``--strict`` withholds the files: warnings and errors, not infos."""
    return any(finding.severity is not Severity.INFO for finding in findings)
