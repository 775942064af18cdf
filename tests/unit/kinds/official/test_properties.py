"""Whatever a text holds: nothing of it is lost, and no text breaks the reader."""

from contextlib import suppress
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from govdocs.errors import InputError
from govdocs.inputs.templating import Templates
from govdocs.kinds.official.checks.all import check_subject
from govdocs.kinds.official.checks.subject import of_official
from govdocs.kinds.official.lower import lower
from govdocs.kinds.official.markup import decode_text
from govdocs.kinds.official.recognising import is_official_text
from govdocs.model.codec import encode

SHIPPED = Templates([Path(__file__).parents[4] / "templates"])
KEPT = "甲乙丙丁"
PIECES = [
    *KEPT,
    *"一 二 （一） 1. 、 。 ： | 　 局 县长 （ ）".split(),
    *"附件 附件： 附件1 抄送： 主送： 出席： 签发人： 印发 共印3份".split(),
    *"2026年1月9日 2026年2月30日 2026年1月9日印发".split(),
    *"人民政府 文件 令 通知 第3号 青政发〔2026〕1号 特急 000001 \n \n \n".split(" "),
]
LINES = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
HEAD = "青政发〔2026〕1号\n关于甲的通知\n"


@given(st.text(max_size=300))
def test_any_text_is_told_to_be_one_or_not(text):
    assert is_official_text(text) in (True, False)


@settings(max_examples=300, deadline=None)
@given(LINES)
def test_no_word_of_a_text_is_lost(text):
    source = HEAD + text
    try:
        official = decode_text(source).official
    except InputError:
        return  # a date of no calendar, or a number that is none: told with its line
    lowered = lower(official, SHIPPED)
    printed = encode(lowered.document)
    for word in KEPT:
        assert printed.count(word) >= source.count(word)
    check_subject(of_official(official, lowered))


@settings(max_examples=100, deadline=None)
@given(LINES)
def test_a_text_without_a_head_is_read_or_refused(text):
    with suppress(InputError):
        assert decode_text(text).official.kind
