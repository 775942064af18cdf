"""The fifteen kinds: their names, and what each tells of itself (条例 article 8)."""

import datetime

import pytest
from pydantic import ValidationError

from govdocs.errors import UsageError
from govdocs.kinds.official import kinds
from govdocs.kinds.official.document import OfficialDocument
from govdocs.kinds.official.kinds import kind_class
from govdocs.kinds.official.rules import Direction, all_forms, all_kinds, kind_of_title, rules_of
from govdocs.model.nodes import Signing
from govdocs.standards.loader import profile_names

IN_THE_ORDER_OF_ARTICLE_8 = (
    "决议 决定 令 公报 公告 通告 意见 通知 通报 报告 请示 批复 议案 函 纪要".split()
)


def notice(**fields):
    return kinds.Notice(**{"organs": "青禾县人民政府", "matter": "防汛"} | fields)


def test_article_8_there_are_fifteen_kinds():
    assert [kind.name for kind in all_kinds()] == IN_THE_ORDER_OF_ARTICLE_8
    assert len({kind.id for kind in all_kinds()}) == 15


@pytest.mark.parametrize("name", ["通知", "notice", " 通知 "])
def test_a_kind_is_found_by_either_name(name):
    assert kind_class(name) is kinds.Notice


@pytest.mark.parametrize("name", ["令", "命令", "命令(令)", "命令（令）", "order"])
def test_an_order_has_several_names(name):
    assert kind_class(name) is kinds.Order


def test_a_name_of_no_kind_is_told_with_those_there_are():
    with pytest.raises(UsageError) as caught:
        kind_class("通支")
    assert "通知" in caught.value.zh
    assert "notice" in caught.value.en


def test_every_kind_has_its_class_and_a_document_can_be_of_it():
    for kind in all_kinds():
        made = kind_class(kind.id)(organs="青禾县人民政府")
        assert made.rules is kind
        assert made.kind == kind.name


def test_every_form_is_a_profile():
    assert {form.id for form in all_forms()} <= set(profile_names())
    assert {kind.form for kind in all_kinds()} == {form.id for form in all_forms()}


def test_a_class_refuses_the_kind_of_another():
    with pytest.raises(ValidationError) as caught:
        kinds.Notice(kind="报告")
    assert caught.value.errors()[0]["ctx"] == {"expected": "'通知'"}


def test_the_base_takes_any_of_the_fifteen():
    assert OfficialDocument(kind="notice").kind == "通知"
    with pytest.raises(ValidationError):
        OfficialDocument()


@pytest.mark.parametrize(
    ("title", "id"),
    [
        ("关于做好防汛工作的通知", "notice"),
        ("关于印发《办法（试行）》的通知", "notice"),
        ("关于加快发展的意见（试行）", "opinion"),
        ("2025年统计公报", "communique"),
        ("青禾县人民政府令", "order"),
        ("关于转发通知的函", "letter"),
        ("办公室常务会议纪要", "minutes"),
        ("工作要点", None),
        ("", None),
    ],
)
def test_a_title_tells_its_kind(title, id):
    found = kind_of_title(title)
    assert (found.id if found else None) == id


def test_7_3_1_a_title_is_made_of_organ_matter_and_kind():
    assert notice().printed_title == "青禾县人民政府关于防汛的通知"
    assert notice(matter="关于防汛的").printed_title == "青禾县人民政府关于防汛的通知"
    assert notice(title="通知").printed_title == "通知"


def test_7_3_1_a_joint_title_names_each_organ():
    made = notice(organs=["甲县水务局", "甲县财政局"])
    assert made.printed_title == "甲县水务局 甲县财政局关于防汛的通知"


def test_a_title_without_matter_is_organ_and_kind_but_none_for_orders_and_minutes():
    assert kinds.PublicAnnouncement(organs="甲县").printed_title == "甲县公告"
    assert kinds.Order(organs="甲县").printed_title == ""
    assert kinds.Minutes(organs="甲县").printed_title == ""


def test_7_2_5_a_number_is_made_of_code_year_and_serial():
    made = notice(organ_code="青政发", serial=1, date_of_issue="2026-01-09")
    assert made.printed_number == "青政发〔2026〕1号"
    assert notice(organ_code="青政发", serial=1, number_year=2025).printed_number == (
        "青政发〔2025〕1号"
    )
    assert notice(organ_code="青政发", serial=1).printed_number is None
    assert notice(document_number="青〔2026〕2号").printed_number == "青〔2026〕2号"


@pytest.mark.parametrize("typed", ["3", "第3号"])
def test_10_2_an_order_prints_its_number(typed):
    assert kinds.Order(organs="甲县", order_number=typed).printed_number == "第3号"


def test_7_2_4_the_mark_takes_the_short_name_and_the_word():
    made = notice(organs={"name": "青禾县发展和改革局", "short_name": "县发改局"})
    assert (made.printed_mark, made.printed_mark_word) == (("县发改局",), "文件")


def test_7_2_4_a_mark_typed_with_its_word_is_not_printed_with_two():
    made = notice(issuer_mark="青禾县人民政府文件")
    assert (made.printed_mark, made.printed_mark_word) == (("青禾县人民政府",), "文件")


def test_10_1_a_letter_bears_the_name_alone():
    assert kinds.Letter(organs="甲县").printed_mark_word == ""
    assert notice(form="信函格式").printed_mark_word == ""


def test_10_2_an_order_bears_the_full_name():
    made = kinds.Order(organs={"name": "青禾县人民政府", "short_name": "县政府"})
    assert (made.printed_mark, made.printed_mark_word) == (("青禾县人民政府",), "令")


def test_10_3_minutes_bear_their_own_mark():
    made = kinds.Minutes(organs="县政府办", issuer_mark="县政府常务会议纪要")
    assert (made.printed_mark, made.printed_mark_word) == (("县政府常务会议",), "纪要")


@pytest.mark.parametrize(
    ("kind", "fields", "goes"),
    [
        ("报告", {}, Direction.UPWARD),
        ("请示", {}, Direction.UPWARD),
        ("通知", {}, Direction.DOWNWARD),
        ("函", {}, Direction.PARALLEL),
        ("意见", {}, Direction.DOWNWARD),
        ("意见", {"signatories": "张三"}, Direction.UPWARD),
        ("意见", {"direction": "平行"}, Direction.PARALLEL),
        ("通知", {"signatories": "张三"}, Direction.DOWNWARD),
    ],
)
def test_article_14_a_kind_tells_which_way_it_goes(kind, fields, goes):
    assert kind_class(kind)(organs="甲县", **fields).goes is goes


@pytest.mark.parametrize(
    ("kind", "fields", "signing", "signature"),
    [
        ("通知", {}, Signing.SEALED, ("甲县",)),
        ("通知", {"signing": "不盖章"}, Signing.UNSEALED, ("甲县",)),
        ("通知", {"signature": ["甲县政府"]}, Signing.SEALED, ("甲县政府",)),
        ("令", {}, Signing.STAMPED, ()),
        ("议案", {}, Signing.STAMPED, ()),
        ("通知", {"stamps": {"office": "县长", "name": "李"}}, Signing.STAMPED, ()),
        ("纪要", {}, Signing.UNSEALED, ()),
        ("决议", {}, Signing.UNSEALED, ()),
        ("公报", {"signing": "盖章"}, Signing.SEALED, ("甲县",)),
    ],
)
def test_7_3_5_a_kind_tells_how_it_is_signed(kind, fields, signing, signature):
    made = kind_class(kind)(organs="甲县", **fields)
    assert (made.printed_signing, made.printed_signature) == (signing, signature)


@pytest.mark.parametrize(
    ("fields", "printed"),
    [
        ({}, None),
        ({"secrecy": "机密", "secrecy_term": "1年"}, "机密★1年"),
        ({"secrecy": "机密★1年"}, "机密★1年"),
        ({"secrecy": "秘密"}, "秘密"),
    ],
)
def test_7_2_2_secrecy_and_term_are_parted_by_a_star(fields, printed):
    assert notice(**fields).printed_secrecy == printed


@pytest.mark.parametrize(("typed", "count"), [("100", 100), ("共印100份", 100), ("", None)])
def test_copies_are_a_number(typed, count):
    assert notice(copies=typed).copies == count


def test_dates_are_typed_in_any_of_the_usual_forms():
    for typed in ("2026年1月9日", "2026-01-09", "二〇二六年一月九日"):
        assert notice(date_of_issue=typed).date_of_issue == datetime.date(2026, 1, 9)


def test_title_lines_join_to_the_title():
    made = notice(title_lines=["关于防汛", "的通知"])
    assert made.printed_title == "关于防汛的通知"
    with pytest.raises(ValidationError, match="title_lines"):
        notice(title="另一个", title_lines=["关于防汛", "的通知"])


def test_facts_are_frozen_and_take_no_unknown_field():
    with pytest.raises(ValidationError):
        notice().title = "x"
    with pytest.raises(ValidationError):
        notice(signatry="张三")


def test_a_document_names_its_issuer_even_where_only_the_signature_does():
    assert notice(organs=(), signature="甲县", title="通知").issuer == "甲县"
    assert notice(organs=(), issuer_mark="甲县文件", title="通知").issuer == "甲县"
    assert notice(organs=(), title="通知").issuer is None


def test_rules_of_no_name_are_none():
    assert rules_of("工作要点") is None
