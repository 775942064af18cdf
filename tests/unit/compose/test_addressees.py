"""主送机关 and 题注 (GB/T 9704-2012 7.3.2)."""

import pytest

from govdocs import api, build
from govdocs.compose.addressees import compose_under_title, organs_text
from govdocs.compose.composition import Role
from govdocs.model.nodes import MainPart
from govdocs.standards.loader import load_profile

PROFILE = load_profile("official")
OPTIONS = api.render_options({"bundled_fonts": True, "profile": "official"})


def lines_of(role, **parts):
    pages = api.settle(api.compose(build.document("某通知", "正文。", **parts), OPTIONS), OPTIONS)
    return [item for item in pages.pages.pages[0].items if item.anchor.role is role]


def text_of(line):
    return "".join(run.text for run in line.runs)


@pytest.mark.parametrize(
    ("organs", "text"),
    [
        (("某县人民政府",), "某县人民政府"),
        (("甲镇人民政府", "乙镇人民政府"), "甲镇人民政府、乙镇人民政府"),
        (
            ("各乡镇人民政府、各街道办事处", "县政府各部门"),
            "各乡镇人民政府、各街道办事处，县政府各部门",
        ),
    ],
)
def test_7_3_2_organs_of_one_kind_are_joined_by_the_enumeration_comma(organs, text):
    assert organs_text(organs) == text


def test_7_3_2_addressees_are_flush_left_and_end_in_a_full_width_colon():
    lines = lines_of(Role.ADDRESSEES, addressees=[f"第{n}镇人民政府" for n in range(9)])
    assert len(lines) > 1
    assert {line.runs[0].x for line in lines} == {PROFILE.page.binding_margin}
    assert text_of(lines[-1]).endswith("：")


def test_7_3_2_one_blank_line_stands_between_title_and_addressees():
    (title,) = lines_of(Role.TITLE, addressees=["某局"])
    (line,) = lines_of(Role.ADDRESSEES, addressees=["某局"])
    assert line.baseline - title.baseline == pytest.approx(PROFILE.page.line_top(2), abs=40_000)


def test_a_title_note_stands_right_under_the_title_and_a_blank_line_follows():
    note_text = "2025年3月9日某县人民代表大会通过"
    (title,) = lines_of(Role.TITLE, title_note=note_text)
    (note,) = lines_of(Role.TITLE_NOTE, title_note=note_text)
    (body,) = lines_of(Role.BODY, title_note=note_text)
    assert text_of(note) == f"（{note_text}）"
    line = PROFILE.page.line_top(1)
    assert note.baseline - title.baseline == pytest.approx(line, abs=40_000)
    assert body.baseline - note.baseline == pytest.approx(2 * line, abs=2)


def test_a_long_title_note_is_broken_in_even_lines():
    main = MainPart(
        title_note="2025年3月9日某某自治县第十八届人民代表大会常务委员会第五次会议审议通过"
    )
    (note,) = compose_under_title(main, PROFILE)
    (cut,) = note.breaks
    assert abs(cut - len(note.text) / 2) <= 2
