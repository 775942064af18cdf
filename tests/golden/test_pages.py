"""The seed report, and 200 pages of hard text, read back from the finished PDF."""

import datetime
from itertools import pairwise

import page_rules as rules
import pytest

from govdocs.compose.body import compose
from govdocs.formatting.ordinals import ordinal
from govdocs.model.nodes import Section, plain_text
from govdocs.model.walk import walk
from govdocs.standards.loader import load_profile

DROP = (20.7, 21.0)  # baseline under a line box's top, pt
TITLE_DROP = 0.8 * 28.95  # the same of a title, whose lines are off the grid
HALF_MM = 0.5 * rules.MM


def test_5_2_3_a_page_has_22_lines_unless_a_heading_goes_over(seed_pages):
    """The first page has one blank line after the title; the last page ends with the text."""
    for page, following in pairwise(seed_pages):
        lines = rules.body_lines(page)
        last = lines[-1]
        number = round((last.y - rules.TOP - DROP[0]) / (rules.HEIGHT / rules.LINES)) + 1
        if number < rules.LINES:
            first = rules.body_lines(following)[0]
            assert first.chars[0].font.startswith(("GovdocsHei", "GovdocsKai"))


def test_5_2_3_full_pages_of_hard_text_have_22_lines(stress_pages):
    assert len(stress_pages) >= 190
    assert {len(rules.body_lines(page)) for page in stress_pages[1:-1]} == {22}


@pytest.mark.parametrize("pages", ["seed_pages", "stress_pages"])
def test_5_2_3_every_line_stands_on_the_grid(pages, request):
    pages = request.getfixturevalue(pages)
    assert rules.off_grid(pages, DROP, HALF_MM, title_drop=TITLE_DROP) == []


@pytest.mark.parametrize("pages", ["seed_pages", "stress_pages"])
def test_5_2_1_nothing_sticks_out_of_the_type_area(pages, request):
    assert rules.outside_type_area(request.getfixturevalue(pages)) == []


@pytest.mark.parametrize("pages", ["seed_pages", "stress_pages"])
def test_5_2_3_every_full_line_ends_at_the_right_edge(pages, request):
    pages = request.getfixturevalue(pages)
    assert sum(1 for _ in rules.breaks(pages)) > 50
    assert rules.ragged_ends(pages) == []


@pytest.mark.parametrize("pages", ["seed_pages", "stress_pages"])
def test_gbt15834_no_line_starts_or_ends_with_a_forbidden_mark(pages, request):
    assert rules.forbidden_starts_and_ends(request.getfixturevalue(pages)) == []


@pytest.mark.parametrize("pages", ["seed_pages", "stress_pages"])
def test_gbt15834_dashes_numbers_and_words_are_not_torn(pages, request):
    assert rules.torn_units(request.getfixturevalue(pages)) == []


def test_5_2_3_a_line_of_han_only_holds_28_characters(stress_pages):
    assert rules.han_counts(stress_pages) <= {28}


def test_5_2_3_28_han_fill_a_line_and_26_the_first(tmp_path):
    from pdf_lines import read_pages

    import govdocs
    from govdocs import build

    document = build.document("", "政" * (26 + 28 * 30))
    pages = read_pages(govdocs.render(document, "pdf", bundled_fonts=True))
    counts = [len(line.chars) for page in pages for line in rules.body_lines(page)]
    assert counts == [26] + [28] * 30
    assert rules.ragged_ends(pages) == []


def test_text_in_is_text_out(seed_document, seed_pages, stress_document, stress_pages):
    profile = load_profile("published-report")
    for document, pages in ((seed_document, seed_pages), (stress_document, stress_pages)):
        blocks = compose(document, profile, date=datetime.date(2018, 1, 26)).blocks
        assert rules.text_of(pages) == "".join("".join(b.text.split()) for b in blocks)


def faces_of(pages, text):
    """The faces of the characters of the first line that begins with a text."""
    for page in pages:
        for line in rules.body_lines(page):
            if line.text.startswith(text):
                return [char.font for char in line.chars[: len(text)]]
    raise AssertionError(f"no line begins with {text}")


@pytest.mark.parametrize(
    ("text", "face"),
    [
        ("黑山县励家镇", "GovdocsBiaosong-Regular"),  # 7.3.1
        ("一、制度机制建设情况", "GovdocsHei-Regular"),  # 7.3.3
        ("（一）完善组织领导情况。", "GovdocsKai-Regular"),
        ("（一）对重大决策事项中", "GovdocsFang-Regular"),  # an item is body text
        ("扩大信息内容。", None),
        ("根据《中华人民共和国", "GovdocsFang-Regular"),
    ],
)
def test_7_3_3_faces_by_role(seed_pages, text, face):
    if face is None:
        assert set(faces_of(seed_pages, "1." + text)[2:]) == {"GovdocsFang-Regular"}
        assert faces_of(seed_pages, "1.")[0] == "LiberationSerif-Regular"
    else:
        assert set(faces_of(seed_pages, text)) == {face}


def test_7_3_1_the_title_is_22_pt_centred_in_balanced_lines(seed_pages):
    title = [line for line in seed_pages[0].lines if abs(line.chars[0].size - 22) < 0.1]
    assert [line.text for line in title] == ["黑山县励家镇2017年度", "政府信息公开工作报告"]
    for line in title:
        centre = (line.left + line.right) / 2
        assert centre == pytest.approx(rules.LEFT + rules.WIDTH / 2, abs=0.5)


def test_one_blank_line_follows_the_title(seed_pages):
    lines = rules.body_lines(seed_pages[0])
    title, text = TITLE_DROP, DROP[0]
    apart = 2 * rules.HEIGHT / 22 + text - title
    assert lines[2].y - lines[1].y == pytest.approx(apart, abs=0.1)


def test_7_5_page_numbers_stand_right_on_odd_and_left_on_even_pages(seed_pages):
    cell = rules.WIDTH / 28
    for page in seed_pages:
        line = next(line for line in page.lines if line.y > rules.BOTTOM)
        assert line.text.replace(" ", "") == f"—{page.number}—"
        assert {char.font for char in line.chars} == {"GovdocsSong-Regular"}
        assert {round(char.size, 1) for char in line.chars} == {14.0}
        if page.number % 2:
            assert line.right == pytest.approx(rules.RIGHT - cell, abs=0.5)
        else:
            assert line.left == pytest.approx(rules.LEFT + cell, abs=0.5)


def test_7_5_the_dashes_ink_begins_7_mm_below_the_type_area(seed_pages):
    for page in seed_pages:
        line = next(line for line in page.lines if line.y > rules.BOTTOM)
        top = line.chars[0].ink[1]
        assert (top - rules.BOTTOM) / rules.MM == pytest.approx(7, abs=0.1)


def test_a_heading_is_never_alone_at_the_foot_of_a_page(seed_document, seed_pages):
    headings = {
        ordinal(block.level, block.number) + plain_text(block.heading)
        for _, block in walk(seed_document)
        if isinstance(block, Section) and not block.run_in
    }
    for page in seed_pages:
        assert rules.body_lines(page)[-1].text not in headings
