"""The text of a web page's bytes: mark, UTF-8, what the page says of itself, GB18030."""

from __future__ import annotations

import codecs
import re

from govdocs.errors import InputError
from govdocs.inputs.text.decoding import decode
from govdocs.inputs.text.log import FindingLog
from govdocs.inputs.text.regex import regex

_DECLARED = regex(r"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_LEAD = 8192
_FAMILIES = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs"}


def decoded_page(data: bytes, name: str | None, log: FindingLog) -> str:
    """The text of a page.

    Bytes that are UTF-8 are so, whatever the page says: pages are often saved anew in another
    encoding than they speak of. A page with a few broken bytes is read all the same; each becomes
    U+FFFD, which the reader reports.

    Raises:
        InputError: it holds NUL bytes.
    """
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        declared = _declared(data)
    else:
        return decode(data, name, log)
    is_tried = declared in ("utf-8", "gb18030")
    if declared and not is_tried and (text := _strictly(data, declared)):
        log.info(
            "encoding",
            f"不是 UTF-8，按网页声明的 {declared} 编码读取",
            f"not UTF-8: read as {declared}, as the page says",
        )
        return text
    try:
        return decode(data, name, log)
    except InputError:
        if b"\0" in data:
            raise
        return data.decode(declared or "utf-8", "replace")


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _declared(data: bytes) -> str | None:
    """The encoding that a page says it is in, as Python names it; None if it says none."""
    match = _DECLARED.search(data[:_LEAD].decode("latin-1"))
    if match is None:
        return None
    name = match[1].lower()
    try:
        return codecs.lookup(_FAMILIES.get(name, name)).name
    except LookupError:
        return None
