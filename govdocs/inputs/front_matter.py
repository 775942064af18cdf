"""YAML front matter: facts that the text itself does not say, between ``---`` lines at its top."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from govdocs.errors import InputError
from govdocs.formatting.dates import parse_date
from govdocs.inputs.text.characters import CHINESE
from govdocs.inputs.text.log import FindingLog
from govdocs.inputs.text.regex import regex
from govdocs.inputs.yaml_mapping import Place, Value, parse_mapping
from govdocs.messages.quoting import shortened
from govdocs.model.nodes import unprintable

LONGEST = 65_536
"""Most characters of front matter: facts, not text."""

_TERMS: dict[str, tuple[str, ...]] = {
    "title": ("标题",),
    "issuer": ("发文机关",),
    "year": ("年度", "年份"),
    "addressees": ("主送机关", "主送"),
    "signature": ("署名", "发文机关署名", "落款", "署名机关", "署名单位"),
    "date_of_issue": ("成文日期", "落款日期", "日期", "date"),
    "remark": ("附注",),
    "attachment_note": ("附件说明",),
    "replace": ("替换",),
    "copy_number": ("份号",),
    "secrecy": ("密级", "密级和保密期限"),
    "urgency": ("紧急程度",),
    "issuer_mark": ("发文机关标志",),
    "document_number": ("发文字号", "文号"),
    "signatories": ("签发人", "signatory"),
    "copied_to": ("抄送机关", "抄送"),
    "printing_office": ("印发机关",),
    "date_of_printing": ("印发日期",),
}
"""Each key with the other names that may stand for it."""

_KEYS = {name: key for key, terms in _TERMS.items() for name in (key, *terms)}
_LINE_END_IN_CHINESE = regex(rf"(?<={CHINESE})\s*\n\s*(?={CHINESE})")
_EMPTY: Mapping[str, str] = {}


class FrontMatter(NamedTuple):
    """What the front matter says; None or empty for what it leaves to the text."""

    title: str | None = None
    issuer: str | None = None
    year: int | None = None
    addressees: tuple[str, ...] = ()
    signature: tuple[str, ...] = ()
    date_of_issue: datetime.date | None = None
    remark: str | None = None
    attachment_note: tuple[str, ...] = ()
    replace: Mapping[str, str] = _EMPTY
    copy_number: str | None = None
    secrecy: str | None = None
    urgency: str | None = None
    issuer_mark: tuple[str, ...] = ()
    document_number: str | None = None
    signatories: tuple[str, ...] = ()
    copied_to: tuple[str, ...] = ()
    printing_office: str | None = None
    date_of_printing: datetime.date | None = None


class _Source(NamedTuple):
    """Where values come from and where findings about them go."""

    place: Place
    log: FindingLog


def read_front_matter(
    lines: Sequence[str], name: str | None, log: FindingLog
) -> tuple[FrontMatter, int]:
    """The front matter of a text and how many lines it takes, its ``---`` lines counted.

    A first line ``---`` that is never closed, or closes around no mapping, is text.

    Raises:
        InputError: the YAML is broken, or a value cannot be what its key says.
    """
    end = _closing_line(lines)
    if end is None:
        return FrontMatter(), 0
    source = _Source(Place(name, 1), log)
    text = "\n".join(lines[1:end])
    if len(text) > LONGEST:
        raise _too_long(source)
    values = parse_mapping(text, source.place)
    if values is None:
        log.warning(
            "front-matter-ignored",
            "两行 --- 之间不是“键: 值”，按正文读取",
            "between the --- lines there are no “key: value” lines; they were read as text",
            line=1,
        )
        return FrontMatter(), 0
    return FrontMatter(**_facts(values, source)), end + 1


def _closing_line(lines: Sequence[str]) -> int | None:
    if not lines or lines[0].rstrip() != "---":
        return None
    return next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)


def _too_long(source: _Source) -> InputError:
    return source.place.error(
        1,
        f"front matter 超过 {LONGEST} 个字符；请只写标题、日期等要素",
        f"the front matter has more than {LONGEST} characters; give facts only",
    )


def _facts(values: Sequence[Value], source: _Source) -> dict[str, Any]:
    """The values by key, each read as its key asks."""
    facts: dict[str, Any] = {}
    for value in values:
        key = _KEYS.get(value.key.strip())
        if key is None:
            _report_unknown(value, source.log)
            continue
        if not value.content:
            continue
        if key in facts:
            source.log.warning(
                "front-matter-repeated",
                f"front matter 中“{shortened(value.key)}”重复，以后一个为准",
                f"“{shortened(value.key)}” stands twice in the front matter; the last one counts",
                line=value.line,
            )
        facts[key] = _READERS[key](value, source)
    return {key: fact for key, fact in facts.items() if fact is not None}


def _report_unknown(value: Value, log: FindingLog) -> None:
    # Imported here: it is needed for a typing slip only, and not light.
    import difflib

    near = difflib.get_close_matches(value.key[:40], _KEYS, n=1, cutoff=0.5)
    hint_zh = f"；是否为“{near[0]}”？" if near else f"；可用：{'、'.join(_TERMS)}"
    hint_en = f"; did you mean “{near[0]}”?" if near else f"; known: {', '.join(_TERMS)}"
    log.warning(
        "front-matter-unknown",
        f"front matter 中不认识“{shortened(value.key)}”，未采用{hint_zh}",
        f"“{shortened(value.key)}” is no key of the front matter and was left aside{hint_en}",
        line=value.line,
    )


def _text(value: Value, source: _Source) -> str | None:
    if isinstance(value.content, str):
        return _cleaned(value.content, value, source) or None
    raise source.place.error(
        value.line,
        f"“{shortened(value.key)}”应为一个值",
        f"“{shortened(value.key)}” must be one value",
    )


def _texts(value: Value, source: _Source) -> tuple[str, ...]:
    if isinstance(value.content, dict):
        raise source.place.error(
            value.line,
            f"“{shortened(value.key)}”应为一个值或一个列表",
            f"“{shortened(value.key)}” must be a value or a list",
        )
    contents = [value.content] if isinstance(value.content, str) else value.content
    lines = (line for content in contents for line in content.split("\n"))
    texts = (_cleaned(line, value, source) for line in lines)
    return tuple(text for text in texts if text)


def _cleaned(text: str, value: Value, source: _Source) -> str:
    # The line ends of a value written over several lines are layout, and Chinese has no blanks.
    text = _LINE_END_IN_CHINESE.sub("", text)
    for char in dict.fromkeys(char for _, char in unprintable(text)):
        text = text.replace(char, " " if char in "\n\t" else "")
        if char not in "\n\t":
            source.log.warning(
                "unprintable-removed",
                f"“{shortened(value.key)}”中删去不可打印字符 U+{ord(char):04X}",
                f"the unprintable U+{ord(char):04X} was removed from “{shortened(value.key)}”",
                line=value.line,
            )
    return text.strip()


def _date(value: Value, source: _Source) -> datetime.date | None:
    text = _text(value, source)
    date = parse_date(text) if text else None
    if text and date is None:
        key, text = shortened(value.key), shortened(text)
        raise source.place.error(
            value.line,
            f"“{key}”的“{text}”不是日期；应如 2018年1月9日 或 2018-01-09",
            f"“{text}” of “{key}” is no date; write 2018-01-09 or 2018年1月9日",
        )
    return date


def _year(value: Value, source: _Source) -> int | None:
    text = _text(value, source)
    if text is None:
        return None
    digits = text.removesuffix("度").removesuffix("年")
    if len(digits) == 4 and digits.isdecimal() and int(digits):
        return int(digits)
    raise source.place.error(
        value.line,
        f"“{shortened(value.key)}”的“{shortened(text)}”不是年份；应为四位数字，如 2017",
        f"“{shortened(text)}” of “{shortened(value.key)}” is no year; write four digits, e.g. 2017",
    )


def _replacements(value: Value, source: _Source) -> dict[str, str]:
    if isinstance(value.content, dict):
        replace = value.content
    else:
        pairs = [value.content] if isinstance(value.content, str) else value.content
        parts = [pair.partition("=") for pair in pairs if pair.strip()]
        if any(not sign for _, sign, _ in parts):
            raise _no_replacements(value, source)
        replace = {old: new for old, _, new in parts}
    if any(not old.strip() for old in replace):
        raise _no_replacements(value, source)
    return replace


def _no_replacements(value: Value, source: _Source) -> InputError:
    key = shortened(value.key)
    return source.place.error(
        value.line,
        f"“{key}”应为“原文: 新文”各一行，或“原文=新文”的列表，原文不能为空",
        f"“{key}” must hold “OLD: NEW” lines or a list of “OLD=NEW”, OLD never empty",
    )


_READERS: dict[str, Callable[[Value, _Source], Any]] = {
    **dict.fromkeys(_TERMS, _text),
    **dict.fromkeys(
        ("addressees", "signature", "attachment_note", "issuer_mark", "signatories", "copied_to"),
        _texts,
    ),
    "year": _year,
    "date_of_issue": _date,
    "date_of_printing": _date,
    "replace": _replacements,
}
