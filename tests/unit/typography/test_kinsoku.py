"""Line-start and line-end rules (GB/T 15834-2011 5.1), level guobiao."""

import pytest

from govdocs.typography.kinsoku import break_rule


def breaks(text):
    """A text with | wherever a line may end."""
    may_break = break_rule(text)
    return "".join(
        ("|" if index and may_break(index) else "") + char for index, char in enumerate(text)
    )


@pytest.mark.parametrize("mark", "。，、；：？！”’）》〉】〕」』％℃‰·")
def test_a_closing_mark_starts_no_line(mark):
    assert breaks(f"文{mark}文").startswith(f"文{mark}|文")


@pytest.mark.parametrize("mark", "“‘（《〈【〔「『")
def test_an_opening_mark_ends_no_line(mark):
    assert breaks(f"文{mark}文") == f"文|{mark}文"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("前——后", "前|——|后"),
        ("前……后", "前|……|后"),
        ("共3,456.78万元", "共|3,456.78|万|元"),
        ("增长12.5%左右", "增|长|12.5%|左|右"),
        ("气温37.5℃上下", "气|温|37.5℃|上|下"),
        ("使用Office软件", "使|用|Office|软|件"),
        ("〔2018〕15号", "〔2018〕15|号"),
        ("和/或", "和/或"),
        ("2018-2019年", "2018-2019|年"),
        ("Office 2016版", "Office |2016|版"),
    ],
)
def test_what_belongs_together_stays_whole(text, expected):
    assert breaks(text) == expected


def test_an_address_breaks_after_its_slashes_only():
    assert breaks("见https://www.gov.cn/zhengce页") == "见|https://|www.gov.cn/|zhengce|页"


def test_a_slash_between_letters_outside_an_address_ends_no_line():
    assert breaks("km/h快") == "km/h|快"


def test_an_address_is_known_by_its_scheme_or_its_domain():
    assert breaks("www.a.gov.cn/b") == "www.a.gov.cn/|b"
    assert breaks("a.gov.cn/b") == "a.gov.cn/|b"
    assert breaks("1/2") == "1/2"


def test_a_long_stretch_of_address_characters_is_looked_at_once():
    assert break_rule("a." * 200_000 + "/b")(5) is False
