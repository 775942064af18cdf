"""Read a profile from its TOML files, once: what all formats share, then its own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from govdocs.errors import UsageError
from govdocs.standards.official import Ink
from govdocs.standards.official_loader import read_closing, read_header, read_imprint, read_inks
from govdocs.standards.profile import (
    Align,
    CellSpacing,
    ChartStyle,
    Curve,
    Fill,
    Hatch,
    Marker,
    PageGeometry,
    PageNumberStyle,
    Profile,
    Role,
    RoleStyle,
    Spacing,
    Stroke,
    TableStyle,
)
from govdocs.typography.face_role import FaceRole
from govdocs.units import mm, pt, zihao

_FOLDER = Path(__file__).parent / "gbt9704_2012"
_SHARED = "common.toml"
_FILES = {
    "published-report": "published_report.toml",
    "official": "official.toml",
    "letter": "letter.toml",
    "order": "order.toml",
    "minutes": "minutes.toml",
}


def profile_names() -> tuple[str, ...]:
    """The profiles that can be loaded."""
    return tuple(_FILES)


@cache
def load_profile(name: str) -> Profile:
    """The profile of a name.

    Raises:
        UsageError: there is no such profile.
    """
    if name not in _FILES:
        known = "、".join(_FILES)
        raise UsageError(
            f"没有名为 {name!r} 的版式，可用的有：{known}",
            f"no profile named {name!r}; known: {', '.join(_FILES)}",
        )
    return _profile(profile_data(name))


def profile_data(name: str) -> dict[str, Any]:
    """The figures of a profile as its files give them: what is shared, then its own."""
    own = _read(_FILES[name])
    base = own.pop("extends", None)
    return _merged(profile_data(base) if base else _read(_SHARED), own)


def _read(file: str) -> dict[str, Any]:
    # tomllib is imported here: it costs milliseconds that `import govdocs` need not pay.
    import tomllib

    return tomllib.loads((_FOLDER / file).read_text(encoding="utf-8"))


def _merged(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """One file's values over those of another, tables joined key by key."""
    merged = dict(base)
    for key, value in own.items():
        below = base.get(key)
        is_table = isinstance(value, dict) and isinstance(below, dict)
        merged[key] = _merged(below, value) if is_table and isinstance(below, dict) else value
    return merged


def _profile(data: dict[str, Any]) -> Profile:
    page = _page(data["page"])
    spacing = data["spacing"]
    table = data["table"]
    number = data["page_number"]
    inks = read_inks(data["inks"])
    return Profile(
        id=data["id"],
        elements=frozenset(data["elements"]),
        page=page,
        spacing=Spacing(
            han_latin_gap_em=spacing["han_latin_gap_em"],
            mark_squeeze_em=spacing["mark_squeeze_em"],
            pair_squeeze_em=spacing["pair_squeeze_em"],
            pair_loosening_em=spacing["pair_loosening_em"],
            tracking_squeeze=pt(spacing["tracking_squeeze_pt"]),
        ),
        styles=MappingProxyType(
            {role: _style(data["roles"][role.value], page, inks) for role in Role}
        ),
        inline_faces=MappingProxyType(
            {role: FaceRole(face) for role, face in data["inline"].items()}
        ),
        table=TableStyle(
            smallest_size=zihao(table["smallest_size"]),
            rule=pt(table["rule_pt"]),
            whole_height=mm(table["whole_height_mm"]),
            first_rows=table["first_rows"],
            air=pt(table["air_pt"]),
            ordinary=_cell_spacing(table),
            dense=_cell_spacing(table["dense"]),
        ),
        page_number=PageNumberStyle(
            below_type_area=mm(number["below_type_area_mm"]),
            edge_chars=number["edge_chars"],
            dash=number["dash"],
            first_page=number["first_page"],
        ),
        chart=_chart(data["chart"]),
        closing=read_closing(data["closing"]),
        header=read_header(data["header"], inks) if "header" in data else None,
        imprint=read_imprint(data["imprint"]) if "imprint" in data else None,
    )


def _page(data: dict[str, Any]) -> PageGeometry:
    return PageGeometry(
        width=mm(data["width_mm"]),
        height=mm(data["height_mm"]),
        head_margin=mm(data["head_margin_mm"]),
        binding_margin=mm(data["binding_margin_mm"]),
        type_area_width=mm(data["type_area_width_mm"]),
        type_area_height=mm(data["type_area_height_mm"]),
        lines=data["lines"],
        characters=data["characters"],
        type_size=zihao(data["type_size"]),
        baseline_drop=pt(data["baseline_drop_pt"]),
        off_grid_baseline=data["off_grid_baseline"],
        descent_em=data["descent_em"],
    )


def _cell_spacing(data: dict[str, Any]) -> CellSpacing:
    return CellSpacing(
        padding_x=pt(data["cell_padding_x_pt"]),
        padding_y=pt(data["cell_padding_y_pt"]),
        pitch_factor=data.get("pitch_factor", 1.0),
    )


def _chart(data: dict[str, Any]) -> ChartStyle:
    return ChartStyle(
        height=mm(data["height_mm"]),
        least_plot=mm(data["least_plot_mm"]),
        smallest_size=zihao(data["smallest_size"]),
        gap=pt(data["gap_pt"]),
        key=pt(data["key_pt"]),
        column_share=data["column_share"],
        widest_column=pt(data["widest_column_pt"]),
        widest_stack=pt(data["widest_stack_pt"]),
        pie_share=data["pie_share"],
        lightest_ground=data["lightest_ground"],
        marker=pt(data["marker_pt"]),
        outline=_stroke(data["outline"]),
        axis=_stroke(data["axis"]),
        grid=_stroke(data["grid"]),
        hatching=_stroke(data["hatching"]),
        hatch_pitch=pt(data["hatch_pitch_pt"]),
        fills=tuple(
            Fill(fill["gray"], Hatch(fill["hatch"]) if "hatch" in fill else None)
            for fill in data["fills"]
        ),
        curves=tuple(
            Curve(_stroke(curve), Marker(curve["marker"]), curve["is_full"])
            for curve in data["curves"]
        ),
    )


def _stroke(data: dict[str, Any]) -> Stroke:
    return Stroke(pt(data["pt"]), data.get("gray", 0.0), tuple(map(pt, data.get("dashes_pt", ()))))


def _style(data: dict[str, Any], page: PageGeometry, inks: Mapping[str, Ink]) -> RoleStyle:
    pitch = data.get("line_pitch_pt")
    return RoleStyle(
        face=FaceRole(data["face"]),
        latin_face=FaceRole(data.get("latin_face", FaceRole.LATIN)),
        size=zihao(data["size"]) if "size" in data else page.type_size,
        align=Align(data.get("align", Align.JUSTIFY)),
        on_grid=data.get("on_grid", True),
        first_line_indent=data.get("first_line_indent", 0),
        right_indent=data.get("right_indent", 0),
        lines_before=data.get("lines_before", 0),
        lines_after=data.get("lines_after", 0),
        keep_with_next=data.get("keep_with_next", False),
        outline_level=data.get("outline_level"),
        line_pitch=None if pitch is None else pt(pitch),
        ink=inks[data["ink"]] if "ink" in data else None,
    )
