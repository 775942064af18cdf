"""Pages of ours that are right, and were once judged wrong."""

import datetime

import pytest

import govdocs
from govdocs import build
from govdocs.certify import certify
from govdocs.model.nodes import Attachment, HeaderBlock, Paragraph, Run

TITLE = "青禾县人民政府关于做好春季农业生产工作的通知"
DAY = datetime.date(2026, 3, 9)
TEXT = "各乡镇人民政府要切实加强组织领导，压实工作责任，确保各项任务落到实处。"


def made(*parts, title=TITLE, number="青政发〔2026〕7号", mark="青禾县人民政府", **fields):
    header = HeaderBlock(issuer_mark=(mark,), document_number=number)
    given = {"signature": "青禾县人民政府", "date_of_issue": DAY, "signing": "sealed"}
    return build.document(title, *parts, header_block=header, **(given | fields))


LOOSE = Attachment(title="任务分工", blocks=(Paragraph(content=(Run(TEXT),)),), bound=False)
PAGES = {
    "a letter of one page": made(TEXT, form="letter", addressees=("县财政局",)),
    "an attachment that is not bound": made(TEXT, addressees=("县财政局",), attachments=(LOOSE,)),
    "one line of text": made("现予公布。", addressees=("县财政局",)),
    "a letter with an attachment": made(
        TEXT,
        form="letter",
        addressees=("县财政局",),
        attachments=(build.attachment("任务分工", TEXT),),
    ),
    "no document number": made(TEXT, number=None, addressees=("县财政局",)),
    "two organs without seals": made(
        TEXT,
        addressees=("县财政局",),
        signature=("青禾县财政局", "青禾县审计局"),
        signing="unsealed",
    ),
}


@pytest.mark.parametrize("document", PAGES.values(), ids=list(PAGES))
def test_a_right_page_of_ours_fails_no_clause(document):
    check = certify(govdocs.render(document, "pdf", bundled_fonts=True))
    assert [(row.id, row.measured.en) for row in check.fails] == []


def test_7_5_the_number_of_a_letters_only_page_is_not_asked_for():
    check = certify(govdocs.render(PAGES["a letter of one page"], "pdf", bundled_fonts=True))
    verdicts = {str(row.verdict) for row in check.rows if row.clause == "7.5"}
    assert verdicts == {"not-applicable"}
