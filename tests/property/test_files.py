"""Any page and any DOCX is read or refused; nothing else happens, and no text is lost unsaid."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from word_files import docx

from govdocs.errors import GovdocsError
from govdocs.inputs.html.reader import read_html
from govdocs.inputs.reading import read_with_findings
from govdocs.inputs.text.grid import Grid
from govdocs.inputs.text.log import FindingLog

TAGS = (
    "div p table tr td th thead tfoot tbody caption ol ul li pre br span a rt ruby h1 nav b".split()
)
ATTRIBUTES = [
    "", " colspan=2", " rowspan=3", " rowspan=0", " hidden", " style='display:none'",
    " class=content", " id=zoom", " align=left", " start=4", " role=presentation",
]  # fmt: skip
HTML = st.lists(
    st.builds(lambda tag, attribute: f"<{tag}{attribute}>", st.sampled_from(TAGS),
              st.sampled_from(ATTRIBUTES))
    | st.sampled_from([f"</{tag}>" for tag in TAGS])
    | st.sampled_from(["一、总", "稳。", "上一条：旧", "a1", "|", "\n", "&nbsp;", "<!--", "-->"])
    | st.text(max_size=4),
    max_size=40,
).map("".join)  # fmt: skip

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


BODIES = st.lists(st.sampled_from(PIECES * 3 + PROPERTIES), max_size=60).map(balanced)
LEVEL = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def checked(data):
    try:
        reading = read_with_findings(data)
    except GovdocsError:
        return
    assert all(line >= 1 for line in reading.block_lines)
    assert list(reading.block_lines) == sorted(reading.block_lines)


@settings(max_examples=300, deadline=None)
@given(HTML)
def test_any_page_is_read_or_refused(body):
    checked(f"<html><body>{body}".encode("utf-8", "replace"))


@settings(max_examples=300, deadline=None)
@given(BODIES)
def test_any_document_is_read_or_refused(body):
    checked(docx(body, numbering=LEVEL))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400), st.integers(0, 2000))
def test_a_document_with_bytes_changed_is_read_or_refused(noise, place):
    data = bytearray(docx("<w:p><w:r><w:t>甲。</w:t></w:r></w:p>"))
    data[place : place + len(noise)] = noise
    checked(bytes(data))


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
