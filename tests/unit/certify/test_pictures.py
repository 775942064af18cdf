"""Crops of measured places."""

import io

import official_sheet
from PIL import Image

from govdocs.certify import certify
from govdocs.certify.pictures import crops


def test_each_measured_place_has_a_picture_of_its_own():
    data = official_sheet.draw()
    table = certify(data)
    made = {crop.name: crop.data for crop in crops(data, table)}
    placed = [row for row in table.rows if row.box is not None]
    assert len(made) == len(placed) > 30
    assert "7.2.4-mark-top-passes-p1.png" in made
    assert "8-landscape-number-passes-p5.png" in made


def test_a_picture_shows_the_place_and_a_little_around_it():
    data = official_sheet.draw()
    table = certify(data)
    (mark,) = [crop for crop in crops(data, table) if "mark-top" in crop.name]
    picture = Image.open(io.BytesIO(mark.data))
    box = table.row("mark-top").box
    assert picture.format == "PNG"
    assert abs(picture.width - (box.right - box.left + 12) * 150 / 25.4) < 4
    colours = picture.convert("RGB").getcolors(picture.width * picture.height)
    reds = sum(count for count, (r, g, b) in colours if r > 180 and g < 120 and b < 120)
    assert reds > 1000


def test_a_page_number_on_a_page_across_is_in_its_picture():
    data = official_sheet.draw()
    table = certify(data)
    (number,) = [crop for crop in crops(data, table) if "landscape-number" in crop.name]
    picture = Image.open(io.BytesIO(number.data)).convert("L")
    assert min(picture.tobytes()) < 60


def test_a_docx_has_no_pictures():
    import govdocs

    data = govdocs.render(govdocs.build.document("题的报告", "正文。"), "docx")
    assert list(crops(data, certify(data))) == []
