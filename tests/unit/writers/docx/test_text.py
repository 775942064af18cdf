"""Any text that a model accepts comes back as it was; what XML cannot hold is refused."""

from __future__ import annotations

import io

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govdocs.compose.composition import Role
from govdocs.errors import LayoutError
from govdocs.writers.docx.oxml.markup import escaped, root, w
from govdocs.writers.docx.oxml.text import run

PRINTABLE = st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp", "Cn")))


def _texts(written: bytes) -> list[str]:
    return [par.text for par in docx.Document(io.BytesIO(written)).paragraphs]


@given(text=PRINTABLE)
@settings(max_examples=60, deadline=None)
def test_text_comes_back(paragraph, compose, write, text):
    written = write(compose(paragraph(Role.BODY, text), title=text, author=text))
    assert _texts(written) == [text]
    properties = docx.Document(io.BytesIO(written)).core_properties
    assert properties.title == properties.author == text.strip() or text.strip() != text


@pytest.mark.parametrize(
    "text",
    [
        "</w:t></w:r></w:p>",
        "<!-- ]]> &amp; &lt; &#0; <?xml?>",
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
        " ",
        "　　全角空格　",
        "a  b \u00a0 c",
        "\U00020000\U0001f600é\u0301",
        "'\"",
        "{{ title }} {% raw %}",
    ],
)
def test_hostile_text_is_text(paragraph, compose, figure, table, write, text):
    composition = compose(
        paragraph(Role.BODY, text), table((text,), columns=1), figure(alt=text), title=text
    )
    written = docx.Document(io.BytesIO(write(composition)))
    assert written.paragraphs[0].text == text
    assert written.tables[0].cell(0, 0).text == text
    assert written.inline_shapes[0]._inline.docPr.get("descr") == text


@pytest.mark.parametrize(
    "char", ["\0", "\x01", "\t", "\n", "\r", "\x1f", "\ud800", "\ufffe", "\uffff"]
)
def test_what_xml_cannot_hold_is_refused(paragraph, compose, write, char):
    with pytest.raises(LayoutError, match=rf"U\+{ord(char):04X} \(character 2\)"):
        write(compose(paragraph(Role.BODY, f"甲{char}乙")))
    with pytest.raises(LayoutError):
        write(compose(title=char))


def test_a_line_of_ten_million_characters(paragraph, compose, write):
    text = "政府信息公开" * 2_000_000
    (read,) = _texts(write(compose(paragraph(Role.BODY, text))))
    assert read == text


def test_bytes_that_are_no_picture_are_refused(compose, figure, write):
    for data in (b"", b"GIF", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0"):
        with pytest.raises(LayoutError, match="picture"):
            write(compose(figure(data=data)))


def test_markup():
    assert escaped('a<b>&"c"') == "a&lt;b&gt;&amp;&quot;c&quot;"
    assert w("jc", val="both") == '<w:jc w:val="both"/>'
    assert w("ind", left=None, right=3) == '<w:ind w:right="3"/>'
    assert w("pPr", None, w("keepNext")) == "<w:pPr><w:keepNext/></w:pPr>"
    assert root("w:ftr").startswith('<w:ftr xmlns:w="http')


def test_run_breaks():
    assert run("甲乙丙", breaks=(1, 2)).count("<w:br/>") == 2
    assert run("").count("<w:t") == 1
