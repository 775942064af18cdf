"""Wrong data of a report, a roster, a format, a template, a document: all that is said, in full.

The messages are those of docs/findings.md.
"""

import json

import pytest

import govdocs
from govdocs.errors import CodecError, GovdocsError, InputError, ReportError, TemplateError
from govdocs.inputs.templating import render_text
from govdocs.kinds.annual_report.county.roster_reading import read_roster
from govdocs.kinds.annual_report.decode import decode_report
from govdocs.model.codec import decode
from govdocs.standards.annual_report.loader import format_of_year, report_format

SOME = "年度: 2025\n机关: 青禾县教育局\n"
NEW = "第三部分 申请表：一、本年新收政府信息公开申请数量×总计"

FAULTS = [
    ("机关: 青禾县教育局\n", "1:1", "年度：缺少必填项"),
    ("年度: 二〇二五\n机关: 青禾县教育局\n", "1:5", "年度：应为整数（填写的是“二〇二五”）"),
    ("年度: 1999\n机关: 青禾县教育局\n", "1:5", "年度：不得小于 2008（填写的是“1999”）"),
    ("年度: 9999\n机关: 青禾县教育局\n", "1:5", "年度：不得大于 2999（填写的是“9999”）"),
    ("年度: 2025\n机关: 甲\n", "2:5", "机关：至少应有 2 个字符（填写的是“甲”）"),
    ("年度: 2025\n机关: [甲]\n", "2:5", "机关：应为文本"),
    ("- 1\n", "1:1", "应为多行“键: 值”"),
    (f"{SOME}机构: 甲\n", "3:1", "机构：没有这个字段，请删去或核对名称；是否为“机关”？"),
    (f"{SOME}统计期限: 全年\n", "3:7", "统计期限：应为多行“键: 值”（填写的是“全年”）"),
    (f"{SOME}署名: {{a: b}}\n", "3:5", "署名：应为列表（各项一行，以“- ”开头）"),
    (f"{SOME}图表: 也许\n", "3:5", "图表：应为 true（是）或 false（否）（填写的是“也许”）"),
    (f"{SOME}成文日期: 2026-02-30\n", "3:7",
     "成文日期：应为日历上有的日期，如 2026-01-20（填写的是“2026-02-30”）"),
    (f"{SOME}信息处理费: 约五元\n", "3:8",
     "信息处理费：应为不小于 0 的数（填写的是“约五元”）"),
    (f"{SOME}信息处理费: 无\n", "3:8",
     "信息处理费：应为金额；没有收取的写 0（填写的是“无”）"),
    (f"{SOME}格式: '2023'\n", "3:5",
     "格式：没有名为 '2023' 的年报格式；可用的有：2008、2014、2019、2021、liaoning-2017，"
     "或给出一个 .toml 文件（填写的是“2023”）"),
    (f"{SOME}表格: 3\n", "3:5", "表格：应为“表: 行: 列: 数”的层次（填写的是“3”）"),
    (f"{SOME}表格:\n  申请: 3\n", "4:7",
     "表格.申请：应为“行: 列: 数”的层次（填写的是“3”）"),
    (f"{SOME}表格:\n  申清:\n    新收: [1]\n", "5:5",
     "表格.申清：没有“申清”，是否想写“申请”？（填写的是“申清”）"),
    (f"{SOME}表格:\n  申请:\n    新守: [1]\n", "5:9",
     "表格.申请.新守：没有“新守”，是否想写“新收”？（填写的是“新守”）"),
    (f"{SOME}表格:\n  申请:\n    新收: {{自然仁: 1}}\n", "5:15",
     "表格.申请.新收.自然仁：没有“自然仁”，是否想写“自然人”？（填写的是“自然仁”）"),
    (f"{SOME}表格:\n  申请:\n    新收: [1, 2]\n", "5:9",
     "表格.申请.新收：本行有 7 格（自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他、"
     "总计），给了 2 个数"),
    (f"{SOME}表格:\n  申请:\n    新收: 5\n", "5:9",
     "表格.申请.新收：本行有 7 格，应写成“列: 数”或 7 个数的列表（填写的是“5”）"),
    (f"{SOME}表格:\n  申请:\n    新收: {{总计: 约10}}\n", "5:14",
     f"表格.申请.新收.总计：{NEW}：应为非负整数（填写的是“约10”）"),
    (f"{SOME}表格:\n  主动公开:\n    行政事业性收费: 五万\n", "5:14",
     "表格.主动公开.行政事业性收费.收费：第二部分 主动公开表：行政事业性收费×本年收费金额"
     "（单位：万元）：应为不小于 0 的数（填写的是“五万”）"),
    (f"{SOME}表格:\n  申请:\n    新收: {{总计: 1}}\n  t2:\n    新收: {{总计: 1}}\n", "7:5",
     f"表格.t2：{NEW} 给了两次（中文名和英文名只写一个）"),
    (f"{SOME}章节: 3\n", "3:5", "章节：应为“章节: 正文”的层次（填写的是“3”）"),
    (f"{SOME}章节:\n  总体情况: [1]\n", "4:9", "章节.总体情况：应为文字"),
    (f"{SOME}章节:\n  总体情况: 甲\n  overview: 乙\n", "5:13",
     "章节.overview：“总体情况”一章给了两次（填写的是“乙”）"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "place", "message"), FAULTS, ids=range(len(FAULTS)))
def test_bad_report_data(source, place, message):
    with pytest.raises(ReportError) as caught:
        decode_report(source)
    assert [(f.id, f.place, f.zh) for f in caught.value.findings] == [
        ("bad-report-data", place, message)
    ]


YAML = [
    ("a: 1\na: 2\n", ":2:1", "“a”重复：第 1 行和第 2 行；请删去一个"),
    ("a: [1\n", ":2:1",
     "不是正确的 YAML（did not find expected ',' or ']'）；请核对缩进、引号和括号"),
    ("a: b: c\n", ":1:5", "不是正确的 YAML（mapping values are not allowed in this c…）；"
     "值中有“: ”时请加引号，并核对缩进"),
    ("a: !!int 3\n", ":1:4",
     "不支持类型标记“tag:yaml.org,2002:int”；请删去 ! 开头的标记，或给值加引号"),
    ("a: *b\n", ":1:4", "引用 *b 之前没有写完的 &b；请先定义再引用"),
    ("a: {{ t }}\n", ":1:5",
     "键应为文本，不能是列表、映射或引用；{{ … }} 开头的值请加引号"),
    ('"": 1\n', ":1:1", "冒号前没有键；应为“键: 值”"),
    ("a: 1\n---\nb: 2\n", ":2:1", "一个文件只能有一份数据；请删去“---”及其后的内容"),
    ("a: \x07\n", ":1:4", "有不可见的控制字符 U+0007；请删去"),
    ("[" * 80, ":1:51", "数据嵌套超过 50 层；请核对缩进和括号"),
    ("x" * 2_000_001, "", "数据超过 2000000 个字符；请核对是否选错了文件"),
    ("[" + "1," * 100_001 + "]", ":1:200000",
     "数据超过 100000 项（引用按展开后计）；请核对文件"),
]  # fmt: skip
JSON = [
    ('{"a": 1, "a": 2}', ":1:10", "“a”重复：第 1 行和第 1 行；请删去一个"),
    ('{"a": NaN}', "", "NaN 不是数字；没有填写的请写 null"),
    ('{"a": 1', ":1:8",
     "不是正确的 JSON（Expecting ',' delimiter）；请核对引号、逗号和括号"),
    ('{"a": "\\ud800"}', "", "“\\ud800”中有半个字符（\\uD800–\\uDFFF 应成对）"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("format", "source", "place", "message"),
    [("yaml", *case) for case in YAML] + [("json", *case) for case in JSON],
    ids=range(len(YAML) + len(JSON)),
)
def test_what_is_no_yaml_or_json(format, source, place, message):
    with pytest.raises(InputError) as caught:
        decode_report(source, format=format, name="r")
    assert (caught.value.at, caught.value.zh) == (f"r{place}", message)


ROSTERS = [
    ("甲,乙\n", "", "前 10 行里没有找到表头“全称”；可用 govdocs aggregate --new-roster 名册.xlsx "
     "生成空白名册"),
    ("全称\n", "", "名册里没有单位"),
    ('全称\n"甲局\n', ":2", "CSV 格式有误：unexpected end of data"),
    ("全称\n" + "".join(f"甲{n}局\n" for n in range(5001)), "", "名册超过 5000 行"),
    ("全称\n甲\n", ":2", "缺少全称（至少两个字）"),
    ("全称,类别\n甲局,公司\n", ":2",
     "类别应为政府本级、部门、乡镇街道、其他之一，得到“公司”"),
    ("全称,顺序\n甲局,零\n", ":2", "顺序应为正整数，得到“零”"),
    ("全称,全称\n甲局,乙局\n", ":1", "有两列“全称”"),
    ("全称,联系仁\n甲局,乙\n", ":1", "没有“联系仁”这一列，是否想写“联系人”？"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "message"), ROSTERS, ids=range(len(ROSTERS)))
def test_a_bad_roster(tmp_path, text, place, message):
    path = tmp_path / "名册.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_roster(path)
    error = caught.value
    told = [(f.place, f.zh) for f in getattr(error, "findings", ())] or [(error.at, error.zh)]
    assert told == [(f"{path}{place}", message)]


def test_a_bad_roster_in_yaml(tmp_path):
    path = tmp_path / "名册.yaml"
    for text, message in (
        ("a: 1\n", "名册应为列表，每个单位一项（“- 全称: …”）"),
        ("- 1\n", "名册的每一项应为“全称: …”这样的键值"),
        ("", "名册应为列表，每个单位一项（“- 全称: …”）"),
    ):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(InputError) as caught:
            read_roster(path)
        assert caught.value.zh == message


OWN = 'base = "2021"\nid = "own"\nname = "本省格式"\nverified = false\n'
FORMATS = [
    ("id =", "读不了年报格式：不是 TOML：Invalid value (at end of document)"),
    ('base = "1999"',
     "base 应为随附格式之一（2008、2014、2019、2021、liaoning-2017），得到 '1999'"),
    ('id = "own"', "缺少或写错了 'title'"),
    (f"{OWN}sections = 3", "sections 应为表的列表，得到 3"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), FORMATS, ids=range(len(FORMATS)))
def test_a_bad_format(tmp_path, text, message):
    path = tmp_path / "本省.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        report_format(str(path))
    assert (caught.value.at, caught.value.zh) == (str(path), message)


def test_a_year_without_a_format():
    with pytest.raises(GovdocsError) as caught:
        format_of_year(2005)
    assert caught.value.zh == "没有 2005 年度报告的格式；《政府信息公开条例》自2008年5月1日起施行"


DATA = {"t2": {"新收": {"总计": 12, "空": None}}, "列": [1, 2], "文": "甲"}
TEMPLATES = [
    ("{{ 1 // 0 }}", "除数为零"),
    ("{{ '1' + 1 }}", "+ 只用于数字，得到 “1”；文字请用 ~ 连接"),
    ("{{ 2 ** 9999 }}", "乘方的指数应为 ±64 以内的整数"),
    ("{{ 1.5 // 1 }}", "// 只用于整数"),
    ("{{", "模板语法错误（unexpected 'end of template'）；请核对 {{ }} 与 {% %} 是否成对"),
    ("{{ range(1, 2, 3, 4) }}", "range 应为一至三个整数"),
    ("{{ range(9999999) }}", "range 超过 200000 项"),
    ("{% for a in 5 %}{% endfor %}", "不能循环数字；应为列表、映射或文本"),
    ("{{ 1 in 5 }}", "不能在数字中查找；应为列表、映射或文本"),
    ("{{ 5[0:1] }}", "不能从数字中截取；应为列表或文本"),
    ("{{ 列 < 列 }}", "列表和映射不能比较；请比较其中的值，或比较 |长度"),
    ("{{ 5|length }}", "数字没有长度"),
    ("{{ []|first }}", "列表为空或不是列表"),
    ("{{ []|max }}", "列表为空"),
    ("{{ 5|sum }}", "应为列表，不是数字"),
    ("{{ 5|items }}", "应为映射，不是数字"),
    ("{{ 列|sum('x') }}", "列表中有一项没有“x”"),
    ("{{ 1.5|chinese_year }}", "“1.5”应为整数"),
    ("{{ '甲'|date }}", "“甲”不是日期；应如 2018-01-09"),
    ("{{ 文|replace('', 'a') }}", "要替换的文字为空"),
    ("{{ 文|truncate('a') }}", "没有过滤器“truncate”；是否为“date”？"),
    ("{{ 文() }}", "不能这样调用文本；只能调用宏、range 和 namespace(名=值)"),
    ("{{ 文.长 }}", "文本没有字段“长”；过滤器请写 |长"),
    ("{{ t2.新收 }}", "映射不能直接写出；请写出其中的值"),
    ("{{ t2.新收.空 }}",
     "“t2.新收.空”未填（该格未填）；请填写，或在模板中用 |默认(…) 给出替代"),
    ("{{ t2.新收.总记 }}", "没有字段“t2.新收.总记”；是否为“总计”？"),
    ("{{ 列[9] }}", "没有“列[9]”：只有 2 项，从 0 数起"),
    ("{% include 'a.jinja' %}", "模板文件夹中没有“a.jinja”"),
    ("{% block a %}{% endblock %}", "模板中不能使用 block；可用 if、for、set、macro、include、"
     "import（文件名直接写出）"),
    ("{{ " + "9" * 50 + " ** 2 }}", "数字过大"),
    ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
     "宏嵌套超过 40 层；请核对是否调用了自身"),
    ("{{ 1 }}" + "甲" * 200_000, "模板超过 200000 个字符"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "message"), TEMPLATES, ids=range(len(TEMPLATES)))
def test_a_template_that_cannot_be_filled(source, message):
    with pytest.raises(TemplateError) as caught:
        render_text(source, DATA, name="第一部分")
    assert caught.value.zh == message
    assert (caught.value.at or "").startswith("第一部分")


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (object(), "模板数据“a”的类型 object 不是纯数据；应为文本、数字、日期、列表或映射"),
        ({1: 2}, "模板数据“a”的键 1 不是文本"),
    ],
    ids=("type", "key"),
)
def test_data_that_no_template_may_see(value, message):
    with pytest.raises(TemplateError) as caught:
        render_text("{{ a }}", {"a": value}, name="x")
    assert caught.value.zh == message


def document(**changed):
    whole = json.loads(govdocs.encode(govdocs.read("青禾县2025年报告\n平稳。")))
    return json.dumps(whole | changed)


CODEC = [
    ("{", "$", "不是合法的 JSON：Expecting property name enclosed in double quotes: "
     "line 1 column 2 (char 1)"),
    ("[1]", "$", "不是 govdocs 文档：最外层应为对象，且 format 为 'govdocs-document-1'"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "at", "message"), CODEC, ids=("json", "document"))
def test_json_that_is_no_document(source, at, message):
    with pytest.raises(CodecError) as caught:
        decode(source)
    assert (caught.value.at, caught.value.zh) == (at, message)
