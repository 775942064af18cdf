"""YAML and JSON as texts with places."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdocs.errors import InputError, UsageError
from govdocs.inputs import tree
from govdocs.inputs.tree import Place, load_tree

REPORT = """机关: 某县教育局
表格:
  申请:
    新收:
      总计: 050
      自然人: ~
    结转: [1, 二]
章节:
  - 标题: 总体情况
  - 标题: "𠀀：其他"
    层级: 1
"""


def yaml(text):
    return load_tree(text, name="报告.yaml", format="yaml")


def refused(text, format="yaml"):
    with pytest.raises(InputError) as caught:
        load_tree(text, name="报告", format=format)
    return caught.value


@pytest.mark.parametrize(
    "text",
    ["050000", "0416", "9:00", "on", "no", "true", "2023e5", "1_000", "1.50", "0x1F", ".inf",
     "2024-01-20", "1,234", "５７", "=", "<<", "20240120"],
)  # fmt: skip
def test_a_scalar_of_yaml_stays_the_text_that_was_written(text):
    assert yaml(f"邮编: {text}\n").value == {"邮编": text}
    assert yaml(f"- {text}\n").value == [text]
    assert yaml(f"{text}: 甲\n").value == {text: "甲"}


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_none_unless_it_is_in_quotes(text):
    assert yaml(f"甲: {text}\n").value == {"甲": None}
    assert yaml(f"甲: '{text}'\n").value == {"甲": text}
    assert yaml(f'甲: "{text}"\n').value == {"甲": text}


def test_empty_sources_hold_nothing():
    assert yaml("").value is None
    assert yaml("# 说明\n").value is None


def test_values_and_keys_have_their_places():
    read = yaml(REPORT)
    assert read.value["表格"]["申请"]["新收"] == {"总计": "050", "自然人": None}
    places = read.places
    assert places.at(("表格", "申请", "新收", "总计")) == Place(5, 11)
    assert places.of_key(("表格", "申请", "新收", "总计")) == Place(5, 7)
    assert places.at(("表格", "申请", "结转", 1)) == Place(7, 13)
    assert places.at(("章节", 1, "标题")) == Place(10, 9)
    assert places.at(("章节", 1, "层级")) == Place(11, 9)
    assert places.at([]) == Place(1, 1)


def test_a_path_that_is_not_there_has_the_place_of_what_is_around_it():
    read = yaml(REPORT)
    assert read.places.at(("章节", 0, "正文")) == read.places.at(("章节", 0))
    assert read.places.at(("章节", 9, "正文")) == read.places.at(("章节",))
    assert read.places.of_key(("没有",)) == Place(1, 1)
    assert read.at(("章节", 0, "标题")) == "报告.yaml:9:9"
    assert read.at(("章节", 0, "标题"), key=True) == "报告.yaml:9:5"


def test_a_key_given_twice_names_both_lines():
    error = refused("甲: 1\n乙: 2\n甲: 3\n")
    assert error.at == "报告:3:1"
    assert "第 1 行和第 3 行" in error.zh
    assert "lines 1 and 3" in error.en
    assert refused("a: {b: 1,\n b: 2}").at == "报告:2:2"
    assert refused('{"a": 1,\n "a": 2}', "json").at == "报告:2:2"
    assert yaml("- a: 1\n- a: 2\n").value == [{"a": "1"}, {"a": "2"}]


def test_a_key_given_twice_is_told_before_what_is_broken_after_it():
    assert "重复" in refused("甲: 1\n甲: 2\n丙: [\n").zh


def test_an_alias_is_a_copy_of_what_it_names():
    value = yaml("a: &x {b: [1, 2]}\nc: *x\nd: &y 甲\ne: *y\n").value
    assert value == {"a": {"b": ["1", "2"]}, "c": {"b": ["1", "2"]}, "d": "甲", "e": "甲"}
    assert value["a"]["b"] is not value["c"]["b"]


def test_what_is_inside_an_alias_has_the_place_of_the_alias():
    assert yaml("a: &x {b: 1}\nc: *x\n").places.at(("c", "b")) == Place(2, 4)


def test_many_laughs_are_refused():
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    error = refused("\n".join(lines))
    assert f"{tree.MOST_NODES}" in error.zh
    assert error.at.startswith("报告:5:")


def test_depth_by_aliases_is_counted_too():
    lines = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [*a{n - 1}]" for n in range(1, 60)]
    assert "层" in refused("\n".join(lines)).zh


@pytest.mark.parametrize("text", ["&a [*a]", "[*a]", "a: &a {b: *a}"])
def test_an_alias_needs_a_finished_anchor_before_it(text):
    assert "引用" in refused(text).zh


def test_depth_and_size_are_bounded(monkeypatch):
    assert yaml("[" * 50 + "]" * 50).value
    for text in ("[" * 51 + "]" * 51, "[" * 5000, "{a: " * 60 + "}" * 60):
        assert "层" in refused(text).zh or "嵌套" in refused(text).zh
    for text in ("[" * 51 + "]" * 51, "[" * 100_000 + "]" * 100_000, '{"a":' * 60 + "1" + "}" * 60):
        assert "层" in refused(text, "json").zh
    monkeypatch.setattr(tree, "MOST_CHARACTERS", 100)
    for format in ("yaml", "json"):
        for data in ("x" * 101, b"x" * 101, b"x" * 401):
            assert "100 个字符" in refused(data, format).zh


def test_the_number_of_values_is_bounded():
    text = "[" + "1," * 100_001 + "1]"
    for format in ("yaml", "json"):
        assert f"{tree.MOST_NODES} 项" in refused(text, format).zh


@pytest.mark.parametrize(
    ("text", "at", "words"),
    [
        ("甲: 1\n乙: [1\n", "报告:3:1", "请核对缩进"),
        ("标题：甲\n年度: 2\n", "报告:2:3", "全角“：”"),
        ("甲:\n\t- 1\n", "报告:2:1", "Tab"),
        ("甲: 乙: 丙\n", "报告:1:5", "加引号"),
        ("甲: b\x01\n", "报告:1:5", "U+0001"),
        ("甲: \ud800\n", "报告:1:4", "U+D800"),
        ("? [a]\n: b\n", "报告:1:3", "键应为文本"),
        ("a: {{ t2.x }}\n", "报告:1:5", "加引号"),
        ("--- a\n--- b\n", "报告:2:1", "一份数据"),
        ("a: !!python/object:os.system 1\n", "报告:1:4", "类型标记"),
        ("!!map {a: 1}\n", "报告:1:1", "类型标记"),
        ('"": 1\n', "报告:1:1", "没有键"),
        ('a: "\\ud800"\n', "报告:1:4", "不是正确的 YAML"),
    ],
)
def test_what_is_no_yaml_is_told_with_its_place(text, at, words):
    error = refused(text)
    assert words in error.zh
    assert error.at.split(":")[1] == at.split(":")[1]
    if words != "不是正确的 YAML" and "Tab" not in words:
        assert error.at == at


def test_json_keeps_the_text_of_its_numbers():
    text = '{"数": 1.50, "大": 123456789012345678901234567890, "幂": -3e5,\n "真": [true, null]}'
    read = load_tree(text, name="x", format="json")
    assert read.value == {
        "数": "1.50",
        "大": "123456789012345678901234567890",
        "幂": "-3e5",
        "真": ["true", None],
    }
    assert read.places.at(("真", 1)) == Place(2, 14)
    assert read.at(("数",)) == "x:1:7"


def test_json_that_yaml_cannot_read_has_no_places():
    read = load_tree('{"a": "\\ud840\\udc00", "b": 1}', name="x", format="json")
    assert read.value == {"a": "𠀀", "b": "1"}
    assert read.places.at(("a",)) is None
    assert read.at(("a",)) == "x"
    long = "键" * 2000
    assert load_tree(json.dumps({long: 1}), format="json").value == {long: "1"}
    assert "重复" in refused('{"a": "\\ud840\\udc00", "a": 1}', "json").zh


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"a": 1 "b": 2}', "不是正确的 JSON"),
        ("", "不是正确的 JSON"),
        ("{'a': 1}", "不是正确的 JSON"),
        ('{"a": 050}', "不是正确的 JSON"),
        ('{"a": NaN}', "NaN"),
        ('{"a": -Infinity}', "Infinity"),
        ('{"a": "\\ud840"}', "半个字符"),
        ('{"\\ud840": 1}', "半个字符"),
    ],
)
def test_what_is_no_json_is_refused(text, words):
    assert words in refused(text, "json").zh


def test_json_says_where_it_is_broken():
    assert refused('{"a": 1,\n "b" 2}', "json").at == "报告:2:6"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("format", ["yaml", "json"])
def test_bytes_are_decoded_as_other_texts_are(encoding, format):
    text = '{"机关": "某县教育局"}'
    assert load_tree(text.encode(encoding), format=format).value == {"机关": "某县教育局"}
    assert load_tree("\ufeff" + text, format=format).value == {"机关": "某县教育局"}


def test_a_file_of_another_kind_is_refused():
    assert "ZIP" in refused(b"PK\x03\x04").zh


def test_there_is_no_other_format():
    with pytest.raises(UsageError, match="toml"):
        load_tree("", format="toml")


NODES = st.recursive(
    st.none()
    | st.text()
    | st.integers()
    | st.booleans()
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.text(min_size=1), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


def as_texts(value):
    if isinstance(value, dict):
        return {key: as_texts(each) for key, each in value.items()}
    if isinstance(value, list):
        return [as_texts(each) for each in value]
    return value if value is None or isinstance(value, str) else json.dumps(value)


@given(NODES, st.booleans(), st.sampled_from([None, 1]))
def test_any_json_is_read_without_loss(value, ascii_only, indent):
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    read = load_tree(text, format="json")
    assert read.value == as_texts(value)
    for path, place in read.places.values.items():
        assert text.split("\n")[place.line - 1][place.column - 1 :], path


@given(st.text(max_size=60) | st.text("ab:-[]{}&*!|>'\"#%@,? \n\t~：", max_size=40))
def test_any_text_is_a_tree_or_an_input_error(text):
    for format in ("yaml", "json"):
        found = None
        try:
            load_tree(text, name="x", format=format)
        except InputError as error:
            found = error
        assert found is None or (found.at.startswith("x") and found.zh and found.en)
