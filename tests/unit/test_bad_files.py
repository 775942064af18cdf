"""Files of other kinds, broken files and files past a limit: what is said of each, in full.

The messages are those of docs/findings.md.
"""

import io
import zipfile

import pytest
from word_files import docx, paragraph

import govdocs
from govdocs.errors import GovdocsError, InputError, TemplateError, UsageError
from govdocs.inputs import office
from govdocs.inputs.docx import package
from govdocs.inputs.html import reader as html
from govdocs.inputs.templating import render_text
from govdocs.inputs.tree import load_tree
from govdocs.inputs.xlsx import opening

WORD = docx(paragraph("全年平稳。"))
AS_DOCX = "请用 Word 或 WPS 打开修复后另存为 .docx 再试"


def archive(**members):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for name, content in members.items():
            made.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return stream.getvalue()


def word(**changed):
    """The small DOCX with parts replaced, or left out where the content is None."""
    with zipfile.ZipFile(io.BytesIO(WORD)) as made:
        members = {name: made.read(name) for name in made.namelist()}
    for name, content in changed.items():
        key = name.replace("__", "/").replace("_dot_", ".")
        members[key] = content
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for name, content in members.items():
            if content is not None:
                made.writestr(name, content)
    return stream.getvalue()


OTHERS = [
    (b"%PDF-1.7", "PDF", "PDF 只记下排好的字，不记段落；请用原来的 Word 文档，另存为 .docx 再试"),
    (archive(OFD_dot_xml="<a/>"), "OFD",
     "OFD 版式文件只记下排好的字，不记段落；请用原来的 Word 或 WPS 文档，另存为 .docx 再试"),
    (b"\x89PNG\r\n", "PNG/JPEG/GIF", "图片不含文字；请给出 .docx、.html 或纯文本（UTF-8）"),
    (b"Rar!\x1a", "RAR/7-Zip/GZIP",
     "请解压后给出其中的 .docx、.html 或 .txt（UTF-8）"),
    (archive(a="1"), "ZIP",
     "压缩包里没有 Word 文档；请解压后给出其中的 .docx、.html 或 .txt（UTF-8）"),
    (b"PK\x03\x04xx", "ZIP/DOCX",
     "文件已损坏或没有下载完整，打不开；请重新取得，或用 Word、WPS 修复后另存为 .docx 再试"),
    (b"\xd0\xcf\x11\xe0" + bytes(600), "DOC/WPS/XLS",
     "文件已损坏或不是 Word 文档；请用 Word 或 WPS 打开后另存为 .docx 再试"),
    (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x", "MHTML",
     "请在浏览器中另存为 .html，或在 Word 中另存为 .docx 再试"),
    (archive(xl__workbook_dot_xml="<a/>"), "XLSX",
     "工作簿不是报告正文；请把它作为数据使用，或把内容放进 .docx 再试"),
    (archive(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "ODS/ODP",
     "表格文件请另存为 .xlsx 作为数据使用；要读文字请把内容放进 .docx 再试"),
    (archive(ppt__presentation_dot_xml="<a/>"), "PPTX", "请另存为 .docx 再试"),
]  # fmt: skip


def refused(source):
    with pytest.raises(InputError) as caught:
        govdocs.read(source)
    return caught.value.zh


@pytest.mark.parametrize(
    ("data", "kind", "advice"), [pytest.param(*case, id=case[1]) for case in OTHERS]
)
def test_a_file_of_another_kind(data, kind, advice):
    assert refused(data) == f"这是 {kind} 文件，不能直接读取；{advice}"


def test_a_file_that_only_libreoffice_could_read(monkeypatch):
    monkeypatch.setattr(office, "office_program", lambda: None)
    assert refused(b"{\\rtf1 a}") == (
        "这是 RTF 文件，不能直接读取；请用 Word 或 WPS 另存为 .docx 再试"
        "（装有 LibreOffice 时可以自动转换）"
    )


def test_a_file_too_large_to_convert(monkeypatch, tmp_path):
    monkeypatch.setattr(office, "office_program", lambda: tmp_path / "soffice")
    monkeypatch.setattr(office, "MOST_BYTES", 5)
    assert refused(b"{\\rtf1 a}") == (
        "RTF 文件有 9 字节，超过 5，不作转换；请另存为 .docx 再试"
    )  # fmt: skip


def test_a_conversion_that_fails_or_takes_too_long(monkeypatch, tmp_path):
    monkeypatch.setattr(office, "office_program", lambda: tmp_path / "soffice")
    for error, said in ((OSError("no"), "没有成功"), (office.TimedOut("x"), "超过 60 秒没有完成")):

        def run(*_, raised=error, **__):
            raise raised

        monkeypatch.setattr(office, "convert", run)
        assert refused(b"{\\rtf1 a}") == (
            f"这是 RTF 文件，用 LibreOffice 转换{said}；请另存为 .docx 再试"
        )


DTD = b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'
PARTS = [
    ({"word__styles_dot_xml": DTD}, "DOCX 的部件 word/styles.xml 带有文档类型声明（DTD），"
     "正常的 Word 文件没有，不予读取；请用 Word 或 WPS 另存为 .docx 再试"),
    ({"word__styles_dot_xml": b"<a"},
     f"DOCX 的部件 word/styles.xml 已损坏或加密，读不了；{AS_DOCX}"),
    ({"word__document_dot_xml": b"<a/>"},
     f"DOCX 的正文部件 word/document.xml 里没有正文；{AS_DOCX}"),
]  # fmt: skip


@pytest.mark.parametrize(("changed", "message"), PARTS, ids=("dtd", "broken", "no-body"))
def test_a_docx_with_a_bad_part(changed, message):
    assert refused(word(**changed)) == message


def test_limits_of_files(monkeypatch):
    monkeypatch.setattr(package, "MOST_BYTES", 10)
    assert refused(WORD) == (
        "DOCX 的部件解压后超过 10 字节，不予读取；请删去多余内容后另存为 .docx 再试"
    )
    monkeypatch.setattr(html, "MOST_BYTES", 10)
    assert refused("<html><p>甲</p>") == "网页有 16 字节，超过 10，不予读取；请只保存正文部分"


@pytest.mark.parametrize(
    ("name", "most", "what"),
    [
        ("MOST_BYTES", 10, "文件超过 10 字节"),
        ("MOST_PARTS", 1, "有 2 个部件"),
        ("MOST_PART_BYTES", 10, "其中 xl/workbook.xml 展开后超过 10 字节"),
        ("MOST_ALL_BYTES", 60, "展开后超过 60 字节"),
        ("MOST_MERGED_CELLS", 3, "xl/a.xml 的合并单元格超过 3 格"),
    ],
)
def test_limits_of_workbooks(monkeypatch, name, most, what):
    merged = '<a><mergeCell ref="A1:B2"/></a>' + " " * 40
    data = archive(xl__workbook_dot_xml="<workbook></workbook>", xl__a_dot_xml=merged)
    monkeypatch.setattr(opening, name, most)
    with pytest.raises(InputError) as caught:
        opening.checked(data, "填报.xlsx")
    assert caught.value.zh == (
        f"工作簿太大：{what}；请只保留填报用的工作表，另存为 .xlsx 再试"
    )  # fmt: skip


class _Stream:
    def __init__(self, content):
        self.content = content

    def read(self):
        if isinstance(self.content, Exception):
            raise self.content
        return self.content


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: govdocs.read(_Stream(3)), "流的 read() 应给出文本或字节，得到 int"),
        (lambda: govdocs.read(_Stream(OSError("x"))),
         "读不了：x；文本流请以 UTF-8 打开，或给出字节流"),
        (lambda: load_tree("a: 1", format="xml"), "没有 'xml' 这种格式；应为 'yaml' 或 'json'"),
        (lambda: govdocs.save(govdocs.read("甲。"), io.BytesIO()),
         '写入流时要给出输出格式：to="docx" 或 to="pdf"'),
        (lambda: govdocs.save(govdocs.read("甲。"), "甲.odt"),
         "从文件名 '甲.odt' 看不出输出格式；请用 .docx 或 .pdf 结尾"),
    ],
    ids=("stream", "broken-stream", "tree", "save-stream", "save-name"),
)  # fmt: skip
def test_calls_from_python(call, message):
    with pytest.raises(GovdocsError) as caught:
        call()
    assert caught.value.zh == message


def test_a_folder_is_no_file_to_save_to(tmp_path):
    with pytest.raises(UsageError) as caught:
        govdocs.save(govdocs.read("甲。"), tmp_path, to="docx")
    assert caught.value.zh == f"{tmp_path} 是文件夹，应给出文件名"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("{{ " + "(" * 500 + "1" + ")" * 500 + " }}", "模板嵌套太深；请拆分"),
        ("{{ 1 is 没有 }}", "没有判断“没有”；可用：blank、"),
        ("{{ 文[0:'a'] }}", "模板执行出错（TypeError: slice indices must be integers or None or "
         "have an __index__ method）"),
        ("{{ 999999999 ** 64 * 1 }}", "计算结果过大"),
    ],
    ids=("deep", "test", "failed", "large"),
)  # fmt: skip
def test_templates(source, message):
    with pytest.raises(TemplateError) as caught:
        render_text(source, {"文": "甲"}, name="模板")
    assert caught.value.zh.startswith(message)
