"""Nodes refuse values that no document can hold, when they are made."""

import dataclasses

import pytest

from govdocs.errors import GovdocsError, ModelError
from govdocs.model.nodes import (
    Attachment,
    Cell,
    Document,
    Figure,
    HeaderBlock,
    ImageFormat,
    Imprint,
    InlineRole,
    Item,
    MainPart,
    Paragraph,
    Run,
    Section,
    Table,
    occupancy,
    plain_text,
    unprintable,
)
from govdocs.testing.strategies import png

UNPRINTABLE = {
    "NUL": "\0",
    "tab": "\t",
    "line feed": "\n",
    "DEL": "\x7f",
    "C1 control": "\x85",
    "soft hyphen": "\xad",
    "zero width space": "\u200b",
    "right-to-left override": "\u202e",
    "first strong isolate": "\u2068",
    "line separator": "\u2028",
    "byte order mark": "\ufeff",
    "lone surrogate": "\ud800",
    "noncharacter": "\ufdd0",
    "last noncharacter": "\U0010ffff",
}


def cells(*texts):
    return tuple(Cell(content=(Run(text),)) for text in texts)


@pytest.mark.parametrize("char", UNPRINTABLE.values(), ids=UNPRINTABLE)
def test_text_holds_no_unprintable_character(char):
    with pytest.raises(ModelError, match=f"U\\+{ord(char):04X}") as caught:
        Run(f"甲乙{char}")
    assert "第 3 个字符" in caught.value.zh
    assert "character 3" in caught.value.en


@pytest.mark.parametrize("text", ["", " ", "中文", "a b", "〇𠅤", "\xa0\u3000", "é́", "❌"])
def test_printable_text_of_any_script_is_taken_as_it_is(text):
    assert Run(text).text == text


def test_unprintable_characters_are_told_with_their_places():
    assert list(unprintable("a\0b\u200bc")) == [(1, "\0"), (3, "\u200b")]
    assert list(unprintable("\u3000全角 空格\xa0")) == []


@pytest.mark.parametrize(
    "make",
    [
        lambda text: MainPart(title=text),
        lambda text: MainPart(addressees=(text,)),
        lambda text: MainPart(attachment_note=("好", text)),
        lambda text: MainPart(signature=(text,)),
        lambda text: MainPart(remark=text),
        lambda text: HeaderBlock(document_number=text),
        lambda text: HeaderBlock(signatories=(text,)),
        lambda text: Imprint(printing_office=text),
        lambda text: Imprint(copied_to=(text,)),
        lambda text: Document(main_part=MainPart(), issuer=text),
        lambda text: Attachment(title=text),
        lambda text: Figure(data=png(1, 1), alt=text),
        lambda text: Figure(data=png(1, 1), alt="图", caption=text),
    ],
)
def test_every_element_checks_its_text(make):
    assert make("好")
    with pytest.raises(ModelError, match=r"U\+202E"):
        make("坏\u202e")


def test_text_that_is_no_str_is_refused_with_its_type():
    with pytest.raises(ModelError, match="int"):
        Run(2017)  # type: ignore[arg-type]


@pytest.mark.parametrize("level", [0, 5, -1, True, 1.0, "1", None])
def test_levels_are_whole_numbers_from_1_to_4(level):
    for kind in (Section, Item):
        name = "heading" if kind is Section else "content"
        with pytest.raises(ModelError):
            kind(level=level, number=1, **{name: (Run("文"),)})


@pytest.mark.parametrize("number", [0, 10_000, -1, True, 1.5])
def test_numbers_are_whole_numbers_from_1_to_9999(number):
    with pytest.raises(ModelError):
        Item(level=1, number=number, content=())


@pytest.mark.parametrize("year", [0, 10_000, "2017", 2017.0])
def test_a_year_has_at_most_four_digits(year):
    with pytest.raises(ModelError):
        Document(main_part=MainPart(), year=year)


def test_a_section_holds_only_deeper_sections():
    def inner(level):
        return Section(level=level, number=1, heading=())

    assert Section(level=1, number=1, heading=(), blocks=(inner(2), inner(4), inner(3)))
    for level in (1, 2):
        with pytest.raises(ModelError, match=f"level {level} section"):
            Section(level=2, number=1, heading=(), blocks=(inner(level),))


def test_nodes_are_frozen_and_have_no_dictionary():
    node = Paragraph(content=(Run("文"),))
    with pytest.raises(dataclasses.FrozenInstanceError):
        node.content = ()  # type: ignore[misc]
    assert not hasattr(node, "__dict__")
    assert hash(node) == hash(Paragraph(content=(Run("文"),)))


def test_plain_text_leaves_roles_aside():
    assert plain_text((Run("一"), Run("二", InlineRole.STRONG), Run(""), Run("三"))) == "一二三"


class TestTables:
    def test_a_merged_cell_stands_once_in_its_top_left_place(self):
        rows = (
            (Cell(rowspan=2), Cell(colspan=2)),
            (Cell(), Cell()),
            (Cell(colspan=3),),
        )
        assert occupancy(rows) == (((0, 0), (1, 1)), ((1, 0), (2, 1)), ((0, 0),))
        assert Table(rows=rows).columns == 3

    def test_a_row_may_be_covered_whole_from_above(self):
        assert Table(rows=((Cell(rowspan=2), Cell(rowspan=2)), ())).columns == 2

    @pytest.mark.parametrize(
        "rows",
        [
            (cells("甲", "乙"), cells("丙")),
            (cells("甲"), cells("乙", "丙")),
            ((Cell(rowspan=2), Cell()), cells("甲", "乙")),
            ((Cell(), Cell(rowspan=2)), (Cell(colspan=2),)),
            ((Cell(rowspan=3),), ()),
        ],
        ids=["hole", "too many", "too many under a merged cell", "overlap", "below the last row"],
    )
    def test_cells_that_do_not_fill_a_rectangle_are_refused(self, rows):
        with pytest.raises(ModelError):
            Table(rows=rows)

    @pytest.mark.parametrize("rows", [(), ((),), ((), ())])
    def test_a_table_has_rows_and_columns(self, rows):
        with pytest.raises(ModelError):
            Table(rows=rows)

    def test_a_table_of_absurd_width_is_refused_before_it_takes_memory(self):
        with pytest.raises(ModelError, match="1000"):
            Table(rows=(tuple(Cell(colspan=1000) for _ in range(2)),))
        with pytest.raises(ModelError):
            Cell(colspan=10**9)
        with pytest.raises(ModelError):
            Cell(rowspan=0)

    def test_the_head_is_a_whole_part_of_the_table(self):
        with pytest.raises(ModelError, match="head_rows"):
            Table(rows=(cells("甲"),), head_rows=2)
        with pytest.raises(ModelError, match="reaches into the body"):
            Table(rows=((Cell(rowspan=2),), ()), head_rows=1)


class TestFigures:
    def test_the_format_is_told_by_the_first_bytes(self):
        assert Figure(data=png(1, 1), alt="图").format is ImageFormat.PNG
        assert Figure(data=b"\xff\xd8\xff\xe0", alt="图").format is ImageFormat.JPEG

    @pytest.mark.parametrize("data", [b"", b"GIF89a", b"\x89PNG", b"<svg/>"])
    def test_other_data_is_refused(self, data):
        with pytest.raises(ModelError, match="PNG"):
            Figure(data=data, alt="图")

    @pytest.mark.parametrize("alt", ["", " ", "\u3000"])
    def test_a_figure_needs_alt_text(self, alt):
        with pytest.raises(ModelError, match="alt"):
            Figure(data=png(1, 1), alt=alt)

    @pytest.mark.parametrize("width", [0, -1, 1001, float("nan"), float("inf")])
    def test_a_width_is_positive_and_finite(self, width):
        with pytest.raises(ModelError, match="width"):
            Figure(data=png(1, 1), alt="图", width_mm=width)


def test_a_model_error_is_a_govdocs_error_and_a_value_error():
    assert issubclass(ModelError, GovdocsError)
    assert issubclass(ModelError, ValueError)
