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
from govdocs.inputs.text.foreign_patterns import (
    BRAND,
    BRAND_AND_LATIN,
    COMMON_BRAND,
    COUNTRY,
    FOUGHT_BEFORE,
    GAMBLING,
    JOINED_LATIN,
    LATIN_BRACKET,
    LATIN_BRAND,
    NEUTRAL,
    ORGAN_FOLLOWS,
    PLAIN,
    SITE,
    STRONG,
    SURE_BRAND,
    TITLE_AT_END,
    any_of,
)
from govdocs.inputs.text.lines import Line
from govdocs.inputs.text.log import FindingLog
from govdocs.inputs.text.regex import regex

ENOUGH = 5
"""Weight from which a cluster is a foreign name."""


_TRAILING_LATIN = r"(?<=[\-·])[a-z][a-z0-9]{2,11}"
_LAST = "|".join(
    (BRAND_AND_LATIN, COUNTRY, LATIN_BRACKET, NEUTRAL, BRAND, LATIN_BRAND, SITE, PLAIN, GAMBLING,
     "sports", _TRAILING_LATIN)
)  # fmt: skip
_WEAK = any_of(words.FILLERS, words.WEAK_SITE_WORDS)
_INNER = f"{_LAST}|{any_of(words.FILLERS)}|{COMMON_BRAND}|[a-z][a-z0-9]{{1,11}}"
_JOINT = r" ?[·•・\-—–_/]? ?"

# Up to seventeen words side by side; a name ends with one of _LAST.
_CLUSTER = regex(rf"(?:{_INNER})(?:{_JOINT}(?:{_INNER})){{0,16}}")
_LAST_WORD = regex(_LAST)
_WEAK_BEFORE_BRAND = regex(rf"(?:(?:{_WEAK}){_JOINT})+(?={BRAND}|{LATIN_BRAND}|{COMMON_BRAND})")


class _Evidence(NamedTuple):
    """A kind of word in a cluster and what it weighs, however often it stands there."""

    pattern: re.Pattern[str]
    weight: int


_NAMES = (
    _Evidence(regex(f"{BRAND}|{LATIN_BRAND}"), 3),
    _Evidence(regex(COMMON_BRAND), 2),
    _Evidence(regex(COUNTRY), 3),
    _Evidence(regex(rf"[·•・] ?(?:{COUNTRY}|{SITE}|官方|{GAMBLING}|中国)"), 2),
    _Evidence(regex(PLAIN), 3),
)
_GAMBLING_WORD = regex(f"{GAMBLING}|{PLAIN}")
_STRONG_WORD = regex(STRONG)
_SITE_WORD = regex(f"{SITE}|{COUNTRY}")
_ALONE = regex(f"{JOINED_LATIN}|{SURE_BRAND}")
_ONLY_COUNTRY = regex(COUNTRY)
_ONLY_OFFENCE = regex(rf"(?:(?:{PLAIN}|{_WEAK}){_JOINT})+")
_ONLY_LATIN_BRAND = regex(f"(?:{LATIN_BRAND})(?: ?sports)?")
_ONE_HONEST_WORD = regex(f" ?(?:{_WEAK}|{STRONG})? ?")
_NEUTRAL = regex(NEUTRAL)

_YEAR_FOLLOWS = regex(r"(?:19|20)\d\d年")
_HONEST_BEFORE = regex(
    r"(?:政府|政务|门户|服务|系统|[局委厅办院省市县区旗镇乡村]|中心|学校|公司|银行|协会|总站|云|通|网)$"
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
    f"官|登[录陆]|入口|下载|注册|网址|手机版|在线|平台|中国|{GAMBLING}|{PLAIN}|{BRAND}|[A-Za-zＡ-ｚ]{{3}}|[A-Za-zＡ-ｚ]电子"
)
_DOES_HOLD = regex(f"{SITE}|{COUNTRY}|{GAMBLING}|{PLAIN}|{BRAND}|{LATIN_BRAND}")


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
    place = _weight_of_place(text, start, end)
    names = sum(evidence.weight for evidence in _NAMES if evidence.pattern.search(bare))
    gambling = 2 * bool(_GAMBLING_WORD.search(bare))
    strong = min(len(set(_STRONG_WORD.findall(bare))), 3 if names else 2)
    if _is_alone(bare) and ORGAN_FOLLOWS.match(text, end):
        return ENOUGH + names
    is_site = _SITE_WORD.search(bare) or (names and gambling) or _ONLY_LATIN_BRAND.fullmatch(bare)
    if not is_site:
        return 0
    weight = names + gambling + strong + place
    if names:
        return weight if _may_be_name(bare, text, start, place) else 0
    if not strong or _HONEST_BEFORE.search(_run_before(text, start)):
        return 0
    return weight if gambling or TITLE_AT_END.search(text[-40:]) else min(weight, ENOUGH - 1)


def _is_alone(cluster: str) -> bool:
    """Whether a name needs no word of a site beside it: 华体会, im电竞, 天博tb."""
    return bool(_ALONE.search(cluster))


def _may_be_name(cluster: str, text: str, start: int, place: int) -> bool:
    """Whether a cluster is more than (中国) after an honest word, or the name of an offence."""
    if _ONLY_COUNTRY.fullmatch(cluster):
        return False
    if not _ONLY_OFFENCE.fullmatch(cluster):
        return True
    return place > 0 and not FOUGHT_BEFORE.search(_run_before(text, start))


def _weight_of_place(text: str, start: int, end: int) -> int:
    """What it weighs that an organ or a year follows, and that the line or a link begins there."""
    organ = ORGAN_FOLLOWS.match(text, end)
    if not organ and not _YEAR_FOLLOWS.match(text, end):
        return 0
    begins = start - len(_run_before(text, start))
    at_start = start - begins <= _LONGEST_BRAND and (begins == 0 or text[begins - 1] == ":")
    is_title = at_start and bool(TITLE_AT_END.search(text[-40:]))
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
        found[place.line].append(range(start, place.end))
        report_foreign(lines[place.line], start, place.end, log)


def report_foreign(line: Line, start: int, end: int, log: FindingLog) -> None:
    """Report the name between two indexes of a line, with the replacement that mends it."""
    name = line.text[start:end]
    log.error(
        "foreign-name",
        f"“{name}”不是机关名称，疑为被篡改网页的文字；请改回原名，如：--replace '{name}=机关原名'",
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
