"""What holds for all rules together: order, rest, idempotence, what is never touched."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdocs.normalising.document import normalise
from govdocs.normalising.findings import findings_of
from govdocs.normalising.rule import Part
from govdocs.normalising.rules.all import RULES
from govdocs.normalising.text import Change, normalise_pieces, normalise_text
from govdocs.testing.strategies import documents
from govdocs.typography.chinese import half_width

_WORDS = """
    , ; : ? ! ( ) . .. ... 。 。。。 … -- － — ～ ~ - " ' “ ” ‘ ’ 《 》 〈 〉 、 ， ： [ ]
    〔 〕 【 】 2013 2017 20 10 07 7 3 4 ０ １２ ． ％ % 〇 ○ 零 O Ｏ 二 一七 二零一七 年 月 日 号
    第 第一 其一 条 人 万 千 元 个 的 有的 我镇 青政 办 工作 王 表 附件 电话 A Ａ word
    a.b@c.cn http://a.cn/b 9:00 GB/T GB/T9704-2012
"""
_PIECES = st.sampled_from([*_WORDS.split(), " ", "\u3000", "  "])
_TEXTS = st.lists(_PIECES, max_size=24).map("".join)


@given(_TEXTS, st.sampled_from(Part))
def test_normalising_twice_changes_nothing_the_second_time(text, part):
    once, _ = normalise_text(text, RULES, part=part)
    twice, changes = normalise_text(once, RULES, part=part)
    assert twice == once
    assert [change for change in changes if change.is_made] == []


@given(documents())
def test_a_document_normalised_twice_is_the_same(document):
    once = normalise(document)
    twice = normalise(once.document)
    assert twice.document == once.document
    assert twice.made == ()
    assert twice.doubtful == once.doubtful


@given(st.lists(_TEXTS, min_size=1, max_size=4))
def test_pieces_join_to_the_text_that_they_make_as_one(pieces):
    found = normalise_pieces(pieces, RULES, part=Part.PROSE)
    whole, changes = normalise_text("".join(pieces), RULES)
    assert "".join(found.texts) == whole
    assert found.changes == changes


@given(_TEXTS, _TEXTS)
@pytest.mark.parametrize(
    "kept",
    [
        "http://www.a.gov.cn/b,c?d=1-3%",
        "a.b-c@d.gov.cn",
        "GB/T 9704-2012",
        "XY-3-5",
        "14:30",
        "0999-1234567",
        "91110000MA01ABCD2X",
    ],
)
def test_addresses_codes_and_times_are_never_touched(kept, before, after):
    text = f"{before}见{kept}与{after}"
    assert kept in normalise_text(text, RULES)[0]


@given(_TEXTS)
def test_no_word_is_lost(text):
    def words(text):
        """Han and letters, width aside, without what zeros and document numbers are made of."""
        return re.sub("[^\u4e00-\u9fffA-Za-z]|[零第Oo]", "", half_width(text))

    assert words(normalise_text(text, RULES)[0]) == words(text)


@pytest.mark.parametrize(
    "text",
    [
        "The office, which was set up in 2015-2017, is open (9:00-17:00).",
        "文件：工作报告(终稿,2).docx",
        "约百分之三十、近三四十人、1234件、12,345元、12 345元",
        "2018-01-09、08:30、1.5万元、3.5%、－5℃",
        "《关于2017年01月-03月工作的通知》",
        "他说：“共 46 条，3-5人。”",
        "二〇一七年一月九日，〔2013〕7号，63%～68%，2015—2017年，第一，",
    ],
)
def test_what_is_right_stays(text):
    assert normalise_text(text, RULES) == (text, ())


def test_every_rule_says_what_it_is():
    assert len({rule.name for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
        assert re.match(r"GB/T (9704—2012|15834—2011|15835—2011) \d", rule.clause)
        assert re.search("[\u4e00-\u9fff]", rule.zh)
        assert not re.search("[\u4e00-\u9fff]{3}", rule.en.replace("机关代字", ""))


def test_findings_tell_rule_place_line_and_context():
    changes = (
        Change("half-width-mark", ",", "，", "甲,乙", "正文第1段", 0),
        Change("mixed-numeral", "2.3千", None, "共2.3千元", "标题"),
    )
    made, doubtful = findings_of(changes, [7])
    assert (made.id, made.severity, made.line, made.place) == ("normalised", "info", 7, "正文第1段")
    assert made.zh == "“,”改为“，”（half-width-mark）：甲,乙"
    assert (made.found, made.expected) == (",", "，")
    assert (doubtful.id, doubtful.line, doubtful.place) == ("normalise-doubtful", None, "标题")
    assert "2.3千" in doubtful.en
