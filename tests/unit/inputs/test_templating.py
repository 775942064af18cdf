"""Text with fields of plain data in it."""

import datetime
import subprocess
import sys
from decimal import Decimal
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdocs.errors import TemplateError
from govdocs.inputs.templating import render_text

DATA = {
    "t2": {"新收": {"总计": 12, "空": None, "名": "甲"}, "2025": 3, "（一）": 7},
    "章节": [{"标题": "一"}, {"标题": "二"}],
    "年": 2025,
    "日": datetime.date(2025, 1, 9),
    "比": Decimal("0.0525"),
    "小数": 0.1,
    "有": True,
    "零": 0,
}


def filled(source, data=DATA):
    return render_text(source, data, name="第一部分")


def refused(source, data=DATA):
    with pytest.raises(TemplateError) as caught:
        filled(source, data)
    return caught.value


@given(st.text().filter(lambda text: "{" not in text))
def test_a_text_without_marks_is_itself(text):
    assert filled(text) is text


def test_a_text_without_marks_loads_no_jinja():
    code = (
        "import sys; from govdocs.inputs.templating import Templates, render_text; "
        "Templates([]); assert render_text('a { b\\r\\n', {}, name='x') == 'a { b\\r\\n'; "
        "assert not {'jinja2', 'babel', 'yaml'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("共{{ t2.新收.总计 }}件", "共12件"),
        ("{{ t2['（一）'] }} {{ t2.2025 }} {{ t2[2025] }}", "7 3 3"),
        ("{{ 章节[1].标题 }}{{ 章节[-2].标题 }}", "二一"),
        ("{{ t2.新收.总计 / 5 }} {{ 1 / 4 }} {{ 小数 + 0.2 }}", "2.4 0.25 0.3"),
        ("{{ 7 // 2 }} {{ 7 % 4 }} {{ 2 ** 10 }} {{ -零 }}", "3 3 1024 0"),
        ("{{ 日 }} {{ '2025-10-01'|date }}", "2025年1月9日 2025年10月1日"),
        ("{{ 日|中文日期 }} {{ 日|chinese_year }}", "二〇二五年一月九日 二〇二五"),
        ("{{ 年|中文年份 }}年 {{ 103|中文数字 }} {{ 2|中文计数 }}项", "二〇二五年 一百零三 两项"),
        ("{{ 比|百分比 }} {{ 比|percent(2) }} {{ 12|变化(10) }}", "5.3% 5.25% 增长20.0%"),
        ("{{ 1234567|千分位 }} {{ 2.5|四舍五入 }} {{ 1.5|number(2) }}", "1,234,567 3 1.50"),
        ("{{ 章节[:1]|长度 }}{{ '甲乙丙'[1:] }}{{ (1, 2)|join }}", "1乙丙12"),
        ("{{ [1, 2.5]|合计 }} {{ [3, 1]|max }} {{ (0-3)|abs }}", "3.5 3 3"),
        ("{{ 章节|连接('、', '标题') }} {{ 章节|长度 }}", "一、二 2"),
        ("{{ 'abc'|replace('b', 'x') }}{{ ' a '|trim }}{{ 'a'|upper }}", "axcaA"),
        ("{{ t2.新收.空|默认('—') }}{{ 没有|default('无') }}", "—无"),
        ("{% if t2.新收.空 %}a{% else %}b{% endif %}", "b"),
        ("{% if t2.新收.空 is none and t2.新收.空 == none %}a{% endif %}", "a"),
        ("{% if t2.新收.空 is 空 and '' is blank and not 零 is 空 %}a{% endif %}", "a"),
        ("{% if t2.新 is defined %}a{% endif %}{% if t9 is undefined %}b{% endif %}", "b"),
        ("{% for c in 章节 %}{{ loop.index }}{{ '；' if not loop.last }}{% endfor %}", "1；2"),
        ("{% for c in 章节 if c.标题 == '二' %}{{ c.标题 }}{% else %}无{% endfor %}", "二"),
        ("{% for k, v in t2|各项 %}{{ k }}{% endfor %}{% for k in t2 %}{{ k }}{% endfor %}",
         "新收2025（一）新收2025（一）"),
        ("{% for i in range(3) %}{{ i }}{% endfor %}{{ range(5)[::2]|join(',') }}", "0120,2,4"),
        ("{% set n = namespace(a=0) %}{% for i in [1, 2] %}{% set n.a = n.a + i %}{% endfor %}"
         "{{ n.a }}", "3"),
        ("{% macro f(x, y='乙') %}{{ x }}{{ y }}{% endmacro %}{{ f('甲') }}", "甲乙"),
        ("{% macro f() %}[{{ caller() }}]{% endmacro %}{% call f() %}x{% endcall %}", "[x]"),
        ("{% filter upper %}a{{ 'b' }}{% endfilter %}{% with a = 1 %}{{ a }}{% endwith %}", "AB1"),
        ("{% raw %}{{ x }}{% endraw %}{# y #}", "{{ x }}"),
        ("a\n  {% if 有 %}\nb\n  {% endif %}\nc\n", "a\nb\nc\n"),
        ("{{ {'a': 1}.a ~ '件' ~ 0.5 }}{{ '有' if 2 in [1, 2] and 1 < 2 < 3 }}", "1件0.5有"),
    ],
)  # fmt: skip
def test_what_a_template_can_say(source, text):
    assert filled(source) == text


@pytest.mark.parametrize(
    ("source", "at", "field", "words"),
    [
        ("{{ t2.新收.总记 }}", 1, "t2.新收.总记", "是否为“总计”"),
        ("甲\n\n乙{{ t2.新守.总计 }}", 3, "t2.新守", "是否为“新收”"),
        ("{{ 章 节 }}".replace(" 节", ""), 1, "章", "是否为“章节”"),
        ("{{ ABC }}", 1, "ABC", "可用：t2、章节"),
        ("\n{% for c in 章节 %}\n{{ c.标体 }}{% endfor %}", 3, "章节[0].标体", "是否为“标题”"),
        ("{{ 章节[5].标题 }}", 1, "章节[5]", "只有 2 项"),
        ("{{ t2.新收.总记|number }}", 1, "t2.新收.总记", "是否为“总计”"),
        ("{{ t2.新收.总记 + 1 }}", 1, "t2.新收.总记", "是否为“总计”"),
        ("{{ '' ~ t2.新收.总记 }}", 1, "t2.新收.总记", "是否为“总计”"),
        ("{% if t2.新收.总记 %}{% endif %}", 1, "t2.新收.总记", "是否为“总计”"),
        ("{% for x in t2.新收.总记 %}{% endfor %}", 1, "t2.新收.总记", "是否为“总计”"),
    ],
)
def test_a_field_that_is_not_there_is_named_with_its_line_and_the_nearest(source, at, field, words):
    error = refused(source)
    assert (error.at, error.field) == (f"第一部分:{at}", field)
    assert words in error.zh
    assert field in error.en


@pytest.mark.parametrize(
    "use",
    ["{{ X }}", "{{ X + 1 }}", "{{ -X }}", "{{ X|number }}", "{{ 'a' ~ X }}", "{{ X > 1 }}",
     "{% for y in X %}{% endfor %}", "{{ [X]|sum }}", "{{ X.a }}", "{{ X[0] }}", "{{ X() }}",
     "{{ 1 in X }}", "{{ 1|number(X) }}", "{{ t2[X] }}", "{{ X[0:1] }}", "{{ X is odd }}",
     "{% macro f(a) %}{{ a }}{% endmacro %}{{ f(X) }}"],
)  # fmt: skip
def test_a_blank_field_is_an_error_wherever_it_is_used(use):
    error = refused("\n" + use.replace("X", "t2.新收.空"))
    assert (error.at, error.field) == ("第一部分:2", "t2.新收.空")
    assert "该格未填" in error.zh


def test_a_none_of_the_template_itself_is_blank_too():
    assert "该格未填" in refused("{{ none }}").zh


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("{{ 章节 }}", "列表不能直接写出"),
        ("{{ t2 }}", "映射不能直接写出"),
        ("{{ 有 }}", "是/否值不能直接写出"),
        ("{{ 1 / 零 }}", "除数为零"),
        ("{{ 1 % 0 }}", "除数为零"),
        ("{{ 1.5 // 1 }}", "只用于整数"),
        ("{{ 5|变化(零) }}", "基数为 0"),
        ("{{ 'a' + 'b' }}", "文字请用 ~"),
        ("{{ 1.5|中文数字 }}", "应为整数"),
        ("{{ '昨天'|date }}", "不是日期"),
        ("{{ 章节 == 章节 }}", "不能比较"),
        ("{{ []|first }}", "列表为空"),
        ("{{ x|数子 }}", "是否为“数字”"),
        ("{{ x is evne }}", "是否为“even”"),
        ("{{ 1|percent(99) }}", "小数位数"),
        ("{{ 1|number(1, 2, 3, 4) }}", "用法不对"),
        ("{{ 章节|join('', '没有') }}", "没有“没有”"),
        ("{{ t2.新收.名.upper() }}", "过滤器请写 |upper"),
        ("{{ '\\ud800' }}", "半个字符"),
    ],
)
def test_other_faults_say_what_to_do(source, words):
    error = refused(source)
    assert words in error.zh
    assert error.at in ("第一部分", "第一部分:1")
    assert error.en


@pytest.mark.parametrize(
    "source", ["a\n{{ t2 ", "a\n{% if 有 %}", "a\n{% endif %}", "a\n{% foo %}", "a\n{{ 1 + }}"]
)
def test_broken_syntax_has_its_line(source):
    error = refused(source)
    assert error.at == "第一部分:2"
    assert "语法错误" in error.zh


class Text(str):
    pass


@pytest.mark.parametrize(
    "value",
    [object(), {1, 2}, b"x", Text("x"), len, datetime.datetime(2025, 1, 1), 1j, {1: 2},
     [[object()]], float("nan"), Decimal("Infinity"), 10**60, Decimal("1E+99999"),
     iter([]), range(3)],
)  # fmt: skip
def test_only_plain_data_comes_in(value):
    error = refused("{{ 1 }}", {"甲": {"乙": value}})
    assert error.at == "第一部分"
    assert "甲" in error.en


def test_data_that_is_too_deep_or_holds_itself_is_refused():
    ring = []
    ring.append(ring)
    assert "层" in refused("{{ 1 }}", {"环": ring}).zh


def test_the_callers_data_cannot_be_touched():
    data = {"a": {"b": [1, 2]}, "c": MappingProxyType({"d": (3, 4)})}
    for source in (
        "{{ a.b.append(3) }}",
        "{{ a.update({}) }}",
        "{% set a.b = 1 %}",
        "{{ a.b.__setitem__(0, 9) }}",
    ):
        refused(source, data)
    assert filled("{% set a = 1 %}{{ a }}{{ c.d[1] }}", data) == "14"
    assert data["a"] == {"b": [1, 2]}


@pytest.mark.parametrize(
    "source",
    [
        "{{ ''.__class__ }}", "{{ t2.__class__ }}", "{{ t2['__class__'] }}", "{{ (1).real }}",
        "{{ t2.keys() }}", "{{ t2.items }}", "{{ 'a'.format }}", "{{ '{0}'.format(1) }}",
        "{{ ''|attr('__class__') }}", "{{ range.__self__ }}", "{{ namespace.__init__ }}",
        "{{ namespace(a=1).__class__ }}", "{{ self }}", "{{ self.x }}", "{{ self._x }}",
        "{% macro f() %}{% endmacro %}{{ f.name }}", "{% macro f() %}{% endmacro %}{{ f._func }}",
        "{% for i in [1] %}{{ loop._iterable }}{% endfor %}",
        "{% for i in [1] %}{{ loop.cycle(1) }}{% endfor %}",
        "{% for i in [1] %}{{ loop }}{% endfor %}", "{% for i in [1] %}{{ loop(1) }}{% endfor %}",
        "{% for i in [1] %}{% for j in loop %}{% endfor %}{% endfor %}",
        "{{ lipsum }}", "{{ cycler }}", "{{ joiner }}", "{{ dict }}", "{{ context }}",
        "{{ environment }}", "{{ 1() }}", "{{ '%s' % 1 }}", "{{ 'a' * 2 }}", "{{ [1] * 2 }}",
        "{{ [1] + [2] }}", "{{ 有 + 1 }}", "{% extends 'a.jinja' %}",
        "{% block a %}{% endblock %}", "{% autoescape true %}{% endautoescape %}",
        "{% for i in [1] recursive %}{% endfor %}", "{% include t2 %}", "{% import t2 as x %}",
        "{% include 'a.jinja' %}", "{% include '/etc/passwd' %}", "{% include '../a.jinja' %}",
        "{% from 'a.jinja' import b %}", "{% include ['a.jinja'] %}", "{{ 'a'|map('upper') }}",
        "{{ 'x'|safe }}", "{{ t2|tojson }}", "{{ t2|pprint }}", "{{ x|looped over }}",
    ],
)  # fmt: skip
def test_nothing_else_can_be_reached(source):
    assert isinstance(refused(source), TemplateError)


@given(
    st.lists(
        st.sampled_from(
            ["{{", "}}", "{%", "%}", "{#", "#}", "t2", ".", "新收", "总计", "|", "number", "(", ")",
             "[", "]", "1", "'a'", " ", "for", "in", "endfor", "if", "endif", "macro", "endmacro",
             "f", "~", "+", "**", "-", "\n", "set", "=", "loop", "range", "空", "is", "not", ","]
        ),
        max_size=25,
    )
)  # fmt: skip
def test_any_template_gives_text_or_a_template_error(parts):
    try:
        found = filled("".join(parts))
    except TemplateError as error:
        found = error
    if isinstance(found, TemplateError):
        assert found.zh
        assert found.en
        assert found.at.startswith("第一部分")
    else:
        assert isinstance(found, str)
