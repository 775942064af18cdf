"""Nil statements stand on figures that are stated and zero, never on blanks or dashes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdocs.kinds.annual_report.figures import Figures
from govdocs.kinds.annual_report.nil import is_nil, is_stated
from govdocs.standards.annual_report.loader import report_format

GROUPS = report_format("2021").nil_groups


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.id)
def test_the_groups_are_those_of_the_rules(group):
    cells = {
        "applications": ["t2.新收.总计", "t2.上年结转.总计", "t2.办结.总计", "t2.结转下年.总计"],
        "reviews_and_suits": ["t3.复议.总计", "t3.直接起诉.总计", "t3.复议后起诉.总计"],
    }
    assert list(map(str, group.cells)) == cells[group.id]


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.id)
@given(data=st.data())
def test_stated_and_nil(group, data):
    values = data.draw(st.lists(st.sampled_from((None, 0, 1, "-", "无")), min_size=4, max_size=4))
    given_values = values[: len(group.cells)]
    figures = Figures(dict(zip(group.cells, given_values, strict=True)))
    assert is_stated(group, figures) is all(isinstance(value, int) for value in given_values)
    assert is_nil(group, figures) is all(value == 0 for value in given_values)


def test_the_year_before_2014_has_no_figures_to_stand_on():
    assert report_format("2008").nil_groups == ()
