"""The data that a template sees: a copy, of plain values only, that knows its own paths."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import NoReturn

from govdocs.formatting.dates import date_text
from govdocs.formatting.numbers import Number, as_decimal
from govdocs.inputs.sandbox.refusal import Refusal
from govdocs.messages.paths import Path, path_text

MOST_VALUES = 200_000
"""Values that the data of one rendering may hold."""

DEEPEST = 50
"""Levels of lists and mappings within each other."""


class Blank:
    """A field that is not filled in (None in the data): false, equal to none, never printed."""

    __slots__ = ("path",)

    def __init__(self, path: Path) -> None:
        self.path = path

    def __bool__(self) -> bool:
        return False

    def __eq__(self, other: object) -> bool:
        return other is None or isinstance(other, Blank)

    def __hash__(self) -> int:
        return hash(None)

    def refuse(self, *_: object) -> NoReturn:
        """Raise: something would be done with a value that is not there."""
        raise blank(path_text(self.path, "en"))

    def __contains__(self, item: object) -> bool:
        return self.refuse()

    def __getitem__(self, item: object) -> object:
        return self.refuse()

    __str__ = __iter__ = __len__ = refuse
    __lt__ = __le__ = __gt__ = __ge__ = __call__ = refuse


def blank(field: str | None) -> Refusal:
    """The error for a field that is used but not filled in."""
    named = f"“{field}”" if field else "要用的值"
    return Refusal(
        f"{named}未填（该格未填）；请填写，或在模板中用 |默认(…) 给出替代",
        f"{field or 'a value to print'} is blank; fill it in, or use |default(…) in the template",
        field=field,
    )


class PlainData:
    """A copy of a caller's data, and where each list and mapping of it stands.

    Attributes:
        values: the copy: str, int, Decimal, float, bool, date, list, dict by text; None is a
            :class:`Blank`.
    """

    __slots__ = ("_paths", "values")

    def __init__(self, data: Mapping[str, object]) -> None:
        """Copy the data.

        Raises:
            Refusal: a value is not plain, a key is no text, a number is endless or overlong, or
                the data is too large or too deep.
        """
        # By identity: the copies live as long as this object, so no id is used twice.
        self._paths: dict[int, Path] = {}
        self.values: dict[str, object] = {}
        self._paths[id(self.values)] = ()
        for key, value in data.items():
            self.values[_key(key, ())] = self._copied(value, (key,))

    def path_of(self, container: object) -> Path | None:
        """The path of a list or mapping of the copy; None if it is not of the copy."""
        return self._paths.get(id(container))

    def _copied(self, value: object, path: Path) -> object:
        if value is None:
            return Blank(path)
        # By the very type: a subclass may run code of its own when it is read.
        if type(value) in (str, bool, datetime.date):
            return value
        if type(value) is int or type(value) is float or type(value) is Decimal:
            return _number(value, path)
        if type(value) is MappingProxyType or type(value) is dict:
            return self._copied_mapping(value, path)
        if type(value) is list or type(value) is tuple:
            return self._copied_list(value, path)
        kind = type(value).__name__
        raise Refusal(
            f"模板数据“{path_text(path, 'zh')}”的类型 {kind} 不是纯数据；"
            "应为文本、数字、日期、列表或映射",
            f"{path_text(path, 'en')} is a {kind}, no plain data; "
            "give texts, numbers, dates, lists and mappings",
            field=path_text(path, "en"),
        )

    def _copied_mapping(self, value: Mapping[str, object], path: Path) -> dict[str, object]:
        copy: dict[str, object] = {}
        self._note(copy, path)
        for key, each in value.items():
            key = _key(key, path)
            copy[key] = self._copied(each, (*path, key))
        return copy

    def _copied_list(self, value: Sequence[object], path: Path) -> list[object]:
        copy: list[object] = []
        self._note(copy, path)
        copy.extend(self._copied(each, (*path, place)) for place, each in enumerate(value))
        return copy

    def _note(self, container: object, path: Path) -> None:
        self._paths[id(container)] = path
        if len(path) > DEEPEST or len(self._paths) > MOST_VALUES:
            raise Refusal(
                f"模板数据超过 {DEEPEST} 层或 {MOST_VALUES} 项",
                f"the data of the template is past {DEEPEST} levels or {MOST_VALUES} values",
            )


def _key(key: object, path: Path) -> str:
    if type(key) is str:
        return key
    place = path_text(path, "en") or "-"
    raise Refusal(
        f"模板数据“{place}”的键 {key!r:.40} 不是文本",
        f"{place} has the key {key!r:.40}, which is no text",
    )


def _number(value: Number, path: Path) -> Number:
    try:
        as_decimal(value)
    except ValueError as error:
        zh, _, en = str(error).partition(" / ")
        field = path_text(path, "en")
        raise Refusal(f"“{field}”：{zh}", f"{field}: {en}", field=field) from error
    return value


def text_of(value: object) -> str:
    """A value as a template prints it: numbers without exponent, dates as 2018年1月9日.

    Raises:
        Refusal: the value is blank, true or false, a list, or anything else without one wording.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, Blank):
        value.refuse()
    if value is None:
        raise blank(None)
    if isinstance(value, datetime.date):
        return date_text(value)
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return format(as_decimal(value), "f")
    hint_zh, hint_en = _HINTS.get(type(value), ("请写出其中的值", "print a value of it"))
    raise Refusal(
        f"{kind_zh(value)}不能直接写出；{hint_zh}",
        f"a {type(value).__name__} cannot be printed; {hint_en}",
    )


def kind_zh(value: object) -> str:
    """What a value is, in Chinese."""
    return _KINDS_ZH.get(type(value), f"{type(value).__name__} 对象")


_KINDS_ZH = {
    bool: "是/否值",
    str: "文本",
    int: "数字",
    float: "数字",
    Decimal: "数字",
    datetime.date: "日期",
    list: "列表",
    tuple: "列表",
    range: "列表",
    dict: "映射",
}
_LIST_HINT = ("请用循环，或 |连接('、')", "use a loop, or |join")
_HINTS = {
    bool: ("请用 {{ '有' if … else '无' }}", "write {{ 'yes' if … else 'no' }}"),
    list: _LIST_HINT,
    tuple: _LIST_HINT,
    range: _LIST_HINT,
}
