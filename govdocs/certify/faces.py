"""Which face a name in a file means: 仿宋 is 仿宋_GB2312, FangSong, FZFSK--GBK1-0, STFangsong …

The names are data, in ``faces.toml`` beside this module and in the fontbook's table.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from govdocs.certify.data import read_toml
from govdocs.fontbook.official import official_names, official_roles

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_STYLE = re.compile(
    r"[,\-]?\s*(regular|normal|roman|bold|italic|oblique|light|medium|semibold|heavy|mt|psmt|ps)$",
    re.IGNORECASE,
)
_MADE_UP = re.compile(r"^(cidfont\+?)?f\d+$|^[a-z]?\d*$|^cidfont", re.IGNORECASE)


class _Names(NamedTuple):
    whole: dict[str, str]
    starts: tuple[tuple[str, str], ...]


def without_subset(name: str) -> str:
    """A face's name without the prefix of a subset (``ABCDEF+``)."""
    return _SUBSET.sub("", name)


@cache
def face_of(name: str) -> str | None:
    """The role of the face with this name, ``"other"``, or None where the name does not tell."""
    plain = without_subset(name).strip().lstrip("@")
    known = _known()
    for candidate in (plain, _without_style(plain)):
        if (role := known.whole.get(_key(candidate))) is not None:
            return role
    key = _key(plain)
    matching = [(start, role) for start, role in known.starts if key.startswith(start)]
    if matching:
        return max(matching, key=lambda pair: len(pair[0]))[1]
    return None


def is_made_up(name: str) -> bool:
    """Whether a writer gave the face a name of its own that tells nothing (``CIDFont+F1``)."""
    return bool(_MADE_UP.match(without_subset(name)))


def _without_style(name: str) -> str:
    while (shorter := _STYLE.sub("", name)) != name and shorter:
        name = shorter
    return name


def _key(name: str) -> str:
    return re.sub(r"[\s_\-]", "", name).casefold()


@cache
def _known() -> _Names:
    table: dict[str, Any] = read_toml("faces.toml")
    whole = {_key(name): role for role in official_roles() for name in official_names(role)}
    whole = {name: role.removesuffix("-bold") for name, role in whole.items()}
    whole |= {_key(name): role for role, entry in table.items() for name in entry["names"]}
    starts = tuple(
        (_key(start), role) for role, entry in table.items() for start in entry["starts"]
    )
    return _Names(whole, starts)
