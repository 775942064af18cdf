"""What is opened as a workbook, and what is sent back with what to do."""

import io
import zipfile

import openpyxl
import pytest

from govdocs.errors import InputError, UsageError
from govdocs.inputs.xlsx import opening, reader
from govdocs.inputs.xlsx.reader import read_sheets
from govdocs.inputs.xlsx.sheets import Area, Trouble, a1

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


@pytest.fixture(autouse=True)
def _no_office(monkeypatch):
    monkeypatch.setenv("GOVDOCS_SOFFICE", "")


def _book(**cells):
    book = openpyxl.Workbook()
    for place, value in cells.items():
        book.active[place] = value
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _repacked(data, name, change):
    """The workbook with one of its parts changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", 8) as new:
        for part in old.namelist():
            content = old.read(part)
            new.writestr(part, change(content) if part == name else content)
    return stream.getvalue()


def _zip(**members):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return stream.getvalue()


def _stream(name):
    return COMPOUND + name.encode("utf-16-le") + b"\0" * 64


SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "文件是空的（0 字节）；请重新取得"),
        (
            _stream("Workbook"),
            "这是旧格式的表格（.xls 或 WPS 的 .et）；请用 Excel 或 WPS 打开，另存为 .xlsx 再试",
        ),
        (_stream("WordDocument"), "这是文字文档（.doc 或 .wps），不是表格；填报簿应为 .xlsx"),
        (
            _stream("EncryptedPackage"),
            "工作簿设有打开密码；请用密码打开，去掉密码后另存为 .xlsx 再试",
        ),
        (
            _zip(mimetype="application/vnd.oasis.opendocument.spreadsheet"),
            "这是 OpenDocument 表格（.ods）；请打开后另存为 .xlsx 再试",
        ),
        (
            _zip(word__document_dot_xml="<w/>"),
            "这是 Word 文档（.docx），不是表格；填报簿应为 .xlsx",
        ),
        (_zip(xl__workbook_dot_bin=""), "这是二进制工作簿（.xlsb）；请另存为 .xlsx 再试"),
        (
            _book(A1=1)[:-80],
            "文件已损坏或没有传完，打不开；请重新取得，或用 Excel、WPS 修复后另存为 .xlsx",
        ),
        (
            "机关,新收\n某局,5\n".encode(),
            "这不是 .xlsx 工作簿；请用 Excel 或 WPS 打开，另存为 .xlsx 再试",
        ),
        (
            b"<html><table><tr><td>1",
            "这不是 .xlsx 工作簿；请用 Excel 或 WPS 打开，另存为 .xlsx 再试",
        ),
        (b"%PDF-1.7", "这不是 .xlsx 工作簿；请用 Excel 或 WPS 打开，另存为 .xlsx 再试"),
    ],
)
def test_what_is_no_xlsx_is_sent_back(data, message):
    with pytest.raises(InputError) as caught:
        read_sheets(data, "填报.et")
    assert caught.value.zh == message
    assert caught.value.at == "填报.et"


def test_a_part_that_unpacks_to_too_much(monkeypatch):
    monkeypatch.setattr(opening, "MOST_PART_BYTES", 100_000)
    bomb = _repacked(_book(A1=1), SHEET, lambda content: content + b" " * 200_000)
    with pytest.raises(InputError) as caught:
        read_sheets(bomb)
    assert caught.value.zh == (
        f"工作簿太大：其中 {SHEET} 展开后超过 100000 字节；"
        "请只保留填报用的工作表，另存为 .xlsx 再试"
    )


def test_parts_that_unpack_to_too_much_together(monkeypatch):
    monkeypatch.setattr(opening, "MOST_ALL_BYTES", 1_000)
    with pytest.raises(InputError, match="展开后超过 1000 字节"):
        read_sheets(_book(A1=1))


def test_a_merged_area_of_a_whole_sheet():
    merged = b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><pageMargins'
    data = _repacked(
        _book(A1=1), SHEET, lambda content: content.replace(b"<pageMargins", merged, 1)
    )
    with pytest.raises(InputError, match="的合并单元格超过 200000 格"):
        read_sheets(data)


def test_markup_that_blows_up():
    lead = b'<!DOCTYPE a [<!ENTITY b "bbbb">]>'
    data = _repacked(_book(A1=1), SHEET, lambda content: lead + content)
    with pytest.raises(InputError, match="工作簿里有不应有的内容（DOCTYPE 或不明编码）"):
        read_sheets(data)


def test_a_damaged_part():
    with pytest.raises(InputError, match="工作簿内容已损坏，读不了"):
        read_sheets(_repacked(_book(A1=1), "xl/workbook.xml", lambda content: content[:200]))


def test_a_workbook_without_sheets():
    with pytest.raises(InputError, match="工作簿里没有工作表"):
        read_sheets(_repacked(_book(A1=1), "xl/workbook.xml", lambda content: b"<a/>"))


def test_too_many_cells(monkeypatch):
    monkeypatch.setattr(reader, "MOST_CELLS", 1)
    with pytest.raises(InputError, match="工作簿有内容的单元格超过 1 个"):
        read_sheets(_book(A1=1, A2=2))


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(InputError, match="读不了文件"):
        read_sheets(tmp_path / "none.xlsx")


def test_without_openpyxl(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    with pytest.raises(UsageError) as caught:
        read_sheets(_book_made_before())
    assert caught.value.zh == ("读写 Excel 工作簿需要 openpyxl；请运行 pip install 'govdocs[xlsx]'")


_MADE = _book(A1=1)


def _book_made_before():
    return _MADE


def test_cells_are_read_as_they_are(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(_book(A1="057", B2=5, C3="#DIV/0!", D4="=1+1", XFD1048576=1))
    (sheet,) = read_sheets(path).sheets
    assert sheet.value(0, 0) == "057"
    assert sheet.value(1, 1) == 5
    assert sheet.cells[2, 2].trouble is Trouble.ERROR
    assert sheet.cells[3, 3].trouble is Trouble.UNCALCULATED
    assert sheet.value(1_048_575, 16_383) == 1
    assert sheet.at(1, 27) == "Sheet!AB2"


def test_names_of_cells_and_areas():
    assert [a1(0, column) for column in (0, 25, 26, 701, 702)] == ["A1", "Z1", "AA1", "ZZ1", "AAA1"]
    assert Area(7, 3).range == "D8"
    assert Area(7, 3, 2, 3).range == "D8:F9"
    assert list(Area(0, 0, 2, 2).places()) == [(0, 0), (0, 1), (1, 0), (1, 1)]
