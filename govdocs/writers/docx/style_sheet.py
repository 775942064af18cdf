"""A profile's roles as named styles: one role, one style."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from govdocs.compose.composition import (
    Align,
    CellSpacing,
    FaceRole,
    PageGeometry,
    Profile,
    Role,
    RoleStyle,
    TextRun,
)
from govdocs.fontbook.official import docx_name
from govdocs.units import EMU_PER_PT, to_pt, to_twips
from govdocs.writers.docx.oxml import style as oxml
from govdocs.writers.docx.oxml.markup import Markup, joined, w
from govdocs.writers.docx.oxml.style import Fonts, StyleName

# Word's own styles where it has one for the role (they show in the user's language), the
# standard's or common Chinese terms elsewhere.
_NAMES = {
    Role.TITLE: StyleName("Title", "Title"),
    Role.HEADING_1: StyleName("Heading1", "heading 1"),
    Role.HEADING_2: StyleName("Heading2", "heading 2"),
    Role.HEADING_3: StyleName("Heading3", "heading 3"),
    Role.HEADING_4: StyleName("Heading4", "heading 4"),
    Role.BODY: StyleName("BodyText", "Body Text"),
    Role.ITEM: StyleName("Item", "分条列项", False),
    Role.SIGNATURE: StyleName("Signature", "Signature"),
    Role.DATE_OF_ISSUE: StyleName("Date", "Date"),
    Role.REMARK: StyleName("Remark", "附注", False),
    Role.TABLE_HEAD: StyleName("TableHead", "表头", False),
    Role.TABLE_CELL: StyleName("TableCell", "表格文字", False),
    Role.FIGURE: StyleName("Figure", "图片", False),
    Role.CHART_TEXT: StyleName("ChartText", "图表文字", False),
    Role.CAPTION: StyleName("Caption", "caption"),
    Role.PAGE_NUMBER: StyleName("Footer", "footer"),
}
# Of a 公文 alone: written where a document has them.
_OFFICIAL_NAMES = {
    Role.ADDRESSEES: StyleName("Addressees", "主送机关", False),
    Role.TITLE_NOTE: StyleName("TitleNote", "题注", False),
    Role.ATTACHMENT_NOTE: StyleName("AttachmentNote", "附件说明", False),
    Role.ATTENDANCE_LABEL: StyleName("AttendanceLabel", "出席标签", False),
    Role.ATTENDANCE: StyleName("Attendance", "出席人员", False),
    Role.STAMP_OFFICE: StyleName("StampOffice", "签发职务", False),
    Role.STAMP_NAME: StyleName("StampName", "签名章", False),
    Role.ATTACHMENT_LABEL: StyleName("AttachmentLabel", "附件序号", False),
    Role.ATTACHMENT_TITLE: StyleName("AttachmentTitle", "附件标题", False),
    Role.COPY_NUMBER: StyleName("CopyNumber", "份号", False),
    Role.SECRECY: StyleName("Secrecy", "密级和保密期限", False),
    Role.URGENCY: StyleName("Urgency", "紧急程度", False),
    Role.ISSUER_MARK: StyleName("IssuerMark", "发文机关标志", False),
    Role.DOCUMENT_NUMBER: StyleName("DocumentNumber", "发文字号", False),
    Role.SIGNATORY_LABEL: StyleName("SignatoryLabel", "签发人标签", False),
    Role.SIGNATORY: StyleName("Signatory", "签发人", False),
    Role.IMPRINT: StyleName("Imprint", "版记", False),
    Role.SEAL: StyleName("Seal", "印章", False),
    Role.TABLE_CAPTION: StyleName("TableCaption", "表题", False),
    Role.TABLE_UNIT: StyleName("TableUnit", "计量单位", False),
    Role.TABLE_NOTE: StyleName("TableNote", "表注", False),
}
_ALL_NAMES = _NAMES | _OFFICIAL_NAMES
_NORMAL = StyleName(oxml.NORMAL, "Normal")
_AFTER_TABLE = StyleName("AfterTable", "表后空段", False)
_LINKED = {
    role: StyleName(f"{_NAMES[role].id}Char", f"{_NAMES[role].name} Char", False)
    for role in (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4)
}
_INLINE = {
    "emphasis": StyleName("Emphasis", "Emphasis"),
    "strong": StyleName("Strong", "Strong"),
}

AFTER_TABLE = _AFTER_TABLE.id
"""Style of the empty paragraph that Word needs between two tables and after a last one."""

AFTER_TABLE_PITCH = 20
"""Its height in twips: one point."""

FOOTER = _NAMES[Role.PAGE_NUMBER].id

JUSTIFICATION = {
    Align.JUSTIFY: "both",
    Align.CENTER: "center",
    Align.LEFT: "left",
    Align.RIGHT: "right",
}

TAB_KINDS = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right"}

BLACK = "000000"

_CELLS = (Role.TABLE_HEAD, Role.TABLE_CELL)
_LEAST_SIZE = 2  # half points


class CellLook(NamedTuple):
    """What the cells of a table look like.

    Attributes:
        size: type size of the table, EMU.
        spacing: how close the cells are set.
        smaller: type size of a cell whose number needs a smaller one; its lines are as far apart.
    """

    size: int
    spacing: CellSpacing
    smaller: int | None = None


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """The styles of a profile.

    Attributes:
        profile: whose roles they are.
        cell_looks: those of the document's tables; each that is not the role's own gets a style
            of its own.
        roles: roles of a 公文 that the document has.
    """

    profile: Profile
    cell_looks: frozenset[CellLook] = frozenset()
    roles: frozenset[Role] = frozenset()

    def paragraph(self, role: Role) -> str:
        """Id of the paragraph style of a role."""
        return _ALL_NAMES[role].id

    def cell(self, role: Role, look: CellLook) -> str:
        """Id of the paragraph style of a table cell."""
        return self._cell_name(role, look).id

    def cell_margins(self, spacing: CellSpacing) -> Markup:
        """w:tblCellMar of a table."""
        # A word processor adds a rule to the height of each row: the padding gives it.
        padding_y = spacing.padding_y - self.profile.table.rule // 2
        return oxml.cell_margins(to_twips(spacing.padding_x), to_twips(padding_y))

    def character(self, run: TextRun, paragraph_role: Role) -> str | None:
        """Id of the character style of a run; None for the look of its paragraph's style."""
        # A run has its paragraph's look, but for that of a heading with text after it.
        look = run.role if run.role in _LINKED else paragraph_role
        if run.face is not self.profile.styles[look].face:
            return self._inline_styles().get(run.face)
        if run.role is not paragraph_role and run.role in _LINKED:
            return _LINKED[run.role].id
        return None

    def needs_faces(self, run: TextRun) -> bool:
        """Whether a run's face is neither its role's nor that of an inline style."""
        return (
            run.face is not self.profile.styles[run.role].face
            and run.face not in self.profile.inline_faces.values()
        )

    def faces(self, run: TextRun) -> Markup:
        """w:rFonts for such a run."""
        latin = docx_name(self.profile.styles[run.role].latin_face)
        return oxml.fonts(Fonts(docx_name(run.face), latin), hint="eastAsia")

    def markup(self) -> Markup:
        """styles.xml."""
        page = self.profile.page
        body = self._fonts(Role.BODY)
        base = joined([oxml.fonts(body), oxml.size(_half_points(page.type_size))])
        return oxml.styles_part(
            oxml.document_defaults(base),
            [
                self._normal(),
                oxml.default_styles(),
                *[self._role_style(role) for role in _NAMES],
                *[self._role_style(role) for role in _OFFICIAL_NAMES if role in self.roles],
                *[
                    oxml.character_style(name, self._look(role, always=True), link=_NAMES[role].id)
                    for role, name in _LINKED.items()
                ],
                *[
                    oxml.character_style(
                        _INLINE[name], oxml.fonts(Fonts(docx_name(face), body.latin))
                    )
                    for name, face in self.profile.inline_faces.items()
                ],
                *self._cell_styles(),
                self._table_style(),
                _after_table_style(),
            ],
        )

    def _normal(self) -> Markup:
        page = self.profile.page
        return oxml.paragraph_style(
            _NORMAL,
            joined(
                [
                    w("widowControl", val=0),
                    oxml.line_spacing(page.line_pitch_twips),
                    w("jc", val="both"),
                ]
            ),
            # The size stands here too: LibreOffice finds the grid's size in this style alone.
            joined([oxml.tracking(page.tracking_twips), oxml.size(_half_points(page.type_size))]),
            based_on=None,
        )

    def _role_style(self, role: Role) -> Markup:
        is_heading = role in _LINKED
        return oxml.paragraph_style(
            _ALL_NAMES[role],
            _paragraph_properties(role, self.profile.styles[role], self.profile.page),
            self._look(role),
            next_style=_NAMES[Role.BODY].id if is_heading or role is Role.TITLE else None,
            link=_LINKED[role].id if is_heading else None,
        )

    def _look(self, role: Role, *, always: bool = False) -> Markup:
        """Run properties of a role where they are not Normal's; fonts ``always`` if asked."""
        style, page = self.profile.styles[role], self.profile.page
        fonts = self._fonts(role)
        parts = [oxml.fonts(fonts)] if always or fonts != self._fonts(Role.BODY) else []
        if not style.on_grid:
            parts.append(oxml.tracking(0))
        if style.ink is not None:
            parts.insert(len(parts) - (not style.on_grid), w("color", val=style.ink.rgb))
        if style.size != page.type_size:
            parts.append(oxml.size(_half_points(style.size)))
        return joined(parts)

    def _fonts(self, role: Role) -> Fonts:
        style = self.profile.styles[role]
        return Fonts(docx_name(style.face), docx_name(style.latin_face))

    def _inline_styles(self) -> dict[FaceRole, str]:
        return {face: _INLINE[name].id for name, face in self.profile.inline_faces.items()}

    def _cell_name(self, role: Role, look: CellLook) -> StyleName:
        base, profile = _NAMES[role], self.profile
        is_dense = look.spacing.pitch_factor != profile.table.ordinary.pitch_factor
        style_id, name = base.id, base.name
        if look.size != profile.styles[role].size or is_dense:
            style_id += str(_half_points(look.size))
            name += f" {to_pt(look.size):g}磅"
        if is_dense:
            style_id, name = f"{style_id}Dense", f"{name} 密排"
        if look.smaller:
            style_id, name = (
                f"{style_id}Only{_half_points(look.smaller)}",
                f"{name} 数字{to_pt(look.smaller):g}磅",
            )
        return base if style_id == base.id else StyleName(style_id, name, False)

    def _cell_styles(self) -> Iterable[Markup]:
        """Styles of the cells of tables set smaller or closer, and of numbers set smaller."""
        names = {
            self._cell_name(role, look): (role, look) for look in self.cell_looks for role in _CELLS
        }
        for name, (role, look) in sorted(names.items()):
            if look.smaller:
                yield oxml.paragraph_style(
                    name,
                    joined([]),
                    oxml.size(_half_points(look.smaller)),
                    based_on=self.cell(role, look._replace(smaller=None)),
                )
            elif name.id != _NAMES[role].id:
                yield oxml.paragraph_style(
                    name,
                    oxml.line_spacing(
                        to_twips(self.profile.cell_pitch(role, look.size, look.spacing)),
                        snap_to_grid=self.profile.styles[role].on_grid,
                    ),
                    oxml.size(_half_points(look.size)),
                    based_on=_NAMES[role].id,
                )

    def _table_style(self) -> Markup:
        table = self.profile.table
        return oxml.table_grid_style(
            round(table.rule * 8 / EMU_PER_PT), self.cell_margins(table.ordinary)
        )


def _paragraph_properties(role: Role, style: RoleStyle, page: PageGeometry) -> Markup:
    pitch = page.line_pitch_twips
    indents = oxml.indents(
        first_line=to_twips(round(style.first_line_indent * page.type_size)),
        first_line_chars=style.first_line_indent,
        right=to_twips(round(style.right_indent * page.cell)),
    )
    parts = [
        w("keepNext") if style.keep_with_next else None,
        # A heading of two lines goes over as a whole, as in layout.
        w("keepLines") if style.keep_with_next else None,
        # A mark that hangs out of a cell would lie on its rule.
        w("overflowPunct", val=0) if role in _CELLS else None,
        oxml.line_spacing(
            _pitch(role, style, page),
            before=round(style.lines_before * pitch),
            after=style.lines_after * pitch,
            snap_to_grid=style.on_grid,
        ),
        indents,
        w("jc", val=JUSTIFICATION[style.align]),
        w("outlineLvl", val=style.outline_level - 1) if style.outline_level else None,
    ]
    return joined([part for part in parts if part is not None])


def _pitch(role: Role, style: RoleStyle, page: PageGeometry) -> int | None:
    """Distance of a role's lines in twips; None where its content makes them."""
    if role is Role.FIGURE:
        return None
    if role is Role.PAGE_NUMBER:
        return to_twips(style.size)  # it stands outside the grid, alone on its line
    return page.line_pitch_twips if style.line_pitch is None else to_twips(style.line_pitch)


def _after_table_style() -> Markup:
    return oxml.paragraph_style(
        _AFTER_TABLE,
        oxml.line_spacing(AFTER_TABLE_PITCH, snap_to_grid=False),
        joined([oxml.tracking(0), oxml.size(_LEAST_SIZE)]),
    )


def _half_points(emu: int) -> int:
    return round(emu * 2 / EMU_PER_PT)
