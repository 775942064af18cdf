"""What an agency's name tells of it: its kind, and how it speaks of itself."""

from __future__ import annotations

import enum
from typing import NamedTuple


class AgencyKind(enum.StrEnum):
    """What an agency is, for what its report owes."""

    GOVERNMENT = "government"  # 人民政府 of a county or above
    TOWNSHIP = "township"  # 乡镇人民政府, 街道办事处
    DEPARTMENT = "department"  # 工作部门
    OTHER = "other"

    @property
    def is_government(self) -> bool:
        """Whether it owes what 条例 art. 50(4) asks of governments (townships included)."""
        return self in (AgencyKind.GOVERNMENT, AgencyKind.TOWNSHIP)


class _Ending(NamedTuple):
    ending: str
    kind: AgencyKind
    own: str  # how the agency calls itself


# The first ending that a name has decides; longer ones stand first.
_ENDINGS = tuple(
    _Ending(ending, kind, own)
    for endings, kind, own in (
        ("民族乡人民政府 乡人民政府 民族乡 乡", AgencyKind.TOWNSHIP, "我乡"),
        ("镇人民政府 镇", AgencyKind.TOWNSHIP, "我镇"),
        ("苏木人民政府", AgencyKind.TOWNSHIP, "我苏木"),
        ("街道办事处 街道办 街道", AgencyKind.TOWNSHIP, "我街道"),
        ("自治县人民政府 县人民政府 自治县 县", AgencyKind.GOVERNMENT, "我县"),
        ("自治旗人民政府 旗人民政府", AgencyKind.GOVERNMENT, "我旗"),
        ("自治区人民政府 新区管理委员会 区人民政府 区", AgencyKind.GOVERNMENT, "我区"),
        ("自治州人民政府 州人民政府", AgencyKind.GOVERNMENT, "我州"),
        ("市人民政府 市", AgencyKind.GOVERNMENT, "我市"),
        ("省人民政府 省", AgencyKind.GOVERNMENT, "我省"),
        ("人民政府", AgencyKind.GOVERNMENT, "本级政府"),
        ("委员会", AgencyKind.DEPARTMENT, "我委"),
        ("办公室 办公厅", AgencyKind.DEPARTMENT, "我办"),
        ("管理局 监督局 总局 分局 局", AgencyKind.DEPARTMENT, "我局"),
        ("厅", AgencyKind.DEPARTMENT, "我厅"),
        ("中心", AgencyKind.DEPARTMENT, "我中心"),
        ("院", AgencyKind.DEPARTMENT, "我院"),
        ("部", AgencyKind.DEPARTMENT, "我部"),
    )
    for ending in endings.split()
)
_UNKNOWN = _Ending("", AgencyKind.OTHER, "本机关")


def agency_kind(name: str) -> AgencyKind:
    """What an agency is, as far as its name tells."""
    return _ending(name).kind


def own_reference(name: str) -> str:
    """How an agency calls itself in its report: 我镇, 我局, 本机关."""
    return _ending(name).own


def _ending(name: str) -> _Ending:
    # 青禾县政府 is what 青禾县人民政府 is called for short.
    short = name if name.endswith("人民政府") else name.removesuffix("政府")
    return next((each for each in _ENDINGS if short.endswith(each.ending)), _UNKNOWN)
