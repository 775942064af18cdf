"""Seals: rows of signatures, and what a caller who gives pictures is told (7.3.5.1)."""

import datetime
import io
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from govdocs import api, build
from govdocs.compose.closing.seals import compose_sealed
from govdocs.compose.closing.signature import compose_signature
from govdocs.compose.composition import AS_USUAL, Align, Role
from govdocs.compose.grid_text import printed_width
from govdocs.errors import LayoutError
from govdocs.model.nodes import MainPart, SignatureStamp
from govdocs.standards.loader import load_profile

PROFILE = load_profile("official")
AREA = PROFILE.page.type_area_width
SEAL = PROFILE.closing.seal_size
DAY = datetime.date(2018, 12, 31)
DATE = "2018年12月31日"
OPTIONS = {"bundled_fonts": True, "profile": "official"}


def sealed(*organs, date=DATE):
    return list(compose_sealed(organs, date, PROFILE, AS_USUAL))


def places(paragraphs):
    """(across, lines up) of every seal."""
    (last,) = (each for each in paragraphs if each.seals)
    return [(seal.across, seal.lines_up) for seal in last.seals]


names = st.lists(st.integers(4, 20), min_size=2, max_size=10).map(
    lambda lengths: tuple("某" * (length - 1) + str(n) for n, length in enumerate(lengths))
)


@given(organs=names)
def test_7_3_5_1_joint_seals_never_touch_and_stay_inside_the_type_area(organs):
    try:
        paragraphs = sealed(*organs)
    except LayoutError:
        return
    centres = [(x, up * PROFILE.page.line_top(1)) for x, up in places(paragraphs)]
    assert len(centres) == len(organs)
    for x, _ in centres:
        assert SEAL // 2 <= x <= AREA - SEAL // 2
    for (x1, y1), (x2, y2) in combinations(centres, 2):
        assert ((x1 - x2) ** 2 + (y1 - y2) ** 2) ** 0.5 > SEAL
    written = [name for each in paragraphs[:-1] for name in each.text.strip("\t").split("\t")]
    assert written == list(organs)


@given(organs=names)
def test_7_3_5_1_joint_names_neither_meet_nor_leave_the_type_area(organs):
    try:
        pages = pages_of(signature=organs)
    except LayoutError:
        return
    left, right = PROFILE.page.binding_margin, PROFILE.page.binding_margin + AREA
    for item in pages.pages[-1].items:
        if item.anchor.role is not Role.SIGNATURE:
            continue
        end = left
        for run in item.runs:
            assert run.x >= end
            end = run.x + sum(map(run.face.advances(run.size).__getitem__, run.text))
            end += run.tracking * len(run.text)
        assert end <= right


def pages_of(**parts):
    built = build.document("", "正文。", signing="sealed", date_of_issue=DAY, **parts)
    given_options = api.render_options(OPTIONS)
    return api.settle(api.compose(built, given_options), given_options).pages


def test_7_3_5_1_rows_are_as_full_as_each_other():
    assert [up for _, up in places(sealed("甲县政府", "乙县政府", "丙县政府", "丁县政府"))] == [
        6,
        6,
        1,
        1,
    ]


def test_7_3_5_1_the_last_seal_stands_where_the_date_is():
    *_, date = sealed("甲县政府", "乙县政府")
    assert date.right_indent == 4
    assert date.align is None
    *_, date = sealed("甲县政府办公室", "乙县政府办公室", "丙县政府办公室")
    assert date.align is Align.CENTER or date.right_indent == 4


def test_7_3_5_1_a_date_alone_keeps_the_seals_room():
    (date,) = sealed()
    assert (date.lines_before, date.right_indent, len(date.seals)) == (2, 4, 1)


def test_7_3_5_1_a_signature_without_a_date_keeps_the_seals_room():
    (signature,) = sealed("某县人民政府", date="")
    (seal,) = signature.seals
    assert (signature.lines_before, seal.lines_up) == (2, 0)


def test_7_3_5_1_a_name_wider_than_a_line_is_set_in_even_lines():
    name = "某某自治州某某县新型农村合作医疗管理委员会办公室及其全体成员单位"
    signature, _ = sealed(name)
    assert signature.breaks == (len(name) // 2,)


def test_7_3_5_1_too_many_seals_are_an_error_with_a_remedy():
    with pytest.raises(LayoutError, match=r"13 个机关.*7\.3\.5\.1.*规范化简称"):
        sealed(*(f"县第{n}局" for n in range(13)))


def png(mode="RGBA", colour=(200, 0, 0, 90)):
    data = io.BytesIO()
    Image.new(mode, (60, 60), colour).save(data, "PNG")
    return data.getvalue()


def rendered(to, **options):
    built = build.document(
        "", "正文。", signature="某机关", signing="sealed", date_of_issue=DAY, form="official"
    )
    return api.render_with_findings(built, to, bundled_fonts=True, **options)


def test_a_picture_of_a_seal_in_a_pdf_is_said_to_be_no_electronic_seal():
    made = rendered("pdf", seals={"某机关": png()})
    (finding,) = made.findings
    assert (finding.id, finding.severity) == ("seal-picture", "warning")
    assert "国办发〔2025〕33号" in finding.zh
    assert b"/SMask" in made.data


def test_a_picture_of_a_seal_never_goes_into_a_docx():
    made = rendered("docx", seals={"某机关": png()})
    assert [finding.id for finding in made.findings] == ["seal-left-out"]
    assert made.data == rendered("docx").data


def test_a_picture_that_no_signature_has_is_named():
    made = rendered("pdf", seals={"别的机关": png()})
    (finding,) = made.findings
    assert (finding.id, finding.found) == ("seal-unused", "别的机关")


@pytest.mark.parametrize(
    "data", [png("RGB", (200, 0, 0)), png("RGBA", (200, 0, 0, 255)), png("L", 80)]
)
def test_an_opaque_picture_of_a_seal_is_refused(data):
    with pytest.raises(LayoutError, match="透明"):
        rendered("pdf", seals={"某机关": data})


def test_an_unreadable_picture_of_a_seal_is_refused():
    with pytest.raises(LayoutError, match="某机关"):
        rendered("pdf", seals={"某机关": png()[:-20]})


def test_7_3_5_3_the_name_gives_way_to_the_picture_of_its_stamp():
    built = build.document(
        "",
        "正文。",
        stamps=[SignatureStamp(office="县长", name="林一")],
        signing="stamped",
        date_of_issue=DAY,
    )

    def texts(**options):
        given_options = api.render_options(OPTIONS | options)
        pages = api.settle(api.compose(built, given_options), given_options).pages
        lines = (item for item in pages.pages[0].items if hasattr(item, "runs"))
        return "".join(run.text for line in lines for run in line.runs)

    assert "林一" in texts()
    shown = texts(seals={"林一": png()})
    assert "林一" not in shown
    assert "县长" in shown


@pytest.mark.parametrize(("width", "height"), [(60, 60), (120, 60), (30, 60)])
def test_a_picture_of_a_seal_keeps_its_proportions_in_the_middle_of_its_room(width, height):
    data = io.BytesIO()
    Image.new("RGBA", (width, height), (200, 0, 0, 90)).save(data, "PNG")
    given_options = api.render_options(OPTIONS | {"seals": {"某机关": data.getvalue()}})
    built = build.document(
        "", "正文。", signature="某机关", signing="sealed", date_of_issue=DAY, form="official"
    )
    pages = api.settle(api.compose(built, given_options), given_options).pages
    (shown,) = (item for item in pages.pages[0].items if item.anchor.role is Role.SEAL)
    (room,) = pages.rooms
    assert max(shown.width, shown.height) == SEAL
    assert shown.width / shown.height == pytest.approx(width / height, rel=1e-4)
    assert shown.x + shown.width // 2 == pytest.approx(room.x + room.width // 2, abs=2)
    assert shown.y + shown.height // 2 == pytest.approx(room.y + room.height // 2, abs=2)


def stamped(*offices):
    stamps = [SignatureStamp(office=office, name="林一") for office in offices]
    return list(compose_signature(MainPart(stamps=tuple(stamps)), PROFILE))


def test_7_3_5_3_a_long_office_moves_all_stamps_to_the_right():
    usual, long = stamped("县长")[0], stamped("县长", "青禾县农业农村和水利局党组书记、局长")
    assert long[0].tabs == long[1].tabs
    assert long[0].tabs[0].position > usual.tabs[0].position
    assert long[0].seals[0].across + PROFILE.closing.stamp_width // 2 <= AREA


def test_7_3_5_3_a_name_longer_than_its_stamp_never_meets_the_office():
    long = SignatureStamp(office="自治州州长", name="阿卜杜热依木·买买提江")
    (block,) = compose_signature(MainPart(stamps=(long,)), PROFILE)
    office, name = block.tabs
    assert office.position < name.position - printed_width(long.name, PROFILE) // 2
    assert name.position == stamped("县长")[0].tabs[1].position


def test_7_3_5_3_an_office_that_finds_no_room_is_an_error_with_a_remedy():
    with pytest.raises(LayoutError, match=r"太长.*7\.3\.5\.3"):
        stamped("青禾县农业农村和水利局春季农业生产工作领导小组办公室主任")


def test_7_3_5_3_an_organ_named_beside_the_stamps_stands_over_them():
    stamps = (SignatureStamp(office="县长", name="林一"),)
    first, second = compose_signature(MainPart(stamps=stamps, signature=("某县人民政府",)), PROFILE)
    assert (first.role, second.role) == (Role.SIGNATURE, Role.STAMP_OFFICE)
