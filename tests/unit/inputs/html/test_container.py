"""The article among what stands around it on a page, and its title."""

import pytest

from govdocs.findings import Severity
from govdocs.inputs.reading import read_with_findings

ARTICLE = "<p>一、概述</p><p>" + "全年平稳。" * 40 + "</p>"
NAV = '<div class="nav"><a href="/">首页</a><a href="/x">信息公开</a></div>'
FOOT = "<div>版权所有 ICP备1</div>"


def reading(body, head=""):
    return read_with_findings(f"<html><head>{head}</head><body>{body}</body></html>".encode())


def told(result, id):
    return [f for f in result.findings if f.id == id]


@pytest.mark.parametrize(
    "opening",
    ['<div class="TRS_Editor">', '<div id="zoom">', '<div class="a-content b">', "<article>",
     "<main>", '<td id="UCAP-CONTENT">', '<div class="con">'],
)  # fmt: skip
def test_the_container_of_the_article_is_read_and_the_rest_is_told(opening):
    tag = opening[1:].split()[0].rstrip(">")
    inner = f"{opening}{ARTICLE}</{tag}>"
    if tag == "td":
        inner = f"<table><tr>{inner}</tr></table>"
    result = reading(NAV + inner + FOOT)
    assert len(result.block_lines) == 2
    (frame,) = told(result, "page-frame")
    assert frame.severity is Severity.INFO
    assert "其外 15 字" in frame.zh
    assert "9 字）" in frame.zh


def test_the_innermost_of_several_is_taken():
    result = reading(
        f'<div id="main"><h1>青禾县2017年度工作报告</h1>{NAV}'
        f'<div class="content">{ARTICLE}</div></div>'
    )
    assert 'class="content"' in told(result, "page-frame")[0].zh


def test_one_that_holds_too_little_is_not_taken():
    result = reading(f'<div class="content">甲。</div>{ARTICLE}')
    assert len(result.block_lines) == 3
    assert told(result, "page-frame") == []


def test_much_left_out_is_a_warning():
    rest = "<p>" + "别的文字。" * 8 + "</p>"
    (frame,) = told(reading(f'<div class="content">{ARTICLE}</div>{rest}'), "page-frame")
    assert frame.severity is Severity.WARNING


def test_a_page_without_names_is_read_whole():
    result = reading(f"{NAV}{ARTICLE}")
    assert result.block_lines
    assert told(result, "page-frame") == []
    assert "首页信息公开" in repr(result.document)


TITLE = "青禾县教育局2020年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    ("head", "above"),
    [
        (f'<meta name="ArticleTitle" content="{TITLE}">', ""),
        (f"<title>{TITLE}_青禾县人民政府网</title>", ""),
        (f"<title>青禾县人民政府 - {TITLE}</title>", ""),
        ("<title>年报</title>", f"<h1>{TITLE}</h1>"),
        ("<title>年报</title>", f'<div class="article-title">{TITLE}</div>'),
    ],
)
def test_a_title_outside_the_article_is_taken_with_a_finding(head, above):
    result = reading(f'{above}<div class="TRS_Editor">{ARTICLE}</div>', head)
    assert result.document.main_part.title == TITLE
    assert told(result, "title-from-page")


def test_the_articles_own_title_counts():
    head = '<meta name="ArticleTitle" content="别的报告">'
    result = reading(f'<div class="content"><p>{TITLE}</p>{ARTICLE}</div>', head)
    assert result.document.main_part.title == TITLE
    assert told(result, "title-from-page") == []


def test_a_sites_name_is_no_title():
    result = reading(ARTICLE, "<title>青禾县人民政府门户网站</title>")
    assert result.document.main_part.title == ""
