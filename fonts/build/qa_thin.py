#!/usr/bin/env python3
"""Compare a thinned face with its original, glyph by glyph: lost ink, broken strokes, spikes.

    python qa_thin.py --unihan DIR THINNED.ttf ORIGINAL.ttf [--pixels 256]

ORIGINAL.ttf is the same face built with --no-thin. Needs numpy, scipy and pillow.
"""

import argparse
from pathlib import Path

import charsets
import numpy as np
from PIL import Image, ImageDraw, ImageFont
from scipy import ndimage

_INK = 100  # grey value from which a pixel counts
_SPIKE = 3  # so many pixels outside the original are rounding
_SHOWN = 12
_NEIGHBOURS = np.ones((3, 3))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--unihan", type=Path, required=True, help="folder of Unihan_*.txt.bz2")
    parser.add_argument("thinned")
    parser.add_argument("original")
    parser.add_argument("--pixels", type=int, default=256, help="size of the em")
    options = parser.parse_args()
    thinned, original = (
        ImageFont.truetype(path, options.pixels, layout_engine=ImageFont.Layout.BASIC)
        for path in (options.thinned, options.original)
    )
    standard = set(charsets.general_standard(options.unihan).values())
    report(thinned, original, sorted(standard | charsets.gb2312_hanzi()), options.pixels)


def report(thinned, original, characters, pixels):
    """Print the share of ink kept and the glyphs that need a look, the worst first."""
    shares, spikes, broken, merged = [], [], [], []
    for character in characters:
        after = raster(thinned, character, pixels)
        before = raster(original, character, pixels)
        shares.append(after.sum() / before.sum())
        outside = int((after & ~ndimage.binary_dilation(before, _NEIGHBOURS)).sum())
        if outside > _SPIKE:
            spikes.append((outside, character))
        more = pieces(after) - pieces(before)
        if more > 0:
            broken.append((more, character))
        elif more < 0:
            merged.append((-more, character))
    print(f"{len(characters)} glyphs, ink mean {np.mean(shares):.3f} min {min(shares):.3f}")
    for title, found in (("spikes", spikes), ("more pieces", broken), ("fewer pieces", merged)):
        print(f"{title}: {len(found)}", sorted(found, reverse=True)[:_SHOWN])


def raster(font, character, pixels):
    """Ink of a character as an array of booleans."""
    image = Image.new("L", (pixels + 40, pixels + 80), 0)
    ImageDraw.Draw(image).text((20, 20), character, font=font, fill=255)
    return np.array(image) > _INK


def pieces(ink):
    """Number of separate pieces of ink."""
    return ndimage.label(ink, _NEIGHBOURS)[1]


if __name__ == "__main__":
    main()
