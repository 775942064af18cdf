"""reportlab's platypus as its users write it: Paragraph with wordWrap="CJK", Table, a template."""

import io
from html import escape

import common
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

SLACK = 0.1  # reportlab measures in floats: a type area of exactly 22 lines would hold 21


def register_fonts():
    """Make the bundled faces known under their short names."""
    for face in common.FONT_FILES:
        pdfmetrics.registerFont(TTFont(face, common.font_path(face)))
        pdfmetrics.registerFontFamily(face, normal=face, bold=face, italic=face, boldItalic=face)


def style(face, size, alignment, **more):
    """A paragraph style for Chinese text."""
    settings = {"leading": common.LINE_PITCH, "allowWidows": 1, "allowOrphans": 1} | more
    return ParagraphStyle(
        face, fontName=face, fontSize=size, alignment=alignment, wordWrap="CJK", **settings
    )


register_fonts()
BODY = style("fang", 16, TA_JUSTIFY, firstLineIndent=2 * common.CELL)
TITLE = style("biaosong", 22, TA_CENTER)
TABLE_CELL = style("song", 10.5, TA_CENTER, leading=16)
SIGNATURE = style("fang", 16, TA_RIGHT, rightIndent=4 * common.CELL)
LOOK = [
    ("GRID", (0, 0), (-1, -1), 0.5, "black"),
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ("LEFTPADDING", (0, 0), (-1, -1), 3),
    ("RIGHTPADDING", (0, 0), (-1, -1), 3),
    ("TOPPADDING", (0, 0), (-1, -1), 2.5),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
]


def render(report):
    """The report as a PDF."""
    story = [Paragraph(escape(report["title"]), TITLE), Spacer(1, common.LINE_PITCH)]
    story += [table(b) if b["k"] == "table" else paragraph(b) for b in report["blocks"]]
    story.append(Spacer(1, common.LINE_PITCH))
    story += [Paragraph(escape(report[key]), SIGNATURE) for key in ("org", "date")]
    file = io.BytesIO()
    template = BaseDocTemplate(
        file,
        pagesize=(common.PAGE_WIDTH, common.PAGE_HEIGHT),
        title=report["title"],
        author=report["org"],
        lang="zh-CN",
    )
    frame = Frame(
        common.LEFT,
        common.BOTTOM - SLACK,
        common.MEASURE + SLACK,
        common.TYPE_AREA_HEIGHT + 2 * SLACK,
        *[0] * 4,
    )
    template.addPageTemplates(PageTemplate(frames=[frame], onPage=draw_page_number))
    template.build(story)
    return file.getvalue()


def paragraph(block):
    """A paragraph, its faces as markup."""
    markup = (
        escape(text) if face == "fang" else f"<font name={face}>{escape(text)}</font>"
        for face, text in common.printed_runs(block)
    )
    return Paragraph("".join(markup), BODY)


def table(block):
    """A table; platypus wants a full grid, and the merged cells as spans."""
    widths = [width * common.MM for width in block["widths"]]
    grid = [[""] * len(widths) for _ in block["rows"]]
    taken, spans = set(), []
    for y, row in enumerate(block["rows"]):
        x = 0
        for cell in row:
            while (x, y) in taken:
                x += 1
            right, below = x + cell["cs"], y + cell["rs"]
            taken |= {(i, j) for i in range(x, right) for j in range(y, below)}
            grid[y][x] = Paragraph(escape(cell["t"]), TABLE_CELL)
            spans.append(("SPAN", (x, y), (right - 1, below - 1)))
            x = right
    return Table(grid, colWidths=widths, repeatRows=block["head"], style=TableStyle(spans + LOOK))


def draw_page_number(canvas, _document):
    """— 1 —, right on odd pages, left on even ones."""
    number = canvas.getPageNumber()
    text, y = f"— {number} —", common.BOTTOM - 7 * common.MM - 14
    canvas.setFont("song", 14)
    if number % 2:
        canvas.drawRightString(common.PAGE_WIDTH - common.RIGHT - common.CELL, y, text)
    else:
        canvas.drawString(common.LEFT + common.CELL, y, text)


common.run(render)
