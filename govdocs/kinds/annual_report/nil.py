"""Nil statements (零报告): offered where every figure concerned is stated and zero."""

from __future__ import annotations

from govdocs.kinds.annual_report.figures import Figures
from govdocs.standards.annual_report.forms import NilGroup


def is_stated(group: NilGroup, figures: Figures) -> bool:
    """Whether every figure of a group is a number; a blank or a dash is none."""
    return all(figures.number(cell) is not None for cell in group.cells)


def is_nil(group: NilGroup, figures: Figures) -> bool:
    """Whether every figure of a group is stated and zero."""
    return all(figures.number(cell) == 0 for cell in group.cells)
