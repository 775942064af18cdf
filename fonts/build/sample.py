#!/usr/bin/env python3
"""Draw one line of text in each font, one below the other, into a PNG.

    python sample.py OUT.png SIZE TEXT LABEL=PATH[#INDEX][@STRETCH] ...

STRETCH scales the width (0.9 condenses). Needs pillow.
"""

import argparse

from PIL import Image, ImageDraw, ImageFont

_CAPTION = 20  # height of the line that holds the label, in pixels
_GAP = 2


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out")
    parser.add_argument("size", type=int, help="of the type, in pixels")
    parser.add_argument("text")
    parser.add_argument("fonts", nargs="+", metavar="LABEL=PATH[#INDEX][@STRETCH]")
    options = parser.parse_args()
    rows = []
    for argument in options.fonts:
        label, _, reference = argument.partition("=")
        rows.append((label, drawn_line(reference, options.size, options.text)))
    sheet(rows).save(options.out)


def drawn_line(reference, size, text):
    """An image of the text in one font."""
    reference, _, stretch = reference.partition("@")
    path, _, index = reference.partition("#")
    font = ImageFont.truetype(
        path, size, index=int(index or 0), layout_engine=ImageFont.Layout.BASIC
    )
    right = font.getbbox(text)[2]
    image = Image.new("L", (int(right) + 20, int(size * 1.35)), 255)
    ImageDraw.Draw(image).text((8, int(size * 0.08)), text, font=font, fill=0)
    if stretch:
        width = int(image.width * float(stretch))
        image = image.resize((width, image.height), Image.Resampling.LANCZOS)
    return image


def sheet(rows):
    """All lines under each other, each below its label."""
    width = max(image.width for _, image in rows) + 10
    height = sum(image.height + _CAPTION + _GAP for _, image in rows)
    result = Image.new("L", (width, height), 255)
    draw = ImageDraw.Draw(result)
    top = 0
    for label, image in rows:
        draw.text((8, top + _GAP), label, font=ImageFont.load_default(15), fill=90)
        result.paste(image, (0, top + _CAPTION))
        top += image.height + _CAPTION + _GAP
    return result


if __name__ == "__main__":
    main()
