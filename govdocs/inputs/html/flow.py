"""The text of a page as lines: a block begins and ends one, ``<br>`` ends one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from govdocs.inputs.html.elements import (
    BLOCKS,
    MEDIA,
    SILENT,
    is_control,
    is_hidden,
    line_of,
    number_of,
)
from govdocs.inputs.html.tables import (
    grid_of,
    has_tables_inside,
    hidden_parts,
    is_layout,
    rows_of,
    texts_beside_cells,
)
from govdocs.inputs.text.characters import CHINESE
from govdocs.inputs.text.grid import Part, Written
from govdocs.inputs.text.numbering import numbering_of
from govdocs.inputs.text.regex import regex

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from govdocs.inputs.html.lists import ListNumbers
    from govdocs.inputs.text.log import FindingLog
    from govdocs.inputs.unread import Unread

# A line end in the source is a blank, but not between Chinese characters, which have none.
_LINE_END_IN_CHINESE = regex(rf"(?<={CHINESE})[ \t\f]*[\r\n][ \t\r\n\f]*(?={CHINESE})")
_BLANKS = regex(r"[ \t\r\n\f]+")
_ABOVE = frozenset({"rt", "rp", "rtc"})
_ICON = 40  # a picture of so many pixels or fewer is an ornament


class Flow:
    """Goes through an element in reading order and writes down its lines and tables."""

    def __init__(self, log: FindingLog, unread: Unread, numbers: ListNumbers) -> None:
        self.parts: list[Part] = []
        self._log = log
        self._unread = unread
        self._numbers = numbers
        self._pieces: list[str] = []
        self._line = 1  # of the piece that came last
        self._begun: int | None = None  # where the line that is being written began
        self._number = ""  # a list's number that the next line has
        self._preformatted = 0

    def read(self, root: Element) -> None:
        """Write down what an element holds."""
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                if element is not root and self._is_done_with(element):
                    walker.skip_subtree()
                else:
                    self._start(element)
                continue
            self._end(element)
            if element is not root and element.tail:
                self._text(element.tail, element)
        self._flush()

    def lines(self, root: Element) -> list[str]:
        """The lines of a cell, which holds no table."""
        inner = Flow(self._log, self._unread, self._numbers)
        inner.read(root)
        return [part.text for part in inner.parts if isinstance(part, Written)]

    def _is_done_with(self, element: Element) -> bool:
        """Whether an element is left out, or was a table of data and is written down."""
        return self._is_left_out(element) or (element.tag == "table" and self._table(element))

    def _is_left_out(self, element: Element) -> bool:
        line = line_of(element)
        if element.tag in SILENT:
            return True
        if element.tag in MEDIA:
            self._unread.note("media", line)
            return True
        for kind, is_so in (
            ("hidden", is_hidden(element)),
            ("control", is_control(element)),
            ("ruby", element.tag in _ABOVE),
        ):
            if is_so:
                self._unread.note(kind, line, _shown_text(element))
                return True
        return False

    def _start(self, element: Element) -> None:
        tag = element.tag
        if tag in BLOCKS:
            self._flush()
        if tag == "br":
            self._flush()
        elif tag == "li":
            self._number = self._numbers.number_of(element)
        elif tag == "pre":
            self._preformatted += 1
        elif tag == "img" and not _is_icon(element):
            self._unread.note("picture", line_of(element))
        if element.text:
            self._text(element.text, element)

    def _end(self, element: Element) -> None:
        if element.tag == "pre":
            self._flush()
            self._preformatted -= 1
        if element.tag in BLOCKS:
            self._flush()

    def _text(self, text: str, near: Element) -> None:
        self._line = max(self._line, line_of(near))
        if not self._preformatted:
            self._piece(text)
            return
        first, *rest = text.splitlines() or [""]
        self._piece(first)
        for line in rest:
            self._flush()
            self._piece(line)
        if text.endswith("\n"):
            self._flush()

    def _piece(self, text: str) -> None:
        if self._begun is None and text.strip():
            self._begun = self._line
        self._pieces.append(text)

    def _flush(self) -> None:
        if self._begun is not None:
            text = _LINE_END_IN_CHINESE.sub("", "".join(self._pieces))
            text = _BLANKS.sub(" ", text).strip(" ")
            self.parts.append(Written(self._begun, self._numbered(text, self._begun)))
        self._pieces.clear()
        self._begun = None

    def _numbered(self, text: str, line: int) -> str:
        number, self._number = self._number, ""
        if not number or numbering_of(text):
            return text
        self._unread.note("list", line, number)
        return f"{number} {text}" if number[-1] == "." and text[0].isdigit() else number + text

    def _table(self, table: Element) -> bool:
        """Write a table down, if it holds data."""
        line = max(self._line, line_of(table))
        if has_tables_inside(table):
            self._unread.note("layout", line)
            return False
        rows = rows_of(table, self.lines)
        if not rows or is_layout(table, rows):
            if rows:
                self._unread.note("layout", line)
            return False
        self._flush()
        for part in hidden_parts(table):
            self._unread.note("hidden", line_of(part), _shown_text(part))
        for text in texts_beside_cells(table, self.lines):
            self.parts += [Written(line, text.strip())] if text.strip() else []
        for caption in table.iter("caption"):
            self.parts += [Written(line, text) for text in self.lines(caption)]
        grid = grid_of(line, rows, self._log)
        if grid is not None:
            self.parts.append(grid)
        self._line = line
        return True


_SHOWN = etree.XPath("descendant::text()[not(parent::script or parent::style or parent::template)]")


def _shown_text(element: Element) -> str:
    """The text of an element, scripts and the like left aside."""
    found = _SHOWN(element)
    return "".join(map(str, found)) if isinstance(found, list) else ""


def _is_icon(image: Element) -> bool:
    return min(number_of(image, side, _ICON + 1) for side in ("width", "height")) <= _ICON
