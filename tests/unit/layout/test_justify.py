"""Setting one line between its edges: full lines end at the edge, marks are squeezed."""

from itertools import pairwise

import pytest
from one_em import EM, drawn_end, placed

from govdocs.standards.profile import Align

CLOSE = pytest.approx(0, abs=1e-4)


@pytest.mark.parametrize(
    "text",
    [
        "一二三四五六",  # fits exactly
        "一二三四五，六",  # hangs
        "一二三四《五六》七八",  # an opening mark goes over
        "一二，三四五。六七",
        "一二三12四五六七",
        "一。”“二三四五六七",
    ],
)
def test_a_full_line_ends_at_the_edge(text):
    assert drawn_end(text, 5) - 5 == CLOSE


def test_a_hung_mark_is_drawn_inside_the_edge_by_squeezing():
    runs = placed("一二三四五，六", 5)
    assert runs[0][1] == 0
    assert drawn_end("一二三四五，六", 5) - 5 == CLOSE
    assert all(tracking < 0 for _, _, tracking in runs)


def test_the_last_line_keeps_its_natural_width():
    assert placed("一二三四五六七", 5, line=1) == [("六七", 0, 0)]


def test_a_last_line_that_hangs_is_squeezed_in_too():
    assert drawn_end("一二三四五。", 5) - 5 == CLOSE


def test_spaces_are_shared_by_all_joints_but_those_of_words():
    runs = placed("一二三GDP四五六", 5.2)
    assert [text for text, _, _ in runs] == ["一二三", "GDP"]
    (_, _, han), (_, _, word) = runs
    assert han > 0
    assert word == 0


def test_dashes_are_not_torn_apart():
    assert gap_between("—", "—", placed("一二三——四五六七八九", 5.6)) == CLOSE
    assert gap_between("二", "三", placed("一二三——四五六七八九", 5.6)) > 0.1


def gap_between(before, after, runs):
    """Room between two neighbouring Han-wide characters of a line, in em."""
    places = [
        (char, x + number * (1 + tracking))
        for text, x, tracking in runs
        for number, char in enumerate(text)
    ]
    return next(
        right - left - 1 for (a, left), (b, right) in pairwise(places) if (a, b) == (before, after)
    )


def test_neighbouring_marks_share_half_an_em():
    (first, _, _), (second, x, _) = placed("好。”他", 9)[:2]
    assert first + second == "好。”他"
    assert x == pytest.approx(1.5)


def test_squeezing_prefers_marks_to_letters():
    line = placed("一，二三四五，六七", 6)
    by_text = {text: x for text, x, _ in line}
    after_mark = next(x for text, x in by_text.items() if text.startswith("二"))
    assert after_mark < 2 - 0.05


def test_centred_and_right_lines_stand_where_they_should():
    assert placed("一二", 6, align=Align.CENTER)[0][1] == pytest.approx(2, abs=1e-4)
    assert placed("一二", 6, align=Align.RIGHT)[0][1] == pytest.approx(4, abs=1e-4)


def test_a_word_too_long_for_the_line_is_kept_inside():
    text, x, tracking = placed("12345678。", 4)[0]
    assert x + 0.5 * len(text) + tracking * (len(text) - 1) <= 4 + 1e-4


def test_positions_are_whole_emu():
    assert all(float(x * EM).is_integer() for _, x, _ in placed("一二12三四五六", 5.3))
