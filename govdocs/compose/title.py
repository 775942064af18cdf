"""Break a title into balanced lines.

Source:
    GB/T 9704-2012 7.3.1: centred, one or more lines, whole words, 梯形 or 菱形
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from math import ceil

from govdocs.compose.composition import Profile, Role
from govdocs.compose.nominal import char_width
from govdocs.typography.charclass import classes
from govdocs.typography.kinsoku import break_rule
from govdocs.typography.spacing import meeting_points

# Words of titles that should not be torn apart. A title has no dictionary at hand: these are the
# commonest of reports and notices; a break inside one costs as much as _TORN_WORD of imbalance.
_WORDS = """
中华人民共和国 人民政府 政府信息公开 政府信息 信息公开 办公厅 办公室
委员会 工作报告 年度报告 年度 政府 信息 公开 工作 报告 情况 通知 通报
关于 印发 实施 方案 意见 办法 规定 条例 管理 行政 法治 建设 发展
改革 教育 卫生 健康 财政 社会 保障 人力 资源 自然 生态 环境 农业
农村 交通 运输 住房 城乡 文化 旅游 公共 服务 重点 领域 推进 加强
有关 进一步 国务院 自治区 自治州 街道 镇 乡
""".split()
_DATE = re.compile(r"\d{2,4}年(?:度|\d{1,2}月(?:\d{1,2}日)?)?")
_TORN_WORD = 6.0
_TORN_ENCLOSED = 10.0  # inside 《》, “” or （）
_NESTING = {"《": 1, "“": 1, "（": 1, "》": -1, "”": -1, "）": -1}
_MOST_LINES = 12
_LONGER_BELOW = 0.3  # 上长下短 is preferred where two breaks balance equally


@lru_cache(maxsize=256)
def _costs(title: str) -> tuple[tuple[int, float], ...]:
    """(offset, cost) of every place where a line of the title may end."""
    may_break = break_rule(title)
    words = [(start, len(word)) for word in _WORDS for start in _places(title, word)]
    words += [(date.start(), len(date[0])) for date in _DATE.finditer(title)]
    torn = {start + inner for start, length in words for inner in range(1, length)}
    depth = list(accumulate(_NESTING.get(char, 0) for char in title))
    return tuple(
        (
            offset,
            _TORN_WORD * (offset in torn) + _TORN_ENCLOSED * (depth[offset - 1] > 0),
        )
        for offset in range(1, len(title))
        if may_break(offset)
    )


def _places(title: str, word: str) -> list[int]:
    places = []
    start = title.find(word)
    while start >= 0:
        places.append(start)
        start = title.find(word, start + 1)
    return places


def title_breaks(title: str, profile: Profile) -> tuple[int, ...]:
    """Offsets where the lines of a title end; empty if it fits on one line.

    The fewest lines that hold it, as even as legal breaks and whole words allow. What needs more
    than :data:`_MOST_LINES` is no title; its lines are left to end where they are full.
    """
    style = profile.styles[Role.TITLE]
    room = profile.page.type_area_width / style.size
    gaps = set(meeting_points(classes(title)))
    gap = profile.spacing.han_latin_gap_em
    ends = list(
        accumulate((char_width(c) + gap * (i in gaps) for i, c in enumerate(title)), initial=0.0)
    )
    for lines in range(max(1, ceil(ends[-1] / room)), _MOST_LINES + 1):
        found = _best(title, ends, room, lines)
        if found is not None:
            return found
    return ()


def _best(title: str, ends: list[float], room: float, lines: int) -> tuple[int, ...] | None:
    """The cheapest breaks into a number of lines, or None if some line must be too long."""
    stops = [(0, 0.0), *_costs(title), (len(title), 0.0)]
    ideal = ends[-1] / lines
    # best[k]: stop index -> (cost, breaks) with k lines ended there
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for line in range(lines):
        reached: dict[int, tuple[float, tuple[int, ...]]] = {}
        for at, (cost, breaks) in best.items():
            for to in range(at + 1, len(stops)):
                width = ends[stops[to][0]] - ends[stops[at][0]]
                if width > room:
                    break
                is_end = to == len(stops) - 1
                if is_end != (line == lines - 1):
                    continue
                uneven = abs(width - ideal)
                longer_below = _LONGER_BELOW if line and width > ideal + 0.5 else 0.0
                total = cost + uneven + longer_below + stops[to][1]
                if to not in reached or total < reached[to][0]:
                    reached[to] = (total, breaks if is_end else (*breaks, stops[to][0]))
        best = reached
    final = best.get(len(stops) - 1)
    return None if final is None else final[1]
