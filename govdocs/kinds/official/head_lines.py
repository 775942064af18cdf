"""The lines of a text that are a 公文's head: from 份号 down to 主送机关.

Source:
    GB/T 9704-2012 7.2, 7.3.1, 7.3.2, 10.2
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govdocs.inputs.text.organs import ends_as_organ
from govdocs.inputs.text.regex import regex
from govdocs.kinds.official.rules import kind_of_title


class TextLine(NamedTuple):
    """A line of the text that is not blank: its number in the source, and its text."""

    number: int
    text: str


class Found(NamedTuple):
    """A field that lines of a text give: its Chinese name, its value, its lines."""

    field: str
    value: str | list[str]
    lines: tuple[int, ...]


class Head(NamedTuple):
    """The head of a text.

    Attributes:
        fields: what it says.
        taken: how many lines it takes from the top.
        is_sure: whether lines that only a 公文 has stand in it.
    """

    fields: tuple[Found, ...]
    taken: int
    is_sure: bool


_MOST_LINES = 16
_LONGEST_TITLE_LINE = 60
_MOST_TITLE_LINES = 5
_LONGEST_ADDRESSEES = 200
_YEAR = r"[〔\[［（(【﹝〖]\s*\d{1,4}\s*[〕\]］）)】﹞〗]"
_NUMBER = rf"(?:第?[^\s第〔\[［（(【]{{0,20}}?\s*{_YEAR}\s*第?\s*\d+\s*号?|第\s*\d+\s*期)"
_ORDER_NUMBER = r"第\s*[\d一二三四五六七八九十百]+\s*号"
_SIGNED = regex(r"签\s?发\s?人\s*[：:]\s*(?P<names>.+)")
_NUMBER_LINE = regex(rf"(?P<number>{_NUMBER})(?:\s+(?P<signed>签\s?发\s?人\s*[：:].+))?")
_ELEMENTS = (
    ("份号", regex(r"\d{1,8}")),
    ("密级", regex(r"(?:绝密|机密|秘密)(?:\s*[★☆*·]?\s*\S{0,8})?")),
    ("紧急程度", regex(r"特急|加急|特提|平急|急件|紧急")),
    ("令号", regex(_ORDER_NUMBER)),
)
_MARK = regex(r"(?P<name>.{2,40}?)\s*(?P<word>文\s?件|命令|令|纪\s?要)")
_NOTE = regex(r"[（(][^（）()]*(?:通过|批准|公布|发布|会议|修[订正])[^（）()]*[）)]")
_STOP = regex(r"[。；;！!？?|]")
_GROUP = regex(
    r"各(?!位)[^。；：]{1,30}|[^。；：]{2,30}(?:部门|单位|机构|企业|[县市区乡镇]|街道|部队)"
)
_SEPARATOR = regex("[、，,；;]")


def find_head(lines: Sequence[TextLine], *, has_title: bool = True) -> Head:
    """The head of a text: what stands over the title, the title, 题注 and 主送机关.

    Args:
        lines: the lines of the text.
        has_title: whether the text must have a title; one whose front matter has it need not.
    """
    above = list(_above_title(lines))
    taken = sum(len(found.lines) for found in above)
    fields = [each for found in above for each in _parts(found)]
    is_sure = any(each.field in ("发文字号", "签发人", "令号", "标志字样") for each in fields)
    title = _title(lines[taken:])
    if title:
        fields.append(title)
        taken += len(title.lines)
    for field, holds in (("题注", _is_note), ("主送机关", is_addressees)):
        line = lines[taken] if taken < len(lines) else None
        if line and (title or not has_title) and holds(line.text):
            fields.append(Found(field, line.text.rstrip("：:"), (line.number,)))
            taken += 1
    return Head(tuple(fields), taken, is_sure)


def _above_title(lines: Sequence[TextLine]) -> Iterator[Found]:
    """Elements of the header block, line by line; lines of the mark only over a number."""
    seen: set[str] = set()
    for index, line in enumerate(lines[:_MOST_LINES]):
        text = " ".join(line.text.split())
        if found := _element(text, line.number):
            if found.field in seen:
                return
            seen.add(found.field)
            yield found
        elif _is_mark(lines, index):
            yield Found("发文机关标志", text, (line.number,))
        else:
            return


def _element(text: str, number: int) -> Found | None:
    for field, pattern in _ELEMENTS:
        if pattern.fullmatch(text):
            return Found(field, text, (number,))
    if _NUMBER_LINE.fullmatch(text):
        return Found("发文字号", text, (number,))
    if _SIGNED.fullmatch(text):
        return Found("签发人", text, (number,))
    return None


def _is_mark(lines: Sequence[TextLine], index: int) -> bool:
    """Whether a line is one of the red head: names down to …文件, or …令 and …纪要 alone."""
    for line in lines[index : index + 8]:
        text = line.text.strip()
        match = _MARK.fullmatch(text)
        if match:
            return "关于" not in text and (match["word"] != "令" or len(text) <= 30)
        if not ends_as_organ(text.replace(" ", "")) or len(text) > 30:
            return False
    return False


def _parts(found: Found) -> Iterator[Found]:
    """What one line says: a number and who signed, a name and the word of the mark."""
    assert isinstance(found.value, str)
    if found.field == "发文字号":
        match = _NUMBER_LINE.fullmatch(found.value)
        assert match is not None
        yield found._replace(value=match["number"])
        if match["signed"]:
            yield from _parts(Found("签发人", match["signed"], found.lines))
    elif found.field == "签发人":
        match = _SIGNED.fullmatch(found.value)
        assert match is not None
        names = [name for name in regex(r"[\s、，,]+").split(match["names"]) if name]
        yield found._replace(value=names)
    elif found.field == "发文机关标志":
        match = _MARK.fullmatch(found.value)
        yield found._replace(value=[match["name"] if match else found.value])
        if match:
            yield Found("标志字样", match["word"].replace(" ", ""), found.lines)
    else:
        yield found


def _title(lines: Sequence[TextLine]) -> Found | None:
    """The lines down to the first that ends with a kind's name, as no sentence does.

    A line right under it that ends so too goes on with it: …落实省政府决定 / 有关事项的通知.
    """
    for count, line in enumerate(lines[:_MOST_TITLE_LINES], 1):
        if not _may_be_title(line):
            return None
        if kind_of_title(line.text):
            while count < len(lines) and _goes_on(lines[count - 1], lines[count]):
                count += 1
            taken = lines[:count]
            texts = [each.text.strip() for each in taken]
            return Found("标题", "".join(texts), tuple(each.number for each in taken))
    return None


def _may_be_title(line: TextLine) -> bool:
    return len(line.text) <= _LONGEST_TITLE_LINE and not _STOP.search(line.text)


def _goes_on(line: TextLine, following: TextLine) -> bool:
    is_next = following.number == line.number + 1
    return is_next and _may_be_title(following) and kind_of_title(following.text) is not None


def _is_note(text: str) -> bool:
    return bool(_NOTE.fullmatch(text))


def is_addressees(text: str) -> bool:
    """Whether a line is 主送机关: names of organs or groups of them, then a colon."""
    if len(text) > _LONGEST_ADDRESSEES or text[-1:] not in ("：", ":"):
        return False
    names = [name.strip() for name in _SEPARATOR.split(text[:-1])]
    return all(ends_as_organ(name) or _GROUP.fullmatch(name) for name in names)
