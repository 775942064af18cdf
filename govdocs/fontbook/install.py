"""The bundled faces for other programs: copies of them, and fontconfig aliases that lead there.

A DOCX file names the official faces (仿宋_GB2312 ...). LibreOffice on Linux asks fontconfig for
them; the alias file answers with an installed official face if there is one, else with ours.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from govdocs.errors import FontError, UsageError
from govdocs.fontbook.official import docx_name, official_names, official_roles
from govdocs.messages.os_errors import reason_of

_ALIAS_FILE = "conf.d/60-govdocs.conf"
_HAN_FALLBACK = ("song", "ext1", "ext2")
_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<!-- Written by "govdocs fonts install"; removing this file undoes it. -->
<fontconfig>
  <description>Official faces of Chinese government documents, else the Govdocs faces</description>
"""


class _Bundled(NamedTuple):
    file: str
    family: str


def install_fonts(
    environment_fonts: Path,
    *,
    fonts_folder: Path,
    fontconfig_folder: Path,
    platform: str = sys.platform,
) -> tuple[Path, ...]:
    """Copy the bundled faces and write the fontconfig aliases; a second call changes nothing.

    Each file is written beside its place and then renamed, so no program sees half a font.

    Args:
        environment_fonts: folder of the bundled faces and their ``fonts.json``.
        fonts_folder: the user's font folder; the faces go to ``govdocs`` in it.
        fontconfig_folder: the user's fontconfig folder; gets ``conf.d/60-govdocs.conf``.
        platform: as in ``sys.platform``.

    Returns:
        The files written or replaced; empty if all were in place.

    Raises:
        UsageError: the platform has no fontconfig.
        FontError: ``fonts.json`` or a face cannot be read, or a file cannot be written.
    """
    if platform in {"win32", "darwin"}:
        raise _no_fontconfig(environment_fonts)
    bundled = _bundled_faces(environment_fonts)
    target = fonts_folder / "govdocs"
    try:
        wanted = {target / file: (environment_fonts / file) for file, _ in bundled.values()}
        written = [path for path, source in wanted.items() if _place(path, source.read_bytes())]
        aliases = fontconfig_folder / _ALIAS_FILE
        if _place(aliases, alias_file(bundled).encode()):
            written.append(aliases)
    except OSError as error:
        why = reason_of(error)
        raise FontError(
            f"无法安装字体：{why.zh}",
            f"the fonts cannot be installed: {why.en}",
            at=error.filename and str(error.filename),
        ) from error
    return tuple(written)


def alias_file(bundled: Mapping[str, _Bundled]) -> str:
    """The text of the fontconfig file: one rule for each name of an official face.

    The name that a program asks for stays first; after it come the names that rank below it in
    its role, then the bundled face, then the faces for rare Han characters. An installed
    official face therefore always goes before ours.
    """
    rules = dict[str, str]()
    for role in official_roles():
        # a bold face shares the name of its regular one; fontconfig picks the weight itself
        rules.setdefault(docx_name(role), "".join(_rules(role, bundled)))
    return f"{_HEAD}{''.join(rules.values())}</fontconfig>\n"


def _rules(role: str, bundled: Mapping[str, _Bundled]) -> Iterator[str]:
    """The rules of one role, the lowest name first.

    fontconfig runs the rules in order and a rule also sees the names that an earlier one added,
    so a rule must come after those of the names that it adds. Each rule has one name: more in
    one ``<alias>`` or ``<test>`` are not supported.
    """
    fallback = tuple(dict.fromkeys(bundled[face].family for face in (role, *_HAN_FALLBACK)))
    names = official_names(role)
    for rank in reversed(range(len(names))):
        lower = names[rank + 1 :]
        yield f'  <alias binding="same">\n    <family>{escape(names[rank])}</family>\n'
        yield "    <accept>\n"
        yield from (f"      <family>{escape(name)}</family>\n" for name in (*lower, *fallback))
        yield "    </accept>\n  </alias>\n"


def _bundled_faces(folder: Path) -> Mapping[str, _Bundled]:
    """Role -> file name and family of each bundled face."""
    manifest = folder / "fonts.json"
    try:
        faces = json.loads(manifest.read_text(encoding="utf-8"))["faces"]
        return {role: _Bundled(face["file"], face["family"]) for role, face in faces.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise FontError(
            "读不到随附字体的清单 fonts.json，请重新安装 govdocs",
            "the list of bundled fonts, fonts.json, cannot be read; install govdocs again",
            at=str(manifest),
        ) from error


def _place(path: Path, content: bytes) -> bool:
    """Make the file hold the content; whether it did not before."""
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return True


def _no_fontconfig(fonts: Path) -> UsageError:
    return UsageError(
        f"本系统不用 fontconfig，无法自动安装。请打开文件夹 {fonts}，双击其中各 .ttf 文件安装；"
        "Word 里再用“字体替换”把缺少的公文字体换成 Govdocs 字体",
        "this system has no fontconfig, so nothing was installed. Open the folder "
        f"{fonts} and double-click its .ttf files to install them; in Word, Font Substitution "
        "then maps a missing official face to the Govdocs face",
    )
