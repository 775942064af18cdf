"""Names of organs that are too long for the page.

Source:
    GB/T 9704-2012 7.2.4, 7.3.5.1
"""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.findings import Finding, Severity
from govdocs.kinds.official.checks.subject import Subject
from govdocs.messages.quoting import shortened
from govdocs.standards.loader import load_profile, profile_names


def check_organ_names(subject: Subject) -> Iterator[Finding]:
    """A name fits on one line of the mark at its smallest size, and on one of the signature."""
    form = subject.document.form
    profile = load_profile(form if form in profile_names() else "official")
    header = profile.header
    marks, word = subject.header.issuer_mark, subject.header.mark_word
    if header is not None:
        gap = header.word_gap_em if len(marks) > 1 and word else 0
        most = int(header.mark_width / header.smallest_mark_size - len(word) - gap)
        for name in marks:
            yield from _too_long(name, most, "发文机关标志", "7.2.4")
    # A sealed date keeps 4 字 from the edge (7.3.5.1), and a name is centred over it.
    for name in subject.document.main_part.signature:
        yield from _too_long(name, profile.page.characters, "署名", "7.3.5")


def _too_long(name: str, most: int, place: str, clause: str) -> Iterator[Finding]:
    if len(name) <= most:
        return
    yield Finding(
        id="organ-name-too-long",
        severity=Severity.ERROR,
        place=place,
        zh=f"{place}“{shortened(name)}”有{len(name)}个字，一行最多排{most}个；请改用规范化简称"
        f"（GB/T 9704—2012 {clause}）",
        en=f"“{shortened(name)}” has {len(name)} characters, and a line holds {most} there; use "
        f"the organ's standard short name (GB/T 9704-2012 {clause})",
        expected=str(most),
        found=str(len(name)),
    )
