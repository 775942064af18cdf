"""Templates that would run for ever, or fill the memory, are stopped; in any thread."""

import threading

import pytest

from govdocs.errors import TemplateError
from govdocs.inputs.templating import TemplateLimits, render_text

NEST = """{% set n = namespace(x=(1,), y=(1,)) %}{% for i in range(100) %}
{% set n.x = (n.x, n.x) %}{% set n.y = (n.y, n.y) %}{% endfor %}"""

HOSTILE = [
    "{% for i in range(10**9) %}{% endfor %}",
    "{% for i in range(10**38) %}{% endfor %}",
    "{% for i in range(0 - 10**9, 10**9, 1) %}{% endfor %}",
    "{{ range(9, 1, 0) }}",
    "{{ 'x' * 10**9 }}",
    "{{ 10**10**8 }}",
    "{{ 10**(0-10**8) }}",
    "{{ 9**64 * 9**64 }}",
    "{{ 9e39 * 9e39 }}",
    "{{ 'x'|center(10**9) }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ '%1000000000d' is odd }}",
    "{{ 1|number(10**9) }}",
    "{{ 1|round(10**9) }}",
    "{{ 1|round(0 - 10**9) }}",
    "{{ 1e999 }}",
    "{{ " + "9" * 5000 + " }}",
    "{{ 0x" + "f" * 50_000 + " }}",
    "{% macro f(n) %}{{ f(n) }}{% endmacro %}{{ f(1) }}",
    "{% macro f(n) %}{% if n %}{{ f(n-1) }}{{ f(n-1) }}{% endif %}{% endmacro %}{{ f(30) }}",
    "{% macro g(x) %}{{ x }}{{ x }}{% endmacro %}{{ "
    + "g(" * 30
    + "'xxxxxxxxxx'"
    + ")" * 30
    + " }}",
    "{% set n = namespace(x='xxxx') %}{% for i in range(99) %}"
    "{% set n.x = n.x ~ n.x %}{% endfor %}",
    "{% set n = namespace(x='aaaa') %}{% for i in range(99) %}"
    "{% set n.x = n.x|replace('a', 'aaaa') %}{% endfor %}",
    "{% set n = namespace(x=['aaaa']) %}{% for i in range(99) %}"
    "{% set n.x = [n.x|join, n.x|join] %}{% endfor %}",
    "{% set n = namespace(x=[]) %}{% for i in range(99999) %}"
    "{% set n.x = [n.x, '" + "x" * 9000 + "' ~ i] %}{% endfor %}",
    "{% for i in range(99999) %}" + "x" * 100 + "{% endfor %}",
    "{% set x %}{% for i in range(99999) %}" + "x" * 100 + "{% endfor %}{% endset %}",
    "{% macro f() %}{% for i in range(99999) %}"
    + "x" * 100
    + "{% endfor %}{% endmacro %}{{ f() }}",
    "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
    "{% for a in range(9999) if a < 0 %}{% for b in range(9999) %}{% endfor %}{% endfor %}" * 99,
    NEST + "{{ n.x == n.y }}",
    NEST + "{{ n.x in [n.y] }}",
    NEST + "{{ n.x }}",
    NEST + "{{ n.x|join }}",
    NEST + "{{ {n.x: 1} }}",
    NEST + "{{ namespace([[n.x, 1]]) }}",
    NEST + "{{ [{'a': 1}]|join('', n.x) }}",
    NEST + "{{ {'a': 1}[n.x:] }}",
    NEST + "{{ 'abc'[n.x:] }}",
    "{% set n = namespace(x=[]) %}{% set s = '" + "x" * 9000 + "' %}{% for i in range(99999) %}"
    "{% set n.x = [n.x, s[1:]] %}{% endfor %}",
    "{% set n = namespace(x=[]) %}{% for i in range(99999) %}"
    "{% set n.x = [n.x, " + "1," * 9000 + "] %}{% endfor %}",
    "{% set n = namespace(x=[]) %}{% macro f() %}{% set n.x = [n.x, varargs] %}{% endmacro %}"
    "{% for i in range(99999) %}{{ f(*range(99999)) }}{% endfor %}",
    "{% macro f() %}{% for i in range(99999) %}"
    + "{% if 1 %}x{% endif %}" * 3000
    + "{% endfor %}{% endmacro %}{{ f() }}",
    "{% set r = range(99999) %}" + "{% if 0.5 in r %}{% endif %}" * 3000,
    NEST + "{{ {'a': 1}[n.x] }}",
    NEST + "{{ n.x|replace(n.x, n.y) }}",
    NEST + "{{ n.x|max }}",
    "{{ " + "(" * 500 + "1" + ")" * 500 + " }}",
    "{{ 1" + "+1" * 5000 + " }}",
    "{{ x" + ".a" * 5000 + " }}",
    "{{ x" + "|trim" * 5000 + " }}",
    "{{ " + "not " * 5000 + "x }}",
    "{% if 1 %}" * 500 + "{% endif %}" * 500,
    "{{ 1 }}" * 25_000,
    "{{ 1 }}" + "x" * 200_000,
    "{{ [" + "1," * 30_000 + "] }}",
]


def refused(source, **limits):
    with pytest.raises(TemplateError) as caught:
        render_text(source, {}, name="文", limits=TemplateLimits(**limits))
    return caught.value


@pytest.mark.parametrize("place", range(len(HOSTILE)))
def test_a_hostile_template_is_refused(place):
    # Far more time than any of these takes: none of them is stopped by the clock.
    error = refused(HOSTILE[place], seconds=60)
    assert error.at.startswith("文")
    assert "秒" not in error.zh


def test_the_clock_is_the_last_resort():
    error = refused("{% for i in range(9) %}{% endfor %}", seconds=0)
    assert "0 秒" in error.zh
    assert "0 seconds" in error.en


@pytest.mark.parametrize(
    ("source", "limits", "words"),
    [
        ("{% for i in range(10) %}{% endfor %}", {"steps": 9}, "超过 9 项"),
        ("{% for i in 'abcdefghijk' %}{% endfor %}", {"steps": 9}, "超过 9 步"),
        ("{{ 1 }}" + "x" * 9, {"characters": 15}, "超过 15 个字符"),
        ("{% for i in 'abcdefghi' %}xxxx{% endfor %}", {"characters": 50, "steps": 8}, "超过 8 步"),
        ("{% for i in 'abcdefghijkl' %}xxxxxx{% endfor %}", {"characters": 60}, "超过 60 个字符"),
        (
            "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(3) }}",
            {"depth": 3},
            "超过 3 层",
        ),
    ],
)
def test_each_limit_is_named(source, limits, words):
    assert words in refused(source, **limits).zh


def test_limits_hold_in_every_thread_and_for_each_rendering_alone():
    source = "{% for i in range(100) %}{{ i }}{% endfor %}"
    limits = TemplateLimits(steps=250)
    done = []

    def work():
        for _ in range(20):
            done.append(render_text(source, {}, name="文", limits=limits))
            refused(
                "{% for i in 'abc' %}{% for j in range(100) %}{% endfor %}{% endfor %}", steps=250
            )

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert done == ["".join(map(str, range(100)))] * 80


def test_a_caller_deep_in_calls_of_its_own_gets_an_error_and_no_crash():
    source = "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(30) }}x"

    def deep(levels):
        if levels:
            return deep(levels - 1)
        return render_text(source, {}, name="文")

    outcomes = set()
    for levels in range(0, 900, 50):
        try:
            outcomes.add(deep(levels))
        except TemplateError as error:
            outcomes.add("深" in error.zh)
    assert outcomes <= {"x", True}
