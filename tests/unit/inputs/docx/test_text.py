"""Paragraphs of a DOCX: what Word prints is read, and what is left out is told."""

import pytest
from word_files import docx, paragraph, part

from govdocs.findings import Severity
from govdocs.inputs.docx.reader import read_docx
from govdocs.inputs.reading import read_with_findings
from govdocs.inputs.text.log import FindingLog

CENTRED = '<w:jc w:val="center"/>'


def texts(data):
    return [part.text for part in read_docx(data, None, FindingLog())]


def findings(data):
    return {f.id: f for f in read_with_findings(data).findings}


def runs(*content):
    return f"<w:p>{''.join(content)}</w:p>"


def run(text, tag="t", properties=""):
    return f"<w:r><w:rPr>{properties}</w:rPr><w:{tag}>{text}</w:{tag}></w:r>"


def test_paragraphs_are_numbered_in_the_order_of_the_body():
    body = paragraph("一、概述") + paragraph() + paragraph("全年平稳。")
    reading = read_with_findings(docx(body))
    assert reading.block_lines == (1, 3)
    assert reading.document.main_part.body[0].heading[0].text == "概述"


@pytest.mark.parametrize("wrapper", ["hyperlink", "smartTag", "customXml", "fldSimple", "bdo"])
def test_runs_inside_other_elements_are_read(wrapper):
    body = runs(run("公开"), f"<w:{wrapper}>{run('57')}</w:{wrapper}>", run("条。"))
    assert texts(docx(body)) == ["公开57条。"]


def test_content_controls_are_read_around_paragraphs_and_inside_them():
    inner = runs(f"<w:sdt><w:sdtContent>{run('公开57条。')}</w:sdtContent></w:sdt>")
    body = f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}{paragraph('受理3件。')}</w:sdtContent></w:sdt>"
    assert texts(docx(body)) == ["公开57条。", "受理3件。"]


def test_tabs_breaks_and_hyphens_are_characters():
    body = runs("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>1</w:t><w:noBreakHyphen/>"
                "<w:t>2</w:t><w:softHyphen/></w:r>")  # fmt: skip
    assert texts(docx(body)) == ["甲\t乙", "1-2"]


def test_the_lines_of_a_centred_title_are_one():
    title = "<w:r><w:t>青禾县2017年度政府</w:t><w:br/><w:t>信息公开工作报告</w:t></w:r>"
    body = f"<w:p><w:pPr>{CENTRED}</w:pPr>{title}</w:p>"
    assert texts(docx(body)) == ["青禾县2017年度政府信息公开工作报告"]
    assert read_with_findings(docx(body + paragraph("一、概述"))).title_line == 1


def test_a_line_in_brackets_under_a_centred_title_stands_alone():
    title = "<w:r><w:t>青禾县教育局工作报告</w:t><w:br/><w:t>（2018年1月9日）</w:t></w:r>"
    body = f"<w:p><w:pPr>{CENTRED}</w:pPr>{title}</w:p>"
    assert texts(docx(body)) == ["青禾县教育局工作报告", "（2018年1月9日）"]


def test_a_centred_style_is_centred_too():
    styles = (
        f'<w:style w:type="paragraph" w:styleId="a"><w:pPr>{CENTRED}</w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>'
    )
    lines = "<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>"
    body = f'<w:p><w:pPr><w:pStyle w:val="b"/></w:pPr>{lines}</w:p>'
    assert texts(docx(body, styles=styles)) == ["甲乙"]


def test_styles_based_on_each_other_in_a_ring_do_no_harm():
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:basedOn w:val="{two}"/></w:style>'
        for one, two in ("ab", "ba")
    )
    assert texts(docx(paragraph("甲", '<w:pStyle w:val="a"/>'), styles=styles)) == ["甲"]


def test_tracked_insertions_stay_and_deletions_go_with_a_finding():
    body = runs(
        run("公开"),
        f"<w:ins>{run('57')}</w:ins>",
        f"<w:del>{run('56', 'delText')}</w:del>",
        f"<w:moveFrom>{run('旧')}</w:moveFrom>",
        run("条。"),
    )
    data = docx(paragraph("一、概述") + body)
    assert texts(data)[1] == "公开57条。"
    deleted = findings(data)["revision-deleted"]
    assert (deleted.severity, deleted.line) == (Severity.WARNING, 2)
    assert "2 处" in deleted.zh
    assert "56" in deleted.zh
    assert findings(data)["revision-inserted"].severity is Severity.INFO


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next():
    body = paragraph("全年公开", "<w:rPr><w:del/></w:rPr>") + paragraph("57条。")
    assert texts(docx(body)) == ["全年公开57条。"]
    assert texts(docx(paragraph("全年", "<w:rPr><w:del/></w:rPr>"))) == ["全年"]


def test_hidden_text_goes_with_a_finding():
    body = runs(run("公开57条。"), run("内部说明", properties="<w:vanish/>"))
    body += runs(run("照常。", properties='<w:vanish w:val="0"/>'))
    assert texts(docx(body)) == ["公开57条。", "照常。"]
    assert "内部说明" in findings(docx(body))["hidden-text"].zh


def test_text_hidden_by_its_style_goes_as_well():
    styles = (
        '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="p"><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    body = runs(run("公开。"), run("藏", properties='<w:rStyle w:val="h"/>'))
    body += paragraph("也藏", '<w:pStyle w:val="p"/>')
    assert texts(docx(body, styles=styles)) == ["公开。"]


@pytest.mark.parametrize(
    ("content", "id"),
    [
        ('<w:r><w:footnoteReference w:id="1"/></w:r>', "footnotes-not-read"),
        ('<w:r><w:endnoteReference w:id="1"/></w:r>', "footnotes-not-read"),
        ('<w:r><w:commentReference w:id="1"/></w:r>', "comments-not-read"),
        ("<w:r><w:drawing/></w:r>", "pictures-not-read"),
        ("<w:r><w:pict/></w:r>", "pictures-not-read"),
        ("<w:r><w:object/></w:r>", "pictures-not-read"),
    ],
)
def test_what_cannot_be_read_is_told_once_with_its_count(content, id):
    data = docx(paragraph("一、概述") + runs(run("平稳。"), content, content))
    found = findings(data)[id]
    assert found.line == 2
    assert "2 " in found.zh
    assert "2 " in found.en


def test_ruby_keeps_its_base_and_drops_what_stands_above():
    ruby = (
        f"<w:r><w:ruby><w:rt>{run('lì')}</w:rt><w:rubyBase>{run('励')}</w:rubyBase></w:ruby></w:r>"
    )
    data = docx(runs(ruby, run("家镇。")))
    assert texts(data) == ["励家镇。"]
    assert "lì" in findings(data)["ruby-dropped"].zh


def test_a_formula_is_text_with_a_warning():
    data = docx(runs(run("其中"), "<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>"))
    assert texts(data) == ["其中a=b"]
    assert "formula-flattened" in findings(data)


def test_of_alternative_contents_one_is_read_and_a_text_box_comes_after_its_paragraph():
    box = f"<w:txbxContent>{paragraph('框内文字。')}</w:txbxContent>"
    both = (
        f"<mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    data = docx(runs(run("一、概述"), f"<w:r>{both}</w:r>") + paragraph("平稳。"))
    assert texts(data) == ["一、概述", "框内文字。", "平稳。"]
    assert findings(data)["text-box"].line == 1
    assert "pictures-not-read" not in findings(data)


def test_signs_of_symbol_fonts_that_are_known_become_characters():
    signs = (
        '<w:r><w:sym w:font="Wingdings 2" w:char="F052"/><w:sym w:font="Odd" w:char="F0E1"/></w:r>'
    )
    data = docx(runs(signs, run("同意。")))
    assert texts(data) == ["☑\uf0e1同意。"]
    assert "private-use" in findings(data)


def test_a_table_of_contents_goes_with_a_finding():
    styles = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>'
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    control = f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{paragraph('二、公开 3')}"
    body = (
        paragraph("一、概述 1", '<w:pStyle w:val="T"/>')
        + f"{control}</w:sdtContent></w:sdt>"
        + paragraph("一、概述")
    )
    data = docx(body, styles=styles)
    assert texts(data) == ["一、概述"]
    assert "2 行" in findings(data)["contents-dropped"].zh


def test_a_header_with_words_is_told_and_a_page_number_is_not():
    def headed(text):
        header = part("hdr", paragraph(text))
        return docx(paragraph("一、概述"), parts={"word/header1.xml": ("header", header)})

    assert "header-not-read" not in findings(headed("— 1 —"))
    assert "青禾县" in findings(headed("青禾县文件"))["header-not-read"].zh


def test_a_heading_style_without_a_number_is_reported_and_stays_text():
    level = '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    styles = f'<w:style w:type="paragraph" w:styleId="1">{level}</w:style>'
    style = '<w:pStyle w:val="1"/>'
    body = paragraph("工作报告", CENTRED + style) + paragraph("概述", style)
    body += paragraph("一、公开", style) + paragraph("平稳。")
    reading = read_with_findings(docx(body, styles=styles))
    told = [f.line for f in reading.findings if f.id == "heading-unnumbered"]
    assert told == [2]


def test_a_pipe_is_a_character_and_no_table():
    reading = read_with_findings(docx(paragraph("首页 | 信息公开")))
    assert reading.document.main_part.body[0].content[0].text == "首页 | 信息公开"


def test_the_rules_for_text_hold_and_replacements_are_made():
    body = paragraph("青禾县2017年度报告") + paragraph("(一)公开情况,平稳")
    body += paragraph("上一条：旧闻") + paragraph("开云县。")
    reading = read_with_findings(docx(body), replace={"开云县": "青禾县"})
    ids = [f.id for f in reading.findings]
    assert {"mark-restored", "navigation-line", "replaced", "number-form"} <= set(ids)
    assert reading.navigation[0].line == 3


def test_the_strict_variant_of_the_format_is_read():
    from word_files import archive

    data = docx(paragraph("全年平稳。"))
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as made:
        files = {name: made.read(name) for name in made.namelist()}
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    assert texts(archive({n: c.replace(usual, strict) for n, c in files.items()})) == ["全年平稳。"]
