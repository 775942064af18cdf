"""What each of the fifteen kinds of official documents needs, read from ``kinds.toml``.

Source:
    条例 (中办发〔2012〕14号) articles 8, 9 and 15; GB/T 9704-2012 clause 10
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from govdocs.model.nodes import Signing


class Direction(enum.StrEnum):
    """行文方向: to a superior organ, to subordinate ones, or to others."""

    UPWARD = "upward"
    DOWNWARD = "downward"
    PARALLEL = "parallel"


class Addressing(enum.StrEnum):
    """Whether a kind has 主送机关."""

    ONE = "one"
    NEEDED = "needed"
    USUAL = "usual"
    NONE = "none"


class KindRules(NamedTuple):
    """What one kind needs; see ``kinds.toml`` for each."""

    id: str
    names: tuple[str, ...]
    article: str
    form: str
    mark_word: str
    directions: tuple[Direction, ...]
    signatory_upward: bool
    signings: tuple[Signing, ...]
    has_signature: bool
    addressees: Addressing
    has_title: bool
    has_title_note: bool

    @property
    def name(self) -> str:
        """Its name as a title ends with it."""
        return self.names[0]


class FormRules(NamedTuple):
    """A format that official documents are set in.

    Attributes:
        id: of the profile.
        names: what files call it.
        mark_word: what follows the organs' names in its mark; None for the kind's own.
    """

    id: str
    names: tuple[str, ...]
    mark_word: str | None


@cache
def all_kinds() -> tuple[KindRules, ...]:
    """The fifteen kinds, in the order of 条例 article 8."""
    return tuple(_kind(data) for data in _data()["kind"])


@cache
def all_forms() -> tuple[FormRules, ...]:
    """The formats of official documents."""
    return tuple(
        FormRules(data["id"], tuple(data["names"]), data.get("mark_word"))
        for data in _data()["form"]
    )


@cache
def kinds_by_name() -> Mapping[str, KindRules]:
    """Each kind by every name: 通知, ``notice``."""
    return MappingProxyType({name: kind for kind in all_kinds() for name in (kind.id, *kind.names)})


def rules_of(name: str) -> KindRules | None:
    """The kind of a name, Chinese or English; None for none of the fifteen."""
    return kinds_by_name().get(name.strip())


def kind_of_title(title: str) -> KindRules | None:
    """The kind that a title ends with: …的通知, …意见（试行）."""
    bare = title.strip()
    if bare.endswith(("）", ")")):
        bare = bare[: max(bare.rfind("（"), bare.rfind("("), 0)].rstrip()
    return next(
        (kind for kind in all_kinds() for name in kind.names if bare.endswith(name)),
        None,
    )


def form_of(name: str) -> FormRules | None:
    """The format of a name, Chinese or English."""
    return next((form for form in all_forms() if name.strip() in (form.id, *form.names)), None)


def _kind(data: Mapping[str, Any]) -> KindRules:
    return KindRules(
        id=data["id"],
        names=tuple(data["names"]),
        article=data["article"],
        form=data["form"],
        mark_word=data["mark_word"],
        directions=tuple(map(Direction, data["directions"])),
        signatory_upward=data["signatory"] == "upward",
        signings=tuple(map(Signing, data["signings"])),
        has_signature=data.get("signature", True),
        addressees=Addressing(data["addressees"]),
        has_title=data.get("title", True),
        has_title_note=data.get("title_note", False),
    )


@cache
def _data() -> dict[str, Any]:
    # Imported here: it is needed once, and not light.
    import tomllib

    return tomllib.loads((Path(__file__).parent / "kinds.toml").read_text(encoding="utf-8"))
