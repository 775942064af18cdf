"""YAML and JSON to an official document: Chinese or English keys, every fault with its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import ValidationError

from govdocs.errors import InputError, ReportError
from govdocs.findings import Finding, Severity
from govdocs.formatting.dates import date_text, parse_date
from govdocs.inputs.text.decoding import decode
from govdocs.inputs.text.log import FindingLog
from govdocs.inputs.tree import Node, Tree, load_tree
from govdocs.kinds.facts import Facts, chinese_name
from govdocs.kinds.field_names import child, fault_of, field_names
from govdocs.kinds.official.content import OfficialAttachment, Part
from govdocs.kinds.official.document import OfficialDocument, Organ, Stamp
from govdocs.kinds.official.kinds import kind_class
from govdocs.kinds.official.rules import all_kinds, rules_of
from govdocs.kinds.source_lines import SourceLine, SourceTexts
from govdocs.messages.quoting import shortened

_INNER: dict[str, type[Facts]] = {
    "发文机关": Organ,
    "签名章": Stamp,
    "附件": OfficialAttachment,
    "正文": Part,
}
NAMES = field_names(OfficialDocument, _INNER)
"""The names of an official document's fields."""

_DATES = ("成文日期", "印发日期")
_KIND_KEYS = ("文种", "kind")


class Decoded(NamedTuple):
    """An official document read from data.

    Attributes:
        official: the document's facts, in the class of its kind.
        findings: what its values are printed otherwise than they were written.
        texts: source lines of each field, line by line, by the name that findings give it.
    """

    official: OfficialDocument
    findings: tuple[Finding, ...]
    texts: Mapping[str, tuple[SourceLine, ...]]


def decode_official(
    data: str | bytes, *, name: str | None = None, format: Literal["yaml", "json"] = "yaml"
) -> Decoded:
    """Read an official document from YAML or JSON.

    Args:
        data: the whole source.
        name: what to call it in messages; if it is a path, files that the data names are looked
            for in its folder. Without a name the data may name no file.
        format: ``"yaml"`` or ``"json"``.

    Raises:
        InputError: it is no YAML or JSON, or says no kind.
        ReportError: fields are wrong; it holds each with its line.
    """
    tree = load_tree(data, name=name, format=format)
    # Lines of a text differ from those of its source in JSON, where a string is one line.
    source = "" if format == "json" else _source_text(data, name)
    return decoded(tree, SourceTexts(tree, source))


def decoded(tree: Tree, source: SourceTexts) -> Decoded:
    """An official document of data that was read."""
    value = tree.value
    if not isinstance(value, dict):
        raise InputError(
            "应为“文种: 通知”这样的“键: 值”", "expected keys with values, as “kind: notice”",
            at=tree.name,
        )  # fmt: skip
    given = {key: each for key, each in value.items() if each is not None}
    model = _class_of(given, tree.name)
    context = {"folder": None if tree.name is None else Path(tree.name).parent}
    try:
        official = model.model_validate(given, context=context)
    except ValidationError as error:
        raise ReportError(tuple(_fault(each, tree) for each in error.errors()), at=tree.name) from (
            error
        )
    texts = dict(_text_lines(tree, source))
    return Decoded(official, tuple(_rewritten_dates(given, texts)), texts)


def _source_text(data: str | bytes, name: str | None) -> str:
    return data if isinstance(data, str) else decode(data, name, FindingLog())


def _class_of(given: Mapping[str, Node], name: str | None) -> type[OfficialDocument]:
    kind = next((given[key] for key in _KIND_KEYS if key in given), None)
    if kind is None:
        known = "、".join(each.name for each in all_kinds())
        raise InputError(
            f"没有写文种；请写“文种: 通知”之类（{known}）",
            f"the kind is missing; write “kind: notice” or the like ({known})",
            at=name,
        )
    is_known = isinstance(kind, str) and rules_of(kind) is not None
    # A wrong kind is told with the other faults, by the field's own rule.
    return kind_class(kind) if is_known and isinstance(kind, str) else OfficialDocument


def _fault(error: Mapping[str, object], tree: Tree) -> Finding:
    fault = fault_of(error, tree, NAMES)
    return Finding(id="bad-official-data", severity=Severity.ERROR, **fault._asdict())


def _rewritten_dates(
    given: Mapping[str, Node], texts: Mapping[str, tuple[SourceLine, ...]]
) -> Iterator[Finding]:
    """Dates that print otherwise than they were typed in Chinese: 2018年01月09日."""
    for key, value in given.items():
        field = key if key in _DATES else NAMES.other.get(key, "")
        date = parse_date(value) if field in _DATES and isinstance(value, str) else None
        if date and isinstance(value, str) and "年" in value and value != date_text(date):
            at = texts.get(field, ())
            yield Finding(
                id="official-date-form",
                severity=Severity.INFO,
                line=at[0].line if at else None,
                place=field,
                zh=f"{field}“{shortened(value)}”印作“{date_text(date)}”：用阿拉伯数字，月、日不编虚位"
                "（GB/T 9704—2012 7.3.5.4）",
                en=f"the date “{shortened(value)}” prints as “{date_text(date)}”: Arabic digits "
                "without padding (GB/T 9704-2012 7.3.5.4)",
                expected=date_text(date),
                found=value,
            )


def _text_lines(tree: Tree, source: SourceTexts) -> Iterator[tuple[str, tuple[SourceLine, ...]]]:
    """The lines of every field: 正文, ``正文 第2项``, ``附件 第1项 正文``."""
    if not isinstance(tree.value, dict):
        return
    for english, field in OfficialDocument.model_fields.items():
        name = chinese_name(field)
        for key in (name, english):
            if key in tree.value:
                yield from _lines_of(name, (key,), tree.value[key], source)


def _lines_of(
    name: str, path: tuple[str | int, ...], value: Node, source: SourceTexts
) -> Iterator[tuple[str, tuple[SourceLine, ...]]]:
    if lines := source.lines(path, value):
        yield name, lines
    for number, each in enumerate(value, 1) if isinstance(value, list) else ():
        yield from _item_lines(f"{name} 第{number}项", (*path, number - 1), each, source)
    if isinstance(value, dict):
        yield from _item_lines(f"{name} 第1项", path, value, source)


def _item_lines(
    name: str, path: tuple[str | int, ...], value: Node, source: SourceTexts
) -> Iterator[tuple[str, tuple[SourceLine, ...]]]:
    keys = value if isinstance(value, dict) else {}
    words = next((key for key in ("文字", "text") if key in keys), None)
    if words is not None:
        yield name, source.lines((*path, words), child(value, words))
    elif lines := source.lines(path, value):
        yield name, lines
    for key in ("正文", "body"):
        if key in keys:
            yield from _lines_of(f"{name} 正文", (*path, key), keys[key], source)
