"""YAML front matter: facts that the text itself does not say, between ``---`` lines at its top."""

from __future__ import annotations

import datetime
import difflib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from govdocs.errors import InputError
from govdocs.formatting.dates import parse_date
from govdocs.inputs.text.log import FindingLog
from govdocs.model.nodes import unprintable

if TYPE_CHECKING:
    import yaml

LONGEST = 65_536
"""Most characters of front matter: facts, not text."""

_TERMS: dict[str, tuple[str, ...]] = {
    "title": ("标题",),
    "issuer": ("发文机关",),
    "year": ("年度", "年份"),
    "addressees": ("主送机关", "主送"),
    "signature": ("署名", "发文机关署名"),
    "date_of_issue": ("成文日期",),
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
"""Each key with the Chinese terms that may stand for it."""

_KEYS = {name: key for key, terms in _TERMS.items() for name in (key, *terms)}


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What the front matter says; None or empty for what it leaves to the text."""

    title: str | None = None
    issuer: str | None = None
    year: int | None = None
    addressees: tuple[str, ...] = ()
    signature: tuple[str, ...] = ()
    date_of_issue: datetime.date | None = None
    remark: str | None = None
    attachment_note: tuple[str, ...] = ()
    replace: Mapping[str, str] = field(default_factory=dict)
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
    """Where the front matter stands, for messages, and the log that takes its findings."""

    name: str | None
    log: FindingLog

    def error(self, line: int, zh: str, en: str) -> InputError:
        place = f"{self.name}:{line}" if self.name else f"第 {line} 行 / line {line}"
        return InputError(zh, en, at=place)


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
    source = _Source(name, log)
    root = _parsed("\n".join(lines[1:end]), source)
    if root is None:
        return FrontMatter(), end + 1
    if root.id != "mapping":
        log.warning(
            "front-matter-ignored",
            "两行 --- 之间不是“键: 值”，按正文读取",
            "between the --- lines there are no “key: value” lines; they were read as text",
            line=1,
        )
        return FrontMatter(), 0
    return FrontMatter(**_values(root, source)), end + 1


def _closing_line(lines: Sequence[str]) -> int | None:
    if not lines or lines[0].rstrip() != "---":
        return None
    return next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)


def _parsed(text: str, source: _Source) -> yaml.Node | None:
    if len(text) > LONGEST:
        raise source.error(
            1,
            f"front matter 超过 {LONGEST} 个字符；请只写标题、日期等要素",
            f"the front matter has more than {LONGEST} characters; give facts only",
        )
    # Imported here: most texts have no front matter, and reading must start without yaml.
    import yaml

    try:
        return yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        raise _broken(source, line, error.problem or "") from error
    except yaml.YAMLError as error:
        raise _broken(source, 1, str(error).splitlines()[0]) from error
    except RecursionError as error:
        raise _broken(source, 1, "nested too deeply") from error


def _broken(source: _Source, line: int, problem: str) -> InputError:
    return source.error(
        line,
        f"front matter 不是正确的 YAML（{problem}）；每行应为“键: 值”，含冒号的值请加引号",
        f"the front matter is no YAML ({problem}); write “key: value” lines, quote values with :",
    )


def _values(root: Any, source: _Source) -> dict[str, Any]:  # yaml nodes are untyped inside
    values: dict[str, Any] = {}
    for key_node, value_node in root.value:
        line = key_node.start_mark.line + 2
        written = key_node.value if key_node.id == "scalar" else ""
        key = _KEYS.get(written.strip())
        if key is None:
            _report_unknown(written, line, source)
            continue
        if key in values:
            source.log.warning(
                "front-matter-repeated",
                f"front matter 中“{written}”重复，以后一个为准",
                f"“{written}” stands twice in the front matter; the last one counts",
                line=line,
            )
        values[key] = _READERS.get(key, _text)(value_node, written, source)
    return {key: value for key, value in values.items() if value is not None}


def _report_unknown(key: str, line: int, source: _Source) -> None:
    near = difflib.get_close_matches(key, _KEYS, n=1, cutoff=0.5)
    hint_zh = f"；是否为“{near[0]}”？" if near else f"；可用：{'、'.join(_TERMS)}"
    hint_en = f"; did you mean “{near[0]}”?" if near else f"; known: {', '.join(_TERMS)}"
    source.log.warning(
        "front-matter-unknown",
        f"front matter 中不认识“{key}”，未采用{hint_zh}",
        f"“{key}” is no key of the front matter and was left aside{hint_en}",
        line=line,
    )


def _text(node: Any, key: str, source: _Source) -> str | None:
    line = node.start_mark.line + 2
    if node.id != "scalar":
        raise source.error(line, f"“{key}”应为一个值", f"“{key}” must be one value")
    found = list(unprintable(node.value))
    text: str = node.value
    for _, char in found:
        # A value folded over lines holds line ends: they are layout.
        text = text.replace(char, " " if char in "\n\t" else "")
        if char not in "\n\t":
            source.log.warning(
                "unprintable-removed",
                f"“{key}”中删去不可打印字符 U+{ord(char):04X}",
                f"the unprintable U+{ord(char):04X} was removed from “{key}”",
                line=line,
            )
    return text.strip() or None


def _texts(node: Any, key: str, source: _Source) -> tuple[str, ...]:
    nodes = node.value if node.id == "sequence" else [node]
    texts = (_text(each, key, source) for each in nodes)
    return tuple(text for text in texts if text)


def _date(node: Any, key: str, source: _Source) -> datetime.date | None:
    text = _text(node, key, source)
    date = parse_date(text) if text else None
    if text and date is None:
        raise source.error(
            node.start_mark.line + 2,
            f"“{key}”的“{text}”不是日期；应如 2018年1月9日 或 2018-01-09",
            f"“{text}” of “{key}” is no date; write 2018-01-09 or 2018年1月9日",
        )
    return date


def _year(node: Any, key: str, source: _Source) -> int | None:
    text = _text(node, key, source)
    if text is None:
        return None
    digits = text.removesuffix("度").removesuffix("年")
    if len(digits) == 4 and digits.isdecimal() and int(digits):
        return int(digits)
    raise source.error(
        node.start_mark.line + 2,
        f"“{key}”的“{text}”不是年份；应为四位数字，如 2017",
        f"“{text}” of “{key}” is no year; write four digits, e.g. 2017",
    )


def _replacements(node: Any, key: str, source: _Source) -> dict[str, str]:
    if node.id == "mapping":
        pairs = [(old.value, new.value) for old, new in node.value if old.id == new.id == "scalar"]
        if len(pairs) == len(node.value):
            return _checked(dict(pairs), node, key, source)
    nodes = node.value if node.id == "sequence" else [node]
    if node.id == "scalar" and not node.value:
        return {}
    if node.id == "mapping" or any(each.id != "scalar" or "=" not in each.value for each in nodes):
        raise source.error(
            node.start_mark.line + 2,
            f"“{key}”应为“原文: 新文”各一行，或“原文=新文”的列表",
            f"“{key}” must hold “OLD: NEW” lines, or a list of “OLD=NEW”",
        )
    parts = (each.value.partition("=") for each in nodes)
    return _checked({old: new for old, _, new in parts}, node, key, source)


def _checked(replace: dict[str, str], node: Any, key: str, source: _Source) -> dict[str, str]:
    if any(not old.strip() for old in replace):
        raise source.error(
            node.start_mark.line + 2, f"“{key}”的原文不能为空", f"an OLD text of “{key}” is empty"
        )
    return replace


_READERS: dict[str, Callable[[Any, str, _Source], Any]] = {
    "year": _year,
    "date_of_issue": _date,
    "date_of_printing": _date,
    "replace": _replacements,
    **dict.fromkeys(
        ("addressees", "signature", "attachment_note", "issuer_mark", "signatories", "copied_to"),
        _texts,
    ),
}
