"""Lengths in whole EMU (English Metric Units), in which mm, pt and twips are all exact.

A length is a plain ``int`` of EMU everywhere inside the package; these functions are the only
way in and out. 1 mm = 36 000, 1 pt = 12 700, 1 twip = 635 EMU.
"""

from __future__ import annotations

EMU_PER_MM = 36_000
EMU_PER_PT = 12_700
EMU_PER_TWIP = 635

# 字号: the sizes of Word and WPS, in points (common practice; GB/T 9704 names only the 号).
_ZIHAO_PT = {
    "初号": 42,
    "小初": 36,
    "一号": 26,
    "小一": 24,
    "二号": 22,
    "小二": 18,
    "三号": 16,
    "小三": 15,
    "四号": 14,
    "小四": 12,
    "五号": 10.5,
    "小五": 9,
    "六号": 7.5,
}

TYPE_SIZES = tuple(_ZIHAO_PT)
"""The names that :func:`zihao` knows, largest first."""


def mm(value: float) -> int:
    """Millimetres to EMU, rounded to the nearest whole EMU."""
    return round(value * EMU_PER_MM)


def pt(value: float) -> int:
    """Points to EMU, rounded to the nearest whole EMU."""
    return round(value * EMU_PER_PT)


def twips(value: float) -> int:
    """Twentieths of a point to EMU, rounded to the nearest whole EMU."""
    return round(value * EMU_PER_TWIP)


def to_mm(emu: int) -> float:
    """EMU to millimetres."""
    return emu / EMU_PER_MM


def to_pt(emu: int) -> float:
    """EMU to points."""
    return emu / EMU_PER_PT


def to_twips(emu: int) -> int:
    """EMU to the nearest whole twip."""
    return round(emu / EMU_PER_TWIP)


def zihao(name: str) -> int:
    """Type size (字号) in EMU, e.g. ``zihao("三号")`` is 16 pt.

    Raises:
        ValueError: the name is not a 字号.
    """
    try:
        return pt(_ZIHAO_PT[name])
    except KeyError:
        known = "、".join(_ZIHAO_PT)
        raise ValueError(f"不是字号 / not a type size: {name!r} ({known})") from None
