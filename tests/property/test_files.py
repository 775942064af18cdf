"""Any page and any DOCX is read or refused; nothing else happens, and no text is lost unsaid."""

import random
import re

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from word_files import docx

from govdocs.errors import GovdocsError
from govdocs.inputs.html.reader import read_html
from govdocs.inputs.reading import read_with_findings
from govdocs.inputs.text.grid import Grid
from govdocs.inputs.text.log import FindingLog
from govdocs.model.nodes import Table
from govdocs.model.walk import walk

TAGS = (
    "div p table tr td th thead tfoot tbody caption ol ul li pre br span a rt ruby h1 nav b".split()
)
ATTRIBUTES = [
    "", " colspan=2", " rowspan=3", " rowspan=0", " hidden", " style='display:none'",
    " class=content", " id=zoom", " align=left", " start=4", " role=presentation",
]  # fmt: skip
TOKENS = st.lists(
    st.builds(lambda tag, attribute: f"<{tag}{attribute}>", st.sampled_from(TAGS),
              st.sampled_from(ATTRIBUTES))
    | st.sampled_from([f"</{tag}>" for tag in TAGS])
    | st.sampled_from(["一、总", "稳。", "上一条：旧", "a1", "|", "\n", "&nbsp;", "<!--", "-->"])
    | st.text(max_size=4),
    max_size=40,
).map("".join)  # fmt: skip


def nested(name, inside, opened, deepest=9):
    """An element as its format has it: tokens in any order hardly ever make a table.

    Args:
        name: of the element; one that nothing may stand in is markup itself.
        inside: name of an element -> what may stand in it.
        opened: strategy for the beginning of an element of a name.
        deepest: how many levels there may be below it.
    """
    if name not in inside or not deepest:
        return st.just("" if name in inside else name)
    child = st.sampled_from(inside[name]).flatmap(
        lambda each: nested(each, inside, opened, deepest - 1)
    )
    content = st.lists(child, max_size=3).map("".join)
    return st.builds(lambda start, held: f"{start}{held}</{name}>", opened(name), content)


IN_A_PAGE = {
    "body": ("table", "p", "ol", "div"),
    "div": ("table", "p", "甲。"),
    "table": ("tr", "tr", "thead", "tbody", "tfoot", "caption"),
    "thead": ("tr",), "tbody": ("tr",), "tfoot": ("tr",), "caption": ("甲。",),
    "tr": ("td", "td", "th"),
    "td": ("甲。", "p", "丙 丁<br>", "table"), "th": ("甲。", "一、总"),
    "ol": ("li",), "li": ("甲。", "p"), "p": ("甲。", "一、总", "a1", "|"),
}  # fmt: skip
HTML = TOKENS | nested(
    "body", IN_A_PAGE, lambda name: st.sampled_from(ATTRIBUTES).map(lambda each: f"<{name}{each}>")
)

PIECES = [
    "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>甲。</w:t>", "<w:br/>", "<w:tbl>", "</w:tbl>",
    "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:sdt>", "</w:sdt>", "<w:sdtContent>",
    "</w:sdtContent>", "<w:del>", "</w:del>", "<w:ins>", "</w:ins>", "<w:pict>", "</w:pict>",
    "<w:txbxContent>", "</w:txbxContent>",
]  # fmt: skip
PROPERTIES = [
    '<w:tcPr><w:gridSpan w:val="3"/></w:tcPr>', "<w:tcPr><w:vMerge/></w:tcPr>",
    '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>', '<w:trPr><w:gridBefore w:val="2"/></w:trPr>',
    '<w:trPr><w:tblHeader/></w:trPr>', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>',
    "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>", "<w:tcPr><w:hMerge/></w:tcPr>",
    "<w:trPr><w:del/></w:trPr>", '<w:tcPr><w:gridSpan w:val="x"/></w:tcPr>',
]  # fmt: skip


def balanced(pieces):
    """Markup in which every element is closed, whatever the pieces are."""
    made, open_ = [], []
    for piece in pieces:
        if piece.startswith("</"):
            name = piece[2:-1]
            while name in open_:
                made.append(f"</{open_[-1]}>")
                if open_.pop() == name:
                    break
        else:
            if piece.count("<") == 1 and not piece.endswith("/>"):
                open_.append(piece[1:-1])
            made.append(piece)
    return "".join([*made, *(f"</{name}>" for name in reversed(open_))])


IN_A_DOCUMENT = {
    "w:sdtContent": ("w:tbl", "w:p", "w:sdt"),
    "w:sdt": ("w:sdtContent",),
    "w:tbl": ("w:tr",),
    "w:tr": ("w:tc",),
    "w:tc": ("w:p", "w:p", "w:p", "w:tbl"),
    "w:p": ("w:r", "w:r", "w:ins", "w:del"),
    "w:ins": ("w:r",), "w:del": ("w:r",),
    "w:r": ("<w:t>甲。</w:t>", "<w:t>丙 丁</w:t>", "<w:br/>", "w:pict"),
    "w:pict": ("w:txbxContent",), "w:txbxContent": ("w:p",),
}  # fmt: skip
BODIES = st.lists(st.sampled_from(PIECES * 3 + PROPERTIES), max_size=60).map(balanced) | nested(
    "w:sdtContent",
    IN_A_DOCUMENT,
    lambda name: st.sampled_from(["", *PROPERTIES]).map(lambda each: f"<{name}>{each}"),
)
LEVEL = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def page(body):
    return f"<html><body>{body}".encode("utf-8", "replace")


def document(body):
    return docx(body, numbering=LEVEL)


def assert_read_or_refused(data):
    try:
        reading = read_with_findings(data)
    except GovdocsError:
        return
    assert all(line >= 1 for line in reading.block_lines)
    assert list(reading.block_lines) == sorted(reading.block_lines)


@settings(max_examples=300, deadline=None)
@given(HTML)
def test_any_page_is_read_or_refused(body):
    assert_read_or_refused(page(body))


@settings(max_examples=300, deadline=None)
@given(BODIES)
def test_any_document_is_read_or_refused(body):
    assert_read_or_refused(document(body))


def holds_table(data):
    try:
        read = read_with_findings(data).document
    except GovdocsError:
        return False
    return any(isinstance(visit.block, Table) for visit in walk(read))


@pytest.mark.parametrize(("bodies", "whole"), [(HTML, page), (BODIES, document)])
def test_the_pages_and_documents_tried_here_hold_tables(bodies, whole):
    """What is refused as empty proves nothing."""
    once = settings(max_examples=1000, phases=[Phase.generate], database=None, deadline=None)
    assert find(
        bodies, lambda body: holds_table(whole(body)), settings=once, random=random.Random(1)
    )


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400), st.integers(0, 2000))
def test_a_document_with_bytes_changed_is_read_or_refused(noise, place):
    data = bytearray(docx("<w:p><w:r><w:t>甲。</w:t></w:r></w:p>"))
    data[place : place + len(noise)] = noise
    assert_read_or_refused(bytes(data))


def held(parts):
    texts = [c.text for p in parts if isinstance(p, Grid) for row in p.rows for c in row]
    texts += [part.text for part in parts if not isinstance(part, Grid)]
    return sorted(re.sub(r"\s", "", "".join(texts)))


BLOCKS = st.sampled_from(["div", "p", "td", "th", "li", "h1", "span", "b"])


@settings(max_examples=200, deadline=None)
@given(st.recursive(
    st.sampled_from(["甲乙", "丙。", "丁 戊", "1.己", "<br>"]),
    lambda inner: st.builds(
        lambda tag, parts: (
            f"<table><tr>{''.join(f'<{tag}>{part}</{tag}>' for part in parts)}</table>"
            if tag in ("td", "th")
            else f"<{tag}>{''.join(parts)}</{tag}>"
        ),
        BLOCKS, st.lists(inner, min_size=1, max_size=4),
    ),
    max_leaves=20,
))  # fmt: skip
def test_no_character_of_a_page_without_hidden_parts_is_lost(body):
    parts = read_html(f"<html><body>{body}</body></html>".encode(), None, FindingLog())
    assert held(parts) == sorted(re.sub(r"\s|<[^>]*>", "", body))
