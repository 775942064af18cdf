"""Template files: found in folders in order, read and compiled once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping, Sequence
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, Template, TemplateNotFound
from jinja2.loaders import BaseLoader

from govdocs.errors import InputError, TemplateError
from govdocs.inputs.sandbox.compiling import Compiled, compiled
from govdocs.inputs.sandbox.limits import TemplateLimits
from govdocs.inputs.sandbox.refusal import Refusal
from govdocs.inputs.text.decoding import decode
from govdocs.inputs.text.log import FindingLog
from govdocs.messages.os_errors import reason_of
from govdocs.messages.quoting import shortened

ENDING = ".jinja"
"""How the name of a template file ends."""

_MARK = "|"


class Found(NamedTuple):
    """A template file: the position of its folder, and what it was compiled to."""

    folder: int
    compiled: Compiled


class TemplateFiles:
    """The template files below some folders; the first folder that has a name wins.

    Files are read at first use and kept, so that one set of files serves a whole batch. Threads
    may share it: at worst two of them compile the same file.
    """

    __slots__ = ("_folders", "_known", "_limits")

    def __init__(self, folders: Sequence[Path], limits: TemplateLimits) -> None:
        self._folders = tuple(folders)
        self._limits = limits
        self._known: dict[tuple[int, str], Compiled | None] = {}

    def find(
        self, name: str, *, first: int = 0, having: Callable[[Compiled], bool] | None = None
    ) -> Found | None:
        """The first file of that name, from a folder on, that has what is asked for.

        Raises:
            Refusal: the name leads out of the folders, or is no template's.
            TemplateError: a file on the way cannot be read or compiled.
        """
        _check(name)
        for place in range(first, len(self._folders)):
            file = self._file(place, name)
            if file is not None and (having is None or having(file)):
                return Found(place, file)
        return None

    def _file(self, place: int, name: str) -> Compiled | None:
        key = (place, name)
        if key not in self._known:
            self._known[key] = self._read(place, name)
        return self._known[key]

    def _read(self, place: int, name: str) -> Compiled | None:
        path = self._folders[place] / name
        try:
            real = path.resolve(strict=True)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, RuntimeError, ValueError) as error:  # a ring of links, say
            raise _unreadable(path, error) from error
        if not real.is_file():
            return None
        if not real.is_relative_to(self._folders[place].resolve()):
            raise TemplateError(
                "这个模板文件经链接指到模板文件夹之外，不予读取",
                "this template is a link that leads out of its folder; it is not read",
                at=str(path),
            )
        return compiled(self._text(real, path), str(path), f"{place}{_MARK}{name}", self._limits)

    def _text(self, real: Path, path: Path) -> str:
        try:
            # In UTF-8 and GB18030 a character takes four bytes at most; one more shows an excess.
            with real.open("rb") as file:
                data = file.read(4 * self._limits.characters + 1)
            return decode(data, str(path), FindingLog()).removeprefix("\ufeff")
        except OSError as error:
            raise _unreadable(path, error) from error
        except InputError as error:
            raise TemplateError(error.zh, error.en, at=error.at) from error


def _check(name: str) -> None:
    parts = name.split("/")
    plain = all(part.strip(". ") and not set(part) & set('\\:|<>"?*\0\n') for part in parts)
    if not plain or not name.endswith(ENDING):
        raise Refusal(
            f"“{shortened(name)}”不是模板文件名；应如 annual_report/2021{ENDING}，在模板文件夹之内",
            f"“{shortened(name)}” is no template's name; write it like annual_report/2021{ENDING}, "
            "inside the folders of templates",
        )


def _unreadable(path: Path, error: Exception) -> TemplateError:
    why = reason_of(error)
    return TemplateError(
        f"读不了模板：{why.zh}", f"cannot read the template: {why.en}", at=str(path)
    )


class FileLoader(BaseLoader):
    """Gives Jinja the files that include and import name."""

    def __init__(self, files: TemplateFiles) -> None:
        self._files = files

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, object] | None = None,
    ) -> Template:
        """The template of a name as :func:`joined` makes it.

        Raises:
            TemplateNotFound: no folder has it.
        """
        first, _, wanted = name.partition(_MARK)
        found = self._files.find(wanted, first=int(first))
        if found is None:
            raise TemplateNotFound(wanted)
        return template_of(found.compiled, environment)


def joined(template: str, parent: str) -> str:
    """The name to load for a name in a file.

    A file that names itself means the one it stands in for, in a later folder: so a user's file
    may import what it overrides.
    """
    folder, mark, own = parent.partition(_MARK)
    first = int(folder) + 1 if mark and own == template else 0
    return f"{first}{_MARK}{template}"


def template_of(file: Compiled, environment: Environment) -> Template:
    """A compiled file as a template of one rendering's environment."""
    data: Mapping[str, object] = environment.globals
    return Template.from_code(environment, file.code, dict(data))
