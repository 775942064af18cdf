"""Titles in balanced lines of whole words (GB/T 9704-2012 7.3.1)."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govdocs.compose.nominal import nominal_width
from govdocs.compose.title import title_breaks
from govdocs.standards.loader import load_profile
from govdocs.standards.profile import Role
from govdocs.typography.kinsoku import NO_LINE_END, NO_LINE_START, break_rule

PROFILE = load_profile("published-report")
ROOM = PROFILE.page.type_area_width / PROFILE.styles[Role.TITLE].size
GAP = PROFILE.spacing.han_latin_gap_em
LINES_OF_NO_TITLE = 12


def lines(title):
    breaks = title_breaks(title, PROFILE)
    return [
        title[start:end] for start, end in zip((0, *breaks), (*breaks, len(title)), strict=True)
    ]


def width(line):
    return nominal_width(line, GAP)


@pytest.mark.parametrize(
    "title", ["", "题", "青禾县2017年度政府信息公开工作报告", "一" * 20, "A", "！"]
)
def test_a_title_that_fits_stays_on_one_line(title):
    assert title_breaks(title, PROFILE) == ()
    assert width(title) <= ROOM


def test_the_gap_between_han_and_latin_counts():
    title = "黑山县励家镇2017年度政府信息公开工作报告"
    assert nominal_width(title) <= ROOM < width(title)
    assert lines(title) == ["黑山县励家镇2017年度", "政府信息公开工作报告"]


TITLES = {
    title.replace("／", ""): title.split("／")
    for title in (
        "国务院办公厅关于印发／《2018年政务公开工作要点》的通知",
        "关于《中华人民共和国政府信息公开条例》／贯彻落实情况的报告",
        "某某市人力资源和社会保障局关于进一步／加强农村生态环境建设有关工作的实施意见",
        "某县2019年1月1日至2019年12月31日／政府信息公开工作年度报告",
        "某省人民政府办公厅关于转发某省发展和改革／委员会等部门某省推进“互联网+政务服务”／"
        "开展信息惠民试点实施方案的通知",
    )
}


@pytest.mark.parametrize(("title", "expected"), TITLES.items())
def test_7_3_1_a_long_title_is_broken_in_balanced_lines(title, expected):
    assert lines(title) == expected


def test_lines_of_equal_words_differ_by_one_character_at_most():
    for length in range(21, 60):
        lengths = [len(line) for line in lines("甲" * length)]
        assert max(lengths) - min(lengths) <= 1


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize(
    "whole",
    [
        r"《[^》]*》",
        r"“[^”]*”",
        r"\d+(?:年度?)?(?:\d+月\d+日)?",
        "政府信息公开|工作报告|年度报告|人民政府|办公厅|通知|关于|实施|社会保障|进一步|生态|环境",
    ],
    ids=["book title", "quote", "number and date", "word"],
)
def test_no_line_ends_inside_what_belongs_together(title, whole):
    inside = {
        offset
        for match in re.finditer(whole, title)
        for offset in range(match.start() + 1, match.end())
    }
    assert not inside & set(title_breaks(title, PROFILE))


def test_a_book_title_longer_than_a_line_must_break_inside():
    title = f"关于《{'甲' * 30}》的通知"
    assert len(lines(title)) == 2
    assert "".join(lines(title)) == title


def test_a_word_longer_than_a_line_is_left_to_the_layout():
    assert title_breaks("A" * 60, PROFILE) == ()


def test_a_text_of_absurd_length_is_no_title_and_is_not_balanced():
    assert len(lines("甲" * 240)) == LINES_OF_NO_TITLE
    assert title_breaks("甲" * 100_000, PROFILE) == ()


WORDS = st.sampled_from(
    ["甲", "县", "2017", "年度", "政府信息公开", "《", "》", "“", "”", "、", "，", "（", "）", "AB"]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=40).map("".join))
def test_any_title_keeps_its_text_and_breaks_where_lines_may(title):
    found = lines(title)
    assert "".join(found) == title
    may_break = break_rule(title)
    assert all(may_break(offset) for offset in title_breaks(title, PROFILE))
    if len(found) > 1:
        assert max(map(width, found)) <= ROOM + GAP * 2
        assert not any(line[0] in NO_LINE_START for line in found[1:])
        assert not any(line[-1] in NO_LINE_END for line in found[:-1])


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 200))
def test_a_title_takes_no_more_lines_than_it_needs(length):
    assert len(lines("甲" * length)) == -(-length // int(ROOM))
