"""From an official document's facts to the document that is printed: text in, text out."""

from pathlib import Path

import pytest

from govdocs.errors import InputError, TemplateError
from govdocs.inputs.templating import Templates
from govdocs.kinds.official import kinds
from govdocs.kinds.official.kinds import kind_class
from govdocs.kinds.official.lower import lower
from govdocs.kinds.official.rules import all_kinds
from govdocs.model.nodes import (
    Attendance,
    Figure,
    HeaderBlock,
    Imprint,
    Paragraph,
    Section,
    Signing,
    Table,
    plain_text,
)
from govdocs.model.walk import walk

SHIPPED = Templates([Path(__file__).parents[4] / "templates"])


def lowered(kind="通知", **fields):
    return lower(kind_class(kind)(**{"organs": "青禾县人民政府"} | fields), SHIPPED)


def document(kind="通知", **fields):
    return lowered(kind, **fields).document


def texts(blocks):
    return [plain_text(b.content) for b in blocks if isinstance(b, Paragraph)]


def test_the_kind_and_the_form_go_along():
    made = document("函", title="关于甲的函")
    assert (made.kind, made.form, made.issuer) == ("函", "letter", "青禾县人民政府")


def test_7_2_the_header_block_holds_what_stands_over_the_rule():
    made = document(
        "请示",
        copy_number="000001",
        secrecy="秘密",
        secrecy_term="1年",
        urgency="特急",
        document_number="青政〔2026〕1号",
        signatories=["张三", "李四"],
    )
    assert made.header_block == HeaderBlock(
        copy_number="000001",
        secrecy="秘密★1年",
        urgency="特急",
        issuer_mark=("青禾县人民政府",),
        document_number="青政〔2026〕1号",
        signatories=("张三", "李四"),
    )


def test_a_document_of_nothing_has_neither_header_nor_imprint():
    made = document(organs=(), title="通知")
    assert (made.header_block, made.imprint) == (None, None)


def test_7_3_3_the_body_is_natural_text():
    made = document(body="一、甲\n（一）乙。丙。\n| a | b |\n|---|---|\n| 1 | 2 |")
    section = made.main_part.body[0]
    assert isinstance(section, Section)
    assert [type(v.block) for v in walk(made)] == [Section, Section, Table]


def test_every_block_of_the_body_has_its_place():
    found = lowered(body="一、甲\n\n乙。\n", closing="特此通知。")
    assert found.body_places == ("正文 第1行", "正文 第3行", "结语 第1行")


def test_parts_of_a_body_stand_in_order():
    parts = ["甲。", {"rows": [["1", "2"], ["3"]], "head": [["a", "b"]]}, "乙。"]
    found = lowered(body=parts)
    kinds_of = [type(block) for block in found.document.main_part.body]
    assert kinds_of == [Paragraph, Table, Paragraph]
    assert found.body_places == ("正文 第1项 第1行", "正文 第2项", "正文 第3项 第1行")


def test_8_a_table_of_the_data_has_caption_unit_notes_and_turns():
    part = {
        "head": [["甲", "乙"]],
        "rows": ["1 | 2", "3"],
        "caption": "表",
        "unit": "万元",
        "notes": "注",
        "landscape": "是",
        "widths": [1, 2],
    }
    (table,) = document(body=part).main_part.body
    assert (table.caption, table.unit, table.notes) == ("表", "单位：万元", ("注",))
    assert (table.landscape, table.head_rows, table.column_widths) == (True, 1, (1.0, 2.0))
    assert [len(row) for row in table.rows] == [2, 2, 2]


def test_7_3_2_the_colon_after_the_addressees_is_not_doubled():
    assert document(addressees="各乡镇人民政府：").main_part.addressees == ("各乡镇人民政府",)


def test_7_3_2_many_addressees_move_into_the_imprint():
    made = document(addressees=["甲", "乙："], addressees_in_imprint="是")
    assert made.main_part.addressees == ()
    assert made.imprint == Imprint(addressed_to=("甲", "乙"))


def test_7_3_4_the_attachment_note_names_the_attachments():
    made = document(attachments=[{"title": "甲", "body": "一。"}, {"title": "乙", "body": "二。"}])
    assert made.main_part.attachment_note == ("甲", "乙")
    assert [each.number for each in made.main_part.attachments] == [1, 2]


def test_7_3_7_a_single_attachment_has_no_number():
    (only,) = document(attachments={"title": "甲", "body": "一。"}).main_part.attachments
    assert (only.number, only.bound) == (None, True)


def test_an_attachment_that_is_not_supplied_prints_no_page():
    made = document(attachments=["甲", {"title": "乙", "body": "二。"}]).main_part
    assert made.attachment_note == ("甲", "乙")
    assert [(each.title, each.number) for each in made.attachments] == [("乙", 2)]


def test_an_attachment_that_nothing_names_is_printed_though_it_is_empty():
    made = document(attachment_note="甲", attachments=["乙"]).main_part
    assert [each.title for each in made.attachments] == ["乙"]


def test_7_3_6_brackets_of_a_remark_are_not_doubled():
    assert document(remark="（此件公开发布）").main_part.remark == "此件公开发布"
    assert document("决议", title_note="（会议通过）").main_part.title_note == "会议通过"


def test_7_4_the_imprint_holds_its_elements():
    made = document(
        copied_to=["县委办公室，县政协办公室。"],
        printing_office="县政府办",
        date_of_printing="2026-01-02",
        copies=30,
    ).imprint
    assert made.copied_to == ("县委办公室，县政协办公室",)
    assert (made.printing_office, made.others) == ("县政府办", ("共印30份",))


def test_10_3_minutes_list_who_was_there():
    made = document("纪要", attended=["甲", "乙"], absent="丙", observers="丁").main_part
    assert made.attendance == (
        Attendance(label="出席", people="甲、乙"),
        Attendance(label="请假", people="丙"),
        Attendance(label="列席", people="丁"),
    )
    assert made.signature == ()


def test_10_2_an_order_is_stamped():
    made = document("令", stamps={"office": "县长", "name": "李明远"}, order_number="6")
    main = made.main_part
    assert (main.title, main.signature, main.signing) == ("", (), Signing.STAMPED)
    assert (main.stamps[0].office, made.header_block.document_number) == ("县长", "第6号")


def test_title_lines_are_kept_as_typed():
    made = document(title_lines=["关于甲的", "通知"]).main_part
    assert (made.title, made.title_lines) == ("关于甲的通知", ("关于甲的", "通知"))


@pytest.mark.parametrize("kind", [kind.name for kind in all_kinds()])
def test_every_kind_offers_opening_words(kind):
    made = document(kind, matter="加强防汛工作", opening="默认").main_part
    assert len(texts(made.body)) >= 1
    assert "{" not in "".join(texts(made.body))


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("请示", "妥否，请批示。"),
        ("报告", "特此报告。"),
        ("通知", "特此通知。"),
        ("批复", "此复。"),
        ("议案", "请审议。"),
        ("函", "特此函达。"),
    ],
)
def test_the_usual_closing_words_are_offered(kind, words):
    made = document(kind, matter="甲", body="正文。", closing="默认").main_part
    assert texts(made.body) == ["正文。", words]


def test_the_shipped_words_are_used_where_none_are_given():
    made = lower(kinds.Reply(organs="甲县", title="批复", closing="默认")).document
    assert texts(made.main_part.body) == ["此复。"]


def test_nothing_is_added_that_was_not_asked_for():
    assert texts(document("请示", body="正文。").main_part.body) == ["正文。"]


def test_words_of_the_office_go_before_the_shipped_ones(tmp_path):
    folder = tmp_path / "official"
    folder.mkdir()
    text = "{% macro closing() %}照此办理。{% endmacro %}"
    (folder / "notice.jinja").write_text(text, encoding="utf-8")
    own = Templates([tmp_path, Path(__file__).parents[4] / "templates"])
    made = lower(kinds.Notice(organs="甲县", closing="默认", opening="默认"), own).document
    assert texts(made.main_part.body)[-1] == "照此办理。"


def test_a_kind_without_usual_words_says_so():
    with pytest.raises(TemplateError):
        document("纪要", closing="默认")


def test_what_was_mended_in_a_text_is_told_with_its_place():
    (found,) = lowered(body="甲。\n\n你好,世界。").findings
    assert (found.id, found.place, found.line) == ("mark-restored", "正文 第3行", None)


def test_text_of_an_attachment_is_its_own_place():
    (found,) = lowered(attachments={"title": "甲", "body": "你好,世界。"}).findings
    assert found.place == "附件 第1项 正文 第1行"


# Files


def attached(path, **fields):
    found = lowered(attachments={"title": "名单", "file": str(path), **fields})
    return found.document.main_part.attachments[0].blocks, found


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_text_file_is_read_without_the_title_that_is_printed_by_itself(here):
    (here / "a.txt").write_text("名单\n\n一、甲\n\n乙。\n", encoding="utf-8")
    blocks, _ = attached("a.txt")
    assert [type(block) for block in blocks] == [Section]


def test_findings_of_a_file_name_it_and_its_line(here):
    (here / "a.txt").write_text("名单\n你好,世界。\n", encoding="utf-8")
    _, found = attached("a.txt")
    assert [each.place for each in found.findings] == ["a.txt:2"]


def test_tables_of_a_file_turn_where_asked(here):
    (here / "a.txt").write_text("一、甲\n| 1 | 2 |\n", encoding="utf-8")
    (section,), _ = attached("a.txt", landscape="是")
    assert section.blocks[0].landscape


def test_a_docx_keeps_all_its_text(here):
    import docx

    file = docx.Document()
    for text in ("沅溪镇防汛预案", "第一条。甲。", "沅溪镇人民政府", "2026年1月2日"):
        file.add_paragraph(text)
    file.save(str(here / "a.docx"))
    blocks, found = attached("a.docx")
    assert "沅溪镇人民政府2026年1月2日" in "".join(texts(blocks))
    assert found.file_titles == {0: "沅溪镇防汛预案"}


def test_a_picture_is_a_figure_whose_alt_text_is_the_title(here):
    from PIL import Image

    Image.new("RGB", (4, 4)).save(here / "a.png")
    (figure,), _ = attached("a.png")
    assert isinstance(figure, Figure)
    assert figure.alt == "名单"


@pytest.fixture
def broken(here):
    """A PNG that is cut off in its pixels."""
    from PIL import Image

    Image.effect_noise((40, 40), 50).save(here / "a.png")
    data = (here / "a.png").read_bytes()
    (here / "a.png").write_bytes(data[: len(data) // 2])
    return "a.png"


def test_a_broken_picture_of_an_attachment_is_named_by_file_and_field(broken):
    with pytest.raises(InputError) as caught:
        attached(broken)
    assert Path(caught.value.at).name == "a.png"
    assert "“附件 第1项”" in caught.value.zh
    assert "“附件 第1项”" in caught.value.en


def test_a_broken_picture_of_the_body_is_named_by_file_and_field(broken):
    with pytest.raises(InputError) as caught:
        lowered(body=["好。", {"文件": broken}])
    assert Path(caught.value.at).name == "a.png"
    assert "“正文 第2项”" in caught.value.zh


def test_a_picture_too_large_is_named_by_file_and_field(here, monkeypatch):
    from PIL import Image

    monkeypatch.setattr("govdocs.picture_data.MOST_PIXELS", 15)
    Image.new("RGB", (4, 4)).save(here / "a.png")
    with pytest.raises(InputError, match="4×4") as caught:
        attached("a.png")
    assert Path(caught.value.at).name == "a.png"


def workbook(path, fill):
    import openpyxl

    book = openpyxl.Workbook()
    fill(book.active)
    book.save(path)


def cell_texts(table):
    return [[plain_text(cell.content) for cell in row] for row in table.rows]


def test_a_workbook_is_a_table_with_merged_cells_and_caption(here):
    def fill(sheet):
        sheet["A1"] = "名单"
        sheet.merge_cells("A1:C1")
        for place, value in {"A2": "单位", "B2": "数量", "A4": "甲", "B4": 1.5, "C4": 20}.items():
            sheet[place] = value
        sheet["B3"], sheet["C3"] = "上年", "本年"
        sheet.merge_cells("A2:A3")
        sheet.merge_cells("B2:C2")

    workbook(here / "a.xlsx", fill)
    (table,), _ = attached("a.xlsx", landscape="是")
    assert (table.caption, table.head_rows, table.landscape) == ("名单", 2, True)
    assert cell_texts(table) == [["单位", "数量"], ["上年", "本年"], ["甲", "1.5", "20"]]


def test_an_empty_workbook_is_refused(here):
    workbook(here / "a.xlsx", lambda sheet: None)
    with pytest.raises(InputError, match="没有内容"):
        attached("a.xlsx")


def test_dates_and_truth_of_a_workbook_are_printed_as_people_write_them(here):
    import datetime

    def fill(sheet):
        sheet.append(["日期", "是否"])
        sheet.append([datetime.datetime(2026, 1, 9), True])

    workbook(here / "a.xlsx", fill)
    (table,), _ = attached("a.xlsx")
    assert cell_texts(table)[1] == ["2026年1月9日", "是"]
