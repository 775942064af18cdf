"""The organ's place of the title: what stands there and is hardly the name of an organ.

A hacked page puts one name wherever the organ stood, in the title first of all. So words that
prove nothing alone (a common brand, Latin letters, a site's words) count here. Found, never
changed; see docs/design/reading.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from govdocs.inputs.text.characters import HAN, folded
from govdocs.inputs.text.foreign_names import report_foreign
from govdocs.inputs.text.foreign_patterns import (
    BRAND,
    COMMON_BRAND,
    FOUGHT_BEFORE,
    GAMBLING,
    LATIN_BRAND,
    NEUTRAL,
    ORGAN_FOLLOWS,
    PLAIN,
    SITE,
    STRONG,
    TITLE_AT_END,
    any_of,
)
from govdocs.inputs.text.foreign_words import FILLERS
from govdocs.inputs.text.lines import Line
from govdocs.inputs.text.log import FindingLog
from govdocs.inputs.text.regex import regex

_FIRST_LINES = 12
_LONGEST = 40
_LONGEST_LEAD = 6
_LONGEST_TAIL = 3

_SENTENCE_MARK = regex("[。；;：:！!？?，,|]")
_MATTER = regex(r"(?:19|20)\d\d\s*年|[一二][〇○零九]..年|关于|(?:政府|政务)?信息公开|政务公开")
# What honest organs are named by.
_HONEST_LATIN = (
    r"(?:5g|4g|ai|vr|ar|it|app|ppp|gdp|wto|cbd|oa|vpn|epc|bot|iso\d*)"
    r"(?![a-z0-9])"
)
_LATIN = rf"(?<![a-z0-9])(?!{_HONEST_LATIN})(?=[0-9]{{0,15}}[a-z])[a-z0-9]{{1,16}}(?![a-z0-9])"
_TOKEN = (
    rf"{PLAIN}|{LATIN_BRAND}|{BRAND}|{COMMON_BRAND}|{GAMBLING}|{SITE}|{any_of(FILLERS)}|{_LATIN}"
)
_NAME = regex(
    rf"(?P<lead>[{HAN}0-9]{{0,{_LONGEST_LEAD}}}?)"
    rf"(?P<words>(?:{_TOKEN})(?:[ ·•・\-—–_()]{{0,2}}(?:{_TOKEN}))*(?:(?<![a-z0-9])\d{{1,4}})?\)?)"
)
_EVIDENCE = regex(rf"{PLAIN}|{BRAND}|(?!体育)(?:{GAMBLING})|{_LATIN}|(?:{STRONG}).*?(?:{STRONG})")
_STRONG = regex(f"{PLAIN}|{LATIN_BRAND}")
_BRAND = regex(BRAND)
_COMMON_BRAND = regex(COMMON_BRAND)
_GAMBLING = regex(GAMBLING)
_FIGURES = regex("[a-z0-9]")
_NEUTRAL = regex(NEUTRAL)

# A lead that ends so is an organ, a place or an organ's matter: what follows is honest.
_HONEST_LEAD = regex(
    "[省市县区旗镇乡村局厅委院办部处]|人大|文化?$|教育?$|科教|教科|卫生|广电|广播|电视|影视|旅游|科技|新闻|"
    "出版|全民|群众|社会|国家|青少年|老年|农民|职工|残疾|民族|传统|电子|智慧|网上|[与和及、]$"
)
_OWN_ORGAN = regex(
    rf"(?!体|管理|行政|执法|市场|监|产业)[{HAN}]{{2,6}}?(?:局|厅|镇|乡|县)|[{HAN}]{{0,6}}政府"
)
_HONEST_TAIL = regex(
    r"[镇乡村县市区州旗路街道桥屯庄寨山河江湖湾港社岛园站馆场店]|花园|公路|高速|公司|医院|学校|小学|中学|中心|银行|大学"
    '|和|与|及|、|旅游|文化|广|新闻|卫|教育|科|"|”'
)
_NO_TAIL = regex(
    rf"[^{HAN}]|[省市县区旗州镇乡村局厅委院办部处政党人街在将为对向与和及是已的公编发高由]"
)


class _Suspect(NamedTuple):
    """A name in the title's organ place: folded, and whether an organ follows it there."""

    text: str
    is_strong: bool


def find_in_organ_place(
    lines: Sequence[Line], found: Mapping[int, Sequence[range]], log: FindingLog
) -> dict[int, list[range]]:
    """Report what stands in the organ's place of the title and, where it does, elsewhere.

    Args:
        lines: the lines of the text.
        found: places that are reported already, by the index of the line.
        log: takes an error where a brand or a gambling word is in the name, else a warning
            if the name stands in the text again.

    Returns:
        The places of the errors, by the index of the line.
    """
    title = _title(lines)
    if title is None or found.get(title):
        return {}
    suspect = _suspect(_whole_title(lines, title))
    if suspect is None:
        return {}
    texts = [folded(line.text) for line in lines]
    places = list(_places(suspect.text, texts, found))
    name = _with_tail(suspect.text, texts, places)
    if not suspect.is_strong and len(places) < 2:
        return {}
    errors: dict[int, list[range]] = {}
    for index, start in places:
        end = start + len(name)
        if suspect.is_strong:
            errors.setdefault(index, []).append(range(start, end))
            report_foreign(lines[index], start, end, log)
        else:
            _report_doubtful(lines[index], start, end, log)
    return errors


def _title(lines: Sequence[Line]) -> int | None:
    """The index of the line on which the title's organ stands."""
    for index, line in enumerate(lines[:_FIRST_LINES]):
        text = line.text
        if "。" in text:
            return None
        if _SENTENCE_MARK.search(text) or not TITLE_AT_END.search(text[-40:]):
            continue
        return index - 1 if index and _MATTER.match(text) else index
    return None


def _whole_title(lines: Sequence[Line], first: int) -> str:
    """A title, folded, with its matter where that stands on a line of its own."""
    text = lines[first].text
    below = lines[first + 1].text if first + 1 < len(lines) else ""
    return folded(text + below if _MATTER.match(below) else text)


def _suspect(title: str) -> _Suspect | None:
    """The name that a title begins with, if it is suspect."""
    matter = _MATTER.search(title)
    place = title[: matter.start()] if matter else title
    if len(place) > _LONGEST:
        return None
    match = _NAME.match(_NEUTRAL.sub(lambda each: "彩" * len(each[0]), place))
    if not match or _HONEST_LEAD.search(match["lead"]) or FOUGHT_BEFORE.search(match["lead"]):
        return None
    if _HONEST_TAIL.match(place, match.end()):
        return None
    has_organ = bool(ORGAN_FOLLOWS.match(title, match.end()))
    if not has_organ and match.end() < len(place):
        return None
    lead, found, name = match["lead"], match["words"], place[: match.end()]
    if _STRONG.search(found) or (has_organ and _is_brand(lead, found)):
        return _Suspect(name, is_strong=True)
    if lead and has_organ and _GAMBLING.search(found) and _OWN_ORGAN.match(title, match.end()):
        return _Suspect(name, is_strong=True)
    is_doubtful = _EVIDENCE.search(found) or _is_more_than(_COMMON_BRAND, found)
    if not is_doubtful or (not lead and _GAMBLING.fullmatch(found)):
        return None
    return _Suspect(name, is_strong=False)


def _is_brand(lead: str, words: str) -> bool:
    """Whether a name is a brand, or a common word that is one with figures or letters beside it."""
    if _BRAND.search(words) or len(set(_COMMON_BRAND.findall(words))) > 1:
        return True
    return bool(_COMMON_BRAND.search(words) and _FIGURES.search(lead + words))


def _is_more_than(pattern: re.Pattern[str], words: str) -> bool:
    return bool(pattern.search(words)) and not pattern.fullmatch(words)


def _places(
    name: str, texts: Sequence[str], found: Mapping[int, Sequence[range]]
) -> Iterator[tuple[int, int]]:
    """Where a name stands, line and index; not inside longer Latin words or places found."""
    for index, text in enumerate(texts):
        taken = found.get(index, ())
        start = text.find(name)
        while start >= 0:
            end = start + len(name)
            is_free = all(end <= span.start or span.stop <= start for span in taken)
            if is_free and not _cuts_word(text, start) and not _cuts_word(text, end):
                yield index, start
            start = text.find(name, end)


def _cuts_word(text: str, at: int) -> bool:
    pair = text[at - 1 : at + 1] if at else ""
    return len(pair) == 2 and pair.isascii() and pair.isalnum()


def _with_tail(name: str, texts: Sequence[str], places: Sequence[tuple[int, int]]) -> str:
    """The name with the few characters that follow it in all its places (九州ku + 游)."""
    if len(places) < 2:
        return name
    length = len(name)
    ends = [texts[index][at + length : at + length + _LONGEST_TAIL + 1] for index, at in places]
    same = takewhile(lambda chars: len(set(chars)) == 1, zip(*ends, strict=False))
    shared = "".join(chars[0] for chars in same)
    tail = "".join(takewhile(lambda char: not _NO_TAIL.match(char), shared))
    # Where an organ's name begins within what is shared, nothing tells where the tail ends.
    return name + tail if tail == shared and len(tail) <= _LONGEST_TAIL else name


def _report_doubtful(line: Line, start: int, end: int, log: FindingLog) -> None:
    name = line.text[start:end]
    log.warning(
        "doubtful-name",
        f"“{name}”在机关名称的位置，这是机关名称吗？如不是，请改回原名，如："
        f"--replace '{name}=机关原名'",
        f"“{name}” stands in an organ's place; is it one? If not, put the name back, "
        f"e.g. --replace '{name}=ORGAN'",
        line=line.number,
        column=line.column(start),
    )
