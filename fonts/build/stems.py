#!/usr/bin/env python3
"""Measure the weight of fonts: stems of 十 and 一 in 1/1000 em, and ink on common hanzi.

    python stems.py LABEL=PATH[#INDEX] ...

Needs numpy and pillow.
"""

import argparse

import numpy as np
from PIL import Image, ImageDraw, ImageFont

_EM = 1000
_COMMON = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出"
    "就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("fonts", nargs="+", metavar="LABEL=PATH[#INDEX]")
    for argument in parser.parse_args().fonts:
        label, _, reference = argument.partition("=")
        path, _, index = reference.partition("#")
        font = ImageFont.truetype(
            path, _EM, index=int(index or 0), layout_engine=ImageFont.Layout.BASIC
        )
        ink = np.mean([raster(font, character).sum() / _EM**2 for character in _COMMON])
        print(
            f"{label:22s} vertical={vertical_stem(font):4d} "
            f"horizontal={horizontal_stem(font):4d} ink={ink:.1%}"
        )


def raster(font, character):
    """Ink of a character as an array of booleans, a pixel for each 1/1000 em."""
    image = Image.new("L", (1200, 1500), 0)
    ImageDraw.Draw(image).text((100, 150), character, font=font, fill=255)
    return np.array(image) > 127


def vertical_stem(font):
    """Width of the upright of 十, four fifths of the way down."""
    ink = raster(font, "十")
    rows = np.where(ink.any(axis=1))[0]
    return thinnest_run(ink[int(rows[0] + 0.80 * (rows[-1] - rows[0]))])


def horizontal_stem(font):
    """Height of 一, a little left of its middle."""
    ink = raster(font, "一")
    columns = np.where(ink.any(axis=0))[0]
    return thinnest_run(ink[:, int(columns[0] + 0.45 * (columns[-1] - columns[0]))])


def thinnest_run(line):
    """Length of the shortest run of ink on a line of pixels; 0 without ink."""
    edges = np.diff(np.r_[0, line.astype(int), 0])
    lengths = np.where(edges == -1)[0] - np.where(edges == 1)[0]
    return int(min(lengths, default=0))


if __name__ == "__main__":
    main()
