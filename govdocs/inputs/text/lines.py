"""Lines: where each stands in the source, what was cut out of it, how it was cleaned."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import chain
from typing import NamedTuple

from govdocs.inputs.text.log import FindingLog
from govdocs.inputs.text.regex import regex
from govdocs.model.nodes import unprintable

_FIRST: Sequence[int] = (0,)


class Edit(NamedTuple):
    """One change of a line: text[start:end] becomes ``new``."""

    start: int
    end: int
    new: str


class Line(NamedTuple):
    """A line of the source or a part of one, and the way back from its text to the columns there.

    Attributes:
        number: 1-based line of the source.
        text: what is left of it after the changes so far.
        offset: where ``text`` begins in the whole line that ``starts`` speaks of.
        starts: indexes from which on the columns run without a break; the first is 0.
        columns: the 1-based source column of each start.
    """

    number: int
    text: str
    offset: int = 0
    starts: Sequence[int] = _FIRST
    columns: Sequence[int] = (1,)

    def column(self, index: int) -> int:
        """The source column of the character at an index of the text."""
        place = self.offset + index
        run = bisect_right(self.starts, place) - 1
        return self.columns[run] + place - self.starts[run]

    def part(self, start: int, end: int | None = None) -> Line:
        """The part from start to end, without the white space at its edges."""
        text = self.text[start:end]
        bare = text.lstrip()
        return self._replace(text=bare.rstrip(), offset=self.offset + start + len(text) - len(bare))


def edited(line: Line, edits: Iterable[Edit]) -> Line:
    """The line with edits made; they stand in order and do not overlap."""
    pieces: list[str] = []
    starts, columns = array("q"), array("q")
    length = at = 0

    def note(column: int) -> None:
        if starts and starts[-1] == length:
            columns[-1] = column
        else:
            starts.append(length)
            columns.append(column)

    for start, end, new in chain(edits, [Edit(len(line.text), len(line.text), "")]):
        for stop in (*_breaks(line, at, start), start):
            note(line.column(at))
            pieces.append(line.text[at:stop])
            length += stop - at
            at = stop
        if new:
            note(line.column(start))
            pieces.append(new)
            length += len(new)
        at = end
    note(line.column(at))
    return Line(line.number, "".join(pieces), 0, starts, columns)


def _breaks(line: Line, start: int, end: int) -> Iterator[int]:
    """Indexes between start and end at which the line's columns break already."""
    first = bisect_right(line.starts, line.offset + start)
    last = bisect_left(line.starts, line.offset + end)
    for run in range(first, last):
        yield line.starts[run] - line.offset


_LINE_END = regex(r"\r\n|\r|\n")
_SEPARATOR = regex("[\v\f\x85\u2028\u2029]")


def split_lines(text: str) -> list[str]:
    """The lines of a text, as an editor counts them: LF, CRLF and CR end a line."""
    return _LINE_END.split(text)


def separated(number: int, text: str, log: FindingLog) -> Iterator[Line]:
    """The lines within a line that form feeds and Unicode separators end; mostly one."""
    start = 0
    for match in _SEPARATOR.finditer(text):
        yield Line(number, text[start : match.start()], columns=(start + 1,))
        start = match.end()
        log.info(
            "line-separator",
            f"分隔符 U+{ord(match[0]):04X} 按换行处理",
            f"the separator U+{ord(match[0]):04X} was read as a line end",
            line=number,
            column=start,
        )
    yield Line(number, text[start:], columns=(start + 1,))


_EDGE = " \t\xa0\u3000"
_INNER_SPACE = {"\t": "制表符", "\xa0": "不换行空格"}
_DOUBTFUL = regex("[\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff]")


def cleaned(line: Line, log: FindingLog) -> Line:
    """The line without unprintable characters and without white space at its edges.

    Tabs and no-break spaces inside become spaces. All but the edges is reported.
    """
    if line.text.isprintable():
        return _checked_for_doubt(line.part(0), log)
    bare = line.text.strip(_EDGE)
    if bare.isprintable():
        return _checked_for_doubt(line.part(0), log)
    start = line.text.find(bare)
    inner = line._replace(text=bare, offset=line.offset + start)
    return _checked_for_doubt(edited(inner, _edits(inner, log)).part(0), log)


def _edits(line: Line, log: FindingLog) -> Iterator[Edit]:
    """The mending of each unprintable character and no-break space, lazily: there may be many."""
    spaces = ((match.start(), "\xa0") for match in re.finditer("\xa0", line.text))
    bare = line.text.replace("\u3000", "").replace("\xa0", "")
    changes = spaces if bare.isprintable() else merge(spaces, unprintable(line.text))
    for index, char in changes:
        is_space = char in _INNER_SPACE
        _report_edit(line, index, char, log)
        yield Edit(index, index + 1, " " if is_space else "")


def _report_edit(line: Line, index: int, char: str, log: FindingLog) -> None:
    id = "space-normalised" if char in _INNER_SPACE else "unprintable-removed"
    code = f"U+{ord(char):04X}"
    if log.is_full(id):
        log.count(id, 1)
    elif char in _INNER_SPACE:
        log.info(
            id,
            f"{_INNER_SPACE[char]}改为空格",
            f"{code} became a space",
            line=line.number,
            column=line.column(index),
        )
    else:
        log.warning(
            id,
            f"删去不可打印字符 {code}",
            f"the unprintable {code} was removed",
            line=line.number,
            column=line.column(index),
        )


def _checked_for_doubt(line: Line, log: FindingLog) -> Line:
    for match in _DOUBTFUL.finditer(line.text):
        code = f"U+{ord(match[0]):04X}"
        column = line.column(match.start())
        if match[0] == "\ufffd":
            log.warning(
                "replacement-character",
                f"{code} 表示原文此处解码有误，请补上原字",
                f"{code} stands for text lost in an earlier decoding; put it back",
                line=line.number,
                column=column,
            )
        else:
            log.warning(
                "private-use",
                f"私用区字符 {code} 没有通用字形，请换成正式编码的字",
                f"the private-use {code} has no common glyph; use the character's own code",
                line=line.number,
                column=column,
            )
    return line
