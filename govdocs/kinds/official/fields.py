"""What the fields of official documents take, as people write it in files."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, ValidationInfo, WithJsonSchema

from govdocs.formatting.dates import date_text, looks_like_date, parse_date
from govdocs.kinds.facts import bad
from govdocs.kinds.official.rules import Direction, all_forms, form_of
from govdocs.messages.quoting import shortened
from govdocs.model.checks import unprintable
from govdocs.model.nodes import Signing

LONGEST_TEXT = 400_000
"""Characters of one text in a file; a document of a hundred pages has some 60,000."""

_YES = frozenset(("是", "有", "true", "yes", "1"))
_NO = frozenset(("否", "无", "false", "no", "0"))
_SIGNINGS = {"盖章": Signing.SEALED, "不盖章": Signing.UNSEALED, "签名章": Signing.STAMPED}
_OTHER_SIGNINGS = {
    "加盖印章": Signing.SEALED,
    "印章": Signing.SEALED,
    "不加盖印章": Signing.UNSEALED,
    "加盖签发人签名章": Signing.STAMPED,
    "签发人签名章": Signing.STAMPED,
}
_DIRECTIONS = {"上行": Direction.UPWARD, "下行": Direction.DOWNWARD, "平行": Direction.PARALLEL}


def read_date(value: object) -> object:
    """A date, or the fault that a text has instead of one."""
    if not isinstance(value, str):
        return value
    date = parse_date(value)
    if date is not None:
        return date
    if looks_like_date(value):
        raise bad(
            "date_impossible",
            f"日历上没有“{shortened(value)}”这一天；请核对月、日（GB/T 9704—2012 7.3.5.4）",
            f"the calendar has no “{shortened(value)}”; check month and day "
            "(GB/T 9704-2012 7.3.5.4)",
        )
    raise bad(
        "date_form",
        "应为年、月、日齐全的日期，如 2026年1月9日（GB/T 9704—2012 7.3.5.4）",
        "expected a full date, as 2026年1月9日 or 2026-01-09 (GB/T 9704-2012 7.3.5.4)",
    )


def _lines(value: object) -> object:
    """One text is a list of its lines; blank ones are none."""
    if isinstance(value, str):
        return tuple(line.strip() for line in value.splitlines() if line.strip())
    return () if value is None else value


def one_line(value: Any) -> Any:  # noqa: ANN401  what the field holds is given back as it is
    """Refuse what cannot stand in a line of print, where the field and its line are known."""
    texts = (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ()
    for text in texts:
        for index, char in unprintable(text) if isinstance(text, str) else ():
            if char in "\r\n":
                raise bad(
                    "line_end",
                    "应写成一行，请去掉换行（标题要分行，请用“标题分行”）",
                    "expected one line; remove the line end (title_lines breaks a title)",
                )
            raise bad(
                "unprintable",
                f"第 {index + 1} 个字符是不可打印字符 U+{ord(char):04X}，请删去",
                f"character {index + 1} is the unprintable U+{ord(char):04X}; remove it",
            )
    return value


def _yes(value: object) -> object:
    if not isinstance(value, str):
        return False if value is None else value
    if (word := value.strip().lower()) in _YES | _NO:
        return word in _YES
    raise bad("yes_or_no", "应为 是 或 否", "expected 是 (true) or 否 (false)")


def _signing(value: object) -> object:
    if value is None or isinstance(value, Signing):
        return value
    known = _SIGNINGS | _OTHER_SIGNINGS | {each.value: each for each in Signing}
    if isinstance(value, str) and value.strip() in known:
        return known[value.strip()]
    raise bad(
        "signing",
        f"应为 {'、'.join(_SIGNINGS)} 之一（GB/T 9704—2012 7.3.5）",
        f"expected one of {', '.join(Signing)} (GB/T 9704-2012 7.3.5)",
    )


def _direction(value: object) -> object:
    if value is None or isinstance(value, Direction):
        return value
    known = {each.value: each for each in Direction} | {
        name + ending: each for name, each in _DIRECTIONS.items() for ending in ("", "文")
    }
    if isinstance(value, str) and value.strip() in known:
        return known[value.strip()]
    raise bad(
        "direction",
        f"应为 {'、'.join(_DIRECTIONS)} 之一（条例第十四条）",
        f"expected one of {', '.join(Direction)} (条例 article 14)",
    )


def _form(value: object) -> object:
    if not isinstance(value, str):
        return value
    form = form_of(value)
    if form is not None:
        return form.id
    known = all_forms()
    raise bad(
        "form",
        f"应为 {'、'.join(each.names[0] for each in known)} 之一（GB/T 9704—2012 第7章、第10章）",
        f"expected one of {', '.join(each.id for each in known)} (GB/T 9704-2012 7, 10)",
    )


def _file(value: object, info: ValidationInfo) -> object:
    """A file beside the data: within its folder or the working folder, and there."""
    if not isinstance(value, str) or not value.strip():
        return None if value is None or value == "" else value
    folder = (info.context or {}).get("folder")
    homes = [Path()] if folder is None else [Path(folder), Path()]
    if folder is None and info.context is not None:
        raise bad(
            "file_of_no_folder",
            "数据不是从文件读的，不能再引用文件；请写在正文中",
            "the data comes from no file, so it can name none; give the text itself",
        )
    named = Path(value.strip())
    for home in homes:
        path = (home / named).resolve()
        if path.is_relative_to(home.resolve()) and path.is_file():
            return path
    if any((home / named).is_file() for home in homes):
        raise bad(
            "file_elsewhere",
            "文件应放在本文件所在的文件夹（或其下）",
            "the file must lie in the folder of this one, or below it",
        )
    raise bad(
        "file_missing",
        f"没有找到文件“{shortened(value)}”；路径从本文件所在文件夹算起",
        f"there is no file “{shortened(value)}”; paths start at this file's folder",
    )


_TEXT_OR_LIST = WithJsonSchema(
    {"type": ["string", "number", "array", "null"], "items": {"type": ["string", "number"]}}
)
_SHORT_NAMES = {value: name for name, value in _SIGNINGS.items()}
_SHORT_DIRECTIONS = {value: name for name, value in _DIRECTIONS.items()}

Texts = Annotated[tuple[str, ...], BeforeValidator(_lines), _TEXT_OR_LIST]
YesOrNo = Annotated[
    bool,
    BeforeValidator(_yes),
    PlainSerializer({True: "是", False: "否"}.get, when_used="json"),
    WithJsonSchema({"type": ["boolean", "string"]}),
]
Date = Annotated[
    datetime.date,
    BeforeValidator(read_date),
    PlainSerializer(date_text, when_used="json"),
    WithJsonSchema({"type": "string"}),
]
SigningOfFile = Annotated[
    Signing,
    BeforeValidator(_signing),
    PlainSerializer(_SHORT_NAMES.get, when_used="json"),
    WithJsonSchema({"enum": [*_SIGNINGS, *Signing]}),
]
DirectionOfFile = Annotated[
    Direction,
    BeforeValidator(_direction),
    PlainSerializer(_SHORT_DIRECTIONS.get, when_used="json"),
    WithJsonSchema({"enum": [*_DIRECTIONS, *Direction]}),
]
FormOfFile = Annotated[str, BeforeValidator(_form), WithJsonSchema({"type": "string"})]
FileOfData = Annotated[Path, BeforeValidator(_file), WithJsonSchema({"type": "string"})]
