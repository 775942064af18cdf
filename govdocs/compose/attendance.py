"""出席, 请假 and 列席 of minutes.

Source:
    GB/T 9704-2012 10.3
"""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.compose.composition import ComposedParagraph, Profile, Role, TextRun
from govdocs.compose.grid_text import advance
from govdocs.model.nodes import MainPart


def compose_attendance(main: MainPart, profile: Profile) -> Iterator[ComposedParagraph]:
    """Each list on lines of its own, 2 字 in, its wrapped lines aligned after the colon.

    The first stands one blank line under the text.
    """
    role = Role.ATTENDANCE
    style = profile.styles[role]
    first = round(style.first_line_indent * profile.page.type_size)
    label_face = profile.styles[Role.ATTENDANCE_LABEL].face
    for number, attendance in enumerate(main.attendance):
        label = f"{attendance.label}："
        hang = advance(label, profile, following=attendance.people)
        yield ComposedParagraph(
            role,
            (
                TextRun(label, Role.ATTENDANCE_LABEL, label_face),
                TextRun(attendance.people, role, style.face),
            ),
            left_indent=first + hang,
            first_line=-hang,
            lead=len(label),
            lines_before=0 if number else None,
        )
