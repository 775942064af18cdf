"""Elements that the format of a document has no place for: it cannot be rendered so.

Source:
    GB/T 9704-2012 clause 10
"""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.findings import Finding, Severity
from govdocs.kinds.official.checks.subject import Subject
from govdocs.kinds.official.rules import form_of
from govdocs.standards.loader import load_profile, profile_names

_FIELDS = {
    "title_note": "题注",
    "addressees": "主送机关",
    "attendance": "出席",
    "stamps": "签名章",
    "signature": "署名",
    "remark": "附注",
}
"""Elements that some format does not have, and the fields that give them."""


def check_form(subject: Subject) -> Iterator[Finding]:
    """Every element of the document has its place in the format."""
    form = subject.document.form
    if form not in profile_names():
        return
    elements = load_profile(form).elements
    rules = form_of(form)
    name = rules.names[0] if rules else form
    for element, field in _FIELDS.items():
        if element in elements or not getattr(subject.document.main_part, element):
            continue
        yield Finding(
            id="element-not-in-form",
            severity=Severity.ERROR,
            place=field,
            zh=f"{name}没有{field}的位置，排不出来；请删去{field}，或改用别的格式"
            "（GB/T 9704—2012 第10章）",
            en=f"the form {form} has no place for {element}, and the document cannot be rendered; "
            "remove it or choose another form (GB/T 9704-2012 10)",
            found=field,
        )
