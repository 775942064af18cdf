"""Every rule, in the order in which they act. A new rule needs its line here and nothing else."""

from __future__ import annotations

from collections.abc import Collection

from govdocs.errors import UsageError
from govdocs.normalising.rule import Rule
from govdocs.normalising.rules.characters import CHARACTER_RULES
from govdocs.normalising.rules.marks import MARK_RULES
from govdocs.normalising.rules.numbers import NUMBER_RULES

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (*CHARACTER_RULES, *MARK_RULES, *NUMBER_RULES),
        # A zero of a year in Chinese numerals may be a full-width digit: before these are changed.
        key=lambda rule: rule.name not in ("chinese-year-zero", "letter-in-year"),
    )
)


def rules_without(left_out: Collection[str]) -> tuple[Rule, ...]:
    """The rules less those named.

    Raises:
        UsageError: no rule has that name.
    """
    known = [rule.name for rule in RULES]
    for name in left_out:
        if name not in known:
            raise UsageError(
                f"没有名为 {name!r} 的规范化规则；可用的有：{'、'.join(known)}",
                f"no rule of normalising is named {name!r}; known: {', '.join(known)}",
            )
    return tuple(rule for rule in RULES if rule.name not in left_out)
