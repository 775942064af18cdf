"""The reader's outline (书签): headings as a tree.

Source:
    ISO 32000-1 12.3.3
"""

from __future__ import annotations

from collections.abc import Sequence

from govdocs.layout.pages import Bookmark
from govdocs.units import EMU_PER_PT
from govdocs.writers.pdf.objects import PdfFile, text_string


def write_outline(
    bookmarks: Sequence[Bookmark], pages: Sequence[int], height: int, file: PdfFile
) -> int:
    """Add the outline to a file; returns its object number.

    Args:
        bookmarks: at least one, in reading order; a level may be skipped.
        pages: object numbers of the pages.
        height: of the sheet, EMU.
        file: where the objects go.
    """
    root = file.new()
    numbers = [file.new() for _ in bookmarks]
    parents = _parents(bookmarks)
    children: dict[int | None, list[int]] = {}
    for index, parent in enumerate(parents):
        children.setdefault(parent, []).append(index)
    for parent, family in children.items():
        for place, index in enumerate(family):
            mark = bookmarks[index]
            y = (height - mark.y) / EMU_PER_PT
            parts = [
                b"<</Title%s/Parent %d 0 R/Dest[%d 0 R/XYZ 0 %.1f null]"
                % (
                    text_string(mark.entry.text),
                    root if parent is None else numbers[parent],
                    pages[mark.page],
                    y,
                )
            ]
            if place:
                parts.append(b"/Prev %d 0 R" % numbers[family[place - 1]])
            if place + 1 < len(family):
                parts.append(b"/Next %d 0 R" % numbers[family[place + 1]])
            parts.append(_ends(children.get(index, ()), numbers, closed=True))
            file.fill(numbers[index], b"".join(parts) + b">>")
    file.fill(root, b"<</Type/Outlines%s>>" % _ends(children[None], numbers, closed=False))
    return root


def _ends(family: Sequence[int], numbers: Sequence[int], *, closed: bool) -> bytes:
    if not family:
        return b""
    count = -len(family) if closed else len(family)
    return b"/First %d 0 R/Last %d 0 R/Count %d" % (numbers[family[0]], numbers[family[-1]], count)


def _parents(bookmarks: Sequence[Bookmark]) -> list[int | None]:
    """For each bookmark the index of the nearest one before it of a lower level."""
    parents: list[int | None] = []
    open_marks: list[int] = []
    for index, mark in enumerate(bookmarks):
        while open_marks and bookmarks[open_marks[-1]].entry.level >= mark.entry.level:
            open_marks.pop()
        parents.append(open_marks[-1] if open_marks else None)
        open_marks.append(index)
    return parents
