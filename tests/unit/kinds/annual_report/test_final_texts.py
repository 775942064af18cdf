"""Texts as they are printed: typed ones filled, left-out ones from the format's template."""

from govdocs.environment import default_environment
from govdocs.inputs.templating import Templates
from govdocs.kinds.annual_report.final_texts import piece, with_final_texts
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.kinds.annual_report.template_data import template_data
from govdocs.standards.annual_report.loader import format_names, report_format

TEMPLATES = Templates((default_environment().templates,))


def report(**fields):
    return AnnualReport.model_validate({"年度": 2025, "机关": "青禾县教育局", **fields})


def test_filled_texts_are_filled_once():
    made = with_final_texts(report(章节={"总体情况": "{{ '{{ year }}' }}"}), TEMPLATES)
    assert made.section("总体情况").text == "{{ year }}"


def test_a_text_without_marks_is_itself():
    text = "按照 100% 公开的要求，#做好# 工作 {不是模板}。"
    assert (
        with_final_texts(report(章节={"总体情况": text}), TEMPLATES).section("总体情况").text
        == text
    )


def test_the_introduction_names_basis_parts_period_site_and_contact():
    made = with_final_texts(
        report(公开网站="青禾县网站", 联系方式={"地址": "人民路1号", "电话": "0999-1"}), TEMPLATES
    )
    for words in (
        "国办公开办函〔2021〕30号", "共六个部分", "自2025年1月1日起至2025年12月31日止",
        "可从青禾县网站下载", "请与青禾县教育局联系（地址：人民路1号；电话：0999-1）。",
    ):  # fmt: skip
        assert words in made.introduction


def test_what_is_not_given_is_not_spoken_of():
    text = with_final_texts(report(), TEMPLATES).introduction
    assert not any(word in text for word in ("下载", "联系", "None", "（）"))


def test_every_format_writes_its_introduction_and_every_section_it_owes():
    for name in format_names():
        form = report_format(name)
        made = report(年度=(form.years or form.variant_years)[0], 格式=name)
        final = with_final_texts(made, TEMPLATES)
        assert "青禾县教育局" in final.introduction or "条例" in final.introduction
        for section in form.sections:
            if section.required and not section.tables:
                assert final.section(section.key).text, (name, section.key)


def test_a_piece_that_no_template_has_is_empty():
    made = report()
    assert piece(TEMPLATES, made.format, "section_none", template_data(made)) == ""


def test_templates_see_chinese_and_english_names_and_last_year():
    past = {"年度": 2024, "表格": {"申请": {"新收": {"总计": 57}}}}
    made = report(
        上年=past,
        表格={"申请": {"新收": {"总计": 68}}},
        章节={
            "总体情况": "{{ 年度 }}/{{ year }} {{ last.t2.新收.总计 }} "
            "{{ 上年.t2.received.total }} {{ last.year }}"
        },
    )
    assert with_final_texts(made, TEMPLATES).section("总体情况").text == "2025/2025 57 57 2024"
