"""Regexes compiled at their first use; they live in :mod:`govdocs.typography.regex`."""

from __future__ import annotations

from govdocs.typography.regex import end_of_match, regex

__all__ = ["end_of_match", "regex"]
