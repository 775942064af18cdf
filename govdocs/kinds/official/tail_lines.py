"""The lines of a text that close a 公文: 附件说明, 署名, 成文日期, 附注, 版记, and its 附件.

Source:
    GB/T 9704-2012 7.3.4 to 7.3.7, 7.4, 10.3
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govdocs.formatting.dates import looks_like_date
from govdocs.inputs.text.closing import organ_of
from govdocs.inputs.text.organs import ends_as_organ
from govdocs.inputs.text.regex import regex
from govdocs.kinds.official.head_lines import Found, TextLine


class AttachedText(NamedTuple):
    """An attachment in the text: its number as written, its title, its lines."""

    number: str
    title: TextLine | None
    lines: tuple[TextLine, ...]


class Tail(NamedTuple):
    """What follows the head of a text.

    Attributes:
        body: the lines of the text itself.
        fields: what closes it, and the imprint.
        attachments: what is attached.
        after: lines of the body that stand after the date.
    """

    body: tuple[TextLine, ...]
    fields: tuple[Found, ...]
    attachments: tuple[AttachedText, ...]
    after: tuple[TextLine, ...] = ()


_LABEL = regex(r"附\s?件\s*(?P<number>\d{0,3})\s*[：:]?")
_TITLED_LABEL = regex(r"附\s?件\s*(?P<number>\d{0,3})\s*[：:]\s*(?P<title>\S.{0,99})")
_ORGAN_AND_DATE = regex(r"(?P<organ>\D{2,60}?)[ \u3000]+(?P<date>\S{5,20}日)")
_NOTE = regex(r"附\s?件\s*[：:]\s*(?P<name>\S.*)")
_NOTE_ITEM = regex(r"(?P<number>\d{1,3})\s*[.．、]\s*(?P<name>\S.*)")
_ATTENDANCE = regex(r"(?P<label>出席|请假|列席)(?:人员)?\s*[：:]\s*(?P<people>\S.*)")
_COPIED = regex(r"抄\s?送\s*[：:]\s*(?P<names>\S.*)")
_SENT = regex(r"主\s?送\s*[：:]\s*(?P<names>\S.*)")
_PRINTED = regex(
    r"(?P<office>\S.{1,40}?)\s*(?P<date>(?:\d{4}|[一二][〇○零一二三四五六七八九]{3})\s*年.{2,8}日)\s*印发"
)
_COPIES = regex(r"[（(]?\s*共印\s*(?P<count>\d+)\s*份\s*[)）]?")
_REMARK = regex(r"[（(](?P<text>[^（）()]{2,80})[）)]")
_NAME = r"[\u4e00-\u9fff·]{1,3}(?:[ \u3000]?[\u4e00-\u9fff·]{1,6})?"
_STAMP = regex(rf"(?P<office>\S{{2,30}})[ \u3000]+(?P<name>{_NAME})")
_OFFICE = regex(r"(?:长|主任|书记|主席|总理|秘书长|检察官|院长)$")
_WIDE_BLANK = regex(r"[ \u3000]{2,}|\u3000")
_LONGEST_ORGAN = 40
_MOST_AFTER = 4


def find_tail(lines: Sequence[TextLine]) -> Tail:
    """What closes a text, from the lines under its head."""
    imprint = _imprint(lines)
    taken = {number for found in imprint for number in found.lines}
    rest = [line for line in lines if line.number not in taken]
    labels = _labels(rest)
    main = rest[: labels[0]] if labels else rest
    ends = (*labels[1:], len(rest)) if labels else ()
    attached = tuple(_attached(rest[at:end]) for at, end in zip(labels, ends, strict=True))
    closing = [*_closing(main), *_attendance(main), *_note(main)]
    closed = {number for found in closing for number in found.lines}
    body = tuple(line for line in main if line.number not in closed)
    dated = next((found.lines[0] for found in closing if found.field == "成文日期"), None)
    after = tuple(line for line in body if dated is not None and line.number > dated)
    return Tail(body, (*closing, *imprint), attached, after)


def _imprint(lines: Sequence[TextLine]) -> list[Found]:
    """The lines of 版记; of a field with one value the last line counts, others are text."""
    found = [each for line in lines for each in _imprint_line(line)]
    last = {each.field: each.lines for each in found}
    return [
        each for each in found if isinstance(each.value, list) or each.lines == last[each.field]
    ]


def _imprint_line(line: TextLine) -> Iterator[Found]:
    at = (line.number,)
    if match := _COPIED.fullmatch(line.text):
        yield Found("抄送机关", [match["names"].rstrip("。")], at)
    elif match := _SENT.fullmatch(line.text):
        yield Found("主送机关", [match["names"].rstrip("。")], at)
        yield Found("主送移至版记", "是", at)
    elif match := _PRINTED.fullmatch(line.text):
        yield Found("印发机关", match["office"], at)
        yield Found("印发日期", match["date"], at)
    elif match := _COPIES.fullmatch(line.text):
        yield Found("共印份数", match["count"], at)


def _labels(lines: Sequence[TextLine]) -> list[int]:
    """Where attachments begin: 附件, 附件1; under the date also 附件1：with the title after it."""
    found: list[int] = []
    is_dated = False
    for index, line in enumerate(lines):
        is_dated = is_dated or (index > 0 and _is_dated(line.text))
        if _LABEL.fullmatch(line.text) or (is_dated and _TITLED_LABEL.fullmatch(line.text)):
            found.append(index)
    return found


def _is_dated(text: str) -> bool:
    return looks_like_date(text) or _signed_and_dated(text) is not None


def _signed_and_dated(text: str) -> tuple[str, str] | None:
    """An organ and a date on one line."""
    match = _ORGAN_AND_DATE.fullmatch(text)
    if match and looks_like_date(match["date"]) and _organs(match["organ"]):
        return match["organ"], match["date"]
    return None


def _attached(lines: Sequence[TextLine]) -> AttachedText:
    first = lines[0]
    if match := _TITLED_LABEL.fullmatch(first.text):
        title = TextLine(first.number, match["title"])
        return AttachedText(match["number"], title, tuple(lines[1:]))
    match = _LABEL.fullmatch(first.text)
    return AttachedText(
        match["number"] if match else "",
        lines[1] if len(lines) > 1 else None,
        tuple(lines[2:]),
    )


def _closing(lines: Sequence[TextLine]) -> Iterator[Found]:
    """The date near the end, the names or stamps over it, the remark under it."""
    at = _date_line(lines)
    if at is None:
        return
    together = _signed_and_dated(lines[at].text)
    yield Found("成文日期", together[1] if together else lines[at].text, (lines[at].number,))
    for line in lines[at + 1 :]:
        if match := _REMARK.fullmatch(line.text):
            yield Found("附注", match["text"], (line.number,))
            break
    if together:
        yield Found("署名", _organs(together[0]), (lines[at].number,))
    else:
        yield from _signed(lines[:at])


def _date_line(lines: Sequence[TextLine]) -> int | None:
    last = len(lines) - 1
    for at in range(last, max(last - _MOST_AFTER, -1), -1):
        if _is_dated(lines[at].text):
            return at
    return None


def _signed(lines: Sequence[TextLine]) -> Iterator[Found]:
    """The organs' names right above the date, or the offices and names of stamps."""
    organs: list[tuple[int, list[str]]] = []
    stamps: list[TextLine] = []
    for line in reversed(lines):
        match = _STAMP.fullmatch(line.text)
        names = _organs(line.text)
        if match and _OFFICE.search(match["office"]) and not organs:
            stamps.insert(0, line)
        elif names and not stamps:
            organs.insert(0, (line.number, names))
        else:
            break
    if organs:
        names = [name for _, each in organs for name in each]
        yield Found("署名", names, tuple(number for number, _ in organs))
    for line in stamps:
        yield Found("签名章", line.text, (line.number,))


def _organs(text: str) -> list[str]:
    """The organs that a line of the signature names: several, where wide blanks part them."""
    parts = _WIDE_BLANK.split(text)
    names = parts if all(ends_as_organ(organ_of(part)) for part in parts) else [text]
    is_organ = ends_as_organ(organ_of(text)) or len(names) > 1
    return names if is_organ and all(len(name) <= _LONGEST_ORGAN for name in names) else []


def stamp_of(text: str) -> dict[str, str]:
    """The office and the name that a line of a signature stamp gives."""
    match = _STAMP.fullmatch(text)
    assert match is not None
    return {"职务": match["office"], "姓名": match["name"].replace(" ", "").replace("\u3000", "")}


def _attendance(lines: Sequence[TextLine]) -> Iterator[Found]:
    for line in lines:
        if match := _ATTENDANCE.fullmatch(line.text):
            yield Found(match["label"], [match["people"]], (line.number,))


def _note(lines: Sequence[TextLine]) -> Iterator[Found]:
    """附件说明: 附件：… and the numbered lines that go on from it."""
    for index, line in enumerate(lines):
        match = _NOTE.fullmatch(line.text)
        if not match:
            continue
        first = _NOTE_ITEM.fullmatch(match["name"])
        names, numbers = [first["name"] if first else match["name"]], [line.number]
        for due, following in enumerate(lines[index + 1 :] if first else (), 2):
            item = _NOTE_ITEM.fullmatch(following.text)
            if not item or int(item["number"]) != due:
                break
            names.append(item["name"])
            numbers.append(following.number)
        yield Found("附件说明", names, tuple(numbers))
        return
