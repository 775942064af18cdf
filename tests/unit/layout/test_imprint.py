"""Where the imprint goes, and which pages bear numbers (GB/T 9704-2012 7.4, 7.5)."""

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdocs.compose.body import compose
from govdocs.compose.composition import ImprintPlace, PrintOptions, Role
from govdocs.environment import Environment
from govdocs.errors import LayoutError, MissingGlyphError
from govdocs.fontbook.book import FontBook
from govdocs.layout.imprint import pages_before
from govdocs.layout.pages import Bar, TextLine
from govdocs.layout.settle import settle
from govdocs.model.build import document, table
from govdocs.model.nodes import Imprint
from govdocs.standards.loader import load_profile
from govdocs.units import mm

ROOT = Path(__file__).parents[3]
FONTS = FontBook(Environment(fonts=ROOT / "fonts", templates=ROOT / "templates"))
PROFILE = load_profile("official")
PAGE = PROFILE.page
DAY = datetime.date(2025, 3, 10)
IMPRINT = Imprint(copied_to=("县委各部门",), printing_office="办公室", date_of_printing=DAY)


def settled(*parts, imprint=IMPRINT, even=False):
    composition = compose(
        document("", *parts, imprint=imprint),
        PROFILE,
        date=DAY,
        options=PrintOptions(imprint_on_even_page=even),
    )
    return settle(composition, FONTS)


def place_of(made):
    assert made.composition.imprint is not None
    return made.composition.imprint.place


@given(page=st.integers(1, 500), fits=st.booleans(), even=st.booleans())
def test_7_4_the_imprint_stands_on_the_first_page_that_will_do(page, fits, even):
    turned = pages_before(page, fits=fits, on_even_page=even)
    where = page + turned
    assert turned in range(3)
    assert not even or where % 2 == 0
    allowed = [n for n in range(page if fits else page + 1, page + 3) if not even or n % 2 == 0]
    assert where == allowed[0]


@given(lines=st.integers(0, 70), even=st.booleans())
def test_7_4_the_imprint_never_meets_the_text(lines, even):
    made = settled(*["一行。"] * lines, even=even)
    *_, last = made.pages.pages
    text = [item for item in last.items if item.anchor.role is Role.BODY]
    bars = [item for item in last.items if isinstance(item, Bar)]
    assert len(bars) == 3
    lowest = max((item.baseline - PAGE.baseline_drop for item in text), default=0)
    # The box of the last line of text, and a blank line under it.
    assert not text or lowest + 2 * PAGE.flow_pitch <= bars[0].y
    assert not even or len(made.pages.pages) % 2 == 0


@pytest.mark.parametrize(
    ("lines", "even", "place"),
    [
        (5, False, ImprintPlace.UNDER_TEXT),
        (19, False, ImprintPlace.UNDER_TEXT),
        (20, False, ImprintPlace.NEXT_PAGE),
        (5, True, ImprintPlace.NEXT_PAGE),
        (30, True, ImprintPlace.UNDER_TEXT),
        (44, True, ImprintPlace.AFTER_BLANK),
        (45, True, ImprintPlace.NEXT_PAGE),
    ],
)
def test_7_4_what_the_pages_decide_is_handed_to_the_writer_of_a_docx(lines, even, place):
    made = settled(*["一行。"] * lines, even=even)
    assert place_of(made) is place
    assert made.composition.imprint.line_counts == (1, 1)


def test_7_4_lines_are_counted_for_the_writer_of_a_docx():
    names = tuple(f"青禾县第{number}人民政府办公室" for number in "一二三四五")
    made = settled("文", imprint=Imprint(copied_to=names, others=("共印100份",)))
    assert made.composition.imprint.line_counts == (3, 1)


def test_7_4_a_document_of_an_imprint_alone_has_one_page():
    made = settled()
    assert len(made.pages.pages) == 1
    assert place_of(made) is ImprintPlace.UNDER_TEXT


def test_7_4_1_rules_are_centred_on_the_edges_of_lines():
    made = settled("文")
    foot = PAGE.head_margin + PAGE.type_area_height
    pitch = PROFILE.styles[Role.IMPRINT].line_pitch
    bars = [item for item in made.pages.pages[0].items if isinstance(item, Bar)]
    centres = [bar.y + bar.height // 2 for bar in bars]
    assert centres == [foot - 2 * pitch, foot - pitch, foot]
    assert [bar.height for bar in bars] == [mm(0.35), mm(0.25), mm(0.35)]


def test_7_4_an_imprint_higher_than_the_type_area_is_an_error_with_a_remedy():
    with pytest.raises(LayoutError, match=r"7\.4") as caught:
        settled("文", imprint=Imprint(copied_to=("青禾县人民政府办公室",) * 60))
    assert "225 mm" in caught.value.en
    assert "统称" in caught.value.zh


def test_7_4_a_character_that_no_face_holds_is_named_with_its_place():
    with pytest.raises(MissingGlyphError, match="版记"):
        settled("文", imprint=Imprint(copied_to=("\U0001f600",), printing_office="\U0001f601"))


def test_7_4_an_imprint_follows_a_table_at_a_page_s_end():
    made = settled(table([("甲", "乙")] * 30))
    last = made.pages.pages[-1]
    roles = [item.anchor.role for item in last.items if isinstance(item, TextLine)]
    assert roles[-2:] == [Role.IMPRINT, Role.IMPRINT]


def test_7_5_a_page_that_bears_no_number_is_counted():
    made = settled(*["一行。"] * 44, even=True)
    assert [len(page.furniture) for page in made.pages.pages] == [1, 1, 0, 0]
    assert [page.number for page in made.pages.pages] == [1, 2, 3, 4]


def test_7_5_an_empty_document_bears_its_number():
    made = settled(imprint=None)
    assert [len(page.furniture) for page in made.pages.pages] == [1]
