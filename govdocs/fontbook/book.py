"""Which face sets which character: per role a first choice, per character a chain behind it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from govdocs.environment import Environment
from govdocs.errors import FontError
from govdocs.fontbook.sfnt import Face
from govdocs.typography.charclass import is_western
from govdocs.typography.face_role import FaceRole

# Behind a role's own faces: 宋体, then the reserve faces for rare characters.
_RESERVE = (FaceRole.SONG, FaceRole.EXT1, FaceRole.EXT2)


class FaceChoice(NamedTuple):
    """The file a role is set from, and why.

    Attributes:
        role: the role.
        origin: ``"given"`` by the caller, ``"installed"`` on the machine, or ``"bundled"``.
        family: family name.
        path, collection_index: the file, and the face's place in a collection.
    """

    role: FaceRole
    origin: str
    family: str
    path: Path
    collection_index: int = 0


class FontBook:
    """The faces of one environment; may be shared by threads.

    Args:
        environment: where bundled and installed faces lie.
        given: files that the caller names for roles; they go first.
        bundled_only: leave the machine's own faces aside, for the same output everywhere.
    """

    def __init__(
        self,
        environment: Environment,
        *,
        given: Mapping[FaceRole, Path] | None = None,
        bundled_only: bool = False,
    ) -> None:
        self._environment = environment
        self._given = dict(given or {})
        self._bundled_only = bundled_only
        self._choices: dict[FaceRole, FaceChoice] = {}
        self._coverage: dict[tuple[FaceRole, FaceRole], Coverage] = {}

    def choice(self, role: FaceRole) -> FaceChoice:
        """The first choice of a role."""
        known = self._choices.get(role)
        if known is None:
            known = self._choices[role] = self._given_face(role) or self._found_face(role)
        return known

    def _given_face(self, role: FaceRole) -> FaceChoice | None:
        path = self._given.get(role)
        return None if path is None else FaceChoice(role, "given", path.stem, path)

    def _found_face(self, role: FaceRole) -> FaceChoice:
        if not self._bundled_only and role not in (FaceRole.EXT1, FaceRole.EXT2):
            # Scanning the machine's fonts is for those who have not asked for bundled ones.
            from govdocs.fontbook.installed import find_installed
            from govdocs.fontbook.official import official_names

            for name in official_names(role.value):
                found = find_installed(self._environment.font_directories, (name,))
                if found and _opens(found.path, found.index):
                    return FaceChoice(role, "installed", name, found.path, found.index)
        return bundled_face(self._environment.fonts, role)

    def faces(self, role: FaceRole) -> tuple[FaceChoice, ...]:
        """The chain of a role: its choice, its bundled face, 宋体 and the reserve, each once."""
        folder = self._environment.fonts
        chain = [self.choice(role), *(bundled_face(folder, r) for r in (role, *_RESERVE))]
        files = {(choice.path, choice.collection_index): choice for choice in reversed(chain)}
        return tuple(dict.fromkeys(files[choice.path, choice.collection_index] for choice in chain))

    def coverage(self, han: FaceRole, latin: FaceRole) -> Coverage:
        """The face of every character of a text set in a Han and a Latin role."""
        key = (han, latin)
        known = self._coverage.get(key)
        if known is None:
            known = self._coverage[key] = Coverage(self.faces(han), self.faces(latin))
        return known

    def face(self, role: FaceRole) -> Face:
        """The face of a role's first choice."""
        choice = self.choice(role)
        return open_face(choice.path, choice.collection_index)


class Coverage(dict[str, "Face | None"]):
    """Character -> the first face of its chain that holds it, or None; filled as it is asked."""

    def __init__(self, han: tuple[FaceChoice, ...], latin: tuple[FaceChoice, ...]) -> None:
        super().__init__()
        self._han = han
        self._latin = latin

    def __missing__(self, char: str) -> Face | None:
        western = is_western(char) or char == " "
        chain = (*self._latin[:1], *self._han) if western else (*self._han, *self._latin)
        for choice in chain:
            face = open_face(choice.path, choice.collection_index)
            if char in face:
                self[char] = face
                return face
        self[char] = None
        return None


def _opens(path: Path, index: int) -> bool:
    """Whether a face found on the machine can be used; a broken one is passed over."""
    try:
        open_face(path, index)
    except FontError:
        return False
    return True


@lru_cache(maxsize=64)
def open_face(path: Path, index: int = 0) -> Face:
    """A face, mapped once in a process; it is read only."""
    return Face(path, index)


def bundled_face(folder: Path, role: FaceRole) -> FaceChoice:
    """The bundled face of a role.

    Raises:
        FontError: the font folder is incomplete.
    """
    entry = _manifest(folder)[role.value]
    return FaceChoice(role, "bundled", entry["family"], folder / entry["file"])


@lru_cache(maxsize=8)
def _manifest(folder: Path) -> dict[str, dict[str, str]]:
    try:
        faces: dict[str, dict[str, str]] = json.loads(
            (folder / "fonts.json").read_text(encoding="utf-8")
        )["faces"]
    except (OSError, ValueError, KeyError) as error:
        raise FontError(
            f"随附字体的清单 fonts.json 读不了：{error}；请重新安装 govdocs",
            f"the bundled fonts' fonts.json cannot be read: {error}; reinstall govdocs",
            at=str(folder),
        ) from error
    return faces
