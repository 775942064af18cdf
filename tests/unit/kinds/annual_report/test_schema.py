"""The JSON Schema: what is right passes, what people slip on is marked, in both languages."""

import functools
import re
from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from govdocs.kinds.annual_report.decode import decode_report
from govdocs.kinds.annual_report.encode import to_yaml
from govdocs.kinds.annual_report.facts import chinese_name
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.kinds.annual_report.schema import report_schema
from govdocs.standards.annual_report.loader import format_names, read_format, report_format
from govdocs.testing.annual_reports import valid_reports

FOLDER = Path(__file__).parents[4] / "examples/annual_reports"
FORMATS = {
    "2009": "2008", "2015": "2014", "2017": "liaoning-2017", "2020": "2019", "2025": "2021",
}  # fmt: skip
SOME = "年度: 2025\n机关: 青禾县教育局\n"


class Loader(yaml.SafeLoader):
    """YAML as editors read it: dates stay text."""


Loader.yaml_implicit_resolvers = {
    first: [each for each in rules if each[0] != "tag:yaml.org,2002:timestamp"]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@functools.cache
def validator(name):
    schema = report_schema(report_format(name))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def faults(text, name="2021"):
    """Paths of what the schema marks."""
    data = yaml.load(text, Loader)
    return {".".join(map(str, error.absolute_path)) for error in validator(name).iter_errors(data)}


@pytest.mark.parametrize("name", format_names())
def test_the_schema_is_one(name):
    validator(name)


@pytest.mark.parametrize("year", sorted(FORMATS))
def test_the_examples_pass(year):
    text = (FOLDER / f"{year}.yaml").read_text(encoding="utf-8")
    assert faults(text, FORMATS[year]) == set()


def test_a_province_s_own_format_has_its_schema():
    form = read_format(FOLDER / "variant/my-province.toml")
    data = yaml.load((FOLDER / "variant/2025.yaml").read_text(encoding="utf-8"), Loader)
    jsonschema.validate(data, report_schema(form))
    assert faults((FOLDER / "variant/2025.yaml").read_text(encoding="utf-8")) == {"表格.主动公开"}


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_what_we_write_passes(data):
    name = data.draw(st.sampled_from(format_names()))
    assert faults(to_yaml(data.draw(valid_reports(name))), name) == set()


@settings(max_examples=10, deadline=None)
@given(valid_reports())
def test_a_report_begun_from_last_year_s_passes(report):
    assert faults(to_yaml(report.next_year())) == set()


@pytest.mark.parametrize(
    "more",
    [
        "title: 报告\nkind: township\n",
        "机关类别: 乡镇\n",
        "信息处理费: 12.50元\n",
        "信息处理费: 1,234\n",
        "信息处理费: 0\n",
        "信息处理费:\n",
        "联系方式: {邮编: 050000, telephone: 0999-1}\n",
        "署名: 甲\n",
        "署名: [甲, 乙]\n",
        "图表: true\n",
        "成文日期: 2026-01-20\n",
        "成文日期: 2026年1月20日\n",
        "统计期限: {起: 2025-01-01, end: 2025-12-31}\n",
        "格式: 2021\n",
        "格式: '2019'\n",
        "简称: 110\n",
        "表格: {申请: {新收: [1, 0, 0, 0, 0, 0, 1]}}\n",
        "表格: {t2: {received: {total: -}}}\n",
        "表格: {申请: {新收: {总计: 1，234}, 办结: }}\n",
        "表格: {主动公开: {行政许可: 3, 行政处罚: 无}}\n",
        "表格: {主动公开: {行政事业性收费: 386.52}}\n",
        "表格:\n",
        "章节:\n  总体情况: 好。\n  附则: 无。\n",
        "章节:\n  overview:\n    主动公开: 好。\n    依申请公开:\n",
        "附加行: [{table: t2, after: 新收, label: 其中, values: [1, '-']}]\n",
        "上年: {年度: 2024, 表格: {申请: {新收: [1, 0, 0, 0, 0, 0, 1]}}}\n",
        "说明: {t2.上年结转: 机构改革}\n",
    ],
)
def test_what_people_write_passes_and_is_read(more):
    assert faults(SOME + more) == set()
    decode_report(SOME + more)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("机关: 青禾县教育局\n", ""),
        ("年度: 2025\n", ""),
        ("年度: 二零二五\n机关: 青禾县教育局\n", "年度"),
        ("年度: 2007\n机关: 青禾县教育局\n", "年度"),
        (SOME + "标提: 报告\n", ""),
        (SOME + "格式: '1999'\n", "格式"),
        (SOME + "图表: 是\n", "图表"),
        (SOME + "机关类别: 乡\n", "机关类别"),
        (SOME + "信息处理费: 无\n", "信息处理费"),
        (SOME + "信息处理费: -1\n", "信息处理费"),
        (SOME + "表格: {申请表: {}}\n", "表格"),
        (SOME + "表格: {申请: {新收申请: [1]}}\n", "表格.申请"),
        (SOME + "表格: {申请: {新收: [1, 2]}}\n", "表格.申请.新收"),
        (SOME + "表格: {申请: {新收: {自然: 1}}}\n", "表格.申请.新收"),
        (SOME + "表格: {申请: {新收: {总计: -1}}}\n", "表格.申请.新收"),
        (SOME + "表格: {申请: {新收: {总计: 1.5}}}\n", "表格.申请.新收"),
        (SOME + "表格: {申请: {新收: {总计: 三}}}\n", "表格.申请.新收"),
        (SOME + "表格: {主动公开: {规章: 3}}\n", "表格.主动公开.规章"),
        (SOME + "章节: [好]\n", "章节"),
        (SOME + "章节: {总体情况: [好]}\n", "章节.总体情况"),
        (SOME + "联系方式: {手机: 1}\n", "联系方式"),
        (SOME + "附加行: [{table: t2, 标签: 其中}]\n", "附加行.0"),
    ],
)
def test_a_slip_is_marked_where_it_stands(text, at):
    assert at in faults(text)


def test_every_field_is_known_by_both_names_and_says_what_it_is():
    properties = report_schema(report_format("2021"))["properties"]
    names = {
        name for english, field in AnnualReport.model_fields.items()
        for name in (english, chinese_name(field))
    }  # fmt: skip
    assert set(properties) == names
    assert properties["信息处理费"]["description"].startswith("收取的信息处理费")


def test_rows_and_columns_say_what_the_form_prints():
    schema = report_schema(report_format("2021"))
    rows = schema["$defs"]["t2"]["properties"]
    assert rows["三安全一稳定"]["description"] == "（三）不予公开—3.危及“三安全一稳定”"
    assert len(rows) == 2 * len(report_format("2021").table("t2").rows)
    for reference in re.findall(r"#/\$defs/[^\"]+", str(schema).replace("'", '"')):
        assert reference.removeprefix("#/$defs/") in schema["$defs"]


def test_descriptions_do_not_speak_to_programmers():
    schema = report_schema(report_format("2021"))
    definitions = schema["$defs"].values()
    told = [schema["description"], *(each.get("description", "") for each in definitions)]
    assert not [text for text in told if re.search("Raises|Attributes|pydantic|:mod:", text)]
