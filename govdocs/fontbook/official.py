"""The official faces of each role: what they are called when installed, and inside DOCX files.

The names are data, in ``official_faces.toml`` beside this module.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

from govdocs.errors import FontError


class _Official(NamedTuple):
    docx: str
    names: tuple[str, ...]


def official_roles() -> tuple[str, ...]:
    """Every role that has official faces, in the order of the table."""
    return tuple(_table())


def official_names(role: str) -> tuple[str, ...]:
    """The names under which a face of this role may be installed, best first.

    Raises:
        FontError: the table has no such role.
    """
    return _entry(role).names


def docx_name(role: str) -> str:
    """The one font name that a DOCX file carries for this role, such as 仿宋_GB2312.

    Raises:
        FontError: the table has no such role.
    """
    return _entry(role).docx


def _entry(role: str) -> _Official:
    table = _table()
    if role not in table:
        roles = ", ".join(table)
        raise FontError(
            f"没有名为“{role}”的字体用途，可用的有：{roles}",
            f"no font role {role!r}; the roles are: {roles}",
        )
    return table[role]


@lru_cache(maxsize=1)
def _table() -> Mapping[str, _Official]:
    text = files(__package__).joinpath("official_faces.toml").read_text(encoding="utf-8")
    return MappingProxyType(
        {
            role: _Official(entry["docx"], tuple(entry["names"]))
            for role, entry in tomllib.loads(text).items()
        }
    )
