"""Names in the organ's place that are made of few of a site's words, and honest ones there."""

import pytest

from govdocs.findings import Severity
from govdocs.inputs.reading import read_with_findings

REPORT = """{name}水利局2017年政府信息公开工作报告
根据要求,{name}水利局编制本报告。
一、概述
{name}政府高度重视,{name}县委部署。
"""

FOREIGN = [
    "yabo888vip", "ky体育平台", "金沙娱乐场", "必威betway", "万博manbetx", "乐鱼leyu", "华体会",
    "188金宝搏", "威尼斯人线上", "大发welcome", "世界杯买球网站", "彩票网", "新2皇冠", "龙8国际",
    "雷火电竞", "PG电子模拟器", "NG南宫28", "im电竞", "beat365正版唯一官网", "澳门银河", "牛宝体育",
    "天博tb", "PP电子", "AG真人", "优德w88", "凯发k8国际", "尊龙凯时", "bet36体育在线",
    "十大正规网赌", "新葡萄京", "jbo竞博", "千亿球友会", "欧洲杯买球", "ag8亚游", "利来w66",
    "江南体育", "乐动体育", "火博体育", "永利集团3044官网", "long8", "百家乐在线",
]  # fmt: skip


def names(text, id="foreign-name"):
    lines = text.splitlines()
    found = []
    for finding in read_with_findings(text).findings:
        if finding.id == id:
            name = finding.zh.split("“")[1].split("”")[0]
            assert lines[finding.line - 1].startswith(name, finding.column - 1)
            assert f"--replace '{name}=" in finding.zh
            found.append(name)
    return found


@pytest.mark.parametrize("name", FOREIGN)
def test_a_name_in_the_organs_place_is_an_error_at_each_place(name):
    assert names(REPORT.format(name=name)) == [name] * 4


@pytest.mark.parametrize("name", FOREIGN)
def test_the_advice_mends_every_place(name):
    reading = read_with_findings(REPORT.format(name=name), replace={name: "青禾县"})
    assert not [f for f in reading.findings if f.severity is Severity.ERROR]
    assert reading.document.issuer == "青禾县水利局"


@pytest.mark.parametrize("name", ["雷火电竞", "华体会", "im电竞", "天博tb", "新葡萄京", "PP电子"])
def test_an_error_in_the_title_needs_no_other_place(name):
    assert names(f"{name}水利局2017年工作报告\n一、概述\n全年平稳。\n") == [name]


@pytest.mark.parametrize(
    "name", ["im电竞", "华体会", "AG真人", "万博manbetx", "新葡萄京", "ky体育平台"]
)
def test_a_name_before_an_organ_in_the_text_alone_is_found(name):
    text = f"青禾县2017年度报告\n一、概述\n{name}政府高度重视。{name}县委部署。\n"
    assert names(text) == [name] * 2


@pytest.mark.parametrize("name", ["九州ku游", "太阳城集团", "星辰abc"])
def test_what_is_unknown_but_stands_there_again_is_a_warning(name):
    text = REPORT.format(name=name)
    assert names(text) == []
    assert names(text, "doubtful-name") == [name] * 4
    assert read_with_findings(text).document.main_part.title.startswith(name)


def test_what_is_unknown_and_stands_in_the_title_alone_passes():
    text = "星辰abc水利局2017年工作报告\n一、概述\n全年平稳。\n"
    assert names(text) + names(text, "doubtful-name") == []


def test_the_organ_may_stand_on_a_line_above_the_rest_of_the_title():
    text = "利来w66水利局\n2017年政府信息公开工作报告\n一、概述\n利来w66政府重视。\n"
    assert names(text) == ["利来w66"] * 2


HONEST = [
    "黑山县体育局", "锦州体育办公室", "文化体育和旅游局", "文化体育旅游局", "国家体育总局",
    "教育体育局", "电子商务中心", "电子政务办公室", "黑山县App下载专区", "黑山县App下载",
    "华为云计算中心", "610办公室", "上海世博办公室", "上海江南造船厂办公室",
    "打击网赌专项行动办公室",
    "博彩村", "博彩村镇政府", "亚博村委会", "网上信访办公室", "网上信访(中国)", "体育彩票管理中心",
    "彩票公益金", "12345热线办公室", "PPP项目办公室", "中国铁路12306中心", "5G办公室",
    "GDP核算办公室",
    "开云镇", "金沙县水利局", "南宫市教育局", "半岛镇", "澳门事务办公室", "星空体育馆", "皇冠镇",
    "娱乐场所管理办公室", "注册会计师协会", "登录中心", "网站平台", "大发乡政府", "永利镇人民政府",
    "WTO事务办公室", "OA系统办公室", "尊龙花园社区", "必威公司", "江南区体育局", "群众体育处",
    "体育市场管理局", "K8路办公室", "K8公路管理局", "凯发路街道办事处",
    "中国（辽宁）自由贸易试验区", "国家电网95598",
]  # fmt: skip


@pytest.mark.parametrize("name", HONEST)
def test_honest_organs_pass(name):
    text = (
        f"{name}2017年政府信息公开工作报告\n根据要求,{name}编制本报告。\n一、概述\n"
        f"{name}高度重视,在{name}公布。\n"
    )
    assert names(text) + names(text, "doubtful-name") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "县公安局打击网赌平台3个、博彩网站5个,县政府通报表扬。",
        "推广AI体育平台,用户5000人。",
        "华为云、5G和GDP核算工作稳步推进。",
        "查处华体会等赌博网站2个。",
        "博彩村完成改厕任务。",
        "12345热线和12306投诉均已办结。",
    ],
)
def test_honest_sentences_pass(sentence):
    text = f"青禾县2017年度报告\n一、概述\n{sentence}\n{sentence}\n"
    assert names(text) + names(text, "doubtful-name") == []
