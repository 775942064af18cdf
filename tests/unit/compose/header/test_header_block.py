"""The header block is placed inside its page, or the document is refused with a reason."""

import datetime
from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from govdocs import api
from govdocs.compose.body import compose
from govdocs.compose.composition import Align, PrintOptions
from govdocs.compose.header.block import compose_opening
from govdocs.compose.header.measure import Measure
from govdocs.compose.header.room import lines_left, lines_needed
from govdocs.errors import LayoutError, UsageError
from govdocs.layout.settle import settle
from govdocs.model.build import document
from govdocs.model.nodes import Document, HeaderBlock, MainPart
from govdocs.standards.loader import load_profile
from govdocs.standards.profile import Role
from govdocs.units import EMU_PER_PT, mm, pt

FONTS = api.font_book(api.RenderOptions(bundled_fonts=True))
FORMATS = ("official", "letter", "order", "minutes")
DAY = datetime.date(2025, 3, 9)
LONG = "青禾县人力资源和社会保障事业管理服务中心办公室"
RED_HEAD = HeaderBlock(
    copy_number="000001",
    secrecy="机密★1年",
    urgency="特急",
    issuer_mark=("青禾县人民政府",),
    document_number="青政发〔2025〕7号",
)


def opened(header, form="official", blocks=(), **options):
    profile = load_profile(form)
    return compose_opening(header, blocks, profile, FONTS, PrintOptions(**options))


def marks(opening):
    return [text for text in opening.texts if text.role is Role.ISSUER_MARK]


def box(text, measure):
    """Left, top, right and bottom of a text: its advances, its ink's top, its characters' foot."""
    widths = [
        measure.width(run.text, run.role, text.size if len(text.runs) == 1 else None)
        for run in text.runs
    ]
    style = measure.style(text.role)
    usual = measure.profile.page.tracking if style.on_grid else 0
    width = sum(widths) + (text.tracking - usual) * (len(text.text) - 1)
    free = text.right - text.left - width
    left = text.left + {Align.CENTER: free // 2, Align.RIGHT: free}.get(text.align, 0)
    top = text.baseline - measure.ink_top(text.text, text.role, text.size)
    return left, top, left + width, text.baseline + round(0.12 * text.size)


# Elements


def test_without_a_header_block_or_anything_in_it_there_is_no_opening():
    assert opened(None) is None
    assert opened(HeaderBlock()) is None
    assert opened(RED_HEAD, "published-report") is None


def test_a_header_block_needs_fonts():
    with pytest.raises(UsageError, match="fonts"):
        compose_opening(RED_HEAD, (), load_profile("official"), None, PrintOptions())


@pytest.mark.parametrize("left_out", ["copy_number", "secrecy", "urgency"])
def test_7_2_3_what_is_left_out_at_the_upper_left_leaves_no_gap(left_out):
    page = load_profile("official").page
    fields = {name: getattr(RED_HEAD, name) for name in ("copy_number", "secrecy", "urgency")}
    texts = opened(HeaderBlock(**fields | {left_out: None})).texts
    assert [text.text for text in texts] == [
        value for name, value in fields.items() if name != left_out
    ]
    first = page.head_margin + page.baseline_drop
    assert [text.baseline for text in texts] == [first, first + page.line_top(1)]


WORDS = {"official": "文件", "letter": "", "order": "令", "minutes": "纪要"}


@pytest.mark.parametrize("form", FORMATS)
def test_7_2_4_each_format_has_its_own_word_after_the_name(form):
    (mark,) = marks(opened(HeaderBlock(issuer_mark=("甲县人民政府",)), form))
    assert mark.text == "甲县人民政府" + WORDS[form]


def test_7_2_4_a_word_of_the_documents_own_is_kept():
    header = HeaderBlock(issuer_mark=("甲县人民政府",), mark_word="命令")
    assert [marks(opened(header, form))[0].text for form in FORMATS] == ["甲县人民政府命令"] * 4


def test_7_2_4_the_mark_is_as_large_as_its_width_lets_it_be():
    sizes = {
        length: marks(opened(HeaderBlock(issuer_mark=("政" * length,))))[0].size / EMU_PER_PT
        for length in (5, 8, 11, 16, 18)
    }
    assert sizes == {5: 42, 8: 42, 11: 34, 16: 24.5, 18: 22}


def test_10_1_a_joint_letter_bears_the_hosts_name_alone():
    header = HeaderBlock(issuer_mark=("甲县财政局", "甲县民政局"))
    assert [mark.text for mark in marks(opened(header, "letter"))] == ["甲县财政局"]


def test_7_2_6_one_signatory_stands_on_the_line_of_the_number():
    header = HeaderBlock(document_number="甲政发〔2025〕1号", signatories=("张三",))
    number, signed = opened(header).texts
    assert (number.text, signed.text) == ("甲政发〔2025〕1号", "签发人：张三")
    assert number.baseline == signed.baseline


@pytest.mark.parametrize("count", range(1, 8))
def test_7_2_6_the_rule_moves_down_with_the_lines_of_signatories(count):
    page = load_profile("official").page
    header = HeaderBlock(document_number="甲政发〔2025〕1号", signatories=("张三丰",) * count)
    opening, alone = opened(header), opened(HeaderBlock(document_number="甲政发〔2025〕1号"))
    (rule,), (usual,) = opening.rules, alone.rules
    assert rule.y - usual.y == pytest.approx(page.line_top((count - 1) // 2), abs=1)
    assert opening.height - alone.height == pytest.approx(rule.y - usual.y, abs=1)


def test_7_2_6_names_too_long_for_two_a_line_have_a_line_each():
    names = ("买买提江·阿不都热合曼", "古丽巴哈尔·阿卜杜热依木")
    header = HeaderBlock(document_number="新政办发〔2025〕110号", signatories=names)
    texts = opened(header).texts
    assert [text.text for text in texts] == [
        "签发人：" + names[0],
        "新政办发〔2025〕110号",
        names[1],
    ]


def test_7_2_7_without_mark_and_number_there_is_no_rule():
    assert opened(HeaderBlock(copy_number="000001")).rules == ()


def test_pre_printed_paper_keeps_the_room_of_what_is_red():
    for form in FORMATS:
        usual, left_out = opened(RED_HEAD, form), opened(RED_HEAD, form, preprinted=True)
        assert left_out.height == usual.height
        assert left_out.rules == ()
        assert left_out.texts == tuple(t for t in usual.texts if t.role is not Role.ISSUER_MARK)


def test_10_2_elements_at_the_left_that_reach_down_to_the_mark_narrow_it():
    header = HeaderBlock(
        copy_number="000001", secrecy="机密★1年", urgency="特急", issuer_mark=("甲" * 8,)
    )
    (mark,) = marks(opened(header, "order"))
    assert mark.size < pt(42)
    assert_apart(opened(header, "order"), load_profile("order"))


# Refusals


REFUSED = {
    "7.2.4": (HeaderBlock(issuer_mark=(LONG,)), "规范化简称", LONG),
    "7.2.5": (HeaderBlock(document_number="甲" * 40), "发文字号", "甲" * 40),
    "7.2.2": (HeaderBlock(secrecy="机" * 40), "密级", "机" * 40),
    "7.2.6": (
        HeaderBlock(document_number="甲" * 20, signatories=("张三" * 5,)),
        "签发人",
        "张三" * 5,
    ),
}


@pytest.mark.parametrize("clause", REFUSED)
def test_what_does_not_fit_its_line_is_refused_with_clause_place_and_remedy(clause):
    header, name, text = REFUSED[clause]
    with pytest.raises(LayoutError) as caught:
        opened(header)
    for message in (caught.value.zh, caught.value.en):
        assert clause in message
        assert text in message
    assert name in caught.value.zh
    assert "请" in caught.value.zh


def test_10_1_a_letter_has_no_signatories():
    header = HeaderBlock(issuer_mark=("甲县财政局",), signatories=("张三",))
    with pytest.raises(UsageError, match=r"10\.1.*张三"):
        opened(header, "letter")


# The first page shows text (7.3.3)


def composed(header, form="official", **fields):
    made = document("甲县关于做好农业生产工作的通知", "正文。", header_block=header, **fields)
    return compose(made, load_profile(form), date=DAY, fonts=FONTS)


def test_7_2_4_a_joint_mark_shrinks_until_the_first_page_shows_text():
    names = tuple(f"甲县第{number}民政局" for number in "一二三四五六七八")
    few, many = (composed(HeaderBlock(issuer_mark=names[:n])) for n in (2, 8))
    size_of_few, size = marks(few.opening)[0].size, marks(many.opening)[0].size
    assert size < size_of_few
    assert lines_left(many.opening.height, many.profile) >= lines_needed(many.blocks, many.profile)
    first_page = settle(many, FONTS).pages.pages[0]
    assert any(item.anchor.role is Role.BODY for item in first_page.items)


def test_7_2_4_a_joint_mark_of_too_many_organs_is_refused():
    names = tuple(f"甲县第{number}局" for number in range(10, 40))
    with pytest.raises(LayoutError) as caught:
        composed(HeaderBlock(issuer_mark=names))
    assert "30 个机关" in caught.value.zh
    assert "7.3.3" in caught.value.zh
    assert "30 organs" in caught.value.en


def test_7_3_3_a_first_page_without_text_is_a_finding():
    organs = tuple(f"甲县第{number}镇人民政府" for number in range(10, 90))
    crowded = composed(RED_HEAD, addressees=organs)
    (finding,) = settle(crowded, FONTS).pages.findings[:1]
    assert finding.id == "no-text-on-first-page"
    assert "7.3.3" in finding.zh
    usual = settle(composed(RED_HEAD), FONTS).pages.findings
    assert "no-text-on-first-page" not in {each.id for each in usual}


# Any mark


def assert_apart(opening, profile):
    """Nothing sticks out of the type area (a letter's mark may), nothing lies on another."""
    page, measure = profile.page, Measure(profile, FONTS)
    boxes = [box(text, measure) for text in opening.texts]
    lefts = page.binding_margin, page.binding_margin + page.type_area_width
    wide = max(0, (profile.header.mark_width - page.type_area_width) // 2)
    for text, (left, top, right, foot) in zip(opening.texts, boxes, strict=True):
        extra = wide if text.role is Role.ISSUER_MARK else 0
        assert lefts[0] - extra - 10 <= left < right <= lefts[1] + extra + 10, text
        assert page.head_margin + min(0, profile.header.mark_top) <= top < foot
        assert foot <= page.head_margin + opening.height + page.line_top(1)
    for one, other in combinations(boxes, 2):
        is_beside = one[2] <= other[0] or other[2] <= one[0]
        assert is_beside or one[3] <= other[1] or other[3] <= one[1]


NAMES = st.text(
    st.sampled_from("青禾县人民政府办公室财政局发展改革委员会"), min_size=1, max_size=30
)


@pytest.mark.parametrize("form", FORMATS)
@given(
    st.lists(NAMES, min_size=1, max_size=6),
    st.sampled_from(["文件", "", "令", "纪要"]),
    st.booleans(),
    st.lists(st.sampled_from(["张三", "欧阳修远", "王小五"]), max_size=5),
)
@example(["政"] * 6, "文件", True, [])
@example(["政" * 18], "文件", True, ["张三"] * 5)
def test_7_2_4_any_mark_fits_without_touching_anything_or_is_refused(
    form, names, word, is_full, signed
):
    header = HeaderBlock(
        copy_number="000001" if is_full else None,
        secrecy="机密★1年" if is_full else None,
        urgency="特急" if is_full else None,
        issuer_mark=tuple(names),
        mark_word=word,
        document_number="青政发〔2025〕7号",
        signatories=tuple(signed) if form != "letter" else (),
    )
    profile, refusal = load_profile(form), ""
    try:
        opening = opened(header, form)
    except LayoutError as error:
        refusal = error.zh
    if refusal:
        assert "7.2.4" in refusal
        assert "规范化简称" in refusal or "机关" in refusal
        return
    sizes = {text.size for text in marks(opening)}
    assert len(sizes) == 1
    assert pt(22) <= sizes.pop() <= pt(42)
    assert opening.height < mm(225)
    assert_apart(opening, profile)


def test_the_main_part_alone_is_composed_without_fonts():
    plain = Document(main_part=MainPart(title="题"))
    assert compose(plain, load_profile("official"), date=DAY).opening is None


def test_7_2_6_so_many_signatories_that_they_leave_the_type_area_are_refused():
    assert len(opened(HeaderBlock(signatories=("张三",) * 30)).texts) == 30
    with pytest.raises(LayoutError, match="版头高"):
        opened(HeaderBlock(signatories=("张三",) * 60))
