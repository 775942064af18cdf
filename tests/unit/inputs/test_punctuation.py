"""Half-width marks in Chinese text become full-width; addresses, times and figures stay."""

import pytest

from govdocs.inputs.reading import read_with_findings
from govdocs.inputs.text.lines import Line
from govdocs.inputs.text.log import FindingLog
from govdocs.inputs.text.punctuation import restored


def restore(text):
    log = FindingLog()
    after = restored(Line(1, text), log).text
    columns = [f.column for f in log.findings() if f.id == "mark-restored"]
    assert columns == [i + 1 for i, (a, b) in enumerate(zip(text, after, strict=True)) if a != b]
    return after


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("编制,公布;说明:如下?好!", "编制，公布；说明：如下？好！"),
        ("2017年,全县公开57条,其中", "2017年，全县公开57条，其中"),
        ("“五公开”,《条例》(修订)。", "“五公开”，《条例》（修订）。"),
        ("会议(2次)、培训(3次)", "会议（2次）、培训（3次）"),
        ("共12,其余", "共12，其余"),
        ("(2017)年", "（2017）年"),
        ("见附件(a)", "见附件（a）"),
        ("（以下简称《条例》)规定", "（以下简称《条例》）规定"),
        ("(abc）", "（abc）"),
        ("中,(abc)def", "中，（abc）def"),
        ("中(a),b", "中（a），b"),
        ("电话:0999-1234567,邮箱:a.b@example.cn)", "电话：0999-1234567，邮箱：a.b@example.cn)"),
        ("邮箱:a@example.cn,电话", "邮箱：a@example.cn，电话"),
        ("详见(http://www.example.cn/a?b=1,2&c=(3)),特此", None),
        ("网站(www.qinghe.example.cn)下载", "网站（www.qinghe.example.cn）下载"),
        ("每日9:00-17:30,节假日除外", "每日9:00-17:30，节假日除外"),
        ("共1,234件,金额3.14万元", "共1,234件，金额3.14万元"),
        ("比例为1:3,合格", "比例为1:3，合格"),
        ("电话:(0999)1234567", "电话：(0999)1234567"),
        ("http://青禾.example:8080/x", "http://青禾.example:8080/x"),
        ("Smith, J. (2017): a study; ok?", "Smith, J. (2017): a study; ok?"),
        ("青政[2013]7号", "青政〔2013〕7号"),
        ("国办公开办函［2021］30号", "国办公开办函〔2021〕30号"),
        ("青政发(2013)7号文件", "青政发〔2013〕7号文件"),
        ("青政办函【2013】第12号", "青政办函〔2013〕第12号"),
        ("小区(2013)7号楼", "小区（2013）7号楼"),
        ("参考文献[2013]若干", "参考文献[2013]若干"),
        ("第1,2项", "第1,2项"),
        ("", ""),
    ],
)
def test_marks(text, after):
    if after is None:
        after = "详见（http://www.example.cn/a?b=1,2&c=(3)），特此"
    assert restore(text) == after


def test_a_run_of_marks_is_restored_whole_from_either_side():
    assert restore("中,,,a") == "中，，，a"
    assert restore("a,,,中") == "a，，，中"


def doubtful(text):
    reading = read_with_findings(f"一、概述\n{text}\n")
    section = reading.document.main_part.body[0]
    assert section.blocks[0].content[0].text == text
    return [(f.id, f.column) for f in reading.findings if f.line == 2]


def test_angle_brackets_straight_quotes_and_points_are_reported_and_kept():
    assert doubtful("印发<报告格式>的通知。") == [("angle-brackets", 3)]
    assert doubtful("印发‹报告格式›的通知。") == [("angle-brackets", 3)]
    assert doubtful('推进"五公开"工作。') == [("straight-quote", 3), ("straight-quote", 7)]
    assert doubtful("全年平稳.") == [("ascii-full-stop", 5)]
    assert doubtful("公开1.5万条、a<b、it's、www.example.cn") == []
