"""The character sets that the faces are built for and measured against.

They come from Python's codecs and from Unihan (key kTGH), as Debian's ``unicode-data`` has it.
"""

import bz2
import re
from pathlib import Path

STANDARD_SIZE = 8105


def between(first, last):
    """The characters of a range of code points, both ends included."""
    return {chr(code) for code in range(first, last + 1)}


def is_hanzi(code):
    """Whether a code point is an ideograph that has a block of its own kind, or 〇."""
    return 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or code >= 0x20000 or code == 0x3007


def general_standard(unihan):
    """The Table of General Standard Chinese Characters of 2013 (通用规范汉字表).

    Args:
        unihan: folder of the ``Unihan_*.txt.bz2`` files.

    Returns:
        Number in the table, 1 to 8105 -> character.
    """
    table = {}
    for path in sorted(Path(unihan).glob("Unihan_*.txt.bz2")):
        with bz2.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                if "\tkTGH\t" not in line:
                    continue
                code, _, value = line.rstrip("\n").split("\t")
                for number in re.findall(r"2013:(\d+)", value):
                    table[int(number)] = chr(int(code.removeprefix("U+"), 16))
    if len(table) != STANDARD_SIZE:
        raise SystemExit(f"{unihan}: {len(table)} characters in kTGH, expected {STANDARD_SIZE}")
    return table


def _gb2312(first_lead, last_lead):
    pairs = (
        bytes((lead, trail))
        for lead in range(first_lead, last_lead + 1)
        for trail in range(0xA1, 0xFF)
    )
    return set("".join(pair.decode("gb2312", errors="ignore") for pair in pairs))


def gb2312_hanzi():
    """The 6,763 hanzi of GB 2312."""
    return _gb2312(0xB0, 0xF7)


def gb2312_symbols():
    """The 682 characters of GB 2312 that are no hanzi."""
    return _gb2312(0xA1, 0xA9)


# the twelve unified ideographs that lie in the compatibility block
_UNIFIED_IN_COMPATIBILITY = set("﨎﨏﨑﨓﨔﨟﨡﨣﨤﨧﨨﨩")


def gb18030_level1():
    """The 27,570 hanzi of level 1 of GB 18030-2022."""
    return between(0x4E00, 0x9FEF) | between(0x3400, 0x4DB5) | _UNIFIED_IN_COMPATIBILITY


def gb18030_level2(standard):
    """Level 1 and the 8,105 characters of the general standard table."""
    return gb18030_level1() | set(standard.values())


def gb18030_level3(standard):
    """The 87,887 hanzi of level 3."""
    return (
        gb18030_level2(standard)
        | between(0x20000, 0x2A6D6)
        | between(0x2A700, 0x2B734)
        | between(0x2B740, 0x2B81D)
        | between(0x2B820, 0x2CEA1)
        | between(0x2CEB0, 0x2EBE0)
    )


PUNCTUATION = set(
    "\u3000〔〕【】《》〈〉「」『』“”‘’—…、。，．；：？！（）·・•∶〇○●◎※№"
    "‰℃㎡％＋－×÷＝≠≤≥±°′″§￥¥$€～﹏＿／＼｜＠＃＆＊[]{}〖〗［］｛｝"
    "→←↑↓√□■△▲▽▼☆★◇◆─│"
)
CIRCLED_NUMBERS = between(0x2460, 0x2473)  # ① to ⑳
BRACKETED_HAN_NUMBERS = between(0x3220, 0x3229)  # ㈠ to ㈩
OTHER_NUMBERS = (
    between(0x2474, 0x2487)  # ⑴ to ⒇
    | between(0x2488, 0x249B)  # ⒈ to ⒛
    | between(0x2160, 0x216B)  # Ⅰ to Ⅻ
    | between(0x2170, 0x2179)  # ⅰ to ⅹ
)
FULL_WIDTH = between(0xFF01, 0xFF5E) | set("￥￠￡")
UNITS = set("㎎㎏㎜㎝㎞㎡㏄㏎㏑㏒㏕㎥㎐㎾㎿")
ASCII = between(0x20, 0x7E)
LATIN_1_AND_PINYIN = between(0xA0, 0xFF) | set("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüêńňǹŒœ")
GREEK = (
    between(0x391, 0x3A1) | between(0x3A3, 0x3A9) | between(0x3B1, 0x3C1) | between(0x3C3, 0x3C9)
)
CYRILLIC = between(0x410, 0x44F) | set("Ёё")
SYMBOLS = (
    PUNCTUATION
    | CIRCLED_NUMBERS
    | BRACKETED_HAN_NUMBERS
    | OTHER_NUMBERS
    | FULL_WIDTH
    | UNITS
    | gb2312_symbols()
)

# what an official document cannot do without
REQUIRED_SIGNS = (
    set("〔〕【】《》〈〉「」“”‘’—…、。，；：？！（）·○〇№‰℃㎡")
    | CIRCLED_NUMBERS
    | BRACKETED_HAN_NUMBERS
)


def core(standard):
    """What every text face holds: 8,105 + GB 2312 hanzi, symbols, Latin, Greek, Cyrillic."""
    return (
        set(standard.values())
        | gb2312_hanzi()
        | SYMBOLS
        | ASCII
        | LATIN_1_AND_PINYIN
        | GREEK
        | CYRILLIC
        | {"〇"}
    )
