"""Bytes to text: BOM first, then strict UTF-8, then GB18030."""

from __future__ import annotations

import codecs
import re

from govdocs.errors import InputError
from govdocs.inputs.text.log import FindingLog
from govdocs.inputs.text.regex import regex

# The longer marks first: the UTF-32 LE mark begins with the UTF-16 LE one.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_FILE_KINDS = (
    (b"PK\x03\x04", "ZIP/DOCX/OFD"),
    (b"PK\x05\x06", "ZIP"),
    (b"%PDF", "PDF"),
    (b"\xd0\xcf\x11\xe0", "DOC/WPS/XLS"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"\x1f\x8b", "GZIP"),
)

# Two-byte codes that Python's gb18030 codec (the mapping of 2000) gives to private use.
# Source: GB 18030-2022; checked against glibc's iconv.
PRIVATE_USE = {
    "\ue78d": "\ufe10", "\ue78e": "\ufe12", "\ue78f": "\ufe11", "\ue790": "\ufe13",
    "\ue791": "\ufe14", "\ue792": "\ufe15", "\ue793": "\ufe16", "\ue794": "\ufe17",
    "\ue795": "\ufe18", "\ue796": "\ufe19", "\ue7c7": "\u1e3f", "\ue816": "\U00020087",
    "\ue817": "\U00020089", "\ue818": "\U000200cc", "\ue81e": "\u9fb4", "\ue826": "\u9fb5",
    "\ue82b": "\u9fb6", "\ue82c": "\u9fb7", "\ue831": "\U000215d7", "\ue832": "\u9fb8",
    "\ue83b": "\U0002298f", "\ue843": "\u9fb9", "\ue854": "\u9fba", "\ue855": "\U000241fe",
    "\ue864": "\u9fbb",
}  # fmt: skip
_PRIVATE_USE = regex(f"[{''.join(PRIVATE_USE)}]")

_ADVICE_ZH = "请另存为 UTF-8 编码的纯文本（.txt）再读"
_ADVICE_EN = "save it as plain text (.txt, UTF-8) and read that"


def decode(data: bytes, name: str | None, log: FindingLog) -> str:
    """The text that the bytes of a file hold.

    Raises:
        InputError: the bytes are another kind of file, hold NUL, or are in no known encoding.
    """
    _refuse_other_files(data, name)
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _without_nul(_strictly(data[len(mark) :], encoding, name), name)
    if b"\0" in data:
        raise _holds_nul(data.count(b"\n", 0, data.index(b"\0")) + 1, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse_broken_utf8(data, error, name)
    text = _strictly(data, "gb18030", name)
    log.info(
        "encoding",
        "不是 UTF-8，按 GB18030 编码读取",
        "not UTF-8: read as GB18030",
    )
    return _out_of_private_use(text, log)


def _refuse_other_files(data: bytes, name: str | None) -> None:
    for first_bytes, kind in _FILE_KINDS:
        if data.startswith(first_bytes):
            raise InputError(
                f"这是 {kind} 文件，不是纯文本；{_ADVICE_ZH}",
                f"this is a {kind} file, not plain text; {_ADVICE_EN}",
                at=name,
            )


def _strictly(data: bytes, encoding: str, name: str | None) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(data, error.start, encoding, name) from error


def _undecodable(data: bytes, place: int, tried: str, name: str | None) -> InputError:
    line = data.count(b"\n", 0, place) + 1
    tried = "UTF-8 / GB18030" if tried == "gb18030" else tried.upper()
    return InputError(
        f"第 {line} 行（第 {place + 1} 个字节）不能按 {tried} 解码，文件可能损坏或不是文本；"
        + _ADVICE_ZH,
        f"line {line} (byte {place + 1}) is no {tried}: damaged, or no text; {_ADVICE_EN}",
        at=name,
    )


def _refuse_broken_utf8(data: bytes, error: UnicodeDecodeError, name: str | None) -> None:
    """Raise if the bytes are UTF-8 but for a few: GB18030 would turn all of them to nonsense."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(1 for _ in re.finditer("[\u0080-\ufffc\U00010000-\U0010ffff]", text))
    if good > 9 * bad:
        raise _undecodable(data, error.start, "utf-8", name) from error


def _without_nul(text: str, name: str | None) -> str:
    place = text.find("\0")
    if place >= 0:
        raise _holds_nul(text.count("\n", 0, place) + 1, name)
    return text


def _holds_nul(line: int, name: str | None) -> InputError:
    return InputError(
        f"第 {line} 行有 NUL 字节，不是纯文本，或是没有字节顺序标记的 UTF-16；{_ADVICE_ZH}",
        f"line {line} holds a NUL byte: no plain text, or UTF-16 without a mark; {_ADVICE_EN}",
        at=name,
    )


def _out_of_private_use(text: str, log: FindingLog) -> str:
    found = _PRIVATE_USE.findall(text)
    for char in sorted(set(found)):
        new = PRIVATE_USE[char]
        log.info(
            "private-use-mapped",
            f"GB18030 码位 U+{ord(char):04X} 按 GB 18030—2022 读作 {new}（{found.count(char)} 处）",
            f"U+{ord(char):04X} read as {new} (GB 18030-2022; {found.count(char)} places)",
        )
    return _PRIVATE_USE.sub(lambda match: PRIVATE_USE[match[0]], text) if found else text
