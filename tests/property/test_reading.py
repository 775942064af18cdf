"""Any text is read or refused, and nothing is lost but what a finding tells."""

import re
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from govdocs.errors import GovdocsError
from govdocs.inputs.inspection import inspect
from govdocs.inputs.reading import read_with_findings
from govdocs.model.nodes import unprintable

PIECES = st.sampled_from(
    [
        "一、", "（一）", "(二)", "1.", "１、", "⑴", "㈠", "概述", "青禾县教育局", "2017年度报告",
        "全年平稳。", "未收到申请；", ",", ":", "(", ")", "?", "“", "”", "《", "》", "[2013]7号",
        "http://a.cn/?x=(1),", "9:00", "1,234", "|", "\\|", "---", "\n", "\r\n", "\u3000",
        "\xa0", "\t", "\u200b", "\x01", "\v", "上一条:", "下一条：没有了", "2018年1月9日",
        "二〇一八年一月九日",
        "（此件公开发布）", "开云", "体育", "官网", "App下载", "·(中国)", "KAIYUN", "政府", "<",
        ">",
        '"', ".", "\ud800", "\U00020bb7", "年度", "关于", "- 发布机构:", "title: ",
        "附件：", "\n附：1.清单\n2.", "各乡镇：", "2018年1月", "版权所有", "&nbsp;", "**", "<b>",
        "abc", "水利局", "华体会", "im电竞", "皇冠",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=6), max_size=40).map("".join)
PRINTED_FORMS = str.maketrans("，；：？！（）", ",;:?!()")


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=300) | TEXTS | st.binary(max_size=300))
def test_any_text_is_read_or_refused(source):
    try:
        reading = read_with_findings(source)
    except GovdocsError:
        return
    data = inspect(reading)
    assert len(data["blocks"]) >= len(reading.block_lines)
    assert all(line >= 1 for line in reading.block_lines)
    assert list(reading.block_lines) == sorted(reading.block_lines)


def held(reading):
    """Every character of a document and its navigation, half-width, blanks left aside."""
    data = inspect(reading)
    parts = [data["title"] or ""]
    for block in data["blocks"]:
        parts += (block["number"] or "", block["text"], block["body"] or "")
        parts += (cell for row in block["rows"] or () for cell in row)
    parts += (each["text"] for each in data["navigation"])
    return Counter(re.sub(r"\s", "", "".join(parts).translate(PRINTED_FORMS)))


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_nothing_is_lost_but_what_is_told(text):
    # Numbers, dates, pipes and the words of navigation lines change their form; they have tests
    # of their own. Here every other character must come out as often as it went in.
    reading = read_with_findings("文" + re.sub(r"[|\\]|[上下]一条", "", text).replace("---", ""))
    source = "文" + re.sub(r"[|\\]|[上下]一条", "", text).replace("---", "")
    removed = {char for _, char in unprintable(source)}
    printable = "".join(char for char in source if char not in removed)
    before = Counter(re.sub(r"\s", "", printable.translate(PRINTED_FORMS)))
    changed = set("0123456789０１２.．、,，()一二三四五六七八九十〇年月日-[]〔〕⑴㈠１")
    after = held(reading)
    for char in (before | after).keys() - changed:
        assert before[char] == after[char], char
