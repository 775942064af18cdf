"""YAML and JSON to a report: text stays text, every fault has its line, names have theirs."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdocs.errors import GovdocsError, InputError, ReportError, UsageError
from govdocs.kinds.annual_report.decode import decode_report

SOME = "年度: 2025\n机关: 青禾县教育局\n"
FORM = """
base = "2021"
id = "own"
name = "本省格式"
verified = false
"""


def read(text, **options):
    return decode_report(text, **options).report


def faults(text, **options):
    with pytest.raises(ReportError) as caught:
        decode_report(text, **options)
    return [(each.line, each.zh) for each in caught.value.findings]


def test_a_scalar_is_the_text_that_stands_there():
    made = read(
        "年度: 2025\n机关: 青禾县教育局\n联系方式:\n  邮编: 050000\n  电话: 9:00\n  传真: 010\n"
        "简称: no\n公开网站: 1e3\n"
    )
    assert (made.contact.postcode, made.contact.telephone, made.contact.fax) == (
        "050000", "9:00", "010",
    )  # fmt: skip
    assert (made.short_name, made.website) == ("no", "1e3")


def test_json_is_read_as_yaml_is():
    text = '{"year": 2025, "机关": "青禾县教育局", "contact": {"邮编": "050000"}}'
    assert read(text, format="json") == read(SOME + "联系方式: {邮编: 050000}")


def test_the_line_of_each_field_and_cell_is_known():
    lines = decode_report(
        SOME + "表格:\n  申请:\n    新收: [1, 0, 0, 0,\n      0, 0, 1]\n    办结:\n      总计: 1\n"
        "  t1:\n    行政许可: 3\ntitle: 报告\n"
    ).lines
    assert lines["year"] == 1
    assert lines["agency"] == 2
    assert lines["tables"] == 3
    assert lines["t2.新收.自然人"] == 5
    assert lines["t2.新收.总计"] == 6
    assert lines["t2.办结.总计"] == 8
    assert lines["t1.行政许可.处理决定"] == 10
    assert lines["title"] == 11


def test_every_fault_is_told_with_its_line():
    found = faults(
        "年度: 2025\n机关: 局\n成文日期: 不详\n"
        "表格:\n  申请:\n    新收:\n      总计: 三\n标提: 甲\n"
    )
    assert [line for line, _ in sorted(found)] == [2, 3, 7, 8]
    assert any("是否为“标题”" in zh for _, zh in found)


def test_a_wrong_year_is_one_fault():
    assert faults("机关: 青禾县教育局\n") == [(1, "年度：缺少必填项")]
    assert [line for line, _ in faults("机关: 青禾县教育局\n年度: 二零二五\n")] == [2]


@pytest.mark.parametrize("text", ["", "# 空\n", "- 1\n", "文字", "null", "3"])
def test_what_is_no_mapping_is_refused(text):
    assert faults(text)


@pytest.mark.parametrize(
    "text", ["年度: [", "年度: 1\n年度: 2", "a: &a [*a]", "\x00", "年度: !!python/name:os.system x"]
)
def test_what_is_no_data_is_refused(text):
    with pytest.raises(GovdocsError):
        decode_report(text, name="x.yaml")


def test_the_name_of_the_source_stands_in_the_error():
    with pytest.raises(ReportError) as caught:
        decode_report("机关: 甲乙", name="青禾县.yaml")
    assert caught.value.at == "青禾县.yaml"


def test_overrides_go_before_the_data_under_either_name():
    over = {"format": "2019", "province": "辽宁"}
    assert read(SOME + "格式: '2021'\n省份: 湖北\n", overrides=over).format.id == "2019"
    assert read(SOME + "format: '2021'\n", overrides={"format": "2019"}).format.id == "2019"
    assert (
        read("年度: 2017\n机关: 青禾县教育局\n", overrides=over | {"format": None}).province
        == "辽宁"
    )


def refusal(text, **options):
    """The error that reading ends in; None for none."""
    try:
        decode_report(text, name="x", **options)
    except (InputError, ReportError, UsageError) as error:
        return error
    return None


# ---- a format of one's own -------------------------------------------------------------------


def test_a_relative_format_is_looked_for_beside_the_source(tmp_path, monkeypatch):
    (tmp_path / "年报").mkdir()
    (tmp_path / "年报/own.toml").write_text(FORM, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    name = str(tmp_path / "年报/2025.yaml")
    text = SOME + "格式: ./own.toml\n上年: {年度: 2024, 格式: own.toml}\n"
    made = read(text, name=name)
    assert (made.format.id, made.format.reference) == ("own", "./own.toml")
    assert made.last_year.format.id == "own"
    with pytest.raises(ReportError, match=r"own\.toml"):
        read(text)


def test_it_is_also_looked_for_in_the_working_folder(tmp_path, monkeypatch):
    (tmp_path / "own.toml").write_text(FORM, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert read(SOME + "格式: own.toml\n", name="x.yaml").format.id == "own"
    assert read(SOME + "格式: own.toml\n", name="elsewhere/x.yaml").format.id == "own"


def test_one_that_the_caller_names_is_the_caller_s(tmp_path, monkeypatch):
    (tmp_path / "in").mkdir()
    (tmp_path / "in/own.toml").write_text(FORM.replace('"own"', '"inner"'), encoding="utf-8")
    (tmp_path / "own.toml").write_text(FORM, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    made = read(SOME, name="in/x.yaml", overrides={"format": "own.toml"})
    assert made.format.id == "own"


def test_a_format_that_is_not_there_is_told_at_its_line():
    ((line, zh),) = faults(SOME + "格式: ./none.toml\n", name="x.yaml")
    assert line == 3
    assert "读不了年报格式" in zh


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_in_our_words(text):
    error = refusal(text)
    assert error is None or (error.zh and error.en)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=8,
)
_FIELDS = st.sampled_from(
    (
        "年度",
        "机关",
        "格式",
        "统计期限",
        "章节",
        "表格",
        "附加行",
        "说明",
        "上年",
        "署名",
        "图表",
        "联系方式",
    )
)


@given(st.dictionaries(_FIELDS, _JSON, max_size=5))
def test_any_value_in_any_field_is_read_or_refused_in_our_words(data):
    text = json.dumps({"年度": 2025, "机关": "青禾县教育局"} | data)
    error = refusal(text, format="json")
    assert error is None or (error.zh and error.en)


@pytest.mark.parametrize(
    "path", ["../own.toml", "../../x.toml", "/etc/passwd.toml", "a/../../b.toml"]
)
def test_data_names_no_format_outside_of_its_folder(tmp_path, monkeypatch, path):
    (tmp_path / "own.toml").write_text(FORM, encoding="utf-8")
    (tmp_path / "in").mkdir()
    monkeypatch.chdir(tmp_path / "in")
    ((line, zh),) = faults(SOME + f"格式: {path}\n", name="x.yaml")
    assert line == 3
    assert "之内" in zh
    assert "读不了" not in zh


def test_a_link_out_of_the_folder_is_not_followed_for_data(tmp_path, monkeypatch):
    (tmp_path / "own.toml").write_text(FORM, encoding="utf-8")
    (tmp_path / "in").mkdir()
    (tmp_path / "in/own.toml").symlink_to(tmp_path / "own.toml")
    monkeypatch.chdir(tmp_path / "in")
    ((_, zh),) = faults(SOME + "格式: own.toml\n", name="x.yaml")
    assert "之内" in zh


def test_data_without_a_file_names_no_format_unless_the_caller_does(tmp_path, monkeypatch):
    (tmp_path / "own.toml").write_text(FORM, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for line in ("格式: own.toml", "上年: {年度: 2024, 格式: own.toml}"):
        ((_, zh),) = faults(SOME + f"{line}\n")
        assert "由调用者给出格式文件（format=…）" in zh
    over = {"format": str(tmp_path / "own.toml")}
    assert read(SOME + "格式: 其他.toml\n", overrides=over).format.id == "own"
    ((_, zh),) = faults(SOME + "上年: {年度: 2024, 格式: own.toml}\n", overrides=over)
    assert "format=…" in zh


def test_a_format_that_the_caller_names_may_lie_anywhere(tmp_path, monkeypatch):
    (tmp_path / "own.toml").write_text(FORM, encoding="utf-8")
    (tmp_path / "in").mkdir()
    monkeypatch.chdir(tmp_path / "in")
    assert read(SOME, name="x.yaml", overrides={"format": "../own.toml"}).format.id == "own"


@pytest.mark.parametrize(
    "field", ["机关", "简称", "自称", "省份", "公开网站", "联系方式.地址", "联系方式.联系部门"]
)
def test_a_name_longer_than_any_is_refused(field):
    group, _, name = field.rpartition(".")
    line = f"{group}: {{{name}: {'甲' * 201}}}" if group else f"{name}: {'甲' * 201}"
    text = f"年度: 2025\n{'' if field == '机关' else '机关: 青禾县教育局'}\n{line}\n"
    ((_, zh),) = faults(text)
    assert zh.startswith(f"{field}：至多 200 个字符")
    assert len(zh) < 120


def test_a_title_may_be_longer_than_a_name_but_not_endless():
    assert len(read(f"{SOME}标题: {'甲' * 300}\n").title) == 300
    ((_, zh),) = faults(f"{SOME}标题: {'甲' * 301}\n")
    assert zh.startswith("标题：至多 300 个字符")


@pytest.mark.parametrize("row", ["[52，9，1，1，4，1，68]", "[52、9、1, 1, 4, 1, 68]"])
def test_full_width_commas_between_figures_are_told(row):
    ((line, zh),) = faults(f"{SOME}表格:\n  申请:\n    新收: {row}\n")
    assert line == 5
    assert "应为英文逗号" in zh
    assert "个数" not in zh.partition("本行有")[2].partition("格")[2]


@pytest.mark.parametrize("name", ["引言", "结语", "introduction", "closing"])
def test_introduction_and_closing_stand_at_the_top_level(name):
    ((line, zh),) = faults(f"{SOME}章节:\n  {name}: 甲。\n")
    assert line == 4
    assert "写在最外层" in zh


def test_a_wrong_kind_of_agency_is_told_those_that_there_are():
    assert faults(SOME + "机关类别: 公司\n") == [
        (3, "机关类别：应为下列之一：政府、乡镇、部门、其他（填写的是“公司”）")
    ]


def test_a_wrong_name_in_an_added_row_is_told_the_nearest():
    [missing, unknown] = faults(SOME + "附加行:\n  - 表: t2\n    名: 其中\n")
    assert missing == (4, "附加行.第1项.名称：缺少必填项")
    assert unknown[0] == 5
    assert "是否为“名称”？" in unknown[1]


def test_an_added_row_that_has_no_place_is_told_by_the_name_that_the_source_has():
    [(line, zh)] = faults(SOME + "附加行:\n  - 表: 申请表格\n    名称: 其中\n")
    assert line == 4
    assert zh.startswith("附加行.第1项.表：没有“申请表格”")
