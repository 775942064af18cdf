"""``govdocs fonts``: which faces would be used, and installing the bundled ones."""

from __future__ import annotations

import shutil
import subprocess

from govdocs.api import RenderOptions, environment_of, font_book
from govdocs.cli.language import Words
from govdocs.cli.reporting import print_json, say
from govdocs.environment import user_config_directory, user_data_directory
from govdocs.fontbook.install import install_fonts
from govdocs.fontbook.official import docx_name
from govdocs.typography.face_role import FaceRole

_ROLE_NAMES = {
    FaceRole.BIAOSONG: ("小标宋", "title"),
    FaceRole.FANG: ("仿宋", "body"),
    FaceRole.KAI: ("楷体", "level 2"),
    FaceRole.HEI: ("黑体", "level 1"),
    FaceRole.SONG: ("宋体", "page number"),
    FaceRole.LATIN: ("西文", "Latin"),
    FaceRole.EXT1: ("生僻字一", "rare characters 1"),
    FaceRole.EXT2: ("生僻字二", "rare characters 2"),
}
_ORIGINS = {
    "given": ("指定", "given"),
    "installed": ("本机", "installed"),
    "bundled": ("随附", "bundled"),
}


def list_fonts(options: RenderOptions, *, as_json: bool, words: Words) -> None:
    """Print, for each role, the face that a PDF would use and the name that a DOCX carries."""
    book = font_book(options)
    choices = [book.choice(role) for role in FaceRole]
    if as_json:
        rows = [
            {
                "role": choice.role.value,
                "origin": choice.origin,
                "family": choice.family,
                "path": str(choice.path),
                "index": choice.collection_index,
                "docx_name": _docx_name(choice.role),
            }
            for choice in choices
        ]
        print_json(rows)
        return
    for choice in choices:
        name = _docx_name(choice.role)
        in_docx = f"  DOCX: {name}" if name else ""
        role = words(*_ROLE_NAMES[choice.role])
        origin = words(*_ORIGINS[choice.origin])
        say(f"{choice.role.value} ({role}): {origin} {choice.family}  {choice.path}{in_docx}")


def _docx_name(role: FaceRole) -> str | None:
    return None if role in (FaceRole.EXT1, FaceRole.EXT2) else docx_name(role.value)


def install(words: Words) -> None:
    """Put the bundled faces and their aliases where LibreOffice finds them.

    Raises:
        GovdocsError: this system has no fontconfig, or a file cannot be written.
    """
    written = install_fonts(
        environment_of(RenderOptions()).fonts,
        fonts_folder=user_data_directory() / "fonts",
        fontconfig_folder=user_config_directory() / "fontconfig",
    )
    for path in written:
        say(str(path))
    if not written:
        say(words("字体已在原处，没有改动", "everything is in place already"))
    if cache := shutil.which("fc-cache"):
        subprocess.run([cache], check=False)
