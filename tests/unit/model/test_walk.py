"""Walking goes through every block in reading order."""

from hypothesis import given, settings

from govdocs.model.build import document, item, section
from govdocs.model.nodes import Paragraph, Run, Section, plain_text
from govdocs.model.walk import walk
from govdocs.testing.strategies import documents


def test_a_section_comes_before_what_stands_in_it():
    built = document("题", "引言", section("甲", "文", section("甲一")), item("乙"))
    assert [visit.path for visit in walk(built)] == [(0,), (1,), (1, 0), (1, 1), (2,)]
    assert [type(visit.block).__name__ for visit in walk(built)] == [
        "Paragraph",
        "Section",
        "Paragraph",
        "Section",
        "Item",
    ]


def test_a_document_without_a_body_has_nothing_to_walk():
    assert list(walk(document("题"))) == []


def test_only_the_text_of_blocks_is_walked():
    (visit,) = walk(document("题", "文", signature="某机关", remark="附注"))
    assert visit.block == Paragraph(content=(Run("文"),))
    assert plain_text(visit.block.content) == "文"


@settings(max_examples=30, deadline=None)
@given(documents())
def test_a_path_leads_to_its_block(document_):
    for visit in walk(document_):
        blocks = document_.main_part.body
        for index in visit.path[:-1]:
            assert isinstance(blocks[index], Section)
            blocks = blocks[index].blocks
        assert blocks[visit.path[-1]] is visit.block
