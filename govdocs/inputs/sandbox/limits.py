"""How much one rendering may do, and the count of what it has done."""

from __future__ import annotations

from dataclasses import dataclass

from govdocs.environment import monotonic_seconds
from govdocs.inputs.sandbox.refusal import LimitReached


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateLimits:
    """What one rendering may take; the error names the limit that was reached.

    Attributes:
        seconds: time on the clock. Looked at with every step, so that the last resort works in
            any thread; the other limits stop most runaway templates earlier, and the same on
            every machine.
        characters: of the source of a template, of the text that comes out, and of any text on
            the way; of all texts on the way together, twenty times as many. The items of lists
            that a template makes are counted with them.
        steps: passes of loops (more for a long body), calls, calculations, comparisons, filters
            and printed values.
        depth: macros within macros.
    """

    seconds: float = 2.0
    characters: int = 200_000
    steps: int = 200_000
    depth: int = 40


LARGEST_NODE_COUNT = 20_000
"""Parts (words, operators, tags) that the source of one template may have."""

DEEPEST_NODE = 60
"""How deeply the parts of a template may be nested; 1+1+1 is nested twice."""

_TEXT_ON_THE_WAY = 20


class Meter:
    """The count of one rendering. Each call raises LimitReached when a limit is passed.

    Attributes:
        limits: what it counts up to.
    """

    __slots__ = ("_characters", "_deadline", "_depth", "_steps", "limits")

    def __init__(self, limits: TemplateLimits) -> None:
        self.limits = limits
        self._deadline = monotonic_seconds() + limits.seconds
        self._steps = 0
        self._characters = 0
        self._depth = 0

    def step(self, cost: int = 1) -> None:
        """One pass of a loop, one call, one calculation, one value printed."""
        self._steps += cost
        if self._steps > self.limits.steps:
            raise LimitReached(
                f"模板执行超过 {self.limits.steps} 步；请核对循环",
                f"the template takes more than {self.limits.steps} steps; check its loops",
            )
        if monotonic_seconds() > self._deadline:
            raise LimitReached(
                f"模板执行超过 {self.limits.seconds:g} 秒；请核对循环",
                f"the template takes more than {self.limits.seconds:g} seconds; check its loops",
            )

    def room_for(self, length: int) -> None:
        """A text of so many characters, or a list of so many items, is about to be made."""
        self._characters += length
        self.check_length(length)
        if self._characters > _TEXT_ON_THE_WAY * self.limits.characters:
            raise self._too_long()

    def check_length(self, length: int) -> None:
        """A text that is being put out has so many characters so far."""
        if length > self.limits.characters:
            raise self._too_long()

    def _too_long(self) -> LimitReached:
        most = self.limits.characters
        return LimitReached(
            f"模板生成的文字超过 {most} 个字符", f"the template makes more than {most} characters"
        )

    def enter(self) -> None:
        """A macro is called."""
        self._depth += 1
        if self._depth > self.limits.depth:
            raise LimitReached(
                f"宏嵌套超过 {self.limits.depth} 层；请核对是否调用了自身",
                f"macros are nested more than {self.limits.depth} deep; check for recursion",
            )

    def leave(self) -> None:
        """The macro is done."""
        self._depth -= 1
