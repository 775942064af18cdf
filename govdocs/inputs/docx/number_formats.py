"""The formats in which Word prints a list's numbers (w:numFmt).

Source: ISO/IEC 29500-1 17.18.59 (ST_NumberFormat)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from govdocs.formatting.ordinals import chinese_numeral

_DIGITS = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_FINANCIAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def _counting(number: int) -> str:
    return chinese_numeral(number) if 1 <= number <= 9999 else _digital(number)


def _short_counting(number: int) -> str:
    return _counting(number) if number < 100 else _digital(number)


def _digital(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _legal(number: int) -> str:
    text = _counting(number)
    return (f"一{text}" if 10 <= number < 20 else text).translate(_FINANCIAL)


def _letters(number: int) -> str:
    """a … z, aa, bb, as Word counts."""
    if not 1 <= number <= 780:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    if not 1 <= number <= 3999:
        return str(number)
    text = ""
    for worth, letters in _ROMAN:
        count, number = divmod(number, worth)
        text += letters * count
    return text


def _one_of(signs: str, otherwise: Callable[[int], str] = str) -> Callable[[int], str]:
    def printed(number: int) -> str:
        return signs[number - 1] if 1 <= number <= len(signs) else otherwise(number)

    return printed


def _range(first: str, count: int) -> str:
    return "".join(chr(ord(first) + index) for index in range(count))


FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "numberInDash": lambda number: f"- {number} -",
    "decimalEnclosedCircle": _one_of(_range("①", 20)),
    "decimalEnclosedCircleChinese": _one_of(_range("①", 20)),
    "decimalEnclosedFullstop": _one_of(_range("⒈", 20), lambda number: f"{number}."),
    "decimalEnclosedParen": _one_of(_range("⑴", 20), lambda number: f"({number})"),
    "ideographEnclosedCircle": _one_of(_range("㊀", 10), _counting),
    "chineseCounting": _short_counting,
    "chineseCountingThousand": _counting,
    "taiwaneseCounting": _short_counting,
    "taiwaneseCountingThousand": _counting,
    "japaneseCounting": _counting,
    "ideographDigital": _digital,
    "japaneseDigitalTenThousand": _digital,
    "taiwaneseDigital": _digital,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal,
    "japaneseLegal": _legal,
    "ideographTraditional": _one_of(_STEMS),
    "ideographZodiac": _one_of(_BRANCHES),
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperRoman": _roman,
    "none": lambda number: "",
}
"""The formats by Word's names. A number that a format has no sign for is printed in digits."""
