"""Titles in balanced lines of whole words (GB/T 9704-2012 7.3.1)."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govdocs.compose.nominal import nominal_width
from govdocs.compose.title.findings import title_findings
from govdocs.compose.title.lines import (
    Torn,
    own_breaks,
    title_breaks,
    title_lines,
    title_lines_as_given,
)
from govdocs.compose.title.parts import PartKind
from govdocs.compose.title.shape import TitleShape, is_as_wanted, shape_of
from govdocs.errors import UsageError
from govdocs.findings import Severity
from govdocs.standards.loader import load_profile
from govdocs.standards.profile import Role
from govdocs.typography.kinsoku import NO_LINE_END, NO_LINE_START, break_rule

PROFILE = load_profile("published-report")
ROOM = PROFILE.page.type_area_width / PROFILE.styles[Role.TITLE].size
GAP = PROFILE.spacing.han_latin_gap_em
LINES_OF_NO_TITLE = 12
FIFTEEN_KINDS = (
    "决议 决定 命令（令） 公报 公告 通告 意见 通知 通报 报告 请示 批复 议案 函 纪要".split()
)


def lines(title, names=()):
    breaks = title_breaks(title, PROFILE, names)
    return [
        title[start:end] for start, end in zip((0, *breaks), (*breaks, len(title)), strict=True)
    ]


def width(line):
    return nominal_width(line, GAP)


def read_titles():
    """Kind -> {title: the divisions that read well}, from the file beside this one."""
    found, kind, title = {}, "", ""
    path = Path(__file__).with_name("titles.txt")
    for row in path.read_text(encoding="utf-8").splitlines():
        if row.startswith("["):
            kind = row.strip("[]")
        elif row and not row.startswith("#"):
            division = row.removeprefix("或 ")
            title = division.replace("／", "")
            found.setdefault(kind, {}).setdefault(title, []).append(division)
    return found


BY_KIND = read_titles()
TITLES = {title: good for titles in BY_KIND.values() for title, good in titles.items()}


def test_titles_of_all_fifteen_kinds_are_tried():
    assert [*BY_KIND][:15] == FIFTEEN_KINDS
    assert len(TITLES) >= 80
    assert all(len(titles) >= 3 for titles in BY_KIND.values())


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


@pytest.mark.parametrize(("title", "good"), TITLES.items())
def test_7_3_1_a_long_title_is_broken_in_balanced_lines(title, good):
    assert "／".join(lines(title)) in good


@pytest.mark.parametrize("title", TITLES)
def test_7_3_1_lines_make_a_trapezoid_or_a_lozenge(title):
    found = title_lines(title, PROFILE)
    assert is_as_wanted(found.shape, len(found.lines))
    assert all(width(line) <= ROOM for line in found.lines)
    widths = [width(line) for line in found.lines]
    if len(widths) == 2:
        assert min(widths) >= 0.45 * max(widths)


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize(
    "whole",
    [
        r"《[^》]{0,18}》",
        r"“[^”]*”",
        r"\d+(?:年度?)?(?:\d+月\d+日)?",
        "青禾[省市县]|人民政府|办公厅|人民代表大会|社会保障局|发展和改革(?:局|委员会)|教育局",
        "政府信息公开|工作报告|年度报告|通知|关于|实施|社会保障|进一步|生态|环境",
    ],
    ids=["book title", "quote", "number and date", "organ", "word"],
)
def test_7_3_1_no_line_ends_inside_what_belongs_together(title, whole):
    inside = {
        offset
        for match in re.finditer(whole, title)
        for offset in range(match.start() + 1, match.end())
    }
    assert not inside & set(title_breaks(title, PROFILE))


@pytest.mark.parametrize("title", TITLES)
def test_7_3_1_no_line_begins_with_a_particle_or_a_conjunction(title):
    assert not any(line[0] in "的和与及了等" for line in lines(title)[1:])


def test_a_word_that_begins_with_a_particle_s_character_may_begin_a_line():
    title = "青禾县人民政府关于表彰全县构建乡村社区和谐劳动关系先进集体的决定"
    assert "".join(lines(title, ["和谐劳动关系"])) == title
    assert any("和谐劳动关系" in line for line in lines(title, ["和谐劳动关系"]))


ORGAN = "青禾河上游三镇联合引水工程管理处"


@pytest.mark.parametrize("before", range(1, 24))
@pytest.mark.parametrize("after", [1, 5, 12])
def test_7_3_1_a_name_that_the_caller_gives_is_whole(before, after):
    title = "甲" * before + ORGAN + "乙" * after
    found = title_lines(title, PROFILE, [ORGAN])
    assert any(ORGAN in line for line in found.lines)
    assert found.torn == ()


def test_names_that_are_empty_or_not_in_the_title_change_nothing():
    title = "青禾县人民政府办公室关于印发青禾县推进政务公开实施方案的通知"
    assert lines(title, ["", "白杨镇", "青"]) == lines(title)


@pytest.mark.parametrize(
    ("title", "organ"),
    [
        ("关于成立青禾县优化营商环境工作领导小组办公室的通知", "青禾县优化营商环境工作领导小组"),
        ("关于转发教育局财政局意见的通知并请各单位认真学习的函", "教育局"),
        ("国家税务总局青禾县税务局关于商请提供企业用电数据的函", "国家税务总局青禾县税务局"),
        ("和平区人民政府和青禾区人民政府关于共同治理两区界河的通告", "和平区人民政府"),
        ("建设镇人民政府关于新建改建扩建农村公路有关问题的请示", "建设镇人民政府"),
        ("青禾自治州人民政府办公室关于州级部门工作分工调整的通知", "青禾自治州人民政府办公室"),
        ("中国共产党青禾县委员会办公室关于召开全体会议的通知", "中国共产党青禾县委员会办公室"),
    ],
)
def test_7_3_1_organs_are_recognised(title, organ):
    assert any(organ in line for line in lines(title))


@pytest.mark.parametrize(
    "whole",
    "2021—2025年 2019年1月1日至2019年12月31日 第十四个五年规划 青政〔2018〕15号 12.5% 3000万元"
    " 12个 二〇三五年 GB/T|9704—2012 第三次 中华人民共和国城乡规划法".split(),
)
def test_7_3_1_numbers_and_laws_are_whole_wherever_they_stand(whole):
    whole = whole.replace("|", " ")
    for before in range(2, 24):
        title = f"{'关于' + '甲' * before}{whole}有关问题的通知"
        assert any(whole in line for line in lines(title)), title


def test_a_space_between_organs_takes_no_room_at_a_line_s_end():
    title = f"{'甲' * 18}县局 {'乙' * 18}县局关于联合执法的通知"
    found = title_lines(title, PROFILE, [f"{'甲' * 18}县局", f"{'乙' * 18}县局"])
    assert found.lines[0] == f"{'甲' * 18}县局 "
    assert found.torn == found.too_wide == ()


def test_lines_of_equal_words_differ_little():
    for length in range(21, 60):
        lengths = [len(line) for line in lines("甲" * length)]
        assert max(lengths) - min(lengths) <= len(lengths) - 1


def test_7_3_1_three_lines_are_equal_only_where_they_must_be():
    for length in range(41, 60):
        assert title_lines("甲" * length, PROFILE).shape is not TitleShape.EVEN
    assert title_lines("甲" * 60, PROFILE).shape is TitleShape.EVEN


@pytest.mark.parametrize(
    ("widths", "shape"),
    [
        ([8], TitleShape.SINGLE),
        ([8, 8], TitleShape.EVEN),
        ([8, 9], TitleShape.TRAPEZOID),
        ([8, 9, 9], TitleShape.TRAPEZOID),
        ([9, 8, 7], TitleShape.INVERTED_TRAPEZOID),
        ([8, 9, 7], TitleShape.LOZENGE),
        ([8, 9, 9, 7], TitleShape.LOZENGE),
        ([9, 8, 9], TitleShape.OTHER),
        ([8, 9, 8, 9], TitleShape.OTHER),
        ([8, 8, 8], TitleShape.EVEN),
        ([8, 8.2, 8], TitleShape.EVEN),
    ],
)
def test_7_3_1_shapes(widths, shape):
    assert shape_of(widths) is shape
    assert is_as_wanted(shape, len(widths)) == (
        shape is not TitleShape.OTHER and (shape is not TitleShape.EVEN or len(widths) < 3)
    )


def test_a_book_title_longer_than_a_line_is_broken_inside_and_said():
    title = "青禾县自然资源局关于审批《青禾县国土空间总体规划（2021—2035年）》的请示"
    found = title_lines(title, PROFILE)
    book = "《青禾县国土空间总体规划（2021—2035年）》"
    assert found.torn == (Torn(book, PartKind.ENCLOSED, too_long=True),)
    assert any("（2021—2035年）" in line for line in found.lines)  # what is inside stays whole


def test_a_book_title_longer_than_a_line_must_break_inside():
    title = f"关于《{'甲' * 30}》的通知"
    assert len(lines(title)) == 2
    assert "".join(lines(title)) == title


def test_marks_without_their_partner_enclose_nothing():
    title = "关于《" + "甲" * 30 + "”的通知"
    assert title_lines(title, PROFILE).torn == ()


def test_a_word_longer_than_a_line_is_left_to_the_layout():
    found = title_lines("A" * 60, PROFILE)
    assert found.breaks == ()
    assert found.too_wide == ("A" * 60,)


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
        assert max(map(width, found)) <= ROOM + 1e-6
        assert not any(line[0] in NO_LINE_START for line in found[1:])
        assert not any(line[-1] in NO_LINE_END for line in found[:-1])


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 200))
def test_a_title_takes_no_more_lines_than_it_needs(length):
    assert len(lines("甲" * length)) == -(-length // int(ROOM))


# The caller's own lines, and what is said.

TITLE = "青禾县人民政府办公室关于印发青禾县推进政务公开实施方案的通知"
OWN = ("青禾县人民政府办公室", "关于印发青禾县推进政务公开实施方案的通知")


def test_own_lines_give_their_breaks():
    assert own_breaks(TITLE, OWN, PROFILE) == (10,)
    assert own_breaks("题", ("题",), PROFILE) == ()


@pytest.mark.parametrize(
    ("own", "said"),
    [
        (("青禾县人民政府", "的通知"), "合起来不是标题"),
        ((*OWN, ""), "空行"),
        ((TITLE,), "第1行"),
        ((TITLE[:2], TITLE[2:]), "第2行"),
    ],
)
def test_7_3_1_own_lines_must_be_the_title_and_fit(own, said):
    with pytest.raises(UsageError) as caught:
        own_breaks(TITLE, own, PROFILE)
    assert said in caught.value.zh
    assert "7.3.1" in caught.value.zh
    assert "7.3.1" in caught.value.en
    assert caught.value.at == "main_part.title_lines"


def test_the_choice_made_is_said():
    (finding,) = title_findings(TITLE, PROFILE)
    assert (finding.id, finding.severity) == ("title-lines", Severity.INFO)
    assert "青禾县人民政府办公室关于印发／青禾县推进政务公开实施方案的通知" in finding.zh
    assert "trapezoid" in finding.en


def test_nothing_is_said_of_a_single_line_or_of_good_lines_of_the_caller():
    assert title_findings("青禾县人民政府公告", PROFILE) == ()
    assert title_findings(TITLE, PROFILE, own_lines=OWN) == ()


def test_7_3_1_a_torn_name_of_the_caller_s_lines_is_a_warning():
    own = (TITLE[:7], TITLE[7:12], TITLE[12:])
    assert own[0] == "青禾县人民政府"
    found = title_findings(TITLE, PROFILE, own_lines=own)
    assert {finding.severity for finding in found} == {Severity.WARNING}
    assert [finding.found for finding in found] == ["青禾县人民政府办公室", "不成梯形或菱形"]
    assert title_lines_as_given(own, PROFILE).torn[0].too_long is False


def test_7_3_1_a_rectangle_of_the_caller_s_lines_is_a_warning():
    own = ("甲甲甲", "甲甲甲", "甲甲甲")
    (finding,) = title_findings("甲" * 9, PROFILE, own_lines=own)
    assert finding.expected == "梯形或菱形"


def test_what_no_line_can_hold_is_a_warning():
    (finding,) = title_findings("A" * 60, PROFILE)
    assert finding.severity is Severity.WARNING
    assert "A" * 60 in finding.zh
