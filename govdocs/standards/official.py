"""How the header block, the closing and the imprint of a 公文 are set; lengths in EMU.

Source:
    GB/T 9704-2012 7.2, 7.3.5, 7.4, clause 10
"""

from __future__ import annotations

import enum
from typing import NamedTuple


class Ink(NamedTuple):
    """A colour of print: CMYK parts from 0 to 1, and RGB as six hexadecimal digits."""

    cmyk: tuple[float, float, float, float]
    rgb: str


class Edge(enum.StrEnum):
    """Where an element of the header block stands across the type area."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class RuleStyle(NamedTuple):
    """A rule of one or several strokes, centred on the type area.

    Attributes:
        gap: from what stands over it; of a foot rule from the sheet's lower edge.
        length: 0 for no rule.
        strokes: thickness of each, from top to bottom.
        stroke_gap: blank between them.
        ink: its colour; None for black.
    """

    gap: int
    length: int
    strokes: tuple[int, ...]
    stroke_gap: int
    ink: Ink | None


class HeaderStyle(NamedTuple):
    """版头 (7.2, clause 10).

    Attributes:
        mark_top: upper edge of the mark's ink under the type area's top; negative above it.
        mark_size, smallest_mark_size: the mark is set between these sizes, so that it fits.
        mark_width: most that it is wide.
        mark_word: what follows the names; it takes the place of 文件, which is official's.
        mark_pitch_em, smallest_mark_pitch_em: from line to line of a joint mark.
        word_gap_em: between the names of a joint mark and its word.
        one_mark: whether a joint document bears the host's mark alone.
        lines_below_mark: blank lines between the mark and the document number.
        number_align: where the document number stands.
        edge_chars: distance of elements from the edges of the type area, 字.
        names_a_line: signatories a line.
        gap_chars: least room between two texts beside each other, 字.
        elements_under_rule: whether number, secrecy … stand under the rule.
        rule_to_elements_em: from the rule to them, in ems of the text.
        rule: the red rule.
        foot_rule: a rule at the foot of the first page, or None.
        lines_below: blank lines between the rule (or the last element) and the title.
        least_body_lines: so many lines of text stand on the first page.
    """

    mark_top: int
    mark_size: int
    smallest_mark_size: int
    mark_width: int
    mark_word: str
    mark_pitch_em: float
    smallest_mark_pitch_em: float
    word_gap_em: float
    one_mark: bool
    lines_below_mark: int
    number_align: Edge
    edge_chars: float
    names_a_line: int
    gap_chars: float
    elements_under_rule: bool
    rule_to_elements_em: float
    rule: RuleStyle
    foot_rule: RuleStyle | None
    lines_below: int
    least_body_lines: int


class ClosingStyle(NamedTuple):
    """署名, 成文日期, 印章 and 签名章 (7.3.5).

    Attributes:
        seal_right_chars: from the right edge to the date under a seal, 字.
        seal_blank_lines: blank lines over the signature under a seal.
        seal_size: diameter of a seal.
        seal_drop: from a seal's centre down to the foot of its signature's line.
        seal_gap: least room between two seals.
        seals_a_row: signatures under seals in one row, at most.
        date_shift_chars: the date begins so far right of the unsealed signature, 字.
        stamp_blank_lines, stamp_right_chars, stamp_gap_chars: of signature stamps.
        stamp_width, stamp_height: room for a signature stamp.
        stamp_lines_apart: blank lines between two stamps.
        stamp_lines_to_date: blank lines between the last stamp and the date.
        draft_ring, draft_ring_dashes: stroke of the ring that a draft has for a seal, its dashes.
        draft_word, draft_turn: what a draft writes in it, turned by degrees counter-clockwise.
        line_counts: lines a page that are tried in turn where the closing finds no room (7.3.5.5).
    """

    seal_right_chars: float
    seal_blank_lines: int
    seal_size: int
    seal_drop: int
    seal_gap: int
    seals_a_row: int
    date_shift_chars: float
    stamp_blank_lines: int
    stamp_right_chars: float
    stamp_gap_chars: float
    stamp_width: int
    stamp_height: int
    stamp_lines_apart: int
    stamp_lines_to_date: int
    draft_ring: int
    draft_ring_dashes: tuple[int, ...]
    draft_word: str
    draft_turn: int
    line_counts: tuple[int, ...]


class ImprintStyle(NamedTuple):
    """版记 (7.4).

    Attributes:
        thick_rule, thin_rule: thickness of the first and last rules, and of those between.
        edge_chars: distance of its text from both edges, in 字.
        gap_em: least room between the office and the date, in its ems.
        baseline_drop: from the top of a line, which may be a rule, to its baseline.
        has_rules: whether it has rules (not in the format of letters).
        has_printing_office: whether it names 印发机关 and 印发日期.
    """

    thick_rule: int
    thin_rule: int
    edge_chars: float
    gap_em: float
    baseline_drop: int
    has_rules: bool
    has_printing_office: bool
