"""The figures that the standard asks for, out of a profile: millimetres, points and words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from govdocs.certify.data import read_toml, tolerances
from govdocs.certify.result import Wording
from govdocs.standards.profile import Profile, Role
from govdocs.typography.face_role import FaceRole
from govdocs.units import TYPE_SIZES, to_mm, to_pt, zihao


@cache
def face_name(role: FaceRole) -> Wording:
    """A face in words."""
    return Wording(*read_toml("clauses.toml")["face_names"][role.value])


def size_name(size: int) -> str:
    """A type size as offices call it: ``三号（16 pt）``."""
    for name in TYPE_SIZES:
        if zihao(name) == size:
            return f"{name}（{to_pt(size):g} pt）"
    return f"{to_pt(size):g} pt"


def pitch_range(profile: Profile, lines: int) -> tuple[float, float]:
    """The least and the greatest line pitch, mm, with which so many lines fill the type area.

    Line boxes that fill it give the least; glyphs that touch both its edges the greatest.

    Source:
        GB/T 9704-2012 3.2, 5.2.3
    """
    page = profile.page
    height, em = to_mm(page.type_area_height), to_mm(page.type_size)
    return height / lines, (height - em) / (lines - 1)


def adjusted_lines(profile: Profile, pitch: float) -> int | None:
    """How many lines a page a pitch (mm) gives that was adjusted to fill the type area.

    Source:
        GB/T 9704-2012 7.3.5.5: where signature and date find no room, spacing is adjusted
    """
    height, near = to_mm(profile.page.type_area_height), tolerances().adjusted_pitch_pt
    for lines in profile.closing.line_counts:
        if abs(pitch - height / lines) <= near * 25.4 / 72:
            return lines
    return None


def figures(profile: Profile) -> Mapping[str, object]:
    """What fills the clauses' expectations."""
    page, number, closing = profile.page, profile.page_number, profile.closing
    low, high = pitch_range(profile, page.lines)
    found: dict[str, object] = {
        "sheet_width": to_mm(page.width),
        "sheet_height": to_mm(page.height),
        "head": to_mm(page.head_margin),
        "binding": to_mm(page.binding_margin),
        "fore_edge": to_mm(page.fore_edge_margin),
        "area_width": to_mm(page.type_area_width),
        "area_height": to_mm(page.type_area_height),
        "margin_tolerance": tolerances().margin_mm,
        "lines": page.lines,
        "characters": page.characters,
        "pitch_low": low / 25.4 * 72,
        "pitch_high": high / 25.4 * 72,
        "pitch_tolerance": tolerances().pitch_pt,
        "cell": to_pt(page.cell),
        "indent": profile.styles[Role.BODY].first_line_indent,
        "attendance_indent": profile.styles[Role.ATTENDANCE].first_line_indent,
        "seal_right": closing.seal_right_chars,
        "stamp_right": closing.stamp_right_chars,
        "signature_right": profile.styles[Role.SIGNATURE].right_indent,
        "date_shift": closing.date_shift_chars,
        "dash": number.dash,
        "number_drop": to_mm(number.below_type_area),
        "number_edge": number.edge_chars,
    }
    for role, style in profile.styles.items():
        found[f"{role}_size"] = size_name(style.size)
        found[f"{role}_pt"] = to_pt(style.size)
        found[f"{role}_face"], found[f"{role}_face_en"] = _faces(style.face)
    return MappingProxyType(found | _of_header(profile) | _of_imprint(profile))


def _faces(role: FaceRole) -> Wording:
    known = read_toml("clauses.toml")["face_names"]
    return face_name(role) if role.value in known else Wording(role.value, role.value)


def _of_header(profile: Profile) -> dict[str, object]:
    header = profile.header
    if header is None:
        return {}
    return {
        "mark_top": to_mm(header.mark_top),
        "mark_from_sheet": to_mm(profile.page.head_margin + header.mark_top),
        "lines_below_mark": header.lines_below_mark,
        "lines_below": header.lines_below,
        "edge": header.edge_chars,
        "rule_gap": to_mm(header.rule.gap),
        "rule_length": to_mm(header.rule.length),
        "foot_rule": to_mm(header.foot_rule.gap) if header.foot_rule else 0.0,
    }


def _of_imprint(profile: Profile) -> dict[str, object]:
    imprint = profile.imprint
    if imprint is None:
        return {}
    return {
        "thick": to_mm(imprint.thick_rule),
        "thin": to_mm(imprint.thin_rule),
        "imprint_edge": imprint.edge_chars,
    }
