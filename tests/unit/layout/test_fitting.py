"""The closing never stands on a page without text (GB/T 9704-2012 7.3.5.5)."""

import datetime
from dataclasses import replace

import pytest

from govdocs import api, build
from govdocs.compose.composition import Role
from govdocs.layout.fitting import fit_closing
from govdocs.layout.page import paginate
from govdocs.layout.settle import settle_flow

OPTIONS = api.render_options({"bundled_fonts": True})
DAY = datetime.date(2025, 3, 9)
LINE = "正文只有一行。"


def composed(count, *, signing="sealed", form="official", organ="某机关", text=LINE):
    built = build.document(
        "", *(text,) * count, signature=organ, signing=signing, date_of_issue=DAY, form=form
    )
    return api.compose(built, OPTIONS)


def fonts():
    return api.font_book(OPTIONS)


def ids(fitted):
    return [finding.id for finding in fitted.findings]


def test_7_3_5_5_where_there_is_room_nothing_is_changed():
    composition = composed(15)
    fitted = fit_closing(composition, fonts())
    assert fitted.composition is composition
    assert ids(fitted) == []


@pytest.mark.parametrize("count", range(16, 23))
@pytest.mark.parametrize("form", ["official", "published-report"])
def test_7_3_5_5_else_the_first_count_of_lines_that_helps_is_chosen(count, form):
    signing = "sealed" if form == "official" else "unsealed"
    composition = composed(count, signing=signing, form=form)
    fitted = fit_closing(composition, fonts())
    usual, chosen = composition.profile.page.lines, fitted.composition.profile.page.lines
    if ids(fitted) == []:
        assert chosen == usual
        return
    assert ids(fitted) == ["closing-spacing"]
    assert fitted.findings[0].found == str(chosen)
    counts = composition.profile.closing.line_counts
    for earlier in counts[: counts.index(chosen)]:
        page = composition.profile.page._replace(lines=earlier)
        tried = replace(composition, profile=composition.profile._replace(page=page))
        assert closing_page(paginate(tried, fonts())) != text_page(paginate(tried, fonts())) or (
            overflows(paginate(tried, fonts()))
        )
    assert closing_page(fitted.pages) == text_page(fitted.pages)
    assert not overflows(fitted.pages)


def pages_with(pages, roles):
    return [
        index
        for index, page in enumerate(pages.pages)
        for item in page.items
        if item.anchor.role in roles
    ]


def closing_page(pages):
    return pages_with(pages, {Role.SIGNATURE})[0]


def text_page(pages):
    return pages_with(pages, {Role.BODY})[-1]


def overflows(pages):
    foot = pages.geometry.head_margin + pages.geometry.type_area_height
    return any(room.y + room.height > foot for room in pages.rooms)


def test_7_3_5_1_the_seals_room_must_fit_on_the_page_too():
    pages = paginate(composed(18), fonts())
    assert closing_page(pages) == text_page(pages)
    assert overflows(pages)  # its lines would fit
    assert ids(fit_closing(composed(18), fonts())) == ["closing-spacing"]


def test_7_3_5_5_where_no_spacing_helps_the_last_paragraph_goes_over_with_a_warning():
    organs = ("甲县人民政府", "乙县人民政府", "丙县人民政府", "丁县人民政府")
    fitted = fit_closing(composed(15, organ=organs), fonts())
    assert ids(fitted) == ["closing-text-moved"]
    assert closing_page(fitted.pages) == text_page(fitted.pages) == 1
    assert fitted.pages.findings[0].severity == "warning"


def test_7_3_5_5_a_heading_goes_over_with_the_last_paragraph():
    organs = ("甲县人民政府", "乙县人民政府", "丙县人民政府", "丁县人民政府")
    built = build.document(
        "",
        *(LINE,) * 13,
        build.section("要求", LINE),
        signature=organs,
        signing="sealed",
        date_of_issue=DAY,
        form="official",
    )
    fitted = fit_closing(api.compose(built, OPTIONS), fonts())
    assert ids(fitted) == ["closing-text-moved"]
    assert pages_with(fitted.pages, {Role.HEADING_1}) == [1]


def test_7_3_5_5_a_signature_without_a_date_does_not_go_over_to_the_attachment():
    built = build.document(
        "",
        *(LINE,) * 18,
        signature="某机关",
        attachments=[build.attachment("某表", LINE)],
        form="official",
    )
    fitted = fit_closing(api.compose(built, OPTIONS), fonts())
    assert ids(fitted) == []
    assert closing_page(fitted.pages) == 0


def test_7_3_5_5_a_table_at_the_end_cannot_go_over_and_is_reported():
    table = build.table([["序号", "任务"], *([str(n), "内容"] for n in range(3))])
    built = build.document(
        "",
        *(LINE,) * 13,
        table,
        signature=("甲县人民政府", "乙县人民政府", "丙县人民政府", "丁县人民政府"),
        signing="sealed",
        date_of_issue=DAY,
        form="official",
    )
    fitted = fit_closing(api.compose(built, OPTIONS), fonts())
    assert set(ids(fitted)) <= {"closing-alone", "closing-spacing"}
    assert ids(fitted)


def test_a_document_without_text_or_without_closing_is_left_alone():
    assert ids(fit_closing(composed(0), fonts())) == []
    plain = api.compose(build.document("", LINE, form="official"), OPTIONS)
    assert ids(fit_closing(plain, fonts())) == []


def test_7_3_5_5_a_docx_has_the_lines_that_were_chosen():
    made = settle_flow(composed(18), fonts)
    assert made.composition.profile.page.lines == 23
    assert [finding.id for finding in made.findings] == ["closing-spacing"]


def test_an_unsigned_report_is_not_laid_out_for_a_docx():
    report = api.compose(build.document("", LINE, form="published-report"), OPTIONS)

    def no_fonts():
        raise AssertionError("the faces were asked for")

    assert settle_flow(report, no_fonts).composition is report


def test_a_signed_report_with_a_character_that_no_face_holds_is_still_a_docx():
    report = composed(3, signing="unsealed", form="published-report", text="生僻字\U0003134f。")
    assert settle_flow(report, fonts).composition is report
