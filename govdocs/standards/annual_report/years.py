"""The report years that there can be."""

from __future__ import annotations

FIRST_YEAR = 2008
"""The Regulations (国务院令第492号) are in force since 1 May 2008."""

LAST_YEAR = 2999
"""What is later is a slip."""
