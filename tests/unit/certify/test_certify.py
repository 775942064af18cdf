"""Which files are measured, and how: real reports, scans, turned pages, files that are none."""

import io
from pathlib import Path

import official_sheet
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

import govdocs
from govdocs.certify import Verdict, certify
from govdocs.certify.data import tolerances
from govdocs.errors import GovdocsError, InputError, UsageError

EXAMPLES = Path(__file__).parents[3] / "examples"
OFFICIAL = sorted(
    path for path in (EXAMPLES / "official").iterdir() if path.suffix in (".yaml", ".txt")
)


@pytest.fixture(scope="session")
def report():
    return govdocs.read(EXAMPLES / "lijia-2017.txt")


@pytest.fixture(scope="session")
def report_pdf(report):
    return govdocs.render(report, "pdf", bundled_fonts=True)


@pytest.fixture(scope="session")
def official():
    return official_sheet.draw()


def verdicts(table):
    return {row.verdict for row in table.rows}


def scan_of(data):
    """The pages as pictures alone."""
    document = pypdfium2.PdfDocument(data)
    pictures = [page.render(scale=1).to_pil() for page in document]
    document.close()
    out = io.BytesIO()
    pictures[0].save(out, "PDF", save_all=True, append_images=pictures[1:], resolution=72)
    return out.getvalue()


def pdf(draw, size=(595.28, 841.89)):
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1)
    draw(canvas)
    canvas.save()
    return out.getvalue()


def test_the_published_report_of_the_library_passes(report_pdf):
    table = certify(report_pdf)
    assert table.profile == "published-report"
    assert table.fails == ()
    assert Verdict.NOT_MEASURABLE not in verdicts(table)
    measured = {row.id for row in table.rows if row.verdict is Verdict.PASSES}
    assert {"lines", "characters", "heading-1", "heading-2", "heading-3", "indent"} <= measured
    assert {"page-number-drop", "page-number-side", "margin-head"} <= measured
    assert table.row("lines").measured.zh == "行距 28.99 pt"
    assert table.pages == table.measured_pages == 6


@pytest.mark.parametrize("path", OFFICIAL, ids=lambda path: path.stem)
def test_the_official_documents_of_the_library_pass(path):
    document = govdocs.read_official(path)
    of_pdf = certify(govdocs.render(document, "pdf", bundled_fonts=True))
    of_docx = certify(govdocs.render(document, "docx"))
    assert {row.id: row.measured.zh for row in (*of_pdf.fails, *of_docx.fails)} == {}
    assert of_pdf.profile == of_docx.profile != "published-report"
    measured = {row.id for row in of_pdf.rows if row.verdict is Verdict.PASSES}
    assert {"mark-top", "number-form", "body-face", "lines", "page-number-drop"} <= measured


def test_its_docx_passes_too(report):
    table = certify(govdocs.render(report, "docx"))
    assert table.file_format == "docx"
    assert table.fails == ()
    assert table.pages is None


def test_a_scan_cannot_be_measured_but_for_its_sheet(official):
    table = certify(scan_of(official), profile="official")
    assert table.fails == ()
    assert table.row("sheet-size").verdict is Verdict.PASSES
    others = {row.verdict for row in table.rows if row.id != "sheet-size"}
    assert others == {Verdict.NOT_MEASURABLE}


def test_hidden_text_under_a_scan_is_not_measured():
    def draw(canvas):
        text = canvas.beginText(100, 700)
        text.setTextRenderMode(3)
        text.textLine("recognised text " * 10)
        canvas.drawText(text)

    assert certify(pdf(draw)).row("body-face").verdict is Verdict.NOT_MEASURABLE


def test_a_path_and_its_bytes_are_measured_alike(tmp_path, official):
    path = tmp_path / "通知.pdf"
    path.write_bytes(official)
    assert certify(path) == certify(official)


def test_a_table_across_by_rotate_is_seen_as_on_the_bound_sheet(official):
    document = pypdfium2.PdfDocument(official)
    # Page 5 holds the turned table: viewers shall show it with its head up.
    document[4].set_rotation(90)
    out = io.BytesIO()
    document.save(out)
    document.close()
    table = certify(out.getvalue())
    assert table.fails == ()
    assert table.row("landscape-head").verdict is Verdict.PASSES
    assert table.row("landscape-head").page == 5


def test_a_landscape_page_with_its_number_at_its_own_foot_fails_clause_8():
    official_sheet.width_of("字", "song", 14)  # registers the faces

    def draw(canvas):
        canvas.setFont("song", 10.5)
        for row in range(20):
            canvas.drawString(100, 450 - row * 16, "工作分工表各单位职责")
        canvas.setFont("song", 14)
        canvas.drawString(700, 60, "— 1 —")

    table = certify(pdf(draw, (841.89, 595.28)))
    assert table.row("landscape-head").verdict is Verdict.PASSES
    assert table.row("landscape-number").verdict is Verdict.FAILS
    assert table.row("sheet-size").verdict is Verdict.PASSES


def test_mirrored_margins_pass_if_they_are_consistent():
    table = certify(official_sheet.draw(even_dx=-2))
    assert table.fails == ()
    assert table.row("margin-binding").measured.en == "odd/even 28.0 / 26.0 mm"
    wrong = certify(official_sheet.draw(even_dx=-4))
    assert [row.id for row in wrong.fails] == ["margin-binding"]


def test_a_face_whose_name_tells_nothing_cannot_be_judged(official):
    data = official.replace(b"GovdocsFang-Regular", b"Unspoken-RegularAAA")
    table = certify(data)
    assert table.row("body-face").verdict is Verdict.NOT_MEASURABLE
    assert "Unspoken" in table.row("body-face").measured.zh
    assert table.row("title-face").verdict is Verdict.PASSES


def test_only_the_first_pages_and_the_last_of_a_giant_are_measured():
    most = tolerances().limits.pages

    def draw(canvas):
        for _ in range(most + 5):
            canvas.drawString(100, 700, "page of a very long document, in Latin")
            canvas.showPage()

    table = certify(pdf(draw))
    assert (table.pages, table.measured_pages) == (most + 5, most)


@pytest.mark.parametrize(
    ("data", "zh"),
    [
        (b"", "空的"),
        ("一段文字".encode(), "不是 PDF 或 DOCX"),
        (b"%PDF-1.7\n", "已损坏"),
        (b"PK\x03\x04rubbish", "已损坏或加密"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "不是 PDF 或 DOCX"),
    ],
)
def test_what_is_no_file_of_ours_is_an_input_error(data, zh):
    with pytest.raises(InputError) as caught:
        certify(data)
    assert zh in caught.value.zh
    assert caught.value.en


def test_a_cut_off_file_is_an_input_error_or_measured(official):
    with pytest.raises(InputError):
        certify(official[: len(official) // 2])


def test_a_password_is_asked_for_in_words():
    with pytest.raises(InputError) as caught:
        certify(official_sheet.draw(password="x"))
    assert "密码" in caught.value.zh
    # Without a password to open it, it can be read.
    assert certify(official_sheet.draw(password="")).fails == ()


def test_a_pdf_without_pages_is_an_input_error():
    empty = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )
    with pytest.raises(InputError) as caught:
        certify(empty)
    assert "一页也没有" in caught.value.zh


def test_a_missing_file_and_an_unknown_profile_are_told_apart(tmp_path):
    with pytest.raises(InputError, match="nothing"):
        certify(tmp_path / "nothing.pdf")
    with pytest.raises(UsageError):
        certify(tmp_path / "nothing.pdf", profile="no-such")


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(InputError):
        certify(tmp_path)


def test_an_empty_page_is_nothing_to_be_measured():
    assert Verdict.FAILS not in verdicts(certify(pdf(lambda canvas: canvas.showPage())))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    places=st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=60),
    kept=st.floats(0.3, 1.0),
)
def test_a_damaged_file_is_measured_or_refused_never_more(places, kept):
    data = bytearray(official_sheet.draw("letter"))
    for place, byte in places:
        data[place % len(data)] = byte
    try:
        table = certify(bytes(data[: int(len(data) * kept)]))
    except GovdocsError:
        return
    assert table.rows


def test_a_table_is_plain_data(official):
    import json

    data = json.loads(json.dumps(certify(official).as_data(), ensure_ascii=False))
    assert data["profile"] == "official"
    assert data["passes"] is True
    assert data["disclaimer"]["zh"] == "本表为自检结果，不代表任何机关的认证"
    mark = next(row for row in data["rows"] if row["id"] == "mark-top")
    assert mark["clause"] == "7.2.4"
    assert mark["verdict"] == "passes"
    assert mark["page"] == 1
    assert mark["box"][1] == pytest.approx(72, abs=0.1)
    with pytest.raises(KeyError):
        certify(official).row("no-such")
