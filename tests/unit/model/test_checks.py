"""Nodes hold what their types say, whoever made them."""

import datetime

import pytest

from govdocs.errors import ModelError
from govdocs.model.nodes import (
    Attachment,
    Cell,
    Document,
    Figure,
    HeaderBlock,
    Imprint,
    Item,
    MainPart,
    Paragraph,
    Run,
    Section,
    Table,
)
from govdocs.testing.strategies import png

RUN = Run("文")
PARAGRAPH = Paragraph(content=(RUN,))
MOMENT = datetime.datetime(2018, 1, 9, 8, 30)
PICTURE = png(2, 2)

REFUSED = {
    "a paragraph of text": lambda: Paragraph(content="文"),
    "a paragraph of a list": lambda: Paragraph(content=[RUN]),
    "a paragraph of one run": lambda: Paragraph(content=RUN),
    "a paragraph of texts": lambda: Paragraph(content=("文",)),
    "an item of text": lambda: Item(level=1, number=1, content="文"),
    "a heading of text": lambda: Section(level=1, number=1, heading="文"),
    "a run-in text": lambda: Section(level=1, number=1, heading=(RUN,), run_in="文"),
    "a section of a list": lambda: Section(level=1, number=1, heading=(RUN,), blocks=[PARAGRAPH]),
    "a section of runs": lambda: Section(level=1, number=1, heading=(RUN,), blocks=(RUN,)),
    "a cell of text": lambda: Cell(content="文"),
    "a cell of None": lambda: Cell(content=None),
    "an alignment by name": lambda: Cell(align="left"),
    "a role by name": lambda: Run("文", "strong"),
    "no role": lambda: Run("文", None),
    "rows in a list": lambda: Table(rows=[(Cell(),)]),
    "a row in a list": lambda: Table(rows=([Cell()],)),
    "a row of texts": lambda: Table(rows=(("文",),)),
    "no rows": lambda: Table(rows=None),
    "a body in a list": lambda: MainPart(body=[PARAGRAPH]),
    "a body of text": lambda: MainPart(body=("文",)),
    "one block as body": lambda: MainPart(body=PARAGRAPH),
    "an attachment's text": lambda: Attachment(title="题", blocks=("文",)),
    "attachments of blocks": lambda: MainPart(attachments=(PARAGRAPH,)),
    "a bare signature": lambda: MainPart(signature="青禾县人民政府"),
    "a bare addressee": lambda: MainPart(addressees="各部门"),
    "a bare note": lambda: MainPart(attachment_note="附件"),
    "signatures in a list": lambda: MainPart(signature=["青禾县人民政府"]),
    "a signature of a number": lambda: MainPart(signature=(1,)),
    "a title of None": lambda: MainPart(title=None),
    "a remark of a number": lambda: MainPart(remark=1),
    "a bare mark": lambda: HeaderBlock(issuer_mark="青禾县人民政府"),
    "a bare signatory": lambda: HeaderBlock(signatories="张三"),
    "a copy number of a number": lambda: HeaderBlock(copy_number=1),
    "a bare copy": lambda: Imprint(copied_to="各部门"),
    "an office of a number": lambda: Imprint(printing_office=1),
    "a moment of issue": lambda: MainPart(date_of_issue=MOMENT),
    "a date of issue as text": lambda: MainPart(date_of_issue="2018-01-09"),
    "a moment of printing": lambda: Imprint(date_of_printing=MOMENT),
    "no main part": lambda: Document(main_part=None),
    "a header of another kind": lambda: Document(main_part=MainPart(), header_block=Imprint()),
    "an imprint of another kind": lambda: Document(main_part=MainPart(), imprint=HeaderBlock()),
    "a picture that may change": lambda: Figure(data=bytearray(PICTURE), alt="图"),
    "a width of text": lambda: Figure(data=PICTURE, alt="图", width_mm="20"),
}


@pytest.mark.parametrize("make", REFUSED.values(), ids=REFUSED)
def test_what_no_field_may_hold_is_refused(make):
    with pytest.raises(ModelError, match=r"must be"):
        make()


def test_the_message_says_what_is_wanted_and_what_came():
    with pytest.raises(ModelError) as caught:
        Paragraph(content=(RUN, "文"))
    assert caught.value.en == "each part of content of a paragraph must be Run, got str"
    assert caught.value.zh == "段落的 content 的每一项应为 Run，得到 str"


def test_dates_without_a_time_of_day_are_taken():
    day = datetime.date(2018, 1, 9)
    assert MainPart(date_of_issue=day).date_of_issue == day
    assert Imprint(date_of_printing=day).date_of_printing == day
