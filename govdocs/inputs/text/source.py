"""Where the text comes from: a path, a text, bytes or a stream; what kind of file it is."""

from __future__ import annotations

import os
import re
from typing import NamedTuple, Protocol, TypeAlias

from govdocs.errors import InputError, UsageError
from govdocs.inputs.recognition import DATA_ENDINGS, Kind, kind_of, kind_of_text
from govdocs.inputs.text.decoding import decode
from govdocs.inputs.text.grid import Part, Written
from govdocs.inputs.text.log import FindingLog
from govdocs.inputs.text.regex import regex
from govdocs.messages.os_errors import reason_of
from govdocs.messages.quoting import shortened

MOST_CHARACTERS = 16_000_000
"""Characters of one text; far more than any report has."""


class Readable(Protocol):
    """A stream: ``read()`` gives all of it, text or bytes."""

    def read(self) -> str | bytes:
        """All that is left."""


Source: TypeAlias = str | os.PathLike[str] | bytes | bytearray | memoryview | Readable


class Loaded(NamedTuple):
    """The content of a source and the name to speak of it by.

    Attributes:
        name: its path or the stream's name, or None.
        text: the text of a plain text; empty for another kind of file.
        parts: the paragraphs and tables of a file that has such, or None.
    """

    name: str | None
    text: str = ""
    parts: tuple[Part, ...] | None = None

    @property
    def size(self) -> int:
        """Characters of it, those in tables counted."""
        return len(self.text) + sum(map(_size, self.parts or ()))


def _size(part: Part) -> int:
    if isinstance(part, Written):
        return len(part.text)
    return sum(len(cell.text) for row in part.rows for cell in row)


_FILE_NAME = regex(
    r"[^\n|]{1,250}\.(?:txt|md|text|docx?|docm|wps|rtf|odt|html?|pdf)", re.IGNORECASE
)


def load(source: Source, log: FindingLog) -> Loaded:
    """Read a source: a path or a ``str`` that names a file, other text, bytes, or a stream.

    Raises:
        InputError: the file cannot be read, is of no kind that can be, or is too long.
        UsageError: the source is none of these.
    """
    loaded = _loaded(source, log)
    size = loaded.size
    if size > MOST_CHARACTERS:
        raise InputError(
            f"文本有 {size} 个字符，超过 {MOST_CHARACTERS} 个；请分成几份",
            f"the text has {size} characters, more than {MOST_CHARACTERS}; split it",
            at=loaded.name,
        )
    return loaded


def _loaded(source: Source, log: FindingLog) -> Loaded:
    if isinstance(source, str):
        return _from_str(source, log)
    if isinstance(source, bytes | bytearray | memoryview):
        return _from_bytes(bytes(source), None, log)
    if isinstance(source, os.PathLike):
        return _from_file(os.fspath(source), log)
    if callable(getattr(source, "read", None)):
        return _from_stream(source, log)
    raise UsageError(
        f"不能从 {type(source).__name__} 读取；应为路径、文本、字节或流",
        f"cannot read from {type(source).__name__}; give a path, text, bytes or a stream",
    )


def _from_str(source: str, log: FindingLog) -> Loaded:
    if "\n" not in source and _is_file(source):
        return _from_file(source, log)
    if _FILE_NAME.fullmatch(source):
        log.warning(
            "no-such-file",
            f"没有名为“{shortened(source)}”的文件，按正文读取",
            f"no file is named {shortened(source)!r}; it was read as text",
            line=1,
        )
    return _from_text(source, None, log)


def _from_text(text: str, name: str | None, log: FindingLog) -> Loaded:
    text = text.removeprefix("\ufeff")
    kind = kind_of_text(text)
    if kind is Kind.TEXT:
        return Loaded(name, text)
    return _from_file_of(kind, text.encode("utf-8", "replace"), name, log)


def _from_bytes(data: bytes, name: str | None, log: FindingLog) -> Loaded:
    kind = kind_of(data, name)
    if kind is Kind.TEXT:
        return Loaded(name, decode(data, name, log))
    return _from_file_of(kind, data, name, log)


def _from_file_of(kind: Kind, data: bytes, name: str | None, log: FindingLog) -> Loaded:
    # What reads files starts programs and unpacks archives: much to import for a plain text.
    from govdocs.inputs.office import read_file

    return Loaded(name, parts=read_file(data, kind, name, log))


def _is_file(name: str) -> bool:
    try:
        return os.path.isfile(name)
    except ValueError:  # a NUL or a lone surrogate, which no file name holds
        return False


def _from_file(path: str, log: FindingLog) -> Loaded:
    try:
        with open(path, "rb") as file:
            data = file.read()
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    # Its keys would be set as the words of a text, and nobody would be told.
    if os.path.splitext(path)[1].lower() in DATA_ENDINGS:
        raise InputError(
            "这是数据文件，不是文本；公文请用 read_official 读取，年度报告用 read_report，"
            "govdocs 的 JSON 文档用 decode",
            "this is a file of data and no text; read a 公文 with read_official, a yearly report "
            "with read_report, and a document that govdocs encoded with decode",
            at=path,
        )
    return _from_bytes(data, path, log)


def _unreadable(path: str, error: Exception) -> InputError:
    shown = path.encode("utf-8", "backslashreplace").decode()
    why = reason_of(error)
    return InputError(f"读不了文件：{why.zh}", f"cannot read the file: {why.en}", at=shown)


def _from_stream(stream: Readable, log: FindingLog) -> Loaded:
    name = getattr(stream, "name", None)
    name = name if isinstance(name, str) else None
    try:
        content = stream.read()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"读不了：{error}；文本流请以 UTF-8 打开，或给出字节流",
            f"cannot be read: {error}; open it as UTF-8, or give a binary stream",
            at=name,
        ) from error
    if isinstance(content, bytes | bytearray | memoryview):
        return _from_bytes(bytes(content), name, log)
    if isinstance(content, str):
        return _from_text(content, name, log)
    raise UsageError(
        f"流的 read() 应给出文本或字节，得到 {type(content).__name__}",
        f"the stream's read() must give text or bytes, got {type(content).__name__}",
        at=name,
    )
