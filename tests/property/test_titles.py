"""Properties of titles: nothing lost, every line fits, nothing torn that could be whole."""

from functools import cache
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from govdocs.compose.nominal import nominal_width
from govdocs.compose.title.findings import title_findings
from govdocs.compose.title.lines import title_breaks, title_lines
from govdocs.compose.title.parts import PartKind, title_parts
from govdocs.compose.title.tokens import tokens
from govdocs.standards.loader import load_profile
from govdocs.standards.profile import Role
from govdocs.typography.kinsoku import break_rule

PROFILE = load_profile("published-report")
ROOM = PROFILE.page.type_area_width / PROFILE.styles[Role.TITLE].size
GAP = PROFILE.spacing.han_latin_gap_em
MOST_LINES = 12
ROUNDING = 1e-6

NAMES = ("青禾河上游引水工程管理处", "三镇联合会")
PIECES = st.sampled_from(
    "青禾县 人民政府 办公室 关于 印发 《 》 “ ” （ ） 的 和 等 通知 2017年度 第三次 会议 推进"
    " 政务公开 甲 乙丙 、 12.5% 教育局 AB-12 —— 互联网+ 〔2018〕15号 和谐 实施方案".split()
) | st.sampled_from([" ", *NAMES])
built = st.lists(PIECES, max_size=36).map("".join)
titles = st.one_of(built, st.text(max_size=80))
names = st.lists(st.sampled_from([*NAMES, "", "甲", "县人民"]), max_size=3)


def fits(text):
    return nominal_width(text.rstrip(" "), GAP) <= ROOM + ROUNDING


def can_be_divided(title, forbidden):
    """Whether lines that fit can end outside some offsets, tried one by one."""
    may_break = break_rule(title)

    @cache
    def lines_from(start):
        if fits(title[start:]):
            return 1
        ends = (
            end
            for end in range(start + 1, len(title))
            if end not in forbidden and may_break(end) and fits(title[start:end])
        )
        return 1 + min(map(lines_from, ends), default=MOST_LINES)

    return lines_from(0) <= MOST_LINES


def inside(parts):
    return {at for part in parts for at in range(part.start + 1, part.end)}


@settings(max_examples=300, deadline=None)
@given(titles, names)
def test_lines_make_the_title_and_fit(title, given_names):
    found = title_lines(title, PROFILE, given_names)
    assert "".join(found.lines) == title
    assert found.breaks == title_breaks(title, PROFILE, given_names)
    assert all(fits(line) or line in found.too_wide for line in found.lines)
    assert len(found.lines) <= MOST_LINES
    assert len(found.lines) == 1 or not found.too_wide


@settings(max_examples=300, deadline=None)
@given(built, names)
def test_7_3_1_nothing_is_torn_where_another_division_is_possible(title, given_names):
    parts = title_parts(title, tokens(title), given_names)
    hard = [
        part
        for part in parts
        if part.kind is not PartKind.WORD and fits(title[part.start : part.end])
    ]
    if can_be_divided(title, inside(hard)):
        assert not inside(hard) & set(title_breaks(title, PROFILE, given_names))


@settings(max_examples=200, deadline=None)
@given(built, names)
def test_7_3_1_what_is_torn_is_said(title, given_names):
    found = title_lines(title, PROFILE, given_names)
    said = {finding.found for finding in title_findings(title, PROFILE, given_names)}
    for name in given_names:
        start = title.find(name)
        if name and any(start < at < start + len(name) for at in found.breaks) and start >= 0:
            assert name in said


@settings(max_examples=200, deadline=None)
@given(titles)
def test_words_are_the_title(title):
    found = tokens(title)
    assert "".join(title[token.start : token.end] for token in found) == title
    assert all(left.end == right.start for left, right in pairwise(found))


@settings(max_examples=25, deadline=None)
@given(st.text(min_size=300, max_size=300))
def test_any_long_text_is_taken(title):
    found = title_lines(title, PROFILE)
    assert "".join(found.lines) == title
