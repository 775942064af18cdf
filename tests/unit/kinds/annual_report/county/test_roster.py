"""The roster: three kinds of files, one shape of rows, every fault with its place."""

import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdocs.errors import InputError, ReportError
from govdocs.findings import Severity
from govdocs.kinds.annual_report.agency import AgencyKind
from govdocs.kinds.annual_report.county.roster import Unit, file_stems, make_roster
from govdocs.kinds.annual_report.county.roster_reading import read_roster
from govdocs.kinds.annual_report.county.roster_sheet import write_roster

HEAD = "全称,规范化简称,类别,顺序,联系人,联系电话,涵盖,并入自,来源文件\n"


@pytest.fixture
def roster(tmp_path):
    """Reads a roster from the text of a file of that name."""

    def read(text, name="名册.csv", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return read_roster(path)

    return read


def faults(read, text, name="名册.csv"):
    with pytest.raises(ReportError) as caught:
        read(text, name)
    return [(finding.place, finding.zh) for finding in caught.value.findings]


def ids(roster):
    return [note.finding.id for note in roster.notes]


def test_every_column_is_read(roster):
    read = roster(
        HEAD + "青禾县教育局,县教育局,部门,2,李工,0999-1,教研室；招生办,青禾县体育局,教育.yaml\n"
        "青禾县人民政府,县政府,政府本级,1,,,,,\n"
    )
    own, office = read.units
    assert own.name == "青禾县人民政府"
    assert own.kind is AgencyKind.GOVERNMENT
    assert office == Unit(
        name="青禾县教育局",
        short_name="县教育局",
        kind=AgencyKind.DEPARTMENT,
        order=2,
        contact="李工",
        telephone="0999-1",
        covers=("教研室", "招生办"),
        former_names=("青禾县体育局",),
        file="教育.yaml",
        place=office.place,
    )
    assert office.place.endswith("名册.csv:2")
    assert read.notes == ()


def test_a_csv_of_the_office_in_gb18030_is_read(roster):
    assert roster(HEAD + "青禾县民政局\n", encoding="gb18030").units[0].name == "青禾县民政局"


def test_kind_and_order_are_told_where_the_roster_does_not_say(roster):
    read = roster("全称\n青禾县民政局\n青禾县柳湾镇人民政府\n")
    assert [(u.kind.value, u.order) for u in read.units] == [("department", 1), ("township", 2)]


def test_a_title_and_blank_lines_above_the_head_are_passed_over(roster):
    read = roster("青禾县名册,,\n,,\n序号,单位名称（全称）,简称\n3,青禾县民政局,县民政局\n")
    assert [(u.name, u.order) for u in read.units] == [("青禾县民政局", 3)]


def test_yaml_gives_the_same_units(roster):
    text = """
- 全称: 青禾县教育局
  规范化简称: 县教育局
  涵盖: [教研室, 招生办]
- 全称: 青禾县民政局
  顺序: 1
"""
    read = roster(text, "名册.yaml")
    assert [u.name for u in read.units] == ["青禾县教育局", "青禾县民政局"]
    assert read.units[0].covers == ("教研室", "招生办")


def test_a_workbook_is_written_and_read_back(roster):
    units = [
        Unit(name="青禾县人民政府", kind=AgencyKind.GOVERNMENT, order=1),
        Unit(name="青禾县教育局", short_name="县教育局", kind=AgencyKind.DEPARTMENT, order=2,
             covers=("教研室", "招生办"), telephone="0999-0012345"),
    ]  # fmt: skip
    read = roster(write_roster(units), "名册.xlsx")
    assert [u.name for u in read.units] == ["青禾县人民政府", "青禾县教育局"]
    assert read.units[1].covers == ("教研室", "招生办")
    assert read.units[1].telephone == "0999-0012345"
    assert read.units[1].place == "名册!A4"


def test_an_empty_roster_asks_for_units(roster):
    data = write_roster()
    with pytest.raises(InputError, match="名册里没有单位"):
        roster(data, "名册.xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(data))["名册"]
    validated = [str(each.sqref) for each in sheet.data_validations.dataValidation]
    assert validated == ["C3:C302", "A3:A302", "D3:D302"]


def test_numbers_typed_as_numbers_are_texts(roster):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["全称", "顺序", "联系电话"])
    sheet.append(["青禾县民政局", 7, 4165500000])
    stream = io.BytesIO()
    book.save(stream)
    unit = roster(stream.getvalue(), "r.xlsx").units[0]
    assert (unit.order, unit.telephone) == (7, "4165500000")


def test_wrong_rows_are_all_told_with_their_lines(roster):
    told = faults(roster, HEAD + "青禾县民政局,,局,零\n,县教育局,,\n青禾县审计局,,,-1\n")
    assert [(place.rpartition(":")[2], zh[:6]) for place, zh in told] == [
        ("2", "顺序应为正整"),
        ("2", "类别应为政府"),
        ("3", "缺少全称（至"),
        ("4", "顺序应为正整"),
    ]


def test_wrong_rows_of_a_workbook_are_told_with_sheet_and_cell(roster):
    data = write_roster([Unit(name="青禾县民政局", order=1)])
    book = openpyxl.load_workbook(io.BytesIO(data))
    book["名册"]["C3"] = "局"
    stream = io.BytesIO()
    book.save(stream)
    assert faults(roster, stream.getvalue(), "r.xlsx")[0][0] == "名册!C3"


def test_a_misspelt_heading_is_told(roster):
    told = faults(roster, "全称,规范简称\n青禾县民政局,民政\n")
    assert told[0][1] == "没有“规范简称”这一列，是否想写“规范化简称”？"


def test_a_file_without_a_head_says_what_to_do(roster):
    with pytest.raises(InputError, match="--new-roster"):
        roster("青禾县民政局\n青禾县审计局\n")


def test_names_that_stand_twice_are_errors(roster):
    read = roster(HEAD + "青禾县民政局,县民政局\n青禾县民政局,\n青禾县社会局,县民政局\n")
    assert ids(read) == ["roster-duplicate-name", "roster-duplicate-name"]
    assert all(note.finding.severity is Severity.ERROR for note in read.notes)


def test_one_short_name_equal_to_its_own_full_name_is_no_duplicate(roster):
    assert roster(HEAD + "县供销社,县供销社\n").notes == ()


def test_a_covered_unit_with_a_row_of_its_own_would_count_twice(roster):
    read = roster(HEAD + "青禾县教育局,县教育局,,,,,县教研室,\n青禾县教研室,县教研室\n")
    (note,) = read.notes
    assert note.finding.id == "roster-covered-unit"
    assert note.units == ("青禾县教研室", "青禾县教育局")


def test_a_unit_that_two_cover_would_count_twice(roster):
    read = roster(HEAD + "青禾县教育局,,,,,,少年宫,\n青禾县文化局,,,,,,体校；少年宫,\n")
    (note,) = read.notes
    assert note.finding.id == "roster-covered-twice"
    assert note.units == ("青禾县文化局", "青禾县教育局")


def test_a_former_name_is_one_units(roster):
    read = roster(HEAD + "甲局,,,,,,,旧局\n乙局,,,,,,,旧局；丙局\n丙局\n")
    assert ids(read) == ["roster-former-name", "roster-former-name"]


def test_one_file_is_not_two_units(roster):
    read = roster(HEAD + "甲局,,,,,,,,a.yaml\n乙局,,,,,,,,A.yaml\n")
    assert ids(read) == ["roster-duplicate-file"]


def test_units_stand_in_their_order():
    units = [Unit(name="乙局", order=2), Unit(name="甲局", order=1), Unit(name="丙局", order=2)]
    read = make_roster("r", units)
    assert [unit.name for unit in read.units] == ["甲局", "乙局", "丙局"]
    assert ids(read) == ["roster-duplicate-order"]


@given(st.lists(st.text(min_size=1, max_size=120), min_size=1, max_size=6))
def test_file_names_differ_and_fit_every_file_system(names):
    units = [Unit(name=name, order=1) for name in names]
    stems = file_stems(make_roster("r", units))
    assert len({stem.casefold() for stem in stems}) == len(names)
    assert all(len(f"{stem}.xlsx".encode()) <= 200 for stem in stems)
    assert not any(mark in stem for stem in stems for mark in '\\/:*?"<>|\n')
