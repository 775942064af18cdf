"""What the nodes of the model refuse: callers come that no type checker saw.

The checks are plain comparisons of types: a document has thousands of nodes.
"""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Iterator

from govdocs.errors import ModelError

_REFUSED = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def unprintable(text: str) -> Iterator[tuple[int, str]]:
    """Yield (index, character) of each control, format, surrogate or separator character.

    Those are what the model refuses: C0 and C1 controls, bidi and zero-width controls, lone
    surrogates, line and paragraph separators, and the Unicode noncharacters.
    """
    if text.isprintable():
        return
    for index, char in enumerate(text):
        code = ord(char)
        if unicodedata.category(char) in _REFUSED or is_noncharacter(code):
            yield index, char


def is_noncharacter(code: int) -> bool:
    """Whether a code point is one of Unicode's 66 noncharacters."""
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def check_text(text: str, what_zh: str, what_en: str) -> None:
    """Refuse what is no str, and text that cannot be printed."""
    if type(text) is not str:
        raise ModelError(
            f"{what_zh}应为字符串，得到 {type(text).__name__}",
            f"{what_en} must be a str, got {type(text).__name__}",
        )
    for index, char in unprintable(text):
        raise ModelError(
            f"{what_zh}第 {index + 1} 个字符是不可打印字符 U+{ord(char):04X}，请删去",
            f"character {index + 1} of {what_en} is the unprintable U+{ord(char):04X}; remove it",
        )


def check_range(value: int, lowest: int, highest: int, what_zh: str, what_en: str) -> None:
    """Refuse what is no whole number of a range."""
    if type(value) is not int or not lowest <= value <= highest:
        raise ModelError(
            f"{what_zh}应为 {lowest} 至 {highest} 的整数，得到 {value!r}",
            f"{what_en} must be a whole number from {lowest} to {highest}, got {value!r}",
        )


def check_kind(value: object, kind: type, what_zh: str, what_en: str) -> None:
    """Refuse what is not of a class: the value of an enumeration is no member of it."""
    if not isinstance(value, kind):
        raise _wrong(value, kind.__name__, what_zh, what_en)


def check_tuple(value: object, kind: type | tuple[type, ...], what_zh: str, what_en: str) -> None:
    """Refuse what is no tuple of members of a class, or of one of several."""
    if not isinstance(value, tuple):
        raise _wrong(value, "tuple", what_zh, what_en)
    for part in value:
        if not isinstance(part, kind):
            kinds = kind if isinstance(kind, tuple) else (kind,)
            names = " | ".join([each.__name__ for each in kinds])
            raise _wrong(part, names, f"{_spaced(what_zh)}的每一项", f"each part of {what_en}")


def check_texts(value: tuple[str, ...], what_zh: str, what_en: str) -> None:
    """Refuse what is no tuple of printable text; a bare str would be a tuple of its characters."""
    check_tuple(value, str, what_zh, what_en)
    for text in value:
        check_text(text, what_zh, what_en)


def check_optional_text(value: str | None, what_zh: str, what_en: str) -> None:
    """Refuse what is neither None nor printable text."""
    if value is not None:
        check_text(value, what_zh, what_en)


def check_date(value: datetime.date | None, what_zh: str, what_en: str) -> None:
    """Refuse what is neither None nor a date; a datetime would not survive the codec."""
    if value is not None and type(value) is not datetime.date:
        raise _wrong(value, "datetime.date", what_zh, what_en)


def _wrong(value: object, wanted: str, what_zh: str, what_en: str) -> ModelError:
    got = type(value).__name__
    return ModelError(
        f"{_spaced(what_zh)}应为 {wanted}，得到 {got}", f"{what_en} must be {wanted}, got {got}"
    )


def _spaced(what_zh: str) -> str:
    """A subject, with a space after Latin letters that Chinese is to follow."""
    return f"{what_zh} " if what_zh[-1].isascii() else what_zh
