"""Checks that need only text: title, years, counts of parts, notices, placeholders, privacy."""

from pathlib import Path

import pytest
from clean_report import INTRODUCTION, NOTICE, found, report, with_overview

from govdocs.findings import Severity
from govdocs.inputs.reading import read_with_findings
from govdocs.kinds.annual_report.checks.all import check_document
from govdocs.kinds.annual_report.checks.organ_names import is_same_organ
from govdocs.kinds.annual_report.checks.privacy import is_id_card_number

SAMPLES = Path(__file__).parents[3] / "samples"
EXAMPLES = Path(__file__).parents[4] / "examples"


def ids(given):
    return [finding.id for finding in found(given)]


# ---- title and years -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("青禾县柳湾乡2023年政府信息公开工作年度报告", []),
        ("柳湾乡人民政府2023年度政府信息公开工作年度报告", []),
        ("柳湾乡2023年政府信息公开工作报告", ["title-words"]),
        ("2023年政府信息公开工作年度报告", ["title-agency"]),
        ("柳湾乡政府信息公开工作年度报告", ["title-year"]),
        ("北坪乡2023年政府信息公开工作年度报告", ["other-organ"]),
        ("柳湾乡2022年政府信息公开工作年度报告", ["year-conflict"]),
        ("关于2023年度政府信息公开情况的报告", ["title-words", "title-agency"]),
    ],
)
def test_title(title, expected):
    assert ids(report(标题=title)) == expected


@pytest.mark.parametrize(
    ("old", "new", "severity"),
    [
        ("自2023年1月1日起至2023年12月31日止", "自2022年1月1日起至2022年12月31日止", "error"),
        ("自2023年1月1日起至2023年12月31日止", "自2022年1月1日起至2023年12月31日止", "error"),
        ("自2023年1月1日起至2023年12月31日止", "从2022年1月1日到12月31日止", "error"),
        ("自2023年1月1日起至2023年12月31日止", "为2022年1月1日——2022年12月31日", "error"),
    ],
)
def test_a_period_of_another_year(old, new, severity):
    [finding] = found(report(引言=INTRODUCTION.replace(old, new)))
    assert (finding.id, finding.severity) == ("year-conflict", severity)


def test_a_period_of_part_of_the_year():
    wrong = INTRODUCTION.replace("12月31日", "12月30日")
    assert ids(report(引言=wrong)) == ["period-not-whole-year"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("截至2022年12月31日，公开50条。", ["year-conflict"]),
        ("截止2022年底，公开50条。", ["year-conflict"]),
        ("比截至2022年12月31日的多3条。", []),
        ("截至2024年1月20日，已全部整改。", []),
        ("2024年，我乡将按照要求整改。", []),
        ("与2022年相比增加3条，2022年为47条。", []),
        ("自2022年3月1日至4月30日开展了宣传。", []),
    ],
)
def test_years_in_the_text(line, expected):
    assert ids(with_overview(line)) == expected


def test_the_report_calls_itself_by_another_year():
    line = "现将柳湾乡2022年政府信息公开工作年度报告公布如下。"
    assert ids(report(引言=line)) == ["year-conflict"]
    cited = "根据《青禾县关于做好2022年政府信息公开工作年度报告编制的通知》编制。"
    assert ids(report(引言=cited)) == []


# ---- counts of parts -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("全文由总体情况等六部分组成。", []),
        ("全文由总体情况等七个部分组成。", ["part-count"]),
        ("本报告共分五部分。", ["part-count"]),
        (
            "本年度报告包括总体情况，主动公开情况，依申请公开情况，复议和诉讼情况，问题及改进情况等六部分。",
            [],
        ),
        (
            "本年度报告包括总体情况，主动公开情况，复议诉讼情况，问题及改进情况，其他六个部分。",
            ["part-count"],
        ),
        ("我乡从三个方面加强工作。", []),
        ("报告全文包括总体情况等六项内容。", []),
    ],
)
def test_part_counts(said, expected):
    assert ids(report(引言=said)) == expected


# ---- laws and notices ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("year", "cited", "expected"),
    [
        (2023, "国务院令第711号", []),
        (2023, "国务院令第492号", ["superseded-notice"]),
        (2023, "原条例（国务院令第492号）已废止", []),
        (2023, "国办公开办函〔2019〕60号", ["superseded-notice"]),
        (2021, "国办公开办函〔2021〕30号", []),
        (2020, "国办公开办函〔2021〕30号", ["superseded-notice"]),
        (2020, "国办公开办函〔2019〕60号", []),
        (2017, "国务院令第711号", ["superseded-notice"]),
        (2017, "国务院令第492号", []),
        (2023, "青政办发〔2020〕492号", []),
    ],
)
def test_notices_are_judged_by_the_year_of_the_report(year, cited, expected):
    text = f"根据《条例》和有关规定（{cited}）编制。"
    given = report(年度=year, 标题="", 引言=text, 成文日期=None, 表格={})
    checked = ("superseded-notice", "document-number-form", "notice-title")
    assert [id for id in ids(given) if id in checked] == expected


def test_the_notice_of_2019_in_a_report_on_2023():
    line = (
        "根据《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》"
        "（国办公开办函〔2019〕60号）编制。"
    )
    [finding] = found(report(引言=line))
    assert (finding.id, finding.severity) == ("superseded-notice", Severity.ERROR)
    assert finding.expected == "国办公开办函〔2021〕30号"
    assert finding.place == "引言 第1行"


@pytest.mark.parametrize(
    ("old", "new", "severity"),
    [
        (
            "〈中华人民共和国政府信息公开工作年度报告格式〉",
            "<中华人民共和国政府信息公开工作年度报告格式>",
            "info",
        ),
        (
            "〈中华人民共和国政府信息公开工作年度报告格式〉",
            "《中华人民共和国政府信息公开工作年度报告格式》",
            "info",
        ),
        ("政府信息与政务公开办公室", "", "warning"),
    ],
)
def test_titles_of_notices(old, new, severity):
    [finding] = found(report(引言=INTRODUCTION.replace(old, new, 1)))
    assert (finding.id, finding.severity) == ("notice-title", severity)
    assert finding.expected == NOTICE.partition("（")[0]


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("国办公开办函〔202130号", "国办公开办函〔2021〕30号"),
        ("国办公开办函[2021]30号", "国办公开办函〔2021〕30号"),
        ("国办公开办函（2021）第30号", "国办公开办函〔2021〕30号"),
        ("青政办发【2023】08号", "青政办发〔2023〕8号"),
        ("国办公开办函〔2021〕30号", None),
    ],
)
def test_forms_of_document_numbers(written, right):
    findings = found(report(引言=f"根据{written}编制。"))
    assert [(f.id, f.found, f.expected) for f in findings] == (
        [("document-number-form", written, right)] if right else []
    )


# ---- placeholders and privacy --------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "XX镇公开",
        "××县",
        "公开____条",
        "【】",
        "【填写单位】",
        "（填写数字）",
        "（此处填写）",
        "{{ t2.新收.总计 }}件",
        "某某同志",
        "○○镇",
        "TODO",
        "2024年 月 日",
        "截至年月日",
        "收到 件",
    ],
)
def test_what_was_left_to_be_filled_in(text):
    findings = found(with_overview(f"全年{text}。"))
    assert [(f.id, f.severity) for f in findings] == [("placeholder", Severity.ERROR)]


@pytest.mark.parametrize(
    "text",
    [
        "二○○九年",
        "二〇〇〇年",
        "政府信息公开 条例",
        "http://a.example.cn/x__y/index_1.html",
        "MAXX系统",
        "（试行）",
        "【2023】",
        "年、月、日",
        "其中×项",
    ],
)
def test_what_only_looks_so(text):
    assert "placeholder" not in ids(with_overview(f"全年{text}。"))


@pytest.mark.parametrize(
    ("text", "id", "severity", "shown"),
    [
        ("身份证号11010519491231002X。", "id-card-number", "error", "110*************2X"),
        (
            "身份证号１１０１０５１９４９１２３１００２Ｘ。",
            "id-card-number",
            "error",
            "110*************2X",
        ),
        ("身份证号110105194912310021。", "id-card-number", "warning", "110*************21"),
        ("电话13800138000。", "mobile-number", "warning", "138****8000"),
        ("电话138 0013 8000。", "mobile-number", "warning", "138****8000"),
        ("电话：+8613800138000。", "mobile-number", "warning", "138****8000"),
    ],
)
def test_privacy(text, id, severity, shown):
    [finding] = found(with_overview(text))
    assert (finding.id, finding.severity, finding.found) == (id, severity, shown)
    assert not any(
        digits in finding.zh + finding.en for digits in ("13800138000", "19491231", "0013")
    )


@pytest.mark.parametrize(
    "text",
    [
        "电话0999-1234567。",
        "统一社会信用代码：110105194912310021。",
        "金额13800138000元。",
        "QH09054-1620-2013-00001",
        "http://a.example.cn/t20230113_13812345678.html",
        "110105194913310021",
    ],
)
def test_numbers_that_are_nobodys(text):
    assert ids(with_overview(text)) == []


def test_a_mobile_number_as_contact_is_told():
    [finding] = found(report(联系方式={"电话": "13800138000"}))
    assert (finding.id, finding.place) == ("mobile-number", "联系方式 电话")


def test_check_digit():
    assert is_id_card_number("11010519491231002X")
    assert is_id_card_number("11010519491231002x")
    assert not is_id_card_number("110105194912310020")
    assert not is_id_card_number("110105194913310020")


# ---- other organs --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "负责修订北坪乡信息公开目录和指南。",
        "2023年，丰河镇在县委领导下公开信息。",
        "请与北坪乡党政综合办公室联系。",
        "安仁镇人民政府高度重视政务公开工作。",
        "大石街道成立领导小组。",
    ],
)
def test_another_township(text):
    assert ids(with_overview(text)) == ["other-organ"]


@pytest.mark.parametrize(
    "text",
    [
        "青禾县柳湾乡公开50条，乡镇建设12条，镇街动态4条。",
        "在乡内粘贴乡政府信息办公室联系电话。",
        "柳湾乡乡村两级公开栏。",
        "由乡长任组长，乡党委书记负总责。",
        "送戏下乡、城乡建设、特色小镇、古镇保护、农村集镇。",
        "赴北坪乡学习交流。",
        "与北坪乡联合开展宣传。",
        "按照县委、县政府和县政务公开办要求。",
        "县财政局、农业农村局给予指导。",
        "根据《北坪乡2023年政府信息公开工作年度报告》。",
        "通过平台镇政府网站、全县各乡镇、各街道公开。",
        "卫生镇、文明镇创建。",
    ],
)
def test_places_named_with_reason(text):
    assert ids(with_overview(text)) == []


@pytest.mark.parametrize(
    ("agency", "text", "expected"),
    [
        ("青禾县教育局", "县卫生局高度重视政府信息公开工作。", ["other-organ"]),
        ("青禾县教育局", "县教育局高度重视政府信息公开工作。", []),
        ("青禾县教育和科学技术局", "县教科局高度重视政府信息公开工作。", []),
        ("青禾县教育局", "我镇公开50条。", ["own-reference"]),
        ("青禾县教育局", "我局按照我县要求，委托我市机构评估。", []),
        ("青禾县教育局", "在黑山县政府网站公开。", ["other-organ"]),
        ("青禾县教育局", "柳湾乡、北坪乡的学校。", []),
        ("青禾县人民政府", "黑山县人民政府高度重视。", ["other-organ"]),
        ("青禾县人民政府", "全县各乡镇，柳湾乡、北坪乡，县财政局。我县、我办。", []),
    ],
)
def test_organs_of_the_same_level(agency, text, expected):
    given = report(
        机关=agency, 标题="", 引言="", 署名=(), 章节={"总体情况": f"一年来平稳。\n{text}"}
    )
    organs = ("other-organ", "own-reference")
    assert [id for id in ids(given) if id in organs] == expected


def test_one_organ_under_several_names():
    assert is_same_organ("柳湾乡", "青禾县柳湾乡人民政府")
    assert is_same_organ("东门街道办事处", "青禾区东门街道")
    assert is_same_organ("人社局", "青禾县人力资源和社会保障局")
    assert not is_same_organ("北坪乡", "青禾县柳湾乡人民政府")
    assert not is_same_organ("青禾县", "青禾县教育局")


# ---- documents -----------------------------------------------------------------------------------


def document_findings(path):
    reading = read_with_findings(path)
    return check_document(
        reading.document, block_lines=reading.block_lines, title_line=reading.title_line
    )


@pytest.mark.parametrize("name", ["m01", "m08", "m09", "m13", "m15", "m18"])
def test_samples_without_a_slip_of_text(name):
    assert document_findings(next(SAMPLES.glob(f"{name}*.txt"))) == ()


def test_the_sample_with_another_townships_name():
    [finding] = document_findings(next(SAMPLES.glob("m04*.txt")))
    assert (finding.id, finding.found, finding.line) == ("other-organ", "北坪乡", 7)


def test_the_clean_township_has_only_its_brackets():
    [finding] = document_findings(next(SAMPLES.glob("m16*.txt")))
    assert (finding.id, finding.severity, finding.line) == ("notice-title", Severity.INFO, 2)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_examples_are_clean(path):
    assert document_findings(path) == ()


def test_a_document_without_known_lines_counts_its_blocks():
    reading = read_with_findings("柳湾乡2023年政府信息公开工作年度报告\n\n第一段。\n第二段XX。\n")
    [finding] = check_document(reading.document)
    assert (finding.place, finding.line) == ("第2段", None)
