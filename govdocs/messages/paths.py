"""The path of a value in data, as messages print it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

Path: TypeAlias = tuple[str | int, ...]
"""Keys and 0-based list positions from the root of the data to a value."""


def path_text(path: Sequence[str | int], lang: str) -> str:
    """A path as people read it: 章节.第2项.标题 (``"zh"``) or 章节[1].标题 (``"en"``)."""
    if lang == "zh":
        return ".".join(f"第{step + 1}项" if isinstance(step, int) else step for step in path)
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")
