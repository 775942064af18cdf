"""Where Han meets western text, and where lines may be spread or squeezed."""

import pytest

from govdocs.typography.charclass import classes, is_western, is_wide
from govdocs.typography.spacing import (
    mark_pairs,
    meeting_points,
    rigid_joints,
    script_changes,
    single_marks,
)


def shown(text, offsets):
    return "".join(("|" if index in offsets else "") + char for index, char in enumerate(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("截至2017年12月", "截至|2017|年|12|月"),
        ("使用PPP模式", "使用|PPP|模式"),
        ("（2017）年", "（2017）年"),
        ("，2017", "，2017"),
        ("占12.5%的", "占|12.5%的"),
    ],
)
def test_the_gap_stands_between_han_and_letters_or_digits_only(text, expected):
    assert shown(text, meeting_points(classes(text))) == expected


def test_shared_marks_belong_to_the_script_before_them():
    assert shown("用“GDP”表示", script_changes(classes("用“GDP”表示"))) == "用“|GDP”|表示"


def test_words_numbers_dashes_and_ellipses_are_never_spread():
    text = "共12件——即GDP……等"
    assert shown(text, rigid_joints(classes(text))) == "共1|2件—|—即G|D|P…|…等"


def test_neighbouring_marks_are_pairs_and_others_stand_single():
    text = "说：“好。”然后，（一）"
    assert shown(text, mark_pairs(classes(text))) == "说：|“好。|”然后，|（一）"
    assert shown("后，前（一）项", single_marks(classes("后，前（一）项"))) == "后，|前|（一）|项"


@pytest.mark.parametrize("char", "文，“—…①℃〇𠮷")
def test_han_and_what_is_set_in_han_faces_is_wide(char):
    assert is_wide(char)
    assert not is_western(char)


@pytest.mark.parametrize("char", "aZ9.%é")
def test_ascii_and_western_letters_take_the_latin_face(char):
    assert is_western(char)
    assert not is_wide(char)
