"""Where in a page its statutory tables stand, whole or in pieces, and the cells they have there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from govdocs.inputs.text.characters import HAN
from govdocs.kinds.annual_report.entering import exact_section, section_in_other_words
from govdocs.kinds.annual_report.recognise.labels import Labels, bare, match
from govdocs.kinds.annual_report.recognise.strips import Ends, Strip
from govdocs.kinds.annual_report.values import INSTEAD_OF_NUMBERS
from govdocs.model.nodes import Figure, Section, Table
from govdocs.standards.annual_report.forms import ReportFormat

_NUMBER = re.compile(
    r"[+-]?\d[\d,]*(?:\.\d+)?(?:万元|亿元|元|件|条|次|个|人次|人|篇|项|%)?", re.ASCII
)
_PAGE_NUMBER = re.compile(r"\s*[-—–－]{1,2}\s*\d{1,3}\s*[-—–－]{1,2}\s*")
_SENTENCE = re.compile(r"[。；;？！]")
_STARTS_WITH_FIGURE = re.compile(r"[+-]?\d+(?![\d.．、])")  # 3次左右 is no label, 9.其他 is one
_HAN = re.compile(f"[{HAN}]")

_LONGEST_GAP = 2  # lines that no label explains, between lines of a table: a row of one's own
_LONGEST_GAP_TEXT = 40


def is_value(text: str) -> bool:
    """Whether a cell is blank, a number, or what is written in place of one."""
    plain = unicodedata.normalize("NFKC", text).strip()
    return not plain or text.strip() in INSTEAD_OF_NUMBERS or bool(_NUMBER.fullmatch(plain))


class Token(NamedTuple):
    """A cell of a table, or a word of a line that was one.

    Attributes:
        text: what stands in it.
        strip: index of its line.
        in_row: whether it is a cell of a row with others, whose blank cells are kept.
        width: how many cells the page had in its line; 0 where that tells nothing.
        ends: what became of the blank cells at the ends of its row.
    """

    text: str
    strip: int
    in_row: bool
    width: int = 0
    ends: Ends = "kept"

    @property
    def is_value(self) -> bool:
        return is_value(self.text)


class Region(NamedTuple):
    """Lines that may be a table: their indexes and their cells."""

    strips: range
    tokens: tuple[Token, ...]


class Finder:
    """Finds the regions of a page that the labels of one format explain."""

    __slots__ = ("_form", "_known", "_labels", "_strips", "_table_nodes", "_words")

    def __init__(self, strips: Sequence[Strip], form: ReportFormat, labels: Labels) -> None:
        self._strips = strips
        self._form = form
        self._labels = labels
        self._words = labels.words()
        self._known: dict[str, bool] = {}
        self._table_nodes = self._statutory_nodes()

    def is_part(self, text: str) -> bool:
        """Whether a text is a label or a piece of one."""
        return bare(text) in self._words

    def is_foreign(self, text: str) -> bool:
        """Whether a text is a label that the form does not have."""
        if _STARTS_WITH_FIGURE.match(text) or len(_HAN.findall(text)) < 3:
            return False
        return not self.is_part(text)

    def regions(self) -> Iterator[Region]:
        """Runs of lines that look like a table of the form, with at least two labels."""
        start = None
        end = 0
        for index, strip in enumerate(self._strips):
            if self._is_like(strip):
                start = index if start is None else start
                end = index + 1
            elif start is not None and not self._is_gap(strip, index - end):
                yield from self._region(range(start, end))
                start = None
        if start is not None:
            yield from self._region(range(start, end))

    def _region(self, strips: range) -> Iterator[Region]:
        lines = [self._strips[index] for index in strips]
        has_separators = _has_separators(lines)
        made = _separated if has_separators else _cells
        tokens = tuple(made(lines, strips.start))
        known = (token for token in tokens if not token.is_value and self._is_label(token.text))
        has_two = len(list(islice(known, 2))) == 2
        if has_two and any(token.is_value for token in tokens):
            yield Region(strips, tokens)

    def _is_label(self, text: str) -> bool:
        known = self._known.get(text)
        if known is None:
            known = any(match(text, label) for label in self._labels.labels)
            self._known[text] = known
        return known

    def _statutory_nodes(self) -> frozenset[int]:
        """Numbers of the tables that a label stands in, or nothing but figures."""
        known: set[int] = set()
        others: set[int] = set()
        for strip in self._strips:
            if strip.is_row and not (strip.block in known and strip.block in others):
                texts = [cell for cell in strip.cells if not is_value(cell)]
                if any(len(bare(text)) >= 2 and self._is_label(text) for text in texts):
                    known.add(strip.block)
                if not all(map(self.is_part, texts)):
                    others.add(strip.block)
        rows = {strip.block for strip in self._strips if strip.is_row}
        return frozenset(known | (rows - others))

    def _is_like(self, strip: Strip) -> bool:
        if strip.is_row:
            return strip.block in self._table_nodes
        if not strip.cells or _SENTENCE.search(strip.text):
            return False
        if _PAGE_NUMBER.fullmatch(strip.text):
            return True
        words = [word for word in strip.cells if not is_value(word)]
        if strip.is_chapter and not self._is_own(words[0]):
            return False
        return all(self._is_own(word) for word in words) or self._is_own("".join(words))

    def _is_own(self, word: str) -> bool:
        return self.is_part(word) or self._is_label(word)

    def _is_gap(self, strip: Strip, before: int) -> bool:
        if before >= _LONGEST_GAP or strip.is_row or isinstance(strip.node, Table | Figure):
            return False
        words = "".join(word for word in strip.cells if not is_value(word))
        if not strip.cells or len(words) > _LONGEST_GAP_TEXT or _SENTENCE.search(strip.text):
            return False
        if isinstance(strip.node, Section) and strip.node.level <= 2:
            return False
        names = self._form, strip.text
        return not (exact_section(*names) or section_in_other_words(*names))


def _has_separators(lines: Sequence[Strip]) -> bool:
    """Whether a line with nothing but ``|`` follows each cell, each on a line of its own."""
    rows = [strip for strip in lines if strip.is_row]
    bars = [strip for strip in rows if strip.cells == ("",)]
    texts = len(lines) - len(rows)
    return bool(bars) and len(bars) == len(rows) and len(bars) >= texts // 2 > 0


def _separated(lines: Sequence[Strip], first: int) -> Iterator[Token]:
    text, at = "", first
    for index, strip in enumerate(lines, first):
        if strip.is_row:
            yield Token(text, at if text else index, in_row=False)
            text = ""
        else:
            text, at = text + strip.text, index
    if text:
        yield Token(text, at, in_row=False)


def _cells(lines: Sequence[Strip], first: int) -> Iterator[Token]:
    for index, strip in enumerate(lines, first):
        if not _PAGE_NUMBER.fullmatch(strip.text) or strip.is_row:
            shape = strip.has_blanks, strip.width, strip.ends
            yield from (Token(cell, index, *shape) for cell in strip.cells)
