"""Rules on punctuation marks.

Source:
    GB/T 15834-2011 (the clause of each rule stands in it)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from govdocs.normalising.kept import kept_spans
from govdocs.normalising.rule import CITATIONS, EVERYWHERE, PROSE_ONLY, Edit, Rule
from govdocs.typography.chinese import CHINESE, HAN
from govdocs.typography.full_width import document_number_changes, mark_changes
from govdocs.typography.regex import regex

_SENTENCE = regex("[，。；！？]")
_POINT = regex(rf"(?<=[{HAN}）》”])[.．](?=[{HAN}]|$)")
_NUMBERED = regex(r"(?:^|[。；：\s])[（(]?[一二三四五六七八九十百甲乙丙丁]{1,3}[）)]?$")
_STRAIGHT = regex("[\"']")
_CURLY = regex("[“”‘’]")
_BESIDE_HAN = rf"[{HAN}，。；：？！、（）《》]"
_HAN = regex(f"[{HAN}]")
_LATIN = regex("[A-Za-z]")
_FOREIGN = regex(rf"“[^“”{HAN}]*[A-Za-z][^“”{HAN}]*”|‘[^‘’{HAN}]*[A-Za-z][^‘’{HAN}]*’")
_DOTS = regex(
    rf"(?<={CHINESE})(?<![.…])(?:\.{{3}}|\.{{6}}|…)(?![.…])(?!\s*\d)"
    rf"|(?<![.…\d\s])(?:\.{{3}}|\.{{6}}|…)(?![.…])(?={CHINESE})"
    r"|(?<!。)(?:。{3}|。{6})(?!。)"
)
# Between years or places it may stand for a 一字线, so those are left.
_DASH = regex(
    rf"(?<=[{HAN}）》”])(?:-{{2,3}}|－{{2}}|―{{2}}|─{{2}}|–{{2}})(?=[{HAN}（《“])"
    rf"(?![〇零一二三四五六七八九十]|[{HAN}]{{1,6}}?(?:高速|铁路|公路|航线|专线|线路|段))"
)
_FIRSTLY = regex(
    r"(?:^|(?<=[。；：]))(?:第[一二三四五六七八九十]{1,2}|其[一二三四五六七八九十])、"
    r"(?![第其一二三四五六七八九十])"
)
_TITLES = regex("》(?:、《[^《》]*》)+")
_QUOTED = regex("”(?:、“[^“”]*”)+")


def _half_width_marks(text: str) -> Iterator[Edit]:
    taken = {place for place, _ in document_number_changes(text)}  # a rule of its own
    foreign = (range(*match.span()) for match in _FOREIGN.finditer(text))
    for place, new in mark_changes(text, chain(kept_spans(text), foreign)):
        if place not in taken:
            yield Edit(place, place + 1, new)


def _points(text: str) -> Iterator[Edit]:
    """A point after Han: at the end of a paragraph of sentences it can only be a full stop."""
    for match in _POINT.finditer(text):
        place = match.start()
        if _NUMBERED.search(text, max(0, place - 6), place):
            continue  # 一.总体情况 is a number's
        is_last = match.end() == len(text) and _is_chinese_sentence(text)
        yield Edit(place, place + 1, "。" if is_last else None)


def _is_chinese_sentence(text: str) -> bool:
    """Whether a text is of sentences, and more in Chinese than in western words."""
    return bool(_SENTENCE.search(text)) and len(_HAN.findall(text)) > len(_LATIN.findall(text))


def _straight_quotes(text: str) -> list[Edit]:
    return sorted(_quotes_to_change(text))


def _quotes_to_change(text: str) -> Iterator[Edit]:
    has_curly = bool(_CURLY.search(text))
    for mark, left, right in (('"', "“", "”"), ("'", "‘", "’")):
        places = [m.start() for m in _STRAIGHT.finditer(text) if m[0] == mark]
        places = [place for place in places if _is_quote(text, place)]
        pairs = list(zip(places[::2], places[1::2], strict=False))
        sure = not has_curly and len(places) % 2 == 0 and all(_is_pair(text, *p) for p in pairs)
        for first, last in pairs if sure else ():
            yield Edit(first, first + 1, left)
            yield Edit(last, last + 1, right)
        if not sure:
            yield from (Edit(place, place + 1, None) for place in places)


def _is_quote(text: str, place: int) -> bool:
    """Whether a straight mark stands in Chinese: not an apostrophe, inches or English speech."""
    before, after = text[max(0, place - 1) : place], text[place + 1 : place + 2]
    return bool(re.match(_BESIDE_HAN, before) or re.match(_BESIDE_HAN, after))


def _is_pair(text: str, first: int, last: int) -> bool:
    """Whether the first can only open and the last only close."""
    inner = text[first + 1 : last]
    outer = text[max(0, first - 1) : first] + text[last + 1 : last + 2]
    return (
        bool(inner)
        and inner == inner.strip()
        and not _STRAIGHT.search(inner)
        and inner[0] not in "，。、；：？！）》"
        and inner[-1] not in "，、：（《"
        and bool(_HAN.search(inner) or _HAN.search(outer))
        and not re.match("[A-Za-z0-9]", text[max(0, first - 1) : first])
    )


def _ellipses(text: str) -> Iterator[Edit]:
    for match in _DOTS.finditer(text):
        yield Edit(*match.span(), "……")


def _dashes(text: str) -> Iterator[Edit]:
    for match in _DASH.finditer(text):
        yield Edit(*match.span(), "——")


def _firstly(text: str) -> Iterator[Edit]:
    for match in _FIRSTLY.finditer(text):
        yield Edit(match.end() - 1, match.end(), "，")


def _enumerated(text: str) -> Iterator[Edit]:
    """、 between 》《 or ”“, where the whole list has nothing else between its members."""
    found: list[Edit] = []
    for pattern, between in ((_TITLES, "》、《"), (_QUOTED, "”、“")):
        for match in pattern.finditer(text):
            opening = _opening(text, match.start())
            before, after = text[max(0, opening - 1) : opening], text[match.end() : match.end() + 1]
            if before == "、" or after in ("、", "（", "("):
                continue  # a member with something after it: 、 is fitting in that list
            at = text.find(between, match.start(), match.end())
            while at >= 0:
                found.append(Edit(at + 1, at + 2, ""))
                at = text.find(between, at + 1, match.end())
    yield from sorted(found)


def _opening(text: str, closing: int) -> int:
    """Where the title or quotation that closes at a place opens."""
    return max(text.rfind({"》": "《", "”": "“"}[text[closing]], 0, closing), 0)


MARK_RULES = (
    Rule(
        name="straight-quotes",
        clause="GB/T 15834—2011 4.8",
        zh="成对的直引号改为“”‘’；配不成对的只提示",
        en="paired straight quotes become “”‘’; those that do not pair are reported",
        edits=_straight_quotes,
        parts=CITATIONS,
        keeps_quotations=False,
    ),
    Rule(
        name="half-width-mark",
        clause="GB/T 15834—2011 4.2–4.9",
        zh="汉字旁的半角 , ; : ? ! ( ) 改为全角",
        en="half-width , ; : ? ! ( ) beside Han become full-width",
        edits=_half_width_marks,
        parts=EVERYWHERE,
        keeps_quotations=False,
    ),
    Rule(
        name="full-stop",
        clause="GB/T 15834—2011 4.1",
        zh="段末汉字后的点改为句号；句中的只提示",
        en="a point after Han at a paragraph's end becomes 。; one inside is reported",
        edits=_points,
        parts=PROSE_ONLY,
    ),
    Rule(
        name="ellipsis",
        clause="GB/T 15834—2011 4.11",
        zh="... 、。。。和单个 … 改为……",
        en="..., 。。。 and a single … become ……",
        edits=_ellipses,
        keeps_quotations=False,
    ),
    Rule(
        name="dash",
        clause="GB/T 15834—2011 4.10",
        zh="汉字之间的 -- 、－－等改为破折号——",
        en="--, －－ and the like between Han become ——",
        edits=_dashes,
        keeps_quotations=False,
    ),
    Rule(
        name="ordinal-comma",
        clause="GB/T 15834—2011 4.4",
        zh="“第一、”“其一、”这类次序语后改用逗号",
        en="第一、 and 其一、 before a clause take ，",
        edits=_firstly,
        parts=PROSE_ONLY,
    ),
    Rule(
        name="enumeration-mark",
        clause="GB/T 15834—2011 4.5.3.5",
        zh="并列的书名号之间、引号之间不用顿号",
        en="no 、 between titles or quotations that stand side by side",
        edits=_enumerated,
    ),
)
