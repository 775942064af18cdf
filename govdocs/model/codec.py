"""Documents as JSON and back, without loss: ``decode(encode(document)) == document``.

The JSON has one object per node. A block's ``kind`` is its class in lower case; fields that have
their default value are left out; text in one plain run is a string, other text a list of runs;
dates are ISO 8601; the bytes of pictures are base64; a Decimal is a string.
"""

from __future__ import annotations

import base64
import binascii
import datetime
import enum
import json
from collections.abc import Callable
from dataclasses import MISSING, Field, fields
from decimal import Decimal, InvalidOperation
from typing import Any, TypeAlias

from govdocs.errors import CodecError, ModelError, UsageError
from govdocs.model.chart import Chart, ChartForm, Number, Series
from govdocs.model.nodes import (
    Alignment,
    Attachment,
    Attendance,
    Cell,
    Document,
    Figure,
    HeaderBlock,
    Imprint,
    InlineRole,
    Item,
    MainPart,
    Paragraph,
    Run,
    Section,
    SignatureStamp,
    Signing,
    Table,
)

Json: TypeAlias = dict[str, Any]

FORMAT = "govdocs-document-1"
"""The value of ``format`` in the outermost object."""

_BLOCKS = {cls.__name__.lower(): cls for cls in (Section, Item, Paragraph, Table, Figure, Chart)}
_DEEPEST = 64  # a document nests far less; a hostile text must not exhaust the stack


def encode(document: Document, *, indent: int | None = None) -> str:
    """A document as JSON text (UTF-8 characters as they are).

    Raises:
        UsageError: it is no ``Document``.
    """
    if not isinstance(document, Document):
        name = type(document).__name__
        raise UsageError(
            f"encode 要的是 Document，得到 {name}", f"encode takes a Document, got {name}"
        )
    content = {"format": FORMAT, **_fields_of(document)}
    return json.dumps(content, ensure_ascii=False, indent=indent)


def decode(text: str | bytes) -> Document:
    """The document that a JSON text describes.

    Raises:
        CodecError: the text is no JSON, or describes no document; the place is named.
    """
    try:
        data = json.loads(text, object_pairs_hook=_without_repeated)
    except CodecError:
        raise
    except (TypeError, ValueError, RecursionError) as error:
        raise CodecError(f"不是合法的 JSON：{error}", f"not valid JSON: {error}", at="$") from error
    if not isinstance(data, dict) or data.pop("format", None) != FORMAT:
        raise CodecError(
            f"不是 govdocs 文档：最外层应为对象，且 format 为 {FORMAT!r}",
            f"not a govdocs document: expected an object with format {FORMAT!r}",
            at="$",
        )
    document: Document = _object(Document, data, "$")
    return document


def _without_repeated(pairs: list[tuple[str, Any]]) -> Json:
    """An object of its pairs; a name that stands twice would lose one of its values in silence."""
    found: Json = {}
    for name, value in pairs:
        if name in found:
            raise CodecError(
                f"同一对象中字段 {name!r} 出现两次",
                f"field {name!r} stands twice in one object",
                at=f"$…{name!r}",
            )
        found[name] = value
    return found


def _fields_of(node: Any) -> Json:
    return {
        entry.name: _encoded(value)
        for entry in fields(node)
        if (value := getattr(node, entry.name)) != _default(entry)
    }


def _default(entry: Field[Any]) -> object:
    return entry.default if entry.default is not MISSING else MISSING


def _encoded(value: Any) -> Any:
    if isinstance(value, tuple):
        if value and all(isinstance(part, Run) for part in value):
            return _encoded_runs(value)
        return [_encoded(part) for part in value]
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, Decimal):
        return str(value)
    kind = type(value).__name__.lower()
    if kind in _BLOCKS:
        return {"kind": kind, **_fields_of(value)}
    return _fields_of(value) if hasattr(value, "__dataclass_fields__") else value


def _encoded_runs(runs: tuple[Run, ...]) -> Any:
    if len(runs) == 1 and runs[0].role is InlineRole.PLAIN:
        return runs[0].text
    return [_fields_of(run) for run in runs]


def _object(cls: Any, data: Any, at: str, depth: int = 0) -> Any:
    if not isinstance(data, dict):
        raise _wrong(at, "对象", "an object", data)
    if depth > _DEEPEST:
        raise CodecError("嵌套过深", "nested too deeply", at=at)
    known = {entry.name: entry for entry in fields(cls)}
    for name in data:
        if name not in known:
            raise CodecError(
                f"没有名为 {name!r} 的字段；{cls.__name__} 有：{'、'.join(known)}",
                f"no field {name!r}; {cls.__name__} has: {', '.join(known)}",
                at=at,
            )
    values = {
        name: _DECODERS[cls, name](value, f"{at}.{name}", depth + 1) for name, value in data.items()
    }
    for name, entry in known.items():
        if entry.default is MISSING and name not in values:
            raise CodecError(f"缺少字段 {name!r}", f"field {name!r} is missing", at=at)
    try:
        return cls(**values)
    except ModelError as error:
        raise CodecError(error.zh, error.en, at=at) from error


def _wrong(at: str, zh: str, en: str, data: object) -> CodecError:
    # A container is not written out: it may be large, or nested as deep as the stack allows.
    if isinstance(data, dict | list):
        shown = "{…}" if isinstance(data, dict) else "[…]"
    else:
        shown = json.dumps(data, ensure_ascii=False)[:40]
    shown = shown.encode("utf-8", "backslashreplace").decode()  # a lone surrogate cannot be printed
    return CodecError(f"应为{zh}，得到 {shown}", f"expected {en}, got {shown}", at=at)


Decoder: TypeAlias = Callable[[Any, str, int], Any]


def _plain(kind: type, zh: str, en: str) -> Decoder:
    def decoder(data: Any, at: str, depth: int) -> Any:
        if type(data) is not kind:
            raise _wrong(at, zh, en, data)
        return data

    return decoder


_text = _plain(str, "字符串", "a string")
_whole = _plain(int, "整数", "a whole number")
_flag = _plain(bool, "true 或 false", "true or false")


def _number(data: Any, at: str, depth: int) -> float:
    if type(data) not in (int, float):
        raise _wrong(at, "数字", "a number", data)
    number: float = data
    return number


def _optional(decoder: Decoder) -> Decoder:
    return lambda data, at, depth: None if data is None else decoder(data, at, depth)


def _list(decoder: Decoder) -> Decoder:
    def decode_list(data: Any, at: str, depth: int) -> tuple[Any, ...]:
        if not isinstance(data, list):
            raise _wrong(at, "列表", "a list", data)
        return tuple(decoder(part, f"{at}[{i}]", depth) for i, part in enumerate(data))

    return decode_list


def _node(cls: type) -> Decoder:
    return lambda data, at, depth: _object(cls, data, at, depth)


def _runs(data: Any, at: str, depth: int) -> tuple[Run, ...]:
    if isinstance(data, str):
        data = [{"text": data}]
    runs: tuple[Run, ...] = _list(_node(Run))(data, at, depth)
    return runs


def _block(data: Any, at: str, depth: int) -> Any:
    kind = data.get("kind") if isinstance(data, dict) else None
    if not isinstance(kind, str) or kind not in _BLOCKS:
        kinds = ", ".join(_BLOCKS)
        raise _wrong(at, f"带 kind 的块（{kinds}）", f"a block with a kind ({kinds})", data)
    rest = {name: value for name, value in data.items() if name != "kind"}
    return _object(_BLOCKS[kind], rest, at, depth)


def _choice(cls: type[enum.StrEnum]) -> Decoder:
    def decoder(data: Any, at: str, depth: int) -> enum.StrEnum:
        if not isinstance(data, str) or data not in list(cls):
            choices = ", ".join(cls)
            raise _wrong(at, f"其中之一：{choices}", f"one of {choices}", data)
        return cls(data)

    return decoder


def _date(data: Any, at: str, depth: int) -> datetime.date:
    try:
        return datetime.date.fromisoformat(data)
    except (TypeError, ValueError):
        raise _wrong(at, "日期（如 2018-01-26）", "a date such as 2018-01-26", data) from None


def _value(data: Any, at: str, depth: int) -> Number:
    if type(data) in (int, float):
        number: Number = data
        return number
    try:
        return Decimal(data if isinstance(data, str) else "")
    except InvalidOperation:
        raise _wrong(
            at, "数字，或写成字符串的小数", "a number, or a decimal in a string", data
        ) from None


def _bytes(data: Any, at: str, depth: int) -> bytes:
    try:
        return base64.b64decode(data, validate=True)
    except (TypeError, ValueError, binascii.Error):
        raise _wrong(at, "base64 文本", "base64 text", data) from None


_blocks = _list(_block)
_texts = _list(_text)

_DECODERS: dict[tuple[type, str], Decoder] = {
    (cls, name): decoder
    for cls, decoders in (
        (Run, {"text": _text, "role": _choice(InlineRole)}),
        (Paragraph, {"content": _runs}),
        (Item, {"level": _whole, "number": _whole, "content": _runs}),
        (
            Section,
            {
                "level": _whole,
                "number": _whole,
                "heading": _runs,
                "run_in": _runs,
                "blocks": _blocks,
            },
        ),
        (
            Cell,
            {"content": _runs, "colspan": _whole, "rowspan": _whole, "align": _choice(Alignment)},
        ),
        (
            Table,
            {
                "rows": _list(_list(_node(Cell))),
                "head_rows": _whole,
                "column_widths": _optional(_list(_number)),
                "type_size": _optional(_text),
                "keep_together": _flag,
                "caption": _text,
                "unit": _text,
                "notes": _texts,
                "landscape": _flag,
            },
        ),
        (
            Figure,
            {"data": _bytes, "alt": _text, "caption": _text, "width_mm": _optional(_number)},
        ),
        (Series, {"name": _text, "values": _list(_optional(_value))}),
        (
            Chart,
            {
                "form": _choice(ChartForm),
                "title": _text,
                "categories": _texts,
                "series": _list(_node(Series)),
                "unit": _text,
                "alt": _text,
                "width_mm": _optional(_number),
                "height_mm": _optional(_number),
            },
        ),
        (
            Attachment,
            {"title": _text, "number": _optional(_whole), "blocks": _blocks, "bound": _flag},
        ),
        (SignatureStamp, {"office": _text, "name": _text}),
        (Attendance, {"label": _text, "people": _text}),
        (
            HeaderBlock,
            {
                "copy_number": _optional(_text),
                "secrecy": _optional(_text),
                "urgency": _optional(_text),
                "issuer_mark": _texts,
                "mark_word": _text,
                "document_number": _optional(_text),
                "signatories": _texts,
            },
        ),
        (
            MainPart,
            {
                "title": _text,
                "title_lines": _texts,
                "title_note": _optional(_text),
                "addressees": _texts,
                "body": _blocks,
                "attachment_note": _texts,
                "attendance": _list(_node(Attendance)),
                "signature": _texts,
                "signing": _choice(Signing),
                "stamps": _list(_node(SignatureStamp)),
                "date_of_issue": _optional(_date),
                "remark": _optional(_text),
                "attachments": _list(_node(Attachment)),
            },
        ),
        (
            Imprint,
            {
                "addressed_to": _texts,
                "copied_to": _texts,
                "printing_office": _optional(_text),
                "date_of_printing": _optional(_date),
                "others": _texts,
            },
        ),
        (
            Document,
            {
                "header_block": _optional(_node(HeaderBlock)),
                "main_part": _node(MainPart),
                "imprint": _optional(_node(Imprint)),
                "issuer": _optional(_text),
                "year": _optional(_whole),
                "kind": _optional(_text),
                "form": _optional(_text),
            },
        ),
    )
    for name, decoder in decoders.items()
}
