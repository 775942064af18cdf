"""Files that are no plain text: read, converted by LibreOffice where it is there, or refused.

DOCX and web pages are read as they are. Older word processors' files (DOC, WPS, RTF, ODT) become
a DOCX in a folder of their own. All others are refused with what to do.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from govdocs.environment import office_program
from govdocs.errors import InputError
from govdocs.inputs.libreoffice import SECONDS, convert
from govdocs.inputs.recognition import Kind
from govdocs.inputs.text.grid import Part
from govdocs.inputs.text.log import FindingLog
from govdocs.processes import TimedOut

MOST_BYTES = 64 * 1024 * 1024
"""Bytes of a file that LibreOffice is given."""

_ENDINGS = {Kind.DOC: "doc", Kind.RTF: "rtf", Kind.ODT: "odt",
            Kind.WORD_XML: "xml"}  # fmt: skip
"""The kinds that LibreOffice makes a DOCX of, and the ending it knows each by."""


class _Advice(NamedTuple):
    zh: str
    en: str


_AS_DOCX = _Advice("请另存为 .docx 再试", "save it as .docx and read that")
_AS_TABLE = _Advice(
    "表格文件请另存为 .xlsx 作为数据使用；要读文字请把内容放进 .docx 再试",
    "save a workbook as .xlsx and use it as data; for the text of a report give a .docx",
)
_ADVICE = {
    Kind.XLSX: _Advice(
        "工作簿不是报告正文；请把它作为数据使用，或把内容放进 .docx 再试",
        "a workbook is no report's text; use it as data, or give the text as .docx",
    ),
    Kind.XLS: _AS_TABLE,
    Kind.ODS: _AS_TABLE,
    Kind.ENCRYPTED: _Advice(
        "文件已加密；请用密码打开，去掉密码后另存为 .docx（表格为 .xlsx）再试",
        "the file is encrypted; open it with its password and save it without one as .docx "
        "(or .xlsx)",
    ),
    Kind.BROKEN_ZIP: _Advice(
        "文件已损坏或没有下载完整，打不开；请重新取得，或用 Word、WPS 修复后另存为 .docx 再试",
        "the file is damaged or incomplete and cannot be opened; get it again, or repair it in "
        "Word or WPS and save it as .docx",
    ),
    Kind.COMPOUND: _Advice(
        "文件已损坏或不是 Word 文档；请用 Word 或 WPS 打开后另存为 .docx 再试",
        "the file is damaged or no Word document; open it in Word or WPS and save it as .docx",
    ),
    Kind.ZIP: _Advice(
        "压缩包里没有 Word 文档；请解压后给出其中的 .docx、.html 或 .txt（UTF-8）",
        "there is no Word document in the archive; unpack it and give the .docx, .html or .txt "
        "(UTF-8) in it",
    ),
    Kind.ARCHIVE: _Advice(
        "请解压后给出其中的 .docx、.html 或 .txt（UTF-8）",
        "unpack it and give the .docx, .html or .txt (UTF-8) in it",
    ),
    Kind.MHTML: _Advice(
        "请在浏览器中另存为 .html，或在 Word 中另存为 .docx 再试",
        "save it as .html in the browser, or as .docx in Word",
    ),
    Kind.PDF: _Advice(
        "PDF 只记下排好的字，不记段落；请用原来的 Word 文档，另存为 .docx 再试",
        "a PDF holds placed glyphs and no paragraphs; take the Word file that it was made from "
        "and save it as .docx",
    ),
    Kind.OFD: _Advice(
        "OFD 版式文件只记下排好的字，不记段落；请用原来的 Word 或 WPS 文档，另存为 .docx 再试",
        "an OFD file holds placed glyphs and no paragraphs; take the Word or WPS file that it "
        "was made from and save it as .docx",
    ),
    Kind.PICTURE: _Advice(
        "图片不含文字；请给出 .docx、.html 或纯文本（UTF-8）",
        "a picture holds no text; give a .docx, .html or plain text (UTF-8)",
    ),
}


def read_file(data: bytes, kind: Kind, name: str | None, log: FindingLog) -> tuple[Part, ...]:
    """The paragraphs and tables of a file of a kind that is no plain text.

    Raises:
        InputError: it cannot be read; the message says what to do.
    """
    if kind in _ENDINGS:
        data = _converted(data, kind, name, log)
        kind = Kind.DOCX
    # Both readers load lxml, which nobody needs who reads plain text.
    if kind is Kind.DOCX:
        from govdocs.inputs.docx.reader import read_docx

        return read_docx(data, name, log)
    if kind is Kind.HTML:
        from govdocs.inputs.html.reader import read_html

        return read_html(data, name, log)
    raise _refused(kind, name)


def _refused(kind: Kind, name: str | None) -> InputError:
    advice = _ADVICE.get(kind, _AS_DOCX)
    return InputError(
        f"这是 {kind} 文件，不能直接读取；{advice.zh}",
        f"this is a {kind} file, which cannot be read; {advice.en}",
        at=name,
    )


def _converted(data: bytes, kind: Kind, name: str | None, log: FindingLog) -> bytes:
    """The file as a DOCX that LibreOffice made of it."""
    program = office_program()
    if program is None:
        raise InputError(
            f"这是 {kind} 文件，不能直接读取；请用 Word 或 WPS {_AS_DOCX.zh[1:]}"
            "（装有 LibreOffice 时可以自动转换）",
            f"this is a {kind} file, which cannot be read; {_AS_DOCX.en} (where LibreOffice is "
            "installed it is converted)",
            at=name,
        )
    if len(data) > MOST_BYTES:
        raise InputError(
            f"{kind} 文件有 {len(data)} 字节，超过 {MOST_BYTES}，不作转换；{_AS_DOCX.zh}",
            f"the {kind} file has {len(data)} bytes, more than {MOST_BYTES}, and is not "
            f"converted; {_AS_DOCX.en}",
            at=name,
        )
    made = _convert(program, data, kind, name)
    log.info(
        "converted",
        f"{kind} 文件已用 LibreOffice 转成 DOCX 后读取；请核对序号和表格",
        f"the {kind} file was converted to DOCX by LibreOffice; check numbers and tables",
    )
    return made


def _convert(program: Path, data: bytes, kind: Kind, name: str | None) -> bytes:
    try:
        return convert(program, data, _ENDINGS[kind], "docx:MS Word 2007 XML", "docx")
    except TimedOut:
        problem = _Advice(f"超过 {SECONDS} 秒没有完成", f"took more than {SECONDS} s")
    except OSError:
        problem = _Advice("没有成功", "failed")
    raise InputError(
        f"这是 {kind} 文件，用 LibreOffice 转换{problem.zh}；{_AS_DOCX.zh}",
        f"this is a {kind} file, and its conversion by LibreOffice {problem.en}; {_AS_DOCX.en}",
        at=name,
    )
