"""Official pages as GB/T 9704-2012 wants them, drawn by hand, with one switch a clause to break it.

Nothing of the library is used: what is drawn here is what the standard says, typed a second time.
``draw(form)`` is right; ``draw(form, broken=id)`` breaks the clause that the format self-check
calls by that id, and nothing else.
"""

import io
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw
from reportlab.lib.colors import CMYKColor, Color
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONTS = Path(__file__).parents[2] / "fonts"
FACES = {
    "biaosong": "GovdocsBiaosong", "fang": "GovdocsFang", "kai": "GovdocsKai",
    "hei": "GovdocsHei", "song": "GovdocsSong",
}  # fmt: skip
MM = 72 / 25.4
RED, BLACK, BLUE = CMYKColor(0, 0.8, 0.8, 0), CMYKColor(0, 0, 0, 1), Color(0, 0, 0.9)
CELL, PITCH = 156 / 28, 225 / 22
LEFT, TOP, RIGHT, FOOT, MIDDLE = 28, 37, 184, 262, 106
TEXT = "各有关单位应当按照职责分工做好政府信息公开工作并及时报送有关情况确保各项任务落到实处"


@dataclass(frozen=True)
class Look:
    """How the pages are drawn; the defaults are the standard's."""

    sheet: tuple = (210, 297)
    dx: float = 0
    dy: float = 0
    even_dx: float = 0
    password: str | None = None
    cell: float = CELL
    a_line: int = 28
    pitch: float = PITCH
    a_page: int = 22
    touching: bool = False
    body_face: str = "fang"
    body_size: float = 16
    stray: object = None
    heading_size: float = 16
    heading_faces: tuple = ("hei", "kai", "fang", "fang")
    copy_number: str = "000001"
    secrecy_face: str = "hei"
    secrecy_left: float = 0
    urgency_face: str = "hei"
    mark: str = "青禾县人民政府文件"
    mark_top: float = 35
    mark_size: float = 42
    mark_dx: float = 0
    mark_face: str = "biaosong"
    mark_ink: object = RED
    number: str = "青政发〔2018〕3号"
    number_face: str = "fang"
    number_dx: float = 0
    number_blank: float = 2
    signatory: str = ""
    signatory_face: str = "kai"
    mark_shapes: bool = False
    rule_pieces: bool = False
    rule_gap: float = 4
    rule_length: float = 156
    rule_ink: object = RED
    has_rule: bool = True
    foot_rule: float = 20
    title: tuple = ("青禾县人民政府", "关于做好信息公开工作的通知")
    title_face: str = "biaosong"
    title_size: float = 22
    title_dx: float = 0
    title_blank: int = 2
    addressees: str = "各乡镇人民政府，县政府各部门："
    addressees_left: float = 0
    first_page_text: bool = True
    indent: float = 2
    note: tuple = ("附件：1.工作分工表", "2.报送情况表")
    note_blank: int = 1
    attendance_face: str = "hei"
    attendance_left: float = 2
    signature_right: float = 2
    seal_lift: float | None = None
    date: str = "2018年1月9日"
    remark: str = "（此件公开发布）"
    remark_left: float = 2
    labels: tuple = ("附件1", "附件2")
    label_face: str = "hei"
    annex_line: int = 2
    annex_titles: tuple = ("工作分工表", "报送情况表")
    imprint_widths: tuple = (0.35, 0.25, 0.35)
    imprint_length: float = 156
    imprint_lift: float = 0
    copied: str = "抄送：县委办公室，县人大常委会办公室，县政协办公室。"
    copied_left: float = 1
    printing: tuple = ("青禾县人民政府办公室", "2018年1月10日印发")
    printing_right: float = 1
    page_dash: str = "—"
    page_face: str = "song"
    page_drop: float = 7
    page_odd_right: bool = True
    first_page_number: bool = True
    table_turn: int = 90
    table_number: bool = True


COMMON = {
    "sheet-size": {"sheet": (215.9, 297)},
    "margin-head": {"dy": 4},
    "margin-binding": {"dx": 4},
    "type-area-width": {"a_line": 29},
    "type-area-foot": {"a_page": 23},
    "body-face": {"body_face": "song"},
    "lines": {"pitch": 28 / MM},
    "characters": {"cell": 156 / 27, "a_line": 27},
    "colours": {"stray": BLUE},
    "indent": {"indent": 0},
    "page-number-form": {"page_dash": "-"},
    "page-number-face": {"page_face": "fang"},
    "page-number-drop": {"page_drop": 3},
    "page-number-side": {"page_odd_right": False},
}
HEADINGS = {
    "heading-1": {"heading_faces": ("song", "kai", "fang", "fang")},
    "heading-2": {"heading_faces": ("hei", "song", "fang", "fang")},
    "heading-3": {"heading_faces": ("hei", "kai", "song", "fang")},
    "heading-4": {"heading_faces": ("hei", "kai", "fang", "song")},
}  # fmt: skip
MARK = {
    "mark-top": {"mark_top": 30},
    "mark-centre": {"mark_dx": 6},
    "mark-face": {"mark_face": "hei"},
    "mark-colour": {"mark_ink": BLACK},
}
NUMBER = {
    "number-form": {"number": "青政发〔2018〕第03号"},
    "number-face": {"number_face": "kai"},
    "number-place": {"number_dx": 8},
    "number-gap": {"number_blank": 1},
}
RULE = {
    "rule-gap": {"rule_gap": 7},
    "rule-length": {"rule_length": 140},
    "rule-colour": {"rule_ink": BLACK},
}
TITLE = {
    "title-face": {"title_face": "hei"},
    "title-centre": {"title_dx": -12},
    "title-gap": {"title_blank": 1},
}
CLOSING = {
    "signature": {"signature_right": 5},
    "date-form": {"date": "2018年01月09日"},
    "remark": {"remark_left": 0},
}
IMPRINT = {
    "imprint-rule-width": {"imprint_widths": (1.0, 0.25, 1.0)},
    "imprint-rule-length": {"imprint_length": 120},
    "imprint-foot": {"imprint_lift": 9},
    "copied-to": {"copied": "抄送:县委办公室"},
    "printing": {"printing_right": 4},
}
CORNER = {
    "copy-number": {"copy_number": "0001"},
    "secrecy": {"secrecy_left": 2},
    "urgency": {"urgency_face": "kai"},
}
BREAKS = {
    "official": COMMON | HEADINGS | CORNER | MARK | NUMBER | RULE | TITLE | CLOSING | IMPRINT | {
        "addressees": {"addressees": "各乡镇人民政府，县政府各部门:"},
        "first-page": {"first_page_text": False},
        "attachment-note": {"note_blank": 0},
        "attachment-label": {"label_face": "fang"},
        "attachment-title": {"annex_line": 4},
        "attachment-match": {"annex_titles": ("分工一览表", "报送情况表")},
        "landscape-head": {"table_turn": -90},
        "landscape-number": {"table_number": False},
    },
    "upward": {
        "number-place": {"number_dx": 40},
        "signatory": {"signatory_face": "fang"},
    },
    "sealed": {
        "seal": {"seal_lift": -14},
        "signature": {"signature_right": 6},
    },
    "letter": CORNER | MARK | NUMBER | RULE | TITLE | CLOSING | {
        "mark-top": {"mark_top": 26},
        "number-gap": {"number_blank": 2},
        "rule-length": {"rule_length": 156},
        "foot-rule": {"foot_rule": 24},
        "addressees": {"addressees": "市自然资源局:"},
        "copied-to": {"copied_left": 3},
        "no-imprint-rules": {"imprint_widths": (0.35, 0.35)},
        "first-page-number": {"first_page_number": True},
    },
    "order": MARK | NUMBER | CLOSING | {
        "mark-top": {"mark_top": 24},
        "number-form": {"number": "第03号"},
        "no-rule": {"has_rule": True},
        "title-gap": {"title_blank": 0},
    },
    "minutes": MARK | RULE | IMPRINT | {
        "attendance-face": {"attendance_face": "fang"},
        "attendance-place": {"attendance_left": 0},
    },
}  # fmt: skip
FORMS = {
    "official": Look(),
    "upward": Look(
        copy_number="", signatory="张三", title=("青禾县人民政府", "关于修建水库的请示"),
        addressees="市人民政府：", note=(), labels=(), remark="（联系人：李四，电话：3456789）",
    ),
    "sealed": Look(copy_number="", note=(), labels=(), signature_right=4, seal_lift=4),
    "letter": Look(
        mark="青禾县人民政府", mark_top=30, mark_size=36, rule_length=170,
        number="青政函〔2018〕3号", number_blank=0, title_blank=2,
        title=("关于商请提供资料的函",), addressees="市自然资源局：",
        note=(), labels=(), imprint_widths=(), printing=(), first_page_number=False,
    ),
    "order": Look(
        mark="青禾县人民政府令", mark_top=20, number="第3号", copy_number="", title=(),
        addressees="", note=(), labels=(), has_rule=False,
    ),
    "minutes": Look(
        mark="青禾县人民政府常务会议纪要", mark_size=32, copy_number="",
        title=("研究信息公开工作",), addressees="", note=(), labels=(), date="", remark="",
    ),
}  # fmt: skip


def draw(form="official", *, broken=None, **changes):
    """The bytes of a PDF of one form, right but for one clause."""
    look = FORMS[form]
    if broken is not None:
        look = replace(look, **BREAKS[form][broken])
    return _Drawing(form, replace(look, **changes)).pages()


@cache
def _register():
    for face, file in FACES.items():
        pdfmetrics.registerFont(TTFont(face, str(FONTS / f"{file}-Regular.ttf")))


def width_of(text, face, size):
    """The width of a text, mm."""
    _register()
    return pdfmetrics.stringWidth(text, face, size) / MM


class _Drawing:
    def __init__(self, form, look):
        _register()
        self.form, self.look = form, look
        self.out = io.BytesIO()
        self.canvas = Canvas(
            self.out,
            pagesize=(look.sheet[0] * MM, look.sheet[1] * MM),
            invariant=1,
            encrypt=None if look.password is None else StandardEncryption(look.password, "owner"),
        )
        self.number = 1
        self.paragraphs = 0

    def pages(self):
        """Draw all pages."""
        self.begin()
        line = getattr(self, f"head_{self.form}", self.head_official)()
        self.body(line)
        self.closing()
        self.annexes()
        if self.form == "letter":
            self.letter_imprint()
        elif self.form != "order":
            self.imprint()
        self.end()
        self.canvas.save()
        return self.out.getvalue()

    # Pages

    def begin(self):
        """Begin a page."""
        look = self.look
        dx = look.dx + (look.even_dx if self.number % 2 == 0 else 0)
        self.canvas.translate(dx * MM, -look.dy * MM)
        self.top = TOP

    def end(self, *, numbered=True):
        """Number a page and end it."""
        is_first = self.number == 1
        if numbered and (self.look.first_page_number or not is_first):
            self.page_number()
        self.canvas.showPage()
        self.number += 1

    def turn(self):
        """Go on to the next page."""
        self.end()
        self.begin()

    def page_number(self):
        """— 1 — under the type area."""
        look = self.look
        text = f"{look.page_dash} {self.number} {look.page_dash}"
        is_right = (self.number % 2 == 1) is look.page_odd_right
        width = width_of(text, look.page_face, 14)
        x = RIGHT - CELL - width if is_right else LEFT + CELL
        up = ink_top(look.page_dash, look.page_face) * 14 / MM
        self.text(x, FOOT + look.page_drop + up, text, look.page_face, 14)

    # Marks on paper

    def text(self, x, baseline, text, face="fang", size=16.0, *, cell=None, ink=BLACK):
        """A text from x, its baseline so far under the sheet's upper edge; mm."""
        self.canvas.setFillColor(ink)
        self.canvas.setFont(face, size)
        space = cell * MM - size if cell else 0
        self.canvas.drawString(x * MM, (297 - baseline) * MM, text, charSpace=space)

    def right_of(self, right, baseline, text, face="fang", size=16.0):
        """A text that ends at a place."""
        self.text(right - width_of(text, face, size), baseline, text, face, size)

    def centred(self, baseline, text, face, size, *, dx=0.0, ink=BLACK):
        """A text in the middle of the type area."""
        x = MIDDLE - width_of(text, face, size) / 2 + dx
        self.text(x, baseline, text, face, size, ink=ink)

    def rule(self, y, length, width, ink=BLACK):
        """A level rule in the middle; its middle so far under the sheet's upper edge."""
        y = (297 - y) * MM
        if self.look.rule_pieces:  # as Word draws the borders of cells
            self.canvas.setFillColor(ink)
            for at in (0, 1):
                x = MIDDLE - length / 2 + at * length / 2
                self.canvas.rect(
                    x * MM, y - width * MM / 2, length / 2 * MM, width * MM, stroke=0, fill=1
                )
            return
        self.canvas.setStrokeColor(ink)
        self.canvas.setLineWidth(width * MM)
        self.canvas.line((MIDDLE - length / 2) * MM, y, (MIDDLE + length / 2) * MM, y)

    def grid(self, line, size=16.0, *, pitch=PITCH):
        """The baseline of a line of the grid, glyphs in the middle of their boxes."""
        em = size / MM
        return self.top + line * pitch + (pitch - em) / 2 + 0.88 * em

    def at(self, line, size=16.0):
        """The baseline of a line of text."""
        if self.look.touching:  # definition 3.2: glyphs touch the type area's edge
            return self.top + line * self.look.pitch + 0.88 * size / MM
        return self.grid(line, size, pitch=self.look.pitch)

    # Header blocks; each gives the first line of the main part

    def mark(self, top):
        """The mark, its ink's upper edge at a place; gives its ink's lower edge."""
        look = self.look
        em = look.mark_size / MM
        high, low = ink_span(look.mark, look.mark_face)
        baseline = top + high * em
        if look.mark_shapes:
            self.canvas.setFillColor(look.mark_ink)
            for at in range(-4, 5):
                x, y = (MIDDLE + look.mark_dx + at * 14 - 5) * MM, (297 - baseline) * MM
                self.canvas.rect(x, y, 10 * MM, (baseline - top) * MM, stroke=0, fill=1)
            return baseline
        self.centred(baseline, look.mark, look.mark_face, look.mark_size, dx=look.mark_dx,
                     ink=look.mark_ink)  # fmt: skip
        return baseline - low * em

    def corner(self, top):
        """份号, 密级 and 紧急程度."""
        look = self.look
        if not look.copy_number:
            return
        self.text(LEFT, top + 4.8, look.copy_number)
        left = LEFT + look.secrecy_left * CELL
        self.text(left, top + 4.8 + PITCH, "机密★1年", look.secrecy_face)
        self.text(LEFT, top + 4.8 + 2 * PITCH, "特急", look.urgency_face)

    def head_official(self):
        """The usual header block."""
        look = self.look
        self.corner(TOP + 2)
        foot = self.mark(TOP + look.mark_top)
        baseline = foot + look.number_blank * PITCH + (PITCH - 16 / MM) / 2 + 0.88 * 16 / MM
        if look.signatory:
            self.text(LEFT + CELL + look.number_dx, baseline, look.number, look.number_face)
            label, name = "签发人：", look.signatory
            right = RIGHT - CELL - width_of(name, look.signatory_face, 16)
            self.text(right, baseline, name, look.signatory_face)
            self.right_of(right, baseline, label)
        else:
            self.centred(baseline, look.number, look.number_face, 16, dx=look.number_dx)
        y = baseline + 0.08 * 16 / MM + look.rule_gap
        self.rule(y, look.rule_length, 0.7, look.rule_ink)
        return self.title(y)

    head_minutes = head_official

    def head_letter(self):
        """A letter's header block, and its rule at the foot."""
        look = self.look
        foot = self.mark(look.mark_top)
        y = foot + look.rule_gap
        self.rule(y, look.rule_length, 0.8, look.rule_ink)
        self.rule(y + 1.2, look.rule_length, 0.3, look.rule_ink)
        lower = 297 - look.foot_rule
        self.rule(lower - 1.2, look.rule_length, 0.3, RED)
        self.rule(lower, look.rule_length, 0.8, RED)
        top = y + 1.2 + 7 / 8 * 16 / MM
        self.corner(top)
        baseline = top + 0.88 * 16 / MM + look.number_blank * PITCH
        width = width_of(look.number, look.number_face, 16)
        self.text(RIGHT - width - look.number_dx, baseline, look.number, look.number_face)
        return self.title(top + 2 * PITCH + 16 / MM)

    def head_order(self):
        """An order's header block."""
        look = self.look
        foot = self.mark(TOP + look.mark_top)
        baseline = foot + look.number_blank * PITCH + (PITCH - 16 / MM) / 2 + 0.88 * 16 / MM
        self.centred(baseline, look.number, look.number_face, 16, dx=look.number_dx)
        y = baseline + 0.12 * 16 / MM
        if look.has_rule:
            self.rule(y + 4, 156, 0.7, RED)
        return self.title(y)

    def title(self, above):
        """Title and addressees under an edge; gives the first free line."""
        look = self.look
        self.top = above + look.title_blank * PITCH
        line = 0
        for text in look.title:
            self.centred(self.grid(line, look.title_size), text, look.title_face, look.title_size,
                         dx=look.title_dx)  # fmt: skip
            line += 1
        if look.title:
            line += 1
        if look.addressees:
            left = LEFT + look.addressees_left * CELL
            self.text(left, self.grid(line), look.addressees, "fang", cell=CELL)
            line += 1
        # The text goes on from here in its own pitch.
        self.top += line * PITCH
        return 0

    # The main part

    def body(self, line):
        """Text that fills the first page and goes on on the next."""
        look = self.look
        self.line = line
        if not look.first_page_text:
            self.turn_text()
        room = 255 if self.form == "letter" else FOOT
        limit = int((room - self.top) / look.pitch + 0.01)
        while self.line < limit and self.number == 1:
            self.paragraph(min(limit - self.line, 3))
        self.turn_text()
        for level, text in enumerate(
            ("一、总体要求", "（一）工作目标。", "1.工作原则", "（1）工作措施")
        ):
            self.heading(level, text)
        # The page ends full but for the closing; in a form without one it is full.
        for _ in range(3):
            self.paragraph(2)
        if self.form in ("official", "minutes"):
            self.paragraph(look.a_page - self.line)
            self.turn_text()
            self.paragraph(3)

    def turn_text(self):
        """Go on on the next page's first line."""
        if self.number == 1 or self.line:
            self.turn()
        self.line = 0

    def paragraph(self, lines):
        """A paragraph of so many lines, all of them full but the last."""
        look = self.look
        self.paragraphs += 1
        for at in range(lines):
            first = at == 0
            indent = look.indent if first else 0
            count = look.a_line - round(indent)
            if at == lines - 1 and lines > 1:
                count = 9
            text = ((TEXT * 2)[at : at + count])[:count]
            ink = look.stray if look.stray and self.paragraphs == 2 else BLACK
            if at == lines - 1:
                text = text[: (9 if lines > 1 else 12)] + "。"
            self.text(LEFT + indent * look.cell, self.at(self.line), text, look.body_face,
                      look.body_size, cell=look.cell, ink=ink)  # fmt: skip
            self.line += 1

    def heading(self, level, text):
        """A heading, run in where it ends in 。"""
        look = self.look
        face = look.heading_faces[level]
        x, y = LEFT + look.indent * look.cell, self.at(self.line)
        self.text(x, y, text, face, look.heading_size, cell=look.cell)
        if text.endswith("。"):
            self.text(x + len(text) * look.cell, y, TEXT[:8] + "。", look.body_face,
                      look.body_size, cell=look.cell)  # fmt: skip
        self.line += 1

    def closing(self):
        """Attachment note or attendance, signature, date, remark."""
        look = self.look
        if look.note:
            self.line += look.note_blank
            for at, text in enumerate(look.note):
                left = LEFT + 2 * CELL + (width_of("附件：", "fang", 16) if at else 0)
                self.text(left, self.at(self.line), text)
                self.line += 1
        if self.form == "minutes":
            self.attendance()
        if not look.date:
            return
        if look.seal_lift is not None:
            self.sealed_closing()
            return
        self.line += 1
        signature = "青禾县人民政府"
        width = width_of(signature, "fang", 16)
        left = RIGHT - 2 * CELL - width
        date_left = left + 2 * CELL
        date_width = width_of(look.date, "fang", 16)
        if date_left + date_width > RIGHT - 2 * CELL:
            date_left = RIGHT - 2 * CELL - date_width
            left = date_left - 2 * CELL
        shift = (look.signature_right - 2) * CELL
        self.text(left - shift, self.at(self.line), signature)
        self.text(date_left, self.at(self.line + 1), look.date)
        self.line += 2
        if look.remark:
            self.text(LEFT + look.remark_left * CELL, self.at(self.line), look.remark)
            self.line += 1

    def sealed_closing(self):
        """Signature and date under a seal, which stands a little over them (7.3.5.1)."""
        look = self.look
        self.line += 2
        width = width_of(look.date, "fang", 16)
        left = RIGHT - look.signature_right * CELL - width
        signature = "青禾县人民政府"
        middle = left + width / 2
        start = middle - width_of(signature, "fang", 16) / 2
        self.text(start, self.at(self.line), signature)
        self.text(left, self.at(self.line + 1), look.date)
        boundary = self.top + (self.line + 1) * look.pitch
        x, y = (middle - 21) * MM, (297 - boundary + look.seal_lift - 21) * MM
        self.canvas.drawImage(ImageReader(_ring()), x, y, 42 * MM, 42 * MM, mask="auto")
        self.line += 2
        self.text(LEFT + look.remark_left * CELL, self.at(self.line), look.remark)
        self.line += 1

    def attendance(self):
        """出席 and 列席 of minutes."""
        look = self.look
        self.line += 1
        left = LEFT + look.attendance_left * CELL
        after = left + width_of("出席：", "fang", 16)
        for label, people in (("出席", ("县政府张三、李四，县政府办公室王五，县财政局", "赵六。")),
                              ("列席", ("县档案馆孙七。",))):  # fmt: skip
            self.text(left, self.at(self.line), label, look.attendance_face)
            self.text(left + width_of("出席", "fang", 16), self.at(self.line), "：")
            for text in people:
                self.text(after, self.at(self.line), text)
                self.line += 1

    def annexes(self):
        """Attachments: text, then a table across the sheet."""
        look = self.look
        for at, (label, title) in enumerate(zip(look.labels, look.annex_titles, strict=False)):
            self.turn()
            self.text(LEFT, self.grid(0), label, look.label_face)
            self.centred(self.grid(look.annex_line, 22), title, "biaosong", 22)
            self.line = 7
            self.paragraph(3)
            if at == 0:
                self.turn()
                self.table_across()
                self.end(numbered=look.table_number)
                self.begin()
                self.line = 0
                self.paragraph(4)

    def table_across(self):
        """A table whose head lies along the sheet's left edge."""
        canvas, turn = self.canvas, self.look.table_turn
        canvas.saveState()
        # The middle of the type area is the middle of the table.
        canvas.translate(MIDDLE * MM, (297 - (TOP + FOOT) / 2) * MM)
        canvas.rotate(turn)
        canvas.setLineWidth(0.5)
        canvas.setStrokeColor(BLACK)
        canvas.setFillColor(BLACK)
        across, down = 200 * MM, 120 * MM
        for row in range(7):
            canvas.line(
                -across / 2, down / 2 - row * down / 6, across / 2, down / 2 - row * down / 6
            )
        for column in range(5):
            x = -across / 2 + column * across / 4
            canvas.line(x, -down / 2, x, down / 2)
        for row in range(6):
            canvas.setFont("hei" if row == 0 else "song", 10.5)
            for column in range(4):
                x = -across / 2 + column * across / 4 + 8
                canvas.drawString(
                    x, down / 2 - row * down / 6 - 30, "工作分工" if row else "表头名称"
                )
        canvas.restoreState()

    # Imprints

    def imprint(self):
        """Three rules, 抄送, 印发."""
        look = self.look
        pitch = 27.8 / MM
        foot = FOOT - look.imprint_lift
        top = foot - 2 * pitch
        first, middle, last = look.imprint_widths
        for y, width in ((top, first), (foot - pitch, middle), (foot, last)):
            self.rule(y, look.imprint_length, width)
        drop = (pitch - 14 / MM) / 2 + 0.88 * 14 / MM
        self.text(LEFT + look.copied_left * CELL, top + drop, look.copied, "fang", 14)
        office, date = look.printing
        self.text(LEFT + CELL, top + pitch + drop, office, "fang", 14)
        self.right_of(RIGHT - look.printing_right * CELL, top + pitch + drop, date, "fang", 14)

    def letter_imprint(self):
        """抄送 alone at the foot."""
        look = self.look
        pitch = 27.8 / MM
        for at, width in enumerate(look.imprint_widths):
            self.rule(FOOT - at * pitch, 156, width)
        drop = (pitch - 14 / MM) / 2 + 0.88 * 14 / MM
        self.text(LEFT + look.copied_left * CELL, FOOT - pitch + drop, look.copied, "fang", 14)


@cache
def _ring():
    """A red ring on nothing: the place of a seal, and no more of one."""
    picture = Image.new("RGBA", (240, 240))
    ImageDraw.Draw(picture).ellipse((4, 4, 236, 236), outline=(220, 30, 30, 255), width=6)
    return picture


@cache
def ink_span(text, face):
    """Highest and lowest point of a text's ink over the baseline, em."""
    from fontTools.ttLib import TTFont as Outlines

    with Outlines(FONTS / f"{FACES[face]}-Regular.ttf", lazy=True) as font:
        names, table, em = font.getBestCmap(), font["glyf"], font["head"].unitsPerEm
        glyphs = [table[names[ord(char)]] for char in text]
        return max(g.yMax for g in glyphs) / em, min(g.yMin for g in glyphs) / em


def ink_top(text, face):
    """The highest point of a text's ink over the baseline, em."""
    return ink_span(text, face)[0]
