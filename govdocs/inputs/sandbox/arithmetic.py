"""Calculations in templates: exact decimals, with bounds."""

from __future__ import annotations

import decimal
from collections.abc import Callable
from decimal import Decimal
from typing import TypeAlias

from govdocs.inputs.sandbox.plain import Blank
from govdocs.inputs.sandbox.refusal import Refusal

Exact: TypeAlias = int | Decimal

LARGEST_EXPONENT = 64
"""The largest power that can be taken."""

_DIGITS = 34
_LARGEST_BITS = 130
_EXACT = decimal.Context(
    prec=_DIGITS,
    rounding=decimal.ROUND_HALF_EVEN,
    Emax=40,
    Emin=-40,
    traps=[decimal.InvalidOperation, decimal.DivisionByZero, decimal.Overflow],
)


def calculated(operator: str, left: object, right: object) -> Exact:
    """The result of a binary operator on two numbers; whole numbers stay whole, but for ``/``.

    Raises:
        Refusal: an operand is no number, the divisor is zero, or the result is too large.
    """
    a, b = exact(left, operator), exact(right, operator)
    if operator == "**":
        _check_exponent(b)
    stays_whole = operator in _WHOLE and not (operator == "**" and b < 0)
    try:
        if stays_whole and isinstance(a, int) and isinstance(b, int):
            return _bounded(_WHOLE[operator](a, b))
        if operator not in _DECIMAL:
            raise Refusal(
                f"{operator} 只用于整数",
                f"{operator} is for whole numbers only",
            )
        return _DECIMAL[operator](Decimal(a), Decimal(b))
    except ZeroDivisionError:
        raise Refusal("除数为零", "division by zero") from None
    except decimal.DecimalException as error:
        raise _too_large() from error


def negated(value: object) -> Exact:
    """A number with its sign turned.

    Raises:
        Refusal: no number.
    """
    return -exact(value, "-")


def total(values: list[object]) -> Exact:
    """The sum of numbers; 0 of none.

    Raises:
        Refusal: one is no number, or the sum is too large.
    """
    result: Exact = 0
    for value in values:
        result = calculated("+", result, value)
    return result


def exact(value: object, what: str) -> Exact:
    """A number as a whole number or an exact decimal; a float counts as it is printed.

    Raises:
        Refusal: it is blank, or no number.
    """
    if isinstance(value, Blank):
        value.refuse()
    if isinstance(value, float):
        return Decimal(repr(value))
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise Refusal(
            f"{what} 只用于数字，得到 {_named(value)}；文字请用 ~ 连接",
            f"{what} is for numbers, got {_named(value)}; join texts with ~",
        )
    return value


def _named(value: object) -> str:
    return f"“{value:.20}”" if isinstance(value, str) else type(value).__name__


def _bounded(number: int) -> int:
    if number.bit_length() > _LARGEST_BITS:
        raise _too_large()
    return number


def _check_exponent(exponent: Exact) -> None:
    if not isinstance(exponent, int) or abs(exponent) > LARGEST_EXPONENT:
        raise Refusal(
            f"乘方的指数应为 ±{LARGEST_EXPONENT} 以内的整数",
            f"the exponent of a power must be whole and within ±{LARGEST_EXPONENT}",
        )


def _too_large() -> Refusal:
    return Refusal("计算结果过大", "the result is too large")


# The operands are bounded (data by PlainData, literals by the language, results here), so that
# no single one of these takes long.
_WHOLE: dict[str, Callable[[int, int], int]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "//": lambda a, b: a // b,
    "%": lambda a, b: a % b,
    "**": lambda a, b: a**b,
}
_DECIMAL: dict[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": _EXACT.add,
    "-": _EXACT.subtract,
    "*": _EXACT.multiply,
    "/": _EXACT.divide,
    "**": _EXACT.power,
}
