"""Read the parts of a profile that only a 公文 has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from govdocs.standards.official import (
    ClosingStyle,
    Edge,
    HeaderStyle,
    ImprintStyle,
    Ink,
    RuleStyle,
)
from govdocs.units import mm, pt, zihao


def read_inks(data: dict[str, Any]) -> dict[str, Ink]:
    """The colours of a profile by name."""
    return {
        name: Ink((ink["cmyk"][0], ink["cmyk"][1], ink["cmyk"][2], ink["cmyk"][3]), ink["rgb"])
        for name, ink in data.items()
    }


def read_header(data: dict[str, Any], inks: Mapping[str, Ink]) -> HeaderStyle:
    """How the header block is set."""
    foot = data.get("foot_rule")
    return HeaderStyle(
        mark_top=mm(data["mark_top_mm"]),
        mark_size=zihao(data["mark_size"]),
        smallest_mark_size=zihao(data["smallest_mark_size"]),
        mark_width=mm(data["mark_width_mm"]),
        mark_word=data["mark_word"],
        mark_pitch_em=data["mark_pitch_em"],
        smallest_mark_pitch_em=data["smallest_mark_pitch_em"],
        word_gap_em=data["word_gap_em"],
        one_mark=data.get("one_mark", False),
        lines_below_mark=data["lines_below_mark"],
        number_align=Edge(data["number_align"]),
        edge_chars=data["edge_chars"],
        names_a_line=data["names_a_line"],
        gap_chars=data["gap_chars"],
        elements_under_rule=data.get("elements_under_rule", False),
        rule_to_elements_em=data.get("rule_to_elements_em", 0),
        rule=_rule(data["rule"], "gap_mm", inks),
        foot_rule=_rule(foot, "above_sheet_foot_mm", inks) if foot else None,
        lines_below=data["lines_below"],
        least_body_lines=data["least_body_lines"],
    )


def _rule(data: dict[str, Any], gap: str, inks: Mapping[str, Ink]) -> RuleStyle:
    return RuleStyle(
        gap=mm(data[gap]),
        length=mm(data["length_mm"]),
        strokes=tuple(map(pt, data["strokes_pt"])),
        stroke_gap=pt(data.get("stroke_gap_pt", 0)),
        ink=inks[data["ink"]] if "ink" in data else None,
    )


def read_closing(data: dict[str, Any]) -> ClosingStyle:
    """How the closing is set."""
    return ClosingStyle(
        seal_right_chars=data["seal_right_chars"],
        seal_blank_lines=data["seal_blank_lines"],
        seal_size=mm(data["seal_size_mm"]),
        seal_drop=mm(data["seal_drop_mm"]),
        seal_gap=mm(data["seal_gap_mm"]),
        seals_a_row=data["seals_a_row"],
        date_shift_chars=data["date_shift_chars"],
        stamp_blank_lines=data["stamp_blank_lines"],
        stamp_right_chars=data["stamp_right_chars"],
        stamp_gap_chars=data["stamp_gap_chars"],
        stamp_width=mm(data["stamp_width_mm"]),
        stamp_height=mm(data["stamp_height_mm"]),
        stamp_lines_apart=data["stamp_lines_apart"],
        stamp_lines_to_date=data["stamp_lines_to_date"],
        draft_ring=pt(data["draft_ring_pt"]),
        draft_ring_dashes=tuple(map(pt, data["draft_ring_dashes_pt"])),
        draft_word=data["draft_word"],
        draft_turn=data["draft_turn_degrees"],
        line_counts=tuple(data["line_counts"]),
    )


def read_imprint(data: dict[str, Any]) -> ImprintStyle:
    """How the imprint is set."""
    return ImprintStyle(
        thick_rule=mm(data["thick_rule_mm"]),
        thin_rule=mm(data["thin_rule_mm"]),
        edge_chars=data["edge_chars"],
        gap_em=data["gap_em"],
        baseline_drop=pt(data["baseline_drop_pt"]),
        has_rules=data["has_rules"],
        has_printing_office=data["has_printing_office"],
    )
