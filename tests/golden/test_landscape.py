"""Landscape tables, read back from the finished PDF and from the DOCX as LibreOffice shows it.

Lengths are mm. On a turned page x and y are those of the reader who holds the sheet with its left
edge on top: x from the sheet's foot, y from its left edge.

Source:
    GB/T 9704-2012 clause 8, 7.5
"""

import io
from typing import NamedTuple

import pdfplumber
import pytest
from parity import convert, find_soffice

import govdocs
from govdocs import build

MM = 72 / 25.4
SHEET, TYPE_AREA = (210, 297), (28, 37, 156, 225)
CAPTION, UNIT, NOTE = "重点任务分解表", "单位：万元", "注：数据截至年底。"
HEAD = ["序号", "重点任务", "牵头单位", "完成时限"]


class Text(NamedTuple):
    """A line of text: its baseline and its left edge as its reader sees them."""

    y: float
    x: float
    text: str


class Sheet(NamedTuple):
    """A page: its size, the text along its length and across, and the frame of its rules.

    ``number`` is the place of its page number on the upright sheet: baseline, left, right.
    """

    size: tuple[int, int]
    turned: tuple[Text, ...]
    upright: tuple[Text, ...]
    rules: tuple[float, float, float, float] | None
    number: tuple[float, float, float]


def wide(rows, *, first=0, **options):
    body = [[str(n), f"任务{n}", "农业农村局", "年底前"] for n in range(first, first + rows)]
    given = {"caption": CAPTION, "unit": UNIT, "notes": (NOTE,)} | options
    return build.table([HEAD, *body], head_rows=1, landscape=True, **given)


DOCUMENT = build.document(
    "关于任务分解的通知",
    "现将有关事项通知如下。",
    build.section("分工", "任务分解如下。"),
    build.section("任务", wide(45)),
    build.section("保障", "密切配合，形成合力。"),
    wide(3, first=200, caption="", unit="", notes=()),
    wide(3, first=300),
    "特此通知。",
    attachments=(build.attachment("责任分工表", wide(4, first=400, caption=""), number=1),),
    form="official",
)
TURNED = (2, 3, 4, 6, 7, 9)
UPRIGHT = (1, 5, 8)


@pytest.fixture(scope="module")
def ours():
    return read(govdocs.render(DOCUMENT, "pdf", bundled_fonts=True))


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    if find_soffice() is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("landscape")
    path = folder / "landscape.docx"
    govdocs.save(DOCUMENT, path)
    return read(convert(path, folder).read_bytes())


def read(data):
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return [sheet(page) for page in pdf.pages]


def sheet(page):
    """A page; one that is written wide is turned back to lie as it is printed."""
    width, height = page.width / MM, page.height / MM
    is_wide = width > height
    chars = [char for char in page.chars if not char["text"].isspace()]
    places = [(*direction(char), char) for char in chars]
    if is_wide:  # its level text runs along the sheet, its falling text across
        along = [(e / MM, height - f / MM, c) for way, e, f, c in places if way == "level"]
        across = [(height - f / MM, width - e / MM, c) for way, e, f, c in places if way == "falls"]
        edges = [(r["x0"], r["top"], r["x1"], r["bottom"]) for r in (*page.rects, *page.lines)]
    else:
        along = [(f / MM, e / MM, c) for way, e, f, c in places if way == "rises"]
        across = [(e / MM, height - f / MM, c) for way, e, f, c in places if way == "level"]
        edges = [
            (page.height - r["bottom"], r["x0"], page.height - r["top"], r["x1"])
            for r in (*page.rects, *page.lines)
        ]
    assert len(along) + len(across) == len(chars)
    upright = lines(across)
    foot = next(line for line in upright if line.text.startswith("—"))
    dashes = [x for x, y, char in across if char["text"] == "—" and abs(y - foot.y) < 1]
    return Sheet(
        (round(min(width, height)), round(max(width, height))),
        lines(along),
        upright,
        tuple(pick(edge[n] for edge in edges) / MM for n, pick in enumerate((min, min, max, max)))
        if edges
        else None,
        (foot.y, min(dashes), max(dashes)),
    )


def direction(char):
    a, b, _, _, e, f = char["matrix"]
    way = "level" if a > 0.01 else "rises" if b > 0.01 else "falls"
    return way, e, f


def lines(places):
    found = {}
    for x, y, char in places:
        row = next((known for known in found if abs(known - y) < 0.5), y)
        found.setdefault(row, []).append((x, char["text"]))
    return tuple(
        Text(y, min(row)[0], "".join(text for _, text in sorted(row)))
        for y, row in sorted(found.items())
    )


def texts(page):
    return [line.text for line in page.turned]


def rows_of(page):
    return [line.text for line in page.turned if "任务" in line.text and "年底前" in line.text]


BOTH = pytest.mark.parametrize("which", ["ours", "office"])


@pytest.fixture
def pages(which, request):
    return request.getfixturevalue(which)


@BOTH
def test_8_a_landscape_table_has_pages_of_its_own(pages):
    assert {page.size for page in pages} == {SHEET}
    turned = [number for number, page in enumerate(pages, 1) if page.turned]
    assert tuple(turned) == TURNED
    for number in turned:
        assert [line.text[0] for line in pages[number - 1].upright] == ["—"]  # its number


@BOTH
def test_8_the_head_lies_along_the_left_edge_of_odd_and_even_pages(pages):
    left, top, width, height = TYPE_AREA
    for number in (3, 4, 6):  # tables and parts of tables with nothing over them
        page = pages[number - 1]
        near_foot, head, near_top, end = page.rules
        assert head == pytest.approx(left, abs=0.2)
        assert near_foot == pytest.approx(SHEET[1] - top - height, abs=0.2)
        assert near_top == pytest.approx(SHEET[1] - top, abs=0.2)
        assert end <= left + width + 0.2
        first = page.turned[0]
        assert first.text == "".join(HEAD)
        assert left < first.y < left + 10


@BOTH
def test_8_the_page_number_stays_where_upright_pages_have_it(pages, which):
    tolerance = {"ours": 0.01, "office": 0.5}[which]
    for number in TURNED:
        as_upright = next(n for n in UPRIGHT if n % 2 == number % 2)
        found, wanted = pages[number - 1].number, pages[as_upright - 1].number
        assert found == pytest.approx(wanted, abs=tolerance)


@BOTH
def test_8_the_head_is_repeated_on_every_turned_page(pages):
    parts = [pages[number - 1] for number in (2, 3, 4)]
    assert sum(texts(page).count("".join(HEAD)) for page in parts) == 3
    assert [row for page in parts for row in rows_of(page)] == [
        f"{n}任务{n}农业农村局年底前" for n in range(45)
    ]
    assert len(rows_of(parts[-1])) > 1


@BOTH
def test_8_caption_unit_and_notes_turn_with_the_table(pages):
    first, last = pages[1], pages[3]
    heading, caption, unit, head = first.turned[:4]
    assert [line.text for line in (heading, caption, unit, head)] == [
        "二、任务",
        CAPTION,
        UNIT,
        "".join(HEAD),
    ]
    middle = SHEET[1] - TYPE_AREA[1] - TYPE_AREA[3] / 2
    assert caption.x + len(CAPTION) * 12 / MM / 2 == pytest.approx(middle, abs=0.5)
    right = SHEET[1] - TYPE_AREA[1]
    assert unit.x + len(UNIT) * 10.5 / MM == pytest.approx(right, abs=0.5)
    assert last.turned[-1].text == NOTE
    assert last.turned[-1].x == pytest.approx(SHEET[1] - TYPE_AREA[1] - TYPE_AREA[3], abs=0.3)
    assert NOTE not in texts(first)


@BOTH
def test_8_the_text_after_the_table_goes_on_on_an_upright_page(pages):
    page = pages[4]
    assert [line.text for line in page.upright[:2]] == ["三、保障", "密切配合，形成合力。"]
    assert page.upright[0].y < TYPE_AREA[1] + 12


@BOTH
def test_8_an_attachment_that_is_a_landscape_table_has_its_label_and_title_on_its_page(pages):
    page = pages[TURNED[-1] - 1]
    assert texts(page)[:3] == ["附件1", "责任分工表", UNIT]
    assert len(rows_of(page)) == 4


@BOTH
def test_8_two_landscape_tables_stand_on_a_page_each(pages):
    assert [len(rows_of(pages[number - 1])) for number in (6, 7)] == [3, 3]


def test_8_both_formats_have_the_same_lines_on_the_same_pages(ours, office):
    assert len(ours) == len(office)
    for mine, theirs in zip(ours, office, strict=True):
        assert [line.text for line in mine.turned] == [line.text for line in theirs.turned]
        for one, other in zip(mine.turned, theirs.turned, strict=True):
            assert (one.y, one.x) == pytest.approx((other.y, other.x), abs=0.55)


def test_8_the_text_of_a_turned_page_is_read_in_order(ours):
    with pdfplumber.open(io.BytesIO(govdocs.render(DOCUMENT, "pdf", bundled_fonts=True))) as pdf:
        order = "".join(char["text"] for char in pdf.pages[3].chars if char["text"] != " ")
    assert order == "".join([*HEAD, *rows_of(ours[3]), NOTE, "—4—"])
