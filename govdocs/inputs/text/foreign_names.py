"""Foreign names in an organ's place: a gambling site's name that a hacked page shows.

Found, never changed. Words of such sites that stand together form a cluster; a cluster is weighed
by its words, by brackets like ·(中国), and by what follows it (an organ, a year). What passes
is extended to the left over the brand, as far as all places agree. See docs/design/reading.md.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from govdocs.inputs.text import foreign_words as words
from govdocs.inputs.text.characters import HAN, folded
from govdocs.inputs.text.lines import Line
from govdocs.inputs.text.log import FindingLog
from govdocs.inputs.text.regex import regex

ENOUGH = 5
"""Weight from which a cluster is a foreign name."""


def _any(*lists: Iterable[str]) -> str:
    """A regex for any of the words, the longest first; Latin ones only as whole words."""
    found = sorted({word for each in lists for word in each}, key=lambda word: (-len(word), word))
    latin = [word for word in found if word.isascii()]
    choices = [word for word in found if not word.isascii()]
    if latin:
        choices.append(f"(?<![a-z0-9])(?:{'|'.join(latin)})(?![a-z0-9])")
    return "|".join(choices)


_COUNTRY = r"\((?:中国|中國|china|中国区|中国大陆|官方|全站|vip认证|官方认证)\)"
_LATIN_BRACKET = r"\([a-z][a-z0-9. ]{1,15}\)"
_BRAND = _any(words.BRANDS)
_LATIN_BRAND = _any(words.LATIN_BRANDS)
_COMMON_BRAND = _any(words.COMMON_BRANDS)
_STRONG = _any(words.STRONG_SITE_WORDS)
_SITE = _any(words.STRONG_SITE_WORDS, words.WEAK_SITE_WORDS)
_PLAIN = _any(words.PLAIN_GAMBLING_WORDS)
_GAMBLING = _any(words.GAMBLING_WORDS)
_TRAILING_LATIN = r"(?<=[\-·])[a-z][a-z0-9]{2,11}"
_LAST = "|".join(
    (_COUNTRY, _LATIN_BRACKET, _any(words.NEUTRAL), _BRAND, _LATIN_BRAND, _SITE, _PLAIN, _GAMBLING,
     "sports", _TRAILING_LATIN)
)  # fmt: skip
_WEAK = _any(words.FILLERS, words.WEAK_SITE_WORDS)
_INNER = f"{_LAST}|{_any(words.FILLERS)}|{_COMMON_BRAND}|[a-z][a-z0-9]{{1,11}}"
_JOINT = r" ?[·•・\-—–_/]? ?"

# Up to seventeen words side by side; a name ends with one of _LAST.
_CLUSTER = regex(rf"(?:{_INNER})(?:{_JOINT}(?:{_INNER})){{0,16}}")
_LAST_WORD = regex(_LAST)
_WEAK_BEFORE_BRAND = regex(rf"(?:(?:{_WEAK}){_JOINT})+(?={_BRAND}|{_LATIN_BRAND}|{_COMMON_BRAND})")


class _Evidence(NamedTuple):
    """A kind of word in a cluster and what it weighs, however often it stands there."""

    pattern: re.Pattern[str]
    weight: int


_NAMES = (
    _Evidence(regex(f"{_BRAND}|{_LATIN_BRAND}"), 3),
    _Evidence(regex(_COMMON_BRAND), 2),
    _Evidence(regex(_COUNTRY), 3),
    _Evidence(regex(rf"[·•・] ?(?:{_COUNTRY}|{_SITE}|官方|{_GAMBLING}|中国)"), 2),
    _Evidence(regex(_PLAIN), 3),
)
_GAMBLING_WORD = regex(f"{_GAMBLING}|{_PLAIN}")
_STRONG_WORD = regex(_STRONG)
_SITE_WORD = regex(f"{_SITE}|{_COUNTRY}")
_ONLY_LATIN_BRAND = regex(f"(?:{_LATIN_BRAND})(?: ?sports)?")
_ONE_HONEST_WORD = regex(f" ?(?:{_WEAK}|{_STRONG})? ?")
_NEUTRAL = regex(_any(words.NEUTRAL))

# Characters that an organ's name is made of: what joins and tells in a sentence is none.
_NAME = rf"(?:(?![由在将为对向与和及是使可被已以于的请并了我])[{HAN}])"
_ORGAN_FOLLOWS = regex(
    rf"{_NAME}{{0,10}}?(?:人民政府|委员会|办公室|办事处)"
    r"|[县市区镇乡]?政府(?!信息|网|门户|采购|数据|购买|服务)"
    rf"|{_NAME}{{1,9}}?(?:局|厅|镇|乡|街道|县)(?=[{HAN}\d])"
)
_YEAR_FOLLOWS = regex(r"(?:19|20)\d\d年")
_HONEST_BEFORE = regex(
    r"(?:政府|政务|门户|服务|系统|局|委|厅|办|院|中心|学校|公司|银行|协会|总站|云|通|网)$"
)
_REPORT_AT_END = regex(
    r"(?:报告|通知|公告|意见|方案|情况|年报|总结|指南|目录)(?:\([^()]{0,12}\))?$"
)
_RUN_BEFORE = regex(rf"[{HAN}a-z0-9·•]*$")
_LONGEST_BRAND = 8

# Words after which a name begins, where nothing else shows its beginning.
_SENTENCE_BEFORE = regex(
    r".*(?:公布|发布|公开|访问|登录|打开|通过|根据|按照|依据|印发|关于|转发|联系|以及|"
    r"[和与及由在向对的了为从到请将省市县区镇乡州把被是经给])"
)


class _Place(NamedTuple):
    """One cluster: the index of its line, where it stands there, its folded text and weight."""

    line: int
    start: int
    end: int
    text: str
    weight: int


def find_foreign_names(lines: Sequence[Line], log: FindingLog) -> dict[int, list[range]]:
    """Report each foreign name; give its places as ranges, by the index of the line."""
    texts = dict(_texts_to_search(lines))
    groups: defaultdict[str, list[_Place]] = defaultdict(list)
    for index, text in texts.items():
        for place in _clusters(index, text):
            groups[place.text].append(place)
    found: dict[int, list[range]] = defaultdict(list)
    for places in _merged(groups):
        if max(place.weight for place in places) >= ENOUGH:
            _report(places, lines, texts, found, log)
    return found


# Quick looks that spare most lines the search: at the text as it is, then at the folded text.
_MAY_HOLD = regex(
    f"官|登[录陆]|入口|下载|注册|网址|手机版|在线|平台|中国|{_GAMBLING}|{_PLAIN}|{_BRAND}|[A-Za-zＡ-ｚ]{{3}}"
)
_DOES_HOLD = regex(f"{_SITE}|{_COUNTRY}|{_GAMBLING}|{_PLAIN}|{_BRAND}|{_LATIN_BRAND}")


def _texts_to_search(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    for index, line in enumerate(lines):
        if _MAY_HOLD.search(line.text):
            text = folded(line.text)
            if _DOES_HOLD.search(text):
                yield index, text


def _clusters(index: int, text: str) -> Iterable[_Place]:
    for match in _CLUSTER.finditer(text):
        ends = [word.end() for word in _LAST_WORD.finditer(text, match.start(), match.end())]
        if not ends:
            continue
        weak = _WEAK_BEFORE_BRAND.match(text, match.start(), ends[-1])
        start = weak.end() if weak else match.start()
        cluster = text[start : ends[-1]]
        yield _Place(index, start, ends[-1], cluster, _weight(cluster, text, start, ends[-1]))


def _weight(cluster: str, text: str, start: int, end: int) -> int:
    """How much speaks for a foreign name; from :data:`ENOUGH` on it is one."""
    bare = _NEUTRAL.sub("", cluster)
    names = sum(evidence.weight for evidence in _NAMES if evidence.pattern.search(bare))
    gambling = 2 * bool(_GAMBLING_WORD.search(bare))
    is_site = _SITE_WORD.search(bare) or (names and gambling) or _ONLY_LATIN_BRAND.fullmatch(bare)
    if not is_site:
        return 0
    strong = min(len(set(_STRONG_WORD.findall(bare))), 3 if names else 2)
    weight = names + gambling + strong + _weight_of_place(text, start, end)
    if names:
        return weight
    if not strong or _HONEST_BEFORE.search(_run_before(text, start)):
        return 0
    return weight if gambling or _REPORT_AT_END.search(text[-40:]) else min(weight, ENOUGH - 1)


def _weight_of_place(text: str, start: int, end: int) -> int:
    """What it weighs that an organ or a year follows, and that the line or a link begins there."""
    organ = _ORGAN_FOLLOWS.match(text, end)
    if not organ and not _YEAR_FOLLOWS.match(text, end):
        return 0
    begins = start - len(_run_before(text, start))
    at_start = start - begins <= _LONGEST_BRAND and (begins == 0 or text[begins - 1] == ":")
    is_title = at_start and bool(_REPORT_AT_END.search(text[-40:]))
    return (2 if organ else 1) + at_start + is_title


def _merged(groups: dict[str, list[_Place]]) -> Iterable[list[_Place]]:
    """The groups, those joined of which one's text is the beginning or the end of the other's.

    What stands beside a name may look like a part of it (…官方网站 + 平台建设): the shortest form
    that stands in the text is the name.
    """
    by_beginning = _joined(groups, lambda text: text, lambda place, cut: (0, -cut))
    return _joined(by_beginning, lambda text: text[::-1], lambda place, cut: (cut, 0)).values()


def _joined(
    groups: dict[str, list[_Place]],
    key: Callable[[str], str],
    shift: Callable[[_Place, int], tuple[int, int]],
) -> dict[str, list[_Place]]:
    root = ""
    joined: dict[str, list[_Place]] = {}
    for text in sorted(groups, key=key):
        rest = key(text)[len(root) :]
        if not (root and key(text).startswith(key(root)) and _may_be_apart(root, key(rest))):
            root = text
        cut = len(text) - len(root)
        for place in groups[text]:
            first, last = shift(place, cut)
            moved = place._replace(start=place.start + first, end=place.end + last, text=root)
            joined.setdefault(root, []).append(moved)
    return joined


def _may_be_apart(root: str, rest: str) -> bool:
    """Whether a cluster is evidence in itself, and what stands beside it one honest word."""
    is_name = _SITE_WORD.search(root) and any(each.pattern.search(root) for each in _NAMES)
    return bool(is_name) and bool(_ONE_HONEST_WORD.fullmatch(rest))


def _report(
    places: list[_Place],
    lines: Sequence[Line],
    texts: dict[int, str],
    found: dict[int, list[range]],
    log: FindingLog,
) -> None:
    extension = _brand_length(places, texts)
    for place in places:
        start = place.start - extension
        line = lines[place.line]
        name = line.text[start : place.end]
        found[place.line].append(range(start, place.end))
        log.error(
            "foreign-name",
            f"“{name}”不是机关名称，疑为被篡改网页的文字；请改回原名，如："
            f"--replace '{name}=机关原名'",
            f"“{name}” is no organ's name but looks like a hacked page's text; put the name back, "
            f"e.g. --replace '{name}=ORGAN'",
            line=line.number,
            column=line.column(start),
        )


def _brand_length(places: list[_Place], texts: dict[int, str]) -> int:
    """How many characters before the cluster belong to the name, in all its places."""
    runs = {_run_before(texts[place.line], place.start) for place in places}
    common = _common_end(runs)
    if common in runs and len(runs) > 1 and len(common) <= _LONGEST_BRAND:
        return len(common)  # one place begins with the name, the others go on before it
    after_sentence = _SENTENCE_BEFORE.sub("", common)
    return len(after_sentence) if len(after_sentence) <= _LONGEST_BRAND else 0


def _run_before(text: str, end: int) -> str:
    """The Han characters, Latin letters and digits right before an index, at most 24."""
    run = _RUN_BEFORE.search(text[max(0, end - 24) : end])
    return run[0] if run else ""


def _common_end(runs: set[str]) -> str:
    shortest = min(runs, key=len)
    for length in range(len(shortest), 0, -1):
        end = shortest[-length:]
        if all(run.endswith(end) for run in runs):
            return end
    return ""
