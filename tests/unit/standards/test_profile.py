"""The profile of a published report: geometry and styles as GB/T 9704-2012 wants them."""

import pytest

import govdocs
from govdocs.errors import UsageError
from govdocs.standards.loader import load_profile, profile_names
from govdocs.standards.profile import HEADING_ROLES, Align, Role
from govdocs.typography.face_role import FaceRole
from govdocs.units import EMU_PER_MM, EMU_PER_TWIP, mm, pt, to_mm, to_pt, zihao

PROFILE = load_profile("published-report")
PAGE = PROFILE.page


def test_3_1_a_cell_is_a_28th_of_the_type_area():
    assert PAGE.cell == round(156 * EMU_PER_MM / 28)
    assert to_pt(PAGE.cell) == pytest.approx(15.79, abs=0.005)


def test_3_2_line_n_stands_at_n_22nds_of_the_type_area():
    total = 225 * EMU_PER_MM
    assert [PAGE.line_top(n) for n in range(23)] == [round(n * total / 22) for n in range(23)]
    assert PAGE.line_top(22) == total


def test_5_1_the_sheet_is_a4():
    assert (PAGE.width, PAGE.height) == (mm(210), mm(297))


def test_5_2_1_margins_and_type_area():
    assert (PAGE.head_margin, PAGE.binding_margin) == (mm(37), mm(28))
    assert (PAGE.type_area_width, PAGE.type_area_height) == (mm(156), mm(225))
    assert (PAGE.foot_margin, PAGE.fore_edge_margin) == (mm(35), mm(26))


def test_5_2_2_text_is_3_hao_fang():
    for role in (Role.BODY, Role.ITEM, Role.SIGNATURE, Role.DATE_OF_ISSUE, Role.REMARK):
        style = PROFILE.styles[role]
        assert (style.face, to_pt(style.size)) == (FaceRole.FANG, 16)
    assert PAGE.type_size == zihao("三号")


def test_5_2_3_22_lines_of_28_characters_fill_the_type_area():
    assert (PAGE.lines, PAGE.characters) == (22, 28)
    assert PAGE.line_pitch_twips == 579
    area = PAGE.type_area_height // EMU_PER_TWIP
    assert 22 * 579 <= area < 22 * 580
    assert PAGE.tracking_twips == -5
    assert 28 * (PAGE.type_size + PAGE.tracking) <= PAGE.type_area_width
    assert 28 * (PAGE.type_size + PAGE.tracking + EMU_PER_TWIP) > PAGE.type_area_width


def test_the_difference_to_the_line_pitch_of_a_docx_stays_small_over_a_page():
    last = PAGE.line_top(21) - 21 * PAGE.line_pitch_twips * EMU_PER_TWIP
    assert 0 <= to_pt(last) <= 0.9


def test_baselines_are_where_libreoffice_sets_them():
    assert 20.7 <= to_pt(PAGE.baseline_drop) <= 21.0


def test_7_3_1_the_title_is_2_hao_biaosong_and_centred():
    style = PROFILE.styles[Role.TITLE]
    assert (style.face, to_pt(style.size)) == (FaceRole.BIAOSONG, 22)
    assert (style.align, style.on_grid) == (Align.CENTER, False)
    assert (style.lines_before, style.lines_after) == (0, 1)


def test_7_3_3_headings_and_text_have_their_faces_and_indent():
    faces = [PROFILE.styles[role].face for role in HEADING_ROLES]
    assert faces == [FaceRole.HEI, FaceRole.KAI, FaceRole.FANG, FaceRole.FANG]
    for role in (*HEADING_ROLES, Role.BODY, Role.ITEM):
        style = PROFILE.styles[role]
        assert (to_pt(style.size), style.first_line_indent, style.on_grid) == (16, 2, True)
        assert (style.align, style.latin_face) == (Align.JUSTIFY, FaceRole.LATIN)


def test_7_3_5_2_signature_and_date_stand_at_the_right():
    signature = PROFILE.styles[Role.SIGNATURE]
    assert (signature.align, signature.right_indent) == (Align.RIGHT, 2)
    assert (signature.lines_before, signature.keep_with_next) == (1, True)
    assert PROFILE.styles[Role.DATE_OF_ISSUE].align is Align.RIGHT


def test_7_3_6_the_remark_is_indented_by_2_zi():
    assert PROFILE.styles[Role.REMARK].first_line_indent == 2


def test_7_5_the_page_number_stands_7_mm_under_the_type_area():
    number = PROFILE.page_number
    assert (to_mm(number.below_type_area), number.edge_chars, number.dash) == (7, 1, "—")
    assert to_mm(PAGE.head_margin + PAGE.type_area_height + number.below_type_area) == 269
    style = PROFILE.styles[Role.PAGE_NUMBER]
    assert (style.face, style.latin_face) == (FaceRole.SONG, FaceRole.SONG)
    assert to_pt(style.size) == 14


def test_every_heading_is_kept_with_what_follows_and_stands_in_the_outline():
    styles = [PROFILE.styles[role] for role in HEADING_ROLES]
    assert all(style.keep_with_next for style in styles)
    assert [style.outline_level for style in styles] == [1, 2, 3, 4]
    assert PROFILE.styles[Role.TITLE].outline_level == 0
    assert PROFILE.styles[Role.BODY].outline_level is None


def test_every_role_has_a_style():
    assert set(PROFILE.styles) == set(Role)


def test_every_inline_role_has_a_face():
    assert dict(PROFILE.inline_faces) == {"emphasis": FaceRole.KAI, "strong": FaceRole.HEI}


def test_tables_are_5_hao_and_never_under_6_hao():
    for role in (Role.TABLE_HEAD, Role.TABLE_CELL):
        assert to_pt(PROFILE.styles[role].size) == 10.5
    assert to_pt(PROFILE.table.smallest_size) == 7.5
    assert PROFILE.table.rule == pt(0.5)


def test_the_profile_has_neither_header_block_nor_imprint():
    assert (PROFILE.header, PROFILE.imprint) == (None, None)
    assert not PROFILE.elements & {"header_block", "imprint", "addressees", "stamps", "attendance"}


def test_lengths_are_whole_emu():
    table = PROFILE.table
    lengths = [table.smallest_size, table.rule, table.whole_height, table.air]
    for spacing in (table.ordinary, table.dense):
        lengths += [spacing.padding_x, spacing.padding_y]
    parts = {"off_grid_baseline", "descent_em"}  # no lengths but parts of one
    lengths += [value for name, value in PAGE._asdict().items() if name not in parts]
    assert all(type(value) is int for value in lengths)


def test_a_profile_is_read_once_and_cannot_be_changed():
    assert load_profile("published-report") is PROFILE
    with pytest.raises(AttributeError):
        PROFILE.id = "mine"
    with pytest.raises(TypeError):
        PROFILE.styles[Role.BODY] = None


def test_an_unknown_profile_is_refused_with_those_known():
    known = ("published-report", "official", "letter", "order", "minutes")
    assert govdocs.profile_names() == profile_names() == known
    with pytest.raises(UsageError, match="published-report, official") as caught:
        load_profile("telegram")
    assert "telegram" in caught.value.en
