"""What the checks of official documents find, and what they leave alone."""

import dataclasses
import datetime
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govdocs
from govdocs.findings import Severity
from govdocs.inputs.templating import Templates
from govdocs.kinds.official.checks.all import check, check_document
from govdocs.kinds.official.checks.organ_ranks import is_below
from govdocs.kinds.official.kinds import kind_class
from govdocs.kinds.official.rules import all_kinds
from govdocs.model import build
from govdocs.model.nodes import HeaderBlock, Imprint

SHIPPED = Templates([Path(__file__).parents[4] / "templates"])
STAMP = {"office": "县长", "name": "李明远"}
HAN = re.compile("[一-鿿]")


def clean(kind, **changes):
    """The findings of a document that is right but for the changes."""
    rules = kind_class(kind)(title="x").rules
    fields = {
        "organs": "青禾县人民政府",
        "document_number": "青政〔2026〕1号",
        "title": f"青禾县人民政府关于防汛的{rules.name}" if rules.has_title else "",
        "body": "正文。",
        "date_of_issue": "2026-01-09",
    }
    if rules.addressees in ("one", "needed"):
        fields["addressees"] = "青河市人民政府"
    if rules.signatory_upward and rules.directions[0] == "upward":
        fields["signatories"] = "李明远"
    if rules.signings == ("stamped",):
        fields["stamps"] = STAMP
    if rules.id == "order":
        fields["order_number"] = "6"
    return check(kind_class(kind)(**fields | changes), SHIPPED)


def ids(findings):
    return {finding.id for finding in findings}


@pytest.mark.parametrize("kind", [kind.name for kind in all_kinds()])
def test_a_document_of_each_kind_that_is_right_has_no_findings(kind):
    assert clean(kind) == ()


BAD = [
    # id, kind, changes, severity, place
    ("document-number-form", "通知", {"document_number": "青政发[2026]1号"}, "error", "发文字号"),
    ("document-number-form", "通知", {"document_number": "青政发(2026)1号"}, "error", "发文字号"),
    (
        "document-number-form",
        "通知",
        {"document_number": "青政发〔2026〕第1号"},
        "error",
        "发文字号",
    ),
    (
        "document-number-form",
        "通知",
        {"document_number": "青政发〔2026〕01号"},
        "error",
        "发文字号",
    ),
    ("document-number-form", "通知", {"document_number": "青政发〔26〕1号"}, "error", "发文字号"),
    ("document-number-form", "通知", {"document_number": "青政发〔2026〕1"}, "error", "发文字号"),
    ("document-number-form", "通知", {"document_number": "〔2026〕1号"}, "error", "发文字号"),
    ("document-number-form", "通知", {"document_number": "待定"}, "error", "发文字号"),
    ("document-number-form", "通知", {"document_number": "第3号"}, "error", "发文字号"),
    (
        "order-number-missing",
        "令",
        {"order_number": None, "document_number": None},
        "error",
        "令号",
    ),
    ("copy-number-form", "通知", {"copy_number": "12"}, "error", "份号"),
    ("copy-number-missing", "通知", {"secrecy": "机密★1年"}, "error", "份号"),
    ("classified", "通知", {"secrecy": "秘密★1年"}, "warning", "密级"),
    ("secrecy-form", "通知", {"secrecy": "机密1年"}, "error", "密级"),
    ("secrecy-form", "通知", {"secrecy": "内部"}, "error", "密级"),
    (
        "classified-and-public",
        "通知",
        {"secrecy": "秘密★1年", "remark": "此件公开发布"},
        "error",
        "附注",
    ),
    ("urgency-word", "通知", {"urgency": "急件"}, "error", "紧急程度"),
    ("urgency-word", "通知", {"urgency": "特提"}, "error", "紧急程度"),
    ("signatory-missing", "请示", {"signatories": ()}, "error", "签发人"),
    ("signatory-missing", "意见", {"direction": "上行"}, "error", "签发人"),
    ("signatory-not-upward", "通知", {"signatories": "李明远"}, "warning", "签发人"),
    (
        "signatories-too-few",
        "请示",
        {"organs": ["青禾县水务局", "青禾县财政局"]},
        "warning",
        "签发人",
    ),
    ("organ-name-too-long", "通知", {"organs": "青禾县" + "人民" * 14}, "error", "发文机关标志"),
    ("organ-name-too-long", "通知", {"signature": "青" * 29}, "error", "署名"),
    ("element-not-in-form", "令", {"addressees": "各乡镇人民政府"}, "error", "主送机关"),
    ("element-not-in-form", "通知", {"attended": "李", "form": "信函格式"}, "error", "出席"),
    ("official-title-missing", "通知", {"title": "", "organs": ()}, "error", "标题"),
    ("title-ends-with-mark", "通知", {"title": "关于防汛的通知。"}, "error", "标题"),
    ("title-without-kind", "通知", {"title": "防汛工作要点"}, "warning", "标题"),
    ("title-of-other-kind", "通知", {"title": "关于防汛的通报"}, "error", "标题"),
    ("addressees-unusual", "公告", {"addressees": "各乡镇人民政府"}, "warning", "主送机关"),
    ("addressees-unusual", "决议", {"addressees": "各乡镇人民政府"}, "warning", "主送机关"),
    ("addressees-missing", "批复", {"addressees": ()}, "error", "主送机关"),
    ("addressees-several", "请示", {"addressees": ["市政府", "市财政局"]}, "warning", "主送机关"),
    ("addressees-several", "报告", {"addressees": "市政府、市财政局"}, "warning", "主送机关"),
    ("addressee-person", "请示", {"addressees": "王市长"}, "warning", "主送机关"),
    ("addressee-person", "报告", {"addressees": "张明同志"}, "warning", "主送机关"),
    ("report-with-request", "报告", {"body": "情况。\n\n妥否，请批示。"}, "error", "正文 第3行"),
    ("report-with-request", "报告", {"body": "恳请市政府拨付资金。"}, "error", "正文 第1行"),
    ("report-with-request", "报告", {"closing": "以上报告，请予批准。"}, "error", "结语 第1行"),
    ("request-of-several-matters", "请示", {"title": "关于拨款等事项的请示"}, "info", "标题"),
    ("request-of-several-matters", "请示", {"body": "甲。\n另，恳请增编。"}, "info", "正文 第2行"),
    ("date-not-in-calendar", "通知", {"body": "2018年02月30日开会。"}, "error", "正文 第1行"),
    ("attachment-not-supplied", "通知", {"attachments": "名单"}, "error", "附件说明"),
    (
        "attachment-not-supplied",
        "通知",
        {"attachment_note": ["甲", "乙"], "attachments": {"title": "甲", "body": "一。"}},
        "error",
        "附件说明",
    ),
    (
        "attachment-not-named",
        "通知",
        {
            "attachment_note": ["甲"],
            "attachments": [{"title": "甲", "body": "一。"}, {"title": "乙", "body": "二。"}],
        },
        "error",
        "附件 第2项",
    ),
    (
        "attachment-title-differs",
        "通知",
        {"attachment_note": "名单", "attachments": {"title": "人员名单", "body": "一。"}},
        "error",
        "附件说明",
    ),
    (
        "attachment-number-differs",
        "通知",
        {
            "attachments": [
                {"title": "甲", "number": 2, "body": "一。"},
                {"title": "乙", "number": 1, "body": "二。"},
            ]
        },
        "error",
        "附件",
    ),
    (
        "attachment-name-mark",
        "通知",
        {"attachments": {"title": "名单。", "body": "一。"}},
        "warning",
        "附件说明",
    ),
    ("signing-unusual", "纪要", {"signing": "盖章"}, "warning", "署名方式"),
    ("signing-unusual", "请示", {"signing": "不盖章"}, "warning", "署名方式"),
    ("stamp-missing", "令", {"stamps": ()}, "error", "签名章"),
    ("stamp-without-office", "令", {"stamps": {"name": "李明远"}}, "error", "签名章 第1项"),
    (
        "joint-issue-differs",
        "通知",
        {"organs": "青禾县水务局", "signature": ["青禾县水务局", "青禾县财政局"]},
        "warning",
        "署名",
    ),
    ("official-date-missing", "通知", {"date_of_issue": None}, "warning", "成文日期"),
    (
        "printed-before-issue",
        "通知",
        {"printing_office": "县政府办", "date_of_printing": "2026-01-08"},
        "error",
        "印发日期",
    ),
    ("imprint-incomplete", "通知", {"printing_office": "县政府办"}, "warning", "印发机关"),
    ("imprint-incomplete", "通知", {"date_of_printing": "2026-02-01"}, "warning", "印发日期"),
    ("letter-printing-entry", "函", {"printing_office": "县政府办"}, "warning", "印发机关"),
    ("copied-downward", "请示", {"copied_to": "市财政局，各乡镇人民政府"}, "warning", "抄送机关"),
    ("copied-downward", "报告", {"copied_to": "所属各单位"}, "warning", "抄送机关"),
    (
        "copied-addressee",
        "通知",
        {"addressees": "县水务局，县财政局", "copied_to": "县财政局"},
        "warning",
        "抄送机关",
    ),
]


@pytest.mark.parametrize(
    ("id", "kind", "changes", "severity", "place"),
    BAD,
    ids=[f"{case[0]}-{number}" for number, case in enumerate(BAD)],
)
def test_bad_input_is_found_with_place_and_remedy(id, kind, changes, severity, place):
    found = [each for each in clean(kind, **changes) if each.id == id]
    assert [(each.severity, each.place) for each in found[:1]] == [(Severity(severity), place)]
    for each in found:
        assert HAN.search(each.zh)
        assert len(each.en) > 20
        assert each.zh != each.en


GOOD = [
    ("document-number-form", "通知", {"document_number": "青政办发〔2026〕120号"}),
    ("document-number-form", "纪要", {"document_number": "第47期"}),
    ("document-number-form", "纪要", {"document_number": "〔2026〕3号"}),
    ("secrecy-form", "通知", {"secrecy": "绝密★30年"}),
    ("signatory-not-upward", "意见", {"signatories": "李明远"}),
    ("signatories-too-few", "请示", {"organs": ["甲县局", "乙县局"], "signatories": ["甲", "乙"]}),
    ("addressees-several", "通知", {"addressees": "各乡镇人民政府，县政府各部门"}),
    ("addressee-person", "请示", {"addressees": "青禾县人民代表大会常务委员会"}),
    ("report-with-request", "报告", {"body": "对群众请示的问题逐一答复。特此报告。"}),
    ("request-of-several-matters", "请示", {"body": "恳请安排资金386万元。\n妥否，请批示。"}),
    ("date-not-in-calendar", "通知", {"body": "2024年2月29日开会。"}),
    ("attachment-not-supplied", "通知", {"attachments": {"title": "方案", "bound": "否"}}),
    (
        "attachment-title-differs",
        "通知",
        {"attachment_note": "《方案》", "attachments": {"title": "方案", "body": "一。"}},
    ),
    ("official-date-missing", "决议", {"date_of_issue": None, "title_note": "2026年1月9日通过"}),
    ("copied-downward", "请示", {"copied_to": "青河市财政局，青禾县人大常委会"}),
    ("copied-downward", "通知", {"copied_to": "各乡镇人民政府"}),
    ("title-of-other-kind", "意见", {"title": "关于防汛的意见（试行）"}),
    ("title-without-kind", "令", {"title": ""}),
]


@pytest.mark.parametrize(
    ("id", "kind", "changes"), GOOD, ids=[f"{case[0]}-{n}" for n, case in enumerate(GOOD)]
)
def test_what_is_right_is_left_alone(id, kind, changes):
    assert id not in ids(clean(kind, **changes))


def can_be_set(made):
    try:
        govdocs.render(made, "pdf", bundled_fonts=True)
    except govdocs.LayoutError:
        return False
    return True


@pytest.mark.parametrize(
    ("kind", "organs"),
    [
        (kind, organs)
        for kind in ("通知", "函", "令", "纪要")
        for length in (17, 18, 19, 20, 21, 22)
        for organs in (["青" * length], ["青" * length, "青禾县"])
    ],
)
def test_7_2_4_the_names_that_are_told_are_those_that_cannot_be_set(kind, organs):
    fields = {"organs": organs, "signature": (), "title": f"关于甲的{kind}"}
    made = kind_class(kind)(**fields, body="正文。", date_of_issue="2026-01-09")
    told = "organ-name-too-long" in ids(check(made, SHIPPED))
    assert told is not can_be_set(made)


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("青政发[2026]01号", "青政发〔2026〕1号"),
        ("青政发（2026）第8号", "青政发〔2026〕8号"),
        ("青政发〔26〕8号", "青政发〔2026〕8号"),
        ("青政发〔2026〕8", "青政发〔2026〕8号"),
        ("青政发 〔2026〕 8号", "青政发〔2026〕8号"),
        ("〔2026〕8号", None),
    ],
)
def test_7_2_5_the_right_form_of_a_number_is_offered(typed, mended):
    (found,) = clean("通知", document_number=typed)
    assert found.expected == mended


@given(st.text("青政发〔〕[]（）第号0123456789 年", max_size=24))
def test_7_2_5_a_number_that_is_offered_is_right_itself(text):
    for finding in clean("通知", document_number=text) if text.strip() else ():
        if finding.id == "document-number-form" and finding.expected:
            assert clean("通知", document_number=finding.expected) == ()


def test_any_secrecy_is_warned_of_loudly():
    (found,) = [each for each in clean("通知", secrecy="秘密★1年") if each.id == "classified"]
    assert "不得在普通计算机" in found.zh
    assert "ordinary computer" in found.en


def test_what_is_told_cites_its_clause():
    told = [f for _, kind, changes, _, _ in BAD for f in clean(kind, **changes)]
    uncited = {f.id for f in told if not re.search("条例|GB/T 9704|保守国家秘密法", f.zh)}
    assert uncited == {"date-not-in-calendar"}


@pytest.mark.parametrize(
    ("name", "organ", "below"),
    [
        ("各乡镇人民政府", "青禾县人民政府", True),
        ("沅溪镇人民政府", "青禾县人民政府", True),
        ("青河市财政局", "青禾县人民政府", False),
        ("青禾县财政局", "青禾县人民政府", False),
        ("市政府各部门", "青禾县人民政府", False),
        ("县政府各部门", "青禾县人民政府", True),
        ("桥头村村民委员会", "沅溪镇人民政府", True),
        ("青禾县人民政府", "沅溪镇人民政府", False),
    ],
)
def test_article_15_names_tell_who_is_below(name, organ, below):
    assert is_below(name, organ) is below


# A document alone


def plain(**fields):
    return build.document("关于防汛的通知", "正文。", **fields)


def test_a_text_that_is_no_official_document_has_no_findings():
    assert check_document(plain()) == ()


def test_a_document_without_a_kind_is_checked_by_its_title():
    made = plain(
        header_block=HeaderBlock(document_number="青政发[2026]1号", signatories=("李明远",)),
        imprint=Imprint(printing_office="县政府办"),
        date_of_issue=datetime.date(2026, 1, 9),
    )
    assert ids(check_document(made)) == {
        "document-number-form",
        "signatory-not-upward",
        "imprint-incomplete",
    }


def test_a_document_that_tells_no_kind_is_checked_as_far_as_it_goes():
    made = build.document("工作要点", "正文。", header_block=HeaderBlock(urgency="急"))
    assert ids(check_document(made)) == {"urgency-word"}


def test_a_published_report_refuses_secrecy():
    header = HeaderBlock(secrecy="机密★1年", copy_number="000001")
    made = build.document("甲镇2025年度报告", "正文。", year=2025, header_block=header)
    assert ids(check_document(made)) == {"classified", "classified-report"}
    other = dataclasses.replace(plain(header_block=header), form="published-report")
    assert "classified-report" in ids(check_document(other))


def test_findings_have_the_lines_of_the_text():
    made = build.document(
        "关于防汛的报告。",
        "情况。",
        "妥否，请批示。",
        header_block=HeaderBlock(signatories=("李",)),
        addressees="市政府",
        date_of_issue=datetime.date(2026, 1, 9),
        kind="报告",
        signing="sealed",
    )
    found = check_document(made, block_lines=(3, 5), title_line=1)
    assert {each.id: each.line for each in found} == {
        "title-ends-with-mark": 1,
        "report-with-request": 5,
    }
