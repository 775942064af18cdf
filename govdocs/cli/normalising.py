"""Normalising on the command line: readings, and what is printed of the rules."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import NamedTuple

import click

from govdocs.cli.language import Words
from govdocs.cli.sources import NO_LINE
from govdocs.findings import Finding
from govdocs.inputs.reading import Reading
from govdocs.normalising.document import Normalised, normalise
from govdocs.normalising.findings import findings_of
from govdocs.normalising.rules.all import RULES
from govdocs.normalising.text import Change


class NormalisedReading(NamedTuple):
    """A reading after the rules, and a finding for each thing that they said."""

    reading: Reading
    normalised: Normalised
    findings: tuple[Finding, ...]


def normalised_reading(reading: Reading, without: Sequence[str]) -> NormalisedReading:
    """What was read, normalised.

    Raises:
        UsageError: no rule has a name of ``without``.
    """
    found = normalise(reading.document, without=without)
    lines = [0 if line == NO_LINE else line for line in reading.block_lines]
    changed = dataclasses.replace(reading, document=found.document)
    return NormalisedReading(changed, found, findings_of(found.changes, lines))


def change_line(source: str, change: Change, finding: Finding, words: Words) -> str:
    """One change as a line: where, which rule, what, and the words around it."""
    where = f"{source}:{finding.line}" if finding.line else source
    after = words("（请核对）", "(look at it)") if change.after is None else f"→ “{change.after}”"
    place = f"{change.place}: " if change.place else ""
    return f"{where}: {place}[{change.rule}] “{change.before}” {after}  {change.context}"


def rule_lines(words: Words) -> list[str]:
    """Every rule: name, clause, what it does."""
    width = max(len(rule.name) for rule in RULES)
    return [f"{rule.name:<{width}}  {words(rule.zh, rule.en)} ({rule.clause})" for rule in RULES]


def normalising_options(words: Words) -> list[click.Parameter]:
    """Whether a rendering is normalised first, and by which rules."""
    return [
        click.Option(
            ["--normalise/--no-normalise", "normalise"],
            default=False,
            help=words(
                "先按标准规范数字、日期和标点，列出改动（默认不改）。",
                "First set numbers, dates and marks as the standards want them, each change "
                "listed (off by default).",
            ),
        ),
        without_option(words),
    ]


def without_option(words: Words) -> click.Option:
    """``--without``: rules to leave out."""
    return click.Option(
        ["--without", "without"],
        multiple=True,
        metavar=words("规则", "RULE"),
        help=words(
            "不用这条规则；可多次给出。`normalise --list-rules` 列出全部规则。",
            "Leave out this rule; may be repeated. `normalise --list-rules` lists them all.",
        ),
    )
