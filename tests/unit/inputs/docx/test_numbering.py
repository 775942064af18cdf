"""Automatic numbers: what Word prints before a paragraph is in its text."""

import pytest
from word_files import docx, level, lists, numbered, paragraph

from govdocs.inputs.docx.number_formats import FORMATS
from govdocs.inputs.docx.reader import read_docx
from govdocs.inputs.reading import read_with_findings
from govdocs.inputs.text.log import FindingLog

OFFICIAL = lists(
    level(0, "chineseCountingThousand", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimalEnclosedParen", "%4"),
)


def texts(body, numbering=OFFICIAL, styles=""):
    data = docx(body, numbering=numbering, styles=styles)
    return [part.text for part in read_docx(data, None, FindingLog())]


def test_the_four_levels_of_an_official_document():
    body = "".join(
        numbered(text, depth)
        for text, depth in [
            ("甲", 0),
            ("乙", 1),
            ("丙", 2),
            ("丁", 3),
            ("戊", 1),
            ("己", 0),
            ("庚", 1),
        ]
    )
    assert texts(body) == ["一、甲", "（一）乙", "1.丙", "⑴丁", "（二）戊", "二、己", "（一）庚"]


def test_headings_numbered_by_word_are_headings():
    body = numbered("概述") + paragraph("全年平稳。") + numbered("主动公开情况") + paragraph("无。")
    reading = read_with_findings(docx(body, numbering=OFFICIAL))
    assert [(s.level, s.number) for s in reading.document.main_part.body] == [(1, 1), (1, 2)]


def test_a_style_brings_its_list_and_its_level():
    styles = (
        '<w:style w:type="paragraph" w:styleId="h2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="h2x"><w:basedOn w:val="h2"/>'
        "</w:style>"
    )
    numbering = lists(
        level(0, "decimal", "%1."), level(1, "decimal", "%1.%2", more='<w:pStyle w:val="h2"/>')
    )
    assert texts(paragraph("甲", '<w:pStyle w:val="h2x"/>'), numbering, styles) == ["1.1 甲"]


def test_a_paragraph_may_refuse_the_list_of_its_style():
    styles = (
        '<w:style w:type="paragraph" w:styleId="h"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    none = '<w:pStyle w:val="h"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    assert texts(paragraph("甲", none), styles=styles) == ["甲"]


def test_lists_of_one_definition_count_on_and_an_override_begins_anew():
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    numbering = lists(level(0, "decimal", "%1."), nums=nums)
    body = "".join(numbered("甲", id=id) for id in (1, 2, 3, 3))
    assert texts(body, numbering) == ["1.甲", "2.甲", "1.甲", "2.甲"]


def test_an_override_may_change_the_level_itself():
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        f"{level(0, 'ideographTraditional', '%1．', start=3)}</w:lvlOverride></w:num>"
    )
    assert texts(numbered("甲"), lists(level(0, "decimal", "%1."), nums=nums)) == ["丙．甲"]


@pytest.mark.parametrize(
    ("restart", "depths", "last"),
    [(None, [0, 2, 0, 2], "1)"), ("0", [0, 2, 0, 2], "2)"), ("1", [0, 2, 0, 2], "1)"),
     ("1", [0, 1, 2, 1, 2], "2)"), ("2", [0, 1, 2, 1, 2], "1)")],
)  # fmt: skip
def test_a_level_restarts_after_the_level_it_names(restart, depths, last):
    more = "" if restart is None else f'<w:lvlRestart w:val="{restart}"/>'
    numbering = lists(
        level(0, "decimal", "%1."),
        level(1, "decimal", "%2."),
        level(2, "decimal", "%3)", more=more),
    )
    body = "".join(numbered("甲", depth) for depth in depths)
    assert texts(body, numbering)[-1] == f"{last}甲"


def test_levels_above_that_were_never_used_print_their_start():
    numbering = lists(level(0, "decimal", "%1.", start=3), level(1, "decimal", "%1.%2."))
    assert texts(numbered("甲", 1), numbering) == ["3.1.甲"]


def test_a_legal_level_prints_all_numbers_as_digits():
    numbering = lists(
        level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2.", more="<w:isLgl/>")
    )
    assert texts(numbered("甲") + numbered("乙", 1), numbering) == ["一、甲", "1.1.乙"]


def test_a_number_before_a_figure_stands_apart():
    assert texts(numbered("5万元", 2)) == ["1. 5万元"]


def test_an_empty_numbered_paragraph_counts_and_is_told():
    data = docx(numbered("甲") + numbered("") + numbered("丙"), numbering=OFFICIAL)
    log = FindingLog()
    assert [p.text for p in read_docx(data, None, log)] == ["一、甲", "三、丙"]
    assert [f.id for f in log.findings()] == ["empty-number"]


def test_bullets_are_dropped_and_counted():
    log = FindingLog()
    data = docx(numbered("甲"), numbering=lists(level(0, "bullet", "\uf06c")))
    assert [p.text for p in read_docx(data, None, log)] == ["甲"]
    assert [f.id for f in log.findings()] == ["bullets-dropped"]


def test_an_unknown_format_prints_digits_with_a_warning():
    log = FindingLog()
    data = docx(numbered("甲"), numbering=lists(level(0, "hebrew1", "%1.")))
    assert [p.text for p in read_docx(data, None, log)] == ["1.甲"]
    assert [f.id for f in log.findings()] == ["number-format"]


def test_a_custom_format_falls_back_to_the_one_beside_it():
    lvl = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice>'
        '<w:numFmt w:val="custom"/></mc:Choice><mc:Fallback><w:numFmt w:val="decimalZero"/>'
        '</mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1."/></w:lvl>'
    )
    assert texts(numbered("甲"), lists(lvl)) == ["01.甲"]


def test_a_numbering_style_leads_to_its_list():
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="s"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1">{level(0, "decimal", "%1)")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )
    styles = (
        '<w:style w:type="numbering" w:styleId="s"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    assert texts(numbered("甲"), numbering, styles) == ["1)甲"]


def test_a_list_that_does_not_exist_numbers_nothing():
    assert texts(numbered("甲", id=9)) == ["甲"]


@pytest.mark.parametrize(
    ("format", "number", "printed"),
    [
        ("chineseCounting", 10, "十"), ("chineseCounting", 21, "二十一"),
        ("chineseCounting", 105, "一〇五"), ("chineseCountingThousand", 105, "一百零五"),
        ("chineseCountingThousand", 0, "〇"), ("japaneseCounting", 12, "十二"),
        ("ideographDigital", 10, "一〇"), ("chineseLegalSimplified", 12, "壹拾贰"),
        ("ideographTraditional", 10, "癸"), ("ideographTraditional", 11, "11"),
        ("ideographZodiac", 12, "亥"), ("decimalEnclosedParen", 3, "⑶"),
        ("decimalEnclosedParen", 21, "(21)"), ("decimalEnclosedFullstop", 2, "⒉"),
        ("decimalEnclosedCircleChinese", 20, "⑳"), ("decimalFullWidth", 12, "１２"),
        ("decimalZero", 7, "07"), ("upperLetter", 28, "BB"), ("lowerRoman", 14, "xiv"),
        ("upperRoman", 4000, "4000"), ("numberInDash", 1, "- 1 -"), ("none", 1, ""),
    ],
)  # fmt: skip
def test_formats_print_as_word_does(format, number, printed):
    assert FORMATS[format](number) == printed


@pytest.mark.parametrize("format", sorted(FORMATS))
def test_every_format_prints_every_number(format):
    for number in (0, 1, 9, 10, 26, 27, 99, 100, 9999, 10_000, 999_999_999):
        assert isinstance(FORMATS[format](number), str)
