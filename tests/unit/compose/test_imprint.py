"""版记: what its lines say and what stands over them (GB/T 9704-2012 7.4, 10.1)."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdocs.compose.composed_imprint import ComposedImprint, ImprintEntry
from govdocs.compose.composition import Align, ComposedParagraph, Role
from govdocs.compose.imprint import compose_imprint
from govdocs.compose.nominal import nominal_width
from govdocs.errors import UsageError
from govdocs.model.nodes import Imprint
from govdocs.standards.loader import load_profile
from govdocs.units import mm

OFFICIAL, LETTER = load_profile("official"), load_profile("letter")
PAGE = OFFICIAL.page
THICK, THIN = mm(0.35), mm(0.25)
DAY = datetime.date(2018, 1, 9)
SIZE = OFFICIAL.styles[Role.IMPRINT].size
ROOM = (PAGE.type_area_width - 2 * PAGE.cell) / SIZE  # 字 of 四号 on a line


def composed(profile=OFFICIAL, **parts):
    found = compose_imprint(Imprint(**parts), profile)
    assert found is not None
    return found


def lines(imprint):
    return [entry.paragraph.text for entry in imprint.entries]


def test_7_4_2_copies_follow_their_label_and_end_with_a_full_stop():
    made = composed(copied_to=("县委各部门", "县人武部"))
    assert lines(made) == ["抄送：县委各部门、县人武部。"]
    assert lines(composed(copied_to=("县委各部门，县人武部。",))) == [
        "抄送：县委各部门，县人武部。"
    ]


def test_7_4_2_organs_of_different_kinds_are_separated_by_commas():
    made = composed(copied_to=("县委各部门、县委直属单位", "县人武部"))
    assert lines(made) == ["抄送：县委各部门、县委直属单位，县人武部。"]


def test_7_4_2_wrapped_lines_hang_under_the_first_character_after_the_colon():
    paragraph = composed(copied_to=("县委各部门",)).entries[0].paragraph
    assert paragraph.left_indent == PAGE.cell + 3 * SIZE
    assert paragraph.first_line == -3 * SIZE
    assert paragraph.right_indent == 1


def test_7_4_2_addressees_moved_here_have_no_rule_under_them():
    made = composed(addressed_to=("各乡镇",), copied_to=("县委",), printing_office="办公室")
    assert lines(made) == ["主送：各乡镇。", "抄送：县委。", "办公室"]
    assert [entry.rule for entry in made.entries] == [THICK, 0, THIN]
    assert made.foot_rule == THICK


def test_7_4_3_the_date_stands_at_the_right_of_the_office_without_zeros():
    made = composed(printing_office="县政府办公室", date_of_printing=DAY)
    assert lines(made) == ["县政府办公室\t2018年1月9日印发"]
    (tab,) = made.entries[0].paragraph.tabs
    assert (tab.position, tab.align) == (PAGE.type_area_width - PAGE.cell, Align.RIGHT)


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ({"date_of_printing": DAY}, "\t2018年1月9日印发"),
        ({"printing_office": "县政府办公室"}, "县政府办公室"),
    ],
)
def test_7_4_3_one_of_office_and_date_stands_where_it_does_with_the_other(parts, text):
    assert lines(composed(**parts)) == [text]


def test_7_4_3_other_elements_stand_over_the_office_between_thin_rules():
    made = composed(
        copied_to=("县委",), others=("共印100份", "校对：某人"), printing_office="办公室"
    )
    assert lines(made) == ["抄送：县委。", "共印100份", "校对：某人", "办公室"]
    assert [entry.rule for entry in made.entries] == [THICK, THIN, 0, THIN]


def test_7_4_3_offices_too_long_beside_the_date_go_over_several_lines():
    offices = ("青禾县人民政府办公室", "青禾县发展和改革局办公室", "青禾县农业农村局办公室")
    made = composed(printing_office="、".join(offices), date_of_printing=DAY)
    assert lines(made) == [
        "青禾县人民政府办公室、",
        "青禾县发展和改革局办公室、",
        "青禾县农业农村局办公室\t2018年1月9日印发",
    ]
    assert [entry.rule for entry in made.entries] == [THICK, 0, 0]


@given(st.text(alphabet="政府办公室、 A1", min_size=1, max_size=120).map(str.strip).filter(bool))
def test_7_4_3_office_and_date_always_fit_on_their_lines_and_lose_nothing(office):
    made = composed(printing_office=office, date_of_printing=datetime.date(2025, 12, 31))
    *before, last = lines(made)
    office_end, _, date = last.partition("\t")
    assert "".join([*before, office_end]).replace(" ", "") == office.replace(" ", "")
    assert date == "2025年12月31日印发"
    # One 字 lies between them.
    widths = [nominal_width(text, 0.2) for text in (*before, office_end)]
    assert max(widths) <= ROOM - nominal_width(date, 0.2) - 1 + 0.001


@pytest.mark.parametrize("imprint", [None, Imprint()])
def test_7_4_nothing_to_set_is_no_imprint(imprint):
    assert compose_imprint(imprint, OFFICIAL) is None


def test_7_4_an_imprint_names_each_rule_with_the_lines_under_it():
    made = composed(addressed_to=("各乡镇",), copied_to=("县委",), printing_office="办公室")
    assert made.rules((1, 2, 1)) == ((4, THICK), (1, THIN), (0, THICK))


def test_10_1_the_imprint_of_a_letter_has_no_rules():
    made = composed(LETTER, addressed_to=("甲",), copied_to=("县委",), others=("共印100份",))
    assert lines(made) == ["主送：甲。", "抄送：县委。", "共印100份"]
    assert made.rules((1, 1, 1)) == ()


@pytest.mark.parametrize(
    ("parts", "named"),
    [
        ({"printing_office": "县政府办公室"}, "县政府办公室"),
        ({"date_of_printing": DAY}, "2018年1月9日"),
        ({"printing_office": "办公室", "date_of_printing": DAY}, "办公室 2018年1月9日"),
    ],
)
def test_10_1_a_letter_with_office_or_date_is_refused(parts, named):
    with pytest.raises(UsageError, match=r"10\.1") as caught:
        compose_imprint(Imprint(copied_to=("县委",), **parts), LETTER)
    assert named in caught.value.zh
    assert named in caught.value.en
    assert "去掉" in caught.value.zh


def test_a_rule_of_no_thickness_is_none():
    entry = ImprintEntry(ComposedParagraph(Role.IMPRINT, ()), 0)
    assert ComposedImprint((entry,), 0).rules((1,)) == ()
