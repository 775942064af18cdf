"""Formats as data: ours are whole, a province's own says only what differs, slips are named."""

from itertools import pairwise
from pathlib import Path

import pytest

from govdocs.errors import InputError, UsageError
from govdocs.kinds.annual_report.figures import Figures
from govdocs.kinds.annual_report.tables import table_node
from govdocs.standards.annual_report.loader import (
    format_names,
    format_of_year,
    read_format,
    report_format,
)

VARIANT = Path(__file__).parents[3] / "examples/annual_reports/variant/my-province.toml"
TYPE_AREA_MM = 156


@pytest.fixture
def changed(tmp_path):
    """Read the example's format with some of its text replaced."""

    def read(*pairs, text=None):
        text = text or VARIANT.read_text(encoding="utf-8")
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new, 1)
        path = tmp_path / "own.toml"
        path.write_text(text, encoding="utf-8")
        return read_format(path)

    return read


# ---- ours ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", format_names())
def test_every_format_has_its_own_id_and_a_title_with_agency_and_year(name):
    form = report_format(name)
    assert form.id == name
    assert form.title.format(agency="甲", year=2025).startswith("甲2025年")


def test_every_year_since_2008_has_one_format_of_its_own():
    years = sorted(span for name in format_names() if (span := report_format(name).years))
    assert years[0][0] == 2008
    assert all(left[1] + 1 == right[0] for left, right in pairwise(years))
    with pytest.raises(UsageError, match="2008"):
        format_of_year(2007)


@pytest.mark.parametrize("name", format_names())
def test_the_tables_are_as_wide_as_the_type_area_and_can_be_printed(name):
    for table in report_format(name).tables:
        assert sum(table.column_widths) == pytest.approx(TYPE_AREA_MM)
        assert table_node(table, Figures()).columns == len(table.column_widths)


@pytest.mark.parametrize("name", format_names())
def test_ids_are_plain_and_keys_and_ids_stand_once(name):
    form = report_format(name)
    for entries in (
        form.sections,
        *(t.rows for t in form.tables),
        *(t.columns for t in form.tables),
    ):
        for names in ([each.key for each in entries], [each.id for each in entries]):
            assert len(set(names)) == len(names)
        assert all(each.id.replace("_", "a").isalnum() and each.id.isascii() for each in entries)


@pytest.mark.parametrize("name", format_names())
def test_charts_nil_statements_and_swings_stand_on_printed_cells(name):
    form = report_format(name)
    printed = set(form.cells())
    used = [cell for plan in form.charts for part in plan.parts for cell in part.cells]
    used += [cell for group in form.nil_groups for cell in group.cells]
    used += form.swings.cells if form.swings else ()
    assert set(used) <= printed
    assert {group.section for group in form.nil_groups} <= {each.key for each in form.sections}


def test_an_unknown_name_is_refused_with_the_known_ones():
    with pytest.raises(UsageError, match="liaoning-2017"):
        report_format("1999")


# ---- one's own -------------------------------------------------------------------------------


def test_a_based_format_says_only_what_differs(changed):
    base = report_format("2021")
    form = changed(text='base = "2021"\nid = "own"\nname = "本省格式"\nverified = false\n')
    assert (form.id, form.lineage, form.years) == ("own", ("2021",), None)
    assert (form.sections, form.tables, form.identities) == (
        base.sections, base.tables, base.identities,
    )  # fmt: skip


def test_a_table_that_no_section_prints_goes_with_all_that_stands_on_it(changed):
    form = changed(('tables = ["t1"]', "tables = []"))
    assert [table.id for table in form.tables] == ["t2", "t3"]
    assert {carry.table for carry in form.carries} == {"t2"}
    assert {cell.table for cell in form.swings.cells} == {"t2", "t3"}


def test_it_is_read_by_its_path_and_named_by_it():
    form = report_format(str(VARIANT))
    assert form.reference == form.source == str(VARIANT)
    assert report_format("my-province.toml", VARIANT.parent).reference == "my-province.toml"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('base = "2021"', 'base = "2022"', "base 应为"),
        ('id = "my-province-2021"', "", "'id'"),
        ("verified = false", "verified = ", "读不了"),
        ('notice = ""', 'title = "{agncy}年报"', "agncy"),
        ("[48, 36, 36, 36]", "[48, 36, 36]", "第 1 行占 4 列"),
        ('（五）项", across = 4', '（五）项", across = 3', "第 5 行占 3 列"),
        ('（五）项", across = 4', '（五）项", across = 4, down = 2', "第 6 行占 8 列"),
        ('{ label = "公共服务" }', '{ label = "公共务" }', "公共务"),
        ('value = "公共服务.处理决定"', 'value = "行政许可.处理决定"', "数据格重复"),
        ('id = "public_services"', 'id = "licences"', "“licences”重复"),
        ("bold_rows = [0, 4, 8, 12]", "bold_rows = [99]", "bold_rows"),
        ('kind = "amount"', 'kind = "amonut"', "amonut"),
        ('tables = ["t3"]', 'tables = ["t9"]', "t9"),
    ],
)
def test_a_slip_is_named_with_its_file(changed, old, new, words):
    with pytest.raises(InputError, match=words) as caught:
        changed((old, new))
    assert caught.value.at.endswith("own.toml")


def test_an_identity_on_a_cell_that_is_not_printed_is_refused(changed):
    own = '[[identities]]\nid = "X"\ntable = "t1"\neach = "column"\nleft = ["规章"]\n'
    own += 'right = ["行政许可"]\nzh = "甲"\nen = "a"\n'
    with pytest.raises(InputError, match="勾稽关系 X"):
        changed(("[[tables]]", f"{own}\n[[tables]]"))


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(InputError, match="读不了"):
        read_format(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('base = "2021"', 'bse = "2021"', "是否想写 base"),
        ('heading = "主动公开政府信息情况"', 'haeding = "甲"', "是否想写 heading"),
        ("verified = false", 'verified = "no"', "verified 应为 true 或 false"),
        ("head_rows = 0", "head_rows = true", "head_rows 应为非负整数"),
        ("head_rows = 0", "head_rows = 99999999", "head_rows 超出"),
        ('type_size = "五号"', 'type_size = "大号"', "type_size 应为"),
        ("[48, 36, 36, 36]", "[48, 36, 36, -1]", "column_widths 应为正数"),
        ('（五）项", across = 4', '（五）项", across = 4, down = 999999999', "伸出表外"),
        ('（五）项", across = 4', '（五）项", acros = 4', "是否想写 across"),
        ('notice = ""', 'notice = ""\ntitle = "{agency:>999999999}"', "花括号中只能写"),
        ('notice = ""', "notice = 3", "notice 应为文字"),
        ('notice = ""', "department_deadline = [2, 30]", "department_deadline 应为月、日"),
        ('notice = ""', "department_deadline = [1]", "department_deadline 应为月、日"),
        ('id = "my-province-2021"', 'id = "../../x"', "id 应为"),
        ('id = "my-province-2021"', 'id = "2021"', "与随附格式相同"),
    ],
)
def test_a_key_or_a_value_that_no_format_has_is_named(changed, old, new, words):
    with pytest.raises(InputError, match=words):
        changed((old, new))


@pytest.mark.parametrize("name", format_names())
def test_a_copy_of_a_shipped_format_may_keep_its_id(name, tmp_path):
    from govdocs.standards.annual_report import loader

    source = Path(loader.__file__).parent / f"{name}.toml"
    copy = tmp_path / "copy.toml"
    copy.write_bytes(source.read_bytes())
    assert read_format(copy) == report_format(name)


def test_a_format_is_read_from_a_plain_file_of_bounded_size(tmp_path):
    (tmp_path / "zero.toml").symlink_to("/dev/zero")
    with pytest.raises(InputError, match="不是普通文件"):
        read_format(tmp_path / "zero.toml")
    (tmp_path / "big.toml").write_bytes(b"#" * 1_000_001)
    with pytest.raises(InputError, match="超过 1000000 字节"):
        read_format(tmp_path / "big.toml")
    (tmp_path / "deep.toml").write_text("a = " + "[" * 100_000, encoding="utf-8")
    with pytest.raises(InputError, match="层次太深"):
        read_format(tmp_path / "deep.toml")
