"""What went wrong while a template ran, with its file, line and field."""

from __future__ import annotations

from difflib import get_close_matches
from types import TracebackType
from typing import NamedTuple

from jinja2 import Template, TemplateNotFound
from jinja2.utils import missing

from govdocs.errors import TemplateError
from govdocs.inputs.sandbox.environment import MissingField
from govdocs.inputs.sandbox.plain import PlainData, kind_zh
from govdocs.inputs.sandbox.refusal import Refusal
from govdocs.messages.paths import path_text
from govdocs.messages.quoting import shortened

_MOST_NAMES = 12
"""Names that a message lists."""


class _Words(NamedTuple):
    zh: str
    en: str
    field: str | None = None


def template_error(error: Exception, data: PlainData | None, shown: str) -> TemplateError:
    """The error to raise for one that stopped a template.

    Args:
        error: as it came out of Jinja.
        data: what the template saw; None if it was not even copied.
        shown: what the template is called, where the traceback does not tell.
    """
    if isinstance(error, TemplateError):
        return error
    words = _words(error, data)
    return TemplateError(
        words.zh, words.en, at=_place(error.__traceback__) or shown, field=words.field
    )


def _place(traceback: TracebackType | None) -> str | None:
    """``file:line`` of the innermost template on the way to the error."""
    place = None
    while traceback is not None:
        template = traceback.tb_frame.f_globals.get("__jinja_template__")
        if isinstance(template, Template):
            line = template.get_corresponding_lineno(traceback.tb_lineno)
            place = f"{template.filename}:{line}"
        traceback = traceback.tb_next
    return place


def _words(error: Exception, data: PlainData | None) -> _Words:
    match error:
        case Refusal():
            return _Words(error.zh, error.en, error.field)
        case MissingField():
            return _missing(error, data)
        case RecursionError() | MemoryError():
            return _Words(
                "模板嵌套太深或所需内存太多；请核对宏是否调用了自身",
                "the template nests too deeply or needs too much memory; check for recursion",
            )
        case TemplateNotFound():
            name = shortened(str(error.name))
            return _Words(f"模板文件夹中没有“{name}”", f"the folders of templates have no “{name}”")
    reason = f"{type(error).__name__}: {error!s:.120}"
    return _Words(f"模板执行出错（{reason}）", f"the template failed ({reason})")


def _missing(error: MissingField, data: PlainData | None) -> _Words:
    container, name = error.container, error.name
    if name is None:
        return _Words(f"没有值（{error!s:.120}）", f"there is no value ({error!s:.120})")
    path = data.path_of(container) if data else None
    if container is missing or path is not None:
        field = path_text((*(path or ()), name), "en")
    else:
        field = str(name)
    shown = shortened(field)
    if isinstance(container, list | tuple | range | str) and isinstance(name, int):
        return _Words(
            f"没有“{shown}”：只有 {len(container)} 项，从 0 数起",
            f"there is no “{shown}”: it has {len(container)} items, counted from 0",
            field,
        )
    if container is missing:
        names = list(data.values) if data else []
    elif isinstance(container, dict):
        names = list(container)
    else:
        kind = type(container).__name__
        return _Words(
            f"{kind_zh(container)}没有字段“{shown}”；过滤器请写 |{shown}",
            f"a {kind} has no field “{shown}”; a filter is written |{shown}",
            field,
        )
    return _named(field, str(name), names)


def _named(field: str, name: str, names: list[str]) -> _Words:
    near = get_close_matches(name[:40], names, n=1, cutoff=0.5)
    listed = [shortened(each) for each in names[:_MOST_NAMES]]
    more = "…" if len(names) > _MOST_NAMES else ""
    if near:
        hint_zh, hint_en = f"是否为“{near[0]}”？", f"did you mean “{near[0]}”?"
    else:
        hint_zh = f"可用：{'、'.join(listed)}{more}" if names else "这里没有任何字段"
        hint_en = f"known: {', '.join(listed)}{more}" if names else "there are no fields here"
    shown = shortened(field)
    return _Words(f"没有字段“{shown}”；{hint_zh}", f"no field “{shown}”; {hint_en}", field)
