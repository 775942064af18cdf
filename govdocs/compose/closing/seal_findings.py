"""What a caller who gives pictures of seals must know.

Source:
    国办发〔2025〕33号 (电子印章管理办法), article 2: an electronic seal is signed data
"""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.compose.composition import ComposedParagraph, Composition
from govdocs.findings import Finding, Severity


def seal_findings(composition: Composition, *, has_pictures: bool) -> Iterator[Finding]:
    """Findings on the pictures of seals and signature stamps.

    Args:
        composition: with the options of its print.
        has_pictures: whether the file shows them (a PDF); a DOCX never does.
    """
    given = composition.options.seals
    if not given:
        return
    placed = {
        seal.name
        for block in composition.blocks
        if isinstance(block, ComposedParagraph)
        for seal in block.seals
    }
    used = "、".join(name for name in given if name in placed)
    unused = "、".join(name for name in given if name not in placed)
    if used:
        yield _no_electronic_seal(used) if has_pictures else _left_out(used)
    if unused:
        yield Finding(
            id="seal-unused",
            severity=Severity.WARNING,
            zh=f"给了印章图片却没有用上：{unused}；名称要与署名或签名章的姓名一字不差，"
            "并且公文写明盖章",
            en=f"pictures of seals that are not used: {unused}; each must have the very name of a "
            "signature or of a signature stamp, and the document must be sealed or stamped",
            found=unused,
        )


def _no_electronic_seal(names: str) -> Finding:
    return Finding(
        id="seal-picture",
        severity=Severity.WARNING,
        zh=f"印章图片不是电子印章，没有签名数据，不能证明文件由该机关制发：{names}；"
        "正式印发请加盖实物印章，或用电子印章系统签章（国办发〔2025〕33号）",
        en="the picture of a seal is no electronic seal; nothing is signed, it proves nothing: "
        f"{names}; seal the print, or sign with an electronic seal system (国办发〔2025〕33号)",
        found=names,
    )


def _left_out(names: str) -> Finding:
    return Finding(
        id="seal-left-out",
        severity=Severity.WARNING,
        zh=f"DOCX 里不放印章图片，只留出盖章的位置：{names}；要图片请输出 PDF",
        en=f"a DOCX holds no picture of a seal, only its room is kept: {names}; render a PDF "
        "to show it",
        found=names,
    )
