"""Sums of any valid reports: each cell, in any order, each unit once."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from govdocs.kinds.annual_report.county.aggregate import aggregate
from govdocs.kinds.annual_report.county.summing import Contribution
from govdocs.standards.annual_report.loader import report_format
from govdocs.testing.annual_reports import valid_figures, valid_reports

FORMATS = ("2014", "2019", "2021")
YEARS = {"2014": 2016, "2019": 2020, "2021": 2025}
COUNTY = "青禾县人民政府"


@st.composite
def units(draw, name):
    """A few reports of one year, as units of different names."""
    form = report_format(name)
    base = draw(valid_reports(form)).model_copy(update={"year": YEARS[name]})
    count = draw(st.integers(1, 4))
    return [
        Contribution(f"{n}局", base.model_copy(update={"tables": draw(valid_figures(form))}))
        for n in range(count)
    ]


def plain(value):
    """The number in a cell by plain means: 12.5万元 in 元, others as they are."""
    if isinstance(value, str) and value.endswith("万元"):
        return Decimal(value.removesuffix("万元")) * 10_000
    return value


@given(name=st.sampled_from(FORMATS), data=st.data())
@settings(max_examples=60, deadline=None)
def test_every_cell_is_the_sum_over_the_units(name, data):
    drawn = data.draw(units(name))
    form = report_format(name)
    whole = aggregate(drawn, form, YEARS[name], COUNTY)
    for cell in form.cells():
        expected = sum(plain(unit.report.tables[cell]) for unit in drawn)
        assert plain(whole.report.tables[cell]) == expected, cell
    assert [n for n in whole.notes if n.finding.id in ("total-differs", "tie-out")] == []


@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_the_order_of_the_units_does_not_matter(data):
    drawn = data.draw(units("2021"))
    mixed = data.draw(st.permutations(drawn))
    form = report_format("2021")
    one = aggregate(drawn, form, 2025, COUNTY).report
    other = aggregate(mixed, form, 2025, COUNTY).report
    assert one == other
    assert one.model_dump_json() == other.model_dump_json()


@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_blanks_lower_no_other_cell_and_are_all_told(data):
    drawn = data.draw(units("2021"))
    form = report_format("2021")
    cells = list(form.cells())
    blanked = data.draw(st.sets(st.sampled_from(cells), max_size=6))
    first = drawn[0]
    report = first.report.model_copy(
        update={"tables": first.report.tables.changed(dict.fromkeys(blanked))}
    )
    whole = aggregate([Contribution(first.name, report), *drawn[1:]], form, 2025, COUNTY)
    told = {
        cell
        for note in whole.notes
        if note.finding.id == "blank-in-sum"
        for cell in note.finding.cells
    }
    assert told == set(map(str, blanked))
    assert all(n.units == (first.name,) for n in whole.notes if n.finding.id == "blank-in-sum")
