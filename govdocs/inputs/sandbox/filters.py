"""The filters and tests of templates, each under a Chinese and an English name."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

from jinja2 import Undefined

from govdocs.formatting.dates import date_in_numerals, date_text, parse_date
from govdocs.formatting.numbers import change_text, number_text, percent_text, rounded
from govdocs.formatting.numerals import cardinal, count, year_numeral
from govdocs.inputs.sandbox.arithmetic import exact, total
from govdocs.inputs.sandbox.language import (
    JOINED,
    LOOPED,
    MADE,
    SCALAR,
    SEARCHED,
    SLICED,
)
from govdocs.inputs.sandbox.limits import Meter
from govdocs.inputs.sandbox.plain import Blank, kind_zh, text_of
from govdocs.inputs.sandbox.refusal import Refusal

Filter: TypeAlias = Callable[..., object]

_ITEMS_OF_A_STEP = 100
"""Items of a list, or characters of a text, that one step may look through."""


def filters(meter: Meter) -> dict[str, Filter]:
    """All filters by name, counted by a meter."""
    own: dict[str, Filter] = {
        LOOPED: lambda value, cost: _looped(value, cost, meter),
        JOINED: lambda parts: _joined(parts, "", meter),
        SCALAR: lambda value: _scalar(value, meter),
        SEARCHED: lambda value: _searched(value, meter),
        SLICED: lambda value: _sliced(value, meter),
        MADE: lambda value: _made(value, meter),
        **dict.fromkeys(("default", "d", "默认"), _default),
    }
    joins = dict.fromkeys(
        ("join", "连接"), lambda value, mark="", field=None: _join(value, mark, field, meter)
    )
    replaces = dict.fromkeys(
        ("replace", "替换"), lambda value, old, new: _replaced(value, old, new, meter)
    )
    checked = {**_PLAIN, **joins, **replaces}
    return {**own, **{name: _metered(each, meter) for name, each in checked.items()}}


def _metered(function: Filter, meter: Meter) -> Filter:
    """The function as a filter: counted, and refusing values that are missing or blank."""

    def run(*args: object, **named: object) -> object:
        meter.step()
        for value in (*args, *named.values()):
            _require(value)
        for value in (*args[1:], *named.values()):
            _scalar(value, meter)
        try:
            result = function(*args, **named)
        except (TypeError, ValueError) as error:
            raise _wrong(error) from error
        if isinstance(result, str | list):
            meter.room_for(len(result))
        return result

    return run


def _require(value: object) -> None:
    """Raise if a value is missing or blank."""
    if isinstance(value, Blank):
        value.refuse()
    if isinstance(value, Undefined):
        bool(value)  # raises for a name, with what is missing
        raise Refusal("没有值（缺少 else）", "there is no value (an if without else)")


def _wrong(error: Exception) -> Refusal:
    """What a formatting function says; its own errors are in both languages."""
    zh, mark, en = str(error).partition(" / ")
    if mark:
        return Refusal(zh, en)
    return Refusal(f"过滤器用法不对（{zh:.80}）", f"the filter is used wrongly ({zh:.80})")


def _looped(value: object, cost: int, meter: Meter) -> Iterator[object]:
    _require(value)
    if not isinstance(value, list | tuple | dict | str | range):
        raise Refusal(
            f"不能循环{kind_zh(value)}；应为列表、映射或文本",
            f"cannot loop over a {type(value).__name__}; it must be a list, mapping or text",
        )
    return _counted(value, cost, meter)


def _counted(
    values: Sequence[object] | Mapping[str, object] | range, cost: int, meter: Meter
) -> Iterator[object]:
    for value in values:
        meter.step(cost)
        yield value


def _made(value: Sequence[object] | Mapping[object, object], meter: Meter) -> object:
    meter.step()
    meter.room_for(len(value))
    return value


def _searched(value: object, meter: Meter) -> object:
    _require(value)
    if not isinstance(value, list | tuple | str | range | dict):
        raise Refusal(
            f"不能在{kind_zh(value)}中查找；应为列表、映射或文本",
            f"cannot look for something in a {type(value).__name__}",
        )
    meter.step(1 if isinstance(value, dict) else 1 + len(value) // _ITEMS_OF_A_STEP)
    return value


def _sliced(value: object, meter: Meter) -> object:
    _require(value)
    if not isinstance(value, list | tuple | str | range):
        raise Refusal(
            f"不能从{kind_zh(value)}中截取；应为列表或文本",
            f"a {type(value).__name__} cannot be sliced; it must be a list or text",
        )
    meter.step()
    meter.room_for(len(value))
    return value


def _scalar(value: object, meter: Meter) -> object:
    meter.step()
    if isinstance(value, list | tuple | dict):
        raise Refusal(
            "列表和映射不能比较；请比较其中的值，或比较 |长度",
            "lists and mappings cannot be compared; compare a value of it, or its |length",
        )
    return value


def _joined(parts: Sequence[object], mark: str, meter: Meter) -> str:
    meter.step()
    texts = []
    for part in parts:
        if type(part) is not Undefined:  # an inline if without else: nothing
            _require(part)
            texts.append(text_of(part))
    meter.room_for(sum(map(len, texts)) + len(mark) * len(texts))
    return mark.join(texts)


def _default(value: object, instead: object = "", *_: object) -> object:
    return instead if isinstance(value, Blank | Undefined) or value is None else value


def _join(value: object, mark: str, field: str | None, meter: Meter) -> str:
    return _joined(_fields(value, field), text_of(mark), meter)


def _fields(value: object, field: str | None) -> list[object]:
    """The items of a list, or one field of each."""
    if not isinstance(value, list | tuple | range):
        raise Refusal(
            f"应为列表，不是{kind_zh(value)}", f"must be a list, not a {type(value).__name__}"
        )
    if field is None:
        return list(value)
    found = []
    for item in value:
        if not isinstance(item, dict) or field not in item:
            raise Refusal(f"列表中有一项没有“{field}”", f"an item of the list has no “{field}”")
        found.append(item[field])
    return found


def _replaced(value: object, old: object, new: object, meter: Meter) -> str:
    text, before, after = text_of(value), text_of(old), text_of(new)
    if not before:
        raise Refusal("要替换的文字为空", "the text to replace is empty")
    places = text.count(before)
    meter.room_for(max(len(text) + places * (len(after) - len(before)), 0))
    return text.replace(before, after)


def _sized(value: object) -> Sequence[object] | Mapping[str, object]:
    if isinstance(value, list | tuple | dict | str | range):
        return value
    raise Refusal(f"{kind_zh(value)}没有长度", f"a {type(value).__name__} has no length")


def _end(place: int) -> Filter:
    def taken(value: object) -> object:
        items = _sized(value)
        if not items or isinstance(items, Mapping):
            raise Refusal("列表为空或不是列表", "the list is empty, or is none")
        return items[place]

    return taken


def _items(value: object) -> list[tuple[str, object]]:
    if isinstance(value, dict):
        return list(value.items())
    raise Refusal(
        f"应为映射，不是{kind_zh(value)}", f"must be a mapping, not a {type(value).__name__}"
    )


def _extreme(choose: Callable[..., int | Decimal]) -> Filter:
    def chosen(value: object, field: str | None = None) -> object:
        numbers = [exact(each, "max/min") for each in _fields(value, field)]
        if not numbers:
            raise Refusal("列表为空", "the list is empty")
        return choose(numbers)

    return chosen


def _whole(value: object) -> int:
    number = exact(value, "整数")
    if number != int(number):
        raise Refusal(f"“{number:f}”应为整数", f"{number:f} must be a whole number")
    return int(number)


def _day(value: object) -> datetime.date:
    date = parse_date(value) if isinstance(value, str) else value
    if isinstance(date, datetime.date):
        return date
    raise Refusal(
        f"“{text_of(value):.20}”不是日期；应如 2018-01-09",
        f"“{text_of(value):.20}” is no date; write it like 2018-01-09",
    )


def _year(value: object) -> str:
    return year_numeral(value.year if isinstance(value, datetime.date) else _whole(value))


def _number(value: object, decimals: int | None = None, grouped: bool = False) -> str:
    return number_text(exact(value, "数字"), decimals=decimals, grouped=grouped)


def _grouped(value: object, decimals: int | None = None) -> str:
    return _number(value, decimals, True)


def _percent(value: object, decimals: int = 1) -> str:
    return percent_text(exact(value, "百分比"), decimals=decimals)


def _change(new: object, old: object, decimals: int = 1) -> str:
    return change_text(exact(new, "变化"), exact(old, "变化"), decimals=decimals)


def _both(names: str, function: Filter) -> dict[str, Filter]:
    return dict.fromkeys(names.split(), function)


_PLAIN: dict[str, Filter] = {
    **_both("number 数字", _number),
    **_both("grouped 千分位", _grouped),
    **_both("percent 百分比", _percent),
    **_both("change 变化", _change),
    **_both("round 四舍五入", lambda value, places=0: rounded(exact(value, "round"), places)),
    **_both("abs 绝对值", lambda value: abs(exact(value, "abs"))),
    **_both("sum 合计", lambda value, field=None: total(_fields(value, field))),
    **_both("max 最大", _extreme(max)),
    **_both("min 最小", _extreme(min)),
    **_both("chinese 中文数字", lambda value: cardinal(_whole(value))),
    **_both("chinese_count 中文计数", lambda value: count(_whole(value))),
    **_both("chinese_year 中文年份", _year),
    **_both("date 日期", lambda value: date_text(_day(value))),
    **_both("chinese_date 中文日期", lambda value: date_in_numerals(_day(value))),
    **_both("length count 长度", lambda value: len(_sized(value))),
    **_both("first 首项", _end(0)),
    **_both("last 末项", _end(-1)),
    **_both("items 各项", _items),
    **_both("trim 去空白", lambda value: text_of(value).strip()),
    **_both("upper", lambda value: text_of(value).upper()),
    **_both("lower", lambda value: text_of(value).lower()),
}


def _is_number(value: object) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def _is_blank(value: object) -> bool:
    _require_defined(value)
    return value is None or isinstance(value, Blank) or value == ""


def _is_none(value: object) -> bool:
    _require_defined(value)
    return value is None or isinstance(value, Blank)


def _require_defined(value: object) -> None:
    if isinstance(value, Undefined):
        _require(value)


TESTS: dict[str, Callable[..., bool]] = {
    "defined": lambda value: not isinstance(value, Undefined),
    "undefined": lambda value: isinstance(value, Undefined),
    "none": _is_none,
    "blank": _is_blank,
    "空": _is_blank,
    "number": _is_number,
    "string": lambda value: isinstance(value, str),
    "mapping": lambda value: isinstance(value, dict),
    "sequence": lambda value: isinstance(value, list | tuple | range),
    "even": lambda value: _whole(value) % 2 == 0,
    "odd": lambda value: _whole(value) % 2 == 1,
}
"""The tests that may follow ``is``."""
