"""A document is composed whole or refused: text is never dropped."""

import dataclasses
import datetime

import pytest

from govdocs.compose.body import compose
from govdocs.compose.composition import ComposedParagraph
from govdocs.compose.elements import check_elements
from govdocs.errors import UsageError
from govdocs.model.build import document, emphasis, item, paragraph, section, strong
from govdocs.model.nodes import (
    Attendance,
    Document,
    HeaderBlock,
    Imprint,
    MainPart,
    SignatureStamp,
)
from govdocs.standards.loader import load_profile
from govdocs.standards.profile import Role
from govdocs.typography.face_role import FaceRole

PROFILE = load_profile("published-report")
DAY = datetime.date(2018, 1, 9)


def composed(built):
    return compose(built, PROFILE, date=DAY)


def with_main(**elements):
    return Document(main_part=MainPart(title="题", **elements))


CANNOT = {
    "header_block": document("题", header_block=HeaderBlock(copy_number="000001")),
    "imprint": document("题", imprint=Imprint(printing_office="办公室")),
    "addressees": with_main(addressees=("各县人民政府",)),
    "attendance": with_main(attendance=(Attendance(label="出席", people="张三"),)),
    "stamps": with_main(stamps=(SignatureStamp(office="县长", name="张三"),)),
}
IN_CHINESE = {
    "header_block": "版头",
    "imprint": "版记",
    "addressees": "主送机关",
    "attendance": "出席人员名单",
    "stamps": "签名章",
}


@pytest.mark.parametrize(("name", "built"), CANNOT.items(), ids=CANNOT)
def test_an_element_that_the_profile_cannot_set_is_an_error_that_names_it(name, built):
    with pytest.raises(UsageError) as caught:
        composed(built)
    assert name in caught.value.en
    assert IN_CHINESE[name] in caught.value.zh
    assert "published-report" in caught.value.en


def test_all_that_cannot_be_set_are_named_together():
    built = Document(
        header_block=HeaderBlock(),
        main_part=MainPart(addressees=("甲",), stamps=(SignatureStamp(office="县长", name="乙"),)),
        imprint=Imprint(),
    )
    with pytest.raises(UsageError, match="header_block, addressees, stamps, imprint"):
        composed(built)


def test_7_1_every_element_has_its_place_in_one_of_three_parts():
    facts = {"issuer", "year", "kind", "form"}
    parts = {field.name for field in dataclasses.fields(Document)} - facts
    assert parts == {"header_block", "main_part", "imprint"}
    elements = {field.name for field in dataclasses.fields(MainPart)}
    everything = PROFILE._replace(elements=frozenset(elements | {"header_block", "imprint"}))
    for built in CANNOT.values():
        check_elements(built, everything)
    assert PROFILE.elements <= everything.elements


def test_what_the_profile_can_set_is_composed_in_reading_order():
    built = document(
        "题",
        "引言",
        section("甲", section("甲一。", run_in="文"), item("乙")),
        signature="某机关",
        date_of_issue=DAY,
        remark="此件公开发布",
    )
    blocks = composed(built).blocks
    assert [(block.role, block.text) for block in blocks] == [
        (Role.TITLE, "题"),
        (Role.BODY, "引言"),
        (Role.HEADING_1, "一、甲"),
        (Role.BODY, "（一）甲一。文"),
        (Role.ITEM, "（二）乙"),
        (Role.SIGNATURE, "某机关"),
        (Role.DATE_OF_ISSUE, "2018年1月9日"),
        (Role.REMARK, "（此件公开发布）"),
    ]


def test_a_run_in_heading_has_its_own_face_and_the_text_after_it_the_bodys():
    (block,) = composed(document("", section("甲。", run_in="文", level=2))).blocks
    assert [(run.text, run.role, run.face) for run in block.runs] == [
        ("（一）甲。", Role.HEADING_2, FaceRole.KAI),
        ("文", Role.BODY, FaceRole.FANG),
    ]
    assert block.role is Role.BODY


def test_headings_are_in_the_outline_without_their_full_stop():
    built = document("题", section("甲", section("乙。", run_in="文", number=3)))
    entries = [block.outline for block in composed(built).blocks if block.outline]
    assert [(entry.level, entry.text) for entry in entries] == [(1, "一、甲"), (2, "（三）乙")]


def test_inline_roles_choose_the_face():
    (block,) = composed(document("", paragraph(["甲", emphasis("乙"), strong("丙"), "丁"]))).blocks
    assert [(run.text, run.face) for run in block.runs] == [
        ("甲", FaceRole.FANG),
        ("乙", FaceRole.KAI),
        ("丙", FaceRole.HEI),
        ("丁", FaceRole.FANG),
    ]


def test_neighbouring_runs_of_one_face_become_one():
    (block,) = composed(document("", paragraph(["甲", "乙", "", emphasis("丙")]))).blocks
    assert [run.text for run in block.runs] == ["甲乙", "丙"]


def test_a_text_without_a_title_is_composed_without_one():
    composition = composed(document("", "文"))
    assert [block.role for block in composition.blocks] == [Role.BODY]
    assert composition.title == ""


def test_the_author_is_the_issuer_or_else_who_signed():
    assert composed(document("题", issuer="甲", signature="乙")).author == "甲"
    assert composed(document("题", signature=["乙", "丙"])).author == "乙、丙"
    assert composed(document("题")).author == ""


def test_a_block_knows_its_place_in_the_walk():
    built = document("题", "引言", section("甲", "文"), signature="某机关")
    blocks = composed(built).blocks
    assert all(isinstance(block, ComposedParagraph) for block in blocks)
    assert [block.source for block in blocks] == [None, 0, 1, 2, None]
