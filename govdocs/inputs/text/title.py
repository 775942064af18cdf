"""Find the title (标题): among the first lines, whole or in parts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from govdocs.inputs.text.entries import Entry
from govdocs.inputs.text.regex import regex

FIRST_LINES = 12
"""How many lines from the top a title is looked for in."""

LONGEST = 90
"""Most characters of a title."""

_KINDS = (
    "报告|通知|通报|公告|通告|公报|决定|决议|命令|意见|请示|批复|议案|纪要|函|方案|办法|细则|规定|"
    "总结|要点|计划|规划|年报|说明|指南|目录|制度|预案"
)
_ENDS_AS_TITLE = regex(rf"(?:{_KINDS})(?:[（(][^（）()]{{1,20}}[）)])?$")
_NAMES_PLACE_OR_ORGAN = regex("[省市县区旗州乡镇局委办厅院]")
_ENDS_AS_COLUMN = regex("(?:信息公开|公开目录|公开专栏|公开指南|公开年报|专栏|首页|网站)$")
_REPORT_IN_FULL = regex(
    r".*[省市县区旗盟州乡镇道局委办厅院府会部](?:关于)?(?:19|20)\d\d年度?"
    r".{0,6}(?:信息|政务)公开.{0,8}(?:报告|年报)(?:[（(][^（）()]{1,20}[）)])?"
)
_SAYS_ITSELF = regex(r"关于|(?:19|20)\d\d年")
_YEAR_BELOW = regex(r"（(?:19|20)\d\d年度?）")
_SENTENCE_MARK = regex(r"[。；;：:！!？?，,|]")
_BARE_TITLE = regex(r".{0,43}[\u4e00-\u9fff].{0,43}")
_STARTS_SECOND_LINE = regex(r"(?:19|20)\d\d年|关于|政府信息公开|信息公开|工作")
_METADATA = regex(r"[-—•·*]?\s*[\u4e00-\u9fff/ 　]{2,12}[:：]")


class FoundTitle(NamedTuple):
    """The title and the indexes of the entries that it was made of, in order."""

    text: str
    entries: tuple[int, ...]


def find_title(entries: Sequence[Entry]) -> FoundTitle | None:
    """The title at the top of a text, or None.

    It is the first line that ends as a title does (…报告, …通知), before any heading and any
    running text; the organ's line or the beginning of the title right above belongs to it.
    The name of a column (政府信息公开年报), with no year in it, gives way to a report's full
    title below. Failing that, a first line without any mark that stands above running text.
    """
    head = _head(entries)
    found = [
        _joined(entries, index)
        for index in range(head)
        if _can_be_title(entries[index]) and _ENDS_AS_TITLE.search(entries[index].line.text)
    ]
    if found and not _SAYS_ITSELF.search(found[0].text):
        return next((each for each in found if _REPORT_IN_FULL.fullmatch(each.text)), found[0])
    if found:
        return found[0]
    first = next((i for i in range(head) if not is_metadata(entries[i])), None)
    if first is not None and _is_bare_title(entries, first):
        return FoundTitle(entries[first].line.text, (first,))
    return None


def is_metadata(entry: Entry) -> bool:
    """Whether a line is a web page's record of the text: a table row, or 索引号：…"""
    return entry.is_row or bool(_METADATA.match(entry.line.text))


def _head(entries: Sequence[Entry]) -> int:
    """How many entries from the top may hold the title."""
    for index, entry in enumerate(entries[:FIRST_LINES]):
        text = entry.line.text
        if entry.numbering or (not entry.is_row and "。" in text):
            return index
        if ("；" in text or ";" in text) and not is_metadata(entry):
            return index
    return min(len(entries), FIRST_LINES)


def _can_be_title(entry: Entry) -> bool:
    text = entry.line.text
    return not entry.is_row and len(text) <= LONGEST and not _SENTENCE_MARK.search(text)


def _joined(entries: Sequence[Entry], last: int) -> FoundTitle:
    first = last
    while first > 0 and last - first < 3 and _goes_before(entries[first - 1], entries[first]):
        first -= 1
    if last + 1 < len(entries) and _YEAR_BELOW.fullmatch(entries[last + 1].line.text):
        last += 1
    parts = tuple(range(first, last + 1))
    return FoundTitle("".join(entries[index].line.text for index in parts), parts)


def _goes_before(upper: Entry, lower: Entry) -> bool:
    """Whether a title goes on from one line to the next."""
    text, following = upper.line.text, lower.line.text
    if not _can_be_title(upper) or len(text + following) > LONGEST or _ENDS_AS_TITLE.search(text):
        return False
    if text.startswith("关于") or "关于" in text[:30]:
        return True
    if len(text) > 35 or _ENDS_AS_COLUMN.search(text) or not _STARTS_SECOND_LINE.match(following):
        return False
    return bool(_NAMES_PLACE_OR_ORGAN.search(text)) or text.endswith(("年", "年度"))


def _is_bare_title(entries: Sequence[Entry], index: int) -> bool:
    entry = entries[index]
    if not _can_be_title(entry) or not _BARE_TITLE.fullmatch(entry.line.text):
        return False
    if index + 1 >= len(entries):
        return False
    following = entries[index + 1]
    return following.numbering is not None or "。" in following.line.text
