"""Judge the settings of a DOCX.

Source:
    GB/T 9704-2012 5.1, 5.2, 7.3.1, 7.3.3, 7.4.1, 7.5
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from govdocs.certify.colours import is_neutral, is_red
from govdocs.certify.data import tolerances
from govdocs.certify.docx.document import Document, Section, colour_of
from govdocs.certify.docx.looks import ParagraphLook, RunLook
from govdocs.certify.docx.page_numbers import check_page_numbers
from govdocs.certify.faces import face_of
from govdocs.certify.figures import adjusted_lines, pitch_range
from govdocs.certify.forms import HEADINGS, heading_end, is_han
from govdocs.certify.judging import Outcome, all_of, is_near, joined_words, judged
from govdocs.certify.result import Wording
from govdocs.standards.profile import Profile, Role
from govdocs.units import to_mm, to_pt, twips

_MOST = 0.8
_CENTRED = ("center",)
_LONG_TEXT = 30
_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")


def check_document(document: Document, profile: Profile) -> Iterator[Outcome]:
    """Everything that the settings tell."""
    upright = [section for section in document.sections if not section.is_across]
    yield _check_sheet(document.sections, profile)
    yield from _check_margins(upright or list(document.sections), document, profile)
    text = [paragraph for paragraph in document.text if _is_body(paragraph, document)]
    if text:
        yield _check_faces("body-face", [run for p in text for run in p.runs], Role.BODY, profile)
        yield _check_lines(text, document, profile)
        yield _check_characters(text, document, profile)
        yield _check_indent(text, profile)
    yield _check_colours(document)
    if document.title:
        runs = [run for paragraph in document.title for run in paragraph.runs]
        yield _check_faces("title-face", runs, Role.TITLE, profile)
        aligns = {paragraph.align for paragraph in document.title}
        yield judged("title-centre", aligns <= set(_CENTRED), "、".join(sorted(aligns)))
    yield from _check_headings(document, profile)
    if document.imprint_rules and profile.imprint is not None and profile.imprint.has_rules:
        yield _check_imprint_rules(document.imprint_rules, profile)
    yield from check_page_numbers(document, profile)


def _is_body(paragraph: ParagraphLook, document: Document) -> bool:
    """Whether a paragraph is one of the text: long, and set neither right nor in the middle."""
    return (
        abs(paragraph.size - document.body_size) < 1
        and paragraph.align not in ("center", "right", "end")
        and len(paragraph.text) >= _LONG_TEXT
    )


def _mm(value: int) -> float:
    return to_mm(twips(value))


def _check_sheet(sections: Sequence[Section], profile: Profile) -> Outcome:
    page, near = profile.page, tolerances().sheet_mm
    expected = sorted((to_mm(page.width), to_mm(page.height)))
    for section in sections:
        sides = sorted((_mm(section.width), _mm(section.height)))
        if not all(is_near(*pair, near) for pair in zip(sides, expected, strict=True)):
            return judged("sheet-size", False, f"{sides[0]:.1f}×{sides[1]:.1f} mm")
    first = sections[0]
    return judged("sheet-size", True, f"{_mm(first.width):.1f}×{_mm(first.height):.1f} mm")


def _check_margins(
    sections: Sequence[Section], document: Document, profile: Profile
) -> Iterator[Outcome]:
    page, near = profile.page, tolerances().margin_mm
    measured = {
        "margin-head": [_mm(s.top) for s in sections],
        "margin-binding": [_mm(s.left) for s in sections],
        "type-area-width": [_mm(s.width - s.left - s.right) for s in sections],
        "type-area-foot": [_mm(s.height - s.top - s.bottom) for s in sections],
    }
    expected = {
        "margin-head": to_mm(page.head_margin),
        "margin-binding": to_mm(page.binding_margin),
        "type-area-width": to_mm(page.type_area_width),
        "type-area-foot": to_mm(page.type_area_height),
    }
    mirrored = Wording("（双面镜像）", " (mirrored)")
    for id, values in measured.items():
        worst = max(values, key=lambda value: abs(value - expected[id]))
        words = Wording(f"{worst:.1f} mm", f"{worst:.1f} mm")
        if id == "margin-binding" and document.is_mirrored:
            words = Wording(words.zh + mirrored.zh, words.en + mirrored.en)
        yield judged(id, is_near(worst, expected[id], near), words)


def _check_faces(id: str, runs: Sequence[RunLook], role: Role, profile: Profile) -> Outcome:
    """Face and size of most Chinese characters of runs."""
    faces: Counter[tuple[str, float]] = Counter()
    for run in runs:
        faces[run.chinese, run.size] += sum(map(is_han, run.text))
    faces = +faces
    if not faces:
        return judged(id, None, Wording("没有汉字", "no Chinese characters"))
    style, total = profile.styles[role], sum(faces.values())
    right = sum(
        count
        for (font, size), count in faces.items()
        if face_of(font) == style.face.value
        and is_near(size, to_pt(style.size), tolerances().size_pt)
    )
    unknown = sum(
        count
        for (font, size), count in faces.items()
        if face_of(font) is None and is_near(size, to_pt(style.size), tolerances().size_pt)
    )
    font, size = faces.most_common(1)[0][0]
    is_right: bool | None = right >= _MOST * total
    if not is_right and right + unknown >= _MOST * total:
        is_right = None
    return judged(id, is_right, f"{font or '?'} {size:g} pt")


def _check_lines(text: Sequence[ParagraphLook], document: Document, profile: Profile) -> Outcome:
    pitches: Counter[float] = Counter()
    grid = document.sections[0]
    for paragraph in text:
        pitch = paragraph.pitch
        if pitch is None and paragraph.on_grid and grid.grid and grid.line_pitch:
            pitch = grid.line_pitch / 20
        pitches[pitch or 0.0] += len(paragraph.text)
    pitch = pitches.most_common(1)[0][0]
    if not pitch:
        words = Wording("行距随字体，不固定", "the face's own pitch, not fixed")
        return judged("lines", False, words)
    near = tolerances().pitch_pt
    low, high = (edge / 25.4 * 72 for edge in pitch_range(profile, profile.page.lines))
    is_dated = any(_DATE.fullmatch(paragraph.text) for paragraph in document.every)
    adjusted = adjusted_lines(profile, pitch * 25.4 / 72) if is_dated else None
    if low - near <= pitch <= high + near or adjusted is None:
        words = Wording(f"行距 {pitch:g} pt", f"pitch {pitch:g} pt")
        return judged("lines", low - near <= pitch <= high + near, words)
    words = Wording(
        f"行距 {pitch:g} pt，{adjusted} 行（按 7.3.5.5 调整）",
        f"pitch {pitch:g} pt, {adjusted} lines (adjusted by 7.3.5.5)",
    )
    return judged("lines", True, words)


def _check_characters(
    text: Sequence[ParagraphLook], document: Document, profile: Profile
) -> Outcome:
    grid = document.sections[0]
    cells: Counter[float] = Counter()
    for paragraph in text:
        for run in paragraph.runs:
            own = grid.char_space if paragraph.on_grid else 0.0
            cells[round(run.size + run.spacing + own, 3)] += sum(map(is_han, run.text))
    cell = cells.most_common(1)[0][0]
    width = _mm(grid.width - grid.left - grid.right) / 25.4 * 72
    expected = profile.page.characters
    # So many fit, and so many fill the line as justified text does.
    is_right = expected * cell <= width + 0.1 and (expected + 1) * cell > width
    count = (width + 0.1) / cell
    words = Wording(
        f"每字 {cell:g} pt，每行 {int(count)} 字", f"{cell:g} pt each, {int(count)} a line"
    )
    return judged("characters", is_right, words)


def _check_indent(text: Sequence[ParagraphLook], profile: Profile) -> Outcome:
    expected = profile.styles[Role.BODY].first_line_indent
    near = tolerances().cells
    wrong = [p for p in text if not is_near(p.first_chars, expected, near)]
    # The addressees are flush left, and may be long.
    wrong = [p for p in wrong if not (p is text[0] and p.text.endswith("："))]
    shown = (wrong or list(text))[0]
    start = shown.text[:8]
    words = Wording(
        f"{shown.first_chars:g} 字（“{start}…”）", f"{shown.first_chars:g} 字 (“{start}…”)"
    )
    return judged("indent", not wrong, words)


def _check_colours(document: Document) -> Outcome:
    marks = {id(paragraph) for paragraph in document.mark}
    for paragraph in document.every:
        for run in paragraph.runs:
            rgb = colour_of(run.colour)
            is_right = is_neutral(rgb) or (is_red(rgb) and id(paragraph) in marks)
            if run.text.strip() and not is_right:
                return judged("colours", False, f"“{run.text.strip()[:8]}” #{run.colour}")
    return judged("colours", True, Wording("黑、红", "black and red"))


def _check_headings(document: Document, profile: Profile) -> Iterator[Outcome]:
    for id, role, form in HEADINGS:
        runs = [
            heading
            for paragraph in document.text
            if (heading := _heading(paragraph, form)) is not None
        ]
        if not runs:
            continue
        outcomes = [_check_faces(id, [run], role, profile) for run in runs]
        order = ("fails", "not-measurable", "passes")
        worst = min(range(len(runs)), key=lambda at: order.index(outcomes[at].verdict))
        start = runs[worst].text.strip()[:8]
        yield outcomes[worst]._replace(
            measured=joined_words([outcomes[worst].measured, f"“{start}”"])
        )


def _heading(paragraph: ParagraphLook, form: re.Pattern[str]) -> RunLook | None:
    """The run that begins a heading; None where a number leads a plain sentence."""
    if not form.match(paragraph.text) or paragraph.align in ("right", "end"):
        return None
    if heading_end(paragraph.text, is_alone=lambda: True) is None:
        return None
    # The number may be a run of its own; the words after it tell the face.
    found = [run for run in paragraph.runs if sum(map(is_han, form.sub("", run.text.strip())))]
    return found[0] if found else None


def _check_imprint_rules(widths: Sequence[float], profile: Profile) -> Outcome:
    imprint = profile.imprint
    assert imprint is not None
    near = tolerances().rule_width_mm
    thick, thin = to_mm(imprint.thick_rule), to_mm(imprint.thin_rule)
    is_right = all_of(
        [
            len(widths) > 1,
            *(is_near(width, thick, near) for width in (widths[0], widths[-1])),
            *(is_near(width, thin, near) for width in widths[1:-1]),
        ]
    )
    text = " / ".join(f"{width:.2f}" for width in widths)
    return judged("imprint-rule-width", is_right, f"{text} mm")
