"""附件说明 and attachments (GB/T 9704-2012 7.3.4, 7.3.7)."""

import datetime
import io

import pytest
from PIL import Image

from govdocs import api, build
from govdocs.compose.attachments import attachment_heading, compose_attachment_note
from govdocs.compose.composition import FaceRole, Role
from govdocs.model.nodes import (
    Attachment,
    Document,
    Figure,
    HeaderBlock,
    MainPart,
)
from govdocs.standards.loader import load_profile

PROFILE = load_profile("official")
OPTIONS = api.render_options({"bundled_fonts": True, "profile": "official"})
LONG = "某某县2025年春季农业生产重点工作任务分解表和责任单位分工方案（征求意见稿）"
TEN = ("甲", "GDP统计表", *(f"第{n}份" for n in range(3, 10)), LONG)


def note_lines(*names):
    """Each line of the 附件说明: its characters and their left edges from the type area, EMU."""
    built = Document(main_part=MainPart(body=(), attachment_note=names))
    pages = api.settle(api.compose(built, OPTIONS), OPTIONS).pages
    items = [item for item in pages.pages[0].items if item.anchor.role is Role.ATTACHMENT_NOTE]
    return [[*characters(item)] for item in items]


def characters(line):
    for run in line.runs:
        x = run.x - PROFILE.page.binding_margin
        for char in run.text:
            yield char, x
            x += run.face.advances(run.size)[char] + run.tracking


def near(value):
    return pytest.approx(value, abs=3600)  # 0.1 mm


def blocks(*names):
    return list(compose_attachment_note(MainPart(attachment_note=names), PROFILE))


def blank_lines(block):
    """Those over a block."""
    own = block.lines_before
    return PROFILE.styles[block.role].lines_before if own is None else own


def test_7_3_4_one_attachment_has_no_number_and_stands_2_zi_in():
    (block,) = blocks("工作联系人名单")
    assert (block.text, blank_lines(block)) == ("附件：工作联系人名单", 1)
    ((first, *_),) = note_lines("工作联系人名单")
    assert first == ("附", 2 * PROFILE.page.type_size)


def test_7_3_4_several_are_numbered_under_each_other_without_a_mark():
    assert [block.text for block in blocks("甲", "乙")] == ["附件：1.甲", "2.乙"]
    assert [*map(blank_lines, blocks("甲", "乙"))] == [1, 0]
    first, second = note_lines("甲", "乙")
    assert first[3][0] == "1"
    assert second[0] == ("2", near(first[3][1]))


@pytest.mark.parametrize("names", [(LONG,), (LONG, "乙"), ("甲", LONG), TEN])
def test_7_3_4_a_wrapped_name_is_aligned_with_its_first_character(names):
    lines = note_lines(*names)
    at = next(index for index, line in enumerate(lines) if "某" in dict(line))
    first = next(x for char, x in lines[at] if char == "某")
    assert lines[at + 1][0][1] == near(first)


def test_7_3_4_numbers_of_two_digits_begin_under_the_others():
    starts = [line[0][1] for line in note_lines(*TEN)[1:10]]
    assert starts == [near(starts[0])] * 9


def heading(**fields):
    number = "青政发〔2025〕7号"
    return list(attachment_heading(Attachment(title="名单", **fields), number, PROFILE))


def test_7_3_7_label_and_number_are_hei_and_begin_a_page():
    label, title = heading(number=2)
    assert (label.text, title.text) == ("附件2", "名单")
    assert label.page_break
    assert [run.face for run in label.runs] == [FaceRole.HEI]
    assert heading()[0].text == "附件"


def test_7_3_7_one_not_bound_is_led_by_the_document_number():
    label, _ = heading(number=2, bound=False)
    assert label.text == "青政发〔2025〕7号附件2"
    assert [run.face for run in label.runs] == [FaceRole.FANG, FaceRole.HEI]


def pages_of(*attachments):
    built = build.document(
        "",
        "正文。",
        attachments=attachments,
        date_of_issue=datetime.date(2025, 3, 9),
        header_block=HeaderBlock(issuer_mark=("某县人民政府",), document_number="某政〔2025〕7号"),
    )
    return api.settle(api.compose(built, OPTIONS), OPTIONS).pages.pages


def test_7_3_7_the_title_stands_on_line_3_of_a_new_page():
    _, page = pages_of(build.attachment("名单", "内容。", number=1))
    tops = [(item.baseline - PROFILE.page.head_margin) for item in page.items]
    lines = [round(top / PROFILE.page.line_top(1) - 0.7) for top in tops]
    assert lines == [0, 2, 4]


def picture(width, height):
    data = io.BytesIO()
    Image.new("L", (width, height), 90).save(data, "PNG")
    return Figure(data=data.getvalue(), alt="图", width_mm=150.0)


def test_7_3_7_a_high_picture_stands_on_the_page_of_its_heading():
    made = Attachment(title="平面图", number=1, blocks=(picture(300, 900),))
    _, page = pages_of(made)
    assert [item.anchor.role for item in page.items] == [
        Role.ATTACHMENT_LABEL,
        Role.ATTACHMENT_TITLE,
        Role.FIGURE,
    ]


@pytest.mark.parametrize("rows", [3, 12, 60])
@pytest.mark.parametrize("title", ["分解表", ""])
def test_7_3_7_a_table_begins_on_the_page_of_its_heading(rows, title):
    table = build.table([["序号", "任务"], *([str(n), "任务内容"] for n in range(rows))])
    _, page, *_ = pages_of(Attachment(title=title, number=1, blocks=(table,)))
    roles = {item.anchor.role for item in page.items}
    assert Role.ATTACHMENT_LABEL in roles
    assert roles & {Role.TABLE_CELL, Role.TABLE_HEAD}


def test_7_3_7_after_a_table_the_next_attachment_begins_at_the_top():
    table = build.table([["序号", "任务"], ["1", "任务内容"]])
    first = Attachment(title="表", number=1, blocks=(table,))
    second = build.attachment("名单", "内容。", number=2)
    composed = api.compose(build.document("", "正文。", attachments=(first, second)), OPTIONS)
    airs = dict(zip(composed.blocks, composed.airs, strict=True))
    assert [air for block, air in airs.items() if getattr(block, "page_break", False)] == [0, 0]
