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
    4. The file's name holds the unit's, and the agency inside is nobody's: the longest name.
    A file named after one unit with another's report inside stays with the one whose name it
    bears; that the agency differs is then told.
    """
    matcher = _Matcher(roster)
    claimed: list[list[ReadFile]] = [[] for _ in roster.units]
    unclaimed: list[ReadFile] = []
    named = _named_files(roster, folder, files)
    for file in files:
        index = named.get(file.path)
        if index is None:
            index = matcher.unit_of(file)
        # A unit whose file the roster names has that one only.
        if index is None or (roster.units[index].file and file.path not in named):
            unclaimed.append(file)
        else:
            claimed[index].append(file)
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


class _Matcher:
    def __init__(self, roster: Roster) -> None:
        self._by_name: dict[str, set[int]] = {}
        for index, unit in enumerate(roster.units):
            for name in unit.names:
                self._by_name.setdefault(name, set()).add(index)

    def unit_of(self, file: ReadFile) -> int | None:
        """The unit that a file belongs to, or None if none or several could be meant."""
        inside = self._one(file.agency)
        by_stem = next(filter(None, map(self._sole, _stems(file.stem))), None)
        if by_stem is not None:
            return by_stem[0]
        if inside is not None:
            return inside
        held = sorted(
            (name for name in self._by_name if len(name) > 2 and name in file.stem),
            key=len, reverse=True,
        )  # fmt: skip
        # 青禾县人民政府办公室 holds 青禾县人民政府, and is another agency if its report says so.
        if not held or (file.agency and held[0] in file.agency and held[0] != file.agency):
            return None
        return self._one(held[0])

    def _one(self, name: str) -> int | None:
        found = self._sole(name)
        return found[0] if found else None

    def _sole(self, name: str) -> tuple[int] | None:
        indices = self._by_name.get(name, set())
        return (next(iter(indices)),) if len(indices) == 1 else None


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
