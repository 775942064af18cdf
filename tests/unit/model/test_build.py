"""The builder: levels from nesting, numbers from order, as in print."""

import datetime
import importlib.util
from pathlib import Path

import pytest

import govdocs
from govdocs.errors import ModelError
from govdocs.model.build import (
    attachment,
    cell,
    document,
    emphasis,
    figure,
    inlines,
    item,
    paragraph,
    section,
    strong,
    table,
)
from govdocs.model.nodes import (
    Alignment,
    Cell,
    HeaderBlock,
    Imprint,
    InlineRole,
    Item,
    Paragraph,
    Run,
    Section,
    Table,
)
from govdocs.model.walk import walk
from govdocs.testing.strategies import png

EXAMPLES = Path(__file__).parents[3] / "examples"


def numbering(built):
    """(level, number) of each section and item, in reading order."""
    return [
        (visit.block.level, visit.block.number)
        for visit in walk(built)
        if isinstance(visit.block, Section | Item)
    ]


def test_levels_come_from_nesting_and_numbers_from_order():
    built = document(
        "题",
        section("甲", section("甲一"), section("甲二", section("甲二1", section("甲二1（1）")))),
        section("乙", section("乙一")),
    )
    assert numbering(built) == [(1, 1), (2, 1), (2, 2), (3, 1), (4, 1), (1, 2), (2, 1)]


def test_items_and_sections_of_a_level_share_one_count():
    assert numbering(document("题", item("甲"), section("乙"), item("丙"))) == [
        (1, 1),
        (1, 2),
        (1, 3),
    ]


def test_a_level_may_be_skipped():
    built = document("题", section("甲", section("甲1", section("（1）"), level=3)))
    assert numbering(built) == [(1, 1), (3, 1), (4, 1)]


def test_a_given_number_is_kept_and_the_count_goes_on_from_it():
    assert numbering(document("题", section("甲", number=3), section("乙"))) == [(1, 3), (1, 4)]


@pytest.mark.parametrize("wrong", [{"level": 0}, {"number": 0}, {"level": 5}, {"number": -1}])
def test_a_level_or_number_that_does_not_exist_is_refused(wrong):
    with pytest.raises(ModelError):
        document("题", section("甲", **wrong))
    with pytest.raises(ModelError):
        document("题", item("甲", **wrong))


def test_a_fifth_level_is_refused():
    with pytest.raises(ModelError):
        document("题", section("1", section("2", section("3", section("4", section("5"))))))


def test_a_str_is_a_paragraph_and_a_run_too():
    built = document("题", "文", strong("重"), paragraph(["甲", emphasis("乙")]))
    assert built.main_part.body == (
        Paragraph(content=(Run("文"),)),
        Paragraph(content=(Run("重", InlineRole.STRONG),)),
        Paragraph(content=(Run("甲"), Run("乙", InlineRole.EMPHASIS))),
    )


def test_no_text_is_no_run():
    assert inlines("") == ()
    assert inlines(()) == ()
    assert document("题", section("甲")).main_part.body[0].run_in == ()


def test_a_run_in_heading_keeps_its_text_on_its_line():
    (built,) = document("题", section("甲。", "下文", run_in="同行")).main_part.body
    assert (built.heading, built.run_in) == ((Run("甲。"),), (Run("同行"),))
    assert built.blocks == (Paragraph(content=(Run("下文"),)),)


def test_table_cells_are_texts_or_cells():
    built = table([["甲", cell("乙", colspan=2, align=Alignment.LEFT)], ["1", "2", strong("3")]])
    assert isinstance(built, Table)
    assert built.head_rows == 1
    assert built.rows[0][1] == Cell(content=(Run("乙"),), colspan=2, align=Alignment.LEFT)
    assert built.rows[1][2].content == (Run("3", InlineRole.STRONG),)


def test_the_facts_around_the_body_reach_their_elements():
    header, imprint = HeaderBlock(copy_number="000001"), Imprint(printing_office="办公室")
    built = document(
        "题",
        figure(png(2, 2), "图", caption="题", width_mm=20),
        issuer="某机关",
        year=2017,
        signature="某机关",
        date_of_issue=datetime.date(2018, 1, 9),
        remark="此件公开发布",
        header_block=header,
        imprint=imprint,
    )
    main = built.main_part
    assert (built.issuer, built.year, built.header_block, built.imprint) == (
        "某机关",
        2017,
        header,
        imprint,
    )
    assert (main.signature, main.date_of_issue) == (("某机关",), datetime.date(2018, 1, 9))
    assert main.remark == "此件公开发布"
    assert document("题", signature=["甲", "乙"]).main_part.signature == ("甲", "乙")


@pytest.mark.parametrize("part", [None, 3, ["文"], b"x", Cell()])
def test_what_cannot_stand_in_a_document_is_refused_with_its_type(part):
    with pytest.raises(ModelError, match=type(part).__name__):
        document("题", part)


def test_lines_of_a_title_and_attachments_that_are_not_bound_can_be_given():
    made = document(
        "甲县关于某事的通知",
        title_lines=["甲县", "关于某事的通知"],
        attachments=[attachment("某表", bound=False)],
    ).main_part
    assert made.title_lines == ("甲县", "关于某事的通知")
    assert [each.bound for each in made.attachments] == [False]
    with pytest.raises(ModelError, match="title_lines"):
        document("甲县通知", title_lines=["甲县"])


def test_the_report_built_in_code_equals_the_one_read_from_text():
    built = example_report()
    read = govdocs.read(EXAMPLES / "lijia-2017.txt")
    assert list(walk(built)) == list(walk(read))
    assert built == read


def example_report():
    path = EXAMPLES / "build_in_code.py"
    spec = importlib.util.spec_from_file_location("build_in_code", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.report()
