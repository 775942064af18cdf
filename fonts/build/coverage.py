#!/usr/bin/env python3
"""Count how much of each reference set a font covers.

    python coverage.py --unihan DIR LABEL=PATH[#INDEX] ...

PATH may be a folder of woff2 slices; their union counts.
"""

import argparse
from pathlib import Path

import charsets
from fontTools.ttLib import TTFont


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--unihan", type=Path, required=True, help="folder of Unihan_*.txt.bz2")
    parser.add_argument("fonts", nargs="+", metavar="LABEL=PATH[#INDEX]")
    options = parser.parse_args()
    sets = reference_sets(options.unihan)
    print("label", *(f"{name}/{len(members)}" for name, members in sets.items()), sep="|", end="")
    print("|glyphs|required signs missing")
    for argument in options.fonts:
        label, _, reference = argument.partition("=")
        held, glyphs = covered(reference)
        missing = "".join(sorted(charsets.REQUIRED_SIGNS - held))
        counts = (len(members & held) for members in sets.values())
        print(label, *counts, glyphs, missing, sep="|")


def reference_sets(unihan):
    """Name -> set of characters."""
    standard = charsets.general_standard(unihan)
    level1 = charsets.gb18030_level1()
    return {
        "GB2312": charsets.gb2312_hanzi(),
        "8105": set(standard.values()),
        "8105 level 1": {standard[number] for number in range(1, 3501)},
        "8105 level 2": {standard[number] for number in range(3501, 6501)},
        "8105 level 3": {standard[number] for number in range(6501, 8106)},
        "GB18030 level 1": level1,
        "added by level 2": set(standard.values()) - level1,
        "GB18030 level 3": charsets.gb18030_level3(standard),
        "required": charsets.REQUIRED_SIGNS,
        "symbols": charsets.SYMBOLS,
        "GB2312 symbols": charsets.gb2312_symbols(),
        "ASCII": charsets.ASCII,
        "Latin": charsets.LATIN_1_AND_PINYIN,
    }


def covered(reference):
    """The characters that a font or a folder of slices maps, and its number of glyphs."""
    path, _, index = reference.partition("#")
    files = sorted(Path(path).glob("*.woff2")) if Path(path).is_dir() else [path]
    fonts = [TTFont(file, fontNumber=int(index or -1), lazy=True) for file in files]
    codes = {code for font in fonts for code in font.getBestCmap()}
    return set(map(chr, codes)), sum(font["maxp"].numGlyphs for font in fonts)


if __name__ == "__main__":
    main()
