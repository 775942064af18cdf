"""The text of a web page: blocks are lines, and what is not shown is told."""

import pytest

from govdocs.findings import Severity
from govdocs.inputs.html.reader import read_html
from govdocs.inputs.reading import read, read_with_findings
from govdocs.inputs.text.log import FindingLog


def page(body, head=""):
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def texts(body):
    return [part.text for part in read_html(page(body), None, FindingLog())]


def findings(body):
    return {f.id: f for f in read_with_findings(page(body)).findings}


def test_blocks_and_breaks_make_lines():
    body = "<div>一、概述<p>甲</p>乙<br>丙<br/><br>丁</div><h2>二、公开</h2><ul><li>戊<li>己</ul>"
    assert texts(body) == ["一、概述", "甲", "乙", "丙", "丁", "二、公开", "戊", "己"]


def test_spans_fonts_and_links_are_part_of_their_line():
    body = '<p><span>全年</span><font>公开<b>57</b></font><a href="x">条</a>信息。<o:p></o:p></p>'
    assert texts(body) == ["全年公开57条信息。"]


def test_blanks_are_one_and_a_line_end_between_han_is_none():
    assert texts("<p>全年\n   公开，\n共 57\t条\nopen\ndata</p>") == [
        "全年公开，共 57 条 open data"
    ]


def test_entities_are_characters():
    assert texts("<p>&nbsp;&nbsp;&ldquo;五公开&rdquo;&#65288;&#x4e00;&#xff09;&amp;&lt;</p>") == [
        "\xa0\xa0“五公开”（一）&<"
    ]


def test_lines_of_preformatted_text_stay():
    assert texts("<pre>一、概述\n  全年平稳。\n\n二、公开</pre><p>无。</p>") == [
        "一、概述", "全年平稳。", "二、公开", "无。",
    ]  # fmt: skip


@pytest.mark.parametrize("tag", ["script", "style", "template", "noscript"])
def test_what_is_no_text_goes_silently(tag):
    body = f"<p>甲。</p><{tag}>乙</{tag}><p>丙。</p>"
    assert texts(body) == ["甲。", "丙。"]
    assert not {"hidden-text", "page-controls"} & set(findings(body))


def test_comments_go_and_the_text_around_them_stays_whole():
    assert texts("<p>全年<!-- 注 -->平稳。<![if !supportLists]>完<![endif]></p>") == [
        "全年平稳。完"
    ]


@pytest.mark.parametrize(
    "attribute",
    ["hidden", 'style="display: none"', 'style="color:red; visibility:hidden"',
     'style="font-size:0"', 'style="mso-hide:all"'],
)  # fmt: skip
def test_hidden_text_goes_with_a_finding(attribute):
    body = f"<p>甲。</p>\n<div {attribute}>开云体育<script>x</script></div><p>乙。</p>"
    assert texts(body) == ["甲。", "乙。"]
    found = findings(body)["hidden-text"]
    assert (found.severity, found.line) == (Severity.WARNING, 2)
    assert "开云体育" in found.zh
    assert "4 字" in found.zh


def test_hidden_elements_without_text_are_not_told():
    assert "hidden-text" not in findings(
        '<p>甲。</p><div style="display:none"> <script>x</script></div>'
    )


def test_a_larger_font_is_not_hidden():
    assert texts('<p style="font-size:0.5em">甲</p>') == ["甲"]


def test_navigation_and_controls_go_with_a_finding():
    body = "<nav>首页</nav><p>甲。</p><select><option>大</select><button>打印</button>"
    assert texts(body) == ["甲。"]
    assert "3 处" in findings(body)["page-controls"].zh


def test_ruby_keeps_its_base():
    body = "<p><ruby>励<rp>(</rp><rt>lì</rt><rp>)</rp></ruby>家镇。</p>"
    assert texts(body) == ["励家镇。"]
    assert "lì" in findings(body)["ruby-dropped"].zh or "(" in findings(body)["ruby-dropped"].zh


def test_pictures_and_frames_are_told_and_icons_are_not():
    body = '<p>甲。<img src="a.png"><img src="i.gif" width="16"></p><iframe src="x"></iframe>'
    found = findings(body)
    assert "1 张" in found["pictures-not-read"].zh
    assert "embedded-not-read" in found


@pytest.mark.parametrize(
    ("opening", "numbers"),
    [
        ("<ol>", ["1.", "2."]),
        ('<ol start="3">', ["3.", "4."]),
        ('<ol type="a">', ["a.", "b."]),
        ('<ol style="list-style-type: cjk-ideographic">', ["一、", "二、"]),
        ('<ol style="list-style:none">', ["", ""]),
        ("<ul>", ["", ""]),
    ],
)
def test_the_numbers_of_a_list_are_in_the_text(opening, numbers):
    got = texts(f"{opening}<li>甲<li>乙</{opening[1:3]}>")
    assert got == [number + text for number, text in zip(numbers, "甲乙", strict=True)]


def test_an_entry_that_has_a_number_gets_no_other():
    assert texts("<ol><li>一、概述<li value=5>5万元</ol>") == ["一、概述", "5. 5万元"]


def test_lines_are_those_of_the_source():
    reading = read_with_findings(
        page("\n<p>一、概述</p>\n\n<p>甲。</p>\n<table><tr><td>a<td>b</table>")
    )
    assert reading.block_lines == (2, 4, 5)


def test_a_pipe_is_a_character():
    reading = read_with_findings(page("<p>首页 | 公开</p>"))
    assert reading.document.main_part.body[0].content[0].text == "首页 | 公开"


def test_the_rules_for_text_hold():
    body = "<h1>青禾县2017年度报告</h1><p>(一)公开,平稳</p><p>上一条：旧闻</p>"
    reading = read_with_findings(page(body))
    assert reading.document.main_part.title == "青禾县2017年度报告"
    assert reading.navigation[0].text == "旧闻"


def test_a_page_as_text_is_a_page_and_a_text_with_tags_is_text():
    assert read("<!DOCTYPE html>\n<html><body><p>甲。") == read(page("<p>甲。"))
    assert "markup-remnant" in {f.id for f in read_with_findings("一、概述\n<p>甲。</p>").findings}


def test_broken_markup_is_mended():
    body = "<p>甲<b>乙</p><div>丙</b></div><td>丁</td><table><tr><td>a<td>b<tr><td>c<td>d</table>戊"
    reading = read_html(page(body), None, FindingLog())
    assert [part.text for part in reading if hasattr(part, "text")] == ["甲乙", "丙", "丁", "戊"]


def test_an_empty_page_is_refused():
    from govdocs.errors import InputError

    for body in ("", "<script>x</script>"):
        with pytest.raises(InputError, match="没有可排的文字"):
            read(page(body))
    with pytest.raises(InputError, match="没有可排的文字"):
        read(b"<html><!-- -->")


def test_a_page_nested_without_end_is_refused_and_a_deep_one_is_read():
    from govdocs.errors import InputError

    assert texts("<div>" * 500 + "甲。" + "</div>" * 500) == ["甲。"]
    with pytest.raises(InputError, match="嵌套过深"):
        read(page("<div>" * 10_000 + "甲。"))
