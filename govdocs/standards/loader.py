"""Read a profile from its TOML file, once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from govdocs.errors import UsageError
from govdocs.standards.profile import (
    Align,
    PageGeometry,
    PageNumberStyle,
    Profile,
    Role,
    RoleStyle,
    Spacing,
    TableStyle,
)
from govdocs.typography.face_role import FaceRole
from govdocs.units import mm, pt, zihao

_FILES = {"published-report": "gbt9704_2012/published_report.toml"}


def profile_names() -> tuple[str, ...]:
    """The profiles that can be loaded."""
    return tuple(_FILES)


@cache
def load_profile(name: str) -> Profile:
    """The profile of a name.

    Raises:
        UsageError: there is no such profile.
    """
    # tomllib is imported here: it costs milliseconds that `import govdocs` need not pay.
    import tomllib

    if name not in _FILES:
        known = "、".join(_FILES)
        raise UsageError(
            f"没有名为 {name!r} 的版式，可用的有：{known}",
            f"no profile named {name!r}; known: {', '.join(_FILES)}",
        )
    text = (Path(__file__).parent / _FILES[name]).read_text(encoding="utf-8")
    return _profile(tomllib.loads(text))


def _profile(data: dict[str, Any]) -> Profile:
    page = _page(data["page"])
    spacing = data["spacing"]
    table = data["table"]
    number = data["page_number"]
    return Profile(
        id=data["id"],
        standard=data["standard"],
        elements=frozenset(data["elements"]),
        page=page,
        spacing=Spacing(
            han_latin_gap_em=spacing["han_latin_gap_em"],
            mark_squeeze_em=spacing["mark_squeeze_em"],
            pair_squeeze_em=spacing["pair_squeeze_em"],
            pair_loosening_em=spacing["pair_loosening_em"],
            tracking_squeeze=pt(spacing["tracking_squeeze_pt"]),
        ),
        styles=MappingProxyType({role: _style(data["roles"][role.value], page) for role in Role}),
        inline_faces=MappingProxyType(
            {role: FaceRole(face) for role, face in data["inline"].items()}
        ),
        table=TableStyle(
            smallest_size=zihao(table["smallest_size"]),
            padding_x=pt(table["cell_padding_x_pt"]),
            padding_y=pt(table["cell_padding_y_pt"]),
            rule=pt(table["rule_pt"]),
        ),
        page_number=PageNumberStyle(
            below_type_area=mm(number["below_type_area_mm"]),
            edge_chars=number["edge_chars"],
            dash=number["dash"],
        ),
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
    )


def _style(data: dict[str, Any], page: PageGeometry) -> RoleStyle:
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
    )
