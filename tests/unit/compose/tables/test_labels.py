"""Labels of narrow merged columns: one character a line, a mark with its character."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdocs.compose.nominal import nominal_width
from govdocs.compose.tables.labels import label_breaks
from govdocs.testing.strategies import settable_texts

LABEL = "三、本年度办理结果"


def lines_of(text, breaks):
    edges = [0, *breaks, len(text)]
    return [text[start:end] for start, end in pairwise(edges)]


def test_each_character_has_a_line_and_a_mark_stands_by_its_character():
    breaks = label_breaks(LABEL, room_em=2.1, lines=22)
    assert lines_of(LABEL, breaks) == ["三、", *"本年度办理结果"]


def test_a_figure_is_not_torn():
    assert lines_of("2024年度", label_breaks("2024年度", room_em=2.1, lines=22)) == [
        "2024",
        "年",
        "度",
    ]


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        (LABEL, 3.0, 22),  # the column holds three characters: common lines
        (LABEL, 2.1, 7),  # eight lines would make the rows higher
        (LABEL, 1.5, 22),  # 三、 is wider than the column
        ("总计", 2.1, 3),  # it fits on one line
        ("20240年", 2.1, 9),  # the figure is wider than the column
        ("", 2.1, 3),
    ],
)
def test_other_labels_are_left_alone(text, room, lines):
    breaks = label_breaks(text, room_em=room, lines=lines)
    assert breaks == ()


@given(settable_texts(max_size=20), st.floats(1, 3), st.floats(1, 30))
def test_every_line_fits_the_room_and_the_rows(text, room, lines):
    breaks = label_breaks(text, room_em=room, lines=lines)
    parts = lines_of(text, breaks)
    assert "".join(parts) == text
    if breaks:
        assert len(parts) <= lines
        assert all(part and nominal_width(part) <= room for part in parts)
