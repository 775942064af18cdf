"""Foreign names in an organ's place are found, whole and nothing but them."""

import pytest

from govdocs.findings import Severity
from govdocs.inputs.reading import read_with_findings
from govdocs.model.nodes import plain_text
from govdocs.model.walk import walk

REPORT = """{name}{rest}2017年度政府信息公开工作报告

根据《{name}人民政府办公室关于编制报告的通知》要求,现向社会公布{name}{rest}人民政府2017年度报告。
一、概述
{name}政府把政务公开列入重点任务,由{name}政务公开办公室负责。
公布{name}权责清单28份。
上一条:{name}财政局2017年度政府信息公开工作报告
下一条:{name}民政局2017年度政府信息公开工作报告
"""

HACKED = [
    "开云手机官网入口·(中国)官方网站",
    "星河体育登录入口·(中国)官网App下载",
    "乐鱼体育·(中国)官方网站-网页登录",
    "华体会hth·(中国)官方网站",
    "KAIYUN·(中国)官方网站",
    "金蛇娱乐(中国)官方网站登录入口",
    "北极星棋牌官网app下载",
    "BOB体育(中国)官网-登录入口",
    "万象城电竞官网登录",
    "leyu·(China)官方网站",
    "蓝鲸真人在线平台官网",
    "皇冠体育平台官网注册",
    "必威betway官网手机版",
    "天马彩票官网App下载",
    "宝龙娱乐城网址",
    "爱游戏(ayx)中国官方网站",
    "白鹭体育·官方网站",
    "金年会·(JinNianHui)体育官方网站",
    "飞鹰国际娱乐官网入口",
    "hth体育登录入口",
]


def foreign(text):
    reading = read_with_findings(text)
    lines = text.splitlines()
    found = []
    for finding in reading.findings:
        if finding.id == "foreign-name":
            assert finding.severity is Severity.ERROR
            name = finding.zh.split("“")[1].split("”")[0]
            start = finding.column - 1
            assert lines[finding.line - 1][start : start + len(name)] == name
            assert f"--replace '{name}=" in finding.zh
            found.append(name)
    return found


@pytest.mark.parametrize("name", HACKED)
@pytest.mark.parametrize("rest", ["", "励家镇"])
def test_a_hacked_report_shows_the_whole_name_at_each_place(name, rest):
    text = REPORT.format(name=name, rest=rest)
    assert foreign(text) == [name] * text.count(name)


@pytest.mark.parametrize("name", HACKED)
def test_the_advice_given_mends_every_place(name):
    text = REPORT.format(name=name, rest="")
    reading = read_with_findings(text, replace={name: "青禾县"})
    assert [f for f in reading.findings if f.id == "foreign-name"] == []
    assert sum(f.id == "replaced" for f in reading.findings) == text.count(name)
    assert reading.document.main_part.title == "青禾县2017年度政府信息公开工作报告"


@pytest.mark.parametrize("name", HACKED)
def test_a_name_in_the_title_alone_is_found_whole(name):
    text = f"{name}财政局2017年度政府信息公开工作报告\n一、概述\n全年平稳。\n"
    assert foreign(text) == [name]


@pytest.mark.parametrize(
    "sentence",
    [
        "现特向社会公布{}励家镇人民政府2017年度报告。",
        "及时公开了国务院、省政府、锦州市、{}政府下放的行政审批项目。",
        "如有疑问,请与{}人民政府办公室联系。",
        "根据{}委员会的要求编制。",
    ],
)
@pytest.mark.parametrize(
    "name", ["开云手机官网入口·(中国)官方网站", "乐鱼体育官网登录入口", "金蛇体育(中国)官网App下载"]
)
def test_the_sentence_around_a_single_place_is_never_swallowed(sentence, name):
    assert foreign(f"一、概述\n{sentence.format(name)}\n") == [name]


def test_what_stands_after_the_name_in_one_place_only_is_not_part_of_it():
    name = "星海体育登录入口·(中国)官网"
    text = f"{name}2017年度报告\n一、概述\n{name}平台建设情况良好,{name}政府高度重视。\n"
    assert foreign(text) == [name] * 3


def test_a_shorter_form_of_the_name_does_not_hide_the_rest_of_the_longer():
    long, short = "开云手机官网入口·(中国)官方网站", "开云手机官网"
    text = f"{long}2017年度报告\n一、概述\n{short}政府高度重视。\n"
    assert foreign(text) == [long, short]


def test_full_width_and_half_width_forms_are_one_name():
    text = (
        "星海体育·(中国)官网2017年度报告\n一、概述\n由星海体育·（中国）官网人民政府办公室负责。\n"
    )
    assert foreign(text) == ["星海体育·(中国)官网", "星海体育·（中国）官网"]


def test_a_foreign_name_is_not_changed_and_its_brackets_stay():
    name = "开云手机官网入口·(中国)官方网站"
    reading = read_with_findings(f"{name}2017年度报告\n一、概述\n由{name}政府负责,全年平稳。\n")
    paragraph = [v.block for v in walk(reading.document)][1]
    assert plain_text(paragraph.content) == f"由{name}政府负责，全年平稳。"
    assert reading.document.main_part.title == f"{name}2017年度报告"


def test_no_issuer_is_taken_from_a_title_with_a_foreign_name():
    text = "乐鱼体育官网登录入口财政局2017年度政府信息公开工作报告\n一、概述\n全年平稳。\n"
    assert read_with_findings(text).document.issuer is None


def test_a_latin_brand_alone_in_an_organs_place_is_found():
    assert foreign("KAIYUN励家镇人民政府2017年度报告\n一、概述\n全年平稳。\n") == ["KAIYUN"]


def test_a_name_in_a_table_is_found():
    name = "乐鱼体育·(中国)官方网站"
    assert foreign(f"发文机关: | {name}财政局 |\n一、概述\n平稳。\n") == [name]


HONEST = [
    "通过县政府官方网站公开信息57条。",
    "可从“中国青禾”门户网站(www.qinghe.example.cn)登录下载。",
    "县文化旅游体育局官方网站设有专栏。",
    "国家体育总局官网首页公布了名单。",
    "在官网首页登录入口处设置飘窗。",
    "推广“青禾通”App下载使用,注册用户5000人。",
    "引导群众手机App下载注册,实现掌上办。",
    "举办电子竞技比赛2场,参加体育活动300人次。",
    "依托国家政务服务平台登录入口办理事项。",
    "中国体育彩票官方网站公布公益金使用情况。",
    "福利彩票公益金平台注册单位12家。",
    "打击网络赌博,关闭棋牌类非法网站3个。",
    "整治娱乐场所,检查电竞酒店12家。",
    "建设文化体育娱乐平台,丰富群众生活。",
    "衡山县开云镇人民政府网站更新信息35条。",
    "开云镇体育中心登录平台预约场馆。",
    "南宫市人民政府官方网站公开目录。",
    "金沙县人民政府门户网站首页开设专栏。",
    "永利镇政务服务在线平台注册办理。",
    "江南区体育局官网发布赛事公告。",
    "上线智慧体育App,方便预约。",
    "推广智慧体育App下载使用,县人民政府给予补助。",
    "全县真人图书馆活动12期。",
    "阿不都·热合曼同志任镇长。",
    "华为(中国)官方网站报道了我县做法。",
    "世界自然基金会(中国)官网转载。",
    "网上办事大厅登录、注册、下载三项功能完善。",
    "县政府门户网站官网首页2017年度专栏公开信息。",
    "微信公众号、官方微博、手机客户端在线发布。",
    "个人所得税App下载安装宣传进村入户。",
    "全民健身体育平台由县教育局负责维护。",
    "使用OA登录入口及VPN客户端安装包。",
    "12345热线平台和“互联网+监管”系统在线运行。",
    "政府网站(平台)首页改版,官方账号认证率100%。",
    "完善官网下载中心,县财政局安排资金3万元。",
    "半岛渔民捕鱼作业补贴,永利村在线申报。",
    "米兰小镇平台公司官网入口调整。",
    "星空体育馆免费开放,皇冠酒店停业整顿。",
]


@pytest.mark.parametrize("sentence", HONEST)
def test_honest_sentences_hold_no_foreign_name(sentence):
    text = f"青禾县2017年度政府信息公开工作报告\n一、概述\n{sentence}\n二、其他\n{sentence}\n"
    assert foreign(text) == []


@pytest.mark.parametrize(
    "title",
    [
        "青禾县体育局2017年度政府信息公开工作报告",
        "青禾县文化体育和旅游局关于2019年体育彩票公益金使用情况的公告",
        "关于调整县政府门户网站登录入口的通知",
        "关于政务服务平台官网登录入口变更的公告",
        "衡山县开云镇2017年度政府信息公开工作报告",
        "青禾县体育中心2019年工作总结",
        "国家政务服务平台登录入口2018年使用情况报告",
    ],
)
def test_honest_titles_hold_no_foreign_name(title):
    assert foreign(f"{title}\n一、概述\n全年平稳。\n") == []
