"""Walk a document's blocks in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from govdocs.model.nodes import Block, Document, Section


class Visit(NamedTuple):
    """One block and its place: the path is the index at each depth, e.g. ``(2, 0)``."""

    path: tuple[int, ...]
    block: Block


def walk(document: Document) -> Iterator[Visit]:
    """Yield every block of the body in reading order, a section before what stands in it."""
    yield from walk_blocks(document.main_part.body)


def walk_blocks(blocks: tuple[Block, ...]) -> Iterator[Visit]:
    """The same for the blocks of an attachment."""
    yield from _walk(blocks, ())


def _walk(blocks: tuple[Block, ...], above: tuple[int, ...]) -> Iterator[Visit]:
    for index, block in enumerate(blocks):
        path = (*above, index)
        yield Visit(path, block)
        if isinstance(block, Section):
            yield from _walk(block.blocks, path)
