"""Which file is which unit's: by the roster, by the agency inside, by the file's name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath
from typing import NamedTuple

from govdocs.kinds.annual_report.county.folder import ReadFile, same_file
from govdocs.kinds.annual_report.county.roster import Roster, Unit, plain_name


class Claims(NamedTuple):
    """The files that each unit claims, and those that none does.

    Attributes:
        of_unit: one tuple a unit, in the roster's order; the better files first.
        unclaimed: the rest, in the folder's order.
    """

    of_unit: tuple[tuple[ReadFile, ...], ...]
    unclaimed: tuple[ReadFile, ...]


def match_files(roster: Roster, folder: Path, files: Sequence[ReadFile]) -> Claims:
    """Give each file to at most one unit.

    1. 来源文件 of the roster.
    2. The file's name is the unit's name, full, short or former, with or without a number before
       it or words of the report after it (``03县教育局2025年年报``).
    3. The agency named inside is the unit.
    4. The file's name holds the unit's (the longest such name), the agency inside is nobody's,
       and the unit has no other file: 县教育局盖章件.pdf, but no notice where a report is.
    A file named after one unit with another's report inside stays with the one whose name it
    bears; that the agency differs is then told.
    """
    matcher = _Matcher(roster)
    named = _named_files(roster, folder, files)
    claims = {file.path: matcher.claim(file) for file in files}
    claims |= {path: _Claim(index, is_sure=True) for path, index in named.items()}
    sure = {claim.unit for claim in claims.values() if claim and claim.is_sure}
    claimed: list[list[ReadFile]] = [[] for _ in roster.units]
    unclaimed: list[ReadFile] = []
    for file in files:
        claim = claims[file.path]
        # A unit whose file the roster names has that one only.
        if (
            claim is None
            or (roster.units[claim.unit].file and file.path not in named)
            or (claim.unit in sure and not claim.is_sure)
        ):
            unclaimed.append(file)
        else:
            claimed[claim.unit].append(file)
    of_unit = tuple(tuple(sorted(found, key=lambda file: file.rank)) for found in claimed)
    return Claims(of_unit, tuple(unclaimed))


def named_file(unit: Unit, folder: Path) -> Path | None:
    """The file that the roster names, if it names one inside the folder; its ending may lack."""
    if not unit.file:
        return None
    name = PurePath(unit.file.replace("\\", "/"))
    if name.is_absolute() or ".." in name.parts or ":" in name.parts[0]:
        return None
    return folder / name


def _named_files(roster: Roster, folder: Path, files: Sequence[ReadFile]) -> dict[Path, int]:
    found: dict[Path, int] = {}
    for index, unit in enumerate(roster.units):
        wanted = named_file(unit, folder)
        for file in files if wanted else ():
            if wanted and (same_file(file.path, wanted) or _same_stem(file.path, wanted)):
                found.setdefault(file.path, index)
    return found


def _same_stem(path: Path, wanted: Path) -> bool:
    """Whether a name given without an ending is this file's."""
    return not wanted.suffix and same_file(path.with_suffix(""), wanted)


class _Claim(NamedTuple):
    """The unit that a file seems to be of, by its place in the roster."""

    unit: int
    is_sure: bool


class _Matcher:
    """Knows units by their names; a name of today goes before the same name of old."""

    def __init__(self, roster: Roster) -> None:
        own: dict[str, set[int]] = {}
        former: dict[str, set[int]] = {}
        for index, unit in enumerate(roster.units):
            for name in unit.names:
                names = own if name in unit.own_names else former
                names.setdefault(name, set()).add(index)
        self._by_name = {**former, **own}

    def claim(self, file: ReadFile) -> _Claim | None:
        """The unit that a file belongs to, or None if none or several could be meant."""
        for name in (*_stems(file.stem), file.agency):
            index = self._one(name)
            if index is not None:
                return _Claim(index, is_sure=True)
        held = max(
            (name for name in self._by_name if len(name) > 2 and name in file.stem),
            key=len,
            default="",
        )
        # 青禾县人民政府办公室 holds 青禾县人民政府, and is another agency if its report says so.
        if not held or (held in file.agency and held != file.agency):
            return None
        index = self._one(held)
        return None if index is None else _Claim(index, is_sure=False)

    def _one(self, name: str) -> int | None:
        indices = self._by_name.get(name, set())
        return next(iter(indices)) if len(indices) == 1 else None


_AFTER = ("政府信息公开", "信息公开", "年度报告", "年报", "填报", "报告")


def _stems(stem: str) -> Iterator[str]:
    """A file's name, then without its number, then without what follows the agency's name."""
    yield stem
    bare = stem.lstrip("0123456789-_.、 ")
    yield bare
    ends = [at for word in _AFTER if (at := bare.find(word)) > 0]
    years = [at for at in range(1, len(bare) - 3) if bare[at : at + 4].isdecimal()]
    if ends or years:
        yield plain_name(bare[: min(ends + years)]).rstrip("-_.、(（ ")
