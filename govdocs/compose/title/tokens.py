"""A title as words: the cheapest way to read it with the dictionary, places and numbers.

Source:
    GB/T 9704-2012 7.3.1 (词意完整)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import inf
from typing import NamedTuple

from govdocs.compose.title.words import WordClass, dictionary, longest_word
from govdocs.typography.charclass import HAN, WESTERN_MARK, WORD, classes


class Token(NamedTuple):
    """A word of a title: where it stands, and what it does."""

    start: int
    end: int
    word_class: WordClass


# What one reading costs, so that the cheapest is the likeliest: known words, fewest of them.
_KNOWN, _STRANGE = 1.0, 1.8
_NUMBER = 0.5
_PLACE, _PLACE_CHAR = 1.2, 0.25

_UNITS = """
    年度 周年 个月 月份 小时 分钟 公里 公顷 平方米 平方公里 立方米 千瓦 兆瓦 元 美元 人次 年 月 日
    时 次 届 号 批 期 轮 季度 个 项 条 件 名 人 户 家 所 座 处 亩 吨 米 周岁 岁 天 级 类 篇 章 版 套
    台 辆 岗 世纪 度 % ％ ‰ ℃
""".split()
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_RANGE = "(?:[-—–~～至到]{1,2}+"
# One unit after each number, so that 2025年|部分 and 12个|部门 are not misread.
_FIGURES = rf"(?:第?\d++(?:[.,．:：/·]\d++)*+[百千万亿]*+(?:{_UNIT})?+)"
_HAN_FIGURE = "一二三四五六七八九十百千零〇两"
_HAN_UNIT = "年度|周年|季度|年|月|日|次|届|号|批|期|轮|条|项|个|名|级|章"
_HAN_NUMBER = (
    rf"第[{_HAN_FIGURE}]++(?:个五年规划|{_HAN_UNIT})?+|(?:[{_HAN_FIGURE}]++(?:{_HAN_UNIT}))++"
)
_CODE = r"[A-Za-z]++(?:/[A-Za-z]++)?+[ -]?+\d++(?:[.—–-]\d++)*+"
# Compiled when first needed, by re.
_NUMBERS = (
    rf"〔\d++〕第?+\d++号|{_FIGURES}++[A-Za-z]*+{_RANGE}{_FIGURES}++)*+"
    rf"|(?:{_HAN_NUMBER}){_RANGE}(?:{_HAN_NUMBER}))?+|百分之[{_HAN_FIGURE}]++|{_CODE}"
)
_WESTERN_STRETCH = f"[{WORD}{WESTERN_MARK}]++"
_NUMBER_BEGINS = frozenset(f"第百〔{_HAN_FIGURE}0123456789")

_LANDMARK_ENDINGS = ("水库", "大桥")
_PLACE_ENDINGS = (
    *("自治区", "自治州", "自治县", "自治旗", "街道", "地区", "新区", "社区", "苏木"),
    *_LANDMARK_ENDINGS,
)
_PLACE_LETTERS = frozenset("省市县区州盟旗乡镇村")
_LONGEST_STEM, _LONGEST_SELF_RULED = 4, 8
# No place's name has these; those of the second kind begin none that the dictionary lacks.
_NEVER_IN_PLACES = frozenset("的等在对向各全本我该关于了设撤划每某")
_NEVER_IN_LANDMARKS = frozenset("和与及")  # towns have them (呼和浩特), "河湖和大桥" is no bridge
_NEVER_FIRST = frozenset("和与及或为以从将把由按")


def tokens(title: str) -> tuple[Token, ...]:
    """The words of a title in order; together they hold every character once."""
    kinds = classes(title)
    length = len(title)
    costs = [0.0] + [inf] * length
    last: dict[int, Token] = {}  # end -> the word that ends there on the cheapest way
    for start in range(length):
        for token, price in _readings(title, kinds, start):
            if costs[start] + price < costs[token.end]:
                costs[token.end] = costs[start] + price
                last[token.end] = token
    found: list[Token] = []
    at = length
    while at:
        found.append(last[at])
        at = last[at].start
    return tuple(reversed(found))


def _readings(title: str, kinds: str, start: int) -> Iterator[tuple[Token, float]]:
    """The words that may begin at an offset, with their costs."""
    yield Token(start, start + 1, _lone_class(kinds[start])), _STRANGE
    if (number := _number(title, kinds, start)) is not None:
        yield number, _NUMBER
    if kinds[start] in (WORD, WESTERN_MARK) and (start == 0 or kinds[start - 1] != WORD):
        stretch = re.compile(_WESTERN_STRETCH).match(kinds, start)
        if stretch is not None:
            yield Token(start, stretch.end(), WordClass.LATIN), _KNOWN
    words = dictionary()
    for end in range(start + 1, min(start + longest_word(), len(title)) + 1):
        word_class = words.get(title[start:end])
        if word_class is not None:
            yield Token(start, end, word_class), _KNOWN
    for end in _place_ends(title, kinds, start):
        price = _PLACE + _PLACE_CHAR * (end - start - 1)
        yield Token(start, end, WordClass.PLACE), price


def _lone_class(kind: str) -> WordClass:
    if kind == HAN:
        return WordClass.UNKNOWN
    return WordClass.LATIN if kind in (WORD, WESTERN_MARK) else WordClass.MARK


def _number(title: str, kinds: str, start: int) -> Token | None:
    """The number, date or quantity that begins at an offset, with its units."""
    char = title[start]
    if char not in _NUMBER_BEGINS and kinds[start] != WORD:
        return None
    before = title[start - 1] if start else ""
    if before and (kinds[start - 1] == WORD or before in _HAN_FIGURE or before == "第"):
        return None
    match = re.compile(_NUMBERS).match(title, start)
    if match is None or match.end() == start:
        return None
    return Token(start, match.end(), WordClass.NUMBER)


def _place_ends(title: str, kinds: str, start: int) -> Iterator[int]:
    """Where a place's name that begins at an offset may end."""
    if title[start] in _NEVER_FIRST:
        return
    for at in range(start, min(start + _LONGEST_SELF_RULED, len(title) - 1) + 1):
        if at > start:
            ending = _place_ending(title, at)
            longest = _LONGEST_SELF_RULED if ending.startswith("自治") else _LONGEST_STEM
            if ending and at - start <= longest and _is_stem(title, start, at, ending):
                yield at + len(ending)
        if kinds[at] != HAN or (title[at] in _NEVER_IN_PLACES and title[at] != "某"):
            return


def _place_ending(title: str, at: int) -> str:
    for ending in _PLACE_ENDINGS:
        if title.startswith(ending, at):
            return ending
    return title[at] if title[at] in _PLACE_LETTERS else ""


def _is_stem(title: str, start: int, at: int, ending: str) -> bool:
    """Whether the characters before an ending can be a place's name, not words of the language."""
    stem = title[start:at]
    if ending in _LANDMARK_ENDINGS and not _NEVER_IN_LANDMARKS.isdisjoint(stem):
        return False
    words = dictionary()
    if len(stem) == 1 and stem != "某":
        return False
    if any(title[at : at + n] in words for n in range(len(ending) + 1, 5)):
        return False  # 建材|市场, 青禾|县城
    if len(ending) == 1 and title[at - 1 : at + 1] in words:
        return False  # 农村, 城市
    inner = any(
        title[i:j] in words for i in range(start, at) for j in range(i + 2, min(i + 4, at) + 1)
    )
    if not inner:
        return True
    # 建设镇人民政府: words may be a name where an organ's own word follows.
    first = start == 0 or not title[start - 1].isalnum()
    return first and title.startswith("人民政府", at + len(ending))
