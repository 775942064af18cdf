"""署名, 成文日期, seals and stamps, read back from the finished PDF and from LibreOffice's pages.

Lengths are millimetres from the sheet's top left; the figures are those of GB/T 9704-2012, written
a second time here.
"""

import datetime
import subprocess
import tempfile
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from parity import compare, find_soffice, read_body
from pdf_lines import read_pages

import govdocs
from govdocs import api, build
from govdocs.model.nodes import Attendance, SignatureStamp

MM = 72 / 25.4
LEFT, RIGHT, TOP, FOOT = 28, 28 + 156, 37, 37 + 225
LINE, CELL = 225 / 22, 156 / 28
DROP = 20.7 / MM  # baseline under the top of a line's box
SEAL = 42
DAY = datetime.date(2018, 1, 9)
TEXT = ("正文只有一行。",) * 3  # lines 0 to 2
END = 3  # the first line under the text

ORGANS = {
    "unsealed": ("青禾县人民政府",),
    "unsealed-joint": ("青禾县人民政府", "青禾县农业农村和水利局", "县委宣传部"),
    "sealed": ("青禾县人民政府",),
    "sealed-wide": ("青禾县农业农村局春季农业生产工作领导小组办公室",),
    "sealed-joint": ("青禾县人民政府", "县农业农村局", "县委宣传部", "县水利局", "县财政局"),
    "sealed-wide-joint": ("青禾县人民政府办公室", "青禾县农业农村和水利局"),
}
STAMPS = {
    "stamp": (SignatureStamp(office="县长", name="林一"),),
    "stamp-joint": (
        SignatureStamp(office="青禾县人民政府县长", name="林一"),
        SignatureStamp(office="青禾县水利局局长", name="周小山"),
    ),
}
CASES = (*ORGANS, *STAMPS)


def closing(case, **options):
    if case in STAMPS:
        signed = {"stamps": STAMPS[case], "signing": "stamped"}
    else:
        signed = {"signature": ORGANS[case], "signing": case.partition("-")[0]}
    return build.document(
        "", *TEXT, date_of_issue=DAY, remark="此件公开发布", form="official", **signed, **options
    )


def rendered(case, to="pdf", **options):
    return govdocs.render(closing(case), to, bundled_fonts=True, **options)


def filled(count, case="sealed"):
    """A document of so many lines of text, so that its closing stands near a page's foot."""
    signed = closing(case).main_part
    return build.document(
        "",
        *("正文只有一行。",) * count,
        signature=signed.signature,
        stamps=signed.stamps,
        signing=signed.signing,
        date_of_issue=DAY,
        remark="此件公开发布",
        form="official",
    )


def with_everything():
    """Three pages with all that stands around the text, but for the header and the imprint."""
    names = (
        "某某县2025年春季农业生产重点工作任务分解表和责任单位分工方案（征求意见稿）",
        "GDP统计表",
    )
    paragraph = (
        "各乡镇人民政府要充分认识抓好春季农业生产的重要意义，切实加强组织领导，压实工作责任。"
    )
    return build.document(
        "某县人民政府关于春季农业生产的通知",
        *(paragraph,) * 7,
        title_note="2025年3月9日某某自治县第十八届人民代表大会常务委员会第五次会议审议通过",
        addressees=("各乡镇人民政府、各街道办事处", "县政府各部门", "有关单位"),
        signature=ORGANS["sealed-joint"],
        signing="sealed",
        date_of_issue=DAY,
        remark="此件公开发布",
        attachments=[
            build.attachment(name, *(paragraph,) * 2, number=number)
            for number, name in enumerate((*names, *map(str, range(3, 11))), 1)
        ],
        form="official",
    )


def minutes():
    """Minutes with lists of those present that need several lines."""
    people = "、".join(["王小明", "李大海", "GB赵山"] * 6)
    lists = [Attendance(label=label, people=people) for label in ("出席", "请假", "列席")]
    return build.document("", *TEXT, attendance=lists, date_of_issue=DAY, form="minutes")


# Documents of more than one page, or with other lines a page than usual (7.3.5.5).
LONG = {
    **{f"sealed-{count}": filled(count) for count in range(17, 23)},
    "joint-moved": filled(14, "sealed-joint"),
    "stamps-moved": filled(15, "stamp-joint"),
    "everything": with_everything(),
    "minutes": minutes(),
}


class Mark(NamedTuple):
    """A stretch of text on one line."""

    text: str
    left: float
    right: float
    baseline: float

    @property
    def line(self):
        """Number of the line, from 0; a half where it stands between two."""
        return (self.baseline - TOP - DROP) / LINE

    @property
    def centre(self):
        return (self.left + self.right) / 2


def marks(pdf, page=0):
    """The stretches of a page's lines that stand apart from each other by more than a 字."""
    found = []
    for line in read_pages(pdf)[page].lines:
        part = []
        for char in [*(char for char in line.chars if char.text.strip()), None]:
            if part and (char is None or char.left - part[-1].right > 16 * 0.6):
                text = "".join(each.text for each in part)
                left, right = part[0].left / MM, part[-1].right / MM
                found.append(Mark(text, left, right, part[0].baseline / MM))
                part = []
            if char:
                part.append(char)
    return {mark.text: mark for mark in found}


class Ring(NamedTuple):
    left: float
    top: float
    right: float
    foot: float

    @property
    def centre(self):
        return (self.left + self.right) / 2, (self.top + self.foot) / 2


def rings(pdf, page=0):
    """The outlines of a page that are larger than a character, by place."""
    document = pypdfium2.PdfDocument(pdf)
    sheet = document[page]
    height = sheet.get_height()
    found = []
    for item in sheet.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH,), max_depth=5):
        left, bottom, right, top = item.get_bounds()
        if right - left > 80:
            inset = 1  # PDFium adds the whole stroke on each side
            box = (left + inset, height - top + inset, right - inset, height - bottom - inset)
            found.append(Ring(*(value / MM for value in box)))
    document.close()
    return sorted(found, key=lambda ring: (round(ring.top), ring.left))


def near(value):
    return pytest.approx(value, abs=0.1)


def test_7_3_5_2_unsealed_one_line_blank_and_2_zi_from_the_right():
    found = marks(rendered("unsealed"))
    signature, date = found["青禾县人民政府"], found["2018年1月9日"]
    assert (signature.line, date.line) == (near(END + 1), near(END + 2))
    # The date is as wide as the name of seven characters, so it stands 2 字 from the right or
    # pushes the signature there.
    assert max(signature.right, date.right) == near(RIGHT - 2 * CELL) or signature.right == near(
        RIGHT - 2 * CELL
    )
    assert date.left - signature.left == near(2 * CELL)


def test_7_3_5_2_joint_unsealed_the_host_first_and_the_date_after_the_last():
    found = marks(rendered("unsealed-joint"))
    host, second, last = (found[name] for name in ORGANS["unsealed-joint"])
    date = found["2018年1月9日"]
    assert [mark.line for mark in (host, second, last, date)] == [
        near(END + 1 + n) for n in range(4)
    ]
    assert host.right == second.right == near(last.right)
    assert date.left - last.left == near(2 * CELL)
    assert date.right == near(RIGHT - 2 * CELL)  # it is longer than the last name


def test_7_3_5_1_sealed_the_date_4_zi_from_the_right_and_the_signature_centred_over_it():
    found = marks(rendered("sealed"))
    signature, date = found["青禾县人民政府"], found["2018年1月9日"]
    assert (signature.line, date.line) == (near(END + 2), near(END + 3))
    assert date.right == near(RIGHT - 4 * CELL)
    assert signature.centre == near(date.centre)


def test_7_3_5_1_a_wide_signature_shifts_both_so_that_it_stays_in_the_type_area():
    found = marks(rendered("sealed-wide"))
    signature, date = found[ORGANS["sealed-wide"][0]], found["2018年1月9日"]
    assert signature.right == near(RIGHT)
    assert date.centre == near(signature.centre)


@pytest.mark.parametrize("case", [case for case in ORGANS if case.startswith("sealed")])
def test_7_3_5_1_each_seal_is_centred_on_its_signature_and_near_the_text(case):
    pdf = rendered(case, draft_seals=True)
    found, seals = marks(rendered(case)), rings(pdf)
    assert len(seals) == len(ORGANS[case])
    for name, seal in zip(ORGANS[case], seals, strict=True):
        assert seal.right - seal.left == near(SEAL)
        assert seal.centre[0] == near(found[name].centre)
    text_foot = TOP + END * LINE
    assert text_foot < seals[0].top < text_foot + LINE
    last, date = seals[-1], found["2018年1月9日"]
    border = date.baseline - DROP  # between the last signature and the date
    assert 3 <= border - last.centre[1] <= 6
    assert last.centre[0] == near(date.centre)


@pytest.mark.parametrize("case", [case for case in ORGANS if case.startswith("sealed")])
def test_7_3_5_1_seals_neither_touch_nor_leave_the_type_area(case):
    seals = rings(rendered(case, draft_seals=True))
    for index, one in enumerate(seals):
        assert one.left >= LEFT
        assert one.right <= RIGHT
        assert one.foot <= FOOT
        for other in seals[index + 1 :]:
            across, down = (a - b for a, b in zip(one.centre, other.centre, strict=True))
            assert (across**2 + down**2) ** 0.5 > SEAL + 1


def test_7_3_5_1_joint_signatures_stand_three_a_row_at_most_in_their_order():
    found = marks(rendered("sealed-joint"))
    placed = [found[name] for name in ORGANS["sealed-joint"]]
    assert [mark.line for mark in placed] == [near(line) for line in (5, 5, 5, 10, 10)]
    assert placed[0].left < placed[1].left < placed[2].left
    assert placed[4].centre == near(placed[2].centre)


def test_7_3_5_1_wide_names_have_fewer_seals_a_row():
    names = tuple(f"青禾县某某某某某某某某某局第{n}" for n in "一二三")
    document = build.document(
        "", *TEXT, signature=names, signing="sealed", date_of_issue=DAY, form="official"
    )
    found = marks(govdocs.render(document, "pdf", bundled_fonts=True))
    assert len({round(found[name].line) for name in names}) == 3
    assert all(found[name].left >= LEFT - 0.1 for name in names)
    assert all(found[name].right <= RIGHT + 0.1 for name in names)


def test_7_3_5_3_the_stamp_stands_4_zi_from_the_right_its_office_2_zi_left_of_it():
    found, (stamp,) = marks(rendered("stamp")), rings(rendered("stamp", draft_seals=True))
    office, name, date = found["县长"], found["林一"], found["2018年1月9日"]
    assert stamp.right == near(RIGHT - 4 * CELL)
    assert stamp.left - office.right == near(2 * CELL)
    assert stamp.centre[0] == near(name.centre)
    assert office.line == near(END + 2.5)  # on the middle of the stamp's two lines
    assert stamp.centre[1] == near(TOP + (END + 3) * LINE)
    assert date.line == near(END + 5)  # under the stamp and a blank line
    assert date.right == near(RIGHT - 4 * CELL)


def test_7_3_5_3_joint_stamps_stand_one_a_row_and_aligned():
    found, stamps = marks(rendered("stamp-joint")), rings(rendered("stamp-joint", draft_seals=True))
    host, second = found["青禾县人民政府县长"], found["青禾县水利局局长"]
    assert (host.line, second.line) == (near(END + 2.5), near(END + 5.5))
    assert host.right == near(second.right)
    assert [stamp.left for stamp in stamps] == [near(stamps[0].left)] * 2
    assert found["林一"].centre == near(found["周小山"].centre)


@pytest.mark.parametrize("case", CASES)
def test_7_3_6_the_remark_stands_2_zi_in_under_the_date(case):
    found = marks(rendered(case))
    remark, date = found["（此件公开发布）"], found["2018年1月9日"]
    assert remark.line == near(date.line + 1)
    assert remark.left - LEFT == pytest.approx(2 * 16 / MM, abs=0.1)


@pytest.mark.parametrize("case", CASES)
def test_text_in_is_text_out(case):
    document = closing(case)
    names = [*document.main_part.signature]
    names += [text for stamp in document.main_part.stamps for text in (stamp.office, stamp.name)]
    shown = "".join(
        char.text for line in read_pages(rendered(case))[0].lines for char in line.chars
    )
    assert all(name in shown for name in names)


def test_a_draft_shows_a_dashed_ring_with_a_turned_word_and_no_star():
    pdf = rendered("sealed", draft_seals=True)
    words = [c for line in read_pages(pdf)[0].lines for c in line.chars if c.text in "样章"]
    assert len(words) == 2
    first, second = sorted(words, key=lambda char: char.x)
    assert (first.text, second.text) == ("样", "章")
    assert first.baseline - second.baseline == pytest.approx(second.x - first.x, abs=0.5)
    assert rings(rendered("sealed")) == []


def test_7_3_5_5_a_signature_without_room_gets_other_lines_a_page():
    lines = ("正文只有一行。",) * 18
    document = build.document(
        "", *lines, signature="某机关", signing="sealed", date_of_issue=DAY, form="official"
    )
    made = api.render_with_findings(document, "pdf", bundled_fonts=True)
    (finding,) = (each for each in made.findings if each.id == "closing-spacing")
    assert (finding.expected, finding.found) == ("22", "23")
    (page,) = read_pages(made.data)
    assert "某机关" in [line.text for line in page.lines]
    body = [line.y / MM for line in page.lines][:18]
    assert body[1] - body[0] == near(225 / 23)


@pytest.mark.parametrize("count", range(14, 30))
@pytest.mark.parametrize("case", ["sealed", "sealed-joint", "unsealed", "stamp-joint"])
def test_7_3_5_5_no_page_has_a_signature_and_no_text(case, count):
    for page in read_pages(govdocs.render(filled(count, case), "pdf", bundled_fonts=True)):
        texts = [line.text for line in page.lines if line.y < FOOT * MM]
        assert any(text.startswith("正文") for text in texts)


def test_10_3_attendance_is_aligned_after_its_colon():
    people = "、".join(["王小明", "李大海"] * 6)
    document = build.document(
        "",
        *TEXT,
        attendance=(
            Attendance(label="出席", people=people),
            Attendance(label="请假", people="赵山"),
        ),
        form="minutes",
    )
    page = read_pages(govdocs.render(document, "pdf", bundled_fonts=True))[0]
    first, second, absent = page.lines[END : END + 3]
    assert (first.y / MM - TOP - DROP) / LINE == near(END + 1)
    assert first.text.startswith("出席：")
    assert {char.font for char in first.chars[:3]} == {"GovdocsHei-Regular"}
    assert {char.font for char in first.chars[3:]} == {"GovdocsFang-Regular"}
    assert first.left / MM - LEFT == near(2 * 16 / MM)
    assert second.left / MM == near(first.chars[3].left / MM)
    assert absent.text == "请假：赵山"
    assert absent.left / MM == near(first.left / MM)


def office_pages(files, folder):
    """What LibreOffice makes of several DOCX files, in one run."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                find_soffice(),
                f"-env:UserInstallation={Path(profile).as_uri()}",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                str(folder),
                *map(str, files),
            ],
            check=True,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=300,
        )


@pytest.fixture(scope="module")
def in_libreoffice(tmp_path_factory):
    """Each case as LibreOffice shows it, and as a draft."""
    if find_soffice() is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("closing")
    files = []
    for case in CASES:
        for name, is_draft in ((case, False), (f"{case}-draft", True)):
            files.append(folder / f"{name}.docx")
            files[-1].write_bytes(rendered(case, "docx", draft_seals=is_draft))
    for name, document in LONG.items():
        files.append(folder / f"{name}.docx")
        files[-1].write_bytes(govdocs.render(document, "docx", bundled_fonts=True))
    office_pages(files, folder / "out")
    return folder / "out"


@pytest.mark.parametrize("case", CASES)
def test_7_3_5_libreoffice_shows_the_closing_in_the_same_places(case, in_libreoffice):
    result = compare(read_body(in_libreoffice / f"{case}.pdf"), read_body(rendered(case)))
    assert result.same_text
    assert result.lines.parity == result.pages.parity == 1
    assert result.dx.max < 0.5 * MM
    assert result.dy.max < 0.5 * MM


@pytest.mark.parametrize("name", LONG)
def test_7_3_5_5_libreoffice_ends_pages_and_lines_at_the_same_places(name, in_libreoffice):
    drawn = read_body(govdocs.render(LONG[name], "pdf", bundled_fonts=True))
    result = compare(read_body(in_libreoffice / f"{name}.pdf"), drawn)
    assert result.same_text
    assert result.lines.parity == result.pages.parity == 1
    assert result.dx.median < 0.1 * MM
    assert result.dy.median < 0.5 * MM


@pytest.mark.parametrize("case", [case for case in CASES if not case.startswith("unsealed")])
def test_7_3_5_1_libreoffice_shows_a_drafts_rings_in_the_same_places(case, in_libreoffice):
    shown = rings(in_libreoffice / f"{case}-draft.pdf")
    drawn = rings(rendered(case, draft_seals=True))
    assert len(shown) == len(drawn)
    for one, other in zip(shown, drawn, strict=True):
        assert one == pytest.approx(other, abs=0.5)
