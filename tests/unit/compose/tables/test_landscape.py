"""What goes with a landscape table on its turned pages."""

import datetime

import pytest

from govdocs.compose.body import compose
from govdocs.compose.composition import ComposedTable, Role
from govdocs.model import build
from govdocs.model.nodes import HeaderBlock
from govdocs.standards.loader import load_profile

REPORT, OFFICIAL = load_profile("published-report"), load_profile("official")


def turned(*parts, profile=REPORT, title="", **options):
    """(texts of the other blocks, texts over the turned table)."""
    document = build.document(title, *parts, **options)
    blocks = compose(document, profile, date=datetime.date(2018, 1, 9)).blocks
    tables = [block for block in blocks if isinstance(block, ComposedTable) and block.is_turned]
    others = [block.text for block in blocks if not isinstance(block, ComposedTable)]
    return others, [each.text for each in tables[0].above]


def table(**options):
    return build.table([["甲"]], head_rows=0, landscape=True, **options)


def test_the_heading_right_before_it_goes_along():
    assert turned("文。", build.section("甲", build.section("乙", table(caption="表1")))) == (
        ["文。"],
        ["一、甲", "（一）乙", "表1"],
    )


def test_a_heading_with_text_under_it_stays():
    assert turned(build.section("甲", "文。", table())) == (["一、甲", "文。"], [])


def test_the_line_that_names_it_goes_along_and_a_sentence_does_not():
    assert turned("文。", "附表：统计表", table()) == (["文。"], ["附表：统计表"])
    assert turned("文。", "统计表如下。", table()) == (["文。", "统计表如下。"], [])


def test_of_several_short_lines_the_last_goes_along():
    assert turned("张三", "附表", table()) == (["张三"], ["附表"])


def test_a_heading_and_the_line_under_it_go_along():
    assert turned("文。", build.section("甲", "附表", table())) == (["文。"], ["一、甲", "附表"])


def test_the_title_of_a_document_that_begins_with_it_goes_along():
    assert turned(table(), title="统计表") == ([], ["统计表"])


def test_the_title_under_a_header_block_stays():
    block = HeaderBlock(issuer_mark=("某县人民政府",), document_number="某政发〔2025〕7号")
    document = build.document("关于某事的通知", table(), header_block=block)
    from govdocs import api

    blocks = api.compose(document, api.render_options({"bundled_fonts": True})).blocks
    assert [each.role for each in blocks if not isinstance(each, ComposedTable)][-1] is Role.TITLE


def test_8_label_and_title_of_an_attachment_go_along_and_begin_no_page_of_their_own():
    attachment = build.attachment("责任分工表", table(), number=1)
    document = build.document("题", "文。", attachments=(attachment,))
    *_, block = compose(document, OFFICIAL, date=datetime.date(2018, 1, 9)).blocks
    assert [each.text for each in block.above] == ["附件1", "责任分工表"]
    assert not any(each.page_break for each in block.above)
    assert block.above[0].lines_before == 0


def test_its_lines_in_the_outline_are_kept():
    document = build.document("", "文。", build.section("甲", table()))
    *_, block = compose(document, REPORT, date=datetime.date(2018, 1, 9)).blocks
    assert block.above[0].outline.text == "一、甲"


def test_no_air_is_asked_for_beside_it():
    document = build.document("", "文。", table(), "文。", table(), build.table([["甲"]]))
    composition = compose(document, REPORT, date=datetime.date(2018, 1, 9))
    assert composition.airs == (0,) * 5


@pytest.mark.parametrize(("rows", "is_whole"), [(21, True), (22, False)])
def test_8_one_that_fits_its_page_stays_whole(rows, is_whole):
    made = build.table([["甲"]] * rows, head_rows=0, landscape=True)
    (block,) = compose(build.document("", made), REPORT, date=datetime.date(2018, 1, 9)).blocks
    assert block.is_whole is is_whole
