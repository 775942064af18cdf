"""Read a stretch of prose: the blocks of a section's text, which has no title and no signature."""

from __future__ import annotations

from typing import NamedTuple

from govdocs.findings import Finding
from govdocs.inputs.reading import entries_of, foreign_names_in
from govdocs.inputs.text.assemble import assemble
from govdocs.inputs.text.lines import cleaned, separated, split_lines
from govdocs.inputs.text.log import FindingLog
from govdocs.model.nodes import Block


class Prose(NamedTuple):
    """Blocks of a text; lines are those of the text, from 1.

    Attributes:
        blocks: what it says.
        findings: each change and each thing to look at.
        lines: the line of each block, in the order of ``model.walk.walk_blocks``.
    """

    blocks: tuple[Block, ...]
    findings: tuple[Finding, ...]
    lines: tuple[int, ...] = ()


def read_prose(text: str) -> Prose:
    """Read the text of a section by the rules of docs/design/reading.md."""
    log = FindingLog()
    raw = split_lines(text)
    lines = [
        line
        for line in (
            cleaned(each, log)
            for number, content in enumerate(raw, 1)
            for each in separated(number, content, log)
        )
        if line.text
    ]
    entries, _ = entries_of(lines, foreign_names_in(lines, log), log)
    body = assemble(entries, log)
    return Prose(body.blocks, log.findings(), body.lines)
