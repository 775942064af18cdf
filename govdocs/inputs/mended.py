"""Findings of reading that normalising has settled: they are not told of what is printed."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from govdocs.findings import Finding
from govdocs.inputs.text.doubtful import is_doubtful
from govdocs.model.nodes import Block, Document, Run, Section, plain_text
from govdocs.model.walk import walk


def without_mended(
    findings: Iterable[Finding],
    document: Document,
    *,
    block_lines: Sequence[int] = (),
    title_line: int | None = None,
) -> tuple[Finding, ...]:
    """Findings without those on doubtful marks that a document, now normalised, has no more.

    A finding is kept if its line still has such a mark; where no block is known to stand in that
    line, if the document has one anywhere.

    Args:
        findings: of reading, and any others: these stay.
        document: what is printed.
        block_lines, title_line: as ``Reading`` has them.
    """
    by_line: defaultdict[int | None, str] = defaultdict(str)
    for line, visit in zip(block_lines, walk(document), strict=False):
        by_line[line or None] += f"{_own_text(visit.block)}\n"
    by_line[title_line] += f"{document.main_part.title}\n"
    whole = "\n".join(_texts(document))
    return tuple(
        finding
        for finding in findings
        if is_doubtful(
            finding.id,
            by_line[finding.line] if finding.line and finding.line in by_line else whole,
        )
        is not False
    )


def _own_text(block: Block) -> str:
    """A block's text without that of the blocks in it, which are walked by themselves."""
    if isinstance(block, Section):
        return f"{plain_text(block.heading)}{plain_text(block.run_in)}"
    return "\n".join(_texts(block))


def _texts(part: object) -> Iterator[str]:
    """Every text in a part of a document; runs that follow each other are one text."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        if part and all(isinstance(each, Run) for each in part):
            yield plain_text(part)
            return
        for each in part:
            yield from _texts(each)
    elif dataclasses.is_dataclass(part):
        for field in dataclasses.fields(part):
            yield from _texts(getattr(part, field.name))
