"""Year and issuer: what the text says, never a guess."""

import pytest

from govdocs.inputs.reading import read

BODY = "一、概述\n全年平稳。\n"


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("青禾县2017年度政府信息公开工作报告\n" + BODY, 2017),
        ("青禾县二〇一七年政府信息公开工作报告\n" + BODY, 2017),
        ("统计期限自2012年1月1日起至2012年12月31日止。\n" + BODY, 2012),
        ("统计期限为2019年1月1日至12月31日。\n" + BODY, 2019),
        ("本报告于2012年3月1日公布。\n" + BODY, None),
        ("---\nyear: 2016年度\n---\n青禾县2017年度报告\n" + BODY, 2016),
        ("", None),
    ],
)
def test_years(text, year):
    assert read(text).year == year


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("青禾县卫生局2009年政府信息公开工作年度报告\n" + BODY, "青禾县卫生局"),
        ("青禾县人民政府办公室关于2019年度工作的报告\n" + BODY, "青禾县人民政府办公室"),
        ("青禾县2017年度报告\n" + BODY, None),
        ("关于2022年度政府信息公开情况的报告\n" + BODY, None),
        (
            "青禾县柳湾乡2017年度报告\n现公布青禾县柳湾乡人民政府2017年度政府信息公开工作报告。\n"
            + BODY,
            "青禾县柳湾乡人民政府",
        ),
        (
            "青禾县2017年度报告\n现公布青禾县人民政府2016年度政府信息公开工作报告。\n" + BODY,
            None,
        ),
        (
            "青禾县2017年度报告\n根据《青禾县人民政府办公室关于做好2017年度报告的通知》编制。\n",
            None,
        ),
        (
            "根据《条例》规定,制定青禾县教育局2019年度政府信息公开年度报告。"
            "统计期限自2019年1月1日起至12月31日止。\n" + BODY,
            "青禾县教育局",
        ),
        ("青禾县2017年度报告\n" + BODY + "柳湾乡人民政府\n2018年1月9日\n", "柳湾乡人民政府"),
        ("发文机关: | 青禾县卫生局 | 日期 | 无\n青禾县2017年度报告\n" + BODY, "青禾县卫生局"),
        ("- 发布机构:柳湾乡\n本乡全年平稳。\n" + BODY, "柳湾乡"),
        ("---\n发文机关: 青禾县民政局\n---\n青禾县卫生局2009年报告\n" + BODY, "青禾县民政局"),
        (BODY + "请与青禾县教育局办公室联系。\n", None),
    ],
)
def test_issuers(text, issuer):
    assert read(text).issuer == issuer
