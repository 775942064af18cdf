"""Figures: an immutable mapping from cells to values, without the blank ones."""

import pickle
from decimal import Decimal

import pytest

from govdocs.kinds.annual_report.figures import Figures
from govdocs.standards.annual_report.forms import CellRef
from govdocs.standards.annual_report.loader import report_format

NEW, LAST = CellRef("t2", "新收", "总计"), CellRef("t2", "上年结转", "总计")


def test_a_blank_cell_is_not_among_them():
    figures = Figures({NEW: 3, LAST: None})
    assert list(figures) == [NEW]
    assert LAST not in figures
    assert figures.at(*LAST) is None
    assert figures.number(LAST) is None
    assert figures.text(LAST) == ""


def test_plain_triples_name_cells_as_well():
    assert Figures({("t2", "新收", "总计"): 3})[NEW] == 3


def test_a_dash_is_text_and_no_number():
    figures = Figures({NEW: "-"})
    assert (figures.text(NEW), figures.number(NEW)) == ("-", None)


def test_putting_figures_in_leaves_the_old_ones():
    before = Figures({NEW: 3})
    after = before.changed({NEW: None, LAST: 4})
    assert (dict(before), dict(after)) == ({NEW: 3}, {LAST: 4})


def test_it_cannot_be_changed_in_place():
    with pytest.raises(TypeError):
        Figures({NEW: 3})[NEW] = 4


def test_what_is_handed_in_may_change_afterwards():
    given = {NEW: 3}
    figures = Figures(given)
    given[NEW] = 4
    assert figures[NEW] == 3


def test_equal_figures_have_equal_hashes_and_others_are_not_equal():
    assert Figures({NEW: Decimal("1.50")}) == Figures({NEW: Decimal("1.5")})
    assert len({Figures({NEW: 1}), Figures({NEW: 1}), Figures({NEW: 2})}) == 2
    assert Figures() != {}


def test_they_can_be_sent_to_another_process():
    figures = Figures({NEW: Decimal("1.5")})
    assert pickle.loads(pickle.dumps(figures)) == figures


def test_money_is_a_number_only_with_its_form():
    form = report_format("2019")
    cell = CellRef("t1", "政府集中采购", "采购总金额")
    figures = Figures({cell: "12.5万元"})
    assert figures.number(cell) is None
    assert figures.number(cell, form) == 125_000


def test_as_tables_every_cell_of_the_form_has_its_place_or_the_stated_ones_only():
    form = report_format("2021")
    figures = Figures({NEW: 3})
    assert figures.as_tables(form, blanks=False) == {"t2": {"新收": {"总计": 3}}}
    whole = figures.as_tables(form)
    assert list(whole) == ["t1", "t2", "t3"]
    assert whole["t2"]["新收"]["自然人"] is None
    assert sum(len(row) for rows in whole.values() for row in rows.values()) == len(
        list(form.cells())
    )
