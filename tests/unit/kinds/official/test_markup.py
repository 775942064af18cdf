"""Official documents in natural text: front matter, or the lines of a 公文 themselves."""

import datetime

import pytest

from govdocs.errors import InputError, ReportError
from govdocs.kinds.official import kinds
from govdocs.kinds.official.head_lines import is_addressees
from govdocs.kinds.official.markup import decode_text
from govdocs.kinds.official.reading import read_official, read_official_with_findings
from govdocs.kinds.official.recognising import is_official_text

REQUEST = """\
000001
机密★1年
特急

青禾县水务局
青禾县财政局文件

青水〔2026〕21号　　签发人：郑怀川　苏婉清

青禾县水务局 青禾县财政局
关于安排配套资金的请示

青禾县人民政府：

白石水库需尽快除险加固。

一、工程概况

总投资1286万元。

妥否，请批示。

附件：1.概算表
2. 平面图

青禾县水务局
青禾县财政局
2026年6月11日
（联系人：田青松）

附件1
概算表
| 项目 | 金额 |
| 坝体 | 486 |
附件2
平面图
见图。

抄送：县发展和改革局，县审计局。
青禾县水务局办公室　2026年6月12日印发
共印30份
"""


def official(text, **options):
    return decode_text(text, **options).official


def test_7_2_the_elements_over_the_rule_are_recognised():
    made = official(REQUEST)
    assert type(made) is kinds.RequestForInstructions
    assert (made.copy_number, made.secrecy, made.urgency) == ("000001", "机密★1年", "特急")
    assert made.document_number == "青水〔2026〕21号"
    assert made.signatories == ("郑怀川", "苏婉清")
    assert made.printed_mark == ("青禾县水务局", "青禾县财政局")


def test_7_3_the_main_part_is_recognised():
    made = official(REQUEST)
    assert made.title == "青禾县水务局 青禾县财政局关于安排配套资金的请示"
    assert made.addressees == ("青禾县人民政府",)
    assert made.attachment_note == ("概算表", "平面图")
    assert made.signature == ("青禾县水务局", "青禾县财政局")
    assert made.date_of_issue == datetime.date(2026, 6, 11)
    assert made.remark == "联系人：田青松"
    assert made.body[0].text.startswith("白石水库")
    assert made.body[0].text.endswith("妥否，请批示。")


def test_7_3_7_attachments_follow_the_text():
    made = official(REQUEST)
    assert [(each.number, each.title) for each in made.attachments] == [
        (1, "概算表"),
        (2, "平面图"),
    ]
    assert made.attachments[0].body[0].text == "| 项目 | 金额 |\n| 坝体 | 486 |"


def test_7_4_the_imprint_is_recognised():
    made = official(REQUEST)
    assert made.copied_to == ("县发展和改革局，县审计局",)
    assert made.printing_office == "青禾县水务局办公室"
    assert (made.date_of_printing, made.copies) == (datetime.date(2026, 6, 12), 30)


def test_no_line_of_the_text_is_lost():
    made = official(REQUEST)
    kept = str(made.model_dump()) + made.printed_mark_word
    for word in "工程概况 总投资1286万元 见图 田青松 县审计局 文件".split():
        assert word in kept


def test_fields_have_the_lines_of_the_text():
    texts = decode_text(REQUEST).texts
    lines = REQUEST.splitlines()
    assert [lines[each.line - 1] for each in texts["标题"]] == [
        "青禾县水务局 青禾县财政局",
        "关于安排配套资金的请示",
    ]
    assert lines[texts["正文"][1].line - 1] == "一、工程概况"
    assert lines[texts["附件 第2项 正文"][0].line - 1] == "见图。"


NOTICE = """\
---
文种: 通知
发文机关: 沅溪镇人民政府
发文字号: 沅政发〔2026〕12号
主送机关: 各村民委员会
---
沅溪镇人民政府关于春耕的通知

现通知如下：

沅溪镇人民政府
2026年3月5日
"""


def test_front_matter_with_a_kind_makes_an_official_document():
    made = official(NOTICE)
    assert type(made) is kinds.Notice
    assert (made.title, made.addressees) == ("沅溪镇人民政府关于春耕的通知", ("各村民委员会",))
    assert made.signature == ("沅溪镇人民政府",)


def test_what_front_matter_says_counts():
    made = official(NOTICE.replace("主送机关:", "成文日期: 2026-03-06\n主送机关:"))
    assert made.date_of_issue == datetime.date(2026, 3, 6)


def test_what_the_text_says_otherwise_than_front_matter_is_told():
    found = decode_text(NOTICE.replace("主送机关:", "成文日期: 2026-03-06\n主送机关:")).findings
    assert [(each.id, each.line, each.found) for each in found] == [
        ("official-overridden", 13, "2026年3月5日")
    ]
    same = decode_text(NOTICE.replace("主送机关:", "成文日期: 2026-03-05\n主送机关:"))
    assert same.findings == ()


def test_what_stands_after_the_date_stays_text_and_is_told():
    read = decode_text(NOTICE + "另附说明一份。\n")
    assert [(each.id, each.line) for each in read.findings] == [("after-signature", 13)]
    assert read.official.body[0].text.endswith("另附说明一份。")


def test_7_3_5_organs_on_one_line_of_the_signature_are_parted():
    text = NOTICE.replace("\n沅溪镇人民政府\n2026", "\n青禾县水务局　　青禾县财政局\n2026")
    assert official(text).signature == ("青禾县水务局", "青禾县财政局")


def test_a_title_goes_on_where_a_line_of_it_ends_like_one():
    text = "青政发〔2026〕1号\n关于贯彻落实省政府决定\n有关事项的通知\n\n正文。\n"
    assert official(text).title == "关于贯彻落实省政府决定有关事项的通知"
    apart = "青政发〔2026〕1号\n关于春耕的通知\n\n春耕通知\n\n正文。\n"
    assert official(apart).title == "关于春耕的通知"


def test_organ_and_date_on_one_line_are_parted():
    text = NOTICE.replace("沅溪镇人民政府\n2026", "沅溪镇人民政府　2026")
    made = official(text)
    assert made.signature == ("沅溪镇人民政府",)
    assert made.date_of_issue == datetime.date(2026, 3, 5)


def test_7_3_7_an_attachment_may_have_its_title_after_its_number():
    text = NOTICE.replace("\n\n沅溪镇人民政府\n2026", "\n附件：名单\n\n沅溪镇人民政府\n2026")
    (only,) = official(text + "附件：名单\n甲。\n").attachments
    assert (only.title, only.body[0].text) == ("名单", "甲。")
    first, second = official(text + "附件1：名单\n甲。\n附件2：方案\n乙。\n").attachments
    assert (first.number, second.title, second.body[0].text) == (1, "方案", "乙。")


def test_an_element_that_stands_twice_is_not_lost():
    made = official("特急\n加急\n青政发〔2026〕1号\n关于春耕的通知\n正文。\n---\n文种: 通知")
    assert "加急" in str(made.model_dump())


def test_a_title_in_the_front_matter_leaves_the_text_without_one():
    text = "---\n文种: 通知\n标题: 关于春耕的通知\n---\n各村民委员会：\n现通知如下。\n"
    made = official(text)
    assert (made.addressees, made.body[0].text) == (("各村民委员会",), "现通知如下。")


def test_faults_of_front_matter_have_their_lines():
    with pytest.raises(ReportError) as caught:
        official(NOTICE.replace("主送机关: 各村民委员会", "主送机管: 甲"))
    assert [each.line for each in caught.value.findings] == [5]


def test_7_3_5_4_a_date_of_no_calendar_in_the_text_has_its_line():
    with pytest.raises(ReportError) as caught:
        official(NOTICE.replace("2026年3月5日", "2026年02月30日"))
    (found,) = caught.value.findings
    assert (found.line, "日历上没有" in found.zh) == (12, True)


def test_front_matter_may_replace_texts():
    text = NOTICE.replace("主送机关:", "替换: {春耕: 秋收}\n主送机关:")
    assert official(text).title == "沅溪镇人民政府关于秋收的通知"
    assert "夏种" in official(text, replace={"春耕": "夏种"}).title


ORDER = """\
青禾县人民政府令
第6号

《青禾县农村供水管理办法》已经县人民政府常务会议通过，现予公布，自2026年5月1日起施行。

县长　李明远
2026年3月20日
"""


def test_10_2_an_order_is_recognised_by_its_mark_and_number():
    made = official(ORDER)
    assert type(made) is kinds.Order
    assert (made.printed_number, made.printed_mark) == ("第6号", ("青禾县人民政府",))
    assert [(each.office, each.name) for each in made.stamps] == [("县长", "李明远")]
    assert made.date_of_issue == datetime.date(2026, 3, 20)


MINUTES = """\
青禾县人民政府常务会议纪要
第12期

会议研究了甲事项。

出席：李明远、陈望舒
列席：何景行
"""


def test_10_3_minutes_are_recognised_with_who_was_there():
    made = official(MINUTES)
    assert type(made) is kinds.Minutes
    assert made.printed_mark == ("青禾县人民政府常务会议",)
    assert (made.attended, made.observers) == (("李明远、陈望舒",), ("何景行",))
    assert made.body[0].text == "会议研究了甲事项。"


def test_a_title_note_is_recognised():
    text = "青人发〔2026〕3号\n关于工作报告的决议\n（2026年1月16日县人大会议通过）\n决定批准。\n"
    assert official(text).title_note == "（2026年1月16日县人大会议通过）"


@pytest.mark.parametrize(
    "number",
    [
        "青政发[2026]1号",
        "青政发(2026)01号",
        "青政发〔26〕1号",
        "青政发〔2026〕第1号",
        "青政发【2026】1",
    ],
)
def test_7_2_5_a_number_in_a_wrong_form_is_still_one(number):
    assert official(f"{number}\n关于春耕的通知\n正文。\n").document_number == number


@pytest.mark.parametrize(
    "text",
    [REQUEST, NOTICE, ORDER, MINUTES, "青政发〔2026〕1号\n关于春耕的通知\n\n正文。\n"],
)
def test_an_official_document_is_told_from_others(text):
    assert is_official_text(text)


@pytest.mark.parametrize(
    "text",
    [
        "关于春耕的通知\n\n各村民委员会：\n正文。\n沅溪镇人民政府\n2026年1月9日\n",
        "励家镇2017年度政府信息公开工作报告\n\n正文。\n",
        "青政发〔2026〕1号\n2017年度政府信息公开工作年度报告\n正文。\n",
        "---\n标题: 通知\n发文字号: 青政发〔2026〕1号\n---\n正文。\n",
        "---\nkind: township\n---\n正文。\n",
        "根据青政发〔2026〕1号文件，现报告。\n",
        "000001\n一、甲\n",
        "",
    ],
)
def test_other_texts_are_none(text):
    assert not is_official_text(text)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("青禾县人民政府：", True),
        ("各乡镇人民政府，县政府各部门，各直属机构：", True),
        ("现将有关事项通知如下：", False),
        ("各位代表：", False),
        ("青禾县人民政府", False),
    ],
)
def test_7_3_2_addressees_are_told_from_text(line, expected):
    assert is_addressees(line) is expected


# Reading


def test_a_text_without_any_sign_is_refused_with_what_to_write():
    with pytest.raises(InputError) as caught:
        read_official("今天天气很好。\n明天也好。\n")
    assert "文种" in caught.value.zh


def test_sources_are_paths_texts_bytes_and_streams(tmp_path):
    import io

    path = tmp_path / "a.txt"
    path.write_text(NOTICE, encoding="gb18030")
    made = read_official(path)
    assert made == read_official(str(path))
    assert made == read_official(NOTICE)
    assert made == read_official(NOTICE.encode())
    assert made == read_official(io.BytesIO(NOTICE.encode()))


def test_data_is_read_from_files(tmp_path):
    (tmp_path / "a.yaml").write_text("文种: 通知\n标题: 通知\n", encoding="utf-8")
    (tmp_path / "a.json").write_text('{"文种": "通知", "标题": "通知"}', encoding="utf-8")
    assert read_official(tmp_path / "a.yaml") == read_official(tmp_path / "a.json")


def test_a_file_that_is_not_there_or_of_another_kind_is_refused(tmp_path):
    with pytest.raises(InputError, match="读不了文件"):
        read_official(tmp_path / "no.yaml")
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    with pytest.raises(InputError, match="PDF"):
        read_official(tmp_path / "a.pdf")


def test_findings_are_placed_in_the_source():
    from pathlib import Path

    from govdocs.inputs.templating import Templates
    from govdocs.kinds.official.checks.all import check

    read = read_official_with_findings(REQUEST.replace("〔2026〕21号", "[2026]021号"))
    templates = Templates([Path(__file__).parents[4] / "templates"])
    found = {each.id: each.line for each in read.placed(check(read.official, templates))}
    assert found["document-number-form"] == 8
    assert found["classified"] == 2
