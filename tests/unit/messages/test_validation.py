"""Faults of data in Chinese and English, by pydantic's error types."""

import datetime
from decimal import Decimal
from typing import Annotated, Literal

import pytest

from govdocs.errors import ModelError
from govdocs.messages.catalogue import catalogue
from govdocs.messages.paths import path_text
from govdocs.messages.validation import explain

pydantic = pytest.importorskip("pydantic", reason="pydantic is not installed")

OWN = {key for key in catalogue("zh") if key.startswith("govdocs.")}
TYPES = sorted(set(catalogue("zh")) - OWN)


def even(number):
    if number % 2:
        raise ModelError("应为偶数", "must be even")
    return number


class Row(pydantic.BaseModel):
    model_config = pydantic.ConfigDict(extra="forbid")

    标题: str
    层级: int = pydantic.Field(1, ge=1, le=4)
    日期: datetime.date | None = None
    金额: Decimal = pydantic.Field(Decimal(0), max_digits=6, decimal_places=2)
    类别: Literal["公开", "不予公开"] = "公开"
    名单: Annotated[list[str], pydantic.Field(min_length=1)] = pydantic.Field(["x"])
    双数: Annotated[int, pydantic.AfterValidator(even)] = 2


def faults(**data):
    with pytest.raises(pydantic.ValidationError) as caught:
        Row.model_validate(data)
    return caught.value.errors()


def told(lang="zh", known=(), **data):
    (error,) = faults(**data)
    return explain(error, lang, known=known)


def test_both_catalogues_have_the_same_keys_and_names():
    zh, en = catalogue("zh"), catalogue("en")
    assert set(zh) == set(en)
    assert all(text for text in (*zh.values(), *en.values()))
    names = {key: {part.split("}")[0] for part in text.split("{")[1:]} for key, text in zh.items()}
    assert names == {
        key: {part.split("}")[0] for part in text.split("{")[1:]} for key, text in en.items()
    }


def test_there_are_messages_for_what_data_can_cause():
    assert len(TYPES) >= 40


@pytest.mark.parametrize("kind", TYPES)
def test_each_message_asks_only_for_what_its_error_has(kind):
    from pydantic_core._pydantic_core import list_all_errors

    (known,) = [error for error in list_all_errors() if error["type"] == kind]
    context = known["example_context"] or {}
    error = {"type": kind, "loc": (), "msg": "own words", "ctx": context, "input": None}
    for lang in ("zh", "en"):
        assert "own words" not in explain(error, lang)


@pytest.mark.parametrize(
    ("data", "zh", "en"),
    [
        ({}, "缺少必填项", "required, but not given"),
        (
            {"标题": "甲", "层级": "9"},
            "不得大于 4（填写的是“9”）",
            "must be 4 or less (given: “9”)",
        ),
        (
            {"标题": "甲", "层级": "一"},
            "应为整数（填写的是“一”）",
            "must be a whole number (given: “一”)",
        ),
        ({"标题": "甲", "名单": []}, "至少应有 1 项，现有 0 项", "needs at least 1 items, has 0"),
        (
            {"标题": "甲", "金额": "1.234"},
            "至多 2 位小数（填写的是“1.234”）",
            "at most 2 decimal places (given: “1.234”)",
        ),
        ({"标题": ["甲"]}, "应为文本", "must be a text"),
        ({"标题": "甲", "双数": "3"}, "应为偶数（填写的是“3”）", "must be even (given: “3”)"),
    ],
)
def test_a_fault_is_told_in_both_languages(data, zh, en):
    assert told("zh", **data) == zh
    assert told("en", **data) == en


def test_an_unknown_field_asks_for_the_nearest_known_one():
    data = {"标题": "甲", "标体": "乙"}
    assert told(known=Row.model_fields, **data).endswith("；是否为“标题”？")
    assert told("en", known=Row.model_fields, **data).endswith("; did you mean “标题”?")
    assert "是否" not in told(known=["完全不同"], **data)
    assert "是否" not in told(**data)


def test_a_wrong_choice_lists_the_right_ones_and_the_nearest():
    assert told(标题="甲", 类别="不与公开") == (
        "应为下列之一：公开、不予公开；是否为“不予公开”？（填写的是“不与公开”）"
    )
    assert "one of: 公开, 不予公开" in told("en", 标题="甲", 类别="x")


def test_a_long_value_is_cut():
    text = told(标题="甲", 层级="一" * 500)
    assert len(text) < 80
    assert "…" in text


def test_an_unknown_type_falls_back_to_the_words_it_comes_with():
    error = {"type": "of_the_future", "loc": ("甲",), "msg": "Input is odd", "input": None}
    assert explain(error, "zh") == "不符合要求（Input is odd）"
    assert explain(error, "en") == "Input is odd"
    assert explain({"type": "too_short", "msg": "short", "ctx": {}}, "en") == "short"
    assert explain({}, "zh")


def test_a_custom_error_speaks_for_itself():
    error = {"type": "tie_out", "msg": "x", "ctx": {"zh": "合计不符", "en": "does not add up"}}
    assert (explain(error, "zh"), explain(error, "en")) == ("合计不符", "does not add up")


def test_a_path_is_printed_for_people():
    assert path_text(("章节", 1, "标题"), "zh") == "章节.第2项.标题"
    assert path_text(("章节", 1, "标题"), "en") == "章节[1].标题"
    assert path_text((0, "a"), "en") == "[0].a"
    assert path_text((), "zh") == ""
