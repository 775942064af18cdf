"""Numbers as reports print them: plain, grouped, in per cent, and as a change on the year before.

Digits and signs come from Babel, for zh_CN. Rounding is ours: half goes away from zero (四舍五入),
which is what a reader with a calculator finds; Babel's would be half to even.
"""

from __future__ import annotations

import decimal
from decimal import Decimal
from typing import TypeAlias

Number: TypeAlias = int | float | Decimal

MOST_DECIMALS = 20
"""Decimal places that can be asked for."""

MOST_DIGITS = 40
"""Digits before or after the point of a number that can be printed."""

# Babel rounds in the context of the thread; more digits than a number may have, so it never does.
_EXACT = decimal.Context(
    prec=3 * MOST_DIGITS,
    rounding=decimal.ROUND_HALF_UP,
    traps=[decimal.InvalidOperation, decimal.DivisionByZero, decimal.Overflow],
)


def number_text(number: Number, *, decimals: int | None = None, grouped: bool = False) -> str:
    """A number as printed: 1234.5, or 1,234.50 with two decimals and grouped.

    Args:
        number: finite, with at most 40 digits on each side of the point. A float counts as the
            shortest decimal that is read back as it.
        decimals: places after the point, rounded half away from zero and filled up with zeros;
            None prints the places that the number has.
        grouped: whether thousands are parted by commas; official text leaves them unparted.

    Raises:
        TypeError: no number (True and False are none).
        ValueError: not finite, too many digits, or no such number of decimals.
    """
    value = as_decimal(number)
    places = _places(value) if decimals is None else decimals
    return _printed(rounded(value, places), "#,##0" + _fraction(places), grouped=grouped)


def percent_text(ratio: Number, *, decimals: int = 1) -> str:
    """A ratio in per cent: 0.0525 as 5.3%, with two decimals 5.25%; rounded half away from zero.

    Raises:
        TypeError: no number.
        ValueError: not finite, too many digits, or no such number of decimals.
    """
    value = rounded(as_decimal(ratio), _checked(decimals) + 2)
    return _printed(value, "#,##0" + _fraction(decimals) + "%", grouped=False)


def change_text(new: Number, old: Number, *, decimals: int = 1) -> str:
    """How a figure changed: 增长5.2%, 下降3.1%, 持平; 基本持平 where the rounded change is zero.

    Raises:
        TypeError: no number.
        ValueError: the old figure is zero or below and the new one differs: there is no rate.
    """
    now, before = as_decimal(new), as_decimal(old)
    if now == before:
        return "持平"
    if before <= 0:
        raise ValueError(
            f"基数为 {before:f}，算不出增减率；请改写为增减的数量 / "
            f"no rate of change on a base of {before:f}; state the difference instead"
        )
    change = _at(_EXACT.divide(now - before, before), _checked(decimals) + 2)
    if not change:
        return "基本持平"
    return ("增长" if change > 0 else "下降") + percent_text(abs(change), decimals=decimals)


def rounded(number: Number, decimals: int = 0) -> Decimal:
    """A number with so many decimals, rounded half away from zero (四舍五入).

    Raises:
        TypeError: no number.
        ValueError: not finite, too many digits, or no such number of decimals.
    """
    # Two more than can be asked for: a per cent has two places more as a ratio.
    if not 0 <= decimals <= MOST_DECIMALS + 2:
        raise ValueError(_out_of_range(decimals))
    return _at(as_decimal(number), decimals)


def _at(value: Decimal, decimals: int) -> Decimal:
    """A decimal of any length, rounded; a quotient may have more places than a number given."""
    return value.quantize(Decimal(1).scaleb(-decimals), context=_EXACT)


def as_decimal(number: Number) -> Decimal:
    """A number as an exact decimal.

    Raises:
        TypeError: no number.
        ValueError: not finite, or more than 40 digits on a side of the point.
    """
    if isinstance(number, bool) or not isinstance(number, int | float | Decimal):
        raise TypeError(
            f"应为数字，得到 {type(number).__name__} / a number is needed, "
            f"got {type(number).__name__}"
        )
    if isinstance(number, int) and number.bit_length() > 4 * MOST_DIGITS:
        raise ValueError(_TOO_LONG)
    value = Decimal(repr(number)) if isinstance(number, float) else Decimal(number)
    if not value.is_finite():
        raise ValueError(f"{value} 不是有限的数 / {value} is not finite")
    if value and (value.adjusted() >= MOST_DIGITS or _exponent(value) < -MOST_DIGITS):
        raise ValueError(_TOO_LONG)
    return value


_TOO_LONG = (
    f"数字在小数点一侧超过 {MOST_DIGITS} 位 / more than {MOST_DIGITS} digits beside the point"
)


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _places(value: Decimal) -> int:
    return min(max(-_exponent(value), 0), MOST_DECIMALS)


def _checked(decimals: int) -> int:
    if not 0 <= decimals <= MOST_DECIMALS:
        raise ValueError(_out_of_range(decimals))
    return decimals


def _out_of_range(decimals: int) -> str:
    return (
        f"小数位数应为 0–{MOST_DECIMALS}，得到 {decimals} / "
        f"decimals must be 0 to {MOST_DECIMALS}, got {decimals}"
    )


def _fraction(places: int) -> str:
    return "." + "0" * places if _checked(places) else ""


def _printed(value: Decimal, pattern: str, *, grouped: bool) -> str:
    # Imported here: Babel is not light, and most documents print no computed number.
    from babel import Locale
    from babel.numbers import format_decimal

    with decimal.localcontext(_EXACT):
        # A rounded −0.04 is 0, not −0. The one pattern engine does per cent too.
        return format_decimal(
            value or Decimal(0),
            format=pattern,
            locale=Locale.parse("zh_CN"),
            group_separator=grouped,
        )
