"""What is red, black or grey, whatever colour space a file says it in."""

from __future__ import annotations

from typing import NamedTuple

from govdocs.certify.data import tolerances


class Rgb(NamedTuple):
    """A colour as viewers show it, 0 to 255 a channel."""

    red: int
    green: int
    blue: int

    def __str__(self) -> str:
        return f"#{self.red:02X}{self.green:02X}{self.blue:02X}"


def is_neutral(rgb: Rgb | None) -> bool:
    """Whether a colour is black, white or a grey between; an unknown one is taken for it."""
    return rgb is None or max(rgb) - min(rgb) <= tolerances().colour.neutral


def is_black(rgb: Rgb | None) -> bool:
    """Whether text in this colour is black in print."""
    return rgb is None or (is_neutral(rgb) and max(rgb) <= tolerances().colour.black)


def is_red(rgb: Rgb | None) -> bool:
    """Whether a colour is the standard's red (Y80 M80), or what offices use for it.

    Source:
        GB/T 9704-2012 5.2.4, 6.2
    """
    if rgb is None:
        return False
    limits = tolerances().colour
    most_other = rgb.red * limits.most_other
    return rgb.red >= limits.least_red and rgb.green <= most_other and rgb.blue <= most_other
