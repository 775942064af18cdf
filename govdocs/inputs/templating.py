"""Templates: text and pieces of text in a part of Jinja's language, filled from plain data.

A template sees a copy of the data and nothing else: no attribute of a Python object, no file
outside the folders, no function but macros, ``range`` and ``namespace``. What it may take is
bounded (:class:`TemplateLimits`; what is measured where stands in :mod:`.sandbox.environment`).

The data is str, int, Decimal, float, bool, date, None, and lists, tuples and mappings of these.
``t2.新收.总计`` is the key 总计 of the key 新收 of t2; ``t2["（一）"]`` takes any key. A field that
is None counts as blank: it is false, ``is none``, and an error where it is printed, calculated
with or filtered, but for ``|默认(…)``. Numbers are calculated as exact decimals.

Filters: number 数字, grouped 千分位, percent 百分比, change 变化, round 四舍五入, abs 绝对值,
sum 合计, max 最大, min 最小, chinese 中文数字, chinese_count 中文计数, chinese_year 中文年份,
date 日期, chinese_date 中文日期, default 默认, join 连接, replace 替换, length 长度, first 首项,
last 末项, items 各项, trim 去空白, upper, lower.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from govdocs.errors import TemplateError
from govdocs.inputs.sandbox.limits import TemplateLimits as TemplateLimits
from govdocs.inputs.sandbox.refusal import Refusal

if TYPE_CHECKING:
    from govdocs.inputs.sandbox.files import Found, TemplateFiles

_MARKS = ("{{", "{%", "{#")
_DEFAULT_LIMITS = TemplateLimits()


def render_text(
    source: str,
    data: Mapping[str, object],
    *,
    name: str,
    limits: TemplateLimits = _DEFAULT_LIMITS,
) -> str:
    """A text with its ``{{ … }}`` filled in; a text without marks of a template is itself.

    Lines of a text with marks end in a line feed; a line that holds only a tag leaves no line.

    Args:
        source: the text, as somebody typed it.
        data: plain values by name; copied.
        name: what errors call the text, e.g. the field it stands in.
        limits: what the rendering may take.

    Raises:
        TemplateError: broken syntax, a field that is missing or blank, something that is not
            allowed, or a limit passed; ``at`` is ``name:line``, ``field`` the dotted path.
    """
    if not any(mark in source for mark in _MARKS):
        return source
    # Imported here: it loads jinja2, and most texts hold no template.
    from govdocs.inputs.sandbox.running import run_text

    return run_text(source, data, name, limits)


class Templates:
    """The template files of some folders, each a file of macros; the first folder wins.

    A file in an earlier folder may define some macros of a file of the same name in a later one:
    the others are taken from there. In it, ``{% import "its/own/name.jinja" as base %}`` is the
    file that it stands in for. Files are read once; threads may share one object.
    """

    __slots__ = ("_files", "_folders", "_limits")

    def __init__(self, folders: Sequence[Path], limits: TemplateLimits = _DEFAULT_LIMITS) -> None:
        """Take templates from folders, the first before the next; nothing is read yet."""
        self._folders = tuple(folders)
        self._limits = limits
        self._files: TemplateFiles | None = None

    def piece(self, name: str, macro: str, data: Mapping[str, object]) -> str:
        """The text of one macro, which is called without arguments and sees the data.

        Args:
            name: the file below a folder, with ``/`` and ``.jinja``: annual_report/2021.jinja.
            macro: a macro that the file, in any of the folders, defines at its top level.
            data: plain values by name; copied.

        Raises:
            TemplateError: no folder has such a macro, or as :func:`render_text`; ``at`` is
                ``file:line``.
        """
        from govdocs.inputs.sandbox.running import run_macro  # loads jinja2

        found = self._find(name, macro)
        if found is None:
            raise TemplateError(
                f"{name} 中没有“{macro:.40}”；请用 {{% macro {macro:.40}() %}} 定义",
                f"no folder's {name} defines {{% macro {macro:.40}() %}}; add it",
                at=name,
            )
        shown = str(self._folders[found.folder] / name)
        return run_macro(found.compiled, macro, data, shown, self._loaded(), self._limits)

    def has_piece(self, name: str, macro: str) -> bool:
        """Whether a folder's file of that name defines the macro.

        Raises:
            TemplateError: the name is no template's, or a file on the way is broken.
        """
        return self._find(name, macro) is not None

    def _find(self, name: str, macro: str) -> Found | None:
        try:
            return self._loaded().find(name, having=lambda file: macro in file.macros)
        except Refusal as error:
            raise TemplateError(error.zh, error.en, at=name) from error

    def _loaded(self) -> TemplateFiles:
        if self._files is None:
            from govdocs.inputs.sandbox.files import TemplateFiles  # loads jinja2

            self._files = TemplateFiles(self._folders, self._limits)
        return self._files
